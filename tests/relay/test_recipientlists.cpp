// Lists of addresses at a relay: read as people write them, kept over a restart, gone when taken away.
#include "domain/base/limits.h"
#include "relay/bench.h"
#include "relay/recipientlists.h"

#include <QTest>

using namespace bongsu;

class TestRecipientLists : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsLinesOnce();
    void saysTheLineThatIsWrong();
    void largeListsComeBack();
    void aListTakenAwayIsGone();

  private:
    static Result<quint64> set(Bench& bench, RecipientLists& lists, const QString& list,
                               const QByteArray& lines) {
        std::optional<Result<quint64>> said;
        lists.set(list, lines, [&](const Result<quint64>& count) { said = count; });
        bench.run();
        return *said;
    }
};

void TestRecipientLists::readsLinesOnce() {
    Bench bench;
    MemoryStore store(bench.disk, bench.schedule());
    RecipientLists lists(store);
    const auto count =
        set(bench, lists, QStringLiteral("users"), "01012345678\n\n# a word\n 01012345678 \na@b.kr # x\n");
    QCOMPARE(count.value(), quint64(2));
    QCOMPARE(*lists.find(QStringLiteral("users")),
             (std::vector<QString>{QStringLiteral("01012345678"), QStringLiteral("a@b.kr")}));
    QCOMPARE(lists.find(QStringLiteral("staff")), nullptr);
}

void TestRecipientLists::saysTheLineThatIsWrong() {
    Bench bench;
    MemoryStore store(bench.disk, bench.schedule());
    RecipientLists lists(store);
    const auto wrong = set(bench, lists, QStringLiteral("users"), "a@b.kr\na@b.kr,c@d.kr\n");
    QCOMPARE(std::get<Refusal>(wrong.error()).detail, QByteArray("2"));
    QVERIFY(!set(bench, lists, QStringLiteral("users"), QByteArray(limits::recipientBytes + 1, 'a')));
    QVERIFY(!set(bench, lists, QStringLiteral("a/b"), "a@b.kr"));
    QCOMPARE(lists.find(QStringLiteral("users")), nullptr);
}

void TestRecipientLists::largeListsComeBack() {
    Bench bench;
    QByteArray lines;
    for (int i = 0; i < 20'000; ++i) {
        lines += "user" + QByteArray::number(i) + "@example.kr\n";
    }
    {
        MemoryStore store(bench.disk, bench.schedule());
        RecipientLists lists(store);
        QCOMPARE(set(bench, lists, QStringLiteral("users"), lines).value(), quint64(20'000));
    }
    MemoryStore store(bench.disk, bench.schedule());
    RecipientLists lists(store);
    lists.open(bench.disk->contents.settings);
    QCOMPARE(lists.find(QStringLiteral("users"))->size(), std::size_t(20'000));
    QCOMPARE(lists.find(QStringLiteral("users"))->back(), QStringLiteral("user19999@example.kr"));
    // A shorter one leaves nothing of the longer behind.
    QCOMPARE(set(bench, lists, QStringLiteral("users"), "a@b.kr").value(), quint64(1));
    RecipientLists again(store);
    again.open(bench.disk->contents.settings);
    QCOMPARE(again.find(QStringLiteral("users"))->size(), std::size_t(1));
}

void TestRecipientLists::aListTakenAwayIsGone() {
    Bench bench;
    MemoryStore store(bench.disk, bench.schedule());
    RecipientLists lists(store);
    QVERIFY(set(bench, lists, QStringLiteral("users"), "a@b.kr"));
    QCOMPARE(set(bench, lists, QStringLiteral("users"), "").value(), quint64(0));
    QCOMPARE(lists.find(QStringLiteral("users")), nullptr);
    QVERIFY(bench.disk->contents.settings.empty());
}

QTEST_APPLESS_MAIN(TestRecipientLists)
#include "test_recipientlists.moc"
