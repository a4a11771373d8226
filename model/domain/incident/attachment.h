// What may be attached: told by its first bytes, and freed of what a camera or a program wrote into it.
#pragma once

#include "domain/base/result.h"
#include "domain/event/attachment_facts.h"
#include "domain/event/text.h"

namespace bongsu {

// What a person attaches, as it was given.
struct Attachment {
    QByteArray bytes;
    QString fileName;
    QString caption{};
    QByteArray thumbnail{}; // a JPEG of at most limits::thumbnailBytes; empty for none
    std::optional<EventId> target{};
};

// The same, ready to be recorded: facts, text and the bytes that the blob's id names.
struct PreparedAttachment {
    AttachmentAdded facts;
    Text text;
    QByteArray bytes;
};

// Never by the file's name. Nothing for what cannot be attached.
std::optional<Media> mediaOf(QByteArrayView bytes);

// A picture without what says where, when and by what it was taken, pixels untouched: of a JPEG stay what is
// needed to decode it, its colour profile and which side is up; of a PNG what is needed to draw it. All else
// comes back as it is. Refusal media.damaged: it does not go on as it began.
Result<QByteArray> withoutMetadata(Media media, QByteArrayView bytes);

// A name that a file system takes and that says what the bytes are, whatever somebody called them: no path,
// nothing hidden, an ending of `media`. Without one that can be used: "bongsu".
QString safeFileName(const QString& name, Media media);

BlobId blobIdOf(const Salt& salt, QByteArrayView bytes);

// Refusals media.unknown, media.damaged, too_large (the detail: the most bytes it may have, as digits, or
// "text" for its caption). A thumbnail that has no room beside the caption is left out.
Result<PreparedAttachment> prepare(const Attachment& attachment, const Salt& salt);

// An attachment that somebody chose and has not recorded yet: its bytes lie in the store already.
struct HeldAttachment {
    AttachmentAdded facts;
    Text text;

    const BlobId& blob() const { return facts.blob; }
};

// What is said of it when it is recorded.
struct AttachmentWords {
    QString caption{};
    std::optional<Moment> occurredAt{};
    std::optional<EventId> target{};
};

// Refusal too_large ("text"): the caption. A thumbnail that has no room beside it is left out.
Result<HeldAttachment> described(HeldAttachment held, const AttachmentWords& words);

// All that is held for one incident, as one value, empty for none; nothing is read from what is no such
// value.
QByteArray toBytes(const std::vector<HeldAttachment>& held);
std::vector<HeldAttachment> heldFromBytes(QByteArrayView bytes);

} // namespace bongsu
