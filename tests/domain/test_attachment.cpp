// What may be attached, and that nothing of its maker stays in a picture.
#include "domain/incident/attachment.h"

#include "domain/base/limits.h"
#include "domain/dice.h"

#include <QTest>

using namespace bongsu;

namespace {

QByteArray segment(quint8 marker, const QByteArray& body) {
    QByteArray out("\xff");
    out.append(char(marker));
    const auto length = int(body.size()) + 2;
    return out.append(char(length >> 8)).append(char(length & 0xff)).append(body);
}

const QByteArray secret("37.4021N 127.1086E");

QByteArray exif(bool bigEndian, quint16 orientation) {
    QByteArray body("Exif\0\0", 6);
    if (bigEndian) {
        body += QByteArray("MM\0\x2a\0\0\0\x08\0\x02", 10);
        body += QByteArray("\x01\x0f\0\x02\0\0\0\x04"
                           "ABC\0",
                           12); // the maker
        body += QByteArray("\x01\x12\0\x03\0\0\0\x01\0", 9) + char(orientation) + QByteArray(2, '\0');
    } else {
        body += QByteArray("II\x2a\0\x08\0\0\0\x02\0", 10);
        body += QByteArray("\x0f\x01\x02\0\x04\0\0\0"
                           "ABC\0",
                           12);
        body += QByteArray("\x12\x01\x03\0\x01\0\0\0", 8) + char(orientation) + QByteArray(3, '\0');
    }
    return segment(0xe1, body + QByteArray(4, '\0') + secret);
}

const QByteArray start("\xff\xd8");
const QByteArray end("\xff\xd9");
const QByteArray jfif = segment(0xe0, QByteArray("JFIF\0\1\2\0\0\1\0\1\0\0", 14));
const QByteArray profile = segment(0xe2, QByteArray("ICC_PROFILE\0\1\1profile", 21));
const QByteArray adobe = segment(0xee, "Adobe\1\2\3\4\5\6\7");
const QByteArray tables = segment(0xdb, QByteArray(65, '\1')) + segment(0xc2, QByteArray(9, '\2'));
// Two scans with tables between, a stuffed byte and a restart marker in each.
const QByteArray scans = segment(0xda, "scan") +
                         QByteArray("ab\xff\0cd\xff\xd3"
                                    "ef",
                                    10) +
                         segment(0xc4, "huffman") + segment(0xda, "scan") + QByteArray("gh\xff\0ij", 6);

QByteArray pngChunk(const QByteArray& type, const QByteArray& body) {
    const auto length = quint32(body.size());
    QByteArray out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.append(char(length >> shift));
    }
    return out + type + body + QByteArray("\1\2\3\4");
}
const QByteArray pngStart("\x89PNG\r\n\x1a\n");

QByteArray cleaned(Media media, const QByteArray& bytes) {
    const auto result = withoutMetadata(media, bytes);
    return result ? *result : codeOf(result.error());
}

} // namespace

class TestAttachment : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void firstBytesTellWhatItIs_data();
    void firstBytesTellWhatItIs();
    void jpegKeepsWhatDrawsIt();
    void jpegKeepsWhichSideIsUp();
    void damagedJpegIsRefused();
    void pngKeepsWhatDrawsIt();
    void damagedPngIsRefused();
    void noAlteredPictureBreaksTheCleaning();
    void preparedFitsItsEvent();
    void tooLargeIsRefused();
    void heldAndSaidLater();
    void savedNamesAreHarmless_data();
    void savedNamesAreHarmless();
};

void TestAttachment::firstBytesTellWhatItIs_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("jpeg") << start + "\xff\xe0" << QByteArray("jpeg");
    QTest::newRow("png") << pngStart << QByteArray("png");
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") + QByteArray(1, '\0') << QByteArray("pdf");
    QTest::newRow("text") << QByteArray("10:05\t복구 시작\r\n") << QByteArray("text");
    QTest::newRow("almost png") << pngStart.chopped(1) << QByteArray("none");
    QTest::newRow("zip") << QByteArray("PK\3\4") << QByteArray("none");
    QTest::newRow("gif") << QByteArray("GIF89a\1") << QByteArray("none");
    QTest::newRow("not UTF-8") << QByteArray("\xc0\xaf") << QByteArray("none");
    QTest::newRow("cut within a character") << QByteArray("복").chopped(1) << QByteArray("none");
    QTest::newRow("terminal codes") << QByteArray("a\x1b[31m") << QByteArray("none");
    QTest::newRow("nothing") << QByteArray() << QByteArray("none");
}

