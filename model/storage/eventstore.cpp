#include "storage/eventstore.h"

#include "domain/base/limits.h"

namespace bongsu {

namespace {
Verdict checkAppend(const LogAppend& append) {
    if (append.after && append.after->log != append.log) {
        return Refusal{refusal::badChain, append.log.toHex().toLatin1()};
    }
    quint64 seq = append.after ? append.after->seq : 0;
    EntryHash prev = append.after ? append.after->hash : genesisHash(append.log);
    for (const StoredEntry& stored : append.entries) {
        const auto entry = decodeEntry(stored.entry.bytes);
        if (!entry) {
            return Refusal{codeOf(entry.error()), "entry"};
        }
        if (stored.seq != ++seq || entry->seq != seq) {
            return Refusal{refusal::badSeq, QByteArray::number(stored.seq)};
        }
        if (entry->log != append.log || entry->prev != prev) {
            return Refusal{refusal::badChain, QByteArray::number(seq)};
        }
        prev = stored.hash;
    }
    return std::nullopt;
}
} // namespace

Verdict checkShape(const Change& change) {
    for (const LogAppend& append : change.appends) {
        if (auto refused = checkAppend(append)) {
            return refused;
        }
    }
    for (const BlobBegun& begun : change.blobs.begun) {
        if (begun.size == 0 || begun.size > quint64(limits::blobBytes)) {
            return Refusal{refusal::tooLarge, "blob"};
        }
    }
    for (const auto& [key, value] : change.settings) {
        if (key.isEmpty()) {
            return Refusal{refusal::malformed, "setting"};
        }
        if (key.size() > limits::settingKeyBytes || value.size() > limits::settingBytes) {
            return Refusal{refusal::tooLarge, "setting"};
        }
    }
    return std::nullopt;
}

Failure failureOf(const Error& error) {
    const auto* failure = std::get_if<Failure>(&error);
    return failure ? *failure : Failure{failure::disk, codeOf(error)};
}

qsizetype sizeOf(const StoredEntry& stored) {
    const KeptEntry& kept = stored.entry;
    return kept.bytes.size() + kept.facts.bytes.size() + (kept.text.part ? kept.text.part->bytes.size() : 0);
}

} // namespace bongsu
