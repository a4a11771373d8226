// Who is proposed for which seat, and what calls them.
#include "domain/base/limits.h"
#include "domain/event/text.h"
#include "domain/manual/failuretype.h"
#include "domain/manual/proposal.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString infra = QStringLiteral("infra");
const QString recovery = QStringLiteral("recovery");
const QString scribe = QStringLiteral("scribe");
const QString chief = commanderSeat.toString();

PersonId person(int number) {
    return *PersonId::tryFrom(QByteArray(32, char(number)));
}
EventId eventOf(int number) {
    return *EventId::tryFrom(QByteArray(32, char(number)));
}

KnownPerson known(int number, const QString& name, Permission permission = Permission::Responder,
                  const QString& department = {}) {
    return {person(number), name, department, permission};
}

ManualSeat seat(const QString& key, std::vector<Candidate> holders) {
    ManualSeat made;
    made.key = key;
    made.holders = std::move(holders);
    made.acceptWithin = 3min;
    return made;
}
Candidate named(const char* name) {
    return NamedPerson{QString::fromLatin1(name)};
}

std::vector<PersonId> persons(const SeatProposal& proposal) {
    std::vector<PersonId> list;
    for (const ProposedPerson& one : proposal.line) {
        list.push_back(one.person);
    }
    return list;
}

Incident incident() {
    const EventId id = EventId::zeros();
    return Incident{LogId::zeros(),
                    id,
                    std::nullopt,
                    Moment(1000s),
                    {Grade::Total, id},
                    {Phase::Responding, id},
                    Command{person(1), id, Moment(1000s), true},
                    {std::nullopt, id},
                    id};
}

Manual manualOf(std::vector<ManualSeat> seats) {
    Manual manual;
    manual.failureType = QStringLiteral("site-loss");
    manual.seats = std::move(seats);
    return manual;
}

} // namespace

class TestProposal : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoIsNamedComesFirst();
    void departmentsAreAskedByName();
    void whoIsOnDutyComesFirst();
    void dutyForADepartmentCountsAsOfIt();
    void namesakesAreToldByTheDepartment();
    void anotherSeatsCandidatesFollow();
    void nobodyIsFirstTwiceWhileSomebodyElseIsThere();
    void whereNobodyIsNamedPermissionsDecide();
    void aLineHasALimit();
    void callsGoToVacantSeatsOnly();
    void manyCallsAreSeveralEvents();
    void oneCallSaysWhatIsNotGiven();
    void tasksAreAddedOnce();
    void readsTheTypeFromATitle_data();
    void readsTheTypeFromATitle();
    void everyTypeHasAKey();
};

void TestProposal::whoIsNamedComesFirst() {
    const Manual manual = manualOf({seat(chief, {named("Kim"), named("Lee"), named("Nobody")})});
    const auto proposals = proposeSeats(
        manual,
        {known(2, QStringLiteral("Lee")), known(1, QStringLiteral("Kim")), known(3, QStringLiteral("Choi"))},
        {});
    QCOMPARE(proposals, (std::vector{SeatProposal{chief,
                                                  {{person(1), ProposalReason::Named, {}},
                                                   {person(2), ProposalReason::Successor, {}}}}}));
}

void TestProposal::departmentsAreAskedByName() {
    const Manual manual = manualOf({seat(recovery, {OfDepartment{infra}})});
    const auto proposals =
        proposeSeats(manual,
                     {known(3, QStringLiteral("c"), Permission::Scribe, infra),
                      known(2, QStringLiteral("a"), Permission::Viewer, infra), // may not write
                      known(4, QStringLiteral("b"), Permission::Commander, infra),
                      known(5, QStringLiteral("d"), Permission::Admin, QStringLiteral("other"))},
                     {});
    QCOMPARE(persons(proposals.front()), (std::vector{person(4), person(3)}));
    QCOMPARE(proposals.front().line.front(),
             (ProposedPerson{person(4), ProposalReason::OfDepartment, infra}));
}

namespace {

Shift duty(const char* name, const QString& department, Moment until = Moment(9h)) {
    return {QString::fromLatin1(name), department, Moment(1h), until};
}

} // namespace

