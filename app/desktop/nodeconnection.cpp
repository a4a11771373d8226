#include "desktop/nodeconnection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

namespace bongsu {

namespace {

constexpr const char* askedSetting = "joining"; // [given, person]

QByteArray encode(const JoinRequest& asked) {
    return QJsonDocument(QJsonArray{asked.given, asked.person}).toJson(QJsonDocument::Compact);
}

std::optional<JoinRequest> decode(const QByteArray& bytes) {
    const QJsonArray parts = QJsonDocument::fromJson(bytes).array();
    return parts.size() == 2 ? std::optional(JoinRequest{parts[0].toString(), parts[1].toString()})
                             : std::nullopt;
}

// No other answer will come: asking again is for a person.
bool isFinal(const Error& why) {
    return std::holds_alternative<Refusal>(why) || codeOf(why) == failure::wrongPin ||
           codeOf(why) == failure::protocol;
}

} // namespace

NodeConnection::NodeConnection(Node& node)
    : m_node(node), m_wasMember(isMember()), m_asked(decode(node.journal().setting(askedSetting))),
      m_joining(node.joining()), m_backoff(node.system().randomness), m_again(node.system().timers) {
    connect(&node, &Node::linkChanged, this, &Connection::changed);
    connect(&node, &Node::caughtUp, this, [this] {
        m_joining.reset();
        Q_EMIT changed();
        if (isMember()) {
            setAsked(std::nullopt);
        }
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
    if (m_wasMember) {
        setAsked(std::nullopt); // it was answered, and the program ended before that was on the disk
    } else if (m_asked && !m_joining) {
        m_again.set(Millis(0), [this] { ask(); }); // the program ended before the relay was there
    }
}

void NodeConnection::setAsked(const std::optional<JoinRequest>& asked) {
    if (m_asked != asked) {
        m_asked = asked;
        m_node.journal().setSetting(askedSetting, asked ? encode(*asked) : QByteArray());
    }
}

void NodeConnection::failJoining(const Error& why) {
    if (isFinal(why)) {
        setAsked(std::nullopt);
    }
    Q_EMIT joinFailed(why);
}

void NodeConnection::joinRefused() {
    const EventId event = *std::exchange(m_joining, std::nullopt);
    m_node.disconnectFromRelay();
    for (const OwnEvent& own : m_node.journal().ownEvents()) {
        const auto record = own.event == event && own.refusal
                                ? decodeRefusal(own.refusal->bytes)
                                : Result<RefusalRecord>(refuse(refusal::notFound));
        if (record) {
            failJoining(Refusal{record->code});
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
            trouble ? std::optional<Error>(*trouble) : m_node.linkError(), m_node.certificateWarning(),
            m_node.numberingStopped()};
}

bool NodeConnection::isMember() const {
    return m_node.journal().ledger().organisation().devices.contains(m_node.journal().device());
}

void NodeConnection::join(const QString& given, const QString& person) {
    setAsked(JoinRequest{given, person});
    m_backoff.reset();
    ask();
}

void NodeConnection::ask() {
    m_again.stop();
    m_node.readInvite(m_asked->given, [this](const Result<Invite>& invite) {
        if (invite) {
            joinBy(*invite);
            return;
        }
        if (!isFinal(invite.error())) {
            m_again.set(m_backoff.next(), [this] { ask(); });
        }
        failJoining(invite.error());
    });
}

void NodeConnection::joinBy(const Invite& invite) {
    const auto recorded = m_node.join(invite, m_asked->person, QSysInfo::machineHostName());
    if (!recorded) {
        failJoining(recorded.error());
        return;
    }
    m_joining = recorded->event;
    m_node.connectToRelay(std::nullopt);
}

} // namespace bongsu
