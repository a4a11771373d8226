// The page of looking back, by keyboard alone: writing apart and over both,
// drafts, remarks, steps, what was looked at before closing, documents that people sign, and actions over all
// incidents.
#include "ui/board/choicesheet.h"
#include "ui/incidents/incidentpage.h"
#include "ui/retro/evidencecolumn.h"
#include "ui/retro/retrosheet.h"
#include "ui/retro/sectioneditor.h"
#include "ui/retroscreens.h"
#include "ui/style/choices.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/rowlistview.h"

#include "translations/translations.h"

#include <QFile>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestRetrospective : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void opensAtTheStepThatIsNext();
    void writesASection();
    void textsWrittenApartAreBothShown();
    void writesOverBoth();
    void whatIsErasedIsGoneFromThePage();
    void whatIsBegunOutlivesTheClosedPage();
    void whatWasNotTouchedIsNoDraft();
    void aLongDraftIsKeptWhole();
    void aDraftStandsBesideWhatCameMeanwhile();
    void namesALineInTheText();
    void pinnedLinesComeFirst();
    void aFindingRestsOnMarkedLines();
    void aRemarkIsAnswered();
    void aSecondPersonConfirmsAStep();
    void closingLeadsToWhatNobodyLookedAt();
    void closingAsksWhyTheCauseIsOpen();
    void twoPeopleSignADocument();
    void isOpenedAndSaysWhereNothingIs();

  private:
    void begin();
    void look();
    IncidentPage& page() { return m_stage->incident(); }
    RetroSheet& sheet() { return *page().retro(); }
    ChoiceSheet& question() { return page().questions(); }
    const Incident& incident() { return *m_stage->desk().journal->incident(m_stage->night().incident); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        m_stage->press(key, modifiers);
    }
    void choose(const RetroItem& item);
    void chooseSection(const char* key) { choose({RetroItem::Kind::Section, word(key)}); }
    void verifySays(const char* words) {
        QVERIFY2(sheet().shownWords().contains(word(words)), qPrintable(sheet().shownWords()));
    }
    void answer(const QString& line, int row = -1);
    void sync();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Stage> m_stage;
    House::Desk* m_other = nullptr;
};

void TestRetrospective::init() {
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_stage = std::make_unique<Stage>(*m_theme);
}

// The night while it is still going on, and one more person in it.
void TestRetrospective::begin() {
    m_stage->connectedNight();
    m_other = &m_stage->house().addDesk(word("이수민"), Permission::Admin);
    m_stage->sitAt(m_stage->night().me);
    m_stage->incident();
    press(Qt::Key_F10);
    QVERIFY(sheet().isOpen());
}

// Nine days later, half written.
void TestRetrospective::look() {
    m_other = &lookBackAtNight(*m_stage);
    m_stage->incident();
    press(Qt::Key_F10);
    QVERIFY(sheet().isOpen());
}

void TestRetrospective::choose(const RetroItem& item) {
    sheet().choose(item);
    m_stage->settle();
    QCOMPARE(sheet().lines().line(sheet().list().currentIndex().row()).key, item.line());
}

void TestRetrospective::answer(const QString& line, int row) {
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
    sync();
}

void TestRetrospective::sync() {
    m_stage->desk().journal->offerWithoutBlobs();
    m_other->journal->offerWithoutBlobs();
    m_stage->house().sync();
    m_stage->settle();
}

void TestRetrospective::opensAtTheStepThatIsNext() {
    look();
    const PanelLine& line = sheet().lines().line(sheet().list().currentIndex().row());
    QCOMPARE(line.name, word("시간표 확정")); // the facts are gathered, this one is due first
    QCOMPARE(line.more, word("나"));
    QCOMPARE(line.stateInk, Ink::Ember); // its time is over
    QCOMPARE(line.end, word("10/19"));
    verifySays("기한 지남");
    m_stage->house().clock.set(*momentFromIso(QStringLiteral("2022-10-19T23:00:00+09:00")));
    sheet().refresh();
    const PanelLine& inTime = sheet().lines().line(sheet().list().currentIndex().row());
    QCOMPARE(inTime.state, word("다음"));
    QCOMPARE(inTime.endInk, Ink::Quiet);
}

