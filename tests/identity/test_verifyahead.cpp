// Signatures checked on threads get the answers that they would get without, in the order in which they were
// asked for.
#include "identity/ed25519.h"
#include "identity/random.h"
#include "identity/verifyahead.h"

#include <QTest>

namespace bongsu {

class TestVerifyAhead : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void answersAreTheVerifiersOwn();
    void callsKeepTheirOrder();
    void goesWhileItIsAtWork();

  private:
    SignedMessage message(int number) const;

    SystemRandomness m_randomness;
    Ed25519Key m_key{Ed25519Key::generate(m_randomness)};
    Ed25519Verifier m_verifier;
};

SignedMessage TestVerifyAhead::message(int number) const {
    const QByteArray bytes = QByteArray::number(number);
    return {m_key.publicKey(), bytes, m_key.sign(bytes)};
}

void TestVerifyAhead::answersAreTheVerifiersOwn() {
    VerifyAhead ahead(m_verifier, 2);
    std::vector<SignedMessage> messages;
    for (int i = 0; i < 200; ++i) {
        messages.push_back(message(i));
        if (i % 3 == 0) {
            messages.back().message += '!';
        }
    }
    bool isAnswered = false;
    ahead.check(messages, [&] { isAnswered = true; });
    QVERIFY(!isAnswered);
    QTRY_VERIFY(isAnswered);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const SignedMessage& one = messages[i];
        QCOMPARE(ahead.verify(one.key, one.message, one.signature), i % 3 != 0);
        // Another message under a signature that was answered for, and one that was not checked ahead.
        QVERIFY(!ahead.verify(one.key, one.message + "x", one.signature));
    }
    const SignedMessage late = message(-1);
    QVERIFY(ahead.verify(late.key, late.message, late.signature));
}

void TestVerifyAhead::callsKeepTheirOrder() {
    VerifyAhead ahead(m_verifier, 2);
    std::vector<int> answered;
    for (int call = 0; call < 20; ++call) {
        std::vector<SignedMessage> messages;
        for (int i = 0; i < (call % 2 == 0 ? 40 : call % 3); ++i) {
            messages.push_back(message(i));
        }
        ahead.check(std::move(messages), [&answered, call] { answered.push_back(call); });
    }
    QTRY_COMPARE(answered.size(), std::size_t(20));
    QVERIFY(std::is_sorted(answered.begin(), answered.end()));
}

void TestVerifyAhead::goesWhileItIsAtWork() {
    bool isAnswered = false;
    {
        VerifyAhead ahead(m_verifier, 2);
        ahead.check(std::vector<SignedMessage>(1000, message(1)), [&] { isAnswered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestVerifyAhead)
#include "test_verifyahead.moc"
