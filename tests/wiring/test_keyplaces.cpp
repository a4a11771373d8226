// Keys on their way between their file and a keychain: whatever ends it, the home opens with the same keys.
#include "identity/random.h"
#include "support/whynot.h"
#include "support/withroomfor.h"
#include "wiring/frailkeychain.h"
#include "wiring/keyplaces.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;

namespace {

// Nothing where no answer came: the keychain fell silent.
std::optional<Outcome> moved(KeyPlaces& places, KeyPlace to, std::optional<KeyPlace> keep = {}) {
    std::optional<Outcome> answer;
    places.move(to, keep, [&](const Outcome& outcome) { answer = outcome; });
    return answer;
}

Outcome settled(KeyPlaces& places) {
    Outcome answer = fail(failure::busy);
    places.settle([&](const Outcome& outcome) { answer = outcome; });
    return answer;
}

} // namespace

class TestKeyPlaces : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void keysGoThereAndComeBack();
    void whatSomebodyMovedToTheFileStaysThere();
    void killedAtAnyCallOfTheKeychain_data();
    void killedAtAnyCallOfTheKeychain();
    void killedBetweenTheNoteAndTheRest();
    void vanishingAtAnyCallChangesNothing_data();
    void vanishingAtAnyCallChangesNothing();
    void whatTheKeychainGarblesStaysInTheFile();
    void aFullDiskKeepsTheKeysWhereTheyAre();
    void differentKeysAreNotMixed();
    void theOtherKeysAreSetAside_data();
    void theOtherKeysAreSetAside();
    void keysThatCannotBeReachedSayWhy();
    void aFileLeftBehindOpensWithoutAPassword();
    void aLostNoteIsFoundAgain();
    void aHomeWhoseKeysAreInTheKeychainIsNotNew();
    void aChosenFileStays();

  private:
    KeyPlaces places(bool isChosen = false) {
        return {keyFile(), isChosen, std::make_unique<FrailKeychain>(m_keychain)};
    }
    QString keyFile() const { return m_folder->filePath(QStringLiteral("keys/a.key")); }
    bool isInFile() const { return QFile::exists(keyFile()); }
    QStringList files() const {
        return QDir(m_folder->filePath(QStringLiteral("keys"))).entryList(QDir::Files | QDir::Hidden);
    }
    HomeKeys newKeys() {
        HomeKeys keys = HomeKeys::withNewStoreKey(m_randomness);
        keys.deviceSeed = Seed::random(m_randomness);
        return keys;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FrailContents> m_keychain;
    SystemRandomness m_randomness;
    std::optional<HomeKeys> m_keys; // the home's
};

void TestKeyPlaces::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_shared<FrailContents>();
    m_keys = newKeys();
    QVERIFY(places().isNew());
    QVERIFY(places().create(*m_keys));
    QVERIFY(!places().isNew());
}

void TestKeyPlaces::keysGoThereAndComeBack() {
    KeyPlaces one = places();
    QCOMPARE(one.place(), KeyPlace::File);
    QVERIFY(settled(one));
    QVERIFY(!isInFile());
    QVERIFY(m_keychain->keys == m_keys);
    QCOMPARE(one.place(), KeyPlace::Keychain);
    QVERIFY(*places().load(true) == *m_keys);
    QVERIFY(*moved(one, KeyPlace::File));
    QVERIFY(isInFile());
    QVERIFY(!m_keychain->keys);
    QCOMPARE(one.place(), KeyPlace::File);
    QVERIFY(*places().load(true) == *m_keys);
}

void TestKeyPlaces::whatSomebodyMovedToTheFileStaysThere() {
    KeyPlaces one = places();
    QVERIFY(*moved(one, KeyPlace::File)); // before it ever was elsewhere
    QVERIFY(settled(one));
    QVERIFY(isInFile());
    QVERIFY(*moved(one, KeyPlace::Keychain));
    QVERIFY(*moved(one, KeyPlace::File));
    QVERIFY(settled(one));
    QVERIFY(isInFile());
    QVERIFY(!m_keychain->keys);
    // A note that nobody can read is nobody's leave to move them.
    QFile note(keyFile() + QStringLiteral(".place"));
    QVERIFY(note.resize(3));
    QVERIFY(settled(one));
    QVERIFY(isInFile());
    QVERIFY(*places().load(true) == *m_keys);
}

void TestKeyPlaces::killedAtAnyCallOfTheKeychain_data() {
    QTest::addColumn<KeyPlace>("to");
    QTest::addColumn<int>("answers");
    for (int answers = 0; answers < 3; ++answers) {
        QTest::addRow("to the keychain, %d calls", answers) << KeyPlace::Keychain << answers;
    }
    for (int answers = 0; answers < 2; ++answers) {
        QTest::addRow("to the file, %d calls", answers) << KeyPlace::File << answers;
    }
}

