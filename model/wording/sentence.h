// A sentence for everything that can go wrong: what happened, what was kept, what to do.
#pragma once

#include "domain/base/result.h"

#include <QString>

namespace bongsu {

struct Incident;
struct Organisation;

// In the language installed, ready to be shown. The detail stands behind it in parentheses. A code this
// program does not know (a newer relay's) gives a general sentence that names it; never empty.
QString sentence(const Refusal& refusal);
QString sentence(const Failure& failure);
QString sentence(const Error& error);

// What to say above a record that holds entries which a newer version alone can judge. Empty: there are none.
QString beyondThisVersion(const Organisation& organisation, const Incident& incident);

} // namespace bongsu
