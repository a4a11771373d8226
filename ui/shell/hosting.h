// What windows see of an organisation that this very computer keeps, and of the drill in which to look
// around.
#pragma once

#include "domain/base/result.h"

#include <QObject>
#include <QStringList>

namespace bongsu {

enum class HostState {
    None,      // this computer keeps no organisation
    Starting,  // founding, or opening what is there
    Listening, // others can reach it
    Silent     // it keeps one, and nobody can reach it now
};

struct HostStatus {
    HostState state = HostState::None;
    QString listening{};            // "0.0.0.0:7400"
    QStringList addresses{};        // "host:port", as others reach it, the best first
    QString rootFolder{};           // while root keys still lie on this computer; else empty
    std::optional<Error> trouble{}; // why it is silent, or what did not go well
};

// The program's wiring has the real one.
class Hosting : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    virtual HostStatus status() const = 0;
    // Founds an organisation here and joins it under that name: answered by Connection::joined, or by failed.
    // Safe to repeat.
    virtual void found(const QString& organisation, const QString& person) = 0;
    // The relay here numbers nothing because this computer's clock jumped (trouble relay.clock), and a person
    // has looked at it: it is right.
    virtual void acceptClock() = 0;
    // Who is connected to this computer besides oneself, by name.
    virtual QStringList connected() const = 0;

    // Opens a throw-away organisation with a known incident in it, which no other computer can reach;
    // answered by a window of its own, or by failed.
    virtual void lookAround() = 0;
    virtual bool isDrill() const = 0;
    virtual void leaveDrill() = 0;

  Q_SIGNALS:
    void changed();
    void failed(const bongsu::Error& why);
};

} // namespace bongsu