void TestProposal::whoIsOnDutyComesFirst() {
    const Manual manual =
        manualOf({seat(recovery, {named("Lee"), OfDepartment{infra}}), seat(scribe, {named("Han")})});
    const std::vector<KnownPerson> people{known(1, QStringLiteral("a"), Permission::Responder, infra),
                                          known(2, QStringLiteral("b"), Permission::Responder, infra),
                                          known(3, QStringLiteral("c"), Permission::Responder, infra),
                                          known(4, QStringLiteral("d"), Permission::Viewer, infra),
                                          known(5, QStringLiteral("Lee"), Permission::Responder, infra)};
    // b elsewhere, c for the department, d may not write; Lee is named, whatever they do.
    const std::vector<Shift> running{duty("b", scribe, Moment(5h)), duty("c", infra),
                                     duty("c", infra, Moment(12h)), duty("d", infra), duty("Lee", infra)};
    const auto proposals = proposeSeats(manual, people, running);
    QCOMPARE(proposals[0].line,
             (std::vector<ProposedPerson>{{person(5), ProposalReason::Named, {}, {}},
                                          {person(3), ProposalReason::OnDuty, infra, Moment(12h)},
                                          {person(2), ProposalReason::OnDuty, infra, Moment(5h)},
                                          {person(1), ProposalReason::OfDepartment, infra, {}}}));
    QCOMPARE(persons(proposeSeats(manual, people, {})[0]),
             (std::vector{person(5), person(1), person(2), person(3)}));
}

void TestProposal::dutyForADepartmentCountsAsOfIt() {
    const Manual manual = manualOf({seat(recovery, {OfDepartment{infra}})});
    const std::vector<KnownPerson> people{known(1, QStringLiteral("a"), Permission::Responder, infra),
                                          known(2, QStringLiteral("b"), Permission::Responder),
                                          known(3, QStringLiteral("c"), Permission::Responder, scribe)};
    QCOMPARE(persons(proposeSeats(manual, people, {duty("b", infra), duty("c", scribe)})[0]),
             (std::vector{person(2), person(1)}));
}

void TestProposal::namesakesAreToldByTheDepartment() {
    const Manual manual = manualOf({seat(recovery, {OfDepartment{infra}})});
    std::vector<KnownPerson> people{known(1, QStringLiteral("a"), Permission::Responder, infra),
                                    known(2, QStringLiteral("Kim"), Permission::Responder, scribe),
                                    known(3, QStringLiteral("Kim"), Permission::Responder, infra)};
    QCOMPARE(persons(proposeSeats(manual, people, {duty("Kim", infra)})[0]),
             (std::vector{person(3), person(1)}));
    // Which of two is meant cannot be told: neither.
    people[2].department.clear();
    QCOMPARE(persons(proposeSeats(manual, people, {duty("Kim", infra)})[0]), (std::vector{person(1)}));
}

void TestProposal::anotherSeatsCandidatesFollow() {
    // As a file cannot say it, and a program might: the circle ends.
    const Manual manual = manualOf(
        {seat(chief, {named("Kim"), OfSeat{recovery}}), seat(recovery, {named("Lee"), OfSeat{chief}})});
    const auto proposals =
        proposeSeats(manual, {known(1, QStringLiteral("Kim")), known(2, QStringLiteral("Lee"))}, {});
    QCOMPARE(proposals[0].line, (std::vector<ProposedPerson>{{person(1), ProposalReason::Named, {}},
                                                             {person(2), ProposalReason::OfSeat, recovery}}));
    QCOMPARE(persons(proposals[1]), (std::vector{person(2), person(1)}));
}

void TestProposal::nobodyIsFirstTwiceWhileSomebodyElseIsThere() {
    const Manual manual = manualOf({seat(chief, {named("Kim")}), seat(recovery, {named("Kim"), named("Lee")}),
                                    seat(scribe, {named("Lee"), named("Kim")})});
    const auto proposals =
        proposeSeats(manual, {known(1, QStringLiteral("Kim")), known(2, QStringLiteral("Lee"))}, {});
    QCOMPARE(persons(proposals[1]), (std::vector{person(2), person(1)})); // Kim has a seat, and stays in line
    QVERIFY(!proposals[1].twice);
    QCOMPARE(persons(proposals[2]), (std::vector{person(2), person(1)}));
    QVERIFY(proposals[2].twice);
}

