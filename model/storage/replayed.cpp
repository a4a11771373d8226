// How far a log was signed for, where its newest head is of entries that have not come, or never will.
#include "storage/replay.h"

namespace bongsu {

namespace {

// A setting and not a table: one head for each log, and none where the newest covers what is held.
QByteArray besidesKey(const LogId& log) {
    constexpr qsizetype enoughDigits = 32; // of a log's id
    return "head.covering." + log.toHex().first(enoughDigits).toLatin1();
}

// By the hash there: after an epoch took entries away, an older head may be of none of ours.
bool covers(const Ledger& ledger, const Head& head) {
    const LogIndex* index = ledger.index(head.log);
    return index && index->hashAt(head.seq) == head.hash;
}

} // namespace

std::optional<Statement> Replayed::coveringHead(const LogId& log) const {
    const auto ifCovering = [&](const Statement& statement) {
        const auto head = decodeHead(statement.bytes);
        return head && head->log == log && covers(ledger, *head) ? std::optional(statement) : std::nullopt;
    };
    const auto newest = heads.find(log);
    if (auto covering = newest == heads.end() ? std::nullopt : ifCovering(newest->second)) {
        return covering;
    }
    const auto besides = settings.find(besidesKey(log));
    if (besides == settings.end()) {
        return std::nullopt;
    }
    const QByteArray& kept = besides->second;
    const auto signature = Signature::tryFrom(kept.first(std::min(kept.size(), qsizetype(Signature::size))));
    return signature ? ifCovering({kept.mid(Signature::size), *signature}) : std::nullopt;
}

quint64 Replayed::signedUpTo(const LogId& log) const {
    if (const auto covering = coveringHead(log)) {
        return decodeHead(covering->bytes)->seq;
    }
    const auto known = heads.find(log);
    const auto tip = ledger.tip(log);
    const auto head =
        known == heads.end() ? Result<Head>(refuse(refusal::notFound)) : decodeHead(known->second.bytes);
    if (!head || !tip) {
        return 0;
    }
    const Epoch* of = ledger.organisation().epoch(head->epoch);
    const Epoch* held = ledger.organisation().epoch(tip->epoch);
    return of && held && of->fromSeq <= held->fromSeq ? head->seq : tip->seq;
}

std::optional<std::pair<QByteArray, QByteArray>>
Replayed::keptBesides(const Statement* newest, const Statement& heard, bool isNewer) const {
    const Statement* older = isNewer ? newest : &heard;
    const Statement* newer = isNewer ? &heard : newest;
    const auto head = older ? decodeHead(older->bytes) : Result<Head>(refuse(refusal::notFound));
    const auto above = newer ? decodeHead(newer->bytes) : Result<Head>(refuse(refusal::notFound));
    if (!head || !above || !covers(ledger, *head) || covers(ledger, *above)) {
        return std::nullopt;
    }
    // The newest covered until now, or what was kept besides it did: heads come in no order.
    const auto before = coveringHead(head->log);
    return !before || *before == *older || decodeHead(before->bytes)->seq < head->seq
               ? std::optional(std::pair(besidesKey(head->log), older->signature.toBytes() + older->bytes))
               : std::nullopt;
}

} // namespace bongsu
