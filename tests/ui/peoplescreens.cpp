#include "ui/peoplescreens.h"

namespace bongsu {

namespace {

void openConnectedNight(Stage& stage) {
    stage.connectedNight();
    stage.incident();
}

} // namespace

void openReadiness(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
}

void readManual(Stage& stage) {
    openReadiness(stage);
    stage.press(Qt::Key_Return);
}

void openHandover(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
}

void openPeople(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
}

void writeContacts(Stage& stage) {
    openPeople(stage);
    stage.press(Qt::Key_Return); // oneself
    stage.settle();              // the next question comes when this one has closed
    stage.press(Qt::Key_Return);
    stage.settle();
}

void openTasks(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_F6);
}

void fillSeat(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_1, Qt::AltModifier);
}

void openRoles(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_F4, Qt::ShiftModifier);
}

// The first company hung, the second one took it.
void seePages(Stage& stage) {
    const Story& story = stage.connectedNight();
    const QString seat = QStringLiteral("recovery");
    const auto page = [&](const char* channel, PageState state, const char* cause) {
        const Journal& journal = *stage.desk().journal;
        const EventId call = journal.incident(story.incident)->seats.at(seat).called->by;
        const QString key = QString::fromLatin1(channel);
        stage.house().relayRecords(story.incident, PageBegun{key, {PageItem{.seat = seat, .call = call}}});
        const auto& pages = journal.incident(story.incident)->pages.at({.seat = seat});
        PageResult result{.state = state};
        if (*cause != '\0') {
            result.cause = QString::fromLatin1(cause);
        }
        stage.house().relayRecords(story.incident, PageTold{pages.channels.at(key).begun, {result}});
    };
    page("page-sms", PageState::Unknown, "timeout");
    page("page-sms-2", PageState::Sent, "");
    stage.incident();
    stage.press(Qt::Key_F4, Qt::ShiftModifier);
    stage.press(Qt::Key_Home); // it opens at one's own
    stage.press(Qt::Key_Down);
    stage.press(Qt::Key_Down);
}

} // namespace bongsu
