#include "sync/world.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const LogId fire = numbered<LogId>(20);
const LogId flood = numbered<LogId>(21);

// Both hold the same bytes.
bool sameLog(const FakeDesktop& desktop, const FakeRelay& relay, const LogId& log) {
    const auto& held = desktop.logs.at(log).entries;
    const auto& kept = relay.logs.at(log).entries();
    return std::equal(held.begin(), held.end(), kept.begin(), kept.end(),
                      [](const KeptEntry& one, const KeptEntry& other) { return one.bytes == other.bytes; });
}

// The relay wrote `all` of the log and came back with `kept` of them; the desktop has all.
void holdWhatTheRelayLost(FakeDesktop& desktop, World& world, quint32 all, quint32 kept) {
    world.relay.fill(fire, int(all));
    SampleLog& log = world.relay.logs.at(fire);
    desktop.hold(log, all);
    desktop.logs[fire].head = log.head();
    log.cutBackTo(kept);
}

} // namespace

class TestCatchUp final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theOrganisationComesFirstThenInOrderOfLacking() {
        CatchUp catchUp;
        catchUp.putFirst(sampleOrgLog);
        catchUp.lacks(flood, 4);
        catchUp.lacks(fire, 1);
        QVERIFY(!catchUp.standsBefore(sampleOrgLog));
        catchUp.lacks(sampleOrgLog, 7);
        QVERIFY(catchUp.standsBefore(numbered<LogId>(99))); // all wait for the organisation
        QVERIFY(catchUp.next()->log == sampleOrgLog);
        catchUp.sent(*catchUp.next(), 3, false);
        QVERIFY(catchUp.next()->log == flood);
        catchUp.sent(*catchUp.next(), 2, true);
        QCOMPARE(catchUp.next()->from, quint64(6));
        catchUp.sent(*catchUp.next(), 0, false);
        QVERIFY(catchUp.next()->log == fire);
        catchUp.forget(fire);
        QVERIFY(catchUp.empty());
        QVERIFY(!catchUp.next());
    }

    void aBatchPassedOverWhileAPageIsReadIsNotForgotten() {
        CatchUp catchUp;
        catchUp.putFirst(sampleOrgLog);
        catchUp.lacks(fire, 1);
        const auto want = *catchUp.next(); // the page is being read: entries 1 to 10, and that was all
        catchUp.passedOver(fire, 11, 12);
        QVERIFY(catchUp.isCurrent(want));
        catchUp.sent(want, 10, false);
        QCOMPARE(catchUp.next()->from, quint64(11));
        catchUp.sent(*catchUp.next(), 2, false);
        QVERIFY(catchUp.empty());
    }

    void aPageOfABranchThatEndedIsNotCurrent() {
        CatchUp catchUp;
        catchUp.putFirst(sampleOrgLog);
        catchUp.lacks(fire, 50);
        const auto want = *catchUp.next();
        catchUp.passedOver(fire, 50, 51); // cut back, and on as another epoch
        QVERIFY(!catchUp.isCurrent(want));
        QCOMPARE(catchUp.next()->from, quint64(50));
    }

    void theWindowIsBoundedByPagesAndBytes() {
        PageWindow window;
        for (int i = 0; i < limits::pagesUnacknowledged; ++i) {
            QVERIFY(window.hasRoom());
            QCOMPARE(window.add(1), quint64(i + 1));
        }
        QVERIFY(!window.hasRoom());
        QVERIFY(window.acknowledge(2));
        QVERIFY(window.hasRoom());
        QVERIFY(window.acknowledge(1)); // late: nothing new
        QVERIFY(window.acknowledge(quint64(limits::pagesUnacknowledged)));
        QVERIFY(window.empty());
        QVERIFY(!window.acknowledge(quint64(limits::pagesUnacknowledged) + 1));
        window.add(limits::bytesUnacknowledged);
        QVERIFY(!window.hasRoom());
    }

    void fiveThousandEntriesReachASlowReaderInBoundedPages() {
        World world;
        world.relay.fill(sampleOrgLog, 300);
        world.relay.fill(fire, 5'000);
        FakeDesktop desktop(1, sampleOrg);
        std::deque<std::function<void()>> work;
        desktop.atItsPace = [&](std::function<void()> page) { work.push_back(std::move(page)); };
        Connection& connection = world.connectMember(desktop);
        qsizetype mostQueued = 0;
        std::size_t mostWaiting = 0;
        world.network = [&, intact = world.network](std::function<void()> deliver) {
            mostQueued = std::max(mostQueued, connection.relayLink->queuedBytes());
            intact(std::move(deliver));
        };
        std::function<void()> readOne = [&] { // one page every 100 ms
            mostWaiting = std::max(mostWaiting, work.size());
            if (!work.empty()) {
                work.front()();
                work.pop_front();
            }
            world.time.after(Millis(100), readOne);
        };
        readOne();
        QVERIFY(world.time.passUntil([&] { return desktop.held(fire) == 5'000; }));
        QVERIFY(sameLog(desktop, world.relay, fire));
        QVERIFY(sameLog(desktop, world.relay, sampleOrgLog));
        QCOMPARE(desktop.gaps, 0);
        QVERIFY(mostQueued > 0);
        QVERIFY(mostQueued < limits::bytesUnacknowledged + limits::frameBytes);
        QVERIFY(mostWaiting >= 5);
        QVERIFY(mostWaiting <= std::size_t(limits::bytesUnacknowledged / limits::pageBytes + 2));
        // All of the organisation before anything else.
        const auto firstOther = std::find_if(desktop.arrivals.begin(), desktop.arrivals.end(),
                                             [](const LogId& log) { return log != sampleOrgLog; });
        QCOMPARE(std::count(firstOther, desktop.arrivals.end(), sampleOrgLog), 0);
        QVERIFY(world.time.passUntil([&] { return desktop.caughtUps == 1; }));
    }

    void theNextPageIsAskedForBeforeThisOneGoes() {
        World world;
        world.relay.fill(sampleOrgLog, 2);
        world.relay.fill(fire, 5'000);
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        std::vector<int> readsWhenSent;
        world.network = [&, intact = world.network](std::function<void()> deliver) {
            if (world.relay.reads > 0) {
                readsWhenSent.push_back(world.relay.reads);
            }
            intact(std::move(deliver));
        };
        peer.send(frame::Have{{}, false});
        QVERIFY(world.time.passUntil([&] { return readsWhenSent.size() >= 3; }));
        readsWhenSent.resize(3);
        QCOMPARE(readsWhenSent, (std::vector<int>{2, 3, 4}));
    }

    void everyPageKeepsItsLimits() {
        World world;
        world.relay.fill(sampleOrgLog, 250);
        world.relay.fill(fire, 60, QString(1'900, u'불')); // 5.7 KB each
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        peer.send(frame::Have{{}, false});
        QVERIFY(world.time.passUntil([&] {
            if (const auto* newest = peer.last<frame::Entries>()) {
                peer.send(frame::Ack{newest->page});
            }
            return peer.last<frame::CaughtUp>() != nullptr;
        }));
        std::map<LogId, std::size_t> got;
        quint64 page = 0;
        for (std::size_t i = 0; i < peer.frames.size(); ++i) {
            QVERIFY(peer.messages[i].size() <= limits::frameBytes);
            if (const auto* entries = std::get_if<frame::Entries>(&peer.frames[i])) {
                QCOMPARE(entries->page, ++page);
                QVERIFY(entries->items.size() <= std::size_t(limits::pageEntries));
                QCOMPARE(entries->head.has_value(), !entries->more);
                got[entries->log] += entries->items.size();
            }
        }
        QCOMPARE(got[sampleOrgLog], std::size_t(250));
        QCOMPARE(got[fire], std::size_t(60));
    }

    void withoutAcknowledgementsThePagesStopAndThenTheSession() {
        World world;
        world.relay.fill(sampleOrgLog, 5'000);
        const HashSigner device(1);
        RawPeer& peer = world.connectRawMember(device);
        peer.send(frame::Have{{}, false});
        world.pass(Millis(100));
        const int pages = peer.count<frame::Entries>();
        QVERIFY(pages >= limits::bytesUnacknowledged / limits::pageBytes);
        QVERIFY(pages <= limits::bytesUnacknowledged / limits::pageBytes + 2);
        peer.send(frame::Ack{1});
        world.pass(limits::stallTime - Millis(200));
        QCOMPARE(peer.count<frame::Entries>(), pages + 1);
        QVERIFY(!peer.closedWith);
        world.pass(Millis(400));
        QCOMPARE(peer.closedWith, closecode::tooSlow);
        QCOMPARE(peer.count<frame::Entries>(), pages + 1);
    }

    void anAcknowledgementOfWhatWasNeverSentIsAFault() {
        World world;
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        peer.send(frame::Have{{}, false});
        peer.send(frame::Ack{1});
        world.pass(Millis(50));
        QCOMPARE(peer.closedWith, closecode::protocol);
    }

    void theClientAcknowledgesInOrderWhateverItsJournalFinishesFirst() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        std::vector<std::function<void()>> work;
        desktop.atItsPace = [&](std::function<void()> page) { work.push_back(std::move(page)); };
        Connection connection;
        RawPeer& relay = world.connectToRawRelay(desktop, connection);
        relay.send(frame::Challenge{1, world.relay.relayId(), numbered<Nonce>(1), Moment(Millis(1))});
        world.pass(Millis(20));
        relay.send(frame::Welcome{SessionKind::Member, std::nullopt});
        const HashSigner key(1001);
        SampleLog log(sampleOrg, fire, EpochId::of(sampleOrg), key);
        log.append(makeNote(key, sampleOrg, fire, 1));
        for (quint64 page = 1; page <= 3; ++page) {
            relay.send(frame::Entries{page, fire, {}, log.head(), false});
        }
        world.pass(Millis(20));
        QCOMPARE(work.size(), std::size_t(3));
        work[2]();
        work[1]();
        world.pass(Millis(20));
        QCOMPARE(relay.count<frame::Ack>(), 0);
        work[0]();
        world.pass(Millis(20));
        QCOMPARE(relay.count<frame::Ack>(), 1);
        QCOMPARE(relay.last<frame::Ack>()->page, quint64(3));
    }

    void whatIsWrittenDuringTheCatchUpArrivesWithoutAHole() {
        World world;
        world.relay.fill(sampleOrgLog, 500);
        world.relay.fill(fire, 1'000);
        // Pages are read late, so that entries are numbered between reading and sending.
        world.relay.later = [&](std::function<void()> answer) {
            world.time.after(Millis(3), std::move(answer));
        };
        FakeDesktop desktop(1, sampleOrg);
        world.connectMember(desktop);
        for (int i = 0; i < 300; ++i) {
            world.pass(Millis(1));
            world.relay.write(i % 3 == 0 ? sampleOrgLog : fire);
        }
        QVERIFY(world.time.passUntil([&] {
            return desktop.held(fire) == 1'200 && desktop.held(sampleOrgLog) == 600 && desktop.caughtUps == 1;
        }));
        QCOMPARE(desktop.gaps, 0);
        QVERIFY(sameLog(desktop, world.relay, fire));
        QVERIFY(sameLog(desktop, world.relay, sampleOrgLog));
    }

    void liveBatchesAreEncodedOnceForAll() {
        World world;
        RawPeer& one = world.connectRawMember(HashSigner(1));
        RawPeer& other = world.connectRawMember(HashSigner(2));
        one.send(frame::Have{{}, false});
        other.send(frame::Have{{}, false});
        world.pass(Millis(50));
        world.relay.write(fire);
        world.pass(Millis(50));
        QCOMPARE(one.last<frame::Entries>()->items.size(), std::size_t(1));
        QCOMPARE(one.last<frame::Entries>()->page, frame::Entries::live);
        QVERIFY(one.last<frame::Entries>()->head);
        QVERIFY(one.messages.back().constData() ==
                other.messages.back().constData()); // the same bytes, not equal ones
    }

    void aNewLogIsAnnouncedByItsEntries() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        world.connectMember(desktop);
        world.pass(Millis(200));
        world.relay.write(flood);
        world.pass(Millis(200));
        QCOMPARE(desktop.held(flood), std::size_t(1));
    }

    void aBatchLargerThanAFrameIsDivided() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        world.connectMember(desktop);
        world.pass(Millis(200));
        world.relay.fill(fire, 250);
        const SampleLog& log = world.relay.logs.at(fire);
        world.relay.fanout.publish(fire, 1, log.entries(), log.head());
        world.pass(Millis(200));
        QCOMPARE(desktop.held(fire), std::size_t(250));
        QVERIFY(desktop.logs.at(fire).head);
        QVERIFY(desktop.arrivals.size() >= 3);
    }

    void textsAreWithheldFromThoseWhoMayNotReadThemUntilTheyMay() {
        World world;
        world.relay.fill(fire, 3);
        FakeDesktop reader(1, sampleOrg);
        FakeDesktop outsider(2, sampleOrg);
        world.relay.outsiders.insert(outsider.device());
        world.connectMember(reader);
        Connection& connection = world.connectMember(outsider);
        world.pass(Millis(200));
        world.relay.write(fire); // live as well
        world.pass(Millis(200));
        const auto states = [](const FakeDesktop& desktop, TextPart::State state) {
            const auto& entries = desktop.logs.at(fire).entries;
            return std::count_if(entries.begin(), entries.end(),
                                 [&](const auto& e) { return e.text.state == state; });
        };
        QCOMPARE(states(reader, TextPart::State::Present), 4);
        QCOMPARE(states(outsider, TextPart::State::Withheld), 4);
        QVERIFY(sameLog(outsider, world.relay, fire));
        world.relay.outsiders.clear();
        connection.client->request(fire, 1);
        world.pass(Millis(200));
        QCOMPARE(states(outsider, TextPart::State::Present), 4);
    }

    void aHoleIsAskedFor() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        world.connectMember(desktop);
        world.pass(Millis(200));
        const auto intact = world.network;
        world.relay.write(fire);
        world.pass(Millis(200));
        world.network = [](const std::function<void()>&) {}; // one batch is lost
        world.relay.write(fire);
        world.network = intact;
        world.relay.write(fire);
        world.pass(Millis(200));
        QCOMPARE(desktop.gaps, 1);
        QCOMPARE(desktop.held(fire), std::size_t(3));
        QVERIFY(sameLog(desktop, world.relay, fire));
    }

    void aRequestForALogThatIsNotThereIsHarmless() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        connection.client->request(flood, 1);
        world.relay.write(fire);
        world.pass(Millis(200));
        QVERIFY(connection.client->isOpen());
        QCOMPARE(desktop.held(fire), std::size_t(1));
    }

    void requestsWithoutEndAreAFault() {
        World world;
        world.relay.later = [](const std::function<void()>&) {}; // a store that never answers
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        peer.send(frame::Have{{}, false});
        for (int i = 0; i <= limits::logsPerPeer; ++i) {
            peer.send(frame::Request{numbered<LogId>(1'000 + i), 1});
        }
        world.pass(Millis(100));
        QCOMPARE(peer.closedWith, closecode::protocol);
    }

    void positionsBeyondTheLimitAreAFault() {
        World world;
        RawPeer& peer = world.connectRawMember(HashSigner(1));
        const Position position{fire, {EpochId::of(sampleOrg), 1, numbered<EntryHash>(1)}, std::nullopt};
        const frame::Have full{std::vector(std::size_t(limits::logsPerHave), position), true};
        for (int sent = 0; sent < limits::logsPerPeer; sent += limits::logsPerHave) {
            peer.send(full);
        }
        world.pass(Millis(100));
        QVERIFY(!peer.closedWith);
        peer.send(frame::Have{{position}, false});
        world.pass(Millis(100));
        QCOMPARE(peer.closedWith, closecode::protocol);
    }

    void manyLogsAreNamedInSeveralFrames() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        for (int i = 0; i < 450; ++i) {
            const LogId log = numbered<LogId>(5'000 + i);
            world.relay.fill(log, 2);
            desktop.hold(world.relay.logs.at(log), 1);
            desktop.logs[log].head = world.relay.logs.at(log).head();
        }
        world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return desktop.caughtUps == 1; }));
        for (int i = 0; i < 450; ++i) {
            QCOMPARE(desktop.held(numbered<LogId>(5'000 + i)), std::size_t(2));
        }
        QCOMPARE(desktop.gaps, 0);
    }

    void anotherBranchReplacesWhatItEnded() {
        World world;
        world.relay.fill(fire, 20);
        FakeDesktop behind(1, sampleOrg);
        behind.hold(world.relay.logs.at(fire), 15);
        FakeDesktop live(2, sampleOrg);
        world.connectMember(live);
        world.pass(Millis(200));
        QCOMPARE(live.held(fire), std::size_t(20));
        world.relay.logs.at(fire).branch(numbered<EpochId>(77), 10);
        world.relay.write(fire);   // seq 11, told to the live one
        world.relay.fill(fire, 8); // told to nobody: the live one will ask
        world.connectMember(behind);
        world.pass(Millis(200));
        world.relay.write(fire);
        world.pass(Millis(200));
        for (const FakeDesktop* desktop : {&behind, &live}) {
            QVERIFY(sameLog(*desktop, world.relay, fire));
            QCOMPARE(desktop->forks, 0);
            QCOMPARE(desktop->rewinds, 1);
        }
    }

    void aRestoredRelayTakesBackWhatDesktopsHold() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        holdWhatTheRelayLost(desktop, world, 400, 80);
        world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return world.relay.givenBack[fire].size() == 320; }));
        for (std::size_t i = 0; i < 320; ++i) {
            QCOMPARE(world.relay.givenBack[fire][i].bytes, desktop.logs[fire].entries[80 + i].bytes);
        }
        world.pass(Millis(200));
        QCOMPARE(world.relay.givenBack[fire].size(), std::size_t(320));
    }

    // Whoever answers with what fits nowhere would be asked as fast as the line goes.
    void aLogIsAskedForAnewOnceInASession() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        holdWhatTheRelayLost(desktop, world, 90, 80);
        world.relay.asksAnewFrom = 1;
        world.connectMember(desktop);
        QVERIFY(world.time.passUntil([&] { return world.relay.givenBack[fire].size() == 10 + 90; }));
        world.pass(Millis(2000));
        QCOMPARE(world.relay.givenBack[fire].size(), std::size_t(10 + 90));
    }
};

QTEST_APPLESS_MAIN(TestCatchUp)
#include "test_catchup.moc"