void TestAttachment::firstBytesTellWhatItIs() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, word);
    const auto media = mediaOf(bytes);
    QCOMPARE(QByteArray(media ? wordOf(*media) : "none"), word);
}

void TestAttachment::jpegKeepsWhatDrawsIt() {
    const QByteArray kept = start + jfif + profile + adobe + tables + scans + end;
    QCOMPARE(cleaned(Media::Jpeg, kept), kept);
    const QByteArray taken =
        start + jfif + exif(true, 1) + segment(0xe1, "http://ns.adobe.com/xap/" + secret) + profile +
        segment(0xe2, "MPF" + secret) + segment(0xed, "Photoshop" + secret) + segment(0xef, secret) +
        segment(0xe0, "JFXX" + secret) + adobe + segment(0xfe, secret) + tables + scans + end + secret;
    QVERIFY(taken.count(secret) > 6);
    QCOMPARE(cleaned(Media::Jpeg, taken), kept);
}

void TestAttachment::jpegKeepsWhichSideIsUp() {
    const QByteArray rest = jfif + tables + scans + end;
    const QByteArray six = cleaned(Media::Jpeg, start + exif(true, 6) + rest);
    QCOMPARE(cleaned(Media::Jpeg, start + exif(false, 6) + exif(false, 3) + rest), six);
    QVERIFY(!six.contains(secret) && !six.contains("ABC"));
    QVERIFY(six.endsWith(rest) && six.size() == start.size() + 4 + 32 + rest.size());
    QCOMPARE(cleaned(Media::Jpeg, six), six); // and is read again by the same rules
    for (const quint16 wrong : {0, 1, 9}) {
        QCOMPARE(cleaned(Media::Jpeg, start + exif(true, wrong) + rest), start + rest);
    }
}

void TestAttachment::damagedJpegIsRefused() {
    const QByteArray sound = start + jfif + tables + scans + end;
    for (const QByteArray& wrong :
         {start, start + end, start + jfif + end, sound.chopped(1), sound.chopped(2), start + "\xff\xe0\0\1",
          start + QByteArray("\xff\xe0\x7f\xff") + "x", start + jfif + "x" + tables + scans + end}) {
        QCOMPARE(cleaned(Media::Jpeg, wrong), QByteArray(refusal::mediaDamaged));
    }
    QByteArray endless = start;
    for (int i = 0; i <= limits::pictureSegments; ++i) {
        endless += segment(0xfe, {});
    }
    QCOMPARE(cleaned(Media::Jpeg, endless + scans + end), QByteArray(refusal::mediaDamaged));
}

void TestAttachment::pngKeepsWhatDrawsIt() {
    const QByteArray head = pngChunk("IHDR", QByteArray(13, '\1')) + pngChunk("gAMA", "gama");
    const QByteArray body = pngChunk("IDAT", "pixels") + pngChunk("IDAT", "more");
    const QByteArray kept = pngStart + head + body + pngChunk("IEND", {});
    QCOMPARE(cleaned(Media::Png, kept), kept);
    const QByteArray taken = pngStart + head + pngChunk("tEXt", secret) + pngChunk("eXIf", secret) +
                             pngChunk("iTXt", secret) + pngChunk("zTXt", secret) + pngChunk("tIME", secret) +
                             pngChunk("prVt", secret) + body + pngChunk("IEND", {}) + secret;
    QCOMPARE(cleaned(Media::Png, taken), kept);
}

