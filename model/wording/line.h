// An entry as one line that people read: in the timeline, the command line's log and exports.
#pragma once

#include "domain/event/event.h"
#include "domain/event/facts.h"
#include "domain/event/text.h"
#include "domain/log/texts.h"

#include <QString>

#include <functional>

namespace bongsu {

// What ids are called, asked while a line is made. A function may be left out; what has no name is shown by
// the first eight digits of its id.
struct Naming {
    std::function<std::optional<QString>(const PersonId&)> person{};
    std::function<std::optional<QString>(const DeviceId&)> device{};
    std::function<std::optional<QString>(const LogId&)> incident{}; // its title
    std::function<std::optional<QString>(const EventId&)> entry{};  // "#15"
    // What is to be done: the words of the task at this place of a tasks.added.
    std::function<std::optional<QString>(const EventId&, quint64)> task{};
    // A member of the committee: the name at this place of a committee.called, or of the one of a motion.
    std::function<std::optional<QString>(const EventId&, quint64)> member{};
    std::function<std::optional<QString>(const EventId&)> motion{}; // what it asks
};

// The same with what texts tell: tasks, members, motions. `texts` outlives it.
Naming withTexts(Naming naming, const Texts& texts);

// What an entry tells. All outlive the call.
struct Told {
    const Facts& facts;
    QByteArrayView kind; // as in its header: names what this program does not know
    TextPart::State textState = TextPart::State::None;
    const Text* text = nullptr; // null where it is not present, or cannot be read
    std::optional<PersonId> author{};
    std::optional<Moment> at{}; // when it was written: a time of the same day is told without its day
};

// The text of a part, as lines need it: nothing where it is not present or cannot be read.
std::optional<Text> readableText(const TextPart& part);

// What people wrote as one line: without line breaks and without what steers a terminal or the reading
// direction.
QString oneLine(const QString& words);

// In the language installed, without a line break, never empty: "Decision: letters first".
QString lineOf(const Told& told, const Naming& naming);

// What stands below the line, "" where nothing does: a decision's basis and the options not taken.
QString detailOf(const Told& told);

} // namespace bongsu
