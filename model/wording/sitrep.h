// The situation report as a page of plain text, in the form that officials expect (개조식: □ ○ - ※).
#pragma once

#include "domain/incident/sitrep.h"

#include <functional>

namespace bongsu {

// What people wrote, looked up by whoever has it. All outlive the call.
struct SitrepTexts {
    QString organisation{};
    QString title{};
    QString commander{};
    bool acting = false;
    QString cause{}; // the newest that somebody stated; empty: none
    // A line for each, the oldest first: "15:44 …". What was decided and done since the report before.
    std::vector<QString> measures{};
    std::function<QString(const EventId&)> blocker{};       // what holds it up
    std::function<QString(const EventId&, quint64)> task{}; // what is to be done
};

// No longer than this in UTF-8: lists are cut off and say how many lines are missing, so that it fits into an
// entry.
inline constexpr qsizetype sitrepBytes = 5000;

// In the language installed, on this computer's wall clock. What is not known is not said.
QString sitrepPage(const Sitrep& sitrep, const SitrepTexts& texts);

} // namespace bongsu
