// The standing committee as people write it: committee.yaml (docs/manuals.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/manual/standing.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

// The version of the schema that this program reads.
inline constexpr quint64 committeeVersion = 1;

// Or all that is wrong, as readCatalogue().
tl::expected<StandingCommittee, std::vector<DocumentFault>> readCommittee(QByteArrayView bytes);

} // namespace bongsu
