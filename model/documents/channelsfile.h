// The channels as people write them: channels.yaml (docs/notices.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/catalogue/catalogue.h"
#include "domain/notice/channel.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

// The version of the schema that this program reads.
inline constexpr quint64 channelsVersion = 1;

// Or all that is wrong, as readCatalogue(). With a catalogue, the services and sites that channels stand on
// must be in it.
tl::expected<Channels, std::vector<DocumentFault>> readChannels(QByteArrayView bytes,
                                                                const Catalogue* catalogue = nullptr);

} // namespace bongsu
