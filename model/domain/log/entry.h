// An event with its place in a log: what the relay numbers and everybody chains.
#pragma once

#include "domain/event/event.h"

namespace bongsu {

// The place an entry had on a branch that an epoch ended.
struct Carried {
    EpochId epoch;
    quint64 seq;
    Moment recordedAt;
    EntryHash hash;

    friend bool operator==(const Carried&, const Carried&) = default;
};

struct Entry {
    LogId log;
    EpochId epoch;
    quint64 seq; // from 1
    EntryHash prev;
    quint64 orgSeq; // the organisation head it was judged by; in the organisation log seq - 1
    EntryHash orgHash;
    Moment recordedAt; // never before its predecessor's
    DeviceId relay;
    std::optional<Carried> carried;
    QByteArray event; // as signed

    friend bool operator==(const Entry&, const Entry&) = default;
};

// An entry as it is kept and sent: its bytes, and the parts beside it.
struct KeptEntry {
    QByteArray bytes;
    Part facts;
    TextPart text;

    friend bool operator==(const KeptEntry&, const KeptEntry&) = default;
};

// `carried` as it stands in an entry: [epoch, seq, recordedAt, entryHash] or null.
void write(CborWriter& out, const std::optional<Carried>& carried);
std::optional<Carried> readCarried(CborReader& in);

QByteArray encode(const Entry& entry);
// Refusal malformed or too_large. The event inside is not decoded.
Result<Entry> decodeEntry(QByteArrayView bytes);

EntryHash entryHash(QByteArrayView entryBytes);
// What `prev` is at seq 1.
EntryHash genesisHash(const LogId& log);

} // namespace bongsu
