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
    if (random.below(40) == 0 && &desktop == m_desktops.front().get() &&
        m_desktops.size() == std::size_t(m_options.desktops) && m_desktops.size() > 2) {
        const DeviceId last = m_desktops.back()->journal().device();
        if (m_desktops.back()->isOpen()) {
            note(m_desktops.back().get(), "is revoked");
            journal.record(LogId::of(*journal.organisationId()), DeviceRevoked{last}, {});
        }
        return;
    }
    if (random.below(16) == 0) {
        prepareFirstNotice(desktop);
        return;
    }
    actOn(desktop, incidents[random.below(quint32(incidents.size()))]);
}

void World::actOn(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    switch (random.below(20)) {
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
    case 3:
        withdrawNewest(desktop, log);
        return;
    case 4:
        stateService(desktop, log);
        return;
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
    case 10:
        meetAndVote(desktop, log);
        return;
    case 11:
        tellOfServices(desktop, log);
        return;
    case 12:
        lookBack(desktop, log);
        return;
    case 13:
        actOnWhatWasLearnt(desktop, log);
        return;
    case 14:
    case 15:
        tellTheUsers(desktop, log);
        return;
    case 16:
        writeAsNewer(desktop, log);
        return;
    default:
        note(&desktop, "notes");
        journal.record(log, NoteAdded{}, words(desktop.name()));
        return;
    }
}

void World::withdrawNewest(SimulatedDesktop& desktop, const LogId& log) {
    note(&desktop, "withdraws its newest");
    Journal& journal = desktop.journal();
    const auto own = journal.ownEvents(log);
    if (own.empty()) {
        return;
    }
    const auto withdrawn = journal.record(log, EntryWithdrawn{own.back().event}, {});
    if (withdrawn && withdrawn->event == own.back().event) {
        desktop.withdrawing.insert(withdrawn->event);
        journal.whenKept([&desktop, event = withdrawn->event] { desktop.discarded.insert(event); });
        ++tally.withdrawn;
    }
}

