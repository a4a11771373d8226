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

} // namespace bongsu
