// What a relay does of its own waits while people give back what it had lost: what came of it comes behind
// it.
#include "world/incidentscene.h"

#include "relay/behind.h"

#include <QTest>

namespace bongsu {

namespace {

const QString page = QStringLiteral("page");

Text because() {
    Text text = said();
    text.reason = QStringLiteral("because");
    return text;
}

// The newest time that the notice began to go out on its channel.
std::optional<EventId> begunIn(const Ledger& ledger, const LogId& log, const EventId& notice) {
    const Incident* incident = ledger.incident(log);
    const auto known =
        incident ? incident->notices.find(notice) : std::map<EventId, NoticeStatus>::const_iterator();
    if (!incident || known == incident->notices.end()) {
        return std::nullopt;
    }
    const auto delivery = known->second.deliveries.find(page);
    return delivery == known->second.deliveries.end() ? std::nullopt : std::optional(delivery->second.begun);
}

bool isReleased(const Ledger& ledger, const LogId& log, const EventId& notice) {
    const Incident* incident = ledger.incident(log);
    const auto known =
        incident ? incident->notices.find(notice) : std::map<EventId, NoticeStatus>::const_iterator();
    return incident && known != incident->notices.end() && known->second.wasApproved();
}

// A notice that went out after the backup; only the responder saw it begin. The relay is in a new epoch, and
// nobody is connected.
struct WentOutBefore {
    IncidentScene scene;
    EventId notice = EventId::zeros();
    EventId begun = EventId::zeros();

    void happen() {
        const MemoryContents backup = scene.world.relay().disk().contents;
        NoticeProposed proposal;
        proposal.outgoings.emplace_back().channel = page;
        proposal.validForMs = 3'600'000;
        const auto made =
            scene.commander().journal().recordNaming(scene.log, proposal, QByteArray("texts"), because());
        QVERIFY(made.has_value());
        notice = made->event;
        QVERIFY(scene.settle());
        scene.admin().disconnect();
        QVERIFY(scene.commander().journal().record(scene.log, NoticeOverridden{notice}, because()));
        QVERIFY(scene.world.runUntil([&] { return scene.commander().journal().pendingCount() == 0; }));
        scene.commander().disconnect();
        QVERIFY(!begunIn(scene.commander().journal().ledger(), scene.log, notice));
        const Ledger& witness = scene.responder().journal().ledger();
        QVERIFY(scene.world.runUntil([&] { return begunIn(witness, scene.log, notice).has_value(); }));
        begun = *begunIn(witness, scene.log, notice);
        QVERIFY(scene.relayComesBackAloneWith(backup));
        QVERIFY(scene.declareEpochAtRelay());
    }
};

} // namespace

class TestHeldBack : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatWentOutIsGivenBackBehindItsApproval();
    void whatNobodySawGoOutGoesOut();
    void nobodyKeepsTheRelayFromItsWork();
    void nothingIsRefusedBeforeItsLogIsInTheEpoch();
    void whatIsSaidOfALostEntryIsJudgedBehindIt_data();
    void whatIsSaidOfALostEntryIsJudgedBehindIt();
    void nobodyWaitsForAnEpochThatCannotCome();
};

void TestHeldBack::whatWentOutIsGivenBackBehindItsApproval() {
    WentOutBefore before;
    before.happen();
    IncidentScene& scene = before.scene;
    scene.admin().connectToRelay();
    scene.commander().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return isReleased(scene.relay(), scene.log, before.notice); }));
    scene.responder().connectToRelay();
    QVERIFY(
        scene.world.runUntil([&] { return begunIn(scene.relay(), scene.log, before.notice).has_value(); }));
    QCOMPARE(*begunIn(scene.relay(), scene.log, before.notice), before.begun);
    QVERIFY(scene.settle());
}

void TestHeldBack::whatNobodySawGoOutGoesOut() {
    WentOutBefore before;
    before.happen();
    IncidentScene& scene = before.scene;
    scene.admin().connectToRelay();
    scene.commander().connectToRelay();
    QVERIFY(
        scene.world.runUntil([&] { return begunIn(scene.relay(), scene.log, before.notice).has_value(); }));
    QVERIFY(*begunIn(scene.relay(), scene.log, before.notice) != before.begun);
    scene.responder().connectToRelay(); // too late: the relay has done it again
    QVERIFY(scene.settle());
    QCOMPARE(scene.responder().journal().refusedCount(), 0);
}

