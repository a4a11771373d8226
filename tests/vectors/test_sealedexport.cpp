// The sealed export's records: whatever happens to a file, its reader says so and nothing else.
#include "vectors/story.h"

#include "domain/base/limits.h"
#include "domain/log/sealedexport.h"

#include <QTest>
#include <QtEndian>

using namespace bongsu;
using namespace bongsu::vectors;

namespace {

// What a reader makes of a file that comes in pieces of `piece` bytes.
struct Read {
    std::vector<ExportRecord> records;
    Verdict fault;
};

Read readAll(QByteArrayView file, qsizetype piece) {
    SealedExportReader reader;
    Read read;
    while (true) {
        auto record = reader.next();
        if (!record) {
            read.fault = std::get<Refusal>(record.error());
            return read;
        }
        if (*record) {
            read.records.push_back(std::move(**record));
        } else if (!file.isEmpty()) {
            const qsizetype count = std::min(piece, file.size());
            reader.feed(file.first(count));
            file = file.sliced(count);
        } else {
            read.fault = reader.finish();
            return read;
        }
    }
}

// The file's records with their lengths, the magic first.
QList<QByteArray> divided(const QByteArray& file) {
    QList<QByteArray> pieces{file.first(8)};
    for (qsizetype at = 8; at < file.size();) {
        const qsizetype length = 4 + qFromBigEndian<quint32>(file.constData() + at);
        pieces.append(file.sliced(at, length));
        at += length;
    }
    return pieces;
}

QByteArray lengthOf(quint32 length) {
    QByteArray bytes(4, '\0');
    qToBigEndian(length, bytes.data());
    return bytes;
}

} // namespace

class TestSealedExport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void isReadInPiecesOfAnySize();
    void refusesEveryTruncation();
    void refusesEveryFlippedByte();
    void refusesAnythingBehindTheEnd();
    void refusesRecordsInAnotherOrder();
    void refusesRecordsLeftOutOrTwice();
    void refusesImpossibleLengths();
    void refusesALongName();
    void keepsItsFault();
    void namesTheErasuresThatTheFileReaches();

  private:
    QByteArray m_file;
};

void TestSealedExport::initTestCase() {
    Story story("export");
    foundOrganisation(story);
    const LogId log = LogId::of(
        story.record("responder", std::nullopt, IncidentDeclared{}, {.text = QStringLiteral("fire")}));
    story.withhold(story.record("responder", log, NoteAdded{}, {.text = QStringLiteral("withheld")}));
    const EventId slip = story.record("responder", log, NoteAdded{}, {.text = QStringLiteral("slip")});
    story.record("responder", log, EntryWithdrawn{slip});
    for (const Taken& taken : story.taken()) {
        QVERIFY(!taken.accepted.verdict); // or nothing would be withdrawn
    }
    m_file = exported(story, log, true);
}

void TestSealedExport::isReadInPiecesOfAnySize() {
    const Read whole = readAll(m_file, m_file.size());
    QVERIFY(!whole.fault);
    QCOMPARE(qsizetype(whole.records.size()) + 1, divided(m_file).size());
    for (const qsizetype piece : {1, 3, 4, 7, 8, 9, 1000, 4096}) {
        const Read pieces = readAll(m_file, piece);
        QVERIFY(!pieces.fault);
        QVERIFY(pieces.records == whole.records);
    }
}

void TestSealedExport::refusesEveryTruncation() {
    for (qsizetype length = 0; length < m_file.size(); ++length) {
        const Read read = readAll(QByteArrayView(m_file).first(length), m_file.size());
        QVERIFY2(read.fault, qPrintable(QString::number(length)));
        QCOMPARE(read.fault->code, QByteArray(refusal::malformed));
    }
}

// The structure finds some at once; the hash in the end finds the rest.
void TestSealedExport::refusesEveryFlippedByte() {
    const std::size_t records = readAll(m_file, m_file.size()).records.size();
    for (const int bits : {0x01, 0xff}) {
        for (qsizetype i = 0; i < m_file.size(); ++i) {
            QByteArray flipped = m_file;
            flipped[i] = char(flipped[i] ^ bits);
            const Read read = readAll(flipped, flipped.size());
            QVERIFY2(read.fault && read.records.size() < records, qPrintable(QString::number(i)));
        }
    }
}

