// How what is to be done after an incident stands, as people read it.
#pragma once

#include "domain/retro/register.h"

#include <QString>

namespace bongsu {

// In the language installed: "기한 지남".
QString nameOf(ActionState state);
// Who wants it: "시정조치", "자체 과제".
QString originOf(const ActionStatus& action);

} // namespace bongsu
