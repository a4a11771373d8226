// What the hosts of both ends give and take: pages of entries, offers and their verdicts.
#pragma once

#include "sync/frames.h"

#include <functional>
#include <span>
#include <variant>

namespace bongsu {

// Whoever logs in: a device, or the public key of an invite.
using Claimant = std::variant<DeviceId, PublicKey>;

// Entries of one log in the order of their seqs, without a hole. `head` covers the last and is there unless
// `more` are known.
struct EntryPage {
    std::vector<KeptEntry> items;
    std::optional<Statement> head;
    bool more = false;
};

// How much of a log is asked for: at most `count` entries, and about `bytes` of them with their parts.
struct PageSize {
    int count;
    qsizetype bytes;
};

// The place of an event in its log.
struct Place {
    LogId log;
    EpochId epoch;
    quint64 seq;

    friend bool operator==(const Place&, const Place&) = default;
};

// A relay's answer to an offered event: it has this place (maybe since long), a signed final refusal, or not
// judged.
using OfferOutcome = std::variant<Place, Statement, Failure>;

// A blob that a client can bring. Its id names the bytes under this salt.
struct BlobOffer {
    BlobId blob;
    quint64 size; // 1 .. limits::blobBytes
    Salt salt;
};

// A blob that somebody wants to see: chunks from `next` on are not here.
struct BlobWish {
    BlobId blob;
    quint64 next;
    quint64 chunks;
};

template <class T>
using Done = std::function<void(T)>;

// How many from the front fit into one entries frame (at least one, unless there are none).
std::size_t fittingCount(std::span<const KeptEntry> items);
std::size_t fittingCount(std::span<const OfferedEvent> events);
std::size_t fittingCount(std::span<const Position> positions);

// The front of `page` that fits; what was cut off is `more`.
EntryPage cutToOneFrame(EntryPage page);

// What to ask a host for, so that most pages need no cutting.
PageSize onePage();

} // namespace bongsu