void World::stateService(SimulatedDesktop& desktop, const LogId& log) {
    note(&desktop, "states a service");
    ServiceStated facts;
    facts.services = {QStringLiteral("messenger")};
    facts.state = ServiceState(1 + schedule.random().below(6));
    desktop.journal().record(log, facts, {});
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

// A committee of everybody there is; motions, votes and outcomes as they come, borne out or not.
void World::meetAndVote(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    const Text because = words(QStringLiteral("because"));
    if (journal.organisation().persons.empty()) {
        return; // has not heard of anybody yet
    }
    if (incident.meetings.empty() || random.below(6) == 0) {
        note(&desktop, "calls the committee");
        CommitteeCalled call;
        call.number = incident.meetings.size() + 1;
        for (const auto& [person, known] : journal.organisation().persons) {
            call.members.push_back({person});
        }
        call.quorum = 1 + random.below(quint32(call.members.size()));
        journal.record(log, call, because);
        return;
    }
    const auto& [meeting, held] = *incident.meetings.begin();
    if (incident.motions.empty() || random.below(5) == 0) {
        note(&desktop, "puts a motion");
        journal.record(log, MotionOpened{{}, meeting, MotionKind(1 + random.below(3)), {}}, because);
        return;
    }
    const auto& [motion, asked] =
        *std::next(incident.motions.begin(), random.below(quint32(incident.motions.size())));
    const quint64 member = random.below(quint32(held.members.size()));
    switch (random.below(4)) {
    case 0:
        note(&desktop, "attends");
        journal.record(log, CommitteeAttended{{}, meeting, member, Attendance(1 + random.below(3)), false},
                       {});
        return;
    case 1:
        note(&desktop, "closes a motion");
        journal.record(log, MotionClosed{{}, motion, MotionOutcome(1 + random.below(3))}, because);
        return;
    default:
        note(&desktop, "votes");
        journal.record(log, MotionVoted{{}, motion, member, Vote(1 + random.below(3))}, {});
        return;
    }
}

// States are confirmed, times are expected, requests are answered, each against what this desktop knows.
void World::tellOfServices(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    const Text because = words(QStringLiteral("because"));
    switch (random.below(4)) {
    case 0: {
        note(&desktop, "confirms services");
        ServicesConfirmed facts;
        for (const auto& [key, status] : incident.serviceStates) {
            facts.states.push_back({key.service, {}, status.setBy});
        }
        journal.record(log, facts, {});
        return;
    }
    case 1: {
        note(&desktop, "expects a recovery");
        const auto before = incident.recoveries.find(ServiceKey{});
        RecoveryExpected facts;
        facts.at = Moment(Millis(random.below(1'000'000)));
        facts.against =
            before == incident.recoveries.end() ? std::nullopt : std::optional(before->second.setBy);
        journal.record(log, facts, because);
        return;
    }
    case 2:
        note(&desktop, "states the cause");
        journal.record(log, CauseStated{{}, Certainty(1 + random.below(3)), incident.cause.setBy, {}},
                       because);
        return;
    default:
        break;
    }
    if (incident.resources.empty() || random.below(2) == 0) {
        note(&desktop, "asks for something");
        journal.record(log,
                       ResourceRequested{{}, ResourceKind(1 + random.below(4)), 1 + random.below(9), {}, {}},
                       because);
        return;
    }
    const auto& [request, status] =
        *std::next(incident.resources.begin(), random.below(quint32(incident.resources.size())));
    note(&desktop, "answers a request");
    journal.record(log, ResourceSettled{{}, request, ResourceOutcome(1 + random.below(4)), {}, status.setBy},
                   because);
}

// Sections over what they have read or not, findings, checks, and a document that some are asked to sign.
void World::lookBack(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const RetroStatus& retro = journal.incident(log)->retro;
    const Text because = words(QStringLiteral("because"));
    switch (random.below(5)) {
    case 0:
    case 1: {
        note(&desktop, "writes a section");
        SectionWritten facts;
        facts.section = random.below(2) == 0 ? QStringLiteral("causes") : QStringLiteral("lessons");
        if (const auto known = retro.sections.find(facts.section); known != retro.sections.end()) {
            for (const SectionVersion& version : known->second) {
                if (random.below(4) != 0) {
                    facts.against.push_back(version.event);
                }
            }
        }
        tally.attached +=
            journal.recordNaming(log, facts, QByteArray(1 + int(random.below(90'000)), 'a')) ? 1 : 0;
        return;
    }
    case 2: {
        note(&desktop, "finds something");
        FindingAdded facts;
        facts.findingKind = FindingKind(1 + random.below(5));
        facts.area = ReviewArea(1 + random.below(6));
        journal.record(log, facts, because);
        return;
    }
    case 3: {
        note(&desktop, "checks a service");
        SafetyStated facts;
        facts.services = {QStringLiteral("messenger")};
        facts.aspects = {SafetyAspect(1 + random.below(2))};
        facts.finding = SafetyFinding(1 + random.below(2));
        journal.record(log, facts, because);
        return;
    }
    default:
        break;
    }
    if (retro.issued.empty() || random.below(3) == 0) {
        note(&desktop, "issues a document");
        const auto tip = journal.ledger().tip(log);
        const auto org = journal.ledger().tip(LogId::of(*journal.organisationId()));
        RetroIssued facts;
        facts.number = retro.issued.size() + 1;
        facts.format = QStringLiteral("md");
        facts.upTo = tip ? LogPoint{tip->seq, tip->hash} : LogPoint{1};
        facts.org = org ? LogPoint{org->seq, org->hash} : LogPoint{1};
        for (const auto& [person, known] : journal.organisation().persons) {
            facts.asked.push_back(person);
        }
        tally.attached +=
            journal.recordNaming(log, facts, QByteArray(1 + int(random.below(90'000)), 'd')) ? 1 : 0;
        return;
    }
    note(&desktop, "signs a document");
    const auto& [document, issued] =
        *std::next(retro.issued.begin(), random.below(quint32(retro.issued.size())));
    journal.record(log, RetroSigned{document, Approval(1 + random.below(2))}, because);
}

// What is to be done about it: added, changed, done, confirmed by whoever comes along.
void World::actOnWhatWasLearnt(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const RetroStatus& retro = journal.incident(log)->retro;
    const Text because = words(QStringLiteral("because"));
    if (retro.actions.empty() || random.below(3) == 0) {
        note(&desktop, "adds an action");
        journal.record(log, ActionAdded{}, because);
        return;
    }
    const auto& [action, status] =
        *std::next(retro.actions.begin(), random.below(quint32(retro.actions.size())));
    if (random.below(3) == 0) {
        note(&desktop, "changes an action");
        ActionChanged facts;
        facts.action = action;
        facts.plan.kind = ActionKind(1 + random.below(4));
        facts.against = status.setBy;
        journal.record(log, facts, because);
        return;
    }
    note(&desktop, "settles an action");
    journal.record(log, ActionSettled{{}, action, WorkOutcome(1 + random.below(4)), status.setBy}, because);
}

} // namespace bongsu
