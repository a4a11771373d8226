// What somebody attaches and has not recorded yet: its bytes are a blob that no event names, and what is to
// be recorded of it a setting of the home.
#include "journal/journal.h"

#include "domain/base/limits.h"
#include "journal/storewriter.h"
#include "storage/replay.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr qsizetype enoughDigits = 32; // of a log's id: a setting's key is short

QByteArray heldKey(const LogId& log) {
    return "attaching." + log.toHex().first(enoughDigits).toLatin1();
}

auto found(std::vector<HeldAttachment>& held, const BlobId& blob) {
    return std::find_if(held.begin(), held.end(), [&](const auto& one) { return one.blob() == blob; });
}

Change keeping(const PreparedAttachment& prepared, const DeviceId& device, Moment now) {
    Change change;
    keepWhole(change.blobs,
              BlobBegun{prepared.facts.blob, prepared.facts.size, *prepared.text.blobSalt, device, now},
              prepared.bytes);
    return change;
}

} // namespace

Result<Recorded> Journal::attach(const LogId& log, const Attachment& attachment) {
    if (!m_org) {
        return refuse(refusal::unknownLog, "organisation");
    }
    const auto prepared = prepare(attachment, m_parts.randomness.fixed<Salt>());
    if (!prepared) {
        return errorOf(prepared);
    }
    return recordIn(circumstances(log, m_parts.signer, prepared->facts), prepared->facts, prepared->text,
                    m_parts.signer, keeping(*prepared, device(), m_parts.clock.now()));
}

std::vector<HeldAttachment> Journal::heldAttachments(const LogId& log) const {
    return heldFromBytes(setting(heldKey(log)));
}

// In one change with what it belongs to: a blob is held, or an event names it, or it is gone.
void Journal::setHeld(const LogId& log, const std::vector<HeldAttachment>& held, Change& change) {
    m_confirmed->settings.insert_or_assign(heldKey(log), toBytes(held));
    change.settings.insert_or_assign(heldKey(log), toBytes(held));
}

Result<HeldAttachment> Journal::holdAttachment(const LogId& log, const Attachment& attachment) {
    auto held = heldAttachments(log);
    if (held.size() >= std::size_t(limits::attachmentsHeld)) {
        return refuse(refusal::tooLarge, "held");
    }
    auto prepared = prepare(attachment, m_parts.randomness.fixed<Salt>());
    if (!prepared) {
        return errorOf(prepared);
    }
    Change change = keeping(*prepared, device(), m_parts.clock.now());
    HeldAttachment one{std::move(prepared->facts), std::move(prepared->text)};
    held.push_back(one);
    setHeld(log, held, change);
    m_writer->write(std::move(change));
    return one;
}

Result<Recorded> Journal::recordHeld(const LogId& log, const BlobId& blob, const AttachmentWords& words) {
    auto held = heldAttachments(log);
    const auto at = found(held, blob);
    if (!m_org || at == held.end()) {
        return refuse(refusal::notFound, blob.toHex().toLatin1());
    }
    const auto one = described(*at, words);
    if (!one) {
        return errorOf(one);
    }
    held.erase(at);
    Change change;
    change.settings.insert_or_assign(heldKey(log), toBytes(held));
    auto recorded = recordIn(circumstances(log, m_parts.signer, one->facts), one->facts, one->text,
                             m_parts.signer, std::move(change));
    if (recorded) {
        m_confirmed->settings.insert_or_assign(heldKey(log), toBytes(held));
    }
    return recorded;
}

void Journal::dropHeld(const LogId& log, const BlobId& blob) {
    auto held = heldAttachments(log);
    const auto at = found(held, blob);
    if (at == held.end()) {
        return;
    }
    held.erase(at);
    Change change;
    change.blobs.dropped.push_back(blob);
    setHeld(log, held, change);
    m_writer->write(std::move(change));
}

} // namespace bongsu