void TestRetrospective::writesASection() {
    begin();
    chooseSection("summary");
    verifySays("아직 아무도 쓰지 않았습니다");
    press(Qt::Key_E);
    QVERIFY(sheet().isWriting());
    QVERIFY(sheet().editor().text().hasFocus());
    sheet().editor().text().insertPlainText(word("메신저가 멈췄다.\n- 문자부터 살림"));
    sheet().editor().openTo().choose(int(OpenTo::Authors) - 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    sync();
    QVERIFY(!sheet().isWriting());
    QVERIFY(sheet().list().hasFocus());
    QCOMPARE(incident().retro.sections.at(word("summary")).size(), std::size_t(1));
    verifySays("메신저가 멈췄다.");
    verifySays("– 문자부터 살림");
    QCOMPARE(incident().retro.sections.at(word("summary")).front().openTo, OpenTo::Authors);
    const PanelLine& line = sheet().lines().line(sheet().list().currentIndex().row());
    QVERIFY(line.state.isEmpty() && line.end == word("작성자"));
}

void TestRetrospective::textsWrittenApartAreBothShown() {
    look();
    chooseSection("causes");
    verifySays("전원이 한 계통뿐이어서");
    verifySays("인증이 판교에만 있어");
    verifySays("모두 그대로 있습니다");
    verifySays("이수민");
    QCOMPARE(sheet().lines().line(sheet().list().currentIndex().row()).stateInk, Ink::Partial);
}

void TestRetrospective::writesOverBoth() {
    look();
    chooseSection("causes");
    press(Qt::Key_Return);
    const QString both = sheet().editor().text().toPlainText();
    QVERIFY2(both.contains(word("한 계통뿐")) && both.contains(word("안양의 서비스")), qPrintable(both));
    sheet().editor().text().setPlainText(word("배터리 화재로 한 계통뿐인 전원이 꺼졌다."));
    press(Qt::Key_Return, Qt::ControlModifier);
    sync();
    const auto& versions = incident().retro.sections.at(word("causes"));
    QCOMPARE(versions.size(), std::size_t(1));
    QCOMPARE(versions.front().author, m_stage->desk().journal->person());
    verifySays("한 계통뿐인 전원이 꺼졌다");
    QVERIFY(!sheet().shownWords().contains(word("인증이 판교에만")));
}

void TestRetrospective::whatIsErasedIsGoneFromThePage() {
    look();
    chooseSection("causes");
    verifySays("전원이 한 계통뿐이어서");
    const EventId first = incident().retro.sections.at(word("causes")).front().event;
    recordAt(*m_stage, *m_other, Erased{first}, {.reason = word("이름이 들어 있음")});
    sync();
    QVERIFY2(!sheet().shownWords().contains(word("한 계통뿐")), qPrintable(sheet().shownWords()));
    verifySays("인증이 판교에만"); // nothing else went with it
}

void TestRetrospective::whatIsBegunOutlivesTheClosedPage() {
    begin();
    chooseSection("summary");
    press(Qt::Key_Return);
    sheet().editor().text().insertPlainText(word("반쯤 쓴 요약"));
    press(Qt::Key_Escape);
    QVERIFY(!sheet().isWriting());
    verifySays("이 기기에 남아 있습니다");
    press(Qt::Key_Escape);
    QVERIFY(!sheet().isOpen());
    press(Qt::Key_F10);
    chooseSection("summary");
    QCOMPARE(sheet().lines().line(sheet().list().currentIndex().row()).state, word("초안"));
    press(Qt::Key_Return);
    QCOMPARE(sheet().editor().text().toPlainText(), word("반쯤 쓴 요약"));
    sheet().editor().text().moveCursor(QTextCursor::End);
    sheet().editor().text().insertPlainText(word(", 더"));
    sheet().close(); // as a click beside it does
    press(Qt::Key_F10);
    chooseSection("summary");
    press(Qt::Key_Return);
    QCOMPARE(sheet().editor().text().toPlainText(), word("반쯤 쓴 요약, 더"));
    m_theme->setZoom(150); // the window is made anew
    m_stage->settle();
    m_theme->setZoom(100);
    m_stage->settle();
    const auto kept = draftOf(*m_stage->desk().journal, m_stage->night().incident, word("summary"));
    QVERIFY(kept && kept->words == word("반쯤 쓴 요약, 더"));
}

void TestRetrospective::whatWasNotTouchedIsNoDraft() {
    look();
    chooseSection("summary");
    press(Qt::Key_Return);
    QVERIFY(sheet().isWriting());
    press(Qt::Key_Escape);
    QVERIFY(!draftOf(*m_stage->desk().journal, m_stage->night().incident, word("summary")));
    QVERIFY(sheet().lines().line(sheet().list().currentIndex().row()).state.isEmpty());
}

// Longer than one setting may be; what is shorter afterwards leaves nothing of it behind.
void TestRetrospective::aLongDraftIsKeptWhole() {
    begin();
    Journal& journal = *m_stage->desk().journal;
    const LogId& log = m_stage->night().incident;
    for (const int length : {80'000, 30'000, 3}) {
        const SectionDraft draft{QString(length, QChar(0xac00)), {incident().declaredBy}, OpenTo::Everybody};
        keepDraft(journal, log, word("summary"), draft);
        QVERIFY(draftOf(journal, log, word("summary")) == draft);
    }
    dropDraft(journal, log, word("summary"));
    QVERIFY(!draftOf(journal, log, word("summary")));
}

void TestRetrospective::aDraftStandsBesideWhatCameMeanwhile() {
    begin();
    chooseSection("summary");
    press(Qt::Key_Return);
    sheet().editor().text().insertPlainText(word("내 요약"));
    writeSection(*m_stage, *m_other, word("summary"), word("남의 요약"));
    m_stage->settle();
    QVERIFY(sheet().isWriting()); // nothing takes it from under somebody's hands
    QCOMPARE(sheet().editor().text().toPlainText(), word("내 요약"));
    press(Qt::Key_Return, Qt::ControlModifier);
    sync();
    QCOMPARE(incident().retro.sections.at(word("summary")).size(), std::size_t(2));
    QVERIFY2(sheet().said().contains(word("두 글")), qPrintable(sheet().said()));
}

void TestRetrospective::namesALineInTheText() {
    begin();
    chooseSection("causes");
    press(Qt::Key_Return);
    sheet().editor().text().insertPlainText(word("문자부터 살렸다 "));
    press(Qt::Key_F6);
    QVERIFY(sheet().evidence().field().hasFocus());
    sheet().evidence().field().setText(word("문자부터"));
    m_stage->settle();
    QVERIFY(sheet().evidence().lines().model()->rowCount() > 0);
    press(Qt::Key_Return);
    QVERIFY(sheet().editor().text().hasFocus());
    const QString text = sheet().editor().text().toPlainText();
    static const QRegularExpression place(QStringLiteral("\\([^#]*#\\d+\\)$"));
    QVERIFY2(text.startsWith(word("문자부터 살렸다 (")) && place.match(text).hasMatch(), qPrintable(text));
}

void TestRetrospective::pinnedLinesComeFirst() {
    begin();
    const auto first = [this] {
        return sheet().evidence().lines().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(first().contains(word("메시지 문자부터 복구")), qPrintable(first())); // decided
    recordAt(*m_stage, *m_other, EntryPinned{incident().declaredBy, true});
    m_stage->settle();
    QVERIFY2(first().contains(word("판교 데이터센터 화재")), qPrintable(first()));
}

void TestRetrospective::aFindingRestsOnMarkedLines() {
    begin();
    press(Qt::Key_F6);
    press(Qt::Key_Down);
    QVERIFY(sheet().evidence().lines().hasFocus());
    press(Qt::Key_Space);
    QCOMPARE(sheet().evidence().marked().size(), std::size_t(1));
    press(Qt::Key_Escape);
    QVERIFY(sheet().list().hasFocus());
    choose({RetroItem::Kind::NewFinding});
    press(Qt::Key_Return);
    answer(word("전원이 한 계통이었다"), 0); // a factor
    answer({}, 1);                           // where it lies
    answer(word("한 계통 전원"));
    QCOMPARE(incident().retro.findings.size(), std::size_t(1));
    const Finding& finding = incident().retro.findings.begin()->second;
    QCOMPARE(finding.kind, FindingKind::Factor);
    QCOMPARE(finding.area, ReviewArea::Facilities);
    QCOMPARE(finding.pattern, word("한 계통 전원"));
    QCOMPARE(finding.evidence.size(), std::size_t(1));
    QVERIFY(sheet().evidence().marked().empty());
}

void TestRetrospective::aRemarkIsAnswered() {
    look();
    chooseSection("summary");
    verifySays("결제는 언제 돌아왔는지도");
    press(Qt::Key_R);
    answer(word("이용자 수도 적자"));
    QCOMPARE(incident().retro.remarks.size(), std::size_t(2));
    press(Qt::Key_A);
    answer(word("둘째 문장에 적음"), 0);
    QCOMPARE(incident().retro.remarks.size(), std::size_t(1));
    QVERIFY(!sheet().shownWords().contains(word("결제는 언제 돌아왔는지도")));
}

void TestRetrospective::aSecondPersonConfirmsAStep() {
    look();
    choose({RetroItem::Kind::Step, word("timeline")});
    press(Qt::Key_Return);
    answer(word("시간표 12쪽"));
    QCOMPARE(incident().retro.steps.at(word("timeline")).outcome, WorkOutcome::Done);
    verifySays("다른 사람이 확인합니다");
    press(Qt::Key_Return); // who did it does not confirm it
    QVERIFY(!question().isOpen());
    const auto setBy = incident().retro.steps.at(word("timeline")).setBy;
    recordAt(*m_stage, *m_other, StepSettled{word("timeline"), WorkOutcome::Reopened, setBy},
             {.text = word("두 시각이 다릅니다")});
    m_stage->settle();
    recordAt(
        *m_stage, *m_other,
        StepSettled{word("timeline"), WorkOutcome::Done, incident().retro.steps.at(word("timeline")).setBy});
    m_stage->settle();
    press(Qt::Key_Return); // the other one did it now
    answer(word("봄"));
    QCOMPARE(incident().retro.steps.at(word("timeline")).outcome, WorkOutcome::Confirmed);
    choose({RetroItem::Kind::Step, word("causes")});
    press(Qt::Key_M);
    sync();
    QCOMPARE(incident().retro.steps.at(word("causes")).owner, m_stage->desk().journal->person());
    press(Qt::Key_P);
    answer(word("+14"), 1);
    QVERIFY(incident().retro.steps.at(word("causes")).owner != m_stage->desk().journal->person());
    QVERIFY(incident().retro.steps.at(word("causes")).due.has_value());
    press(Qt::Key_X);
    answer(word("원인은 이미 밝혀짐"));
    QCOMPARE(incident().retro.steps.at(word("causes")).outcome, WorkOutcome::Dropped);
}

void TestRetrospective::closingLeadsToWhatNobodyLookedAt() {
    m_other = &lookBackAtNight(*m_stage);
    m_stage->sitAt(*m_other); // who commands
    m_stage->incident();
    const std::size_t missing = safetyMissing(incident()).size();
    QVERIFY(missing > 2);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const QListWidget& phases = question().options();
    QVERIFY2(phases.item(phases.count() - 1)->text().contains(QString::number(missing)),
             qPrintable(phases.item(phases.count() - 1)->text())); // before it is tried
    press(Qt::Key_End);
    press(Qt::Key_Return);
    QVERIFY(question().isOpen());
    QCOMPARE(incident().phase.value, Phase::Resolved);
    press(Qt::Key_Return);
    m_stage->settle();
    QVERIFY(sheet().isOpen());
    QCOMPARE(sheet().lines().line(sheet().list().currentIndex().row()).key,
             RetroItem{RetroItem::Kind::Unchecked}.line());
    press(Qt::Key_Return);
    answer(word("접근 기록과 쓰기 기록을 대조함"));
    QVERIFY(safetyMissing(incident()).empty());
    // What another had looked at is still theirs.
    QVERIFY(incident().retro.safety.at({word("메신저"), SafetyAspect::Security}).checkedBy ==
            m_other->journal->person());
    choose({RetroItem::Kind::Safety, word("메신저")});
    press(Qt::Key_N);
    answer(QString()); // without a word it is not recorded
    QVERIFY(question().isOpen());
    press(Qt::Key_Escape);
    QCOMPARE(incident().retro.safety.at({word("메신저"), SafetyAspect::CustomerData}).finding,
             SafetyFinding::Clean);
}

void TestRetrospective::closingAsksWhyTheCauseIsOpen() {
    m_other = &lookBackAtNight(*m_stage);
    std::set<QString> services;
    for (const auto& [service, aspect] :
         safetyMissing(*m_other->journal->incident(m_stage->night().incident))) {
        services.insert(service);
    }
    recordAt(*m_stage, *m_other,
             SafetyStated{{},
                          {services.begin(), services.end()},
                          {SafetyAspect::CustomerData, SafetyAspect::Security},
                          SafetyFinding::Clean,
                          {}});
    m_stage->sitAt(*m_other);
    m_stage->incident();
    if (!isCauseLeftOpen(incident())) {
        for (const auto& [site, hold] : std::map(incident().holds)) {
            recordAt(*m_stage, *m_other, WorkReleased{site, hold.event}, {.reason = word("점검을 마침")});
        }
    }
    QVERIFY(isCauseLeftOpen(incident()));
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_End);
    press(Qt::Key_Return);
    QVERIFY(question().isOpen());
    QCOMPARE(incident().phase.value, Phase::Resolved);
    answer(word(""));
    QVERIFY(question().isOpen()); // a reason is needed
    answer(word("제조사 분석은 두 달 뒤에 나온다"));
    QCOMPARE(incident().phase.value, Phase::Closed);
}

void TestRetrospective::twoPeopleSignADocument() {
    look();
    choose({RetroItem::Kind::NewDocument});
    press(Qt::Key_Return);
    answer({}, 0); // in full
    answer({}, 0); // HTML
    QVERIFY(question().isOpen());
    question().options().item(0)->setCheckState(Qt::Checked);
    question().options().item(1)->setCheckState(Qt::Checked);
    answer({});
    m_stage->settle();
    sync();
    QVERIFY2(incident().retro.issued.size() == 2, qPrintable(sheet().said()));
    const auto made = std::find_if(incident().retro.issued.begin(), incident().retro.issued.end(),
                                   [](const auto& one) { return one.second.number == 2; });
    QCOMPARE(made->second.asked.size(), std::size_t(2));
    const EventId document = made->first;
    choose({RetroItem::Kind::Document, {}, document});
    press(Qt::Key_Return);
    answer(word("읽었음"));
    m_stage->settle();
    sync();
    QCOMPARE(incident().retro.issued.at(document).answers.size(), std::size_t(1));
    verifySays("서명함");
    verifySays("아직 답하지 않음");
    const QTemporaryDir folder;
    press(Qt::Key_Return); // signed already: it saves it
    answer(folder.filePath(QStringLiteral("2.html")));
    m_stage->settle();
    QFile file(folder.filePath(QStringLiteral("2.html")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.contains(word("문자부터 차례로 살렸고").toUtf8()), "what people wrote is in it");
    choose({RetroItem::Kind::Document,
            {},
            incident().retro.issued.begin()->first == document
                ? std::next(incident().retro.issued.begin())->first
                : incident().retro.issued.begin()->first});
    press(Qt::Key_X);
    answer(word("숫자가 다릅니다"));
    m_stage->settle();
    sync();
    verifySays("거절함");
}

void TestRetrospective::isOpenedAndSaysWhereNothingIs() {
    begin();
    QVERIFY(sheet().lines().rowCount() > 20); // the process that ships with the program
    verifySays("해결되면 시작");              // nobody is pressed while it goes on
    m_stage->window().resize(1280, 720);
    m_stage->settle();
    QVERIFY(sheet().evidence().isVisible());
    m_stage->window().resize(1000, 700);
    m_stage->settle();
    QVERIFY(!sheet().evidence().isVisible());
    press(Qt::Key_F6);
    QVERIFY(sheet().evidence().isVisible() && !sheet().list().isVisible());
    press(Qt::Key_Escape);
    QVERIFY(sheet().list().isVisible() && sheet().list().hasFocus());
}

QTEST_MAIN(TestRetrospective)
#include "test_retrospective.moc"
