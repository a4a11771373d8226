// What callers of senders rely on: never called from within, never after they or the transport are gone, one
// outcome each.
#include "channel/judging.h"
#include "channel/sender.h"
#include "channel/texts.h"
#include "channel/transport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace bongsu {

namespace {

class StillClock : public Clock {
  public:
    Moment now() const override { return Moment(Millis(1'772'427'967'000)); } // 2026-03-02T05:06:07Z
};

class Zeros : public Randomness {
  public:
    QByteArray bytes(int count) override { return QByteArray(count, '\0'); }
};

// Takes requests and answers when told to.
class Service : public QTcpServer {
  public:
    Service() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    m_received[socket] += socket->readAll();
                    asked += m_received[socket].endsWith('}') ? 1 : 0;
                });
            }
        });
    }
    void answer(const QByteArray& body) {
        for (const auto& [socket, received] : m_received) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) +
                          "\r\n\r\n" + body);
        }
    }
    QByteArray url() const {
        return "http://127.0.0.1:" + QByteArray::number(serverPort()) + "/hooks/xxxxxxxx";
    }

    int asked = 0;

  private:
    std::map<QTcpSocket*, QByteArray> m_received;
};

Message notice() {
    NoticeText text;
    text.body = QStringLiteral("Login is slow.");
    return {.texts = {text}, .key = "n-1"};
}

} // namespace

class TestSending : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<Sender> slackTo(const QByteArray& url) {
        Channel channel{.key = QStringLiteral("slack"), .kind = ChannelKind::Slack, .name = {}};
        std::map<QString, QByteArray> secrets;
        secrets[QStringLiteral("webhook")] = url;
        auto sender = senderFor(channel, Secrets(std::move(secrets)), {*m_transport, m_clock, m_randomness});
        return sender ? *std::move(sender) : nullptr;
    }

    StillClock m_clock;
    Zeros m_randomness;
    std::unique_ptr<Transport> m_transport;

  private Q_SLOTS:
    void init() { m_transport = std::make_unique<Transport>(); }

    void isCalledOnceAndNeverFromWithin() {
        Service service;
        const auto sender = slackTo(service.url());
        int calls = 0;
        std::vector<SendingOutcome> outcomes;
        sender->send(notice(), [&](std::vector<SendingOutcome> came) {
            ++calls;
            outcomes = std::move(came);
        });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(service.asked, 1);
        service.answer("ok");
        QTRY_COMPARE(calls, 1);
        QCOMPARE(outcomes, std::vector{sent({})});
        // What is refused without a word to anybody comes the same way.
        Message drill = notice();
        drill.drill = true;
        sender->send(drill, [&](std::vector<SendingOutcome> came) {
            ++calls;
            outcomes = std::move(came);
        });
        QCOMPARE(calls, 1);
        QTRY_COMPARE(calls, 2);
        QCOMPARE(outcomes, std::vector{refused(sendingcode::drill)});
        QCOMPARE(service.asked, 1);
    }

    void aSenderThatIsGoneCallsNobody() {
        Service service;
        auto gone = slackTo(service.url());
        const auto stays = slackTo(service.url());
        int goneCalls = 0;
        int calls = 0;
        gone->send(notice(), [&](const std::vector<SendingOutcome>&) { ++goneCalls; });
        stays->send(notice(), [&](const std::vector<SendingOutcome>&) { ++calls; });
        QTRY_COMPARE(service.asked, 2);
        gone.reset();
        service.answer("ok");
        QTRY_COMPARE(calls, 1);
        QCOMPARE(goneCalls, 0);
    }

    void aSenderMayGoWhileItAnswers() {
        Service service;
        auto sender = slackTo(service.url());
        bool called = false;
        sender->send(notice(), [&](const std::vector<SendingOutcome>&) {
            sender.reset();
            called = true;
        });
        QTRY_COMPARE(service.asked, 1);
        service.answer("ok");
        QTRY_VERIFY(called);
        QVERIFY(sender == nullptr);
    }

    void aTransportMayEndWithWorkUnderWay() {
        Service service;
        const auto sender = slackTo(service.url());
        bool called = false;
        sender->send(notice(), [&](const std::vector<SendingOutcome>&) { called = true; });
        m_transport->mail({.url = "smtp://127.0.0.1:1", .from = "a@b.kr", .to = "c@d.kr", .message = "x"},
                          std::make_shared<int>(0), [&](const MailAnswer&) { called = true; });
        QTRY_COMPARE(service.asked, 1);
        m_transport.reset();
        service.answer("ok");
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void waitsAsTheServiceSays_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds"); // -1: it says nothing
        QTest::newRow("seconds") << QByteArray("retry-after") << QByteArray("30") << qint64(30'000);
        QTest::newRow("a fraction") << QByteArray("retry-after") << QByteArray("1.25") << qint64(1'250);
        QTest::newRow("at least a second")
            << QByteArray("retry-after") << QByteArray("0.02") << qint64(1'000);
        QTest::newRow("at most a day")
            << QByteArray("retry-after") << QByteArray("31536000") << qint64(86'400'000);
        QTest::newRow("X") << QByteArray("x-rate-limit-reset") << QByteArray("1772428027") << qint64(60'000);
        QTest::newRow("Bluesky") << QByteArray("ratelimit-reset") << QByteArray("1772428027")
                                 << qint64(60'000);
        QTest::newRow("Mastodon") << QByteArray("x-ratelimit-reset") << QByteArray("2026-03-02T05:07:07.000Z")
                                  << qint64(60'000);
        QTest::newRow("past") << QByteArray("x-rate-limit-reset") << QByteArray("1772420000")
                              << qint64(1'000);
        for (const char* nothing : {"", "soon", "nan", "inf", "-5", "1e999"}) {
            QTest::newRow(nothing) << QByteArray("retry-after") << QByteArray(nothing) << qint64(-1);
        }
    }
    void waitsAsTheServiceSays() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        HttpAnswer answer{.exchange = Exchange::Complete, .status = 429};
        answer.headers[name] = value;
        const auto after = judged(answer, false, m_clock.now()).retryAfter;
        QCOMPARE(after ? qint64(after->count()) : -1, milliseconds);
    }

    void writesTelephoneNumbersAsCarriersDo() {
        QCOMPARE(telephoneDigits(QStringLiteral("+82 10-1234-5678")),
                 std::optional(QStringLiteral("01012345678")));
        QCOMPARE(telephoneDigits(QStringLiteral("010-1234-567x")), std::nullopt);
        QCOMPARE(telephoneDigits(QStringLiteral("112")), std::nullopt);
    }

    void findsLinksByTheirBytes() {
        const auto links = linksIn(QStringLiteral("보기: https://s.kr/가 (https://s.kr/a?b=1)."));
        QCOMPARE(links.size(), std::size_t(2));
        QCOMPARE(links[0].link, QStringLiteral("https://s.kr/"));
        QCOMPARE(links[0].begin, qsizetype(8));
        QCOMPARE(links[1].link, QStringLiteral("https://s.kr/a?b=1"));
        QCOMPARE(links[1].end - links[1].begin, qsizetype(18));
    }
};

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestSending)
#include "test_sending.moc"
