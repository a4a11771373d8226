// The catalogue as people write it: services.yaml (docs/manuals.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/catalogue/catalogue.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

// The version of the schema that this program reads.
inline constexpr quint64 catalogueVersion = 1;

// Or all that is wrong, in the order of the file: at most limits::documentFaults, then how many more. Never
// throws, whatever the bytes are.
tl::expected<Catalogue, std::vector<DocumentFault>> readCatalogue(QByteArrayView bytes);

} // namespace bongsu
