// What proves an export agrees with the vectors, and names the entry of every byte that was altered.
#include "support/rememberingverifier.h"
#include "vectors/story.h"

#include "domain/log/exportproof.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bongsu;
using namespace bongsu::vectors;

namespace {

QJsonArray files(const char* which) {
    const QDir folder(qEnvironmentVariable("BONGSU_SOURCE_DIR") + QStringLiteral("/tests/vectors"));
    QFile file(folder.filePath(QStringLiteral("export.json")));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object()[QLatin1String(which)].toArray();
}

QString textIn(const QJsonValue& object, const char* name) {
    return object[QLatin1String(name)].toString();
}
QByteArray bytesIn(const QJsonValue& file) {
    return QByteArray::fromHex(textIn(file, "hex").toLatin1());
}

// A foundation and an incident with a text withheld and one withdrawn; the incident's log.
LogId tellShort(Story& story) {
    foundOrganisation(story);
    const LogId log = LogId::of(
        story.record("responder", std::nullopt, IncidentDeclared{}, {.text = QStringLiteral("fire")}));
    story.withhold(story.record("responder", log, NoteAdded{}, {.text = QStringLiteral("withheld")}));
    const EventId slip = story.record("responder", log, NoteAdded{}, {.text = QStringLiteral("slip")});
    story.record("responder", log, EntryWithdrawn{slip});
    return log;
}

using Proven = tl::expected<ExportSummary, ExportFault>;

Proven proven(const OrgId& org, const QByteArray& file, const Verifier& verifier, qsizetype piece) {
    ExportProof proof(org, verifier);
    for (qsizetype at = 0; at < file.size(); at += piece) {
        proof.feed(QByteArrayView(file).sliced(at, std::min(piece, file.size() - at)));
    }
    return proof.finish();
}

// Where each byte that is signed or hashed belongs.
std::map<qsizetype, std::pair<LogId, quint64>> placesOf(const OrgId& org, const LogId& log,
                                                        const QByteArray& file) {
    std::map<qsizetype, std::pair<LogId, quint64>> places;
    SealedExportReader reader;
    reader.feed(file);
    qsizetype at = 0;
    quint64 seqs[2] = {0, 0};
    LogId current = LogId::of(org);
    const auto mark = [&](QByteArrayView content, quint64 seq) {
        const qsizetype first = file.indexOf(content, at);
        for (qsizetype i = first; i < first + content.size(); ++i) {
            places.insert_or_assign(i, std::pair(current, seq));
        }
        at = first + content.size();
    };
    for (auto record = reader.next(); record && *record; record = reader.next()) {
        if (const auto* entry = std::get_if<ExportEntry>(&**record)) {
            current = entry->ofOrganisation ? LogId::of(org) : log;
            const quint64 seq = ++seqs[entry->ofOrganisation ? 0 : 1];
            mark(entry->entry.bytes, seq);
            mark(entry->entry.facts.salt.view(), seq);
            mark(entry->entry.facts.bytes, seq);
            if (entry->entry.text.part) {
                mark(entry->entry.text.part->salt.view(), seq);
                mark(entry->entry.text.part->bytes, seq);
            }
            if (entry->entry.text.erasedBy) {
                mark(entry->entry.text.erasedBy->view(), seq);
            }
        } else if (const auto* head = std::get_if<Statement>(&**record)) {
            const quint64 seq = seqs[current == LogId::of(org) ? 0 : 1];
            mark(head->bytes, seq);
            mark(head->signature.view(), seq);
        }
    }
    return places;
}

} // namespace

class TestExportProof : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void provesTheVectors_data();
    void provesTheVectors();
    void refusesTheBrokenOnes_data();
    void refusesTheBrokenOnes();
    void namesTheEntryOfEveryFlippedByte_data();
    void namesTheEntryOfEveryFlippedByte();
    void needsTheWholeFile();
    void namesTheEntryThatIsMissing_data();
    void namesTheEntryThatIsMissing();
    void needsTheRightOrganisation();
    void aHeadIsOfAnyRelayOfItsEpochAndOfNoOther();

  private:
    RememberingVerifier m_verifier;
};

void TestExportProof::provesTheVectors_data() {
    QTest::addColumn<int>("index");
    QCOMPARE(files("files").size(), 3);
    for (int i = 0; i < 3; ++i) {
        QTest::newRow(qPrintable(textIn(files("files")[i], "name"))) << i;
    }
}

void TestExportProof::provesTheVectors() {
    QFETCH(int, index);
    const QJsonValue file = files("files")[index];
    const auto org = *OrgId::tryFromHex(textIn(file, "org"));
    const auto log = *LogId::tryFromHex(textIn(file, "log"));
    for (const qsizetype piece : {1, 4096, 1'000'000}) {
        const auto found = proven(org, bytesIn(file), m_verifier, piece);
        QVERIFY2(found, found ? "" : found.error().why.constData());
        QCOMPARE(found->begin.log, log);
        const ExportCounts& counts = log == LogId::of(org) ? found->organisation : found->log;
        QCOMPARE(found->head.seq, counts.entries);
        QCOMPARE(QJsonValue(file[QLatin1String("texts")]),
                 QJsonValue(QJsonObject{{QStringLiteral("present"), qint64(counts.present)},
                                        {QStringLiteral("withheld"), qint64(counts.withheld)},
                                        {QStringLiteral("erased"), qint64(counts.erased)}}));
    }
}

void TestExportProof::refusesTheBrokenOnes_data() {
    QTest::addColumn<int>("index");
    const QJsonArray broken = files("broken");
    for (int i = 0; i < broken.size(); ++i) {
        QTest::newRow(qPrintable(textIn(broken[i], "name"))) << i;
    }
}

