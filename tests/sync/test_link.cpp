#include "sync/loopbacklink.h"

#include <QTest>

#include <deque>

using namespace bongsu;

namespace {

struct Recorder final : LinkReceiver {
    void messageArrived(const QByteArray& message) override { got += message; }
    void linkDrained() override { ++drained; }
    void linkClosed(int code, const QString& reason) override {
        got += "[" + QByteArray::number(code) + " " + reason.toUtf8() + "]";
    }
    QByteArray got;
    int drained = 0;
};

} // namespace

class TestLink final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        const auto later = [this](std::function<void()> call) { m_waiting.push_back(std::move(call)); };
        std::tie(m_one, m_other) = LoopbackLink::pair(later, later);
        m_waiting.clear(); // the links of the test before end here
        m_left = {};
        m_right = {};
        m_one->setReceiver(&m_left);
        m_other->setReceiver(&m_right);
    }

    void messagesArriveInOrderWhenTheSchedulerSaysSo() {
        m_one->send("a");
        m_one->send("b");
        QCOMPARE(m_right.got, QByteArray());
        QCOMPARE(m_one->queuedBytes(), qsizetype(2));
        deliverAll();
        QCOMPARE(m_right.got, QByteArray("ab"));
        QCOMPARE(m_one->queuedBytes(), qsizetype(0));
        QCOMPARE(m_left.drained, 2);
    }

    void aSchedulerMayDropAndRepeat() {
        m_one->send("a");
        m_one->send("b");
        m_waiting.pop_front();
        QCOMPARE(m_one->queuedBytes(), qsizetype(1));
        const auto repeated = m_waiting.front();
        deliverAll();
        repeated();
        QCOMPARE(m_right.got, QByteArray("bb"));
        QCOMPARE(m_one->queuedBytes(), qsizetype(0));
    }

    void closeComesBehindWhatWasSentAndOnce() {
        m_one->send("a");
        m_one->close(4400, QStringLiteral("why"));
        m_one->close(1000, QString());
        m_one->send("never");
        m_other->send("too late");
        QCOMPARE(m_left.got, QByteArray());
        deliverAll();
        QCOMPARE(m_right.got, QByteArray("a[4400 why]"));
        QCOMPARE(m_left.got, QByteArray("[4400 why]"));
    }

    void aCutLosesWhatIsUnderWay() {
        m_one->send("a");
        m_one->cut();
        deliverAll();
        QCOMPARE(m_right.got, QByteArray("[1006 ]"));
        QCOMPARE(m_left.got, QByteArray("[1006 ]"));
    }

    void anEndThatGoesAwayCutsTheOther() {
        m_one->send("a");
        m_one.reset();
        deliverAll();
        QCOMPARE(m_right.got, QByteArray("[1006 ]"));
    }

    void anEndThatSaidGoodbyeMayGoAway() {
        m_one->send("a");
        m_one->close(1000, QString());
        m_one.reset();
        deliverAll();
        QCOMPARE(m_right.got, QByteArray("a[1000 ]"));
    }

  private:
    void deliverAll() {
        while (!m_waiting.empty()) {
            const auto deliver = std::move(m_waiting.front());
            m_waiting.pop_front();
            deliver();
        }
    }

    std::deque<std::function<void()>> m_waiting;
    Recorder m_left;
    Recorder m_right;
    std::unique_ptr<LoopbackLink> m_one;
    std::unique_ptr<LoopbackLink> m_other;
};

QTEST_APPLESS_MAIN(TestLink)
#include "test_link.moc"
