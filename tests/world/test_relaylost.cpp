// A relay that lost the end of its store, and desktops that hold it: what came without a signed head was
// promised to nobody and is offered again; of two ends that it signed the longer one counts. Nothing waits
// for an epoch that nobody could declare.
#include "world/incidentscene.h"

#include "relay/behind.h"

#include <QTest>

#include <map>
#include <set>

namespace bongsu {

namespace {

enum class Meanwhile { Nothing, NumbersOne, NumbersMore, SaysSoFirst, Stops };

} // namespace

class TestRelayLost : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ofTwoHistoriesGivenBackAtOnceTheOneThatReachesItsHeadCounts();
    void whatWasNotSignedIsOfferedAgain_data();
    void whatWasNotSignedIsOfferedAgain();
    void whatWasSignedStays();
    void whatAnEarlierEpochSignedTakesNoLaterOnesPlace();
    void whatTheDiskHoldsUnheardIsSentToNobody();
    void anEntryIsKeptWithItsHeadOrNotAtAll();
    void whatAnEpochEndedIsNoForkOfTheOrganisation();
    void ofRivalEpochsEverybodyFollowsOne();
    void whatNobodyHasIsNoEndToGoOnFrom();
    void anEpochIsDeclaredWhicheverHistoryIsLonger_data();
    void anEpochIsDeclaredWhicheverHistoryIsLonger();
    void whoSignedTwoHistoriesStops_data();
    void whoSignedTwoHistoriesStops();
};

void TestRelayLost::whatWasNotSignedIsOfferedAgain_data() {
    QTest::addColumn<bool>("isOrganisations");
    QTest::addColumn<int>("meanwhile");
    for (const bool isOrganisations : {false, true}) {
        const char* of = isOrganisations ? "the organisation" : "an incident";
        QTest::addRow("%s, the relay goes on", of) << isOrganisations << int(Meanwhile::Nothing);
        QTest::addRow("%s, it numbers another", of) << isOrganisations << int(Meanwhile::NumbersOne);
        QTest::addRow("%s, it numbers others", of) << isOrganisations << int(Meanwhile::NumbersMore);
        QTest::addRow("%s, it numbers others, and says so first", of)
            << isOrganisations << int(Meanwhile::SaysSoFirst);
        QTest::addRow("%s, it stops for an epoch", of) << isOrganisations << int(Meanwhile::Stops);
    }
}

void TestRelayLost::whatWasNotSignedIsOfferedAgain() {
    QFETCH(bool, isOrganisations);
    QFETCH(int, meanwhile);
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    Journal& admin = scene.admin().journal();
    const LogId organisation = LogId::of(*admin.organisationId());
    const LogId log = isOrganisations ? organisation : scene.log;
    const auto invite = [&](const char* name) {
        return InviteIssued{scene.world.keys.key(name)->publicKey(), Permission::Viewer, std::nullopt,
                            3'600'000, 1};
    };
    const auto held = [&] { return relay.disk().contents.logs.at(log).entries.size(); };
    const MemoryContents backup = relay.disk().contents;
    if (Meanwhile(meanwhile) == Meanwhile::Stops) { // somebody will show it more than it holds
        QVERIFY(scene.note(scene.responder()) && scene.settle());
    }
    scene.commander().disconnect();
    scene.responder().disconnect();
    const std::size_t before = held();
    const auto lost =
        isOrganisations ? admin.record(log, invite("lost"), {}) : admin.record(log, NoteAdded{}, said());
    QVERIFY(lost && scene.world.runUntil([&] { return held() > before; }));
    scene.admin().disconnect();
    admin.takeEntries(log, {relay.disk().contents.logs.at(log).entries.back().entry}, {}, {});
    QVERIFY(admin.ledger().index(log)->find(lost->event));

    QVERIFY(scene.relayComesBackAloneWith(backup));
    QVERIFY(!scene.relay().index(log)->find(lost->event));
    const std::map<Meanwhile, int> others{
        {Meanwhile::NumbersOne, 1}, {Meanwhile::NumbersMore, 2}, {Meanwhile::SaysSoFirst, 2}};
    const auto numbered = others.find(Meanwhile(meanwhile));
    for (int i = 0; numbered != others.end() && i < numbered->second; ++i) {
        QVERIFY(scene.offerAtRelay(
            isOrganisations
                ? scene.composeOfOrganisation(scene.commander(),
                                              PersonDescribed{*scene.commander().journal().person()}, 100 + i)
                : scene.compose(scene.commander(), NoteAdded{}, 100 + i)));
    }
    if (Meanwhile(meanwhile) == Meanwhile::SaysSoFirst) { // of more than is held here: it covers none of it
        admin.takeHead(*relay.sequencer().head(log));
    }
    scene.everybodyConnects();
    if (Meanwhile(meanwhile) == Meanwhile::Stops) {
        QVERIFY(scene.world.runUntil([&] {
            return relay.sequencer().stopped() == behind() &&
                   admin.ledger().tip(organisation) == scene.relay().tip(organisation);
        }));
        scene.world.declareEpoch(scene.admin());
    }
    QVERIFY(scene.world.runUntil([&] { return scene.relay().index(log)->find(lost->event).has_value(); }));
    QVERIFY(scene.settle());
    QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
    QVERIFY(!scene.somebodyCriesFork());
    QCOMPARE(admin.refusedCount(), 0);
    QCOMPARE(scene.relay().organisation().epochs.size(),
             std::size_t(Meanwhile(meanwhile) == Meanwhile::Stops ? 2 : 1));
}

