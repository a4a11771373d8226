#include "desktop/nodehosting.h"

namespace bongsu {

namespace {

HostState stateOf(OwnRelay::State state) {
    switch (state) {
    case OwnRelay::State::Starting:
        return HostState::Starting;
    case OwnRelay::State::Listening:
        return HostState::Listening;
    case OwnRelay::State::Silent:
        return HostState::Silent;
    case OwnRelay::State::None:
        break;
    }
    return HostState::None;
}

} // namespace

NodeHosting::NodeHosting(Node& node, NodeConnection& connection, OwnRelay& relay)
    : m_node(node), m_connection(connection), m_relay(relay) {
    connect(&relay, &OwnRelay::changed, this, [this] {
        m_node.setNearRelay(m_relay.near());
        Q_EMIT changed();
    });
}

HostStatus NodeHosting::status() const {
    QStringList addresses;
    for (const Address& address : m_relay.advertised()) {
        addresses += toText(address);
    }
    return {stateOf(m_relay.state()), m_relay.listening(), addresses, m_relay.rootFolder(),
            m_relay.trouble()};
}

// By the ordinary way: the relay listens, root invites an admin, and this desktop joins with that invite.
void NodeHosting::found(const QString& organisation, const QString& person) {
    m_relay.found(organisation, [this, person](const Result<QString>& invite) {
        if (invite) {
            m_connection.join(*invite, person);
        } else {
            Q_EMIT failed(invite.error());
        }
    });
}

QStringList NodeHosting::connected() const {
    return m_relay.connectedBesides(m_node.journal().device());
}

} // namespace bongsu
