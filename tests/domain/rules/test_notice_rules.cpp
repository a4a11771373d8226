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

class TestNoticeRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aProposalNamesItsChannelsOnce();
    void aSecondPersonApproves();
    void theSamePersonsOtherDeviceIsNoSecondPerson();
    void whoeverHoldsTheSeatApproves();
    void anApprovalComesInTime();
    void aNoIsHeardHoweverLate();
    void whoeverCommandsMaySendAlone();
    void anotherNoticeOnTheSameChannelOvertakes();
    void aPreapprovedFirstNoticeNeedsOnePerson();
    void aPreapprovalLapsesAndIsRenewed();
    void aPreapprovalIsJudgedAsOfItsTime();
    void whoWroteAFirstNoticeDoesNotApproveIt();
    void aNewerVersionEndsTheOneBefore();
    void aCorrectionNamesWhatWentOut();
    void whoIsAskedChangesWithTime();
    void whatPeopleMayDoIsWhatTheRulesAllow();
    void limitsHold();
};

void TestNoticeRules::aProposalNamesItsChannelsOnce() {
    Scene scene;
    const Member& staff = scene.the(Permission::Communications);
    const auto code = [&](const NoticeProposed& facts) {
        return scene.code(staff, facts, scene.org.words());
    };
    NoticeProposed facts = proposed(scene.incident(), {});
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.outgoings = {on(page), on(page)};
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.outgoings = {on(page)};
    facts.outgoings[0].standsInFor = page;
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.outgoings[0].standsInFor = sms; // which is not in it
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts.outgoings = {on(page), on(sms)};
    facts.outgoings[0].standsInFor = sms;
    facts.outgoings[1].standsInFor = page; // each would wait for the other
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts = proposed(scene.incident(), {on(page)});
    facts.corrects = EventId::zeros();
    facts.step = NoticeStep::Correction;
    QCOMPARE(code(facts), QByteArray(refusal::notFound));
    facts = proposed(scene.incident(), {on(page)});
    facts.step = NoticeStep::Correction; // of what?
    QCOMPARE(code(facts), QByteArray(refusal::outOfRange));
    facts = proposed(scene.incident(), {on(page)});
    QCOMPARE(scene.code(staff, facts), QByteArray(refusal::malformed)); // no text: no salt
    QCOMPARE(scene.code(scene.the(Permission::Viewer), facts, scene.org.words()),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.the(Permission::Scribe), facts, scene.org.words()),
             QByteArray(refusal::notPermitted));
    QCOMPARE(code(facts), QByteArray());
}

void TestNoticeRules::aSecondPersonApproves() {
    Scene scene(Permission::Commander);
    const Member& writer = scene.responder();
    const EventId notice = scene.did(writer, proposed(scene.incident(), {on(page)}), scene.org.words());
    QCOMPARE(scene.code(writer, NoticeAnswered{notice}), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.the(Permission::Scribe), NoticeAnswered{notice}),
             QByteArray(refusal::notPermitted));
    QVERIFY(dueNow(scene).begun.empty());
    scene.did(scene.the(Permission::Communications), NoticeAnswered{notice});
    const NoticeStatus& status = scene.incident().notices.at(notice);
    QCOMPARE(status.standing, NoticeStatus::Standing::Approved);
    QCOMPARE(status.settledBy, std::optional(scene.the(Permission::Communications).person));
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{notice}), QByteArray(refusal::alreadyDone));
    const EventId own = propose(scene, {on(page)}); // by communications
    QCOMPARE(scene.code(scene.the(Permission::Communications), NoticeAnswered{own}),
             QByteArray(refusal::secondPerson));
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{EventId::zeros()}), QByteArray(refusal::notFound));
}

void TestNoticeRules::theSamePersonsOtherDeviceIsNoSecondPerson() {
    Scene scene;
    const Member& staff = scene.the(Permission::Communications);
    const Member phone = scene.org.joinDevice("phone", staff);
    const EventId notice = propose(scene, {on(page)});
    QCOMPARE(scene.code(phone, NoticeAnswered{notice}), QByteArray(refusal::secondPerson));
}

