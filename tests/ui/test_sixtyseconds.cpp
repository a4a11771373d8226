// The first sixty seconds, by keyboard alone, in the real window: every key is counted, and the counts are
// printed.
#include "domain/incident/board.h"
#include "translations/translations.h"
#include "ui/board/acts.h"
#include "ui/board/needsbar.h"
#include "ui/house.h"
#include "ui/incidents/declarecard.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include <QInputMethodEvent>
#include <QListWidget>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

struct Spoken {
    const char* language;
    QString title;
    QString note;
    QString over;  // already over
    QString first; // notice
};

Spoken korean() {
    return {"ko", word("1519 판교 데이터센터 화재, 메신저 안 됨"), word("현장 출입 통제, 3층까지만"),
            word("1344-1350 업데이트로 접속 불가"),
            word("메신저 장애를 확인하고 있습니다. 문의 02-000-0001")};
}

Spoken english() {
    return {"en", word("1519 Fire at Pangyo data centre, messenger down"),
            word("Access up to the 3rd floor only"), word("1344-1350 Logins failed after an update"),
            word("The messenger is down, we are on it. Questions: 02-000-0001")};
}

} // namespace

class TestSixtySeconds : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void walk_data();
    void walk();
    void anOutageAlreadyOver_data();
    void anOutageAlreadyOver();
    void compositionsRecordNothing_data();
    void compositionsRecordNothing();

  private:
    void open(const char* language);
    static QWidget* focused() { return QApplication::focusWidget(); }
    // What an input method does: the words are its own until they are committed.
    static void compose(const QString& words);
    static void commit(const QString& words);
    void type(const QString& words);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void settle();
    Incident incident() const { return *m_me->journal->incident(m_me->journal->incidents().back()); }
    static Spoken spoken() {
        const QByteArray language = QTest::currentDataTag();
        return language == "ko" ? korean() : english();
    }
    static void languages() {
        QTest::addColumn<bool>("unused");
        QTest::newRow("ko") << true;
        QTest::newRow("en") << true;
    }
    std::vector<NeedKind> needs() {
        std::vector<NeedKind> kinds;
        for (const Need& need : m_window->incidentPage().needs().needs()) {
            kinds.push_back(need.kind);
        }
        return kinds;
    }
    int keys() { return std::exchange(m_keys, 0); }

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    int m_keys = 0; // pressed beside the words
};

void TestSixtySeconds::init() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_me = &m_house->addDesk(word("박도윤"), Permission::Admin);
    m_house->addDesk(word("최서연"), Permission::Communications);
    m_house->addDesk(word("정우진"), Permission::Responder);
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_keys = 0;
}

void TestSixtySeconds::cleanup() {
    m_window.reset();
    m_house.reset();
    installTranslations(u"en");
}

void TestSixtySeconds::open(const char* language) {
    installTranslations(QString::fromLatin1(language));
    m_window = std::make_unique<MainWindow>(m_house->partsOf(*m_me, *m_theme));
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSixtySeconds::compose(const QString& words) {
    QInputMethodEvent event(words, {});
    QApplication::sendEvent(focused(), &event);
}

void TestSixtySeconds::commit(const QString& words) {
    QInputMethodEvent event;
    event.setCommitString(words);
    QApplication::sendEvent(focused(), &event);
}

// Hangul comes by an input method, syllable by syllable; Latin letters and digits are keys.
void TestSixtySeconds::type(const QString& words) {
    for (const QChar c : words) {
        if (c.unicode() < 128) {
            QTest::keyClicks(focused(), c);
        } else {
            compose(c);
            commit(c);
        }
    }
}

void TestSixtySeconds::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    ++m_keys;
    QTest::keyClick(focused(), key, modifiers);
    settle();
}

void TestSixtySeconds::settle() {
    m_house->sync();
    QApplication::processEvents();
    m_house->run();
    QApplication::processEvents();
}

void TestSixtySeconds::walk_data() {
    languages();
}

