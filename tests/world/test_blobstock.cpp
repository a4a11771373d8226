// What a relay takes of blobs: whose, how much, for how long, and which event may name one.
#include "relay/blobstock.h"

#include "domain/base/limits.h"
#include "domain/incident/attachment.h"
#include "sync/simulated.h"
#include "world/memorystore.h"

#include <QTest>

#include <deque>

namespace bongsu {

namespace {

constexpr int chunk = limits::blobChunkBytes;

template <class T>
T numbered(int number) {
    return *T::tryFrom(QByteArray(T::size, char(number)));
}

const auto device = numbered<DeviceId>(1);
const auto stranger = numbered<DeviceId>(2);

struct Scene {
    Scene() { reopen(); }
    void reopen() {
        stock.reset();
        store = std::make_unique<MemoryStore>(disk, [this](auto task) { tasks.push_back(std::move(task)); });
        stock = std::make_unique<BlobStock>(*store, time);
        stock->open([](const auto&) {});
        run();
    }
    void run() {
        while (!tasks.empty()) {
            const auto task = std::move(tasks.front());
            tasks.pop_front();
            task();
        }
    }
    // The first chunk that lacks, or the code of why it is not taken.
    QByteArray begin(const BlobId& blob, quint64 size, const DeviceId& from = device) {
        QByteArray answer("none");
        stock->begin(blob, size, salt, from, [&](const Result<quint64>& next) {
            answer = next ? QByteArray::number(*next) : codeOf(next.error());
        });
        run();
        return answer;
    }
    QByteArray take(const BlobId& blob, quint64 number, const QByteArray& bytes) {
        QByteArray answer("none");
        stock->take(blob, number, bytes, [&](const Result<bool>& whole) {
            answer = whole ? QByteArray(*whole ? "whole" : "more") : codeOf(whole.error());
        });
        run();
        return answer;
    }
    BlobId bring(const QByteArray& bytes, const DeviceId& from = device) {
        const BlobId blob = blobIdOf(salt, bytes);
        [&] {
            QCOMPARE(begin(blob, quint64(bytes.size()), from), QByteArray("0"));
            for (quint64 i = 0; i < chunkCount(quint64(bytes.size())); ++i) {
                take(blob, i, bytes.mid(qsizetype(i) * chunk, chunk));
            }
        }();
        return blob;
    }
    BlobNamed named(const BlobId& blob, quint64 size) const { return {blob, size}; }
    BlobBegun begun(const BlobId& blob, quint64 size) const { return {blob, size, salt, device, time.now()}; }

    samples::SimulatedTime time;
    Salt salt = numbered<Salt>(7);
    std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();
    std::deque<MemoryStore::Task> tasks;
    std::unique_ptr<MemoryStore> store;
    std::unique_ptr<BlobStock> stock;
};

} // namespace

class TestBlobStock : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void wholeItMayBeNamedByWhoBroughtIt();
    void whatStoppedGoesOnAfterARestart();
    void otherBytesAreThrownAway();
    void anotherDeviceTakesNoPart();
    void oneDeviceBringsSoMuchWithoutEvents();
    void whatNobodyNamesIsDroppedAfterADay();
    void whatACommitNamedUnheardIsKept();
    void whatACommitNamedUnheardIsReadAtOnce();
    void whatCouldNotBeAskedForIsAskedForAgain();
    void whatIsBeingNamedIsKept();
    void whatIsOfferedIsKept();
    void aFullDiskLosesNothing();
    void erasedItIsForgotten();
    void whatAnEntryNamesAndIsNotHereLacks();
    void whatAnotherBeganIsLackingFromItsAuthor_data();
    void whatAnotherBeganIsLackingFromItsAuthor();
};

