// Signatures checked on threads ahead of whoever asks: the answers are those of the verifier itself, in
// order.
#include "identity/verifyahead.h"

#include "domain/base/hash.h"
#include "identity/ed25519.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>

namespace bongsu {

namespace {

constexpr int patience = 30'000; // ms, on a busy machine with sanitizers

Ed25519Key keyOf(int number) {
    return Ed25519Key(*Seed::tryFrom(sha256({"ahead", QByteArray::number(number)})));
}

SignedMessage signedBy(const Ed25519Key& key, const QByteArray& message) {
    return {key.publicKey(), message, key.sign(message)};
}

// Counts how often it is asked, by whichever thread.
class Counting final : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        ++asked;
        return m_real.verify(key, message, signature);
    }
    mutable std::atomic<int> asked = 0;

  private:
    Ed25519Verifier m_real;
};

} // namespace

class TestVerifyAhead final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void answersAreThoseOfTheVerifier() {
        Counting real;
        VerifyAhead ahead(real, 2);
        std::vector<SignedMessage> messages;
        for (int i = 0; i < 100; ++i) {
            messages.push_back(signedBy(keyOf(i % 7), QByteArray::number(i)));
            if (i % 3 == 0) {
                messages.back().message += "!"; // not what was signed
            }
        }
        bool done = false;
        ahead.check(messages, [&done] { done = true; });
        QVERIFY(!done); // never from within
        QTRY_VERIFY_WITH_TIMEOUT(done, patience);
        QCOMPARE(real.asked.load(), 100);
        for (int i = 0; i < 100; ++i) {
            const SignedMessage& one = messages[std::size_t(i)];
            QCOMPARE(ahead.verify(one.key, one.message, one.signature), i % 3 != 0);
        }
        QCOMPARE(real.asked.load(), 100); // nothing was checked twice
    }

    // What was checked says nothing of another message, another key or another signature.
    void anAnswerHoldsForItsQuestionAlone() {
        const Ed25519Verifier real;
        VerifyAhead ahead(real, 1);
        const SignedMessage one = signedBy(keyOf(1), "one");
        bool done = false;
        ahead.check({one}, [&done] { done = true; });
        QTRY_VERIFY_WITH_TIMEOUT(done, patience);
        QVERIFY(!ahead.verify(one.key, "two", one.signature));
        QVERIFY(!ahead.verify(keyOf(2).publicKey(), one.message, one.signature));
        QVERIFY(!ahead.verify(one.key, one.message, signedBy(keyOf(1), "two").signature));
        QVERIFY(ahead.verify(one.key, one.message, one.signature));
        QVERIFY(ahead.verify(one.key, one.message, one.signature)); // once more: asked anew
    }

    void callsKeepTheirOrder() {
        const Ed25519Verifier real;
        VerifyAhead ahead(real, 3);
        std::vector<int> order;
        for (int number = 0; number < 50; ++number) {
            // Long ones, short ones and empty ones: the short must not overtake.
            std::vector<SignedMessage> messages(number % 5 == 0 ? 0 : std::size_t(number % 5 == 1 ? 40 : 1),
                                                signedBy(keyOf(number), "m"));
            ahead.check(std::move(messages), [&order, number] { order.push_back(number); });
        }
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), std::size_t(50), patience);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    // However many wait: an event loop has its other events to carry out between them.
    void answersHaveTurnsOfTheirOwn() {
        const Counting real;
        VerifyAhead ahead(real, 1);
        constexpr int batches = 6;
        QStringList order;
        QStringList expected;
        for (int number = 0; number < batches; ++number) {
            ahead.check({signedBy(keyOf(number), "m")}, [this, &order, number] {
                order += QStringLiteral("answers %1").arg(number);
                QMetaObject::invokeMethod(
                    this, [&order, number] { order += QStringLiteral("others %1").arg(number); },
                    Qt::QueuedConnection);
            });
            expected += {QStringLiteral("answers %1").arg(number), QStringLiteral("others %1").arg(number)};
        }
        // No event is carried out until the one thread is at the last: those before it all wait by then.
        const QDeadlineTimer patient(patience);
        while (real.asked.load() < batches && !patient.hasExpired()) {
            std::this_thread::yield();
        }
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), expected.size(), patience);
        QCOMPARE(order, expected);
    }

    // By a thread of its own, for nobody calls its event loop here; or with itself, where it ends before.
    void endsWhatItIsToLetGo() {
        struct Held {
            explicit Held(std::atomic<QThread*>& endedBy) : by(endedBy) {}
            ~Held() { by = QThread::currentThread(); }
            std::atomic<QThread*>& by;
        };
        const Ed25519Verifier real;
        std::atomic<QThread*> first = nullptr;
        std::atomic<QThread*> second = nullptr;
        {
            VerifyAhead ahead(real, 1);
            ahead.letGo(std::make_shared<Held>(first));
            const QDeadlineTimer patient(patience);
            while (!first.load() && !patient.hasExpired()) {
                std::this_thread::yield();
            }
            ahead.letGo(std::make_shared<Held>(second));
        }
        QVERIFY(first.load() && first.load() != QThread::currentThread());
        QVERIFY(second.load());
    }

    void endsWhileThereIsWork() {
        const Ed25519Verifier real;
        int called = 0;
        {
            VerifyAhead ahead(real, 2);
            for (int i = 0; i < 20; ++i) {
                ahead.check(std::vector<SignedMessage>(50, signedBy(keyOf(i), "m")), [&called] { ++called; });
            }
        }
        QCoreApplication::processEvents();
        QCOMPARE(called, 0);
    }
};

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestVerifyAhead)
#include "test_verifyahead.moc"
