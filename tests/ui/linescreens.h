// How the screens of the line to the relay are reached; for the list in screens.cpp.
#pragma once

#include "ui/screens.h"

namespace bongsu {

void askWithAnOldInvite(Stage& stage);
void seeOldCertificate(Stage& stage);

} // namespace bongsu
