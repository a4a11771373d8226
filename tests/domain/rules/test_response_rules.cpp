// A committee called together, its motions and votes; what was asked for and granted; operational periods.
#include "domain/incident/committee.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

class TestResponseRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aCommitteeIsCalledByWhoeverCommands();
    void membersAnswerForThemselves();
    void membersVoteAndTheLastVoteCounts();
    void anOutcomeIsWhatTheVotesSay();
    void aMotionIsClosedOnce();
    void outcomes_data();
    void outcomes();
    void requestsAreGrantedByWhoeverCommands();
    void requestsAreSettledAgainstTheLast();
    void periodsAreNumbered();
    void limitsHold();

  private:
    // Three members: the responder, the scribe, and one without a device.
    static CommitteeCalled callOf(const Scene& scene, quint64 quorum = 2) {
        CommitteeCalled call;
        call.number = scene.incident().meetings.size() + 1;
        call.members = {
            {scene.the(Permission::Responder).person}, {scene.the(Permission::Scribe).person}, {}};
        call.quorum = quorum;
        return call;
    }
};

void TestResponseRules::aCommitteeIsCalledByWhoeverCommands() {
    Scene scene(Permission::Viewer);
    const CommitteeCalled call = callOf(scene);
    QCOMPARE(scene.code(scene.commander(), call), QByteArray(refusal::malformed)); // whom, and where?
    QCOMPARE(scene.code(scene.responder(), call, scene.org.words()), QByteArray(refusal::notPermitted));
    CommitteeCalled wrong = call;
    wrong.members.clear();
    QCOMPARE(scene.code(scene.commander(), wrong, scene.org.words()), QByteArray(refusal::outOfRange));
    wrong = call;
    wrong.quorum = 4;
    QCOMPARE(scene.code(scene.commander(), wrong, scene.org.words()), QByteArray(refusal::outOfRange));
    wrong.quorum = 0;
    QCOMPARE(scene.code(scene.commander(), wrong, scene.org.words()), QByteArray(refusal::outOfRange));
    wrong = call;
    wrong.members[1] = wrong.members[0];
    QCOMPARE(scene.code(scene.commander(), wrong, scene.org.words()), QByteArray(refusal::outOfRange));
    wrong = call;
    wrong.number = 2;
    QCOMPARE(scene.code(scene.commander(), wrong, scene.org.words()), QByteArray(refusal::stale));
    const EventId meeting = scene.did(scene.commander(), call, scene.org.words());
    QCOMPARE(scene.incident().meetings.at(meeting).members.size(), std::size_t(3));
    QCOMPARE(scene.code(scene.commander(), call, scene.org.words()), QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.commander(), callOf(scene), scene.org.words()), QByteArray());
}

void TestResponseRules::membersAnswerForThemselves() {
    Scene scene(Permission::Viewer);
    CommitteeCalled call = callOf(scene);
    call.members.push_back({scene.the(Permission::Auditor).person}); // who may not write otherwise
    call.members.push_back({});
    const EventId meeting = scene.did(scene.commander(), call, scene.org.words());
    const auto attended = [&](quint64 member, Attendance attendance) {
        return CommitteeAttended{{}, meeting, member, attendance, false};
    };
    QCOMPARE(scene.code(scene.responder(), attended(5, Attendance::Coming)), QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.the(Permission::Auditor), attended(0, Attendance::Coming)),
             QByteArray(refusal::notPermitted));
    scene.did(scene.the(Permission::Auditor), attended(3, Attendance::Present));
    scene.did(scene.responder(), attended(0, Attendance::Coming));
    scene.did(scene.responder(), attended(2, Attendance::Absent)); // heard on the phone
    scene.did(scene.responder(), attended(4, Attendance::Absent));
    const Meeting& held = scene.incident().meetings.at(meeting);
    QVERIFY(!held.members[0].writtenBy);
    QCOMPARE(held.members[2].writtenBy, std::optional(scene.responder().person));
    QCOMPARE(countAttendance(held), (AttendanceCounts{1, 1, 2, 1}));
}

