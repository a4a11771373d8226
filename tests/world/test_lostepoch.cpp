// A relay that lost an epoch with its disk, and desktops that hold it: whatever else is lost or declared
// meanwhile, everybody is in one epoch in the end, and an admin can declare the next.
#include "world/incidentscene.h"

#include "relay/behind.h"

#include <QTest>

#include <set>

namespace bongsu {

class TestLostEpoch : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoGivesBackWhileAnEpochBeginsIsAskedAgain();
    void whoWasShownTwoHistoriesFollowsTheEpochThatComesLater();
    void whoWasShownTwoHistoriesKnowsAgainWhatItWasShown();
    void whatIsNotOnTheDiskYetIsAskedForAgain();
    void nothingIsGivenUpForAnEpochThatCannotBeTaken();
    void aLostEpochCanComeBackWithAnotherTimeWhichIsSeen();
    void whatOneGaveInVainHidesNothingOfAnothers();
    void whatNobodyHasSignedForIsNotAskedFor();
    void whatWasSignedForIsGivenBackThoughMoreIsLost_data();
    void whatWasSignedForIsGivenBackThoughMoreIsLost();
};

// Everybody holds the epoch that it lost, and it begins another while that is on its way to it: what it was
// shown before counts no more, and which of the two comes first it can only learn anew.
void TestLostEpoch::whoGivesBackWhileAnEpochBeginsIsAskedAgain() {
    std::set<bool> firstCounted;
    for (int i = 0; i < 8; ++i) {
        IncidentScene scene;
        const MemoryContents backup = scene.world.relay().disk().contents;
        for (int spent = 0; spent < i; ++spent) {
            (void)scene.composeEpoch(); // another id for each
        }
        QVERIFY(scene.declareEpochAtRelay());
        const EpochId first = scene.relay().organisation().epochs.back().id;
        QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
        QVERIFY(scene.relayComesBackAloneWith(backup));
        scene.commander().connectToRelay();
        QVERIFY(scene.world.runUntil([&] { return scene.world.relay().sequencer().stopped() == behind(); }));
        QVERIFY(scene.declareEpochAtRelay());
        QVERIFY(scene.relay().organisation().epochs.back().id != first); // it has not been given back yet
        QVERIFY(scene.world.runUntil([&] {
            const LogId org = LogId::of(*scene.relay().organisation().id);
            return scene.commander().journal().ledger().tip(org) == scene.relay().tip(org);
        }));
        firstCounted.insert(scene.relay().organisation().epochs.back().id == first);
        scene.everybodyConnects();
        QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
    }
    QCOMPARE(firstCounted.size(), std::size_t(2));
}

// The relay numbered one epoch twice, its disk having gone between. Whoever holds the first has stopped
// there, and comes again before anything has decided.
void TestLostEpoch::whoWasShownTwoHistoriesFollowsTheEpochThatComesLater() {
    IncidentScene scene;
    const MemoryContents backup = scene.world.relay().disk().contents;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const auto holdsOrganisation = [&](const Tip& tip) {
        return scene.commander().journal().ledger().tip(org) == tip;
    };
    const auto pass = [&] { // all that is told by itself is told
        const Millis begun = scene.world.time.elapsed();
        return scene.world.runUntil(
            [&] { return scene.world.time.elapsed() > begun + 2 * limits::headInterval; });
    };
    const Composed epoch = scene.composeEpoch();
    QVERIFY(scene.offerAtRelay(epoch));
    const Tip first = *scene.relay().tip(org);
    QVERIFY(scene.world.runUntil([&] { return holdsOrganisation(first); }) && pass());
    QVERIFY(scene.relayComesBackAloneWith(backup) && scene.offerAtRelay(epoch));
    QVERIFY(scene.relay().tip(org)->seq == first.seq && scene.relay().tip(org)->hash != first.hash);
    QVERIFY(scene.describeAtRelay(scene.admin()));
    scene.commander().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return !scene.commander().forks.empty(); }) && pass());
    scene.commander().disconnect();
    scene.commander().connectToRelay();
    QVERIFY(pass());
    QVERIFY(holdsOrganisation(first));
    QVERIFY(scene.offerAtRelay(scene.composeEpoch()));
    QVERIFY(scene.world.runUntil([&] { return holdsOrganisation(*scene.relay().tip(org)); }));
}

