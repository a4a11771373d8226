// A relay that stops and goes on in another epoch, and what people did meanwhile: nothing waits for ever.
#include "world/incidentscene.h"

#include "relay/behind.h"

#include <QTest>

namespace bongsu {

class TestRelayBehind : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRefusalBesideACommitThatFailsIsAnswered();
    void anEpochIsDeclaredThoughSomethingWaits();
    void aLogThatMovedMeanwhileEntersTheEpoch();
    void aRevokedDeviceIsAnsweredThoughItsLogWaitsForAnEpoch();
    void aLogOfWhichTheRelayHoldsLessEntersTheEpochThere();
    void aLogThatTheRelayHasNotIsRecordedAgainInTheEpoch();
    void twoLogsAreGivenBackAtOnce();
    void aTextThatItsHolderMayNotReadIsGivenBackByAnother();
    void whatStandsBeforeSuchATextIsTakenFromAnybody();
    void whatAFullDiskKeepsWaitingIsGivenBack();
    void whatARelaysFullDiskCouldNotTakeIsGivenBackAgain();
    void anEpochIsDeclaredAgainAfterOneThatWasStale();
    void aDesktopThatMissedTwoEpochsCriesNoFork_data();
    void aDesktopThatMissedTwoEpochsCriesNoFork();
    void theBetterOfTwoEpochsIsHeardOf();
    void theRelayGoesOverToAnEpochThatItLost_data();
    void theRelayGoesOverToAnEpochThatItLost();
    void aLogOfWhichTheRelayHasAnotherHistoryEntersTheEpoch_data();
    void aLogOfWhichTheRelayHasAnotherHistoryEntersTheEpoch();
    void whatWaitedForALostEntryDoesNotBlockItsLog();
    void aLogThatMissedAnEpochEntersTheNextOne();
    void aLogThatEnteredUnheardIsAskedForAnew_data();
    void aLogThatEnteredUnheardIsAskedForAnew();
};

// The three share one commit. Whoever is not answered waits until the line breaks, and a relay's own act for
// ever.
void TestRelayBehind::aRefusalBesideACommitThatFailsIsAnswered() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    std::vector<Judgement::Kind> kinds;
    const auto offer = [&](const Composed& made) {
        relay.sequencer().offer(made.offer, std::nullopt, [&](const Judgement& judged) {
            kinds.push_back(judged.kind);
            relay.disk().isFull = true; // for what comes behind the first
        });
    };
    const Composed first = scene.compose(scene.commander(), NoteAdded{}, 100);
    offer(first);
    offer(scene.compose(scene.commander(), NoteAdded{}, 101));
    offer(scene.compose(scene.responder(), GradeChanged{Grade::Total, first.event.id}));
    offer(first);
    QVERIFY(scene.world.runUntil([&] { return kinds.size() == 4; }));
    QCOMPARE(kinds, (std::vector{Judgement::Kind::Recorded, Judgement::Kind::Failed, Judgement::Kind::Failed,
                                 Judgement::Kind::Failed}));
}

void TestRelayBehind::anEpochIsDeclaredThoughSomethingWaits() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    QVERIFY(scene.note(scene.responder()) && scene.settle());
    relay.comeBackWith(backup);
    QVERIFY(scene.world.runUntil([&] { return relay.isUp() && relay.sequencer().stopped() == behind(); }));
    Journal& admin = scene.admin().journal();
    QVERIFY(admin.record(LogId::of(*admin.organisationId()),
                         DeviceRevoked{scene.responder().journal().device()}, {}));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] {
        return !relay.sequencer().stopped() && scene.relay().organisation().epochs.size() == 2 &&
               admin.pendingCount() == 0;
    }));
    QVERIFY(scene.world.runUntil([&] { return admin.refusedCount() == 0; }));
    QVERIFY(scene.relay()
                .organisation()
                .author(scene.responder().journal().device(), scene.relay().organisation().seq)
                ->revoked);
}

