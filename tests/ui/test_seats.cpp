// Seats and tasks by keyboard alone: everybody is called with one key, answers with one, and whoever does not
// is passed over; giving, handing over, the phone; what is to be done.
#include "ui/board/columns.h"
#include "ui/board/needsbar.h"
#include "ui/roles/roletools.h"
#include "ui/shell/alerts.h"
#include "ui/sitting.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include "domain/organisation/contacts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

const QString chief = commanderSeat.toString();

} // namespace

class TestSeats : public Sitting {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void oneKeyCallsEverybody();
    void whoIsOnDutyIsCalledFirst();
    void asksWhatHasFailedWhereNobodySaidSo();
    void whoIsCalledAnswersWithOneKey();
    void nothingIsTakenWhileComposing();
    void aNoGoesOnToTheNextAndThenToNobody();
    void thePhoneCounts();
    void aSeatIsHandedOver();
    void aJoinedIncidentIsATeam();
    void whoGivesASeatToThemselvesHasIt();
    void aSeatIsGivenUp();
    void tasksAreTickedOffOneAfterAnother();
    void aTaskIsAddedByHand();
    void theColumnTellsWhoSitsWhere();
    void theRolesPageShowsMyOwnFirst();
    void theRolesPageTellsTheVersion();
    void alertsTellWhoIsCalled();

  private:
    void declare(const std::optional<QString>& type) { declareAt(*m_chief, type); }
    void choose(const QString& words) { Sitting::choose(sheet(), words); }
    QStringList options() { return optionsOf(sheet()); }
    void callAll();
    const SeatStatus& seat(const QString& key) const { return incident().seats.at(key); }
    ChoiceSheet& sheet() { return page().questions(); }
    QString said() { return page().composer().message(); }
    PersonId personOf(const House::Desk& desk) const { return *desk.journal->person(); }
    NeedKind firstNeed() { return page().needs().needs().front().kind; }

    House::Desk* m_chief = nullptr; // declares and commands
    House::Desk* m_other = nullptr;
    House::Desk* m_third = nullptr;
};

void TestSeats::init() {
    begin();
    m_chief = &m_house->addDesk(word("김하늘"), Permission::Admin);
    m_other = &m_house->addDesk(word("정우진"), Permission::Responder);
    m_third = &m_house->addDesk(word("최서연"), Permission::Responder);
}

void TestSeats::callAll() {
    declare(QStringLiteral("site-loss"));
    sitAt(*m_chief);
    press(Qt::Key_1, Qt::AltModifier);
}

void TestSeats::oneKeyCallsEverybody() {
    callAll();
    QVERIFY(!sheet().isOpen());
    QCOMPARE(incident().seats.size(), std::size_t(2)); // as many as there are people beside the commander
    QVERIFY(seat(QStringLiteral("communications")).called);
    QVERIFY(!incident().tasks.empty());
    QVERIFY2(said().startsWith(QStringLiteral("Called: 2 seat(s).")), qPrintable(said()));
    QVERIFY2(said().contains(QStringLiteral("Empty: ")) && said().contains(QStringLiteral("Liaison")),
             qPrintable(said()));
    QVERIFY(firstNeed() != NeedKind::CallPeople);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(said().startsWith(QStringLiteral("Nobody is left to call.")), qPrintable(said()));
    QCOMPARE(incident().seats.size(), std::size_t(2));
}

// Of no department, so that the manual alone would find nobody for the seat and take them for another.
void TestSeats::whoIsOnDutyIsCalledFirst() {
    const QByteArray roster =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Asia/Seoul:20221015T090000\n"
        "DTEND;TZID=Asia/Seoul:20221015T180000\nSUMMARY:정우진\nEND:VEVENT\nEND:VCALENDAR\n";
    QVERIFY(
        m_chief->journal->publish({documenttype::roster.toString(), QStringLiteral("infra"), roster, {}}));
    m_house->run();
    m_chief->journal->offerWithoutBlobs();
    declare(QStringLiteral("site-loss"));
    sitAt(*m_chief);
    page().roles().seats().assign(QStringLiteral("recovery"));
    QVERIFY2(options().front().contains(word("정우진")) &&
                 options().front().contains(QStringLiteral("on duty now, until 18:00")),
             qPrintable(options().join(u'\n')));
    press(Qt::Key_Escape);
    QVERIFY(!sheet().isOpen());
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(seat(QStringLiteral("recovery")).called->person, personOf(*m_other));
    // Whoever holds it hands over soon.
    QVERIFY(m_other->journal->record(m_log,
                                     SeatAnswered{QStringLiteral("recovery"),
                                                  seat(QStringLiteral("recovery")).setBy,
                                                  SeatAnswer::Accepted, std::nullopt},
                                     {}));
    m_house->clock.set("2022-10-15T16:40:00+09:00");
    sitAt(*m_chief);
    const PanelModel& people = page().findChild<PeopleColumn*>()->people().model();
    QStringList ends;
    for (int row = 0; row < people.rowCount(); ++row) {
        ends += people.line(row).key + u' ' + people.line(row).end;
    }
    QVERIFY2(ends.contains(QStringLiteral("recovery handover in 01:20")), qPrintable(ends.join(u'\n')));
}

