// Services and the committee by keyboard alone: all services of a site in one act and each owner with one
// thing to confirm; the cause, a recovery time and what comes when it has passed; the committee, a vote, a
// request.
#include "ui/board/columns.h"
#include "ui/board/needsbar.h"
#include "ui/committee/committeeacts.h"
#include "ui/outgoing/sitrepsheet.h"
#include "ui/services/serviceacts.h"
#include "ui/sitting.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPointer>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

const QByteArray catalogue = R"(catalogue: 1
sites: [{site: 판교, name: {ko: 판교, en: Pangyo}}]
departments: [{department: chat, name: {ko: 채팅, en: Chat}}, {department: pay, name: {ko: 결제, en: Pay}}]
services:
  - {service: 문자, name: {ko: 문자, en: Text}, department: chat, rto-minutes: 20, sites: [판교]}
  - {service: 사진, name: {ko: 사진, en: Photo}, department: chat, sites: [판교]}
  - {service: 결제, name: {ko: 결제, en: Pay}, department: pay, sites: [판교]}
)";
const QByteArray committee = R"(committee: 1
name: {ko: 위원회, en: Committee}
quorum: 1
members: [{name: 김하늘}, {name: 정우진}, {name: 외부위원}]
criteria: {disaster: [{ko: 센터가 멈췄다, en: A site is down}]}
)";

} // namespace

class TestResponse : public Sitting {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void eachOwnerHasOneThingToConfirm();
    void whatIsOverItsTimeIsSaid();
    void aCauseIsToldAsSureAsItIs();
    void aRecoveryTimeHasItsBasisAndIsAskedForAnew();
    void theCommitteeIsCalledWithOneKey();
    void aCommitteeThatIsElsewhereWasPublishedAllTheSame();
    void aLargerZoomKeepsTheQuestion();
    void aMemberIsAskedAndVotes();
    void minutesAreOnTheClipboard();
    void whatIsAskedForIsGranted();
    void aPeriodThatIsOverIsAskedFor();
    void aReportIsNumberedAndKept();
    void whatAnAuthorityDemandsHasItsClock();

  private:
    void publish(House::Desk& desk, const char* type, const QByteArray& bytes);
    void answer(const QString& line = {}); // writes it and presses Enter
    void choose(int row);
    void record(House::Desk& desk, const Facts& facts, const Text& text = {});
    std::optional<Need> need(NeedKind kind);
    void meet(NeedKind kind);
    ChoiceSheet& sheet() { return page().questions(); }
    QStringList columnWords(const PanelSection& section);

    House::Desk* m_chief = nullptr;
    House::Desk* m_chat = nullptr;
};

void TestResponse::init() {
    begin();
    m_chief = &m_house->addDesk(word("김하늘"), Permission::Admin);
    m_chat = &m_house->addDesk(word("정우진"), Permission::Commander);
    Journal& journal = *m_chief->journal;
    m_house->sync();
    publish(*m_chat, "services", catalogue);
    publish(*m_chief, "committee", committee);
    QVERIFY(journal.record(LogId::of(*journal.organisationId()),
                           PersonDescribed{*m_chat->journal->person(), word("chat")},
                           Text{.name = word("정우진")}));
    IncidentDeclared declared{.grade = Grade::Total};
    declared.sites = {word("판교")};
    declared.services = {word("문자"), word("사진"), word("결제")};
    const auto begun = journal.record(std::nullopt, declared, Text{.text = word("판교 화재")});
    m_log = begun->log;
    QVERIFY(journal.record(m_log, CommandTaken{begun->event}, Text{.reason = word("전화")}));
    m_house->sync();
}

// What it names stays on the desk that publishes it: whoever sits there has it.
void TestResponse::publish(House::Desk& desk, const char* type, const QByteArray& bytes) {
    QVERIFY(desk.journal->publish({word(type), word(type), bytes, {}, {}}));
    m_house->run();
    desk.journal->offerWithoutBlobs();
    m_house->sync();
}

