#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString pangyo = QStringLiteral("판교");

} // namespace

class TestCommandRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoeverIsThereDeclares_data();
    void whoeverIsThereDeclares();
    void aDeclarationHasATitleAndSoundKeys();
    void anOutageAlreadyOverIsResolved();
    void whoMayDoWhat_data();
    void whoMayDoWhat();
    void whoCommandsMayDoEverythingInIt();
    void commandIsTakenByCommandersAtAnyTime();
    void commandIsTakenByRespondersWhereItIsVacant();
    void actingEndsWhenCommandIsTaken();
    void twoTakingCommandAtOnceAreOne();
    void incidentsAreJoined();
    void thePrimaryIsAFunctionOfAll();
    void emergencyActsAreMarked();
};

void TestCommandRules::whoeverIsThereDeclares_data() {
    QTest::addColumn<int>("permission");
    for (int p = 1; p <= int(Permission::Last); ++p) {
        QTest::addRow("%s", wordOf(Permission(p))) << p;
    }
}

void TestCommandRules::whoeverIsThereDeclares() {
    QFETCH(int, permission);
    const Scene scene{Permission(permission)};
    const Member& who = scene.the(Permission(permission));
    QCOMPARE(scene.incident().command.person, who.person);
    QVERIFY(scene.incident().command.acting);
    QCOMPARE(scene.incident().declarer, std::optional(who.person));
    QCOMPARE(scene.incident().grade.value, Grade::Watch);
    QCOMPARE(scene.incident().phase.value, Phase::Responding);
    QCOMPARE(LogId::of(scene.incident().declaredBy), scene.log);
}

void TestCommandRules::aDeclarationHasATitleAndSoundKeys() {
    TestOrganisation org;
    const auto code = [&](const IncidentDeclared& declared, const Text& text) {
        return codeOf(org.act(org.admin(), std::nullopt, declared, text));
    };
    const Text title = org.words();
    IncidentDeclared declared;
    QCOMPARE(code(declared, {}), QByteArray(refusal::outOfRange));
    declared.sites = {pangyo, QStringLiteral(" ")};
    QCOMPARE(code(declared, title), QByteArray(refusal::outOfRange));
    declared.sites = {pangyo};
    declared.services = {QString()};
    QCOMPARE(code(declared, title), QByteArray(refusal::outOfRange));
    declared.services = {};
    declared.failureType = QString();
    QCOMPARE(code(declared, title), QByteArray(refusal::outOfRange));
    declared.failureType = QStringLiteral("fire");
    declared.began = org.now;
    declared.ended = org.now - 1ms;
    QCOMPARE(code(declared, title), QByteArray(refusal::outOfRange));
    declared.ended = org.now;
    QCOMPARE(code(declared, title), QByteArray());
    QCOMPARE(codeOf(org.act(Member("stranger"), std::nullopt, declared, title)),
             QByteArray(refusal::unknownDevice));
}

void TestCommandRules::anOutageAlreadyOverIsResolved() {
    TestOrganisation org;
    IncidentDeclared declared;
    declared.began = org.now - 127h;
    declared.ended = org.now;
    declared.grade = Grade::Total;
    declared.drill = true;
    declared.severity = 5;
    const Incident& incident = org.incident(org.declare(org.admin(), declared));
    QCOMPARE(incident.phase.value, Phase::Resolved);
    QCOMPARE(incident.grade.value, Grade::Total);
    QCOMPARE(incident.began, declared.began);
    QVERIFY(incident.drill);
}

// One act of each kind that needs no more than a permission, and the permissions that may, in their order:
// viewer, scribe, responder, communications, commander, auditor, admin. The admin declared and is in command.
void TestCommandRules::whoMayDoWhat_data() {
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("allowed");
    QTest::newRow("note") << "note"
                          << "-++++-+";
    QTest::newRow("decision") << "decision"
                              << "-++++-+";
    QTest::newRow("service") << "service"
                             << "-++++-+";
    QTest::newRow("restoration") << "restoration"
                                 << "-++++-+";
    QTest::newRow("blocker") << "blocker"
                             << "-++++-+";
    QTest::newRow("blocker cleared") << "cleared"
                                     << "-++++-+";
    QTest::newRow("notice") << "notice"
                            << "-++++-+";
    QTest::newRow("authority") << "authority"
                               << "-++++-+";
    QTest::newRow("correction") << "correction"
                                << "-++++-+";
    QTest::newRow("pin") << "pin"
                         << "-++++-+";
    QTest::newRow("meeting") << "meeting"
                             << "--+++-+";
    QTest::newRow("grade") << "grade"
                           << "----+-+";
    QTest::newRow("phase") << "phase"
                           << "----+-+";
    QTest::newRow("hold") << "hold"
                          << "----+-+";
    QTest::newRow("release") << "release"
                             << "----+-+";
    QTest::newRow("readers") << "readers"
                             << "----+-+";
    QTest::newRow("join") << "join"
                          << "----+-+";
    QTest::newRow("command") << "command"
                             << "----+--"; // the admin has it
    QTest::newRow("erase") << "erase"
                           << "------+";
}

