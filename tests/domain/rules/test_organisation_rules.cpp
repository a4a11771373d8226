#include "support/testorganisation.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

EventId lastGrant(const TestOrganisation& org, const PersonId& person) {
    return org.organisation().persons.at(person).grants.back().setBy;
}

} // namespace

class TestOrganisationRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void foundation();
    void twoDevicesAreOnePerson();
    void permissionsAreSetByAdminsAgainstTheLast();
    void thereIsAlwaysAnAdmin();
    void revocationHoldsFromItsPlaceOn();
    void devicesAreRevokedByTheirOwnPersonOrAnAdmin();
    void peopleAreRevokedByAdmins();
    void aRevokedDeviceDoesNotComeBack();
    void peopleAreDescribedByThemselvesOrCommanders();
    void departmentsAreDescribedByCommanders();
    void relaysAreDescribedByAdminsAndThemselves();
    void relaysAndRootsAreLimited();
    void rootsReplaceThemselves();
    void featureLevelsOnlyRise();
    void holdsAreSetAndReleasedByCommanders();
    void holdsAreLimited();
    void departmentsAreLimited();
    void documentsArePublishedByCommandersAgainstTheLast();
    void aVersionIsReadOnceByEachAndWhileItHolds();
    void documentsAreLimited();
    void openInvitesAreLimited();
    void peopleAreLimited();
    void onlyAdminsErase();
    void incidentFactsDoNotBelongHere();
};

void TestOrganisationRules::foundation() {
    TestOrganisation org;
    QCOMPARE(org.organisation().featureLevel, quint64(1));
    QCOMPARE(org.organisation().epochs.size(), std::size_t(1));
    QCOMPARE(org.organisation().epochs[0].id, EpochId::of(*org.organisation().id));
    QCOMPARE(org.organisation().author(org.root().device, 1)->role, Author::Role::Root);
    QCOMPARE(org.organisation().author(org.otherRoot().device, 1)->role, Author::Role::Root);
    QCOMPARE(org.organisation().author(org.relay().device, 1)->role, Author::Role::Relay);
    QVERIFY(!org.organisation().author(org.admin().device, 2)); // joined by the third entry
    QCOMPARE(org.organisation().author(org.admin().device, 3)->permission, Permission::Admin);
    QVERIFY(!org.organisation().author(Member("stranger").device, 3));
    // Nobody founds it a second time.
    const Founded again{{org.root().signer.publicKey(), org.otherRoot().signer.publicKey()},
                        {org.relay().signer.publicKey(), {TlsPin::zeros()}, SealingKey::zeros()},
                        1};
    QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), again)), QByteArray(refusal::alreadyDone));
}

void TestOrganisationRules::twoDevicesAreOnePerson() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member phone = org.joinDevice("phone", responder);
    org.did(org.admin(), org.orgLog(),
            PermissionSet{responder.person, Permission::Commander, lastGrant(org, responder.person)});
    QCOMPARE(org.organisation().author(phone.device, org.organisation().seq)->permission,
             Permission::Commander);
    org.did(phone, org.orgLog(), DeviceRevoked{responder.device});
    QVERIFY(org.organisation().isActive(responder.person, org.organisation().seq));
    QVERIFY(org.organisation().author(responder.device, org.organisation().seq)->revoked);
    QVERIFY(!org.organisation().author(phone.device, org.organisation().seq)->revoked);
}

void TestOrganisationRules::permissionsAreSetByAdminsAgainstTheLast() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member commander = org.join("c", Permission::Commander);
    const EventId joined = lastGrant(org, responder.person);
    const PermissionSet raised{responder.person, Permission::Scribe, joined};
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), raised)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), raised)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), raised)), QByteArray());
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), raised)), QByteArray(refusal::stale));
    const quint64 seq = org.organisation().seq;
    QCOMPARE(org.organisation().permission(responder.person, seq), Permission::Scribe);
    QCOMPARE(org.organisation().permission(responder.person, seq - 1),
             Permission::Responder); // never backwards
    const PermissionSet ofStranger{Member("stranger").person, Permission::Viewer, joined};
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), ofStranger)), QByteArray(refusal::notFound));
    org.did(org.admin(), org.orgLog(), PersonRevoked{responder.person}, org.because());
    const PermissionSet ofRevoked{responder.person, Permission::Viewer, lastGrant(org, responder.person)};
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), ofRevoked)), QByteArray(refusal::notFound));
}

