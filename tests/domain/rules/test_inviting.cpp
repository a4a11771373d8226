// What is offered to whoever invites is what the rules allow, neither more nor less: asked of the rules
// themselves.
#include "domain/base/limits.h"
#include "domain/organisation/inviting.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

class TestInviting final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void offersWhatTheRulesAllow_data();
    void offersWhatTheRulesAllow();
    void anotherDeviceOfOnesOwn_data() { everyPermission(); }
    void anotherDeviceOfOnesOwn();
    void whatIsProposedIsAllowed();

  private:
    static void everyPermission();
    // Whether `who` may issue it, without issuing it.
    static bool allows(const TestOrganisation& org, const Member& who, InviteIssued facts) {
        static int count = 0;
        TestOrganisation copy = org;
        facts.inviteKey = TestOrganisation::inviteKey("try " + QByteArray::number(++count)).publicKey();
        return !copy.act(who, copy.orgLog(), facts);
    }
};

void TestInviting::everyPermission() {
    QTest::addColumn<int>("own");
    for (int own = 1; own <= int(Permission::Last); ++own) {
        QTest::addRow("%s", wordOf(Permission(own))) << own;
    }
}

void TestInviting::offersWhatTheRulesAllow_data() {
    everyPermission();
}

void TestInviting::offersWhatTheRulesAllow() {
    QFETCH(int, own);
    const Scene scene;
    const Member& who = scene.the(Permission(own));
    const std::vector<Permission> offered = invitable(Permission(own));
    for (int value = 1; value <= int(Permission::Last); ++value) {
        const auto invited = Permission(value);
        const bool isOffered = std::find(offered.begin(), offered.end(), invited) != offered.end();
        const auto facts = TestOrganisation::invite("x", invited, 1, 1min);
        QCOMPARE(isOffered, allows(scene.org, who, facts));
        if (!isOffered) {
            continue;
        }
        const InviteBounds most = inviteBounds(Permission(own), invited);
        QVERIFY(allows(scene.org, who, TestOrganisation::invite("x", invited, most.mostUses, most.longest)));
        QVERIFY(!allows(scene.org, who, TestOrganisation::invite("x", invited, most.mostUses + 1, 1min)));
        QVERIFY(!allows(scene.org, who, TestOrganisation::invite("x", invited, 1, most.longest + 1ms)));
    }
}

void TestInviting::anotherDeviceOfOnesOwn() {
    QFETCH(int, own);
    const Scene scene;
    const Member& who = scene.the(Permission(own));
    const InviteBounds most = deviceInviteBounds(Permission(own));
    const auto wish = [&](quint64 uses, Millis valid) {
        auto facts = TestOrganisation::invite("x", Permission::Viewer, uses, valid);
        facts.person = who.person;
        return facts;
    };
    QVERIFY(allows(scene.org, who, wish(most.mostUses, most.longest)));
    QVERIFY(!allows(scene.org, who, wish(most.mostUses + 1, 1min)));
    QVERIFY(!allows(scene.org, who, wish(1, most.longest + 1ms)));
}

void TestInviting::whatIsProposedIsAllowed() {
    const Scene scene;
    QVERIFY(maySpeak(proposedTerms()));
    QVERIFY(!maySpeak({2, limits::spokenValid}));
    QVERIFY(!maySpeak({1, limits::spokenValid + 1ms}));
    for (int own = 1; own <= int(Permission::Last); ++own) {
        for (const Permission invited : invitable(Permission(own))) {
            QVERIFY(
                allows(scene.org, scene.the(Permission(own)),
                       TestOrganisation::invite("x", invited, proposedTerms().uses, proposedTerms().valid)));
        }
        if (mayMakeEnvelope(Permission(own))) {
            QVERIFY(allows(scene.org, scene.the(Permission(own)),
                           TestOrganisation::invite("x", envelopePermission, envelopeTerms().uses,
                                                    envelopeTerms().valid)));
        }
    }
    const std::vector<Millis> times = inviteTimes();
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    QCOMPARE(times.front(), proposedTerms().valid);
    QVERIFY(times.back() <= limits::inviteValid);
}

QTEST_APPLESS_MAIN(TestInviting)
#include "test_inviting.moc"