void TestBlobStock::wholeItMayBeNamedByWhoBroughtIt() {
    Scene scene;
    const QByteArray bytes(2 * chunk + 1, 'a');
    const BlobId blob = scene.bring(bytes);
    const auto event = numbered<EventId>(10);
    const auto size = quint64(bytes.size());
    QVERIFY(scene.stock->holdsFor(event, device, scene.named(blob, size)));
    QVERIFY(!scene.stock->holdsFor(event, stranger, scene.named(blob, size)));
    QVERIFY(!scene.stock->holdsFor(event, device, scene.named(blob, size + 1)));
    QVERIFY(!scene.stock->holdsFor(event, device, scene.named(numbered<BlobId>(9), size)));
    QVERIFY(!scene.stock->logOf(blob));
    const auto log = numbered<LogId>(20);
    scene.stock->named(log, event, scene.begun(blob, size));
    QVERIFY(scene.stock->logOf(blob) == log);
    QVERIFY(scene.stock->holdsFor(event, device, scene.named(blob, size)));
    QVERIFY(!scene.stock->holdsFor(numbered<EventId>(11), device, scene.named(blob, size)));
    scene.stock->named(numbered<LogId>(21), numbered<EventId>(11), scene.begun(blob, size)); // too late
    QVERIFY(scene.stock->logOf(blob) == log);
    QCOMPARE(scene.begin(blob, size), QByteArray("3")); // all of it is here
}

void TestBlobStock::whatStoppedGoesOnAfterARestart() {
    Scene scene;
    const QByteArray bytes = QByteArray(chunk, 'a') + QByteArray(chunk, 'b') + 'c';
    const BlobId blob = blobIdOf(scene.salt, bytes);
    const auto size = quint64(bytes.size());
    QCOMPARE(scene.begin(blob, size), QByteArray("0"));
    QCOMPARE(scene.take(blob, 0, bytes.first(chunk)), QByteArray("more"));
    QCOMPARE(scene.take(blob, 0, bytes.first(chunk)), QByteArray("more")); // again: nothing changes
    scene.reopen();
    QCOMPARE(scene.take(blob, 1, bytes.mid(chunk, chunk)), QByteArray(failure::blobMissing)); // nobody began
    QCOMPARE(scene.begin(blob, size), QByteArray("1"));
    QCOMPARE(scene.take(blob, 1, bytes.mid(chunk, chunk)), QByteArray("more"));
    QVERIFY(!scene.stock->holdsFor(numbered<EventId>(1), device, scene.named(blob, size)));
    QCOMPARE(scene.take(blob, 2, bytes.last(1)), QByteArray("whole"));
    scene.reopen();
    QVERIFY(scene.stock->holdsFor(numbered<EventId>(1), device, scene.named(blob, size)));
}

void TestBlobStock::otherBytesAreThrownAway() {
    Scene scene;
    const BlobId blob = blobIdOf(scene.salt, QByteArray(chunk + 1, 'a'));
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("0"));
    QCOMPARE(scene.take(blob, 0, QByteArray(chunk, 'a')), QByteArray("more"));
    QCOMPARE(scene.take(blob, 1, QByteArray(1, 'b')), QByteArray(refusal::blobMismatch));
    QVERIFY(scene.disk->contents.blobs.empty());
    // A chunk of another length, too.
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("0"));
    QCOMPARE(scene.take(blob, 0, QByteArray(chunk - 1, 'a')), QByteArray(refusal::blobMismatch));
}

void TestBlobStock::anotherDeviceTakesNoPart() {
    Scene scene;
    const BlobId blob = scene.bring(QByteArray(5, 'a'));
    QCOMPARE(scene.begin(blob, 5, stranger), QByteArray(refusal::blobMismatch));
    QCOMPARE(scene.begin(blob, 6), QByteArray(refusal::blobMismatch));
    QVERIFY(scene.stock->holdsFor(numbered<EventId>(1), device, scene.named(blob, 5)));
}

