// Attachments in the simulated world: lines overtake them, crashes do not lose them, readers get the bytes.
#include "world/actors.h"

#include "domain/base/limits.h"
#include "storage/blobs.h"

#include <QTest>

namespace bongsu {

namespace {

constexpr int chunk = limits::blobChunkBytes;

Text said(const QString& what) {
    Text text;
    text.text = what;
    return text;
}

// A world with one incident that everybody holds.
struct Scene {
    Scene() : world(3, {.desktops = 3}) {
        (void)author().journal().record(std::nullopt, IncidentDeclared{Grade::Watch},
                                        said(QStringLiteral("fire")));
        log = author().journal().incidents().front();
        settle();
    }
    SimulatedDesktop& admin() { return *world.desktops()[0]; }
    SimulatedDesktop& author() { return *world.desktops()[1]; }
    SimulatedDesktop& reader() { return *world.desktops()[2]; }

    bool isSettled() {
        return std::all_of(world.desktops().begin(), world.desktops().end(), [&](const auto& desktop) {
            return desktop->journal().pendingCount() == 0 &&
                   desktop->journal().ledger().tip(log) == world.relay().sequencer().ledger().tip(log);
        });
    }
    bool settle() {
        return world.runUntil([&] { return isSettled(); });
    }
    // Until it hears the relay again: only then does a line that somebody writes now reach it.
    bool reconnect(SimulatedDesktop& desktop) {
        desktop.connectToRelay();
        note();
        return settle();
    }
    EventId attach(int bytes, const QString& name = QStringLiteral("log.txt")) {
        return author().journal().attach(log, {QByteArray(bytes, 'a'), name})->event;
    }
    EventId note() {
        return author().journal().record(log, NoteAdded{}, said(QStringLiteral("note")))->event;
    }
    quint64 seqOf(const EventId& event) {
        const auto found = world.relay().sequencer().ledger().index(log)->find(event);
        return found ? found->seq : 0;
    }
    // Chunks of the only blob at the relay.
    quint64 chunksAtRelay() {
        const auto& blobs = world.relay().disk().contents.blobs;
        return blobs.empty() ? 0 : blobs.begin()->second.state.chunks;
    }
    // What somebody reads of it, or the code of why not.
    QByteArray read(SimulatedDesktop& desktop, const EventId& event) {
        std::optional<Result<QByteArray>> answer;
        begin(desktop, event, answer);
        world.runUntil([&] { return answer.has_value(); });
        return *answer ? **answer : codeOf(answer->error());
    }
    void begin(SimulatedDesktop& desktop, const EventId& event, std::optional<Result<QByteArray>>& answer) {
        const auto take = [&](const TimelineRow& row) {
            const auto blob = namedBlob(log, row);
            if (!blob) {
                answer = tl::unexpected(blob.error());
                return;
            }
            desktop.attachments().read(*blob, [&](Result<QByteArray> bytes) { answer = std::move(bytes); });
        };
        if (const auto own = desktop.journal().ownRow(event)) {
            take(*own);
            return;
        }
        const quint64 seq = desktop.journal().ledger().index(log)->find(event)->seq;
        desktop.journal().rows(log, seq, 1,
                               [take](const Result<std::vector<TimelineRow>>& rows) { take(rows->front()); });
    }

    World world;
    LogId log = LogId::zeros();
};

} // namespace

class TestAttachments : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aLineOvertakesAnAttachment();
    void whatNamesItStandsBehindIt();
    void attachmentsKeepTheirOwnOrder();
    void withdrawnUnseenItIsGone();
    void crashesLoseNothing_data();
    void crashesLoseNothing();
    void aSpentNumberIsNotGivenAgain();
    void aRelayThatLostTheBlobGetsItAgain();
    void aRelayFromABackupGetsTheBlobsOfItsEntriesAgain_data();
    void aRelayFromABackupGetsTheBlobsOfItsEntriesAgain();
    void whatStandsBehindOneThatWasRecordedMeanwhileGoes();
    void whoGivesItBackBringsNoBytesOfAnother();
    void aRevokedDeviceHearsItsVerdict();
    void nothingIsNumberedWithoutItsBytesForALostRevocation();
    void readersFetchWhatTheyWant();
    void aBrokenFetchGoesOn();
    void otherBytesOfTheRelaysAreThrownAway();
    void erasedItIsNowhere();
};

