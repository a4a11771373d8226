// What people at the desktops do: sensible or not, in time or too late, permitted or not.
#include "world/actors.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {
Text words(const QString& line) {
    Text text;
    text.text = line;
    return text;
}
} // namespace

void World::act(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const auto incidents = journal.incidents();
    if (incidents.empty() || random.below(25) == 0) {
        note(&desktop, "declares");
        IncidentDeclared facts;
        facts.grade = Grade(1 + random.below(5));
        journal.record(std::nullopt, facts, words(desktop.name()));
        return;
    }
    if (random.below(40) == 0 && &desktop == m_desktops.front().get() && m_desktops.size() > 2) {
        const DeviceId last = m_desktops.back()->journal().device();
        if (m_desktops.back()->isOpen()) {
            note(m_desktops.back().get(), "is revoked");
            journal.record(LogId::of(*journal.organisationId()), DeviceRevoked{last}, {});
        }
        return;
    }
    actOn(desktop, incidents[random.below(quint32(incidents.size()))]);
}

void World::actOn(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    switch (random.below(13)) {
    case 0:
        note(&desktop, "takes command");
        journal.record(log, CommandTaken{incident.command.setBy}, words(QStringLiteral("my turn")));
        return;
    case 1:
        note(&desktop, "changes the grade");
        journal.record(log, GradeChanged{Grade(1 + random.below(5)), incident.grade.setBy}, {});
        return;
    case 2: {
        note(&desktop, "joins incidents");
        const auto others = journal.incidents();
        journal.record(
            log, IncidentJoined{others[random.below(quint32(others.size()))], incident.joinedInto.setBy}, {});
        return;
    }
    case 3: {
        note(&desktop, "withdraws its newest");
        const auto own = journal.ownEvents(log);
        if (!own.empty()) {
            const auto withdrawn = journal.record(log, EntryWithdrawn{own.back().event}, {});
            if (withdrawn && withdrawn->event == own.back().event) {
                desktop.withdrawing.insert(withdrawn->event);
                journal.whenKept([&desktop, event = withdrawn->event] { desktop.discarded.insert(event); });
                ++tally.withdrawn;
            }
        }
        return;
    }
    case 4: {
        note(&desktop, "states a service");
        ServiceStated facts;
        facts.services = {QStringLiteral("messenger")};
        facts.state = ServiceState(1 + random.below(6));
        journal.record(log, facts, {});
        return;
    }
    case 5: {
        note(&desktop, "attaches");
        const int bytes = 1 + int(random.below(3)) * limits::blobChunkBytes + int(random.below(100));
        tally.attached += journal.attach(log, {QByteArray(bytes, 'a'), QStringLiteral("log.txt")}) ? 1 : 0;
        return;
    }
    case 6:
        callSomebody(desktop, log);
        return;
    case 7:
    case 8:
        answerOrVacate(desktop, log);
        return;
    case 9:
        doTasks(desktop, log);
        return;
    default:
        note(&desktop, "notes");
        journal.record(log, NoteAdded{}, words(desktop.name()));
        return;
    }
}

// To one or two seats, by anybody: who may not is refused.
void World::callSomebody(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    std::vector<PersonId> people;
    for (const auto& [person, known] : journal.organisation().persons) {
        people.push_back(person);
    }
    if (people.empty()) {
        return; // it has not heard of anybody yet
    }
    std::vector<QString> seats{commanderSeat.toString(), QStringLiteral("recovery"),
                               QStringLiteral("scribe")};
    SeatsCalled called;
    for (quint32 i = 0, count = 1 + random.below(2); i < count; ++i) {
        const auto seat = seats.begin() + random.below(quint32(seats.size()));
        const auto known = incident.seats.find(*seat);
        std::rotate(people.begin(), people.begin() + random.below(quint32(people.size())), people.end());
        const auto successors = people.begin() + 1 + random.below(quint32(people.size()));
        const Millis within = limits::acceptWithinLeast + Millis(random.below(20'000));
        called.calls.push_back(
            {*seat,
             people.front(),
             {people.begin() + 1, successors},
             quint64(within.count()),
             known == incident.seats.end() ? std::nullopt : std::optional(known->second.setBy),
             std::nullopt});
        seats.erase(seat);
    }
    note(&desktop, "calls people to seats");
    journal.record(log, called, {});
}

// For oneself, or for somebody on the phone.
void World::answerOrVacate(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const auto& seats = journal.incident(log)->seats;
    if (seats.empty()) {
        return;
    }
    const auto [key, seat] = *std::next(seats.begin(), random.below(quint32(seats.size())));
    if (!seat.called || random.below(8) == 0) {
        note(&desktop, "vacates a seat");
        journal.record(log, SeatVacated{key, seat.setBy}, {});
        return;
    }
    const bool own = seat.called->person == journal.person();
    const auto answer = random.below(4) == 0 ? SeatAnswer::Declined : SeatAnswer::Accepted;
    if (own || random.below(2) == 0) {
        note(&desktop, "answers a call");
        journal.record(
            log,
            SeatAnswered{key, seat.setBy, answer, own ? std::nullopt : std::optional(seat.called->person)},
            {});
    }
}

void World::doTasks(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const auto& tasks = journal.incident(log)->tasks;
    if (tasks.empty() || random.below(2) == 0) {
        note(&desktop, "adds tasks");
        journal.record(log, TasksAdded{{}, std::vector<TaskItem>(1 + random.below(3))},
                       words(desktop.name()));
        return;
    }
    const auto& [key, task] = *std::next(tasks.begin(), random.below(quint32(tasks.size())));
    note(&desktop, "settles a task");
    const auto outcome = task.outcome ? TaskOutcome::Reopened : TaskOutcome(1 + random.below(2));
    journal.record(log, TaskSettled{{}, key.tasks, key.index, outcome, task.setBy},
                   words(QStringLiteral("because")));
}

} // namespace bongsu