void TestBlobStock::oneDeviceBringsSoMuchWithoutEvents() {
    Scene scene;
    constexpr int most = limits::blobsUnnamedBytes / limits::blobBytes;
    for (int i = 0; i < most; ++i) {
        QCOMPARE(scene.begin(numbered<BlobId>(i + 1), limits::blobBytes), QByteArray("0"));
    }
    QCOMPARE(scene.begin(numbered<BlobId>(50), 1), QByteArray(refusal::blobsTooMany));
    QCOMPARE(scene.begin(numbered<BlobId>(50), 1, stranger), QByteArray("0"));
    scene.reopen();
    QCOMPARE(scene.begin(numbered<BlobId>(51), 1), QByteArray(refusal::blobsTooMany));
    QCOMPARE(scene.begin(numbered<BlobId>(1), limits::blobBytes), QByteArray("0")); // one that counts already
    scene.stock->named(numbered<LogId>(20), numbered<EventId>(1),
                       scene.begun(numbered<BlobId>(1), limits::blobBytes));
    QCOMPARE(scene.begin(numbered<BlobId>(51), 1), QByteArray("0"));
}

void TestBlobStock::whatNobodyNamesIsDroppedAfterADay() {
    Scene scene;
    const BlobId lonely = scene.bring(QByteArray(5, 'a'));
    const BlobId blob = scene.bring(QByteArray(6, 'a'));
    Change change;
    change.blobs.named = {{blob, numbered<LogId>(20), numbered<EventId>(1)}};
    scene.store->commit(change, [](const auto&) {});
    scene.stock->named(numbered<LogId>(20), numbered<EventId>(1), scene.begun(blob, 6));
    scene.time.pass(limits::blobUnnamedKept);
    scene.stock->dropUnnamed();
    scene.run();
    QCOMPARE(scene.disk->contents.blobs.size(), std::size_t(2));
    scene.time.pass(Millis(1));
    scene.stock->dropUnnamed();
    scene.run();
    QVERIFY(!scene.disk->contents.blobs.contains(lonely) && scene.disk->contents.blobs.contains(blob));
    QCOMPARE(scene.begin(lonely, 5), QByteArray("0")); // it may come again
    scene.time.pass(limits::blobUnnamedKept + Millis(1));
    scene.reopen();
    QVERIFY(!scene.disk->contents.blobs.contains(lonely) && scene.disk->contents.blobs.contains(blob));
}

// The disk carried it out and could not say so: the entry is in the record, and nobody was told.
void TestBlobStock::whatACommitNamedUnheardIsKept() {
    Scene scene;
    const BlobId blob = scene.bring(QByteArray(10, 'a'));
    const auto log = numbered<LogId>(20);
    Change change;
    change.blobs.named.push_back({blob, log, numbered<EventId>(10)});
    scene.store->commit(change, [](const auto&) {});
    scene.time.pass(limits::blobUnnamedKept + std::chrono::hours(1));
    scene.stock->dropUnnamed();
    scene.run();
    QVERIFY(scene.disk->contents.blobs.contains(blob));
    QVERIFY(scene.stock->logOf(blob) == log);
}

// A disk that does not answer says nothing of who names it.
void TestBlobStock::whatCouldNotBeAskedForIsAskedForAgain() {
    for (const bool isNamed : {true, false}) {
        Scene scene;
        const BlobId blob = scene.bring(QByteArray(10, 'a'));
        if (isNamed) {
            Change change;
            change.blobs.named.push_back({blob, numbered<LogId>(20), numbered<EventId>(10)});
            scene.store->commit(change, [](const auto&) {});
            scene.run();
        }
        scene.time.pass(limits::blobUnnamedKept + std::chrono::hours(1));
        for (const bool isFailing : {true, false}) {
            scene.disk->isFailing = isFailing;
            scene.stock->dropUnnamed();
            scene.run();
            QCOMPARE(scene.disk->contents.blobs.contains(blob), isNamed || isFailing);
        }
        QCOMPARE(scene.stock->logOf(blob).has_value(), isNamed);
    }
}

