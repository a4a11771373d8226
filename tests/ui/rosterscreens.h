// How the screens of rosters are reached; for the list in screens.cpp.
#pragma once

#include "ui/screens.h"

namespace bongsu {

void openRoster(Stage& stage);
void chooseRoster(Stage& stage);
void openNoRoster(Stage& stage);
void readRoster(Stage& stage);
void readBrokenRoster(Stage& stage);

} // namespace bongsu
