#include "domain/notice/drafting.h"

#include "domain/base/limits.h"

#include <algorithm>
#include <set>

namespace bongsu {

namespace {

constexpr Millis usualPromise = std::chrono::minutes(40);
constexpr Millis roundedTo = std::chrono::minutes(5);
// Without those that are taken for each other.
constexpr QLatin1String codeSigns("23456789ABCDEFGHJKMNPQRSTVWXYZ");

bool isTold(ServiceState state) {
    return state == ServiceState::MajorOutage || state == ServiceState::PartialOutage ||
           state == ServiceState::Degraded;
}

ServiceState stateOf(const Incident& incident, const CatalogueService& service) {
    std::optional<ServiceState> whole;
    bool isPart = false;
    for (const auto& [key, status] : incident.serviceStates) {
        if (key.service == service.key) {
            whole = key.function.isEmpty() ? std::optional(status.state) : whole;
            isPart = isPart || (!key.function.isEmpty() && isTold(status.state));
        }
    }
    if (whole) {
        return *whole == ServiceState::Operational && isPart ? ServiceState::PartialOutage : *whole;
    }
    if (isPart) {
        return ServiceState::PartialOutage;
    }
    const auto& declared = incident.services;
    return std::find(declared.begin(), declared.end(), service.key) != declared.end()
               ? ServiceState::Unknown
               : ServiceState::Operational;
}

// Named by the incident and not said to work.
bool isAffected(const Incident& incident, const CatalogueService& service) {
    const ServiceState state = stateOf(incident, service);
    return isTold(state) || state == ServiceState::Unknown;
}

} // namespace

NoticeStep nextStep(const Incident& incident) {
    const bool wasTold = incident.told.first.has_value();
    if (incident.phase.value >= Phase::Resolved) {
        return wasTold ? NoticeStep::Resolved : NoticeStep::Afterwards;
    }
    if (!wasTold) {
        return NoticeStep::Investigating;
    }
    if (incident.phase.value == Phase::Monitoring) {
        return NoticeStep::Monitoring;
    }
    return incident.cause.certainty == Certainty::Confirmed ? NoticeStep::Identified
                                                            : NoticeStep::Investigating;
}

std::vector<NoticeStep> stepsOffered(const Incident& incident) {
    const NoticeStep next = nextStep(incident);
    std::vector<NoticeStep> steps{next};
    for (const NoticeStep step : {NoticeStep::Investigating, NoticeStep::Identified, NoticeStep::Monitoring,
                                  NoticeStep::Resolved, NoticeStep::Afterwards}) {
        if (step != next) {
            steps.push_back(step);
        }
    }
    // Nobody promises money while it burns.
    if (incident.phase.value >= Phase::Monitoring || incident.told.stage == NoticeStage::Resolved) {
        steps.push_back(NoticeStep::Compensation);
    }
    return steps;
}

bool isFirstNotice(const Incident& incident, NoticeStep step) {
    return step == NoticeStep::Investigating && incident.approved.count == 0;
}

std::vector<PersonId> approversOf(const Incident& incident, const Organisation& organisation,
                                  const std::optional<PersonId>& author) {
    std::vector<PersonId> persons;
    const auto add = [&](const PersonId& person) {
        const auto permission = organisation.permission(person, organisation.seq);
        const bool may = person != author && organisation.isActive(person, organisation.seq) && permission &&
                         speaksFor(incident, person, *permission);
        if (may && persons.size() < std::size_t(limits::successors) &&
            std::find(persons.begin(), persons.end(), person) == persons.end()) {
            persons.push_back(person);
        }
    };
    add(incident.command.person);
    const auto seat = incident.seats.find(communicationsSeat.toString());
    if (seat != incident.seats.end() && seat->second.holder) {
        add(*seat->second.holder);
    }
    for (const auto& [person, part] : incident.people) {
        add(person);
    }
    for (const auto& [person, about] : organisation.persons) {
        add(person);
    }
    return persons;
}

NoticeFacts draftOf(const Incident& incident, const Catalogue& catalogue, const Channels& channels,
                    NoticeStep step, const LocalText& cause, const QString& code, Moment now) {
    NoticeFacts facts;
    facts.step = step;
    facts.failureType = incident.failureType.value_or(QString());
    std::vector<const CatalogueService*> affected;
    for (const CatalogueService& service : catalogue.services) {
        if (service.publicName && isAffected(incident, service)) {
            affected.push_back(&service);
        }
    }
    std::stable_sort(affected.begin(), affected.end(), [](const auto* a, const auto* b) {
        return a->grade.value_or(9) < b->grade.value_or(9);
    });
    for (const CatalogueService* service : affected) {
        const auto isSame = [service](const LocalText& name) { return name == *service->publicName; };
        if (std::none_of(facts.services.begin(), facts.services.end(), isSame)) {
            facts.services.push_back(*service->publicName);
        }
    }
    facts.since = incident.began.value_or(incident.declaredAt);
    facts.ended = incident.ended;
    facts.certainty = incident.cause.certainty;
    facts.cause = facts.certainty == Certainty::Investigating ? LocalText() : cause;
    if (step < NoticeStep::Resolved || step == NoticeStep::Correction) {
        const Moment soon = now + usualPromise;
        const auto beyond = soon.time_since_epoch() % roundedTo;
        facts.next = beyond == Millis(0) ? soon : soon - beyond + roundedTo;
    }
    facts.contact = channels.contact;
    facts.link = channels.linkForEverybody;
    facts.code = code;
    return facts;
}

std::vector<AffectedService> affectedOf(const Incident& incident, const Catalogue& catalogue,
                                        NoticeStep step) {
    std::vector<AffectedService> affected;
    for (const CatalogueService& service : catalogue.services) {
        const ServiceState state = stateOf(incident, service);
        const bool isNamed =
            isAffected(incident, service) || incident.serviceStates.contains({service.key, {}});
        if (!service.publicName || !isNamed || affected.size() >= std::size_t(limits::listItems)) {
            continue;
        }
        const bool isOver = step == NoticeStep::Resolved && state == ServiceState::Unknown;
        affected.push_back({service.key, isOver ? ServiceState::Operational : state});
    }
    return affected;
}

std::optional<FirstNoticeSlots> slotsOf(const FirstNotice& form, const NoticeFacts& facts, bool isDrill,
                                        Moment now) {
    FirstNoticeSlots given;
    for (const LocalText& service : facts.services) {
        if (std::find(form.services.begin(), form.services.end(), service) != form.services.end()) {
            given.services.push_back(service);
        }
    }
    if (given.services.empty() || form.contacts.empty() || !facts.since || !facts.next) {
        return std::nullopt;
    }
    const auto own = std::find(form.contacts.begin(), form.contacts.end(), facts.contact);
    given.contact = own == form.contacts.end() ? form.contacts.front() : *own;
    given.since = *facts.since;
    given.next = *facts.next;
    given.code = facts.code;
    given.asOf = now;
    given.isDrill = isDrill;
    return given;
}

QString noticeCode(QByteArrayView random) {
    QString code;
    for (int i = 0; i < 6; ++i) {
        code += codeSigns[uchar(random[i % random.size()]) % codeSigns.size()];
        code += i == 2 ? QStringLiteral("-") : QString();
    }
    return code;
}

std::vector<Outgoing> withTexts(std::vector<Outgoing> outgoings, const NoticeTexts& texts) {
    for (Outgoing& one : outgoings) {
        std::set<Disclosure> tells;
        for (const NoticeText* text : texts.of(one.channel)) {
            tells.insert(text->tells.begin(), text->tells.end());
            one.audience = text->audience;
        }
        one.tells.assign(tells.begin(), tells.end());
    }
    std::erase_if(outgoings, [&](const Outgoing& one) { return texts.of(one.channel).empty(); });
    for (Outgoing& one : outgoings) {
        const bool isThere =
            one.standsInFor && std::any_of(outgoings.begin(), outgoings.end(), [&](const Outgoing& first) {
                return first.channel == *one.standsInFor;
            });
        if (!isThere) {
            one.standsInFor.reset();
        }
    }
    return outgoings;
}

} // namespace bongsu