void TestExportProof::refusesTheBrokenOnes() {
    QFETCH(int, index);
    const QJsonValue file = files("broken")[index];
    const auto found = proven(*OrgId::tryFromHex(textIn(file, "org")), bytesIn(file), m_verifier, 4096);
    QVERIFY(!found);
    const QJsonValue bad = file[QLatin1String("bad")];
    QCOMPARE(found.error().log.toHex(), textIn(bad, "log"));
    QCOMPARE(qint64(found.error().seq), bad[QLatin1String("seq")].toInteger());
}

void TestExportProof::namesTheEntryOfEveryFlippedByte_data() {
    QTest::addColumn<bool>("withOrganisationHead");
    QTest::newRow("without the organisation's head") << false;
    QTest::newRow("with it") << true;
}

void TestExportProof::namesTheEntryOfEveryFlippedByte() {
    QFETCH(bool, withOrganisationHead);
    Story story("proof");
    const LogId log = tellShort(story);
    const QByteArray file = exported(story, log, withOrganisationHead);
    const auto places = placesOf(story.org(), log, file);
    QVERIFY(places.size() > std::size_t(file.size()) * 9 / 10);
    for (qsizetype i = 0; i < file.size(); ++i) {
        QByteArray flipped = file;
        flipped[i] = char(flipped[i] ^ (1 << (i % 8)));
        const auto found = proven(story.org(), flipped, m_verifier, flipped.size());
        QVERIFY2(!found, qPrintable(QString::number(i)));
        if (const auto place = places.find(i); place != places.end()) {
            QVERIFY2(std::pair(found.error().log, found.error().seq) == place->second,
                     qPrintable(QString::number(i)));
        }
    }
}

void TestExportProof::needsTheWholeFile() {
    Story story("proof");
    const LogId log = tellShort(story);
    const QByteArray file = exported(story, log, false);
    const auto whole = proven(story.org(), file, m_verifier, file.size());
    QVERIFY(whole);
    QCOMPARE(std::tuple(whole->log.withheld, whole->log.erased, whole->log.voids), std::tuple(1, 1, 0));
    QVERIFY(!proven(story.org(), file + '\0', m_verifier, file.size()));
    for (qsizetype length = 0; length < file.size(); ++length) {
        QVERIFY(!proven(story.org(), file.first(length), m_verifier, file.size()));
    }
}

void TestExportProof::namesTheEntryThatIsMissing_data() {
    QTest::addColumn<bool>("ofOrganisation");
    QTest::addColumn<bool>("withOrganisationHead");
    QTest::newRow("of the organisation") << true << true;
    QTest::newRow("of an incident") << false << false;
    QTest::newRow("of an incident, with the organisation's head") << false << true;
}

// The file ends within a record, or behind one: the next of its log is missing.
void TestExportProof::namesTheEntryThatIsMissing() {
    QFETCH(bool, ofOrganisation);
    QFETCH(bool, withOrganisationHead);
    Story story("proof");
    const LogId incident = tellShort(story);
    const LogId log = ofOrganisation ? story.orgLog() : incident;
    const QByteArray file = exported(story, log, withOrganisationHead);
    std::pair<LogId, quint64> missing{story.orgLog(), 1};
    SealedExportReader reader;
    for (qsizetype length = 0; length < file.size(); ++length) {
        const auto found = proven(story.org(), file.first(length), m_verifier, file.size());
        QVERIFY(!found);
        QVERIFY2(std::pair(found.error().log, found.error().seq) == missing,
                 qPrintable(QString::number(length)));
        reader.feed(QByteArrayView(file).sliced(length, 1));
        const auto record = reader.next();
        if (!record || !*record) {
            continue;
        }
        const auto* entry = std::get_if<ExportEntry>(&**record);
        const bool isHead = std::holds_alternative<Statement>(**record);
        if (missing.first != log && (isHead || (entry && !entry->ofOrganisation))) {
            missing = {log, 1};
        }
        missing.second += entry ? 1 : 0;
    }
}

void TestExportProof::needsTheRightOrganisation() {
    const QJsonValue file = files("files")[0];
    const auto found = proven(fixedOf<OrgId>("another"), bytesIn(file), m_verifier, 4096);
    QVERIFY(!found);
    QCOMPARE(found.error().why, QByteArray(refusal::wrongOrganisation));
}

void TestExportProof::aHeadIsOfAnyRelayOfItsEpochAndOfNoOther() {
    Story story("proof");
    const LogId log = tellShort(story);
    story.record("admin", story.orgLog(), RelayDescribed{relayKeys("second relay")});
    story.record("admin", story.orgLog(), RelayDescribed{relayKeys("third relay")}); // known, but not named
    const EpochId before = story.ledger().organisation().epochs.back().id;
    const Tip base = *story.ledger().tip(story.orgLog());
    story.record(
        "admin", story.orgLog(),
        EpochDeclared{before, 1, {deviceOf("relay"), deviceOf("second relay")}, {base.seq, base.hash}, {}});
    story.take(rebaseDraft(story, log, "admin"));
    for (const bool withOrganisationHead : {false, true}) {
        for (const char* relay : {"relay", "second relay"}) {
            story.setRelay(relay);
            const QByteArray file = exported(story, log, withOrganisationHead);
            const auto found = proven(story.org(), file, m_verifier, file.size());
            QVERIFY2(found, found ? "" : found.error().why.constData());
        }
        story.setRelay("third relay");
        const QByteArray file = exported(story, log, withOrganisationHead);
        const auto found = proven(story.org(), file, m_verifier, file.size());
        QVERIFY(!found);
        QCOMPARE(found.error().why, QByteArray(refusal::badSignature));
    }
}

QTEST_GUILESS_MAIN(TestExportProof)
#include "test_exportproof.moc"
