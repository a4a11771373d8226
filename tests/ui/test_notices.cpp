// The page of notices in the real window, by keys: the first notice with one of them, a free text with a
// second person, what became of each channel, and what only a person can decide.
#include "ui/board/choicesheet.h"
#include "ui/board/needsbar.h"
#include "ui/incidents/incidentpage.h"
#include "ui/notices/noticecards.h"
#include "ui/notices/noticeform.h"
#include "ui/notices/noticesheet.h"
#include "ui/notifying.h"
#include "ui/screens.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include "translations/translations.h"
#include "wording/causewords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QTest>

using namespace bongsu;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestNotices : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void oneKeySendsTheFirstNotice();
    void thePromiseOfTheNextIsWrittenAnew();
    void aTimeThatCannotBeReadSendsNothing();
    void whatIsWrittenButNotDrawnYetDoesNotGo();
    void aCardLeavesAChannelOut();
    void channelsThatShareTheFateAreOut();
    void aFreeTextAsksASecondPerson();
    void whoeverCommandsSendsAloneWithAReason();
    void theSecondPersonReadsAndApproves();
    void nobodyApprovesWhatIsNotHere();
    void aNoHasAReason();
    void theBoardTellsEveryChannel();
    void whatNobodyKnowsIsDecidedByAPerson();
    void aCorrectionGoesWhereTheWrongTextWent();
    void aWithdrawalSaysSoOfAllOfIt();
    void theSameFactsServeThePressAndTheTelephone();
    void compensationIsToldFromThreeFacts();
    void whereNoChannelIsKnownItIsWrittenDown();

  private:
    IncidentPage& page() { return m_stage->incident(); }
    NoticeSheet& sheet() { return page().notices(); }
    ChoiceSheet& question() { return page().questions(); }
    const Incident& incident() { return *m_stage->desk().journal->incident(m_stage->night().incident); }
    const NoticeStatus& notice() { return incident().notices.begin()->second; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        m_stage->press(key, modifiers);
    }
    void write(ComposerField& field, const QString& words);
    void answer(const QString& line);
    // Somebody else wrote one; their desk, and what it is.
    EventId proposedBy(House::Desk& author);
    std::size_t goingOut();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Stage> m_stage;
};

void TestNotices::init() {
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_stage = std::make_unique<Stage>(*m_theme);
}

void TestNotices::cleanup() {
    m_stage.reset();
    installTranslations(u"en");
}

void TestNotices::write(ComposerField& field, const QString& words) {
    field.setFocus();
    field.selectAll();
    m_stage->type(words);
    Q_EMIT field.textEdited(field.text()); // as typing by hand does
    m_stage->settle();
}

void TestNotices::answer(const QString& line) {
    QVERIFY(question().isOpen());
    question().line().setText(line);
    QTest::keyClick(&question().line(), Qt::Key_Return);
    m_stage->desk().journal->offerWithoutBlobs();
    m_stage->house().sync();
    m_stage->settle();
}

std::size_t TestNotices::goingOut() {
    const auto cards = sheet().cards().cards();
    return std::size_t(
        std::count_if(cards.begin(), cards.end(), [](const NoticeCard& card) { return !card.out; }));
}

