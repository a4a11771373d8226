// The organisation as its log tells it: people, devices, permissions, invites, relays, epochs and holds.
// Everything authority rests on is kept with the seq from which it held, so that the past can be asked.
#pragma once

#include "domain/event/event.h"
#include "domain/event/facts.h"
#include "domain/organisation/telling.h"

#include <map>
#include <set>
#include <vector>

namespace bongsu {

struct Grant {
    quint64 fromSeq;
    Permission permission;
    EventId setBy;
    friend bool operator==(const Grant&, const Grant&) = default;
};

struct Person {
    std::vector<Grant> grants; // rising; never empty
    std::optional<quint64> revokedSeq;
    std::optional<QString> department;
    EventId describedBy; // whose text names the person
    std::optional<QString> site{};
    friend bool operator==(const Person&, const Person&) = default;
};

struct Device {
    PublicKey key;
    PersonId person;
    quint64 addedSeq;
    std::optional<quint64> revokedSeq;
    EventId addedBy; // whose text names the device
    friend bool operator==(const Device&, const Device&) = default;
};

struct InviteRecord {
    Permission permission;
    std::optional<PersonId> person;
    std::optional<PersonId> issuer; // absent: root
    DeviceId issuingDevice;
    Moment expiresAt;
    quint64 usesLeft;
    bool emergency; // by somebody who is neither commander nor admin, for somebody else
    bool revoked;
    friend bool operator==(const InviteRecord&, const InviteRecord&) = default;
};

// Whether somebody could join by it at this time, as far as the invite itself says.
bool isOpen(const InviteRecord& invite, Moment at);

struct RelayRecord {
    PublicKey signing;
    std::vector<TlsPin> pins;
    SealingKey sealing;
    EventId describedBy;
    quint64 fromSeq;
    friend bool operator==(const RelayRecord&, const RelayRecord&) = default;
};

struct Epoch {
    EpochId id;
    std::optional<EpochId> parent;
    quint64 generation;
    std::vector<DeviceId> relays;
    std::vector<EpochId> ends;
    LogPoint orgBase;
    quint64 fromSeq;
    std::optional<PersonId> declaredBy; // absent: root
    friend bool operator==(const Epoch&, const Epoch&) = default;
};

struct Department {
    QString company;
    EventId describedBy;
    friend bool operator==(const Department&, const Department&) = default;
};

// The version of a document that holds.
struct DocumentRecord {
    EventId event; // whose text has the title and the blob's salt
    BlobId blob;
    quint64 size;
    std::optional<PersonId> by;
    Moment at;                   // recorded
    std::set<PersonId> readBy{}; // who said that they have read it
    friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};
using DocumentKey = std::pair<QString, QString>; // type, key

struct RootSet {
    quint64 fromSeq;
    std::vector<PublicKey> keys;
    friend bool operator==(const RootSet&, const RootSet&) = default;
};

struct Hold {
    EventId event;
    std::optional<PersonId> by;
    std::optional<LogId> incident;
    Moment since;
    friend bool operator==(const Hold&, const Hold&) = default;
};

// Who stands behind a device id at a place in the organisation's log.
struct Author {
    enum class Role { Person, Root, Relay };
    Role role;
    PublicKey key;
    std::optional<PersonId> person;       // Role::Person
    std::optional<Permission> permission; // Role::Person
    bool revoked = false;
};

// A value: copied for speculation, compared by tests. Only applyOrganisation changes one.
struct Organisation {
    quint64 seq = 0; // of the newest entry folded in, void ones included
    std::optional<OrgId> id;
    quint64 featureLevel = 0;
    std::vector<RootSet> roots;
    std::map<DeviceId, Device> devices;
    std::map<PersonId, Person> persons;
    std::map<PublicKey, InviteRecord> invites;
    std::map<DeviceId, RelayRecord> relays;
    std::vector<Epoch> epochs; // the last is the current one
    std::map<QString, Hold> holds;
    std::map<QString, Department> departments; // by key
    std::map<DocumentKey, DocumentRecord> documents{};
    std::map<EventId, Preapproved> preapproved{}; // first notices, by their document.published
    std::map<SecretKey, SecretRecord> secrets{};
    std::map<RecipientsKey, quint64> recipients{}; // more than 0
    std::map<DeviceId, quint64> deviceSeqs;        // the newest deviceSeq of each device in this log
    bool beyondThisVersion = false; // an unknown critical kind: recorded, not verified from there on

    // Nothing for a device that was not there at `atSeq`.
    std::optional<Author> author(const DeviceId& device, quint64 atSeq) const;
    // Nothing for a stranger; the permission at `atSeq`, whether revoked or not.
    std::optional<Permission> permission(const PersonId& person, quint64 atSeq) const;
    bool isActive(const PersonId& person, quint64 atSeq) const; // not revoked, with a device that is not
    // Nothing published of this type and key.
    const DocumentRecord* document(QStringView type, const QString& key) const;
    // The same by the event that published it; one that no longer holds is nothing.
    const DocumentRecord* document(const EventId& version) const;
    // The first notice of this key that may be sent by one person at this time; null: there is none.
    const std::pair<const EventId, Preapproved>* firstNotice(const QString& key, Moment at) const;
    const Epoch* epoch(const EpochId& id) const;
    const Epoch* epochAt(quint64 atSeq) const; // the newest declared by then

    friend bool operator==(const Organisation&, const Organisation&) = default;
};

// The organisation as it was after `orgSeq`: what an incident's check may ask.
class Authority {
  public:
    Authority(const Organisation& organisation, quint64 orgSeq)
        : m_organisation(organisation), m_seq(orgSeq) {}

    std::optional<Author> author(const DeviceId& device) const {
        return m_organisation.author(device, m_seq);
    }
    bool isActive(const PersonId& person) const { return m_organisation.isActive(person, m_seq); }
    std::optional<Permission> permission(const PersonId& person) const {
        return m_organisation.permission(person, m_seq);
    }
    // Whether the version was an approved first notice that had not lapsed by `at`.
    bool isFirstNotice(const EventId& version, Moment at) const;

  private:
    const Organisation& m_organisation;
    quint64 m_seq;
};

// Who may do what, in one place.
bool mayWrite(Permission permission);        // record lines: scribe and up
bool mayRespond(Permission permission);      // responder and up
bool mayCommand(Permission permission);      // commander, admin
bool mayApprove(Permission permission);      // what goes out to everybody: communications and up
bool mayDeclareEpoch(Permission permission); // admin

// How many invites somebody could join by at this time.
std::size_t openInvites(const Organisation& organisation, Moment at);

} // namespace bongsu
