#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/incident/checking.h"

#include <algorithm>

namespace bongsu {

namespace {

bool isThere(const Checking& asked, const EventId& event) {
    const auto found = asked.lookup(event);
    return found && !found->isVoid;
}

bool areThere(const Checking& asked, const std::vector<EventId>& events) {
    return std::all_of(events.begin(), events.end(),
                       [&](const EventId& event) { return isThere(asked, event); });
}

template <class Id>
bool areDifferent(const std::vector<Id>& ids) {
    return std::set<Id>(ids.begin(), ids.end()).size() == ids.size();
}

Verdict checkStep(const Checking& asked, const QString& step, const std::optional<EventId>& against) {
    const auto& steps = asked.incident.retro.steps;
    const auto held = steps.find(step);
    if (!isKeyText(step) || (held == steps.end() && steps.size() >= std::size_t(limits::retroSteps))) {
        return no(refusal::outOfRange, "step");
    }
    const auto before = held == steps.end() ? std::nullopt : std::optional(held->second.setBy);
    return against == before ? Verdict() : no(refusal::stale);
}

// `before`: what it came to last. `firstPersons` do not confirm it.
Verdict checkOutcome(const Checking& asked, WorkOutcome outcome, const std::optional<WorkOutcome>& before,
                     const std::set<PersonId>& firstPersons) {
    switch (outcome) {
    case WorkOutcome::Done:
        if (before) {
            return no(refusal::alreadyDone);
        }
        break;
    case WorkOutcome::Dropped:
        if (before) {
            return no(refusal::alreadyDone);
        }
        return asked.act.hasText() ? asked.responding() : no(refusal::reasonMissing);
    case WorkOutcome::Confirmed:
        if (before != WorkOutcome::Done) {
            return no(before ? refusal::alreadyDone : refusal::tooEarly);
        }
        if (!asked.act.person() || firstPersons.contains(*asked.act.person())) {
            return no(refusal::samePerson);
        }
        break;
    case WorkOutcome::Reopened:
        if (!before) {
            return no(refusal::alreadyDone);
        }
        if (!asked.act.hasText()) {
            return no(refusal::reasonMissing);
        }
        break;
    }
    return asked.writing();
}

} // namespace

Verdict checkFacts(const Checking& asked, const RetroArranged& f) {
    if (f.against != asked.incident.retro.arrangedBy) {
        return no(refusal::stale);
    }
    const bool isSo =
        asked.incident.retro.arrangedBy.has_value() && asked.incident.retro.subcommittees == f.subcommittees;
    return isSo ? no(refusal::alreadyDone) : asked.responding();
}

Verdict checkFacts(const Checking& asked, const StepAssigned& f) {
    if (auto fault = checkStep(asked, f.step, f.against)) {
        return fault;
    }
    if (f.owner && !asked.authority.isActive(*f.owner)) {
        return no(refusal::notFound, "person");
    }
    return asked.responding();
}

Verdict checkFacts(const Checking& asked, const StepSettled& f) {
    if (auto fault = checkStep(asked, f.step, f.against)) {
        return fault;
    }
    const auto held = asked.incident.retro.steps.find(f.step);
    if (held == asked.incident.retro.steps.end()) {
        return checkOutcome(asked, f.outcome, std::nullopt, {});
    }
    std::set<PersonId> first;
    if (held->second.doneBy) {
        first.insert(*held->second.doneBy);
    }
    return checkOutcome(asked, f.outcome, held->second.outcome, first);
}

// Stale is no fault here: whoever wrote without seeing a newer version wrote beside it.
Verdict checkFacts(const Checking& asked, const SectionWritten& f) {
    if (f.size == 0 || f.size > quint64(limits::sectionBytes)) {
        return no(refusal::outOfRange, "size");
    }
    const auto& sections = asked.incident.retro.sections;
    const auto held = sections.find(f.section);
    if (!isKeyText(f.section) ||
        (held == sections.end() && sections.size() >= std::size_t(limits::retroSteps))) {
        return no(refusal::outOfRange, "section");
    }
    const bool fits = std::all_of(f.against.begin(), f.against.end(), [&](const EventId& version) {
        const auto found = asked.lookup(version);
        return found && !found->isVoid && found->kind == SectionWritten::kind.name;
    });
    if (!fits || !areDifferent(f.against)) {
        return no(refusal::notFound, "version");
    }
    if (held != sections.end()) {
        const auto stay =
            std::count_if(held->second.begin(), held->second.end(), [&](const SectionVersion& version) {
                return std::find(f.against.begin(), f.against.end(), version.event) == f.against.end();
            });
        if (stay >= limits::sectionVersions) {
            return no(refusal::outOfRange, "versions");
        }
    }
    return asked.written();
}

Verdict checkFacts(const Checking& asked, const SectionRemarked& f) {
    if (!isKeyText(f.section) || asked.incident.retro.remarks.size() >= std::size_t(limits::remarks)) {
        return no(refusal::outOfRange, "section");
    }
    return !f.version || isThere(asked, *f.version) ? asked.written() : no(refusal::notFound);
}

Verdict checkFacts(const Checking& asked, const RemarkSettled& f) {
    return asked.incident.retro.remarks.contains(f.remark) ? asked.writing() : no(refusal::notFound);
}

Verdict checkFacts(const Checking& asked, const FindingAdded& f) {
    if (!isKeyText(f.pattern) || f.evidence.size() > std::size_t(limits::findingEvidence) ||
        asked.incident.retro.findings.size() >= std::size_t(limits::findings)) {
        return no(refusal::outOfRange, "finding");
    }
    if (f.findingKind == FindingKind::Factor && !f.area) {
        return no(refusal::outOfRange, "area");
    }
    return areThere(asked, f.evidence) ? asked.written() : no(refusal::notFound, "evidence");
}

Verdict checkFacts(const Checking& asked, const FindingDropped& f) {
    if (!asked.incident.retro.findings.contains(f.finding)) {
        return no(refusal::notFound);
    }
    return asked.act.hasText() ? asked.writing() : no(refusal::reasonMissing);
}

Verdict checkFacts(const Checking& asked, const SafetyStated& f) {
    if (f.services.empty() || !areKeyTexts(f.services) || f.aspects.empty()) {
        return no(refusal::outOfRange, "service");
    }
    const auto& safety = asked.incident.retro.safety;
    std::set<std::pair<QString, SafetyAspect>> fresh;
    for (const QString& service : f.services) {
        for (const SafetyAspect aspect : f.aspects) {
            if (!safety.contains({service, aspect})) {
                fresh.insert({service, aspect});
            }
        }
    }
    if (safety.size() + fresh.size() > std::size_t(limits::safetyChecks)) {
        return no(refusal::outOfRange, "services");
    }
    if (f.finding == SafetyFinding::Affected && !asked.act.hasText()) {
        return no(refusal::reasonMissing);
    }
    return asked.writing();
}

// That the bytes, the pieces and the heads are what they say is proved by whoever has them (verify --report).
Verdict checkFacts(const Checking& asked, const RetroIssued& f) {
    const auto& issued = asked.incident.retro.issued;
    if (issued.size() >= std::size_t(limits::issuedRetros)) {
        return no(refusal::outOfRange, "documents");
    }
    if (f.number != issued.size() + 1) {
        return no(refusal::stale); // somebody else issued one meanwhile
    }
    const quint64 pieces = f.pieceSize == 0 ? 0 : (f.size + f.pieceSize - 1) / f.pieceSize;
    if (f.size == 0 || f.size > quint64(limits::blobBytes) || pieces != f.pieces.size() ||
        pieces > quint64(limits::retroPieces)) {
        return no(refusal::outOfRange, "size");
    }
    if (!isKeyText(f.format) || f.upTo.seq == 0 || f.org.seq == 0 ||
        f.asked.size() > std::size_t(limits::retroSigners) || !areDifferent(f.asked)) {
        return no(refusal::outOfRange, "document");
    }
    const bool known = std::all_of(f.asked.begin(), f.asked.end(),
                                   [&](const PersonId& person) { return asked.authority.isActive(person); });
    return known ? asked.written() : no(refusal::notFound, "person");
}

// Whoever was asked answers for themselves, whatever they may do otherwise.
Verdict checkFacts(const Checking& asked, const RetroSigned& f) {
    const auto found = asked.incident.retro.issued.find(f.document);
    if (found == asked.incident.retro.issued.end()) {
        return no(refusal::notFound);
    }
    const auto& who = found->second.asked;
    if (!asked.act.person() || std::find(who.begin(), who.end(), *asked.act.person()) == who.end()) {
        return no(refusal::notPermitted);
    }
    if (found->second.answers.contains(*asked.act.person())) {
        return no(refusal::alreadyDone);
    }
    return f.answer == Approval::Declined && !asked.act.hasText() ? Verdict(no(refusal::reasonMissing))
                                                                  : Verdict();
}

namespace {

Verdict checkPlan(const Checking& asked, const ActionPlan& plan) {
    if (!isKeyText(plan.heading)) {
        return no(refusal::outOfRange, "heading");
    }
    if (plan.owner && !asked.authority.isActive(*plan.owner)) {
        return no(refusal::notFound, "person");
    }
    return {};
}

} // namespace

Verdict checkFacts(const Checking& asked, const ActionAdded& f) {
    if (asked.incident.retro.actions.size() >= std::size_t(limits::actions)) {
        return no(refusal::outOfRange, "actions");
    }
    if (auto fault = checkPlan(asked, f.plan)) {
        return fault;
    }
    if (f.finding && !asked.incident.retro.findings.contains(*f.finding)) {
        return no(refusal::notFound, "finding");
    }
    return !f.order || isThere(asked, *f.order) ? asked.written() : no(refusal::notFound, "order");
}

Verdict checkFacts(const Checking& asked, const ActionChanged& f) {
    const auto found = asked.incident.retro.actions.find(f.action);
    if (found == asked.incident.retro.actions.end()) {
        return no(refusal::notFound);
    }
    if (found->second.setBy != f.against) {
        return no(refusal::stale);
    }
    if (found->second.outcome) {
        return no(refusal::alreadyDone);
    }
    if (auto fault = checkPlan(asked, f.plan)) {
        return fault;
    }
    return asked.act.hasText() ? asked.writing() : no(refusal::reasonMissing);
}

Verdict checkFacts(const Checking& asked, const ActionSettled& f) {
    const auto found = asked.incident.retro.actions.find(f.action);
    if (found == asked.incident.retro.actions.end()) {
        return no(refusal::notFound);
    }
    const ActionStatus& action = found->second;
    if (action.setBy != f.against) {
        return no(refusal::stale);
    }
    if (f.outcome == WorkOutcome::Done && !asked.act.hasText()) {
        return no(refusal::reasonMissing); // the evidence
    }
    std::set<PersonId> first;
    for (const auto& person : {action.doneBy, action.plan.owner}) {
        if (person) {
            first.insert(*person);
        }
    }
    return checkOutcome(asked, f.outcome, action.outcome, first);
}

} // namespace bongsu
