#include "domain/organisation/inviting.h"
#include "support/testorganisation.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

constexpr std::array allPermissions{Permission::Viewer,         Permission::Scribe,    Permission::Responder,
                                    Permission::Communications, Permission::Commander, Permission::Auditor,
                                    Permission::Admin};

// The admin itself where the permission is admin, so that there are not two.
Member holder(TestOrganisation& org, Permission permission) {
    return permission == Permission::Admin ? org.admin() : org.join("holder", permission);
}

} // namespace

class TestInviteRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoMayInviteWhom_data();
    void whoMayInviteWhom();
    void whoInspectsReadsAlone();
    void invitesOfAnEmergencyAreFewAndShort();
    void emergencyInvitesAreMarked();
    void everybodyMayInviteAnotherDeviceOfTheirOwn();
    void onlyAdminsInviteDevicesOfOthers();
    void rootInvitesOneAdmin();
    void invitesHaveLimits();
    void anInviteKeyServesOnce();
    void invitesAreUsedUp();
    void usedUpInvitesMakeRoomOnceItIsNeeded();
    void invitesExpireAfterTheirLastMillisecond();
    void invitesDieWithTheirIssuer();
    void invitesDieWithTheIssuingDevice();
    void whoMayWithdrawInvites();
    void aJoinNeedsTheInvitesSignature();
    void nobodyJoinsTwice();
    void aDeviceIsBroughtByItselfAlone();
    void aRevokedPersonGetsNoOtherDevice();
    void aPersonWhoseDevicesAreGoneGetsAnother();
    void invitesDieWithTheRootKeyThatIssuedThem();
    void whoMayApproveJoinsByAOneUseInvite();
};

void TestInviteRules::whoMayInviteWhom_data() {
    QTest::addColumn<int>("issuer");
    QTest::addColumn<int>("invited");
    QTest::addColumn<bool>("allowed");
    // In the order of allPermissions: viewer, scribe, responder, communications, commander, auditor, admin.
    const std::array<const char*, 7> table{"-------", "-------", "+++----", "+++----",
                                           "++++---", "-------", "+++++++"};
    for (std::size_t issuer = 0; issuer < table.size(); ++issuer) {
        for (std::size_t invited = 0; invited < table.size(); ++invited) {
            QTest::addRow("%s invites %s", wordOf(allPermissions[issuer]), wordOf(allPermissions[invited]))
                << int(allPermissions[issuer]) << int(allPermissions[invited])
                << (table[issuer][invited] == '+');
        }
    }
}

void TestInviteRules::whoMayInviteWhom() {
    QFETCH(int, issuer);
    QFETCH(int, invited);
    QFETCH(bool, allowed);
    TestOrganisation org;
    const Member who = holder(org, Permission(issuer));
    const Verdict verdict = org.act(who, org.orgLog(), org.invite("x", Permission(invited)));
    QCOMPARE(codeOf(verdict), QByteArray(allowed ? "" : refusal::inviteTooWide));
    if (allowed) {
        const Member newcomer("newcomer");
        org.did(newcomer, org.orgLog(), org.joining("x", newcomer));
        QCOMPARE(org.organisation().permission(newcomer.person, org.organisation().seq), Permission(invited));
    }
}

void TestInviteRules::whoInspectsReadsAlone() {
    QCOMPARE(inspectorPermission(Permission::Admin), std::optional(Permission::Auditor));
    QCOMPARE(inspectorPermission(Permission::Commander), std::optional(Permission::Viewer));
    QCOMPARE(inspectorPermission(Permission::Responder), std::optional(Permission::Viewer));
    for (const Permission own : {Permission::Viewer, Permission::Scribe, Permission::Auditor}) {
        QCOMPARE(inspectorPermission(own), std::nullopt);
    }
}

void TestInviteRules::invitesOfAnEmergencyAreFewAndShort() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member commander = org.join("c", Permission::Commander);
    const auto code = [&](const Member& who, quint64 uses, Millis validFor) {
        static int number = 0;
        return codeOf(
            org.act(who, org.orgLog(),
                    org.invite(QByteArray::number(++number), Permission::Responder, uses, validFor)));
    };
    QCOMPARE(code(responder, 5, 24h), QByteArray());
    QCOMPARE(code(responder, 6, 1h), QByteArray(refusal::inviteTooWide));
    QCOMPARE(code(responder, 1, 24h + 1ms), QByteArray(refusal::inviteTooWide));
    QCOMPARE(code(commander, 6, 24h + 1ms), QByteArray());
}

