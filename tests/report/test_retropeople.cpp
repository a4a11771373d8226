// What people added to a retrospective, as its documents tell it: to those who sign it, to everybody, to a
// ministry.
#include "report/draftednight.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString causes = QStringLiteral("causes");

// A version of a section, and its words as a home reads them.
EventId writes(Night& night, RetroMaterial& material, const Member& who, const QString& words,
               std::vector<EventId> against = {}, OpenTo openTo = OpenTo::Organisation) {
    SectionWritten facts;
    facts.section = causes;
    facts.size = 10;
    facts.openTo = openTo;
    facts.against = std::move(against);
    const EventId event = night.at(2h, who, facts, {.text = QStringLiteral("salt")});
    material.written.insert_or_assign(event, words);
    return event;
}

ActionPlan planned(const Member& owner, std::optional<QString> heading = {}) {
    ActionPlan plan;
    plan.owner = owner.person;
    plan.due = Moment(std::chrono::sys_days{std::chrono::year{2026} / 12 / 31});
    plan.budget = 20'000'000;
    plan.heading = std::move(heading);
    return plan;
}

// As people are called whose name is in no text.
QString nameOf(const Member& member) {
    return member.person.toHex().left(8);
}

Text saying(const char* words) {
    return {.text = QString::fromUtf8(words)};
}

} // namespace

class TestRetroPeople : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatOneWroteIsMarkedAsTheirs();
    void whatTwoWroteApartStandsWhole();
    void everybodyReadsWhatIsOpenToThem();
    void whatNobodyWroteIsAskedFor();
    void findingsNameWhatTheyRestOn();
    void factorsStandBesideWhatPreventsThem();
    void actionsSayHowTheyStand();
    void checksAndSignaturesHaveNames();
    void lookingBackIsNoPartOfTheCourse();
    void aPlanHasEveryHeading();
    void aResultHasItsEvidence();
    void everyEntryIsInTheAppendix();
};

void TestRetroPeople::whatOneWroteIsMarkedAsTheirs() {
    Night night;
    RetroMaterial material{.sections = {{causes, QStringLiteral("Causes"), QStringLiteral("Why?")}}};
    writes(night, material, night.scene.responder(), QStringLiteral("No second power.\n- Battery room"));
    const QString text = read(section(night.document(RetroForm::Full, material), "written-causes"));
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("Written by %1, ").arg(nameOf(night.scene.responder()))) &&
            lines[0].endsWith(QStringLiteral(" #2")));
    QCOMPARE(lines[1], QStringLiteral("No second power. #2"));
    QCOMPARE(lines[2], QStringLiteral("Battery room #2"));
    material.written.clear();
    QVERIFY(read(section(night.document(RetroForm::Full, material), "written-causes"))
                .contains(QStringLiteral("Its words are not on this computer.")));
}

void TestRetroPeople::whatTwoWroteApartStandsWhole() {
    Night night;
    RetroMaterial material;
    writes(night, material, night.scene.responder(), QStringLiteral("Mine."));
    writes(night, material, night.scene.commander(), QStringLiteral("Theirs."));
    const QString text = read(section(night.document(RetroForm::Full, material), "written-causes"));
    for (const QString& words :
         {QStringLiteral("2 versions were written apart"), QStringLiteral("Mine. #2"),
          QStringLiteral("Theirs. #3"), nameOf(night.scene.responder()), nameOf(night.scene.commander())}) {
        QVERIFY2(text.contains(words), qPrintable(text));
    }
}

void TestRetroPeople::everybodyReadsWhatIsOpenToThem() {
    Night night;
    RetroMaterial material;
    writes(night, material, night.scene.responder(), QStringLiteral("For us alone."));
    writes(night, material, night.scene.commander(), QStringLiteral("For everybody."), {}, OpenTo::Everybody);
    night.at(3h, night.scene.responder(), FindingAdded{{}, FindingKind::Lucky}, saying("It was a weekend."));
    const Document document = night.document(RetroForm::Public, material);
    QString all;
    for (const DocumentSection& one : document.sections) {
        all += read(one);
    }
    QVERIFY(all.contains(QStringLiteral("For everybody.")));
    for (const QString& words : {QStringLiteral("For us alone"), nameOf(night.scene.commander()),
                                 nameOf(night.scene.responder()), QStringLiteral("weekend")}) {
        QVERIFY2(!all.contains(words), qPrintable(words));
    }
}

void TestRetroPeople::whatNobodyWroteIsAskedFor() {
    Night night;
    const RetroMaterial material{.sections = {{causes, QStringLiteral("Causes"), QStringLiteral("Why?")}}};
    const Document document = night.document(RetroForm::Full, material);
    const auto& blocks = section(document, "written-causes").blocks;
    QCOMPARE(blocks.size(), std::size_t(1));
    QCOMPARE(blocks.front().kind, DocumentBlock::Kind::Blank);
    QCOMPARE(blocks.front().text.words, QStringLiteral("Why?"));
    // Six areas and four questions, each of its own.
    QCOMPARE(section(document, "causes").blocks.size(), std::size_t(6));
    QCOMPARE(section(document, "learnt").blocks.size(), std::size_t(4));
}

