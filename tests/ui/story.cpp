#include "ui/story.h"

namespace bongsu {

namespace {

QString words(const char* utf8) {
    return QString::fromUtf8(utf8);
}

Line happened(const char* iso) {
    return Line{momentFromIso(QString::fromLatin1(iso)), std::nullopt, std::nullopt};
}

} // namespace

Story::Story()
    : house("2022-10-15T15:00:00+09:00"), me(house.addDesk(words("한지우"), Permission::Admin)),
      incident(LogId::zeros()), m_first(house.addDesk(words("박도윤"), Permission::Responder)),
      m_commander(house.addDesk(words("김하늘"), Permission::Commander)),
      m_notices(house.addDesk(words("최서연"), Permission::Communications)),
      m_recovery(house.addDesk(words("정우진"), Permission::Responder)),
      m_network(house.addDesk(words("장민호"), Permission::Responder)),
      m_security(house.addDesk(words("오세진"), Permission::Responder)),
      m_support(house.addDesk(words("윤아라"), Permission::Responder)) {
    incident = tell();
}

EventId Story::say(House::Desk& who, const char* at, const Facts& facts, const Text& text) {
    const Moment moment = *momentFromIso(QString::fromLatin1(at));
    house.clock.set(moment);
    const auto recorded = who.journal->record(m_log, facts, text);
    Q_ASSERT(recorded && !recorded->warning);
    m_log = recorded->log;
    house.sync();
    return recorded->event;
}

// As they came, each a minute after it happened at the latest.
void Story::sayPangyo(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        house.clock.set(std::max(house.clock.now() + std::chrono::seconds(20), m_lines[i].occurredAt));
        House::Desk& who = std::holds_alternative<NoticeRecorded>(m_lines[i].facts) ? m_notices : m_first;
        Q_ASSERT(who.journal->record(m_log, m_lines[i].facts, m_lines[i].text));
        house.sync();
    }
}

LogId Story::tell() {
    tellTheFirstHour();
    tellTheNight();
    loseConnection();
    return *m_log;
}

void Story::tellTheFirstHour() {
    IncidentDeclared declared{.grade = Grade::Total};
    declared.failureType = words("site-loss");
    declared.sites = {words("판교")};
    declared.began = momentFromIso(QStringLiteral("2022-10-15T15:30:00+09:00"));
    const EventId id =
        say(m_first, "2022-10-15T15:34:00+09:00", declared, {.text = words("판교 데이터센터 화재")});
    sayPangyo(0, 2);
    say(m_commander, "2022-10-15T15:36:10+09:00", CommandTaken{id}, {.reason = words("전화로 수락")});
    callEverybody();
    say(m_commander, "2022-10-15T15:40:00+09:00", MeetingSet{id}, {.place = words("02-000-0000 #815")});
    say(m_commander, "2022-10-15T15:44:00+09:00", DecisionMade{},
        {.text = words("메시지 문자부터 복구"),
         .basis = words("이용자 연락이 우선, 자원 부족"),
         .options = std::vector{words("DR 전체 전환"), words("결제 우선")}});
    sayPangyo(2, 3);
    say(m_recovery, "2022-10-15T15:55:00+09:00",
        BlockerRaised{happened("2022-10-15T15:48:00+09:00"), words("판교")},
        {.text = words("전원 재개는 건물주 안전 점검 뒤. 예상 시각 없음")});
    say(me, "2022-10-15T16:02:00+09:00", NoteAdded{.noteKind = NoteKind::Call},
        {.text = words("18:00까지 서비스별 피해 현황 제출 요구"), .party = words("과기정통부")});
    const EventId wrong =
        say(m_recovery, "2022-10-15T16:08:00+09:00", NoteAdded{}, {.text = words("비상 전원 30분 뒤 투입")});
    say(m_recovery, "2022-10-15T16:10:00+09:00", EntryCorrected{wrong},
        {.text = words("비상 전원은 안전 점검 전 투입 불가")});
}

// Six of the seats that the manual for a lost site has; one of them is left to nobody.
void Story::callEverybody() {
    const auto call = [](const char* seat, const House::Desk& who) {
        return SeatCall{words(seat), *who.journal->person(), {}, 300'000, std::nullopt, std::nullopt};
    };
    say(m_commander, "2022-10-15T15:37:00+09:00",
        SeatsCalled{std::nullopt,
                    {call("communications", m_notices), call("recovery", m_recovery),
                     call("network", m_network), call("liaison", m_first), call("scribe", me),
                     call("security", m_security), call("customer-support", m_support)}},
        {});
    accept(m_notices, "2022-10-15T15:37:20+09:00", "communications");
    accept(m_recovery, "2022-10-15T15:37:40+09:00", "recovery");
    accept(me, "2022-10-15T15:38:00+09:00", "scribe");
    accept(m_support, "2022-10-15T15:38:20+09:00", "customer-support");
    accept(m_first, "2022-10-15T15:38:30+09:00", "liaison", SeatAnswer::Declined);
    accept(m_network, "2022-10-15T15:39:00+09:00", "network");
    accept(m_security, "2022-10-15T15:39:30+09:00", "security");
}

void Story::accept(House::Desk& who, const char* at, const char* seat, SeatAnswer answer) {
    const EventId against = who.journal->incident(*m_log)->seats.at(words(seat)).setBy;
    say(who, at, SeatAnswered{words(seat), against, answer, std::nullopt}, {});
}

void Story::giveTasks() {
    const auto until = [](const char* iso) {
        TaskItem item{TaskKind::Task, words("scribe")};
        item.due = momentFromIso(QString::fromLatin1(iso));
        return item;
    };
    say(m_commander, "2022-10-16T01:41:00+09:00",
        TasksAdded{{},
                   {until("2022-10-16T02:15:00+09:00"),
                    until("2022-10-16T03:00:00+09:00"),
                    {TaskKind::Task, words("scribe")}}},
        {.options =
             std::vector{words("경영진 보고 자료"), words("상황보고 제4보"), words("아침 교대 명단")}});
}

// The shift ends; the next one does not answer in time.
void Story::handOver() {
    const auto against = me.journal->incident(*m_log)->seats.at(words("recovery")).setBy;
    say(m_commander, "2022-10-16T02:28:00+09:00",
        SeatsCalled{std::nullopt,
                    {{words("recovery"),
                      *m_first.journal->person(),
                      {*m_network.journal->person()},
                      180'000,
                      against,
                      std::nullopt}}},
        {});
}

void Story::tellTheNight() {
    sayPangyo(3, 10);
    const auto against = me.journal->incident(*m_log)->phase.setBy;
    say(m_commander, "2022-10-16T01:40:00+09:00", PhaseChanged{Phase::Recovering, against}, {});
    giveTasks();
    sayPangyo(10, 11);
    say(m_first, "2022-10-16T02:26:00+09:00", NoteAdded{.noteKind = NoteKind::Request},
        {.text = words("사진 저장소 복구 인력 4명, 06:00까지")});
    handOver();
}

void Story::loseConnection() {
    house.clock.set("2022-10-16T02:30:00+09:00");
    house.disconnect(me);
    say(me, "2022-10-16T02:30:20+09:00", NoteAdded{}, {.text = words("현장 출입 통제, 3층까지만 가능")});
    say(me, "2022-10-16T02:31:00+09:00", NoteAdded{.noteKind = NoteKind::Call},
        {.text = words("발전차 두 대 04:00 도착 예정"), .party = words("건물주")});
    house.clock.set("2022-10-16T02:31:30+09:00");
}

} // namespace bongsu
