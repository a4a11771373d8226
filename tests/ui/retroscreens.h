// The screens of retrospectives and of actions after incidents, and how they are reached; part of the list in
// screens.cpp.
#pragma once

#include "ui/screens.h"

namespace bongsu {

std::vector<Screen> retroScreens();

// Nine days after the night: it is resolved, and two people have begun to look back at it. The scribe's
// desktop.
House::Desk& lookBackAtNight(Stage& stage); // the other one's

// Records it, by that desk, and tells everybody.
EventId recordAt(Stage& stage, House::Desk& who, const Facts& facts, const Text& text = {});
// Writes a section over what that desk knows of it.
EventId writeSection(Stage& stage, House::Desk& who, const QString& section, const QString& words);

void openRetro(Stage& stage);

} // namespace bongsu
