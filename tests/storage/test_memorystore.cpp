#include "storage/conformance.h"
#include "world/memorystore.h"

#include <QTest>

namespace bongsu {

// Runs tasks in any order, from a seed.
class SeededSchedule {
  public:
    explicit SeededSchedule(quint64 seed) : m_samples(seed) {}

    MemoryStore::Schedule adder() {
        return [this](MemoryStore::Task task) { m_tasks.push_back(std::move(task)); };
    }
    bool runOne() {
        if (m_tasks.empty()) {
            return false;
        }
        const auto at = m_tasks.begin() + m_samples.below(int(m_tasks.size()));
        const MemoryStore::Task task = std::move(*at);
        m_tasks.erase(at);
        task();
        return true;
    }
    bool runUntil(const std::function<bool()>& done) {
        while (!done()) {
            if (!runOne()) {
                return false;
            }
        }
        return true;
    }

  private:
    Samples m_samples;
    std::vector<MemoryStore::Task> m_tasks;
};

class MemoryUnderTest : public StoreUnderTest {
  public:
    MemoryUnderTest() { reopen(); }

    EventStore& store() override { return *m_store; }
    void reopen() override {
        m_store.reset();
        m_store = std::make_unique<MemoryStore>(disk, m_schedule.adder());
    }
    bool runUntil(const std::function<bool()>& done) override { return m_schedule.runUntil(done); }

    MemoryStore& memory() { return *m_store; }
    bool runOne() { return m_schedule.runOne(); }

    std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();

  private:
    SeededSchedule m_schedule{3};
    std::unique_ptr<MemoryStore> m_store;
};

class TestMemoryStore : public Conformance {
    Q_OBJECT

  protected:
    std::unique_ptr<StoreUnderTest> makeStore() override { return std::make_unique<MemoryUnderTest>(); }

  private Q_SLOTS:
    void lostPowerLosesWhatWasNotCarriedOut();
    void faultsAreAnswered();
    void backupIsACopy();
};

void TestMemoryStore::lostPowerLosesWhatWasNotCarriedOut() {
    MemoryUnderTest under;
    Samples samples(5);
    const LogId log = samples.fixed<LogId>();
    size_t acknowledged = 0;
    std::optional<StoredTip> tip;
    for (int i = 0; i < 20; ++i) {
        LogAppend append = samples.append(log, tip, 1);
        tip = tipAfter(append);
        under.store().commit(changeOf(std::move(append)), [&](auto) { ++acknowledged; });
    }
    for (int i = 0; i < 20; ++i) {
        QVERIFY(under.runOne());
    }
    const size_t before = acknowledged;
    under.memory().losePower();
    under.reopen();
    const size_t kept = range(under, log)->size();
    QCOMPARE(acknowledged, before);
    QVERIFY2(kept >= before && before > 0 && kept < 20, qPrintable(QString::number(kept)));
}

void TestMemoryStore::faultsAreAnswered() {
    MemoryUnderTest under;
    Samples samples(6);
    const LogId log = samples.fixed<LogId>();
    const Change change = changeOf(samples.append(log, std::nullopt, 1));
    under.disk->isFull = true;
    QCOMPARE(codeOf(commit(under, change).error()), failure::full);
    QVERIFY(tips(under)->empty());
    under.disk->isFull = false;
    under.disk->isFailing = true;
    QCOMPARE(codeOf(tips(under).error()), failure::disk);
    under.disk->isFailing = false;
    under.disk->nextIsUnknown = false;
    QCOMPARE(commit(under, change), Committed::Unknown);
    QVERIFY(tips(under)->empty());
    under.disk->nextIsUnknown = true;
    QCOMPARE(commit(under, change), Committed::Unknown);
    QCOMPARE(tips(under)->size(), size_t(1));
    QCOMPARE(commit(under, change), Committed::Conflict);
}

void TestMemoryStore::backupIsACopy() {
    MemoryUnderTest under;
    Samples samples(6);
    const LogAppend append = samples.append(samples.fixed<LogId>(), std::nullopt, 3);
    QCOMPARE(commit(under, changeOf(append)), Committed::Durable);
    QVERIFY(backup(under, QStringLiteral("one")).has_value());
    QCOMPARE(codeOf(backup(under, QStringLiteral("one")).error()), failure::disk);
    const Everything then = *everything(under);
    QCOMPARE(commit(under, changeOf(samples.append(append.log, tipAfter(append), 1))), Committed::Durable);
    QCOMPARE(everythingOf(under.disk->backups.at(QStringLiteral("one"))), then);
}

} // namespace bongsu

QTEST_APPLESS_MAIN(bongsu::TestMemoryStore)
#include "test_memorystore.moc"
