// What people paste, drop or choose becomes what may go out: pictures drawn anew and small enough, files as
// they are.
#include "ui/attachments/picking.h"

#include "domain/base/limits.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QMimeData>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;

namespace {

// What no encoder makes small.
QImage noise(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            line[x] = random.generate() | 0xff000000U;
        }
    }
    return image;
}

// Red on the left, blue on the right.
QImage halves(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(200, 0, 0));
    QPainter painter(&image);
    painter.fillRect(width / 2, 0, width - width / 2, height, QColor(0, 0, 200));
    return image;
}

QByteArray encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

// As a camera writes it: which side is up, and where it stood.
QByteArray withExif(const QByteArray& jpeg, quint8 orientation) {
    QByteArray body("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    body.append(char(orientation)).append(QByteArray(6, '\0')).append("37.4021N 127.1086E");
    const auto length = quint16(body.size() + 2);
    QByteArray segment("\xff\xe1");
    segment.append(char(length >> 8)).append(char(length & 0xff)).append(body);
    return jpeg.first(2) + segment + jpeg.sliced(2);
}

} // namespace

class TestPicking final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aPhotographIsTurnedAndBared();
    void aLargePhotographIsMadeSmaller();
    void aScreenshotStaysSharp();
    void whatShinesThroughIsWhiteInAJpeg();
    void wordsInAPictureStayBehind();
    void everyThumbnailFits_data();
    void everyThumbnailFits();
    void filesGoAsTheyAre();
    void whatIsNoneIsRefused_data();
    void whatIsNoneIsRefused();
    void noDamagedPictureBreaksIt();
    void aClipboardOfWordsIsWords();
    void aThumbnailThatIsNoneIsNotDrawn();

  private:
    QString file(const QString& name, const QByteArray& bytes) const {
        QFile file(m_folder.filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        Q_ASSERT(isWritten);
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TestPicking::aPhotographIsTurnedAndBared() {
    const QByteArray taken = withExif(encoded(halves(400, 200), "jpeg"), 6); // the right side is down
    const auto made = attachmentFrom({file(QStringLiteral("IMG_1.JPG"), taken)});
    QVERIFY(made);
    QCOMPARE(made->fileName, QStringLiteral("IMG_1.jpg"));
    QVERIFY(!made->bytes.contains("127.1086E") && !made->bytes.contains("Exif"));
    const QImage shown = QImage::fromData(made->bytes);
    QCOMPARE(shown.size(), QSize(200, 400));
    QVERIFY(shown.pixelColor(100, 50).red() > 150 && shown.pixelColor(100, 350).blue() > 150);
    const QImage thumbnail = thumbnailFrom(made->thumbnail);
    QVERIFY(thumbnail.height() > thumbnail.width());
}

void TestPicking::aLargePhotographIsMadeSmaller() {
    const QByteArray taken = encoded(noise(5000, 3000), "jpeg");
    QVERIFY(taken.size() > limits::pictureBytes);
    const auto made = attachmentFrom({file(QStringLiteral("large.jpg"), taken)});
    QVERIFY(made);
    QVERIFY(made->bytes.size() <= limits::pictureBytes && made->bytes.size() > limits::pictureBytes / 4);
    const QSize size = QImage::fromData(made->bytes).size();
    QVERIFY(size.width() <= 4096 && qAbs(size.width() * 3 - size.height() * 5) <= 8);
    QCOMPARE(mediaOf(made->bytes), Media::Jpeg);
}

void TestPicking::aScreenshotStaysSharp() {
    const QImage screen = halves(1920, 1080);
    const auto pasted = attachmentFrom({{}, screen, QStringLiteral("2022-10-15 15.19.png")});
    QVERIFY(pasted);
    QCOMPARE(mediaOf(pasted->bytes), Media::Png);
    QCOMPARE(pasted->fileName, QStringLiteral("2022-10-15 15.19.png"));
    QCOMPARE(QImage::fromData(pasted->bytes).convertToFormat(QImage::Format_RGB32), screen);
    const auto other = attachmentFrom({file(QStringLiteral("a.bmp"), encoded(screen, "bmp"))});
    QVERIFY(other);
    QCOMPARE(other->fileName, QStringLiteral("a.png")); // what it is now
    // Where a sharp one would be too large it is a JPEG.
    const auto noisy = attachmentFrom({{}, noise(1200, 1000), QStringLiteral("n.png")});
    QVERIFY(noisy);
    QCOMPARE(mediaOf(noisy->bytes), Media::Jpeg);
    QCOMPARE(noisy->fileName, QStringLiteral("n.jpg"));
}

void TestPicking::whatShinesThroughIsWhiteInAJpeg() {
    QImage clear = noise(1200, 1000).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < 1000; ++y) {
        for (int x = 0; x < 100; ++x) {
            clear.setPixel(x, y, 0);
        }
    }
    const auto made = attachmentFrom({{}, clear, QStringLiteral("n.png")});
    QVERIFY(made);
    const QColor corner = QImage::fromData(made->bytes).pixelColor(20, 500);
    QVERIFY(corner.red() > 240 && corner.green() > 240 && corner.blue() > 240);
}

void TestPicking::wordsInAPictureStayBehind() {
    QImage image = halves(64, 64);
    image.setText(QStringLiteral("Author"), QStringLiteral("honggildong"));
    const QByteArray bytes = encoded(image, "png");
    QVERIFY(bytes.contains("honggildong"));
    const auto made = attachmentFrom({file(QStringLiteral("a.png"), bytes)});
    QVERIFY(made && !made->bytes.contains("honggildong") && !made->thumbnail.contains("honggildong"));
}

void TestPicking::everyThumbnailFits_data() {
    QTest::addColumn<QImage>("image");
    QTest::newRow("noise") << noise(900, 700);
    QTest::newRow("a line") << noise(3000, 2);
    QTest::newRow("upright") << noise(3, 2500);
    QTest::newRow("a point") << noise(1, 1);
    QTest::newRow("plain") << halves(640, 480);
}

void TestPicking::everyThumbnailFits() {
    QFETCH(QImage, image);
    const auto made = attachmentFrom({{}, image, QStringLiteral("a.png")});
    QVERIFY(made);
    QVERIFY(!made->thumbnail.isEmpty() && made->thumbnail.size() <= limits::thumbnailBytes);
    QVERIFY(!thumbnailFrom(made->thumbnail).isNull());
}

void TestPicking::filesGoAsTheyAre() {
    const QByteArray pdf = "%PDF-1.7\n" + QByteArray(1000, '\1');
    QCOMPARE(attachmentFrom({file(QStringLiteral("a.pdf"), pdf)})->bytes, pdf);
    const QByteArray words = "10:05 복구 시작\n";
    const auto text = attachmentFrom({file(QStringLiteral("기록.log"), words)});
    QCOMPARE(text->bytes, words);
    QCOMPARE(text->fileName, QStringLiteral("기록.log"));
    QVERIFY(text->thumbnail.isEmpty());
}

void TestPicking::whatIsNoneIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("a program") << QByteArray("MZ\0\0", 4) << QByteArray(refusal::mediaUnknown);
    QTest::newRow("nothing") << QByteArray() << QByteArray(refusal::mediaUnknown);
    QTest::newRow("a picture that ends")
        << encoded(halves(300, 300), "png").first(200) << QByteArray(refusal::mediaDamaged);
    QByteArray greedy = encoded(halves(300, 300), "png");
    greedy[8] = char(0x10); // its first chunk says that it has 256 MiB
    QTest::newRow("a picture that claims more than there is") << greedy << QByteArray(refusal::mediaDamaged);
    QTest::newRow("too much text") << QByteArray(limits::blobBytes + 1, 'x') << QByteArray(refusal::tooLarge);
}

