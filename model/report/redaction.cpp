#include "domain/base/nfc.h"
#include "report/document.h"

namespace bongsu {

namespace {

// As many squares as tell nothing of how long it was.
const QString squares = QStringLiteral("\u25A0\u25A0\u25A0");

class Redaction {
  public:
    explicit Redaction(const QStringList& words) {
        for (const QString& word : words) {
            if (const QString known = toNfc(word.simplified()); !known.isEmpty()) {
                m_words += known;
            }
        }
        // A word that stands inside another one goes last: first the whole, then its part.
        std::sort(m_words.begin(), m_words.end(),
                  [](const QString& a, const QString& b) { return a.size() > b.size(); });
    }

    void in(QString& text) const {
        const QString before = toNfc(text);
        QString after = before.simplified();
        bool found = false;
        for (const QString& word : m_words) {
            found = after.contains(word, Qt::CaseInsensitive) || found;
            after.replace(word, squares, Qt::CaseInsensitive);
        }
        text = found ? after : before;
    }

  private:
    QStringList m_words;
};

} // namespace

Document redacted(Document document, const QStringList& words) {
    const Redaction redaction(words);
    redaction.in(document.title);
    for (auto& [name, what] : document.head) {
        redaction.in(name);
        redaction.in(what);
    }
    eachText(document, [&redaction](DocumentText& text) { redaction.in(text.words); });
    for (DocumentSection& section : document.sections) {
        redaction.in(section.title);
        for (DocumentBlock& block : section.blocks) {
            for (QString& column : block.columns) {
                redaction.in(column);
            }
        }
    }
    redaction.in(document.entriesTitle);
    for (DocumentEntry& entry : document.entries) {
        redaction.in(entry.at);
        redaction.in(entry.author);
        redaction.in(entry.words);
    }
    redaction.in(document.foot);
    return document;
}

} // namespace bongsu
