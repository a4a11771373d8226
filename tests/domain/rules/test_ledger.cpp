#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QByteArray codeOf(const Result<Accepted>& accepted) {
    return accepted ? QByteArray() : bongsu::codeOf(accepted.error());
}

// The same event with other facts of its kind, well hashed and signed.
Composed withFacts(TestOrganisation& org, const Member& author, const LogId& log, const Facts& facts,
                   const QByteArray& bytes) {
    const Part part{Salt::zeros(), bytes};
    Composed made = org.composeWith(author, log, facts, org.words(), [&](Header& header) {
        header.factsHash = hashOf(PartKind::Facts, part);
        header.factsSize = quint64(bytes.size());
    });
    made.offer.facts = part;
    return made;
}

// An entry that arrives with something changed on the way; nothing of it may leave a trace.
struct Arrival {
    Scene scene;
    Composed note;
    KeptEntry kept;
    Entry entry;

    Arrival()
        : note(scene.org.compose(scene.responder(), scene.log, NoteAdded{}, TestOrganisation::words())),
          kept(scene.org.entryOf(note)), entry(*decodeEntry(kept.bytes)) {}

    QByteArray arrive() {
        const Organisation organisation = scene.org.organisation();
        const Incident incident = scene.incident();
        const auto tip = scene.org.ledger().tip(scene.log);
        const QByteArray code = codeOf(scene.org.take({encode(entry), kept.facts, kept.text}));
        const bool untouched = organisation == scene.org.organisation() && incident == scene.incident() &&
                               tip == scene.org.ledger().tip(scene.log);
        return untouched || code.isEmpty() ? code : code + " but changed";
    }
};

} // namespace

class TestLedger : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anEntryArrives();
    void partsAreComposedUpToTheirLimit();
    void aFoundationNamesTwoRootsAndItsPins();
    void anAlteredEntryStopsTheLog_data();
    void anAlteredEntryStopsTheLog();
    void alteredPartsStopTheLog();
    void textsMayBeAway();
    void anEventComesOnce();
    void nobodyStrangersAndOtherOrganisations();
    void theRevokedWriteVoidEntries();
    void authorityIsOfTheEntrysOwnPlace();
    void aVoidEntryKeepsItsPlaceAndUsesUpItsNumber();
    void aVoidDeclarationLeavesALogWithoutAnIncident();
    void deviceNumbersRise();
    void kindsOfLaterVersions();
    void factsThatDoNotFitAreVoid();
    void flagsMustFitTheKind();
    void offersAreWhole();
    void forksAreSeenByWhatAuthorsSaw();
    void headsMayContradict();
    void equalEntriesMakeEqualStates();
    void theOrganisationsLogMayGoBeyondThisVersionToo();
};

void TestLedger::anEntryArrives() {
    Arrival arrival;
    QCOMPARE(arrival.arrive(), QByteArray());
    QCOMPARE(arrival.scene.incident().counts.lines, quint64(1));
}

void TestLedger::anAlteredEntryStopsTheLog_data() {
    QTest::addColumn<QString>("altered");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* altered, const char* code) {
        QTest::newRow(altered) << QString::fromLatin1(altered) << QByteArray(code);
    };
    row("seq left out", refusal::badSeq);
    row("seq twice", refusal::badSeq);
    row("prev", refusal::badChain);
    row("recordedAt before", refusal::badTime);
    row("epoch", refusal::badEpoch);
    row("relay", refusal::relayUnknown);
    row("relay is a device", refusal::relayUnknown);
    row("organisation beyond", refusal::organisationBehind);
    row("organisation other", refusal::organisationFork);
    row("organisation back", refusal::organisationFork);
    row("organisation none", refusal::organisationFork);
    row("other log", refusal::wrongLog);
    row("event", refusal::malformed);
    row("signature", refusal::badSignature);
}