void TestKeyPlaces::killedAtAnyCallOfTheKeychain() {
    QFETCH(KeyPlace, to);
    QFETCH(int, answers);
    if (KeyPlaces one = places(); to == KeyPlace::File) {
        QVERIFY(*moved(one, KeyPlace::Keychain));
    }
    m_keychain->answers = answers;
    m_keychain->end = FrailContents::End::FallsSilent;
    if (KeyPlaces one = places(); true) {
        QVERIFY(!moved(one, to)); // this is where it was killed
    }
    m_keychain->answers = -1;
    QVERIFY(*places().load(true) == *m_keys);
    KeyPlaces again = places();
    QVERIFY(*moved(again, to));
    QCOMPARE(again.place(), to);
    QCOMPARE(isInFile(), to == KeyPlace::File);
    QCOMPARE(m_keychain->keys.has_value(), to == KeyPlace::Keychain);
    QVERIFY(*places().load(true) == *m_keys);
}

void TestKeyPlaces::killedBetweenTheNoteAndTheRest() {
    KeyPlaces one = places();
    QVERIFY(*moved(one, KeyPlace::Keychain));
    // As if the file had not been removed yet: both have the same, and the desktop ends what was begun.
    QVERIFY(createKeyFile(keyFile(), *m_keys));
    QVERIFY(*places().load(true) == *m_keys);
    QVERIFY(settled(one));
    QVERIFY(!isInFile());
    QVERIFY(*places().load(true) == *m_keys);
}

void TestKeyPlaces::vanishingAtAnyCallChangesNothing_data() {
    killedAtAnyCallOfTheKeychain_data();
}

void TestKeyPlaces::vanishingAtAnyCallChangesNothing() {
    QFETCH(KeyPlace, to);
    QFETCH(int, answers);
    if (KeyPlaces one = places(); to == KeyPlace::File) {
        QVERIFY(*moved(one, KeyPlace::Keychain));
    }
    m_keychain->answers = answers;
    KeyPlaces one = places();
    const auto outcome = moved(one, to);
    QVERIFY(outcome);
    const bool isBack = to == KeyPlace::File && answers == 1;
    QCOMPARE(whyNot(*outcome), QByteArray(isBack ? keyfault::keychainRemains : keyfault::keychainAway));
    QCOMPARE(one.place(), isBack || to == KeyPlace::Keychain ? KeyPlace::File : KeyPlace::Keychain);
    // Where they were they still are. Once they are in the file, the keychain is not needed to open.
    QCOMPARE(isInFile(), to == KeyPlace::Keychain || answers > 0);
    if (isInFile()) {
        QVERIFY(*places().load(true) == *m_keys);
    }
    m_keychain->answers = -1;
    QVERIFY(*places().load(true) == *m_keys);
    QVERIFY(*moved(one, to));
    QCOMPARE(m_keychain->keys.has_value(), to == KeyPlace::Keychain);
}

void TestKeyPlaces::whatTheKeychainGarblesStaysInTheFile() {
    m_keychain->garbles = true;
    KeyPlaces one = places();
    QCOMPARE(whyNot(settled(one)), QByteArray(keyfault::keychainFailed));
    QVERIFY(isInFile());
    QCOMPARE(one.place(), KeyPlace::File);
    QVERIFY(*places().load(true) == *m_keys);
}

void TestKeyPlaces::aFullDiskKeepsTheKeysWhereTheyAre() {
    KeyPlaces one = places();
    const Outcome there = withRoomFor(0, [&] { return *moved(one, KeyPlace::Keychain); });
    QCOMPARE(whyNot(there), QByteArray(failure::disk));
    QCOMPARE(one.place(), KeyPlace::File);
    QVERIFY(*places().load(true) == *m_keys);
    QVERIFY(*moved(one, KeyPlace::Keychain));
    const Outcome back = withRoomFor(0, [&] { return *moved(one, KeyPlace::File); });
    QCOMPARE(whyNot(back), QByteArray(failure::disk));
    QCOMPARE(one.place(), KeyPlace::Keychain);
    QVERIFY(!isInFile());
    QVERIFY(*places().load(true) == *m_keys);
}

void TestKeyPlaces::differentKeysAreNotMixed() {
    const HomeKeys others = newKeys();
    m_keychain->keys = others;
    KeyPlaces one = places();
    QVERIFY(*places().load(true) == *m_keys); // nothing was moved: the file is what it always was
    for (const KeyPlace to : {KeyPlace::File, KeyPlace::Keychain}) {
        QCOMPARE(whyNot(*moved(one, to)), QByteArray(keyfault::differing));
    }
    QCOMPARE(whyNot(settled(one)), QByteArray(keyfault::differing));
    QVERIFY(*loadKeyFile(keyFile()) == *m_keys);
    QVERIFY(m_keychain->keys == others);
    // Moved, and then another file was put there: neither wins silently.
    m_keychain->keys.reset();
    QVERIFY(settled(one));
    QVERIFY(createKeyFile(keyFile(), others));
    QCOMPARE(whyNot(places().load(true)), QByteArray(keyfault::differing));
}

void TestKeyPlaces::theOtherKeysAreSetAside_data() {
    QTest::addColumn<KeyPlace>("to");
    QTest::addColumn<KeyPlace>("keep");
    QTest::newRow("file, file") << KeyPlace::File << KeyPlace::File;
    QTest::newRow("file, keychain") << KeyPlace::File << KeyPlace::Keychain;
    QTest::newRow("keychain, file") << KeyPlace::Keychain << KeyPlace::File;
    QTest::newRow("keychain, keychain") << KeyPlace::Keychain << KeyPlace::Keychain;
}