void TestOrganisationRules::thereIsAlwaysAnAdmin() {
    TestOrganisation org;
    const Member& admin = org.admin();
    const PermissionSet down{admin.person, Permission::Viewer, lastGrant(org, admin.person)};
    QCOMPARE(codeOf(org.act(admin, org.orgLog(), down)), QByteArray(refusal::lastAdmin));
    QCOMPARE(codeOf(org.act(admin, org.orgLog(), DeviceRevoked{admin.device})),
             QByteArray(refusal::lastAdmin));
    QCOMPARE(codeOf(org.act(admin, org.orgLog(), PersonRevoked{admin.person}, org.because())),
             QByteArray(refusal::lastAdmin));
    // A second device keeps the admin, but not if the person goes.
    const Member phone = org.joinDevice("phone", admin);
    QCOMPARE(codeOf(org.act(admin, org.orgLog(), PersonRevoked{admin.person}, org.because())),
             QByteArray(refusal::lastAdmin));
    QCOMPARE(codeOf(org.act(admin, org.orgLog(), DeviceRevoked{admin.device})), QByteArray());
    QCOMPARE(codeOf(org.act(phone, org.orgLog(), DeviceRevoked{phone.device})),
             QByteArray(refusal::lastAdmin));
    // A second admin does; one without a device that is not revoked does not count.
    const Member second("second");
    org.did(phone, org.orgLog(), org.invite("second", Permission::Admin));
    org.did(second, org.orgLog(), org.joining("second", second));
    QCOMPARE(codeOf(org.act(phone, org.orgLog(), PersonRevoked{admin.person}, org.because())), QByteArray());
    QCOMPARE(codeOf(org.act(second, org.orgLog(), DeviceRevoked{second.device})),
             QByteArray(refusal::lastAdmin));
}

void TestOrganisationRules::revocationHoldsFromItsPlaceOn() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const quint64 before = org.organisation().seq;
    org.did(org.admin(), org.orgLog(), DeviceRevoked{responder.device});
    const quint64 after = org.organisation().seq;
    QVERIFY(!org.organisation().author(responder.device, before)->revoked);
    QVERIFY(org.organisation().author(responder.device, after)->revoked);
    QVERIFY(org.organisation().isActive(responder.person, before));
    QVERIFY(!org.organisation().isActive(responder.person, after));
    QCOMPARE(codeOf(org.act(responder, org.orgLog(), org.invite("x", Permission::Viewer))),
             QByteArray(refusal::revoked));
}

void TestOrganisationRules::devicesAreRevokedByTheirOwnPersonOrAnAdmin() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member commander = org.join("c", Permission::Commander);
    const DeviceRevoked revoked{responder.device};
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), revoked)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(responder, org.orgLog(), revoked)), QByteArray());
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), revoked)), QByteArray(refusal::alreadyDone));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), DeviceRevoked{commander.device})), QByteArray());
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), DeviceRevoked{Member("stranger").device})),
             QByteArray(refusal::notFound));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), DeviceRevoked{org.relay().device})),
             QByteArray(refusal::notFound)); // relays leave with an epoch
}

void TestOrganisationRules::peopleAreRevokedByAdmins() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const Member phone = org.joinDevice("phone", responder);
    const Member commander = org.join("c", Permission::Commander);
    const PersonRevoked revoked{responder.person};
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), revoked)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(responder, org.orgLog(), revoked)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), revoked)), QByteArray());
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), revoked)), QByteArray(refusal::alreadyDone));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), PersonRevoked{Member("stranger").person})),
             QByteArray(refusal::notFound));
    for (const Member& device : {responder, phone}) {
        QVERIFY(org.organisation().author(device.device, org.organisation().seq)->revoked);
    }
    QVERIFY(!org.organisation().isActive(responder.person, org.organisation().seq));
    InviteIssued another = org.invite("x", Permission::Viewer);
    another.person = responder.person;
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), another)), QByteArray(refusal::notFound));
}

void TestOrganisationRules::aRevokedDeviceDoesNotComeBack() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    org.did(org.admin(), org.orgLog(), DeviceRevoked{responder.device});
    org.did(org.admin(), org.orgLog(), org.invite("x", Permission::Responder));
    QCOMPARE(codeOf(org.act(responder, org.orgLog(), org.joining("x", responder))),
             QByteArray(refusal::revoked));
}

