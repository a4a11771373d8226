// What a relay signs besides nothing: heads (how far a log goes) and refusals (why an event was not taken).
#pragma once

#include "domain/event/event.h"

namespace bongsu {

struct Head {
    OrgId org;
    LogId log;
    EpochId epoch;
    quint64 seq;
    EntryHash hash;
    Moment recordedAt;
    quint64 orgSeq;
    EntryHash orgHash;
    Moment signedAt;

    friend bool operator==(const Head&, const Head&) = default;
};

struct RefusalRecord {
    OrgId org;
    LogId log;
    EventId event;
    QByteArray code;
    quint64 seq;    // the log's newest entry when refused
    quint64 orgSeq; // and the organisation's
    Moment recordedAt;

    friend bool operator==(const RefusalRecord&, const RefusalRecord&) = default;
};

// Bytes with the relay's signature over T(purpose) | bytes: kept and shown to others as they came.
struct Statement {
    QByteArray bytes;
    Signature signature;

    friend bool operator==(const Statement&, const Statement&) = default;
};

QByteArray encode(const Head& head);
Result<Head> decodeHead(QByteArrayView bytes);
Statement signHead(const Head& head, const Signer& relay);
bool isHeadSignedBy(const Statement& head, const PublicKey& relay, const Verifier& verifier);

QByteArray encode(const RefusalRecord& refusal);
Result<RefusalRecord> decodeRefusal(QByteArrayView bytes);
Statement signRefusal(const RefusalRecord& refusal, const Signer& relay);
bool isRefusalSignedBy(const Statement& refusal, const PublicKey& relay, const Verifier& verifier);

} // namespace bongsu
