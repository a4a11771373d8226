// Which invites somebody may give out, and what is proposed to them: the rules of `check`, asked beforehand.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/words.h"

#include <optional>
#include <vector>

namespace bongsu {

// How wide an invite may be.
struct InviteBounds {
    quint64 mostUses;
    Millis longest;
    friend bool operator==(const InviteBounds&, const InviteBounds&) = default;
};

// What people may choose as its time, the shortest first.
std::vector<Millis> inviteTimes();

// The permissions that `own` may invite new people to, the least first. Empty: nobody.
std::vector<Permission> invitable(Permission own);
// For one of them.
InviteBounds inviteBounds(Permission own, Permission invited);
// Whoever inspects reads and records nothing: as an auditor, or as a viewer where `own` may not invite those.
// Nothing: they may invite neither.
std::optional<Permission> inspectorPermission(Permission own);
// Another device for oneself joins with one's own permission.
InviteBounds deviceInviteBounds(Permission own);

struct InviteTerms {
    quint64 uses;
    Millis valid;
    friend bool operator==(const InviteTerms&, const InviteTerms&) = default;
};
// One use within the hour: it can be read out, and what is found later lets nobody in.
InviteTerms proposedTerms();
// Whether an invite of these terms may come from eight words.
bool maySpeak(const InviteTerms& terms);

// A sealed envelope: who opens it helps, and decides nothing.
inline constexpr Permission envelopePermission = Permission::Responder;
InviteTerms envelopeTerms();
bool mayMakeEnvelope(Permission own);

} // namespace bongsu
