#include "domain/incident/brief.h"

#include "domain/incident/declaring.h"
#include "domain/manual/failuretype.h"

#include <algorithm>

namespace bongsu {

namespace {

QString called(const ServiceKey& key) {
    return key.function.isEmpty() ? key.service : key.service + u' ' + key.function;
}

bool isImpaired(ServiceState state) {
    return state == ServiceState::Degraded || state == ServiceState::PartialOutage;
}

// Services in a state, the one that has been in it longest first; by name where that is the same.
template <class Wanted>
std::vector<QString> servicesThat(const Incident& incident, const Wanted& wanted) {
    std::vector<std::pair<Moment, QString>> found;
    for (const auto& [key, status] : incident.serviceStates) {
        if (wanted(status.state)) {
            found.emplace_back(status.since, called(key));
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<QString> names;
    for (auto& [since, name] : found) {
        names.push_back(std::move(name));
    }
    return names;
}

void addBlockers(Briefing& briefing, const Incident& incident) {
    briefing.blockers = int(incident.blockers.size());
    for (const auto& [event, blocker] : incident.blockers) {
        if (blocker.site && std::find(briefing.blockedSites.begin(), briefing.blockedSites.end(),
                                      *blocker.site) == briefing.blockedSites.end()) {
            briefing.blockedSites.push_back(*blocker.site);
        }
    }
    std::sort(briefing.blockedSites.begin(), briefing.blockedSites.end());
}

QString joined(const std::vector<BriefPhrase>& phrases) {
    QString line;
    for (const BriefPhrase& phrase : phrases) {
        if (!phrase.words.isEmpty()) {
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + phrase.words;
        }
    }
    return line;
}

} // namespace

Briefing briefingOf(const Incident& incident, const QString& title, const QString& commander,
                    Moment phaseSetAt, Moment now) {
    const Course course = courseOf(incident, phaseSetAt, now);
    Briefing briefing;
    briefing.drill = incident.drill;
    briefing.grade = incident.grade.value;
    briefing.phase = incident.phase.value;
    briefing.title = title;
    // A type that everybody knows is a chapter of a manual, and often a guess: users are told what the title
    // says.
    if (incident.failureType && !failureTypeOf(*incident.failureType) && !incident.sites.empty()) {
        briefing.site = incident.sites.front();
        briefing.failure = *incident.failureType;
    }
    briefing.down = servicesThat(incident, [](ServiceState s) { return s == ServiceState::MajorOutage; });
    briefing.impaired = servicesThat(incident, isImpaired);
    briefing.recovering =
        servicesThat(incident, [](ServiceState s) { return s == ServiceState::Recovering; });
    if (incident.restorations.size() == 1) { // counts of several sites are not added up
        briefing.restored = incident.restorations.begin()->second.restored;
    }
    briefing.lasted = std::max(Millis::zero(), course.until - course.from);
    briefing.running = course.running;
    briefing.commander = commander;
    briefing.acting = incident.command.acting;
    briefing.firstNotice = incident.told.first;
    if (incident.told.last != incident.told.first) {
        briefing.newestNotice = incident.told.last;
    }
    addBlockers(briefing, incident);
    return briefing;
}

QString briefWithin(const std::vector<BriefPhrase>& phrases, int characters) {
    std::vector<BriefPhrase> kept = phrases;
    while (joined(kept).size() >= characters) {
        auto next = kept.end();
        for (auto it = kept.begin(); it != kept.end(); ++it) {
            if (it->leftOut > 0 && (next == kept.end() || it->leftOut < next->leftOut)) {
                next = it;
            }
        }
        if (next == kept.end()) {
            break;
        }
        kept.erase(next);
    }
    return joined(kept);
}

QString wholeWords(const QString& text, int characters) {
    const QString simple = text.simplified();
    if (simple.size() <= characters) {
        return simple;
    }
    const qsizetype end = simple.lastIndexOf(u' ', characters - 1); // room for the ellipsis
    if (end <= 0) {
        return {};
    }
    QString kept = simple.first(end);
    while (!kept.isEmpty() && kept.back().isPunct()) {
        kept.chop(1);
    }
    return kept + u'\u2026';
}

} // namespace bongsu
