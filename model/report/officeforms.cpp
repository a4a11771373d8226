#include "report/chartsvg.h"
#include "report/document.h"
#include "report/xmltext.h"
#include "report/zipped.h"

#include <QXmlStreamWriter>

namespace bongsu {

namespace {

using Kind = DocumentBlock::Kind;

QString anchorOf(quint64 seq) {
    return QStringLiteral("entry-%1").arg(seq);
}
QString mark(quint64 seq) {
    return u'#' + QString::number(seq);
}
QString name(const char* latin) {
    return QString::fromLatin1(latin);
}

// What both formats are made of, in the order of the document.
class OfficeWriter {
  public:
    virtual ~OfficeWriter() = default;

    QByteArray content(const Document& document) {
        m_xml.setAutoFormatting(false);
        m_xml.writeStartDocument();
        begin(document);
        heading(0, document.title, {});
        for (const auto& [what, words] : document.head) {
            paragraph("Head", {what + QStringLiteral(": ") + words}, {});
        }
        for (const DocumentSection& section : document.sections) {
            heading(1, section.title, section.key);
            for (const DocumentBlock& block : section.blocks) {
                write(block);
            }
        }
        writeEntries(document);
        paragraph("Head", {document.foot}, {});
        end();
        m_xml.writeEndDocument();
        return m_out;
    }

  protected:
    virtual void begin(const Document& document) = 0;
    virtual void end() = 0;
    virtual void heading(int level, const QString& words, const QString& anchor) = 0;
    // `anchor`: what links lead to; empty: nothing does.
    virtual void paragraph(const char* style, const DocumentText& text, const QString& anchor) = 0;
    virtual void table(const DocumentBlock& block) = 0;
    virtual void chart(const Chart& chart) = 0;

    QXmlStreamWriter& xml() { return m_xml; }

  private:
    void write(const DocumentBlock& block) {
        switch (block.kind) {
        case Kind::Paragraph:
            paragraph("Text", block.text, {});
            break;
        case Kind::Item:
            paragraph("Item", {QStringLiteral("\u2022 ") + block.text.words, block.text.entries}, {});
            for (const DocumentText& text : block.under) {
                paragraph("Under", text, {});
            }
            break;
        case Kind::Table:
            table(block);
            break;
        case Kind::Blank:
            paragraph("Blank", block.text, {});
            paragraph("Text", {}, {});
            break;
        case Kind::Chart:
            chart(block.chart);
            break;
        }
    }

    void writeEntries(const Document& document) {
        if (document.entries.empty()) {
            return;
        }
        heading(1, document.entriesTitle, QStringLiteral("entries"));
        for (const DocumentEntry& entry : document.entries) {
            paragraph("Text",
                      {mark(entry.seq) + u' ' + entry.at + QStringLiteral(" \u00B7 ") + entry.author +
                       QStringLiteral(": ") + entry.words + QStringLiteral(" (") + entry.event.toHex() +
                       u')'},
                      anchorOf(entry.seq));
        }
    }

    QByteArray m_out;
    QXmlStreamWriter m_xml{&m_out};
};

constexpr const char* officeNs = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
constexpr const char* textNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr const char* tableNs = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
constexpr const char* styleNs = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
constexpr const char* foNs = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
constexpr const char* drawNs = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
constexpr const char* svgNs = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
constexpr const char* linkNs = "http://www.w3.org/1999/xlink";
constexpr double pictureWidth = 170; // millimetres: between the margins of A4

// Points above and of the letters, the indent in millimetres, and whether they are bold.
struct Look {
    const char* style;
    int above;
    double size;
    int indent;
    bool bold;
};
constexpr Look looks[] = {{"Title", 0, 20, 0, true},   {"Section", 18, 14, 0, true},
                          {"Head", 0, 9, 0, false},    {"Text", 4, 10.5, 0, false},
                          {"Item", 4, 10.5, 0, false}, {"Under", 0, 9.5, 6, false},
                          {"Blank", 8, 10.5, 0, true}, {"Cell", 0, 9, 0, false},
                          {"Column", 0, 9, 0, true},   {"Chart", 10, 10.5, 0, true}};

class Odt : public OfficeWriter {
  public:
    // Of its charts, once the content has been written.
    const std::vector<ZippedFile>& pictures() const { return m_pictures; }

