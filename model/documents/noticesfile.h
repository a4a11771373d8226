// What notices say, as people write it: notices.yaml and firstnotice.yaml (docs/notices.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/notice/channel.h"
#include "domain/notice/firstnotice.h"
#include "domain/notice/template.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

// The versions of the schemas that this program reads.
inline constexpr quint64 noticesVersion = 1;
inline constexpr quint64 firstNoticeVersion = 1;

// Or all that is wrong, as readCatalogue().
tl::expected<NoticeTemplates, std::vector<DocumentFault>> readNotices(QByteArrayView bytes);
// With channels, those that its texts are for must be among them.
tl::expected<FirstNotice, std::vector<DocumentFault>> readFirstNotice(QByteArrayView bytes,
                                                                      const Channels* channels = nullptr);

} // namespace bongsu