// The commit that names it was judged just before, and is carried out while the stock asks.
void TestBlobStock::whatIsBeingNamedIsKept() {
    for (const bool isJudgedBefore : {true, false}) {
        Scene scene;
        const BlobId blob = scene.bring(QByteArray(10, 'a'));
        const auto event = numbered<EventId>(10);
        Change change;
        change.blobs.named.push_back({blob, numbered<LogId>(20), event});
        bool isNamed = false;
        const auto number = [&] {
            if (scene.stock->holdsFor(event, device, scene.named(blob, 10))) {
                scene.store->commit(change, [&](const auto&) {
                    isNamed = true;
                    scene.stock->named(numbered<LogId>(20), event, scene.begun(blob, 10));
                });
            }
        };
        scene.time.pass(limits::blobUnnamedKept + std::chrono::hours(1));
        if (isJudgedBefore) {
            number();
        }
        scene.stock->dropUnnamed();
        number();
        scene.run();
        QCOMPARE(isNamed, isJudgedBefore);
        QCOMPARE(scene.disk->contents.blobs.contains(blob), isNamed);
        QCOMPARE(scene.stock->logOf(blob).has_value(), isNamed);
    }
}

void TestBlobStock::whatACommitNamedUnheardIsReadAtOnce() {
    Scene scene;
    const BlobId blob = scene.bring(QByteArray(10, 'a'));
    const BlobId other = scene.bring(QByteArray(10, 'b'));
    const auto log = numbered<LogId>(20);
    Change change;
    change.blobs.named.push_back({blob, log, numbered<EventId>(10)});
    scene.store->commit(change, [](const auto&) {});
    scene.stock->lookForNames();
    scene.run();
    QVERIFY(scene.stock->logOf(blob) == log);
    QVERIFY(!scene.stock->logOf(other));
}

// The event that names it waits to be numbered; the day since it was brought ends meanwhile, or the clock is
// set.
void TestBlobStock::whatIsOfferedIsKept() {
    Scene scene;
    const BlobId blob = scene.bring(QByteArray(5, 'a'));
    const auto event = numbered<EventId>(1);
    scene.time.pass(limits::blobUnnamedKept);
    QVERIFY(scene.stock->holdsFor(event, device, scene.named(blob, 5)));
    scene.time.pass(std::chrono::minutes(1));
    scene.stock->dropUnnamed();
    scene.run();
    QVERIFY(scene.stock->holdsFor(event, device, scene.named(blob, 5)));
    scene.time.pass(limits::blobUnnamedKept + std::chrono::minutes(1)); // and never came
    scene.stock->dropUnnamed();
    scene.run();
    QVERIFY(!scene.stock->holdsFor(event, device, scene.named(blob, 5)));
}

void TestBlobStock::aFullDiskLosesNothing() {
    Scene scene;
    const QByteArray bytes(chunk + 1, 'a');
    const BlobId blob = blobIdOf(scene.salt, bytes);
    scene.disk->isFull = true;
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray(failure::full));
    scene.disk->isFull = false;
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("0"));
    QCOMPARE(scene.take(blob, 0, bytes.first(chunk)), QByteArray("more"));
    scene.disk->isFull = true;
    QCOMPARE(scene.take(blob, 1, bytes.last(1)), QByteArray(failure::full));
    scene.disk->isFull = false;
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("1"));
    // The last answer is lost, though it was carried out.
    scene.disk->nextIsUnknown = true;
    QCOMPARE(scene.take(blob, 1, bytes.last(1)), QByteArray(failure::disk));
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("2"));
    QVERIFY(scene.stock->holdsFor(numbered<EventId>(1), device, scene.named(blob, chunk + 1)));
}

void TestBlobStock::erasedItIsForgotten() {
    Scene scene;
    const BlobId blob = scene.bring(QByteArray(5, 'a'));
    scene.stock->named(numbered<LogId>(20), numbered<EventId>(1), scene.begun(blob, 5));
    scene.stock->erased(numbered<EventId>(1));
    QVERIFY(!scene.stock->logOf(blob));
    QByteArray answer;
    scene.stock->read(blob, 0, [&](const Result<QByteArray>& bytes) { answer = codeOf(bytes.error()); });
    QCOMPARE(answer, QByteArray(failure::blobMissing));
}