void TestResponseRules::membersVoteAndTheLastVoteCounts() {
    Scene scene;
    const EventId meeting = scene.did(scene.commander(), callOf(scene), scene.org.words());
    const MotionOpened asked{{}, meeting, MotionKind::Disaster, {}};
    QCOMPARE(scene.code(scene.responder(), asked), QByteArray(refusal::malformed));
    QCOMPARE(scene.code(scene.responder(), MotionOpened{{}, EventId::zeros(), MotionKind::General, {}},
                        scene.org.words()),
             QByteArray(refusal::notFound));
    const EventId motion = scene.did(scene.responder(), asked, scene.org.words());
    QCOMPARE(scene.code(scene.the(Permission::Viewer), MotionVoted{{}, motion, 0, Vote::For}),
             QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.responder(), MotionVoted{{}, motion, 3, Vote::For}),
             QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.responder(), MotionVoted{{}, meeting, 0, Vote::For}),
             QByteArray(refusal::notFound));
    scene.did(scene.responder(), MotionVoted{{}, motion, 0, Vote::For});
    scene.did(scene.responder(), MotionVoted{{}, motion, 0, Vote::Against});
    scene.did(scene.commander(), MotionVoted{{}, motion, 1, Vote::For}); // the scribe's, by phone
    const Incident& incident = scene.incident();
    QCOMPARE(countVotes(incident.motions.at(motion), incident.meetings.at(meeting)),
             (VoteCounts{1, 1, 0, 1}));
    QCOMPARE(incident.motions.at(motion).votes.at(1).writtenBy, std::optional(scene.commander().person));
    QVERIFY(!incident.motions.at(motion).votes.at(0).writtenBy);
}

void TestResponseRules::anOutcomeIsWhatTheVotesSay() {
    Scene scene;
    const EventId meeting = scene.did(scene.commander(), callOf(scene), scene.org.words());
    const EventId motion =
        scene.did(scene.responder(), MotionOpened{{}, meeting, MotionKind::Failover, {}}, scene.org.words());
    const auto close = [&](MotionOutcome outcome, const Text& text = {}) {
        return scene.code(scene.commander(), MotionClosed{{}, motion, outcome}, text);
    };
    scene.did(scene.responder(), MotionVoted{{}, motion, 0, Vote::For});
    QCOMPARE(close(MotionOutcome::Carried), QByteArray(refusal::noQuorum));
    QCOMPARE(close(MotionOutcome::Rejected), QByteArray(refusal::noQuorum));
    scene.did(scene.responder(), MotionVoted{{}, motion, 2, Vote::Against});
    QCOMPARE(close(MotionOutcome::Carried), QByteArray(refusal::outOfRange)); // as many against it
    QCOMPARE(close(MotionOutcome::Dropped), QByteArray(refusal::reasonMissing));
    scene.did(scene.responder(), MotionVoted{{}, motion, 1, Vote::For});
    QCOMPARE(scene.code(scene.the(Permission::Scribe), MotionClosed{{}, motion, MotionOutcome::Carried}),
             QByteArray(refusal::notPermitted));
    QCOMPARE(close(MotionOutcome::Carried), QByteArray());
    QCOMPARE(scene.incident().motions.at(motion).outcome, std::optional(MotionOutcome::Carried));
}

