// What is to be done after incidents, over all of them: whose turn it is and what is late; and what was found
// more than once.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

enum class ActionState {
    Open = 1,
    DueSoon, // within dueSoonWithin
    Overdue,
    Done, // waits for a second person
    Confirmed,
    Dropped,
    Last = Dropped
};
template <>
struct Words<ActionState> {
    static constexpr std::array all{"open", "due_soon", "overdue", "done", "confirmed", "dropped"};
};

inline constexpr Millis dueSoonWithin = std::chrono::days(7);

ActionState stateOf(const ActionStatus& action, Moment now);

// An authority ordered it (시정조치); else it is the company's own.
bool isOrdered(const ActionStatus& action);

struct RegisterLine {
    LogId log;
    EventId action;
    ActionStatus status;
    bool drill = false;
    ActionState state = ActionState::Open;
    friend bool operator==(const RegisterLine&, const RegisterLine&) = default;
};

// What is overdue first, then by when it is due, then what is due at no time; what waits for a second person,
// the longest waiting first; what is confirmed and what was dropped, the newest first. Those of drills stand
// behind all of that, in the same order.
std::vector<RegisterLine> registerOf(const std::vector<const Incident*>& incidents, Moment now);

// Nothing asked for: all of the real ones. Practice is shown only to whoever asks for it, and never among the
// rest: a register that is reported from may hold nothing that was only played.
struct RegisterFilter {
    std::optional<LogId> incident{}; // of a drill, too
    bool open = false;               // neither done nor dropped
    bool overdue = false;
    std::optional<PersonId> owner{};
    std::optional<bool> ordered{};
    bool drills = false; // those alone
};
std::vector<RegisterLine> among(std::vector<RegisterLine> lines, const RegisterFilter& filter);

// What the rules let this person do with it, as far as that depends on the action (check_retro.cpp).
struct ActionRights {
    bool change = false;
    bool finish = false; // say that it is done
    bool confirm = false;
    bool drop = false;
    bool reopen = false;
    friend bool operator==(const ActionRights&, const ActionRights&) = default;
};
ActionRights actionRightsTo(const ActionStatus& action, const std::optional<PersonId>& person);

struct RepeatFinding {
    LogId log;
    EventId finding;
    FindingKind kind = FindingKind::Factor;
    Moment at{}; // recorded
    friend bool operator==(const RepeatFinding&, const RepeatFinding&) = default;
};

struct RepeatPattern {
    QString pattern;
    bool drill = false;
    std::vector<RepeatFinding> findings{}; // the newest first
    friend bool operator==(const RepeatPattern&, const RepeatPattern&) = default;
};

// Patterns that were found in more than one incident, what was found last first; those of drills, which are
// counted by themselves, behind. What is handled in one incident is one.
std::vector<RepeatPattern> repeatPatterns(const std::vector<const Incident*>& incidents);

} // namespace bongsu
