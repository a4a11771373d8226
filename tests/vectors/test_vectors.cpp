// The program agrees with every test vector that is checked in, and makes them anew byte for byte.
#include "vectors/readers.h"
#include "vectors/vectors.h"

#include "domain/log/ledger.h"
#include "domain/log/sealedexport.h"
#include "identity/ed25519.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace bongsu;
using namespace bongsu::vectors;

namespace {

QDir folder() {
    return QDir(qEnvironmentVariable("BONGSU_SOURCE_DIR") + QStringLiteral("/tests/vectors"));
}

QByteArray contentOf(const QString& name) {
    QFile file(folder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject load(const char* name) {
    return QJsonDocument::fromJson(contentOf(QLatin1String(name))).object();
}

QByteArray hexIn(const QJsonValue& object, const char* name) {
    return QByteArray::fromHex(object[QLatin1String(name)].toString().toLatin1());
}

template <class FixedType>
FixedType fixedIn(const QJsonValue& object, const char* name) {
    return *FixedType::tryFrom(hexIn(object, name));
}

KeptEntry keptIn(const QJsonValue& item) {
    const auto part = [](const QJsonValue& object) {
        return Part{fixedIn<Salt>(object, "salt"), hexIn(object, "bytes")};
    };
    const QJsonValue text = item[QLatin1String("text")];
    const QString state = text[QLatin1String("state")].toString();
    const TextPart kept = state == u"present"    ? TextPart::present(part(text))
                          : state == u"withheld" ? TextPart::withheld()
                          : state == u"erased"   ? TextPart::erased(fixedIn<EventId>(text, "by"))
                                                 : TextPart::none();
    return {hexIn(item, "entry"), part(item[QLatin1String("facts")]), kept};
}

} // namespace

class TestVectors : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void madeAnewTheyAreTheSame_data();
    void madeAnewTheyAreTheSame();
    void recordsAreReadAsTheySay_data();
    void recordsAreReadAsTheySay();
    void signaturesHoldOrNot();
    void theChainIsTaken();
    void brokenHistoriesAreRefused_data();
    void brokenHistoriesAreRefused();
    void exportsAreReadAndWrittenAgain();
};

void TestVectors::madeAnewTheyAreTheSame_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("made");
    for (const VectorFile& file : allVectors()) {
        QTest::newRow(qPrintable(file.name)) << file.name << QJsonDocument(file.content).toJson();
    }
}

void TestVectors::madeAnewTheyAreTheSame() {
    QFETCH(QString, name);
    QFETCH(QByteArray, made);
    QVERIFY2(
        contentOf(name) == made,
        "The format is frozen: this program makes other bytes than those that old desktops and relays keep.");
}

void TestVectors::recordsAreReadAsTheySay_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"cbor.json", "header.json", "event.json", "entry.json", "head.json",
                             "refusal.json", "facts.json", "text.json"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestVectors::recordsAreReadAsTheySay() {
    QFETCH(QString, name);
    const QJsonObject vectors = load(name.toLatin1().constData());
    const auto says = [&](const QJsonValue& vector) {
        const QString kind = vector[QLatin1String("kind")].toString();
        return readAgain(kind.isEmpty() ? name.chopped(5) : kind, hexIn(vector, "hex"));
    };
    const QJsonArray accept = vectors[QLatin1String("accept")].toArray();
    const QJsonArray reject = vectors[QLatin1String("reject")].toArray();
    QVERIFY(!accept.isEmpty() && !reject.isEmpty());
    for (const QJsonValue vector : accept) {
        const auto again = says(vector);
        QVERIFY2(again, qPrintable(vector[QLatin1String("name")].toString()));
        // What a later program added is read past and not written again.
        QVERIFY2(vector[QLatin1String("beyond")].toBool() || *again == hexIn(vector, "hex"),
                 qPrintable(vector[QLatin1String("name")].toString()));
    }
    for (const QJsonValue vector : reject) {
        QVERIFY2(!says(vector), qPrintable(vector[QLatin1String("name")].toString()));
    }
}

void TestVectors::signaturesHoldOrNot() {
    const QJsonObject vectors = load("signatures.json");
    const Ed25519Verifier verifier;
    for (const char* list : {"accept", "reject"}) {
        const bool expected = QByteArrayView(list) == QByteArrayView("accept");
        const QJsonArray cases = vectors[QLatin1String(list)].toArray();
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue vector : cases) {
            const bool holds = verifier.verify(fixedIn<PublicKey>(vector, "key"), hexIn(vector, "message"),
                                               fixedIn<Signature>(vector, "signature"));
            QVERIFY2(holds == expected, qPrintable(vector[QLatin1String("name")].toString()));
        }
    }
}