void TestRetroPeople::findingsNameWhatTheyRestOn() {
    Night night;
    const EventId heard = night.says(10min, NoteAdded{});
    FindingAdded facts{
        {}, FindingKind::Factor, ReviewArea::Facilities, QStringLiteral("single-power"), {heard}};
    const EventId found = night.says(2h, facts, saying("One power line."));
    const QString text = read(section(night.document(), "causes"));
    QVERIFY2(text.contains(QStringLiteral("One power line. #3\nPattern: single-power\nRests on #2")),
             qPrintable(text));
    night.says(3h, FindingDropped{found}, TestOrganisation::because());
    QVERIFY(!read(section(night.document(), "causes")).contains(QStringLiteral("One power line")));
}

void TestRetroPeople::factorsStandBesideWhatPreventsThem() {
    Night night;
    const auto shown = [&night] {
        const Document document = night.document();
        return read(section(document, "views"));
    };
    const EventId factor = night.says(
        2h, FindingAdded{{}, FindingKind::Factor, ReviewArea::Facilities, {}, {}}, saying("One power line."));
    night.says(2h + 1min, FindingAdded{{}, FindingKind::Factor, ReviewArea::Data, {}, {}},
               saying("No copy."));
    QVERIFY(shown().isEmpty()); // nothing is done about anything yet
    ActionAdded action{{}, planned(night.scene.responder()), factor, {}};
    night.says(2h, action, saying("A second line."));
    action.plan.budget = 5'000'000;
    night.says(2h, action, saying("A generator."));
    const EventId dropped = night.says(2h, action, saying("A windmill."));
    night.says(3h, ActionSettled{{}, dropped, WorkOutcome::Dropped, dropped}, saying("No wind."));
    night.says(3h, ActionAdded{}, saying("Practise."));
    const QStringList lines = shown().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith(QStringLiteral("One power line. #2 / ")) &&
                 lines[0].contains(QStringLiteral("A second line.")) &&
                 lines[0].contains(QStringLiteral("A generator.")) &&
                 lines[0].endsWith(QStringLiteral(" / 25,000,000 won")) &&
                 !lines[0].contains(QStringLiteral("windmill")),
             qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(QStringLiteral("No copy.")) && lines[1].contains(QChar(0x2013)),
             qPrintable(lines[1]));
    QVERIFY2(lines[2].contains(QStringLiteral("Practise.")), qPrintable(lines[2]));
}

void TestRetroPeople::actionsSayHowTheyStand() {
    Night night;
    const Member& owner = night.scene.responder();
    const EventId action = night.says(2h, ActionAdded{{}, planned(owner)}, saying("A second power line."));
    const auto row = [&] {
        const Document document = night.document();
        return section(document, "actions").blocks.front().rows.front();
    };
    QCOMPARE(row()[0].words, QStringLiteral("A second power line."));
    QCOMPARE(row()[2].words, nameOf(owner));
    QCOMPARE(row()[4].words, QStringLiteral("open"));
    const EventId done =
        night.says(3h, ActionSettled{{}, action, WorkOutcome::Done, action}, saying("Report, page 7."));
    QVERIFY(row()[4].words.contains(nameOf(owner)));
    night.at(4h, night.scene.commander(), ActionSettled{{}, action, WorkOutcome::Confirmed, done}, {});
    QVERIFY(row()[4].words.contains(nameOf(night.scene.commander())));
}

void TestRetroPeople::checksAndSignaturesHaveNames() {
    Night night;
    SafetyStated facts = checkedSafe({QStringLiteral("talk")});
    facts.checkedBy = night.scene.commander().person;
    night.says(2h, facts);
    const Document checked = night.document();
    const auto& table = section(checked, "safety").blocks.front();
    QCOMPARE(table.rows.size(), std::size_t(2));
    QCOMPARE(table.rows[0][3].words, nameOf(night.scene.commander()));
    RetroIssued issued;
    issued.number = 1;
    issued.format = QStringLiteral("html");
    issued.size = issued.pieceSize = 10;
    issued.pieces = {PieceHash::zeros()};
    issued.upTo.seq = issued.org.seq = 1;
    issued.asked = {night.scene.commander().person, night.scene.responder().person};
    const EventId document = night.says(3h, issued, saying("salt"));
    night.at(4h, night.scene.commander(), RetroSigned{document}, {});
    const QString text = read(section(night.document(), "documents"));
    QVERIFY2(text.contains(nameOf(night.scene.commander()) + QStringLiteral(" signed")) &&
                 text.contains(nameOf(night.scene.responder()) + QStringLiteral(" has not signed")),
             qPrintable(text));
}

