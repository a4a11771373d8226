// Folds a whole store into a ledger, the organisation's log first, a page at a time.
#pragma once

#include "domain/log/texts.h"
#include "storage/eventstore.h"

namespace bongsu {

// What a store held, folded.
struct Replayed {
    Ledger ledger;
    Texts texts;
    std::map<LogId, Statement> heads;
    std::vector<OwnEvent> ownEvents;
    std::map<QByteArray, QByteArray> settings;
    std::map<BlobId, BlobState> blobs;

    // The newest head that is of an entry held here: the newest known, or one that was kept besides it. Of
    // what is given back to a relay that lost it, it alone proves that it was signed for.
    std::optional<Statement> coveringHead(const LogId& log) const;
    // How far this log was signed for, 0 for not at all. Where a newer head alone is known: as far as that
    // goes, or all of it where that is of a later epoch than the log's end.
    quint64 signedUpTo(const LogId& log) const;
    // Of a head kept as the newest (nothing: none) and one that is heard, which one is to be kept besides the
    // newer: the setting that keeps it. Nothing: none.
    std::optional<std::pair<QByteArray, QByteArray>> keptBesides(const Statement* newest,
                                                                 const Statement& heard, bool isNewer) const;
};

// Names of settings that storage's owners share.
namespace setting {
inline constexpr const char* organisation = "organisation"; // OrgId, 32 bytes
} // namespace setting

// With Trust::Verify every signature is checked again. What is empty is not called.
struct ReplayOptions {
    Trust trust = Trust::OwnStore;
    // Shown every entry in order, once it was accepted.
    std::function<void(const Ledger&, const Accepted&, const StoredEntry&)> seen{};
    // Shown every page in order before it is folded, some pages ahead: folding waits until it calls `ready`,
    // which it does in the same order.
    std::function<void(const std::vector<StoredEntry>& page, std::function<void()> ready)> prepare{};
    std::function<bool(const LogId&)> reads{}; // which logs; empty: all
    // Given what EventStore::snapshot has: makes the ledger and the texts what they were then, or says that
    // it is of no use. Each log is read from behind what its ledger holds. A log that does not go on from
    // there is the failure corrupt; whoever asked folds without it.
    std::function<bool(const QByteArray& snapshot, Replayed& replayed)> restore{};
    int pageEntries = 512; // at most, folded in one turn of the event loop
    int pagesAhead = 4;    // at most, read and not folded yet
};

// Reads everything. Failure corrupt, with "log seq why", where an entry does not open, decode, chain or
// verify.
void replay(EventStore& store, const Verifier& verifier, ReplayOptions options,
            EventStore::Done<std::shared_ptr<Replayed>> done);

} // namespace bongsu