void TestAttachments::aLineOvertakesAnAttachment() {
    Scene scene;
    const EventId attached = scene.attach(5 * chunk);
    const EventId first = scene.note();
    QVERIFY(scene.world.runUntil([&] { return scene.chunksAtRelay() >= 2; }));
    const EventId second = scene.note();
    QVERIFY(scene.world.runUntil([&] { return scene.seqOf(second) != 0; }));
    QCOMPARE(scene.seqOf(attached), quint64(0)); // not a chunk too early, and nobody waited for it
    QVERIFY(scene.settle());
    const EventId third = scene.note();
    QVERIFY(scene.settle());
    QVERIFY(scene.seqOf(first) < scene.seqOf(second) && scene.seqOf(second) < scene.seqOf(attached) &&
            scene.seqOf(attached) < scene.seqOf(third));
    QCOMPARE(scene.author().journal().refusedCount(), 0);
}

void TestAttachments::whatNamesItStandsBehindIt() {
    Scene scene;
    scene.author().disconnect();
    const EventId attached = scene.attach(2 * chunk);
    const auto corrected =
        scene.author().journal().record(scene.log, EntryCorrected{attached}, said(QStringLiteral("x")));
    const auto pinned = scene.author().journal().record(scene.log, EntryPinned{attached, true}, {});
    const EventId note = scene.note();
    QVERIFY(corrected && pinned && !corrected->warning);
    scene.author().connectToRelay();
    QVERIFY(scene.settle());
    QVERIFY(scene.seqOf(note) < scene.seqOf(attached) &&
            scene.seqOf(attached) < scene.seqOf(corrected->event) &&
            scene.seqOf(corrected->event) < scene.seqOf(pinned->event));
    QCOMPARE(scene.author().journal().refusedCount(), 0);
}

void TestAttachments::attachmentsKeepTheirOwnOrder() {
    Scene scene;
    std::vector<EventId> attached;
    for (const int bytes : {3 * chunk, 10, chunk + 1}) {
        attached.push_back(scene.attach(bytes));
    }
    QVERIFY(scene.settle());
    QVERIFY(scene.seqOf(attached[0]) < scene.seqOf(attached[1]) &&
            scene.seqOf(attached[1]) < scene.seqOf(attached[2]));
}

void TestAttachments::withdrawnUnseenItIsGone() {
    Scene scene;
    scene.author().disconnect();
    const EventId first = scene.attach(2 * chunk);
    const EventId second = scene.attach(chunk);
    QVERIFY(scene.author().journal().record(scene.log, EntryWithdrawn{first}, {}));
    scene.author().connectToRelay();
    QVERIFY(scene.settle());
    QVERIFY(scene.seqOf(first) == 0 && scene.seqOf(second) != 0);
    QCOMPARE(scene.author().disk().contents.blobs.size(), std::size_t(1));
    QCOMPARE(scene.world.relay().disk().contents.blobs.size(), std::size_t(1));
}

void TestAttachments::crashesLoseNothing_data() {
    QTest::addColumn<bool>("atRelay");
    QTest::addColumn<int>("chunks");
    for (const int chunks : {0, 1, 4, 8}) {
        QTest::addRow("desktop at %d", chunks) << false << chunks;
        QTest::addRow("relay at %d", chunks) << true << chunks;
    }
}