void TestRetroPeople::lookingBackIsNoPartOfTheCourse() {
    Night night;
    RetroMaterial material;
    writes(night, material, night.scene.responder(), QStringLiteral("Words."));
    night.says(2h, FindingAdded{{}, FindingKind::Wrong}, saying("Nobody looked."));
    const EventId action = night.says(2h, ActionAdded{}, saying("Look."));
    night.says(2h, ActionSettled{{}, action, WorkOutcome::Done, action}, saying("Looked."));
    const QString text = read(section(night.document(RetroForm::Full, material), "course"));
    QVERIFY(text.contains(QStringLiteral("#1")));
    for (const char* words : {"Nobody looked", "Look.", "#2", "#3", "#4", "#5"}) {
        QVERIFY2(!text.contains(QLatin1String(words)), qPrintable(text));
    }
}

void TestRetroPeople::aPlanHasEveryHeading() {
    Night night;
    const Member& owner = night.scene.responder();
    night.says(2h, ActionAdded{{}, planned(owner, QStringLiteral("pre-tests"))},
               saying("Test before every change."));
    night.says(2h, ActionAdded{{}, planned(owner, QStringLiteral("other"))}, saying("Beside the order."));
    night.says(2h, ActionAdded{{}, planned(owner)}, saying("Of our own."));
    const RetroMaterial material{.headings = {{QStringLiteral("pre-tests"), QStringLiteral("Pre-tests")},
                                              {QStringLiteral("manuals"), QStringLiteral("Manuals")}}};
    const Document document = night.document(RetroForm::Plan, material);
    QStringList keys;
    for (const DocumentSection& one : document.sections) {
        keys += one.key;
    }
    QCOMPARE(keys, QStringList({QStringLiteral("overview"), QStringLiteral("order-pre-tests"),
                                QStringLiteral("order-manuals"), QStringLiteral("order-other"),
                                QStringLiteral("order-own")}));
    const QString text = read(section(document, "order-pre-tests"));
    for (const QString& words :
         {QStringLiteral("Test before every change."), QStringLiteral("Responsible: ") + nameOf(owner),
          QStringLiteral("Thursday, 31 December 2026"), QStringLiteral("20,000,000")}) {
        QVERIFY2(text.contains(words), qPrintable(text));
    }
    QVERIFY(!text.contains(QStringLiteral("State:"))); // a plan says what will be, not what was
    QCOMPARE(section(document, "order-manuals").blocks.front().kind, DocumentBlock::Kind::Blank);
    QVERIFY(read(section(document, "order-own")).contains(QStringLiteral("Of our own.")));
}

void TestRetroPeople::aResultHasItsEvidence() {
    Night night;
    const QString heading = QStringLiteral("pre-tests");
    const EventId done =
        night.says(2h, ActionAdded{{}, planned(night.scene.responder(), heading)}, saying("Test."));
    const EventId settled =
        night.says(3h, ActionSettled{{}, done, WorkOutcome::Done, done}, saying("Report, page 7."));
    night.at(4h, night.scene.commander(), ActionSettled{{}, done, WorkOutcome::Confirmed, settled}, {});
    const EventId dropped =
        night.says(2h, ActionAdded{{}, planned(night.scene.responder(), heading)}, saying("Wait."));
    night.says(3h, ActionSettled{{}, dropped, WorkOutcome::Dropped, dropped}, saying("Not needed."));
    const RetroMaterial material{.headings = {{heading, QStringLiteral("Pre-tests")}}};
    const QString result = read(section(night.document(RetroForm::Result, material), "order-pre-tests"));
    QVERIFY2(result.contains(QStringLiteral("Evidence: Report, page 7. #3")), qPrintable(result));
    QVERIFY2(result.contains(QStringLiteral("Reason: Not needed.")), qPrintable(result));
    QVERIFY(!read(section(night.document(RetroForm::Plan, material), "order-pre-tests"))
                 .contains(QStringLiteral("Wait.")));
}

void TestRetroPeople::everyEntryIsInTheAppendix() {
    Night night;
    RetroMaterial material;
    writes(night, material, night.scene.responder(), QStringLiteral("Words."));
    night.says(2h, FindingAdded{{}, FindingKind::Wrong}, saying("Nobody looked."));
    night.says(2h, ActionAdded{{}, planned(night.scene.commander())}, saying("Look."));
    for (const RetroForm form : {RetroForm::Full, RetroForm::Plan, RetroForm::Result}) {
        const Document document = night.document(form, material);
        std::vector<quint64> there;
        for (const DocumentEntry& entry : document.entries) {
            there.push_back(entry.seq);
        }
        QCOMPARE(there, entriesNamedIn(document));
        QVERIFY(!there.empty());
    }
    const Document document = night.document(RetroForm::Full, material);
    const auto found = std::find_if(document.entries.begin(), document.entries.end(),
                                    [](const DocumentEntry& entry) { return entry.seq == 3; });
    QVERIFY(found != document.entries.end() && found->words == QStringLiteral("Nobody looked."));
}

QTEST_APPLESS_MAIN(TestRetroPeople)
#include "test_retropeople.moc"
