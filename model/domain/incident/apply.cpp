#include "domain/incident/rules.h"

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
        m_incident.command = {*m_act.person(), m_act.event.id, m_act.at, false};
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

    // Corrections, withdrawals, pins and erasures are found beside the entries they name; organisation facts
    // never pass the check here.
    template <class Other>
    void operator()(const Other&) const {}

  private:
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