void TestInviteRules::emergencyInvitesAreMarked() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member commander = org.join("c", Permission::Commander);
    org.did(responder, org.orgLog(), org.invite("by responder", Permission::Viewer));
    org.did(commander, org.orgLog(), org.invite("by commander", Permission::Viewer));
    InviteIssued own = org.invite("own", Permission::Viewer);
    own.person = responder.person;
    org.did(responder, org.orgLog(), own);
    const auto emergency = [&](const char* name) {
        return org.organisation().invites.at(org.inviteKey(name).publicKey()).emergency;
    };
    QVERIFY(emergency("by responder"));
    QVERIFY(!emergency("by commander"));
    QVERIFY(!emergency("own"));
    QVERIFY(!emergency("admin")); // root's
}

void TestInviteRules::everybodyMayInviteAnotherDeviceOfTheirOwn() {
    for (const Permission permission : allPermissions) {
        TestOrganisation org;
        const Member who = holder(org, permission);
        const Member second = org.joinDevice("second", who);
        const auto author = org.organisation().author(second.device, org.organisation().seq);
        QCOMPARE(author->person, std::optional(who.person));
        QCOMPARE(author->permission, std::optional(permission)); // the person's, not the invite's
        QVERIFY(!org.organisation().persons.contains(PersonId::of(second.device)));
    }
}

void TestInviteRules::onlyAdminsInviteDevicesOfOthers() {
    TestOrganisation org;
    const Member viewer = org.join("v", Permission::Viewer);
    const Member commander = org.join("c", Permission::Commander);
    InviteIssued forViewer = org.invite("x", Permission::Viewer);
    forViewer.person = viewer.person;
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), forViewer)), QByteArray(refusal::inviteTooWide));
    QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), forViewer)), QByteArray(refusal::inviteTooWide));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), forViewer)), QByteArray());
    InviteIssued forNobody = org.invite("y", Permission::Viewer);
    forNobody.person = Member("stranger").person;
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), forNobody)), QByteArray(refusal::notFound));
}

void TestInviteRules::rootInvitesOneAdmin() {
    TestOrganisation org;
    for (const Permission permission : allPermissions) {
        const bool admin = permission == Permission::Admin;
        QCOMPARE(codeOf(org.act(org.root(), org.orgLog(),
                                org.invite(QByteArray("as ") + wordOf(permission), permission))),
                 QByteArray(admin ? "" : refusal::inviteTooWide));
    }
    QCOMPARE(codeOf(org.act(org.otherRoot(), org.orgLog(), org.invite("two", Permission::Admin, 2))),
             QByteArray(refusal::inviteTooWide));
    QCOMPARE(codeOf(org.act(org.otherRoot(), org.orgLog(), org.invite("one", Permission::Admin))),
             QByteArray());
}

void TestInviteRules::invitesHaveLimits() {
    TestOrganisation org;
    const auto code = [&](quint64 uses, Millis validFor) {
        static int number = 0;
        return codeOf(org.act(org.admin(), org.orgLog(),
                              org.invite(QByteArray::number(++number), Permission::Viewer, uses, validFor)));
    };
    QCOMPARE(code(0, 1h), QByteArray(refusal::outOfRange));
    QCOMPARE(code(quint64(limits::inviteUses), 1h), QByteArray());
    QCOMPARE(code(quint64(limits::inviteUses) + 1, 1h), QByteArray(refusal::outOfRange));
    QCOMPARE(code(1, Millis(limits::inviteValidLeast) - 1ms), QByteArray(refusal::outOfRange));
    QCOMPARE(code(1, limits::inviteValidLeast), QByteArray());
    QCOMPARE(code(1, limits::inviteValid), QByteArray());
    QCOMPARE(code(1, Millis(limits::inviteValid) + 1ms), QByteArray(refusal::outOfRange));
}

void TestInviteRules::anInviteKeyServesOnce() {
    TestOrganisation org;
    const Member newcomer("n");
    QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("x", newcomer))),
             QByteArray(refusal::inviteUnknown));
    org.did(org.admin(), org.orgLog(), org.invite("x", Permission::Viewer));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), org.invite("x", Permission::Responder))),
             QByteArray(refusal::alreadyDone));
}

