// How far the steps of a retrospective have come, as people read it.
#pragma once

#include "domain/retro/process.h"

#include <QString>

namespace bongsu {

// In the language installed: "기한 지남".
QString nameOf(StepState state);

} // namespace bongsu