void TestSeats::asksWhatHasFailedWhereNobodySaidSo() {
    declare(std::nullopt);
    sitAt(*m_chief);
    QCOMPARE(firstNeed(), NeedKind::CallPeople);
    press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(sheet().isOpen());
    QCOMPARE(sheet().options().count(), 11);
    choose(QStringLiteral("database"));
    QVERIFY(!sheet().isOpen());
    QCOMPARE(incident().seats.size(), std::size_t(2));
    QVERIFY(incident().seats.contains(QStringLiteral("database")));
    // It is known here from now on, over a restart too.
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!sheet().isOpen());
}

void TestSeats::whoIsCalledAnswersWithOneKey() {
    callAll();
    QVERIFY(page().roles().bar().isHidden());
    QVERIFY(page().roles().seconds().isActive());
    const QString mine = seat(QStringLiteral("communications")).called->person == personOf(*m_other)
                             ? QStringLiteral("communications")
                             : QStringLiteral("recovery");
    m_house->clock.forward(140s);
    sitAt(*m_other);
    QCOMPARE(firstNeed(), NeedKind::AnswerCall);
    const QString words = page().roles().bar().words();
    QVERIFY2(words.contains(word("김하늘, 15:34")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("02:40")), qPrintable(words));
    press(Qt::Key_F8);
    QCOMPARE(seat(mine).holder, std::optional(personOf(*m_other)));
    QVERIFY(page().roles().bar().isHidden());
    QVERIFY2(said().startsWith(QStringLiteral("The seat is yours")), qPrintable(said()));
    press(Qt::Key_F8);
    QCOMPARE(said(), QStringLiteral("Nobody calls you to a seat of this incident."));
}

void TestSeats::nothingIsTakenWhileComposing() {
    callAll();
    sitAt(*m_other);
    QInputMethodEvent event(word("현장"), {});
    QApplication::sendEvent(&page().composer().field(), &event);
    press(Qt::Key_F8);
    QVERIFY(!page().roles().bar().isHidden());
}