void TestInviteRules::invitesAreUsedUp() {
    TestOrganisation org;
    org.did(org.admin(), org.orgLog(), org.invite("x", Permission::Responder, 2));
    for (const auto& [name, openBehind] : {std::pair("first", 1), std::pair("second", 0)}) {
        const Member newcomer(name);
        org.did(newcomer, org.orgLog(), org.joining("x", newcomer));
        QCOMPARE(openInvites(org.organisation(), org.now), std::size_t(openBehind)); // used up it makes room
    }
    const Member third("third");
    QCOMPARE(codeOf(org.act(third, org.orgLog(), org.joining("x", third))), QByteArray(refusal::inviteUsed));
    QVERIFY(!org.organisation().author(third.device, org.organisation().seq));
}

void TestInviteRules::usedUpInvitesMakeRoomOnceItIsNeeded() {
    TestOrganisation org;
    const PublicKey used = org.inviteKey("admin").publicKey();
    const auto& invites = org.organisation().invites;
    const auto issue = [&] {
        org.did(org.admin(), org.orgLog(),
                org.invite(QByteArray::number(qulonglong(invites.size())), Permission::Viewer));
    };
    while (invites.size() < std::size_t(limits::invites)) {
        issue();
    }
    QVERIFY(invites.contains(used));
    issue();
    QVERIFY(!invites.contains(used));
    QCOMPARE(invites.size(), std::size_t(limits::invites));
}

void TestInviteRules::invitesExpireAfterTheirLastMillisecond() {
    for (const auto late : {0ms, 1ms}) {
        TestOrganisation org;
        org.did(org.admin(), org.orgLog(), org.invite("x", Permission::Viewer, 1, 10min));
        org.now += 10min + late;
        const Member newcomer("n");
        QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("x", newcomer))),
                 QByteArray(late == 0ms ? "" : refusal::inviteExpired));
    }
}

void TestInviteRules::invitesDieWithTheirIssuer() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    org.did(responder, org.orgLog(), org.invite("x", Permission::Viewer));
    org.did(org.admin(), org.orgLog(), PersonRevoked{responder.person}, org.because());
    const Member newcomer("n");
    QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("x", newcomer))),
             QByteArray(refusal::inviteUnknown));
}

void TestInviteRules::invitesDieWithTheIssuingDevice() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member stolen = org.joinDevice("stolen", responder);
    org.did(stolen, org.orgLog(), org.invite("by stolen", Permission::Viewer));
    org.did(responder, org.orgLog(), org.invite("by the other", Permission::Viewer));
    org.did(responder, org.orgLog(), DeviceRevoked{stolen.device});
    const Member newcomer("n");
    QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("by stolen", newcomer))),
             QByteArray(refusal::inviteUnknown));
    QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("by the other", newcomer))), QByteArray());
}

void TestInviteRules::whoMayWithdrawInvites() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member other = org.join("o", Permission::Responder);
    const Member commander = org.join("c", Permission::Commander);
    const InviteRevoked withdrawn{org.inviteKey("x").publicKey()};
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), withdrawn)), QByteArray(refusal::inviteUnknown));
    org.did(responder, org.orgLog(), org.invite("x", Permission::Viewer));
    QCOMPARE(codeOf(org.act(other, org.orgLog(), withdrawn)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), withdrawn)), QByteArray());
    QCOMPARE(codeOf(org.act(responder, org.orgLog(), withdrawn)), QByteArray(refusal::alreadyDone));
    org.did(responder, org.orgLog(), org.invite("y", Permission::Viewer));
    org.did(responder, org.orgLog(), InviteRevoked{org.inviteKey("y").publicKey()});
    const Member newcomer("n");
    QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("y", newcomer))),
             QByteArray(refusal::inviteUnknown));
}

void TestInviteRules::aJoinNeedsTheInvitesSignature() {
    TestOrganisation org;
    org.did(org.admin(), org.orgLog(), org.invite("x", Permission::Admin));
    const Member thief("thief");
    DeviceAdded stolen = org.joining("x", Member("newcomer")); // the proof vouches for another key
    stolen.deviceKey = thief.signer.publicKey();
    QCOMPARE(codeOf(org.act(thief, org.orgLog(), stolen)), QByteArray(refusal::joinUnproven));
    DeviceAdded forged = org.joining("x", thief);
    forged.proof = thief.signer.sign("anything");
    QCOMPARE(codeOf(org.act(thief, org.orgLog(), forged)), QByteArray(refusal::joinUnproven));
}