void TestCommandRules::whoMayDoWhat() {
    QFETCH(QString, act);
    QFETCH(QString, allowed);
    for (int p = 1; p <= int(Permission::Last); ++p) {
        Scene scene(Permission::Admin);
        const Member& admin = scene.org.admin();
        scene.takeCommand(admin);
        const EventId note = scene.did(admin, NoteAdded{}, scene.org.words());
        const EventId hold = scene.did(admin, WorkHeld{pangyo, {}}, scene.org.because());
        const EventId blocker = scene.did(admin, BlockerRaised{}, scene.org.words());
        const Incident& i = scene.incident();
        const std::map<QString, Facts> acts{
            {QStringLiteral("note"), NoteAdded{}},
            {QStringLiteral("decision"), DecisionMade{}},
            {QStringLiteral("service"), stated(QStringLiteral("메신저"), ServiceState::MajorOutage)},
            {QStringLiteral("restoration"), RestorationCounted{}},
            {QStringLiteral("blocker"), BlockerRaised{}},
            {QStringLiteral("cleared"), BlockerCleared{{}, blocker}},
            {QStringLiteral("notice"), NoticeRecorded{}},
            {QStringLiteral("authority"), AuthorityRecorded{}},
            {QStringLiteral("correction"), EntryCorrected{note}},
            {QStringLiteral("pin"), EntryPinned{note}},
            {QStringLiteral("meeting"), MeetingSet{i.meetingSetBy}},
            {QStringLiteral("grade"), GradeChanged{Grade::Major, i.grade.setBy}},
            {QStringLiteral("phase"), PhaseChanged{Phase::Recovering, i.phase.setBy}},
            {QStringLiteral("hold"), WorkHeld{QStringLiteral("안산"), {}}},
            {QStringLiteral("release"), WorkReleased{pangyo, hold}},
            {QStringLiteral("readers"), ReadersSet{{admin.person}, {}}},
            {QStringLiteral("join"), IncidentJoined{LogId::zeros(), i.joinedInto.setBy}},
            {QStringLiteral("command"), CommandTaken{i.command.setBy}},
            {QStringLiteral("erase"), Erased{note}}};
        const bool may = allowed[p - 1] == u'+';
        const QByteArray code = scene.code(scene.the(Permission(p)), acts.at(act), scene.org.words());
        QVERIFY2(code.isEmpty() == may, wordOf(Permission(p)) + code);
        if (!may && act != u"command") {
            QCOMPARE(code, QByteArray(refusal::notPermitted));
        }
    }
}

void TestCommandRules::whoCommandsMayDoEverythingInIt() {
    Scene scene(Permission::Viewer);
    const Member& viewer = scene.the(Permission::Viewer);
    QCOMPARE(scene.code(viewer, NoteAdded{}, scene.org.words()), QByteArray());
    QCOMPARE(scene.code(viewer, GradeChanged{Grade::Total, scene.incident().grade.setBy}), QByteArray());
    QCOMPARE(scene.code(viewer, PhaseChanged{Phase::Recovering, scene.incident().phase.setBy}), QByteArray());
    QCOMPARE(scene.code(viewer, WorkHeld{pangyo, {}}), QByteArray());
    QCOMPARE(scene.code(viewer, MeetingSet{scene.incident().meetingSetBy}, scene.org.words()), QByteArray());
    QCOMPARE(scene.code(viewer, ReadersSet{{viewer.person}, {}}), QByteArray());
    QCOMPARE(scene.code(viewer, IncidentJoined{LogId::zeros(), scene.incident().joinedInto.setBy}),
             QByteArray());
    // But nothing outside it, and no erasing.
    const EventId note = scene.did(viewer, NoteAdded{}, scene.org.words());
    QCOMPARE(scene.code(viewer, Erased{note}), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(scene.org.act(viewer, scene.org.orgLog(), WorkHeld{pangyo, scene.log})),
             QByteArray(refusal::notPermitted));
    const LogId other = scene.org.declare(scene.responder());
    QCOMPARE(codeOf(scene.org.act(viewer, other, NoteAdded{}, scene.org.words())),
             QByteArray(refusal::notPermitted));
    // Its acts are marked; those of a commander in the same incident are not.
    const auto emergency = [&](const Member& who) {
        return scene.org.force(scene.org.compose(who, scene.log, NoteAdded{}, scene.org.words()))->emergency;
    };
    QVERIFY(emergency(viewer));
    QVERIFY(!emergency(scene.responder()));
    QVERIFY(!emergency(scene.commander()));
}

