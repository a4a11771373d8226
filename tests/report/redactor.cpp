// Makes random documents, takes random words out of them, and writes every form there is:
//   redactor FOLDER FIRST COUNT
// For each number N the files N.md, N.html, N.odt, N.docx and N.pdf, and N.json with the words that were
// taken out. What stands in them is judged by programs that are not ours (test_redaction.py).
#include "domain/dice.h"
#include "report/document.h"
#include "ui/outgoing/documentpaper.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfWriter>

#include <cstdio>

using namespace bongsu;

namespace {

class Maker {
  public:
    explicit Maker(quint32 seed) : m_dice(seed) {
        for (int i = 0; i < 30; ++i) {
            m_words += word();
        }
    }

    Document document() {
        Document made;
        made.language = QStringLiteral("ko");
        made.title = sentence();
        made.head = {{sentence(), sentence()}};
        for (int i = 0; i < 3; ++i) {
            DocumentSection section{QStringLiteral("s%1").arg(i), sentence()};
            for (int block = 0; block < 4; ++block) {
                section.blocks.push_back(this->block());
            }
            made.sections.push_back(std::move(section));
        }
        made.entriesTitle = sentence();
        made.entries = {{7, sentence(), sentence(), sentence(), EventId::zeros()}};
        made.foot = sentence();
        return made;
    }
    // As somebody types them: any case, any white space between, sometimes two together.
    QStringList removed() {
        QStringList words;
        for (quint64 left = 1 + m_dice.below(4); left > 0; --left) {
            const QString one = m_dice.oneOf(m_words);
            words += m_dice.coin() ? one.toUpper() : one;
        }
        return words;
    }

  private:
    // Long enough that no word of a form's own is one of them by chance.
    QString word() {
        static const QStringList syllables{QStringLiteral("판"), QStringLiteral("교"),  QStringLiteral("전"),
                                           QStringLiteral("원"), QStringLiteral("김"),  QStringLiteral("하"),
                                           QStringLiteral("늘"), QStringLiteral("xq"),  QStringLiteral("zv"),
                                           QStringLiteral("é"),  QStringLiteral("<b>"), QStringLiteral("&"),
                                           QStringLiteral("*"),  QStringLiteral("_"),   QStringLiteral("|")};
        QString made = QStringLiteral("q");
        for (quint64 left = 4 + m_dice.below(4); left > 0; --left) {
            made += m_dice.oneOf(syllables);
        }
        return made + u'q';
    }
    QString sentence() {
        QStringList words;
        for (quint64 left = 1 + m_dice.below(6); left > 0; --left) {
            const QString one = m_dice.oneOf(m_words);
            words += m_dice.below(4) == 0   ? one.toUpper()
                     : m_dice.below(6) == 0 ? one.normalized(QString::NormalizationForm_D)
                                            : one;
        }
        return words.join(m_dice.coin() ? QStringLiteral(" ") : QStringLiteral(", "));
    }
    DocumentText text() {
        return {sentence(), m_dice.coin() ? std::vector<quint64>{7} : std::vector<quint64>()};
    }
    DocumentBlock block() {
        DocumentBlock made{.kind = DocumentBlock::Kind(m_dice.below(5)), .text = text()};
        if (made.kind == DocumentBlock::Kind::Item) {
            made.under = {text()};
        } else if (made.kind == DocumentBlock::Kind::Table) {
            made.columns = {sentence(), sentence()};
            made.rows = {{text(), text()}, {text(), text()}};
        } else if (made.kind == DocumentBlock::Kind::Chart) {
            made.chart = m_dice.coin() ? rows() : curve();
        }
        return made;
    }
    // With words in every place that has any.
    Chart rows() {
        Chart made{.title = text(), .description = text(), .note = text()};
        made.ticks = {{0, 1, text()}, {0.5, 0, text()}};
        for (const ChartInk ink : {ChartInk::Worst, ChartInk::Late}) {
            made.rows.push_back(
                {text(),
                 text(),
                 {{0.1, 0.6, ink, m_dice.coin()}},
                 {{0.2, ChartMark::Kind::Notice, text()}, {0.7, ChartMark::Kind::End, text()}}});
            made.keys.push_back({ink, {}, text()});
        }
        return made;
    }
    Chart curve() {
        Chart made{.title = text(), .description = text()};
        made.ticks = {{0.5, 0, text()}};
        made.levels = {{0, text()}, {1, text(), true}};
        made.points = {{0.1, 0.2, 0.3, text()}, {0.9, 0.8, 0.8, text()}};
        return made;
    }

    Dice m_dice;
    QStringList m_words;
};

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool print(const QString& path, const Document& document) {
    QPdfWriter writer(path);
    SectionPages pages;
    int total = 0;
    for (const bool painting : {false, true}) {
        Paper paper(writer, PageHead{{}, document.title, {}, {}, {}, {}}, painting ? total : 0);
        if (!paper.begin()) {
            return false;
        }
        layDocument(paper, document, pages);
        total = paper.pages();
    }
    return true;
}

bool make(const QString& start, quint32 seed) {
    Maker maker(seed);
    const Document whole = maker.document();
    const QStringList removed = maker.removed();
    const Document document = redacted(whole, removed);
    const auto odt = odtOf(document);
    const auto docx = docxOf(document);
    const QJsonObject about{{QStringLiteral("removed"), QJsonArray::fromStringList(removed)},
                            {QStringLiteral("before"), QString::fromUtf8(markdownOf(whole))}};
    return odt && docx && write(start + QStringLiteral(".odt"), *odt) &&
           write(start + QStringLiteral(".docx"), *docx) &&
           write(start + QStringLiteral(".md"), markdownOf(document)) &&
           write(start + QStringLiteral(".html"), htmlOf(document)) &&
           print(start + QStringLiteral(".pdf"), document) &&
           write(start + QStringLiteral(".json"), QJsonDocument(about).toJson());
}

} // namespace

int main(int argc, char** argv) {
    const QGuiApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const int first = words.value(2).toInt();
    for (int seed = first; seed < first + words.value(3).toInt(); ++seed) {
        if (!make(words.value(1) + u'/' + QString::number(seed), quint32(seed))) {
            std::fprintf(stderr, "seed %d could not be written\n", seed);
            return 1;
        }
    }
    return 0;
}