// However late, and with whatever end, an older head comes.
void TestRelayLost::whatWasSignedStays() {
    IncidentScene scene;
    const Statement older = *scene.world.relay().sequencer().head(scene.log);
    const EventId note = scene.record(scene.responder(), NoteAdded{});
    QVERIFY(scene.settle());
    Journal& reader = scene.commander().journal();
    const auto tip = reader.ledger().tip(scene.log);
    reader.takeHead(older);
    QVERIFY(!reader.isRewinding());
    QCOMPARE(reader.ledger().tip(scene.log), tip);
    QVERIFY(reader.ledger().index(scene.log)->find(note));
}

// A relay that lost an epoch signs where it stands; nobody could show it what it lost without the head of
// that.
void TestRelayLost::whatAnEarlierEpochSignedTakesNoLaterOnesPlace() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    Journal& responder = scene.responder().journal();
    const LogId organisation = LogId::of(*responder.organisationId());
    Head older = *decodeHead(relay.sequencer().head(organisation)->bytes);
    QVERIFY(scene.declareEpochAtRelay());
    QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
    older.signedAt = scene.world.time.now();
    responder.takeHead(signHead(older, relay.signer()));
    const Head kept = *decodeHead(responder.newestHeads().at(organisation).bytes);
    QCOMPARE(kept.epoch, scene.relay().organisation().epochs.back().id);
    QVERIFY(kept.seq > older.seq);
}

// It has no head yet. Whoever held it would give it way after a loss, though its author saw it recorded.
void TestRelayLost::whatTheDiskHoldsUnheardIsSentToNobody() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const quint64 before = scene.tipSeq(scene.admin());
    const auto onDisk = [&] { return relay.disk().contents.logs.at(scene.log).entries.size(); };
    relay.disk().nextIsUnknown = true; // carried out, and nobody is told
    (void)scene.record(scene.responder(), NoteAdded{});
    QVERIFY(scene.world.runUntil([&] { return onDisk() > before; }));
    QCOMPARE(relay.sequencer().durableSeq(scene.log), before);
    std::optional<EntryPage> page;
    relay.desk().readEntries(scene.admin().journal().device(), scene.log, before, {10, 100'000},
                             [&](Result<EntryPage> read) { page = std::move(*read); });
    QVERIFY(scene.world.runUntil([&] { return page.has_value(); }));
    QVERIFY(!page->items.empty());
    QCOMPARE(decodeEntry(page->items.back().bytes)->seq, decodeHead(page->head->bytes)->seq);
    QVERIFY(scene.settle());
    QCOMPARE(scene.tipSeq(scene.admin()), before + 1);
}