void TestCommandRules::commandIsTakenByCommandersAtAnyTime() {
    Scene scene;
    const EventId declared = scene.incident().command.setBy;
    QCOMPARE(scene.code(scene.commander(), CommandTaken{EventId::zeros()}, scene.org.because()),
             QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.commander(), CommandTaken{declared}), QByteArray(refusal::reasonMissing));
    for (const Permission p : {Permission::Viewer, Permission::Scribe, Permission::Auditor}) {
        QCOMPARE(scene.code(scene.the(p), CommandTaken{declared}, scene.org.because()),
                 QByteArray(refusal::notPermitted));
    }
    QCOMPARE(scene.code(scene.the(Permission::Communications), CommandTaken{declared}, scene.org.because()),
             QByteArray(refusal::commanderPresent));
    scene.org.now += 5min;
    QCOMPARE(scene.code(scene.commander(), CommandTaken{declared}, scene.org.because()), QByteArray());
    QCOMPARE(scene.incident().command.person, scene.commander().person);
    QCOMPARE(scene.incident().command.since, scene.org.now);
    QVERIFY(!scene.incident().command.acting);
    const EventId taken = scene.incident().command.setBy;
    QCOMPARE(scene.code(scene.commander(), CommandTaken{taken}, scene.org.because()),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(scene.code(scene.responder(), CommandTaken{taken}, scene.org.because()),
             QByteArray(refusal::commanderPresent));
    QCOMPARE(scene.code(scene.org.admin(), CommandTaken{taken}, scene.org.because()), QByteArray());
}

void TestCommandRules::commandIsTakenByRespondersWhereItIsVacant() {
    Scene scene(Permission::Communications);
    const Member& commander = scene.the(Permission::Communications);
    const Member phone = scene.org.joinDevice("phone", commander);
    const CommandTaken taken{scene.incident().command.setBy};
    scene.org.did(scene.org.admin(), scene.org.orgLog(), DeviceRevoked{commander.device});
    QCOMPARE(scene.code(scene.responder(), taken, scene.org.because()),
             QByteArray(refusal::commanderPresent));
    scene.org.did(scene.org.admin(), scene.org.orgLog(), DeviceRevoked{phone.device});
    QCOMPARE(scene.code(scene.the(Permission::Scribe), taken, scene.org.because()),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.responder(), taken), QByteArray(refusal::reasonMissing));
    QCOMPARE(scene.code(scene.responder(), taken, scene.org.because()), QByteArray());
    QCOMPARE(scene.incident().command.person, scene.responder().person);
}

void TestCommandRules::actingEndsWhenCommandIsTaken() {
    Scene scene(Permission::Viewer);
    const Member& viewer = scene.the(Permission::Viewer);
    scene.takeCommand(scene.commander());
    QCOMPARE(scene.code(viewer, NoteAdded{}, scene.org.words()), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(viewer, GradeChanged{Grade::Minor, scene.incident().grade.setBy}),
             QByteArray(refusal::notPermitted));
    // The declarer, a commander by permission, may turn acting into command.
    Scene other(Permission::Commander);
    QVERIFY(other.incident().command.acting);
    other.takeCommand(other.commander());
    QVERIFY(!other.incident().command.acting);
}

