// What is asked of one service: how long it may still be away, what it stands on and how that is, where else
// it could run.
#include "domain/incident/servicedetail.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

ServiceView viewOf(const char* service, ServiceState state, const char* function = "") {
    return ServiceView{ServiceLine{{word(service), word(function)}, state, Moment(1s)}};
}

CatalogueService needing(const char* service, std::initializer_list<const char*> needs) {
    CatalogueService one;
    one.key = word(service);
    for (const char* need : needs) {
        one.needs.push_back(word(need));
    }
    return one;
}

QStringList told(const std::vector<Upstream>& all) {
    QStringList words;
    for (const Upstream& one : all) {
        words += one.service + (one.failed ? QStringLiteral("!") : QString()) +
                 (one.through.isEmpty() ? QString() : u'<' + one.through);
    }
    return words;
}

} // namespace

class TestServiceDetail : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void functionsStandBeneathTheirService();
    void aServiceOfWhichOnlyFunctionsAreKnownIsAsGrave();
    void whatItStandsOnIsToldAsItIs();
    void whatHasFailedIsFoundHoweverFar();
    void aCircleOfNeedsEnds();
    void whatIsLeftOfAnRtoIsCounted();
    void roomIsWhereTheIncidentIsNot();
    void whatBlocksLongestComesFirst();
};

void TestServiceDetail::functionsStandBeneathTheirService() {
    const auto groups = serviceGroups(
        {viewOf("메신저", ServiceState::MajorOutage, "사진"), viewOf("결제", ServiceState::PartialOutage),
         viewOf("메신저", ServiceState::PartialOutage), viewOf("메신저", ServiceState::Operational, "문자")});
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].whole.line.key, (ServiceKey{word("메신저"), {}})); // for the gravest of its parts
    QCOMPARE(groups[0].whole.line.state, ServiceState::PartialOutage);    // as it was stated itself
    QCOMPARE(groups[0].functions.size(), std::size_t(2));
    QCOMPARE(groups[0].functions[0].line.key.function, word("사진"));
    QCOMPARE(groups[1].whole.line.key.service, word("결제"));
    QVERIFY(serviceGroups({}).empty());
}

void TestServiceDetail::aServiceOfWhichOnlyFunctionsAreKnownIsAsGrave() {
    const auto groups = serviceGroups({viewOf("메신저", ServiceState::PartialOutage, "사진"),
                                       viewOf("메신저", ServiceState::Operational, "문자")});
    QCOMPARE(groups.front().whole.line.state, ServiceState::PartialOutage);
    QVERIFY(!groups.front().whole.line.since); // nobody said so of the whole
}

void TestServiceDetail::whatItStandsOnIsToldAsItIs() {
    Catalogue known;
    known.services = {needing("메신저", {"인증", "저장소", "지도"})};
    const auto groups =
        serviceGroups({viewOf("인증", ServiceState::Operational),
                       viewOf("인증", ServiceState::Degraded, "PC"), viewOf("지도", ServiceState::Unknown)});
    const auto all = upstreamOf(word("메신저"), groups, known);
    QCOMPARE(told(all), (QStringList{word("인증!"), word("저장소"), word("지도")}));
    QCOMPARE(all[0].state, std::optional(ServiceState::Degraded)); // a part of it has failed
    QVERIFY(all[0].since);
    QVERIFY(!all[1].state);
    QVERIFY(upstreamOf(word("없음"), groups, known).empty());
}

void TestServiceDetail::whatHasFailedIsFoundHoweverFar() {
    Catalogue known;
    known.services = {needing("메신저", {"인증"}), needing("인증", {"디비", "키"}),
                      needing("디비", {"전산망"})};
    const auto groups = serviceGroups(
        {viewOf("전산망", ServiceState::MajorOutage), viewOf("디비", ServiceState::Operational)});
    QCOMPARE(told(upstreamOf(word("메신저"), groups, known)),
             (QStringList{word("인증"), word("전산망!<인증")})); // what is in order is passed over
}

void TestServiceDetail::aCircleOfNeedsEnds() {
    Catalogue known;
    known.services = {needing("가", {"나"}), needing("나", {"다", "가"}), needing("다", {"나"})};
    const auto groups =
        serviceGroups({viewOf("다", ServiceState::MajorOutage), viewOf("가", ServiceState::MajorOutage)});
    QCOMPARE(told(upstreamOf(word("가"), groups, known)), (QStringList{word("나"), word("다!<나")}));
}

void TestServiceDetail::whatIsLeftOfAnRtoIsCounted() {
    Scene scene;
    CatalogueService service;
    service.rto = 20min;
    service.functions = {{word("사진"), {}, Millis(60min)}};
    ServiceView view = viewOf("메신저", ServiceState::MajorOutage);
    QVERIFY(!targetOf(view, scene.incident(), scene.org.now)); // the catalogue does not know it
    view.service = &service;
    const Moment now = scene.org.now;
    QCOMPARE(targetOf(view, scene.incident(), now), std::optional(RecoveryTarget{20min})); // not away
    view.outSince = now - 15min;
    QCOMPARE(targetOf(view, scene.incident(), now), std::optional(RecoveryTarget{20min, now + 5min, 5min}));
    QCOMPARE(targetOf(view, scene.incident(), now + 6min)->left, Millis(-1min));
    view.line.key.function = word("사진");
    QCOMPARE(targetOf(view, scene.incident(), now)->left, Millis(45min));
    view.line.key.function = word("문자"); // none of its own
    QCOMPARE(targetOf(view, scene.incident(), now)->left, Millis(5min));
    service.rto.reset();
    QVERIFY(!targetOf(view, scene.incident(), now));
}

void TestServiceDetail::roomIsWhereTheIncidentIsNot() {
    Scene scene;
    Incident incident = scene.incident();
    incident.sites = {word("판교"), word("대전")};
    Catalogue known;
    known.sites = {{word("춘천"), {}, {}, 10}, {word("판교"), {}, {}, 50}, {word("부산"), {}, {}, 40},
                   {word("대전"), {}, {}, 90}, {word("제주"), {}, {}, 0},  {word("안양"), {}, {}, 30}};
    CatalogueService service;
    service.sites = {word("판교"), word("안양"), word("모르는곳")};
    const std::vector<SiteRoom> expected{{word("판교"), true, true, 0},
                                         {word("안양"), true, false, 30},
                                         {word("모르는곳"), true, false, 0},
                                         {word("부산"), false, false, 40},
                                         {word("춘천"), false, false, 10}};
    QCOMPARE(roomFor(service, incident, known), expected);
}

void TestServiceDetail::whatBlocksLongestComesFirst() {
    Scene scene;
    const auto raise = [&](const char* site, Millis ago) {
        BlockerRaised raised;
        raised.line.occurredAt = scene.org.now - ago;
        raised.site = word(site);
        scene.did(scene.responder(), raised, Text{.text = word("막힘")});
    };
    raise("나", 5min);
    raise("가", 9min);
    raise("다", 1min);
    QStringList sites;
    for (const auto& [event, blocker] : blockersOf(scene.incident())) {
        QVERIFY(scene.incident().blockers.contains(event));
        sites += *blocker.site;
    }
    QCOMPARE(sites, (QStringList{word("가"), word("나"), word("다")}));
}

QTEST_GUILESS_MAIN(TestServiceDetail)
#include "test_servicedetail.moc"