// Its power may go at any moment.
void TestRelayLost::anEntryIsKeptWithItsHeadOrNotAtAll() {
    IncidentScene scene;
    const MemoryContents& kept = scene.admin().disk().contents;
    std::set<quint64> seen;
    for (int i = 0; i < 3; ++i) {
        (void)scene.record(scene.responder(), NoteAdded{});
        QVERIFY(scene.world.runUntil([&] {
            const quint64 entries = kept.logs.at(scene.log).entries.size();
            const quint64 signedUpTo = decodeHead(kept.heads.at(scene.log).bytes)->seq;
            seen.insert(entries);
            return signedUpTo < entries || entries == quint64(i) + 2;
        }));
        QCOMPARE(decodeHead(kept.heads.at(scene.log).bytes)->seq, quint64(i) + 2);
    }
    QCOMPARE(seen.size(), std::size_t(4)); // it looked in between
}

// A relay from before an epoch, which it will hear of from whoever holds it, numbered as if there were none.
void TestRelayLost::whatAnEpochEndedIsNoForkOfTheOrganisation() {
    IncidentScene scene;
    const LogId organisation = LogId::of(*scene.admin().journal().organisationId());
    const MemoryContents backup = scene.world.relay().disk().contents;
    scene.commander().disconnect();
    scene.world.declareEpoch(scene.admin());
    const auto holdsEpoch = [](SimulatedDesktop& desktop) {
        return desktop.journal().ledger().organisation().epochs.size() == 2;
    };
    QVERIFY(scene.world.runUntil([&] { return holdsEpoch(scene.responder()); }));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    QVERIFY(scene.offerAtRelay(scene.composeOfOrganisation(
        scene.commander(), PersonDescribed{*scene.commander().journal().person()})));
    QVERIFY(scene.offerAtRelay(scene.compose(scene.commander(), NoteAdded{})));
    const auto newestOf = [&](const LogId& log) {
        return scene.world.relay().disk().contents.logs.at(log).entries.back().entry;
    };
    QCOMPARE(decodeEntry(newestOf(scene.log).bytes)->orgSeq, scene.relay().tip(organisation)->seq);
    Journal& responder = scene.responder().journal();
    QCOMPARE(responder.ledger().tip(organisation)->seq, scene.relay().tip(organisation)->seq);
    int asked = 0; // it would only come again, as fast as the line goes
    connect(&responder, &Journal::entriesMissing, &responder, [&] { ++asked; });
    responder.takeEntries(scene.log, {newestOf(scene.log)}, scene.world.relay().sequencer().head(scene.log),
                          {});
    QCOMPARE(asked, 0);
    responder.takeEntries(organisation, {newestOf(organisation)}, {}, {});
    QVERIFY(scene.responder().stops.empty() && scene.responder().forks.empty());
    disconnect(&responder, &Journal::entriesMissing, &responder, nullptr);
    scene.everybodyConnects();
    QVERIFY(scene.world.runUntil([&] { return holdsEpoch(scene.commander()); }));
    QVERIFY(scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
    QVERIFY(scene.world.relay().sequencer().stopped().has_value());
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.settle());
    QVERIFY(scene.everybody([](SimulatedDesktop& desktop) { return desktop.stops.empty(); }));
    QVERIFY(!scene.somebodyCriesFork());
}

