// A retrospective's draft: from a night made by hand, whose answers are known beforehand.
#include "domain/incident/servicing.h"
#include "report/draftednight.h"

#include <QRegularExpression>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString pay = QStringLiteral("결제");

} // namespace

class TestRetroDraft : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tellsTheNight();
    void recoveryTimesAndWhatBecameOfThem();
    void theManualAgainstWhatWasDone();
    void saysWhatIsNotThere();
    void everyEntryThatIsNamedIsInTheAppendix();
    void countsForNothing();
    void tellsAtMostSoManyLines();
    void figuresBeyondThoseLinesAreInTheAppendix();
    void whatPeopleWroteIsText();
};

void TestRetroDraft::tellsTheNight() {
    Night night;
    night.says(6min, stated(pay, ServiceState::MajorOutage)); // 2
    night.at(7min, night.scene.commander(), CommandTaken{night.scene.incident().command.setBy},
             TestOrganisation::because()); // 3
    night.at(9min, night.scene.commander(), DecisionMade{},
             Text{.text = QStringLiteral("letters first"),
                  .basis = QStringLiteral("people wait"),
                  .options = std::vector{QStringLiteral("fail over")}}); // 4
    NoticeRecorded told;
    told.stage = NoticeStage::Investigating;
    told.contact = true;
    told.line.occurredAt = night.began + 20min;
    night.says(31min, told, TestOrganisation::words(QStringLiteral("we look"))); // 5, written late
    night.says(60min, stated(pay, ServiceState::Operational));                   // 6
    const Document document = night.document();
    const QString summary = read(section(document, "summary"));
    QVERIFY2(summary.contains(QStringLiteral("for 1 hour(s): a watch incident. #1 #6")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("Out or impaired: 결제. #2")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("told after 20 minute(s); ")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("accepted command after 7 minute(s). #3")), qPrintable(summary));
    const QString decisions = read(section(document, "decisions"));
    QVERIFY2(decisions.contains(QStringLiteral("letters first")) &&
                 decisions.contains(QStringLiteral("people wait")) &&
                 decisions.contains(QStringLiteral("fail over")) && decisions.contains(QStringLiteral("#4")),
             qPrintable(decisions));
    const QString course = read(section(document, "course"));
    QVERIFY2(course.contains(QStringLiteral("recorded")) && course.contains(QStringLiteral("we look")),
             qPrintable(course));
    const QString impact = read(section(document, "impact"));
    QVERIFY2(impact.contains(QStringLiteral("54 minute(s)")), qPrintable(impact)); // from when it was stated
    QVERIFY(read(section(document, "notices")).contains(QStringLiteral("we look")));
}

void TestRetroDraft::recoveryTimesAndWhatBecameOfThem() {
    Night night;
    night.says(6min, stated(pay, ServiceState::MajorOutage)); // 2
    const auto expect = [&night](Millis said, std::optional<Millis> at, std::optional<EventId> against) {
        RecoveryExpected expected{{}, pay, {}, std::nullopt, {}, against};
        expected.at = at ? std::optional(night.began + *at) : std::nullopt;
        return night.says(said, expected, TestOrganisation::words(QStringLiteral("basis")));
    };
    const EventId first = expect(10min, 40min, {});
    const EventId second = expect(45min, 100min, first);
    expect(50min, {}, second);
    QVERIFY(read(section(night.document(), "recovery")).contains(QStringLiteral("not back in the record")));
    night.says(60min, stated(pay, ServiceState::Operational));
    const QString told = read(section(night.document(), "recovery"));
    QVERIFY2(told.contains(QStringLiteral("20 minute(s) later")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("kept, 40 minute(s) earlier")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("nobody could tell")), qPrintable(told));
}

