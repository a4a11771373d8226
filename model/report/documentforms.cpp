#include "domain/base/html.h"
#include "report/chartsvg.h"
#include "report/document.h"
#include "report/documentstyle.h"
#include "report/markdowntext.h"

#include <set>

namespace bongsu {

namespace {

QString mark(quint64 seq) {
    return u'#' + QString::number(seq);
}

class Markdown {
  public:
    QByteArray of(const Document& document) {
        m_lines = {QStringLiteral("# ") + inMarkdown(document.title), QString()};
        writeHead(document);
        for (const DocumentSection& section : document.sections) {
            m_lines += QString();
            writeSection(section);
        }
        if (!document.entries.empty()) {
            m_lines += QString();
        }
        writeEntries(document);
        m_lines += {QString(), inMarkdown(document.foot)};
        return m_lines.join(u'\n').toUtf8() + '\n';
    }

    // What one of these writes.
    template <class Write>
    static QString part(const Write& write) {
        Markdown form;
        write(form);
        return form.m_lines.join(u'\n');
    }
    void writeHead(const Document& document) {
        for (const auto& [name, words] : document.head) {
            m_lines += QStringLiteral("- **") + inMarkdown(name) + QStringLiteral("**: ") + inMarkdown(words);
        }
    }
    void writeSection(const DocumentSection& section) {
        m_lines += {QStringLiteral("## ") + inMarkdown(section.title), QString()};
        for (const DocumentBlock& block : section.blocks) {
            write(block);
        }
    }
    void writeEntries(const Document& document) {
        if (!document.entries.empty()) {
            m_lines += {QStringLiteral("## ") + inMarkdown(document.entriesTitle), QString()};
        }
        for (const DocumentEntry& entry : document.entries) {
            m_lines += QStringLiteral("- <a id=\"entry-%1\"></a>**#%1** ").arg(entry.seq) +
                       inMarkdown(entry.at) + QStringLiteral(" \u00B7 ") + inMarkdown(entry.author) +
                       QStringLiteral(": ") + inMarkdown(entry.words) + QStringLiteral(" `") +
                       entry.event.toHex() + u'`';
        }
    }

  private:
    static QString said(const DocumentText& text) {
        QString words = inMarkdown(text.words);
        for (const quint64 seq : text.entries) {
            words += QStringLiteral(" [\\#%1](#entry-%1)").arg(seq);
        }
        return words;
    }

    void write(const DocumentBlock& block) {
        switch (block.kind) {
        case DocumentBlock::Kind::Paragraph:
            m_lines += {said(block.text), QString()};
            break;
        case DocumentBlock::Kind::Item:
            m_lines += QStringLiteral("- ") + said(block.text);
            for (const DocumentText& text : block.under) {
                m_lines += QStringLiteral("  - ") + said(text);
            }
            break;
        case DocumentBlock::Kind::Table:
            writeTable(block);
            break;
        case DocumentBlock::Kind::Blank:
            m_lines += {QStringLiteral("> ") + said(block.text), QString()};
            break;
        case DocumentBlock::Kind::Chart:
            break; // the tables say the same
        }
    }

    void writeTable(const DocumentBlock& block) {
        const auto row = [this](const QStringList& cells) {
            m_lines += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |");
        };
        QStringList names;
        QStringList rules;
        for (const QString& column : block.columns) {
            names += inMarkdown(column);
            rules += QStringLiteral("---");
        }
        row(names);
        row(rules);
        for (const auto& cells : block.rows) {
            QStringList words;
            for (const DocumentText& cell : cells) {
                words += said(cell);
            }
            row(words);
        }
        m_lines += QString();
    }

    QStringList m_lines;
};

class Page {
  public:
    QByteArray of(const Document& document) {
        m_html.open(QLatin1String("html"), {{QLatin1String("lang"), document.language}});
        m_html.open(QLatin1String("head"));
        m_html.empty(QLatin1String("meta"), {{QLatin1String("charset"), QStringLiteral("utf-8")}});
        m_html.empty(QLatin1String("meta"),
                     {{QLatin1String("name"), QStringLiteral("viewport")},
                      {QLatin1String("content"), QStringLiteral("width=device-width, initial-scale=1")}});
        m_html.element(QLatin1String("title"), {}, document.title);
        m_html.style(documentStyle());
        m_html.close();
        m_html.open(QLatin1String("body"));
        m_html.open(QLatin1String("header"));
        m_html.element(QLatin1String("h1"), {}, document.title);
        writeHead(document);
        m_html.close();
        m_html.open(QLatin1String("main"));
        writeContents(document);
        for (const DocumentSection& section : document.sections) {
            writeSection(section);
        }
        writeEntries(document);
        m_html.close();
        m_html.open(QLatin1String("footer"));
        m_html.element(QLatin1String("p"), {}, document.foot);
        for (int open = 0; open < 3; ++open) {
            m_html.close();
        }
        return m_html.bytes();
    }

