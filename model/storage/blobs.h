// What a store keeps of blobs: the bytes that attachments name, in chunks, apart from the logs.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/moment.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace bongsu {

// A blob that is to be kept from now on, without a chunk yet.
struct BlobBegun {
    BlobId blob;
    quint64 size; // bytes, 1 .. limits::blobBytes
    Salt salt;
    DeviceId owner; // who attached it, or whose connection brings it
    Moment since;

    friend bool operator==(const BlobBegun&, const BlobBegun&) = default;
};

struct BlobChunk {
    BlobId blob;
    quint64 chunk; // from 0
    QByteArray bytes;
};

struct BlobNaming {
    BlobId blob;
    LogId log;
    EventId event;
};

// What a change does to blobs, in this order. A blob that is not there is passed over.
struct BlobChanges {
    std::vector<BlobBegun> begun;  // one that is there already stays as it is, or makesWayFor() it
    std::vector<BlobChunk> chunks; // only the next one that lacks is taken, and only at its full length
    std::vector<BlobNaming> named; // not where an entry names it; by an event whose text was erased: dropped
    std::vector<BlobId> whole;     // every chunk is here and the bytes are those the id names
    std::vector<BlobId> sent;      // the relay holds it
    std::vector<BlobId> dropped;

    bool isEmpty() const {
        return begun.empty() && chunks.empty() && named.empty() && whole.empty() && sent.empty() &&
               dropped.empty();
    }
};

// How a blob stands.
struct BlobState {
    BlobBegun begun;
    quint64 chunks = 0; // held: 0, 1, … without a hole
    bool whole = false;
    bool sent = false;
    std::optional<LogId> log{}; // of the event that names it
    std::optional<EventId> event{};

    friend bool operator==(const BlobState&, const BlobState&) = default;
};

// How many chunks a blob of `size` bytes has, and how many bytes the one with that number.
quint64 chunkCount(quint64 size);
qsizetype chunkSize(quint64 size, quint64 chunk);

// Whether what is held was begun by another device, and nothing names it, and it is not whole.
bool makesWayFor(const BlobState& held, const BlobBegun& begun);

// Everything a blob's beginning and its chunks need, for one that is here as a whole.
void keepWhole(BlobChanges& changes, const BlobBegun& begun, QByteArrayView bytes);

} // namespace bongsu
