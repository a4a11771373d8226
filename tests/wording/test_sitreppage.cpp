// The situation report: one page, in both languages, as of one moment, and never too long to be kept.
#include "translations/translations.h"
#include "wording/sitrep.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}
QString utf8(const char* words) {
    return QString::fromUtf8(words);
}
const Moment now = at("2022-10-15T16:11:00+09:00");

template <class Id>
Id id(char c) {
    return *Id::tryFrom(QByteArray(32, c));
}

void state(Incident& incident, const char* service, ServiceState state, const char* since) {
    incident.serviceStates.insert_or_assign(ServiceKey{utf8(service), {}},
                                            ServiceStatus{state, id<EventId>('s'), at(since), {}});
}

Incident fire() {
    const auto event = id<EventId>('e');
    Incident incident{LogId::of(event),
                      event,
                      id<PersonId>('k'),
                      at("2022-10-15T15:34:00+09:00"),
                      {Grade::Total, event},
                      {Phase::Responding, event},
                      Command{id<PersonId>('k'), event, at("2022-10-15T15:34:00+09:00"), false},
                      {std::nullopt, event},
                      event};
    incident.began = at("2022-10-15T15:19:00+09:00");
    incident.sites = {utf8("판교")};
    state(incident, "메신저", ServiceState::MajorOutage, "2022-10-15T15:30:00+09:00");
    state(incident, "택시", ServiceState::PartialOutage, "2022-10-15T16:05:00+09:00");
    incident.alertLevel = AlertLevel::Caution;
    incident.alertLevels = {{AlertLevel::Attention, at("2022-10-15T15:50:00+09:00")},
                            {AlertLevel::Caution, at("2022-10-15T16:00:00+09:00")}};
    incident.restorations.insert_or_assign(
        utf8("판교"), RestorationStatus{{CountUnit::Servers, {12'000, 12'000}, 32'000, {}},
                                        event,
                                        at("2022-10-15T16:10:00+09:00")});
    incident.told.first = at("2022-10-15T15:50:00+09:00");
    incident.told.last = incident.told.first;
    incident.blockers.insert({id<EventId>('b'), Blocker{utf8("판교"), {}, now}});
    TaskItem demand;
    demand.taskKind = TaskKind::Demand;
    demand.due = at("2022-10-15T18:00:00+09:00");
    incident.tasks.insert_or_assign(TaskKey{id<EventId>('t'), 0}, TaskStatus{demand, id<EventId>('t'), now});
    return incident;
}

SitrepTexts texts() {
    SitrepTexts written;
    written.title = utf8("판교 데이터센터 화재");
    written.commander = utf8("김하늘");
    written.measures = {utf8("15:44 문자부터 복구")};
    written.blocker = [](const EventId&) { return utf8("건물주 점검 후"); };
    written.task = [](const EventId&, quint64) { return utf8("복구 계획 제출"); };
    return written;
}

QString page(const Incident& incident, const SitrepTexts& written = texts()) {
    return sitrepPage(sitrepOf(incident, Organisation(), incident.declaredAt, now), written);
}

} // namespace

class TestSitrepPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tellsEverythingOnOnePage();
    void tellsWhatChangedSinceTheLast();
    void aCauseIsAsSureAsItIs();
    void speaksEnglish();
    void whatIsNotKnownIsNotSaid();
    void neverTooLong();
    void sharesAreNotRoundedUp();
};

void TestSitrepPage::tellsEverythingOnOnePage() {
    installTranslations(u"ko");
    QCOMPARE(page(fire()), utf8("상황보고 제1보\n"
                                "'22. 10. 15.(토) 16:11 기준\n"
                                "□ 위기경보: 주의\n"
                                " ○ 관심: '22. 10. 15.(토) 15:50\n"
                                " ○ 주의: '22. 10. 15.(토) 16:00\n"
                                "□ 개요\n"
                                " ○ 판교 데이터센터 화재\n"
                                " ○ 등급: 전면, 대응 중\n"
                                " ○ 발생: '22. 10. 15.(토) 15:19, 00:52 경과\n"
                                " ○ 원인: 확인 중\n"
                                " ○ 총괄: 김하늘\n"
                                "□ 서비스: 중단 1, 일부 1, 정상 0, 확인 중 0\n"
                                " ○ 메신저: 중단 (15:30부터)\n"
                                " ○ 택시: 일부 중단 (16:05부터)\n"
                                "□ 복구 현황\n"
                                " ○ 판교: 서버 32,000대 중 서버 12,000대 복구 (37.5%) ※ 16:10 기준\n"
                                "□ 조치 사항\n"
                                " ○ 15:44 문자부터 복구\n"
                                " ○ 이용자 공지: 1차 15:50, 최근 15:50\n"
                                "□ 막힌 것\n"
                                " ○ 판교: 건물주 점검 후\n"
                                "□ 향후 계획\n"
                                " ○ 자료 제출 요구: 18:00까지: 복구 계획 제출\n"
                                " ○ 복구 예상 시각은 확인되는 대로 알리겠습니다\n"));
}