void TestPicking::whatIsNoneIsRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const auto made = attachmentFrom({file(QStringLiteral("given.png"), bytes)});
    QVERIFY(!made);
    QCOMPARE(codeOf(made.error()), code);
    QCOMPARE(codeOf(attachmentFrom({m_folder.path()}).error()), QByteArray(refusal::mediaUnknown));
    QCOMPARE(codeOf(attachmentFrom({m_folder.filePath(QStringLiteral("none"))}).error()),
             QByteArray(failure::disk));
}

// Answered, whatever is given: a picture that can be prepared, or a refusal.
void TestPicking::noDamagedPictureBreaksIt() {
    QRandomGenerator random(11);
    int taken = 0;
    for (const char* format : {"jpeg", "png", "bmp", "gif", "webp", "tiff"}) {
        const QByteArray sound = encoded(halves(80, 60), format);
        for (int i = 0; i < 60 && !sound.isEmpty(); ++i) {
            QByteArray bytes = sound;
            for (int flips = random.bounded(1, 6); flips > 0; --flips) {
                const auto at = random.bounded(int(bytes.size()));
                bytes[at] = char(bytes[at] ^ char(1 << random.bounded(8)));
            }
            const auto made = attachmentFrom({file(QStringLiteral("x"), bytes)});
            if (made) {
                ++taken;
                QVERIFY(prepare(*made, Salt::zeros()));
            }
            (void)pictureFrom(bytes);
            (void)thumbnailFrom(bytes);
        }
    }
    QVERIFY(taken > 10);
}

void TestPicking::aClipboardOfWordsIsWords() {
    QMimeData cells; // what a spreadsheet gives
    cells.setText(QStringLiteral("1\t2"));
    cells.setImageData(halves(10, 10));
    QVERIFY(!holdsGiven(cells) && givenIn(cells, QStringLiteral("a.png")).empty());
    QMimeData picture;
    picture.setImageData(halves(10, 10));
    QVERIFY(holdsGiven(picture));
    QCOMPARE(givenIn(picture, QStringLiteral("a.png")).front().name, QStringLiteral("a.png"));
    QMimeData files;
    QList<QUrl> urls{QUrl(QStringLiteral("https://relay.example/a.png"))};
    files.setUrls(urls);
    QVERIFY(!holdsGiven(files));
    for (int i = 0; i < 50; ++i) {
        urls += QUrl::fromLocalFile(QStringLiteral("/tmp/%1.png").arg(i));
    }
    files.setUrls(urls);
    QCOMPARE(givenIn(files, QString()).size(), std::size_t(limits::attachmentsHeld + 1));
}

void TestPicking::aThumbnailThatIsNoneIsNotDrawn() {
    QVERIFY(thumbnailFrom({}).isNull());
    QVERIFY(thumbnailFrom("words").isNull());
    QVERIFY(thumbnailFrom(encoded(halves(100, 50), "png")).isNull()); // a JPEG and nothing else
    QVERIFY(!thumbnailFrom(encoded(halves(100, 50), "jpeg")).isNull());
    QVERIFY(thumbnailFrom(encoded(halves(241, 50), "jpeg")).isNull()); // larger than it may say it is
}

QTEST_MAIN(TestPicking)
#include "test_picking.moc"
