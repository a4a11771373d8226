#include "ui/linescreens.h"

namespace bongsu {

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

} // namespace bongsu