void TestLedger::anAlteredEntryStopsTheLog() {
    QFETCH(QString, altered);
    QFETCH(QByteArray, code);
    Arrival a;
    Entry& e = a.entry;
    const std::map<QString, std::function<void()>> changes{
        {QStringLiteral("seq left out"), [&] { ++e.seq; }},
        {QStringLiteral("seq twice"), [&] { --e.seq; }},
        {QStringLiteral("prev"), [&] { e.prev = EntryHash::zeros(); }},
        {QStringLiteral("recordedAt before"), [&] { e.recordedAt -= 1ms; }},
        {QStringLiteral("epoch"), [&] { e.epoch = EpochId::zeros(); }},
        {QStringLiteral("relay"), [&] { e.relay = Member("stranger").device; }},
        {QStringLiteral("relay is a device"), [&] { e.relay = a.scene.org.admin().device; }},
        {QStringLiteral("organisation beyond"), [&] { ++e.orgSeq; }},
        {QStringLiteral("organisation other"), [&] { e.orgHash = EntryHash::zeros(); }},
        {QStringLiteral("organisation back"),
         [&] {
             --e.orgSeq;
             e.orgHash = *a.scene.org.ledger().organisationIndex().hashAt(e.orgSeq);
         }},
        {QStringLiteral("organisation none"), [&] { e.orgSeq = 0; }},
        {QStringLiteral("other log"), [&] { e.log = LogId::zeros(); }},
        {QStringLiteral("event"), [&] { e.event.chop(1); }},
        {QStringLiteral("signature"), [&] { e.event.back() = char(e.event.back() ^ 1); }}};
    changes.at(altered)();
    QCOMPARE(a.arrive(), code);
    QCOMPARE(codeOf(a.scene.org.take(a.kept)), QByteArray()); // the right one still may come
}

void TestLedger::alteredPartsStopTheLog() {
    Arrival a;
    const KeptEntry right = a.kept;
    a.kept.facts.bytes += '\0';
    QCOMPARE(a.arrive(), QByteArray(refusal::partMismatch));
    a.kept.facts = {Salt::zeros(), right.facts.bytes};
    QCOMPARE(a.arrive(), QByteArray(refusal::partMismatch));
    a.kept.facts = right.facts;
    a.kept.text =
        TextPart::present({right.text.part->salt, encodeBody(TestOrganisation::words(QStringLiteral("x")))});
    QCOMPARE(a.arrive(), QByteArray(refusal::partMismatch));
    a.kept.text = TextPart::none();
    QCOMPARE(a.arrive(), QByteArray(refusal::partMismatch));
}

void TestLedger::textsMayBeAway() {
    Arrival a;
    a.kept.text = TextPart::withheld();
    QCOMPARE(a.arrive(), QByteArray());
    Arrival b;
    b.kept.text = TextPart::erased(EventId::zeros());
    QCOMPARE(b.arrive(), QByteArray());
}

void TestLedger::anEventComesOnce() {
    Arrival a;
    QCOMPARE(a.arrive(), QByteArray());
    QCOMPARE(bongsu::codeOf(a.scene.org.offer(a.note)), QByteArray(refusal::alreadyPresent));
    QCOMPARE(codeOf(a.scene.org.force(a.note)), QByteArray(refusal::alreadyPresent));
}

void TestLedger::nobodyStrangersAndOtherOrganisations() {
    Scene scene;
    const Member stranger("stranger");
    QCOMPARE(scene.code(stranger, NoteAdded{}, scene.org.words()), QByteArray(refusal::unknownDevice));
    QCOMPARE(codeOf(scene.org.force(scene.org.compose(stranger, scene.log, NoteAdded{}, scene.org.words()))),
             QByteArray(refusal::unknownDevice));
    // Signed by somebody else than it says.
    const Composed forged =
        scene.org.composeWith(stranger, scene.log, NoteAdded{}, scene.org.words(),
                              [&](Header& header) { header.device = scene.org.admin().device; });
    QCOMPARE(bongsu::codeOf(scene.org.offer(forged)), QByteArray(refusal::badSignature));
    QCOMPARE(codeOf(scene.org.force(forged)), QByteArray(refusal::badSignature));
    TestOrganisation other("another");
    const LogId theirs = other.declare(other.admin());
    const Composed foreign = other.compose(other.admin(), theirs, NoteAdded{}, other.words());
    QCOMPARE(bongsu::codeOf(scene.org.offer(foreign)), QByteArray(refusal::wrongOrganisation));
    QCOMPARE(codeOf(scene.org.take(other.entryOf(foreign))), QByteArray(refusal::wrongOrganisation));
    // A log that nobody has begun.
    QCOMPARE(bongsu::codeOf(scene.org.act(scene.responder(), LogId::zeros(), NoteAdded{}, scene.org.words())),
             QByteArray(refusal::unknownLog));
    const LogId nowhere = *LogId::tryFrom(QByteArray(32, 'n'));
    QCOMPARE(bongsu::codeOf(scene.org.act(scene.responder(), nowhere, NoteAdded{}, scene.org.words())),
             QByteArray(refusal::unknownLog));
    QCOMPARE(bongsu::codeOf(scene.org.act(scene.responder(), std::nullopt, NoteAdded{}, scene.org.words())),
             QByteArray(refusal::unknownLog));
}

