// An organisation for tests: founded, with an admin, a clock in the test's hand, and a ledger that
// everybody's acts go through as at a relay.
#pragma once

#include "support/keyedhash.h"

#include "domain/event/compose.h"
#include "domain/log/ledger.h"

namespace bongsu {

// Somebody with a key: a person's device, a root key, a relay.
struct Member {
    KeyedHashSigner signer;
    DeviceId device;
    PersonId person; // of another device of the same person: the first one's

    explicit Member(QByteArrayView seed)
        : signer(seed), device(deviceIdOf(signer.publicKey())), person(PersonId::of(device)) {}
};

// Copies are worlds of their own that share their past.
class TestOrganisation {
  public:
    // Names make keys: equal names are equal organisations, byte for byte.
    explicit TestOrganisation(const QByteArray& name = "bongsu");

    const Ledger& ledger() const { return m_ledger; }
    const Organisation& organisation() const { return m_ledger.organisation(); }
    const Incident& incident(const LogId& log) const { return *m_ledger.incident(log); }
    LogId orgLog() const { return LogId::of(*organisation().id); }
    const Member& root() const { return m_root; }
    const Member& otherRoot() const { return m_otherRoot; }
    const Member& relay() const { return m_relay; }
    const Member& admin() const { return m_admin; }

    Moment now{Millis{1'665'814'740'000}}; // the relay's clock: 2022-10-15 15:19 in Seoul

    // A member with this permission, by a one-use invite of the admin's.
    Member join(const QByteArray& seed, Permission permission);
    // Another device of `of`, by an invite that it issues for itself.
    Member joinDevice(const QByteArray& seed, const Member& of);
    // An invite's key for a name, what issues it, and what joins by it.
    static KeyedHashSigner inviteKey(const QByteArray& name) { return KeyedHashSigner("invite " + name); }
    static InviteIssued invite(const QByteArray& name, Permission permission, quint64 uses = 1,
                               Millis validFor = std::chrono::hours(1));
    DeviceAdded joining(const QByteArray& name, const Member& newcomer) const;

    // An event as its author makes it now: signed, with the next deviceSeq of (device, log), having seen all.
    // It is not offered yet. `log` absent: it begins one.
    Composed compose(const Member& author, const std::optional<LogId>& log, const Facts& facts,
                     const Text& text = {});
    // The same with its header changed by `change` before it is signed.
    template <class Change>
    Composed composeWith(const Member& author, const std::optional<LogId>& log, const Facts& facts,
                         const Text& text, const Change& change) {
        const Composed made = compose(author, log, facts, text);
        Header header = made.event.header;
        change(header);
        const Event event = signEvent(header, author.signer);
        return Composed{event, Offer{event.bytes, made.offer.facts, made.offer.text}};
    }
    // A kind that this program does not know.
    Composed composeUnknown(const Member& author, const LogId& log, bool critical);

    // Admits and, if it may be, numbers. Nothing: it is recorded. Ends the program where admission and
    // acceptance disagree, whatever the answer.
    Verdict offer(const Composed& made);
    Verdict act(const Member& author, const std::optional<LogId>& log, const Facts& facts,
                const Text& text = {}) {
        return offer(compose(author, log, facts, text));
    }
    // An act that must be possible; its event's id.
    EventId did(const Member& author, const std::optional<LogId>& log, const Facts& facts,
                const Text& text = {});

    // The entry that the relay would make of it now, whatever the rules say.
    KeptEntry entryOf(const Composed& made, const std::optional<Carried>& carried = std::nullopt) const;
    // Takes in an entry as a desktop does that a relay, lying or not, sent it to.
    Result<Accepted> take(const KeptEntry& kept);
    Result<Accepted> force(const Composed& made) { return take(entryOf(made)); }

    LogId declare(const Member& author, const IncidentDeclared& declared = {},
                  const QString& title = QStringLiteral("fire"));
    const std::vector<KeptEntry>& kept() const { return m_kept; } // of all logs, in the order taken
    void setRelay(const Member& relay) { m_relay = relay; }

    static Text words(const QString& text = QStringLiteral("text"));
    static Text because(const QString& reason = QStringLiteral("reason"));

  private:
    std::optional<SeenPoint> seen(const LogId& log) const;

    SeededRandomness m_randomness;
    Member m_root;
    Member m_otherRoot;
    Member m_relay;
    Member m_admin;
    Ledger m_ledger;
    std::map<DeviceId, quint64> m_deviceSeqs; // one count for all logs: holes are allowed
    std::vector<KeptEntry> m_kept;
};

// The code of a refusal, "" for none.
QByteArray codeOf(const Verdict& verdict);

} // namespace bongsu
