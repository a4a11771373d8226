// What stands around the board: the wall display, what a window remembers, and alerts to who is not looking.
#include "ui/house.h"
#include "ui/incidents/incidentpage.h"
#include "ui/shell/alerts.h"
#include "ui/shell/wallwindow.h"
#include "ui/shell/windowstate.h"

#include <QSignalSpy>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void stateComesBackWhole();
    void damagedStateOpensAWindow_data();
    void damagedStateOpensAWindow();
    void damagedWindowsOpenAnywhere();
    void wallGoesRoundWhatIsOpen();
    void wallDrawsWhatArrives();
    void wallSaysThatNothingIsOpen();
    void alertsTellOfOthersIncidents();
    void alertsTellOnce();

  private:
    LogId declare(House::Desk& desk, const char* title) {
        m_house->clock.forward(1min);
        const LogId log =
            desk.journal->record(std::nullopt, IncidentDeclared{}, Text{.text = word(title)})->log;
        m_house->sync();
        return log;
    }
    WindowParts parts() { return {*m_me->journal, m_me->connection, m_house->clock, *m_theme}; }

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    House::Desk* m_other = nullptr;
    std::unique_ptr<Theme> m_theme;
};

void TestShell::init() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_me = &m_house->addDesk(word("박도윤"), Permission::Admin);
    m_other = &m_house->addDesk(word("김하늘"), Permission::Responder);
    m_theme = std::make_unique<Theme>(ThemeName::Light);
}

void TestShell::cleanup() {
    m_house.reset();
}

void TestShell::stateComesBackWhole() {
    WindowState state{ThemeName::Contrast, 150, "ko"};
    state.windows = {{declare(*m_me, "화재"), QByteArray(66, '\x07')},
                     {std::nullopt, QByteArray(66, '\x08')}};
    QCOMPARE(decodeWindowState(encode(state)), state);
    state.wall = QByteArray(66, '\x09');
    QCOMPARE(decodeWindowState(encode(state)), state);
    QCOMPARE(decodeWindowState(encode(WindowState{})), WindowState{});
}

void TestShell::damagedStateOpensAWindow_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\x00\xff{", 3);
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("too large a zoom") << QByteArray(R"({"zoom":1000})");
    QTest::newRow("no such theme") << QByteArray(R"({"theme":"pink","language":"fr"})");
    QTest::newRow("no window") << QByteArray(R"({"windows":[3,"a",{},[]]})");
    QTest::newRow("other types") << QByteArray(R"({"zoom":"150","theme":3,"windows":{},"wall":[]})");
}

void TestShell::damagedStateOpensAWindow() {
    QFETCH(QByteArray, bytes);
    QCOMPARE(decodeWindowState(bytes), WindowState{});
}

void TestShell::damagedWindowsOpenAnywhere() {
    const QByteArray tooMuch = QByteArray(4000, 'A');
    const WindowState state =
        decodeWindowState(R"({"windows":[{"incident":"abcd"},{"geometry":")" + tooMuch +
                          R"("},{"geometry":[]}],"wall":{"geometry":")" + tooMuch + R"("}})");
    QCOMPARE(state.windows, std::vector<LeftWindow>(3));
    QCOMPARE(state.wall, std::optional(QByteArray()));
    QByteArray many;
    for (int i = 0; i < 100; ++i) {
        many += R"({"geometry":""},)";
    }
    QVERIFY(decodeWindowState(R"({"windows":[)" + many + "{}]}").windows.size() < 10);
}

void TestShell::wallGoesRoundWhatIsOpen() {
    const LogId first = declare(*m_me, "하나");
    const LogId second = declare(*m_other, "둘");
    const LogId closed = declare(*m_me, "끝난 것");
    const auto against = m_me->journal->incident(closed)->phase.setBy;
    QVERIFY(m_me->journal->record(closed, PhaseChanged{Phase::Resolved, against}, {}).has_value());
    m_house->sync();
    WallWindow wall(parts());
    QCOMPARE(wall.shown(), std::optional(first));
    wall.showNext();
    QCOMPARE(wall.shown(), std::optional(second));
    wall.showNext();
    QCOMPARE(wall.shown(), std::optional(first));
}

void TestShell::wallDrawsWhatArrives() {
    const LogId log = declare(*m_me, "화재");
    WallWindow wall(parts());
    wall.show();
    QVERIFY(QTest::qWaitForWindowExposed(&wall));
    m_house->run();
    QCoreApplication::processEvents();
    const QImage before = wall.grab().toImage();
    QVERIFY(m_other->journal->record(log, NoteAdded{}, Text{.text = word("3층까지만 출입")}).has_value());
    m_house->sync();
    QTRY_VERIFY(wall.grab().toImage() != before);
    QTest::keyClick(&wall, Qt::Key_Escape);
    QVERIFY(!wall.isVisible());
}

void TestShell::wallSaysThatNothingIsOpen() {
    WallWindow wall(parts());
    QVERIFY(!wall.shown());
    const LogId log = declare(*m_other, "화재"); // the first one comes up by itself
    QCOMPARE(wall.shown(), std::optional(log));
}

void TestShell::alertsTellOfOthersIncidents() {
    Alerts alerts(parts());
    QSignalSpy told(&alerts, &Alerts::alerted);
    const LogId log = declare(*m_other, "판교 화재");
    QTRY_COMPARE(told.size(), 1);
    const auto words = told.front().front().value<AlertWords>();
    QCOMPARE(words.log, log);
    QCOMPARE(words.title, word("판교 화재"));
}

void TestShell::alertsTellOnce() {
    const LogId log = declare(*m_other, "판교 화재");
    Alerts alerts(parts()); // what was there before is no news
    QSignalSpy told(&alerts, &Alerts::alerted);
    alerts.look();
    QCOMPARE(told.size(), 0);
    QVERIFY(m_other->journal->record(log, NoteAdded{}, Text{.text = word("한 줄")}).has_value());
    m_house->sync();
    alerts.look();
    QCOMPARE(told.size(), 0); // a line is no alert
}

QTEST_MAIN(TestShell)
#include "test_shell.moc"