void TestAttachments::crashesLoseNothing() {
    QFETCH(bool, atRelay);
    QFETCH(int, chunks);
    Scene scene;
    const EventId attached = scene.attach(8 * chunk);
    QVERIFY(scene.world.runUntil([&] { return scene.author().kept.contains(attached); }));
    QVERIFY(scene.world.runUntil([&] { return scene.chunksAtRelay() >= quint64(chunks); }));
    if (atRelay) {
        scene.world.relay().crash();
        scene.world.relay().start();
        QVERIFY(scene.world.runUntil([&] { return scene.world.relay().isUp(); }));
    } else {
        scene.author().crash();
        scene.author().start();
        QVERIFY(scene.world.runUntil([&] { return scene.author().isOpen(); }));
        scene.note();
        scene.author().connectToRelay();
    }
    QVERIFY(scene.chunksAtRelay() >= quint64(chunks)); // what was there still is
    QVERIFY(scene.settle());
    QVERIFY(scene.seqOf(attached) != 0);
    QCOMPARE(scene.author().journal().refusedCount(), 0);
    QCOMPARE(scene.read(scene.reader(), attached), QByteArray(8 * chunk, 'a'));
}

// The relay has numbered it, the answer is lost, the desktop crashes and writes on: a number below would be
// refused.
void TestAttachments::aSpentNumberIsNotGivenAgain() {
    Scene scene;
    const EventId attached = scene.attach(chunk);
    QVERIFY(scene.world.runUntil([&] { return scene.seqOf(attached) != 0; }));
    scene.author().crash();
    scene.author().start();
    QVERIFY(scene.world.runUntil([&] { return scene.author().isOpen(); }));
    const EventId note = scene.note();
    scene.author().connectToRelay();
    QVERIFY(scene.settle());
    QVERIFY(scene.seqOf(attached) < scene.seqOf(note));
    QCOMPARE(scene.author().journal().refusedCount(), 0);
}

// The desktop's disk comes back from before it was sent: what names it waits for bytes that the relay has.
void TestAttachments::whatStandsBehindOneThatWasRecordedMeanwhileGoes() {
    Scene scene;
    scene.author().disconnect();
    const EventId attached = scene.attach(chunk);
    QVERIFY(scene.world.runUntil([&] { return scene.author().disk().contents.blobs.size() == 1; }));
    const MemoryContents backup = scene.author().disk().contents;
    scene.author().connectToRelay();
    QVERIFY(scene.settle());
    scene.author().crash();
    scene.author().disk().contents = backup;
    scene.author().start();
    QVERIFY(scene.world.runUntil([&] { return scene.author().isOpen(); }));
    QVERIFY(scene.author().journal().record(scene.log, EntryPinned{attached, true}, {}));
    scene.author().connectToRelay();
    QVERIFY(scene.settle());
    QCOMPARE(scene.author().journal().refusedCount(), 0);
}

// Brought, kept as brought, and then the relay's disk comes back without it.
void TestAttachments::aRelayThatLostTheBlobGetsItAgain() {
    Scene scene;
    scene.author().disconnect();
    const EventId attached = scene.attach(3 * chunk);
    scene.author().connectToRelay();
    const auto isSent = [&] {
        const auto& blobs = scene.author().disk().contents.blobs;
        return !blobs.empty() && blobs.begin()->second.state.sent;
    };
    QVERIFY(scene.world.runUntil(isSent));
    scene.author().crash(); // before it was offered, or right after
    scene.world.relay().crash();
    MemoryContents& contents = scene.world.relay().disk().contents;
    if (contents.isNumbered(scene.log, attached)) {
        QSKIP("numbered already: this seed shows nothing");
    }
    contents.blobs.clear();
    scene.world.relay().start();
    scene.author().start();
    QVERIFY(scene.world.runUntil([&] { return scene.world.relay().isUp() && scene.author().isOpen(); }));
    scene.author().connectToRelay();
    QVERIFY(scene.settle());
    QVERIFY(scene.seqOf(attached) != 0);
    QCOMPARE(scene.read(scene.reader(), attached), QByteArray(3 * chunk, 'a'));
}

