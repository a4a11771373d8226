// A document to be handed on, as its parts: what stands in it, and which entries of the record each part
// rests on. Every form of it (Markdown, HTML) is made of this and of nothing else.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/moment.h"
#include "domain/base/result.h"
#include "report/chart.h"

#include <QStringList>

#include <map>
#include <utility>
#include <vector>

namespace bongsu {

struct DocumentBlock {
    enum class Kind {
        Paragraph,
        Item, // of a list
        Table,
        Blank, // what a person has to write: `text` asks for it
        Chart  // what the tables beside it say, as a picture: forms that have none leave it out
    };
    Kind kind = Kind::Paragraph;
    DocumentText text{};
    std::vector<DocumentText> under{};             // of an item
    std::vector<QString> columns{};                // of a table
    std::vector<std::vector<DocumentText>> rows{}; // as wide as `columns`
    bongsu::Chart chart{};
    friend bool operator==(const DocumentBlock&, const DocumentBlock&) = default;
};

struct DocumentSection {
    QString key; // "summary": what it is called in files, never translated
    QString title;
    std::vector<DocumentBlock> blocks{};
    friend bool operator==(const DocumentSection&, const DocumentSection&) = default;
};

// An entry that the document rests on, as its appendix shows it.
struct DocumentEntry {
    quint64 seq;
    QString at; // day and time
    QString author;
    QString words;
    EventId event;
    friend bool operator==(const DocumentEntry&, const DocumentEntry&) = default;
};

struct Document {
    QString language; // "ko", "en"
    QString title;
    std::vector<std::pair<QString, QString>> head{}; // a name and what it is
    std::vector<DocumentSection> sections{};
    QString entriesTitle{};
    std::vector<DocumentEntry> entries{}; // every one that is named, by number
    QString foot{};                       // what it rests on, and how that is checked

    friend bool operator==(const Document&, const Document&) = default;
};

// Every text of its sections, to be looked at or to be changed.
template <class AnyDocument, class Look>
void eachText(AnyDocument& document, const Look& look) {
    for (auto& section : document.sections) {
        for (auto& block : section.blocks) {
            look(block.text);
            for (auto& text : block.under) {
                look(text);
            }
            for (auto& row : block.rows) {
                for (auto& cell : row) {
                    look(cell);
                }
            }
            eachChartText(block.chart, look);
        }
    }
}

// Entries that are named in it, rising.
std::vector<quint64> entriesNamedIn(const Document& document);

// The same with black squares in place of these words, wherever they stand and however their letters are
// written (upper or lower case, composed or not). Every form is made of what comes out. Empty words are
// passed over.
Document redacted(Document document, const QStringList& words);
inline constexpr qsizetype mostRedactions = 200; // words that may be given

// The forms. Entries are links to their place in the appendix; HTML is one file that asks for nothing else.
QByteArray markdownOf(const Document& document);
QByteArray htmlOf(const Document& document);
// Their parts, for a template of an organisation's own: "title", "language", "head", "foot", "entries",
// "sections", each section by itself ("section_measures", where a key has - it has _), of HTML also
// "contents" and "style". What people wrote in them is escaped.
using DocumentFragments = std::map<QString, QString>;
DocumentFragments markdownFragments(const Document& document);
DocumentFragments htmlFragments(const Document& document);
// For OpenDocument and for Word. Failure disk: they cannot be packed.
Result<QByteArray> odtOf(const Document& document);
Result<QByteArray> docxOf(const Document& document);

} // namespace bongsu