// Somebody writes before the log has been taken there: it ends elsewhere than the admin said.
void TestRelayBehind::aLogThatMovedMeanwhileEntersTheEpoch() {
    IncidentScene scene;
    scene.world.declareEpoch(scene.admin());
    scene.world.relay().sequencer().offer(scene.compose(scene.commander(), NoteAdded{}).offer, std::nullopt,
                                          [](const Judgement&) {});
    QVERIFY(scene.world.runUntil([&] {
        return scene.relay().organisation().epochs.size() == 2 && !scene.relay().isLeftBehind(scene.log);
    }));
    QVERIFY(scene.note(scene.commander()) && scene.settle());
    // Nothing that an admin could do about it stands among what was refused.
    QCOMPARE(scene.admin().journal().refusedCount(), 0);
}

// It will never hear that the log has gone on.
void TestRelayBehind::aRevokedDeviceIsAnsweredThoughItsLogWaitsForAnEpoch() {
    IncidentScene scene;
    scene.admin().disconnect();
    QVERIFY(scene.declareEpochAtRelay());
    QVERIFY(scene.offerAtRelay(
        scene.composeOfOrganisation(scene.admin(), DeviceRevoked{scene.responder().journal().device()})));
    const LogId org = LogId::of(*scene.relay().organisation().id);
    Journal& revoked = scene.responder().journal();
    QVERIFY(scene.world.runUntil([&] { return revoked.ledger().tip(org) == scene.relay().tip(org); }));
    QVERIFY(revoked.ledger().isLeftBehind(scene.log));
    QVERIFY(revoked.record(scene.log, NoteAdded{}, said()));
    QVERIFY(scene.world.runUntil([&] { return revoked.pendingCount() == 0; }));
    QCOMPARE(revoked.refusedCount(), 1);
}

// The epoch is declared before anybody has shown the relay what it lost.
void TestRelayBehind::aLogOfWhichTheRelayHoldsLessEntersTheEpochThere() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const EventId note = scene.record(scene.responder(), NoteAdded{});
    QVERIFY(scene.settle());
    QVERIFY(scene.relayComesBackWith(backup));
    QVERIFY(scene.declareEpochAtRelay());
    QVERIFY(scene.world.runUntil([&] {
        return !scene.relay().isLeftBehind(scene.log) && scene.relay().index(scene.log)->find(note);
    }));
    QVERIFY(scene.settle());
    QVERIFY(!scene.somebodyCriesFork());
}

// Nor does it know that it lost one: nobody shows it a head.
void TestRelayBehind::aLogThatTheRelayHasNotIsRecordedAgainInTheEpoch() {
    const bool isSilent = true;
    IncidentScene scene(isSilent);
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const EventId declared = scene.record(scene.commander(), IncidentDeclared{Grade::Watch});
    const LogId lost = LogId::of(declared);
    QVERIFY(scene.world.runUntil([&] {
        return scene.everybody([&](SimulatedDesktop& desktop) {
            return desktop.journal().ledger().tip(lost) && desktop.journal().pendingCount() == 0;
        });
    }));
    QVERIFY(scene.relayComesBackWith(backup));
    QVERIFY(scene.note(scene.responder()) && scene.settle()); // everybody is connected again
    QVERIFY(!scene.relay().index(lost));
    QVERIFY(scene.declareEpochAtRelay());
    QVERIFY(scene.world.runUntil([&] {
        return scene.relay().tip(lost) && scene.everybody([&](SimulatedDesktop& desktop) {
            return desktop.journal().ledger().tip(lost) == scene.relay().tip(lost);
        });
    }));
    QVERIFY(scene.note(scene.responder()) && scene.settle());
}

