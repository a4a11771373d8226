// Which lines of a record look back at it, instead of telling its course.
#pragma once

#include "domain/event/facts.h"

namespace bongsu {

// Steps, sections, findings, actions and signed documents. A check of customers' data is part of the course.
bool isLookingBack(const Facts& facts);

} // namespace bongsu
