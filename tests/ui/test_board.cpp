// The board by keyboard alone: what is needed now, each with its digit; states, command, holds; columns that
// fold.
#include "ui/board/acts.h"
#include "ui/board/columns.h"
#include "ui/board/needsbar.h"
#include "ui/house.h"
#include "ui/incidents/declarecard.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/incidents/topline.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractItemModelTester>
#include <QListWidget>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestBoardPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void digitsDoWhatIsNeeded();
    void aDigitAloneIsNoNote();
    void aDigitWorksWhereNothingIsWritten();
    void statesAllServicesInOneAct();
    void commandIsTakenWithAReason();
    void theAlertLevelIsRecordedWithWhoAndSince();
    void aQuestionKeepsWhatIsMissing();
    void keysOfThePageRestUnderASheet();
    void columnsFoldOnSmallScreens();
    void columnsFollowTheRecord();
    void panelsAreSound();
    void everyKeyDoesOneThing();
    void zoomKeepsWhatWasTyped();

  private:
    void open();
    const Incident& incident() const { return *m_me->journal->incident(*m_log); }
    IncidentPage& page() { return m_window->incidentPage(); }
    ComposerField& field() { return page().composer().field(); }
    ChoiceSheet& sheet() { return page().questions(); }
    std::vector<NeedKind> needs() {
        m_house->run();
        QCoreApplication::processEvents(); // the columns follow in the next turn
        std::vector<NeedKind> kinds;
        for (const Need& need : page().needs().needs()) {
            kinds.push_back(need.kind);
        }
        return kinds;
    }

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::optional<LogId> m_log;
};

void TestBoardPage::init() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_me = &m_house->addDesk(word("박도윤"), Permission::Admin);
    m_house->addDesk(word("정우진"), Permission::Responder);
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    IncidentDeclared declared{.grade = Grade::Total};
    declared.sites = {word("판교")};
    declared.services = {word("메신저"), word("지도")};
    m_log = m_me->journal->record(std::nullopt, declared, Text{.text = word("판교 화재")})->log;
    m_house->sync();
    m_window = std::make_unique<MainWindow>(m_house->partsOf(*m_me, *m_theme));
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openIncident(*m_log);
}

void TestBoardPage::cleanup() {
    m_theme->setZoom(leastZoom);
    m_window.reset();
    m_house.reset();
}

