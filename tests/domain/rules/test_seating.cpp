// The board's seats as one list, what can be done about each, and who could be called to them.
#include "domain/base/limits.h"
#include "domain/manual/seating.h"
#include "support/scene.h"

#include <QTest>

#include <algorithm>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString recovery = QStringLiteral("recovery");
const QString liaison = QStringLiteral("liaison");
const QString chief = commanderSeat.toString();

struct Board : Scene {
    explicit Board() : Scene(Permission::Responder) {
        manual.seats = {seat(recovery), seat(chief), seat(liaison)};
        manual.seats[0].reportsTo = liaison;
        manual.seats[0].holders = {OfDepartment{QStringLiteral("infra")}};
    }
    static ManualSeat seat(const QString& key) {
        ManualSeat one;
        one.key = key;
        one.acceptWithin = 4min;
        return one;
    }
    PersonId person(Permission permission) const { return the(permission).person; }
    // Everybody by the name of what they may do; responder and scribe of the department.
    std::vector<KnownPerson> known() const {
        std::vector<KnownPerson> all;
        for (const Permission one : {Permission::Responder, Permission::Scribe, Permission::Commander}) {
            const bool infra = one != Permission::Commander;
            all.push_back({person(one), QString::fromLatin1(wordOf(one)),
                           infra ? QStringLiteral("infra") : QString(), one});
        }
        return all;
    }
    void call(const QString& seat, Permission who, std::vector<PersonId> behind = {}) {
        did(the(Permission::Admin), callTo(seat, person(who), behind, &manual, incident(), std::nullopt));
    }
    void answer(const QString& seat, Permission who, SeatAnswer answer = SeatAnswer::Accepted) {
        did(the(who), SeatAnswered{seat, incident().seats.at(seat).setBy, answer, std::nullopt});
    }
    std::vector<BoardSeat> seats(const Manual* known) const { return boardSeats(known, incident(), org.now); }
    BoardSeat at(const QString& key) const {
        const auto all = seats(&manual);
        return *std::find_if(all.begin(), all.end(),
                             [&](const BoardSeat& one) { return one.line.seat == key; });
    }
    std::vector<PersonId> candidates(const QString& seat) const {
        std::vector<PersonId> people;
        for (const SeatCandidate& one : candidatesFor(seat, &manual, known(), {}, incident())) {
            people.push_back(one.person.person);
        }
        return people;
    }

    Manual manual;
};

QStringList keysOf(const std::vector<BoardSeat>& seats) {
    QStringList keys;
    for (const BoardSeat& one : seats) {
        keys += one.line.seat;
    }
    return keys;
}

} // namespace

class TestSeating : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void seatsStandInTheManualsOrder();
    void theCommandersSeatIsAlwaysThere();
    void theOwnSeatIsLookedAtFirst();
    void actsAreWhatTheRulesLetDo();
    void candidatesStandInOrder();
    void aCallNamesWhatItReplaces();
    void whoeverCommandsHasItsTasks();
    void aTaskIsOverdueFromItsTimeOn();
};

void TestSeating::seatsStandInTheManualsOrder() {
    Board board;
    board.call(QStringLiteral("cooks"), Permission::Scribe);
    board.call(liaison, Permission::Communications);
    QCOMPARE(keysOf(board.seats(&board.manual)),
             (QStringList{recovery, chief, liaison, QStringLiteral("cooks")}));
    QCOMPARE(keysOf(board.seats(nullptr)), (QStringList{chief, QStringLiteral("cooks"), liaison}));
    QCOMPARE(board.at(recovery).inManual, &board.manual.seats[0]);
    QVERIFY(!board.at(QStringLiteral("cooks")).inManual);
    QVERIFY(board.at(recovery).isEmpty());
    QVERIFY(!board.at(liaison).isEmpty());
    QCOMPARE(countSeats(linesOf(board.seats(&board.manual))), (SeatCounts{0, 2, 2}));
}

void TestSeating::theCommandersSeatIsAlwaysThere() {
    Board board;
    QVERIFY(board.at(chief).acting);
    QVERIFY(!board.at(chief).line.status.holder);
    board.takeCommand(board.commander());
    QVERIFY(!board.at(chief).acting);
    QCOMPARE(board.at(chief).line.status.holder, std::optional(board.commander().person));
    QCOMPARE(board.at(chief).line.status.since, board.incident().command.since);
}

void TestSeating::theOwnSeatIsLookedAtFirst() {
    Board board;
    const auto scribe = std::optional(board.person(Permission::Scribe));
    const auto first = [&](const std::optional<PersonId>& viewer) {
        return firstSeatFor(board.seats(&board.manual), viewer);
    };
    QCOMPARE(first(scribe), std::size_t(0));
    QCOMPARE(first(std::nullopt), std::size_t(0)); // nobody's seat is not the seat of nobody
    board.call(liaison, Permission::Scribe);
    QCOMPARE(first(scribe), std::size_t(2));
    board.call(recovery, Permission::Scribe);
    board.answer(liaison, Permission::Scribe);
    QCOMPARE(first(scribe), std::size_t(2)); // held before called
    board.answer(recovery, Permission::Scribe, SeatAnswer::Declined);
    QCOMPARE(first(scribe), std::size_t(2));
}

