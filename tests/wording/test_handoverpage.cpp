// The brief of a handover: what whoever takes over a seat must know, in both languages.
#include "translations/translations.h"
#include "wording/handover.h"

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
const QString recovery = QStringLiteral("recovery");

template <class Id>
Id id(char c) {
    return *Id::tryFrom(QByteArray(32, c));
}

void addTask(Incident& incident, char event, const QString& seat, const char* due) {
    TaskItem item;
    item.seat = seat;
    item.due = at(due);
    incident.tasks.insert_or_assign(TaskKey{id<EventId>(event), 0},
                                    TaskStatus{item, id<EventId>(event), now});
}

Incident fire() {
    const auto event = id<EventId>('e');
    Incident incident{LogId::of(event),
                      event,
                      id<PersonId>('k'),
                      at("2022-10-15T15:34:00+09:00"),
                      {Grade::Total, event},
                      {Phase::Responding, event},
                      Command{id<PersonId>('k'), event, at("2022-10-15T15:36:00+09:00"), false},
                      {std::nullopt, event},
                      event};
    incident.began = at("2022-10-15T15:19:00+09:00");
    incident.serviceStates.insert_or_assign(
        ServiceKey{utf8("메신저"), {}},
        ServiceStatus{ServiceState::MajorOutage, event, at("2022-10-15T15:30:00+09:00"), {}});
    incident.serviceStates.insert_or_assign(
        ServiceKey{utf8("지도"), {}},
        ServiceStatus{ServiceState::Operational, event, at("2022-10-15T16:00:00+09:00"), {}});
    incident.blockers.insert({id<EventId>('b'), Blocker{utf8("판교"), {}, now}});
    incident.period = {1, now, at("2022-10-15T20:00:00+09:00"), id<EventId>('o')};
    SeatStatus called{event, at("2022-10-15T15:40:00+09:00")};
    called.holder = id<PersonId>('j');
    called.called = Called{id<PersonId>('s'), event, at("2022-10-15T16:10:00+09:00"), 5min};
    incident.seats.insert_or_assign(recovery, called);
    SeatStatus waiting{event, at("2022-10-15T16:09:00+09:00")};
    waiting.called = Called{id<PersonId>('s'), event, at("2022-10-15T16:09:00+09:00"), 5min};
    incident.seats.insert_or_assign(QStringLiteral("scribe"), waiting);
    incident.seats.insert_or_assign(QStringLiteral("liaison"), SeatStatus{event, now});
    addTask(incident, 't', recovery, "2022-10-15T16:00:00+09:00");
    addTask(incident, 'u', QStringLiteral("scribe"), "2022-10-15T17:00:00+09:00");
    return incident;
}

HandoverTexts texts() {
    HandoverTexts written;
    written.situation.title = utf8("판교 데이터센터 화재");
    written.situation.commander = utf8("김하늘");
    written.situation.measures = {utf8("15:44 문자부터 복구")};
    written.situation.blocker = [](const EventId&) { return utf8("건물주 점검 후"); };
    written.situation.task = [](const EventId& tasks, quint64) {
        return tasks == id<EventId>('t') ? utf8("전력 계통 확인") : utf8("기록 정리");
    };
    written.objectives = utf8("18시까지 문자 복구");
    written.person = [](const PersonId& person) {
        return person == id<PersonId>('j')   ? utf8("정우진")
               : person == id<PersonId>('s') ? utf8("이수민")
                                             : utf8("김하늘");
    };
    written.seat = [](const QString& key) { return key == recovery ? utf8("복구반장") : key; };
    written.line = [](const EventId&) { return utf8("발전차 2대"); };
    return written;
}

QString page(const Incident& incident, const HandoverTexts& written) {
    return handoverPage(handoverOf(incident, Organisation(), nullptr, recovery, incident.declaredAt, now),
                        written);
}

} // namespace

class TestHandoverPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tellsWhoeverTakesOver();
    void speaksEnglish();
    void whatIsNotThereIsSaid();
    void neverTooLong();
};

void TestHandoverPage::tellsWhoeverTakesOver() {
    installTranslations(u"ko");
    QCOMPARE(page(fire(), texts()), utf8("인수인계: 복구반장\n"
                                         "2022년 10월 15일 토요일 16:11 기준\n"
                                         "□ 상황\n"
                                         " ○ 판교 데이터센터 화재\n"
                                         " ○ 등급: 전면, 대응 중\n"
                                         " ○ 발생: 15:19, 00:52 경과\n"
                                         " ○ 원인: 확인 중\n"
                                         " ○ 서비스: 중단 1, 일부 0, 정상 1, 확인 중 0\n"
                                         " ○ 메신저: 중단 (15:30부터)\n"
                                         " ○ 막힌 것: 판교: 건물주 점검 후\n"
                                         "□ 목표\n"
                                         " ○ 18시까지 문자 복구\n"
                                         " ○ 이번 운영 주기는 20:00까지\n"
                                         "□ 결정한 것\n"
                                         " ○ 15:44 문자부터 복구\n"
                                         "□ 조직\n"
                                         " ○ commander: 김하늘 · 15:36부터\n"
                                         " ○ 복구반장: 정우진 → 이수민, 16:10 호출, 미수락\n"
                                         " ○ scribe: 이수민, 16:09 호출, 미수락\n"
                                         " ○ 비어 있음: liaison\n"
                                         "□ 이 자리에 남은 일\n"
                                         " ○ 16:00부터 지연: 전력 계통 확인\n"
                                         "□ 다른 자리에 남은 일\n"
                                         " ○ 17:00까지: 기록 정리 · scribe\n"
                                         "□ 이용자 공지\n"
                                         " ○ 이용자 공지: 아직 없음\n"
                                         " ○ 복구 예상 시각은 확인되는 대로 알리겠습니다\n"));
}

void TestHandoverPage::speaksEnglish() {
    installTranslations(u"en");
    const QString english = page(fire(), texts());
    QVERIFY2(english.startsWith(QStringLiteral("Handover: ")), qUtf8Printable(english));
    for (const char* heading : {"Situation", "Objectives", "What was decided", "Organisation",
                                "Open with this seat", "Open with others", "Notices to users"}) {
        QVERIFY2(english.contains(utf8("□ ") + QString::fromLatin1(heading) + u'\n'), heading);
    }
}

void TestHandoverPage::whatIsNotThereIsSaid() {
    installTranslations(u"en");
    Incident bare = fire();
    bare.tasks.clear();
    bare.period = {};
    bare.command.acting = true;
    HandoverTexts written = texts();
    written.objectives.clear();
    const QString told = page(bare, written);
    QVERIFY(told.contains(utf8("□ Objectives\n ○ Nobody has said any\n")));
    QVERIFY(told.contains(utf8("□ Open with this seat\n ○ Nothing\n")));
    QVERIFY(told.contains(utf8("○ commander: 김하늘 (acting)\n")));
    QVERIFY(!told.contains(utf8("Open with others")));
}

void TestHandoverPage::neverTooLong() {
    installTranslations(u"ko");
    HandoverTexts long_ = texts();
    for (int i = 0; i < 30; ++i) {
        long_.situation.measures.push_back(QString(400, QChar(0xAC00)));
    }
    const QString told = page(fire(), long_);
    QVERIFY(told.toUtf8().size() <= handoverBytes);
    QVERIFY(told.contains(utf8("□ 이용자 공지"))); // lists give way, headings stay
}

QTEST_GUILESS_MAIN(TestHandoverPage)
#include "test_handoverpage.moc"