void TestRelayBehind::twoLogsAreGivenBackAtOnce() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    (void)scene.record(scene.responder(), NoteAdded{});
    const LogId other = LogId::of(scene.record(scene.commander(), IncidentDeclared{Grade::Watch}));
    QVERIFY(scene.settle() &&
            scene.world.runUntil([&] { return scene.admin().journal().newestHeads().contains(other); }));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    std::vector<bool> given;
    for (const LogId& log : {scene.log, other}) {
        QVERIFY(relay.sequencer().headShown(scene.admin().journal().newestHeads().at(log)) != 0);
        std::vector<KeptEntry> entries;
        for (const StoredEntry& stored : scene.admin().disk().contents.logs.at(log).entries) {
            entries.push_back(stored.entry);
        }
        relay.sequencer().takeBack(log, entries, {},
                                   [&](const auto& taken) { given.push_back(taken.has_value()); });
    }
    QVERIFY(scene.world.runUntil([&] { return given.size() == 2; }));
    QCOMPARE(given, (std::vector<bool>{true, true}));
    for (const LogId& log : {scene.log, other}) {
        QCOMPARE(scene.relay().tip(log), scene.admin().journal().ledger().tip(log));
    }
}

// Taken from whoever was refused its text, it would be gone from the relay for ever.
void TestRelayBehind::aTextThatItsHolderMayNotReadIsGivenBackByAnother() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    (void)scene.record(scene.commander(), ReadersSet{{*scene.commander().journal().person()}, {}});
    QVERIFY(scene.settle());
    const MemoryContents backup = relay.disk().contents;
    (void)scene.record(scene.commander(), NoteAdded{});
    QVERIFY(scene.settle());
    const Tip lost = *scene.relay().tip(scene.log);
    const auto newestText = [&](const MemoryDisk& disk) {
        return disk.contents.logs.at(scene.log).entries.back().entry.text.state;
    };
    QVERIFY(scene.world.runUntil(
        [&] { return newestText(scene.responder().disk()) == TextPart::State::Withheld; }));
    scene.admin().disconnect();
    scene.commander().disconnect();
    relay.comeBackWith(backup);
    QVERIFY(scene.world.runUntil([&] { return relay.isUp() && relay.sequencer().stopped() == behind(); }));
    const Millis begun = scene.world.time.elapsed();
    QVERIFY(scene.world.runUntil(
        [&] { return scene.world.time.elapsed() - begun > Millis(std::chrono::seconds(10)); }));
    QVERIFY(scene.relay().tip(scene.log) != lost);
    scene.admin().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(scene.log) == lost; }));
    QVERIFY(newestText(relay.disk()) == TextPart::State::Present);
}

// It may be the epoch without which no admin can declare the next one.
void TestRelayBehind::whatStandsBeforeSuchATextIsTakenFromAnybody() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    (void)scene.record(scene.commander(), NoteAdded{});
    QVERIFY(scene.settle());
    const Tip readable = *scene.relay().tip(scene.log);
    (void)scene.record(scene.commander(), ReadersSet{{*scene.commander().journal().person()}, {}});
    (void)scene.record(scene.commander(), NoteAdded{});
    QVERIFY(scene.settle());
    const Tip lost = *scene.relay().tip(scene.log);
    scene.admin().disconnect();
    scene.commander().disconnect();
    relay.comeBackWith(backup);
    QVERIFY(scene.world.runUntil([&] { return relay.isUp() && scene.relay().tip(scene.log) == readable; }));
    QVERIFY(relay.sequencer().stopped() == behind());
    scene.admin().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(scene.log) == lost; }));
    QVERIFY(relay.disk().contents.logs.at(scene.log).entries.back().entry.text.state ==
            TextPart::State::Present);
}

// The relay asks once.
void TestRelayBehind::whatAFullDiskKeepsWaitingIsGivenBack() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    for (const auto& desktop : scene.world.desktops()) {
        desktop->disk().isFull = true;
    }
    QVERIFY(scene.offerAtRelay(scene.compose(scene.commander(), NoteAdded{})) && scene.settle());
    const Tip lost = *scene.relay().tip(scene.log);
    relay.comeBackWith(backup);
    QVERIFY(scene.world.runUntil([&] { return relay.isUp() && scene.relay().tip(scene.log) == lost; }));
}

