#include "ui/linescreens.h"

#include "ui/board/epochacts.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/bars.h"
#include "ui/shell/mainwindow.h"

namespace bongsu {

namespace {

void askWithAnOldInvite(Stage& stage) {
    stage.notYetIn();
    stage.type(QString::fromUtf8("bongsu://relay.example:7443/#abc"));
    stage.press(Qt::Key_Return);
    stage.type(QString::fromUtf8("이수민"));
    stage.press(Qt::Key_Return);
    Q_EMIT stage.desk().connection.joinFailed(Refusal{refusal::inviteExpired});
}

void seeOldCertificate(Stage& stage) {
    stage.connectedNight();
    LinkStatus link = stage.desk().connection.status();
    link.certificate =
        CertificateWarning{CertificateWarning::Kind::EndsSoon, *momentFromIso(u"2022-11-02T12:00:00+09:00")};
    stage.desk().connection.set(link);
}

void seeRelayBehind(Stage& stage) {
    stage.connectedNight();
    LinkStatus link = stage.desk().connection.status();
    link.numbering = Failure{failure::stopped};
    link.trouble = *link.numbering;
    stage.desk().connection.set(link);
}

// Declared here, and not yet taken by the relay.
void awaitDeclaredEpoch(Stage& stage) {
    seeRelayBehind(stage);
    stage.desk().journal->declareEpoch(QString());
    stage.settle();
}

void declareEpoch(Stage& stage) {
    seeRelayBehind(stage);
    stage.window().epochs().ask(stage.window().incidentsPage().bars().epochCall());
    stage.settle();
}

} // namespace

std::vector<Screen> lineScreens() {
    return {{"join-refused", askWithAnOldInvite},
            {"incidents-certificate", seeOldCertificate},
            {"incidents-relay-behind", seeRelayBehind},
            {"incidents-epoch-on-its-way", awaitDeclaredEpoch},
            {"epoch", declareEpoch}};
}

} // namespace bongsu
