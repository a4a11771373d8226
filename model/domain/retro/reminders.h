// What somebody still owes to what was learnt, over all incidents.
#pragma once

#include "domain/retro/process.h"
#include "domain/retro/register.h"

namespace bongsu {

struct RetroReminders {
    int actions = 0; // their own, overdue
    int steps = 0;   // their own, overdue
    int toSign = 0;  // documents that they were asked to sign and have not answered
    friend bool operator==(const RetroReminders&, const RetroReminders&) = default;
};

// Drills remind nobody.
RetroReminders retroRemindersOf(const std::vector<const Incident*>& incidents, const PersonId& person,
                                const RetroProcess& process, const std::vector<QDate>& holidays, Moment now,
                                std::chrono::minutes utcOffset);

} // namespace bongsu