void TestRelayBehind::whatARelaysFullDiskCouldNotTakeIsGivenBackAgain() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    QVERIFY(scene.note(scene.responder()) && scene.settle());
    const Tip lost = *scene.relay().tip(scene.log);
    QVERIFY(scene.relayComesBackWith(backup));
    relay.disk().isFull = true;
    const Millis begun = scene.world.time.elapsed();
    QVERIFY(scene.world.runUntil(
        [&] { return scene.world.time.elapsed() - begun > Millis(std::chrono::seconds(10)); }));
    QVERIFY(relay.sequencer().stopped() == behind() && scene.relay().tip(scene.log) != lost);
    relay.disk().isFull = false;
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(scene.log) == lost; }));
}

void TestRelayBehind::aDesktopThatMissedTwoEpochsCriesNoFork_data() {
    QTest::addColumn<bool>("all");
    QTest::newRow("the relay lost the end of a log") << false;
    QTest::newRow("the relay lost a log") << true;
}

void TestRelayBehind::aDesktopThatMissedTwoEpochsCriesNoFork() {
    QFETCH(const bool, all);
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const EventId lost =
        scene.record(scene.responder(), all ? Facts(IncidentDeclared{Grade::Watch}) : Facts(NoteAdded{}));
    const LogId log = all ? LogId::of(lost) : scene.log;
    const auto has = [&](SimulatedDesktop& desktop) {
        const LogIndex* index = desktop.journal().ledger().index(log);
        return index && index->find(lost) && index->tip == scene.relay().tip(log);
    };
    QVERIFY(scene.world.runUntil([&] { return scene.everybody(has); }));
    scene.responder().disconnect();
    QVERIFY(scene.relayComesBackWith(backup));
    for (int epoch = 0; epoch < 2; ++epoch) {
        QVERIFY(scene.declareEpochAtRelay());
        QVERIFY(scene.world.runUntil([&] {
            return scene.relay().tip(log) && !scene.relay().isLeftBehind(log) && has(scene.commander());
        }));
    }
    scene.responder().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return has(scene.responder()); }));
    QVERIFY(!scene.somebodyCriesFork());
}

// Declared over the same state of the organisation, because the relay lost the first: the smaller id wins.
void TestRelayBehind::theBetterOfTwoEpochsIsHeardOf() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const auto everybodyHoldsTheRelays = [&] { return scene.everybodyHoldsTheOrganisation(); };
    const MemoryContents backup = relay.disk().contents;
    const Composed one = scene.composeEpoch();
    const Composed other = scene.composeEpoch();
    const bool isBetter = one.event.id < other.event.id;
    QVERIFY(scene.offerAtRelay(isBetter ? other : one) && scene.world.runUntil(everybodyHoldsTheRelays));
    QVERIFY(scene.relayComesBackWith(backup));
    QVERIFY(scene.offerAtRelay(isBetter ? one : other) && scene.world.runUntil(everybodyHoldsTheRelays));
    QVERIFY(scene.note(scene.responder()) && scene.settle());
}

void TestRelayBehind::theRelayGoesOverToAnEpochThatItLost_data() {
    QTest::addColumn<bool>("declares");
    QTest::newRow("it went on in the epoch before") << false;
    QTest::newRow("it went on in another that comes behind it") << true;
}