void TestNotices::oneKeySendsTheFirstNotice() {
    openFirstNotice(*m_stage);
    const std::size_t channels = goingOut();
    QVERIFY(channels >= 5);
    QVERIFY(sheet().aboutWords().contains(word("한 사람")));
    for (const NoticeCard& card : sheet().cards().cards()) {
        QVERIFY2(card.out || card.body.contains(word("1577-0000")) ||
                     card.body.contains(word("status.example.kr")),
                 qPrintable(card.name));
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    m_stage->desk().journal->offerWithoutBlobs();
    m_stage->house().sync();
    QVERIFY(!sheet().isOpen());
    QCOMPARE(incident().notices.size(), std::size_t(1));
    QCOMPARE(notice().standing, NoticeStatus::Standing::Approved);
    QVERIFY(notice().preapproved);
    QVERIFY(!notice().settledBy || notice().settledBy == m_stage->desk().journal->person());
    QVERIFY(notice().outgoings.size() >= channels);
    // The same key once more sends nothing: the first was sent.
    press(Qt::Key_F2);
    QVERIFY(!sheet().aboutWords().contains(word("한 사람이")));
}

void TestNotices::thePromiseOfTheNextIsWrittenAnew() {
    openFirstNotice(*m_stage);
    write(sheet().form().next(), QStringLiteral("0245"));
    for (const NoticeCard& card : sheet().cards().cards()) {
        if (card.channel == word("x")) {
            QVERIFY2(card.body.contains(QStringLiteral("02:45")), qPrintable(card.body));
        }
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(notice().nextUpdate, momentFromIso(QStringLiteral("2022-10-16T02:45:00+09:00")));
}

void TestNotices::aTimeThatCannotBeReadSendsNothing() {
    openFirstNotice(*m_stage);
    write(sheet().form().next(), word("곧"));
    QVERIFY(!sheet().trouble().isEmpty());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sheet().isOpen());
    QVERIFY(incident().notices.empty());
}

// The form is read from the disk again: until then the cards still say what was written before.
void TestNotices::whatIsWrittenButNotDrawnYetDoesNotGo() {
    openFirstNotice(*m_stage);
    ComposerField& next = sheet().form().next();
    next.setFocus();
    next.setText(QStringLiteral("0245"));
    Q_EMIT next.textEdited(next.text());
    QApplication::processEvents();
    QTest::keyClick(&next, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(incident().notices.empty());
    m_stage->settle();
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(notice().nextUpdate, momentFromIso(QStringLiteral("2022-10-16T02:45:00+09:00")));
}

void TestNotices::aCardLeavesAChannelOut() {
    openFirstNotice(*m_stage);
    const std::size_t before = goingOut();
    NoticeCardButton* x = sheet().cards().card(word("x"));
    QVERIFY(x && !x->card().out);
    x->setFocus();
    press(Qt::Key_Return);
    QCOMPARE(goingOut(), before - 1);
    QVERIFY(sheet().cards().card(word("x"))->card().out);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!notice().outgoing(word("x")));
}

void TestNotices::channelsThatShareTheFateAreOut() {
    openFirstNotice(*m_stage);
    const NoticeCardButton* alimtalk = sheet().cards().card(word("alimtalk"));
    QVERIFY(alimtalk); // it stands on the messenger, which is out
    QVERIFY(alimtalk->card().out);
    QVERIFY2(alimtalk->card().body.contains(word("메신저")), qPrintable(alimtalk->card().body));
}

void TestNotices::aFreeTextAsksASecondPerson() {
    writeNotice(*m_stage);
    for (const NoticeCard& card : sheet().cards().cards()) {
        if (card.channel == word("facebook")) {
            QVERIFY2(card.body.contains(word("메시지를 보낼 수 없고")), qPrintable(card.body));
        }
    }
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(incident().notices.size(), std::size_t(1));
    QCOMPARE(notice().standing, NoticeStatus::Standing::Open);
    QVERIFY(!notice().asked.empty());
    QCOMPARE(notice().asked.front(), incident().command.person);
    QVERIFY(std::find(notice().asked.begin(), notice().asked.end(), *m_stage->desk().journal->person()) ==
            notice().asked.end());
}

void TestNotices::whoeverCommandsSendsAloneWithAReason() {
    writeNotice(*m_stage);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(incident().notices.empty());
    answer({}); // no reason, nothing sent
    QVERIFY(question().isOpen());
    QVERIFY(incident().notices.empty());
    answer(word("승인할 사람이 모두 이동 중"));
    QCOMPARE(incident().notices.size(), std::size_t(1));
    QCOMPARE(notice().standing, NoticeStatus::Standing::Approved);
    QVERIFY(notice().overridden);
    QVERIFY(!question().isOpen());
    press(Qt::Key_Return, Qt::ControlModifier); // what is shown now is the notice that went
    QVERIFY(!question().isOpen());
    QCOMPARE(incident().notices.size(), std::size_t(1));
}

EventId TestNotices::proposedBy(House::Desk& author) {
    Result<NoticeFacts> facts = author.notices->facts(m_stage->night().incident, NoticeStep::Investigating);
    Q_ASSERT(facts);
    facts->feels = {word("메시지가 늦게 갑니다"), word("Messages are late")};
    facts->doing = {word("지켜보고 있습니다"), word("We are watching it")};
    const auto draft = author.notices->draft(m_stage->night().incident, *facts, {word("facebook")});
    Q_ASSERT(draft);
    const auto recorded = author.notices->propose(m_stage->night().incident, *draft);
    Q_ASSERT(recorded);
    m_stage->house().run();
    author.journal->offerWithoutBlobs();
    m_stage->house().sync();
    return recorded->event;
}

void TestNotices::theSecondPersonReadsAndApproves() {
    prepareNotices(*m_stage);
    House::Desk& writer = m_stage->desk();
    House::Desk& second = m_stage->house().addDesk(word("이서준"), Permission::Communications);
    m_stage->house().bringBlobs(second);
    m_stage->sitAt(second);
    proposedBy(writer);
    const auto needs = page().needs().needs();
    QVERIFY(std::any_of(needs.begin(), needs.end(),
                        [](const Need& need) { return need.kind == NeedKind::ApproveNotice; }));
    const auto digit = std::find_if(needs.begin(), needs.end(),
                                    [](const Need& need) { return need.kind == NeedKind::ApproveNotice; }) -
                       needs.begin();
    page().needs().ask(int(digit) + 1);
    m_stage->settle();
    m_stage->house().bringBlobs(second);
    m_stage->settle();
    QVERIFY(sheet().isOpen());
    QVERIFY2(sheet().cards().cards().front().body.contains(word("메시지가 늦게 갑니다")),
             qPrintable(sheet().cards().cards().front().body));
    press(Qt::Key_Return, Qt::ControlModifier);
    m_stage->house().sync();
    QCOMPARE(notice().standing, NoticeStatus::Standing::Approved);
    QCOMPARE(notice().settledBy, second.journal->person());
}

void TestNotices::nobodyApprovesWhatIsNotHere() {
    prepareNotices(*m_stage);
    House::Desk& writer = m_stage->desk();
    House::Desk& second = m_stage->house().addDesk(word("이서준"), Permission::Communications);
    m_stage->house().bringBlobs(second);
    second.attachments->setConnected(false);
    m_stage->sitAt(second);
    const EventId id = proposedBy(writer);
    QVERIFY(sheet().show(m_stage->night().incident, id));
    m_stage->settle();
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sheet().isOpen());
    QCOMPARE(notice().standing, NoticeStatus::Standing::Open);
}

