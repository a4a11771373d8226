// What windows see of the connection: whether there is one, to whom, why not; and joining by an invite.
#pragma once

#include "domain/base/certificate.h"
#include "domain/base/result.h"

#include <QObject>

namespace bongsu {

enum class LinkState { Down, Connecting, Up };

struct LinkStatus {
    LinkState state = LinkState::Down;
    QString relay{};                // "host:port"; empty where none is known
    std::optional<Error> trouble{}; // why the last attempt ended; while Up: why nothing is recorded
    std::optional<CertificateWarning> certificate{}; // while Up: the relay's needs somebody's hand
    std::optional<Failure> numbering{};              // while Up: why the relay records nothing of anybody's
};

// What somebody was given, and the name they join under.
struct JoinRequest {
    QString given;
    QString person;
    friend bool operator==(const JoinRequest&, const JoinRequest&) = default;
};

// The program's wiring has the real one.
class Connection : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    virtual LinkStatus status() const = 0;
    // This device belongs to an organisation, or has asked to: the first page is no longer needed.
    virtual bool isMember() const = 0;
    // Joining was begun, now or before the program ended the last time, and waits for the relay.
    virtual bool isJoining() const { return false; }
    // What was confirmed and is not answered yet, after a crash too. Nothing where nothing was.
    virtual std::optional<JoinRequest> joinRequest() const { return std::nullopt; }
    // Joins under that name by an invite's line, or by "host:port" and eight words; answered by joined or
    // joinFailed. Safe to repeat. What only the relay is missing for goes on by itself: isJoining().
    virtual void join(const QString& given, const QString& person) = 0;

  Q_SIGNALS:
    void changed(); // status
    void joined();
    void joinFailed(const bongsu::Error& why);
};

} // namespace bongsu
