// The lines of one incident's record as search, filters, jumps and summaries need them: held in memory beside
// the state, the words folded in one buffer, about 32 bytes and its words for a line.
#pragma once

#include "domain/event/text.h"
#include "domain/log/ledger.h"

#include <QByteArray>

#include <unordered_map>

namespace bongsu {

// What people look for, coarser than kinds of events.
enum class LineKind : quint8 {
    Other, // what keeps the record in order; kinds of newer versions
    Declaration,
    Note,
    Call,
    Request,
    Decision,
    Notice,
    Service,
    Restoration,
    Blocker,
    Authority,
    Correction,
    Command, // command, grade, phase, meeting, holds
    Role,    // who was called to which seat, and took it
    Task,
    Committee, // who was called together, what was put to them, how they voted
    Period,    // an operational period begins
    Last = Period
};
LineKind lineKindOf(const Facts& facts);

// Everything of the line that people can search: the words of its text, then those of its facts (services,
// sites), folded, one field a line. Between the two stands a vertical tab.
QByteArray searchableWords(const Facts& facts, const Text& text);

// What a line tells without its words.
struct LineTraits {
    Moment told;
    LineKind kind = LineKind::Other;
    std::optional<PersonId> person{};
    std::optional<PersonId> about{}; // somebody else whom the facts name
    bool isTold = false;             // people read it for itself
    bool isVoid = false;
};
LineTraits traitsOf(const Facts& facts, Moment createdAt, const std::optional<PersonId>& author);

// What later lines say of one.
struct Sayings {
    std::vector<quint64> corrections; // their numbers, rising
    bool withdrawn = false;           // by its author; not by an admin's erasure
    bool pinned = false;
};

class RecordIndex {
  public:
    // The next entry of the log, as the ledger accepted it.
    void take(const Accepted& accepted, const TextPart& text);
    // The words of its text leave the buffer at once. Beyond the last: nothing happens.
    void erase(quint64 seq);

    quint64 size() const { return m_lines.size(); } // the newest seq
    LineTraits traits(quint64 seq) const;           // 1 .. size()
    LineKind kind(quint64 seq) const { return m_lines[seq - 1].kind; }
    Moment told(quint64 seq) const { return Moment(Millis(m_lines[seq - 1].told)); }
    bool isTold(quint64 seq) const { return m_lines[seq - 1].isTold; }
    bool isVoid(quint64 seq) const { return m_lines[seq - 1].isVoid; }
    bool isBy(quint64 seq, const PersonId& person) const;
    bool isAbout(quint64 seq, const PersonId& person) const;
    QByteArrayView words(quint64 seq) const;
    QByteArrayView allWords() const { return m_words; }
    qsizetype wordsFrom(quint64 seq) const { return m_lines[seq - 1].wordsFrom; }
    // The line whose words hold this place of allWords().
    quint64 seqAt(qsizetype place) const;
    const std::vector<PersonId>& persons() const { return m_persons; } // who wrote or was named

    // Said by the lines up to this number: as it was known then. Nothing: none of them says anything.
    static constexpr quint64 all = ~quint64(0);
    std::optional<Sayings> sayings(const EventId& event, quint64 upTo = all) const;

    // The line that people mean by a time: the earliest told at or after it, else the latest told. 0: none.
    quint64 lineAt(Moment time) const;

    qsizetype bytes() const; // that it takes, about

  private:
    struct Line {
        qint64 told;
        qint64 wordsFrom;
        quint16 person; // 0: none, else m_persons[person - 1]
        quint16 about;
        LineKind kind;
        bool isTold;
        bool isVoid;
    };
    enum class Saying : quint8 { Corrects, Withdraws, Pins, Unpins };
    struct Said {
        quint64 seq;
        Saying saying;
    };
    using SaidOfEvents = std::unordered_map<EventId, std::vector<Said>, EventId::Hash>;

  public:
    // All that it holds, to be kept and brought back as it was (snapshot.h).
    using Parts = std::tuple<std::vector<Line>, QByteArray, std::vector<PersonId>,
                             std::map<PersonId, quint16>, SaidOfEvents>;
    auto parts() const { return std::tie(m_lines, m_words, m_persons, m_personNumbers, m_said); }
    void takeParts(Parts parts) {
        std::tie(m_lines, m_words, m_persons, m_personNumbers, m_said) = std::move(parts);
    }

  private:
    quint16 numberOf(const std::optional<PersonId>& person);
    void addWords(const QByteArray& words);
    void learn(const Accepted& accepted);

    std::vector<Line> m_lines;
    QByteArray m_words; // each line's end with a line break
    std::vector<PersonId> m_persons;
    std::map<PersonId, quint16> m_personNumbers;
    SaidOfEvents m_said; // rising
};

// Those of all incidents.
class Records {
  public:
    void take(const Accepted& accepted, const TextPart& text);
    void erase(const LogId& log, quint64 seq);
    const RecordIndex& of(const LogId& log) const; // an empty one where nothing is known

    using Parts = std::tuple<std::map<LogId, RecordIndex>>;
    auto parts() const { return std::tie(m_records); }
    void takeParts(Parts parts) { std::tie(m_records) = std::move(parts); }

  private:
    std::map<LogId, RecordIndex> m_records;
    RecordIndex m_none;
};

} // namespace bongsu
