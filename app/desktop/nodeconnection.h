// The window's view of the connection, over a Node.
#pragma once

#include "sync/backoff.h"
#include "ui/shell/connection.h"
#include "wiring/node.h"

namespace bongsu {

class NodeConnection : public Connection {
    Q_OBJECT

  public:
    explicit NodeConnection(Node& node);

    LinkStatus status() const override;
    bool isMember() const override;
    bool isJoining() const override { return m_joining.has_value() || m_asked.has_value(); }
    std::optional<JoinRequest> joinRequest() const override { return m_asked; }
    void join(const QString& given, const QString& person) override;

  private:
    void ask();
    void joinBy(const Invite& invite);
    void joinRefused();
    void setAsked(const std::optional<JoinRequest>& asked);
    void failJoining(const Error& why);

    Node& m_node;
    bool m_wasMember;
    std::optional<JoinRequest> m_asked; // kept in the home until there is an answer
    std::optional<EventId> m_joining;   // the event whose verdict is waited for
    Backoff m_backoff;                  // of asking a relay that is not there
    Alarm m_again;
};

} // namespace bongsu
