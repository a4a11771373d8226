// What is recorded together with the bytes that it names: the texts of a notice, a section of a
// retrospective, a document that people sign.
#include "journal/journal.h"

#include "domain/base/limits.h"
#include "domain/retro/issued.h"
#include "storage/replay.h"

namespace bongsu {

namespace {

int mostBytesOf(const Facts& facts) {
    return std::holds_alternative<NoticeProposed>(facts)   ? limits::noticeBytes
           : std::holds_alternative<SectionWritten>(facts) ? limits::sectionBytes
                                                           : limits::blobBytes;
}

void cutIntoPieces(RetroIssued& facts, const QByteArray& document, const Salt& salt) {
    facts.pieceSize = retroPieceSize(quint64(document.size()));
    facts.pieces = retroPieces(document, facts.pieceSize, salt);
}

} // namespace

Result<Recorded> Journal::recordNaming(const LogId& log, Facts facts, const QByteArray& bytes, Text text) {
    if (bytes.size() > mostBytesOf(facts)) {
        return refuse(refusal::tooLarge, QByteArray::number(mostBytesOf(facts)));
    }
    const auto salt = m_parts.randomness.fixed<Salt>();
    const BlobId blob = blobIdOf(salt, bytes);
    std::visit(
        [&]<class T>(T& body) {
            if constexpr (requires { body.blob = blob; }) {
                body.blob = blob;
                body.size = quint64(bytes.size());
            }
            if constexpr (std::is_same_v<T, RetroIssued>) {
                cutIntoPieces(body, bytes, salt);
            }
        },
        facts);
    text.blobSalt = salt;
    Change change;
    keepWhole(change.blobs, BlobBegun{blob, quint64(bytes.size()), salt, device(), m_parts.clock.now()},
              bytes);
    return recordIn(circumstances(log, m_parts.signer, facts), facts, text, m_parts.signer,
                    std::move(change));
}

} // namespace bongsu
