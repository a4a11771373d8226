// Who is paged over what and when, what a relay may tell of it, and what an answer by return message does.
#include "domain/base/limits.h"
#include "domain/incident/paging.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString first = QStringLiteral("first");
const QString second = QStringLiteral("second");
const QString mail = QStringLiteral("mail");
const QString network = QStringLiteral("network");
const QString chief = commanderSeat.toString();

struct Paging : Scene {
    Paging() : Scene(Permission::Responder) {}

    EventId call(const QString& seat, const Member& who, std::vector<PersonId> successors = {},
                 Millis within = 4min) {
        const auto known = incident().seats.find(seat);
        const auto against =
            known == incident().seats.end() ? std::nullopt : std::optional(known->second.setBy);
        return did(
            responder(),
            SeatsCalled{{},
                        {{seat, who.person, std::move(successors), quint64(within.count()), against, {}}}});
    }
    PagesDue due(const std::vector<QString>& channels = {first, second, mail}) const {
        return pagesDue(incident(), Authority(org.organisation(), org.organisation().seq), channels, org.now);
    }
    EventId begun(const PageBegun& begun) { return did(org.relay(), begun); }
    PageBegun one(const QString& channel, const QString& seat) const {
        return {channel, {{seat, {}, incident().seats.at(seat).called->by}}};
    }
    PageAnswered answer(const EventId& event, const Member& who, const QString& seat,
                        SeatAnswer answer = SeatAnswer::Accepted) const {
        return {event, 0, answer, who.person, seat};
    }
    static PageTold told(const EventId& begun, PageState state) { return {begun, {{0, state, {}}}}; }
};

} // namespace

class TestPageRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theFirstChannelAtOnceTheNextInTime();
    void whatFailedIsNotWaitedFor();
    void nobodyIsPagedInVain();
    void aRelayBeginsOnce();
    void onlyItsRelayTells();
    void anAnswerTakesTheSeat();
    void anAnswerIsToTheCallThatStands();
    void whoeverAcceptsTheCommandersSeatCommands();
    void membersComeByReturnMessage();
    void manyArePagedInSeveralEntries();
};

void TestPageRules::theFirstChannelAtOnceTheNextInTime() {
    Paging paging;
    QVERIFY(paging.due().begun.empty());
    paging.call(network, paging.commander());
    QCOMPARE(paging.due().begun, std::vector{paging.one(first, network)});
    QVERIFY(paging.due({}).begun.empty()); // no way to anybody was published
    paging.begun(paging.one(first, network));
    QVERIFY(paging.due().begun.empty());
    QCOMPARE(paging.due().next, std::optional(paging.org.now + Millis(limits::pageStep)));
    paging.org.now += limits::pageStep; // whatever became of it
    QCOMPARE(paging.due().begun, std::vector{paging.one(second, network)});
    paging.begun(paging.one(second, network));
    paging.org.now += limits::pageStep;
    QCOMPARE(paging.due().begun, std::vector{paging.one(mail, network)});
    paging.begun(paging.one(mail, network));
    QCOMPARE(paging.due(), PagesDue());
    // Who has a minute to accept is tried over all of them within it.
    Paging brief;
    brief.call(network, brief.commander(), {}, 60s);
    brief.begun(brief.one(first, network));
    QCOMPARE(brief.due().next, std::optional(brief.org.now + 15s));
}

void TestPageRules::whatFailedIsNotWaitedFor() {
    for (const PageState state : {PageState::Failed, PageState::Unknown}) {
        Paging paging;
        paging.call(network, paging.commander());
        const EventId begun = paging.begun(paging.one(first, network));
        paging.did(paging.org.relay(), Paging::told(begun, state));
        QCOMPARE(paging.due().begun, std::vector{paging.one(second, network)});
    }
    Paging taken;
    taken.call(network, taken.commander());
    const EventId begun = taken.begun(taken.one(first, network));
    taken.did(taken.org.relay(), Paging::told(begun, PageState::Sent));
    QVERIFY(taken.due().begun.empty()); // on their telephone, as far as anybody knows: they have a minute
    QVERIFY(taken.due().next);
}

