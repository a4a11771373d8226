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

BlobId blobIdOf(const Salt& salt, QByteArrayView bytes);

// Refusals media.unknown, media.damaged, too_large (the detail: the most bytes it may have, as digits, or
// "text" for its caption). A thumbnail that has no room beside the caption is left out.
Result<PreparedAttachment> prepare(const Attachment& attachment, const Salt& salt);

} // namespace bongsu
