// What lies sealed in the columns of the store: how a value becomes a cell, and what each cell is bound to.
//
// A cell is bound (as additional authenticated data) to its kind and to the id it belongs to. The kind is
// bound too, because facts and text of one event lie under one key: bound to the event id alone, a text put
// into the place of the facts would open, and nobody hashes parts again after they arrived. An entry is bound
// to its seq as well, because seq lies in the clear and decides the order in which entries are read.
#pragma once

#include "domain/base/sealer.h"
#include "storage/eventstore.h"

namespace bongsu {

enum class Cell : char {
    Entry = 0,     // event id, seq: entry hash | entry bytes
    Facts = 1,     // event id:      salt | bytes
    Text = 2,      // event id:      state, then salt | bytes, or what erased it
    OwnEvent = 3,  // event id:      CBOR [event, refusal, carried]
    Erasure = 4,   // event id:      id of what erased its text
    LogKey = 5,    // log id:        32 bytes, under the store's key
    Tip = 6,       // log id:        seq, entry hash
    Head = 7,      // log id:        signature | bytes
    Setting = 8,   // its key:       its value, under the store's key
    KeyCheck = 9,  // nothing:       a known text, under the store's key
    Blob = 10,     // blob id, log id, event id (zeros for none): how the blob stands, under the store's key
    Chunk = 11,    // blob id, number of the chunk: its bytes, under the store's key
    Snapshot = 12, // nothing:      all of the snapshot's file, under a key of its own
};

// The bound bytes of a cell that belongs to `id`.
QByteArray bound(Cell cell, QByteArrayView id);
QByteArray boundEntry(const EventId& event, quint64 seq);
QByteArray boundBlob(const BlobId& blob, const LogId& log, const EventId& event);
QByteArray boundChunk(const BlobId& blob, quint64 chunk);

// What a cell's plain bytes say; nothing where they are not of its shape.
struct EntryCell {
    EntryHash hash;
    QByteArray bytes;
};
struct TipCell {
    quint64 seq; // 0: the log has no entry
    EntryHash hash;
};
struct OwnCell {
    QByteArray event;
    std::optional<Statement> refusal;
    std::optional<Carried> carried;
};

struct BlobCell {
    quint64 size;
    Salt salt;
    DeviceId owner;
    Moment since;
    quint64 chunks; // held: an index that lost some would not show it
    bool whole;
    bool sent;
};

QByteArray toCell(const EntryCell& entry);
QByteArray toCell(const Part& part);
QByteArray toCell(const TextPart& text);
QByteArray toCell(const OwnCell& own);
QByteArray toCell(const TipCell& tip);
QByteArray toCell(const Statement& statement);
QByteArray toCell(const BlobState& state);

std::optional<EntryCell> entryFromCell(QByteArray cell);
std::optional<Part> partFromCell(QByteArray cell);
std::optional<TextPart> textFromCell(QByteArray cell);
std::optional<OwnCell> ownFromCell(QByteArrayView cell);
std::optional<TipCell> tipFromCell(QByteArrayView cell);
std::optional<Statement> statementFromCell(QByteArray cell);
std::optional<BlobCell> blobFromCell(QByteArrayView cell);

} // namespace bongsu
