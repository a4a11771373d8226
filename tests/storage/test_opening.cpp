// A desktop's opening by a snapshot and the entries behind it gives what an opening by all entries gives; and
// whatever a snapshot suffered, that is what it gives.
#include "domain/log/snapshot.h"
#include "domain/randomlog.h"
#include "journal/opening.h"
#include "storage/connection.h"
#include "storage/samples.h"
#include "storage/sqliteundertest.h"

#include <QFile>
#include <QTest>

using namespace bongsu;

namespace {

constexpr quint32 logs = 12;
constexpr int flips = 120;
constexpr int always = 1;            // an opening leaves a snapshot
constexpr int never = 1'000'000'000; // or does not

// A home that keeps what an organisation did.
class Home {
  public:
    Home() { m_under.reopen(); }

    // As a desktop does: what erases takes the text away in the same commit.
    void keep(const KeptEntry& kept) {
        const auto accepted = m_ledger.accept(kept, Trust::OwnStore);
        if (!accepted) {
            qFatal("an entry of the organisation's own was refused");
        }
        LogAppend append{accepted->log, m_tips[accepted->log], {storedOf(kept)}};
        m_tips[accepted->log] = tipAfter(append);
        Change change = changeOf(append);
        change.settings = {{setting::organisation, m_ledger.organisation().id->toBytes()}};
        if (accepted->erases) {
            change.erasures = {{accepted->log, *accepted->erases, accepted->event.id}};
            m_hasErased = true;
        }
        if (commit(m_under, change) != Committed::Durable) {
            qFatal("the store does not keep it");
        }
    }
    bool takeErased() { return std::exchange(m_hasErased, false); }

    Result<std::shared_ptr<OpenedStore>> open(int snapshotAfter = never) {
        auto opened = m_under.ask<std::shared_ptr<OpenedStore>>([&](EventStore& store, auto done) {
            openStore(store, m_verifier, snapshotAfter, std::move(done));
        });
        m_under.settle(); // what it leaves is there
        return opened;
    }
    // All that came of an opening.
    static QByteArray bytesOf(const OpenedStore& opened) {
        return encodeSnapshot(foldVersion(), opened.replayed->ledger, opened.replayed->texts, opened.records);
    }
    QString snapshotFile() const { return m_under.file() + QStringLiteral(".snapshot"); }
    SqliteUnderTest& under() { return m_under; }

  private:
    KeyedHashVerifier m_verifier;
    Ledger m_ledger{m_verifier};
    SqliteUnderTest m_under;
    std::map<LogId, std::optional<StoredTip>> m_tips;
    bool m_hasErased = false;
};

} // namespace

class TestOpening : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void bySnapshotAndTheEntriesBehindItIsByAllEntries();
    void leavesASnapshotWhereItFoldedMuch();
    void damagedSnapshotIsNone();
    void snapshotOfOtherLogsIsNone_data();
    void snapshotOfOtherLogsIsNone();
    void damagedEntriesBehindItAreSaid();
};

void TestOpening::bySnapshotAndTheEntriesBehindItIsByAllEntries() {
    int openings = 0;
    int bySnapshot = 0;
    for (quint32 seed = 1; seed <= logs; ++seed) {
        const RandomLog random(seed);
        Home home;
        Dice dice(seed);
        for (const KeptEntry& kept : random.scene.org.kept()) {
            home.keep(kept);
            if (dice.below(9) != 0) {
                continue;
            }
            const bool erased = home.takeErased();
            const auto first = home.open(always);
            QVERIFY(first.has_value());
            QVERIFY(!erased || !(*first)->bySnapshot);
            bySnapshot += (*first)->bySnapshot ? 1 : 0;
            ++openings;
            const QByteArray kept1 = bytesIn(home.snapshotFile());
            QVERIFY(QFile::remove(home.snapshotFile()));
            const auto whole = home.open();
            QVERIFY(whole.has_value() && !(*whole)->bySnapshot);
            QVERIFY2(Home::bytesOf(**first) == Home::bytesOf(**whole), qPrintable(QString::number(seed)));
            putInto(home.snapshotFile(), kept1);
        }
    }
    qInfo("tried %d openings of %u homes, %d by a snapshot, 0 otherwise", openings, logs, bySnapshot);
    QVERIFY(bySnapshot > openings / 5 && bySnapshot < openings);
}

void TestOpening::leavesASnapshotWhereItFoldedMuch() {
    const RandomLog random(3);
    const auto& all = random.scene.org.kept();
    Home home;
    for (std::size_t i = 0; i < 20; ++i) {
        home.keep(all[i]);
    }
    QVERIFY(home.open(21).has_value());
    QVERIFY(!QFile::exists(home.snapshotFile()));
    const auto first = home.open(20);
    QCOMPARE((*first)->folded, quint64(20));
    QVERIFY(snapshot(home.under())->has_value());
    home.under().reopen();
    const auto second = home.open(20);
    QVERIFY((*second)->bySnapshot);
    QCOMPARE((*second)->folded, quint64(0));
    QCOMPARE(Home::bytesOf(**second), Home::bytesOf(**first));
}

