// What a person typed into the composer: the time they mean, the kind of line, and the words that are left.
#pragma once

#include "domain/base/moment.h"

#include <QString>

#include <optional>

namespace bongsu {

enum class ComposedKind { Note, Call, Request, Decision, Notice };

struct ComposerLine {
    ComposedKind kind = ComposedKind::Note;
    std::optional<Moment> occurredAt; // nothing: now
    QString text;                     // NFC; empty where only a time or a kind was typed

    friend bool operator==(const ComposerLine&, const ComposerLine&) = default;
};

// Takes "1519 …", "15:19 …", "yesterday 2350 …" and "decision: …", "notice: …", "request: …", "call: …" from
// the front, each in either language whatever the window speaks, time and kind in either order. `utcOffset`
// is what the wall clock is ahead of UTC. Before noon a time that is later than now means yesterday; later in
// the day it is left in the text, because nothing that is to come has happened. A clock that is five minutes
// behind does not turn "now" into yesterday.
ComposerLine parseComposerLine(QStringView typed, Moment now, std::chrono::minutes utcOffset);

// A time to come: "1730", "17:30", "tomorrow 0900", "+90" (minutes from now), and nothing else. A time of day
// that is over means tomorrow's.
std::optional<Moment> parseComingTime(QStringView typed, Moment now, std::chrono::minutes utcOffset);

// A line that is one digit, 1 to 9: nobody records that, so it may stand for something else.
std::optional<int> digitAlone(QStringView typed);

// What was typed where an incident is declared: the line of a composer, or that of an outage which is over.
struct DeclaredLine {
    std::optional<Moment> began; // nothing: now
    std::optional<Moment> ended; // never before `began`; nothing: it goes on
    QString text;                // NFC

    friend bool operator==(const DeclaredLine&, const DeclaredLine&) = default;
};

// Takes "1344-1350 ...", "13:44~13:50 ...", "yesterday 2350-0010 ..." from the front, in either language; an
// end below the beginning is the next day's. A span whose end lies ahead is none and stays in the text: it is
// a plan or a telephone number. Everything else as parseComposerLine.
DeclaredLine parseDeclaredLine(QStringView typed, Moment now, std::chrono::minutes utcOffset);

} // namespace bongsu