void TestProposal::whereNobodyIsNamedPermissionsDecide() {
    const Manual manual =
        manualOf({seat(recovery, {OfDepartment{infra}}), seat(chief, {}), seat(scribe, {})});
    const auto proposals = proposeSeats(manual,
                                        {known(1, QStringLiteral("b"), Permission::Responder),
                                         known(2, QStringLiteral("a"), Permission::Commander),
                                         known(3, QStringLiteral("c"), Permission::Viewer)},
                                        {});
    // Who may command is left for the commander's seat, though another one comes first.
    QCOMPARE(persons(proposals[0]), std::vector{person(1)});
    QCOMPARE(proposals[0].line.front().reason, ProposalReason::Permission);
    QCOMPARE(persons(proposals[1]), std::vector{person(2)});
    QVERIFY(proposals[2].line.empty()); // said, and seen
}

void TestProposal::aLineHasALimit() {
    std::vector<KnownPerson> people;
    for (int i = 1; i <= limits::successors + 5; ++i) {
        people.push_back(
            known(i, QStringLiteral("p%1").arg(i, 2, 10, QLatin1Char('0')), Permission::Responder, infra));
    }
    const auto proposals = proposeSeats(manualOf({seat(recovery, {OfDepartment{infra}})}), people, {});
    QCOMPARE(proposals.front().line.size(), std::size_t(limits::successors + 1));
}