// A relay that lost its disk twice, each time with an epoch that one person holds: it is given back the one,
// and shown the other after that.
void TestRelayLost::ofRivalEpochsEverybodyFollowsOne() {
    std::set<bool> firstCounted;
    for (int i = 0; i < 8; ++i) {
        IncidentScene scene;
        const MemoryContents backup = scene.world.relay().disk().contents;
        const auto newest = [](SimulatedDesktop& desktop) {
            return desktop.journal().ledger().organisation().epochs.back().id;
        };
        for (int spent = 0; spent < i; ++spent) {
            (void)scene.composeEpoch(); // another id for each
        }
        scene.commander().disconnect();
        scene.responder().disconnect();
        QVERIFY(scene.declareEpochAtRelay());
        const EpochId first = scene.relay().organisation().epochs.back().id;
        QVERIFY(scene.world.runUntil([&] { return newest(scene.admin()) == first; }));
        QVERIFY(scene.relayComesBackAloneWith(backup));
        QVERIFY(scene.declareEpochAtRelay());
        const EpochId second = scene.relay().organisation().epochs.back().id;
        QVERIFY(first != second);
        scene.commander().connectToRelay();
        QVERIFY(scene.world.runUntil([&] { return newest(scene.commander()) == second; }));
        QVERIFY(scene.relayComesBackAloneWith(backup));
        scene.commander().connectToRelay();
        QVERIFY(scene.world.runUntil([&] { return scene.relay().organisation().epochs.size() == 2; }));
        scene.everybodyConnects();
        QVERIFY(scene.world.runUntil([&] {
            return scene.everybodyHoldsTheOrganisation() &&
                   newest(scene.admin()) == scene.relay().organisation().epochs.back().id;
        }));
        firstCounted.insert(newest(scene.admin()) == first);
    }
    QCOMPARE(firstCounted.size(), std::size_t(2));
}

// A head came, and the entry that it promised is lost with the disk: an epoch on that would be stale for
// ever.
void TestRelayLost::whatNobodyHasIsNoEndToGoOnFrom() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    Journal& admin = scene.admin().journal();
    const LogId organisation = LogId::of(*admin.organisationId());
    Head lost = *decodeHead(relay.sequencer().head(organisation)->bytes);
    const Statement now = *relay.sequencer().head(organisation);
    ++lost.seq;
    lost.hash = EntryHash::zeros();
    admin.takeHead(signHead(lost, relay.signer()));
    scene.admin().disconnect();
    scene.admin().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return relay.sequencer().stopped() == behind(); }));
    Head again = *decodeHead(now.bytes);
    again.signedAt += Millis(1);
    admin.takeHead(signHead(again, relay.signer()));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] { return scene.relay().organisation().epochs.size() == 2; }));
    QVERIFY(scene.settle());
}

void TestRelayLost::anEpochIsDeclaredWhicheverHistoryIsLonger_data() {
    QTest::addColumn<int>("ofTheAdmin");
    QTest::addColumn<int>("ofTheRelay");
    QTest::newRow("the admin's") << 2 << 1;
    QTest::newRow("the relay's") << 1 << 2;
    QTest::newRow("neither") << 1 << 1;
}

// Both signed by the relay, and the only admin holds the one that it lost. It goes over to what is longer;
// else the epoch is declared on its own. Whoever gives something up offers it again.
void TestRelayLost::anEpochIsDeclaredWhicheverHistoryIsLonger() {
    QFETCH(int, ofTheAdmin);
    QFETCH(int, ofTheRelay);
    IncidentScene scene;
    const MemoryContents backup = scene.world.relay().disk().contents;
    Journal& admin = scene.admin().journal();
    const LogId org = LogId::of(*admin.organisationId());
    std::vector<EventId> all;
    const auto describe = [&](Journal& author, int times) {
        for (int i = 0; i < times; ++i) {
            const PersonDescribed described{*author.person(), {}, QString::number(i)};
            all.push_back(author.record(org, described, {})->event);
        }
        return scene.world.runUntil(
            [&] { return author.pendingCount() == 0 && author.ledger().tip(org) == scene.relay().tip(org); });
    };
    scene.commander().disconnect();
    QVERIFY(describe(admin, ofTheAdmin));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    scene.commander().connectToRelay();
    QVERIFY(describe(scene.commander().journal(), ofTheRelay));
    scene.everybodyConnects();
    QVERIFY(scene.world.runUntil(
        [&] { return !scene.admin().forks.empty() || admin.ledger().tip(org) == scene.relay().tip(org); }));
    QVERIFY(scene.declareUntilRecorded(2));
    QVERIFY(scene.world.runUntil([&] {
        return scene.everybodyHoldsTheOrganisation() &&
               std::all_of(all.begin(), all.end(), [&](const EventId& event) {
                   return scene.relay().organisationIndex().find(event).has_value();
               });
    }));
    QVERIFY(scene.settle());
}

