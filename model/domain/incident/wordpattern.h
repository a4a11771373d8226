// One word of a search as what its UTF-8 bytes may be.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace bongsu {

// A reading (readingsOf) made ready to be looked for in folded UTF-8: bytes as they are, and in the place of
// a consonant any syllable that begins with it. Its longest piece of plain bytes is found first, by memmem;
// consonants alone are found sixteen bytes at a time.
class WordPattern {
  public:
    WordPattern(const QString& reading, bool isBeingTyped);

    qsizetype size() const { return m_size; } // bytes, as many wherever it is found
    // The first place from `from` up; -1: none.
    qsizetype find(QByteArrayView words, qsizetype from) const;

  private:
    // Bytes as they are, or one Korean character out of a range (three bytes read as one number: their order
    // is that of the characters).
    struct Unit {
        QByteArray literal{};
        quint32 first = 1;
        quint32 last = 0;
        quint32 itself = 0;

        qsizetype size() const { return literal.isEmpty() ? 3 : literal.size(); }
        bool fits(const char* at) const;
    };

    const char* nextLiteral(const char* at, const char* end) const;
    const char* nextInRange(const char* at, const char* end) const;
    bool fitsAround(const char* start) const;

    std::vector<Unit> m_units;
    std::size_t m_anchor = 0; // the unit that is looked for
    qsizetype m_anchorAt = 0;
    qsizetype m_size = 0;
};

} // namespace bongsu
