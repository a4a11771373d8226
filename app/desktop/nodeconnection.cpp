#include "desktop/nodeconnection.h"

#include <QSysInfo>

namespace bongsu {

NodeConnection::NodeConnection(Node& node)
    : m_node(node), m_wasMember(isMember()), m_joining(node.joining()) {
    connect(&node, &Node::linkChanged, this, &Connection::changed);
    connect(&node, &Node::caughtUp, this, [this] {
        m_joining.reset();
        Q_EMIT changed();
        if (!std::exchange(m_wasMember, isMember()) && m_wasMember) {
            Q_EMIT joined();
        }
    });
    connect(&node, &Node::noRelay, this, [this](const Error& why) {
        Q_EMIT changed();
        if (m_joining) {
            Q_EMIT joinFailed(why);
        }
    });
    connect(&node.journal(), &Journal::ownEventChanged, this,
            [this](const LogId&, const EventId& event, OwnState state) {
                if (event == m_joining && state == OwnState::Refused) {
                    joinRefused();
                }
            });
}

void NodeConnection::joinRefused() {
    const EventId event = *std::exchange(m_joining, std::nullopt);
    m_node.disconnectFromRelay();
    for (const OwnEvent& own : m_node.journal().ownEvents()) {
        const auto record = own.event == event && own.refusal
                                ? decodeRefusal(own.refusal->bytes)
                                : Result<RefusalRecord>(refuse(refusal::notFound));
        if (record) {
            Q_EMIT joinFailed(Refusal{record->code});
        }
    }
}

LinkStatus NodeConnection::status() const {
    const auto state = m_node.link() == NodeLink::Up           ? LinkState::Up
                       : m_node.link() == NodeLink::Connecting ? LinkState::Connecting
                                                               : LinkState::Down;
    const auto relay = m_node.relayAddress();
    const auto& trouble = m_node.offerTrouble();
    return {state, relay ? toText(*relay) : QString(),
            trouble ? std::optional<Error>(*trouble) : m_node.linkError()};
}

bool NodeConnection::isMember() const {
    return m_node.journal().ledger().organisation().devices.contains(m_node.journal().device());
}

void NodeConnection::join(const QString& given, const QString& person) {
    m_reading = true;
    m_node.readInvite(given, [this, person](const Result<Invite>& invite) {
        m_reading = false;
        if (invite) {
            joinBy(*invite, person);
        } else {
            Q_EMIT joinFailed(invite.error());
        }
    });
}

void NodeConnection::joinBy(const Invite& invite, const QString& person) {
    const auto recorded = m_node.join(invite, person, QSysInfo::machineHostName());
    if (!recorded) {
        Q_EMIT joinFailed(recorded.error());
        return;
    }
    m_joining = recorded->event;
    m_node.connectToRelay(std::nullopt);
}

} // namespace bongsu
