#include "ui/learningscreens.h"

#include "ui/incidents/incidentpage.h"

namespace bongsu {

namespace {

void lookBack(Stage& stage) {
    stage.connectedNight();
    stage.incident();
    stage.press(Qt::Key_H, Qt::ControlModifier);
    for (int step = 0; step < 6; ++step) {
        stage.press(Qt::Key_Left);
    }
    stage.settle();
}

void openMeasures(Stage& stage) {
    stage.connectedNight();
    stage.incident();
    stage.press(Qt::Key_M, Qt::ControlModifier);
    stage.settle();
}

} // namespace

std::vector<Screen> learningScreens() {
    return {{"past", lookBack}, {"measures", openMeasures}};
}

} // namespace bongsu