void TestLedger::theRevokedWriteVoidEntries() {
    Scene scene;
    const Composed note = scene.org.compose(scene.responder(), scene.log, NoteAdded{}, scene.org.words());
    scene.org.did(scene.org.admin(), scene.org.orgLog(), DeviceRevoked{scene.responder().device});
    QCOMPARE(bongsu::codeOf(scene.org.offer(note)), QByteArray(refusal::revoked));
    const auto accepted = scene.org.force(note);
    QCOMPARE(bongsu::codeOf(accepted->verdict), QByteArray(refusal::revoked));
    QCOMPARE(scene.incident().counts.lines, quint64(0));
}

// An entry that was judged before a revocation counts, whenever it arrives.
void TestLedger::authorityIsOfTheEntrysOwnPlace() {
    Scene scene;
    const Composed note = scene.org.compose(scene.responder(), scene.log, NoteAdded{}, scene.org.words());
    const KeptEntry kept = scene.org.entryOf(note);
    scene.org.did(scene.org.admin(), scene.org.orgLog(), DeviceRevoked{scene.responder().device});
    const auto accepted = scene.org.take(kept);
    QVERIFY(accepted && !accepted->verdict);
    QCOMPARE(scene.incident().counts.lines, quint64(1));
}

void TestLedger::aVoidEntryKeepsItsPlaceAndUsesUpItsNumber() {
    Scene scene;
    const Member& viewer = scene.the(Permission::Viewer);
    const Incident before = scene.incident();
    const Composed note = scene.org.compose(viewer, scene.log, NoteAdded{}, scene.org.words());
    const auto voided = scene.org.force(note);
    QCOMPARE(bongsu::codeOf(voided->verdict), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.org.ledger().tip(scene.log)->seq, quint64(2));
    QCOMPARE(scene.org.ledger().voidReason(scene.log, 2), voided->verdict);
    QVERIFY(!scene.org.ledger().voidReason(scene.log, 1));
    Incident after = scene.incident();
    QCOMPARE(after.deviceSeqs.at(viewer.device), note.event.header.deviceSeq);
    after.deviceSeqs = before.deviceSeqs;
    QCOMPARE(after, before); // nothing else
    QVERIFY(scene.org.ledger().index(scene.log)->find(note.event.id)->isVoid);
    // Its number is used up, and the log goes on behind it.
    const Composed same =
        scene.org.composeWith(viewer, scene.log, EntryPinned{voided->event.id}, {},
                              [&](Header& h) { h.deviceSeq = note.event.header.deviceSeq; });
    QCOMPARE(bongsu::codeOf(scene.org.offer(same)), QByteArray(refusal::clonedDevice));
    scene.did(scene.responder(), NoteAdded{}, scene.org.words());
    QCOMPARE(scene.org.ledger().tip(scene.log)->seq, quint64(3));
    // The same in the organisation's log, whose seq counts void entries too: authority is asked by it.
    const quint64 seq = scene.org.organisation().seq;
    QVERIFY(scene.org.force(scene.org.compose(viewer, scene.org.orgLog(), FeatureRaised{9}))->verdict);
    QCOMPARE(scene.org.organisation().seq, seq + 1);
    QCOMPARE(scene.org.organisation().featureLevel, quint64(1));
}

void TestLedger::aVoidDeclarationLeavesALogWithoutAnIncident() {
    TestOrganisation org;
    const Composed declared = org.compose(org.admin(), std::nullopt, IncidentDeclared{}); // without a title
    const auto accepted = org.force(declared);
    QCOMPARE(bongsu::codeOf(accepted->verdict), QByteArray(refusal::outOfRange));
    QVERIFY(!org.ledger().incident(accepted->log));
    QCOMPARE(bongsu::codeOf(org.act(org.admin(), accepted->log, NoteAdded{}, org.words())),
             QByteArray(refusal::unknownLog));
}