void TestProposal::callsGoToVacantSeatsOnly() {
    const Manual manual =
        manualOf({seat(chief, {named("Kim")}), seat(recovery, {named("Lee"), named("Choi")}),
                  seat(scribe, {named("Choi")})});
    const std::vector<KnownPerson> people{known(1, QStringLiteral("Kim")), known(2, QStringLiteral("Lee")),
                                          known(3, QStringLiteral("Choi"))};
    const auto proposals = proposeSeats(manual, people, {});
    Incident acting = incident();
    auto calls = callsOf(manual, proposals, acting, eventOf(9));
    QCOMPARE(calls.size(), std::size_t(1));
    QCOMPARE(calls.front().manual, std::optional(eventOf(9)));
    QCOMPARE(calls.front().calls.size(), std::size_t(3));
    QCOMPARE(calls.front().calls[1],
             (SeatCall{recovery, person(2), {person(3)}, 180'000, std::nullopt, std::nullopt}));
    // Whoever commands for good stays; a seat that was vacated is called anew, against what vacated it.
    acting.command.acting = false;
    acting.seats.insert_or_assign(recovery, SeatStatus{eventOf(5), Moment(1s), {}, person(2)});
    acting.seats.insert_or_assign(scribe, SeatStatus{eventOf(6), Moment(1s)});
    acting.manual.value = eventOf(8);
    calls = callsOf(manual, proposals, acting, eventOf(9));
    QCOMPARE(calls.size(), std::size_t(1));
    QCOMPARE(calls.front().manual, std::optional(eventOf(8))); // it goes on with the one it has
    QCOMPARE(calls.front().calls.size(), std::size_t(1));
    QCOMPARE(calls.front().calls[0].seat, scribe);
    QCOMPARE(calls.front().calls[0].against, std::optional(eventOf(6)));
    acting.seats.at(scribe).holder = person(3);
    QVERIFY(callsOf(manual, proposals, acting, std::nullopt).empty());
}

void TestProposal::manyCallsAreSeveralEvents() {
    std::vector<ManualSeat> seats;
    std::vector<KnownPerson> people;
    for (int i = 1; i <= 60; ++i) {
        const QString key = QStringLiteral("seat %1").arg(i) + QString(40, u'x');
        seats.push_back(seat(key, {OfDepartment{infra}}));
        people.push_back(known(i, QString::number(i), Permission::Responder, infra));
    }
    const Manual manual = manualOf(seats);
    const auto calls = callsOf(manual, proposeSeats(manual, people, {}), incident(), eventOf(9));
    std::size_t count = 0;
    for (const SeatsCalled& one : calls) {
        count += one.calls.size();
        QVERIFY(one.calls.size() <= std::size_t(limits::seatCalls));
        QVERIFY(encodeBody(one).size() <= limits::partsBytes);
    }
    QCOMPARE(count, std::size_t(60));
    QVERIFY(calls.size() >= 60 / std::size_t(limits::seatCalls));
}

void TestProposal::oneCallSaysWhatIsNotGiven() {
    Incident before = incident();
    const SeatCall bare = callTo(before, recovery, {person(3), person(4)}, std::nullopt, nullptr);
    QCOMPARE(bare, (SeatCall{recovery, person(3), {person(4)}, quint64(Millis(usualAcceptWithin).count())}));
    ManualSeat written = seat(recovery, {});
    written.reportsTo = scribe;
    const SeatCall byManual = callTo(before, recovery, {person(3)}, std::nullopt, &written);
    QCOMPARE(byManual.acceptWithinMs, quint64(Millis(3min).count()));
    QCOMPARE(byManual.reportsTo, std::optional(scribe));
    QCOMPARE(callTo(before, recovery, {person(3)}, 30s, &written).acceptWithinMs, quint64(30'000));
    // What last set the seat, and to whom it reported.
    before.seats.insert_or_assign(recovery, SeatStatus{eventOf(9), Moment(1000s), scribe});
    const SeatCall again = callTo(before, recovery, {person(3)}, std::nullopt, nullptr);
    QCOMPARE(again.against, std::optional(eventOf(9)));
    QCOMPARE(again.reportsTo, std::optional(scribe));
}

void TestProposal::tasksAreAddedOnce() {
    ManualSeat one = seat(recovery, {});
    for (int i = 0; i < 100; ++i) {
        one.tasks.push_back({QStringLiteral("task-%1").arg(i),
                             {QString(40, QChar(0xAC00)), QStringLiteral("English")},
                             i == 0 ? std::optional(Millis(10min)) : std::nullopt});
    }
    const Manual manual = manualOf({one});
    Incident running = incident();
    const Moment now(5000s);
    const auto events = tasksOf(manual, running, now, Language::Korean);
    std::size_t count = 0;
    for (const TasksToAdd& add : events) {
        QCOMPARE(add.facts.tasks.size(), add.names.size());
        QVERIFY(add.names.size() <= std::size_t(limits::listItems));
        Text text;
        text.options = add.names;
        QVERIFY(encodeBody(add.facts).size() + encodeBody(text).size() <= limits::partsBytes);
        for (const TaskItem& item : add.facts.tasks) {
            running.tasks.insert_or_assign(TaskKey{eventOf(1), count++}, TaskStatus{item, eventOf(1), now});
        }
    }
    QCOMPARE(count, std::size_t(100));
    QCOMPARE(events.front().facts.tasks.front().due, std::optional(now + 10min));
    QCOMPARE(events.front().names.front(), QString(40, QChar(0xAC00)));
    QVERIFY(tasksOf(manual, running, now, Language::English).empty());
}

void TestProposal::readsTheTypeFromATitle_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("type");
    const auto row = [](const char* title, const char* type) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromLatin1(type);
    };
    row("판교 데이터센터 화재, 메신저 안 됨", "site-loss");
    row("Fire at the Pangyo data centre", "site-loss");
    row("판교 데이터센터 전원 차단", "power-cooling");
    row("UPS 교체 중 정전", "power-cooling");
    row("배포 뒤 로그인 오류", "change");
    row("release 4.2 broke payments", "change");
    row("태풍으로 안양센터 침수", "disaster");
    row("로드밸런서 설정 오류", "network");
    row("고객 정보 유출 의심", "security");
    row("통신사 회선 장애", "network");
    row("DB 복제 지연", "database");
    row("새해 트래픽 급증", "surge");
    row("메신저 안 됨", "");
    row("leakage", "security");
}

void TestProposal::readsTheTypeFromATitle() {
    QFETCH(QString, title);
    QFETCH(QString, type);
    const auto found = failureTypeNamedIn(title);
    QCOMPARE(found ? keyOf(*found).toString() : QString(), type);
}

void TestProposal::everyTypeHasAKey() {
    for (int i = 1; i <= int(FailureType::Last); ++i) {
        QCOMPARE(failureTypeOf(keyOf(FailureType(i))), std::optional(FailureType(i)));
    }
    QVERIFY(!failureTypeOf(u"fire"));
}

QTEST_APPLESS_MAIN(TestProposal)
#include "test_proposal.moc"
