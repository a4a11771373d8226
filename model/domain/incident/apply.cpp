#include "domain/incident/applying.h"

#include <algorithm>

namespace bongsu {

void takeCommand(Incident& incident, const Act& act, const PersonId& person) {
    incident.command = {person, act.event.id, act.at, false};
}

static void set(SeatStatus& seat, const Act& act) {
    seat.setBy = act.event.id;
    seat.since = act.at;
}

void answerSeat(Incident& incident, const Act& act, const QString& key, SeatAnswer answer,
                const std::optional<PersonId>& acceptedFor) {
    SeatStatus& seat = incident.seats.at(key);
    set(seat, act);
    if (answer == SeatAnswer::Declined) {
        seat.called->declined = true;
        return;
    }
    seat.holder = seat.called->person;
    seat.acceptedFor = acceptedFor;
    seat.byMessage = false;
    seat.called.reset();
    if (key == commanderSeat) {
        takeCommand(incident, act, *seat.holder);
    }
}

namespace {

class IncidentApply {
  public:
    IncidentApply(Incident& incident, const Act& act) : m_incident(incident), m_act(act) {}

    void operator()(const UnknownFacts&) const {
        m_incident.beyondThisVersion = m_incident.beyondThisVersion || m_act.event.header.critical();
    }
    void operator()(const IncidentJoined& f) const { m_incident.joinedInto = {f.into, m_act.event.id}; }
    void operator()(const CommandTaken&) const {
        takeCommand(m_incident, m_act, *m_act.person());
        const auto seat = m_incident.seats.find(commanderSeat.toString());
        if (seat != m_incident.seats.end()) {
            set(seat->second, m_act);
            seat->second.holder = *m_act.person();
            seat->second.acceptedFor.reset();
            seat->second.byMessage = false;
            seat->second.called.reset();
            seat->second.nobody = false;
        }
    }
    void operator()(const NoteAdded&) const { ++m_incident.counts.lines; }
    void operator()(const EntryWithdrawn& f) const { m_incident.retro.findings.erase(f.target); }
    void operator()(const DecisionMade&) const {
        ++m_incident.counts.lines;
        ++m_incident.counts.decisions;
    }
    void operator()(const GradeChanged& f) const { m_incident.grade = {f.grade, m_act.event.id}; }
    void operator()(const PhaseChanged& f) const {
        m_incident.phase = {f.phase, m_act.event.id};
        const bool isOver = f.phase == Phase::Resolved || f.phase == Phase::Closed;
        auto& resolvedAt = m_incident.retro.resolvedAt;
        resolvedAt = isOver ? std::optional(resolvedAt.value_or(m_act.at)) : std::nullopt;
    }
    void operator()(const MeetingSet&) const { m_incident.meetingSetBy = m_act.event.id; }
    void operator()(const WorkHeld& f) const {
        m_incident.holds.insert_or_assign(f.site,
                                          Hold{m_act.event.id, m_act.person(), m_incident.id, m_act.at});
    }
    void operator()(const WorkReleased& f) const { m_incident.holds.erase(f.site); }
    void operator()(const ServiceStated& f) const {
        ++m_incident.counts.lines;
        for (const QString& service : f.services) {
            const ServiceKey key{service, f.function.value_or(QString())};
            const auto before = m_incident.serviceStates.find(key);
            const bool wasOut = before != m_incident.serviceStates.end() && before->second.outSince;
            ServiceStatus status{f.state, m_act.event.id, claimed(f.line), f.restored, m_act.person()};
            if (isOut(f.state)) {
                status.outSince = wasOut ? before->second.outSince : std::optional(claimed(f.line));
            } else if (f.state == ServiceState::Unknown && wasOut) {
                status.outSince = before->second.outSince; // nobody says that it is back
            }
            m_incident.serviceStates.insert_or_assign(key, std::move(status));
        }
    }
    void operator()(const ServicesConfirmed& f) const {
        ++m_incident.counts.lines;
        for (const StateNamed& named : f.states) {
            const auto at =
                m_incident.serviceStates.find({named.service, named.function.value_or(QString())});
            if (at != m_incident.serviceStates.end() && at->second.setBy == named.against) {
                at->second.confirmedBy = m_act.person();
                at->second.confirmedAt = claimed(f.line);
            }
        }
    }
    void operator()(const ImpactStated& f) const {
        ++m_incident.counts.lines;
        for (const QString& service : f.services) {
            m_incident.impacts.insert_or_assign(
                ImpactKey{{service, f.function.value_or(QString())}, f.platform.value_or(QString())},
                ImpactStatus{f.permille, f.users, claimed(f.line)});
        }
    }
    void operator()(const CauseStated& f) const {
        ++m_incident.counts.lines;
        m_incident.cause = {f.certainty, m_act.event.id, f.confirmedBy ? f.confirmedBy : m_act.person(),
                            claimed(f.line)};
    }
    void operator()(const RecoveryExpected& f) const {
        ++m_incident.counts.lines;
        const ServiceKey key{f.service.value_or(QString()), f.function.value_or(QString())};
        const auto before = m_incident.recoveries.find(key);
        const bool isFirst = before == m_incident.recoveries.end();
        m_incident.recoveries.insert_or_assign(
            key, RecoveryStatus{f.at, f.owner ? f.owner : m_act.person(), m_act.event.id, claimed(f.line),
                                isFirst ? f.at.value_or(Moment()) : before->second.first,
                                isFirst ? 0 : before->second.changes + 1});
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
        told.elsewhere = f.stage && !told.elsewhere ? told.last : told.elsewhere;
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
            set(seat, m_act);
            seat.reportsTo = call.reportsTo.value_or(QString());
            seat.nobody = false;
            seat.called =
                Called{call.person, m_act.event.id, m_act.at, Millis{call.acceptWithinMs}, call.successors};
        }
    }
    void operator()(const SeatAnswered& f) const {
        answerSeat(m_incident, m_act, f.seat, f.answer,
                   f.person && f.person != m_act.person() ? m_act.person() : std::nullopt);
    }
    void operator()(const SeatPassed& f) const {
        SeatStatus& seat = m_incident.seats.at(f.seat);
        set(seat, m_act);
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
        set(seat, m_act);
        seat.holder.reset();
        seat.acceptedFor.reset();
        seat.byMessage = false;
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

    void operator()(const CommitteeCalled& f) const {
        ++m_incident.counts.lines;
        Meeting meeting{f.number, f.quorum, m_act.person(), claimed(f.line)};
        for (const CommitteeSeat& member : f.members) {
            meeting.members.push_back({member.person});
        }
        m_incident.meetings.insert_or_assign(m_act.event.id, std::move(meeting));
    }
    void operator()(const CommitteeAttended& f) const {
        ++m_incident.counts.lines;
        Attending& member = m_incident.meetings.at(f.meeting).members.at(f.member);
        member.attendance = f.attendance;
        member.byDeputy = f.byDeputy;
        member.writtenBy = writerFor(member);
        member.since = claimed(f.line);
    }
    void operator()(const MotionOpened& f) const {
        ++m_incident.counts.lines;
        m_incident.motions.insert_or_assign(
            m_act.event.id, Motion{f.meeting, f.motionKind, f.due, m_act.person(), claimed(f.line)});
    }
    void operator()(const MotionVoted& f) const {
        ++m_incident.counts.lines;
        Motion& motion = m_incident.motions.at(f.motion);
        const Attending& member = m_incident.meetings.at(motion.meeting).members.at(f.member);
        motion.votes.insert_or_assign(f.member, Voted{f.vote, writerFor(member)});
    }
    void operator()(const MotionClosed& f) const {
        ++m_incident.counts.lines;
        Motion& motion = m_incident.motions.at(f.motion);
        motion.outcome = f.outcome;
        motion.closedAt = claimed(f.line);
    }
    void operator()(const ResourceRequested& f) const {
        ++m_incident.counts.lines;
        m_incident.resources.insert_or_assign(
            m_act.event.id, ResourceStatus{f.resourceKind, f.amount, f.until, f.seat.value_or(QString()),
                                           m_act.person(), m_act.event.id, claimed(f.line)});
    }
    void operator()(const ResourceSettled& f) const {
        ++m_incident.counts.lines;
        ResourceStatus& resource = m_incident.resources.at(f.request);
        resource.setBy = m_act.event.id;
        resource.since = claimed(f.line);
        resource.outcome = f.outcome;
        resource.settledBy = m_act.person();
        resource.amount = f.amount.value_or(resource.amount);
    }
    void operator()(const PeriodOpened& f) const {
        ++m_incident.counts.lines;
        m_incident.period = {f.number, claimed(f.line), f.until, m_act.event.id};
    }

    // Corrections, withdrawals, pins and erasures are found beside the entries they name; organisation facts
    // never pass the check here.
    template <class Other>
    void operator()(const Other& f) const {
        if constexpr (requires { applyFacts(m_incident, m_act, f); }) {
            applyFacts(m_incident, m_act, f);
        }
    }

  private:
    Moment claimed(const Line& line) const { return line.occurredAt.value_or(m_act.at); }
    std::optional<PersonId> writerFor(const Attending& member) const {
        return member.person && member.person == m_act.person() ? std::nullopt : m_act.person();
    }
    static bool isOut(ServiceState state) {
        return state != ServiceState::Operational && state != ServiceState::Unknown;
    }

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
        incident.retro.resolvedAt = act.at;
    }
    incident.manual.setBy = event;
    incident.cause.setBy = event;
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
