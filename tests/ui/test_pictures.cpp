// Draws every screen in both languages and all themes and compares it with the picture kept in docs/pictures.
// Full pictures go into the folder given, for people to judge; BONGSU_RENEW_PICTURES=1 keeps today's instead
// of comparing.
#include "ui/pictures.h"
#include "ui/screens.h"

#include "translations/translations.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QImageWriter>
#include <QTest>

#include <map>

using namespace bongsu;

namespace {

constexpr int coloursKept = 20;             // of what is compared
constexpr int coloursShown = 64;            // of what documents show
constexpr qint64 mostPictureBytes = 30'000; // of a picture kept

bool save(const QImage& image, const QString& file) {
    QImageWriter writer(file, "png");
    writer.setCompression(100);
    return QDir().mkpath(QFileInfo(file).path()) && writer.write(image);
}

struct Shot {
    const Screen* screen;
    QString language;
    ThemeName theme;
    QSize size{1440, 900};
    int zoomed = leastZoom;

    QString look() const {
        constexpr const char* themes[] = {"light", "dark", "contrast"};
        return language + u'-' + QLatin1String(themes[int(theme)]);
    }
    QString name() const {
        return QLatin1String(screen->name) + u'-' + look() +
               (zoomed > leastZoom    ? QStringLiteral("-200")
                : size.width() < 1440 ? QStringLiteral("-small")
                                      : QString());
    }
    QString file() const { return QStringLiteral("screens/") + name() + QStringLiteral(".png"); }
    // What the readme shows in full size; empty for most.
    QString shownAs() const {
        const bool wanted = name() == QStringLiteral("incident-offline-") + look();
        return wanted && theme != ThemeName::Contrast ? QStringLiteral("incident-%1.png").arg(look())
                                                      : QString();
    }
};

std::vector<Shot> shots() {
    std::vector<Shot> all;
    std::vector<const Screen*> drawn;
    for (const auto* list : {&screens(), &screensToSee()}) {
        for (const Screen& screen : *list) {
            drawn.push_back(&screen);
        }
    }
    for (const Screen* screen : drawn) {
        for (const QString& language : {QStringLiteral("ko"), QStringLiteral("en")}) {
            for (const auto theme : {ThemeName::Light, ThemeName::Dark, ThemeName::Contrast}) {
                all.push_back({screen, language, theme});
            }
        }
        const QByteArray name = screen->name;
        if (name == "incidents" || name == "incident-offline" || name == "services" || name == "retro") {
            all.push_back({screen, QStringLiteral("ko"), ThemeName::Light, {1280, 720}});
            all.push_back({screen, QStringLiteral("ko"), ThemeName::Light, {1920, 1080}, mostZoom});
        }
    }
    return all;
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT

  public:
    explicit TestPictures(const QString& folder) : m_drawn(folder) {}

  private Q_SLOTS:
    void initTestCase();
    void comparesAsPeopleSee();
    void reducesToItsOwnColours();
    void looksAsKept_data();
    void looksAsKept();
    void everyPictureIsOfAScreen();

  private:
    static QImage draw(const Shot& shot);
    void renew(const QImage& full, const QImage& half, const Shot& shot);

    bool m_renews = qEnvironmentVariableIntValue("BONGSU_RENEW_PICTURES") != 0;
    QDir m_kept{qEnvironmentVariable("BONGSU_SOURCE_DIR") + QStringLiteral("/docs/pictures")};
    QDir m_drawn;
    std::map<QByteArray, QString> m_seen; // names of shots by what they look like
};

void TestPictures::initTestCase() {
    QVERIFY(m_drawn.mkpath(QStringLiteral(".")));
    QApplication::setCursorFlashTime(0); // always shown
}

void TestPictures::comparesAsPeopleSee() {
    QImage page(400, 300, QImage::Format_RGB32);
    page.fill(QColor(240, 240, 240));
    QCOMPARE(compare(page, page).share, 0.);
    QImage softer = page;
    softer.fill(QColor(230, 235, 240));
    QCOMPARE(compare(page, softer).share, 0.); // other machines' edges
    QImage word = page;
    for (int x = 10; x < 20; ++x) {
        for (int y = 10; y < 16; ++y) {
            word.setPixelColor(x, y, QColor(20, 20, 20));
        }
    }
    QVERIFY(compare(page, word).share > picture::mostOther); // a syllable is another
    QCOMPARE(compare(page, word).shown.pixelColor(12, 12), QColor(200, 0, 0));
    QCOMPARE(compare(page, page.copy(0, 0, 399, 300)).share, 1.);
    QCOMPARE(compare(QImage(), page).share, 1.);
}

void TestPictures::reducesToItsOwnColours() {
    QImage ramp(256, 4, QImage::Format_RGB32);
    for (int x = 0; x < 256; ++x) {
        for (int y = 0; y < 4; ++y) {
            ramp.setPixel(x, y, x < 128 ? qRgb(255, 255, 255) : qRgb(x, x / 2, 0));
        }
    }
    const QImage few = reduced(ramp, 8);
    QCOMPARE(few.colorCount(), 8);
    QCOMPARE(few.pixelColor(0, 0), QColor(Qt::white));
    QCOMPARE(reduced(few, 8), few);
    QCOMPARE(halved(ramp).size(), QSize(128, 2));
    QCOMPARE(compare(few, ramp).share, 0.); // no colour is far from one kept
}

void TestPictures::looksAsKept_data() {
    QTest::addColumn<int>("shot");
    const std::vector<Shot> all = shots();
    const int step = m_renews ? 1 : lookStep();
    for (int i = 0; i < int(all.size()); i += step) {
        QTest::newRow(qPrintable(all[std::size_t(i)].name())) << i;
    }
}

QImage TestPictures::draw(const Shot& shot) {
    setZoom(shot.zoomed);
    Theme look{shot.theme};
    Stage stage(look, shot.size);
    shot.screen->enter(stage);
    QWidget& shown = stage.shown();
    stage.settle();
    const QImage full = shown.grab().toImage().convertToFormat(QImage::Format_RGB32);
    setZoom(leastZoom);
    return full;
}

void TestPictures::looksAsKept() {
    QFETCH(int, shot);
    const Shot one = shots()[std::size_t(shot)];
    QCOMPARE(installTranslations(one.language), one.language);
    const QImage full = draw(one);
    QCOMPARE(full.size(), one.size);
    const QByteArray print = QCryptographicHash::hash(
        {reinterpret_cast<const char*>(full.constBits()), full.sizeInBytes()}, QCryptographicHash::Sha256);
    const auto [same, isNew] = m_seen.try_emplace(print, one.name());
    QVERIFY2(isNew, qPrintable(QStringLiteral("looks like ") + same->second)); // one of them was not reached
    const QString drawn = m_drawn.filePath(one.name() + QStringLiteral(".png"));
    QVERIFY(full.save(drawn, nullptr, 80));
    const QImage half = halved(full);
    const QImage kept(m_kept.filePath(one.file()));
    const Difference difference = compare(kept, half);
    if (difference.share <= picture::mostOther) {
        return;
    }
    if (m_renews) {
        renew(full, half, one);
        return;
    }
    const QString shownAt = m_drawn.filePath(one.name() + QStringLiteral("-difference.png"));
    const QString keptAt = m_drawn.filePath(one.name() + QStringLiteral("-kept.png"));
    QVERIFY(difference.shown.save(shownAt) && (kept.isNull() || kept.save(keptAt)));
    const QString report =
        kept.isNull() ? QStringLiteral("no picture is kept of it; it looks like\n  %1").arg(drawn)
                      : QStringLiteral("%1 % of it is another than was kept:\n  now        %2\n  kept       "
                                       "%3\n  difference %4")
                            .arg(difference.share * 100, 0, 'f', 2)
                            .arg(drawn, keptAt, shownAt);
    QFAIL(qPrintable(report + QStringLiteral("\nIf it is meant so: BONGSU_RENEW_PICTURES=1 and this test.")));
}

void TestPictures::renew(const QImage& full, const QImage& half, const Shot& shot) {
    const QString file = m_kept.filePath(shot.file());
    QVERIFY(save(reduced(half, coloursKept), file));
    const QString shown = shot.shownAs();
    QVERIFY(shown.isEmpty() || save(reduced(full, coloursShown), m_kept.filePath(shown)));
    QVERIFY2(compare(QImage(file), half).share <= picture::mostOther, qPrintable(file));
    QVERIFY2(QFileInfo(file).size() <= mostPictureBytes,
             qPrintable(QStringLiteral("%1: %2 bytes").arg(file).arg(QFileInfo(file).size())));
}

// A screen that is gone takes its pictures along.
void TestPictures::everyPictureIsOfAScreen() {
    QStringList files;
    for (const Shot& shot : shots()) {
        files += shot.file();
    }
    const QDir folder(m_kept.filePath(QStringLiteral("screens")));
    for (const QString& name : folder.entryList({QStringLiteral("*.png")})) {
        const QString file = QStringLiteral("screens/") + name;
        const bool gone = !files.contains(file);
        QVERIFY2(!gone || (m_renews && QFile::remove(m_kept.filePath(file))), qPrintable(file));
    }
}

int main(int argc, char** argv) {
    qputenv("FONTCONFIG_FILE", qgetenv("BONGSU_SOURCE_DIR") + "/tests/ui/fonts.conf");
    QApplication app(argc, argv);
    // The folder is ours, the rest Qt Test's.
    QStringList words = QApplication::arguments();
    const QString folder =
        words.size() > 1 && !words[1].startsWith(u'-') ? words.takeAt(1) : QStringLiteral("pictures");
    TestPictures test(folder);
    return QTest::qExec(&test, words);
}

#include "test_pictures.moc"
