// The page of services by keyboard alone: all of them and what blocks them, everything known of the chosen
// one, and what is done about it from there.
#include "ui/board/choicesheet.h"
#include "ui/board/columns.h"
#include "ui/incidents/incidentpage.h"
#include "ui/recovering.h"
#include "ui/screens.h"
#include "ui/services/servicessheet.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include "translations/translations.h"

#include <QListWidget>
#include <QTest>

using namespace bongsu;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestServicesSheet : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void isOpenedFromItsColumn();
    void isOpenedAtOnceWhereThereIsNoColumn();
    void listsTheGravestFirstWithFunctionsBeneath();
    void tellsAllThatIsKnownOfOne();
    void tellsEveryRecoveryTimeGivenBefore();
    void saysThatNobodyHasConfirmed();
    void saysWhatIsNotInTheCatalogue();
    void tellsOfAllOfIt();
    void tellsWhatIsBlocked();
    void statesTheChosenOneAndStaysWithIt();
    void expectsTheChosenOneBack();
    void countsUsersOfTheChosenOne();
    void clearsTheChosenBlocker();

  private:
    IncidentPage& page() { return m_stage->incident(); }
    ServicesSheet& sheet() { return page().services(); }
    ChoiceSheet& question() { return page().questions(); }
    const Incident& incident() { return *m_stage->desk().journal->incident(m_stage->night().incident); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        m_stage->press(key, modifiers);
    }
    void choose(const char* name);
    PanelLine chosen() { return sheet().lines().line(sheet().list().currentIndex().row()); }
    void verifySays(const char* words);
    void answer(const QString& line);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Stage> m_stage;
};

void TestServicesSheet::init() {
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_stage = std::make_unique<Stage>(*m_theme);
    openServices(*m_stage);
}

// By its arrows, from the top.
void TestServicesSheet::choose(const char* name) {
    press(Qt::Key_Home);
    for (int i = 0; i < sheet().lines().rowCount() && chosen().name != word(name); ++i) {
        press(Qt::Key_Down);
    }
    QCOMPARE(chosen().name, word(name));
}

void TestServicesSheet::verifySays(const char* words) {
    QVERIFY2(sheet().shownWords().contains(word(words)), qPrintable(sheet().shownWords()));
}

void TestServicesSheet::answer(const QString& line) {
    QVERIFY(question().isOpen());
    question().line().setText(line);
    QTest::keyClick(&question().line(), Qt::Key_Return);
    m_stage->house().sync();
    m_stage->settle();
}

void TestServicesSheet::isOpenedFromItsColumn() {
    QVERIFY(sheet().isOpen());
    press(Qt::Key_Escape);
    QVERIFY(!sheet().isOpen());
    QVERIFY(page().findChild<ServicesColumn*>()->services().list().hasFocus()); // where it was opened
    press(Qt::Key_F3);
    QVERIFY(sheet().isOpen());
    press(Qt::Key_Escape);
    page().focusComposer();
    press(Qt::Key_F3);
    QVERIFY(!sheet().isOpen());
}

void TestServicesSheet::isOpenedAtOnceWhereThereIsNoColumn() {
    press(Qt::Key_Escape);
    m_stage->window().resize(1280, 720);
    m_stage->settle();
    QVERIFY(page().isFolded());
    page().focusComposer();
    press(Qt::Key_F3);
    QVERIFY(sheet().isOpen());
    press(Qt::Key_Escape);
    QVERIFY(page().composer().field().hasFocus());
}

void TestServicesSheet::listsTheGravestFirstWithFunctionsBeneath() {
    QStringList names;
    for (int row = 0; row < sheet().lines().rowCount(); ++row) {
        const PanelLine& line = sheet().lines().line(row);
        names += (line.under ? QStringLiteral("  ") : QString()) + line.name;
    }
    const QStringList expected{word("장애 전체"),     word("서비스"), word("결제"),   word("메신저"),
                               word("  사진·동영상"), word("  문자"), word("블로그"), word("지도"),
                               word("택시"),          word("인증"),   word("포털"),   word("막힌 것"),
                               word("판교"),          word("판교"),   word("판교")};
    QCOMPARE(names, expected);
    choose("결제");
    QVERIFY2(chosen().end.contains(word("RTO 초과 07:12")), qPrintable(chosen().end));
    QVERIFY(chosen().more.contains(word("담당 미확인")));
    choose("포털"); // a heading is passed over
    press(Qt::Key_Down);
    QVERIFY(chosen().more.contains(word("건물주 안전 점검"))); // blocked for the longest
}

