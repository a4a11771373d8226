#include "keychain/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace bongsu {

namespace {

const QString serviceName = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");
// In memory only: what lies there is gone with the session.
const QString volatileCollection = QStringLiteral("/org/freedesktop/secrets/collection/session");

// Without either of these the library would start a bus of its own, with nobody on it.
bool hasSession() {
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR") &&
            QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus")));
}

// There the library asks KWallet by its own protocol, of which nothing is known here: decision 012.
bool isPlasma() {
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(QStringLiteral("KDE")) ||
           !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
}

QDBusMessage question(const QString& path, const QString& interface, const QString& method,
                      const QVariantList& arguments) {
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

void SecretService::ask(std::function<void(KeyStoreState)> told) {
    if (!hasSession() || isPlasma() || !QDBusConnection::sessionBus().isConnected()) {
        told(KeyStoreState::Away);
        return;
    }
    const auto asked = QDBusConnection::sessionBus().asyncCall(
        question(servicePath, QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"),
                 {QStringLiteral("default")}),
        answersWithinMs);
    auto* watcher = new QDBusPendingCallWatcher(asked, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, told = std::move(told)] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> answer = *watcher;
        const QString collection = answer.isError() ? QString() : answer.value().path();
        if (collection.size() > 1 && collection != volatileCollection) {
            askWhetherLocked(collection, told);
        } else {
            told(KeyStoreState::Away); // "/": there is no default collection
        }
    });
}

void SecretService::askWhetherLocked(const QString& collection, std::function<void(KeyStoreState)> told) {
    const auto asked = QDBusConnection::sessionBus().asyncCall(
        question(collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                 {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")}),
        answersWithinMs);
    auto* watcher = new QDBusPendingCallWatcher(asked, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, told = std::move(told)] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> answer = *watcher;
        if (answer.isError()) {
            told(KeyStoreState::Away);
        } else {
            told(answer.value().variant().toBool() ? KeyStoreState::Locked : KeyStoreState::Ready);
        }
    });
}

} // namespace bongsu