void TestOrganisationRules::peopleAreDescribedByThemselvesOrCommanders() {
    TestOrganisation org;
    const Member viewer = org.join("v", Permission::Viewer);
    const Member responder = org.join("r", Permission::Responder);
    const Member commander = org.join("c", Permission::Commander);
    const PersonDescribed described{viewer.person, QStringLiteral("인프라")};
    QCOMPARE(codeOf(org.act(responder, org.orgLog(), described)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(viewer, org.orgLog(), described)), QByteArray());
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), described)), QByteArray());
    QCOMPARE(org.organisation().persons.at(viewer.person).department, QStringLiteral("인프라"));
    QCOMPARE(codeOf(org.act(viewer, org.orgLog(), PersonDescribed{viewer.person, QStringLiteral(" ")})),
             QByteArray(refusal::outOfRange));
    QCOMPARE(codeOf(org.act(viewer, org.orgLog(), PersonDescribed{viewer.person, {}, QStringLiteral(" ")})),
             QByteArray(refusal::outOfRange));
    QCOMPARE(
        codeOf(org.act(viewer, org.orgLog(), PersonDescribed{viewer.person, {}, QStringLiteral("판교")})),
        QByteArray());
    QCOMPARE(org.organisation().persons.at(viewer.person).site, QStringLiteral("판교"));
    QVERIFY(!org.organisation().persons.at(viewer.person).department); // all of it is said anew
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), PersonDescribed{Member("stranger").person, {}})),
             QByteArray(refusal::notFound));
}

void TestOrganisationRules::departmentsAreDescribedByCommanders() {
    TestOrganisation org;
    const Member communications = org.join("m", Permission::Communications);
    const Member commander = org.join("c", Permission::Commander);
    const DepartmentDescribed infra{QStringLiteral("infra"), QStringLiteral("모빌리티")};
    QCOMPARE(codeOf(org.act(communications, org.orgLog(), infra)), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), infra)), QByteArray());
    QCOMPARE(org.organisation().departments.at(QStringLiteral("infra")).company, QStringLiteral("모빌리티"));
    for (const QString& key :
         {QString(), QStringLiteral(" a"), QString(65, u'a'), QString(22, QChar(0xAC00))}) {
        QCOMPARE(codeOf(org.act(commander, org.orgLog(), DepartmentDescribed{key, QStringLiteral("b")})),
                 QByteArray(refusal::outOfRange));
    }
    const DepartmentDescribed longest{QString(21, QChar(0xAC00)) + u'a', QString(64, u'a')}; // 64 bytes each
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), longest)), QByteArray());
}

void TestOrganisationRules::relaysAreDescribedByAdminsAndThemselves() {
    TestOrganisation org;
    const Member second("second relay");
    const auto described = [](const Member& relay, std::vector<TlsPin> pins) {
        return RelayDescribed{{relay.signer.publicKey(), std::move(pins), SealingKey::zeros()}};
    };
    const TlsPin pin = TlsPin::zeros();
    const Member commander = org.join("c", Permission::Commander);
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), described(second, {pin}))),
             QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.relay(), org.orgLog(), described(second, {pin}))),
             QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), described(second, {pin}))), QByteArray());
    const quint64 seq = org.organisation().seq;
    QVERIFY(!org.organisation().author(second.device, seq - 1));
    QCOMPARE(org.organisation().author(second.device, seq)->role, Author::Role::Relay);
    // The next pin is known before it is used.
    QCOMPARE(codeOf(org.act(second, org.orgLog(), described(second, {pin, TlsPin::of(second.device)}))),
             QByteArray());
    QCOMPARE(org.organisation().relays.at(second.device).pins.size(), std::size_t(2));
    QCOMPARE(org.organisation().relays.at(second.device).fromSeq, seq);
    QCOMPARE(codeOf(org.act(second, org.orgLog(), described(second, {}))), QByteArray(refusal::malformed));
    QCOMPARE(codeOf(org.act(second, org.orgLog(), described(second, {pin, pin, pin}))),
             QByteArray(refusal::malformed));
}

