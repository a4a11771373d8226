// Notices: who proposes, approves, overrides and stops them; what is preapproved; what a relay records of
// sending.
#include "domain/base/limits.h"
#include "support/notices.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString page = QStringLiteral("page");
const QString sms = QStringLiteral("sms");
const QString messenger = QStringLiteral("messenger");

} // namespace

class TestDeliveryRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRelayBeginsOnceWhatWasApproved();
    void whatStandsInWaitsForWhatFailed();
    void aRelayTellsWhatItBegan();
    void aPersonDecidesWhatIsUnknown();
    void aLimitHoldsUntilAPersonAllows();
    void whatWasStoppedIsNotBegun();
    void usersAreToldByWhatWentOut();
    void aSecretReplacesAndErasesTheOneBefore();
    void aRelayCountsItsLists();
    void secretsAreLimited();
    void everyCountIsInRange();
    void theNewestNoticeMakesThePromise();

  private:
    static EventId begun(Scene& scene, const EventId& notice, const QString& channel = page) {
        return scene.did(scene.org.relay(), DeliveryBegun{notice, channel, std::nullopt});
    }
    static DeliveryTold told(const EventId& notice, const EventId& begun, const DeliveryCounts& counts,
                             bool done = true, const QString& channel = page) {
        return {notice, channel, begun, counts, done, false, std::nullopt};
    }
};

void TestDeliveryRules::aRelayBeginsOnceWhatWasApproved() {
    Scene scene(Permission::Commander);
    const Member& relay = scene.org.relay();
    const EventId open = propose(scene, {on(sms)});
    QCOMPARE(scene.code(relay, DeliveryBegun{open, sms, {}}), QByteArray(refusal::notApproved));
    const EventId notice = approved(scene, {on(page)});
    QCOMPARE(dueNow(scene).begun, (std::vector<DeliveryBegun>{{notice, page, std::nullopt}}));
    QCOMPARE(scene.code(scene.commander(), DeliveryBegun{notice, page, {}}),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(relay, DeliveryBegun{notice, sms, {}}), QByteArray(refusal::notFound));
    begun(scene, notice);
    QVERIFY(dueNow(scene).begun.empty());
    QCOMPARE(scene.code(relay, DeliveryBegun{notice, page, {}}), QByteArray(refusal::alreadyDone));
}

void TestDeliveryRules::whatStandsInWaitsForWhatFailed() {
    Scene scene(Permission::Commander);
    Outgoing second = on(messenger);
    second.standsInFor = sms;
    const EventId notice = approved(scene, {on(sms), second});
    QCOMPARE(dueNow(scene).begun, (std::vector<DeliveryBegun>{{notice, sms, std::nullopt}}));
    const EventId first = begun(scene, notice, sms);
    QVERIFY(dueNow(scene).begun.empty());
    scene.did(scene.org.relay(), told(notice, first, {1, 8, 0, 1, 0}, false, sms));
    QVERIFY(dueNow(scene).begun.empty()); // not done
    Scene whole = scene;
    whole.did(whole.org.relay(), told(notice, first, {0, 10, 0, 0, 0}, true, sms));
    QVERIFY(dueNow(whole).begun.empty()); // all of it went
    QVERIFY(whole.incident().notices.at(notice).isFinished());
    scene.did(scene.org.relay(), told(notice, first, {0, 8, 0, 2, 0}, true, sms));
    QCOMPARE(dueNow(scene).begun, (std::vector<DeliveryBegun>{{notice, messenger, std::nullopt}}));
    QVERIFY(!scene.incident().notices.at(notice).isFinished());
}