void TestSitrepPage::tellsWhatChangedSinceTheLast() {
    installTranslations(u"ko");
    Incident incident = fire();
    incident.drill = true;
    incident.report = {1, id<EventId>('r'), id<EventId>('e'), at("2022-10-15T16:00:00+09:00")};
    const QString second = page(incident);
    QVERIFY2(second.startsWith(utf8("[훈련] 상황보고 제2보\n")), qPrintable(second));
    QVERIFY(second.contains(utf8(" ○ 메신저: 중단 (15:30부터)\n")));
    QVERIFY2(second.contains(utf8(" ○ 택시: 일부 중단 (16:05부터) ※ 직전 보고 이후 변동\n")),
             qPrintable(second));
    QVERIFY(second.contains(utf8("□ 직전 보고 이후 조치 사항\n")));
}

void TestSitrepPage::aCauseIsAsSureAsItIs() {
    installTranslations(u"ko");
    Incident incident = fire();
    incident.cause.certainty = Certainty::Suspected;
    incident.recoveries.insert_or_assign(
        ServiceKey{utf8("메신저"), utf8("문자")},
        RecoveryStatus{at("2022-10-15T17:30:00+09:00"), {}, id<EventId>('w'), now, now});
    incident.recoveries.insert_or_assign(ServiceKey{utf8("택시"), {}},
                                         RecoveryStatus{{}, {}, id<EventId>('v'), now, now});
    SitrepTexts written = texts();
    written.cause = utf8("UPS 배터리 화재");
    const QString told = page(incident, written);
    QVERIFY2(told.contains(utf8(" ○ 원인(추정): UPS 배터리 화재\n")), qPrintable(told));
    QVERIFY2(told.contains(utf8(" ○ 메신저 문자 복구 예상 17:30\n")), qPrintable(told));
    QVERIFY(!told.contains(utf8("택시 복구 예상"))); // nobody can tell
    QVERIFY(!told.contains(utf8("확인되는 대로")));
}

void TestSitrepPage::speaksEnglish() {
    installTranslations(u"en");
    const QString english = page(fire());
    QVERIFY2(english.startsWith(utf8("Situation report no. 1\nAs of Sat 15 Oct 2022 16:11\n")),
             qPrintable(english));
    QVERIFY(english.contains(utf8("□ Alert level: caution\n")));
    QVERIFY(english.contains(utf8(" ○ Began: Sat 15 Oct 2022 15:19, 00:52 so far\n")));
}

void TestSitrepPage::whatIsNotKnownIsNotSaid() {
    installTranslations(u"ko");
    Incident incident = fire();
    incident.alertLevel.reset();
    incident.serviceStates.clear();
    incident.restorations.clear();
    incident.blockers.clear();
    incident.told = {};
    const QString bare = page(incident, {});
    QVERIFY(!bare.contains(utf8("위기경보")) && !bare.contains(utf8("서비스")) &&
            !bare.contains(utf8("막힌")));
    QVERIFY2(bare.contains(utf8("이용자 공지: 아직 없음")), qPrintable(bare));
}

void TestSitrepPage::neverTooLong() {
    installTranslations(u"ko");
    Incident incident = fire();
    for (int i = 0; i < 1000; ++i) {
        state(incident, qPrintable(QStringLiteral("서비스 %1").arg(i)), ServiceState::MajorOutage,
              "2022-10-15T15:30:00+09:00");
    }
    SitrepTexts written = texts();
    written.measures.assign(500, QString(200, QChar(0xAC00)));
    const QString longest = page(incident, written);
    QVERIFY(longest.toUtf8().size() <= sitrepBytes);
    QVERIFY2(longest.contains(utf8("개 더")), qPrintable(longest));
}

void TestSitrepPage::sharesAreNotRoundedUp() {
    const auto share = [](quint64 done, quint64 total) {
        return restoredShare({CountUnit::Servers, {done, done}, total, {}}).value_or(QString());
    };
    QCOMPARE(share(12'000, 32'000), QStringLiteral("37.5"));
    QCOMPARE(share(31'999, 32'000), QStringLiteral("99.9"));
    QCOMPARE(share(32'000, 32'000), QStringLiteral("100.0"));
    QCOMPARE(share(0, 32'000), QStringLiteral("0.0"));
    QVERIFY(!restoredShare({CountUnit::Servers, {1, 1}, {}, {}}));
}

QTEST_GUILESS_MAIN(TestSitrepPage)
#include "test_sitreppage.moc"
