// Answers that gateways hand over: taken once they are recorded, refused from strangers, and never for ever.
#include "channel/replyport.h"
#include "domain/base/limits.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace bongsu;

class TestReplyPort : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void anAnswerIsToldBack();
    void whatIsNotTakenIsAskedForAgain();
    void strangersAreTurnedAway_data();
    void strangersAreTurnedAway();
    void manyAtOnce();
    void tooMuchIsNotRead();
    void whoeverWaitsWhenItEndsIsNotLeftWaiting();
    void aPortThatIsTaken();

  private:
    QByteArray get(const QByteArray& target, const QByteArray& method = "GET");
    static QByteArray statusOf(const QByteArray& answer) { return answer.split(' ').value(1); }
    static QByteArray bodyOf(const QByteArray& answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }

    std::unique_ptr<ReplyPort> m_port;
    std::vector<Reply> m_heard;
    std::optional<QString> m_says;
};

void TestReplyPort::init() {
    m_port.reset();
    m_heard.clear();
    m_says = QStringLiteral("기록했습니다");
    auto port = ReplyPort::listen(0, "the key", [this](const Reply& reply, const ReplyPort::Answer& answer) {
        m_heard.push_back(reply);
        answer(m_says);
    });
    QVERIFY(port);
    m_port = std::move(*port);
}

QByteArray TestReplyPort::get(const QByteArray& target, const QByteArray& method) {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port->port());
    socket.write(method + ' ' + target + " HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n");
    // The answer is given on this thread: its loop has to run.
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000);
    return socket.readAll();
}

void TestReplyPort::anAnswerIsToldBack() {
    const QByteArray answer =
        get("/replies?key=the%20key&from=%2B82-10-1234-5678&text=4821+%EB%B6%88%EA%B0%80");
    QCOMPARE(statusOf(answer), QByteArray("200"));
    QCOMPARE(QString::fromUtf8(bodyOf(answer)), *m_says);
    QCOMPARE(m_heard.size(), std::size_t(1));
    QCOMPARE(m_heard[0].from, QStringLiteral("+82-10-1234-5678"));
    QCOMPARE(m_heard[0].text, QStringLiteral("4821 불가"));
}

void TestReplyPort::whatIsNotTakenIsAskedForAgain() {
    m_says.reset();
    QCOMPARE(statusOf(get("/replies?key=the%20key&from=01012345678&text=4821")), QByteArray("503"));
}

void TestReplyPort::strangersAreTurnedAway_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char* name, const char* target, const char* status,
                        const char* method = "GET") {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(status);
    };
    row("no key", "/replies?from=010&text=1", "403");
    row("another key", "/replies?key=the%20kez&from=010&text=1", "403");
    row("a part of the key", "/replies?key=the&from=010&text=1", "403");
    row("more than the key", "/replies?key=the%20key1&from=010&text=1", "403");
    row("no sender", "/replies?key=the%20key&text=1", "400");
    row("no text", "/replies?key=the%20key&from=010", "400");
    row("another place", "/?key=the%20key&from=010&text=1", "404");
    row("another method", "/replies?key=the%20key&from=010&text=1", "404", "DELETE");
}

void TestReplyPort::strangersAreTurnedAway() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, status);
    QCOMPARE(statusOf(get(target, method)), status);
    QVERIFY(m_heard.empty());
}

void TestReplyPort::manyAtOnce() {
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < limits::replyConnections; ++i) {
        auto& socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(QStringLiteral("127.0.0.1"), m_port->port());
        socket->write("GET /replies?key=the%20key&from=010&text=" + QByteArray::number(i) +
                      " HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n");
    }
    for (const auto& socket : sockets) {
        QVERIFY(
            QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::UnconnectedState; }, 20'000));
        QCOMPARE(statusOf(socket->readAll()), QByteArray("200"));
    }
    QCOMPARE(m_heard.size(), std::size_t(limits::replyConnections));
}

void TestReplyPort::tooMuchIsNotRead() {
    const QByteArray much(2 * limits::replyBytes, 'a');
    const QByteArray status = statusOf(get("/replies?key=the%20key&from=010&text=" + much));
    QVERIFY2(status == "414" || status == "431" || status.isEmpty(), status.constData());
    QVERIFY(m_heard.empty());
    QCOMPARE(statusOf(get("/replies?key=the%20key&from=010&text=4821")), QByteArray("200")); // and goes on
}

void TestReplyPort::whoeverWaitsWhenItEndsIsNotLeftWaiting() {
    ReplyPort::Answer kept;
    auto port = ReplyPort::listen(
        0, "key", [&kept](const Reply&, ReplyPort::Answer answer) { kept = std::move(answer); });
    QVERIFY(port);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), (*port)->port());
    socket.write("GET /replies?key=key&from=010&text=1 HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n");
    QVERIFY(QTest::qWaitFor([&] { return bool(kept); }, 20'000));
    port->reset();
    QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20'000));
    QVERIFY(!socket.readAll().contains("200")); // the gateway hands it over once more
    kept(QStringLiteral("too late"));           // nobody is there any more
}

void TestReplyPort::aPortThatIsTaken() {
    const auto second = ReplyPort::listen(m_port->port(), "key", {});
    QVERIFY(!second);
    QCOMPARE(codeOf(second.error()), QByteArray(failure::noRelay));
}

QTEST_GUILESS_MAIN(TestReplyPort)
#include "test_replyport.moc"
