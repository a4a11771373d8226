// The brief: one line that anybody may read, in both languages, whatever is known and however long names are.
#include "translations/translations.h"
#include "wording/brief.h"
#include "wording/times.h"

#include <QTest>

#include <limits>

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
    incident.began = at("2022-10-15T15:30:00+09:00");
    return incident;
}

void state(Incident& incident, const char* service, ServiceState state, const char* function = "",
           const char* since = "2022-10-15T15:30:00+09:00") {
    incident.serviceStates.insert_or_assign(ServiceKey{utf8(service), utf8(function)},
                                            ServiceStatus{state, id<EventId>('s'), at(since), {}});
}

void notices(Incident& incident, const char* first, const char* last) {
    incident.told.first = at(first);
    incident.told.last = at(last);
}

Briefing briefing(const Incident& incident, const char* title = "판교 데이터센터 화재, 메신저 안 됨",
                  const char* commander = "김하늘") {
    return briefingOf(incident, utf8(title), utf8(commander), incident.declaredAt, now);
}

// The fire of screens.md: nine services down, letters first, a notice out, one thing blocked.
Briefing screens() {
    Incident incident = fire();
    incident.sites = {utf8("판교")};
    incident.failureType = utf8("화재");
    state(incident, "메신저", ServiceState::MajorOutage, "", "2022-10-15T15:29:00+09:00");
    for (const char* service : {"결제", "택시", "지도", "포털", "블로그", "메일", "뉴스", "웹툰"}) {
        state(incident, service, ServiceState::MajorOutage);
    }
    state(incident, "메신저", ServiceState::Recovering, "문자");
    incident.blockers.insert({id<EventId>('b'), Blocker{utf8("판교"), {}, now}});
    notices(incident, "2022-10-15T15:37:00+09:00", "2022-10-15T15:37:00+09:00");
    return briefing(incident);
}

} // namespace

class TestBrief : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { installTranslations(u"ko"); }
    void saysWhatTheScreenPromises();
    void saysOnlyWhatIsKnown();
    void stampsADrillFirst();
    void countsNotices();
    void tellsOfWhatIsOver();
    void leavesWholeSentencesOut();
    void isShortWhateverIsInIt();
    void cutsBetweenWordsOnly();
};

void TestBrief::saysWhatTheScreenPromises() {
    QCOMPARE(
        briefLine(screens(), now),
        utf8(
            "[16:11 기준] 판교 화재로 메신저 등 9개 서비스 중단(41분). 총괄 김하늘. 메신저 문자부터 복구 중. "
            "1차 공지 15:37. 막힌 것: 판교."));
    installTranslations(u"en");
    QCOMPARE(briefLine(screens(), now),
             utf8("[As of 16:11] 판교 화재: 9 services down, among them 메신저 (41 min). Commander 김하늘. "
                  "Being restored, 메신저 문자 first. First notice 15:37. Blocked at 판교."));
}

void TestBrief::saysOnlyWhatIsKnown() {
    Incident incident = fire();
    incident.command.acting = true;
    QCOMPARE(
        briefLine(briefing(incident), now),
        utf8("[16:11 기준] 판교 데이터센터 화재, 메신저 안 됨(41분). 전면 장애, 대응 중. 임시 총괄 김하늘."));
    QCOMPARE(briefLine(briefing(incident, "", ""), now), utf8("[16:11 기준] 전면 장애(41분). 대응 중."));
    installTranslations(u"en");
    QCOMPARE(
        briefLine(briefing(incident, "Fire at Pangyo", "Sky Kim"), now),
        utf8("[As of 16:11] Fire at Pangyo (41 min). Grade total, responding. Acting commander Sky Kim."));
}

void TestBrief::stampsADrillFirst() {
    Incident incident = fire();
    incident.drill = true;
    QVERIFY(briefLine(briefing(incident), now).startsWith(utf8("[훈련] [16:11 기준]")));
    installTranslations(u"en");
    QVERIFY(briefLine(briefing(incident), now).startsWith(utf8("[EXERCISE] [As of 16:11]")));
}

