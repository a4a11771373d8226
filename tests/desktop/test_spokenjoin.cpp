// Joining by an address and eight words over real sockets: right, wrong, twice, and with somebody in between.
#include "desktop/premises.h"

#include "domain/base/limits.h"
#include "identity/tlsidentity.h"
#include "sync/spokenquestion.h"
#include "websocket/websocketdialer.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace bongsu;

namespace {

// Ends the caller's TLS with a key of its own and passes everything on to the relay, both ways: what an
// inspecting proxy does, and what a thief would.
class InBetween final : public QTcpServer {
  public:
    InBetween(const Address& relay, const System& system) : m_relay(relay) {
        const QByteArray key = newTlsKey();
        const auto certificate = selfSignedCertificate(key, {}, system.clock.now() - std::chrono::days(1));
        m_tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_tls.setLocalCertificate(QSslCertificate(certificate->pem, QSsl::Pem));
        m_tls.setPrivateKey(QSslKey(key, QSsl::Ec, QSsl::Pem));
        listen(QHostAddress::LocalHost);
    }
    Address address() const { return {QStringLiteral("127.0.0.1"), serverPort()}; }

    int passed = 0; // answers of the relay that were passed on

  private:
    void incomingConnection(qintptr descriptor) override {
        auto* caller = new QSslSocket(this);
        auto* relay = new QSslSocket(this);
        caller->setSslConfiguration(m_tls);
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
        relay->setSslConfiguration(trusting);
        connect(caller, &QSslSocket::readyRead, relay, [=] { relay->write(caller->readAll()); });
        connect(relay, &QSslSocket::readyRead, caller, [=, this] {
            ++passed;
            caller->write(relay->readAll());
        });
        connect(caller, &QSslSocket::disconnected, relay, &QSslSocket::disconnectFromHost);
        connect(relay, &QSslSocket::disconnected, caller, &QSslSocket::disconnectFromHost);
        caller->setSocketDescriptor(descriptor);
        caller->startServerEncryption();
        relay->connectToHostEncrypted(m_relay.host, m_relay.port);
    }

    Address m_relay;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
};

} // namespace

class TestSpokenJoin final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void letsInByWordsAlone();
    void servesOnce();
    void aWrongWordOpensNothing();
    void nobodyStandsInBetween();
    void anInviteThatWasNotSaidIsNotAnswered();
    void nobodyAsksWithoutEnd();

  private:
    Premises& place(const char* name) {
        m_places.push_back(std::make_unique<Premises>(*m_folder, QString::fromLatin1(name), m_system));
        m_places.back()->open();
        return *m_places.back();
    }
    SpokenInvite said(Permission permission = Permission::Responder);
    Result<SpokenAnswer> ask(const Address& relay, const PublicKey& invite);

    System m_system;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<Premises>> m_places;
    Premises* m_desk = nullptr;
};

void TestSpokenJoin::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = &place("desk");
    m_desk->hosting->found(QStringLiteral("다온"), QStringLiteral("김하늘"));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->connection->isMember() && m_desk->node->isCaughtUp(), patience);
}

void TestSpokenJoin::cleanup() {
    m_places.clear();
    m_folder.reset();
}

SpokenInvite TestSpokenJoin::said(Permission permission) {
    const auto given = m_desk->inviting->invite({permission, false, proposedTerms()});
    Q_ASSERT(given && given->spoken);
    const bool recorded = QTest::qWaitFor([this] { return m_desk->inviting->isRecorded(); }, patience);
    Q_ASSERT(recorded);
    return *given->spoken;
}

Result<SpokenAnswer> TestSpokenJoin::ask(const Address& relay, const PublicKey& invite) {
    std::optional<Result<SpokenAnswer>> answer;
    WebSocketDialer dialer = WebSocketDialer::forQuestion(m_system.surroundings());
    SpokenQuestion question(dialer, m_system.surroundings(),
                            [&answer](const Result<SpokenAnswer>& came) { answer = came; });
    question.start(relay, invite);
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, patience)
               ? *answer
               : Result<SpokenAnswer>(fail(failure::tooSlow, "test"));
}