void TestResponseRules::aMotionIsClosedOnce() {
    Scene scene;
    const EventId meeting = scene.did(scene.commander(), callOf(scene), scene.org.words());
    const EventId motion =
        scene.did(scene.responder(), MotionOpened{{}, meeting, MotionKind::General, {}}, scene.org.words());
    scene.did(scene.commander(), MotionClosed{{}, motion, MotionOutcome::Dropped},
              TestOrganisation::because());
    QCOMPARE(scene.code(scene.commander(), MotionClosed{{}, motion, MotionOutcome::Dropped},
                        TestOrganisation::because()),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(scene.code(scene.responder(), MotionVoted{{}, motion, 0, Vote::For}),
             QByteArray(refusal::alreadyDone));
}

void TestResponseRules::outcomes_data() {
    QTest::addColumn<int>("inFavour");
    QTest::addColumn<int>("against");
    QTest::addColumn<int>("abstained");
    QTest::addColumn<int>("quorum");
    QTest::addColumn<int>("outcome"); // 0: none yet
    QTest::newRow("too few") << 2 << 0 << 0 << 3 << 0;
    QTest::newRow("enough") << 2 << 1 << 0 << 3 << int(MotionOutcome::Carried);
    QTest::newRow("a tie") << 2 << 2 << 0 << 3 << int(MotionOutcome::Rejected);
    QTest::newRow("who abstains is there") << 1 << 0 << 2 << 3 << int(MotionOutcome::Carried);
    QTest::newRow("nobody for it") << 0 << 0 << 3 << 3 << int(MotionOutcome::Rejected);
}

void TestResponseRules::outcomes() {
    QFETCH(int, inFavour);
    QFETCH(int, against);
    QFETCH(int, abstained);
    QFETCH(int, quorum);
    QFETCH(int, outcome);
    const auto found =
        outcomeOf({quint64(inFavour), quint64(against), quint64(abstained), 0}, quint64(quorum));
    QCOMPARE(found, outcome == 0 ? std::nullopt : std::optional(MotionOutcome(outcome)));
}

void TestResponseRules::requestsAreGrantedByWhoeverCommands() {
    Scene scene(Permission::Viewer);
    ResourceRequested asked{{}, ResourceKind::People, 12, scene.org.now + 2h, {}};
    QCOMPARE(scene.code(scene.responder(), asked), QByteArray(refusal::malformed));
    QCOMPARE(scene.code(scene.the(Permission::Viewer), ResourceRequested{{}, ResourceKind::People, 0, {}, {}},
                        scene.org.words()),
             QByteArray(refusal::outOfRange));
    const EventId request = scene.did(scene.the(Permission::Scribe), asked, scene.org.words());
    ResourceSettled settled{{}, request, ResourceOutcome::Granted, quint64(8), request};
    QCOMPARE(scene.code(scene.responder(), settled), QByteArray(refusal::notPermitted));
    settled.outcome = ResourceOutcome::Declined;
    QCOMPARE(scene.code(scene.commander(), settled), QByteArray(refusal::reasonMissing));
    settled.outcome = ResourceOutcome::Granted;
    const EventId granted = scene.did(scene.commander(), settled);
    const ResourceStatus& status = scene.incident().resources.at(request);
    QCOMPARE(status.amount, quint64(8));
    QVERIFY(status.isOpen()); // granted, and not there yet
    settled.against = granted;
    QCOMPARE(scene.code(scene.commander(), settled), QByteArray(refusal::alreadyDone));
    settled.outcome = ResourceOutcome::Provided;
    settled.amount.reset();
    scene.did(scene.the(Permission::Scribe), settled);
    QVERIFY(!scene.incident().resources.at(request).isOpen());
}

void TestResponseRules::requestsAreSettledAgainstTheLast() {
    Scene scene;
    const EventId request = scene.did(
        scene.responder(), ResourceRequested{{}, ResourceKind::Budget, 1, {}, {}}, scene.org.words());
    const auto settle = [&](ResourceOutcome outcome, const EventId& against) {
        return scene.code(scene.commander(), ResourceSettled{{}, request, outcome, {}, against});
    };
    QCOMPARE(settle(ResourceOutcome::Granted, scene.incident().declaredBy), QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.commander(),
                        ResourceSettled{{}, EventId::zeros(), ResourceOutcome::Granted, {}, request}),
             QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.commander(),
                        ResourceSettled{{}, request, ResourceOutcome::Granted, quint64(0), request}),
             QByteArray(refusal::outOfRange));
    QCOMPARE(settle(ResourceOutcome::Dropped, request), QByteArray());
    QCOMPARE(settle(ResourceOutcome::Provided, scene.incident().resources.at(request).setBy),
             QByteArray(refusal::alreadyDone));
}

void TestResponseRules::periodsAreNumbered() {
    Scene scene(Permission::Viewer);
    const PeriodOpened first{{}, 1, scene.org.now + 8h};
    QCOMPARE(scene.code(scene.commander(), first), QByteArray(refusal::malformed));
    QCOMPARE(scene.code(scene.responder(), first, scene.org.words()), QByteArray(refusal::notPermitted));
    const EventId opened = scene.did(scene.commander(), first, scene.org.words());
    QCOMPARE(scene.code(scene.commander(), first, scene.org.words()), QByteArray(refusal::stale));
    QCOMPARE(scene.incident().period.setBy, opened);
    QCOMPARE(scene.code(scene.commander(), PeriodOpened{{}, 2, {}}, scene.org.words()), QByteArray());
    QCOMPARE(scene.incident().period.number, quint64(2));
}

void TestResponseRules::limitsHold() {
    Scene scene;
    CommitteeCalled call = callOf(scene);
    call.members.assign(std::size_t(limits::committeeMembers) + 1, CommitteeSeat{});
    QCOMPARE(scene.code(scene.commander(), call, scene.org.words()), QByteArray(refusal::outOfRange));
    call.members.pop_back();
    const EventId meeting = scene.did(scene.commander(), call, scene.org.words());
    for (int i = 1; i < limits::meetings; ++i) {
        scene.did(scene.commander(), callOf(scene), scene.org.words());
    }
    QCOMPARE(scene.code(scene.commander(), callOf(scene), scene.org.words()),
             QByteArray(refusal::outOfRange));
    const MotionOpened motion{{}, meeting, MotionKind::General, {}};
    for (int i = 0; i < limits::motions; ++i) {
        scene.did(scene.responder(), motion, scene.org.words());
    }
    QCOMPARE(scene.code(scene.responder(), motion, scene.org.words()), QByteArray(refusal::outOfRange));
    const ResourceRequested request{{}, ResourceKind::Room, 1, {}, {}};
    for (int i = 0; i < limits::resourceRequests; ++i) {
        scene.did(scene.responder(), request, scene.org.words());
    }
    QCOMPARE(scene.code(scene.responder(), request, scene.org.words()), QByteArray(refusal::outOfRange));
}

QTEST_GUILESS_MAIN(TestResponseRules)

#include "test_response_rules.moc"
