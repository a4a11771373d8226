// A home verified beside the event loop: no signature is checked by the loop's own thread, and a turn of it
// folds little, also where two are verified at once by the same threads.
#include "domain/randomlog.h"
#include "identity/verifyahead.h"
#include "storage/samples.h"
#include "storage/sqliteundertest.h"
#include "wiring/verifiedreplay.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>

using namespace bongsu;

namespace {

constexpr int patience = 60'000; // ms, on a busy machine with sanitizers
constexpr int lines = 300;       // many turns of verifiedInATurn, and no whole number of them

// Counts whom it is asked by.
class Watched final : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        (QThread::currentThread() == m_loop ? byLoop : beside)++;
        return m_real.verify(key, message, signature);
    }
    mutable std::atomic<int> byLoop = 0;
    mutable std::atomic<int> beside = 0;

  private:
    QThread* m_loop = QThread::currentThread();
    KeyedHashVerifier m_real;
};

// Counts what happens in each turn of the event loop.
class Turns : public QObject {
  public:
    Turns() { begin(); }
    void count() { most = std::max(most, ++m_now); }
    int most = 0;
    int begun = 0;

  private:
    void begin() {
        m_now = 0;
        ++begun;
        QMetaObject::invokeMethod(
            this, [this] { begin(); }, Qt::QueuedConnection);
    }
    int m_now = 0;
};

} // namespace

class TestVerifiedReplay final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void foldsLittleInATurn_data();
    void foldsLittleInATurn();
    void threadsLeaveAProcessorToTheLoop();

  private:
    SqliteUnderTest m_under;
    Organisation m_organisation;
    int m_entries = 0;
};

void TestVerifiedReplay::initTestCase() {
    m_under.reopen();
    TestOrganisation org("verified");
    const LogId log = org.declare(org.admin());
    for (int i = 0; i < lines; ++i) {
        (void)org.did(org.admin(), log, NoteAdded{}, TestOrganisation::words(QString::number(i)));
    }
    const KeyedHashVerifier verifier;
    Ledger ledger(verifier);
    std::map<LogId, std::optional<StoredTip>> tips;
    for (const KeptEntry& kept : org.kept()) {
        const auto accepted = ledger.accept(kept, Trust::OwnStore);
        QVERIFY(accepted.has_value());
        const LogAppend append{accepted->log, tips[accepted->log], {storedOf(kept)}};
        tips[accepted->log] = tipAfter(append);
        Change change = changeOf(append);
        change.settings = {{setting::organisation, ledger.organisation().id->toBytes()}};
        QCOMPARE(commit(m_under, change), Result<Committed>(Committed::Durable));
        ++m_entries;
    }
    m_organisation = ledger.organisation();
}

void TestVerifiedReplay::foldsLittleInATurn_data() {
    QTest::addColumn<int>("atOnce");
    QTest::newRow("one") << 1;
    QTest::newRow("two by the same threads") << 2;
}

void TestVerifiedReplay::foldsLittleInATurn() {
    QFETCH(int, atOnce);
    const Watched verifier;
    VerifyAhead ahead(verifier, 3);
    Turns turns;
    int sound = 0;
    std::weak_ptr<Replayed> last;
    int folded = 0;
    int lines = 0;
    for (int i = 0; i < atOnce; ++i) {
        const auto seen = [&](const Ledger& ledger, const Accepted& accepted, const StoredEntry&) {
            ++folded;
            lines += ledger.isOrganisation(accepted.log) ? 0 : 1;
            turns.count();
        };
        replayVerified(m_under.store(), ahead, m_organisation, {.seen = seen},
                       [&](const Result<std::shared_ptr<Replayed>>& read) {
                           sound += read ? 1 : 0;
                           last = read ? *read : nullptr;
                       });
    }
    QTRY_COMPARE_WITH_TIMEOUT(sound, atOnce, patience);
    QTRY_VERIFY_WITH_TIMEOUT(last.expired(), patience); // nobody holds what nobody asked for
    QCOMPARE(folded, atOnce * m_entries);
    QVERIFY2(turns.most <= verifiedInATurn, qPrintable(QString::number(turns.most)));
    QVERIFY(turns.begun > folded / verifiedInATurn);
    // Each is checked once for each who asked. Those who found the organisation are its own roots' and
    // devices' that nobody knew before: the ledger asks for these itself.
    QVERIFY2(verifier.beside >= lines, qPrintable(QString::number(verifier.beside)));
    QVERIFY2(verifier.byLoop <= folded - lines, qPrintable(QString::number(verifier.byLoop)));
}

void TestVerifiedReplay::threadsLeaveAProcessorToTheLoop() {
    QVERIFY(threadsBesideTheLoop() >= 1);
    QVERIFY(threadsBesideTheLoop() < std::max(2, QThread::idealThreadCount()));
}

QTEST_GUILESS_MAIN(TestVerifiedReplay)
#include "test_verifiedreplay.moc"
