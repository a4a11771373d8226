#include "support/scene.h"

#include <QTest>

using namespace bongsu;

namespace {

// What would be declared next, as things stand, for these relays.
EpochDeclared next(const TestOrganisation& org, std::vector<DeviceId> relays) {
    const Epoch& current = org.organisation().epochs.back();
    const Tip tip = *org.ledger().organisationIndex().tip;
    return {current.id, current.generation + 1, std::move(relays), {tip.seq, tip.hash}, {}};
}

LogRebased rebasing(const TestOrganisation& org, const LogId& log) {
    const Tip tip = *org.ledger().tip(log);
    return {org.organisation().epochs.back().id, tip.seq, tip.hash};
}

} // namespace

class TestEpochs : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anEpochIsDeclaredByAdminsAndRoot();
    void anEpochGoesOnFromTheNewest();
    void anEpochNamesRelaysThatAreKnown();
    void anEpochIsNumberedByARelayItNames();
    void aLogEntersTheEpochByARebasing();
    void aRebasingNamesItsBase();
    void aLogIsRebasedOnce();
    void whatIsLeftBehindIsNamedWithItsEnd();
    void newLogsBeginInTheNewestEpoch();
    void aDeclarationOfALaterVersionIsOneMoreUnknownKind();
    void aVoidDeclarationIsOneMoreEntry();
    void seenOfAnEarlierEpochIsNoFork();
    void whatOpensAnEpochStandsOutsideItsDevicesOrder();
    void holdersOfAnEndedBranchAreToldWhereItLeft();
    void anEpochTakesEntriesAwayOnlyByAnAdminsWord();
    void aRivalFollowsTheEpochThatBeganRightBefore();
    void aRivalIsDeclaredByWhoIsAdminRightBefore();
};

