// The closed vocabularies of looking back: what was found, what is to be done about it, and what was signed.
#pragma once

#include "domain/event/words.h"

namespace bongsu {

// What becomes of a step or an action. Confirmed: a second person has seen that it is done.
enum class WorkOutcome { Done = 1, Confirmed, Dropped, Reopened, Last = Reopened };

// A factor made it happen or made it worse; the others are what a team learns from: what went well, what went
// wrong, where it was only lucky, and what surprised people at the time.
enum class FindingKind { Factor = 1, Well, Wrong, Lucky, Surprised, Last = Surprised };

// Where a factor lies: the five areas of a review after an outage, and how people are organised.
enum class ReviewArea {
    DataCentre = 1,
    Facilities,
    Data,
    Platform,
    Application,
    Organisation,
    Last = Organisation
};

enum class ActionKind { Prevent = 1, Detect, Respond, Recover, Last = Recover };

// 단기, 중장기.
enum class ActionTerm { Short = 1, Long, Last = Long };

// What of a service is looked at before an incident is closed: whether customers' data is whole and nobody
// saw it who must not, and whether an opening was left for attackers.
enum class SafetyAspect { CustomerData = 1, Security, Last = Security };
enum class SafetyFinding { Clean = 1, Affected, Last = Affected };

// For whom a section is: whoever writes the retrospective, the organisation, anybody.
enum class OpenTo { Authors = 1, Organisation, Everybody, Last = Everybody };

enum class RetroForm { Full = 1, Public, Plan, Result, Last = Result };

template <>
struct Words<WorkOutcome> {
    static constexpr std::array all{"done", "confirmed", "dropped", "reopened"};
};
template <>
struct Words<FindingKind> {
    static constexpr std::array all{"factor", "well", "wrong", "lucky", "surprised"};
};
template <>
struct Words<ReviewArea> {
    static constexpr std::array all{"datacentre", "facilities",  "data",
                                    "platform",   "application", "organisation"};
};
template <>
struct Words<ActionKind> {
    static constexpr std::array all{"prevent", "detect", "respond", "recover"};
};
template <>
struct Words<ActionTerm> {
    static constexpr std::array all{"short", "long"};
};
template <>
struct Words<SafetyAspect> {
    static constexpr std::array all{"customer_data", "security"};
};
template <>
struct Words<SafetyFinding> {
    static constexpr std::array all{"clean", "affected"};
};
template <>
struct Words<OpenTo> {
    static constexpr std::array all{"authors", "organisation", "everybody"};
};
template <>
struct Words<RetroForm> {
    static constexpr std::array all{"full", "public", "plan", "result"};
};

} // namespace bongsu
