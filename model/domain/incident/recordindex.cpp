#include "domain/incident/recordindex.h"

#include "domain/base/hangul.h"
#include "domain/incident/timeline.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace bongsu {

namespace {

LineKind kindOfNote(NoteKind kind) {
    switch (kind) {
    case NoteKind::Call:
        return LineKind::Call;
    case NoteKind::Request:
        return LineKind::Request;
    case NoteKind::Observation:
        break;
    }
    return LineKind::Note;
}

template <class... Kinds>
bool isAny(const Facts& facts) {
    return (std::holds_alternative<Kinds>(facts) || ...);
}

void add(QString& words, const QString& more) {
    if (!more.isEmpty()) {
        words += more;
        words += u'\n';
    }
}
void add(QString& words, const std::optional<QString>& more) {
    add(words, more.value_or(QString()));
}
void add(QString& words, const std::vector<QString>& more) {
    for (const QString& one : more) {
        add(words, one);
    }
}
void add(QString& words, const std::optional<std::vector<QString>>& more) {
    add(words, more.value_or(std::vector<QString>()));
}

void addFacts(QString& words, const Facts& facts) {
    std::visit(
        [&]<class T>(const T& f) {
            if constexpr (requires { f.failureType; }) {
                add(words, f.failureType);
                add(words, f.sites);
            }
            if constexpr (requires { f.services; }) {
                add(words, f.services);
            }
            if constexpr (requires { f.function; }) {
                add(words, f.function);
            }
            if constexpr (requires { f.service; }) {
                add(words, f.service);
            }
            if constexpr (requires { f.platform; }) {
                add(words, f.platform);
            }
            if constexpr (requires { f.states; }) {
                for (const StateNamed& named : f.states) {
                    add(words, named.service);
                    add(words, named.function);
                }
            }
            if constexpr (requires { f.site; }) {
                add(words, f.site);
            }
            if constexpr (requires { f.seat; }) {
                add(words, f.seat);
            }
            if constexpr (requires { f.calls; }) {
                for (const SeatCall& call : f.calls) {
                    add(words, call.seat);
                }
            }
            if constexpr (requires { f.outgoings; }) {
                for (const Outgoing& outgoing : f.outgoings) {
                    add(words, outgoing.channel);
                }
            }
            if constexpr (requires { f.channel; }) {
                add(words, f.channel);
            }
        },
        facts);
}

constexpr QChar betweenParts = u'\v';
constexpr std::size_t mostNumbers = std::numeric_limits<quint16>::max() - 1;

} // namespace

LineKind lineKindOf(const Facts& facts) {
    if (const auto* note = std::get_if<NoteAdded>(&facts)) {
        return kindOfNote(note->noteKind);
    }
    if (std::holds_alternative<IncidentDeclared>(facts)) {
        return LineKind::Declaration;
    }
    if (std::holds_alternative<DecisionMade>(facts)) {
        return LineKind::Decision;
    }
    if (isAny<NoticeRecorded, NoticeProposed, NoticeAnswered, NoticeOverridden, NoticeStopped, DeliveryBegun,
              DeliveryTold, DeliveryDecided>(facts)) {
        return LineKind::Notice;
    }
    if (isAny<ServiceStated, ServicesConfirmed, ImpactStated, CauseStated, RecoveryExpected>(facts)) {
        return LineKind::Service;
    }
    if (std::holds_alternative<RestorationCounted>(facts)) {
        return LineKind::Restoration;
    }
    if (isAny<AuthorityRecorded, AlertLevelSet, ReportIssued, DutyBegun, DutySettled>(facts)) {
        return LineKind::Authority;
    }
    if (std::holds_alternative<EntryCorrected>(facts)) {
        return LineKind::Correction;
    }
    if (isAny<ActionAdded, ActionChanged, ActionSettled, StepAssigned, StepSettled>(facts)) {
        return LineKind::Task;
    }
    if (isAny<BlockerRaised, BlockerCleared>(facts)) {
        return LineKind::Blocker;
    }
    if (isAny<SeatsCalled, SeatAnswered, SeatPassed, SeatVacated, ManualAttached, PageBegun, PageTold,
              PageAnswered>(facts)) {
        return LineKind::Role;
    }
    if (isAny<TasksAdded, TaskSettled>(facts)) {
        return LineKind::Task;
    }
    if (isAny<ResourceRequested, ResourceSettled>(facts)) {
        return LineKind::Request;
    }
    if (isAny<CommitteeCalled, CommitteeAttended, MotionOpened, MotionVoted, MotionClosed>(facts)) {
        return LineKind::Committee;
    }
    if (std::holds_alternative<PeriodOpened>(facts)) {
        return LineKind::Period;
    }
    return isAny<CommandTaken, GradeChanged, PhaseChanged, MeetingSet, WorkHeld, WorkReleased,
                 IncidentJoined>(facts)
               ? LineKind::Command
               : LineKind::Other;
}

