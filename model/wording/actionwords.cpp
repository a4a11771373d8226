#include "wording/actionwords.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

} // namespace

QString nameOf(ActionState state) {
    switch (state) {
    case ActionState::Open:
        return translate("ActionState", "open");
    case ActionState::DueSoon:
        return translate("ActionState", "due soon");
    case ActionState::Overdue:
        return translate("ActionState", "overdue");
    case ActionState::Done:
        return translate("ActionState", "done, to be confirmed by a second person");
    case ActionState::Confirmed:
        return translate("ActionState", "confirmed");
    case ActionState::Dropped:
        return translate("ActionState", "dropped");
    }
    return QStringLiteral("?");
}

QString originOf(const ActionStatus& action) {
    return isOrdered(action) ? translate("ActionRegister", "ordered by an authority")
                             : translate("ActionRegister", "the company's own");
}

} // namespace bongsu