// A relay that came from a backup has the entry again, and not the bytes.
void TestBlobStock::whatAnEntryNamesAndIsNotHereLacks() {
    Scene scene;
    const QByteArray bytes(chunk + 1, 'a');
    const BlobId blob = blobIdOf(scene.salt, bytes);
    const auto event = numbered<EventId>(1);
    const auto log = numbered<LogId>(20);
    const auto lacking = [&] { return scene.stock->lackingFrom(device); };
    Change change;
    change.blobs.begun.push_back(scene.begun(blob, chunk + 1));
    change.blobs.named.push_back({blob, log, event});
    scene.store->commit(change, [](const auto&) {});
    scene.stock->named(log, event, scene.begun(blob, chunk + 1));
    QVERIFY(lacking() == std::vector{blob} && scene.stock->lackingFrom(stranger).empty());
    scene.time.pass(limits::blobUnnamedKept * 2);
    scene.stock->dropUnnamed();
    scene.run();
    QVERIFY(lacking() == std::vector{blob});
    scene.reopen();
    QVERIFY(lacking() == std::vector{blob});
    QCOMPARE(scene.begin(blob, chunk + 1, stranger), QByteArray(refusal::blobMismatch));
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("0"));
    QCOMPARE(scene.take(blob, 0, bytes.first(chunk)), QByteArray("more"));
    scene.reopen(); // in the middle
    QVERIFY(lacking() == std::vector{blob});
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("1"));
    QCOMPARE(scene.take(blob, 1, bytes.last(1)), QByteArray("whole"));
    QVERIFY(lacking().empty() && scene.stock->logOf(blob) == log);
    scene.reopen();
    QVERIFY(lacking().empty() && scene.stock->logOf(blob) == log);
}

void TestBlobStock::whatAnotherBeganIsLackingFromItsAuthor_data() {
    QTest::addColumn<int>("brought");
    QTest::addColumn<bool>("reopened");
    for (const int brought : {0, 1}) {
        for (const bool reopened : {false, true}) {
            QTest::addRow("%d of 2 chunks%s", brought, reopened ? ", opened again" : "")
                << brought << reopened;
        }
    }
}

// Somebody who gives back another's event began to bring what it names, too, and does not go on.
void TestBlobStock::whatAnotherBeganIsLackingFromItsAuthor() {
    QFETCH(int, brought);
    QFETCH(bool, reopened);
    Scene scene;
    const QByteArray bytes(chunk + 1, 'a');
    const BlobId blob = blobIdOf(scene.salt, bytes);
    const auto event = numbered<EventId>(1);
    const auto log = numbered<LogId>(20);
    QCOMPARE(scene.begin(blob, chunk + 1, stranger), QByteArray("0"));
    if (brought > 0) {
        QCOMPARE(scene.take(blob, 0, bytes.first(chunk)), QByteArray("more"));
    }
    Change change;
    change.blobs.begun.push_back(scene.begun(blob, chunk + 1));
    change.blobs.named.push_back({blob, log, event});
    scene.store->commit(change, [](const auto&) {});
    scene.stock->named(log, event, scene.begun(blob, chunk + 1));
    if (reopened) {
        scene.reopen();
    }
    QVERIFY(scene.stock->lackingFrom(stranger).empty());
    QVERIFY(scene.stock->lackingFrom(device) == std::vector{blob});
    QCOMPARE(scene.begin(blob, chunk + 1, stranger), QByteArray(refusal::blobMismatch));
    QCOMPARE(scene.begin(blob, chunk + 1), QByteArray("0"));
    QCOMPARE(scene.take(blob, 0, bytes.first(chunk)), QByteArray("more"));
    QCOMPARE(scene.take(blob, 1, bytes.last(1)), QByteArray("whole"));
    QVERIFY(scene.stock->lackingFrom(device).empty());
}

} // namespace bongsu

QTEST_APPLESS_MAIN(bongsu::TestBlobStock)
#include "test_blobstock.moc"