QByteArray searchableWords(const Facts& facts, const Text& text) {
    QString words;
    add(words, text.text);
    for (const auto& field :
         {text.reason, text.basis, text.name, text.deviceName, text.party, text.place, text.promised}) {
        add(words, field);
    }
    add(words, text.options);
    add(words, text.original);
    words.replace(betweenParts, u' ');
    words += betweenParts;
    addFacts(words, facts);
    return folded(words).toUtf8();
}

LineTraits traitsOf(const Facts& facts, Moment createdAt, const std::optional<PersonId>& author) {
    LineTraits traits{
        .told = createdAt, .kind = lineKindOf(facts), .person = author, .isTold = isTold(facts)};
    if (const bongsu::Line* line = lineOf(facts)) {
        traits.told = line->occurredAt.value_or(createdAt);
    }
    if (const auto* decision = std::get_if<DecisionMade>(&facts)) {
        traits.about = decision->decidedBy;
    }
    return traits;
}

void RecordIndex::take(const Accepted& accepted, const TextPart& text) {
    Q_ASSERT(accepted.entry.seq == m_lines.size() + 1);
    const LineTraits traits =
        traitsOf(accepted.facts, accepted.event.header.createdAt, accepted.author.person);
    m_lines.push_back({traits.told.time_since_epoch().count(), m_words.size(), numberOf(traits.person),
                       numberOf(traits.about), traits.kind, traits.isTold, accepted.verdict.has_value()});
    const auto body = text.part ? decodeBody<Text>(text.part->bytes) : std::optional<Text>();
    addWords(searchableWords(accepted.facts, body.value_or(Text{})));
    if (!accepted.verdict) {
        learn(accepted);
    }
}

// A quarter more at a time: twice would hold as much again for nothing.
void RecordIndex::addWords(const QByteArray& words) {
    const qsizetype needed = m_words.size() + words.size() + 1;
    if (needed > m_words.capacity()) {
        m_words.reserve(needed + needed / 4 + 4096);
    }
    m_words += words;
    m_words += '\n';
}

void RecordIndex::learn(const Accepted& accepted) {
    const auto say = [&](const EventId& target, Saying saying) {
        m_said[target].push_back({accepted.entry.seq, saying});
    };
    if (const auto* corrected = std::get_if<EntryCorrected>(&accepted.facts)) {
        say(corrected->target, Saying::Corrects);
    } else if (const auto* withdrawn = std::get_if<EntryWithdrawn>(&accepted.facts)) {
        say(withdrawn->target, Saying::Withdraws);
    } else if (const auto* pinned = std::get_if<EntryPinned>(&accepted.facts)) {
        say(pinned->target, pinned->pinned ? Saying::Pins : Saying::Unpins);
    }
}

void RecordIndex::erase(quint64 seq) {
    if (seq == 0 || seq > m_lines.size()) {
        return;
    }
    const QByteArrayView all = words(seq);
    const QByteArrayView gone = all.first(std::max<qsizetype>(0, all.lastIndexOf('\v')));
    std::memset(m_words.data() + (gone.data() - m_words.constData()), '\n', std::size_t(gone.size()));
}

