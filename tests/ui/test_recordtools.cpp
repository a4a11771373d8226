// Finding, filtering, going to a time and coming back, as people do it from the keyboard on an incident's
// page.
#include "ui/house.h"
#include "ui/incidents/incidentpage.h"
#include "ui/search/searchsheet.h"
#include "ui/timeline/awaysheet.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/filterbar.h"
#include "ui/timeline/jumpsheet.h"
#include "ui/timeline/recordtools.h"
#include "ui/timeline/rowlist.h"
#include "ui/timeline/rowlistview.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QInputMethodEvent>
#include <QStackedWidget>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

class TestRecordTools : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void findsAndGoesThere();
    void whatWasMissedLiesOverTheWholePage();
    void findsOwnLinesAndForgetsErasedOnes();
    void findsWhileAnInputMethodComposes();
    void findsInAllIncidents();
    void completesFilters();
    void readsMoreOnDemand();
    void goesToATime();
    void filtersByKeys();
    void tellsWhatWasMissed();
    void tellsItAfterTheWindowWasClosed();
    void takesNoKeyFromWhoComesBackWriting();

  private:
    void open();
    EventId write(House::Desk& desk, const Facts& facts, const char* words);
    SearchSheet& search() { return m_page->tools().searchSheet(); }
    void type(const char* words);
    QStringList found();
    QString current() const;

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    House::Desk* m_other = nullptr;
    std::optional<LogId> m_log;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Ticker> m_ticker;
    std::unique_ptr<IncidentPage> m_page;
};

void TestRecordTools::init() {
    m_house = std::make_unique<House>("2022-10-15T15:00:00+09:00");
    m_me = &m_house->addDesk(QStringLiteral("박도윤"), Permission::Admin);
    m_other = &m_house->addDesk(QStringLiteral("김하늘"), Permission::Responder);
    const auto declared = m_me->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                                                Text{.text = QStringLiteral("판교 데이터센터 화재")});
    QVERIFY(declared.has_value());
    m_log = declared->log;
    m_house->sync();
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_ticker = std::make_unique<Ticker>(m_house->clock);
}

void TestRecordTools::cleanup() {
    m_page.reset();
    m_house.reset();
}

void TestRecordTools::open() {
    m_page = std::make_unique<IncidentPage>(m_house->partsOf(*m_me, *m_theme), *m_ticker);
    m_page->resize(1100, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->open(*m_log);
    m_house->run();
    m_page->focusComposer();
}

EventId TestRecordTools::write(House::Desk& desk, const Facts& facts, const char* words) {
    m_house->clock.forward(1min);
    const auto recorded = desk.journal->record(*m_log, facts, Text{.text = QString::fromUtf8(words)});
    Q_ASSERT(recorded);
    m_house->sync();
    return recorded->event;
}

void TestRecordTools::type(const char* words) {
    if (!search().isOpen()) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search().isOpen());
    }
    search().field().setText(QString::fromUtf8(words));
}

// What the list shows once the store has answered.
QStringList TestRecordTools::found() {
    for (int turn = 0; turn < 20; ++turn) {
        QApplication::processEvents();
        m_house->run();
    }
    QStringList lines;
    const QAbstractItemModel& model = *search().results().model();
    for (int i = 0; i < model.rowCount(); ++i) {
        lines += model.index(i, 0).data().toString();
    }
    return lines;
}

QString TestRecordTools::current() const {
    return m_page->timeline().currentIndex().data().toString();
}

// The page gets its size when it is shown, and the sheet was open before.
void TestRecordTools::whatWasMissedLiesOverTheWholePage() {
    write(*m_other, NoteAdded{}, "전원 차단");
    m_me->journal->setSetting(readingSettingKey(*m_log), toSetting({1, m_house->clock.now() - 2h}));
    QStackedWidget window;
    window.addWidget(new QWidget);
    auto* page = new IncidentPage(m_house->partsOf(*m_me, *m_theme), *m_ticker);
    window.addWidget(page);
    window.resize(1100, 700);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    page->open(*m_log);
    window.setCurrentWidget(page);
    QApplication::processEvents();
    QVERIFY(page->tools().awaySheet().isOpen());
    QCOMPARE(page->tools().awaySheet().geometry(), page->rect());
}

