// What is known of services beyond their states: the owner's word, users hit, the cause, when they are back;
// and how a board tells it.
#include "domain/incident/servicing.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

const QString messenger = word("메신저");
const QString pay = word("결제");
const QString chat = word("채팅개발");

Catalogue catalogue() {
    Catalogue known;
    CatalogueService one{messenger, {}, std::nullopt, {}, chat};
    one.rto = 20min;
    one.functions = {{word("사진"), {}, Millis(60min)}};
    known.services = {one, {pay, {}, std::nullopt, {}, word("결제개발")}};
    return known;
}

} // namespace

class TestServiceRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatStillStandsIsConfirmed();
    void confirmingIsWriting();
    void ownersAreAskedForTheirOwn();
    void anOutageLastsUntilItIsOver();
    void whatIsAwayTooLongIsTold();
    void usersHitAreRanges();
    void usersHitAreReadAsTyped_data();
    void usersHitAreReadAsTyped();
    void theCauseIsStatedAgainstTheLast();
    void aTimeHasItsBasis();
    void changesOfATimeAreKept();
    void whatHasPassedIsAskedFor();
    void manyConfirmationsFitTheirEvents();

  private:
    static void describe(Scene& scene, const Member& who, const QString& department) {
        scene.org.did(scene.org.admin(), scene.org.orgLog(), PersonDescribed{who.person, department},
                      Text{.name = word("정우진")});
    }
};

void TestServiceRules::whatStillStandsIsConfirmed() {
    Scene scene;
    const Member& who = scene.responder();
    ServiceStated both = stated(messenger, ServiceState::MajorOutage);
    both.services.push_back(pay);
    const EventId first = scene.did(who, both);
    const EventId second = scene.did(who, stated(pay, ServiceState::Recovering));
    const ServicesConfirmed act{{}, {{messenger, {}, first}, {pay, {}, first}}};
    scene.did(who, act);
    const auto confirmedBy = [&](const QString& service) {
        return scene.incident().serviceStates.at({service, {}}).confirmedBy;
    };
    QCOMPARE(confirmedBy(messenger), std::optional(who.person));
    QVERIFY(!confirmedBy(pay)); // it was stated anew
    QCOMPARE(scene.code(who, ServicesConfirmed{{}, {{pay, {}, first}}}), QByteArray(refusal::stale));
    QCOMPARE(scene.code(who, ServicesConfirmed{{}, {{pay, {}, second}}}), QByteArray());
    // What is stated anew has to be confirmed anew.
    scene.did(who, stated(messenger, ServiceState::Recovering));
    QVERIFY(!confirmedBy(messenger));
}

void TestServiceRules::confirmingIsWriting() {
    Scene scene;
    const EventId set = scene.did(scene.responder(), stated(messenger, ServiceState::MajorOutage));
    const ServicesConfirmed act{{}, {{messenger, {}, set}}};
    QCOMPARE(scene.code(scene.the(Permission::Viewer), act), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.responder(), ServicesConfirmed{}), QByteArray(refusal::outOfRange));
    QCOMPARE(scene.code(scene.responder(), ServicesConfirmed{{}, {{word("지도"), {}, set}}}),
             QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.the(Permission::Scribe), act), QByteArray());
}

// All of them in one act, and each owner has one thing to confirm: their own.
void TestServiceRules::ownersAreAskedForTheirOwn() {
    Scene scene;
    const Catalogue known = catalogue();
    const Member& owner = scene.the(Permission::Scribe);
    const Member& other = scene.the(Permission::Communications);
    describe(scene, owner, chat);
    describe(scene, other, word("결제개발"));
    ServiceStated all = stated(messenger, ServiceState::MajorOutage);
    all.services.push_back(pay);
    all.services.push_back(word("지도")); // nobody owns it
    scene.did(scene.commander(), all);
    const auto asked = [&](const Member& who) {
        return toConfirm(scene.incident(), scene.org.organisation(), &known, who.person);
    };
    QCOMPARE(asked(owner).size(), std::size_t(1));
    QCOMPARE(asked(owner).front().service, messenger);
    QCOMPARE(asked(other).front().service, pay);
    QVERIFY(asked(scene.commander()).empty());
    QVERIFY(toConfirm(scene.incident(), scene.org.organisation(), nullptr, owner.person).empty());
    // Somebody else's word is not the owner's.
    scene.did(other, ServicesConfirmed{{}, asked(owner)});
    QCOMPARE(asked(owner).size(), std::size_t(1));
    scene.did(owner, ServicesConfirmed{{}, asked(owner)});
    QVERIFY(asked(owner).empty());
    // What they state themselves needs no word of theirs.
    scene.did(other, stated(pay, ServiceState::Recovering));
    QVERIFY(asked(other).empty());
    const auto views = serviceViews(scene.incident(), scene.org.organisation(), &known, scene.org.now);
    for (const ServiceView& view : views) {
        QCOMPARE(view.owner,
                 view.line.key.service == word("지도") ? OwnerWord::NotAsked : OwnerWord::Confirmed);
    }
}