    // What one of these writes.
    template <class Write>
    static QString part(const Write& write) {
        Page form;
        write(form);
        return form.m_html.inner();
    }
    void writeHead(const Document& document) {
        m_html.open(QLatin1String("dl"));
        for (const auto& [name, words] : document.head) {
            m_html.element(QLatin1String("dt"), {}, name);
            m_html.element(QLatin1String("dd"), {}, words);
        }
        m_html.close();
    }

  private:
    void link(const QString& to, const QString& words, const QString& kind = {}) {
        m_html.element(QLatin1String("a"),
                       {{QLatin1String("href"), u'#' + to}, {QLatin1String("class"), kind}}, words);
    }

  public:
    void writeContents(const Document& document) {
        m_html.open(QLatin1String("nav"), {{QLatin1String("aria-label"), document.title}});
        m_html.open(QLatin1String("ol"));
        const auto item = [this](const QString& key, const QString& title) {
            m_html.open(QLatin1String("li"));
            link(key, title);
            m_html.close();
        };
        for (const DocumentSection& section : document.sections) {
            item(section.key, section.title);
        }
        if (!document.entries.empty()) {
            item(QStringLiteral("entries"), document.entriesTitle);
        }
        m_html.close();
        m_html.close();
    }

  private:
    void say(const DocumentText& text) {
        m_html.text(text.words);
        for (const quint64 seq : text.entries) {
            m_html.text(u" ");
            link(QStringLiteral("entry-%1").arg(seq), mark(seq), QStringLiteral("entry"));
        }
    }
    void element(const char* name, const DocumentText& text, const QString& kind = {}) {
        m_html.open(QLatin1String(name), {{QLatin1String("class"), kind}});
        say(text);
        m_html.close();
    }

  public:
    void writeSection(const DocumentSection& section) {
        m_html.open(QLatin1String("section"), {{QLatin1String("id"), section.key}});
        m_html.element(QLatin1String("h2"), {}, section.title);
        bool inList = false;
        const auto setList = [this, &inList](bool wanted) {
            if (wanted != inList) {
                wanted ? m_html.open(QLatin1String("ul")) : m_html.close();
                inList = wanted;
            }
        };
        for (const DocumentBlock& block : section.blocks) {
            setList(block.kind == DocumentBlock::Kind::Item);
            write(block);
        }
        setList(false);
        m_html.close();
    }

  private:
    void write(const DocumentBlock& block) {
        switch (block.kind) {
        case DocumentBlock::Kind::Paragraph:
            element("p", block.text);
            break;
        case DocumentBlock::Kind::Blank:
            element("p", block.text, QStringLiteral("blank"));
            break;
        case DocumentBlock::Kind::Item:
            writeItem(block);
            break;
        case DocumentBlock::Kind::Table:
            writeTable(block);
            break;
        case DocumentBlock::Kind::Chart:
            writeChart(block.chart);
            break;
        }
    }

    // Two pictures, of which the style sheet shows one: letters are as large on a phone as on a desk.
    void writeChart(const Chart& chart) {
        m_html.open(QLatin1String("figure"));
        m_html.element(QLatin1String("figcaption"), {}, chart.title.words);
        writePicture(chart, pictureOf(chart, wideChart), QStringLiteral("chart roomy"));
        writePicture(chart, pictureOf(chart, narrowChart), QStringLiteral("chart tight"));
        if (!chart.note.words.isEmpty()) {
            element("p", chart.note);
        }
        m_html.close();
    }
    void writePicture(const Chart& chart, const ChartPicture& picture, const QString& kind) {
        m_html.open(QLatin1String("svg"),
                    {{QLatin1String("class"), kind},
                     {QLatin1String("role"), QStringLiteral("img")},
                     {QLatin1String("width"), svgNumber(picture.width)},
                     {QLatin1String("height"), svgNumber(picture.height)},
                     {QLatin1String("viewBox"),
                      QStringLiteral("0 0 %1 %2").arg(svgNumber(picture.width), svgNumber(picture.height))}});
        m_html.element(QLatin1String("title"), {}, chart.title.words);
        m_html.element(QLatin1String("desc"), {}, chart.description.words);
        for (const ChartPath& path : picture.paths) {
            m_html.element(
                QLatin1String("path"),
                {{QLatin1String("class"), chartClassOf(path.look)}, {QLatin1String("d"), svgPathOf(path)}},
                {});
        }
        for (const ChartLabel& label : picture.labels) {
            m_html.element(QLatin1String("text"),
                           {{QLatin1String("x"), svgNumber(label.x)},
                            {QLatin1String("y"), svgNumber(label.y)},
                            {QLatin1String("text-anchor"), svgAnchorOf(label.side)}},
                           label.words);
        }
        m_html.close();
    }

