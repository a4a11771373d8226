// The pages that people read, as whole HTML files without a script, for a page made harmless before.
#pragma once

#include "statuspage/htmlparts.h"

#include <map>

namespace bongsu {

// path -> bytes of every page of one language: index, each incident, the history and each of its years,
// codes.
std::map<QString, QByteArray> htmlPages(const PublicPage& page, Language language);

} // namespace bongsu
