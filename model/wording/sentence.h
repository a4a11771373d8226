// A sentence for everything that can go wrong: what happened, what was kept, what to do.
#pragma once

#include "domain/base/result.h"

#include <QString>

namespace bongsu {

// In the language installed, ready to be shown. The detail stands behind it in parentheses. A code this
// program does not know (a newer relay's) gives a general sentence that names it; never empty.
QString sentence(const Refusal& refusal);
QString sentence(const Failure& failure);
QString sentence(const Error& error);

} // namespace bongsu