void TestSeating::actsAreWhatTheRulesLetDo() {
    Board board;
    using enum SeatAct;
    const auto scribe = std::optional(board.person(Permission::Scribe));
    const auto other = std::optional(board.person(Permission::Viewer));
    QCOMPARE(actsFor(board.at(liaison), other, true), std::vector{Call});
    QVERIFY(actsFor(board.at(liaison), other, false).empty());
    board.call(liaison, Permission::Scribe);
    QCOMPARE(actsFor(board.at(liaison), scribe, false), std::vector{Answer});
    QCOMPARE(actsFor(board.at(liaison), other, false), std::vector{WriteAnswer});
    QCOMPARE(actsFor(board.at(liaison), other, true), (std::vector{WriteAnswer, CallOther, Vacate}));
    board.answer(liaison, Permission::Scribe);
    QCOMPARE(actsFor(board.at(liaison), scribe, false), (std::vector{HandOver, Vacate})); // their own
    QVERIFY(actsFor(board.at(liaison), other, false).empty());
    board.takeCommand(board.commander());
    QCOMPARE(actsFor(board.at(chief), other, true), std::vector{HandOver}); // never empty
    board.call(recovery, Permission::Scribe);
    board.answer(recovery, Permission::Scribe, SeatAnswer::Declined);
    QCOMPARE(actsFor(board.at(recovery), scribe, true), (std::vector{CallOther, Vacate}));
}

void TestSeating::candidatesStandInOrder() {
    Board board;
    const PersonId responder = board.person(Permission::Responder);
    const PersonId scribe = board.person(Permission::Scribe);
    const PersonId commander = board.person(Permission::Commander);
    QCOMPARE(board.candidates(recovery), (std::vector{responder, scribe, commander}));
    board.call(recovery, Permission::Responder);
    QCOMPARE(board.candidates(recovery), (std::vector{scribe, commander})); // who is waited for is not asked
    board.answer(recovery, Permission::Responder, SeatAnswer::Declined);
    QCOMPARE(board.candidates(recovery), (std::vector{scribe, commander, responder}));
    board.call(liaison, Permission::Commander);
    const auto all =
        candidatesFor(QStringLiteral("cooks"), &board.manual, board.known(), {}, board.incident());
    QCOMPARE(all.back().person.person, commander); // has a seat already
    QCOMPARE(all.back().seats, std::vector{liaison});
    QVERIFY(!all.back().proposed);
    board.takeCommand(board.commander());
    const auto next = board.candidates(chief);
    QCOMPARE(std::count(next.begin(), next.end(), commander), 0);
}

void TestSeating::aCallNamesWhatItReplaces() {
    Board board;
    const PersonId scribe = board.person(Permission::Scribe);
    const PersonId responder = board.person(Permission::Responder);
    const auto version = board.incident().declaredBy;
    const auto first =
        callTo(recovery, scribe, {scribe, responder, responder}, &board.manual, board.incident(), version);
    QCOMPARE(first.manual, std::optional(version));
    QCOMPARE(first.calls[0].successors, std::vector{responder}); // each once, and not the one called
    QCOMPARE(Millis(first.calls[0].acceptWithinMs), Millis(4min));
    QCOMPARE(first.calls[0].reportsTo, std::optional(liaison));
    QVERIFY(!first.calls[0].against);
    const EventId event = board.did(board.responder(), first);
    board.answer(recovery, Permission::Scribe);
    const auto next = callTo(recovery, responder, {scribe}, nullptr, board.incident(), std::nullopt);
    QCOMPARE(next.manual, std::optional(version)); // what the incident goes by already
    QCOMPARE(next.calls[0].against, std::optional(board.incident().seats.at(recovery).setBy));
    QVERIFY(next.calls[0].against != event);
    QVERIFY(next.calls[0].successors.empty()); // not whoever holds it
    QCOMPARE(Millis(next.calls[0].acceptWithinMs), usualAcceptWithin);
    QCOMPARE(next.calls[0].reportsTo, std::optional(liaison)); // as before
    std::vector<PersonId> many;
    for (int i = 0; i < 20; ++i) {
        many.push_back(*PersonId::tryFrom(QByteArray(PersonId::size, char('a' + i))));
    }
    QCOMPARE(
        callTo(liaison, scribe, many, nullptr, board.incident(), std::nullopt).calls[0].successors.size(),
        std::size_t(limits::successors));
}

void TestSeating::whoeverCommandsHasItsTasks() {
    Board board;
    TaskItem item;
    item.seat = chief;
    Text words;
    words.options = {QStringLiteral("one")};
    board.did(board.responder(), TasksAdded{{}, {item}}, words);
    const auto mine = [&](const Member& who) {
        return openTasks(board.incident(), who.person, board.org.now).front().mine;
    };
    QVERIFY(mine(board.responder())); // acting
    QVERIFY(!mine(board.commander()));
    board.takeCommand(board.commander());
    QVERIFY(mine(board.commander()));
    QVERIFY(!mine(board.responder()));
}

void TestSeating::aTaskIsOverdueFromItsTimeOn() {
    Board board;
    TaskItem item;
    item.seat = chief;
    item.due = board.org.now + 10min;
    Text words;
    words.options = {QStringLiteral("one")};
    board.did(board.responder(), TasksAdded{{}, {item}}, words);
    const auto overdueAt = [&](Moment now) {
        return openTasks(board.incident(), std::nullopt, now).front().overdue;
    };
    QVERIFY(!overdueAt(*item.due - 1ms));
    QVERIFY(overdueAt(*item.due));
}

QTEST_GUILESS_MAIN(TestSeating)
#include "test_seating.moc"