void TestDeliveryRules::aRelayTellsWhatItBegan() {
    Scene scene(Permission::Commander);
    const EventId notice = approved(scene, {on(page)});
    const Member& relay = scene.org.relay();
    QCOMPARE(scene.code(relay, told(notice, EventId::zeros(), {})), QByteArray(refusal::notFound));
    const EventId first = begun(scene, notice);
    QCOMPARE(scene.code(relay, told(notice, EventId::zeros(), {})), QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.commander(), told(notice, first, {})), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(relay, told(notice, first, {0, 1, 2, 0, 0})), QByteArray(refusal::outOfRange));
    scene.did(relay, told(notice, first, {1, 1, 0, 0, 0}, false));
    QVERIFY(!scene.incident().notices.at(notice).isFinished());
    scene.did(relay, told(notice, first, {0, 2, 1, 0, 0}));
    QVERIFY(scene.incident().notices.at(notice).isFinished());
    QCOMPARE(scene.incident().notices.at(notice).deliveries.at(page).counts.delivered, quint64(1));
}

void TestDeliveryRules::aPersonDecidesWhatIsUnknown() {
    Scene scene(Permission::Commander);
    const Member& relay = scene.org.relay();
    const EventId notice = approved(scene, {on(page)});
    const EventId first = begun(scene, notice);
    const EventId result = scene.did(relay, told(notice, first, {0, 0, 0, 0, 1}));
    QCOMPARE(scene.incident().counts.notices, quint64(0)); // nobody knows
    const auto decide = [&](DeliveryChoice choice) {
        return DeliveryDecided{notice, page, scene.incident().notices.at(notice).deliveries.at(page).setBy,
                               choice};
    };
    QCOMPARE(scene.code(scene.commander(), decide(DeliveryChoice::Again)),
             QByteArray(refusal::reasonMissing));
    QCOMPARE(scene.code(scene.responder(), decide(DeliveryChoice::Again), scene.org.because()),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.commander(), decide(DeliveryChoice::Allowed), scene.org.because()),
             QByteArray(refusal::alreadyDone)); // nothing is held back
    QVERIFY(dueNow(scene).begun.empty());       // never by itself
    Scene seen = scene;
    seen.did(seen.commander(), decide(DeliveryChoice::Sent), seen.org.because());
    QCOMPARE(seen.incident().counts.notices, quint64(1));
    QVERIFY(seen.incident().notices.at(notice).isFinished());
    const EventId again = scene.did(scene.commander(), decide(DeliveryChoice::Again), scene.org.because());
    QCOMPARE(dueNow(scene).begun, (std::vector<DeliveryBegun>{{notice, page, again}}));
    QCOMPARE(scene.code(relay, DeliveryBegun{notice, page, result}), QByteArray(refusal::alreadyDone));
    scene.did(relay, DeliveryBegun{notice, page, again});
    QVERIFY(dueNow(scene).begun.empty());
    QCOMPARE(scene.code(relay, told(notice, first, {0, 1, 0, 0, 0})), QByteArray(refusal::stale));
}

void TestDeliveryRules::aLimitHoldsUntilAPersonAllows() {
    Scene scene(Permission::Commander);
    const EventId notice = approved(scene, {on(sms)});
    const EventId first = begun(scene, notice, sms);
    DeliveryTold held = told(notice, first, {900, 100, 0, 0, 0}, true, sms);
    held.held = true;
    const EventId result = scene.did(scene.org.relay(), held);
    QVERIFY(!scene.incident().notices.at(notice).isFinished());
    QVERIFY(dueNow(scene).begun.empty());
    const EventId allowed =
        scene.did(scene.commander(), DeliveryDecided{notice, sms, result, DeliveryChoice::Allowed},
                  scene.org.because());
    QCOMPARE(dueNow(scene).begun, (std::vector<DeliveryBegun>{{notice, sms, allowed}}));
    QVERIFY(scene.incident().notices.at(notice).deliveries.at(sms).allowed);
}

void TestDeliveryRules::whatWasStoppedIsNotBegun() {
    Scene scene(Permission::Commander);
    const EventId open = propose(scene, {on(page)});
    QCOMPARE(scene.code(scene.responder(), NoticeStopped{open}), QByteArray(refusal::notPermitted));
    scene.did(scene.the(Permission::Communications), NoticeStopped{open}); // its author takes it back
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{open}), QByteArray(refusal::alreadyDone));
    const EventId notice = approved(scene, {on(page), on(sms)});
    begun(scene, notice);
    const EventId stopped = scene.did(scene.the(Permission::Communications), NoticeStopped{notice});
    QCOMPARE(scene.incident().notices.at(notice).setBy, stopped);
    QVERIFY(dueNow(scene).begun.empty());
    QCOMPARE(scene.code(scene.org.relay(), DeliveryBegun{notice, sms, {}}), QByteArray(refusal::notApproved));
    QVERIFY(scene.incident().notices.at(notice).wasApproved());
    QCOMPARE(scene.code(scene.commander(), NoticeStopped{notice}), QByteArray(refusal::alreadyDone));
}

