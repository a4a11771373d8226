// Draws every page in both languages and all themes at one moment of the Pangyo night, into the folder given.
// Whether they are good is for people to see; here they must be there, in the theme's colours, and differ.
#include "ui/incidents/declarecard.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/story.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"

#include "translations/translations.h"

#include <QApplication>
#include <QDir>
#include <QScrollBar>
#include <QTest>

using namespace bongsu;

class TestPictures : public QObject {
    Q_OBJECT

  public:
    explicit TestPictures(const QString& folder) : m_folder(folder) {}

  private Q_SLOTS:
    void initTestCase();
    void draws_data();
    void draws();
    void differ();

  private:
    QString fileOf(const QString& page, const QString& language, const QString& theme) const;
    QImage keep(QWidget& window, const QString& file);

    QDir m_folder;
    std::unique_ptr<Story> m_story;
    std::vector<QImage> m_images;
};

void TestPictures::initTestCase() {
    QVERIFY(m_folder.mkpath(QStringLiteral(".")));
    m_story = std::make_unique<Story>();
}

void TestPictures::draws_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<QString>("themeName");
    for (const char* language : {"ko", "en"}) {
        for (const auto& [theme, name] :
             {std::pair(ThemeName::Light, "light"), std::pair(ThemeName::Dark, "dark"),
              std::pair(ThemeName::Contrast, "contrast")}) {
            QTest::addRow("%s-%s", language, name)
                << QString::fromLatin1(language) << int(theme) << QString::fromLatin1(name);
        }
    }
}

QString TestPictures::fileOf(const QString& page, const QString& language, const QString& theme) const {
    return m_folder.filePath(page + u'-' + language + u'-' + theme + QStringLiteral(".png"));
}

QImage TestPictures::keep(QWidget& window, const QString& file) {
    QApplication::processEvents(); // lays out what was scheduled
    const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB888);
    m_images.push_back(image);
    return image.save(file) ? image : QImage();
}

void TestPictures::draws() {
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(QString, themeName);
    QCOMPARE(installTranslations(language), language);
    Theme look{ThemeName(theme)};
    House::Desk& me = m_story->me;
    MainWindow window(WindowParts{*me.journal, me.connection, m_story->house.clock, look});
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    DeclareCard& card = window.incidentsPage().card();
    QVERIFY(!keep(window, fileOf(QStringLiteral("incidents"), language, themeName)).isNull());
    card.field().setText(QStringLiteral("0215 안양 센터 정전, 결제 안 됨"));
    QTest::keyClick(&card.field(), Qt::Key_Return);
    QVERIFY(!keep(window, fileOf(QStringLiteral("declare"), language, themeName)).isNull());
    card.field().clear();

    window.openIncident(m_story->incident);
    m_story->house.run();
    const QImage incident = keep(window, fileOf(QStringLiteral("incident"), language, themeName));
    const Tokens& tokens = tokensOf(ThemeName(theme));
    QCOMPARE(incident.pixelColor(10, 10), tokens.surface);
    QCOMPARE(incident.pixelColor(720, 895), tokens.sunken);
    window.resize(1280, 720);
    window.incidentPage().timeline().setCurrentIndex(window.incidentPage().model()->index(5));
    QVERIFY(!keep(window, fileOf(QStringLiteral("incident-small"), language, themeName)).isNull());

    me.connection.member = false;
    MainWindow first(WindowParts{*me.journal, me.connection, m_story->house.clock, look});
    me.connection.member = true;
    first.show();
    QVERIFY(!keep(first, fileOf(QStringLiteral("join"), language, themeName)).isNull());
}

void TestPictures::differ() {
    QCOMPARE(m_images.size(), std::size_t(30));
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            QVERIFY2(m_images[i] != m_images[j], qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
        }
    }
}

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    // The folder is ours, the rest Qt Test's.
    QStringList words = QApplication::arguments();
    const QString folder =
        words.size() > 1 && !words[1].startsWith(u'-') ? words.takeAt(1) : QStringLiteral("pictures");
    TestPictures test(folder);
    return QTest::qExec(&test, words);
}

#include "test_pictures.moc"
