#include "domain/incident/board.h"

#include "domain/incident/declaring.h"
#include "domain/incident/servicing.h"
#include "domain/manual/standing.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

int gravity(ServiceState state) {
    switch (state) {
    case ServiceState::MajorOutage:
        return 0;
    case ServiceState::PartialOutage:
        return 1;
    case ServiceState::Degraded:
        return 2;
    case ServiceState::Unknown:
        return 3;
    case ServiceState::Recovering:
        return 4;
    case ServiceState::Operational:
        break;
    }
    return 5;
}

bool isHeld(const QString& site, const Incident& incident, const Organisation& organisation) {
    return incident.holds.contains(site) || organisation.holds.contains(site);
}

bool sharesSite(const Incident& a, const Incident& b) {
    return std::any_of(a.sites.begin(), a.sites.end(), [&](const QString& site) {
        return std::find(b.sites.begin(), b.sites.end(), site) != b.sites.end();
    });
}

// Gathers needs in the order of their urgency.
class Needs {
  public:
    Needs(const Incident& incident, const Organisation& organisation, const Viewer& viewer, Moment now)
        : m_incident(incident), m_organisation(organisation), m_viewer(viewer), m_now(now) {}

    void add(NeedKind kind, Moment since, quint64 count = 0) { m_needs.push_back({kind, since, count}); }

    bool commands() const {
        return m_viewer.person && m_viewer.permission &&
               bongsu::commands(m_incident, *m_viewer.person, *m_viewer.permission);
    }

    void command() {
        const Command& command = m_incident.command;
        const bool gone = !m_organisation.isActive(command.person, m_organisation.seq);
        const bool may = m_viewer.permission &&
                         (mayCommand(*m_viewer.permission) || (gone && mayRespond(*m_viewer.permission)));
        // Whoever is called to it sees the call itself.
        const auto seat = m_incident.seats.find(commanderSeat.toString());
        const bool underWay = !gone && seat != m_incident.seats.end() && seat->second.called;
        if ((command.acting || gone) && may && !underWay) {
            add(NeedKind::TakeCommand, command.since);
        }
    }

    void others(const std::vector<const Incident*>& others) {
        for (const Incident* other : others) {
            const bool apart = other->id != m_incident.id && isOpen(*other) && !other->joinedInto.value;
            // The later one joins the earlier.
            if (apart && sharesSite(m_incident, *other) && other->declaredAt <= m_incident.declaredAt &&
                other->drill == m_incident.drill && commands()) {
                m_needs.push_back({NeedKind::JoinOther, m_incident.declaredAt, 0, {}, {}, {}, other->id});
                return;
            }
        }
    }

    void site() {
        for (const QString& site : m_incident.sites) {
            if (commands() && !isHeld(site, m_incident, m_organisation)) {
                m_needs.push_back({NeedKind::HoldWork, m_incident.declaredAt, 0, site});
            }
        }
    }

    // The viewer's own calls, and seats that nobody took.
    void calls() {
        for (const SeatLine& call :
             m_viewer.person ? callsFor(m_incident, *m_viewer.person, m_now) : std::vector<SeatLine>()) {
            m_needs.push_back({NeedKind::AnswerCall, call.status.called->at, 0, {}, {}, call.seat});
        }
    }
    void seats() {
        if (commands() && m_incident.seats.empty() && isAnybodyElseThere()) {
            add(NeedKind::CallPeople, m_incident.declaredAt);
        }
        for (const auto& [seat, status] : m_incident.seats) {
            if (commands() && status.nobody) {
                m_needs.push_back({NeedKind::FillSeat, status.since, 0, {}, {}, seat});
            }
        }
    }
    void tasks() {
        const auto tasks = openTasks(m_incident, m_viewer.person, m_now);
        const auto late = [](const TaskLine& task) { return task.mine && task.overdue; };
        const auto first = std::find_if(tasks.begin(), tasks.end(), late);
        if (first != tasks.end()) {
            add(NeedKind::DoTasks, *first->status.item.due,
                quint64(std::count_if(tasks.begin(), tasks.end(), late)));
        }
    }

