// The screens of looking back, and how they are reached; part of the list in screens.cpp.
#pragma once

#include "ui/screens.h"

namespace bongsu {

std::vector<Screen> learningScreens();

} // namespace bongsu
