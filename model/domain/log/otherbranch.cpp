#include "domain/log/otherbranch.h"

#include <algorithm>

namespace bongsu {

namespace {

bool includes(const std::vector<DeviceId>& relays, const DeviceId& relay) {
    return std::find(relays.begin(), relays.end(), relay) != relays.end();
}

} // namespace

bool isAdminsWord(const Organisation& organisation, const Verifier& verifier, const Event& event,
                  quint64 at) {
    const auto author = organisation.author(event.header.device, at);
    return author && !author->revoked &&
           (author->role == Author::Role::Root || author->permission == Permission::Admin) &&
           hasValidSignature(event, author->key, verifier);
}

bool outranks(const Ledger& ours, const Verifier& verifier, quint64 keep, const Entry& entry,
              const Event& event, const EpochDeclared& declared) {
    const Organisation& organisation = ours.organisation();
    const bool isNumbered = entry.epoch == EpochId::of(event.id) && includes(declared.relays, entry.relay) &&
                            organisation.relays.contains(entry.relay);
    if (!isNumbered || declared.orgBase != LogPoint{entry.seq - 1, entry.prev} ||
        !isAdminsWord(organisation, verifier, event, keep)) {
        return false;
    }
    const Epoch& newest = organisation.epochs.back();
    const bool isByRoot = !organisation.devices.contains(event.header.device);
    const auto theirRank = std::pair(declared.generation, isByRoot);
    const auto ourRank = std::pair(newest.generation, !newest.declaredBy.has_value());
    return theirRank > ourRank || (theirRank == ourRank && entry.epoch < newest.id);
}

bool isOfLaterEpoch(const Ledger& ours, const Entry& entry) {
    const Organisation& organisation = ours.organisation();
    const auto held = ours.tip(entry.log);
    const Epoch* from = held ? organisation.epoch(held->epoch) : nullptr;
    const Epoch* into = organisation.epochAt(entry.orgSeq);
    return from && into && into->id == entry.epoch && from->fromSeq < into->fromSeq &&
           ours.organisationIndex().hashAt(entry.orgSeq) == entry.orgHash &&
           includes(into->relays, entry.relay);
}

bool entersLaterEpoch(const Ledger& ours, const Verifier& verifier, const Entry& entry, const Event& event,
                      const LogRebased& rebased) {
    return isOfLaterEpoch(ours, entry) && rebased.epoch == entry.epoch && rebased.baseSeq + 1 == entry.seq &&
           rebased.baseHash == entry.prev && isAdminsWord(ours.organisation(), verifier, event, entry.orgSeq);
}

bool leadsPast(const Ledger& ours, const Verifier& verifier, quint64 keep, const KeptEntry& kept) {
    const auto entry = decodeEntry(kept.bytes);
    const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
    if (!event || checkParts(event->header, kept.facts, kept.text)) {
        return false;
    }
    const Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, kept.facts.bytes);
    const auto* declared = std::get_if<EpochDeclared>(&facts);
    const auto* rebased = std::get_if<LogRebased>(&facts);
    return ours.isOrganisation(entry->log)
               ? declared && outranks(ours, verifier, keep, *entry, *event, *declared)
               : rebased && entersLaterEpoch(ours, verifier, *entry, *event, *rebased);
}

std::optional<quint64> givesWayTo(const LogIndex& ours, quint64 promised, const LogPoint& end) {
    const auto hash = ours.hashAt(end.seq); // none beyond our end
    if (!ours.tip || !hash || end.seq < promised || ours.tip->seq <= promised) {
        return std::nullopt;
    }
    if (*hash != end.hash) {
        return end.seq > promised ? std::optional(promised) : std::nullopt;
    }
    return end.seq < ours.tip->seq ? std::optional(end.seq) : std::nullopt;
}

} // namespace bongsu
