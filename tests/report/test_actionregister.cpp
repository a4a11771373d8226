// The register of what is to be done as files: spreadsheets and calendars read what was recorded, and nothing
// of it acts.
#include "documents/actioncalendar.h"
#include "report/actionregister.h"
#include "support/scene.h"

#include <QRegularExpression>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString utf8(const char* words) {
    return QString::fromUtf8(words);
}

QStringList list(std::initializer_list<const char*> words) {
    QStringList all;
    for (const char* one : words) {
        all += utf8(one);
    }
    return all;
}

struct Register {
    Scene scene;

    explicit Register(bool drill = false) {
        IncidentDeclared facts;
        facts.drill = drill;
        scene.log = scene.org.declare(scene.commander(), facts, utf8("판교, 화재"));
    }
    EventId add(const ActionPlan& plan, const QString& words) {
        return scene.did(scene.commander(), ActionAdded{{}, plan, {}, {}}, {.text = words});
    }
    const EventId& setBy(const EventId& action) const {
        return scene.incident().retro.actions.at(action).setBy;
    }
    void settle(const EventId& action, WorkOutcome outcome, const Member& who, const Text& text) {
        scene.did(who, ActionSettled{{}, action, outcome, setBy(action)}, text);
    }

    std::vector<ToldAction> told() const {
        const KeyedHashVerifier verifier;
        Ledger ledger(verifier);
        Texts texts;
        for (const KeptEntry& kept : scene.org.kept()) {
            texts.take(*ledger.accept(kept, Trust::Verify), kept.text);
        }
        std::vector<ToldAction> actions;
        const Incident& incident = *ledger.incident(scene.log);
        for (const RegisterLine& line : registerOf({&incident}, scene.org.now)) {
            actions.push_back(toldAction(line, incident, texts, ledger.organisation()));
        }
        return actions;
    }
};

// The cells of a CSV line without line breaks in its cells, by the name of their column.
QMap<QString, QString> cellsOf(const QString& line) {
    static const QRegularExpression cell(QStringLiteral("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))"));
    QMap<QString, QString> cells;
    const QStringList columns = registerColumns();
    qsizetype place = 0;
    for (auto found = cell.globalMatch(line); found.hasNext() && place < columns.size(); ++place) {
        const auto match = found.next();
        cells[columns[place]] =
            match.captured(1).replace(QStringLiteral("\"\""), QStringLiteral("\"")) + match.captured(2);
    }
    return cells;
}

} // namespace

class TestActionRegister : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyColumnSaysWhatWasRecorded();
    void cellsAreNoFormulas();
    void whatWasErasedIsGone();
    void peopleReadItInATaskList();
    void calendarsAreWrittenAsTheStandardSays();
};

void TestActionRegister::everyColumnSaysWhatWasRecorded() {
    Register all;
    ActionPlan plan;
    plan.kind = ActionKind::Detect;
    plan.term = ActionTerm::Long;
    plan.owner = all.scene.responder().person;
    plan.due = all.scene.org.now - 1h;
    plan.budget = 5;
    plan.area = ReviewArea::Platform;
    plan.heading = QStringLiteral("power");
    const EventId action = all.add(plan, utf8("전원 \"이중화\", 시험"));
    plan.budget = 20'000'000;
    all.scene.did(all.scene.commander(), ActionChanged{{}, action, plan, action, true},
                  {.text = utf8("전원 \"이중화\", 모의 시험"), .reason = utf8("범위가 늘어서")});
    const QByteArray late = registerCsv(all.told());
    QVERIFY(late.startsWith("\xEF\xBB\xBF") && late.endsWith("\r\n"));
    QCOMPARE(late.count("\r\n"), 2);
    QCOMPARE(late.mid(3).split('\r').front(), registerColumns().join(u',').toUtf8());
    auto cells = cellsOf(QString::fromUtf8(late).split(QStringLiteral("\r\n"))[1]);
    QCOMPARE(cells.size(), registerColumns().size());
    const auto cell = [&](const char* column) { return cells[QString::fromLatin1(column)]; };
    const auto cellsNamed = [&](std::initializer_list<const char*> columns) {
        QStringList named;
        for (const char* column : columns) {
            named += cell(column);
        }
        return named;
    };
    QCOMPARE(cell("action"), utf8("전원 \"이중화\", 모의 시험"));
    QCOMPARE(cell("incident"), utf8("판교, 화재"));
    QCOMPARE(cell("state"), QStringLiteral("overdue"));
    QCOMPARE(cell("owner"), plan.owner->toHex().left(8)); // nobody gave a name
    QCOMPARE(cell("due_at"), toIso(*plan.due));
    QCOMPARE(cell("budget_won"), QStringLiteral("20000000"));
    QCOMPARE(cellsNamed({"kind", "term", "area", "heading"}), list({"detect", "long", "platform", "power"}));
    QCOMPARE(cellsNamed({"exercise", "evidence", "done_by", "finding_id"}), list({"", "", "", ""}));
    QCOMPARE(cellsNamed({"incident_id", "action_id"}), (QStringList{all.scene.log.toHex(), action.toHex()}));

    all.settle(action, WorkOutcome::Done, all.scene.responder(), {.text = utf8("시험 결과")});
    all.settle(action, WorkOutcome::Confirmed, all.scene.commander(), {.text = utf8("확인했습니다")});
    cells = cellsOf(QString::fromUtf8(registerCsv(all.told())).split(QStringLiteral("\r\n"))[1]);
    QCOMPARE(cellsNamed({"state", "evidence", "done_by", "confirmed_by"}),
             (QStringList{utf8("confirmed"), utf8("시험 결과"), all.scene.responder().person.toHex().left(8),
                          all.scene.commander().person.toHex().left(8)}));
    all.settle(action, WorkOutcome::Reopened, all.scene.commander(), TestOrganisation::because());
    all.settle(action, WorkOutcome::Dropped, all.scene.commander(), {.reason = utf8("필요 없어짐")});
    cells = cellsOf(QString::fromUtf8(registerCsv(all.told())).split(QStringLiteral("\r\n"))[1]);
    QCOMPARE(cellsNamed({"state", "evidence", "confirmed_by"}), list({"dropped", "필요 없어짐", ""}));
}