// It came back from before the epoch, and numbered something before anybody told it.
void TestRelayBehind::theRelayGoesOverToAnEpochThatItLost() {
    QFETCH(const bool, declares);
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const Composed one = scene.composeEpoch();
    const Composed other = scene.composeEpoch();
    const bool isFirst = one.event.id < other.event.id;
    QVERIFY(scene.offerAtRelay(isFirst ? one : other));
    QVERIFY(scene.settle() && scene.world.runUntil([&] {
        return !scene.relay().isLeftBehind(scene.log) && scene.everybodyHoldsTheOrganisation();
    }));
    const EventId note = scene.record(scene.responder(), NoteAdded{});
    QVERIFY(scene.settle());
    QVERIFY(scene.relayComesBackAloneWith(backup));
    const Composed meanwhile =
        declares ? (isFirst ? other : one)
                 : scene.composeOfOrganisation(scene.commander(),
                                               DeviceRevoked{scene.responder().journal().device()}, 101);
    (void)scene.offerAtRelay(meanwhile);
    const Composed since = scene.compose(scene.commander(), NoteAdded{}, 102);
    (void)scene.offerAtRelay(since);
    scene.everybodyConnects();
    const EpochId first = EpochId::of(isFirst ? one.event.id : other.event.id);
    QVERIFY(scene.world.runUntil([&] { return scene.relay().organisation().epoch(first) != nullptr; }));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] {
        return !relay.sequencer().stopped() && !scene.relay().isLeftBehind(scene.log) &&
               scene.relay().index(scene.log)->find(note);
    }));
    QVERIFY(scene.note(scene.commander()) && scene.settle());
}

void TestRelayBehind::aLogOfWhichTheRelayHasAnotherHistoryEntersTheEpoch_data() {
    QTest::addColumn<bool>("isJudgedLater");
    QTest::newRow("judged by the same") << false;
    QTest::newRow("what it lost was judged by a later organisation") << true;
}

// It lost the end of the log and numbered other things there before anybody told it; then an epoch is
// declared.
void TestRelayBehind::aLogOfWhichTheRelayHasAnotherHistoryEntersTheEpoch() {
    QFETCH(bool, isJudgedLater);
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    if (isJudgedLater) {
        Journal& admin = scene.admin().journal();
        QVERIFY(admin.record(LogId::of(*admin.organisationId()), PersonDescribed{*admin.person()}, {}));
        QVERIFY(scene.world.runUntil(
            [&] { return admin.pendingCount() == 0 && scene.everybodyHoldsTheOrganisation(); }));
    }
    const EventId note = scene.record(scene.responder(), NoteAdded{});
    QVERIFY(scene.settle());
    QVERIFY(scene.relayComesBackAloneWith(backup));
    const Composed other = scene.compose(scene.commander(), NoteAdded{}, 101);
    QVERIFY(scene.offerAtRelay(other));
    QVERIFY(scene.offerAtRelay(scene.compose(scene.commander(), NoteAdded{}, 102)));
    scene.everybodyConnects();
    QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] {
        const LogIndex& log = *scene.relay().index(scene.log);
        return !scene.relay().isLeftBehind(scene.log) && log.find(note) && log.find(other.event.id);
    }));
    QVERIFY(scene.settle());
}

// Judged by an entry of the organisation that its relay has lost since.
void TestRelayBehind::whatWaitedForALostEntryDoesNotBlockItsLog() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    scene.world.schedule.losesAll = true;
    QVERIFY(scene.offerAtRelay(
        scene.composeOfOrganisation(scene.admin(),
                                    InviteIssued{scene.world.keys.key("another")->publicKey(),
                                                 Permission::Viewer, std::nullopt, 3'600'000, 1},
                                    101)));
    QVERIFY(scene.offerAtRelay(scene.compose(scene.commander(), NoteAdded{}, 102)));
    Journal& reader = scene.responder().journal();
    reader.takeEntries(scene.log, {relay.disk().contents.logs.at(scene.log).entries.back().entry}, {}, {});
    for (const auto& desktop : scene.world.desktops()) {
        desktop->disconnect();
    }
    scene.world.schedule.losesAll = false;
    QVERIFY(scene.relayComesBackWith(backup));
    scene.responder().connectToRelay();
    QVERIFY(scene.offerAtRelay(scene.compose(scene.commander(), NoteAdded{}, 103)));
    QVERIFY(
        scene.world.runUntil([&] { return reader.ledger().tip(scene.log) == scene.relay().tip(scene.log); }));
}

