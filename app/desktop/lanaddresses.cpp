#include "desktop/lanaddresses.h"

#include "domain/base/address.h"
#include "domain/base/limits.h"

#include <QNetworkInterface>
#include <QSysInfo>

#include <algorithm>

namespace bongsu {

namespace {

// Bridges of this computer's own guests: others cannot reach them.
bool isInside(const QString& interface) {
    static const QStringList prefixes{QStringLiteral("docker"), QStringLiteral("br-"), QStringLiteral("veth"),
                                      QStringLiteral("virbr"), QStringLiteral("vmnet")};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const QString& prefix) { return interface.startsWith(prefix); });
}

// A bare name is found by multicast DNS under .local.
QString ownName() {
    const QString name = QSysInfo::machineHostName().toLower();
    return name.contains(u'.') || name.isEmpty() ? name : name + QStringLiteral(".local");
}

} // namespace

QStringList lanAddresses() {
    QStringList near;
    QStringList inside;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack)) {
            continue;
        }
        for (const QNetworkAddressEntry& entry : interface.addressEntries()) {
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && !entry.ip().isLinkLocal()) {
                (isInside(interface.name()) ? inside : near) += entry.ip().toString();
            }
        }
    }
    QStringList all = near + inside;
    if (!all.isEmpty() && hostFromText(ownName())) {
        all += ownName();
    }
    return all.mid(0, limits::inviteAddresses);
}

} // namespace bongsu