void TestRecordTools::findsAndGoesThere() {
    for (int i = 0; i < 300; ++i) {
        write(*m_other, NoteAdded{}, i == 20 ? "전원 점검 전 투입 불가" : "다른 줄");
    }
    open();
    const QAbstractItemModelTester tester(search().results().model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    type("ㅌㅇ 전원");
    QCOMPARE(found(), QStringList(QStringLiteral("전원 점검 전 투입 불가")));
    const auto words =
        search().results().model()->index(0, 0).data(TimelineModel::WordsRole).value<RowWords>();
    QCOMPARE(words.marked, (Marked{{0, 2}, {8, 2}}));
    QTest::keyClick(&search().field(), Qt::Key_Return);
    m_house->run();
    QVERIFY(!search().isOpen());
    QCOMPARE(current(), QStringLiteral("전원 점검 전 투입 불가"));
    QVERIFY(m_page->timeline().hasFocus());
    type("없는말");
    QCOMPARE(found(), QStringList());
    QTest::keyClick(&search().field(), Qt::Key_Escape);
    QVERIFY(!search().isOpen());
}

void TestRecordTools::findsOwnLinesAndForgetsErasedOnes() {
    open();
    m_house->disconnect(*m_me);
    const EventId slip = write(*m_me, NoteAdded{}, "비밀번호는 일이삼사");
    type("일이삼사");
    QCOMPARE(found().size(), 1);
    m_house->connect(*m_me);
    m_house->sync();
    search().field().clear();
    type("일이삼사");
    QCOMPARE(found().size(), 1);
    QVERIFY(m_me->journal->record(*m_log, EntryWithdrawn{slip}, {}));
    m_house->sync();
    QCOMPARE(found(), QStringList(QStringLiteral("Taken back by its author"))); // as the list stands
    search().field().clear();
    type("일이삼사");
    QCOMPARE(found(), QStringList());
}

void TestRecordTools::findsWhileAnInputMethodComposes() {
    write(*m_other, NoteAdded{}, "판교 정전");
    open();
    type("");
    const auto compose = [this](const char* preedit, const char* commit) {
        QInputMethodEvent event(QString::fromUtf8(preedit), {});
        event.setCommitString(QString::fromUtf8(commit));
        QApplication::sendEvent(&search().field(), &event);
    };
    for (const char* preedit : {"ㅍ", "파", "판"}) {
        compose(preedit, "");
        QVERIFY2(found().contains(QStringLiteral("판교 정전")), preedit);
    }
    QTest::keyClick(&search().field(), Qt::Key_Return); // ends the composition
    QVERIFY(search().isOpen());
    compose("", "판교");
    QVERIFY(found().contains(QStringLiteral("판교 정전")));
    QTest::keyClick(&search().field(), Qt::Key_Return);
    QVERIFY(!search().isOpen());
}

void TestRecordTools::findsInAllIncidents() {
    open();
    m_house->clock.forward(1min);
    const auto second = m_other->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Minor},
                                                 Text{.text = QStringLiteral("메일 지연")});
    QVERIFY(second.has_value());
    m_house->sync();
    type("지연");
    QCOMPARE(found(), QStringList());
    QTest::keyClick(&search().field(), Qt::Key_F3);
    QCOMPARE(found().size(), 1);
    std::optional<LogId> asked;
    connect(m_page.get(), &IncidentPage::incidentAsked, this, [&](const LogId& log) {
        asked = log;
        m_page->open(log);
    });
    QTest::keyClick(&search().field(), Qt::Key_Return);
    m_house->run();
    QVERIFY(asked == second->log);
    QVERIFY(current().endsWith(QStringLiteral("메일 지연")));
}

void TestRecordTools::completesFilters() {
    write(*m_other, DecisionMade{}, "문자부터 복구");
    write(*m_me, DecisionMade{}, "사진은 나중");
    write(*m_other, NoteAdded{}, "문자 확인");
    open();
    type("문자 사람:ㄱㅎ");
    QCOMPARE(found().size(), 2);
    QTest::keyClick(&search().field(), Qt::Key_Tab);
    QCOMPARE(search().field().text(), QStringLiteral("문자 사람:김하늘 "));
    QVERIFY(search().field().hasFocus());
    type("kind:decision");
    QCOMPARE(found(), QStringList({QStringLiteral("Decision: 사진은 나중"),
                                   QStringLiteral("Decision: 문자부터 복구")}));
    type("종류:결정 사람:김하늘");
    QCOMPARE(found(), QStringList(QStringLiteral("Decision: 문자부터 복구")));
    type("종류:커피");
    QCOMPARE(found(), QStringList());
}

void TestRecordTools::readsMoreOnDemand() {
    for (int i = 0; i < 130; ++i) {
        write(*m_other, NoteAdded{}, "같은 줄");
    }
    open();
    type("같은");
    QCOMPARE(found().size(), 50);
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(&search().field(), Qt::Key_Down);
    }
    QTRY_COMPARE(found().size(), 100);
    for (int i = 0; i < 100; ++i) {
        QTest::keyClick(&search().field(), Qt::Key_Down);
        QCoreApplication::processEvents(); // more is read while somebody goes on
    }
    QTRY_COMPARE(found().size(), 130);
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(&search().field(), Qt::Key_Down);
    }
    QCOMPARE(search().results().currentIndex().row(), 129);
}