void TestVectors::theChainIsTaken() {
    const Ed25519Verifier verifier;
    Ledger ledger(verifier);
    const QJsonObject vectors = load("chain.json");
    const QJsonArray entries = vectors[QLatin1String("entries")].toArray();
    QVERIFY(entries.size() > 20);
    for (const QJsonValue item : entries) {
        const auto accepted = ledger.accept(keptIn(item), Trust::Verify);
        QVERIFY2(accepted, accepted ? "" : codeOf(accepted.error()).constData());
        QCOMPARE(accepted->log.toHex(), item[QLatin1String("log")].toString());
        QCOMPARE(accepted->hash.toHex(), item[QLatin1String("hash")].toString());
        QCOMPARE(accepted->event.id.toHex(), item[QLatin1String("event")].toString());
        QCOMPARE(accepted->verdict ? QString::fromLatin1(accepted->verdict->code) : QString(),
                 item[QLatin1String("void")].toString());
    }
    for (const QJsonValue item : vectors[QLatin1String("heads")].toArray()) {
        const Statement statement{hexIn(item, "hex"), fixedIn<Signature>(item, "signature")};
        const auto head = decodeHead(statement.bytes);
        QVERIFY(head);
        const auto tip = ledger.tip(head->log);
        QVERIFY(tip && tip->seq == head->seq && tip->hash == head->hash);
        const DeviceId relay = ledger.organisation().epoch(head->epoch)->relays.front();
        QVERIFY(isHeadSignedBy(statement, ledger.organisation().relays.at(relay).signing, verifier));
    }
}

void TestVectors::brokenHistoriesAreRefused_data() {
    QTest::addColumn<int>("index");
    const QJsonArray broken = load("chain.json")[QLatin1String("broken")].toArray();
    for (int i = 0; i < broken.size(); ++i) {
        QTest::newRow(qPrintable(broken[i][QLatin1String("name")].toString())) << i;
    }
}

void TestVectors::brokenHistoriesAreRefused() {
    QFETCH(int, index);
    const QJsonObject vectors = load("chain.json");
    const QJsonValue broken = vectors[QLatin1String("broken")][index];
    const Ed25519Verifier verifier;
    Ledger ledger(verifier);
    for (int i = 0; i < broken[QLatin1String("after")].toInt(); ++i) {
        QVERIFY(ledger.accept(keptIn(vectors[QLatin1String("entries")][i]), Trust::Verify));
    }
    for (const QJsonValue item : broken[QLatin1String("before")].toArray()) {
        QVERIFY(ledger.accept(keptIn(item), Trust::Verify));
    }
    const auto accepted = ledger.accept(keptIn(broken[QLatin1String("last")]), Trust::Verify);
    QVERIFY(!accepted);
    QCOMPARE(QString::fromLatin1(codeOf(accepted.error())), broken[QLatin1String("refusal")].toString());
}

void TestVectors::exportsAreReadAndWrittenAgain() {
    const QJsonArray files = load("export.json")[QLatin1String("files")].toArray();
    QCOMPARE(files.size(), 3);
    for (const QJsonValue vector : files) {
        const QByteArray bytes = hexIn(vector, "hex");
        SealedExportReader reader;
        reader.feed(bytes);
        QByteArray again;
        std::optional<SealedExportWriter> writer;
        for (auto record = reader.next(); record && *record; record = reader.next()) {
            if (const auto* begin = std::get_if<ExportBegin>(&**record)) {
                QCOMPARE(begin->log.toHex(), vector[QLatin1String("log")].toString());
                writer.emplace(*begin, [&again](QByteArrayView piece) { again.append(piece); });
            } else if (const auto* entry = std::get_if<ExportEntry>(&**record)) {
                entry->ofOrganisation ? writer->organisationEntry(entry->entry) : writer->entry(entry->entry);
            } else if (const auto* head = std::get_if<Statement>(&**record)) {
                writer->head(*head);
            } else {
                writer->end();
            }
        }
        QVERIFY(!reader.finish());
        QVERIFY(again == bytes);
    }
}

QTEST_GUILESS_MAIN(TestVectors)
#include "test_vectors.moc"