    void writeItem(const DocumentBlock& block) {
        m_html.open(QLatin1String("li"));
        say(block.text);
        if (!block.under.empty()) {
            m_html.open(QLatin1String("ul"));
            for (const DocumentText& text : block.under) {
                element("li", text);
            }
            m_html.close();
        }
        m_html.close();
    }

    void writeTable(const DocumentBlock& block) {
        m_html.open(QLatin1String("div"), {{QLatin1String("class"), QStringLiteral("wide")}});
        m_html.open(QLatin1String("table"));
        m_html.open(QLatin1String("thead"));
        m_html.open(QLatin1String("tr"));
        for (const QString& column : block.columns) {
            m_html.element(QLatin1String("th"), {{QLatin1String("scope"), QStringLiteral("col")}}, column);
        }
        m_html.close();
        m_html.close();
        m_html.open(QLatin1String("tbody"));
        for (const auto& cells : block.rows) {
            m_html.open(QLatin1String("tr"));
            for (const DocumentText& cell : cells) {
                element("td", cell);
            }
            m_html.close();
        }
        for (int open = 0; open < 3; ++open) {
            m_html.close();
        }
    }

  public:
    void writeEntries(const Document& document) {
        if (document.entries.empty()) {
            return;
        }
        m_html.open(QLatin1String("section"), {{QLatin1String("id"), QStringLiteral("entries")},
                                               {QLatin1String("class"), QStringLiteral("entries")}});
        m_html.element(QLatin1String("h2"), {}, document.entriesTitle);
        m_html.open(QLatin1String("ul"));
        for (const DocumentEntry& entry : document.entries) {
            m_html.open(QLatin1String("li"),
                        {{QLatin1String("id"), QStringLiteral("entry-%1").arg(entry.seq)}});
            m_html.element(QLatin1String("strong"), {}, mark(entry.seq));
            m_html.text(u' ' + entry.at + QStringLiteral(" \u00B7 ") + entry.author + QStringLiteral(": ") +
                        entry.words + u' ');
            m_html.element(QLatin1String("code"), {}, entry.event.toHex());
            m_html.close();
        }
        m_html.close();
        m_html.close();
    }

  private:
    Html m_html;
};

template <class Form>
DocumentFragments fragmentsOf(const Document& document) {
    DocumentFragments fragments;
    QStringList all;
    for (const DocumentSection& section : document.sections) {
        const QString words = Form::part([&section](Form& form) { form.writeSection(section); });
        fragments.insert_or_assign(QStringLiteral("section_") + QString(section.key).replace(u'-', u'_'),
                                   words);
        all += words;
    }
    fragments.insert_or_assign(QStringLiteral("sections"), all.join(u'\n'));
    fragments.insert_or_assign(QStringLiteral("head"),
                               Form::part([&document](Form& form) { form.writeHead(document); }));
    fragments.insert_or_assign(QStringLiteral("entries"),
                               Form::part([&document](Form& form) { form.writeEntries(document); }));
    fragments.insert_or_assign(QStringLiteral("language"), document.language);
    return fragments;
}

} // namespace

std::vector<quint64> entriesNamedIn(const Document& document) {
    std::set<quint64> named;
    eachText(document,
             [&named](const DocumentText& text) { named.insert(text.entries.begin(), text.entries.end()); });
    return {named.begin(), named.end()};
}

DocumentFragments markdownFragments(const Document& document) {
    DocumentFragments fragments = fragmentsOf<Markdown>(document);
    fragments.insert_or_assign(QStringLiteral("title"), inMarkdown(document.title));
    fragments.insert_or_assign(QStringLiteral("foot"), inMarkdown(document.foot));
    return fragments;
}

DocumentFragments htmlFragments(const Document& document) {
    DocumentFragments fragments = fragmentsOf<Page>(document);
    fragments.insert_or_assign(QStringLiteral("title"), escaped(document.title));
    fragments.insert_or_assign(QStringLiteral("foot"), escaped(document.foot));
    fragments.insert_or_assign(QStringLiteral("contents"),
                               Page::part([&document](Page& form) { form.writeContents(document); }));
    fragments.insert_or_assign(QStringLiteral("style"), documentStyle().toString());
    return fragments;
}

QByteArray markdownOf(const Document& document) {
    return Markdown().of(document);
}

QByteArray htmlOf(const Document& document) {
    return Page().of(document);
}

} // namespace bongsu
