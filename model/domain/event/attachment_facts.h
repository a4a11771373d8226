// The facts of an attachment: a picture or a file whose bytes travel as a blob beside the record.
#pragma once

#include "domain/event/incident_facts.h"

namespace bongsu {

// Caption, file name, thumbnail and the blob's salt stand in the text: with it erased, the id tells nothing.
struct AttachmentAdded {
    static constexpr KindInfo kind{"attachment.added", 1, false, LogType::Incident};
    Line line{};
    Media media = Media::Jpeg;
    BlobId blob = BlobId::zeros();
    quint64 size = 0;                // bytes
    std::optional<EventId> target{}; // the entry it belongs to
    static constexpr auto fields() {
        return std::tuple{field(1, &AttachmentAdded::line), field(2, &AttachmentAdded::media),
                          field(3, &AttachmentAdded::blob), field(4, &AttachmentAdded::size),
                          field(5, &AttachmentAdded::target)};
    }
};

// The most bytes that an attachment of this kind may have.
constexpr quint64 mostBytes(Media media) {
    return media == Media::Jpeg || media == Media::Png ? quint64(limits::pictureBytes)
                                                       : quint64(limits::blobBytes);
}

} // namespace bongsu