// What is asked for behind our end begins with what has come of it already.
void TestLostEpoch::whoWasShownTwoHistoriesKnowsAgainWhatItWasShown() {
    IncidentScene scene;
    const MemoryContents backup = scene.world.relay().disk().contents;
    Journal& reader = scene.commander().journal();
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const quint64 kept = scene.relay().tip(org)->seq;
    QVERIFY(scene.describeAtRelay(scene.responder(), 101));
    const auto lost = scene.relay().tip(org);
    QVERIFY(scene.world.runUntil([&] { return reader.ledger().tip(org) == lost; }));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    for (const quint64 deviceSeq : {101, 102, 103}) {
        QVERIFY(scene.describeAtRelay(scene.admin(), deviceSeq));
    }
    const auto sent = [&](quint64 behind) {
        const auto entries = scene.numberedBehind(org, behind);
        reader.takeEntries(org, entries, scene.world.relay().sequencer().head(org), {});
    };
    sent(kept);
    QVERIFY(!scene.commander().forks.empty() && !reader.isRewinding());
    QVERIFY(scene.declareEpochAtRelay());
    sent(kept + 1);
    QVERIFY(reader.isRewinding()); // to follow the epoch
}

// One has given a part of it, which is on its way to the disk and may not get there, when the other who holds
// it all shows that.
void TestLostEpoch::whatIsNotOnTheDiskYetIsAskedForAgain() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const quint64 kept = scene.relay().tip(org)->seq;
    QVERIFY(scene.describeAtRelay(scene.admin(), 101));
    const Statement before = *relay.sequencer().head(org);
    QVERIFY(scene.declareEpochAtRelay());
    const Statement part = *relay.sequencer().head(org);
    QVERIFY(scene.describeAtRelay(scene.admin(), 102));
    const Statement all = *relay.sequencer().head(org);
    const std::vector<KeptEntry> entries = scene.numberedBehind(org, kept);
    QCOMPARE(entries.size(), std::size_t(3));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    relay.disk().isFull = true;
    QCOMPARE(relay.sequencer().headShown(part), kept + 1);
    std::optional<bool> isTaken;
    relay.sequencer().takeBack(org, {entries[0], entries[1]}, {},
                               [&](const auto& taken) { isTaken = taken.has_value(); });
    QVERIFY(!isTaken);
    for (const Statement& shown : {before, part, all}) {
        QCOMPARE(relay.sequencer().headShown(shown), kept + 1);
    }
    QVERIFY(scene.world.runUntil([&] { return isTaken == false; }));
    relay.disk().isFull = false;
    relay.sequencer().takeBack(org, entries, {}, [](const auto&) {});
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(org)->seq == kept + 3; }));
}

// Where whoever gives it says that he may not read a text in front of the epoch, nothing that the relay
// numbered instead goes for the rest.
void TestLostEpoch::nothingIsGivenUpForAnEpochThatCannotBeTaken() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const quint64 kept = scene.relay().tip(org)->seq;
    QVERIFY(scene.describeAtRelay(scene.admin()) && scene.describeAtRelay(scene.responder()) &&
            scene.declareEpochAtRelay());
    const EpochId lost = scene.relay().organisation().epochs.back().id;
    const Statement head = *relay.sequencer().head(org);
    std::vector<KeptEntry> entries = scene.numberedBehind(org, kept);
    QVERIFY(scene.relayComesBackAloneWith(backup));
    QVERIFY(scene.describeAtRelay(scene.commander()));
    const auto ours = scene.relay().tip(org);
    QVERIFY(relay.sequencer().headShown(head) != 0);
    const KeptEntry readable = entries[1];
    entries[1].text = TextPart::withheld();
    bool isAnswered = false;
    relay.sequencer().takeBack(org, entries, {}, [&](const auto&) { isAnswered = true; });
    QVERIFY(scene.world.runUntil([&] { return isAnswered; }));
    QCOMPARE(scene.relay().tip(org), ours);
    entries[1] = readable;
    relay.sequencer().takeBack(org, entries, {}, [](const auto&) {});
    QVERIFY(scene.world.runUntil([&] { return scene.relay().organisation().epochs.back().id == lost; }));
}

// Its admin has signed what it says, and nobody but the relay when it was recorded: where the relay's word
// for that is lost, whoever gives the epoch back can change it. That is seen, and the next epoch decides.
void TestLostEpoch::aLostEpochCanComeBackWithAnotherTimeWhichIsSeen() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const quint64 kept = scene.relay().tip(org)->seq;
    QVERIFY(scene.declareEpochAtRelay());
    QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
    const Tip held = *scene.relay().tip(org);
    KeptEntry epoch = scene.numberedBehind(org, kept).front();
    Entry retimed = *decodeEntry(epoch.bytes);
    retimed.recordedAt = retimed.recordedAt + Millis(1000);
    epoch.bytes = encode(retimed);
    const Statement lost = scene.signedBehind(org);
    QVERIFY(scene.relayComesBackAloneWith(backup));
    QVERIFY(relay.sequencer().headShown(lost) != 0);
    relay.sequencer().takeBack(org, {epoch}, {}, [](const auto&) {});
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(org)->seq == held.seq; }));
    QCOMPARE(scene.relay().organisation().epochs.back().id, held.epoch);
    QVERIFY(scene.relay().tip(org)->hash != held.hash);
    scene.everybodyConnects();
    QVERIFY(scene.world.runUntil(
        [&] { return scene.everybody([](SimulatedDesktop& desktop) { return !desktop.forks.empty(); }); }));
    QVERIFY(scene.declareUntilRecorded(3));
    QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }) && scene.settle());
}

