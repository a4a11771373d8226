#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/incident/checking.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr quint64 wholePermille = 1000;

ServiceKey keyOf(const std::optional<QString>& service, const std::optional<QString>& function) {
    return {service.value_or(QString()), function.value_or(QString())};
}

} // namespace

// Whoever confirms may have been overtaken in some of it; what still stands is confirmed.
Verdict checkFacts(const Checking& asked, const ServicesConfirmed& f) {
    bool stands = false;
    for (const StateNamed& named : f.states) {
        const auto at = asked.incident.serviceStates.find(keyOf(named.service, named.function));
        if (at == asked.incident.serviceStates.end()) {
            return no(refusal::notFound, "service");
        }
        stands = stands || at->second.setBy == named.against;
    }
    if (f.states.empty()) {
        return no(refusal::outOfRange, "services");
    }
    return stands ? asked.writing() : no(refusal::stale);
}

Verdict checkFacts(const Checking& asked, const ImpactStated& f) {
    const bool says = f.permille || f.users;
    const bool inRange = (!f.permille || (isRange(*f.permille) && f.permille->to <= wholePermille)) &&
                         (!f.users || isRange(*f.users));
    if (f.services.empty() || !areKeyTexts(f.services) || !isKeyText(f.function) || !isKeyText(f.platform) ||
        !says || !inRange) {
        return no(refusal::outOfRange, "impact");
    }
    const std::set<QString> services(f.services.begin(), f.services.end());
    const auto added = std::count_if(services.begin(), services.end(), [&](const QString& service) {
        return !asked.incident.impacts.contains({keyOf(service, f.function), f.platform.value_or(QString())});
    });
    if (asked.incident.impacts.size() + std::size_t(added) > std::size_t(limits::impacts)) {
        return no(refusal::outOfRange, "impacts");
    }
    return asked.writing();
}

Verdict checkFacts(const Checking& asked, const CauseStated& f) {
    if (f.against != asked.incident.cause.setBy) {
        return no(refusal::stale);
    }
    if (f.certainty != Certainty::Investigating && !asked.act.hasText()) {
        return no(refusal::malformed, "text");
    }
    return asked.responding();
}

// A time without its basis is a rumour, and so is taking one back.
Verdict checkFacts(const Checking& asked, const RecoveryExpected& f) {
    if (!isKeyText(f.service) || !isKeyText(f.function) || (f.function && !f.service)) {
        return no(refusal::outOfRange, "service");
    }
    const auto before = asked.incident.recoveries.find(keyOf(f.service, f.function));
    const bool isFirst = before == asked.incident.recoveries.end();
    if (f.against != (isFirst ? std::nullopt : std::optional(before->second.setBy))) {
        return no(refusal::stale);
    }
    if (isFirst && !f.at) {
        return no(refusal::notFound);
    }
    if (isFirst && asked.incident.recoveries.size() >= std::size_t(limits::serviceStates)) {
        return no(refusal::outOfRange, "recoveries");
    }
    return asked.act.hasText() ? asked.responding() : no(refusal::reasonMissing);
}

} // namespace bongsu