void TestDeliveryRules::usersAreToldByWhatWentOut() {
    Scene scene(Permission::Commander);
    const Moment promised = scene.org.now + 40min;
    NoticeProposed facts =
        proposed(scene.incident(), {on(page, Audience::Users, {Disclosure::Event, Disclosure::Response}),
                                    on(sms, Audience::Users), on(messenger, Audience::Staff)});
    facts.nextUpdate = promised;
    const EventId notice = scene.did(scene.the(Permission::Communications), facts, scene.org.words());
    scene.did(scene.commander(), NoticeAnswered{notice});
    QVERIFY(!scene.incident().told.first);
    const Member& relay = scene.org.relay();
    const auto sent = [&](const QString& channel) {
        scene.org.now += 1min;
        scene.did(relay, told(notice, begun(scene, notice, channel), {0, 1, 0, 0, 0}, true, channel));
        return scene.org.now;
    };
    sent(messenger); // to staff: no user knows
    QVERIFY(!scene.incident().told.first);
    QCOMPARE(scene.incident().counts.notices, quint64(1));
    const Moment first = sent(page);
    QCOMPARE(scene.incident().told.first, std::optional(first));
    QCOMPARE(scene.incident().told.nextUpdate, std::optional(promised));
    QVERIFY(!scene.incident().told.contact);
    QCOMPARE(scene.incident().told.disclosed.size(), std::size_t(2));
    const Moment second = sent(sms);
    QCOMPARE(scene.incident().told.disclosed.at(Disclosure::Event), first);
    QCOMPARE(scene.incident().told.contact, std::optional(second));
    QCOMPARE(scene.incident().counts.notices, quint64(1));
}

void TestDeliveryRules::aSecretReplacesAndErasesTheOneBefore() {
    Scene scene;
    TestOrganisation& org = scene.org;
    const DeviceId relay = org.relay().device;
    Text sealed;
    sealed.sealedSecret = "sealed";
    const auto code = [&](const Member& who, const SecretSealed& facts, const Text& text) {
        return codeOf(org.act(who, org.orgLog(), facts, text));
    };
    QCOMPARE(code(scene.commander(), {page, relay, {}}, sealed), QByteArray(refusal::notPermitted));
    QCOMPARE(code(org.admin(), {page, scene.commander().device, {}}, sealed),
             QByteArray(refusal::relayUnknown));
    QCOMPARE(code(org.relay(), {page, relay, {}}, {}), QByteArray(refusal::notFound)); // nothing to take away
    const EventId first = org.did(org.relay(), org.orgLog(), SecretSealed{page, relay, {}}, sealed);
    QCOMPARE(code(org.admin(), {page, relay, {}}, sealed), QByteArray(refusal::stale));
    const EventId second = org.did(org.admin(), org.orgLog(), SecretSealed{page, relay, first}, sealed);
    QCOMPARE(org.organisation().secrets.at({page, relay}).event, second);
    QVERIFY(org.ledger().organisationIndex().byEvent.find(first)->erased);
    org.did(org.relay(), org.orgLog(), SecretSealed{page, relay, second});
    QVERIFY(!org.organisation().secrets.at({page, relay}).isThere);
    QVERIFY(org.ledger().organisationIndex().byEvent.find(second)->erased);
}

