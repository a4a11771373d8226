// The facts of what an organisation writes down in peacetime: catalogues, manuals. Their words are blobs.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"

namespace bongsu {

// What `type` may say; one that a program does not know is kept and named, not read.
namespace documenttype {
inline constexpr QStringView services = u"services";        // key: "services"
inline constexpr QStringView manual = u"manual";            // key: its failure type
inline constexpr QStringView firstNotice = u"first-notice"; // key: the same; see FirstNoticeApproved
} // namespace documenttype

// A version of a document; the newest one holds. Its title, what changed and the blob's salt stand in the
// text. The bytes are the file as people wrote it.
struct DocumentPublished {
    static constexpr KindInfo kind{"document.published", 1, false, LogType::Organisation};
    QString type{};
    QString key{};
    BlobId blob = BlobId::zeros();
    quint64 size = 0;                 // bytes
    std::optional<EventId> against{}; // the version before; absent: there is none
    static constexpr auto fields() {
        return std::tuple{field(1, &DocumentPublished::type), field(2, &DocumentPublished::key),
                          field(3, &DocumentPublished::blob), field(4, &DocumentPublished::size),
                          field(5, &DocumentPublished::against)};
    }
};

// Its author has read this version, and says so. Once for each version, of the one that holds.
struct DocumentRead {
    static constexpr KindInfo kind{"document.read", 1, false, LogType::Organisation};
    EventId document = EventId::zeros(); // a document.published
    static constexpr auto fields() { return std::tuple{field(1, &DocumentRead::document)}; }
};

} // namespace bongsu
