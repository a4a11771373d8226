// How the screens of manuals, seats, handovers and people are reached; for the list in screens.cpp.
#pragma once

#include "ui/screens.h"

namespace bongsu {

void openReadiness(Stage& stage);
void readManual(Stage& stage);
void openHandover(Stage& stage);
void openPeople(Stage& stage);
void writeContacts(Stage& stage);
void openTasks(Stage& stage);
void fillSeat(Stage& stage);
void openRoles(Stage& stage);
void seePages(Stage& stage); // of whoever is called right now

} // namespace bongsu