void TestAttachment::damagedPngIsRefused() {
    const QByteArray head = pngChunk("IHDR", QByteArray(13, '\1'));
    const QByteArray tail = pngChunk("IEND", {});
    for (const QByteArray& wrong :
         {pngStart, pngStart + head, pngStart + tail, pngStart + head + tail.chopped(1),
          pngStart + pngChunk("IDAT", "x") + head + tail, pngStart + head + head + tail,
          pngStart + head + QByteArray("\xff\xff\xff\xff") + "IDATxxxx" + tail}) {
        QCOMPARE(cleaned(Media::Png, wrong), QByteArray(refusal::mediaDamaged));
    }
    QByteArray endless = pngStart + head;
    for (int i = 0; i < limits::pictureSegments; ++i) {
        endless += pngChunk("tEXt", {});
    }
    QCOMPARE(cleaned(Media::Png, endless + tail), QByteArray(refusal::mediaDamaged));
}

// Whatever comes, the answer is a refusal or a picture that is clean already, and never longer by more than
// the note of which side is up.
void TestAttachment::noAlteredPictureBreaksTheCleaning() {
    Dice dice(5);
    const QByteArray jpeg = start + jfif + exif(true, 6) + exif(false, 3) + profile + tables + scans + end;
    const QByteArray png = pngStart + pngChunk("IHDR", QByteArray(13, '\1')) + pngChunk("tEXt", secret) +
                           pngChunk("IDAT", "pixels") + pngChunk("IEND", {});
    int taken = 0;
    for (int i = 0; i < 40'000; ++i) {
        const Media media = i % 2 == 0 ? Media::Jpeg : Media::Png;
        const QByteArray altered = dice.mutated(media == Media::Jpeg ? jpeg : png);
        const auto result = withoutMetadata(media, altered);
        if (result) {
            ++taken;
            QVERIFY(result->size() <= altered.size() + 36);
            QCOMPARE(cleaned(media, *result), *result);
        } else {
            QCOMPARE(codeOf(result.error()), QByteArray(refusal::mediaDamaged));
        }
    }
    QVERIFY2(taken > 4'000 && taken < 36'000, qPrintable(QString::number(taken)));
}

