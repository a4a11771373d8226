// How far looking back has come: what rules and screens read of steps, sections, findings, actions and what
// was signed.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/action_facts.h"
#include "domain/event/retro_facts.h"

#include <map>
#include <set>

namespace bongsu {

struct StepStatus {
    EventId setBy;
    std::optional<PersonId> owner{};
    std::optional<Moment> due{};          // absent: as the document has it
    std::optional<WorkOutcome> outcome{}; // Done, Confirmed or Dropped; absent: open
    Moment at{};                          // recorded: when it came to that
    std::optional<PersonId> doneBy{};
    std::optional<PersonId> confirmedBy{};
    friend bool operator==(const StepStatus&, const StepStatus&) = default;
};

// A version that nothing has taken the place of.
struct SectionVersion {
    EventId event;
    std::optional<PersonId> author{};
    Moment at{}; // recorded
    BlobId blob = BlobId::zeros();
    quint64 size = 0; // bytes
    OpenTo openTo = OpenTo::Organisation;
    friend bool operator==(const SectionVersion&, const SectionVersion&) = default;
};

struct Remark {
    QString section;
    std::optional<EventId> version{};
    std::optional<PersonId> author{};
    Moment at{};
    friend bool operator==(const Remark&, const Remark&) = default;
};

struct Finding {
    FindingKind kind = FindingKind::Factor;
    std::optional<ReviewArea> area{};
    QString pattern{};
    std::vector<EventId> evidence{};
    std::optional<PersonId> author{};
    Moment at{};
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct ActionStatus {
    EventId setBy;   // what last set it: itself, an action.changed or an action.settled
    EventId wordsBy; // whose text says what is to be done
    ActionPlan plan{};
    std::optional<EventId> finding{};
    std::optional<EventId> order{};
    std::optional<WorkOutcome> outcome{}; // absent: open
    std::optional<PersonId> addedBy{};
    std::optional<PersonId> doneBy{};
    std::optional<PersonId> confirmedBy{};
    std::optional<EventId> doneIn{}; // whose text is the evidence, or the reason why not
    Moment since{};                  // claimed: when it came to what it is
    friend bool operator==(const ActionStatus&, const ActionStatus&) = default;
};

struct SafetyStatus {
    EventId setBy;
    SafetyFinding finding = SafetyFinding::Clean;
    std::optional<PersonId> checkedBy{};
    Moment at{}; // claimed
    friend bool operator==(const SafetyStatus&, const SafetyStatus&) = default;
};

struct IssuedRetro {
    quint64 number = 0;
    RetroForm form = RetroForm::Full;
    QString format{};
    BlobId blob = BlobId::zeros();
    quint64 size = 0; // bytes
    std::optional<PersonId> issuedBy{};
    Moment at{}; // recorded
    std::vector<PersonId> asked{};
    std::map<PersonId, Approval> answers{};
    friend bool operator==(const IssuedRetro&, const IssuedRetro&) = default;
};

struct RetroStatus {
    bool subcommittees = false;
    std::optional<EventId> arrangedBy{};
    std::optional<Moment>
        resolvedAt{}; // recorded, of the newest time that it came to that; absent: it is not
    std::map<QString, StepStatus> steps{};
    std::map<QString, std::vector<SectionVersion>> sections{}; // more than one: they were written apart
    std::map<EventId, Remark> remarks{};                       // open ones
    std::map<EventId, Finding> findings{};                     // that hold
    std::map<EventId, ActionStatus> actions{};
    std::map<std::pair<QString, SafetyAspect>, SafetyStatus> safety{}; // of a service
    std::map<EventId, IssuedRetro> issued{};
    friend bool operator==(const RetroStatus&, const RetroStatus&) = default;
};

} // namespace bongsu