void TestAttachments::aRelayFromABackupGetsTheBlobsOfItsEntriesAgain_data() {
    QTest::addColumn<bool>("authorIsThere");
    QTest::newRow("the author is there") << true;
    QTest::newRow("the author comes later") << false;
}

// They were recorded, and their author has long been told so: nothing of his is pending.
void TestAttachments::aRelayFromABackupGetsTheBlobsOfItsEntriesAgain() {
    QFETCH(bool, authorIsThere);
    Scene scene;
    SimulatedRelay& relay = scene.world.relay();
    const MemoryContents backup = relay.disk().contents;
    const EventId first = scene.attach(3 * chunk);
    const EventId second = scene.attach(1, QStringLiteral("two.txt"));
    const EventId erased = scene.attach(2, QStringLiteral("secret.txt"));
    QVERIFY(scene.settle());
    QVERIFY(scene.admin().journal().record(scene.log, Erased{erased}, {}));
    QVERIFY(scene.settle());
    scene.author().disconnect();
    relay.comeBackWith(backup);
    QVERIFY(scene.world.runUntil([&] { return relay.isUp() && relay.sequencer().stopped().has_value(); }));
    if (authorIsThere) {
        scene.author().connectToRelay();
    }
    QVERIFY(scene.world.runUntil([&] { return scene.seqOf(erased) != 0; }));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] { return !relay.sequencer().stopped(); }));
    // The reader's session ended with the epoch: until the next one hears the relay.
    (void)scene.reader().journal().record(scene.log, NoteAdded{}, said(QStringLiteral("who has it?")));
    QVERIFY(scene.world.runUntil([&] { return scene.reader().journal().pendingCount() == 0; }));
    if (!authorIsThere) {
        QCOMPARE(scene.read(scene.reader(), first), QByteArray(failure::blobMissing));
        scene.author().connectToRelay();
    }
    const auto& blobs = relay.disk().contents.blobs;
    QVERIFY(scene.world.runUntil([&] {
        return std::count_if(blobs.begin(), blobs.end(),
                             [](const auto& blob) { return blob.second.state.whole; }) == 2;
    }));
    QCOMPARE(blobs.size(), std::size_t(2)); // nothing of the one whose text is gone
    QCOMPARE(scene.read(scene.reader(), first), QByteArray(3 * chunk, 'a'));
    QCOMPARE(scene.read(scene.reader(), second), QByteArray(1, 'a'));
}

// A relay turns it away with what stands before it in the same offer and has no bytes; only the author has
// those.
void TestAttachments::whoGivesItBackBringsNoBytesOfAnother() {
    Scene scene;
    SimulatedRelay& relay = scene.world.relay();
    Journal& reader = scene.reader().journal();
    const MemoryContents backup = relay.disk().contents;
    scene.admin().disconnect(); // it can not give back what it never had
    const EventId attached = scene.attach(3 * chunk);
    const EventId note = scene.note();
    QVERIFY(scene.world.runUntil([&] {
        const auto heads = reader.newestHeads();
        const auto head = heads.find(scene.log);
        return scene.seqOf(attached) != 0 && scene.seqOf(note) != 0 && head != heads.end() &&
               decodeHead(head->second.bytes)->seq == 3;
    }));
    scene.author().disconnect();
    scene.reader().disconnect();
    relay.comeBackWith(backup);
    scene.admin().connectToRelay();
    (void)scene.admin().journal().record(scene.log, NoteAdded{}, said(QStringLiteral("in its place")));
    QVERIFY(scene.world.runUntil([&] { return scene.admin().journal().pendingCount() == 0; }));
    scene.reader().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return relay.isUp() && relay.sequencer().stopped().has_value(); }));
    scene.world.declareEpoch(scene.admin());
    QVERIFY(scene.world.runUntil([&] { return reader.ownRow(attached).has_value(); }));
    reader.markBlobMissing(attached);
    QVERIFY(!reader.blobToBring());
    QVERIFY(scene.world.runUntil([&] { return scene.seqOf(attached) != 0; }));
    scene.author().connectToRelay();
    const auto& blobs = relay.disk().contents.blobs;
    QVERIFY(scene.world.runUntil([&] { return !blobs.empty() && blobs.begin()->second.state.whole; }));
    QCOMPARE(scene.read(scene.reader(), attached), QByteArray(3 * chunk, 'a'));
}

