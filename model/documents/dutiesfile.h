// Clocks of what must be told in time, as people write them: duties.yaml (docs/duties.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/notice/duties.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

// The version of the schema that this program reads.
inline constexpr quint64 dutiesVersion = 1;

// Those that are switched on, or all that is wrong, as readCatalogue().
tl::expected<Duties, std::vector<DocumentFault>> readDuties(QByteArrayView bytes);

} // namespace bongsu
