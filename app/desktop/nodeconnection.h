// The window's view of the connection, over a Node.
#pragma once

#include "ui/shell/connection.h"
#include "wiring/node.h"

namespace bongsu {

class NodeConnection : public Connection {
    Q_OBJECT

  public:
    explicit NodeConnection(Node& node);

    LinkStatus status() const override;
    bool isMember() const override;
    bool isJoining() const override { return m_joining.has_value() || m_reading; }
    void join(const QString& given, const QString& person) override;

  private:
    void joinBy(const Invite& invite, const QString& person);
    void joinRefused();

    Node& m_node;
    bool m_wasMember;
    bool m_reading = false;           // the relay is asked what the words of an invite cannot carry
    std::optional<EventId> m_joining; // the event whose verdict is waited for
};

} // namespace bongsu