void TestAttachments::aRevokedDeviceHearsItsVerdict() {
    Scene scene;
    scene.author().disconnect();
    const EventId attached = scene.attach(chunk);
    const LogId organisation = LogId::of(*scene.admin().journal().organisationId());
    QVERIFY(
        scene.admin().journal().record(organisation, DeviceRevoked{scene.author().journal().device()}, {}));
    QVERIFY(scene.world.runUntil([&] { return scene.admin().journal().pendingCount() == 0; }));
    scene.author().connectToRelay();
    QVERIFY(scene.world.runUntil(
        [&] { return scene.author().journal().stateOf(attached) == OwnState::Refused; }));
    // And what it attaches now.
    const EventId late = scene.attach(10);
    QVERIFY(
        scene.world.runUntil([&] { return scene.author().journal().stateOf(late) == OwnState::Refused; }));
    QVERIFY(scene.world.relay().disk().contents.blobs.empty());
}

// A revoked device brings no bytes, for it is refused. Its revocation may stand in a commit that the disk
// does not take: what was offered meanwhile is judged without it.
void TestAttachments::nothingIsNumberedWithoutItsBytesForALostRevocation() {
    Scene scene;
    SimulatedRelay& relay = scene.world.relay();
    const DeviceId device = scene.author().journal().device();
    scene.author().disconnect();
    const EventId attached = scene.attach(chunk);
    const auto own = scene.author().journal().ownEvents();
    QCOMPARE(own.size(), std::size_t(1));
    const LogId organisation = LogId::of(*scene.admin().journal().organisationId());
    relay.disk().isFull = true;
    QVERIFY(scene.admin().journal().record(organisation, DeviceRevoked{device}, {}));
    const auto isRevoked = [&] {
        const Organisation& known = relay.sequencer().ledger().organisation();
        return known.author(device, known.seq)->revoked;
    };
    QVERIFY(scene.world.runUntil(isRevoked));
    // Until the store has been read anew, and a little longer: in every moment that there is.
    std::vector<OfferOutcome> outcomes;
    const auto offerNow = [&] {
        relay.desk().offer({SessionKind::Member, device, std::make_shared<OfferRun>()},
                           {{own.front().offer, std::nullopt}}, [&](const std::vector<OfferOutcome>& heard) {
                               outcomes.insert(outcomes.end(), heard.begin(), heard.end());
                           });
    };
    scene.world.runUntil([&] {
        offerNow();
        relay.disk().isFull = isRevoked();
        return !isRevoked();
    });
    scene.admin().disconnect();
    QVERIFY(!isRevoked());
    relay.disk().isFull = false;
    offerNow();
    QVERIFY(scene.world.runUntil([&] { return outcomes.size() >= 3; }));
    QCOMPARE(scene.seqOf(attached), quint64(0));
    for (const OfferOutcome& one : outcomes) {
        QVERIFY(std::holds_alternative<Failure>(one));
    }
}

