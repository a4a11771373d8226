// The screens of the line to the relay.
#pragma once

#include "ui/screens.h"

namespace bongsu {

std::vector<Screen> lineScreens();

} // namespace bongsu