void TestInviteRules::nobodyJoinsTwice() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    org.did(org.admin(), org.orgLog(), org.invite("x", Permission::Admin));
    QCOMPARE(codeOf(org.act(responder, org.orgLog(), org.joining("x", responder))),
             QByteArray(refusal::alreadyDone));
}

void TestInviteRules::aDeviceIsBroughtByItselfAlone() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    org.did(org.admin(), org.orgLog(), org.invite("x", Permission::Viewer, 10));
    // Whoever holds an invite could otherwise make a root key or a relay into a viewer, or somebody else's
    // key into a device of its own.
    for (const Member& victim : {org.root(), org.relay(), Member("somebody")}) {
        const Facts added = org.joining("x", victim);
        QCOMPARE(codeOf(org.act(responder, org.orgLog(), added)), QByteArray(refusal::joinUnproven));
        QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), added)), QByteArray(refusal::joinUnproven));
    }
    QCOMPARE(org.organisation().author(org.root().device, org.organisation().seq)->role, Author::Role::Root);
    for (const Member& who : {org.root(), org.relay()}) { // nor do they join themselves
        QCOMPARE(codeOf(org.act(who, org.orgLog(), org.joining("x", who))),
                 QByteArray(refusal::notPermitted));
    }
}

void TestInviteRules::aRevokedPersonGetsNoOtherDevice() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    InviteIssued bound = org.invite("x", Permission::Viewer);
    bound.person = responder.person;
    org.did(org.admin(), org.orgLog(), bound);
    org.did(org.admin(), org.orgLog(), PersonRevoked{responder.person}, org.because());
    const Member phone("phone");
    QCOMPARE(codeOf(org.act(phone, org.orgLog(), org.joining("x", phone))),
             QByteArray(refusal::inviteUnknown));
}

void TestInviteRules::aPersonWhoseDevicesAreGoneGetsAnother() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    org.did(org.admin(), org.orgLog(), DeviceRevoked{responder.device}); // lost
    InviteIssued bound = org.invite("x", Permission::Viewer);
    bound.person = responder.person;
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), bound)), QByteArray());
    const Member phone("phone");
    org.did(phone, org.orgLog(), org.joining("x", phone));
    const auto author = org.organisation().author(phone.device, org.organisation().seq);
    QCOMPARE(author->person, std::optional(responder.person));
    QCOMPARE(author->permission, Permission::Responder);
    QVERIFY(org.organisation().isActive(responder.person, org.organisation().seq));
}

void TestInviteRules::invitesDieWithTheRootKeyThatIssuedThem() {
    TestOrganisation org;
    org.did(org.root(), org.orgLog(), org.invite("by the stolen", Permission::Admin));
    org.did(org.otherRoot(), org.orgLog(), org.invite("by the other", Permission::Admin));
    const Member newRoot("new root");
    org.did(org.otherRoot(), org.orgLog(),
            RootReplaced{{newRoot.signer.publicKey(), org.otherRoot().signer.publicKey()}});
    const Member newcomer("n");
    QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("by the stolen", newcomer))),
             QByteArray(refusal::inviteUnknown));
    QCOMPARE(codeOf(org.act(newcomer, org.orgLog(), org.joining("by the other", newcomer))), QByteArray());
}

void TestInviteRules::whoMayApproveJoinsByAOneUseInvite() {
    for (const Permission permission : allPermissions) {
        TestOrganisation org;
        const bool approves = permission == Permission::Communications ||
                              permission == Permission::Commander || permission == Permission::Admin;
        const QByteArray expected(approves ? refusal::inviteTooWide : "");
        QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), org.invite("x", permission, 2))), expected);
        const Member who = holder(org, permission);
        InviteIssued own = org.invite("y", Permission::Viewer, 2);
        own.person = who.person;
        QCOMPARE(codeOf(org.act(who, org.orgLog(), own)), expected);
    }
}

QTEST_APPLESS_MAIN(TestInviteRules)
#include "test_invite_rules.moc"