void TestAttachments::readersFetchWhatTheyWant() {
    Scene scene;
    const EventId large = scene.attach(6 * chunk + 1);
    const EventId small = scene.attach(3);
    QVERIFY(scene.settle());
    QVERIFY(scene.reader().disk().contents.blobs.empty()); // nothing comes unasked
    std::optional<Result<QByteArray>> one;
    std::optional<Result<QByteArray>> same;
    std::optional<Result<QByteArray>> other;
    scene.begin(scene.reader(), large, one);
    scene.begin(scene.reader(), large, same);
    scene.begin(scene.reader(), small, other);
    QVERIFY(scene.world.runUntil([&] { return one && same && other; }));
    QCOMPARE(one->value(), QByteArray(6 * chunk + 1, 'a'));
    QCOMPARE(same->value(), one->value());
    QCOMPARE(other->value(), QByteArray(3, 'a'));
    scene.reader().disconnect();
    QCOMPARE(scene.read(scene.reader(), large), one->value()); // it is here now
    QCOMPARE(scene.read(scene.author(), large), one->value());
    scene.admin().disconnect();
    QCOMPARE(scene.read(scene.admin(), large), QByteArray(failure::blobAway));
}

void TestAttachments::aBrokenFetchGoesOn() {
    Scene scene;
    const EventId attached = scene.attach(9 * chunk);
    QVERIFY(scene.settle());
    const auto held = [&] {
        const auto& blobs = scene.reader().disk().contents.blobs;
        return blobs.empty() ? 0 : blobs.begin()->second.state.chunks;
    };
    std::optional<Result<QByteArray>> answer;
    scene.begin(scene.reader(), attached, answer);
    QVERIFY(scene.world.runUntil([&] { return held() >= 4; }));
    scene.reader().crash();
    scene.reader().start();
    QVERIFY(scene.world.runUntil([&] { return scene.reader().isOpen(); }));
    QVERIFY(held() >= 4);
    QVERIFY(!answer);
    QVERIFY(scene.reconnect(scene.reader()));
    scene.begin(scene.reader(), attached, answer);
    QVERIFY(scene.world.runUntil([&] { return held() >= 6; }));
    scene.reader().disconnect();
    QVERIFY(scene.world.runUntil([&] { return answer.has_value(); }));
    QCOMPARE(codeOf(answer->error()), QByteArray(failure::blobAway));
    QVERIFY(scene.reconnect(scene.reader()));
    QCOMPARE(scene.read(scene.reader(), attached), QByteArray(9 * chunk, 'a'));
}

// What was signed names the bytes: a relay that gives others is found out, and none of them is shown or kept.
void TestAttachments::otherBytesOfTheRelaysAreThrownAway() {
    Scene scene;
    const EventId attached = scene.attach(2 * chunk);
    QVERIFY(scene.settle());
    QByteArray& last = scene.world.relay().disk().contents.blobs.begin()->second.chunks.back();
    last[7] = char(last[7] ^ 1);
    QCOMPARE(scene.read(scene.reader(), attached), QByteArray(refusal::blobMismatch));
    QVERIFY(scene.reader().disk().contents.blobs.empty());
    last[7] = char(last[7] ^ 1);
    QCOMPARE(scene.read(scene.reader(), attached), QByteArray(2 * chunk, 'a'));
}

void TestAttachments::erasedItIsNowhere() {
    Scene scene;
    const EventId attached = scene.attach(2 * chunk);
    QVERIFY(scene.settle());
    QCOMPARE(scene.read(scene.reader(), attached).size(), 2 * chunk);
    QVERIFY(scene.admin().journal().record(scene.log, Erased{attached}, {}));
    QVERIFY(scene.settle());
    const auto isGone = [&] {
        return scene.world.relay().disk().contents.blobs.empty() &&
               std::all_of(scene.world.desktops().begin(), scene.world.desktops().end(),
                           [](const auto& desktop) { return desktop->disk().contents.blobs.empty(); });
    };
    QVERIFY(scene.world.runUntil(isGone));
    QCOMPARE(scene.read(scene.reader(), attached), QByteArray(refusal::alreadyDone));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestAttachments)
#include "test_attachments.moc"
