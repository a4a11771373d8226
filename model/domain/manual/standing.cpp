#include "domain/manual/standing.h"

#include <algorithm>

namespace bongsu {

namespace {

std::optional<PersonId> personCalled(const QString& name, const std::vector<KnownPerson>& people) {
    std::optional<PersonId> found;
    for (const KnownPerson& person : people) {
        if (person.name == name) {
            if (found) {
                return std::nullopt; // two of the same name: a person says which
            }
            found = person.person;
        }
    }
    return found;
}

// What has a time first, by it.
template <class Value>
void orderBy(std::vector<std::pair<EventId, Value>>& list, std::optional<Moment> Value::*time) {
    std::stable_sort(list.begin(), list.end(), [time](const auto& a, const auto& b) {
        const auto key = [time](const auto& one) {
            const auto& at = one.second.*time;
            return std::tuple(!at, at.value_or(Moment()), one.second.since);
        };
        return key(a) < key(b);
    });
}

} // namespace

QString StandingCommittee::criteriaFor(MotionKind kind, Language language) const {
    static const std::vector<LocalText> none;
    QStringList criteria;
    for (const LocalText& one : kind == MotionKind::Disaster   ? disaster
                                : kind == MotionKind::Failover ? failover
                                                               : none) {
        criteria += one.in(language);
    }
    return criteria.join(QStringLiteral("; "));
}

CommitteeCall callOf(const StandingCommittee& committee, const Incident& incident,
                     const std::vector<KnownPerson>& people, Language language) {
    CommitteeCall call;
    call.facts.number = incident.meetings.size() + 1;
    call.facts.quorum = committee.quorum;
    for (const StandingMember& member : committee.members) {
        call.facts.members.push_back({personCalled(member.name, people)});
        const QString& office = member.office.in(language);
        call.names.push_back(office.isEmpty() ? member.name
                                              : member.name + QStringLiteral(" (") + office + u')');
    }
    return call;
}

CommitteeCall callOf(const std::vector<QString>& names, const std::optional<quint64>& quorum,
                     const Incident& incident, const std::vector<KnownPerson>& people) {
    StandingCommittee committee;
    std::set<QString> seen;
    for (const QString& name : names) {
        if (!name.isEmpty() && seen.insert(name).second) {
            committee.members.push_back({name});
        }
    }
    committee.quorum = quorum.value_or(committee.members.size() / 2 + 1);
    return callOf(committee, incident, people, Language::Korean);
}

const std::pair<const EventId, Meeting>* newestMeeting(const Incident& incident) {
    const std::pair<const EventId, Meeting>* newest = nullptr;
    for (const auto& meeting : incident.meetings) {
        newest = !newest || meeting.second.number > newest->second.number ? &meeting : newest;
    }
    return newest;
}

std::optional<quint64> placeIn(const Meeting& meeting, const std::optional<PersonId>& person) {
    const auto at = std::find_if(meeting.members.begin(), meeting.members.end(),
                                 [&](const Attending& member) { return person && member.person == person; });
    return at == meeting.members.end() ? std::nullopt : std::optional(quint64(at - meeting.members.begin()));
}

std::vector<std::pair<EventId, Motion>> openMotions(const Incident& incident) {
    std::vector<std::pair<EventId, Motion>> open;
    for (const auto& [event, motion] : incident.motions) {
        if (!motion.outcome) {
            open.emplace_back(event, motion);
        }
    }
    orderBy(open, &Motion::due);
    return open;
}

std::vector<std::pair<EventId, ResourceStatus>> openRequests(const Incident& incident) {
    std::vector<std::pair<EventId, ResourceStatus>> open;
    for (const auto& [event, resource] : incident.resources) {
        if (resource.isOpen()) {
            open.emplace_back(event, resource);
        }
    }
    orderBy(open, &ResourceStatus::until);
    return open;
}

} // namespace bongsu