void TestRelayLost::whoSignedTwoHistoriesStops_data() {
    QTest::addColumn<bool>("isOrganisations");
    QTest::addColumn<int>("ofTheRelay");
    QTest::newRow("an incident, as long") << false << 1;
    QTest::newRow("an incident, longer") << false << 2;
    QTest::newRow("the organisation, as long") << true << 1;
    QTest::newRow("the organisation, longer") << true << 2;
}

// It numbered something before anybody who holds more had come, and holds as much as they do since: what is
// numbered now would be in one of two histories of one epoch.
void TestRelayLost::whoSignedTwoHistoriesStops() {
    QFETCH(bool, isOrganisations);
    QFETCH(int, ofTheRelay);
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    Journal& responder = scene.responder().journal();
    const LogId log = isOrganisations ? LogId::of(*responder.organisationId()) : scene.log;
    const auto said = [&](Journal& author, const QString& what) {
        return isOrganisations ? author.record(log, PersonDescribed{*author.person(), {}, what}, {})->event
                               : author.record(log, NoteAdded{}, bongsu::said(what))->event;
    };
    std::vector<EventId> all{said(responder, QStringLiteral("lost"))};
    QVERIFY(scene.settle() && scene.world.runUntil([&] { return scene.everybodyHoldsTheOrganisation(); }));
    QVERIFY(scene.relayComesBackAloneWith(backup));
    for (int i = 0; i < ofTheRelay; ++i) {
        const Composed other =
            isOrganisations
                ? scene.composeOfOrganisation(scene.commander(),
                                              PersonDescribed{*scene.commander().journal().person()}, 100 + i)
                : scene.compose(scene.commander(), NoteAdded{}, 100 + i);
        QVERIFY(scene.offerAtRelay(other));
        all.push_back(other.event.id);
    }
    scene.responder().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return relay.sequencer().stopped() == behind(); }));
    relay.crash();
    relay.start();
    QVERIFY(scene.world.runUntil([&] { return relay.isUp(); }));
    QCOMPARE(relay.sequencer().stopped(), std::optional(behind()));
    scene.everybodyConnects();
    QVERIFY(scene.world.runUntil(
        [&] { return scene.everybody([](SimulatedDesktop& desktop) { return !desktop.forks.empty(); }); }));
    QVERIFY(scene.declareUntilRecorded(2));
    QVERIFY(scene.world.runUntil([&] {
        const LogIndex* index = scene.relay().index(log);
        return scene.everybodyHoldsTheOrganisation() && !scene.relay().isLeftBehind(scene.log) &&
               std::all_of(all.begin(), all.end(),
                           [&](const EventId& event) { return index->find(event).has_value(); });
    }));
    QVERIFY(!relay.sequencer().stopped() && scene.settle());
}

// It lost its disk twice, and had an epoch after the first time; whoever has the shorter one answers first.
void TestRelayLost::ofTwoHistoriesGivenBackAtOnceTheOneThatReachesItsHeadCounts() {
    IncidentScene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const LogId org = LogId::of(*scene.relay().organisation().id);
    const quint64 kept = scene.relay().tip(org)->seq;
    const auto lost = [&] {
        return std::pair(scene.numberedBehind(org, kept), *relay.sequencer().head(org));
    };
    QVERIFY(scene.relayComesBackAloneWith(backup) && scene.declareEpochAtRelay());
    QVERIFY(scene.offerAtRelay(scene.composeOfOrganisation(
        scene.admin(), DeviceRevoked{scene.responder().journal().device()}, 101)));
    const Tip end = *scene.relay().tip(org);
    const auto longer = lost();
    QVERIFY(scene.relayComesBackAloneWith(backup) && scene.declareEpochAtRelay());
    const auto shorter = lost();
    QVERIFY(scene.relayComesBackAloneWith(backup));
    QCOMPARE(relay.sequencer().headShown(longer.second), kept + 1);
    QCOMPARE(relay.sequencer().headShown(shorter.second), kept + 1);
    for (const auto& given : {shorter.first, longer.first}) {
        relay.sequencer().takeBack(org, given, {}, [](const auto&) {});
    }
    QVERIFY(scene.world.runUntil([&] { return scene.relay().tip(org) == end; }));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestRelayLost)
#include "test_relaylost.moc"
