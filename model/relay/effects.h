// What an accepted entry does to the store beside standing in it.
#pragma once

#include "domain/log/ledger.h"
#include "storage/eventstore.h"

namespace bongsu {

// The blob that an entry's event names, as its author brings it. Nothing where none is kept of it: the entry
// does not count, or its text is gone.
inline std::optional<BlobBegun> blobOf(const Event& event, const Facts& facts, const TextPart& text,
                                       Moment recordedAt) {
    const auto named = blobNamedBy(facts);
    if (!named || text.state != TextPart::State::Present) {
        return std::nullopt;
    }
    const auto words = decodeBody<Text>(text.part->bytes);
    return words && words->blobSalt ? std::optional(BlobBegun{named->blob, named->size, *words->blobSalt,
                                                              event.header.device, recordedAt})
                                    : std::nullopt;
}

// The text it takes away; the blob it names, which has a place even where its bytes have not come (a relay
// that came back from a backup): its author is asked for them.
inline void addEffects(Change& change, const Accepted& accepted, const TextPart& text) {
    if (accepted.erases) {
        change.erasures.push_back({accepted.log, *accepted.erases, accepted.event.id});
    }
    const auto named = blobNamedBy(accepted.facts);
    if (!named || accepted.verdict) {
        return;
    }
    if (const auto blob = blobOf(accepted.event, accepted.facts, text, accepted.entry.recordedAt)) {
        change.blobs.begun.push_back(*blob);
    }
    // By an event whose text is gone, too: then the store drops what it holds of it.
    change.blobs.named.push_back({named->blob, accepted.log, accepted.event.id});
}

} // namespace bongsu