void TestResponse::answer(const QString& line) {
    QVERIFY(sheet().isVisible());
    if (!line.isEmpty()) {
        sheet().line().setText(line);
    }
    QTest::keyClick(line.isEmpty() && sheet().options().isVisible()
                        ? static_cast<QWidget*>(&sheet().options())
                        : static_cast<QWidget*>(&sheet().line()),
                    Qt::Key_Return);
    settle();
}

void TestResponse::choose(int row) {
    QVERIFY(sheet().isVisible());
    sheet().options().setCurrentRow(row);
}

void TestResponse::record(House::Desk& desk, const Facts& facts, const Text& text) {
    QVERIFY(desk.journal->record(m_log, facts, text));
    settle();
}

std::optional<Need> TestResponse::need(NeedKind kind) {
    const auto& needs = page().needs().needs();
    const auto found =
        std::find_if(needs.begin(), needs.end(), [&](const Need& one) { return one.kind == kind; });
    return found == needs.end() ? std::nullopt : std::optional(*found);
}

// By its digit.
void TestResponse::meet(NeedKind kind) {
    const auto& needs = page().needs().needs();
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (needs[i].kind == kind) {
            press(Qt::Key(Qt::Key_1 + int(i)), Qt::AltModifier);
            return;
        }
    }
    QFAIL("it is not needed");
}

QStringList TestResponse::columnWords(const PanelSection& section) {
    QStringList words;
    const PanelModel& model = const_cast<PanelSection&>(section).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const PanelLine& line = model.line(row);
        words += QStringList{line.name, line.more, line.state, line.end}.join(u'|');
    }
    return words;
}

void TestResponse::eachOwnerHasOneThingToConfirm() {
    sitAt(*m_chief);
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    answer(); // all of them are chosen
    answer(); // down is the first of the states
    QCOMPARE(incident().serviceStates.size(), std::size_t(3));
    QVERIFY(!need(NeedKind::ConfirmServices)); // the commander owns none
    sitAt(*m_chat);
    QCOMPARE(need(NeedKind::ConfirmServices)->count, quint64(2));
    meet(NeedKind::ConfirmServices);
    QCOMPARE(sheet().options().count(), 2);
    answer();
    QVERIFY(!need(NeedKind::ConfirmServices));
    QCOMPARE(incident().serviceStates.at({word("문자"), {}}).confirmedBy, m_chat->journal->person());
    QVERIFY(!incident().serviceStates.at({word("결제"), {}}).confirmedBy);
    press(Qt::Key_F7);
    QVERIFY(!sheet().isVisible()); // nothing waits any more
}

void TestResponse::whatIsOverItsTimeIsSaid() {
    ServiceStated stated;
    stated.services = {word("문자")};
    stated.state = ServiceState::MajorOutage;
    sitAt(*m_chat);
    record(*m_chief, stated);
    m_house->clock.forward(41min);
    sitAt(*m_chat);
    const auto* column = page().findChild<ServicesColumn*>();
    const QStringList words = columnWords(const_cast<ServicesColumn*>(column)->services());
    QVERIFY2(words.first().endsWith(QStringLiteral("00:21 over its RTO")), qPrintable(words.join(u'\n')));
}

