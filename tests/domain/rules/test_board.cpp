// What the board shows beside the record, and what it says is needed now.
#include "domain/incident/alerts.h"
#include "domain/incident/closing.h"
#include "domain/incident/guessing.h"
#include "support/notices.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

std::vector<NeedKind> kindsOf(const std::vector<Need>& needs) {
    std::vector<NeedKind> kinds;
    for (const Need& need : needs) {
        kinds.push_back(need.kind);
    }
    return kinds;
}

} // namespace

class TestBoard : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void listsTheGravestFirst();
    void declaredServicesWithoutAStateAreUnknown();
    void needsWhatIsMissing();
    void needsNothingThatTheRulesRefuse();
    void needsAreDealtWith();
    void noticesAreNeededInTheirTurn();
    void commandIsNeededWhileNobodyAccepted();
    void whoIsGoneIsReplacedByAnyResponder();
    void theLaterIncidentJoinsTheEarlier();
    void refusedLinesComeFirst();
    void nothingIsNeededOnceItIsOver();
    void holdsOfTheOrganisationCount();
    void toldRemembersFirstAndContact();
    void whoCameLastStandsFirst();
    void findsTheOpenCauseAtASite();
    void alertsTellWhatIsNew();
    void readsSitesFromATitle_data();
    void readsSitesFromATitle();
    void theCatalogueKnowsWhatStandsAtASite();

  private:
    static std::vector<Need> needs(const Scene& scene, Permission permission, quint64 refused = 0) {
        std::vector<const Incident*> all;
        for (const auto& [log, held] : scene.org.ledger().incidents()) {
            all.push_back(&*held.incident);
        }
        const Viewer viewer{scene.the(permission).person, permission, refused};
        return needsOf(scene.incident(), scene.org.organisation(), viewer, all, scene.org.now);
    }
    static IncidentDeclared atPangyo() {
        return {.grade = Grade::Total, .sites = {word("판교")}, .services = {word("메신저"), word("지도")}};
    }
    static void declare(Scene& scene) { scene.log = scene.org.declare(scene.responder(), atPangyo()); }
};

void TestBoard::listsTheGravestFirst() {
    Scene scene;
    scene.did(scene.responder(), stated(word("지도"), ServiceState::Operational));
    scene.did(scene.responder(), stated(word("택시"), ServiceState::PartialOutage));
    scene.did(scene.responder(), stated(word("포털"), ServiceState::MajorOutage));
    scene.did(scene.responder(), stated(word("메신저"), ServiceState::MajorOutage));
    const auto lines = serviceLines(scene.incident());
    QStringList names;
    for (const ServiceLine& line : lines) {
        names += line.key.service;
    }
    QCOMPARE(names.join(u' '), word("메신저 포털 택시 지도"));
    QCOMPARE(countServices(lines), (ServiceCounts{2, 1, 1, 0}));
}

void TestBoard::declaredServicesWithoutAStateAreUnknown() {
    Scene scene;
    declare(scene);
    scene.did(scene.responder(), stated(word("메신저"), ServiceState::Degraded));
    const auto lines = serviceLines(scene.incident());
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[1].key.service, word("지도"));
    QCOMPARE(lines[1].state, ServiceState::Unknown);
    QVERIFY(!lines[1].since);
}

void TestBoard::needsWhatIsMissing() {
    Scene scene;
    declare(scene);
    // Whoever declared commands, and can do all of it.
    QCOMPARE(kindsOf(needs(scene, Permission::Responder)),
             (std::vector{NeedKind::CallPeople, NeedKind::GiveNotice, NeedKind::HoldWork}));
    QCOMPARE(needs(scene, Permission::Responder)[2].site, word("판교"));
    QCOMPARE(kindsOf(needs(scene, Permission::Communications)),
             (std::vector{NeedKind::GiveNotice, NeedKind::StateServices}));
    QCOMPARE(kindsOf(needs(scene, Permission::Commander)).front(), NeedKind::TakeCommand);
    QCOMPARE(needs(scene, Permission::Communications)[1].count, quint64(2));
}

void TestBoard::needsNothingThatTheRulesRefuse() {
    Scene scene;
    declare(scene);
    QVERIFY(needs(scene, Permission::Viewer).empty());
    QVERIFY(needs(scene, Permission::Auditor).empty());
    // A responder who does not command is asked for states alone.
    const Member other = scene.org.join("other", Permission::Responder);
    const Viewer viewer{other.person, Permission::Responder};
    QCOMPARE(kindsOf(needsOf(scene.incident(), scene.org.organisation(), viewer, {}, scene.org.now)),
             std::vector{NeedKind::StateServices});
}