void TestPageRules::nobodyIsPagedInVain() {
    Paging paging;
    const Member& called = paging.commander();
    paging.call(network, called);
    Paging declined = paging;
    declined.did(
        called, SeatAnswered{network, declined.incident().seats.at(network).setBy, SeatAnswer::Declined, {}});
    QCOMPARE(declined.due(), PagesDue());
    Paging accepted = paging;
    accepted.did(
        called, SeatAnswered{network, accepted.incident().seats.at(network).setBy, SeatAnswer::Accepted, {}});
    QCOMPARE(accepted.due(), PagesDue());
    Paging over = paging;
    over.did(over.responder(), PhaseChanged{Phase::Resolved, over.incident().phase.setBy});
    QCOMPARE(over.due(), PagesDue());
    // The next in line is paged anew, from the first channel on.
    const PersonId next = paging.the(Permission::Communications).person;
    paging.call(network, called, {next});
    paging.begun(paging.one(first, network));
    paging.org.now += 4min;
    paging.did(paging.org.relay(),
               SeatPassed{network, paging.incident().seats.at(network).setBy, PassCause::Unanswered, next});
    QCOMPARE(paging.due().begun, std::vector{paging.one(first, network)});
}

void TestPageRules::aRelayBeginsOnce() {
    Paging paging;
    paging.call(network, paging.commander());
    const PageBegun begun = paging.one(first, network);
    const Member& relay = paging.org.relay();
    QCOMPARE(paging.code(paging.commander(), begun), QByteArray(refusal::notPermitted));
    QCOMPARE(paging.code(relay, PageBegun{first, {}}), QByteArray(refusal::outOfRange));
    PageBegun wrong = begun;
    wrong.pages[0].member = 0; // a seat and a member
    QCOMPARE(paging.code(relay, wrong), QByteArray(refusal::outOfRange));
    wrong = begun;
    wrong.pages.push_back(wrong.pages[0]);
    QCOMPARE(paging.code(relay, wrong), QByteArray(refusal::outOfRange));
    wrong = begun;
    wrong.channel = QStringLiteral(" x");
    QCOMPARE(paging.code(relay, wrong), QByteArray(refusal::outOfRange));
    wrong = begun;
    wrong.pages[0].call = paging.incident().declaredBy;
    QCOMPARE(paging.code(relay, wrong), QByteArray(refusal::stale));
    paging.begun(begun);
    QCOMPARE(paging.code(relay, begun), QByteArray(refusal::alreadyDone));
    for (int i = 1; i < limits::pageChannels; ++i) {
        paging.begun(paging.one(QString::number(i), network));
    }
    QCOMPARE(paging.code(relay, paging.one(QStringLiteral("more"), network)),
             QByteArray(refusal::alreadyDone));
}

void TestPageRules::onlyItsRelayTells() {
    Paging paging;
    paging.call(network, paging.commander());
    const EventId begun = paging.begun(paging.one(first, network));
    const PageTold told = Paging::told(begun, PageState::Sent);
    QCOMPARE(paging.code(paging.commander(), told), QByteArray(refusal::notPermitted));
    const Member& relay = paging.org.relay();
    QCOMPARE(paging.code(relay, PageTold{begun, {}}), QByteArray(refusal::outOfRange));
    QCOMPARE(paging.code(relay, PageTold{begun, {{1, PageState::Sent, {}}}}), QByteArray(refusal::notFound));
    QCOMPARE(paging.code(relay, PageTold{begun, {told.results[0], told.results[0]}}),
             QByteArray(refusal::outOfRange));
    paging.did(relay, told);
    const PageStatus& status = paging.incident().pages.at({.seat = network});
    QCOMPARE(status.channels.at(first).state, std::optional(PageState::Sent));
}

void TestPageRules::anAnswerTakesTheSeat() {
    Paging paging;
    const Member& called = paging.the(Permission::Communications);
    paging.call(network, called);
    const EventId begun = paging.begun(paging.one(first, network));
    const PageAnswered yes = paging.answer(begun, called, network);
    const Member& relay = paging.org.relay();
    QCOMPARE(paging.code(called, yes), QByteArray(refusal::notPermitted));
    QCOMPARE(paging.code(relay, paging.answer(begun, paging.commander(), network)),
             QByteArray(refusal::outOfRange));
    QCOMPARE(paging.code(relay, paging.answer(begun, called, chief)), QByteArray(refusal::outOfRange));
    Paging declined = paging;
    declined.did(relay, declined.answer(begun, called, network, SeatAnswer::Declined));
    QVERIFY(declined.incident().seats.at(network).called->declined);
    const EventId answered = paging.did(relay, yes);
    const SeatStatus& seat = paging.incident().seats.at(network);
    QCOMPARE(seat.holder, std::optional(called.person));
    QVERIFY(seat.byMessage && !seat.called && !seat.acceptedFor);
    QCOMPARE(seat.setBy, answered); // whoever calls next names that
    QCOMPARE(paging.code(relay, yes), QByteArray(refusal::alreadyDone));
    paging.did(called, SeatVacated{network, answered});
    QVERIFY(!paging.incident().seats.at(network).byMessage);
}