void TestOrganisationRules::relaysAndRootsAreLimited() {
    TestOrganisation org;
    const Member responder = org.join("r", Permission::Responder);
    const std::vector<Facts> acts{
        org.invite("x", Permission::Viewer),
        InviteRevoked{org.inviteKey("x").publicKey()},
        PersonDescribed{responder.person, {}},
        PermissionSet{responder.person, Permission::Admin, lastGrant(org, responder.person)},
        DeviceRevoked{responder.device},
        PersonRevoked{responder.person},
        WorkHeld{QStringLiteral("판교"), {}},
        Erased{lastGrant(org, responder.person)},
        FeatureRaised{2},
        RootReplaced{{responder.signer.publicKey(), org.root().signer.publicKey()}}};
    for (const Facts& facts : acts) {
        QCOMPARE(codeOf(org.act(org.relay(), org.orgLog(), facts)), QByteArray(refusal::notPermitted));
        if (!std::holds_alternative<InviteIssued>(facts) && !std::holds_alternative<RootReplaced>(facts)) {
            QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), facts)), QByteArray(refusal::notPermitted));
        }
    }
    for (const Member& who : {org.relay(), org.root()}) {
        const Verdict verdict = org.act(who, std::nullopt, IncidentDeclared{}, org.words());
        QCOMPARE(codeOf(verdict), QByteArray(refusal::notPermitted));
    }
}

void TestOrganisationRules::rootsReplaceThemselves() {
    TestOrganisation org;
    const Member newRoot("new root");
    const RootReplaced replaced{{newRoot.signer.publicKey(), org.otherRoot().signer.publicKey()}};
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), replaced)), QByteArray(refusal::notPermitted));
    const RootReplaced one{{newRoot.signer.publicKey()}};
    QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), one)), QByteArray(refusal::malformed));
    const RootReplaced twice{{newRoot.signer.publicKey(), newRoot.signer.publicKey()}};
    QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), twice)), QByteArray(refusal::malformed));
    QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), replaced)), QByteArray());
    QCOMPARE(codeOf(org.act(org.root(), org.orgLog(), org.invite("x", Permission::Admin))),
             QByteArray(refusal::unknownDevice));
    QCOMPARE(codeOf(org.act(newRoot, org.orgLog(), org.invite("x", Permission::Admin))), QByteArray());
    QCOMPARE(codeOf(org.act(org.otherRoot(), org.orgLog(), org.invite("y", Permission::Admin))),
             QByteArray());
}

void TestOrganisationRules::featureLevelsOnlyRise() {
    TestOrganisation org;
    const Member commander = org.join("c", Permission::Commander);
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), FeatureRaised{2})), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), FeatureRaised{1})), QByteArray(refusal::alreadyDone));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), FeatureRaised{3})), QByteArray());
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), FeatureRaised{2})), QByteArray(refusal::alreadyDone));
    QCOMPARE(org.organisation().featureLevel, quint64(3));
}

void TestOrganisationRules::holdsAreSetAndReleasedByCommanders() {
    TestOrganisation org;
    const Member communications = org.join("m", Permission::Communications);
    const Member commander = org.join("c", Permission::Commander);
    const QString site = QStringLiteral("판교");
    QCOMPARE(codeOf(org.act(communications, org.orgLog(), WorkHeld{site, {}})),
             QByteArray(refusal::notPermitted));
    const EventId hold = org.did(commander, org.orgLog(), WorkHeld{site, {}}, org.because());
    QCOMPARE(org.organisation().holds.at(site).by, std::optional(commander.person));
    QCOMPARE(org.organisation().holds.at(site).since, org.now);
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), WorkHeld{site, {}})),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), WorkHeld{QString(), {}})),
             QByteArray(refusal::outOfRange));
    QCOMPARE(codeOf(org.act(communications, org.orgLog(), WorkReleased{site, hold})),
             QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), WorkReleased{site, EventId::zeros()})),
             QByteArray(refusal::stale));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), WorkReleased{site, hold})), QByteArray());
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), WorkReleased{site, hold})),
             QByteArray(refusal::notFound));
    QVERIFY(org.organisation().holds.empty());
}

void TestOrganisationRules::holdsAreLimited() {
    TestOrganisation org;
    for (int i = 0; i < limits::holds; ++i) {
        org.did(org.admin(), org.orgLog(), WorkHeld{QString::number(i), {}});
    }
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), WorkHeld{QStringLiteral("one more"), {}})),
             QByteArray(refusal::outOfRange));
}