void TestDeliveryRules::aRelayCountsItsLists() {
    TestOrganisation org;
    const auto code = [&](const Member& who, const QString& list, quint64 count) {
        return codeOf(org.act(who, org.orgLog(), RecipientsCounted{list, count}));
    };
    const auto& counted = org.organisation().recipients;
    const RecipientsKey key{sms, org.relay().device};
    QCOMPARE(code(org.admin(), sms, 1), QByteArray(refusal::notPermitted));
    QCOMPARE(code(org.relay(), QStringLiteral(" x"), 1), QByteArray(refusal::outOfRange));
    QCOMPARE(code(org.relay(), sms, quint64(limits::recipients) + 1), QByteArray(refusal::outOfRange));
    QCOMPARE(code(org.relay(), sms, quint64(limits::recipients)), QByteArray());
    QCOMPARE(code(org.relay(), sms, 1), QByteArray());
    QCOMPARE(counted.at(key), quint64(1));
    QCOMPARE(code(org.relay(), sms, 0), QByteArray()); // it has none any more
    QVERIFY(counted.empty());
    for (int i = 0; i < limits::recipientLists; ++i) {
        QCOMPARE(code(org.relay(), QString::number(i), 1), QByteArray());
    }
    QCOMPARE(code(org.relay(), sms, 1), QByteArray(refusal::outOfRange));
    QCOMPARE(code(org.relay(), QStringLiteral("0"), 2), QByteArray()); // counted anew
}

void TestDeliveryRules::secretsAreLimited() {
    TestOrganisation org;
    Text sealed;
    sealed.sealedSecret = "sealed";
    const auto seal = [&](int channel, const std::optional<EventId>& against) {
        return org.compose(org.admin(), org.orgLog(),
                           SecretSealed{QString::number(channel), org.relay().device, against}, sealed);
    };
    const Composed first = seal(0, std::nullopt);
    QCOMPARE(codeOf(org.offer(first)), QByteArray());
    for (int i = 1; i < limits::secrets; ++i) {
        QCOMPARE(codeOf(org.offer(seal(i, std::nullopt))), QByteArray());
    }
    QCOMPARE(codeOf(org.offer(seal(limits::secrets, std::nullopt))), QByteArray(refusal::outOfRange));
    QCOMPARE(codeOf(org.offer(seal(0, first.event.id))), QByteArray()); // in its place
}

void TestDeliveryRules::everyCountIsInRange() {
    Scene scene(Permission::Commander);
    const EventId notice = approved(scene, {on(page)});
    const EventId first = begun(scene, notice);
    const quint64 most = quint64(limits::noticeMessages);
    const auto code = [&](const DeliveryCounts& counts) {
        return scene.code(scene.org.relay(), told(notice, first, counts, false));
    };
    for (const auto count : {&DeliveryCounts::waiting, &DeliveryCounts::sent, &DeliveryCounts::failed,
                             &DeliveryCounts::unknown}) {
        DeliveryCounts counts;
        counts.*count = most + 1;
        QCOMPARE(code(counts), QByteArray(refusal::outOfRange));
        counts.*count = most;
        QCOMPARE(code(counts), QByteArray());
    }
    QCOMPARE(code({0, 1, 2, 0, 0}), QByteArray(refusal::outOfRange)); // more arrived than were sent
}

// Whatever of an earlier one goes out behind it.
void TestDeliveryRules::theNewestNoticeMakesThePromise() {
    Scene scene(Permission::Commander);
    const auto promising = [&](const QString& channel, Moment promised) {
        NoticeProposed facts = proposed(scene.incident(), {on(channel)});
        facts.nextUpdate = promised;
        const EventId notice = scene.did(scene.the(Permission::Communications), facts, scene.org.words());
        scene.did(scene.commander(), NoticeAnswered{notice});
        return notice;
    };
    const Moment earlier = scene.org.now + 20min;
    const Moment later = scene.org.now + 40min;
    const EventId first = promising(page, earlier);
    const EventId second = promising(sms, later);
    const auto sent = [&](const EventId& notice, const QString& channel) {
        scene.did(scene.org.relay(),
                  told(notice, begun(scene, notice, channel), {0, 1, 0, 0, 0}, true, channel));
        return scene.incident().told.nextUpdate;
    };
    QCOMPARE(sent(second, sms), std::optional(later));
    QCOMPARE(sent(first, page), std::optional(later));
}

QTEST_APPLESS_MAIN(TestDeliveryRules)
#include "test_delivery_rules.moc"
