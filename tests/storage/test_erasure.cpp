// What was erased is in no file: not as text, and not sealed either.
#include "domain/base/limits.h"
#include "storage/cells.h"
#include "storage/chances.h"
#include "storage/keptsnapshot.h"
#include "storage/recordingkeys.h"
#include "storage/sqliteundertest.h"

#include <QFile>
#include <QTest>

#include <set>

namespace bongsu {

class TestErasure : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void erasedTextIsInNoFile();
    void rewoundTextIsInNoFile();
    void snapshotsKeyGoesWithAnErasure();
    void noTextLiesInTheClear();
    void anyHistoryLeavesNoTrace();
    void blobsOfErasedTextsAreInNoFile();
    void noBlobLiesInTheClear();

  private:
    SealedTexts m_sealed;
    RecordingKeys m_keys{sampleKey(), m_sealed};
};

namespace {
QByteArray place(const EventId& event) {
    return bound(Cell::Text, event.view());
}

// Pieces of it, apart, so that what lies across pages is found too.
std::vector<QByteArray> probes(const QByteArray& sealed) {
    std::vector<QByteArray> pieces;
    for (qsizetype at = 0; at + 12 <= sealed.size(); at += 100) {
        pieces.push_back(sealed.mid(at, 12));
    }
    return pieces;
}

int found(const QByteArray& files, const std::vector<QByteArray>& sealedTexts) {
    int count = 0;
    for (const QByteArray& sealed : sealedTexts) {
        // That an event has no text stays, sealed as one byte.
        if (sealed.size() == GcmSealer::overhead + 1) {
            continue;
        }
        for (const QByteArray& probe : probes(sealed)) {
            count += files.contains(probe) ? 1 : 0;
        }
    }
    return count;
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

void TestErasure::erasedTextIsInNoFile() {
    SqliteUnderTest under(m_keys);
    Samples samples(1);
    const LogId log = samples.fixed<LogId>();
    std::vector<OwnEvent> events;
    LogAppend append{log, std::nullopt, {}};
    for (int i = 0; i < 60; ++i) {
        events.push_back(samples.own(log, i % 3 == 0 ? 5000 : 200)); // some lie on overflow pages
        append.entries.push_back(samples.entry(events.back(), tipAfter(append)));
    }
    Change change = changeOf(append);
    const OwnEvent pending = samples.own(log, 700);
    change.recorded = {pending};
    QCOMPARE(commit(under, change), Committed::Durable);
    events.push_back(pending);

    std::vector<QByteArray> sealedBefore;
    for (const OwnEvent& event : events) {
        const auto sealed = m_sealed.boundTo(place(event.event));
        QVERIFY(found(under.bytesOnDisk(), sealed) > 0);
        sealedBefore.insert(sealedBefore.end(), sealed.begin(), sealed.end());
    }
    Change erasures;
    for (const OwnEvent& event : events) {
        erasures.erasures.push_back({log, event.event, samples.fixed<EventId>()});
    }
    QCOMPARE(commit(under, erasures), Committed::Durable);
    QCOMPARE(found(under.bytesOnDisk(), sealedBefore), 0);

    QTemporaryDir elsewhere;
    const QString copy = elsewhere.filePath(QStringLiteral("copy.db"));
    QVERIFY(backup(under, copy).has_value());
    QVERIFY(read(copy).size() > 0);
    QCOMPARE(found(read(copy), sealedBefore), 0);
    under.close();
    QCOMPARE(found(under.bytesOnDisk(), sealedBefore), 0);
}

void TestErasure::rewoundTextIsInNoFile() {
    SqliteUnderTest under(m_keys);
    Samples samples(2);
    const LogAppend append = samples.append(samples.fixed<LogId>(), std::nullopt, 100);
    QCOMPARE(commit(under, changeOf(append)), Committed::Durable);
    std::vector<QByteArray> sealed;
    for (size_t i = 40; i < append.entries.size(); ++i) {
        for (const QByteArray& one : m_sealed.boundTo(place(append.entries[i].event))) {
            sealed.push_back(one);
        }
    }
    QVERIFY(found(under.bytesOnDisk(), sealed) > 50);
    Change change;
    change.rewinds = {{append.log, 40}};
    QCOMPARE(commit(under, change), Committed::Durable);
    QCOMPARE(found(under.bytesOnDisk(), sealed), 0);
    QCOMPARE(range(under, append.log)->size(), size_t(40));
}

// The file may lie on a disk for ever: what opens it does not.
void TestErasure::snapshotsKeyGoesWithAnErasure() {
    const QByteArray place = bound(Cell::Setting, KeptSnapshot::setting);
    for (const bool rewinds : {false, true}) {
        SqliteUnderTest under(m_keys);
        Samples samples(4);
        const LogAppend append = samples.append(samples.fixed<LogId>(), std::nullopt, 40);
        QCOMPARE(commit(under, changeOf(append)), Committed::Durable);
        QVERIFY(keepSnapshot(under, "the first one").has_value());
        QVERIFY(keepSnapshot(under, samples.bytes(100'000)).has_value());
        const auto keys = m_sealed.boundTo(place);
        QVERIFY(found(under.bytesOnDisk(), keys) > 0);
        QVERIFY(!read(under.file() + QStringLiteral(".snapshot")).isEmpty());
        Change change;
        if (rewinds) {
            change.rewinds = {{append.log, 7}};
        } else {
            change.erasures = {{append.log, append.entries[3].event, samples.fixed<EventId>()}};
        }
        QCOMPARE(commit(under, change), Committed::Durable);
        QCOMPARE(found(under.bytesOnDisk(), keys), 0);
        QVERIFY(!QFile::exists(under.file() + QStringLiteral(".snapshot")));
        QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(QStringLiteral("copy.db"));
        QVERIFY(backup(under, copy).has_value());
        QCOMPARE(found(read(copy), keys), 0);
        under.close();
        QCOMPARE(found(under.bytesOnDisk(), keys), 0);
    }
}

void TestErasure::noTextLiesInTheClear() {
    SqliteUnderTest under(m_keys);
    Samples samples(3);
    const LogId log = samples.fixed<LogId>();
    const OwnEvent numbered = samples.own(log, 300);
    const OwnEvent pending = samples.own(log, 300);
    Change change = changeOf({log, std::nullopt, {samples.entry(numbered, std::nullopt)}});
    change.recorded = {pending};
    change.heads.emplace(log, samples.statement());
    change.settings.emplace("window", samples.bytes(100));
    QCOMPARE(commit(under, change), Committed::Durable);
    const QByteArray folded = samples.bytes(100'000);
    QVERIFY(keepSnapshot(under, folded).has_value());
    const QByteArray snapshot = read(under.file() + QStringLiteral(".snapshot"));
    QVERIFY(snapshot.size() >= folded.size());

    const QByteArray files = under.bytesOnDisk() + snapshot;
    const std::vector<QByteArray> secrets{folded.first(32),
                                          folded.mid(50'000, 32),
                                          folded.last(32),
                                          numbered.offer.text.part->bytes,
                                          numbered.offer.text.part->salt.toBytes(),
                                          numbered.offer.facts.bytes,
                                          numbered.offer.event.last(64),
                                          pending.offer.text.part->bytes,
                                          pending.offer.facts.bytes,
                                          pending.offer.event.last(64),
                                          change.appends[0].entries[0].hash.toBytes(),
                                          change.heads.at(log).bytes,
                                          change.settings.at("window")};
    for (const QByteArray& secret : secrets) {
        for (const QByteArray& probe : probes(secret)) {
            QVERIFY(!files.contains(probe));
        }
    }
    QVERIFY(files.contains(numbered.event.view()));
}

// Appends, own events, rewinds and erasures in any order move cells about within pages; none may stay behind.
void TestErasure::anyHistoryLeavesNoTrace() {
    SqliteUnderTest under(m_keys);
    MemoryContents held;
    const int seed =
        qEnvironmentVariableIsSet("BONGSU_SEED") ? qEnvironmentVariableIntValue("BONGSU_SEED") : 4;
    qInfo("seed %d (BONGSU_SEED)", seed);
    Chances chances{quint64(seed)};
    std::map<EventId, std::vector<QByteArray>> gone;
    int shown = 0;
    for (int i = 0; i < 300; ++i) {
        const Change change = chances.change(held);
        const QByteArray before = change.erasures.empty() ? QByteArray() : under.bytesOnDisk();
        std::map<EventId, std::vector<QByteArray>> going;
        for (const TextErasure& erasure : change.erasures) {
            if (!held.erased.contains(erasure.event)) {
                going[erasure.event] = m_sealed.boundTo(place(erasure.event));
                shown += found(before, going[erasure.event]);
            }
        }
        const auto means = held.carryOut(change);
        QCOMPARE(commit(under, change), means);
        if (means != Committed::Durable || change.erasures.empty()) {
            continue;
        }
        gone.merge(going);
        const QByteArray after = under.bytesOnDisk();
        for (const auto& [event, sealed] : gone) {
            QCOMPARE(found(after, sealed), 0);
        }
    }
    QVERIFY2(shown > 40 && gone.size() > 40, qPrintable(QString::number(shown)));
}

namespace {
// An own event with a blob of so many bytes.
Change attached(const OwnEvent& own, const BlobBegun& begun, const QByteArray& bytes) {
    Change change;
    change.recorded = {own};
    keepWhole(change.blobs, begun, bytes);
    change.blobs.named = {{begun.blob, own.log, own.event}};
    return change;
}

BlobBegun begunOf(Samples& samples, int size) {
    return {samples.fixed<BlobId>(), quint64(size), samples.fixed<Salt>(), samples.fixed<DeviceId>(),
            Moment(Millis(1))};
}
} // namespace

// Erased, withdrawn unseen, dropped: the chunks are in no file, sealed neither, and in no later backup.
void TestErasure::blobsOfErasedTextsAreInNoFile() {
    SqliteUnderTest under(m_keys);
    Samples samples(6);
    const LogId log = samples.fixed<LogId>();
    std::vector<OwnEvent> events;
    std::vector<QByteArray> sealedBefore;
    std::vector<BlobId> blobs;
    for (int i = 0; i < 12; ++i) {
        const int size = limits::blobChunkBytes + 500 * i;
        const BlobBegun begun = begunOf(samples, size);
        events.push_back(samples.own(log));
        blobs.push_back(begun.blob);
        QCOMPARE(commit(under, attached(events.back(), begun, samples.bytes(size))), Committed::Durable);
        for (quint64 chunk = 0; chunk < chunkCount(begun.size); ++chunk) {
            const auto sealed = m_sealed.boundTo(boundChunk(begun.blob, chunk));
            QVERIFY(found(under.bytesOnDisk(), sealed) > 0);
            sealedBefore.insert(sealedBefore.end(), sealed.begin(), sealed.end());
        }
    }
    QVERIFY(sealedBefore.size() > 20);
    Change change;
    for (std::size_t i = 0; i < events.size(); ++i) {
        switch (i % 3) {
        case 0:
            change.erasures.push_back({log, events[i].event, samples.fixed<EventId>()});
            break;
        case 1:
            change.settled.push_back(events[i].event);
            break;
        default:
            change.blobs.dropped.push_back(blobs[i]);
        }
    }
    QCOMPARE(commit(under, change), Committed::Durable);
    QCOMPARE(found(under.bytesOnDisk(), sealedBefore), 0);
    for (const BlobId& blob : blobs) {
        QVERIFY(!under.bytesOnDisk().contains(blob.view()));
    }
    QTemporaryDir elsewhere;
    const QString copy = elsewhere.filePath(QStringLiteral("copy.db"));
    QVERIFY(backup(under, copy).has_value());
    QCOMPARE(found(read(copy), sealedBefore), 0);
}

void TestErasure::noBlobLiesInTheClear() {
    SqliteUnderTest under(m_keys);
    Samples samples(7);
    const QByteArray bytes = samples.bytes(2 * limits::blobChunkBytes);
    const BlobBegun begun = begunOf(samples, int(bytes.size()));
    QCOMPARE(commit(under, attached(samples.own(samples.fixed<LogId>()), begun, bytes)), Committed::Durable);
    const QByteArray files = under.bytesOnDisk();
    for (const QByteArray& secret : {bytes, begun.salt.toBytes(), begun.owner.toBytes()}) {
        for (const QByteArray& probe : probes(secret)) {
            QVERIFY(!files.contains(probe));
        }
    }
    QVERIFY(files.contains(begun.blob.view()));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestErasure)
#include "test_erasure.moc"
