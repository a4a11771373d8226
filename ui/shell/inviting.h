// How windows ask for an invite for somebody; the program's wiring has the real one.
#pragma once

#include "domain/base/result.h"
#include "domain/log/spokencode.h"
#include "domain/organisation/inviting.h"

#include <functional>

namespace bongsu {

struct InviteAsked {
    Permission permission; // of a new person
    bool forMyself;        // another device of one's own; the permission is then one's own
    InviteTerms terms;
};

struct InviteGiven {
    QString line;
    std::optional<SpokenInvite> spoken; // where it may be read out
    bool recorded;                      // false: it works once this device has been connected
};

class Inviting {
  public:
    virtual ~Inviting() = default;

    // Issued on this device at once; `recorded` comes later by Journal::ownEventChanged of `given`'s event.
    virtual Result<InviteGiven> invite(const InviteAsked& asked) = 0;
    // Whether the invite given last has been recorded meanwhile.
    virtual bool isRecorded() const = 0;
};

} // namespace bongsu
