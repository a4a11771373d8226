#include "wiring/founding.h"

namespace bongsu {

namespace {

std::optional<SeenPoint> seenTip(const Ledger& ledger) {
    const auto& tip = ledger.organisationIndex().tip;
    return tip ? std::optional(SeenPoint{tip->epoch, tip->seq, tip->hash}) : std::nullopt;
}

std::vector<QString> asTexts(const std::vector<Address>& addresses) {
    std::vector<QString> texts;
    for (const Address& address : addresses) {
        texts.push_back(toText(address));
    }
    return texts;
}

// Behind everything that is there, as the next event of `author`.
Circumstances behind(const Ledger& ledger, const PublicKey& author, Moment now) {
    const Organisation& organisation = ledger.organisation();
    const auto newest = organisation.deviceSeqs.find(deviceIdOf(author));
    const OrgId org = *organisation.id;
    const auto seen = seenTip(ledger);
    return {org, LogId::of(org), newest == organisation.deviceSeqs.end() ? 1 : newest->second + 1,
            now, seen,           seen};
}

} // namespace

Result<FoundedOrganisation> found(const Founding& f, Moment now, Randomness& randomness) {
    Text name;
    name.text = f.name;
    name.name = f.name;
    const Founded facts{{f.rootOne.publicKey(), f.rootTwo.publicKey()}, f.relayKeys, 1};
    const auto founded =
        compose(facts, name, Circumstances{std::nullopt, std::nullopt, 1, now, std::nullopt, std::nullopt},
                f.rootOne, randomness);
    if (!founded) {
        return tl::unexpected(founded.error());
    }
    const OrgId org = OrgId::of(founded->event.id);
    Text reached;
    reached.addresses = asTexts(f.addresses);
    const auto described =
        compose(RelayDescribed{f.relayKeys}, reached,
                Circumstances{org, LogId::of(org), 1, now, std::nullopt, std::nullopt}, f.relay, randomness);
    if (!described) {
        return tl::unexpected(described.error());
    }
    return FoundedOrganisation{org, {founded->offer, described->offer}};
}

Result<Offer> describedAnew(const Ledger& ledger, const RelayKeys& keys,
                            const std::vector<Address>& addresses, const Ed25519Key& relay, Moment now,
                            Randomness& randomness) {
    Text reached;
    reached.addresses = asTexts(addresses);
    const auto described =
        compose(RelayDescribed{keys}, reached, behind(ledger, relay.publicKey(), now), relay, randomness);
    return described ? Result<Offer>(described->offer) : errorOf(described);
}

// One admin and no more: all that the rules let root invite.
InviteIssued rootInvite(const PublicKey& inviteKey) {
    return {inviteKey, Permission::Admin, std::nullopt, quint64(Millis(rootInviteValid).count()), 1};
}

Result<RootInvite> inviteByRoot(const Ledger& ledger, const std::vector<Address>& addresses,
                                const Ed25519Key& root, Moment now, Randomness& randomness) {
    const Organisation& organisation = ledger.organisation();
    const Seed seed = Seed::random(randomness);
    const InviteIssued facts = rootInvite(Ed25519Key(seed).publicKey());
    const auto issued = compose(facts, {}, behind(ledger, root.publicKey(), now), root, randomness);
    if (!issued) {
        return tl::unexpected(issued.error());
    }
    const auto line = encode(Invite{*organisation.id, currentPins(organisation), addresses, seed});
    if (!line) {
        return tl::unexpected(line.error());
    }
    return RootInvite{issued->offer, *line};
}

Result<LoadedRootKey> rootOf(const OrgId& org, const QString& file) {
    auto root = loadRootFile(file);
    if (root && root->key.org != org) {
        return refuse(refusal::wrongOrganisation, root->key.org.toBytes().toHex());
    }
    return root;
}

std::vector<TlsPin> currentPins(const Organisation& organisation) {
    if (organisation.epochs.empty()) {
        return {};
    }
    std::vector<TlsPin> pins;
    for (const DeviceId& relay : organisation.epochs.back().relays) {
        const auto record = organisation.relays.find(relay);
        if (record != organisation.relays.end()) {
            pins.insert(pins.end(), record->second.pins.begin(), record->second.pins.end());
        }
    }
    if (pins.size() > 2) {
        pins.erase(pins.begin() + 2, pins.end());
    }
    return pins;
}

} // namespace bongsu
