// What a relay's sequencer tells those who offer, over a simulated disk.
#include "world/actors.h"

#include "domain/event/compose.h"

#include <QTest>

namespace bongsu {

class TestSequencer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everybodyHearsOfACommitThatFailed();
};

// One event is refused because of another that stands before it in the same commit. When the disk does not
// take that commit, the refusal rests on nothing: its author, too, is told that it was not judged.
void TestSequencer::everybodyHearsOfACommitThatFailed() {
    World world(1, {.desktops = 2});
    SimulatedDesktop& author = *world.desktops().back();
    Text words;
    words.text = QStringLiteral("said");
    QVERIFY(author.journal().record(std::nullopt, IncidentDeclared{Grade::Watch}, words));
    const LogId log = author.journal().incidents().front();
    QVERIFY(world.runUntil([&] { return world.relay().sequencer().durableSeq(log) == 1; }));

    constexpr quint64 above = 100; // the author's own numbers
    std::map<int, std::vector<Judgement>> told;
    const auto offer = [&](int number, quint64 deviceSeq) {
        const OrgId org = *author.journal().organisationId();
        const auto made =
            compose(NoteAdded{}, words,
                    Circumstances{org, log, deviceSeq, world.time.now(), std::nullopt, std::nullopt},
                    author.signer(), world.schedule.random());
        world.relay().sequencer().offer(made->offer, std::nullopt, [&, number](const Judgement& judged) {
            told[number].push_back(judged);
            world.relay().disk().isFull = true; // the two that wait share the next commit
        });
    };
    offer(1, above);
    offer(2, above + 1);
    offer(3, above + 1); // refused, were the one before it recorded
    QVERIFY(
        world.runUntil([&] { return told[1].size() == 1 && told[2].size() == 1 && told[3].size() == 1; }));
    QVERIFY(told[1].front().kind == Judgement::Kind::Recorded);
    for (int number : {2, 3}) {
        QVERIFY(told[number].front().kind == Judgement::Kind::Failed);
        QCOMPARE(told[number].front().failure->code, QByteArray(failure::full));
    }
    QCOMPARE(world.relay().sequencer().durableSeq(log), quint64(2));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestSequencer)
#include "test_sequencer.moc"
