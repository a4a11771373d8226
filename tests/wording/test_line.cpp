#include "translations/translations.h"
#include "wording/line.h"

#include <QRegularExpression>
#include <QTest>

using namespace bongsu;

namespace {

const PersonId sky = *PersonId::tryFrom(QByteArray(32, 'k'));
const PersonId other = *PersonId::tryFrom(QByteArray(32, 'o'));
const EventId fifteen = *EventId::tryFrom(QByteArray(32, 'f'));

Naming naming() {
    return {[](const PersonId& person) {
                return person == sky ? std::optional(QStringLiteral("김하늘")) : std::nullopt;
            },
            {},
            {},
            [](const EventId& event) {
                return event == fifteen ? std::optional(QStringLiteral("#15")) : std::nullopt;
            }};
}

Text withText(const char* words) {
    Text text;
    text.text = QString::fromUtf8(words);
    return text;
}
Text withReason(const char* words) {
    Text text;
    text.reason = QString::fromUtf8(words);
    return text;
}

QString lineWith(const Facts& facts, const std::optional<Text>& text,
                 TextPart::State state = TextPart::State::Present) {
    return lineOf(Told{facts, "tea.brewed", state, text ? &*text : nullptr, sky}, naming());
}

// One of every kind, with default values and a text that has every field.
template <std::size_t I = 0, class Visit>
void eachKind(const Visit& visit) {
    if constexpr (I < std::variant_size_v<AnyFacts>) {
        visit(Facts(std::variant_alternative_t<I, AnyFacts>{}));
        eachKind<I + 1>(visit);
    }
}

} // namespace

class TestLine : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { installTranslations(u"ko"); }
    void everyKindHasALineInBothLanguages();
    void everyKindHasALineWithoutAText();
    void linesReadAsPeopleSpeak_data();
    void linesReadAsPeopleSpeak();
    void aMissingTextSaysWhy();
    void aLineIsOneLineAndShowsWhatItSays();
    void aDecisionTellsItsBasis();
    void aFailureTellsItsCause();
};

void TestLine::everyKindHasALineInBothLanguages() {
    int kinds = 0;
    const auto named = [&](const Facts& facts) {
        const Text text = withText("x");
        const Told told{facts, "tea.brewed", TextPart::State::Present, &text, std::nullopt};
        installTranslations(u"en");
        const QString english = lineOf(told, {});
        installTranslations(u"ko");
        const QString korean = lineOf(told, {});
        static const QRegularExpression hangul(QStringLiteral("\\p{Hangul}"));
        QVERIFY2(!english.isEmpty() && !english.contains(hangul), qPrintable(english));
        QVERIFY2(!english.contains(QStringLiteral("%1")) && !english.contains(QStringLiteral("%2")),
                 qPrintable(english));
        const bool textAlone = std::holds_alternative<NoteAdded>(facts);
        QVERIFY2(textAlone ? korean == u"x" : korean.contains(hangul), qPrintable(korean));
        ++kinds;
    };
    eachKind(named);
    QCOMPARE(kinds, int(std::variant_size_v<AnyFacts>));
}

void TestLine::everyKindHasALineWithoutAText() {
    eachKind([](const Facts& facts) {
        for (const auto state : {TextPart::State::None, TextPart::State::Present, TextPart::State::Withheld,
                                 TextPart::State::Erased}) {
            QVERIFY(!lineWith(facts, std::nullopt, state).isEmpty());
        }
    });
}

