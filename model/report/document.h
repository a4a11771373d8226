// A document to be handed on, as its parts: what stands in it, and which entries of the record each part
// rests on. Every form of it (Markdown, HTML) is made of this and of nothing else.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/moment.h"
#include "domain/base/result.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace bongsu {

// Plain text on one line, and the entries that it was taken from, by their numbers.
struct DocumentText {
    QString words;
    std::vector<quint64> entries{};
    friend bool operator==(const DocumentText&, const DocumentText&) = default;
};

struct DocumentBlock {
    enum class Kind {
        Paragraph,
        Item, // of a list
        Table,
        Blank // what a person has to write: `text` asks for it
    };
    Kind kind = Kind::Paragraph;
    DocumentText text{};
    std::vector<DocumentText> under{};             // of an item
    std::vector<QString> columns{};                // of a table
    std::vector<std::vector<DocumentText>> rows{}; // as wide as `columns`
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
// For OpenDocument and for Word. Failure disk: they cannot be packed.
Result<QByteArray> odtOf(const Document& document);
Result<QByteArray> docxOf(const Document& document);

} // namespace bongsu