void TestSealedExport::refusesAnythingBehindTheEnd() {
    QVERIFY(readAll(m_file + '\0', 1).fault);
    QVERIFY(readAll(m_file + m_file, 4096).fault);
    QVERIFY(readAll(m_file + divided(m_file).last(), 4096).fault);
}

void TestSealedExport::refusesRecordsInAnotherOrder() {
    const QList<QByteArray> pieces = divided(m_file);
    for (qsizetype i = 1; i + 1 < pieces.size(); ++i) {
        QList<QByteArray> turned = pieces;
        turned.swapItemsAt(i, i + 1);
        QVERIFY2(readAll(turned.join(), 4096).fault, qPrintable(QString::number(i)));
    }
}

void TestSealedExport::refusesRecordsLeftOutOrTwice() {
    const QList<QByteArray> pieces = divided(m_file);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        QList<QByteArray> changed = pieces;
        changed.removeAt(i);
        QVERIFY2(readAll(changed.join(), 4096).fault, qPrintable(QString::number(i)));
        changed = pieces;
        changed.insert(i, pieces[i]);
        QVERIFY2(readAll(changed.join(), 4096).fault, qPrintable(QString::number(i)));
    }
}

void TestSealedExport::refusesImpossibleLengths() {
    const QByteArray magic = m_file.first(8);
    for (const quint32 length : {quint32(0), quint32(limits::exportRecordBytes) + 1, ~quint32(0)}) {
        const Read read = readAll(magic + lengthOf(length), 4096);
        QVERIFY(read.fault);
        QCOMPARE(read.fault->code, QByteArray(refusal::tooLarge));
    }
    // The largest is waited for.
    const Read read = readAll(magic + lengthOf(limits::exportRecordBytes), 4096);
    QCOMPARE(read.fault->detail, QByteArray("the end"));
}

void TestSealedExport::refusesALongName() {
    const auto fileBy = [](int length) {
        QByteArray file;
        const ExportBegin begin{fixedOf<OrgId>("org"), fixedOf<LogId>("log"), QString(length, u'x'),
                                Moment()};
        const SealedExportWriter writer(begin, [&file](QByteArrayView bytes) { file.append(bytes); });
        return file;
    };
    QByteArray file = fileBy(limits::softwareBytes);
    QCOMPARE(readAll(file, file.size()).records.size(), std::size_t(1));
    // One longer, as no writer of ours would.
    file.insert(8 + 4 + 1 + 1 + 2 * 34 + 2, 'x');
    file[8 + 4 + 1 + 1 + 2 * 34 + 1] = char(limits::softwareBytes + 1);
    file.replace(8, 4, lengthOf(quint32(file.size() - 12)));
    const Read read = readAll(file, file.size());
    QVERIFY(read.records.empty());
    QCOMPARE(read.fault->detail, QByteArray("record"));
}

void TestSealedExport::keepsItsFault() {
    SealedExportReader reader;
    reader.feed(QByteArrayView("BONGSUX2"));
    QVERIFY(!reader.next());
    reader.feed(m_file);
    QVERIFY(!reader.next());
    QVERIFY(reader.finish());
}

void TestSealedExport::namesTheErasuresThatTheFileReaches() {
    Story story("export");
    foundOrganisation(story);
    const LogId log = LogId::of(
        story.record("responder", std::nullopt, IncidentDeclared{}, {.text = QStringLiteral("fire")}));
    const EventId slip = story.record("responder", log, NoteAdded{}, {.text = QStringLiteral("slip")});
    const std::size_t place = story.taken().size() - 1;
    const EventId withdrawal = story.record("responder", log, EntryWithdrawn{slip});
    const LogIndex& index = *story.ledger().index(log);
    const quint64 erasedAt = index.find(withdrawal)->seq;
    story.record("responder", log, NoteAdded{}, {.text = QStringLiteral("behind it")});
    const KeptEntry& erased = story.taken()[place].entry;
    QVERIFY(asOf(erasedAt - 1, erased, index).text == TextPart::withheld());
    QVERIFY(asOf(erasedAt, erased, index).text == TextPart::erased(withdrawal)); // the file's last entry
    QVERIFY(asOf(erasedAt + 1, erased, index).text == TextPart::erased(withdrawal));
}

QTEST_GUILESS_MAIN(TestSealedExport)
#include "test_sealedexport.moc"