void TestServicesSheet::tellsAllThatIsKnownOfOne() {
    QCOMPARE(chosen().name, word("메신저"));
    for (const char* words : {"중단 · 10/15 15:30부터 · 박도윤", "사진·동영상 일부 중단", "문자 정상",
                              "따로 올리지 않음: PC 로그인", "모든 플랫폼 · 이용자 3,000,000~4,000,000명",
                              "PC · 90~100 %", "채팅개발팀 · 02-000-0101", "나 확인 02:42",
                              "02:00 안에 (시:분) · 10/15 17:30까지 · RTO 초과 09:12", "인증 일부 중단",
                              "저장소 상태 없음", "판교 · 이 장애의 센터", "안양 · 운영 중 · 여유 30 %",
                              "춘천 · 여유 10 %", "추정: 배터리실 UPS 배터리 화재 (한지우"}) {
        verifySays(words);
    }
}

void TestServicesSheet::tellsEveryRecoveryTimeGivenBefore() {
    verifySays("메신저 복구 예상 06:00, 처음에는 03:00 (2번 바뀜). 근거: 건물주 점검이 05:00에 끝난다 (나)");
    verifySays("02:39에 알림: 04:30 복구 예상. 근거: 발전차 한 대가 늦는다 (한지우)\n"
               "02:38에 알림: 03:00 복구 예상. 근거: 발전차 두 대로 절반을 켠다 (한지우)");
    choose("결제"); // another's are not its own
    verifySays("복구 예상 시각은 확인되는 대로 알리겠습니다");
    QVERIFY(!sheet().shownWords().contains(word("앞서 알림")));
}

void TestServicesSheet::saysThatNobodyHasConfirmed() {
    choose("결제");
    verifySays("결제플랫폼팀 · 02-000-0102\n담당 부서가 아직 확인하지 않았습니다");
    verifySays("인증 일부 중단"); // what it stands on has failed, too
    choose("포털");
    verifySays("900 / 서버 2,400대");
}

void TestServicesSheet::saysWhatIsNotInTheCatalogue() {
    choose("택시");
    verifySays("서비스 목록에 없어");
    QVERIFY(!sheet().shownWords().contains(word("담당:")));
}

void TestServicesSheet::tellsOfAllOfIt() {
    press(Qt::Key_Home);
    verifySays("중단 5");
    verifySays("추정: 배터리실 UPS 배터리 화재");
    press(Qt::Key_F7, Qt::ShiftModifier);
    answer(word("0700"));
    answer(word("전력 복구 계획"));
    verifySays("전체 복구 예상 07:00");
    choose("결제"); // of which nothing else is said
    verifySays("전체 복구 예상 07:00");
}

void TestServicesSheet::tellsWhatIsBlocked() {
    press(Qt::Key_End);
    verifySays("소방 안전 점검 전 출입 불가");
    verifySays("분당소방서");
    verifySays("05:00까지 3층 점검");
    verifySays("02:41 · 00:01 경과");
    press(Qt::Key_Up);
    verifySays("약속한 것이 없습니다");
}

void TestServicesSheet::statesTheChosenOneAndStaysWithIt() {
    press(Qt::Key_Down);
    QCOMPARE(chosen().name, word("사진·동영상"));
    press(Qt::Key_Return);
    QVERIFY(question().isOpen());
    question().options().setCurrentRow(4); // in order
    answer({});
    const ServiceKey key{word("메신저"), word("사진·동영상")};
    QCOMPARE(incident().serviceStates.at(key).state, ServiceState::Operational);
    QVERIFY(sheet().list().hasFocus());
    QCOMPARE(chosen().name, word("사진·동영상")); // though its place is another now
    verifySays("정상");
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier); // several
    QVERIFY(question().options().count() > 5);
}

void TestServicesSheet::expectsTheChosenOneBack() {
    press(Qt::Key_F7, Qt::ShiftModifier);
    answer(word("0800"));
    answer(word("발전차가 오지 않는다"));
    QCOMPARE(incident().recoveries.at({word("메신저"), {}}).changes, quint64(3));
    verifySays("메신저 복구 예상 08:00, 처음에는 03:00 (3번 바뀜)");
    verifySays("06:00 복구 예상. 근거: 건물주 점검이 05:00에 끝난다");
}

void TestServicesSheet::countsUsersOfTheChosenOne() {
    press(Qt::Key_Down);
    press(Qt::Key_F7, Qt::ControlModifier);
    answer(word("30~40%"));
    verifySays("모든 플랫폼 · 30~40 %");
    verifySays("메신저 복구 예상 06:00"); // nothing else is said of the function
    QVERIFY(incident().impacts.contains({{word("메신저"), word("사진·동영상")}, {}}));
}

void TestServicesSheet::clearsTheChosenBlocker() {
    press(Qt::Key_End);
    press(Qt::Key_Return);
    answer(word("점검을 마침"));
    QCOMPARE(incident().blockers.size(), std::size_t(2));
    for (const auto& [event, blocker] : incident().blockers) {
        const Text* text = m_stage->desk().journal->texts().find(event);
        QVERIFY(text && text->text != word("소방 안전 점검 전 출입 불가"));
    }
    QVERIFY(sheet().list().currentIndex().isValid());
}

QTEST_MAIN(TestServicesSheet)
#include "test_servicessheet.moc"