// What was to take logs into the first waits, and is failed by a relay that has stopped, with all behind it.
void TestRelayBehind::anEpochIsDeclaredAgainAfterOneThatWasStale() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    QVERIFY(scene.note(scene.responder()) && scene.settle());
    scene.admin().disconnect();
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.relayComesBackWith(backup));
    QVERIFY(scene.offerAtRelay(
        scene.composeOfOrganisation(scene.commander(), DeviceRevoked{scene.commander().journal().device()})));
    QVERIFY(scene.world.runUntil([&] { return relay.sequencer().stopped() == behind(); }));
    Journal& admin = scene.admin().journal();
    scene.admin().connectToRelay();
    const LogId org = LogId::of(*scene.relay().organisation().id);
    QVERIFY(scene.world.runUntil(
        [&] { return admin.refusedCount() == 1 && admin.ledger().tip(org) == scene.relay().tip(org); }));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] {
        return !relay.sequencer().stopped() && !scene.relay().isLeftBehind(scene.log) &&
               admin.pendingCount() == 0;
    }));
    QCOMPARE(scene.relay().organisation().epochs.size(), std::size_t(2));
}

// The relay lost that it had entered one, and the desktops hold it there.
void TestRelayBehind::aLogThatMissedAnEpochEntersTheNextOne() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    scene.admin().disconnect();
    QVERIFY(scene.declareEpochAtRelay());
    const MemoryContents backup = relay.disk().contents;
    scene.admin().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return !scene.relay().isLeftBehind(scene.log); }));
    const EventId note = scene.record(scene.responder(), NoteAdded{});
    QVERIFY(scene.settle());
    QVERIFY(scene.relayComesBackWith(backup));
    QVERIFY(scene.relay().isLeftBehind(scene.log) && scene.declareEpochAtRelay());
    QVERIFY(scene.world.runUntil([&] {
        return !scene.relay().isLeftBehind(scene.log) && scene.relay().index(scene.log)->find(note);
    }));
    QVERIFY(scene.settle());
    QVERIFY(!scene.somebodyCriesFork());
}

void TestRelayBehind::aLogThatEnteredUnheardIsAskedForAnew_data() {
    QTest::addColumn<int>("since");
    QTest::newRow("it is shorter now") << 0;
    QTest::newRow("it is longer now") << 2;
}

// Before the end that is held here, by entries that were lost on their way.
void TestRelayBehind::aLogThatEnteredUnheardIsAskedForAnew() {
    QFETCH(const int, since);
    const bool isSilent = true;
    IncidentScene scene(isSilent);
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const EventId first = scene.record(scene.responder(), NoteAdded{});
    const EventId second = scene.record(scene.responder(), NoteAdded{});
    QVERIFY(scene.settle());
    scene.admin().disconnect();
    QVERIFY(scene.relayComesBackWith(backup));
    QVERIFY(scene.declareEpochAtRelay());
    const LogId org = LogId::of(*scene.relay().organisation().id);
    Journal& reader = scene.commander().journal();
    QVERIFY(scene.world.runUntil([&] { return reader.ledger().tip(org) == scene.relay().tip(org); }));
    scene.world.schedule.losesAll = true;
    const Tip base = *scene.relay().tip(scene.log);
    QVERIFY(scene.offerAtRelay(scene.compose(
        scene.admin(), LogRebased{scene.relay().organisation().epochs.back().id, base.seq, base.hash})));
    for (int i = 0; i < since; ++i) {
        QVERIFY(scene.offerAtRelay(scene.compose(scene.commander(), NoteAdded{}, quint64(100 + i))));
    }
    while (scene.world.schedule.runOne()) {
    }
    scene.world.schedule.losesAll = false;
    QVERIFY(scene.world.runUntil([&] {
        const LogIndex& log = *scene.relay().index(scene.log);
        return log.find(first) && log.find(second) && reader.ledger().tip(scene.log) == log.tip;
    }));
    QCOMPARE(scene.commander().stops, QStringList());
    QVERIFY(!scene.somebodyCriesFork());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestRelayBehind)
#include "test_relaybehind.moc"
