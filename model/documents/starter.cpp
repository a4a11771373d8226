#include "documents/starter.h"

#include <QFile>

// Outside any namespace, as Qt asks. A static library's resources are linked in only where somebody names
// them.
static void nameStarters() {
    Q_INIT_RESOURCE(starters);
}

namespace bongsu {

namespace {

QByteArray contentOf(const QString& name) {
    nameStarters();
    QFile file(QStringLiteral(":/bongsu/starter/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray starterCatalogue() {
    return contentOf(QStringLiteral("services.yaml"));
}

QByteArray starterCommittee() {
    return contentOf(QStringLiteral("committee.yaml"));
}

QByteArray starterChannels() {
    return contentOf(QStringLiteral("channels.yaml"));
}

QByteArray starterNotices() {
    return contentOf(QStringLiteral("notices.yaml"));
}

QByteArray starterFirstNotice() {
    return contentOf(QStringLiteral("firstnotice.yaml"));
}

QByteArray starterDuties() {
    return contentOf(QStringLiteral("duties.yaml"));
}

QByteArray starterRetrospective() {
    return contentOf(QStringLiteral("retrospective.yaml"));
}

QByteArray starterManual(QStringView failureType) {
    // A key may hold anything, and this is part of a path.
    for (const QChar c : failureType) {
        if (!(c >= u'a' && c <= u'z') && c != u'-') {
            return {};
        }
    }
    return contentOf(QStringLiteral("manual-%1.yaml").arg(failureType));
}

} // namespace bongsu