void TestResponse::aCauseIsToldAsSureAsItIs() {
    sitAt(*m_chat);
    page().serviceActs().stateCause();
    choose(0);
    sheet().line().setText(word("UPS 배터리 화재"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    settle();
    QCOMPARE(incident().cause.certainty, Certainty::Suspected);
    page().serviceActs().stateCause();
    QCOMPARE(sheet().line().text(), word("UPS 배터리 화재")); // it stands there again
    sheet().line().setText({});
    choose(1);
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    QVERIFY(sheet().isVisible());
    QVERIFY(!sheet().trouble().isEmpty()); // what is it?
    press(Qt::Key_Escape);
}

void TestResponse::aRecoveryTimeHasItsBasisAndIsAskedForAnew() {
    ServiceStated stated;
    stated.services = {word("문자")};
    stated.state = ServiceState::MajorOutage;
    sitAt(*m_chief);
    record(*m_chief, stated);
    page().serviceActs().expect(ServiceKey{word("문자"), {}});
    answer(word("언젠가")); // no time, and none was given before
    QVERIFY(!sheet().trouble().isEmpty());
    answer(word("+30"));
    answer(word("전원 공급사 통화"));
    const RecoveryStatus& first = incident().recoveries.at({word("문자"), {}});
    QCOMPARE(*first.at, m_house->clock.now() + 30min);
    QVERIFY(!need(NeedKind::RenewRecovery));
    m_house->clock.forward(31min);
    sitAt(*m_chief);
    QCOMPARE(need(NeedKind::RenewRecovery)->service, word("문자"));
    meet(NeedKind::RenewRecovery);
    answer(word("출입 통제로 알 수 없음"));
    QVERIFY(!incident().recoveries.at({word("문자"), {}}).at);
    QVERIFY(!need(NeedKind::RenewRecovery));
}

void TestResponse::theCommitteeIsCalledWithOneKey() {
    sitAt(*m_chief);
    press(Qt::Key_F9, Qt::ShiftModifier);
    answer(word("본관 3층"));
    const auto* meeting = newestMeeting(incident());
    QVERIFY(meeting);
    QCOMPARE(meeting->second.members.size(), std::size_t(3));
    QCOMPARE(meeting->second.members[1].person, m_chat->journal->person());
    QVERIFY(!meeting->second.members[2].person);
    QCOMPARE(m_chief->journal->texts().find(meeting->first)->place, std::optional(word("본관 3층")));
}

// Its bytes lie with whoever published it, and no relay brings them.
void TestResponse::aCommitteeThatIsElsewhereWasPublishedAllTheSame() {
    sitAt(*m_chat);
    page().committee().call();
    QVERIFY(sheet().words().startsWith(word("The standing committee is not on this device yet.")));
    answer(word("김하늘, 정우진"));
    answer(word("본관 3층"));
    QCOMPARE(newestMeeting(incident())->second.members.size(), std::size_t(2));
    page().committee().openMotion();
    answer(); // to declare a disaster
    QVERIFY(sheet().words().startsWith(word("The committee's criteria are not on this device")));
}

void TestResponse::aLargerZoomKeepsTheQuestion() {
    sitAt(*m_chief);
    press(Qt::Key_F9, Qt::ShiftModifier);
    const QPointer<IncidentPage> asking = &page();
    sheet().line().setText(word("본관 3"));
    sheet().line().setCursorPosition(2);
    press(Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(zoom(), 110);
    QCOMPARE(asking.data(), &page());
    QVERIFY(sheet().isOpen() && sheet().line().hasFocus());
    QCOMPARE(sheet().line().text(), word("본관 3"));
    QCOMPARE(sheet().line().cursorPosition(), 2);
    answer(word("본관 3층"));
    QCOMPARE(newestMeeting(incident())->second.members.size(), std::size_t(3));
    QTRY_VERIFY(!asking); // what lay beneath is made at the new size
    QVERIFY(page().isVisible());
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(zoom(), 100);
}

void TestResponse::aMemberIsAskedAndVotes() {
    sitAt(*m_chief);
    press(Qt::Key_F9, Qt::ShiftModifier);
    answer(word("본관 3층"));
    page().committee().openMotion();
    answer(); // to declare a disaster is the first
    QVERIFY(sheet().line().text().size() > 0);
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    settle();
    QCOMPARE(incident().motions.size(), std::size_t(1));
    sitAt(*m_chat);
    QVERIFY(need(NeedKind::AttendCommittee));
    meet(NeedKind::AttendCommittee);
    answer();
    QVERIFY(!need(NeedKind::AttendCommittee));
    QVERIFY(need(NeedKind::VoteMotion));
    meet(NeedKind::VoteMotion);
    answer(); // for
    QVERIFY(!need(NeedKind::VoteMotion));
    page().committee().closeMotion();
    answer();
    const Motion& motion = incident().motions.begin()->second;
    QCOMPARE(motion.outcome, std::optional(MotionOutcome::Carried));
    QCOMPARE(motion.votes.at(1).vote, Vote::For);
}

void TestResponse::minutesAreOnTheClipboard() {
    sitAt(*m_chief);
    press(Qt::Key_F9); // nobody was called: it calls
    answer(word("본관 3층"));
    page().committee().copyMinutes();
    const QString minutes = QGuiApplication::clipboard()->text();
    QVERIFY2(minutes.contains(word("외부위원")) && minutes.contains(word("본관 3층")), qPrintable(minutes));
}

void TestResponse::whatIsAskedForIsGranted() {
    sitAt(*m_chat);
    press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
    answer(); // people
    answer(word("열둘"));
    QVERIFY(!sheet().trouble().isEmpty());
    answer(word("12 1800"));
    answer(word("야간 복구"));
    QCOMPARE(incident().resources.begin()->second.amount, quint64(12));
    sitAt(*m_chief);
    QVERIFY(need(NeedKind::AnswerRequests));
    meet(NeedKind::AnswerRequests);
    answer(); // the only one
    answer(); // granted
    QCOMPARE(incident().resources.begin()->second.outcome, std::optional(ResourceOutcome::Granted));
    QVERIFY(!need(NeedKind::AnswerRequests));
}

void TestResponse::aPeriodThatIsOverIsAskedFor() {
    sitAt(*m_chief);
    page().committee().openPeriod();
    QTest::keyClick(&sheet().line(), Qt::Key_Return); // eight hours stand there
    settle();
    answer(word("문자부터 복구"));
    QCOMPARE(incident().period.number, quint64(1));
    QVERIFY(!need(NeedKind::OpenPeriod));
    m_house->clock.forward(8h);
    sitAt(*m_chief);
    QCOMPARE(need(NeedKind::OpenPeriod)->count, quint64(2));
}

void TestResponse::aReportIsNumberedAndKept() {
    ServiceStated stated;
    stated.services = {word("문자")};
    stated.state = ServiceState::MajorOutage;
    sitAt(*m_chief);
    record(*m_chief, stated);
    press(Qt::Key_F5);
    QVERIFY(page().sitrep().isVisible());
    const QString shown = page().sitrep().shownWords();
    QVERIFY2(shown.contains(word("판교 화재")) && shown.contains(word("문자")), qPrintable(shown));
    page().sitrep().party().setText(word("과기정통부"));
    QTest::keyClick(&page().sitrep().party(), Qt::Key_Return);
    settle();
    QVERIFY(!page().sitrep().isVisible());
    QCOMPARE(incident().report.number, quint64(1));
    QCOMPARE(QGuiApplication::clipboard()->text(), shown);
    // The next one has the next number; copying it numbers nothing.
    press(Qt::Key_F5);
    QVERIFY(page().sitrep().shownWords() != shown);
    QTest::keyClick(&page().sitrep().party(), Qt::Key_F5);
    QVERIFY(!page().sitrep().isVisible());
    QCOMPARE(incident().report.number, quint64(1));
}

void TestResponse::whatAnAuthorityDemandsHasItsClock() {
    sitAt(*m_chat);
    press(Qt::Key_F6, Qt::ControlModifier);
    answer(word("과기정통부 김 사무관"));
    answer(word("서비스별 피해 현황"));
    answer(QStringLiteral("45"));
    const auto& [key, task] = *incident().tasks.begin();
    QCOMPARE(task.item.taskKind, TaskKind::Demand);
    QCOMPARE(task.item.due, std::optional(m_house->clock.now() + 45min));
    QCOMPARE(m_chat->journal->texts().find(key.tasks)->party, std::optional(word("과기정통부 김 사무관")));
}

QTEST_MAIN(TestResponse)

#include "test_response.moc"