void TestLedger::deviceNumbersRise() {
    Scene scene;
    const auto numbered = [&](quint64 number, const LogId& log) {
        return bongsu::codeOf(
            scene.org.offer(scene.org.composeWith(scene.responder(), log, NoteAdded{}, scene.org.words(),
                                                  [&](Header& h) { h.deviceSeq = number; })));
    };
    QCOMPARE(numbered(1000, scene.log), QByteArray()); // holes are allowed
    QCOMPARE(numbered(1000, scene.log), QByteArray(refusal::clonedDevice));
    QCOMPARE(numbered(999, scene.log), QByteArray(refusal::clonedDevice));
    QCOMPARE(numbered(1001, scene.log), QByteArray());
    const LogId other = scene.org.declare(scene.commander());
    QCOMPARE(numbered(1, other), QByteArray()); // each log counts for itself
}

void TestLedger::kindsOfLaterVersions() {
    Scene scene;
    const Member& viewer = scene.the(Permission::Viewer);
    const Composed plain = scene.org.composeUnknown(viewer, scene.log, false);
    QCOMPARE(bongsu::codeOf(scene.org.offer(plain)), QByteArray());
    QVERIFY(!scene.incident().beyondThisVersion);
    const Composed critical = scene.org.composeUnknown(viewer, scene.log, true);
    QCOMPARE(bongsu::codeOf(scene.org.offer(critical)), QByteArray(refusal::kindUnknown));
    // A newer relay numbered it: it is kept, and no more vouched for from there on.
    const auto accepted = scene.org.force(critical);
    QVERIFY(accepted && !accepted->verdict);
    QVERIFY(std::holds_alternative<UnknownFacts>(accepted->facts));
    QVERIFY(scene.incident().beyondThisVersion);
    // A known kind in a later version is unknown too.
    const Composed later = scene.org.composeWith(scene.responder(), scene.log, NoteAdded{}, scene.org.words(),
                                                 [](Header& header) { header.kindVersion = 2; });
    QCOMPARE(bongsu::codeOf(scene.org.offer(later)), QByteArray());
    QCOMPARE(scene.incident().counts.lines, quint64(0));
    // The revoked and the cloned are told apart whatever the kind.
    scene.org.did(scene.org.admin(), scene.org.orgLog(), DeviceRevoked{viewer.device});
    QCOMPARE(bongsu::codeOf(scene.org.offer(scene.org.composeUnknown(viewer, scene.log, false))),
             QByteArray(refusal::revoked));
}

void TestLedger::factsThatDoNotFitAreVoid() {
    Scene scene;
    const QByteArray notAMap("\x80", 1);
    const QByteArray emptyMap("\xa0", 1);                  // note.added needs its line
    const QByteArray longForm("\xa2\x01\xa0\x18\x02\x01"); // 2 written in two bytes
    for (const QByteArray& bytes : {notAMap, emptyMap, longForm}) {
        const Composed odd = withFacts(scene.org, scene.responder(), scene.log, NoteAdded{}, bytes);
        QCOMPARE(bongsu::codeOf(scene.org.offer(odd)), QByteArray(refusal::malformed));
        const auto accepted = scene.org.force(odd);
        QCOMPARE(bongsu::codeOf(accepted->verdict), QByteArray(refusal::malformed));
    }
    QCOMPARE(scene.incident().counts.lines, quint64(0));
    // A key of a later version is passed over.
    const QByteArray oneMore("\xa3\x01\xa0\x02\x01\x04\x01", 7);
    QCOMPARE(bongsu::codeOf(
                 scene.org.offer(withFacts(scene.org, scene.responder(), scene.log, NoteAdded{}, oneMore))),
             QByteArray());
}

void TestLedger::flagsMustFitTheKind() {
    Scene scene;
    const auto flagged = [&](const Facts& facts, quint64 flags) {
        return bongsu::codeOf(scene.org.offer(scene.org.composeWith(
            scene.commander(), scene.log, facts, scene.org.words(), [&](Header& h) { h.flags = flags; })));
    };
    QCOMPARE(flagged(NoteAdded{}, Header::criticalFlag), QByteArray(refusal::malformed));
    QCOMPARE(flagged(CommandTaken{scene.incident().command.setBy}, 0), QByteArray(refusal::malformed));
    QCOMPARE(flagged(NoteAdded{}, 0), QByteArray());
}

