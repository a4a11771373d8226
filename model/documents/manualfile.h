// A manual as people write it: manual-<failure type>.yaml (docs/manuals.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/manual/manual.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

struct Catalogue;

// Departments must be the catalogue's, if one is given. The error as in cataloguefile.h. Never throws,
// whatever the bytes are.
tl::expected<Manual, std::vector<DocumentFault>> readManual(QByteArrayView bytes, const Catalogue* catalogue);

} // namespace bongsu