void TestNotices::aNoHasAReason() {
    prepareNotices(*m_stage);
    House::Desk& writer = m_stage->desk();
    House::Desk& second = m_stage->house().addDesk(word("이서준"), Permission::Communications);
    m_stage->house().bringBlobs(second);
    m_stage->sitAt(second);
    const EventId id = proposedBy(writer);
    QVERIFY(sheet().show(m_stage->night().incident, id));
    m_stage->settle();
    press(Qt::Key_D, Qt::ControlModifier);
    answer({});
    QCOMPARE(notice().standing, NoticeStatus::Standing::Open);
    answer(word("복구라고 하기 이르다"));
    QCOMPARE(notice().standing, NoticeStatus::Standing::Declined);
}

void TestNotices::theBoardTellsEveryChannel() {
    seeDeliveries(*m_stage);
    int decided = 0;
    int failed = 0;
    for (const NoticeCard& card : sheet().cards().cards()) {
        QVERIFY2(!card.body.isEmpty(), qPrintable(card.name)); // the exact text stays in sight
        decided += card.footInk == Ink::Ember ? 1 : 0;
        failed += card.foot.contains(causeName(QStringLiteral("credentials"))) ? 1 : 0;
    }
    QCOMPARE(decided, 1);
    QCOMPARE(failed, 1);
    QVERIFY(std::any_of(
                page().needs().needs().begin(), page().needs().needs().end(),
                [](const Need& need) { return need.kind == NeedKind::DecideDelivery && need.count == 1; }) ||
            page().needs().needs().size() == mostNeeds);
}

