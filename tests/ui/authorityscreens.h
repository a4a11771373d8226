// How the screens of what authorities say and are given are reached; for the list in screens.cpp.
#pragma once

#include "ui/screens.h"

namespace bongsu {

void askAlert(Stage& stage);
void setAlert(Stage& stage);
void openSitrep(Stage& stage);
void callCommittee(Stage& stage);
void openInspection(Stage& stage);

} // namespace bongsu
