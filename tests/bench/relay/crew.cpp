#include "relay/crew.h"

#include "domain/base/hash.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace bongsu::bench {

namespace {

QString fileIn(const QString& folder) {
    return folder + QStringLiteral("/scene.json");
}

template <class Id>
Id idOf(const QJsonObject& scene, QLatin1String key) {
    return *Id::tryFromHex(scene[key].toString());
}

} // namespace

Ed25519Key memberKey(int number) {
    return Ed25519Key(*Seed::tryFrom(sha256({"bench member", QByteArray::number(number)})));
}

void keepScene(const QString& folder, const Scene& scene) {
    const QJsonObject json{{QStringLiteral("org"), scene.org.toHex()},
                           {QStringLiteral("relay"), scene.relay.toHex()},
                           {QStringLiteral("relayKey"), scene.relayKey.toHex()},
                           {QStringLiteral("pin"), scene.pin.toHex()},
                           {QStringLiteral("incident"), scene.incident.toHex()},
                           {QStringLiteral("members"), scene.members},
                           {QStringLiteral("port"), scene.port}};
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0) {
        qFatal("%s", qPrintable(file.errorString()));
    }
}

Scene sceneIn(const QString& folder) {
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    return {idOf<OrgId>(json, QLatin1String("org")),          idOf<DeviceId>(json, QLatin1String("relay")),
            idOf<PublicKey>(json, QLatin1String("relayKey")), idOf<TlsPin>(json, QLatin1String("pin")),
            idOf<LogId>(json, QLatin1String("incident")),     json[QLatin1String("members")].toInt(),
            quint16(json[QLatin1String("port")].toInt())};
}

} // namespace bongsu::bench
