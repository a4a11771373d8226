// What a window is told of things that stand outside it, where a test looks at the window alone: an
// organisation kept here, and invites that are always the same.
#pragma once

#include "ui/shell/hosting.h"
#include "ui/shell/inviting.h"

#include "domain/base/address.h"

namespace bongsu {

class HandHosting : public Hosting {
    Q_OBJECT

  public:
    HostStatus status() const override {
        return {HostState::Listening,
                QStringLiteral("0.0.0.0:7400"),
                {QStringLiteral("192.0.2.7:7400"), QStringLiteral("198.51.100.7:7400")},
                QStringLiteral("/var/lib/bongsu/root"),
                std::nullopt};
    }
    void found(const QString&, const QString&) override {}
    void acceptClock() override {}
    QStringList connected() const override {
        return {QStringLiteral("김하늘"), QStringLiteral("박도윤"), QStringLiteral("최서연")};
    }
    void lookAround() override {}
    bool isDrill() const override { return false; }
    void leaveDrill() override {}
};

class HandInviting : public Inviting {
  public:
    Result<InviteGiven> invite(const InviteAsked&) override {
        return InviteGiven{QStringLiteral("bongsu://relay.example:7443/#") + QString(120, u'k'),
                           SpokenInvite{*addressFromText(QStringLiteral("192.0.2.7:7400")),
                                        SpokenCode{{7, 31, 64, 99, 120, 151, 200, 250}}},
                           true};
    }
    bool isRecorded() const override { return true; }
};

} // namespace bongsu
