// How long something may take, as files have it: {hours: 24}, {days: 30}, {months: 3}.
#pragma once

#include "documents/fields.h"
#include "domain/notice/duties.h"

namespace bongsu {

// One unit alone. Nothing where the key is absent or what stands there is no length; a required one is
// missed.
std::optional<DutyLength> lengthIn(Fields& fields, QStringView key, Need need, Faults& faults);

} // namespace bongsu
