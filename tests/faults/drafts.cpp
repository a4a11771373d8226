#include "faults/drafts.h"

namespace bongsu {

namespace {

Text words(const QString& line) {
    Text text;
    text.text = line;
    return text;
}

Result<Recorded> called(Journal& journal, const LogId& log, samples::SeededRandomness& random) {
    std::vector<PersonId> people;
    for (const auto& [person, known] : journal.organisation().persons) {
        people.push_back(person);
    }
    const QString seat = QStringLiteral("seat %1").arg(random.below(8));
    const auto& seats = journal.incident(log)->seats;
    const auto known = seats.find(seat);
    SeatsCalled facts;
    facts.calls.push_back({seat,
                           people[random.below(quint32(people.size()))],
                           {},
                           quint64(Millis(std::chrono::hours(24)).count()),
                           known == seats.end() ? std::nullopt : std::optional(known->second.setBy),
                           std::nullopt});
    return journal.record(log, facts, {});
}

Result<Recorded> proposed(Journal& journal, const LogId& log) {
    NoticeProposed facts;
    facts.outgoings = {
        {QStringLiteral("page"), Audience::Users, {Disclosure::Event, Disclosure::Contact}, std::nullopt}};
    facts.validForMs = quint64(Millis(std::chrono::hours(1)).count());
    facts.against = journal.incident(log)->approved.last;
    return journal.recordNaming(log, facts, "the texts");
}

Result<Recorded> written(Journal& journal, const LogId& log, samples::SeededRandomness& random) {
    SectionWritten facts;
    facts.section = random.below(2) == 0 ? QStringLiteral("causes") : QStringLiteral("lessons");
    const auto& sections = journal.incident(log)->retro.sections;
    if (const auto known = sections.find(facts.section); known != sections.end()) {
        for (const SectionVersion& version : known->second) {
            facts.against.push_back(version.event);
        }
    }
    return journal.recordNaming(log, facts, QByteArray(1 + int(random.below(4'000)), 'a'));
}

Result<Recorded> found(Journal& journal, const LogId& log, samples::SeededRandomness& random) {
    FindingAdded facts;
    facts.findingKind = FindingKind(1 + random.below(5));
    facts.area = ReviewArea(1 + random.below(6));
    return journal.record(log, facts, words(QStringLiteral("what we learnt")));
}

Result<Recorded> stated(Journal& journal, const LogId& log, samples::SeededRandomness& random) {
    ServiceStated facts;
    facts.services = {QStringLiteral("messenger")};
    facts.state = ServiceState(1 + random.below(6));
    return journal.record(log, facts, {});
}

} // namespace

std::optional<EventId> draft(Journal& journal, const LogId& log, samples::SeededRandomness& random) {
    const auto made = [&]() -> Result<Recorded> {
        switch (random.below(100)) {
        case 0:
        case 1:
            return called(journal, log, random);
        case 2:
            return proposed(journal, log);
        case 3:
            return written(journal, log, random);
        case 4:
            return found(journal, log, random);
        case 5:
        case 6:
        case 7:
            return stated(journal, log, random);
        case 8:
        case 9:
        case 10:
            return journal.record(log, TasksAdded{{}, std::vector<TaskItem>(1 + random.below(3))},
                                  words(QStringLiteral("to be done")));
        case 11:
            return journal.record(log, ActionAdded{},
                                  words(QStringLiteral("so that it does not come again")));
        default:
            return journal.record(
                log, NoteAdded{},
                words(QString(int(20 + random.below(300)), u'n') + QString::number(random.below(1'000'000))));
        }
    }();
    return made ? std::optional(made->event) : std::nullopt;
}

} // namespace bongsu