    void services() {
        if (m_viewer.toConfirm > 0) {
            add(NeedKind::ConfirmServices, m_incident.declaredAt, m_viewer.toConfirm);
        }
        const auto passed = passedRecoveries(m_incident, m_now);
        const bool may = commands() || (m_viewer.permission && mayRespond(*m_viewer.permission));
        if (!passed.empty() && may) {
            m_needs.push_back({NeedKind::RenewRecovery,
                               *passed.front().second.at,
                               passed.size(),
                               {},
                               passed.front().first.service});
        }
    }

    void committee() {
        const auto* newest = newestMeeting(m_incident);
        const auto place = newest ? placeIn(newest->second, m_viewer.person) : std::nullopt;
        if (place && !newest->second.members[*place].attendance) {
            add(NeedKind::AttendCommittee, newest->second.since);
        }
        quint64 votes = 0;
        Moment since = m_now;
        for (const auto& [event, motion] : openMotions(m_incident)) {
            const auto own = placeIn(m_incident.meetings.at(motion.meeting), m_viewer.person);
            if (own && !motion.votes.contains(*own)) {
                ++votes;
                since = std::min(since, motion.since);
            }
        }
        if (votes > 0) {
            add(NeedKind::VoteMotion, since, votes);
        }
    }
    void requests() {
        quint64 waiting = 0;
        Moment since = m_now;
        for (const auto& [event, resource] : openRequests(m_incident)) {
            if (!resource.outcome) {
                ++waiting;
                since = std::min(since, resource.since);
            }
        }
        if (waiting > 0 && commands()) {
            add(NeedKind::AnswerRequests, since, waiting);
        }
        if (const auto& until = m_incident.period.until; until && *until <= m_now && commands()) {
            add(NeedKind::OpenPeriod, *until, m_incident.period.number + 1);
        }
    }

    bool speaks() const {
        return m_viewer.person && m_viewer.permission &&
               speaksFor(m_incident, *m_viewer.person, *m_viewer.permission);
    }

    // Whoever is asked first, alone; everybody who may once nobody is. The oldest first.
    void approvals() {
        std::vector<Need> waiting;
        for (const auto& [id, notice] : m_incident.notices) {
            const auto asked = askedNow(notice, m_now);
            if (speaks() && (!asked || asked == m_viewer.person) &&
                rightsTo(m_incident, notice, *m_viewer.person, *m_viewer.permission, m_now).approve) {
                waiting.push_back({NeedKind::ApproveNotice, notice.at, 1, {}, {}, {}, {}, id});
            }
        }
        std::stable_sort(waiting.begin(), waiting.end(),
                         [](const Need& a, const Need& b) { return a.since < b.since; });
        m_needs.insert(m_needs.end(), waiting.begin(), waiting.end());
    }

    void deliveries() {
        Need need{NeedKind::DecideDelivery, m_now};
        for (const auto& [id, notice] : m_incident.notices) {
            for (const auto& [channel, delivery] : notice.deliveries) {
                if (choicesOf(delivery).empty()) {
                    continue;
                }
                ++need.count;
                if (!need.notice || delivery.since < need.since) {
                    need.since = delivery.since;
                    need.notice = id;
                }
            }
        }
        if (need.count > 0 && speaks()) {
            m_needs.push_back(need);
        }
    }

    void notices() {
        deliveries();
        const auto& all = m_incident.notices;
        const bool underWay = std::any_of(all.begin(), all.end(), [this](const auto& one) {
            return isUnderWay(one.second, m_incident.approved, m_now);
        });
        if (!speaks() || underWay) {
            return;
        }
        const auto& promised = m_incident.told.nextUpdate;
        if (m_incident.counts.notices == 0) {
            add(NeedKind::GiveNotice, m_incident.began.value_or(m_incident.declaredAt));
        } else if (promised && *promised <= m_now + promiseNear) {
            add(NeedKind::UpdateNotice, *promised);
        }
    }