void TestSixtySeconds::walk() {
    const Spoken words = spoken();
    open(words.language);
    QVERIFY(focused()); // no login: the cursor stands in the one field
    type(words.title);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    const int declaring = keys();
    QVERIFY(declaring <= 2);
    QVERIFY(m_window->incidentPage().isVisible());
    QCOMPARE(incident().grade.value, Grade::Total);
    QCOMPARE(incident().sites.size(), std::size_t(1));
    QVERIFY(incident().command.acting);

    type(words.note);
    press(Qt::Key_Return);
    const int noting = keys();
    QCOMPARE(noting, 1);
    QCOMPARE(incident().counts.lines, quint64(1));

    // An admin may take command at once; then what the incident lacks stands there with its digits.
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return);
    QVERIFY(!incident().command.acting);
    const int commanding = keys();
    QCOMPARE(needs(), (std::vector{NeedKind::CallPeople, NeedKind::GiveNotice, NeedKind::HoldWork}));
    press(Qt::Key_1, Qt::AltModifier); // the manual says who sits where
    const int calling = keys();
    QCOMPARE(calling, 1);
    QCOMPARE(incident().seats.size(), std::size_t(2));
    QVERIFY(!incident().tasks.empty());
    QCOMPARE(needs(), (std::vector{NeedKind::GiveNotice, NeedKind::HoldWork, NeedKind::SetMeeting}));
    press(Qt::Key_1, Qt::AltModifier);
    type(words.first);
    press(Qt::Key_Return);
    const int telling = keys();
    QCOMPARE(telling, 2);
    QCOMPARE(incident().counts.notices, quint64(1));
    QCOMPARE(needs(), (std::vector{NeedKind::HoldWork, NeedKind::SetMeeting}));
    press(Qt::Key_1, Qt::AltModifier);
    const int holding = keys();
    QCOMPARE(holding, 1);
    QCOMPARE(incident().holds.size(), std::size_t(1));
    press(Qt::Key_1, Qt::AltModifier); // where to call in
    type(QStringLiteral("02-000-0000 #815"));
    press(Qt::Key_Return);
    const int meeting = keys();
    QCOMPARE(m_me->journal->texts().meeting(incident()), QStringLiteral("02-000-0000 #815"));

    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    type(words.language == QByteArray("ko") ? word("메신저, 지도") : word("Messenger, Maps"));
    press(Qt::Key_Return);
    settle();
    press(Qt::Key_Return); // down
    const int stating = keys();
    QCOMPARE(countServices(serviceLines(incident())).down, 2);
    qInfo(
        "%s: declare title + %d, note text + %d, take command %d, call everyone %d, first notice its text + "
        "%d, hold work %d, meeting its number + %d, state services their names + %d keys",
        words.language, declaring, noting, commanding, calling, telling, holding, meeting, stating);
}

void TestSixtySeconds::anOutageAlreadyOver_data() {
    languages();
}

void TestSixtySeconds::anOutageAlreadyOver() {
    const Spoken words = spoken();
    open(words.language);
    type(words.over);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    const int over = keys();
    QVERIFY(over <= 5);
    QCOMPARE(incident().began, momentFromIso(QStringLiteral("2022-10-15T13:44:00+09:00")));
    QCOMPARE(incident().ended, momentFromIso(QStringLiteral("2022-10-15T13:50:00+09:00")));
    QCOMPARE(incident().phase.value, Phase::Resolved);
    qInfo("%s: an outage already over its text + %d keys", words.language, over);
}

void TestSixtySeconds::compositionsRecordNothing_data() {
    languages();
}

// Enter that ends a composition is the input method's, in every field that takes Enter.
void TestSixtySeconds::compositionsRecordNothing() {
    const Spoken words = spoken();
    open(words.language);
    type(words.title);
    compose(word("됨"));
    press(Qt::Key_Return);
    QVERIFY(!m_window->incidentsPage().card().isUnfolded());
    compose(QString());
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QVERIFY(m_window->incidentPage().isVisible());
    type(words.note);
    compose(word("만"));
    press(Qt::Key_Return);
    QCOMPARE(incident().counts.lines, quint64(0));
    commit(word("만"));
    press(Qt::Key_Return);
    QCOMPARE(incident().counts.lines, quint64(1));
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    compose(word("회"));
    press(Qt::Key_Return);
    QVERIFY(m_window->incidentPage().questions().isOpen());
}

QTEST_MAIN(TestSixtySeconds)
#include "test_sixtyseconds.moc"