void TestActionRegister::cellsAreNoFormulas() {
    for (const char* words : {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"}) {
        Register all;
        ActionPlan plan;
        plan.heading = utf8(words).simplified();
        const EventId action = all.add(plan, utf8(words));
        all.settle(action, WorkOutcome::Done, all.scene.responder(), {.text = utf8(words)});
        const auto cells =
            cellsOf(QString::fromUtf8(registerCsv(all.told())).split(QStringLiteral("\r\n"))[1]);
        for (const char* column : {"action", "evidence", "heading"}) {
            QVERIFY2(cells[QString::fromLatin1(column)].startsWith(u'\''), words);
        }
    }
}

void TestActionRegister::whatWasErasedIsGone() {
    Register all;
    const EventId action = all.add({}, utf8("비밀"));
    all.scene.did(all.scene.the(Permission::Admin), Erased{action}, TestOrganisation::because());
    QVERIFY(!registerCsv(all.told()).contains("비밀"));
    QCOMPARE(summaryOf(all.told().front()), QStringLiteral("[text erased]"));
}

void TestActionRegister::peopleReadItInATaskList() {
    Register all(true);
    ActionPlan plan;
    plan.owner = all.scene.responder().person;
    plan.budget = 20'000'000;
    plan.area = ReviewArea::Data;
    const EventId action = all.add(plan, utf8("백업\n복구 시험"));
    all.settle(action, WorkOutcome::Done, all.scene.commander(), {.text = utf8("기록 #7")});
    const ToldAction told = all.told().front();
    QCOMPARE(summaryOf(told), utf8("[EXERCISE] 백업 복구 시험"));
    QCOMPARE(
        descriptionOf(told).split(u'\n'),
        (QStringList{utf8("Incident: 판교, 화재"), utf8("State: done, to be confirmed by a second person"),
                     utf8("Owner: ") + told.owner, utf8("Budget: 20,000,000 won"), utf8("Evidence: 기록 #7"),
                     utf8("Done by: ") + told.doneBy}));
    QCOMPARE(categoriesOf(told), list({"the company's own", "prevent", "short term", "data", "exercise"}));
}

void TestActionRegister::calendarsAreWrittenAsTheStandardSays() {
    const EventId one = *EventId::tryFrom(QByteArray(32, 'a'));
    const EventId other = *EventId::tryFrom(QByteArray(32, 'b'));
    const Moment now{1'665'814'740'000ms};
    const auto file = [&](ActionState state) {
        return writeActions(utf8("과제; 목록"),
                            {{one,
                              state,
                              now - 1h,
                              QDate(2024, 6, 30),
                              utf8("가나다라마바사아자차카타파하, ").repeated(9),
                              utf8("첫 줄\n둘째; \\ 줄"),
                              {utf8("가, 나"), utf8("다")}},
                             {other, ActionState::Open, now, {}, utf8("둘\r째"), {}, {}}},
                            now);
    };
    const QByteArray written = file(ActionState::Overdue);
    QCOMPARE(file(ActionState::Overdue), written);
    for (const QByteArray& line : written.split('\n')) {
        QVERIFY2(line.size() <= 76 && (line.isEmpty() || line.endsWith('\r')), line.constData());
        QCOMPARE(QString::fromUtf8(line).toUtf8(), line); // no character is divided
    }
    const QByteArray unfolded = QByteArray(written).replace("\r\n ", "");
    const auto has = [&](const QByteArray& line) { return unfolded.contains("\r\n" + line + "\r\n"); };
    QVERIFY(unfolded.startsWith("BEGIN:VCALENDAR\r\n") && unfolded.endsWith("\r\nEND:VCALENDAR\r\n"));
    QVERIFY(has("UID:" + one.toHex().toLatin1() + "@bongsu"));
    QVERIFY(has("DTSTAMP:20221015T061900Z") && has("DUE;VALUE=DATE:20240630"));
    QVERIFY(has("SUMMARY:" + utf8("가나다라마바사아자차카타파하\\, ").repeated(9).toUtf8()));
    QVERIFY(has("DESCRIPTION:첫 줄\\n둘째\\; \\\\ 줄") && has("CATEGORIES:가\\, 나,다"));
    QVERIFY(has("SUMMARY:둘 째"));
    QCOMPARE(written.count("DUE"), 1);
    QCOMPARE(written.count("BEGIN:VTODO"), 2);
    const auto statusOf = [&](ActionState state) {
        return QString::fromUtf8(file(state)).section(QStringLiteral("STATUS:"), 1, 1).section(u'\r', 0, 0);
    };
    for (const ActionState state :
         {ActionState::Open, ActionState::DueSoon, ActionState::Overdue, ActionState::Done}) {
        QCOMPARE(statusOf(state), QStringLiteral("NEEDS-ACTION"));
        QVERIFY(!file(state).contains("COMPLETED"));
    }
    QCOMPARE(statusOf(ActionState::Dropped), QStringLiteral("CANCELLED"));
    QCOMPARE(statusOf(ActionState::Confirmed), QStringLiteral("COMPLETED"));
    QVERIFY(file(ActionState::Confirmed).contains("\r\nCOMPLETED:20221015T051900Z\r\n"));
}

QTEST_GUILESS_MAIN(TestActionRegister)
#include "test_actionregister.moc"
