#include "domain/log/otherbranch.h"

#include <algorithm>

namespace bongsu {

bool isAdminsWord(const Organisation& organisation, const Verifier& verifier, const Event& event,
                  quint64 at) {
    const auto author = organisation.author(event.header.device, at);
    return author && !author->revoked &&
           (author->role == Author::Role::Root || author->permission == Permission::Admin) &&
           hasValidSignature(event, author->key, verifier);
}

bool outranks(const Organisation& organisation, const Entry& entry, const Event& event,
              const EpochDeclared& declared) {
    const Epoch& ours = organisation.epochs.back();
    const bool isByRoot = !organisation.devices.contains(event.header.device);
    const auto theirRank = std::pair(declared.generation, isByRoot);
    const auto ourRank = std::pair(ours.generation, !ours.declaredBy.has_value());
    return theirRank > ourRank || (theirRank == ourRank && entry.epoch < ours.id);
}

bool leadsPast(const Ledger& ours, const Verifier& verifier, quint64 keep, const KeptEntry& kept) {
    const auto entry = decodeEntry(kept.bytes);
    const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
    if (!event || checkParts(event->header, kept.facts, kept.text)) {
        return false;
    }
    const Organisation& organisation = ours.organisation();
    const Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, kept.facts.bytes);
    if (ours.isOrganisation(entry->log)) {
        const auto* declared = std::get_if<EpochDeclared>(&facts);
        return declared && entry->epoch == EpochId::of(event->id) &&
               declared->orgBase == LogPoint{entry->seq - 1, entry->prev} &&
               isAdminsWord(organisation, verifier, *event, keep) &&
               outranks(organisation, *entry, *event, *declared);
    }
    const auto* rebased = std::get_if<LogRebased>(&facts);
    const auto held = ours.tip(entry->log);
    const Epoch* from = held ? organisation.epoch(held->epoch) : nullptr;
    const Epoch* into = organisation.epochAt(entry->orgSeq);
    return rebased && from && into && into->id == entry->epoch && rebased->epoch == entry->epoch &&
           rebased->baseSeq + 1 == entry->seq && rebased->baseHash == entry->prev &&
           from->fromSeq < into->fromSeq &&
           ours.organisationIndex().hashAt(entry->orgSeq) == entry->orgHash &&
           isAdminsWord(organisation, verifier, *event, entry->orgSeq);
}

} // namespace bongsu
