#include "wiring/system.h"

#include "domain/base/hash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace bongsu {

QString keyFileOf(const QString& folder, const QString& unlock) {
    if (!unlock.isEmpty()) {
        return unlock;
    }
    const QString credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (!credentials.isEmpty() && QFileInfo::exists(credentials + QStringLiteral("/bongsu.key"))) {
        return credentials + QStringLiteral("/bongsu.key");
    }
    return usualKeyFileOf(folder);
}

QString usualKeyFileOf(const QString& folder) {
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QByteArray name = taggedHash("home", {canonical.toUtf8()}).toHex().left(24);
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/bongsu/keys/") + QString::fromLatin1(name) + QStringLiteral(".key");
}

Result<std::monostate> makeFolder(const QString& path) {
    const bool isNew = !QFileInfo::exists(path);
    if (!QDir().mkpath(path)) {
        return fail(failure::disk, path.toUtf8());
    }
    if (isNew) {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return std::monostate{};
}

} // namespace bongsu
