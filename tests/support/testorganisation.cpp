#include "support/testorganisation.h"

#include "domain/event/proofs.h"

#include <QString>

#include <algorithm>

namespace bongsu {

namespace {

[[noreturn]] void giveUp(const char* what, const QByteArray& code) {
    qFatal("TestOrganisation: %s %s", what, code.constData());
    std::abort();
}

RelayKeys keysOf(const Member& relay) {
    return {relay.signer.publicKey(), {TlsPin::of(relay.device)}, SealingKey::zeros()};
}

} // namespace

QByteArray codeOf(const Verdict& verdict) {
    return verdict ? verdict->code : QByteArray();
}

Text TestOrganisation::words(const QString& words) {
    Text text;
    text.text = words;
    return text;
}
Text TestOrganisation::because(const QString& reason) {
    Text text;
    text.reason = reason;
    return text;
}

// The ledger keeps a pointer to its verifier, and copies of this share the first one's; a KeyedHashVerifier
// has no state, so one for all is enough.
static const KeyedHashVerifier& sharedVerifier() {
    static const KeyedHashVerifier verifier;
    return verifier;
}

TestOrganisation::TestOrganisation(const QByteArray& name)
    : m_randomness(name), m_root(name + " root"), m_otherRoot(name + " other root"), m_relay(name + " relay"),
      m_admin(name + " admin"), m_ledger(sharedVerifier()) {
    const Founded founded{{m_root.signer.publicKey(), m_otherRoot.signer.publicKey()}, keysOf(m_relay), 1};
    Text organisationName;
    organisationName.name = QString::fromUtf8(name);
    did(m_root, std::nullopt, founded, organisationName);
    did(m_root, orgLog(), invite("admin", Permission::Admin));
    did(m_admin, orgLog(), joining("admin", m_admin));
}

InviteIssued TestOrganisation::invite(const QByteArray& name, Permission permission, quint64 uses,
                                      Millis validFor) {
    return {inviteKey(name).publicKey(), permission, std::nullopt, quint64(validFor.count()), uses};
}

DeviceAdded TestOrganisation::joining(const QByteArray& name, const Member& newcomer) const {
    const KeyedHashSigner key = inviteKey(name);
    const PublicKey device = newcomer.signer.publicKey();
    return {device, key.publicKey(), key.sign(joinMessage(*organisation().id, device))};
}

Member TestOrganisation::join(const QByteArray& seed, Permission permission) {
    const Member newcomer(seed);
    did(m_admin, orgLog(), invite("for " + seed, permission));
    did(newcomer, orgLog(), joining("for " + seed, newcomer));
    return newcomer;
}

Member TestOrganisation::joinDevice(const QByteArray& seed, const Member& of) {
    Member newcomer(seed);
    newcomer.person = of.person;
    InviteIssued own = invite("for " + seed, Permission::Viewer);
    own.person = of.person;
    did(of, orgLog(), own);
    did(newcomer, orgLog(), joining("for " + seed, newcomer));
    return newcomer;
}

std::optional<SeenPoint> TestOrganisation::seen(const LogId& log) const {
    const auto tip = m_ledger.tip(log);
    return tip ? std::optional(SeenPoint{tip->epoch, tip->seq, tip->hash}) : std::nullopt;
}

Composed TestOrganisation::compose(const Member& author, const std::optional<LogId>& log, const Facts& facts,
                                   const Text& text) {
    const auto& org = organisation().id;
    const Circumstances around{org,
                               log,
                               ++m_deviceSeqs[author.device],
                               now,
                               log ? seen(*log) : std::nullopt,
                               org ? seen(orgLog()) : std::nullopt};
    auto made = bongsu::compose(facts, text, around, author.signer, m_randomness);
    if (!made) {
        giveUp("too large:", kindOf(facts).name);
    }
    return *made;
}

Composed TestOrganisation::composeUnknown(const Member& author, const LogId& log, bool critical) {
    return composeWith(author, log, NoteAdded{}, words(), [&](Header& header) {
        header.kind = "tea.brewed";
        header.flags = critical ? Header::criticalFlag : 0;
    });
}

KeptEntry TestOrganisation::entryOf(const Composed& made, const std::optional<Carried>& carried) const {
    return {encode(m_ledger.nextEntry(made.event, m_relay.device, now, carried)), made.offer.facts,
            made.offer.text};
}

// Whatever people wrote down is one line more, and nothing else is. That a blocker is gone takes one away
// from what holds things up, and is told there.
static void checkLines(const Incident* before, const Incident* after, const Facts& facts) {
    const bool isLine = lineOf(facts) && !std::holds_alternative<BlockerCleared>(facts);
    if (before && after && after->counts.lines != before->counts.lines + (isLine ? 1 : 0)) {
        giveUp("miscounted as a line:", QByteArray(kindOf(facts).name));
    }
}

Result<Accepted> TestOrganisation::take(const KeptEntry& kept) {
    auto accepted = m_ledger.accept(kept, Trust::Verify);
    if (accepted) {
        m_kept.push_back(kept);
    }
    return accepted;
}

Verdict TestOrganisation::offer(const Composed& made) {
    const auto before = m_ledger.tip(logOf(made.event));
    const Moment at = before ? std::max(before->recordedAt, now) : now;
    const auto admitted = m_ledger.admit(made.offer, m_relay.device, at);
    Ledger other = m_ledger;
    const KeptEntry kept = entryOf(made);
    const auto accepted = other.accept(kept, Trust::Verify);
    const Verdict verdict = admitted ? Verdict() : std::get<Refusal>(admitted.error());
    if (!verdict) {
        if (!accepted || accepted->verdict) {
            giveUp("admitted, but not accepted:",
                   accepted ? accepted->verdict->code : codeOf(accepted.error()));
        }
        checkLines(m_ledger.incident(accepted->log), other.incident(accepted->log), accepted->facts);
        m_ledger = std::move(other);
        m_kept.push_back(kept);
        return std::nullopt;
    }
    // What only the relay's door asks; numbered all the same, such an entry would be kept by everybody.
    const bool onlyAtTheDoor = verdict->code == refusal::kindUnknown || verdict->code == refusal::partMissing;
    if (accepted && !accepted->verdict && !onlyAtTheDoor) {
        giveUp("refused, but accepted:", verdict->code);
    }
    if (accepted && accepted->verdict && accepted->verdict->code != verdict->code) {
        giveUp("refused and void for other reasons:", verdict->code + " and " + accepted->verdict->code);
    }
    return verdict;
}

EventId TestOrganisation::did(const Member& author, const std::optional<LogId>& log, const Facts& facts,
                              const Text& text) {
    const Composed made = compose(author, log, facts, text);
    if (const Verdict refused = offer(made)) {
        giveUp(kindOf(facts).name, refused->code + ' ' + refused->detail);
    }
    return made.event.id;
}

LogId TestOrganisation::declare(const Member& author, const IncidentDeclared& declared,
                                const QString& title) {
    return LogId::of(did(author, std::nullopt, declared, words(title)));
}

} // namespace bongsu