void TestBrief::countsNotices() {
    Incident incident = fire();
    notices(incident, "2022-10-15T15:37:00+09:00", "2022-10-15T15:50:00+09:00");
    QVERIFY(briefLine(briefing(incident), now).contains(utf8("1차 공지 15:37, 최근 15:50.")));
    QVERIFY(briefLine(briefing(incident), now + 24h).contains(utf8("1차 공지 10월 15일 15:37")));
}

void TestBrief::tellsOfWhatIsOver() {
    Incident incident = fire();
    incident.phase.value = Phase::Resolved;
    incident.began = at("2022-10-15T13:44:00+09:00");
    incident.ended = at("2022-10-15T13:50:00+09:00");
    QCOMPARE(briefLine(briefing(incident, "업데이트로 접속 불가"), now),
             utf8("[16:11 기준] 업데이트로 접속 불가(6분). 전면 장애, 정상화."));
    incident.ended = at("2022-10-15T16:00:00+09:00");
    QVERIFY(briefLine(briefing(incident), now).contains(utf8("(2시간 16분).")));
    incident.ended = at("2022-10-20T23:03:00+09:00");
    QVERIFY(briefLine(briefing(incident), now).contains(utf8("(5일 9시간).")));
}

void TestBrief::leavesWholeSentencesOut() {
    const std::vector<BriefPhrase> phrases{
        {utf8("가나")}, {utf8("다라"), 2}, {utf8("마바"), 1}, {utf8("사아"), 3}};
    QCOMPARE(briefWithin(phrases, 12), utf8("가나 다라 마바 사아"));
    QCOMPARE(briefWithin(phrases, 11), utf8("가나 다라 사아"));
    QCOMPARE(briefWithin(phrases, 8), utf8("가나 사아"));
    QCOMPARE(briefWithin(phrases, 5), utf8("가나"));
    QCOMPARE(briefWithin(phrases, 1), utf8("가나")); // what is never left out stays
}

// Every combination of what is known with names of every length: shorter than it may be, the time and the
// stamp always in it, no sentence broken off.
void TestBrief::isShortWhateverIsInIt() {
    const std::vector<QString> names{QString(), utf8("판교"), QString(21, u'W'), QString(64, u'W'),
                                     utf8("긴 이름 ").repeated(12)};
    const std::vector<QString> titles{QString(), utf8("화재"), utf8("데이터센터 화재 ").repeated(20),
                                      QString(200, u'W')};
    for (const QString& language : {utf8("ko"), utf8("en")}) {
        installTranslations(language);
        for (unsigned known = 0; known < 64; ++known) {
            for (const QString& name : names) {
                for (const QString& title : titles) {
                    Briefing made = screens();
                    made.title = title;
                    made.commander = name;
                    made.drill = known & 1;
                    made.site = known & 2 ? name : QString();
                    made.down = known & 4 ? std::vector<QString>(1024, name) : std::vector<QString>();
                    made.impaired = known & 8 ? std::vector<QString>(1024, name) : std::vector<QString>();
                    made.recovering = known & 16 ? std::vector<QString>{name} : std::vector<QString>();
                    made.lasted = known & 32 ? Millis(std::numeric_limits<qint32>::max()) * 1000 : Millis(0);
                    made.newestNotice = at("2022-12-25T15:37:00+09:00");
                    const QString line = briefLine(made, now);
                    QVERIFY2(line.size() < briefCharacters, qPrintable(line));
                    QVERIFY(line.contains(u"16:11"));
                    QCOMPARE(line.startsWith(language == u"ko" ? utf8("[훈련]") : utf8("[EXERCISE]")),
                             made.drill);
                    QVERIFY2(line.endsWith(u'.'), qPrintable(line));
                }
            }
        }
    }
}

void TestBrief::cutsBetweenWordsOnly() {
    QCOMPARE(wholeWords(utf8("판교 데이터센터 화재, 메신저 안 됨"), 40),
             utf8("판교 데이터센터 화재, 메신저 안 됨"));
    QCOMPARE(wholeWords(utf8("판교 데이터센터 화재, 메신저 안 됨"), 14), utf8("판교 데이터센터 화재…"));
    QCOMPARE(wholeWords(utf8("판교 데이터센터"), 4), utf8("판교…"));
    QCOMPARE(wholeWords(utf8("데이터센터 판교"), 4), QString());
    QCOMPARE(wholeWords(QString(), 4), QString());
}

QTEST_MAIN(TestBrief)
#include "test_brief.moc"