void TestEpochs::anEpochIsDeclaredByAdminsAndRoot() {
    Scene scene;
    const EpochDeclared declared = next(scene.org, {scene.org.relay().device});
    QCOMPARE(codeOf(scene.org.act(scene.commander(), scene.org.orgLog(), declared)),
             QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(scene.org.act(scene.org.relay(), scene.org.orgLog(), declared)),
             QByteArray(refusal::notPermitted));
    const EventId second =
        scene.org.did(scene.org.admin(), scene.org.orgLog(), declared, scene.org.because());
    QCOMPARE(scene.org.organisation().epochs.back().id, EpochId::of(second));
    QCOMPARE(scene.org.organisation().epochs.back().declaredBy, std::optional(scene.org.admin().person));
    QCOMPARE(scene.org.ledger().organisationIndex().tip->epoch, EpochId::of(second));
    const EventId third =
        scene.org.did(scene.org.root(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    QCOMPARE(scene.org.organisation().epochs.back().id, EpochId::of(third));
    QCOMPARE(scene.org.organisation().epochs.back().generation, quint64(2));
    QVERIFY(!scene.org.organisation().epochs.back().declaredBy);
    QCOMPARE(codeOf(scene.org.act(scene.org.admin(), scene.org.orgLog(), FeatureRaised{2})), QByteArray());
}

void TestEpochs::anEpochGoesOnFromTheNewest() {
    Scene scene;
    const auto code = [&](const EpochDeclared& declared) {
        return codeOf(scene.org.act(scene.org.admin(), scene.org.orgLog(), declared));
    };
    EpochDeclared declared = next(scene.org, {scene.org.relay().device});
    declared.parent = EpochId::zeros();
    QCOMPARE(code(declared), QByteArray(refusal::stale));
    declared = next(scene.org, {scene.org.relay().device});
    ++declared.generation;
    QCOMPARE(code(declared), QByteArray(refusal::stale));
    declared = next(scene.org, {scene.org.relay().device});
    declared.orgBase.hash = EntryHash::zeros();
    QCOMPARE(code(declared), QByteArray(refusal::stale));
    declared = next(scene.org, {scene.org.relay().device});
    scene.org.did(scene.org.admin(), scene.org.orgLog(), FeatureRaised{2});
    QCOMPARE(code(declared), QByteArray(refusal::stale)); // something came in between
    QCOMPARE(code(next(scene.org, {scene.org.relay().device})), QByteArray());
}

void TestEpochs::anEpochNamesRelaysThatAreKnown() {
    Scene scene;
    const auto code = [&](std::vector<DeviceId> relays) {
        return codeOf(
            scene.org.act(scene.org.admin(), scene.org.orgLog(), next(scene.org, std::move(relays))));
    };
    QCOMPARE(code({}), QByteArray(refusal::relayUnknown));
    QCOMPARE(code({scene.org.relay().device, Member("stranger").device}), QByteArray(refusal::relayUnknown));
    QCOMPARE(code({scene.org.admin().device}), QByteArray(refusal::relayUnknown));
}

void TestEpochs::anEpochIsNumberedByARelayItNames() {
    Scene scene;
    const Member second("second relay");
    scene.org.did(scene.org.admin(), scene.org.orgLog(),
                  RelayDescribed{{second.signer.publicKey(), {TlsPin::zeros()}, SealingKey::zeros()}});
    const Member first = scene.org.relay();
    // The first relay cannot give a number in an epoch of which it is not.
    QCOMPARE(codeOf(scene.org.act(scene.org.admin(), scene.org.orgLog(), next(scene.org, {second.device}))),
             QByteArray(refusal::relayUnknown));
    scene.org.setRelay(second);
    QCOMPARE(codeOf(scene.org.act(scene.org.admin(), scene.org.orgLog(), FeatureRaised{2})),
             QByteArray(refusal::relayUnknown)); // and the second not in one of which it is not yet
    scene.org.did(scene.org.admin(), scene.org.orgLog(), next(scene.org, {second.device}));
    scene.org.did(scene.org.admin(), scene.org.orgLog(), FeatureRaised{2});
    scene.org.setRelay(first);
    QCOMPARE(codeOf(scene.org.act(scene.org.admin(), scene.org.orgLog(), FeatureRaised{3})),
             QByteArray(refusal::relayUnknown));
}

void TestEpochs::aLogEntersTheEpochByARebasing() {
    Scene scene;
    scene.org.did(scene.org.admin(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    const EpochId newest = scene.org.organisation().epochs.back().id;
    QCOMPARE(scene.code(scene.responder(), NoteAdded{}, scene.org.words()), QByteArray(refusal::badEpoch));
    QCOMPARE(scene.code(scene.commander(), rebasing(scene.org, scene.log)),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.org.admin(), rebasing(scene.org, scene.log)), QByteArray());
    QCOMPARE(scene.org.ledger().tip(scene.log)->epoch, newest);
    QCOMPARE(scene.code(scene.responder(), NoteAdded{}, scene.org.words()), QByteArray());
    // A relay that goes on numbering in the epoch that ended is not followed.
    Entry late = *decodeEntry(
        scene.org.entryOf(scene.org.compose(scene.responder(), scene.log, NoteAdded{}, scene.org.words()))
            .bytes);
    late.epoch = scene.org.organisation().epochs.front().id;
    const auto accepted = scene.org.take({encode(late), scene.org.kept().back().facts, TextPart::withheld()});
    QVERIFY(!accepted);
}

void TestEpochs::aRebasingNamesItsBase() {
    Scene scene;
    scene.org.did(scene.org.admin(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    LogRebased odd = rebasing(scene.org, scene.log);
    ++odd.baseSeq;
    QCOMPARE(scene.code(scene.org.admin(), odd), QByteArray(refusal::stale));
    odd = rebasing(scene.org, scene.log);
    odd.baseHash = EntryHash::zeros();
    QCOMPARE(scene.code(scene.org.admin(), odd), QByteArray(refusal::stale));
    odd = rebasing(scene.org, scene.log);
    odd.epoch = scene.org.organisation().epochs.front().id;
    QCOMPARE(scene.code(scene.org.admin(), odd), QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.org.root(), rebasing(scene.org, scene.log)), QByteArray());
}

void TestEpochs::aLogIsRebasedOnce() {
    Scene scene;
    QCOMPARE(scene.code(scene.org.admin(), rebasing(scene.org, scene.log)), QByteArray(refusal::alreadyDone));
    scene.org.did(scene.org.admin(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    scene.did(scene.org.admin(), rebasing(scene.org, scene.log));
    QCOMPARE(scene.code(scene.org.admin(), rebasing(scene.org, scene.log)), QByteArray(refusal::alreadyDone));
    // The organisation's log enters by the declaration itself.
    QCOMPARE(codeOf(scene.org.act(scene.org.admin(), scene.org.orgLog(), rebasing(scene.org, scene.log))),
             QByteArray(refusal::wrongLog));
}

void TestEpochs::whatIsLeftBehindIsNamedWithItsEnd() {
    Scene scene;
    const auto unsaid =
        scene.org.force(scene.org.compose(scene.responder(), std::nullopt, IncidentDeclared{}));
    QVERIFY(unsaid && unsaid->verdict); // its log takes nothing more, no rebasing either
    QVERIFY(logsToEnter(scene.org.ledger(), scene.org.organisation().epochs.back().id).empty());
    scene.org.did(scene.org.admin(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    const EpochId newest = scene.org.organisation().epochs.back().id;
    const LogRebased due = rebasing(scene.org, scene.log);
    const auto entering = logsToEnter(scene.org.ledger(), newest);
    QCOMPARE(entering.size(), std::size_t(1));
    QCOMPARE(entering.front().first, scene.log);
    QCOMPARE(entering.front().second.epoch, newest);
    QCOMPARE(entering.front().second.baseSeq, due.baseSeq);
    QCOMPARE(entering.front().second.baseHash, due.baseHash);
    scene.did(scene.org.admin(), entering.front().second);
    QVERIFY(logsToEnter(scene.org.ledger(), newest).empty());
}

void TestEpochs::newLogsBeginInTheNewestEpoch() {
    Scene scene;
    scene.org.did(scene.org.admin(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    const LogId log = scene.org.declare(scene.responder());
    QCOMPARE(scene.org.ledger().tip(log)->epoch, scene.org.organisation().epochs.back().id);
    QCOMPARE(codeOf(scene.org.act(scene.responder(), log, NoteAdded{}, scene.org.words())), QByteArray());
}

// Anybody's device may send such an event: what a relay cannot judge must not begin an epoch, nor stop the
// relay.
void TestEpochs::aDeclarationOfALaterVersionIsOneMoreUnknownKind() {
    Scene scene;
    const EpochId before = scene.org.organisation().epochs.back().id;
    const Composed later =
        scene.org.composeWith(scene.the(Permission::Viewer), scene.org.orgLog(),
                              next(scene.org, {scene.org.relay().device}), {}, [](Header& header) {
                                  header.kindVersion = 2;
                                  header.flags = 0;
                              });
    QCOMPARE(codeOf(scene.org.offer(later)), QByteArray());
    QCOMPARE(scene.org.organisation().epochs.size(), std::size_t(1));
    QCOMPARE(scene.org.ledger().organisationIndex().tip->epoch, before);
    const Composed rebased = scene.org.composeWith(scene.the(Permission::Viewer), scene.log,
                                                   rebasing(scene.org, scene.log), {}, [](Header& header) {
                                                       header.kindVersion = 2;
                                                       header.flags = 0;
                                                   });
    QCOMPARE(codeOf(scene.org.offer(rebased)), QByteArray());
}

void TestEpochs::aVoidDeclarationIsOneMoreEntry() {
    Scene scene;
    const Composed declared =
        scene.org.compose(scene.commander(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    const KeptEntry asEpoch = scene.org.entryOf(declared);
    QVERIFY(!scene.org.take(asEpoch)); // it would be its own authority
    Entry entry = *decodeEntry(asEpoch.bytes);
    entry.epoch = scene.org.organisation().epochs.back().id;
    const auto accepted = scene.org.take({encode(entry), asEpoch.facts, asEpoch.text});
    QVERIFY(accepted);
    QCOMPARE(codeOf(accepted->verdict), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.org.organisation().epochs.size(), std::size_t(1));
}

void TestEpochs::seenOfAnEarlierEpochIsNoFork() {
    Scene scene;
    const Composed before = scene.org.composeWith(scene.responder(), scene.log, NoteAdded{},
                                                  scene.org.words(), [](Header& h) { h.deviceSeq += 100; });
    scene.org.did(scene.org.admin(), scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    scene.did(scene.org.admin(), rebasing(scene.org, scene.log));
    const auto accepted = scene.org.force(before);
    QVERIFY(accepted && !accepted->verdict && accepted->forks.empty());
}

void TestEpochs::whatOpensAnEpochStandsOutsideItsDevicesOrder() {
    Scene scene;
    const Member& admin = scene.org.admin();
    // Written before, offered after: the note waits for the epoch, and is still in order behind it.
    const Composed note = scene.org.compose(admin, scene.log, NoteAdded{}, scene.org.words());
    scene.org.did(admin, scene.org.orgLog(), next(scene.org, {scene.org.relay().device}));
    scene.did(admin, rebasing(scene.org, scene.log));
    QCOMPARE(codeOf(scene.org.offer(note)), QByteArray());
}

void TestEpochs::holdersOfAnEndedBranchAreToldWhereItLeft() {
    Scene held;
    TestOrganisation restored = held.org; // as of the backup
    const auto placeOf = [](const TestOrganisation& org, const LogId& log) {
        const Tip tip = *org.ledger().tip(log);
        return SeenPoint{tip.epoch, tip.seq, tip.hash};
    };
    const SeenPoint base = placeOf(restored, held.log);
    held.did(held.responder(), NoteAdded{}, held.org.words());
    held.did(held.responder(), NoteAdded{}, held.org.words());
    const LogId second = held.org.declare(held.responder());
    held.org.did(held.org.admin(), held.org.orgLog(), FeatureRaised{2});
    const SeenPoint ahead = placeOf(held.org, held.log);

    QCOMPARE(restored.ledger().nextFor(held.log, base), std::optional(base.seq + 1));
    QCOMPARE(restored.ledger().nextFor(held.log, ahead), std::nullopt); // the same epoch: another history
    QCOMPARE(restored.ledger().nextFor(second, placeOf(held.org, second)),
             std::optional<quint64>(1)); // not here
    restored.did(restored.admin(), restored.orgLog(), next(restored, {restored.relay().device}));
    // The log has not entered yet: it will where it ends here, which is before what they hold.
    QCOMPARE(restored.ledger().nextFor(held.log, ahead), std::optional(base.seq + 1));
    restored.did(restored.admin(), held.log, rebasing(restored, held.log));
    QCOMPARE(restored.ledger().nextFor(held.log, ahead), std::optional(base.seq + 1));
    QCOMPARE(restored.ledger().nextFor(held.org.orgLog(), placeOf(held.org, held.org.orgLog())),
             std::optional(restored.organisation().epochs.back().fromSeq));
    const SeenPoint stranger{EpochId::zeros(), ahead.seq, ahead.hash};
    QCOMPARE(restored.ledger().nextFor(held.log, stranger), std::nullopt);
}

void TestEpochs::anEpochTakesEntriesAwayOnlyByAnAdminsWord() {
    Scene held;
    const TestOrganisation beforeAll = held.org;
    TestOrganisation restored = beforeAll;
    held.org.did(held.org.admin(), held.org.orgLog(), FeatureRaised{2});
    held.did(held.responder(), NoteAdded{}, held.org.words());
    const quint64 orgBase = restored.ledger().organisationIndex().tip->seq;
    const quint64 base = restored.ledger().tip(held.log)->seq;

    // An ordinary entry at a place that is taken is another history, whoever wrote it.
    TestOrganisation forked = restored;
    forked.did(forked.admin(), forked.orgLog(), FeatureRaised{3});
    QCOMPARE(held.org.ledger().keptBy(forked.kept().back()), std::nullopt);

    restored.did(restored.admin(), restored.orgLog(), next(restored, {restored.relay().device}));
    const KeptEntry declared = restored.kept().back();
    QCOMPARE(held.org.ledger().keptBy(declared), std::optional(orgBase));
    KeptEntry renumbered = declared;
    Entry entry = *decodeEntry(declared.bytes);
    entry.relay = held.org.admin().device;
    renumbered.bytes = encode(entry);
    QCOMPARE(held.org.ledger().keptBy(renumbered), std::nullopt); // not by a relay it names

    restored.did(restored.admin(), held.log, rebasing(restored, held.log));
    const KeptEntry rebased = restored.kept().back();
    QCOMPARE(held.org.ledger().keptBy(rebased), std::nullopt); // its epoch is not known yet
    TestOrganisation ahead = beforeAll; // its organisation follows, its incident goes on in the old epoch
    QVERIFY(ahead.act(held.responder(), held.log, NoteAdded{}, ahead.words()) == std::nullopt);
    QVERIFY(ahead.take(declared));
    QVERIFY(ahead.ledger().isLeftBehind(held.log));
    QCOMPARE(ahead.ledger().keptBy(rebased), std::optional(base));
    QVERIFY(!restored.ledger().isLeftBehind(held.log));
}

void TestEpochs::aRivalFollowsTheEpochThatBeganRightBefore() {
    Scene held;
    held.org.did(held.org.admin(), held.org.orgLog(), next(held.org, {held.org.relay().device}));
    const quint64 base = held.org.ledger().organisationIndex().tip->seq;
    TestOrganisation restored = held.org;
    held.org.did(held.org.admin(), held.org.orgLog(), FeatureRaised{2});
    restored.did(restored.admin(), restored.orgLog(), next(restored, {restored.relay().device}));
    QCOMPARE(held.org.ledger().keptBy(restored.kept().back()), std::optional(base));
}

void TestEpochs::aRivalIsDeclaredByWhoIsAdminRightBefore() {
    Scene held;
    const PersonId who = held.commander().person;
    const auto set = [&](Permission permission) {
        const EventId last = held.org.organisation().persons.at(who).grants.back().setBy;
        held.org.did(held.org.admin(), held.org.orgLog(), PermissionSet{who, permission, last});
    };
    // Whether an epoch that this person declares behind what is held now takes an entry away.
    const auto keptByRival = [&] {
        TestOrganisation ahead = held.org;
        ahead.did(ahead.admin(), ahead.orgLog(), FeatureRaised{2});
        TestOrganisation rival = held.org;
        return ahead.ledger().keptBy(rival.entryOf(
            rival.compose(held.commander(), rival.orgLog(), next(rival, {rival.relay().device}))));
    };
    QCOMPARE(keptByRival(), std::nullopt);
    set(Permission::Admin);
    QCOMPARE(keptByRival(), std::optional(held.org.ledger().organisationIndex().tip->seq));
    set(Permission::Commander);
    QCOMPARE(keptByRival(), std::nullopt);
}

QTEST_APPLESS_MAIN(TestEpochs)
#include "test_epochs.moc"