void TestNoticeRules::whoeverHoldsTheSeatApproves() {
    Scene scene(Permission::Commander);
    const Member& responder = scene.responder();
    const EventId notice = propose(scene, {on(page)});
    QCOMPARE(scene.code(responder, NoticeAnswered{notice}), QByteArray(refusal::notPermitted));
    const QString seat = communicationsSeat.toString();
    const EventId call = scene.did(
        scene.commander(),
        SeatsCalled{std::nullopt, {{seat, responder.person, {}, 60'000, std::nullopt, std::nullopt}}});
    scene.did(responder, SeatAnswered{seat, call, SeatAnswer::Accepted, std::nullopt});
    QCOMPARE(scene.code(responder, NoticeAnswered{notice}), QByteArray());
}

void TestNoticeRules::anApprovalComesInTime() {
    Scene scene(Permission::Commander);
    NoticeProposed facts = proposed(scene.incident(), {on(page)});
    facts.validForMs = 60'000 - 1;
    const Member& staff = scene.the(Permission::Communications);
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
    facts.validForMs = 86'400'000 + 1;
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
    facts.validForMs = 600'000;
    const EventId first = scene.did(staff, facts, scene.org.words());
    const EventId second = scene.did(staff, facts, scene.org.words());
    scene.org.now += 10min;
    Scene late = scene;
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{first}), QByteArray());
    late.org.now += 1ms;
    QCOMPARE(late.code(late.commander(), NoticeAnswered{second}), QByteArray(refusal::tooLate));
    QCOMPARE(late.code(late.commander(), NoticeOverridden{second}, late.org.because()),
             QByteArray(refusal::tooLate));
}

void TestNoticeRules::aNoIsHeardHoweverLate() {
    Scene scene(Permission::Commander);
    const EventId notice = propose(scene, {on(page)});
    scene.org.now += 2h;
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{notice, Approval::Declined}, scene.org.because()),
             QByteArray());
    QCOMPARE(scene.incident().notices.at(notice).standing, NoticeStatus::Standing::Declined);
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{notice}), QByteArray(refusal::alreadyDone));
}

void TestNoticeRules::whoeverCommandsMaySendAlone() {
    Scene scene(Permission::Responder); // acting
    const EventId notice =
        scene.did(scene.responder(), proposed(scene.incident(), {on(page)}), scene.org.words());
    QCOMPARE(scene.code(scene.responder(), NoticeOverridden{notice}), QByteArray(refusal::reasonMissing));
    QCOMPARE(scene.code(scene.the(Permission::Communications), NoticeOverridden{notice}, scene.org.because()),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.responder(), NoticeOverridden{notice}, scene.org.because()), QByteArray());
    QVERIFY(scene.incident().notices.at(notice).overridden);
    QCOMPARE(dueNow(scene).begun.size(), std::size_t(1));
}

void TestNoticeRules::anotherNoticeOnTheSameChannelOvertakes() {
    Scene scene(Permission::Commander);
    const EventId first = propose(scene, {on(page)});
    const EventId second = propose(scene, {on(page), on(sms)});
    const EventId elsewhere = propose(scene, {on(messenger)});
    scene.did(scene.commander(), NoticeAnswered{first});
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{second}), QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.commander(), NoticeOverridden{second}, scene.org.because()),
             QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{elsewhere}), QByteArray());
    const EventId third = propose(scene, {on(page), on(sms)}); // having seen them
    QCOMPARE(scene.code(scene.commander(), NoticeAnswered{third}), QByteArray());
    QCOMPARE(scene.incident().notices.at(third).ordinal, quint64(3));
}

void TestNoticeRules::aPreapprovedFirstNoticeNeedsOnePerson() {
    Scene scene(Permission::Commander);
    const Member& staff = scene.the(Permission::Communications);
    const EventId form = preapprove(scene.org, scene.commander(), staff);
    NoticeProposed facts = proposed(scene.incident(), {on(page), on(sms)});
    facts.preapproved = EventId::zeros();
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::notPreapproved));
    facts.preapproved = form;
    facts.step = NoticeStep::Identified; // no cause may stand in it
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
    facts.step = NoticeStep::Investigating;
    QCOMPARE(scene.code(scene.responder(), facts, scene.org.words()), QByteArray(refusal::notPermitted));
    const EventId notice = scene.did(staff, facts, scene.org.words());
    QCOMPARE(scene.incident().notices.at(notice).standing, NoticeStatus::Standing::Approved);
    QCOMPARE(dueNow(scene).begun.size(), std::size_t(2));
    // Twice is once too often, whoever presses.
    QCOMPARE(scene.code(scene.commander(), facts, scene.org.words()), QByteArray(refusal::stale));
    facts.outgoings = {on(messenger), on(page)}; // on one of them it would be the second
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::stale));
    facts.outgoings = {on(messenger)};
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray());
}

void TestNoticeRules::aPreapprovalLapsesAndIsRenewed() {
    Scene scene(Permission::Commander);
    const Member& staff = scene.the(Permission::Communications);
    const EventId form = preapprove(scene.org, scene.commander(), staff);
    NoticeProposed facts = proposed(scene.incident(), {on(page)});
    facts.preapproved = form;
    scene.org.now += limits::firstNoticeValid + 1ms;
    QCOMPARE(scene.org.organisation().firstNotice(QStringLiteral("first"), scene.org.now), nullptr);
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::notPreapproved));
    scene.org.did(staff, scene.org.orgLog(), FirstNoticeApproved{form});
    QVERIFY(scene.org.organisation().firstNotice(QStringLiteral("first"), scene.org.now));
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray());
}

