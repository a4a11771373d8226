#include "storage/golden.h"

#include "domain/base/cbor_fixed.h"
#include "domain/base/hash.h"

namespace bongsu {

namespace {
QString dataFile(int version, const char* ending) {
    const auto number = QString::number(version).rightJustified(3, u'0');
    return qEnvironmentVariable("BONGSU_SOURCE_DIR") + QStringLiteral("/tests/data/store-") + number +
           QString::fromLatin1(ending);
}

void write(CborWriter& out, const Part& part) {
    out.bytes(part.salt.view()).bytes(part.bytes);
}

void write(CborWriter& out, const TextPart& text) {
    out.unsignedInteger(quint64(text.state));
    if (text.part) {
        write(out, *text.part);
    }
    writeOptionalFixed(out, text.erasedBy);
}

void write(CborWriter& out, const Statement& statement) {
    out.bytes(statement.bytes).bytes(statement.signature.view());
}

void write(CborWriter& out, const StoredEntry& stored) {
    out.unsignedInteger(stored.seq).bytes(stored.event.view()).bytes(stored.hash.view());
    out.bytes(stored.entry.bytes);
    write(out, stored.entry.facts);
    write(out, stored.entry.text);
}

void write(CborWriter& out, const OwnEvent& own) {
    out.bytes(own.event.view()).bytes(own.log.view()).bytes(own.offer.event);
    write(out, own.offer.facts);
    write(out, own.offer.text);
    if (own.refusal) {
        write(out, *own.refusal);
    }
    write(out, own.carried);
}
} // namespace

QByteArray digestOf(const Everything& all) {
    CborWriter out;
    for (const StoredTip& tip : all.tips) {
        out.bytes(tip.log.view()).unsignedInteger(tip.seq).bytes(tip.hash.view());
        for (const StoredEntry& entry : all.logs.at(tip.log)) {
            write(out, entry);
        }
    }
    for (const OwnEvent& own : all.own) {
        write(out, own);
    }
    for (const auto& [log, head] : all.heads) {
        out.bytes(log.view());
        write(out, head);
    }
    for (const auto& [key, value] : all.settings) {
        out.bytes(key).bytes(value);
    }
    // Not there before version 2: nothing is added for a store without any.
    for (const BlobState& state : all.blobs) {
        out.bytes(state.begun.blob.view()).unsignedInteger(state.begun.size);
        out.bytes(state.begun.salt.view()).bytes(state.begun.owner.view());
        writeMoment(out, state.begun.since);
        out.unsignedInteger(state.chunks).boolean(state.whole).boolean(state.sent);
        out.bytes(state.event ? state.event->toBytes() : QByteArray());
        out.bytes(all.blobBytes.contains(state.begun.blob) ? all.blobBytes.at(state.begun.blob)
                                                           : QByteArray());
    }
    return sha256({out.take()}).toHex();
}

QString goldenStore(int version) {
    return dataFile(version, ".db");
}
QString goldenDigest(int version) {
    return dataFile(version, ".sha256");
}

} // namespace bongsu