// Nor does what one gave in vain keep out what another gives: whoever's does not go on from it is asked anew.
void TestLostEpoch::whatOneGaveInVainHidesNothingOfAnothers() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const quint64 kept = scene.relay().tip(org)->seq;
    Composed first = scene.composeEpoch();
    Composed second = scene.composeEpoch();
    if (second.event.id < first.event.id) { // of two admins' the smaller id counts
        std::swap(first, second);
    }
    QVERIFY(scene.offerAtRelay(first));
    QVERIFY(scene.describeAtRelay(scene.admin()));
    const Statement all = *relay.sequencer().head(org);
    const auto lost = scene.numberedBehind(org, kept);
    QVERIFY(scene.relayComesBackAloneWith(backup) && scene.offerAtRelay(second));
    const auto rival = scene.numberedBehind(org, kept);
    QVERIFY(scene.relayComesBackAloneWith(backup));
    QVERIFY(relay.sequencer().headShown(all) != 0);
    const auto gives = [&](const std::vector<KeptEntry>& entries) {
        std::optional<Result<std::optional<quint64>>> answer;
        relay.sequencer().takeBack(org, entries, {}, [&](const auto& taken) { answer = taken; });
        (void)scene.world.runUntil([&] { return answer.has_value(); });
        return answer && *answer ? **answer : std::optional<quint64>(0);
    };
    QCOMPARE(gives({lost.front()}), std::optional<quint64>()); // by its admin's word
    QCOMPARE(scene.relay().tip(org)->seq, kept + 1);
    QCOMPARE(gives(rival), std::optional<quint64>()); // in vain
    for (int asked = 0; asked < 2; ++asked) {
        QCOMPARE(gives({rival.front(), lost.back()}), std::optional<quint64>(1));
    }
    QCOMPARE(gives(lost), std::optional<quint64>());
    QCOMPARE(scene.relay().tip(org)->seq, kept + 2);
}

// What came to its holder before the line broke, and the head after it did not.
void TestLostEpoch::whatNobodyHasSignedForIsNotAskedFor() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const quint64 kept = scene.relay().tip(scene.log)->seq;
    QVERIFY(scene.note(scene.responder()));
    const Statement signedFor = *relay.sequencer().head(scene.log);
    QVERIFY(scene.note(scene.responder()));
    const auto lost = scene.numberedBehind(scene.log, kept);
    QVERIFY(scene.relayComesBackAloneWith(backup));
    QVERIFY(relay.sequencer().headShown(signedFor) != 0);
    relay.sequencer().takeBack(scene.log, lost, {}, [](const auto&) {});
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(scene.log)->seq == kept + 1; }));
}

void TestLostEpoch::whatWasSignedForIsGivenBackThoughMoreIsLost_data() {
    QTest::addColumn<bool>("describes");
    QTest::addColumn<bool>("declares");
    QTest::newRow("what its head proves") << true << false;
    QTest::newRow("an epoch") << false << true;
    QTest::newRow("an epoch without a head behind what one proves") << true << true;
}

// The relay's head of one more came to the admin's desktop, and the entry itself to nobody.
void TestLostEpoch::whatWasSignedForIsGivenBackThoughMoreIsLost() {
    QFETCH(const bool, describes);
    QFETCH(const bool, declares);
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    Journal& admin = scene.admin().journal();
    const LogId org = LogId::of(*admin.organisationId());
    const auto isHeld = [&] { return admin.ledger().tip(org) == scene.relay().tip(org); };
    scene.commander().disconnect();
    scene.responder().disconnect();
    if (describes) {
        QVERIFY(scene.describeAtRelay(scene.admin()));
        QVERIFY(scene.world.runUntil(isHeld));
    }
    if (describes && declares) {
        scene.admin().disconnect();
    }
    if (declares) {
        QVERIFY(scene.declareEpochAtRelay());
        if (describes) {
            admin.takeEntries(org, scene.numberedBehind(org, admin.ledger().tip(org)->seq), {}, {});
        }
        QVERIFY(scene.world.runUntil(isHeld));
    }
    const Tip held = *scene.relay().tip(org);
    admin.takeHead(scene.signedBehind(org));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    scene.everybodyConnects();
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(org) == held; }));
    QVERIFY(relay.sequencer().stopped() == behind()); // something is missing still
    QVERIFY(scene.declareUntilRecorded(declares ? 3 : 2));
    QVERIFY(scene.settle());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestLostEpoch)
#include "test_lostepoch.moc"