void TestLedger::offersAreWhole() {
    Scene scene;
    const auto code = [&](const Offer& offer) {
        const auto admitted = scene.org.ledger().admit(offer, scene.org.relay().device, scene.org.now);
        return admitted ? QByteArray() : bongsu::codeOf(admitted.error());
    };
    const Composed note = scene.org.compose(scene.responder(), scene.log, NoteAdded{}, scene.org.words());
    Offer offer = note.offer;
    offer.text = TextPart::withheld();
    QCOMPARE(code(offer), QByteArray(refusal::partMissing));
    offer.text = TextPart::none();
    QCOMPARE(code(offer), QByteArray(refusal::partMismatch));
    offer = note.offer;
    offer.event.chop(1);
    QCOMPARE(code(offer), QByteArray(refusal::malformed));
    offer.event = QByteArray(limits::eventBytes + 1, '\0');
    QCOMPARE(code(offer), QByteArray(refusal::tooLarge));
    const Part odd{Salt::zeros(), QByteArray("\x80", 1)};
    Composed oddText = scene.org.composeWith(scene.responder(), scene.log, NoteAdded{}, scene.org.words(),
                                             [&](Header& header) {
                                                 header.textHash = hashOf(PartKind::Text, odd);
                                                 header.textSize = 1;
                                             });
    oddText.offer.text = TextPart::present(odd);
    QCOMPARE(code(oddText.offer), QByteArray(refusal::malformed));
    QCOMPARE(code(note.offer), QByteArray());
}

void TestLedger::forksAreSeenByWhatAuthorsSaw() {
    Scene ours;
    Scene theirs = ours;
    const EventId here = ours.did(ours.commander(), NoteAdded{}, ours.org.words());
    theirs.did(theirs.commander(), DecisionMade{}, theirs.org.words());
    // Written under the other history, and brought here.
    const Composed note = theirs.org.compose(theirs.responder(), theirs.log, NoteAdded{}, theirs.org.words());
    const auto accepted = ours.org.force(note);
    QVERIFY(accepted && !accepted->verdict);
    QCOMPARE(accepted->forks.size(), std::size_t(1));
    const ForkEvidence& fork = accepted->forks[0];
    QCOMPARE(fork.log, ours.log);
    QCOMPARE(fork.seq, quint64(2));
    QCOMPARE(ours.org.ledger().index(ours.log)->find(here)->seq, quint64(2));
    QCOMPARE(fork.ours, *ours.org.ledger().index(ours.log)->hashAt(2));
    QCOMPARE(fork.theirs, *theirs.org.ledger().index(theirs.log)->hashAt(2));
    // Another history of the organisation shows in the same way.
    Scene third = ours;
    ours.org.did(ours.org.admin(), ours.org.orgLog(), FeatureRaised{2});
    third.org.did(third.org.admin(), third.org.orgLog(), FeatureRaised{3});
    const auto brought =
        ours.org.force(third.org.compose(third.responder(), third.log, NoteAdded{}, third.org.words()));
    QCOMPARE(brought->forks.size(), std::size_t(1));
    QCOMPARE(brought->forks[0].log, ours.org.orgLog());
    // Who has only seen less contradicts nothing.
    const auto earlier =
        ours.org.force(ours.org.compose(ours.responder(), ours.log, NoteAdded{}, ours.org.words()));
    QVERIFY(earlier->forks.empty());
}

void TestLedger::headsMayContradict() {
    Scene scene;
    const Tip tip = *scene.org.ledger().tip(scene.log);
    const Tip org = *scene.org.ledger().organisationIndex().tip;
    Head head{*scene.org.organisation().id,
              scene.log,
              tip.epoch,
              tip.seq,
              tip.hash,
              tip.recordedAt,
              org.seq,
              org.hash,
              scene.org.now};
    QVERIFY(!scene.org.ledger().contradiction(head));
    head.hash = EntryHash::zeros();
    QCOMPARE(scene.org.ledger().contradiction(head),
             (ForkEvidence{scene.log, tip.seq, tip.hash, EntryHash::zeros()}));
    head.seq = tip.seq + 1; // beyond what is held
    QVERIFY(!scene.org.ledger().contradiction(head));
    head.seq = tip.seq;
    head.epoch = EpochId::zeros();
    QVERIFY(!scene.org.ledger().contradiction(head));
}