void TestSeats::aNoGoesOnToTheNextAndThenToNobody() {
    callAll();
    const QString key = QStringLiteral("communications");
    House::Desk& called = seat(key).called->person == personOf(*m_other) ? *m_other : *m_third;
    sitAt(called);
    press(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(sheet().isOpen());
    QCOMPARE(sheet().options().currentRow(), 1); // what was asked for is chosen
    QTest::keyClick(&sheet().options(), Qt::Key_Tab);
    QTest::keyClicks(&sheet().line(), QStringLiteral("on a plane"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    settle(); // the relay passes it on
    // Whoever is called after them does not answer: passed on until nobody is left.
    for (int i = 0; i < 8 && !seat(key).nobody; ++i) {
        QVERIFY(seat(key).called);
        QVERIFY(seat(key).called->person != personOf(called));
        m_house->clock.set(seat(key).called->acceptBy());
        settle();
    }
    QVERIFY(seat(key).nobody);
    sitAt(*m_chief);
    QCOMPARE(firstNeed(), NeedKind::FillSeat);
    press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(sheet().isOpen());
    choose(word("최서연"));
    QCOMPARE(seat(key).called->person, personOf(*m_third));
    QVERIFY(!seat(key).nobody);
}

void TestSeats::thePhoneCounts() {
    callAll();
    press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(sheet().options().count(), 2); // those who are called
    choose(QStringLiteral("Recovery lead"));
    QVERIFY(sheet().isOpen());
    QCOMPARE(sheet().line().text(), QStringLiteral("by phone"));
    const PersonId person = seat(QStringLiteral("recovery")).called->person;
    press(Qt::Key_Return);
    QCOMPARE(seat(QStringLiteral("recovery")).holder, std::optional(person));
    QCOMPARE(seat(QStringLiteral("recovery")).acceptedFor, std::optional(personOf(*m_chief)));
}

void TestSeats::aSeatIsHandedOver() {
    callAll();
    const QString key = QStringLiteral("recovery");
    House::Desk& first = seat(key).called->person == personOf(*m_other) ? *m_other : *m_third;
    House::Desk& next = &first == m_other ? *m_third : *m_other;
    sitAt(first);
    press(Qt::Key_F8);
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier); // a holder may, without command
    QCOMPARE(sheet().options().count(), 1);
    choose(QStringLiteral("Recovery lead"));
    choose(next.journal->texts().personName(next.journal->organisation(), personOf(next)));
    QCOMPARE(seat(key).holder, std::optional(personOf(first))); // until the next accepts
    // Somebody may have to telephone whoever is waited for.
    Journal& theirs = *next.journal;
    Text text = theirs.texts().aboutPerson(theirs.organisation(), personOf(next));
    setContacts(text, {QStringLiteral("010-0000-0000")});
    QVERIFY(theirs.record(LogId::of(*theirs.organisationId()), PersonDescribed{personOf(next)}, text));
    settle();
    page().roles().showRoles(key);
    QVERIFY2(page().roles().roles().shownWords().contains(QStringLiteral("\n010-0000-0000")),
             qPrintable(page().roles().roles().shownWords()));
    press(Qt::Key_Escape);
    QCOMPARE(seat(key).called->person, personOf(next));
    sitAt(next);
    page().roles().seats().answerFor(key);
    QTest::keyClick(&sheet().options(), Qt::Key_Return);
    settle();
    QCOMPARE(seat(key).holder, std::optional(personOf(next)));
    // Whoever takes over has the brief before them at once, and again with a key.
    HandoverSheet& brief = page().roles().handover();
    QVERIFY(brief.isOpen());
    QCOMPARE(brief.shownSeat(), key);
    QVERIFY2(brief.shownWords().startsWith(QStringLiteral("Handover: Recovery lead\n")),
             qPrintable(brief.shownWords()));
    QVERIFY(brief.shownWords().contains(
        word("Recovery lead: ") +
        next.journal->texts().personName(next.journal->organisation(), personOf(next))));
    press(Qt::Key_Escape);
    QVERIFY(!brief.isOpen());
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(brief.isOpen());
    QCOMPARE(brief.shownSeat(), key);
    press(Qt::Key_F5);
    QVERIFY(!brief.isOpen());
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Handover: Recovery lead\n")));
}

void TestSeats::aJoinedIncidentIsATeam() {
    declare(QStringLiteral("site-loss"));
    sitAt(*m_chief);
    const auto other = m_other->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Partial},
                                                Text{.text = word("택시 배차 안 됨")});
    settle();
    const Incident& joined = *m_chief->journal->incident(other->log);
    QVERIFY(m_chief->journal->record(other->log, IncidentJoined{*m_log, joined.joinedInto.setBy},
                                     Text{.reason = word("같은 센터")}));
    settle();
    PanelModel& model = page().findChild<PeopleColumn*>()->people().model();
    const PanelLine team = model.line(model.rowCount() - 1);
    QCOMPARE(team.name, word("Team: 택시 배차 안 됨"));
    QCOMPARE(team.more, word("정우진"));
    QCOMPARE(team.state, QStringLiteral("acting"));
}

void TestSeats::whoGivesASeatToThemselvesHasIt() {
    callAll();
    page().roles().seats().assign(QStringLiteral("scribe"));
    choose(word("김하늘"));
    QCOMPARE(seat(QStringLiteral("scribe")).holder, std::optional(personOf(*m_chief)));
    QVERIFY(page().roles().bar().isHidden());
}