void TestServiceRules::anOutageLastsUntilItIsOver() {
    Scene scene;
    const Member& who = scene.responder();
    const auto out = [&] { return scene.incident().serviceStates.at({messenger, {}}).outSince; };
    scene.did(who, stated(messenger, ServiceState::Operational));
    QVERIFY(!out());
    scene.org.now += 1min;
    const Moment began = scene.org.now;
    scene.did(who, stated(messenger, ServiceState::MajorOutage));
    scene.org.now += 5min;
    scene.did(who, stated(messenger, ServiceState::Recovering));
    scene.org.now += 5min;
    scene.did(who, stated(messenger, ServiceState::Unknown)); // nobody says that it is back
    QCOMPARE(out(), std::optional(began));
    scene.did(who, stated(messenger, ServiceState::Operational));
    QVERIFY(!out());
    ServiceStated earlier = stated(messenger, ServiceState::Degraded);
    earlier.line.occurredAt = began - 30min;
    scene.did(who, earlier);
    QCOMPARE(out(), std::optional(began - 30min));
}

void TestServiceRules::whatIsAwayTooLongIsTold() {
    Scene scene;
    const Catalogue known = catalogue();
    scene.did(scene.responder(), stated(messenger, ServiceState::MajorOutage));
    ServiceStated photos = stated(messenger, ServiceState::MajorOutage);
    photos.function = word("사진");
    scene.did(scene.responder(), photos);
    const Moment began = scene.org.now;
    const auto over = [&](Moment now, const QString& function) {
        for (const ServiceView& view :
             serviceViews(scene.incident(), scene.org.organisation(), &known, now)) {
            if (view.line.key.function == function) {
                return view.over;
            }
        }
        return std::optional<Millis>(-1ms);
    };
    QVERIFY(!over(began + 20min, {}));
    QCOMPARE(over(began + 41min, {}), std::optional<Millis>(21min));
    QVERIFY(!over(began + 60min, word("사진"))); // it has an RTO of its own
    QCOMPARE(over(began + 61min, word("사진")), std::optional<Millis>(1min));
}

void TestServiceRules::usersHitAreRanges() {
    Scene scene;
    const auto code = [&](ImpactStated facts) { return scene.code(scene.responder(), facts); };
    ImpactStated facts;
    facts.services = {messenger};
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange)); // says nothing
    facts.permille = {300, 1001};
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.permille = {300, 200};
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.permille = {300, 1000};
    facts.platform = QStringLiteral("PC");
    QCOMPARE(code(facts), QByteArray());
    facts.services.clear();
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    QCOMPARE(scene.incident().impacts.at({{messenger, {}}, QStringLiteral("PC")}).permille->from,
             quint64(300));
    facts.services = {messenger};
    facts.users = {1, 0};
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.users = {1, 2};
    QCOMPARE(scene.code(scene.the(Permission::Viewer), facts), QByteArray(refusal::notPermitted));
    // As many as the limit allows, and what is there can be changed.
    for (int i = 1; i < limits::impacts; ++i) {
        facts.services = {QString::number(i)};
        QCOMPARE(code(facts), QByteArray());
    }
    facts.services = {word("하나 더")};
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.services = {messenger};
    QCOMPARE(code(facts), QByteArray());
}

void TestServiceRules::usersHitAreReadAsTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isShare");
    QTest::addColumn<int>("from"); // -1: not understood
    QTest::addColumn<int>("to");
    const auto row = [](const char* typed, bool isShare, int from, int to) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << isShare << from << to;
    };
    row("30%", true, 300, 300);
    row("12.5~20 %", true, 125, 200);
    row("10%~20%", true, 100, 200);
    row("0.1%", true, 1, 1);
    row("100%", true, 1000, 1000);
    row("400000", false, 400000, 400000);
    row("200,000~300,000", false, 200000, 300000);
    row("100.1%", true, -1, 0);
    row("20~10%", true, -1, 0);
    row("12.55%", true, -1, 0);
    row("1.5", false, -1, 0);
    row("many", false, -1, 0);
    row("~5", false, -1, 0);
    row("1~2~3", false, -1, 0);
    row("", false, -1, 0);
}

void TestServiceRules::usersHitAreReadAsTyped() {
    QFETCH(QString, typed);
    QFETCH(bool, isShare);
    QFETCH(int, from);
    QFETCH(int, to);
    const auto read = parseUsersHit(typed);
    QCOMPARE(read, from < 0 ? std::nullopt : std::optional(UsersHit{isShare, {quint64(from), quint64(to)}}));
}