void TestNotices::whatNobodyKnowsIsDecidedByAPerson() {
    decideUnknown(*m_stage);
    QVERIFY(question().isOpen());
    QCOMPARE(question().options().count(), 3);
    answer({}); // how they know is asked
    QVERIFY(question().isOpen());
    answer(word("페이지에서 직접 보았다"));
    QVERIFY(!question().isOpen());
    quint64 unknown = 0;
    for (const auto& [channel, delivery] : notice().deliveries) {
        unknown += delivery.counts.unknown;
    }
    QCOMPARE(unknown, quint64(0));
}

void TestNotices::aCorrectionGoesWhereTheWrongTextWent() {
    seeDeliveries(*m_stage);
    const std::size_t reached = notice().deliveries.size();
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(goingOut(), std::size_t(0)); // until it says what was wrong
    write(sheet().form().wrong(), word("택시는 정상입니다"));
    QVERIFY(goingOut() > 0);
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(incident().notices.size(), std::size_t(2));
    for (const auto& [id, one] : incident().notices) {
        if (one.corrects) {
            QCOMPARE(one.step, NoticeStep::Correction);
            QVERIFY(one.outgoings.size() <= reached + 2 && !one.outgoings.empty());
        }
    }
}

// What went out by mistake is taken back by one key, in both languages, wherever it went.
void TestNotices::aWithdrawalSaysSoOfAllOfIt() {
    seeDeliveries(*m_stage);
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(goingOut() > 0); // nothing more has to be written
    for (const NoticeCard& card : sheet().cards().cards()) {
        QVERIFY2(card.out || card.body.contains(word("잘못 나간 것입니다")), qPrintable(card.body));
    }
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(std::any_of(incident().notices.begin(), incident().notices.end(),
                        [](const auto& one) { return one.second.corrects.has_value(); }));
}

void TestNotices::theSameFactsServeThePressAndTheTelephone() {
    writeNotice(*m_stage);
    write(sheet().form().doing(), word("전원을 복구하고 있습니다"));
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    const QString script = QGuiApplication::clipboard()->text();
    QVERIFY2(script.contains(word("전원을 복구하고 있습니다.")) && script.contains(word("약속하지 않습니다")),
             qPrintable(script));
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text != script && text.contains(word("전원을 복구하고 있습니다")), qPrintable(text));
    QCOMPARE(incident().notices.size(), std::size_t(0)); // copied, and nothing sent
}

void TestNotices::compensationIsToldFromThreeFacts() {
    prepareNotices(*m_stage);
    Journal& journal = *m_stage->desk().journal;
    QVERIFY(journal.record(m_stage->night().incident, PhaseChanged{Phase::Monitoring, incident().phase.setBy},
                           {}));
    m_stage->house().sync();
    m_stage->incident();
    press(Qt::Key_F2);
    for (int row = 0; row < sheet().lines().rowCount(); ++row) {
        if (sheet().lines().line(row).key == word("compensation")) {
            sheet().list().setCurrentIndex(sheet().lines().index(row));
            break; // the duty of that name stands below
        }
    }
    QVERIFY(sheet().form().who().isVisible());
    QCOMPARE(goingOut(), std::size_t(0)); // nothing is told before it is decided
    write(sheet().form().who(), word("유료 서비스 이용자"));
    write(sheet().form().criteria(), word("장애 시간의 열 배"));
    write(sheet().form().procedure(), word("신청 없이 자동 지급"));
    QVERIFY(goingOut() > 0);
}

void TestNotices::whereNoChannelIsKnownItIsWrittenDown() {
    m_stage->connectedNight();
    m_stage->incident();
    press(Qt::Key_F2);
    QVERIFY(!sheet().isOpen());
    QVERIFY(page().composer().field().text().startsWith(word("공지")));
}

QTEST_MAIN(TestNotices)
#include "test_notices.moc"
