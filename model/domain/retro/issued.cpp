#include "domain/retro/issued.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"
#include "domain/incident/attachment.h"

#include <algorithm>

namespace bongsu {

namespace {

PieceHash pieceHash(QByteArrayView bytes, const Salt& salt) {
    return taggedHashAs<PieceHash>("piece", {salt.view(), bytes});
}

// Of as many bytes as a piece has, from `at` on.
QByteArrayView pieceAt(QByteArrayView bytes, quint64 at, quint64 size) {
    const auto start = qsizetype(std::min(at, quint64(bytes.size())));
    return bytes.sliced(start, std::min(qsizetype(size), bytes.size() - start));
}

// The difference is the smaller, the more of both ends is as it was.
struct Ends {
    quint64 before = 0; // bytes that are the same, from the beginning
    quint64 behind = 0; // and to the end
};

Ends sameEnds(QByteArrayView copy, const RetroIssued& issued, const Salt& salt) {
    Ends ends;
    const auto count = issued.pieces.size();
    std::size_t first = 0;
    for (; first < count; ++first) {
        const quint64 at = quint64(first) * issued.pieceSize;
        const quint64 size = std::min(issued.pieceSize, issued.size - at);
        if (at + size > quint64(copy.size()) ||
            pieceHash(pieceAt(copy, at, size), salt) != issued.pieces[first]) {
            break;
        }
        ends.before = at + size;
    }
    // What stands behind a change may have moved: it is looked for as far from the end as it was.
    for (std::size_t last = count; last > first; --last) {
        const quint64 at = quint64(last - 1) * issued.pieceSize;
        const quint64 fromEnd = issued.size - at;
        const quint64 size = std::min(issued.pieceSize, fromEnd);
        if (fromEnd > quint64(copy.size()) - std::min(ends.before, quint64(copy.size())) ||
            pieceHash(pieceAt(copy, quint64(copy.size()) - fromEnd, size), salt) != issued.pieces[last - 1]) {
            break;
        }
        ends.behind = fromEnd;
    }
    return ends;
}

CopyDifference between(QByteArrayView copy, const Ends& ends) {
    return {ends.before, quint64(copy.size()) - ends.behind};
}

bool isOfBytes(QByteArrayView copy, const RetroIssued& issued, const Salt& salt) {
    return quint64(copy.size()) == issued.size && blobIdOf(salt, copy) == issued.blob;
}

// The first of its heads that the record does not have.
std::optional<std::pair<LogId, quint64>> wrongHead(const RetroIssued& issued, const Ledger& ledger,
                                                   const LogId& log) {
    const auto has = [](const LogIndex* index, const LogPoint& point) {
        return index && index->hashAt(point.seq) == point.hash;
    };
    if (!has(ledger.index(log), issued.upTo)) {
        return std::pair{log, issued.upTo.seq};
    }
    if (!has(&ledger.organisationIndex(), issued.org)) {
        return std::pair{LogId::of(*ledger.organisation().id), issued.org.seq};
    }
    return std::nullopt;
}

} // namespace

quint64 retroPieceSize(quint64 bytes) {
    constexpr quint64 least = 1024;
    constexpr auto most = quint64(limits::retroPieces);
    return std::max(least, (bytes + most - 1) / most);
}

std::vector<PieceHash> retroPieces(QByteArrayView bytes, quint64 pieceSize, const Salt& salt) {
    std::vector<PieceHash> pieces;
    for (quint64 at = 0; at < quint64(bytes.size()); at += pieceSize) {
        pieces.push_back(pieceHash(pieceAt(bytes, at, pieceSize), salt));
    }
    return pieces;
}

std::optional<CopyDifference> differenceOf(QByteArrayView copy, const RetroIssued& issued, const Salt& salt) {
    return isOfBytes(copy, issued, salt) ? std::nullopt
                                         : std::optional(between(copy, sameEnds(copy, issued, salt)));
}

void CopyProof::take(const TimelineRow& row) {
    const auto* issued = std::get_if<RetroIssued>(&row.facts);
    if (issued && row.seq && !row.voidReason) {
        m_held.push_back({row.event, *row.seq, *issued, row.text.blobSalt});
    }
}

CopyJudgement CopyProof::judge(QByteArrayView copy, const Ledger& ledger, const LogId& log) const {
    using Kind = CopyJudgement::Kind;
    const Held* nearest = nullptr;
    Ends nearestEnds;
    bool anySalt = false;
    for (const Held& held : m_held) {
        anySalt = anySalt || held.salt;
        if (!held.salt) {
            continue;
        }
        if (isOfBytes(copy, held.issued, *held.salt)) {
            const auto wrong = wrongHead(held.issued, ledger, log);
            return {wrong ? Kind::WrongBasis : Kind::Same, held.event, held.seq, held.issued, {}, wrong};
        }
        const Ends ends = sameEnds(copy, held.issued, *held.salt);
        if (ends.before + ends.behind > nearestEnds.before + nearestEnds.behind) {
            nearest = &held;
            nearestEnds = ends;
        }
    }
    if (!nearest) {
        return {m_held.empty() || anySalt ? Kind::Unknown : Kind::Unprovable};
    }
    return {Kind::Altered, nearest->event, nearest->seq, nearest->issued, between(copy, nearestEnds), {}};
}

} // namespace bongsu