  protected:
    void begin(const Document&) override {
        auto& x = xml();
        for (const auto& [space, prefix] : {std::pair{officeNs, "office"},
                                            {textNs, "text"},
                                            {tableNs, "table"},
                                            {styleNs, "style"},
                                            {foNs, "fo"},
                                            {drawNs, "draw"},
                                            {svgNs, "svg"},
                                            {linkNs, "xlink"}}) {
            x.writeNamespace(name(space), name(prefix));
        }
        x.writeStartElement(name(officeNs), name("document-content"));
        x.writeAttribute(name(officeNs), name("version"), name("1.2"));
        x.writeStartElement(name(officeNs), name("automatic-styles"));
        for (const Look& look : looks) {
            writeLook(look);
        }
        x.writeEndElement();
        x.writeStartElement(name(officeNs), name("body"));
        x.writeStartElement(name(officeNs), name("text"));
    }
    void end() override {
        for (int open = 0; open < 3; ++open) {
            xml().writeEndElement();
        }
    }
    void heading(int level, const QString& words, const QString& anchor) override {
        auto& x = xml();
        x.writeStartElement(name(textNs), name("h"));
        x.writeAttribute(name(textNs), name("style-name"), name(level == 0 ? "Title" : "Section"));
        x.writeAttribute(name(textNs), name("outline-level"), QString::number(level + 1));
        bookmark(anchor);
        x.writeCharacters(inXml(words));
        x.writeEndElement();
    }
    void paragraph(const char* style, const DocumentText& text, const QString& anchor) override {
        auto& x = xml();
        x.writeStartElement(name(textNs), name("p"));
        x.writeAttribute(name(textNs), name("style-name"), name(style));
        bookmark(anchor);
        x.writeCharacters(inXml(text.words));
        for (const quint64 seq : text.entries) {
            x.writeCharacters(QStringLiteral(" "));
            x.writeStartElement(name(textNs), name("a"));
            x.writeAttribute(name(linkNs), name("type"), name("simple"));
            x.writeAttribute(name(linkNs), name("href"), u'#' + anchorOf(seq));
            x.writeCharacters(mark(seq));
            x.writeEndElement();
        }
        x.writeEndElement();
    }
    void table(const DocumentBlock& block) override {
        auto& x = xml();
        x.writeStartElement(name(tableNs), name("table"));
        x.writeEmptyElement(name(tableNs), name("table-column"));
        x.writeAttribute(name(tableNs), name("number-columns-repeated"),
                         QString::number(block.columns.size()));
        x.writeStartElement(name(tableNs), name("table-header-rows"));
        row("Column", std::vector<DocumentText>(), block.columns);
        x.writeEndElement();
        for (const auto& cells : block.rows) {
            row("Cell", cells, {});
        }
        x.writeEndElement();
    }
    void chart(const Chart& chart) override {
        const ChartPicture picture = pictureOf(chart, wideChart);
        const QByteArray file = "Pictures/chart-" + QByteArray::number(m_pictures.size() + 1) + ".svg";
        m_pictures.push_back({file, svgFileOf(chart, picture)});
        paragraph("Chart", chart.title, {});
        auto& x = xml();
        x.writeStartElement(name(textNs), name("p"));
        x.writeAttribute(name(textNs), name("style-name"), name("Text"));
        x.writeStartElement(name(drawNs), name("frame"));
        x.writeAttribute(name(drawNs), name("name"), QString::fromLatin1(file.sliced(9).chopped(4)));
        x.writeAttribute(name(textNs), name("anchor-type"), name("as-char"));
        x.writeAttribute(name(svgNs), name("width"), svgNumber(pictureWidth) + name("mm"));
        x.writeAttribute(name(svgNs), name("height"),
                         svgNumber(pictureWidth * picture.height / picture.width) + name("mm"));
        x.writeEmptyElement(name(drawNs), name("image"));
        x.writeAttribute(name(linkNs), name("href"), QString::fromLatin1(file));
        x.writeAttribute(name(linkNs), name("type"), name("simple"));
        x.writeAttribute(name(linkNs), name("show"), name("embed"));
        x.writeAttribute(name(linkNs), name("actuate"), name("onLoad"));
        x.writeTextElement(name(svgNs), name("title"), inXml(chart.title.words));
        x.writeTextElement(name(svgNs), name("desc"), inXml(chart.description.words));
        x.writeEndElement();
        x.writeEndElement();
        if (!chart.note.words.isEmpty()) {
            paragraph("Head", chart.note, {});
        }
    }