    void rest() {
        notices();
        site();
        if (commands() && m_incident.meetingSetBy == m_incident.declaredBy) {
            add(NeedKind::SetMeeting, m_incident.declaredAt);
        }
        const int unknown = countServices(serviceLines(m_incident)).unknown;
        if (unknown > 0 && m_viewer.permission && mayWrite(*m_viewer.permission)) {
            add(NeedKind::StateServices, m_incident.declaredAt, quint64(unknown));
        }
    }

    // Whoever is alone has nobody to call.
    bool isAnybodyElseThere() const {
        const auto& people = m_organisation.persons;
        return std::any_of(people.begin(), people.end(), [this](const auto& one) {
            return one.first != m_viewer.person && m_organisation.isActive(one.first, m_organisation.seq);
        });
    }

    std::vector<Need> all() { return std::move(m_needs); }

  private:
    const Incident& m_incident;
    const Organisation& m_organisation;
    const Viewer& m_viewer;
    Moment m_now;
    std::vector<Need> m_needs;
};

} // namespace

std::vector<ServiceLine> serviceLines(const Incident& incident) {
    std::vector<ServiceLine> lines;
    std::set<QString> stated;
    for (const auto& [key, status] : incident.serviceStates) {
        lines.push_back({key, status.state, status.since, status.restored});
        stated.insert(key.service);
    }
    for (const QString& service : incident.services) {
        if (!stated.contains(service)) {
            lines.push_back({ServiceKey{service, {}}});
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ServiceLine& a, const ServiceLine& b) {
        return std::pair(gravity(a.state), a.key) < std::pair(gravity(b.state), b.key);
    });
    return lines;
}

ServiceCounts countServices(const std::vector<ServiceLine>& lines) {
    ServiceCounts counts;
    for (const ServiceLine& line : lines) {
        switch (line.state) {
        case ServiceState::MajorOutage:
            ++counts.down;
            break;
        case ServiceState::Operational:
            ++counts.normal;
            break;
        case ServiceState::Unknown:
            ++counts.unknown;
            break;
        default:
            ++counts.partial;
        }
    }
    return counts;
}

std::vector<HeldSite> holdsAbout(const Incident& incident, const Organisation& organisation) {
    std::vector<HeldSite> held;
    for (const auto& [site, hold] : incident.holds) {
        held.push_back({site, hold, false});
    }
    for (const QString& site : incident.sites) {
        const auto it = organisation.holds.find(site);
        if (it != organisation.holds.end()) {
            held.push_back({site, it->second, true});
        }
    }
    std::stable_sort(held.begin(), held.end(),
                     [](const HeldSite& a, const HeldSite& b) { return a.hold.since < b.hold.since; });
    return held;
}

std::vector<std::pair<PersonId, Participation>> participants(const Incident& incident) {
    std::vector<std::pair<PersonId, Participation>> people(incident.people.begin(), incident.people.end());
    std::erase_if(people, [&](const auto& one) { return one.first == incident.command.person; });
    std::stable_sort(people.begin(), people.end(),
                     [](const auto& a, const auto& b) { return a.second.last > b.second.last; });
    return people;
}

std::vector<Need> needsOf(const Incident& incident, const Organisation& organisation, const Viewer& viewer,
                          const std::vector<const Incident*>& others, Moment now) {
    std::vector<Need> needs = allNeedsOf(incident, organisation, viewer, others, now);
    needs.resize(std::min(needs.size(), mostNeeds), Need{NeedKind::SetMeeting, {}});
    return needs;
}

std::vector<Need> allNeedsOf(const Incident& incident, const Organisation& organisation, const Viewer& viewer,
                             const std::vector<const Incident*>& others, Moment now) {
    Needs needs(incident, organisation, viewer, now);
    if (viewer.refused > 0) {
        needs.add(NeedKind::LookAtRefused, incident.declaredAt, viewer.refused);
    }
    // What is over, or handled in another one, needs nothing here.
    if (isOpen(incident) && !incident.joinedInto.value) {
        needs.calls();
        needs.command();
        needs.approvals();
        needs.committee();
        needs.others(others);
        needs.seats();
        needs.tasks();
        needs.services();
        needs.requests();
        needs.rest();
    }
    return needs.all();
}

} // namespace bongsu
