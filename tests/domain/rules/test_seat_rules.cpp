// Who takes which seat: calls, answers, passing on, command by accepting, and tasks.
#include "domain/incident/due.h"
#include "domain/incident/seats.h"
#include "support/scene.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString recovery = QStringLiteral("recovery");
const QString chief = commanderSeat.toString();

struct Board : Scene {
    explicit Board() : Scene(Permission::Responder) {}

    SeatCall call(const QString& seat, const Member& who, std::vector<PersonId> successors = {}) const {
        const auto known = incident().seats.find(seat);
        return {seat,
                who.person,
                std::move(successors),
                quint64(Millis(3min).count()),
                known == incident().seats.end() ? std::nullopt : std::optional(known->second.setBy),
                std::nullopt};
    }
    EventId called(const Member& by, const SeatCall& one) {
        return did(by, SeatsCalled{std::nullopt, {one}});
    }
    const SeatStatus& seat(const QString& key) const { return incident().seats.at(key); }
    SeatAnswered answer(const QString& key, SeatAnswer answer = SeatAnswer::Accepted) const {
        return {key, seat(key).setBy, answer, std::nullopt};
    }
    SeatPassed passed(const QString& key, PassCause cause, std::optional<PersonId> to = {}) const {
        return {key, seat(key).setBy, cause, to};
    }
    Due due() const {
        return dueOf(incident(), Authority(org.organisation(), org.organisation().seq), org.now);
    }
    PersonId personOf(Permission permission) const { return the(permission).person; }
};

} // namespace

class TestSeatRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void oneActCallsEverybody();
    void callsHaveBounds();
    void whoCallsCommandsOrHoldsTheSeat();
    void whoWasCalledAnswers();
    void anAnswerIsWrittenDownForAnother();
    void anAnswerNamesItsCall();
    void aCallGoesOnToTheNextInLine();
    void theLineEndsWithNobody();
    void aSeatStandsInOneState();
    void onlyWhatIsDuePasses();
    void whoIsGoneIsPassedOver();
    void nobodyIsNextWhereNobodyIsCalled();
    void whoeverAcceptsTheCommandersSeatCommands();
    void takingCommandEndsTheCallToIt();
    void aHolderStaysUntilTheNextAccepts();
    void seatsAreVacatedButTheCommanders();
    void nothingIsDueOnceItIsOver();
    void theManualIsAttachedOnce();
    void tasksAreSettledOnce();
};

void TestSeatRules::oneActCallsEverybody() {
    Board board;
    const Member& acting = board.responder();
    const PersonId scribe = board.personOf(Permission::Scribe);
    const EventId event =
        board.did(acting, SeatsCalled{board.incident().declaredBy,
                                      {board.call(chief, board.commander(), {scribe}),
                                       board.call(recovery, board.the(Permission::Communications))}});
    QCOMPARE(board.incident().seats.size(), std::size_t(2));
    QCOMPARE(board.incident().manual.value, std::optional(board.incident().declaredBy));
    const SeatStatus& seat = board.seat(chief);
    QCOMPARE(seat.setBy, event);
    QVERIFY(!seat.holder);
    QCOMPARE(seat.called->person, board.commander().person);
    QCOMPARE(seat.called->successors, std::vector{scribe});
    QCOMPARE(seat.called->acceptBy(), board.org.now + 3min);
    // Called, nobody commands yet but who did.
    QCOMPARE(board.incident().command.person, acting.person);
    QVERIFY(board.incident().command.acting);
}