// Somebody offers one thing after the other with a place of before.
void TestHeldBack::nobodyKeepsTheRelayFromItsWork() {
    IncidentScene scene;
    const EpochId ended = scene.relay().organisation().epochs.back().id;
    QVERIFY(scene.declareEpochAtRelay());
    QVERIFY(scene.world.runUntil([&] { return !scene.relay().isLeftBehind(scene.log); }));
    const Sequencer& relay = scene.world.relay().sequencer();
    const Moment begin = scene.world.time.now();
    const auto giveBack = [&](quint64 number) {
        const Carried place{ended, number, begin, EntryHash::zeros()};
        bool isAnswered = false;
        scene.world.relay().sequencer().offer(scene.compose(scene.commander(), NoteAdded{}, number).offer,
                                              place, [&](const Judgement&) { isAnswered = true; });
        return scene.world.runUntil([&] { return isAnswered; });
    };
    quint64 number = 100;
    QVERIFY(giveBack(number));
    QVERIFY(relay.isBeingGivenBack());
    while (relay.isBeingGivenBack() && number < 1'000) {
        const Moment next = scene.world.time.now() + std::chrono::seconds(5);
        QVERIFY(scene.world.runUntil([&] { return scene.world.time.now() >= next; }));
        QVERIFY(giveBack(++number));
    }
    const Millis heldBack = scene.world.time.now() - begin;
    QVERIFY(heldBack >= givenBackMost && heldBack < givenBackMost + std::chrono::minutes(1));
    QVERIFY(scene.declareEpochAtRelay()); // what it loses after that is given back, too
    QVERIFY(scene.world.runUntil([&] { return !scene.relay().isLeftBehind(scene.log); }));
    QVERIFY(giveBack(++number));
    QVERIFY(relay.isBeingGivenBack());
}

// Whoever offers it has not heard of the epoch either.
void TestHeldBack::nothingIsRefusedBeforeItsLogIsInTheEpoch() {
    IncidentScene scene;
    scene.admin().disconnect();
    QVERIFY(scene.declareEpochAtRelay());
    const Composed pinned = scene.compose(scene.commander(), EntryPinned{EventId::zeros()});
    const auto judged = [&] {
        std::optional<Judgement> answer;
        scene.world.relay().sequencer().offer(pinned.offer, std::nullopt,
                                              [&](const Judgement& judgement) { answer = judgement; });
        scene.world.runUntil([&] { return answer.has_value(); });
        return *answer;
    };
    const Judgement before = judged();
    QCOMPARE(before.kind, Judgement::Kind::Failed);
    QCOMPARE(before.failure->code, QByteArray(failure::epochAwaited)); // the relay itself has not stopped
    scene.admin().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return !scene.relay().isLeftBehind(scene.log); }));
    QCOMPARE(judged().kind, Judgement::Kind::Refused);
}

void TestHeldBack::whatIsSaidOfALostEntryIsJudgedBehindIt_data() {
    QTest::addColumn<bool>("isEntered");
    QTest::newRow("its log has entered the epoch") << true;
    QTest::newRow("its log has not yet") << false;
}

// Somebody went on working while the relay was away.
void TestHeldBack::whatIsSaidOfALostEntryIsJudgedBehindIt() {
    QFETCH(bool, isEntered);
    IncidentScene scene;
    Journal& author = scene.commander().journal();
    const MemoryContents backup = scene.world.relay().disk().contents;
    const EventId note = scene.record(scene.commander(), NoteAdded{});
    QVERIFY(scene.settle());
    scene.commander().disconnect();
    QVERIFY(author.record(scene.log, EntryPinned{note}, {}));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    QVERIFY(scene.declareEpochAtRelay());
    if (isEntered) {
        scene.admin().connectToRelay();
        QVERIFY(scene.world.runUntil([&] { return !scene.relay().isLeftBehind(scene.log); }));
        scene.admin().disconnect();
    }
    scene.commander().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return author.ledger().organisation().epochs.size() == 2; }));
    scene.admin().connectToRelay();
    scene.responder().connectToRelay();
    QVERIFY(scene.settle());
    QCOMPARE(author.refusedCount(), 0);
    QVERIFY(scene.relay().index(scene.log)->find(note));
}

// The organisation's log stops before it, at something that this desktop may not take.
void TestHeldBack::nobodyWaitsForAnEpochThatCannotCome() {
    IncidentScene scene;
    scene.commander().disconnect();
    Journal& author = scene.commander().journal();
    QVERIFY(author.record(scene.log, NoteAdded{}, said()));
    bool isKept = false;
    author.whenKept([&] { isKept = true; });
    QVERIFY(scene.world.runUntil([&] { return isKept; }));
    author.sessionBegan({true, EpochId::zeros()});
    QVERIFY(author.nextOffers(0, 10).empty());
    int told = 0;
    QObject::connect(&author, &Journal::offersChanged, &author, [&] { ++told; });
    const LogId org = LogId::of(*author.organisationId());
    KeptEntry unreadable = scene.world.relay().disk().contents.logs.at(org).entries.back().entry;
    unreadable.bytes = "what nobody has signed";
    author.takeEntries(org, {unreadable}, std::nullopt, [] {});
    QCOMPARE(told, 1);
    QCOMPARE(author.nextOffers(0, 10).size(), std::size_t(1));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestHeldBack)
#include "test_heldback.moc"
