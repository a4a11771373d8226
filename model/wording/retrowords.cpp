#include "wording/retrowords.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

} // namespace

QString nameOf(StepState state) {
    switch (state) {
    case StepState::Waiting:
        return translate("StepState", "waits for the end of the outage");
    case StepState::Open:
        return translate("StepState", "to be done");
    case StepState::Overdue:
        return translate("StepState", "overdue");
    case StepState::Done:
        return translate("StepState", "done, to be confirmed by a second person");
    case StepState::Finished:
        return translate("StepState", "done");
    case StepState::Confirmed:
        return translate("StepState", "confirmed");
    case StepState::Dropped:
        return translate("StepState", "dropped");
    }
    return QStringLiteral("?");
}

} // namespace bongsu