void TestOpening::damagedSnapshotIsNone() {
    const RandomLog random(4);
    Home home;
    for (const KeptEntry& kept : random.scene.org.kept()) {
        home.keep(kept);
    }
    const QByteArray whole = Home::bytesOf(**home.open(always));
    const QByteArray sound = bytesIn(home.snapshotFile());
    QVERIFY((*home.open())->bySnapshot);
    Dice dice(4);
    for (qsizetype at = 0; at < sound.size(); at += 1 + sound.size() / flips) {
        QByteArray bytes = sound;
        bytes[at] = char(bytes[at] ^ (1 << dice.below(8)));
        putInto(home.snapshotFile(), bytes);
        const auto opened = home.open();
        QVERIFY(opened.has_value() && !(*opened)->bySnapshot);
        QVERIFY(Home::bytesOf(**opened) == whole);
        QVERIFY(!snapshot(home.under())->has_value());
    }
    Home other;
    other.keep(random.scene.org.kept().front());
    QVERIFY(other.open(always).has_value());
    for (const QByteArray& bytes :
         {QByteArray(), sound.first(1), sound.first(sound.size() / 2), sound.chopped(1), sound + '\0',
          QByteArray(sound.size(), '\0'), bytesIn(other.snapshotFile())}) {
        putInto(home.snapshotFile(), bytes);
        const auto opened = home.open();
        QVERIFY(opened.has_value() && !(*opened)->bySnapshot);
        QVERIFY(Home::bytesOf(**opened) == whole);
    }
    putInto(home.snapshotFile(), sound);
    QVERIFY((*home.open())->bySnapshot);
    // Larger than any, and than memory: it is not even read.
    QVERIFY(QFile::resize(home.snapshotFile(), qint64(1) << 40));
    const auto opened = home.open();
    QVERIFY(opened.has_value() && !(*opened)->bySnapshot);
    QVERIFY(Home::bytesOf(**opened) == whole);
}

void TestOpening::snapshotOfOtherLogsIsNone_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kept");
    QTest::addColumn<int>("more");
    QTest::newRow("of more than is here") << QByteArray("bongsu") << 20 << 5;
    QTest::newRow("of another end as long") << QByteArray("bongsu") << 20 << 0;
    QTest::newRow("of an end that others go on from") << QByteArray("bongsu") << 25 << 0;
    QTest::newRow("of another organisation") << QByteArray("another") << 20 << 0;
}

// It opens, and says what these logs do not: an older disk under it, an epoch, a mistake of this program.
void TestOpening::snapshotOfOtherLogsIsNone() {
    QFETCH(QByteArray, name);
    QFETCH(int, kept);
    QFETCH(int, more);
    const auto written = [](const QByteArray& organisation, int notes, const QString& last) {
        TestOrganisation org(organisation);
        const LogId log = org.declare(org.admin());
        for (int i = 0; i < notes; ++i) {
            (void)org.did(org.admin(), log, NoteAdded{},
                          TestOrganisation::words(i < 15 ? QStringLiteral("shared") : last));
        }
        return org;
    };
    const TestOrganisation ours = written("bongsu", kept, QStringLiteral("here"));
    const TestOrganisation theirs = written(name, 20 + more, QStringLiteral("there"));
    Home home;
    for (const KeptEntry& entry : ours.kept()) {
        home.keep(entry);
    }
    Home elsewhere;
    for (const KeptEntry& entry : theirs.kept()) {
        elsewhere.keep(entry);
    }
    const QByteArray whole = Home::bytesOf(**home.open());
    QVERIFY(keepSnapshot(home.under(), Home::bytesOf(**elsewhere.open())).has_value());
    const auto opened = home.open();
    QVERIFY(opened.has_value() && !(*opened)->bySnapshot);
    QVERIFY(Home::bytesOf(**opened) == whole);
}

void TestOpening::damagedEntriesBehindItAreSaid() {
    const RandomLog random(5);
    const auto& all = random.scene.org.kept();
    Home home;
    for (std::size_t i = 0; i < 30; ++i) {
        home.keep(all[i]);
    }
    QVERIFY(home.open(always).has_value());
    home.keep(all[30]);
    home.under().close();
    {
        const auto connection = Connection::open(home.under().file());
        QVERIFY((*connection)
                    ->run("UPDATE entry SET facts = zeroblob(40) WHERE id = (SELECT max(id) FROM entry)")
                    .has_value());
    }
    home.under().reopen();
    const auto opened = home.open();
    QVERIFY(!opened.has_value());
    QCOMPARE(codeOf(opened.error()), failure::corrupt);
}

QTEST_GUILESS_MAIN(TestOpening)
#include "test_opening.moc"