quint16 RecordIndex::numberOf(const std::optional<PersonId>& person) {
    if (!person) {
        return 0;
    }
    const auto known = m_personNumbers.find(*person);
    if (known != m_personNumbers.end() ||
        m_persons.size() >= mostNumbers) { // more than an organisation may have
        return known == m_personNumbers.end() ? quint16(0) : known->second;
    }
    m_persons.push_back(*person);
    const auto number = quint16(m_persons.size());
    m_personNumbers.emplace(*person, number);
    return number;
}

LineTraits RecordIndex::traits(quint64 seq) const {
    const Line& line = m_lines[seq - 1];
    const auto person = [this](quint16 number) {
        return number == 0 ? std::nullopt : std::optional(m_persons[number - 1u]);
    };
    return {told(seq), line.kind, person(line.person), person(line.about), line.isTold, line.isVoid};
}

bool RecordIndex::isBy(quint64 seq, const PersonId& person) const {
    const quint16 number = m_lines[seq - 1].person;
    return number != 0 && m_persons[number - 1u] == person;
}

bool RecordIndex::isAbout(quint64 seq, const PersonId& person) const {
    const quint16 number = m_lines[seq - 1].about;
    return number != 0 && m_persons[number - 1u] == person;
}

QByteArrayView RecordIndex::words(quint64 seq) const {
    const qsizetype from = wordsFrom(seq);
    const qsizetype end = seq < m_lines.size() ? wordsFrom(seq + 1) : m_words.size();
    return QByteArrayView(m_words).sliced(from, end - from);
}

quint64 RecordIndex::seqAt(qsizetype place) const {
    const auto behind = std::upper_bound(m_lines.begin(), m_lines.end(), place,
                                         [](qsizetype at, const Line& line) { return at < line.wordsFrom; });
    return quint64(behind - m_lines.begin());
}

std::optional<Sayings> RecordIndex::sayings(const EventId& event, quint64 upTo) const {
    const auto found = m_said.find(event);
    if (found == m_said.end() || found->second.front().seq > upTo) {
        return std::nullopt;
    }
    Sayings sayings;
    for (const Said& said : found->second) {
        if (said.seq > upTo) {
            break;
        }
        switch (said.saying) {
        case Saying::Corrects:
            sayings.corrections.push_back(said.seq);
            break;
        case Saying::Withdraws:
            sayings.withdrawn = true;
            break;
        case Saying::Pins:
        case Saying::Unpins:
            sayings.pinned = said.saying == Saying::Pins;
            break;
        }
    }
    return sayings;
}

quint64 RecordIndex::lineAt(Moment time) const {
    const qint64 wanted = time.time_since_epoch().count();
    std::size_t after = m_lines.size();
    std::size_t latest = m_lines.size();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        if (!line.isTold) {
            continue;
        }
        if (line.told >= wanted && (after == m_lines.size() || line.told < m_lines[after].told)) {
            after = i;
        }
        if (latest == m_lines.size() || line.told >= m_lines[latest].told) {
            latest = i;
        }
    }
    const std::size_t found = after < m_lines.size() ? after : latest;
    return found < m_lines.size() ? found + 1 : 0;
}

qsizetype RecordIndex::bytes() const {
    return m_words.capacity() + qsizetype(m_lines.capacity() * sizeof(Line));
}

void Records::take(const Accepted& accepted, const TextPart& text) {
    const auto& org = accepted.event.header.org; // the foundation names none
    if (org && LogId::of(*org) != accepted.log) {
        m_records[accepted.log].take(accepted, text);
    }
}

void Records::erase(const LogId& log, quint64 seq) {
    if (const auto found = m_records.find(log); found != m_records.end()) {
        found->second.erase(seq);
    }
}

const RecordIndex& Records::of(const LogId& log) const {
    const auto found = m_records.find(log);
    return found == m_records.end() ? m_none : found->second;
}

} // namespace bongsu