void TestSpokenJoin::letsInByWordsAlone() {
    for (const auto language : {WordLanguage::English, WordLanguage::Korean}) {
        Premises& one = place(language == WordLanguage::Korean ? "korean" : "english");
        QVERIFY2(one.join(toText(language, said()), QStringLiteral("이수민")),
                 one.trouble ? codeOf(*one.trouble).constData() : "");
        const Organisation& organisation = one.node->journal().organisation();
        QVERIFY(organisation.permission(*one.node->journal().person(), organisation.seq) ==
                Permission::Responder);
        QVERIFY(one.node->journal().organisationId() == m_desk->node->journal().organisationId());
    }
}

void TestSpokenJoin::servesOnce() {
    const QString words = toText(WordLanguage::English, said());
    QVERIFY(place("one").join(words, QStringLiteral("이수민")));
    Premises& two = place("two");
    QVERIFY(!two.join(words, QStringLiteral("박도윤")));
    QCOMPARE(codeOf(*two.trouble), QByteArray(refusal::inviteUsed));
}

void TestSpokenJoin::aWrongWordOpensNothing() {
    SpokenInvite wrong = said();
    wrong.code.words[5] = quint8(wrong.code.words[5] + 1);
    Premises& one = place("one");
    QVERIFY(!one.join(toText(WordLanguage::English, wrong), QStringLiteral("이수민")));
    QCOMPARE(codeOf(*one.trouble), QByteArray(refusal::inviteUnknown));
    QVERIFY(!one.join(toText(wrong.address) + QStringLiteral(" tree tree tree nowhere tree tree tree tree"),
                      QStringLiteral("이수민")));
    QCOMPARE(codeOf(*one.trouble), QByteArray(refusal::wordUnknown));
    QVERIFY(!one.node->journal().organisationId()); // nothing was begun: the right words still serve
}

void TestSpokenJoin::nobodyStandsInBetween() {
    SpokenInvite invite = said();
    const Address relay = invite.address;
    InBetween proxy(relay, m_system);
    invite.address = proxy.address();
    Premises& one = place("one");
    QVERIFY(!one.join(toText(WordLanguage::English, invite), QStringLiteral("이수민")));
    QCOMPARE(codeOf(*one.trouble), QByteArray(failure::wrongPin));
    QVERIFY(proxy.passed > 0); // the relay's own answer came through, and named another key
    QVERIFY(!one.node->journal().organisationId());
    invite.address = relay;
    QVERIFY(one.join(toText(WordLanguage::English, invite), QStringLiteral("이수민")));
}

void TestSpokenJoin::anInviteThatWasNotSaidIsNotAnswered() {
    const QString line = m_desk->line(Permission::Responder, {5, Millis(limits::spokenValid)});
    const auto invite = decodeInvite(line);
    QVERIFY(invite);
    const auto answer = ask(invite->addresses.front(), Ed25519Key(invite->seed).publicKey());
    QVERIFY(!answer);
    QCOMPARE(codeOf(answer.error()), QByteArray(refusal::inviteUnknown));
}

void TestSpokenJoin::nobodyAsksWithoutEnd() {
    const Address relay = *addressFromText(m_desk->hosting->status().addresses.front());
    const PublicKey guess = *PublicKey::tryFrom(QByteArray(32, 'g'));
    QByteArray code;
    int asked = 0;
    // What one minute's worth brings back meanwhile is asked for too.
    while (code != failure::busy && asked < 4 * limits::spokenAsksPerMinute) {
        code = codeOf(ask(relay, guess).error());
        ++asked;
    }
    QCOMPARE(code, QByteArray(failure::busy));
    QVERIFY(asked > limits::spokenAsksPerMinute);
    // Members are not kept out by it.
    QVERIFY(m_desk->node->journal().record(std::nullopt, IncidentDeclared{},
                                           Text{.text = QStringLiteral("화재")}));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->node->journal().pendingCount(), 0, patience);
}

QTEST_MAIN(TestSpokenJoin)
#include "test_spokenjoin.moc"
