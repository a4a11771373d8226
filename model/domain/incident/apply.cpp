#include "domain/incident/rules.h"

#include <algorithm>

namespace bongsu {

namespace {

class IncidentApply {
  public:
    IncidentApply(Incident& incident, const Act& act) : m_incident(incident), m_act(act) {}

    void operator()(const UnknownFacts&) const {
        m_incident.beyondThisVersion = m_incident.beyondThisVersion || m_act.event.header.critical();
    }
    void operator()(const IncidentJoined& f) const { m_incident.joinedInto = {f.into, m_act.event.id}; }
    void operator()(const CommandTaken&) const {
        takeCommand(*m_act.person());
        const auto seat = m_incident.seats.find(commanderSeat.toString());
        if (seat != m_incident.seats.end()) {
            set(seat->second);
            seat->second.holder = *m_act.person();
            seat->second.acceptedFor.reset();
            seat->second.called.reset();
            seat->second.nobody = false;
        }
    }
    void operator()(const NoteAdded&) const { ++m_incident.counts.lines; }
    void operator()(const DecisionMade&) const {
        ++m_incident.counts.lines;
        ++m_incident.counts.decisions;
    }
    void operator()(const GradeChanged& f) const { m_incident.grade = {f.grade, m_act.event.id}; }
    void operator()(const PhaseChanged& f) const { m_incident.phase = {f.phase, m_act.event.id}; }
    void operator()(const MeetingSet&) const { m_incident.meetingSetBy = m_act.event.id; }
    void operator()(const WorkHeld& f) const {
        m_incident.holds.insert_or_assign(f.site,
                                          Hold{m_act.event.id, m_act.person(), m_incident.id, m_act.at});
    }
    void operator()(const WorkReleased& f) const { m_incident.holds.erase(f.site); }
    void operator()(const ServiceStated& f) const {
        ++m_incident.counts.lines;
        for (const QString& service : f.services) {
            m_incident.serviceStates.insert_or_assign(
                ServiceKey{service, f.function.value_or(QString())},
                ServiceStatus{f.state, m_act.event.id, claimed(f.line), f.restored});
        }
    }
    void operator()(const RestorationCounted& f) const {
        ++m_incident.counts.lines;
        m_incident.restorations.insert_or_assign(
            f.site.value_or(QString()), RestorationStatus{f.restored, m_act.event.id, claimed(f.line)});
    }
    void operator()(const BlockerRaised& f) const {
        ++m_incident.counts.lines;
        m_incident.blockers.insert_or_assign(m_act.event.id,
                                             Blocker{f.site, m_act.person(), claimed(f.line)});
    }
    void operator()(const BlockerCleared& f) const { m_incident.blockers.erase(f.target); }
    void operator()(const NoticeRecorded& f) const {
        ++m_incident.counts.lines;
        ++m_incident.counts.notices;
        NoticesTold& told = m_incident.told;
        told.last = claimed(f.line);
        told.first = told.first ? told.first : told.last;
        told.stage = f.stage ? f.stage : told.stage;
        told.contact = f.contact && !told.contact ? told.last : told.contact;
    }
    void operator()(const AuthorityRecorded&) const { ++m_incident.counts.lines; }
    void operator()(const AttachmentAdded&) const { ++m_incident.counts.lines; }
    void operator()(const ReadersSet& f) const {
        m_incident.readersLimited = true;
        m_incident.readers.insert(f.added.begin(), f.added.end());
        for (const PersonId& person : f.removed) {
            m_incident.readers.erase(person);
        }
    }

