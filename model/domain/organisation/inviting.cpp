#include "domain/organisation/inviting.h"

#include "domain/base/limits.h"
#include "domain/organisation/organisation.h"

#include <algorithm>

namespace bongsu {

namespace {

using std::chrono::hours;

// Whoever may approve comes alone.
quint64 usesFor(Permission invited, int most) {
    return mayApprove(invited) ? 1 : quint64(most);
}

} // namespace

std::vector<Millis> inviteTimes() {
    return {limits::spokenValid, hours(24), hours(24 * 7), limits::inviteValid};
}

std::vector<Permission> invitable(Permission own) {
    std::vector<Permission> all;
    for (int value = 1; value <= int(Permission::Last); ++value) {
        const auto invited = Permission(value);
        const bool upToResponder = invited <= Permission::Responder;
        const bool allowed =
            own == Permission::Admin ||
            (own == Permission::Commander && (upToResponder || invited == Permission::Communications)) ||
            (mayRespond(own) && upToResponder);
        if (allowed) {
            all.push_back(invited);
        }
    }
    return all;
}

std::optional<Permission> inspectorPermission(Permission own) {
    const std::vector<Permission> all = invitable(own);
    for (const Permission wanted : {Permission::Auditor, Permission::Viewer}) {
        if (std::find(all.begin(), all.end(), wanted) != all.end()) {
            return wanted;
        }
    }
    return std::nullopt;
}

InviteBounds inviteBounds(Permission own, Permission invited) {
    if (mayCommand(own)) {
        return {usesFor(invited, limits::inviteUses), limits::inviteValid};
    }
    return {usesFor(invited, limits::emergencyInviteUses), limits::emergencyInviteValid};
}

InviteBounds deviceInviteBounds(Permission own) {
    return {usesFor(own, limits::inviteUses), limits::inviteValid};
}

InviteTerms proposedTerms() {
    return {1, limits::spokenValid};
}

bool maySpeak(const InviteTerms& terms) {
    return terms.uses == 1 && terms.valid <= limits::spokenValid;
}

InviteTerms envelopeTerms() {
    return {1, limits::inviteValid};
}

bool mayMakeEnvelope(Permission own) {
    return own == Permission::Admin;
}

} // namespace bongsu
