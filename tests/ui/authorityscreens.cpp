#include "ui/authorityscreens.h"

#include "ui/incidents/incidentpage.h"
#include "ui/outgoing/exportsheet.h"

#include <QLineEdit>

namespace bongsu {

void askAlert(Stage& stage) {
    stage.connectedNight();
    stage.incident();
    stage.press(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
}

void setAlert(Stage& stage) {
    askAlert(stage);
    stage.press(Qt::Key_Down);
    stage.press(Qt::Key_Down);
    stage.press(Qt::Key_Tab);
    stage.type(QString::fromUtf8("0220 과기정통부"));
    stage.press(Qt::Key_Return);
    stage.house().sync();
    stage.settle();
}

void openSitrep(Stage& stage) {
    stage.connectedNight();
    stage.incident();
    stage.press(Qt::Key_F5);
}

void callCommittee(Stage& stage) {
    stage.connectedNight();
    stage.incident();
    stage.press(Qt::Key_F9, Qt::ShiftModifier);
}

void openInspection(Stage& stage) {
    stage.keepOrganisation();
    stage.connectedNight();
    stage.incident();
    stage.press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
    // Whoever draws it, in whichever home.
    stage.incident().findChild<ExportSheet*>()->path().setText(
        QString::fromUtf8("/srv/bongsu/판교 데이터센터 화재 점검 자료.bongsu"));
}

} // namespace bongsu