void TestServiceRules::theCauseIsStatedAgainstTheLast() {
    Scene scene;
    const EventId declared = scene.incident().declaredBy;
    QCOMPARE(scene.incident().cause.setBy, declared);
    const Member& who = scene.responder();
    QCOMPARE(scene.code(who, CauseStated{{}, Certainty::Suspected, declared, {}}),
             QByteArray(refusal::malformed));
    const EventId suspected =
        scene.did(who, CauseStated{{}, Certainty::Suspected, declared, {}}, scene.org.words());
    QCOMPARE(scene.code(who, CauseStated{{}, Certainty::Confirmed, declared, {}}, scene.org.words()),
             QByteArray(refusal::stale));
    const CauseStated confirmed{{}, Certainty::Confirmed, suspected, scene.commander().person};
    QCOMPARE(scene.code(scene.the(Permission::Scribe), confirmed, scene.org.words()),
             QByteArray(refusal::notPermitted));
    const EventId set = scene.did(who, confirmed, scene.org.words());
    QCOMPARE(scene.incident().cause.by, std::optional(scene.commander().person));
    QCOMPARE(scene.incident().cause.certainty, Certainty::Confirmed);
    // It may turn out to have been another.
    QCOMPARE(scene.code(who, CauseStated{{}, Certainty::Investigating, set, {}}), QByteArray());
}

void TestServiceRules::aTimeHasItsBasis() {
    Scene scene;
    const Moment at = scene.org.now + 90min;
    const auto all = expectationOf(scene.incident(), {}, at);
    QCOMPARE(scene.code(scene.responder(), all), QByteArray(refusal::reasonMissing));
    QCOMPARE(scene.code(scene.the(Permission::Scribe), all, scene.org.words()),
             QByteArray(refusal::notPermitted));
    QCOMPARE(
        scene.code(scene.responder(), expectationOf(scene.incident(), {}, std::nullopt), scene.org.words()),
        QByteArray(refusal::notFound)); // none was given
    RecoveryExpected nothing = all;
    nothing.function = word("사진");
    QCOMPARE(scene.code(scene.responder(), nothing, scene.org.words()), QByteArray(refusal::outOfRange));
    QCOMPARE(scene.code(scene.responder(), all, scene.org.words()), QByteArray());
    QCOMPARE(scene.code(scene.responder(), all, scene.org.words()), QByteArray(refusal::stale));
}

void TestServiceRules::changesOfATimeAreKept() {
    Scene scene;
    const ServiceKey key{messenger, {}};
    const Moment first = scene.org.now + 60min;
    const auto expect = [&](const std::optional<Moment>& at) {
        return scene.did(scene.responder(), expectationOf(scene.incident(), key, at), scene.org.words());
    };
    expect(first);
    expect(first + 60min);
    const EventId last = expect(std::nullopt);
    const RecoveryStatus& recovery = scene.incident().recoveries.at(key);
    QCOMPARE(recovery.first, first);
    QCOMPARE(recovery.changes, quint64(2));
    QVERIFY(!recovery.at);
    QCOMPARE(recovery.setBy, last);
    QCOMPARE(recovery.owner, std::optional(scene.responder().person));
}

void TestServiceRules::whatHasPassedIsAskedFor() {
    Scene scene;
    const Moment at = scene.org.now + 30min;
    scene.did(scene.responder(), stated(messenger, ServiceState::MajorOutage));
    scene.did(scene.responder(), expectationOf(scene.incident(), {messenger, {}}, at), scene.org.words());
    scene.did(scene.responder(), expectationOf(scene.incident(), {}, at + 10min), scene.org.words());
    QVERIFY(passedRecoveries(scene.incident(), at - 1ms).empty());
    QCOMPARE(passedRecoveries(scene.incident(), at).size(), std::size_t(1));
    QCOMPARE(passedRecoveries(scene.incident(), at + 10min).size(), std::size_t(2));
    QCOMPARE(passedRecoveries(scene.incident(), at + 10min).front().first.service, messenger);
    const Viewer viewer{scene.responder().person, Permission::Responder};
    const auto needs = allNeedsOf(scene.incident(), scene.org.organisation(), viewer, {}, at);
    const auto renew = std::find_if(needs.begin(), needs.end(),
                                    [](const Need& need) { return need.kind == NeedKind::RenewRecovery; });
    QVERIFY(renew != needs.end());
    QCOMPARE(renew->service, messenger);
    QCOMPARE(renew->since, at);
    scene.did(scene.responder(), stated(messenger, ServiceState::Operational));
    QVERIFY(passedRecoveries(scene.incident(), at).empty());
    scene.did(scene.commander(), PhaseChanged{Phase::Resolved, scene.incident().phase.setBy});
    QVERIFY(passedRecoveries(scene.incident(), at + 10min).empty());
}

// The largest names there may be.
void TestServiceRules::manyConfirmationsFitTheirEvents() {
    std::vector<StateNamed> states;
    for (int i = 0; i < 100; ++i) {
        states.push_back(
            {QString(limits::keyTextBytes, u'x'), QString(limits::keyTextBytes, u'y'), EventId::zeros()});
    }
    const auto acts = confirmationsOf(states);
    std::size_t confirmed = 0;
    for (const ServicesConfirmed& act : acts) {
        QVERIFY(encodeFacts(act).size() < limits::partsBytes - 1000); // with room for words
        confirmed += act.states.size();
    }
    QCOMPARE(confirmed, states.size());
    QVERIFY(confirmationsOf({}).empty());
}

QTEST_GUILESS_MAIN(TestServiceRules)

#include "test_service_rules.moc"
