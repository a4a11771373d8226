#include "domain/incident/board.h"

#include "domain/base/keytext.h"
#include "domain/base/nfc.h"
#include "domain/incident/declaring.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

constexpr QStringView bareCentre(u"\uC13C\uD130"); // centre
// What may stand before it and is no place: customer, call, counselling.
constexpr std::array noPlaces{QStringView(u"\uACE0\uAC1D"), QStringView(u"\uCF5C"),
                              QStringView(u"\uC0C1\uB2F4"), QStringView(u"the"),
                              QStringView(u"our"),          QStringView(u"one")};
// The longer before those it begins with.
constexpr std::array centreWords{
    QStringView(u"\uB370\uC774\uD130\uC13C\uD130"),  // data centre, one word
    QStringView(u"\uB370\uC774\uD130 \uC13C\uD130"), // the same in two
    QStringView(u"\uC804\uC0B0\uC13C\uD130"),        // computing centre
    bareCentre,
    QStringView(u"data cent"),
    QStringView(u"datacent"),
    QStringView(u"IDC"),
};

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

void addNamed(std::set<QString>& named, const std::vector<QString>& keys, const QString& title) {
    for (const QString& key : keys) {
        if (title.contains(key, Qt::CaseInsensitive)) {
            named.insert(key);
        }
    }
}

bool isPlace(const QString& word) {
    const bool latin = !word.isEmpty() && word[0].unicode() < 128;
    return isKeyText(word) && (!latin || word.size() >= 3) &&
           std::none_of(noPlaces.begin(), noPlaces.end(),
                        [&](QStringView no) { return word.compare(no, Qt::CaseInsensitive) == 0; });
}

// "Pangyo" of "Fire at Pangyo data centre": the one word before it, joined or apart. Nothing: "".
QString wordBeforeCentre(const QString& title) {
    for (const QStringView centre : centreWords) {
        const qsizetype at = title.indexOf(centre, 0, Qt::CaseInsensitive);
        // A bare "centre" joined to a word is any centre: a call centre, a service centre.
        if (at > 0 && (centre != bareCentre || title[at - 1] == u' ')) {
            const QString before = title.first(at).trimmed();
            const QString word = before.sliced(before.lastIndexOf(u' ') + 1);
            return isPlace(word) ? word : QString();
        }
    }
    return {};
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
                m_needs.push_back({NeedKind::JoinOther, m_incident.declaredAt, 0, {}, {}, other->id});
                return;
            }
        }
    }

    void site() {
        for (const QString& site : m_incident.sites) {
            if (commands() && !isHeld(site, m_incident, m_organisation)) {
                m_needs.push_back({NeedKind::HoldWork, m_incident.declaredAt, 0, site, {}, {}});
            }
        }
    }

    // The viewer's own calls, and seats that nobody took.
    void calls() {
        for (const SeatLine& call :
             m_viewer.person ? callsFor(m_incident, *m_viewer.person, m_now) : std::vector<SeatLine>()) {
            m_needs.push_back({NeedKind::AnswerCall, call.status.called->at, 0, {}, call.seat, {}});
        }
    }
    void seats() {
        if (commands() && m_incident.seats.empty()) {
            add(NeedKind::CallPeople, m_incident.declaredAt);
        }
        for (const auto& [seat, status] : m_incident.seats) {
            if (commands() && status.nobody) {
                m_needs.push_back({NeedKind::FillSeat, status.since, 0, {}, seat, {}});
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

    void rest() {
        const Moment began = m_incident.began.value_or(m_incident.declaredAt);
        const bool approves = commands() || (m_viewer.permission && mayApprove(*m_viewer.permission));
        if (approves && m_incident.counts.notices == 0) {
            add(NeedKind::GiveNotice, began);
        }
        site();
        if (commands() && m_incident.meetingSetBy == m_incident.declaredBy) {
            add(NeedKind::SetMeeting, m_incident.declaredAt);
        }
        const int unknown = countServices(serviceLines(m_incident)).unknown;
        if (unknown > 0 && m_viewer.permission && mayWrite(*m_viewer.permission)) {
            add(NeedKind::StateServices, m_incident.declaredAt, quint64(unknown));
        }
    }

    std::vector<Need> first() {
        m_needs.resize(std::min(m_needs.size(), mostNeeds), Need{NeedKind::SetMeeting, {}});
        return std::move(m_needs);
    }

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
    Needs needs(incident, organisation, viewer, now);
    if (viewer.refused > 0) {
        needs.add(NeedKind::LookAtRefused, incident.declaredAt, viewer.refused);
    }
    // What is over, or handled in another one, needs nothing here.
    if (isOpen(incident) && !incident.joinedInto.value) {
        needs.calls();
        needs.command();
        needs.others(others);
        needs.seats();
        needs.tasks();
        needs.rest();
    }
    return needs.first();
}

const Incident* openCauseAt(const std::vector<QString>& sites, const std::vector<const Incident*>& others) {
    const Incident* newest = nullptr;
    for (const Incident* other : others) {
        const bool here = std::any_of(other->sites.begin(), other->sites.end(), [&](const QString& site) {
            return std::find(sites.begin(), sites.end(), site) != sites.end();
        });
        const bool open = !isOpen(*other) && other->phase.value != Phase::Closed && !other->drill;
        if (here && open && (!newest || other->declaredAt > newest->declaredAt)) {
            newest = other;
        }
    }
    return newest;
}

std::vector<QString> sitesNamedIn(QStringView title, const std::vector<const Incident*>& others) {
    const QString normal = toNfc(title);
    std::set<QString> named;
    for (const Incident* other : others) {
        addNamed(named, other->sites, normal);
    }
    if (const QString before = wordBeforeCentre(normal); named.empty() && !before.isEmpty()) {
        named.insert(before);
    }
    return {named.begin(), named.end()};
}

std::vector<QString> servicesNamedIn(QStringView title, const std::vector<const Incident*>& others) {
    const QString normal = toNfc(title);
    std::set<QString> named;
    for (const Incident* other : others) {
        addNamed(named, other->services, normal);
    }
    return {named.begin(), named.end()};
}

Guess guessOf(QStringView title, const std::vector<const Incident*>& others) {
    Guess guess{sitesNamedIn(title, others), servicesNamedIn(title, others), std::nullopt};
    if (const Incident* cause = openCauseAt(guess.sites, others)) {
        guess.openCause = cause->id;
    }
    return guess;
}

} // namespace bongsu
