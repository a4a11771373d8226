#include "domain/base/limits.h"
#include "domain/notice/noticetext.h"
#include "journal/journal.h"
#include "storage/replay.h"

namespace bongsu {

Result<Recorded> Journal::propose(const LogId& log, NoticeProposed facts, const NoticeTexts& texts,
                                  Text text) {
    const QByteArray bytes = encodeNoticeTexts(texts);
    if (bytes.size() > limits::noticeBytes) {
        return refuse(refusal::tooLarge, QByteArray::number(bytes.size()));
    }
    const Salt salt = m_parts.randomness.fixed<Salt>();
    facts.blob = blobIdOf(salt, bytes);
    facts.size = quint64(bytes.size());
    text.blobSalt = salt;
    Change change;
    keepWhole(change.blobs, BlobBegun{facts.blob, facts.size, salt, device(), m_parts.clock.now()}, bytes);
    return recordIn(circumstances(log, m_parts.signer, facts), facts, text, m_parts.signer,
                    std::move(change));
}

} // namespace bongsu
