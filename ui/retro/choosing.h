// What questions about looking back have in common: whom to choose from, and a day to come in a line.
#pragma once

#include "ui/board/choicesheet.h"
#include "ui/shell/windowparts.h"

namespace bongsu {

// Oneself first. The options stand beside the persons; `nobody` may be chosen, too.
struct PeopleOffered {
    std::vector<std::optional<PersonId>> persons;
    std::vector<Question::Option> options;
};
PeopleOffered peopleOffered(const Journal& journal, const std::optional<PersonId>& chosen, bool nobody);

// The end of the day that a line names, on this computer's clock. Nothing is due where it is empty.
struct DueTyped {
    bool isWrong = false;
    std::optional<Moment> due{};
};
DueTyped dueTyped(const QString& line, Moment now);
QString dueTrouble(); // how a day is written
// As such a line has it: "2022-11-30".
QString dueLine(const std::optional<Moment>& due);

} // namespace bongsu