void TestOrganisationRules::departmentsAreLimited() {
    TestOrganisation org;
    const auto described = [](int number) {
        return DepartmentDescribed{QString::number(number), QStringLiteral("다온")};
    };
    for (int i = 0; i < limits::departments; ++i) {
        org.did(org.admin(), org.orgLog(), described(i));
    }
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), described(limits::departments))),
             QByteArray(refusal::outOfRange));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), described(0))), QByteArray()); // one that is there
}

void TestOrganisationRules::documentsArePublishedByCommandersAgainstTheLast() {
    TestOrganisation org;
    const Member commander = org.join("commander", Permission::Commander);
    const Member responder = org.join("responder", Permission::Responder);
    const QString manual = QStringLiteral("manual");
    const QString key = QStringLiteral("site-loss");
    DocumentPublished first{manual, key, BlobId::zeros(), 1000, std::nullopt};
    const auto code = [&](const Member& who, const DocumentPublished& facts, const Text& text) {
        return codeOf(org.act(who, org.orgLog(), facts, text));
    };
    QCOMPARE(code(responder, first, org.words()), QByteArray(refusal::notPermitted));
    QCOMPARE(code(commander, first, {}), QByteArray(refusal::malformed)); // the salt stands in the text
    DocumentPublished wrong = first;
    wrong.size = 0;
    QCOMPARE(code(commander, wrong, org.words()), QByteArray(refusal::outOfRange));
    wrong.size = quint64(limits::documentBytes) + 1;
    QCOMPARE(code(commander, wrong, org.words()), QByteArray(refusal::outOfRange));
    wrong = first;
    wrong.key = QStringLiteral(" ");
    QCOMPARE(code(commander, wrong, org.words()), QByteArray(refusal::outOfRange));
    wrong = first;
    wrong.against = EventId::zeros(); // there is no version before
    QCOMPARE(code(commander, wrong, org.words()), QByteArray(refusal::stale));
    const EventId one = org.did(commander, org.orgLog(), first, org.words());
    // Of two who publish at once the later is refused.
    QCOMPARE(code(org.admin(), first, org.words()), QByteArray(refusal::stale));
    DocumentPublished second{manual, key, BlobId::zeros(), 2000, one};
    const EventId two = org.did(org.admin(), org.orgLog(), second, org.words());
    QCOMPARE(org.organisation().documents.size(), std::size_t(1));
    QCOMPARE(*org.organisation().document(manual, key),
             (DocumentRecord{two, BlobId::zeros(), 2000, org.admin().person, org.now, {}}));
    QVERIFY(!org.organisation().document(u"services", key));
}

void TestOrganisationRules::aVersionIsReadOnceByEachAndWhileItHolds() {
    TestOrganisation org;
    const Member viewer = org.join("viewer", Permission::Viewer);
    const QString manual = QStringLiteral("manual");
    const QString key = QStringLiteral("site-loss");
    const auto code = [&](const Member& who, const EventId& version) {
        return codeOf(org.act(who, org.orgLog(), DocumentRead{version}));
    };
    QCOMPARE(code(viewer, EventId::zeros()), QByteArray(refusal::notFound));
    const EventId one =
        org.did(org.admin(), org.orgLog(), DocumentPublished{manual, key, BlobId::zeros(), 1, std::nullopt},
                org.words());
    QVERIFY(org.organisation().document(manual, key)->readBy.empty());
    QCOMPARE(code(viewer, one), QByteArray()); // whoever may read it at all
    QCOMPARE(code(viewer, one), QByteArray(refusal::alreadyDone));
    QCOMPARE(org.organisation().document(manual, key)->readBy, std::set{viewer.person});
    QCOMPARE(code(org.admin(), one), QByteArray());
    // What was read no longer holds: nobody has read the new one.
    const EventId two = org.did(org.admin(), org.orgLog(),
                                DocumentPublished{manual, key, BlobId::zeros(), 1, one}, org.words());
    QCOMPARE(code(viewer, one), QByteArray(refusal::notFound));
    QVERIFY(org.organisation().document(two)->readBy.empty());
    QCOMPARE(code(viewer, two), QByteArray());
}

