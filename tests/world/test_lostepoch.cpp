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
    void whatIsNotOnTheDiskYetIsAskedForAgain();
    void anEpochIsGivenBackThoughWhatTheRelaySignedBehindItIsLost();
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
    const PersonDescribed described{*scene.admin().journal().person(), {}, QStringLiteral("later")};
    QVERIFY(scene.offerAtRelay(scene.composeOfOrganisation(scene.admin(), described, 101)));
    scene.commander().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return !scene.commander().forks.empty(); }) && pass());
    scene.commander().disconnect();
    scene.commander().connectToRelay();
    QVERIFY(pass());
    QVERIFY(holdsOrganisation(first));
    QVERIFY(scene.offerAtRelay(scene.composeEpoch()));
    QVERIFY(scene.world.runUntil([&] { return holdsOrganisation(*scene.relay().tip(org)); }));
}

// One has given a part of it, which is on its way to the disk and may not get there, when the other who holds
// it all shows that.
void TestLostEpoch::whatIsNotOnTheDiskYetIsAskedForAgain() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const quint64 kept = scene.relay().tip(org)->seq;
    QVERIFY(scene.declareEpochAtRelay());
    const Statement part = *relay.sequencer().head(org);
    const PersonDescribed described{*scene.admin().journal().person(), {}, QStringLiteral("later")};
    QVERIFY(scene.offerAtRelay(scene.composeOfOrganisation(scene.admin(), described, 101)));
    const Statement all = *relay.sequencer().head(org);
    std::vector<KeptEntry> entries;
    for (const StoredEntry& stored : relay.disk().contents.logs.at(org).entries) {
        if (stored.seq > kept) {
            entries.push_back(stored.entry);
        }
    }
    QCOMPARE(entries.size(), std::size_t(2));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    relay.disk().isFull = true;
    QCOMPARE(relay.sequencer().headShown(part), kept + 1);
    std::optional<bool> isTaken;
    relay.sequencer().takeBack(org, {entries.front()}, false,
                               [&](const auto& taken) { isTaken = taken.has_value(); });
    QVERIFY(!isTaken);
    QCOMPARE(relay.sequencer().headShown(all), kept + 1);
    QVERIFY(scene.world.runUntil([&] { return isTaken == false; }));
    relay.disk().isFull = false;
    relay.sequencer().takeBack(org, entries, false, [](const auto&) {});
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(org)->seq == kept + 2; }));
}

// The relay's head came to the admin's desktop, and the entry itself to nobody.
void TestLostEpoch::anEpochIsGivenBackThoughWhatTheRelaySignedBehindItIsLost() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    Journal& admin = scene.admin().journal();
    const LogId org = LogId::of(*admin.organisationId());
    scene.commander().disconnect();
    scene.responder().disconnect();
    QVERIFY(scene.declareEpochAtRelay());
    const Tip held = *scene.relay().tip(org);
    QVERIFY(scene.world.runUntil([&] { return admin.ledger().tip(org) == held; }));
    Head lost = *decodeHead(relay.sequencer().head(org)->bytes);
    ++lost.seq;
    lost.hash = EntryHash::zeros();
    admin.takeHead(signHead(lost, relay.signer()));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    scene.everybodyConnects();
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(org) == held; }));
    QVERIFY(relay.sequencer().stopped() == behind()); // something is missing still
    const auto isDeclared = [&] { return scene.relay().organisation().epochs.size() == 3; };
    for (int times = 0; times < 10 && !isDeclared(); ++times) { // as people do who were told: too early
        scene.world.declareEpoch(scene.admin());
        QVERIFY(scene.world.runUntil([&] { return isDeclared() || admin.refusedCount() > times; }));
    }
    QVERIFY(isDeclared());
    QVERIFY(scene.settle());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestLostEpoch)
#include "test_lostepoch.moc"
