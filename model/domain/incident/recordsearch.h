// Finding lines of a record: words, filters, and what happened while somebody was away.
#pragma once

#include "domain/incident/recordindex.h"

#include <QStringList>

#include <set>

namespace bongsu {

struct RecordFilter {
    std::vector<LineKind> kinds{};               // any of them; none given: all
    std::optional<std::set<PersonId>> persons{}; // who wrote it
    QString service{};                           // named in facts or words
    std::optional<PersonId> concerning{};        // "to me": names them, in facts or words
    QString concerningName{};                    // what they are called in words
    std::optional<Moment> from{};                // told at or after
    std::optional<Moment> until{};               // told before
    bool toldOnly = false;                       // without what keeps the record in order

    bool isEmpty() const;
    friend bool operator==(const RecordFilter&, const RecordFilter&) = default;
};

// One word of a query.
struct QueryWord {
    QString word;
    std::set<PersonId> authors{}; // people called so: what they wrote matches, too
};

// All of it must be met.
struct RecordQuery {
    std::vector<QueryWord> words{};
    bool isBeingTyped = false; // an input method is still composing the last word
    RecordFilter filter{};
};

// One line that has no number yet, for matches().
struct OwnLine {
    LineTraits traits;
    QByteArray words; // searchableWords()
};

// Newest first.
struct FoundLines {
    std::vector<quint64> seqs;
    quint64 before = 1; // seqs below it are not searched yet; 1: all are
};

// A query made ready for one search after another. Words are looked for as they are written, Korean
// consonants as beginnings of syllables.
class RecordSearch {
  public:
    explicit RecordSearch(RecordQuery query);
    ~RecordSearch();
    RecordSearch(RecordSearch&&) noexcept;
    RecordSearch& operator=(RecordSearch&&) noexcept;

    bool isEmpty() const; // neither words nor a filter: finds everything
    bool matches(const OwnLine& line) const;
    bool matches(const RecordIndex& record, quint64 seq) const;
    // At most `most` lines with a seq below `before`, looking at no more than about `bytes` of words.
    FoundLines find(const RecordIndex& record, quint64 before, int most, qsizetype bytes) const;

    // The places of the words in a text as it is shown: [from, length) in UTF-16 units, in order, apart.
    std::vector<std::pair<qsizetype, qsizetype>> placesIn(QStringView shown) const;

  private:
    struct Ready;
    std::unique_ptr<Ready> m_ready;
};

// The lines that pass, rising.
std::vector<quint64> filtered(const RecordIndex& record, const RecordFilter& filter);

// Who gives no sign for so long was away.
inline constexpr auto awayAfter = std::chrono::minutes(20);

// What others did from `fromSeq` up.
struct AwaySummary {
    int decisions = 0;
    int notices = 0;
    int serviceChanges = 0;
    int requests = 0;
    int blockers = 0;
    int commands = 0; // command, grade, phase, meeting, holds
    int lines = 0;    // all that people read
    std::vector<quint64>
        worthReading; // rising: decisions, notices, service changes, requests, blockers, commands

    friend bool operator==(const AwaySummary&, const AwaySummary&) = default;
};
// What is remembered of where somebody stopped reading a record, as it is kept in a home's settings.
struct ReadingStopped {
    quint64 seq;
    Moment at;

    friend bool operator==(const ReadingStopped&, const ReadingStopped&) = default;
};
QByteArray toSetting(const ReadingStopped& stopped);
std::optional<ReadingStopped>
readingStoppedFrom(QByteArrayView setting); // nothing: none, or not of this shape
QByteArray readingSettingKey(const LogId& log);

AwaySummary awaySince(const RecordIndex& record, quint64 fromSeq, const std::optional<PersonId>& me);

} // namespace bongsu