void TestSeats::aSeatIsGivenUp() {
    callAll();
    page().roles().seats().actOn(QStringLiteral("recovery"));
    QCOMPARE(sheet().options().count(), 3); // by phone, somebody else, nobody
    choose(QStringLiteral("Nobody holds it"));
    QVERIFY(sheet().isOpen());
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    settle();
    QVERIFY(!seat(QStringLiteral("recovery")).called);
    page().roles().seats().actOn(chief); // there is never an incident without a commander
    QVERIFY(sheet().isOpen());
    QCOMPARE(sheet().options().count(), 2); // to whom it is handed over: that is all there is
}

void TestSeats::tasksAreTickedOffOneAfterAnother() {
    callAll();
    const auto mine = [this] {
        const auto tasks = openTasks(incident(), personOf(*m_chief), m_house->clock.now());
        return std::count_if(tasks.begin(), tasks.end(), [](const TaskLine& task) { return task.mine; });
    };
    QCOMPARE(mine(), 4); // whoever commands has the commander's tasks
    m_house->clock.forward(6min);
    m_window->openList();
    m_window->openIncident(*m_log);
    page().roles().tasks().show();
    QVERIFY(sheet().isOpen());
    QVERIFY2(options().front().contains(QStringLiteral("overdue")), qPrintable(options().front()));
    QTest::keyClick(&sheet().options(), Qt::Key_Return); // done
    settle();
    QCOMPARE(mine(), 3);
    QVERIFY(sheet().isOpen()); // the next
    QTest::keyClick(&sheet().options(), Qt::Key_Tab);
    QTest::keyClicks(&sheet().line(), QStringLiteral("not ours"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    settle();
    QCOMPARE(mine(), 2);
    const auto skipped =
        std::count_if(incident().tasks.begin(), incident().tasks.end(),
                      [](const auto& task) { return task.second.outcome == TaskOutcome::Skipped; });
    QCOMPARE(skipped, 1);
    QTest::keyClick(&sheet().options(), Qt::Key_Escape);
    QVERIFY(!sheet().isOpen());
}

void TestSeats::aTaskIsAddedByHand() {
    callAll();
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(sheet().line().hasFocus());
    QTest::keyClicks(&sheet().line(), QStringLiteral("Ask for shifts"));
    press(Qt::Key_Return);
    QVERIFY(sheet().isOpen()); // until when
    QTest::keyClick(&sheet().options(), Qt::Key_Tab);
    QTest::keyClicks(&sheet().line(), QStringLiteral("soon"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    QVERIFY(!sheet().trouble().isEmpty());
    sheet().line().setText(QStringLiteral("45"));
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    settle();
    const auto own = std::find_if(incident().tasks.begin(), incident().tasks.end(), [&](const auto& task) {
        return task.second.item.person == personOf(*m_chief);
    });
    QVERIFY(own != incident().tasks.end());
    QCOMPARE(own->second.item.due, std::optional(m_house->clock.now() + 45min));
    QCOMPARE(m_chief->journal->texts().task(own->first.tasks, own->first.index),
             QStringLiteral("Ask for shifts"));
}

void TestSeats::theColumnTellsWhoSitsWhere() {
    callAll();
    auto* column = page().findChild<PeopleColumn*>();
    PanelModel& model = column->people().model();
    QCOMPARE(model.line(0).key, chief);
    QCOMPARE(model.line(0).end, QStringLiteral("15:34"));
    QVERIFY(model.line(0).spoken.endsWith(QStringLiteral("accepted 15:34")));
    QCOMPARE(model.line(1).mark, Mark::HalfDisc);
    QCOMPARE(model.line(1).state, QStringLiteral("waits 00:00"));
    QCOMPARE(model.line(1).stateInk, Ink::Quiet);
    const PanelLine empty = model.line(model.rowCount() - 1);
    QCOMPARE(empty.mark, Mark::Circle);
    QCOMPARE(empty.state, QStringLiteral("empty 12")); // of the fifteen of the manual
    QCOMPARE(empty.stateInk, Ink::Bad);
    QCOMPARE(column->tasks().model().rowCount(), 4);
    m_house->clock.forward(310s);
    Q_EMIT page().roles().secondBegun();
    QCOMPARE(model.line(1).state, QStringLiteral("waits 05:10")); // nobody has passed it on
    QCOMPARE(model.line(1).stateInk, Ink::Ember);
    QCOMPARE(column->tasks().model().line(0).mark, Mark::Exclamation);
    settle(); // the relay hears of it with what is recorded next
    QTest::keyClick(&column->people().list(), Qt::Key_F4);
    column->people().list().setCurrentIndex(model.index(1));
    QTest::keyClick(&column->people().list(), Qt::Key_Return);
    QVERIFY(page().roles().roles().isOpen());
    QCOMPARE(page().roles().roles().shownSeat(), model.line(1).key);
}

void TestSeats::theRolesPageShowsMyOwnFirst() {
    callAll();
    House::Desk& lead =
        seat(QStringLiteral("recovery")).called->person == personOf(*m_other) ? *m_other : *m_third;
    sitAt(lead);
    press(Qt::Key_F8);
    press(Qt::Key_F4, Qt::ShiftModifier);
    RolesSheet& roles = page().roles().roles();
    QVERIFY(roles.isOpen());
    QCOMPARE(roles.shownSeat(), QStringLiteral("recovery"));
    const QString words = roles.shownWords();
    for (const char* part :
         {"Recovery lead", "reports to: Commander", "Duties", "Judge restoration by function",
          "Decides alone", "Reordering within a wave", "Escalates", "Wave 0 is not up", "Tasks"}) {
        QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
    }
    QCOMPARE(roles.seats().model()->rowCount(), 15); // all that the manual has
    QTest::keyClick(&roles.seats(), Qt::Key_Home);
    QCOMPARE(roles.shownSeat(), chief);
    QTest::keyClick(&roles.seats(), Qt::Key_Escape);
    QVERIFY(!roles.isOpen());
    sitAt(*m_chief);
    page().focusComposer();
    press(Qt::Key_F4); // the column
    QVERIFY(!page().roles().roles().isOpen());
    press(Qt::Key_F4); // once more
    QVERIFY(page().roles().roles().isOpen());
    QCOMPARE(page().roles().roles().shownSeat(), chief);
    page().roles().roles().seats().setCurrentIndex(page().roles().roles().seats().model()->index(12, 0));
    QTest::keyClick(&page().roles().roles().seats(), Qt::Key_Return);
    QVERIFY(sheet().isOpen()); // who takes it
}

void TestSeats::theRolesPageTellsTheVersion() {
    callAll();
    const auto held = m_chief->documents->manual(QStringLiteral("site-loss"));
    const auto version = [&](const std::optional<EventId>& event) {
        return versionWords(*m_chief->journal, *held->manual, event, m_house->clock.now());
    };
    QVERIFY2(version(std::nullopt).startsWith(QStringLiteral("Shipped with the program")),
             qPrintable(version(std::nullopt)));
    const auto published = m_chief->journal->publish(
        {documenttype::manual.toString(), QStringLiteral("site-loss"), "manual: site-loss\n", {}});
    QVERIFY(published);
    m_house->run();
    QVERIFY(version(published->event).startsWith(QStringLiteral("Published on this device")));
    m_chief->journal->offerWithoutBlobs();
    m_house->sync();
    QVERIFY2(version(published->event).startsWith(word("Published 15:34 by 김하늘")),
             qPrintable(version(published->event)));
}

void TestSeats::alertsTellWhoIsCalled() {
    declare(QStringLiteral("site-loss"));
    Alerts others(m_house->partsOf(*m_other, *m_theme));
    QSignalSpy heard(&others, &Alerts::alerted);
    const SeatCall call{
        QStringLiteral("liaison"), personOf(*m_other), {}, 300'000, std::nullopt, std::nullopt};
    QVERIFY(m_chief->journal->record(m_log, SeatsCalled{std::nullopt, {call}}, {}));
    m_house->sync();
    others.look();
    QCOMPARE(heard.size(), 1);
    const QString words = heard.front().front().value<AlertWords>().words;
    QCOMPARE(words, word("You are called to the seat: Liaison (김하늘, 15:34). Answer within 05:00."));
    // Nobody answers, nobody is next: the commander hears.
    Alerts chiefs(m_house->partsOf(*m_chief, *m_theme));
    QSignalSpy told(&chiefs, &Alerts::alerted);
    m_house->clock.forward(6min);
    m_house->sync();
    chiefs.look();
    QStringList all;
    for (const auto& alert : told) {
        all += alert.front().value<AlertWords>().words;
    }
    QVERIFY2(all.contains(QStringLiteral("Nobody in line took the seat: Liaison. Give it to somebody.")),
             qPrintable(all.join(u'\n')));
}

QTEST_MAIN(TestSeats)
#include "test_seats.moc"