void TestBoard::needsAreDealtWith() {
    Scene scene;
    declare(scene);
    scene.did(scene.responder(), MeetingSet{scene.incident().meetingSetBy}, Text{.place = word("#815")});
    scene.did(scene.responder(), NoticeRecorded{}, TestOrganisation::words());
    scene.did(scene.responder(), WorkHeld{word("판교")}, TestOrganisation::because());
    ServiceStated all;
    all.services = {word("메신저"), word("지도")};
    all.state = ServiceState::MajorOutage;
    scene.did(scene.responder(), all);
    QCOMPARE(kindsOf(needs(scene, Permission::Responder)), std::vector{NeedKind::CallPeople});
    SeatCall call{word("recovery"), scene.commander().person, {}, 60'000, {}, {}};
    scene.did(scene.responder(), SeatsCalled{{}, {call}});
    QVERIFY(needs(scene, Permission::Responder).empty());
}

void TestBoard::noticesAreNeededInTheirTurn() {
    Scene scene;
    declare(scene);
    const auto has = [&](Permission permission, NeedKind kind) {
        const Viewer viewer{scene.the(permission).person, permission};
        const auto all = allNeedsOf(scene.incident(), scene.org.organisation(), viewer, {}, scene.org.now);
        return std::any_of(all.begin(), all.end(), [kind](const Need& need) { return need.kind == kind; });
    };
    QVERIFY(has(Permission::Communications, NeedKind::GiveNotice));
    NoticeProposed facts = proposed(scene.incident(), {on(word("page"))});
    facts.asked = {scene.commander().person};
    facts.askWithinMs = 180'000;
    facts.nextUpdate = scene.org.now + 40min;
    const EventId notice = scene.did(scene.the(Permission::Communications), facts, scene.org.words());
    // Whoever is asked reads it; nobody need begin another meanwhile.
    QVERIFY(has(Permission::Commander, NeedKind::ApproveNotice));
    QVERIFY(!has(Permission::Admin, NeedKind::ApproveNotice));
    QVERIFY(!has(Permission::Communications, NeedKind::ApproveNotice));
    QVERIFY(!has(Permission::Communications, NeedKind::GiveNotice));
    scene.org.now += 3min;
    QVERIFY(has(Permission::Admin, NeedKind::ApproveNotice)); // who was asked has had their time
    scene.did(scene.commander(), NoticeAnswered{notice});
    QVERIFY(!has(Permission::Admin, NeedKind::ApproveNotice));
    QVERIFY(!has(Permission::Communications, NeedKind::GiveNotice)); // under way
    scene.did(scene.org.relay(), DeliveryBegun{notice, word("page"), std::nullopt});
    const auto delivery = [&] { return scene.incident().notices.at(notice).deliveries.at(word("page")); };
    scene.did(
        scene.org.relay(),
        DeliveryTold{notice, word("page"), delivery().begun, {0, 0, 0, 0, 1}, true, false, std::nullopt});
    QVERIFY(has(Permission::Commander, NeedKind::DecideDelivery));
    QVERIFY(
        !has(Permission::Responder, NeedKind::DecideDelivery) || // acting commander until somebody takes it
        scene.incident().command.person == scene.responder().person);
    scene.did(scene.commander(),
              DeliveryDecided{notice, word("page"), delivery().setBy, DeliveryChoice::Sent},
              scene.org.because());
    QVERIFY(!has(Permission::Commander, NeedKind::DecideDelivery));
    QVERIFY(!has(Permission::Communications, NeedKind::GiveNotice)); // users have heard
    QVERIFY(!has(Permission::Communications, NeedKind::UpdateNotice));
    scene.org.now += 27min;
    QVERIFY(has(Permission::Communications, NeedKind::UpdateNotice)); // ten minutes before what was promised
}

void TestBoard::commandIsNeededWhileNobodyAccepted() {
    Scene scene;
    const Need need = needs(scene, Permission::Commander).front();
    QCOMPARE(need.kind, NeedKind::TakeCommand);
    QCOMPARE(need.since, scene.incident().declaredAt);
    scene.takeCommand(scene.commander());
    const auto kinds = kindsOf(needs(scene, Permission::Commander));
    QCOMPARE(std::count(kinds.begin(), kinds.end(), NeedKind::TakeCommand), 0);
}

void TestBoard::whoIsGoneIsReplacedByAnyResponder() {
    Scene scene;
    scene.takeCommand(scene.commander());
    QCOMPARE(kindsOf(needs(scene, Permission::Responder)), std::vector<NeedKind>{});
    scene.org.did(scene.org.admin(), scene.org.orgLog(), DeviceRevoked{scene.commander().device},
                  TestOrganisation::because());
    QCOMPARE(kindsOf(needs(scene, Permission::Responder)).front(), NeedKind::TakeCommand);
    scene.takeCommand(scene.responder()); // and the rules agree
    QVERIFY(needs(scene, Permission::Scribe).empty());
}

void TestBoard::theLaterIncidentJoinsTheEarlier() {
    Scene scene;
    declare(scene);
    const LogId earlier = scene.log;
    scene.org.now += 1min;
    declare(scene);
    const auto found = needs(scene, Permission::Responder);
    QCOMPARE(found.front().kind, NeedKind::JoinOther);
    QCOMPARE(found.front().other, std::optional(earlier));
    const LogId later = scene.log;
    scene.log = earlier;
    QCOMPARE(kindsOf(needs(scene, Permission::Responder)).front(), NeedKind::CallPeople);
    scene.log = later;
    scene.did(scene.responder(), IncidentJoined{earlier, scene.incident().declaredBy},
              TestOrganisation::because());
    QVERIFY(needs(scene, Permission::Responder).empty()); // it is handled in the other one
}

void TestBoard::refusedLinesComeFirst() {
    Scene scene;
    const auto found = needs(scene, Permission::Commander, 2);
    QCOMPARE(found.front().kind, NeedKind::LookAtRefused);
    QCOMPARE(found.front().count, quint64(2));
    QVERIFY(found.size() <= mostNeeds);
}

void TestBoard::nothingIsNeededOnceItIsOver() {
    Scene scene;
    declare(scene);
    scene.did(scene.responder(), PhaseChanged{Phase::Resolved, scene.incident().phase.setBy});
    QVERIFY(needs(scene, Permission::Responder).empty());
    QCOMPARE(kindsOf(needs(scene, Permission::Responder, 1)), std::vector{NeedKind::LookAtRefused});
}

void TestBoard::holdsOfTheOrganisationCount() {
    Scene scene;
    declare(scene);
    scene.org.did(scene.commander(), scene.org.orgLog(), WorkHeld{word("판교")}, TestOrganisation::because());
    scene.org.did(scene.commander(), scene.org.orgLog(), WorkHeld{word("안양")}, TestOrganisation::because());
    const auto held = holdsAbout(scene.incident(), scene.org.organisation());
    QCOMPARE(held.size(), std::size_t(1)); // the other site is none of its own
    QVERIFY(held.front().ofOrganisation);
    for (const Need& need : needs(scene, Permission::Responder)) {
        QVERIFY(need.kind != NeedKind::HoldWork);
    }
}

void TestBoard::toldRemembersFirstAndContact() {
    Scene scene;
    const auto tell = [&](std::chrono::minutes at, NoticeStage stage, bool contact) {
        NoticeRecorded notice;
        notice.line.occurredAt = scene.org.now + at;
        notice.stage = stage;
        notice.contact = contact;
        scene.did(scene.responder(), notice, TestOrganisation::words());
        return *notice.line.occurredAt;
    };
    const Moment first = tell(1min, NoticeStage::Investigating, false);
    const Moment contact = tell(2min, NoticeStage::Identified, true);
    const Moment last = tell(3min, NoticeStage::Monitoring, true);
    QCOMPARE(scene.incident().told, (NoticesTold{.first = first,
                                                 .last = last,
                                                 .stage = NoticeStage::Monitoring,
                                                 .contact = contact,
                                                 .elsewhere = first}));
}

void TestBoard::whoCameLastStandsFirst() {
    Scene scene;
    scene.takeCommand(scene.commander());
    for (const Permission permission : {Permission::Scribe, Permission::Communications}) {
        scene.org.now += 1min;
        scene.did(scene.the(permission), NoteAdded{}, TestOrganisation::words());
    }
    const auto people = participants(scene.incident());
    QCOMPARE(people.size(), std::size_t(3)); // and the declarer; the commander stands apart
    QCOMPARE(people[0].first, scene.the(Permission::Communications).person);
    QCOMPARE(people[1].first, scene.the(Permission::Scribe).person);
    QCOMPARE(people[1].second.acts, quint64(1));
}

void TestBoard::findsTheOpenCauseAtASite() {
    Scene scene;
    declare(scene);
    const std::vector<const Incident*> all{&scene.incident()};
    QVERIFY(!openCauseAt({word("판교")}, all)); // it is going on: that is another question
    scene.did(scene.responder(), PhaseChanged{Phase::Resolved, scene.incident().phase.setBy});
    QCOMPARE(openCauseAt({word("안양"), word("판교")}, {&scene.incident()}), &scene.incident());
    QVERIFY(!openCauseAt({word("안양")}, {&scene.incident()}));
    const auto services = servicesOf(scene.incident());
    scene.did(scene.responder(), checkedSafe({services.begin(), services.end()}));
    scene.did(scene.responder(), PhaseChanged{Phase::Closed, scene.incident().phase.setBy},
              TestOrganisation::because());
    QVERIFY(!openCauseAt({word("판교")}, {&scene.incident()}));
}

void TestBoard::alertsTellWhatIsNew() {
    Scene scene;
    const auto asked = [&](Permission permission, quint64 refused = 0) {
        std::vector<const Incident*> all;
        for (const auto& [log, held] : scene.org.ledger().incidents()) {
            all.push_back(&*held.incident);
        }
        return askedOf({scene.the(permission).person, permission}, {{scene.log, refused}},
                       scene.org.organisation(), nullptr, all, scene.org.now);
    };
    const AskedOf before = asked(Permission::Commander);
    QVERIFY(alertsBetween(before, before).empty());
    declare(scene);
    QCOMPARE(alertsBetween(before, asked(Permission::Commander)),
             (std::vector{Alert{scene.log, std::nullopt}}));
    const AskedOf calm = asked(Permission::Scribe);
    const auto refused = alertsBetween(calm, asked(Permission::Scribe, 1));
    QCOMPARE(refused.size(), std::size_t(1));
    QCOMPARE(refused.front().need->kind, NeedKind::LookAtRefused);
    QCOMPARE(alertsBetween(asked(Permission::Scribe, 1), asked(Permission::Scribe, 2)).size(),
             std::size_t(1));
    QVERIFY(alertsBetween(asked(Permission::Scribe, 1), calm).empty()); // what is done is no news
    // A board has room for three; nobody misses a call for that.
    const AskedOf full = asked(Permission::Responder);
    QVERIFY(full.at(scene.log).size() > mostNeeds);
    const PersonId responder = scene.responder().person;
    std::vector<SeatCall> calls;
    for (const char* seat : {"a", "b", "c", "d"}) {
        calls.push_back({word(seat), responder, {}, 60'000, {}, {}});
    }
    scene.did(scene.responder(), SeatsCalled{{}, calls});
    QCOMPARE(alertsBetween(full, asked(Permission::Responder)).size(), calls.size());
    scene.did(scene.responder(), PhaseChanged{Phase::Resolved, scene.incident().phase.setBy});
    QVERIFY(!asked(Permission::Commander).contains(scene.log));
}

void TestBoard::readsSitesFromATitle_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sites");
    const auto row = [](const char* title, const char* sites) {
        QTest::newRow(title) << word(title) << word(sites);
    };
    row("판교 데이터센터 화재, 메신저 안 됨", "판교");
    row("판교데이터센터 화재", "판교");
    row("안양 센터 정전", "안양");
    row("Fire at Pangyo data centre", "Pangyo");
    row("Power lost in Anyang IDC", "Anyang");
    row("고객센터 전화 불통", "");
    row("데이터센터 화재", "");
    row("메신저 안 됨", "");
}

void TestBoard::readsSitesFromATitle() {
    QFETCH(QString, title);
    QFETCH(QString, sites);
    const auto named = guessOf(title, {}, {}).sites;
    QCOMPARE(QStringList(named.begin(), named.end()).join(u' '), sites);
}

void TestBoard::theCatalogueKnowsWhatStandsAtASite() {
    Catalogue catalogue;
    catalogue.sites = {{word("판교"), {word("판교 데이터센터"), word("Pangyo data centre")}, {word("PG1")}},
                       {word("안양"), {}, {}}};
    const auto service = [&](const char* key, std::vector<QString> sites) {
        CatalogueService made;
        made.key = word(key);
        made.sites = std::move(sites);
        catalogue.services.push_back(made);
    };
    service("메신저", {word("판교"), word("안양")});
    service("지도", {word("판교")});
    service("메일", {word("안양")});
    catalogue.services[1].aliases = {word("maps")};
    using Names = std::vector<QString>;
    Guess guess = guessOf(u"Fire at PG1", catalogue, {});
    QCOMPARE(guess.failureType, std::optional(FailureType::SiteLoss));
    QCOMPARE(guess.sites, Names{word("판교")});
    QCOMPARE(guess.services, (Names{word("메신저"), word("지도")}));
    QVERIFY(guess.wholeSite);
    // What takes one thing takes what is named.
    guess = guessOf(u"maps broke after a release at PG1", catalogue, {});
    QCOMPARE(guess.failureType, std::optional(FailureType::Change));
    QCOMPARE(guess.services, Names{word("지도")});
    QVERIFY(!guess.wholeSite);
    guess = guessOf(u"heatmaps are late", catalogue, {});
    QVERIFY(guess.services.empty() && guess.sites.empty() && !guess.failureType);
}

QTEST_APPLESS_MAIN(TestBoard)
#include "test_board.moc"