void TestLine::linesReadAsPeopleSpeak_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString& line, const char* expected) {
        QTest::newRow(expected) << line << QString::fromUtf8(expected);
    };
    installTranslations(u"ko");
    row(lineWith(DecisionMade{}, withText("메시지 문자부터 복구")), "결정: 메시지 문자부터 복구");
    row(lineWith(DecisionMade{{}, sky}, withText("문자부터")), "결정: 문자부터");
    row(lineWith(DecisionMade{{}, other}, withText("문자부터")), "결정(6f6f6f6f): 문자부터");
    row(lineWith(CommandTaken{}, withReason("전화로 수락")), "김하늘이 총괄을 맡음 — 전화로 수락");
    IncidentDeclared declared;
    declared.grade = Grade::Total;
    row(lineWith(declared, withText("판교 데이터센터 화재")), "장애 선언 전면: 판교 데이터센터 화재");
    declared.drill = true;
    row(lineWith(declared, withText("가상 화재")), "[훈련] 장애 선언 전면: 가상 화재");
    ServiceStated stated;
    stated.services = {QStringLiteral("메신저"), QStringLiteral("결제"), QStringLiteral("택시")};
    stated.state = ServiceState::MajorOutage;
    row(lineWith(stated, std::nullopt, TextPart::State::None), "메신저·결제·택시: 중단");
    stated.services = {QStringLiteral("메신저")};
    stated.function = QStringLiteral("문자");
    stated.state = ServiceState::Operational;
    stated.site = QStringLiteral("판교");
    row(lineWith(stated, withText("수발신 복구")), "메신저 문자: 정상 (판교) — 수발신 복구");
    RestorationCounted counted;
    counted.site = QStringLiteral("판교");
    counted.restored = {CountUnit::Servers, {12000, 12000}, 32000, CountRange{2000, 3000}};
    row(lineWith(counted, std::nullopt, TextPart::State::None),
        "판교: 서버 32,000대 중 서버 12,000대 복구, 서버 2,000~3,000대 작업 중");
    BlockerRaised blocked;
    blocked.site = QStringLiteral("판교");
    Text power = withText("전원 차단");
    power.party = QStringLiteral("건물주");
    row(lineWith(blocked, power), "막힘 판교: 건물주, 전원 차단");
    NoticeRecorded notice;
    notice.channel = QStringLiteral("x");
    notice.stage = NoticeStage::Identified;
    row(lineWith(notice, withText("점검 중")), "공지(X, 원인 확인): 점검 중");
    NoteAdded call;
    call.noteKind = NoteKind::Call;
    Text ministry = withText("자료 요구");
    ministry.party = QStringLiteral("과기정통부");
    row(lineWith(call, ministry), "통화: 과기정통부, 자료 요구");
    row(lineWith(EntryWithdrawn{fifteen}, std::nullopt), "#15를 거둠");
    row(lineWith(EntryPinned{fifteen, false}, std::nullopt), "#15 고정 풂");
    row(lineWith(ReadersSet{{sky}, {other}}, std::nullopt), "열람자 추가: 김하늘 · 제외: 6f6f6f6f");
    row(lineWith(UnknownFacts{}, std::nullopt), "새 버전의 기록 (tea.brewed)");
}

void TestLine::linesReadAsPeopleSpeak() {
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(line, expected);
}

void TestLine::aMissingTextSaysWhy() {
    const NoteAdded note;
    QCOMPARE(lineWith(note, std::nullopt, TextPart::State::Withheld), QStringLiteral("[열람 대상 아님]"));
    QCOMPARE(lineWith(note, std::nullopt, TextPart::State::Erased), QStringLiteral("[삭제됨]"));
    QCOMPARE(lineWith(note, std::nullopt, TextPart::State::Present), QStringLiteral("[읽을 수 없음]"));
    QCOMPARE(lineWith(note, std::nullopt, TextPart::State::None), QStringLiteral("[글 없음]"));
    QCOMPARE(lineWith(note, Text{}, TextPart::State::Present), QStringLiteral("[글 없음]"));
    const Salt salt = Salt::zeros();
    QCOMPARE(readableText(TextPart::present({salt, encodeBody(withText("a"))}))->text, QStringLiteral("a"));
    QVERIFY(!readableText(TextPart::present({salt, QByteArray("\xff")})));
    QVERIFY(!readableText(TextPart::withheld()));
}

void TestLine::aLineIsOneLineAndShowsWhatItSays() {
    QCOMPARE(lineWith(NoteAdded{}, withText("첫 줄\n둘째\t줄\r\n")), QStringLiteral("첫 줄 둘째 줄"));
    // ESC [ 2 J clears a terminal; U+202E turns what follows around.
    QCOMPARE(lineWith(NoteAdded{}, withText("a\x1b[2Jb\xe2\x80\xaeyz\xe2\x81\xa6")),
             QStringLiteral("a[2Jbyz"));
}

void TestLine::aFailureTellsItsCause() {
    const auto word = [](const char* said) { return QString::fromLatin1(said); };
    DeliveryTold told{fifteen, word("sms"), fifteen, {.failed = 3}};
    QCOMPARE(lineWith(told, std::nullopt), QString::fromUtf8("sms: 실패 3 (공지 #15)"));
    told.cause = word("dns");
    QCOMPARE(lineWith(told, std::nullopt), QString::fromUtf8("sms: 실패 3 · 주소를 찾을 수 없음 (공지 #15)"));
    const PageTold paged{fifteen,
                         {{0, PageState::Sent, std::nullopt},
                          {1, PageState::Failed, word("dns")},
                          {2, PageState::Failed, word("dns")},
                          {3, PageState::Failed, word("timeout")}}};
    QCOMPARE(lineWith(paged, std::nullopt),
             QString::fromUtf8("호출 결과: 보냄 1 · 실패 3 · 주소를 찾을 수 없음, 제때 응답이 없음"));
}

void TestLine::aDecisionTellsItsBasis() {
    Text text = withText("문자부터");
    text.basis = QStringLiteral("연락 우선");
    text.options = {QStringLiteral("DR 전체 전환"), QStringLiteral("결제 우선")};
    const Facts facts = DecisionMade{};
    QCOMPARE(detailOf(Told{facts, "decision.made", TextPart::State::Present, &text, sky}),
             QStringLiteral("근거 연락 우선 · 검토한 대안 DR 전체 전환, 결제 우선"));
    QCOMPARE(detailOf(Told{facts, "decision.made", TextPart::State::Erased, nullptr, sky}), QString());
}

QTEST_GUILESS_MAIN(TestLine)
#include "test_line.moc"
