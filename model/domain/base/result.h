// What a function that can go wrong returns: a value, a Refusal (the rules say no) or a Failure (the world
// did not work). Bugs assert. tl::expected is std::expected for C++20.
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <variant>

namespace bongsu {

// Codes are words that are signed and sent: once released they never change.
// A sentence for each stands in wording/.
struct Refusal {
    QByteArray code;     // one of refusal:: below, ASCII
    QByteArray detail{}; // which thing, for people: an id in hex, a field's name; may be empty

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct Failure {
    QByteArray code;     // one of failure:: below, ASCII
    QByteArray detail{}; // the library's words

    friend bool operator==(const Failure&, const Failure&) = default;
};

using Error = std::variant<Refusal, Failure>;

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> refuse(const char* code, QByteArray detail = {}) {
    return tl::unexpected<Error>(Refusal{code, std::move(detail)});
}
inline tl::unexpected<Error> fail(const char* code, QByteArray detail = {}) {
    return tl::unexpected<Error>(Failure{code, std::move(detail)});
}

// The error of one result as that of another: `if (!found) { return errorOf(found); }`.
template <class T>
tl::unexpected<Error> errorOf(const Result<T>& result) {
    return tl::unexpected<Error>(result.error());
}

// Done, or why not.
using Outcome = Result<std::monostate>;

// The code of either kind of error.
QByteArray codeOf(const Error& error);

// A check's answer: nothing is yes.
using Verdict = std::optional<Refusal>;

namespace refusal {
// The bytes themselves: not of the format, not what they claim to be.
inline constexpr const char* malformed = "malformed";
inline constexpr const char* tooLarge = "too_large";
inline constexpr const char* wrongOrganisation = "organisation.wrong";
inline constexpr const char* unknownLog = "log.unknown";
inline constexpr const char* wrongLog = "log.wrong";
inline constexpr const char* badSignature = "signature.bad";
inline constexpr const char* unknownDevice = "device.unknown";
inline constexpr const char* revoked = "device.revoked";
inline constexpr const char* clonedDevice = "device.cloned";
inline constexpr const char* partMissing = "part.missing";
inline constexpr const char* partMismatch = "part.mismatch";
inline constexpr const char* kindUnknown = "relay.too_old";
inline constexpr const char* alreadyPresent = "already_present";
// The chain.
inline constexpr const char* badChain = "chain.broken";
inline constexpr const char* badSeq = "chain.seq";
inline constexpr const char* badTime = "chain.time";
inline constexpr const char* badEpoch = "epoch.wrong";
inline constexpr const char* relayUnknown = "relay.unknown";
inline constexpr const char* organisationBehind = "organisation.behind";
inline constexpr const char* organisationFork = "organisation.fork";
inline constexpr const char* fork = "fork";
// The rules.
inline constexpr const char* notPermitted = "permission.missing";
inline constexpr const char* stale = "stale";
inline constexpr const char* notFound = "not_found";
inline constexpr const char* ambiguous = "ambiguous"; // more than one begins so, or is called so
inline constexpr const char* alreadyDone = "already_done";
inline constexpr const char* tooLate = "too_late";
inline constexpr const char* tooEarly = "too_early";
inline constexpr const char* lastAdmin = "admin.last";
inline constexpr const char* reasonMissing = "reason.missing";
inline constexpr const char* inviteUnknown = "invite.unknown";
inline constexpr const char* inviteExpired = "invite.expired";
inline constexpr const char* inviteUsed = "invite.used";
inline constexpr const char* inviteTooWide = "invite.too_wide";
inline constexpr const char* joinUnproven = "join.unproven";
inline constexpr const char* commanderPresent = "command.held";
inline constexpr const char* outOfRange = "value.out_of_range";
inline constexpr const char* closed = "incident.closed";
inline constexpr const char* safetyMissing = "incident.safety_missing"; // a service nobody has checked
inline constexpr const char* causeOpen = "incident.cause_open";         // and nothing holds its site
inline constexpr const char* noQuorum = "quorum.missing";               // too few of a committee voted
inline constexpr const char* secondPerson = "notice.same_person";       // who wrote it does not approve it
inline constexpr const char* samePerson = "work.same_person";           // who did it does not confirm it
inline constexpr const char* notApproved = "notice.not_approved";
inline constexpr const char* notPreapproved = "notice.not_preapproved";
inline constexpr const char* wordUnknown = "word.unknown"; // said aloud, and not of the list
// Attachments.
inline constexpr const char* mediaUnknown = "media.unknown"; // no kind of file that can be attached
inline constexpr const char* mediaDamaged = "media.damaged"; // it begins like one and does not go on so
inline constexpr const char* blobMismatch = "blob.mismatch"; // not the bytes that the id names
inline constexpr const char* blobsTooMany = "blob.too_many"; // one device's that no event names
} // namespace refusal

namespace failure {
inline constexpr const char* disk = "disk";
inline constexpr const char* full = "disk.full";
inline constexpr const char* busy = "busy";
inline constexpr const char* corrupt = "corrupt";
inline constexpr const char* newerStore = "store.newer";
inline constexpr const char* locked = "store.locked";
inline constexpr const char* noRelay = "relay.none";
inline constexpr const char* wrongPin = "pin.wrong";
inline constexpr const char* protocol = "protocol";
inline constexpr const char* listen = "relay.listen"; // the address cannot be listened on
inline constexpr const char* linkLost = "link.lost";
inline constexpr const char* tooSlow = "link.slow";
inline constexpr const char* offerGap = "offer.gap";
inline constexpr const char* replaced = "session.replaced";
inline constexpr const char* stopped = "relay.stopped";
inline constexpr const char* epochAwaited = "epoch.awaited"; // the log has not entered the newest one yet
inline constexpr const char* clock = "relay.clock";
inline constexpr const char* keyUnusable = "key.unusable";
inline constexpr const char* blobMissing = "blob.missing"; // the relay does not hold it (yet)
inline constexpr const char* blobAway = "blob.away";       // not on this device, and no relay to ask
} // namespace failure

// The detail of key.unusable: each has a sentence of its own.
namespace keyfault {
inline constexpr const char* missing = "key.missing";       // no such file
inline constexpr const char* present = "key.present";       // to be made, but there is one already
inline constexpr const char* unreadable = "key.unreadable"; // not ours to read, or not a file
inline constexpr const char* exposed = "key.exposed";       // others may read it
inline constexpr const char* foreign = "key.foreign";       // not a file of this kind
inline constexpr const char* newer = "key.newer";           // of a newer program
inline constexpr const char* truncated = "key.truncated";   // cut off, or something stands behind it
inline constexpr const char* damaged = "key.damaged";
inline constexpr const char* notP256 = "key.not_p256";
// Of the keychain of the desktop session.
inline constexpr const char* keychainAway = "keychain.away";       // no session, no service, no answer
inline constexpr const char* keychainLocked = "keychain.locked";   // locked, and it stayed so
inline constexpr const char* keychainMissing = "keychain.missing"; // it answers, and does not hold them
inline constexpr const char* keychainDamaged = "keychain.damaged"; // what it holds is no keys of a home
inline constexpr const char* keychainFailed = "keychain.failed";   // it did not keep what it was given
inline constexpr const char* keychainRemains =
    "keychain.remains";                                   // moved, but this copy could not be removed
inline constexpr const char* differing = "key.differing"; // the file and the keychain hold different keys
inline constexpr const char* named = "key.named";         // somebody chose that file: it stays where it is
} // namespace keyfault

} // namespace bongsu