// What the organisation did later does not change what an incident's entry was judged by.
void TestNoticeRules::aPreapprovalIsJudgedAsOfItsTime() {
    Scene scene(Permission::Commander);
    const Member& staff = scene.the(Permission::Communications);
    const EventId form = preapprove(scene.org, scene.commander(), staff);
    const quint64 first = scene.org.organisation().seq;
    const Moment lapsed = scene.org.now + limits::firstNoticeValid + 1ms;
    const auto holds = [&](quint64 seq, Moment at) {
        return Authority(scene.org.organisation(), seq).isFirstNotice(form, at);
    };
    QVERIFY(!holds(first - 1, scene.org.now));
    QVERIFY(holds(first, scene.org.now));
    QVERIFY(!holds(first, lapsed));
    scene.org.now = lapsed;
    scene.org.did(staff, scene.org.orgLog(), FirstNoticeApproved{form});
    QVERIFY(!holds(first, lapsed)); // as before
    QVERIFY(holds(scene.org.organisation().seq, lapsed));
    scene.org.did(staff, scene.org.orgLog(), FirstNoticeEnded{form});
    const quint64 ended = scene.org.organisation().seq;
    QVERIFY(holds(ended - 1, lapsed));
    QVERIFY(!holds(ended, lapsed));
    QCOMPARE(codeOf(scene.org.act(staff, scene.org.orgLog(), FirstNoticeEnded{form})),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(codeOf(scene.org.act(staff, scene.org.orgLog(), FirstNoticeApproved{form})),
             QByteArray(refusal::alreadyDone));
}

void TestNoticeRules::whoWroteAFirstNoticeDoesNotApproveIt() {
    Scene scene(Permission::Commander);
    TestOrganisation& org = scene.org;
    const DocumentPublished document{documenttype::firstNotice.toString(), QStringLiteral("first"),
                                     *BlobId::tryFrom(sha256({"f"})), 1, std::nullopt};
    const EventId version = org.did(scene.commander(), org.orgLog(), document, org.words());
    const auto code = [&](const Member& who, const EventId& what) {
        return codeOf(org.act(who, org.orgLog(), FirstNoticeApproved{what}));
    };
    QCOMPARE(code(scene.commander(), version), QByteArray(refusal::secondPerson));
    QCOMPARE(code(scene.responder(), version), QByteArray(refusal::notPermitted));
    QCOMPARE(code(scene.the(Permission::Communications), EventId::zeros()), QByteArray(refusal::notFound));
    DocumentPublished manual = document;
    manual.type = documenttype::manual.toString();
    const EventId other = org.did(scene.commander(), org.orgLog(), manual, org.words());
    QCOMPARE(code(scene.the(Permission::Communications), other), QByteArray(refusal::notFound));
    QCOMPARE(code(scene.the(Permission::Communications), version), QByteArray());
}

void TestNoticeRules::aNewerVersionEndsTheOneBefore() {
    Scene scene(Permission::Commander);
    const Member& staff = scene.the(Permission::Communications);
    const EventId old = preapprove(scene.org, scene.commander(), staff);
    const EventId other = preapprove(scene.org, scene.commander(), staff, QStringLiteral("other"));
    const EventId newer = preapprove(scene.org, scene.commander(), staff);
    NoticeProposed facts = proposed(scene.incident(), {on(page)});
    facts.preapproved = old;
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::notPreapproved));
    facts.preapproved = other;
    scene.did(staff, facts, scene.org.words());
    facts = proposed(scene.incident(), {on(sms)});
    facts.preapproved = newer;
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray());
}

void TestNoticeRules::aCorrectionNamesWhatWentOut() {
    Scene scene(Permission::Commander);
    const EventId notApproved = propose(scene, {on(sms)});
    const EventId notice = approved(scene, {on(page)});
    NoticeProposed facts = proposed(scene.incident(), {on(page)});
    facts.step = NoticeStep::Correction;
    facts.corrects = notApproved;
    const Member& staff = scene.the(Permission::Communications);
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::notFound));
    facts.corrects = notice;
    const EventId correction = scene.did(staff, facts, scene.org.words());
    QVERIFY(!scene.incident().notices.at(notice).correctedBy); // not yet
    scene.did(scene.commander(), NoticeAnswered{correction});
    QCOMPARE(scene.incident().notices.at(notice).correctedBy, std::optional(correction));
}

