// The window's view of the organisation that this computer keeps, over an OwnRelay.
#pragma once

#include "desktop/nodeconnection.h"
#include "ui/shell/hosting.h"
#include "wiring/ownrelay.h"

namespace bongsu {

class NodeHosting : public Hosting {
    Q_OBJECT

  public:
    NodeHosting(Node& node, NodeConnection& connection, OwnRelay& relay);

    HostStatus status() const override;
    void found(const QString& organisation, const QString& person) override;
    void acceptClock() override { m_relay.acceptClock(); }
    QStringList connected() const override;
    void lookAround() override { Q_EMIT drillAsked(); }
    bool isDrill() const override { return false; }
    void leaveDrill() override {}

  Q_SIGNALS:
    // Whoever holds the windows opens it, or says by failed() why not.
    void drillAsked();

  private:
    Node& m_node;
    NodeConnection& m_connection;
    OwnRelay& m_relay;
};

} // namespace bongsu
