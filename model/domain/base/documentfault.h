// What is wrong with a file that people wrote by hand: a catalogue, a manual, a roster. A sentence for each
// stands in wording/documentfault.h.
#pragma once

#include <QString>

namespace bongsu {

// `word` and `other` of the fault, where it has them, in parentheses.
enum class FaultCode {
    // The file
    TooLarge = 1,     // (the most bytes)
    NotUtf8,          // from here on
    ControlCharacter, // (its code)
    TabIndentation,
    // YAML
    Unreadable,
    Unclosed, // a quotation mark or a bracket
    SeveralDocuments,
    AfterTheEnd, // something behind what is already complete
    Alias,       // an anchor or an alias
    Tag,
    KeyNotText,
    DoubledKey, // (the key, the line of the first)
    TooDeep,    // (how many levels there may be)
    TooMany,    // (how many values, or how many of a list there may be)
    TooLong,    // (how many bytes a value may have)
    // What stands under which key
    UnknownKey, // (the key, one that is near or nothing)
    MissingKey, // (the key)
    EmptyValue, // (the key), as in the next four
    TextExpected,
    LanguagesExpected, // a text, or one for each language
    ListExpected,
    MapExpected,
    HolderExpected, // a name, a seat or a department
    NotAKey,        // (what stands there)
    NotANumber,     // (what stands there, the range)
    OutOfRange,     // (what stands there, the range)
    NotADate,       // (what stands there)
    NotYesOrNo,     // (what stands there)
    UnknownVersion, // (what stands there, the version known)
    // What one thing says of another; (the key, one that is near or nothing)
    UnknownSite,
    UnknownDepartment,
    UnknownGroup,
    UnknownService,
    UnknownSeat,
    Doubled,       // (the key, the line of the first)
    NeedsCircle,   // (a → b → a)
    ReportsCircle, // the same
    HoldersCircle, // the same
    CommanderMissing,
    CommanderReports,
    // Channels and what is said on them
    NotOneOf,         // (what stands there, the words that may)
    SecretWritten,    // (the setting)
    UnknownChannel,   // (the key, one that is near or nothing)
    FallbackCircle,   // (a → b → a)
    NotForPages,      // (the channel): neither text messages nor mail
    UnknownPlace,     // (what stands between {{ and }}, one that is near or nothing)
    PlaceUnclosed,    // (the place)
    PlaceUnopened,    // (the place)
    PlaceUnread,      // (the form)
    NothingStays,     // no sentence of rank 1
    DisclosureUntold, // no text for users tells all that must be told
    ContactUntold,    // a text that claims to say where to ask, and has no place for it
    // A roster, as iCalendar
    NotACalendar,
    ComponentUnclosed,  // (what begins and does not end, or ends and did not begin)
    PropertyUnreadable, // (its name, what stands there)
    UnknownZone,        // (the name of the time zone)
    NotForwards,        // what ends when it begins, or before
    TwoEnds,            // DTEND and DURATION
    RuleUnreadable,     // (the rule)
    RuleTooLong,        // (how many steps there may be)
    RangeOverride,      // one exception for all that follow
    TooManyShifts,      // (how many there may be)
    // Not a fault itself: (how many there are behind those said)
    More,
    Last = More
};

// The command line's word for it, never translated: "unknown_key".
const char* wordOf(FaultCode code);

struct DocumentFault {
    int line = 1;   // from 1
    int column = 1; // from 1, in characters
    FaultCode code{};
    QString word{};
    QString other{};
    friend bool operator==(const DocumentFault&, const DocumentFault&) = default;
};

} // namespace bongsu
