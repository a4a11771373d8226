// The facts of the organisation's log: who belongs to it, what they may do, which relays it trusts.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/words.h"

namespace bongsu {

// What a desktop must know of a relay before the first byte: who signs, which TLS keys to expect (current,
// next).
struct RelayKeys {
    PublicKey signing = PublicKey::zeros();
    std::vector<TlsPin> pins{};
    SealingKey sealing = SealingKey::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &RelayKeys::signing), field(2, &RelayKeys::pins),
                          field(3, &RelayKeys::sealing)};
    }
};

struct Founded {
    static constexpr KindInfo kind{"organisation.founded", 1, true, LogType::Organisation};
    std::vector<PublicKey> roots{}; // two
    RelayKeys relay{};
    quint64 featureLevel = 1;
    static constexpr auto fields() {
        return std::tuple{field(1, &Founded::roots), field(2, &Founded::relay),
                          field(3, &Founded::featureLevel)};
    }
};

// Signed by the new device itself; `proof` is the invite key's signature
// over T"join" | org | device public key.
struct DeviceAdded {
    static constexpr KindInfo kind{"device.added", 1, true, LogType::Organisation};
    PublicKey deviceKey = PublicKey::zeros();
    PublicKey inviteKey = PublicKey::zeros();
    Signature proof = Signature::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &DeviceAdded::deviceKey), field(2, &DeviceAdded::inviteKey),
                          field(3, &DeviceAdded::proof)};
    }
};

struct InviteIssued {
    static constexpr KindInfo kind{"invite.issued", 1, true, LogType::Organisation};
    PublicKey inviteKey = PublicKey::zeros();
    Permission permission = Permission::Viewer;
    std::optional<PersonId> person{}; // adds a device to this person; permission is then ignored
    quint64 validForMs = 0;           // counted from recordedAt
    quint64 uses = 1;
    static constexpr auto fields() {
        return std::tuple{field(1, &InviteIssued::inviteKey), field(2, &InviteIssued::permission),
                          field(3, &InviteIssued::person), field(4, &InviteIssued::validForMs),
                          field(5, &InviteIssued::uses)};
    }
};

struct InviteRevoked {
    static constexpr KindInfo kind{"invite.revoked", 1, true, LogType::Organisation};
    PublicKey inviteKey = PublicKey::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &InviteRevoked::inviteKey)}; }
};

// Name and contacts stand in the text.
struct PersonDescribed {
    static constexpr KindInfo kind{"person.described", 1, false, LogType::Organisation};
    PersonId person = PersonId::zeros();
    std::optional<QString> department{};
    std::optional<QString> site{}; // where they work
    static constexpr auto fields() {
        return std::tuple{field(1, &PersonDescribed::person), field(2, &PersonDescribed::department),
                          field(3, &PersonDescribed::site)};
    }
};

struct PermissionSet {
    static constexpr KindInfo kind{"permission.set", 1, true, LogType::Organisation};
    PersonId person = PersonId::zeros();
    Permission permission = Permission::Viewer;
    EventId against = EventId::zeros(); // what last set this person's permission
    static constexpr auto fields() {
        return std::tuple{field(1, &PermissionSet::person), field(2, &PermissionSet::permission),
                          field(3, &PermissionSet::against)};
    }
};

struct DeviceRevoked {
    static constexpr KindInfo kind{"device.revoked", 1, true, LogType::Organisation};
    DeviceId device = DeviceId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &DeviceRevoked::device)}; }
};

// All devices of a person, and no invite adds another.
struct PersonRevoked {
    static constexpr KindInfo kind{"person.revoked", 1, true, LogType::Organisation};
    PersonId person = PersonId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &PersonRevoked::person)}; }
};

// A department of a group company (계열사); its names stand in the text.
struct DepartmentDescribed {
    static constexpr KindInfo kind{"department.described", 1, false, LogType::Organisation};
    QString key{};
    QString company{};
    static constexpr auto fields() {
        return std::tuple{field(1, &DepartmentDescribed::key), field(2, &DepartmentDescribed::company)};
    }
};

// Addresses stand in the text, "host:port" a line, the first tried first.
struct RelayDescribed {
    static constexpr KindInfo kind{"relay.described", 1, true, LogType::Organisation};
    RelayKeys relay{};
    static constexpr auto fields() { return std::tuple{field(1, &RelayDescribed::relay)}; }
};

// Where a branch of the organisation's log ends and this epoch goes on from: (0, genesis) never occurs.
struct LogPoint {
    quint64 seq = 0;
    EntryHash hash = EntryHash::zeros();
    friend bool operator==(const LogPoint&, const LogPoint&) = default;
    static constexpr auto fields() { return std::tuple{field(1, &LogPoint::seq), field(2, &LogPoint::hash)}; }
};

struct EpochDeclared {
    static constexpr KindInfo kind{"epoch.declared", 1, true, LogType::Organisation};
    EpochId parent = EpochId::zeros();
    quint64 generation = 1; // the parent's + 1
    std::vector<DeviceId> relays{};
    LogPoint orgBase{};
    std::vector<EpochId> ends{}; // rival branches this one ends
    static constexpr auto fields() {
        return std::tuple{field(1, &EpochDeclared::parent), field(2, &EpochDeclared::generation),
                          field(3, &EpochDeclared::relays), field(4, &EpochDeclared::orgBase),
                          field(5, &EpochDeclared::ends)};
    }
};

struct RootReplaced {
    static constexpr KindInfo kind{"root.replaced", 1, true, LogType::Organisation};
    std::vector<PublicKey> roots{}; // two
    static constexpr auto fields() { return std::tuple{field(1, &RootReplaced::roots)}; }
};

struct FeatureRaised {
    static constexpr KindInfo kind{"feature.raised", 1, true, LogType::Organisation};
    quint64 level = 1;
    static constexpr auto fields() { return std::tuple{field(1, &FeatureRaised::level)}; }
};

// No work goes into this site until it is released. Also in an incident's log, by its acting commander.
struct WorkHeld {
    static constexpr KindInfo kind{"work.held", 1, false, LogType::Any};
    QString site{};
    std::optional<LogId> incident{};
    static constexpr auto fields() {
        return std::tuple{field(1, &WorkHeld::site), field(2, &WorkHeld::incident)};
    }
};

struct WorkReleased {
    static constexpr KindInfo kind{"work.released", 1, false, LogType::Any};
    QString site{};
    EventId against = EventId::zeros(); // the hold
    static constexpr auto fields() {
        return std::tuple{field(1, &WorkReleased::site), field(2, &WorkReleased::against)};
    }
};

// Any log: the text and the salt of `event` are deleted everywhere; its place and its facts stay.
struct Erased {
    static constexpr KindInfo kind{"event.erased", 1, true, LogType::Any};
    EventId event = EventId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &Erased::event)}; }
};

} // namespace bongsu
