// A file's bytes before anybody asks what they mean: their lines, and places in them.
#pragma once

#include "documents/faults.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace bongsu {

class SourceText {
  public:
    // Takes the byte order mark away, ends every line with \n, and leaves out the empty end of the file.
    explicit SourceText(QByteArrayView bytes);

    const QByteArray& bytes() const { return m_bytes; }
    // Says what no text file of people holds: bytes that are not UTF-8, a control character (the first each),
    // tabs that indent.
    bool isClean(Faults& faults) const;

    // The place of a byte; of one behind the end the last there is.
    Position positionOf(qsizetype offset) const;
    qsizetype offsetOf(int line,
                       int columnBytes) const; // both from 0; where there is none the nearest before
    char at(qsizetype offset) const;           // NUL behind the end

    // Where what was read before `offset` ends, whatever empty lines and comments lie between.
    Position lastSignBefore(qsizetype offset) const;
    // The quotation mark after `offset` that none closes; `offset` where there is none.
    qsizetype openQuoteFrom(qsizetype offset) const;

    // The innermost bracket of those that open from `from` on and none closes up to `to`, or that another
    // kind closes; `from` where there is none.
    qsizetype openBracketBetween(qsizetype from, qsizetype to) const;

  private:
    struct Counted {
        qsizetype offset = 0;
        Position position{};
    };
    qsizetype quoteEnd(qsizetype offset) const; // of a quotation that begins there; `offset` where none does

    QByteArray m_bytes;
    std::vector<qsizetype> m_lines; // where each begins
    mutable Counted m_counted;      // the place asked for last: in a long line the next is counted from there
};

} // namespace bongsu
