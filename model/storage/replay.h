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
};

// Names of settings that storage's owners share.
namespace setting {
inline constexpr const char* organisation = "organisation"; // OrgId, 32 bytes
} // namespace setting

// Reads everything; with Trust::Verify every signature is checked again. Failure corrupt, with "log seq why",
// where an entry does not open, decode, chain or verify. `seen` (may be empty) is shown every entry in order.
using SeenEntry = std::function<void(const Accepted&, const StoredEntry&)>;
void replay(EventStore& store, const Verifier& verifier, Trust trust, SeenEntry seen,
            EventStore::Done<std::shared_ptr<Replayed>> done);

} // namespace bongsu
