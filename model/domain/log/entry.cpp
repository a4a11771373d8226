#include "domain/log/entry.h"

#include "domain/base/cbor_fixed.h"
#include "domain/base/hash.h"
#include "domain/base/limits.h"

namespace bongsu {

namespace {
constexpr quint64 entryFormat = 1;
} // namespace

void write(CborWriter& out, const std::optional<Carried>& carried) {
    if (!carried) {
        out.null();
        return;
    }
    out.array(4).bytes(carried->epoch.view()).unsignedInteger(carried->seq);
    writeMoment(out, carried->recordedAt);
    out.bytes(carried->hash.view());
}

std::optional<Carried> readCarried(CborReader& in) {
    if (in.takeNull()) {
        return std::nullopt;
    }
    in.arrayOf(4);
    const auto epoch = readFixed<EpochId>(in);
    const quint64 seq = in.unsignedInteger();
    const Moment recordedAt = readMoment(in);
    if (seq == 0) {
        in.setFault();
    }
    return Carried{epoch, seq, recordedAt, readFixed<EntryHash>(in)};
}

QByteArray encode(const Entry& e) {
    CborWriter out;
    out.array(11).unsignedInteger(entryFormat);
    out.bytes(e.log.view()).bytes(e.epoch.view()).unsignedInteger(e.seq).bytes(e.prev.view());
    out.unsignedInteger(e.orgSeq).bytes(e.orgHash.view());
    writeMoment(out, e.recordedAt);
    out.bytes(e.relay.view());
    write(out, e.carried);
    out.bytes(e.event);
    return out.take();
}

Result<Entry> decodeEntry(QByteArrayView bytes) {
    if (bytes.size() > limits::entryBytes) {
        return refuse(refusal::tooLarge, "entry");
    }
    CborReader in(bytes);
    in.arrayOf(11);
    const bool knownFormat = in.unsignedInteger() == entryFormat;
    const auto log = readFixed<LogId>(in);
    const auto epoch = readFixed<EpochId>(in);
    const quint64 seq = in.unsignedInteger();
    const auto prev = readFixed<EntryHash>(in);
    const quint64 orgSeq = in.unsignedInteger();
    const auto orgHash = readFixed<EntryHash>(in);
    const Moment recordedAt = readMoment(in);
    const auto relay = readFixed<DeviceId>(in);
    const auto carried = readCarried(in);
    QByteArray event = in.bytes();
    if (!in.finished() || !knownFormat || seq == 0) {
        return refuse(refusal::malformed, "entry");
    }
    return Entry{log, epoch, seq, prev, orgSeq, orgHash, recordedAt, relay, carried, std::move(event)};
}

EntryHash entryHash(QByteArrayView entryBytes) {
    return taggedHashAs<EntryHash>("entry", {entryBytes});
}
EntryHash genesisHash(const LogId& log) {
    return taggedHashAs<EntryHash>("genesis", {log.view()});
}

} // namespace bongsu
