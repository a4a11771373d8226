// The services of an incident beside what their owners wrote down of them in peacetime: who has to confirm
// what, what is away for longer than it may be, when it is expected back.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/incident/board.h"

namespace bongsu {

// Whether whoever owns a service stands by what it is stated to be.
enum class OwnerWord {
    NotAsked,  // nobody is known to own it, or it has no state yet
    Waiting,   // somebody else stated it
    Confirmed, // they did, or they stated it themselves
};

struct ServiceView {
    ServiceLine line;
    const CatalogueService* service = nullptr; // null: the catalogue does not know it
    OwnerWord owner = OwnerWord::NotAsked;
    std::optional<Moment> outSince{}; // since when it has not been in order
    std::optional<Millis> over{};     // for how long it has been away beyond its RTO
    std::optional<RecoveryStatus> expected{};
    bool expectedPassed = false;                             // it was to be back, and is not
    std::vector<std::pair<QString, ImpactStatus>> impacts{}; // by platform, "" is all
};

// In the order of serviceLines(). `catalogue` may be null; the views point into it.
std::vector<ServiceView> serviceViews(const Incident& incident, const Organisation& organisation,
                                      const Catalogue* catalogue, Moment now);

// What waits for the word of this person's department, as one act confirms it.
std::vector<StateNamed> toConfirm(const Incident& incident, const Organisation& organisation,
                                  const Catalogue* catalogue, const PersonId& person);

// Expected recoveries whose time has come and what they are of has not, the oldest first; the key without a
// service is all of it. Somebody has to say something new.
std::vector<std::pair<ServiceKey, RecoveryStatus>> passedRecoveries(const Incident& incident, Moment now);

// What is recorded of an expected recovery, beside what was said of the same before. Without `at`: nobody can
// tell any more.
RecoveryExpected expectationOf(const Incident& incident, const ServiceKey& what,
                               const std::optional<Moment>& at);

// "30%", "12.5~20 %": a share in per mille; "400000", "200,000~300,000": users. Nothing: neither, or too
// much.
struct UsersHit {
    bool isShare;
    CountRange range;
    friend bool operator==(const UsersHit&, const UsersHit&) = default;
};
std::optional<UsersHit> parseUsersHit(QStringView typed);

// As few events as the limits allow.
std::vector<ServicesConfirmed> confirmationsOf(const std::vector<StateNamed>& states);

} // namespace bongsu
