// As known at T: over random logs with late lines, corrections, withdrawals, erasures and void entries, an
// incident at any moment is what a ledger holds that was told nothing but the entries recorded by then.
#include "domain/incident/history.h"
#include "domain/incident/recordindex.h"
#include "domain/incident/timeline.h"
#include "domain/randomlog.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

constexpr int randomLogs = 120;

// A ledger and its record, told entries one by one.
struct Witness {
    KeyedHashVerifier verifier;
    Ledger ledger{verifier};
    Records records;
    std::size_t told = 0;

    void tell(const KeptEntry& kept) {
        const auto accepted = ledger.accept(kept, Trust::Verify);
        if (!accepted) {
            qFatal("the witness does not accept what the organisation did");
        }
        records.take(*accepted, kept.text);
        ++told;
    }
};

Moment recordedAt(const KeptEntry& kept) {
    return decodeEntry(kept.bytes)->recordedAt;
}

std::vector<KeptEntry> ofLog(const std::vector<KeptEntry>& kept, const LogId& log) {
    std::vector<KeptEntry> entries;
    std::copy_if(kept.begin(), kept.end(), std::back_inserter(entries),
                 [&log](const KeptEntry& one) { return decodeEntry(one.bytes)->log == log; });
    return entries;
}

PastIncident foldedTo(const IncidentHistory& history, const Ledger& ledger,
                      const std::vector<KeptEntry>& entries, quint64 seq) {
    PastIncident past = history.nearest(seq);
    while (past.seq < seq) {
        if (foldOn(past, ledger, entries[past.seq])) {
            qFatal("an entry of the ledger's own was refused");
        }
    }
    return past;
}

IncidentHistory historyOf(const Ledger& ledger, const std::vector<KeptEntry>& entries) {
    IncidentHistory history;
    for (const KeptEntry& kept : entries) {
        if (history.take(ledger, kept)) {
            qFatal("an entry of the ledger's own was refused");
        }
    }
    return history;
}

// A line as it is known now, shown as of an earlier moment, against how it was known then.
bool isAsKnownThen(const Ledger& now, const Ledger& then, const KeptEntry& kept) {
    const auto ours = readRow(now, kept);
    const auto theirs = readRow(then, kept);
    const bool erasedSince = ours->textState == TextPart::State::Erased;
    return ours->event == theirs->event && ours->seq == theirs->seq && ours->kind == theirs->kind &&
           ours->person == theirs->person && ours->times.recorded == theirs->times.recorded &&
           ours->times.occurred == theirs->times.occurred && ours->emergency == theirs->emergency &&
           ours->voidReason == theirs->voidReason &&
           (erasedSince || (ours->textState == theirs->textState && ours->text.text == theirs->text.text));
}

bool isSame(const std::optional<Sayings>& a, const std::optional<Sayings>& b) {
    return a.has_value() == b.has_value() && (!a || (a->corrections == b->corrections &&
                                                     a->withdrawn == b->withdrawn && a->pinned == b->pinned));
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void showsWhatTheLogHeldThen();
    void foldsOnFromTheNearestState();
    void takesOnlyTheLedgersNext();
    void anEpochTakesEntriesAway();
};

void TestHistory::showsWhatTheLogHeldThen() {
    int moments = 0;
    int voids = 0;
    int erased = 0;
    for (quint32 seed = 1; seed <= randomLogs; ++seed) {
        RandomLog random(seed);
        const LogId log = random.scene.log;
        const auto& all = random.scene.org.kept();
        const Ledger& now = random.scene.org.ledger();
        const auto entries = ofLog(all, log);
        const IncidentHistory history = historyOf(now, entries);
        Witness everything;
        for (const KeptEntry& kept : all) {
            everything.tell(kept);
        }
        Witness then;
        for (std::size_t i = 0; i < all.size(); ++i) {
            then.tell(all[i]);
            const Moment at = recordedAt(all[i]);
            if (i + 1 < all.size() && recordedAt(all[i + 1]) == at) {
                continue; // as of this moment the next is there, too
            }
            ++moments;
            const quint64 seq = history.seqAt(at);
            const auto tip = then.ledger.tip(log);
            QCOMPARE(seq, tip ? tip->seq : 0);
            const PastIncident past = foldedTo(history, now, entries, seq);
            const Incident* theirs = then.ledger.incident(log);
            QCOMPARE(past.incident.has_value(), theirs != nullptr);
            QVERIFY2(!theirs || *past.incident == *theirs, qPrintable(QString::number(seed)));
            for (quint64 s = 1; s <= seq; ++s) {
                QVERIFY2(isAsKnownThen(now, then.ledger, entries[s - 1]), qPrintable(QString::number(seed)));
                const EventId event = decodeEvent(decodeEntry(entries[s - 1].bytes)->event)->id;
                QVERIFY(isSame(everything.records.of(log).sayings(event, seq),
                               then.records.of(log).sayings(event)));
            }
        }
        voids += int(now.index(log)->voids.size());
        now.index(log)->byEvent.forEach(
            [&](const EventId&, const Referenced& place) { erased += place.erased ? 1 : 0; });
    }
    qInfo("tried %d moments of %d logs, %d void entries, %d erased, 0 otherwise", moments, randomLogs, voids,
          erased);
    QVERIFY(moments > randomLogs * 20);
    QVERIFY(voids > randomLogs);
    QVERIFY(erased > randomLogs);
}

