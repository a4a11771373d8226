// The register of actions over all incidents, by keyboard alone: what is late first, ordered ones apart, and
// what people do with them there.
#include "ui/board/choicesheet.h"
#include "ui/incidents/incidentpage.h"
#include "ui/retro/registersheet.h"
#include "ui/retroscreens.h"
#include "ui/timeline/composerfield.h"

#include "translations/translations.h"

#include <QFile>
#include <QListView>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestRegisterSheet : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void registerPutsWhatIsLateFirst();
    void registerActs();
    void registerIsSaved();
    void whatRepeatsStandsBelow();
    void anEmptyOneSaysWhatToDo();

  private:
    void open();
    RegisterSheet& actions() { return *m_stage->window().registerSheet(); }
    ChoiceSheet& question() { return actions().questions(); }
    const Incident& incident() { return *m_stage->desk().journal->incident(m_stage->night().incident); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        m_stage->press(key, modifiers);
    }
    void answer(const QString& line, int row = -1);
    QStringList registerNames();
    void chooseAction(const char* words);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Stage> m_stage;
    House::Desk* m_other = nullptr;
};

void TestRegisterSheet::init() {
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_stage = std::make_unique<Stage>(*m_theme);
}

// From the list of incidents.
void TestRegisterSheet::open() {
    m_other = &lookBackAtNight(*m_stage);
    m_stage->window();
    press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(actions().isOpen());
}

void TestRegisterSheet::answer(const QString& line, int row) {
    QVERIFY(question().isOpen());
    if (row >= 0) {
        question().options().setCurrentRow(row);
    }
    if (!line.isNull()) {
        question().line().setText(line);
    }
    QWidget* at =
        question().line().isVisible() ? static_cast<QWidget*>(&question().line()) : &question().options();
    QTest::keyClick(at, Qt::Key_Return);
    m_stage->settle();
    m_stage->house().sync();
    m_stage->settle();
}

QStringList TestRegisterSheet::registerNames() {
    QStringList names;
    for (const RegisterRow& row : actions().rows()) {
        names += (row.line.heading ? QStringLiteral("= ") : QString()) + row.line.name;
    }
    return names;
}

void TestRegisterSheet::chooseAction(const char* words) {
    for (int row = 0; row < actions().lines().rowCount(); ++row) {
        if (actions().lines().line(row).name == word(words)) {
            actions().list().setCurrentIndex(actions().lines().index(row));
        }
    }
    m_stage->settle();
    QCOMPARE(actions().lines().line(actions().list().currentIndex().row()).name, word(words));
}

void TestRegisterSheet::registerPutsWhatIsLateFirst() {
    open();
    QVERIFY(actions().isOpen());
    const QStringList names = registerNames();
    QVERIFY(names.size() >= 6);
    QCOMPARE(names[1], word("축전지 온도 경보를 상황실로"));
    QCOMPARE(actions().rows()[1].line.stateInk, Ink::Ember);
    QCOMPARE(names[2], word("인증을 안양에도 둔다")); // due within a week
    QVERIFY(names[4].startsWith(word("= 시정조치")));
    QCOMPARE(names[5], word("이중화 현황을 점검해 보고한다"));
    QVERIFY2(actions().shownWords().contains(word("기한 지남")), qPrintable(actions().shownWords()));
}

void TestRegisterSheet::registerActs() {
    open();
    const auto status = [this](const char* words) {
        for (const auto& [event, one] : incident().retro.actions) {
            const Text* text = m_stage->desk().journal->texts().find(one.wordsBy);
            if (text && text->text == word(words)) {
                return one;
            }
        }
        return ActionStatus{EventId::zeros(), EventId::zeros()};
    };
    chooseAction("축전지 온도 경보를 상황실로");
    press(Qt::Key_P);
    answer(word("2022-11-15"));
    QVERIFY(question().isOpen()); // why
    answer(word("센서가 늦게 온다"));
    const auto due = status("축전지 온도 경보를 상황실로").plan.due;
    QVERIFY(due && *due > *momentFromIso(QStringLiteral("2022-11-15T00:00:00+09:00")));
    press(Qt::Key_Return);
    answer(word("경보 시험 기록 7번"));
    QCOMPARE(status("축전지 온도 경보를 상황실로").outcome, WorkOutcome::Done);
    press(Qt::Key_Return); // its owner and who did it is no second person
    QVERIFY(!question().isOpen());
    chooseAction("이중화 현황을 점검해 보고한다"); // done by the other one, who owns it
    press(Qt::Key_Return);
    answer(word("점검표를 봄"));
    QCOMPARE(status("이중화 현황을 점검해 보고한다").outcome, WorkOutcome::Confirmed);
    press(Qt::Key_Z);
    answer(word("한 센터가 빠짐"));
    QVERIFY(!status("이중화 현황을 점검해 보고한다").outcome);
    press(Qt::Key_N);
    answer({}, 0);
    answer(word("훈련을 분기마다 한다"), 0);
    answer(word("+30"), 0);
    answer({}, 0);
    QCOMPARE(status("훈련을 분기마다 한다").plan.owner, m_stage->desk().journal->person());
    QVERIFY(registerNames().contains(word("훈련을 분기마다 한다")));
    press(Qt::Key_G);
    QVERIFY(m_stage->window().incidentShown() == m_stage->night().incident);
}

void TestRegisterSheet::registerIsSaved() {
    open();
    const QTemporaryDir folder;
    for (const auto& [key, name, holds] : {std::tuple(Qt::Key_V, "actions.csv", "overdue"),
                                           std::tuple(Qt::Key_I, "actions.ics", "BEGIN:VTODO")}) {
        press(key);
        const QString path = folder.filePath(QString::fromLatin1(name));
        answer(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(holds));
    }
}

// Found in another incident, too; what was only played is counted by itself.
void TestRegisterSheet::whatRepeatsStandsBelow() {
    m_other = &lookBackAtNight(*m_stage);
    const auto declared = m_other->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Minor},
                                                   {.text = word("안양 정전")});
    FindingAdded again;
    again.area = ReviewArea::Facilities;
    again.pattern = word("한 계통 전원");
    QVERIFY(m_other->journal->record(declared->log, again, {.text = word("안양도 한 계통이었다")}));
    m_stage->house().sync();
    m_stage->window();
    press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(registerNames().last(), word("한 계통 전원"));
    press(Qt::Key_End);
    const QString shown = actions().shownWords();
    QVERIFY2(shown.contains(word("안양도 한 계통이었다")) && shown.contains(word("판교 데이터센터 화재")),
             qPrintable(shown));
}

void TestRegisterSheet::anEmptyOneSaysWhatToDo() {
    m_stage->firstDay();
    m_stage->window();
    press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(actions().isOpen() && !actions().list().isVisible());
    press(Qt::Key_N); // its key holds all the same
    QVERIFY2(actions().said().contains(word("아직 장애가 없습니다")), qPrintable(actions().said()));
    press(Qt::Key_Escape);
    QVERIFY(!actions().isOpen());
}

QTEST_MAIN(TestRegisterSheet)
#include "test_registersheet.moc"