void TestRetroDraft::theManualAgainstWhatWasDone() {
    Night night;
    QVERIFY(read(section(night.document(), "manual")).contains(QStringLiteral("no manual")));
    ManualSeat recovery;
    recovery.key = QStringLiteral("recovery");
    recovery.name = {QString(), QStringLiteral("recovery lead")};
    for (const char* key : {"count", "power", "tools"}) {
        recovery.tasks.push_back({QString::fromLatin1(key), {QString(), QString::fromLatin1(key)}});
    }
    ManualSeat liaison;
    liaison.key = QStringLiteral("liaison");
    liaison.name = {QString(), QStringLiteral("liaison")};
    night.manual.seats = {recovery, liaison};
    QVERIFY(read(section(night.document(), "manual")).contains(QStringLiteral("nothing was begun")));
    const Member& lead = night.scene.the(Permission::Scribe);
    night.says(6min, SeatsCalled{{}, {SeatCall{QStringLiteral("recovery"), lead.person, {}, 60'000}}},
               {}); // 2
    night.at(7min, lead,
             SeatAnswered{QStringLiteral("recovery"),
                          night.scene.incident().seats.at(QStringLiteral("recovery")).setBy},
             {}); // 3
    TasksAdded added;
    for (const char* key : {"count", "power"}) {
        TaskItem item;
        item.key = QString::fromLatin1(key);
        added.tasks.push_back(item);
    }
    const EventId tasks = night.says(
        8min, added, Text{.options = std::vector{QStringLiteral("count"), QStringLiteral("power")}}); // 4
    night.says(20min, TaskSettled{{}, tasks, 0, TaskOutcome::Done, tasks}, {});                       // 5
    const QString told = read(section(night.document(), "manual"));
    QVERIFY2(told.contains(QStringLiteral("recovery lead / count / done")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("recovery lead / power / begun, not done #4")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("recovery lead / tools / not begun")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("liaison / somebody has it / nobody was called")),
             qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("somebody has it / ")) && told.contains(QStringLiteral(" #3")),
             qPrintable(told));
}

void TestRetroDraft::saysWhatIsNotThere() {
    const Document document = Night().document();
    for (const DocumentSection& one : document.sections) {
        QVERIFY2(!one.blocks.empty(), qPrintable(one.key));
        QVERIFY(!one.title.isEmpty());
    }
    QVERIFY(read(section(document, "decisions")).contains(QStringLiteral("No decision")));
    QVERIFY(read(section(document, "notices")).contains(QStringLiteral("No notice")));
    QVERIFY(read(section(document, "summary")).contains(QStringLiteral("The cause is not in the record.")));
    QCOMPARE(section(document, "learnt").blocks.front().kind, DocumentBlock::Kind::Blank);
}

void TestRetroDraft::everyEntryThatIsNamedIsInTheAppendix() {
    Night night;
    for (int i = 0; i < 60; ++i) {
        night.says(6min + i * 1s, NoteAdded{}); // beyond the first fifty they stay in the record
    }
    const EventId notice = (night.scene.org.now += 1min, approved(night.scene, {on(QStringLiteral("page"))}));
    const EventId begun =
        night.scene.did(night.scene.org.relay(), DeliveryBegun{notice, QStringLiteral("page"), {}});
    night.scene.did(night.scene.org.relay(),
                    DeliveryTold{notice, QStringLiteral("page"), begun, {.sent = 1}, true});
    const Document document = night.document();
    std::vector<quint64> there;
    for (const DocumentEntry& entry : document.entries) {
        QVERIFY(!entry.words.isEmpty() && !entry.at.isEmpty());
        there.push_back(entry.seq);
    }
    QCOMPARE(there, entriesNamedIn(document));
    QVERIFY(there.size() > 40 && there.size() < 60);
}

void TestRetroDraft::countsForNothing() {
    Night night;
    const EventId mistake =
        night.says(6min, NoteAdded{}, TestOrganisation::words(QStringLiteral("slip of the pen")));
    night.says(7min, EntryWithdrawn{mistake}, {});
    QVERIFY(night.scene.org.force(night.scene.org.compose(night.scene.the(Permission::Viewer),
                                                          night.scene.log, DecisionMade{},
                                                          TestOrganisation::words(QStringLiteral("mine")))));
    const QString decisions = read(section(night.document(), "decisions"));
    QVERIFY(!decisions.contains(QStringLiteral("mine")));
    const Document document = night.document();
    QVERIFY(!markdownOf(document).contains("mine"));
}

void TestRetroDraft::tellsAtMostSoManyLines() {
    Night night;
    for (std::size_t i = 0; i < RetroDraft::mostLines + 5; ++i) {
        night.says(6min + i * 1s, DecisionMade{});
    }
    const QString course = read(section(night.document(), "course"));
    QVERIFY(course.endsWith(
        QStringLiteral("6 more lines stand in the record."))); // the declaration is one of them
}

void TestRetroDraft::figuresBeyondThoseLinesAreInTheAppendix() {
    Night night;
    for (std::size_t i = 0; i < RetroDraft::mostLines; ++i) {
        night.says(6min + i * 1s, DecisionMade{});
    }
    night.says(60min, stated(pay, ServiceState::MajorOutage));
    const EventId back = night.says(70min, stated(pay, ServiceState::Operational));
    const Document document = night.document();
    std::vector<quint64> there;
    for (const DocumentEntry& entry : document.entries) {
        QVERIFY(!entry.words.isEmpty() && !entry.at.isEmpty());
        there.push_back(entry.seq);
    }
    QCOMPARE(there, entriesNamedIn(document));
    QCOMPARE(document.entries.back().event, back);
}

void TestRetroDraft::whatPeopleWroteIsText() {
    Night night;
    night.says(
        6min, DecisionMade{},
        TestOrganisation::words(QStringLiteral("<script>alert(1)</script> | # `x` [a](http://b) & \"q\"")));
    const Document document = night.document();
    const QByteArray html = htmlOf(document);
    QVERIFY(!html.contains("<script") && !html.contains("<b>"));
    QVERIFY(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    QString markdown = QString::fromUtf8(markdownOf(document));
    QVERIFY(markdown.contains(
        QStringLiteral("\\<script\\>alert\\(1\\)\\</script\\> \\| \\# \\`x\\` \\[a\\]\\(http\\://b\\)")));
    markdown.remove(QRegularExpression(QStringLiteral("\\\\.")));
    QVERIFY(!markdown.contains(QStringLiteral("<script")) && !markdown.contains(QStringLiteral("<b>")));
}

QTEST_APPLESS_MAIN(TestRetroDraft)
#include "test_retrodraft.moc"