void TestHistory::foldsOnFromTheNearestState() {
    Scene scene;
    for (quint64 i = 1; i < IncidentHistory::spacing * 2 + 10; ++i) {
        scene.org.now += 1s;
        scene.did(scene.responder(), NoteAdded{}, TestOrganisation::words());
    }
    const auto entries = ofLog(scene.org.kept(), scene.log);
    const IncidentHistory history = historyOf(scene.org.ledger(), entries);
    QCOMPARE(history.size(), quint64(entries.size()));
    for (const quint64 seq :
         {quint64(0), quint64(1), IncidentHistory::spacing - 1, IncidentHistory::spacing,
          IncidentHistory::spacing + 1, IncidentHistory::spacing * 2 + 5, history.size()}) {
        const PastIncident& nearest = history.nearest(seq);
        QVERIFY(nearest.seq <= seq && seq - nearest.seq < IncidentHistory::spacing);
        const PastIncident past = foldedTo(history, scene.org.ledger(), entries, seq);
        QCOMPARE(past.incident ? past.incident->counts.lines : 0, seq > 0 ? seq - 1 : 0);
    }
    QCOMPARE(history.nearest(history.size()).seq, history.size());
    QCOMPARE(history.seqAt(history.recordedAt(1) - 1ms), quint64(0));
    QCOMPARE(history.seqAt(history.recordedAt(1000)), quint64(1000));
    QCOMPARE(history.seqAt(scene.org.now + 1h), history.size());
}

void TestHistory::takesOnlyTheLedgersNext() {
    Scene scene;
    scene.did(scene.responder(), NoteAdded{}, TestOrganisation::words());
    const auto entries = ofLog(scene.org.kept(), scene.log);
    IncidentHistory history;
    QCOMPARE(codeOf(history.take(scene.org.ledger(), entries[1])), QByteArray(refusal::notFound));
    KeptEntry damaged = entries[0];
    damaged.bytes.chop(1);
    QCOMPARE(codeOf(history.take(scene.org.ledger(), damaged)), QByteArray(refusal::malformed));
    QCOMPARE(history.size(), quint64(0));
    QVERIFY(!history.take(scene.org.ledger(), entries[0]));
    QCOMPARE(codeOf(history.take(scene.org.ledger(), entries[0])), QByteArray(refusal::notFound));
    QVERIFY(!history.take(scene.org.ledger(), entries[1]));
    QCOMPARE(history.size(), quint64(2));
}

void TestHistory::anEpochTakesEntriesAway() {
    Scene scene;
    Scene other;
    scene.did(scene.responder(), NoteAdded{}, TestOrganisation::words());
    const IncidentHistory history = historyOf(scene.org.ledger(), ofLog(scene.org.kept(), scene.log));
    QVERIFY(history.isOf(scene.org.ledger(), scene.log));
    scene.did(scene.responder(), NoteAdded{}, TestOrganisation::words());
    QVERIFY(history.isOf(scene.org.ledger(), scene.log)); // it only goes on
    other.org.now += 1s;
    other.did(other.responder(), DecisionMade{}, TestOrganisation::words());
    QCOMPARE(other.log, scene.log); // the same declaration, and another second entry
    QVERIFY(!history.isOf(other.org.ledger(), other.log));
    QVERIFY(IncidentHistory().isOf(other.org.ledger(), other.log));
}

QTEST_APPLESS_MAIN(TestHistory)
#include "test_history.moc"