void TestBoardPage::digitsDoWhatIsNeeded() {
    QCOMPARE(needs(), (std::vector{NeedKind::TakeCommand, NeedKind::CallPeople, NeedKind::GiveNotice}));
    QTest::keyClick(&field(), Qt::Key_2, Qt::AltModifier);
    QVERIFY(sheet().isOpen()); // what has failed: the title speaks of a fire, and that is chosen
    QCOMPARE(sheet().options().currentRow(), 0);
    QTest::keyClick(&sheet().options(), Qt::Key_Return);
    QVERIFY(field().hasFocus());
    QCOMPARE(incident().seats.size(), std::size_t(2));
    QCOMPARE(needs(), (std::vector{NeedKind::AnswerCall, NeedKind::GiveNotice, NeedKind::HoldWork}));
    QTest::keyClick(&field(), Qt::Key_1, Qt::AltModifier);
    QTest::keyClick(&sheet().options(), Qt::Key_Return); // "I take it"
    QCOMPARE(needs(), (std::vector{NeedKind::GiveNotice, NeedKind::HoldWork, NeedKind::SetMeeting}));
    QVERIFY(!incident().command.acting);
    QTest::keyClick(&field(), Qt::Key_3, Qt::AltModifier);
    QVERIFY(sheet().isOpen());
    QVERIFY(sheet().line().hasFocus());
    sheet().line().insert(word("02-000-0000 #815"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    QVERIFY(!sheet().isOpen());
    QVERIFY(field().hasFocus());
    QCOMPARE(needs(), (std::vector{NeedKind::GiveNotice, NeedKind::HoldWork, NeedKind::StateServices}));
    QCOMPARE(m_me->journal->texts().meeting(incident()), word("02-000-0000 #815"));
    QTest::keyClick(&field(), Qt::Key_1, Qt::AltModifier);
    QCOMPARE(field().text(), QStringLiteral("notice: "));
    field().insert(word("긴급 점검 중입니다"));
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(needs(), (std::vector{NeedKind::HoldWork, NeedKind::StateServices}));
    QTest::keyClick(&field(), Qt::Key_1, Qt::AltModifier); // one key, no question
    QVERIFY(!needs().empty());
    QVERIFY(incident().holds.contains(word("판교")));
}

void TestBoardPage::aDigitAloneIsNoNote() {
    const quint64 before = incident().counts.lines;
    QVERIFY(!needs().empty());
    QTest::keyClicks(&field(), QStringLiteral("2"));
    QTest::keyClick(&field(), Qt::Key_Return);
    QVERIFY(sheet().isOpen()); // what has failed
    QTest::keyClick(&sheet().options(), Qt::Key_Escape);
    QVERIFY(!sheet().isOpen());
    QTest::keyClicks(&field(), QStringLiteral("9")); // no such need
    QTest::keyClick(&field(), Qt::Key_Return);
    m_house->run();
    QCOMPARE(incident().counts.lines, before);
    QVERIFY(field().text().isEmpty());
}

void TestBoardPage::aDigitWorksWhereNothingIsWritten() {
    QVERIFY(!needs().empty());
    page().timeline().setFocus();
    QTest::keyClick(&page().timeline(), Qt::Key_2);
    QVERIFY(sheet().isOpen());
}

void TestBoardPage::statesAllServicesInOneAct() {
    QTest::keyClick(&field(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(sheet().isOpen());
    QCOMPARE(sheet().options().count(), 2);
    QTest::keyClick(&sheet().options(), Qt::Key_Return); // all of them
    QTRY_VERIFY(sheet().isOpen());
    QTRY_COMPARE(sheet().options().count(), 6);
    QTest::keyClick(&sheet().options(), Qt::Key_Return); // down
    m_house->run();
    const auto lines = serviceLines(incident());
    QCOMPARE(countServices(lines), (ServiceCounts{2, 0, 0, 0}));
    QCOMPARE(incident().serviceStates.begin()->second.setBy, incident().serviceStates.rbegin()->second.setBy);
}

void TestBoardPage::commandIsTakenWithAReason() {
    QVERIFY(!needs().empty());
    QTest::keyClick(&field(), Qt::Key_1, Qt::AltModifier);
    QVERIFY(sheet().isOpen());
    QTest::keyClick(&sheet().line(), Qt::Key_Return); // "agreed by phone" stands there
    m_house->run();
    QVERIFY(!incident().command.acting);
    QCOMPARE(page().composer().message(), QStringLiteral("You are in command."));
}

void TestBoardPage::theAlertLevelIsRecordedWithWhoAndSince() {
    const auto shown = [this](const char* words) {
        const auto labels = page().findChild<TopLine*>()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text() == word(words);
        });
    };
    QVERIFY(!shown("Alert level"));
    QTest::keyClick(&field(), Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(sheet().isOpen());
    QCOMPARE(sheet().options().count(), 4);
    QTest::keyClick(&sheet().options(), Qt::Key_Down);
    QTest::keyClick(&sheet().options(), Qt::Key_Tab);
    sheet().line().insert(word("1525 과기정통부"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    QVERIFY(!sheet().isOpen());
    QCOMPARE(page().composer().message(), QStringLiteral("Alert level: caution, since 15:25"));
    m_house->sync();
    QCOMPARE(incident().alertLevel, std::optional(AlertLevel::Caution));
    QCOMPARE(incident().alertLevels.at(AlertLevel::Caution),
             *momentFromIso(QStringLiteral("2022-10-15T15:25:00+09:00")));
    QCOMPARE(page().model()->index(page().model()->rowCount() - 1).data().toString(),
             word("Alert level: caution (과기정통부)"));
    QVERIFY(shown("Alert level") && shown("caution"));
    // Nothing but the level: from now on.
    QTest::keyClick(&field(), Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(sheet().options().currentRow(), 1);
    QTest::keyClick(&sheet().options(), Qt::Key_End);
    QTest::keyClick(&sheet().options(), Qt::Key_Return);
    m_house->sync();
    QCOMPARE(incident().alertLevels.at(AlertLevel::Serious), m_house->clock.now());
    QVERIFY(shown("serious"));
    QCOMPARE(page().model()->index(page().model()->rowCount() - 1).data().toString(),
             QStringLiteral("Alert level: serious"));
}

void TestBoardPage::aQuestionKeepsWhatIsMissing() {
    QTest::keyClick(&field(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    sheet().line().clear();
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    QVERIFY(sheet().isOpen());
    QVERIFY(!sheet().trouble().isEmpty());
    sheet().line().insert(word("#815"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    QVERIFY(!sheet().isOpen());
}

void TestBoardPage::keysOfThePageRestUnderASheet() {
    QTest::keyClick(&field(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&sheet().line(), Qt::Key_Escape);
    QVERIFY(page().isVisible()); // Esc closed the sheet and did not leave the page
    QVERIFY(field().hasFocus());
    QTest::keyClick(&field(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(sheet().options().hasFocus());
    QTest::keyClick(&sheet().options(), Qt::Key_Tab);
    QVERIFY(sheet().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(sheet().isAncestorOf(QApplication::focusWidget()));
}

void TestBoardPage::columnsFoldOnSmallScreens() {
    QVERIFY(!page().isFolded());
    auto* services = page().findChild<ServicesColumn*>();
    QVERIFY(services->isVisible());
    m_window->resize(1280, 720);
    QVERIFY(page().isFolded());
    QVERIFY(!services->isVisible());
    auto* people = page().findChild<PeopleColumn*>();
    QTest::keyClick(&field(), Qt::Key_F4);
    QVERIFY(people->isVisible()); // over the page
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!people->isVisible());
    QVERIFY(field().hasFocus());
    m_window->resize(1440, 900);
    QVERIFY(!page().isFolded());
    QVERIFY(services->isVisible());
    QTest::keyClick(&field(), Qt::Key_F3);
    QVERIFY(services->services().list().hasFocus());
}

void TestBoardPage::columnsFollowTheRecord() {
    auto* services = page().findChild<ServicesColumn*>();
    QCOMPARE(services->services().model().rowCount(), 2);
    ServiceStated stated;
    stated.services = {word("택시")};
    stated.state = ServiceState::MajorOutage;
    QVERIFY(m_me->journal->record(m_log, stated, {}).has_value());
    m_house->sync();
    QTRY_COMPARE(services->services().model().rowCount(), 3);
    QCOMPARE(services->services().model().line(0).name, word("택시"));
    QCOMPARE(services->services().model().line(0).state, QStringLiteral("down"));
}

void TestBoardPage::panelsAreSound() {
    PanelModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto line = [](const char* name) {
        PanelLine one;
        one.name = QString::fromLatin1(name);
        return one;
    };
    model.show({line("a"), line("b")});
    model.show({line("a"), line("c"), line("d")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.line(1).name, QStringLiteral("c"));
    model.show({line("e")});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("e"));
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

// Two actions on one key would both stay silent.
void TestBoardPage::everyKeyDoesOneThing() {
    for (Actions* actions : {&page().actions(), &m_window->incidentsPage().actions()}) {
        std::map<QString, QByteArray> taken;
        for (const Action& action : actions->all()) {
            for (const QKeySequence& keys : {action.keys, action.alsoKeys}) {
                const auto [other, isNew] = taken.try_emplace(keys.toString(), action.name);
                QVERIFY2(
                    isNew || keys.isEmpty(),
                    (keys.toString().toLatin1() + ": " + action.name + ", " + other->second).constData());
            }
        }
        QVERIFY(taken.size() > 5);
    }
}

void TestBoardPage::zoomKeepsWhatWasTyped() {
    field().insert(word("아직 쓰는 중"));
    QTest::keyClick(&field(), Qt::Key_Equal, Qt::ControlModifier);
    QTRY_COMPARE(zoom(), 110);
    QTRY_COMPARE(field().text(), word("아직 쓰는 중"));
    QVERIFY(field().hasFocus());
    QVERIFY(page().isVisible());
    QTest::keyClick(&field(), Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(zoom(), 100);
}

QTEST_MAIN(TestBoardPage)
#include "test_board.moc"
