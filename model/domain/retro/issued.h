// The exact bytes of a document that people sign: how they are cut into pieces, and whether a copy is one.
#pragma once

#include "domain/event/retro_facts.h"
#include "domain/incident/timeline.h"

#include <map>

namespace bongsu {

// How many bytes each piece of a document of this size has: at least 1 KiB, in at most limits::retroPieces.
quint64 retroPieceSize(quint64 bytes);
// The hashes of its pieces, the last one shorter.
std::vector<PieceHash> retroPieces(QByteArrayView bytes, quint64 pieceSize, const Salt& salt);

// Where a copy is not what was issued: bytes of the copy, the end not counted. The same from there on where
// the lengths are equal; empty where something is missing there.
struct CopyDifference {
    quint64 from = 0;
    quint64 to = 0;
    friend bool operator==(const CopyDifference&, const CopyDifference&) = default;
};
// Nothing: these are its bytes. As exact as the pieces are.
std::optional<CopyDifference> differenceOf(QByteArrayView copy, const RetroIssued& issued, const Salt& salt);

// What a record says of a copy of a document.
struct CopyJudgement {
    enum class Kind {
        Same,       // to the byte, and the record holds what it says that it rests on
        Altered,    // it is `difference` apart from the one it is nearest to
        Unknown,    // none that was issued is like it
        Unprovable, // the record has only documents whose salt it does not show (erased, withheld)
        WrongBasis  // it names heads that the record does not have: see `wrongAt`
    };
    Kind kind = Kind::Unknown;
    std::optional<EventId> document{}; // the retro.issued
    quint64 seq = 0;                   // its place
    RetroIssued issued{};
    std::optional<CopyDifference> difference{};
    std::optional<std::pair<LogId, quint64>> wrongAt{}; // the log and the place
};

// Takes a record's lines in their order and judges a copy by them.
class CopyProof {
  public:
    void take(const TimelineRow& row);
    // `ledger` holds both logs as they were taken.
    CopyJudgement judge(QByteArrayView copy, const Ledger& ledger, const LogId& log) const;

  private:
    struct Held {
        EventId event;
        quint64 seq;
        RetroIssued issued;
        std::optional<Salt> salt; // absent: its text is not there
    };
    std::vector<Held> m_held; // as many as limits::issuedRetros: the rules take no more
};

} // namespace bongsu