    void operator()(const SeatsCalled& f) const {
        if (f.manual && !m_incident.manual.value) {
            m_incident.manual = {f.manual, m_act.event.id};
        }
        for (const SeatCall& call : f.calls) {
            const auto [at, isNew] =
                m_incident.seats.try_emplace(call.seat, SeatStatus{m_act.event.id, m_act.at});
            SeatStatus& seat = at->second;
            if (isNew && call.seat == commanderSeat && !m_incident.command.acting) {
                seat.holder = m_incident.command.person;
            }
            set(seat);
            seat.reportsTo = call.reportsTo.value_or(QString());
            seat.nobody = false;
            seat.called =
                Called{call.person, m_act.event.id, m_act.at, Millis{call.acceptWithinMs}, call.successors};
        }
    }
    void operator()(const SeatAnswered& f) const {
        SeatStatus& seat = m_incident.seats.at(f.seat);
        set(seat);
        if (f.answer == SeatAnswer::Declined) {
            seat.called->declined = true;
            return;
        }
        seat.holder = seat.called->person;
        seat.acceptedFor = f.person && f.person != m_act.person() ? m_act.person() : std::nullopt;
        seat.called.reset();
        if (f.seat == commanderSeat) {
            takeCommand(*seat.holder);
        }
    }
    void operator()(const SeatPassed& f) const {
        SeatStatus& seat = m_incident.seats.at(f.seat);
        set(seat);
        if (!f.to) {
            seat.called.reset();
            seat.nobody = !seat.holder;
            return;
        }
        auto& line = seat.called->successors;
        line.erase(line.begin(), std::find(line.begin(), line.end(), *f.to) + 1);
        seat.called = Called{*f.to, m_act.event.id, m_act.at, seat.called->within, std::move(line)};
    }
    void operator()(const SeatVacated& f) const {
        SeatStatus& seat = m_incident.seats.at(f.seat);
        set(seat);
        seat.holder.reset();
        seat.acceptedFor.reset();
        seat.called.reset();
        seat.nobody = false;
    }
    void operator()(const ManualAttached& f) const { m_incident.manual = {f.manual, m_act.event.id}; }
    void operator()(const TasksAdded& f) const {
        ++m_incident.counts.lines;
        for (std::size_t i = 0; i < f.tasks.size(); ++i) {
            m_incident.tasks.insert_or_assign(TaskKey{m_act.event.id, i},
                                              TaskStatus{f.tasks[i], m_act.event.id, claimed(f.line)});
        }
    }
    void operator()(const TaskSettled& f) const {
        ++m_incident.counts.lines;
        TaskStatus& task = m_incident.tasks.at(TaskKey{f.tasks, f.index});
        task.setBy = m_act.event.id;
        task.since = claimed(f.line);
        task.outcome = f.outcome == TaskOutcome::Reopened ? std::nullopt : std::optional(f.outcome);
        task.settledBy = task.outcome ? m_act.person() : std::nullopt;
    }

    void operator()(const AlertLevelSet& f) const {
        ++m_incident.counts.lines;
        m_incident.alertLevel = f.level;
        m_incident.alertLevels.insert_or_assign(f.level, claimed(f.line));
    }
    void operator()(const ReportIssued& f) const {
        ++m_incident.counts.lines;
        m_incident.report = {f.number, m_act.event.id, f.upTo, m_act.at};
    }

    // Corrections, withdrawals, pins and erasures are found beside the entries they name; organisation facts
    // never pass the check here.
    template <class Other>
    void operator()(const Other&) const {}

  private:
    void takeCommand(const PersonId& person) const {
        m_incident.command = {person, m_act.event.id, m_act.at, false};
    }
    void set(SeatStatus& seat) const {
        seat.setBy = m_act.event.id;
        seat.since = m_act.at;
    }
    Moment claimed(const Line& line) const { return line.occurredAt.value_or(m_act.at); }

    Incident& m_incident;
    const Act& m_act;
};

void countPerson(Incident& incident, const Act& act) {
    if (act.person()) {
        Participation& person = incident.people[*act.person()];
        ++person.acts;
        person.last = act.at;
    }
}

} // namespace

Incident declaredIncident(const Act& act) {
    const auto& f = std::get<IncidentDeclared>(act.facts);
    const EventId event = act.event.id;
    Incident incident{LogId::of(event),
                      event,
                      act.person(),
                      act.at,
                      {f.grade, event},
                      {Phase::Responding, event},
                      Command{*act.person(), event, act.at, true},
                      {std::nullopt, event},
                      event,
                      f.failureType,
                      f.sites,
                      f.services,
                      f.drill,
                      f.began,
                      f.ended,
                      f.severity};
    if (f.ended) {
        incident.phase.value = Phase::Resolved; // an outage already over
    }
    incident.manual.setBy = event;
    countDeviceSeq(incident.deviceSeqs, act.event, act.facts);
    countPerson(incident, act);
    return incident;
}

void applyIncident(Incident& incident, const Act& act) {
    countDeviceSeq(incident.deviceSeqs, act.event, act.facts);
    countPerson(incident, act);
    std::visit(IncidentApply(incident, act), act.facts);
}

} // namespace bongsu