void TestLedger::equalEntriesMakeEqualStates() {
    Scene scene;
    scene.takeCommand(scene.commander());
    scene.did(scene.responder(), stated(QStringLiteral("메신저"), ServiceState::MajorOutage),
              scene.org.words());
    scene.org.force(
        scene.org.compose(scene.the(Permission::Viewer), scene.log, NoteAdded{}, scene.org.words()));
    const KeyedHashVerifier verifier;
    for (const Trust trust : {Trust::Verify, Trust::OwnStore}) {
        Ledger other(verifier);
        for (const KeptEntry& kept : scene.org.kept()) {
            QVERIFY(other.accept(kept, trust));
        }
        QCOMPARE(other.organisation(), scene.org.organisation());
        QCOMPARE(*other.incident(scene.log), scene.incident());
        QCOMPARE(other.tip(scene.log), scene.org.ledger().tip(scene.log));
    }
}

void TestLedger::theOrganisationsLogMayGoBeyondThisVersionToo() {
    Scene scene;
    QVERIFY(
        !scene.org.force(scene.org.composeUnknown(scene.responder(), scene.org.orgLog(), false))->verdict);
    QVERIFY(!scene.org.organisation().beyondThisVersion);
    QVERIFY(!scene.org.force(scene.org.composeUnknown(scene.responder(), scene.org.orgLog(), true))->verdict);
    QVERIFY(scene.org.organisation().beyondThisVersion);
}

void TestLedger::partsAreComposedUpToTheirLimit() {
    const KeyedHashSigner signer("somebody");
    const Circumstances around{OrgId::zeros(), LogId::zeros(), 1, Moment(1ms), std::nullopt, std::nullopt};
    const auto composed = [&](qsizetype length) {
        SeededRandomness randomness("salt");
        return compose(NoteAdded{}, TestOrganisation::words(QString(length, u'x')), around, signer,
                       randomness);
    };
    const auto sizeOf = [](const Composed& made) {
        return qsizetype(made.event.header.factsSize + made.event.header.textSize);
    };
    constexpr qsizetype some = 1000; // a longer text has a head of the same size
    const qsizetype most = limits::partsBytes - (sizeOf(*composed(some)) - some);
    QVERIFY(composed(most));
    QCOMPARE(sizeOf(*composed(most)), qsizetype(limits::partsBytes));
    QVERIFY(!composed(most + 1));
    QCOMPARE(bongsu::codeOf(composed(most + 1).error()), QByteArray(refusal::tooLarge));
}

void TestLedger::aFoundationNamesTwoRootsAndItsPins() {
    const Member root("root");
    const Member relay("relay");
    const KeyedHashVerifier verifier;
    const auto code = [&](const std::vector<PublicKey>& roots, std::size_t pins) {
        const RelayKeys keys{relay.signer.publicKey(), std::vector(pins, TlsPin::zeros()),
                             SealingKey::zeros()};
        SeededRandomness randomness("salt");
        const Circumstances around{std::nullopt, std::nullopt, 1, Moment(1ms), std::nullopt, std::nullopt};
        Text name;
        name.name = QStringLiteral("bongsu");
        const auto made = compose(Founded{roots, keys, 1}, name, around, root.signer, randomness);
        const auto admitted = Ledger(verifier).admit(made->offer, relay.device, Moment(1ms));
        return admitted ? QByteArray() : bongsu::codeOf(admitted.error());
    };
    const PublicKey one = root.signer.publicKey();
    const PublicKey other = Member("other root").signer.publicKey();
    const QByteArray malformed = refusal::malformed;
    QCOMPARE(code({one, other}, 1), QByteArray());
    QCOMPARE(code({one, other}, 2), QByteArray());
    QCOMPARE(code({one, one}, 1), malformed);
    QCOMPARE(code({one}, 1), malformed);
    QCOMPARE(code({one, other}, 0), malformed);
    QCOMPARE(code({one, other}, 3), malformed);
}

QTEST_APPLESS_MAIN(TestLedger)
#include "test_ledger.moc"