void TestOrganisationRules::documentsAreLimited() {
    TestOrganisation org;
    EventId last = EventId::zeros();
    const auto document = [](int i) {
        return DocumentPublished{QStringLiteral("manual"), QStringLiteral("type %1").arg(i), BlobId::zeros(),
                                 1, std::nullopt};
    };
    for (int i = 0; i < limits::documents; ++i) {
        last = org.did(org.admin(), org.orgLog(), document(i), org.words());
    }
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), document(limits::documents), org.words())),
             QByteArray(refusal::outOfRange));
    DocumentPublished again = document(limits::documents - 1);
    again.against = last;
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), again, org.words())), QByteArray());
}

void TestOrganisationRules::openInvitesAreLimited() {
    TestOrganisation org;
    const auto issue = [&](int number) {
        return codeOf(org.act(org.admin(), org.orgLog(),
                              TestOrganisation::invite(QByteArray::number(number), Permission::Responder)));
    };
    int issued = 0;
    while (openInvites(org.organisation(), org.now) < std::size_t(limits::invites)) {
        QCOMPARE(issue(++issued), QByteArray());
    }
    QCOMPARE(issue(++issued), QByteArray(refusal::outOfRange));
    org.now += std::chrono::hours(2); // all have expired
    QCOMPARE(issue(++issued), QByteArray());
    QCOMPARE(org.organisation().invites.size(), std::size_t(1));
}

void TestOrganisationRules::peopleAreLimited() {
    TestOrganisation org;
    const Member late("late");
    org.did(org.admin(), org.orgLog(), TestOrganisation::invite("late", Permission::Viewer));
    const DeviceAdded joining = org.joining("late", late);
    const Facts facts = joining;
    const Composed made = org.compose(late, org.orgLog(), joining);
    const Author author{Author::Role::Person, late.signer.publicKey(), late.person, std::nullopt, false};
    const auto codeIn = [&](const Organisation& state) {
        const auto verdict =
            checkOrganisation(state, org.ledger().organisationIndex().tip->hash,
                              Act{made.event, facts, author, org.now}, {}, KeyedHashVerifier());
        return verdict ? verdict->code : QByteArray();
    };
    Organisation full = org.organisation();
    for (int i = 0; full.persons.size() < std::size_t(limits::persons); ++i) {
        full.persons.emplace(Member(QByteArray::number(i)).person, full.persons.begin()->second);
    }
    QCOMPARE(codeIn(full), QByteArray(refusal::outOfRange));
    Organisation roomForOne = full;
    roomForOne.persons.erase(std::prev(roomForOne.persons.end()));
    QCOMPARE(codeIn(roomForOne), QByteArray());
    full.invites.begin()->second.person = org.admin().person; // another device of somebody who is there
    full.invites.rbegin()->second.person = org.admin().person;
    QCOMPARE(codeIn(full), QByteArray());
    for (int i = 0; full.devices.size() < std::size_t(limits::devices); ++i) {
        full.devices.emplace(Member(QByteArray::number(i)).device, full.devices.begin()->second);
    }
    QCOMPARE(codeIn(full), QByteArray(refusal::outOfRange));
    full.devices.erase(std::prev(full.devices.end()));
    QCOMPARE(codeIn(full), QByteArray());
}

void TestOrganisationRules::onlyAdminsErase() {
    TestOrganisation org;
    const Member commander = org.join("c", Permission::Commander);
    Text name;
    name.name = QStringLiteral("김하늘");
    const EventId described = org.did(commander, org.orgLog(), PersonDescribed{commander.person, {}}, name);
    QCOMPARE(codeOf(org.act(commander, org.orgLog(), Erased{described})), QByteArray(refusal::notPermitted));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), Erased{EventId::zeros()})),
             QByteArray(refusal::notFound));
    const EventId wordless = org.did(commander, org.orgLog(), PersonDescribed{commander.person, {}});
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), Erased{wordless})), QByteArray(refusal::notFound));
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), Erased{described})), QByteArray());
    QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), Erased{described})), QByteArray(refusal::alreadyDone));
}

void TestOrganisationRules::incidentFactsDoNotBelongHere() {
    TestOrganisation org;
    for (const Facts& facts : {Facts(NoteAdded{}), Facts(IncidentDeclared{}), Facts(CommandTaken{})}) {
        QCOMPARE(codeOf(org.act(org.admin(), org.orgLog(), facts, org.words())),
                 QByteArray(refusal::wrongLog));
    }
}

QTEST_APPLESS_MAIN(TestOrganisationRules)
#include "test_organisation_rules.moc"
