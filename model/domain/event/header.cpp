#include "domain/event/header.h"

#include "domain/base/cbor_fixed.h"
#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

template <class Id>
QByteArray orZeros(const std::optional<Id>& id) {
    return (id ? *id : Id::zeros()).toBytes();
}

template <class Id>
std::optional<Id> readOrZeros(CborReader& in) {
    const Id id = readFixed<Id>(in);
    return id == Id::zeros() ? std::nullopt : std::optional(id);
}

} // namespace

bool isName(QStringView name) {
    const auto allowed = [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'.' || c == u'_'; };
    return !name.isEmpty() && name.size() <= limits::kindBytes &&
           std::all_of(name.begin(), name.end(), allowed);
}

void write(CborWriter& out, const std::optional<SeenPoint>& seen) {
    if (!seen) {
        out.null();
        return;
    }
    out.array(3).bytes(seen->epoch.view()).unsignedInteger(seen->seq).bytes(seen->hash.view());
}

std::optional<SeenPoint> readSeenPoint(CborReader& in) {
    if (in.takeNull()) {
        return std::nullopt;
    }
    in.arrayOf(3);
    const auto epoch = readFixed<EpochId>(in);
    const quint64 seq = in.unsignedInteger();
    if (seq == 0) {
        in.setFault(); // who has verified no entry says null
    }
    return SeenPoint{epoch, seq, readFixed<EntryHash>(in)};
}

QByteArray encode(const Header& h) {
    CborWriter out;
    out.array(15);
    out.unsignedInteger(Header::format);
    out.bytes(orZeros(h.org)).bytes(orZeros(h.log));
    out.text(QString::fromLatin1(h.kind)).unsignedInteger(h.kindVersion).unsignedInteger(h.flags);
    out.bytes(h.device.view()).unsignedInteger(h.deviceSeq);
    writeMoment(out, h.createdAt);
    write(out, h.seen);
    write(out, h.seenOrg);
    writeOptionalFixed(out, h.audience);
    out.bytes(h.factsHash.view());
    writeOptionalFixed(out, h.textHash);
    out.array(2).unsignedInteger(h.factsSize).unsignedInteger(h.textSize);
    return out.take();
}

Result<Header> decodeHeader(QByteArrayView bytes) {
    if (bytes.size() > limits::headerBytes) {
        return refuse(refusal::tooLarge, "header");
    }
    CborReader in(bytes);
    in.arrayOf(15);
    if (in.unsignedInteger() != Header::format) {
        return refuse(refusal::malformed, "header format");
    }
    const auto org = readOrZeros<OrgId>(in);
    const auto log = readOrZeros<LogId>(in);
    const QString kind = in.text();
    const quint64 kindVersion = in.unsignedInteger();
    const quint64 flags = in.unsignedInteger();
    const auto device = readFixed<DeviceId>(in);
    const quint64 deviceSeq = in.unsignedInteger();
    const Moment createdAt = readMoment(in);
    const auto seen = readSeenPoint(in);
    const auto seenOrg = readSeenPoint(in);
    const auto audience = readOptionalFixed<EventId>(in);
    const auto factsHash = readFixed<PartHash>(in);
    const auto textHash = readOptionalFixed<PartHash>(in);
    in.arrayOf(2);
    const quint64 factsSize = in.unsignedInteger();
    const quint64 textSize = in.unsignedInteger();
    const bool sizesFit = factsSize != 0 && textHash.has_value() == (textSize != 0);
    if (!in.finished() || !isName(kind) || !sizesFit) {
        return refuse(refusal::malformed, "header");
    }
    if (factsSize > quint64(limits::partsBytes) || textSize > quint64(limits::partsBytes) ||
        factsSize + textSize > quint64(limits::partsBytes)) {
        return refuse(refusal::tooLarge, "parts");
    }
    return Header{org,  log,     kind.toLatin1(), kindVersion, flags,    device,    deviceSeq, createdAt,
                  seen, seenOrg, audience,        factsHash,   textHash, factsSize, textSize};
}

} // namespace bongsu