void TestPageRules::anAnswerIsToTheCallThatStands() {
    Paging paging;
    const Member& called = paging.commander();
    const PersonId next = paging.the(Permission::Communications).person;
    paging.call(network, called, {next});
    const EventId begun = paging.begun(paging.one(first, network));
    paging.org.now += 4min;
    paging.did(paging.org.relay(),
               SeatPassed{network, paging.incident().seats.at(network).setBy, PassCause::Unanswered, next});
    QCOMPARE(paging.code(paging.org.relay(), paging.answer(begun, called, network)),
             QByteArray(refusal::alreadyDone));
    // Once the next is paged, the first one's page is no longer known.
    const EventId again = paging.begun(paging.one(first, network));
    QVERIFY(paging.due().begun.empty());
    QCOMPARE(paging.code(paging.org.relay(), paging.answer(begun, called, network)),
             QByteArray(refusal::notFound));
    QCOMPARE(paging.code(paging.org.relay(), Paging::told(begun, PageState::Sent)),
             QByteArray(refusal::notFound));
    paging.did(paging.org.relay(), paging.answer(again, paging.the(Permission::Communications), network));
    QCOMPARE(paging.incident().seats.at(network).holder, std::optional(next));
}

void TestPageRules::whoeverAcceptsTheCommandersSeatCommands() {
    Paging paging;
    const Member& called = paging.commander();
    paging.call(chief, called);
    QVERIFY(paging.incident().command.acting);
    const EventId begun = paging.begun(paging.one(first, chief));
    paging.did(paging.org.relay(), paging.answer(begun, called, chief));
    QCOMPARE(paging.incident().command.person, called.person);
    QVERIFY(!paging.incident().command.acting);
}

void TestPageRules::membersComeByReturnMessage() {
    Paging paging;
    const Member& member = paging.the(Permission::Communications);
    const EventId meeting =
        paging.did(paging.responder(),
                   CommitteeCalled{{},
                                   1,
                                   {CommitteeSeat{paging.commander().person}, CommitteeSeat{},
                                    CommitteeSeat{member.person}},
                                   2},
                   Text{.text = QStringLiteral("온라인"), .options = std::vector(3, QStringLiteral("위원"))});
    const PageBegun due{first,
                        {{{}, 0, meeting}, {{}, 2, meeting}}}; // who has no device is called by telephone
    QCOMPARE(paging.due().begun, std::vector{due});
    const EventId begun = paging.begun(due);
    paging.did(paging.org.relay(), PageAnswered{begun, 1, SeatAnswer::Accepted, member.person, {}});
    const Attending& one = paging.incident().meetings.at(meeting).members[2];
    QCOMPARE(one.attendance, std::optional(Attendance::Coming));
    QVERIFY(!one.byDeputy && !one.writtenBy);
    paging.did(paging.org.relay(),
               PageAnswered{begun, 0, SeatAnswer::Declined, paging.commander().person, {}});
    QCOMPARE(paging.incident().meetings.at(meeting).members[0].attendance, std::optional(Attendance::Absent));
    paging.org.now += limits::pageStep;
    QCOMPARE(paging.due(), PagesDue());
}

void TestPageRules::manyArePagedInSeveralEntries() {
    Paging paging;
    std::vector<SeatCall> calls;
    for (int i = 0; i < 2 * limits::pages + 1; ++i) {
        calls.push_back({QStringLiteral("seat %1").arg(i),
                         paging.commander().person,
                         {},
                         quint64(Millis(4min).count()),
                         {},
                         {}});
        if (int(calls.size()) == limits::seatCalls) {
            paging.did(paging.responder(), SeatsCalled{{}, std::exchange(calls, {})});
        }
    }
    paging.did(paging.responder(), SeatsCalled{{}, calls});
    std::size_t paged = 0;
    for (auto due = paging.due(); !due.begun.empty(); due = paging.due()) {
        QCOMPARE(due.begun.size(), std::size_t(1));
        QVERIFY(due.begun[0].pages.size() <= std::size_t(limits::pages));
        paged += due.begun[0].pages.size();
        paging.begun(due.begun[0]);
    }
    QCOMPARE(paged, std::size_t(2 * limits::pages + 1));
}

QTEST_GUILESS_MAIN(TestPageRules)
#include "test_page_rules.moc"