void TestSeatRules::callsHaveBounds() {
    Board board;
    const Member& by = board.responder();
    const auto code = [&](const SeatCall& call) { return board.code(by, SeatsCalled{{}, {call}}); };
    const QByteArray outOfRange(refusal::outOfRange);
    const SeatCall good = board.call(recovery, board.commander());
    QCOMPARE(board.code(by, SeatsCalled{}), outOfRange);
    SeatCall call = good;
    call.seat = QStringLiteral(" x");
    QCOMPARE(code(call), outOfRange);
    call = good;
    call.acceptWithinMs = quint64(Millis(limits::acceptWithinLeast).count()) - 1;
    QCOMPARE(code(call), outOfRange);
    call.acceptWithinMs = quint64(Millis(limits::acceptWithinMost).count()) + 1;
    QCOMPARE(code(call), outOfRange);
    call = good;
    call.successors = {call.person};
    QCOMPARE(code(call), outOfRange);
    const PersonId other = board.personOf(Permission::Scribe);
    call.successors = {other, other};
    QCOMPARE(code(call), outOfRange);
    call.successors.clear();
    for (int i = 0; i <= limits::successors; ++i) {
        call.successors.push_back(board.org.join(QByteArray::number(i), Permission::Viewer).person);
    }
    QCOMPARE(code(call), outOfRange);
    call.successors.pop_back();
    Board most = board;
    QCOMPARE(most.code(by, SeatsCalled{{}, {call}}), QByteArray());
    call = good;
    call.reportsTo = call.seat;
    QCOMPARE(code(call), outOfRange);
    call = good;
    call.against = board.incident().declaredBy;
    QCOMPARE(code(call), QByteArray(refusal::stale));
    call = good;
    call.person = PersonId::zeros();
    QCOMPARE(code(call), QByteArray(refusal::notFound));
    QCOMPARE(board.code(by, SeatsCalled{{}, {good, good}}), outOfRange);
    SeatsCalled many;
    for (int i = 0; i <= limits::seatCalls; ++i) {
        many.calls.push_back(board.call(QStringLiteral("seat %1").arg(i), board.commander()));
    }
    QCOMPARE(board.code(by, many), outOfRange);
    many.calls.pop_back();
    QCOMPARE(board.code(by, many), QByteArray());
    QVERIFY(board.incident().seats.size() == std::size_t(limits::seatCalls));
    // So many seats has an incident, and what is there can still be changed.
    for (int i = limits::seatCalls; i < limits::seats; ++i) {
        board.called(by, board.call(QStringLiteral("seat %1").arg(i), board.commander()));
    }
    QCOMPARE(code(good), outOfRange);
    QCOMPARE(code(board.call(QStringLiteral("seat 3"), by)), QByteArray());
}

void TestSeatRules::whoCallsCommandsOrHoldsTheSeat() {
    for (int p = 1; p <= int(Permission::Last); ++p) {
        Board board; // declared by the responder
        const auto permission = Permission(p);
        const bool may = permission == Permission::Responder || mayCommand(permission);
        const SeatsCalled called{{}, {board.call(recovery, board.commander())}};
        QCOMPARE(board.code(board.the(permission), called), QByteArray(may ? "" : refusal::notPermitted));
    }
    // Whoever holds it hands it over, and nothing else.
    Board board;
    const Member& viewer = board.the(Permission::Viewer);
    board.called(board.responder(), board.call(recovery, viewer));
    board.did(viewer, board.answer(recovery));
    QCOMPARE(board.seat(recovery).holder, std::optional(viewer.person));
    const SeatsCalled mixed{{},
                            {board.call(recovery, board.commander()), board.call(chief, board.commander())}};
    QCOMPARE(board.code(viewer, mixed), QByteArray(refusal::notPermitted));
    QCOMPARE(board.code(viewer, SeatsCalled{{}, {mixed.calls.front()}}), QByteArray());
}

void TestSeatRules::whoWasCalledAnswers() {
    Board board;
    const Member& viewer = board.the(Permission::Viewer); // who was called answers, whatever else they may do
    board.called(board.responder(), board.call(recovery, viewer));
    QCOMPARE(board.code(board.commander(), board.answer(recovery)), QByteArray(refusal::notPermitted));
    SeatAnswered unknown = board.answer(recovery);
    unknown.seat = QStringLiteral("x");
    QCOMPARE(board.code(viewer, unknown), QByteArray(refusal::notFound));
    board.org.now += 2min;
    board.did(viewer, board.answer(recovery));
    QCOMPARE(board.seat(recovery).holder, std::optional(viewer.person));
    QVERIFY(!board.seat(recovery).called);
    QVERIFY(!board.seat(recovery).acceptedFor);
    QCOMPARE(board.seat(recovery).since, board.org.now);
    QCOMPARE(board.code(viewer, board.answer(recovery)), QByteArray(refusal::alreadyDone));
}

void TestSeatRules::anAnswerIsWrittenDownForAnother() {
    Board board;
    const Member& called = board.the(Permission::Communications);
    const Member& scribe = board.the(Permission::Scribe);
    board.called(board.responder(), board.call(recovery, called));
    SeatAnswered answer = board.answer(recovery);
    answer.person = board.commander().person; // who was not called
    QCOMPARE(board.code(scribe, answer), QByteArray(refusal::notPermitted));
    answer.person = called.person;
    QCOMPARE(board.code(board.the(Permission::Viewer), answer), QByteArray(refusal::notPermitted));
    board.did(scribe, answer);
    QCOMPARE(board.seat(recovery).holder, std::optional(called.person));
    QCOMPARE(board.seat(recovery).acceptedFor, std::optional(scribe.person));
}

