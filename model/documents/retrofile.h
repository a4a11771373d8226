// How an organisation looks back, as people write it: retrospective.yaml (docs/retrospectives.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/retro/process.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

// The version of the schema that this program reads.
inline constexpr quint64 retroVersion = 1;

// As readCatalogue().
tl::expected<RetroProcess, std::vector<DocumentFault>> readRetroProcess(QByteArrayView bytes);

} // namespace bongsu