void TestCommandRules::twoTakingCommandAtOnceAreOne() {
    Scene scene;
    const CommandTaken both{scene.incident().command.setBy};
    const Composed first = scene.org.compose(scene.commander(), scene.log, both, scene.org.because());
    const Composed second = scene.org.compose(scene.org.admin(), scene.log, both, scene.org.because());
    QCOMPARE(codeOf(scene.org.offer(first)), QByteArray());
    QCOMPARE(codeOf(scene.org.offer(second)), QByteArray(refusal::stale));
    QCOMPARE(scene.incident().command.person, scene.commander().person);
}

void TestCommandRules::incidentsAreJoined() {
    Scene scene;
    const LogId other = scene.org.declare(scene.the(Permission::Viewer));
    const EventId declared = scene.incident().declaredBy;
    QCOMPARE(scene.code(scene.commander(), IncidentJoined{scene.log, declared}),
             QByteArray(refusal::outOfRange));
    QCOMPARE(scene.code(scene.the(Permission::Communications), IncidentJoined{other, declared}),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.responder(), IncidentJoined{other, declared}),
             QByteArray()); // commands this one
    QCOMPARE(scene.code(scene.commander(), IncidentJoined{other, declared}), QByteArray(refusal::stale));
    QCOMPARE(scene.incident().joinedInto.value, std::optional(other));
}

void TestCommandRules::thePrimaryIsAFunctionOfAll() {
    Scene scene;
    std::map<LogId, Incident> incidents;
    std::vector<LogId> ids;
    for (char name = 'a'; name <= 'e'; ++name) {
        Incident incident = scene.incident();
        incident.id = *LogId::tryFrom(QByteArray(32, name));
        ids.push_back(incident.id);
        incidents.emplace(incident.id, incident);
    }
    const auto join = [&](int from, std::optional<int> into) {
        auto& joined = incidents.at(ids[std::size_t(from)]).joinedInto.value;
        joined = into ? std::optional(ids[std::size_t(*into)]) : std::nullopt;
    };
    const auto primary = [&](int of) {
        std::map<LogId, const Incident*> all;
        for (const auto& [id, incident] : incidents) {
            all.emplace(id, &incident);
        }
        const LogId found = primaryOf(all, ids[std::size_t(of)]);
        return int(std::find(ids.begin(), ids.end(), found) - ids.begin());
    };
    QCOMPARE(primary(3), 3);
    join(3, 2);
    join(2, 1);
    QCOMPARE(primary(3), 1);
    QCOMPARE(primary(2), 1);
    QCOMPARE(primary(1), 1);
    join(1, 3); // a circle of b, c, d with e outside it: its smallest id, for every one
    join(4, 3);
    for (const int member : {1, 2, 3, 4}) {
        QCOMPARE(primary(member), 1);
    }
    QCOMPARE(primary(0), 0);
    join(0, 0); // itself
    QCOMPARE(primary(0), 0);
    const LogId away = *LogId::tryFrom(QByteArray(32, 'z')); // one that has not arrived
    incidents.at(ids[0]).joinedInto.value = away;
    QCOMPARE(primaryOf({{ids[0], &incidents.at(ids[0])}}, ids[0]), away);
}

void TestCommandRules::emergencyActsAreMarked() {
    Scene scene(Permission::Viewer);
    const auto mark = [&](const Member& who, const std::optional<LogId>& log, const Facts& facts) {
        return scene.org.force(scene.org.compose(who, log, facts, scene.org.because()))->emergency;
    };
    const Member& viewer = scene.the(Permission::Viewer);
    // Declaring makes an acting commander, in that very event.
    QVERIFY(mark(viewer, std::nullopt, IncidentDeclared{}));
    QVERIFY(!mark(scene.commander(), std::nullopt, IncidentDeclared{}));
    // So does taking a command that is vacant.
    scene.org.did(scene.org.admin(), scene.org.orgLog(), DeviceRevoked{viewer.device});
    QVERIFY(!mark(viewer, scene.log, NoteAdded{})); // void: it did nothing
    QVERIFY(mark(scene.responder(), scene.log, CommandTaken{scene.incident().command.setBy}));
    QVERIFY(mark(scene.responder(), scene.log, NoteAdded{}));
    QVERIFY(!mark(scene.commander(), scene.log, CommandTaken{scene.incident().command.setBy}));
    QVERIFY(!mark(scene.responder(), scene.log, NoteAdded{}));
    // The declaration, the command and one note.
    QCOMPARE(scene.org.ledger().index(scene.log)->emergencies.size(), std::size_t(3));
}

QTEST_APPLESS_MAIN(TestCommandRules)
#include "test_command_rules.moc"