  private:
    void writeLook(const Look& look) {
        auto& x = xml();
        x.writeStartElement(name(styleNs), name("style"));
        x.writeAttribute(name(styleNs), name("name"), name(look.style));
        x.writeAttribute(name(styleNs), name("family"), name("paragraph"));
        x.writeEmptyElement(name(styleNs), name("paragraph-properties"));
        x.writeAttribute(name(foNs), name("margin-top"), QStringLiteral("%1pt").arg(look.above));
        x.writeAttribute(name(foNs), name("margin-bottom"), name("3pt"));
        x.writeAttribute(name(foNs), name("margin-left"), QStringLiteral("%1mm").arg(look.indent));
        if (QByteArray(look.style) == "Chart") {
            x.writeAttribute(name(foNs), name("keep-with-next"), name("always")); // its picture
        }
        x.writeEmptyElement(name(styleNs), name("text-properties"));
        for (const auto& [space, script] : {std::pair{foNs, ""}, {styleNs, "-asian"}}) {
            x.writeAttribute(name(space), name("font-size") + name(script),
                             QStringLiteral("%1pt").arg(look.size));
            x.writeAttribute(name(space), name("font-weight") + name(script),
                             name(look.bold ? "bold" : "normal"));
            x.writeAttribute(name(space == foNs ? foNs : styleNs), name("font-family") + name(script),
                             name("Noto Sans CJK KR"));
        }
        x.writeEndElement();
    }
    void bookmark(const QString& anchor) {
        if (!anchor.isEmpty()) {
            xml().writeEmptyElement(name(textNs), name("bookmark"));
            xml().writeAttribute(name(textNs), name("name"), anchor);
        }
    }
    void row(const char* style, const std::vector<DocumentText>& cells, const std::vector<QString>& columns) {
        auto& x = xml();
        x.writeStartElement(name(tableNs), name("table-row"));
        const auto cell = [&](const DocumentText& text) {
            x.writeStartElement(name(tableNs), name("table-cell"));
            x.writeAttribute(name(officeNs), name("value-type"), name("string"));
            paragraph(style, text, {});
            x.writeEndElement();
        };
        for (const DocumentText& text : cells) {
            cell(text);
        }
        for (const QString& column : columns) {
            cell({column});
        }
        x.writeEndElement();
    }

    std::vector<ZippedFile> m_pictures;
};

constexpr const char* wordNs = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

class Docx : public OfficeWriter {
  public:
    static QByteArray styles() {
        QByteArray out;
        QXmlStreamWriter x(&out);
        x.writeStartDocument();
        x.writeNamespace(name(wordNs), name("w"));
        x.writeStartElement(name(wordNs), name("styles"));
        for (const Look& look : looks) {
            writeLook(x, look);
        }
        x.writeEndElement();
        x.writeEndDocument();
        return out;
    }

  protected:
    void begin(const Document&) override {
        xml().writeNamespace(name(wordNs), name("w"));
        open("document");
        open("body");
    }
    void end() override {
        open("sectPr");
        empty(xml(), "pgSz", {{"w", "11906"}, {"h", "16838"}}); // A4 in twentieths of a point
        empty(xml(), "pgMar",
              {{"top", "1134"},
               {"right", "1134"},
               {"bottom", "1134"},
               {"left", "1134"},
               {"header", "567"},
               {"footer", "567"},
               {"gutter", "0"}});
        close();
        close();
        close();
    }
    void heading(int level, const QString& words, const QString& anchor) override {
        paragraph(level == 0 ? "Title" : "Section", {words}, anchor);
    }
    void paragraph(const char* style, const DocumentText& text, const QString& anchor) override {
        open("p");
        open("pPr");
        empty(xml(), "pStyle", {{"val", style}});
        close();
        if (!anchor.isEmpty()) {
            const QByteArray id = QByteArray::number(++m_bookmarks);
            xml().writeEmptyElement(name(wordNs), name("bookmarkStart"));
            xml().writeAttribute(name(wordNs), name("id"), QString::fromLatin1(id));
            xml().writeAttribute(name(wordNs), name("name"), anchor);
            empty(xml(), "bookmarkEnd", {{"id", id.constData()}});
        }
        run(text.words);
        for (const quint64 seq : text.entries) {
            run(QStringLiteral(" "));
            xml().writeStartElement(name(wordNs), name("hyperlink"));
            xml().writeAttribute(name(wordNs), name("anchor"), anchorOf(seq));
            run(mark(seq), true);
            close();
        }
        close();
    }
    void table(const DocumentBlock& block) override {
        open("tbl");
        open("tblPr");
        empty(xml(), "tblW", {{"w", "5000"}, {"type", "pct"}});
        open("tblBorders");
        for (const char* side : {"top", "bottom", "insideH"}) {
            empty(xml(), side, {{"val", "single"}, {"sz", "4"}, {"space", "0"}, {"color", "auto"}});
        }
        close();
        close();
        open("tblGrid");
        for (std::size_t column = 0; column < block.columns.size(); ++column) {
            empty(xml(), "gridCol", {});
        }
        close();
        std::vector<DocumentText> names;
        for (const QString& column : block.columns) {
            names.push_back({column});
        }
        row("Column", names, true);
        for (const auto& cells : block.rows) {
            row("Cell", cells, false);
        }
        close();
        paragraph("Under", {}, {}); // two tables would become one
    }
    void chart(const Chart&) override {} // it holds an SVG only beside a bitmap: the tables say the same

