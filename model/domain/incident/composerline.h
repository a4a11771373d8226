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

} // namespace bongsu