void TestRecordTools::goesToATime() {
    for (int i = 0; i < 400; ++i) {
        write(*m_other, NoteAdded{}, qPrintable(QString::number(i))); // a minute apart, from 15:01
    }
    open();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_G, Qt::ControlModifier);
    JumpSheet& jump = m_page->tools().jumpSheet();
    QVERIFY(jump.isOpen());
    jump.field().setText(QStringLiteral("커피"));
    QTest::keyClick(&jump.field(), Qt::Key_Return);
    QVERIFY(jump.isOpen());
    jump.field().setText(QStringLiteral("1519"));
    QTest::keyClick(&jump.field(), Qt::Key_Return);
    m_house->run();
    QVERIFY(!jump.isOpen());
    QCOMPARE(current(), QStringLiteral("18"));
    QVERIFY(m_page->timeline().viewport()->rect().contains(
        m_page->timeline().visualRect(m_page->timeline().currentIndex())));
    QTest::keyClick(&m_page->timeline(), Qt::Key_End);
    m_house->run();
    QCOMPARE(*m_page->model()->row(m_page->model()->rowCount() - 1).seq, quint64(401));
}

void TestRecordTools::filtersByKeys() {
    write(*m_other, DecisionMade{}, "문자부터 복구");
    write(*m_other, NoteAdded{}, "박도윤 확인 바람");
    open();
    TimelineModel& model = *m_page->model();
    QCOMPARE(model.rowCount(), 3);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::ControlModifier);
    m_house->run();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!m_page->tools().filterBar().words().isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::ControlModifier);
    m_house->run();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("박도윤 확인 바람"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::ControlModifier);
    m_house->run();
    QCOMPARE(model.rowCount(), 3);
}

void TestRecordTools::tellsWhatWasMissed() {
    open();
    QTRY_VERIFY(m_page->timeline().isAtNewest());
    const auto press = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Shift); };
    press();
    m_house->clock.forward(19min);
    write(*m_other, NoteAdded{}, "아직 자리에 있다"); // a minute more: twenty
    AwaySheet& away = m_page->tools().awaySheet();
    m_house->clock.forward(-1min);
    press();
    QVERIFY(!away.isOpen());
    m_house->clock.forward(20min);
    write(*m_other, DecisionMade{}, "문자부터 복구");
    write(*m_other, NoticeRecorded{}, "1차 공지");
    write(*m_other, NoteAdded{}, "현장 통제");
    write(*m_me, NoteAdded{}, "내가 쓴 줄");
    press();
    QVERIFY(away.isOpen());
    QCOMPARE(away.summary().text(), QStringLiteral("decisions 1 \u00B7 notices 1 \u00B7 other lines 1"));
    QCOMPARE(m_page->model()->readTo(), std::optional<quint64>(2));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!away.isOpen());
    press();
    QVERIFY(!away.isOpen()); // told once
}

void TestRecordTools::tellsItAfterTheWindowWasClosed() {
    open();
    QTRY_VERIFY(m_page->timeline().isAtNewest());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Shift);
    m_page.reset();
    m_house->clock.forward(1h);
    write(*m_other, DecisionMade{}, "문자부터 복구");
    open();
    QVERIFY(m_page->tools().awaySheet().isOpen());
    QCOMPARE(m_page->model()->readTo(), std::optional<quint64>(1));
}

void TestRecordTools::takesNoKeyFromWhoComesBackWriting() {
    open();
    QTRY_VERIFY(m_page->timeline().isAtNewest());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Shift);
    m_page.reset();
    m_house->clock.forward(1h);
    write(*m_other, DecisionMade{}, "문자부터 복구");
    open();
    m_page->focusComposer();
    AwaySheet& away = m_page->tools().awaySheet();
    ComposerField& field = m_page->composer().field();
    QVERIFY(away.isOpen());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("fire"));
    QVERIFY(!away.isOpen());
    QCOMPARE(field.text(), QStringLiteral("fire"));
    QVERIFY(field.hasFocus());
    // The sheet's own keys, with the cursor below: nothing is recorded unseen.
    m_house->clock.forward(1h);
    write(*m_other, DecisionMade{}, "결제 먼저");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Shift);
    QVERIFY(away.isOpen());
    QVERIFY(field.hasFocus());
    const int before = m_page->model()->rowCount();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(!field.hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!away.isOpen());
    QVERIFY(field.hasFocus());
    QCOMPARE(m_page->model()->rowCount(), before);
    // Whoever writes at once is not interrupted.
    m_house->clock.forward(1h);
    write(*m_other, DecisionMade{}, "전원 차단");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("!"));
    QVERIFY(!away.isOpen());
    QCOMPARE(field.text(), QStringLiteral("fire!"));
}

QTEST_MAIN(TestRecordTools)
#include "test_recordtools.moc"
