// What was folded comes back from its bytes as it was, and goes on as if it had never been away: a snapshot
// at any place of random logs with the entries behind it is a full fold.
#include "domain/anyvalue.h"
#include "domain/base/valuereader.h"
#include "domain/base/valuewriter.h"
#include "domain/log/snapshot.h"
#include "domain/randomlog.h"

#include <QTest>

using namespace bongsu;

namespace {

constexpr quint32 states = 2000;
constexpr quint32 logs = 60;
constexpr int placesInEach = 12;
constexpr int alterings = 20'000;

const QByteArray version("this one");

// All that a desktop holds of its logs.
struct Holding {
    KeyedHashVerifier verifier;
    Ledger ledger{verifier};
    Texts texts;
    Records records;

    void take(const KeptEntry& kept) {
        const auto accepted = ledger.accept(kept, Trust::OwnStore);
        if (!accepted) {
            qFatal("an entry of the organisation's own was refused: %s",
                   codeOf(accepted.error()).constData());
        }
        texts.take(*accepted, kept.text);
        records.take(*accepted, kept.text);
    }
    bool restore(QByteArrayView bytes) { return decodeSnapshot(bytes, version, ledger, texts, records); }
    QByteArray bytes() const { return encodeSnapshot(version, ledger, texts, records); }
};

template <class State>
int differences(const char* what) {
    int wrong = 0;
    for (quint32 seed = 1; seed <= states; ++seed) {
        Dice dice(seed);
        const State state = anyValue<State>(dice);
        ValueWriter out;
        out.write(state);
        const QByteArray bytes = out.take();
        ValueReader in(bytes);
        const State back = in.read<State>();
        ValueWriter again;
        again.write(back);
        if (!in.finished() || back != state || again.take() != bytes) {
            qWarning("%s of seed %u", what, seed);
            ++wrong;
        }
    }
    return wrong;
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyMemberOfAStateComesBack();
    void withTheEntriesBehindItItIsAFullFold();
    void anotherFoldsSnapshotIsRefused();
    void alteredBytesDoNoHarm();
};

void TestSnapshot::everyMemberOfAStateComesBack() {
    QCOMPARE(differences<Incident>("incident"), 0);
    QCOMPARE(differences<Organisation>("organisation"), 0);
    QCOMPARE(differences<Text>("text"), 0);
}

void TestSnapshot::withTheEntriesBehindItItIsAFullFold() {
    int places = 0;
    int voids = 0;
    for (quint32 seed = 1; seed <= logs; ++seed) {
        const RandomLog random(seed);
        const auto& kept = random.scene.org.kept();
        Holding whole;
        for (const KeptEntry& entry : kept) {
            whole.take(entry);
        }
        voids += int(whole.ledger.index(random.scene.log)->voids.size());
        Dice dice(seed);
        for (int i = 0; i < placesInEach; ++i) {
            const auto place = std::ptrdiff_t(dice.below(kept.size() + 1));
            Holding before;
            std::for_each(kept.begin(), kept.begin() + place, [&](const auto& entry) { before.take(entry); });
            Holding after;
            QVERIFY(after.restore(before.bytes()));
            QCOMPARE(after.bytes(), before.bytes());
            std::for_each(kept.begin() + place, kept.end(), [&](const auto& entry) { after.take(entry); });
            QVERIFY2(after.bytes() == whole.bytes(), qPrintable(QString::number(seed)));
            QVERIFY(after.ledger.organisation() == whole.ledger.organisation());
            QVERIFY(*after.ledger.incident(random.scene.log) == *whole.ledger.incident(random.scene.log));
            ++places;
        }
    }
    qInfo("tried %d places of %u logs, %d void entries, 0 otherwise", places, logs, voids);
    QVERIFY(voids > int(logs));
}

void TestSnapshot::anotherFoldsSnapshotIsRefused() {
    const RandomLog random(1);
    Holding whole;
    for (const KeptEntry& entry : random.scene.org.kept()) {
        whole.take(entry);
    }
    const QByteArray sound = whole.bytes();
    QByteArray other = sound;
    const qsizetype at = other.indexOf(version);
    QVERIFY(at >= 0);
    other[at] = 'o';
    QVERIFY(Holding().restore(sound));
    QVERIFY(!Holding().restore(other));
    QVERIFY(!Holding().restore(sound + '\0'));
    for (qsizetype size = 0; size < sound.size(); size += 1 + sound.size() / 500) {
        QVERIFY(!Holding().restore(sound.first(size)));
    }
}

// Sealing finds them first; without it they may say anything, and nothing breaks.
void TestSnapshot::alteredBytesDoNoHarm() {
    const RandomLog random(2);
    Holding whole;
    for (const KeptEntry& entry : random.scene.org.kept()) {
        whole.take(entry);
    }
    const QByteArray sound = whole.bytes();
    Dice dice(2);
    int refused = 0;
    for (int i = 0; i < alterings; ++i) {
        refused += Holding().restore(dice.mutated(sound)) ? 0 : 1;
    }
    qInfo("%d of %d altered ones refused", refused, alterings);
    QVERIFY(refused > alterings / 2);
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "test_snapshot.moc"
