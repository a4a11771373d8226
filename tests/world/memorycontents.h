// What a store holds, as plain values, and a Change carried out on them: the meaning of EventStore without
// files.
#pragma once

#include "storage/eventstore.h"

#include <unordered_map>

namespace bongsu {

struct MemoryContents {
    struct Log {
        std::vector<StoredEntry> entries; // seq 1, 2, …
        std::unordered_map<EventId, quint64, EventId::Hash> seqs;
    };

    std::map<LogId, Log> logs; // one without entries is as good as none
    std::vector<OwnEvent> own;
    std::map<LogId, Statement> heads;
    std::map<QByteArray, QByteArray> settings;
    std::map<EventId, EventId> erased; // event -> by
    struct Blob {
        BlobState state;
        std::vector<QByteArray> chunks;
    };
    std::map<BlobId, Blob> blobs;

    std::optional<StoredTip> tip(const LogId& log) const;
    bool isNumbered(const LogId& log, const EventId& event) const;

    // Refusal where the change is unsound; Conflict: nothing was changed.
    Result<Committed> carryOut(const Change& change);
};

} // namespace bongsu
