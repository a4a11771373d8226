// The window's way to invites, over a Node.
#pragma once

#include "ui/shell/inviting.h"
#include "wiring/node.h"

namespace bongsu {

class NodeInviting : public Inviting {
  public:
    explicit NodeInviting(Node& node) : m_node(node) {}

    Result<InviteGiven> invite(const InviteAsked& asked) override;
    bool isRecorded() const override;

  private:
    Node& m_node;
    std::optional<EventId> m_newest;
};

} // namespace bongsu