void TestNoticeRules::whoIsAskedChangesWithTime() {
    Scene scene(Permission::Commander);
    NoticeProposed facts = proposed(scene.incident(), {on(page)});
    const PersonId first = scene.commander().person;
    const PersonId second = scene.org.admin().person;
    facts.asked = {first, first};
    facts.askWithinMs = 180'000;
    const Member& staff = scene.the(Permission::Communications);
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
    facts.asked = {first, second};
    facts.askWithinMs.reset();
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
    facts.askWithinMs = 180'000;
    const EventId notice = scene.did(staff, facts, scene.org.words());
    const NoticeStatus status = scene.incident().notices.at(notice);
    QCOMPARE(askedNow(status, status.at), std::optional(first));
    QCOMPARE(askedNow(status, status.at + 3min - 1ms), std::optional(first));
    QCOMPARE(askedNow(status, status.at + 3min), std::optional(second));
    QVERIFY(!askedNow(status, status.at + 6min)); // anybody who may
    const auto askedWithin = [&](Millis within) {
        facts.askWithinMs = quint64(within.count());
        return scene.code(staff, facts, scene.org.words());
    };
    QCOMPARE(askedWithin(Millis(limits::acceptWithinLeast) - 1ms), QByteArray(refusal::outOfRange));
    QCOMPARE(askedWithin(limits::acceptWithinLeast), QByteArray());
    QCOMPARE(askedWithin(limits::acceptWithinMost), QByteArray());
    QCOMPARE(askedWithin(Millis(limits::acceptWithinMost) + 1ms), QByteArray(refusal::outOfRange));
}

void TestNoticeRules::whatPeopleMayDoIsWhatTheRulesAllow() {
    Scene scene(Permission::Commander);
    std::map<const char*, EventId> notices;
    notices.emplace("overtaken", propose(scene, {on(page)}));
    notices.emplace("approved", approved(scene, {on(page)}));
    notices.emplace("open", propose(scene, {on(sms)}));
    notices.emplace(
        "the commander's",
        scene.did(scene.commander(), proposed(scene.incident(), {on(messenger)}), scene.org.words()));
    NoticeProposed brief = proposed(scene.incident(), {on(sms)});
    brief.validForMs = 60'000;
    notices.emplace("late", scene.did(scene.responder(), brief, scene.org.words()));
    notices.emplace("stopped", propose(scene, {on(sms)}));
    scene.did(scene.commander(), NoticeStopped{notices.at("stopped")});
    notices.emplace("declined", propose(scene, {on(sms)}));
    scene.did(scene.commander(), NoticeAnswered{notices.at("declined"), Approval::Declined},
              scene.org.because());
    scene.org.now += 2min;
    int compared = 0;
    for (const auto& [permission, member] : scene.people) {
        for (const auto& [name, notice] : notices) {
            const NoticeRights may = rightsTo(scene.incident(), scene.incident().notices.at(notice),
                                              member.person, permission, scene.org.now);
            const auto allowed = [&, who = member](const Facts& facts, const Text& text) {
                Scene trial = scene;
                return trial.code(who, facts, text).isEmpty();
            };
            const Text because = scene.org.because();
            QVERIFY2(may.approve == allowed(NoticeAnswered{notice}, {}), name);
            QVERIFY2(may.decline == allowed(NoticeAnswered{notice, Approval::Declined}, because) ||
                         scene.incident().notices.at(notice).by == member.person,
                     name);
            QVERIFY2(may.sendAlone == allowed(NoticeOverridden{notice}, because), name);
            QVERIFY2(may.stop == allowed(NoticeStopped{notice}, because), name);
            NoticeProposed correction = proposed(scene.incident(), {on(page)});
            correction.step = NoticeStep::Correction;
            correction.corrects = notice;
            QVERIFY2(may.correct == allowed(correction, scene.org.words()), name);
            ++compared;
        }
    }
    QCOMPARE(compared, int(Permission::Last) * 7);
}

void TestNoticeRules::limitsHold() {
    Scene scene(Permission::Commander);
    const Member& staff = scene.the(Permission::Communications);
    NoticeProposed facts = proposed(scene.incident(), {});
    for (int i = 0; i <= limits::noticeChannels; ++i) {
        facts.outgoings.push_back(on(QString::number(i)));
    }
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
    facts.outgoings.pop_back();
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray());
    facts.outgoings = {on(page)};
    facts.size = quint64(limits::noticeBytes) + 1;
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
    facts.size = 1;
    for (int i = 1; i < limits::notices; ++i) {
        scene.did(staff, facts, scene.org.words());
    }
    QCOMPARE(scene.code(staff, facts, scene.org.words()), QByteArray(refusal::outOfRange));
}

QTEST_APPLESS_MAIN(TestNoticeRules)
#include "test_notice_rules.moc"
