// A relay whose store holds no organisation yet: founding was broken off, or is still to come.
#include "sync/world.h"

#include "wiring/foundingrelay.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

constexpr int patience = 20'000; // ms

struct NoOwner final : RelaySessionOwner {
    bool sessionProven(RelaySession&) override { return true; }
    void sessionEnded(RelaySession&) override {}
};

} // namespace

class TestRelayNode final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_home = std::make_unique<QTemporaryDir>();
        const RelayFolder folder{m_home->path(), m_home->filePath(QStringLiteral("key"))};
        QVERIFY(RelayNode::create(folder, m_system));
        auto opened = RelayNode::open(folder, m_system);
        QVERIFY(opened);
        m_relay = std::move(*opened);
        bool hasStarted = false;
        m_relay->start([&](const Outcome& started) { hasStarted = started.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(hasStarted, patience);
    }
    void cleanup() {
        m_peer.reset();
        m_session.reset();
        m_relay.reset();
    }

    void aCallerBeforeTheFoundingIsTurnedAway() {
        call();
        m_peer->send(frame::Hello{{}, OrgId::zeros(), QString()});
        QTRY_COMPARE_WITH_TIMEOUT(m_peer->closedWith, std::optional(closecode::loginRefused), patience);
        QVERIFY(!m_peer->last<frame::Challenge>());
    }

    void aQuestionBeforeTheFoundingIsTurnedAway() {
        call();
        m_peer->send(frame::SpokenAsk{{}, Ed25519Key::generate(m_system.randomness).publicKey()});
        QTRY_COMPARE_WITH_TIMEOUT(m_peer->closedWith, std::optional(closecode::loginRefused), patience);
    }

    // Whoever called a moment too early, and speaks when there is one, is asked who they are like anybody.
    void theFoundingMayComeWhileSomebodyIsOnTheLine() {
        call();
        bool isFounded = false;
        foundAt(*m_relay, QStringLiteral("Office"), {{QStringLiteral("127.0.0.1"), 7400}},
                [&](const Outcome& founded) { isFounded = founded.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(isFounded, patience);
        m_peer->send(frame::Hello{{}, *m_relay->sequencer().ledger().organisation().id, QString()});
        QTRY_VERIFY_WITH_TIMEOUT(m_peer->last<frame::Challenge>(), patience);
    }

  private:
    void call() {
        const auto soon = [this](std::function<void()> deliver) {
            QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
        };
        auto [near, far] = LoopbackLink::pair(soon);
        m_session = m_relay->serve(std::move(far), m_owner);
        m_peer = std::make_unique<RawPeer>(std::move(near));
    }

    System m_system;
    NoOwner m_owner;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<RelayNode> m_relay;
    std::unique_ptr<RelaySession> m_session;
    std::unique_ptr<RawPeer> m_peer;
};

QTEST_GUILESS_MAIN(TestRelayNode)
#include "test_relaynode.moc"