void TestKeyPlaces::theOtherKeysAreSetAside() {
    QFETCH(KeyPlace, to);
    QFETCH(KeyPlace, keep);
    const HomeKeys others = newKeys();
    m_keychain->keys = others;
    KeyPlaces one = places();
    QVERIFY(*moved(one, to, keep));
    const HomeKeys& kept = keep == KeyPlace::File ? *m_keys : others;
    const HomeKeys& wrong = keep == KeyPlace::File ? others : *m_keys;
    QVERIFY(*places().load(true) == kept);
    QCOMPARE(isInFile(), to == KeyPlace::File);
    QCOMPARE(m_keychain->keys.has_value(), to == KeyPlace::Keychain);
    const QStringList aside = files().filter(QStringLiteral(".aside-"));
    QCOMPARE(aside.size(), 1);
    QVERIFY(*loadKeyFile(m_folder->filePath(QStringLiteral("keys/") + aside.front())) == wrong);
}

void TestKeyPlaces::keysThatCannotBeReachedSayWhy() {
    KeyPlaces one = places();
    QVERIFY(settled(one));
    m_keychain->state = KeyStoreState::Locked;
    QCOMPARE(whyNot(places().load(true)), QByteArray(keyfault::keychainLocked));
    QCOMPARE(whyNot(*moved(one, KeyPlace::File)), QByteArray(keyfault::keychainLocked));
    m_keychain->state = KeyStoreState::Away;
    QCOMPARE(whyNot(places().load(true)), QByteArray(keyfault::keychainAway));
    QCOMPARE(whyNot(*moved(one, KeyPlace::File)), QByteArray(keyfault::keychainAway));
    KeyPlaces without(keyFile(), false, nullptr);
    QCOMPARE(whyNot(without.load(true)), QByteArray(keyfault::keychainAway));
    QCOMPARE(whyNot(*moved(without, KeyPlace::Keychain)), QByteArray(keyfault::keychainAway));
    m_keychain->state = KeyStoreState::Ready;
    const auto kept = std::exchange(m_keychain->keys, std::nullopt);
    QCOMPARE(whyNot(places().load(true)), QByteArray(keyfault::keychainMissing));
    QCOMPARE(whyNot(*moved(one, KeyPlace::File)), QByteArray(keyfault::keychainMissing));
    m_keychain->keys = kept;
    QVERIFY(*places().load(true) == *m_keys);
}

void TestKeyPlaces::aFileLeftBehindOpensWithoutAPassword() {
    m_keychain->state = KeyStoreState::Locked;
    KeyPlaces one = places();
    QVERIFY(settled(one)); // waits for another start
    QVERIFY(isInFile());
    m_keychain->state = KeyStoreState::Ready;
    QVERIFY(settled(one));
    QVERIFY(createKeyFile(keyFile(), *m_keys));
    m_keychain->state = KeyStoreState::Locked;
    QVERIFY(*places().load(true) == *m_keys);
    QVERIFY(settled(one));
    QCOMPARE(m_keychain->passwordsAsked, 0);
    QVERIFY(isInFile());
}

void TestKeyPlaces::aLostNoteIsFoundAgain() {
    KeyPlaces one = places();
    QVERIFY(settled(one));
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("keys"))).removeRecursively());
    m_keychain->state = KeyStoreState::Locked; // who asks for a password that may be of no use?
    QCOMPARE(whyNot(places().load(true)), QByteArray(keyfault::missing));
    m_keychain->state = KeyStoreState::Ready;
    QCOMPARE(whyNot(places().load(false)), QByteArray(keyfault::missing));
    QVERIFY(*places().load(true) == *m_keys);
    QCOMPARE(one.place(), KeyPlace::Keychain);
}

void TestKeyPlaces::aHomeWhoseKeysAreInTheKeychainIsNotNew() {
    KeyPlaces one = places();
    QVERIFY(settled(one));
    QVERIFY(!places().isNew());
    QVERIFY(*places().load(false) == *m_keys);
}

void TestKeyPlaces::aChosenFileStays() {
    KeyPlaces chosen = places(true);
    QVERIFY(settled(chosen));
    QCOMPARE(whyNot(*moved(chosen, KeyPlace::Keychain)), QByteArray(keyfault::named));
    QVERIFY(*chosen.load(true) == *m_keys);
    const QString elsewhere = m_folder->filePath(QStringLiteral("stick.key"));
    QVERIFY(QFile::rename(keyFile(), elsewhere));
    QVERIFY(QFile::link(elsewhere, keyFile()));
    KeyPlaces linked = places();
    QVERIFY(settled(linked));
    QCOMPARE(whyNot(*moved(linked, KeyPlace::Keychain)), QByteArray(keyfault::named));
    QVERIFY(*linked.load(true) == *m_keys);
    QVERIFY(!m_keychain->keys);
}

QTEST_GUILESS_MAIN(TestKeyPlaces)
#include "test_keyplaces.moc"