  private:
    using Values = std::initializer_list<std::pair<const char*, const char*>>;

    void open(const char* element) { xml().writeStartElement(name(wordNs), name(element)); }
    void close() { xml().writeEndElement(); }
    static void empty(QXmlStreamWriter& x, const char* element, Values values) {
        x.writeEmptyElement(name(wordNs), name(element));
        for (const auto& [what, value] : values) {
            x.writeAttribute(name(wordNs), name(what), QString::fromLatin1(value));
        }
    }
    void run(const QString& words, bool isLink = false) {
        open("r");
        if (isLink) {
            open("rPr");
            empty(xml(), "u", {{"val", "single"}});
            close();
        }
        xml().writeStartElement(name(wordNs), name("t"));
        xml().writeAttribute(name("xml:space"), name("preserve"));
        xml().writeCharacters(inXml(words));
        close();
        close();
    }
    void row(const char* style, const std::vector<DocumentText>& cells, bool isHead) {
        open("tr");
        if (isHead) {
            open("trPr");
            empty(xml(), "tblHeader", {});
            close();
        }
        for (const DocumentText& cell : cells) {
            open("tc");
            paragraph(style, cell, {});
            close();
        }
        close();
    }
    static void writeLook(QXmlStreamWriter& x, const Look& look) {
        x.writeStartElement(name(wordNs), name("style"));
        x.writeAttribute(name(wordNs), name("type"), name("paragraph"));
        x.writeAttribute(name(wordNs), name("styleId"), name(look.style));
        // By these names office programs know headings; any other of theirs would bring its own look.
        const QByteArray style(look.style);
        const QByteArray known = style == "Section" ? "heading 1"
                                 : style == "Title" ? style
                                                    : "Bongsu " + style;
        empty(x, "name", {{"val", known.constData()}});
        x.writeStartElement(name(wordNs), name("pPr"));
        const QByteArray above = QByteArray::number(look.above * 20);
        const QByteArray indent = QByteArray::number(qRound(look.indent * 56.7));
        empty(x, "spacing", {{"before", above.constData()}, {"after", "60"}});
        empty(x, "ind", {{"left", indent.constData()}});
        if (style == "Section") {
            empty(x, "outlineLvl", {{"val", "0"}});
        }
        x.writeEndElement();
        x.writeStartElement(name(wordNs), name("rPr"));
        empty(
            x, "rFonts",
            {{"ascii", "Noto Sans CJK KR"}, {"hAnsi", "Noto Sans CJK KR"}, {"eastAsia", "Noto Sans CJK KR"}});
        if (look.bold) {
            empty(x, "b", {});
        }
        const QByteArray size = QByteArray::number(qRound(look.size * 2));
        empty(x, "sz", {{"val", size.constData()}});
        x.writeEndElement();
        x.writeEndElement();
    }

    int m_bookmarks = 0;
};

} // namespace

Result<QByteArray> odtOf(const Document& document) {
    const QByteArray kind = "application/vnd.oasis.opendocument.text";
    QByteArray manifest =
        R"(<?xml version="1.0" encoding="UTF-8"?>)"
        R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">)"
        R"(<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>)"
        R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)";
    Odt odt;
    const QByteArray content = odt.content(document);
    std::vector<ZippedFile> files{{"mimetype", kind, false}, {}, {"content.xml", content}};
    for (const ZippedFile& picture : odt.pictures()) {
        manifest += R"(<manifest:file-entry manifest:full-path=")" + picture.name +
                    R"(" manifest:media-type="image/svg+xml"/>)";
        files.push_back(picture);
    }
    files[1] = {"META-INF/manifest.xml", manifest + "</manifest:manifest>"};
    return zipped(files);
}

Result<QByteArray> docxOf(const Document& document) {
    const QByteArray types =
        R"(<?xml version="1.0" encoding="UTF-8"?>)"
        R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
        R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>)";
    const QByteArray relations =
        R"(<?xml version="1.0" encoding="UTF-8"?>)"
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        R"(<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%1" Target="%2"/></Relationships>)";
    const auto relation = [&relations](const char* type, const char* target) {
        return QByteArray(relations).replace("%1", type).replace("%2", target);
    };
    return zipped({{"[Content_Types].xml", types},
                   {"_rels/.rels", relation("officeDocument", "word/document.xml")},
                   {"word/_rels/document.xml.rels", relation("styles", "styles.xml")},
                   {"word/styles.xml", Docx::styles()},
                   {"word/document.xml", Docx().content(document)}});
}

} // namespace bongsu