void TestSeatRules::anAnswerNamesItsCall() {
    Board board;
    const Member& called = board.the(Permission::Communications);
    board.called(board.responder(), board.call(recovery, called));
    const SeatAnswered late = board.answer(recovery);
    board.called(board.responder(), board.call(recovery, board.commander()));
    QCOMPARE(board.code(called, late), QByteArray(refusal::stale));
    QCOMPARE(board.seat(recovery).called->person, board.commander().person);
}

void TestSeatRules::aCallGoesOnToTheNextInLine() {
    Board board;
    const PersonId second = board.personOf(Permission::Scribe);
    const PersonId third = board.personOf(Permission::Communications);
    board.called(board.responder(), board.call(recovery, board.commander(), {second, third}));
    QCOMPARE(board.due().next, std::optional(board.org.now + 3min));
    board.org.now += 3min;
    const SeatPassed next = board.passed(recovery, PassCause::Unanswered, second);
    QCOMPARE(board.due(), (Due{{next}, {}, std::nullopt}));
    const EventId passed = board.did(board.org.relay(), next);
    QCOMPARE(board.seat(recovery).called->person, second);
    QCOMPARE(board.seat(recovery).called->by, passed);
    QCOMPARE(board.seat(recovery).called->successors, std::vector{third});
    QCOMPARE(board.seat(recovery).called->acceptBy(), board.org.now + 3min);
    QCOMPARE(board.code(board.org.relay(), next), QByteArray(refusal::stale)); // once
    // A no is passed on at once.
    board.did(board.the(Permission::Scribe), board.answer(recovery, SeatAnswer::Declined));
    QVERIFY(board.seat(recovery).called->declined);
    QCOMPARE(board.code(board.the(Permission::Scribe), board.answer(recovery)),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(board.due().passed, std::vector{board.passed(recovery, PassCause::Declined, third)});
    board.did(board.org.relay(), board.due().passed.front());
    QCOMPARE(board.seat(recovery).called->person, third);
}

void TestSeatRules::theLineEndsWithNobody() {
    Board board;
    board.called(board.responder(), board.call(recovery, board.commander()));
    board.org.now += 3min;
    board.did(board.org.relay(), board.passed(recovery, PassCause::Unanswered));
    QVERIFY(board.seat(recovery).nobody);
    QCOMPARE(stateOf(board.seat(recovery)), SeatState::Nobody);
    QVERIFY(!board.seat(recovery).called);
    QCOMPARE(board.due(), Due{});
    QCOMPARE(board.code(board.org.relay(), board.passed(recovery, PassCause::Unanswered)),
             QByteArray(refusal::alreadyDone));
    board.called(board.responder(), board.call(recovery, board.the(Permission::Scribe)));
    QVERIFY(!board.seat(recovery).nobody);
}

void TestSeatRules::aSeatStandsInOneState() {
    Board board;
    const Member& scribe = board.the(Permission::Scribe);
    const auto state = [&] { return stateOf(board.seat(recovery)); };
    board.called(board.responder(), board.call(recovery, scribe));
    QCOMPARE(state(), SeatState::Called);
    board.did(scribe, board.answer(recovery, SeatAnswer::Declined));
    QCOMPARE(state(), SeatState::Declined);
    board.called(board.responder(), board.call(recovery, scribe));
    board.did(scribe, board.answer(recovery));
    QCOMPARE(state(), SeatState::Held);
    board.called(board.responder(), board.call(recovery, board.commander()));
    QCOMPARE(state(), SeatState::Held); // until the one called accepts
    board.did(board.responder(), SeatVacated{recovery, board.seat(recovery).setBy});
    QCOMPARE(state(), SeatState::Empty);
}

void TestSeatRules::onlyWhatIsDuePasses() {
    Board board;
    const PersonId second = board.personOf(Permission::Scribe);
    board.called(board.responder(), board.call(recovery, board.commander(), {second}));
    const QByteArray tooEarly(refusal::tooEarly);
    const Member& relay = board.org.relay();
    board.org.now += 3min - 1ms;
    QCOMPARE(board.code(relay, board.passed(recovery, PassCause::Unanswered, second)), tooEarly);
    QCOMPARE(board.code(relay, board.passed(recovery, PassCause::Declined, second)), tooEarly);
    QCOMPARE(board.code(relay, board.passed(recovery, PassCause::Gone, second)), tooEarly);
    board.org.now += 1ms;
    // Not to whom it likes, and not to nobody while somebody is left.
    QCOMPARE(board.code(relay, board.passed(recovery, PassCause::Unanswered)),
             QByteArray(refusal::outOfRange));
    QCOMPARE(board.code(relay, board.passed(recovery, PassCause::Unanswered, board.org.admin().person)),
             QByteArray(refusal::outOfRange));
    // Not by anybody; by a commander where no relay does it.
    const SeatPassed passed = board.passed(recovery, PassCause::Unanswered, second);
    QCOMPARE(board.code(board.the(Permission::Scribe), passed), QByteArray(refusal::notPermitted));
    QCOMPARE(board.code(board.responder(), passed), QByteArray());
    // A relay calls nobody by itself.
    QCOMPARE(board.code(relay, SeatsCalled{{}, {board.call(recovery, board.commander())}}),
             QByteArray(refusal::notPermitted));
}

void TestSeatRules::whoIsGoneIsPassedOver() {
    Board board;
    const Member& first = board.commander();
    const Member& second = board.the(Permission::Scribe);
    const Member& third = board.the(Permission::Communications);
    board.called(board.responder(), board.call(recovery, first, {second.person, third.person}));
    for (const Member* gone : {&first, &second}) {
        board.org.did(board.org.admin(), board.org.orgLog(), DeviceRevoked{gone->device});
    }
    const SeatPassed passed = board.passed(recovery, PassCause::Gone, third.person);
    QCOMPARE(board.due().passed, std::vector{passed});
    board.did(board.org.relay(), passed);
    QCOMPARE(board.seat(recovery).called->person, third.person);
    QVERIFY(board.seat(recovery).called->successors.empty());
}

void TestSeatRules::nobodyIsNextWhereNobodyIsCalled() {
    Board board;
    const std::vector<PersonId> line{board.commander().person, board.the(Permission::Scribe).person};
    SeatStatus seat{EventId::zeros(), board.org.now};
    seat.called = Called{board.responder().person, EventId::zeros(), board.org.now, 1min, line};
    const Authority authority(board.org.organisation(), board.org.organisation().seq);
    QCOMPARE(nextInLine(seat, authority), std::optional(line[0]));
    seat.called.reset();
    QCOMPARE(nextInLine(seat, authority), std::nullopt);
}

void TestSeatRules::whoeverAcceptsTheCommandersSeatCommands() {
    Board board;
    const Member& scribe = board.the(Permission::Scribe);
    board.called(board.responder(), board.call(chief, scribe));
    const GradeChanged change{Grade::Major, board.incident().grade.setBy};
    QCOMPARE(board.code(scribe, change), QByteArray(refusal::notPermitted));
    const EventId accepted = board.did(scribe, board.answer(chief));
    QCOMPARE(board.incident().command, (Command{scribe.person, accepted, board.org.now, false}));
    QCOMPARE(board.code(board.responder(), change), QByteArray(refusal::notPermitted));
    QCOMPARE(board.code(scribe, change), QByteArray());
    QCOMPARE(board.code(board.commander(), SeatsCalled{{}, {board.call(chief, scribe)}}),
             QByteArray(refusal::alreadyDone)); // it is theirs
}

void TestSeatRules::takingCommandEndsTheCallToIt() {
    Board board;
    const Member& scribe = board.the(Permission::Scribe);
    board.called(board.responder(), board.call(chief, scribe));
    const SeatAnswered late = board.answer(chief);
    board.takeCommand(board.commander());
    QCOMPARE(board.seat(chief).holder, std::optional(board.commander().person));
    QVERIFY(!board.seat(chief).called);
    QCOMPARE(board.code(scribe, late), QByteArray(refusal::stale));
    QCOMPARE(board.incident().command.person, board.commander().person);
    // The first call after it knows who holds the seat.
    Board other;
    other.takeCommand(other.commander());
    QCOMPARE(other.code(other.commander(), SeatsCalled{{}, {other.call(chief, other.commander())}}),
             QByteArray(refusal::alreadyDone));
    other.called(other.commander(), other.call(chief, scribe));
    QCOMPARE(other.seat(chief).holder, std::optional(other.commander().person));
}

void TestSeatRules::aHolderStaysUntilTheNextAccepts() {
    Board board;
    const Member& first = board.the(Permission::Communications);
    board.called(board.responder(), board.call(recovery, first));
    board.did(first, board.answer(recovery));
    board.called(first, board.call(recovery, board.the(Permission::Scribe)));
    QCOMPARE(board.seat(recovery).holder, std::optional(first.person));
    board.org.now += 3min;
    board.did(board.org.relay(), board.passed(recovery, PassCause::Unanswered));
    QCOMPARE(board.seat(recovery).holder, std::optional(first.person));
    QVERIFY(!board.seat(recovery).nobody);
}

void TestSeatRules::seatsAreVacatedButTheCommanders() {
    Board board;
    const Member& scribe = board.the(Permission::Scribe);
    board.called(board.responder(), board.call(recovery, scribe));
    board.did(scribe, board.answer(recovery));
    const SeatVacated vacated{recovery, board.seat(recovery).setBy};
    QCOMPARE(board.code(board.the(Permission::Communications), vacated), QByteArray(refusal::notPermitted));
    QCOMPARE(board.code(scribe, vacated), QByteArray());
    QVERIFY(!board.seat(recovery).holder);
    QCOMPARE(board.code(scribe, SeatVacated{recovery, board.seat(recovery).setBy}),
             QByteArray(refusal::alreadyDone));
    board.called(board.responder(), board.call(chief, scribe));
    QCOMPARE(board.code(board.responder(), SeatVacated{chief, board.seat(chief).setBy}),
             QByteArray(refusal::outOfRange));
}

void TestSeatRules::nothingIsDueOnceItIsOver() {
    Board board;
    board.called(board.responder(), board.call(recovery, board.commander()));
    board.did(board.responder(), PhaseChanged{Phase::Resolved, board.incident().phase.setBy});
    board.org.now += 1h;
    QCOMPARE(board.due(), Due{});
}

void TestSeatRules::theManualIsAttachedOnce() {
    Board board;
    const EventId first = board.incident().declaredBy; // any id: no rule looks into another log
    const EventId other = board.incident().grade.setBy == first ? EventId::zeros() : first;
    const auto attach = [&](const EventId& manual) {
        return board.code(board.responder(), ManualAttached{manual, board.incident().manual.setBy});
    };
    QCOMPARE(board.code(board.the(Permission::Scribe), ManualAttached{first, board.incident().manual.setBy}),
             QByteArray(refusal::notPermitted));
    QCOMPARE(attach(first), QByteArray());
    QCOMPARE(attach(first), QByteArray(refusal::alreadyDone));
    QCOMPARE(board.code(board.responder(), ManualAttached{other, board.incident().declaredBy}),
             QByteArray(refusal::stale));
    // Seats of another version than the one that this incident goes by.
    const SeatsCalled called{other, {board.call(recovery, board.commander())}};
    QCOMPARE(board.code(board.responder(), called), QByteArray(refusal::stale));
    QCOMPARE(attach(other), QByteArray());
    QCOMPARE(board.code(board.responder(), called), QByteArray());
}

void TestSeatRules::tasksAreSettledOnce() {
    Board board;
    const Member& scribe = board.the(Permission::Scribe);
    Text words;
    words.options = {QStringLiteral("one"), QStringLiteral("two")};
    TaskItem first;
    first.seat = recovery;
    first.due = board.org.now + 10min;
    const TasksAdded added{{}, {first, TaskItem{}}};
    QCOMPARE(board.code(board.the(Permission::Viewer), added, words), QByteArray(refusal::notPermitted));
    QCOMPARE(board.code(scribe, added), QByteArray(refusal::malformed)); // what they are stands in the text
    QCOMPARE(board.code(scribe, TasksAdded{}, words), QByteArray(refusal::outOfRange));
    const EventId tasks = board.did(scribe, added, words);
    QCOMPARE(board.incident().tasks.size(), std::size_t(2));
    TaskSettled done{{}, tasks, 0, TaskOutcome::Done, tasks};
    QCOMPARE(board.code(scribe, TaskSettled{{}, tasks, 2, TaskOutcome::Done, tasks}),
             QByteArray(refusal::notFound));
    QCOMPARE(board.code(scribe, TaskSettled{{}, tasks, 0, TaskOutcome::Reopened, tasks}),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(board.code(scribe, TaskSettled{{}, tasks, 0, TaskOutcome::Skipped, tasks}),
             QByteArray(refusal::reasonMissing));
    const EventId settled = board.did(scribe, done);
    const TaskStatus& task = board.incident().tasks.at({tasks, 0});
    QCOMPARE(task.outcome, std::optional(TaskOutcome::Done));
    QCOMPARE(task.settledBy, std::optional(scribe.person));
    QCOMPARE(board.code(board.commander(), done), QByteArray(refusal::stale));
    done.against = settled;
    QCOMPARE(board.code(board.commander(), done), QByteArray(refusal::alreadyDone));
    done.outcome = TaskOutcome::Reopened;
    QCOMPARE(board.code(board.commander(), done), QByteArray());
    QVERIFY(!board.incident().tasks.at({tasks, 0}).outcome);
    QVERIFY(!board.incident().tasks.at({tasks, 1}).outcome);
}

QTEST_GUILESS_MAIN(TestSeatRules)
#include "test_seat_rules.moc"