void TestAttachment::preparedFitsItsEvent() {
    const auto salt = *Salt::tryFrom(QByteArray(32, '\7'));
    const QByteArray picture = start + jfif + segment(0xfe, secret) + tables + scans + end;
    Attachment given{picture, QStringLiteral("/tmp/a\\b/현장 사진.jpg"), QStringLiteral("3층"),
                     QByteArray(limits::thumbnailBytes, '\1')};
    const auto prepared = prepare(given, salt);
    QVERIFY(prepared.has_value());
    QCOMPARE(prepared->facts.size, quint64(prepared->bytes.size()));
    QCOMPARE(prepared->facts.blob, blobIdOf(salt, prepared->bytes));
    QVERIFY(!prepared->bytes.contains(secret));
    QCOMPARE(prepared->text.fileName, QStringLiteral("현장 사진.jpg"));
    QCOMPARE(prepared->text.text, QStringLiteral("3층"));
    QCOMPARE(prepared->text.blobSalt, salt);
    QCOMPARE(prepared->text.thumbnail, given.thumbnail);

    given.caption = QString(4'000, u'a'); // beside it a thumbnail has no room
    QVERIFY(!prepare(given, salt)->text.thumbnail);
    given.caption = QString(6'144, u'a');
    QCOMPARE(codeOf(prepare(given, salt).error()), QByteArray(refusal::tooLarge));
    given.caption.clear();
    given.thumbnail += '\1';
    QVERIFY(!prepare(given, salt)->text.thumbnail);
    given.fileName = QString(300, u'현') + QStringLiteral(".jpg");
    QVERIFY(prepare(given, salt)->text.fileName->toUtf8().size() <= limits::fileNameBytes);
    given.fileName = QString::fromUtf8("🔥").repeated(100);
    QCOMPARE(prepare(given, salt)->text.fileName, QString::fromUtf8("🔥").repeated(63));
}

void TestAttachment::tooLargeIsRefused() {
    const auto salt = Salt::zeros();
    const auto answer = [&](const QByteArray& bytes) {
        const auto prepared = prepare({bytes, QString()}, salt);
        return prepared ? QByteArray() : codeOf(prepared.error());
    };
    const QByteArray large = start + jfif + tables + segment(0xda, "scan");
    const auto rest = limits::pictureBytes - large.size() - end.size();
    QCOMPARE(answer(large + QByteArray(rest, 'x') + end), QByteArray());
    QCOMPARE(answer(large + QByteArray(rest + 1, 'x') + end), QByteArray(refusal::tooLarge));
    QCOMPARE(answer(QByteArray(limits::blobBytes, 'x')), QByteArray());
    QCOMPARE(answer(QByteArray(limits::blobBytes + 1, 'x')), QByteArray(refusal::tooLarge));
    QCOMPARE(answer("PK\3\4"), QByteArray(refusal::mediaUnknown));
    QCOMPARE(answer(start + "\xff"), QByteArray(refusal::mediaDamaged));
}

void TestAttachment::heldAndSaidLater() {
    const QByteArray picture = start + jfif + tables + scans + end;
    const auto prepared = prepare(
        {picture, QStringLiteral("a.jpg"), {}, QByteArray(limits::thumbnailBytes, '\1')}, Salt::zeros());
    const HeldAttachment held{prepared->facts, prepared->text};
    const auto target = *EventId::tryFrom(QByteArray(32, '\2'));
    const auto said = described(held, {QStringLiteral("3층"), Moment(Millis(7)), target});
    QCOMPARE(said->text.text, QStringLiteral("3층"));
    QCOMPARE(said->facts.line.occurredAt, Moment(Millis(7)));
    QCOMPARE(said->facts.target, target);
    QCOMPARE(said->facts.blob, held.blob());
    QVERIFY(said->text.thumbnail && !described(held, {QString(4'000, u'a')})->text.thumbnail);
    QCOMPARE(codeOf(described(held, {QString(6'144, u'a')}).error()), QByteArray(refusal::tooLarge));

    const auto read = heldFromBytes(toBytes({held, *said}));
    QCOMPARE(read.size(), std::size_t(2));
    QCOMPARE(read[0].text, held.text);
    QCOMPARE(read[1].text, said->text);
    QCOMPARE(read[1].facts.target, target);
    QVERIFY(toBytes({}).isEmpty() && heldFromBytes({}).empty());
    // Eight with the longest names and thumbnails are one setting.
    HeldAttachment largest = held;
    largest.text.fileName = QString(limits::fileNameBytes, u'a');
    const auto all = toBytes(std::vector<HeldAttachment>(limits::attachmentsHeld, largest));
    QVERIFY(all.size() <= limits::settingBytes);
    Dice dice(3);
    for (int i = 0; i < 5'000; ++i) {
        (void)heldFromBytes(dice.mutated(all)); // whatever lies there, nothing breaks
    }
    QVERIFY(heldFromBytes(all.chopped(1)).empty());
}

void TestAttachment::savedNamesAreHarmless_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("as it is") << QStringLiteral("현장 사진.jpeg") << QStringLiteral("현장 사진.jpeg");
    QTest::newRow("in capitals") << QStringLiteral("A.JPG") << QStringLiteral("A.JPG");
    QTest::newRow("of another kind") << QStringLiteral("a.png") << QStringLiteral("a.png.jpg");
    QTest::newRow("a program's") << QStringLiteral("a.jpg.exe") << QStringLiteral("a.jpg.exe.jpg");
    QTest::newRow("a path") << QStringLiteral("../../etc/a.jpg") << QStringLiteral("a.jpg");
    QTest::newRow("hidden") << QStringLiteral("..bashrc") << QStringLiteral("bashrc.jpg");
    QTest::newRow("turned round") << QString::fromUtf8("a\u202Egpj.exe") << QStringLiteral("a_gpj.exe.jpg");
    QTest::newRow("reserved") << QStringLiteral("a:b?.jpg") << QStringLiteral("a_b_.jpg");
    QTest::newRow("too long with its ending")
        << QString(limits::fileNameBytes, u'a')
        << QString(limits::fileNameBytes - 4, u'a') + QStringLiteral(".jpg");
    QTest::newRow("nothing") << QString() << QStringLiteral("bongsu.jpg");
}

void TestAttachment::savedNamesAreHarmless() {
    QFETCH(QString, name);
    QFETCH(QString, safe);
    QCOMPARE(safeFileName(name, Media::Jpeg), safe);
    QVERIFY(safeFileName(name, Media::Text).endsWith(QStringLiteral(".txt")));
}

QTEST_APPLESS_MAIN(TestAttachment)
#include "test_attachment.moc"
