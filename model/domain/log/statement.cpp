#include "domain/log/statement.h"

#include "domain/base/cbor_fixed.h"
#include "domain/base/hash.h"
#include "domain/base/limits.h"

namespace bongsu {

namespace {
constexpr quint64 statementFormat = 1;

Statement signStatement(const char* purpose, QByteArray bytes, const Signer& signer) {
    const Signature signature = signer.sign(domainTag(purpose) + bytes);
    return {std::move(bytes), signature};
}
bool isSignedBy(const char* purpose, const Statement& statement, const PublicKey& key,
                const Verifier& verifier) {
    return verifier.verify(key, domainTag(purpose) + statement.bytes, statement.signature);
}
} // namespace

QByteArray encode(const Head& h) {
    CborWriter out;
    out.array(10).unsignedInteger(statementFormat);
    out.bytes(h.org.view())
        .bytes(h.log.view())
        .bytes(h.epoch.view())
        .unsignedInteger(h.seq)
        .bytes(h.hash.view());
    writeMoment(out, h.recordedAt);
    out.unsignedInteger(h.orgSeq).bytes(h.orgHash.view());
    writeMoment(out, h.signedAt);
    return out.take();
}

Result<Head> decodeHead(QByteArrayView bytes) {
    if (bytes.size() > limits::headBytes) {
        return refuse(refusal::tooLarge, "head");
    }
    CborReader in(bytes);
    in.arrayOf(10);
    const bool knownFormat = in.unsignedInteger() == statementFormat;
    const auto org = readFixed<OrgId>(in);
    const auto log = readFixed<LogId>(in);
    const auto epoch = readFixed<EpochId>(in);
    const quint64 seq = in.unsignedInteger();
    const auto hash = readFixed<EntryHash>(in);
    const Moment recordedAt = readMoment(in);
    const quint64 orgSeq = in.unsignedInteger();
    const auto orgHash = readFixed<EntryHash>(in);
    const Moment signedAt = readMoment(in);
    if (!in.finished() || !knownFormat || seq == 0) {
        return refuse(refusal::malformed, "head");
    }
    return Head{org, log, epoch, seq, hash, recordedAt, orgSeq, orgHash, signedAt};
}

Statement signHead(const Head& head, const Signer& relay) {
    return signStatement("head", encode(head), relay);
}
bool isHeadSignedBy(const Statement& head, const PublicKey& relay, const Verifier& verifier) {
    return isSignedBy("head", head, relay, verifier);
}

QByteArray encode(const RefusalRecord& r) {
    CborWriter out;
    out.array(8).unsignedInteger(statementFormat);
    out.bytes(r.org.view()).bytes(r.log.view()).bytes(r.event.view()).text(QString::fromLatin1(r.code));
    out.unsignedInteger(r.seq).unsignedInteger(r.orgSeq);
    writeMoment(out, r.recordedAt);
    return out.take();
}

Result<RefusalRecord> decodeRefusal(QByteArrayView bytes) {
    if (bytes.size() > limits::refusalBytes) {
        return refuse(refusal::tooLarge, "refusal");
    }
    CborReader in(bytes);
    in.arrayOf(8);
    const bool knownFormat = in.unsignedInteger() == statementFormat;
    const auto org = readFixed<OrgId>(in);
    const auto log = readFixed<LogId>(in);
    const auto event = readFixed<EventId>(in);
    const QString code = in.text();
    const quint64 seq = in.unsignedInteger();
    const quint64 orgSeq = in.unsignedInteger();
    const Moment recordedAt = readMoment(in);
    if (!in.finished() || !knownFormat || !isName(code)) {
        return refuse(refusal::malformed, "refusal");
    }
    return RefusalRecord{org, log, event, code.toLatin1(), seq, orgSeq, recordedAt};
}

Statement signRefusal(const RefusalRecord& refusal, const Signer& relay) {
    return signStatement("refusal", encode(refusal), relay);
}
bool isRefusalSignedBy(const Statement& refusal, const PublicKey& relay, const Verifier& verifier) {
    return isSignedBy("refusal", refusal, relay, verifier);
}

} // namespace bongsu
