// Looking back: steps, sections that several write apart, findings, what is to be done, what is signed.
#include "domain/base/limits.h"
#include "domain/dice.h"
#include "domain/incident/closing.h"
#include "support/scene.h"

#include <QTest>

#include <algorithm>

using namespace bongsu;

namespace {

const QString cause = QStringLiteral("cause");

Text saying(const QString& words) {
    return {.text = words};
}

SectionWritten version(const QString& section, std::vector<EventId> against) {
    SectionWritten facts;
    facts.section = section;
    facts.size = 10;
    facts.against = std::move(against);
    return facts;
}

std::vector<EventId> headsOf(const Incident& incident, const QString& section) {
    std::vector<EventId> heads;
    const auto found = incident.retro.sections.find(section);
    if (found != incident.retro.sections.end()) {
        for (const SectionVersion& one : found->second) {
            heads.push_back(one.event);
        }
    }
    return heads;
}

RetroIssued issue(quint64 number, std::vector<PersonId> asked) {
    RetroIssued facts;
    facts.number = number;
    facts.format = QStringLiteral("html");
    facts.size = 10;
    facts.pieceSize = 8;
    facts.pieces = {PieceHash::zeros(), PieceHash::zeros()};
    facts.upTo.seq = 1;
    facts.org.seq = 1;
    facts.asked = std::move(asked);
    return facts;
}

} // namespace

class TestRetroRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aStepIsConfirmedByASecondPerson();
    void aLaterVersionTakesThePlaceOfWhatItsAuthorSaw();
    void twoWhoWroteApartBothStand();
    void manyWhoWriteApartLoseNothing();
    void aRemarkIsOpenUntilItIsSettled();
    void aFindingHasItsAreaAndItsEvidence();
    void anActionIsDoneWithEvidenceAndConfirmedByAnother();
    void anActionChangesForAReason();
    void safetyHasAName();
    void onlyThoseAskedSignOnce();
    void aDocumentIsWhatItsPiecesSay();
    void itIsKnownSinceWhenItIsOver();
    void closingNeedsEveryCheck();
    void closingNeedsTheCauseOrAHoldOrAReason();
    void whatIsTakenBackIsNoFinding();
    void findingsActionsAndSignersAreLimited();
    void stepsSectionsAndDocumentsAreLimited();
};

void TestRetroRules::aStepIsConfirmedByASecondPerson() {
    Scene scene;
    const Member& one = scene.responder();
    const Member& other = scene.commander();
    const EventId assigned = scene.did(other, StepAssigned{cause, one.person, {}, {}});
    QCOMPARE(scene.code(one, StepSettled{cause, WorkOutcome::Done, {}}), QByteArray(refusal::stale));
    QCOMPARE(scene.code(one, StepSettled{cause, WorkOutcome::Confirmed, assigned}),
             QByteArray(refusal::tooEarly));
    const EventId done = scene.did(one, StepSettled{cause, WorkOutcome::Done, assigned});
    QCOMPARE(scene.code(one, StepSettled{cause, WorkOutcome::Confirmed, done}),
             QByteArray(refusal::samePerson));
    const EventId confirmed = scene.did(other, StepSettled{cause, WorkOutcome::Confirmed, done});
    const StepStatus& step = scene.incident().retro.steps.at(cause);
    QCOMPARE(step.outcome, std::optional(WorkOutcome::Confirmed));
    QCOMPARE(step.doneBy, std::optional(one.person));
    QCOMPARE(step.confirmedBy, std::optional(other.person));
    QCOMPARE(scene.code(one, StepSettled{cause, WorkOutcome::Reopened, confirmed}),
             QByteArray(refusal::reasonMissing));
    scene.did(one, StepSettled{cause, WorkOutcome::Reopened, confirmed}, TestOrganisation::because());
    QVERIFY(!scene.incident().retro.steps.at(cause).outcome);
    QCOMPARE(scene.code(scene.the(Permission::Viewer), StepAssigned{QStringLiteral("facts"), {}, {}, {}}),
             QByteArray(refusal::notPermitted));
}

void TestRetroRules::aLaterVersionTakesThePlaceOfWhatItsAuthorSaw() {
    Scene scene;
    const EventId first = scene.did(scene.responder(), version(cause, {}), saying(cause));
    const EventId second = scene.did(scene.commander(), version(cause, {first}), saying(cause));
    QCOMPARE(headsOf(scene.incident(), cause), std::vector{second});
    QCOMPARE(scene.code(scene.responder(), version(cause, {scene.incident().declaredBy}), saying(cause)),
             QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.responder(), version(cause, {second, second}), saying(cause)),
             QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.responder(), version(cause, {second})), QByteArray(refusal::malformed));
    SectionWritten large = version(cause, {second});
    large.size = quint64(limits::sectionBytes) + 1;
    QCOMPARE(scene.code(scene.responder(), large, saying(cause)), QByteArray(refusal::outOfRange));
    QCOMPARE(scene.code(scene.the(Permission::Viewer), version(cause, {second}), saying(cause)),
             QByteArray(refusal::notPermitted));
}

void TestRetroRules::twoWhoWroteApartBothStand() {
    Scene scene;
    const EventId first = scene.did(scene.responder(), version(cause, {}), saying(cause));
    const EventId mine = scene.did(scene.responder(), version(cause, {first}), saying(cause));
    const EventId theirs = scene.did(scene.commander(), version(cause, {first}), saying(cause));
    QCOMPARE(headsOf(scene.incident(), cause), (std::vector{mine, theirs}));
    const EventId both = scene.did(scene.commander(), version(cause, {mine, theirs}), saying(cause));
    QCOMPARE(headsOf(scene.incident(), cause), std::vector{both});
}

// Authors see the record only now and then, and write meanwhile; the relay takes what they wrote in any order
// between them. What stands at the end are exactly the versions that nobody had seen when they wrote.
void TestRetroRules::manyWhoWriteApartLoseNothing() {
    constexpr int runs = 1000;
    const int step = std::max(1, qEnvironmentVariableIntValue("BONGSU_SEED_STEP"));
    constexpr int rounds = 3;
    Scene scene;
    const std::vector<const Member*> authors{&scene.responder(), &scene.commander(),
                                             &scene.the(Permission::Communications)};
    const std::vector<QString> sections{cause, QStringLiteral("lessons")};
    int apart = 0;
    for (int run = 0; run < runs; run += step) {
        Dice dice{quint32(run)};
        const LogId log = scene.org.declare(scene.responder());
        std::set<EventId> written;
        std::set<EventId> replaced;
        for (int round = 0; round < rounds; ++round) {
            std::map<std::pair<std::size_t, QString>, std::vector<EventId>> seen;
            for (std::size_t author = 0; author < authors.size(); ++author) {
                for (const QString& section : sections) {
                    seen[{author, section}] = headsOf(scene.org.incident(log), section);
                }
            }
            for (int left = int(dice.below(6)); left > 0; --left) {
                const std::size_t author = dice.below(authors.size());
                const QString& section = sections[dice.below(sections.size())];
                std::vector<EventId>& known = seen[{author, section}];
                const EventId event =
                    scene.org.did(*authors[author], log, version(section, known), saying(section));
                replaced.insert(known.begin(), known.end());
                written.insert(event);
                known = {event};
            }
        }
        std::set<EventId> standing;
        for (const QString& section : sections) {
            const auto heads = headsOf(scene.org.incident(log), section);
            standing.insert(heads.begin(), heads.end());
            apart += heads.size() > 1 ? 1 : 0;
        }
        std::set<EventId> expected;
        std::set_difference(written.begin(), written.end(), replaced.begin(), replaced.end(),
                            std::inserter(expected, expected.end()));
        QVERIFY2(standing == expected, qPrintable(QStringLiteral("seed %1").arg(run)));
    }
    QVERIFY(apart > runs / step / 10);
    qInfo("%d runs, %d sections with versions written apart", runs / step, apart);
}

void TestRetroRules::aRemarkIsOpenUntilItIsSettled() {
    Scene scene;
    const EventId first = scene.did(scene.responder(), version(cause, {}), saying(cause));
    QCOMPARE(scene.code(scene.commander(), SectionRemarked{cause, first}), QByteArray(refusal::malformed));
    const EventId remark = scene.did(scene.commander(), SectionRemarked{cause, first}, saying(cause));
    QCOMPARE(scene.incident().retro.remarks.size(), std::size_t(1));
    scene.did(scene.responder(), RemarkSettled{remark});
    QVERIFY(scene.incident().retro.remarks.empty());
    QCOMPARE(scene.code(scene.responder(), RemarkSettled{remark}), QByteArray(refusal::notFound));
}

void TestRetroRules::aFindingHasItsAreaAndItsEvidence() {
    Scene scene;
    FindingAdded factor;
    factor.evidence = {scene.incident().declaredBy};
    QCOMPARE(scene.code(scene.responder(), factor, saying(cause)), QByteArray(refusal::outOfRange));
    factor.area = ReviewArea::Platform;
    factor.pattern = QStringLiteral("untested change");
    const EventId finding = scene.did(scene.responder(), factor, saying(cause));
    QCOMPARE(scene.incident().retro.findings.at(finding).pattern, QStringLiteral("untested change"));
    factor.evidence = {EventId::zeros()};
    QCOMPARE(scene.code(scene.responder(), factor, saying(cause)), QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.responder(), FindingDropped{finding}), QByteArray(refusal::reasonMissing));
    scene.did(scene.responder(), FindingDropped{finding}, TestOrganisation::because());
    QVERIFY(scene.incident().retro.findings.empty());
    QCOMPARE(scene.code(scene.responder(), FindingDropped{finding}, TestOrganisation::because()),
             QByteArray(refusal::notFound));
}

void TestRetroRules::anActionIsDoneWithEvidenceAndConfirmedByAnother() {
    Scene scene;
    const Member& owner = scene.responder();
    const Member& doer = scene.the(Permission::Scribe);
    const Member& third = scene.commander();
    ActionAdded added;
    added.plan.owner = owner.person;
    QCOMPARE(scene.code(third, added), QByteArray(refusal::malformed));
    QCOMPARE(scene.code(third, ActionSettled{{}, EventId::zeros(), WorkOutcome::Done, EventId::zeros()},
                        saying(cause)),
             QByteArray(refusal::notFound));
    const EventId action = scene.did(third, added, saying(cause));
    QCOMPARE(scene.code(doer, ActionSettled{{}, action, WorkOutcome::Done, action}),
             QByteArray(refusal::reasonMissing));
    const EventId done = scene.did(doer, ActionSettled{{}, action, WorkOutcome::Done, action}, saying(cause));
    QCOMPARE(scene.incident().retro.actions.at(action).doneIn, std::optional(done));
    for (const Member* first : {&owner, &doer}) {
        QCOMPARE(scene.code(*first, ActionSettled{{}, action, WorkOutcome::Confirmed, done}),
                 QByteArray(refusal::samePerson));
    }
    const EventId confirmed = scene.did(third, ActionSettled{{}, action, WorkOutcome::Confirmed, done});
    QCOMPARE(scene.incident().retro.actions.at(action).confirmedBy, std::optional(third.person));
    QCOMPARE(scene.incident().retro.actions.at(action).doneIn, std::optional(done));
    scene.did(third, ActionSettled{{}, action, WorkOutcome::Reopened, confirmed},
              TestOrganisation::because());
    QVERIFY(!scene.incident().retro.actions.at(action).outcome);
    QVERIFY(!scene.incident().retro.actions.at(action).doneIn);
}

void TestRetroRules::anActionChangesForAReason() {
    Scene scene;
    const EventId action = scene.did(scene.commander(), ActionAdded{}, saying(cause));
    ActionPlan plan;
    plan.due = scene.org.now;
    plan.term = ActionTerm::Long;
    QCOMPARE(scene.code(scene.responder(), ActionChanged{{}, action, plan, action, false}),
             QByteArray(refusal::reasonMissing));
    const EventId changed = scene.did(scene.responder(), ActionChanged{{}, action, plan, action, false},
                                      TestOrganisation::because());
    QCOMPARE(scene.incident().retro.actions.at(action).plan, plan);
    QCOMPARE(scene.incident().retro.actions.at(action).wordsBy, action);
    QCOMPARE(scene.code(scene.responder(), ActionChanged{{}, action, plan, action, true}, saying(cause)),
             QByteArray(refusal::stale));
    const EventId reworded =
        scene.did(scene.responder(), ActionChanged{{}, action, plan, changed, true}, saying(cause));
    QCOMPARE(scene.incident().retro.actions.at(action).wordsBy, reworded);
    plan.owner = PersonId::zeros();
    QCOMPARE(scene.code(scene.responder(), ActionChanged{{}, action, plan, reworded, false}, saying(cause)),
             QByteArray(refusal::notFound));
}

void TestRetroRules::safetyHasAName() {
    Scene scene;
    SafetyStated checked;
    checked.services = {QStringLiteral("messenger")};
    QCOMPARE(scene.code(scene.responder(), checked), QByteArray(refusal::outOfRange));
    checked.aspects = {SafetyAspect::CustomerData, SafetyAspect::Security};
    scene.did(scene.responder(), checked);
    QCOMPARE(scene.incident().retro.safety.size(), std::size_t(2));
    QCOMPARE(scene.incident().retro.safety.begin()->second.checkedBy,
             std::optional(scene.responder().person));
    checked.finding = SafetyFinding::Affected;
    QCOMPARE(scene.code(scene.responder(), checked), QByteArray(refusal::reasonMissing));
}

void TestRetroRules::onlyThoseAskedSignOnce() {
    Scene scene;
    const Member& auditor = scene.the(Permission::Auditor);
    const EventId document =
        scene.did(scene.responder(), issue(1, {auditor.person, scene.commander().person}), saying(cause));
    QCOMPARE(scene.code(scene.responder(), issue(1, {}), saying(cause)), QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.responder(), RetroSigned{document, Approval::Approved}),
             QByteArray(refusal::notPermitted));
    scene.did(auditor, RetroSigned{document, Approval::Approved});
    QCOMPARE(scene.code(auditor, RetroSigned{document, Approval::Declined}, TestOrganisation::because()),
             QByteArray(refusal::alreadyDone));
    QCOMPARE(scene.code(scene.commander(), RetroSigned{document, Approval::Declined}),
             QByteArray(refusal::reasonMissing));
    scene.did(scene.commander(), RetroSigned{document, Approval::Declined}, TestOrganisation::because());
    QCOMPARE(scene.incident().retro.issued.at(document).answers.size(), std::size_t(2));
}

void TestRetroRules::aDocumentIsWhatItsPiecesSay() {
    Scene scene;
    RetroIssued one = issue(1, {});
    one.pieces.pop_back();
    QCOMPARE(scene.code(scene.responder(), one, saying(cause)), QByteArray(refusal::outOfRange));
    one = issue(1, {});
    one.pieceSize = 0;
    QCOMPARE(scene.code(scene.responder(), one, saying(cause)), QByteArray(refusal::outOfRange));
    one = issue(1, {scene.responder().person, scene.responder().person});
    QCOMPARE(scene.code(scene.responder(), one, saying(cause)), QByteArray(refusal::outOfRange));
    one = issue(1, {});
    one.size = one.pieceSize = quint64(limits::blobBytes) + 1;
    one.pieces = {PieceHash::zeros()};
    QCOMPARE(scene.code(scene.responder(), one, saying(cause)), QByteArray(refusal::outOfRange));
    one.size = one.pieceSize = quint64(limits::blobBytes);
    QCOMPARE(scene.code(scene.responder(), one, saying(cause)), QByteArray());
    one = issue(2, {});
    one.pieceSize = 1;
    one.size = quint64(limits::retroPieces) + 1;
    one.pieces.assign(std::size_t(one.size), PieceHash::zeros());
    QCOMPARE(scene.code(scene.responder(), one, saying(cause)), QByteArray(refusal::outOfRange));
    one.pieces.pop_back();
    --one.size;
    QCOMPARE(scene.code(scene.responder(), one, saying(cause)), QByteArray());
}

void TestRetroRules::itIsKnownSinceWhenItIsOver() {
    Scene scene;
    scene.takeCommand(scene.commander());
    const auto to = [&](Phase phase) {
        scene.did(scene.commander(), PhaseChanged{phase, scene.incident().phase.setBy});
        return scene.incident().retro.resolvedAt;
    };
    QVERIFY(!to(Phase::Recovering));
    const auto resolved = to(Phase::Resolved);
    QVERIFY(resolved);
    scene.did(scene.commander(), WorkHeld{QStringLiteral("pangyo")}, saying(cause));
    QCOMPARE(to(Phase::Closed), resolved);
    QVERIFY(!to(Phase::Responding));
}

void TestRetroRules::closingNeedsEveryCheck() {
    Scene scene;
    const QString talk = QStringLiteral("talk");
    const QString pay = QStringLiteral("pay");
    scene.takeCommand(scene.commander());
    scene.did(scene.responder(), stated(talk, ServiceState::MajorOutage));
    scene.did(scene.responder(), stated(pay, ServiceState::Operational));
    const auto close = [&] { return PhaseChanged{Phase::Closed, scene.incident().phase.setBy}; };
    const auto why = TestOrganisation::because();
    QCOMPARE(safetyMissing(scene.incident()).size(), std::size_t(4));
    QCOMPARE(scene.code(scene.commander(), close(), why), QByteArray(refusal::safetyMissing));
    scene.did(scene.responder(), checkedSafe({talk}));
    SafetyStated one = checkedSafe({pay});
    one.aspects = {SafetyAspect::Security};
    scene.did(scene.responder(), one);
    QCOMPARE(safetyMissing(scene.incident()), (std::vector{SafetyCheck{pay, SafetyAspect::CustomerData}}));
    QCOMPARE(scene.code(scene.commander(), close(), why), QByteArray(refusal::safetyMissing));
    one.aspects = {SafetyAspect::CustomerData};
    one.finding = SafetyFinding::Affected; // what was found is another question
    scene.did(scene.responder(), one, saying(cause));
    QVERIFY(safetyMissing(scene.incident()).empty());
    scene.did(scene.commander(), close(), why);
}

void TestRetroRules::closingNeedsTheCauseOrAHoldOrAReason() {
    const QString pangyo = QStringLiteral("pangyo");
    const auto asked = [&](const std::vector<QString>& sites, const std::optional<QString>& held,
                           std::optional<Certainty> certainty) {
        Scene scene;
        IncidentDeclared facts;
        facts.sites = sites;
        scene.log = scene.org.declare(scene.responder(), facts);
        scene.takeCommand(scene.commander());
        if (held) {
            scene.did(scene.commander(), WorkHeld{*held}, saying(cause));
        }
        if (certainty) {
            scene.did(scene.commander(), CauseStated{{}, *certainty, scene.incident().cause.setBy},
                      saying(cause));
        }
        return scene.code(scene.commander(), PhaseChanged{Phase::Closed, scene.incident().phase.setBy});
    };
    const QByteArray open = refusal::causeOpen;
    QCOMPARE(asked({pangyo}, {}, {}), open);
    QCOMPARE(asked({}, {}, {}), open);
    QCOMPARE(asked({pangyo}, QStringLiteral("anyang"), {}), open);
    QCOMPARE(asked({pangyo}, pangyo, {}), QByteArray());
    QCOMPARE(asked({pangyo, QStringLiteral("anyang")}, pangyo, {}), open);
    QCOMPARE(asked({}, pangyo, {}), QByteArray());
    QCOMPARE(asked({pangyo}, {}, Certainty::Investigating), open);
    QCOMPARE(asked({pangyo}, {}, Certainty::Suspected), QByteArray());
    QCOMPARE(asked({pangyo}, {}, Certainty::Confirmed), QByteArray());
    Scene scene;
    scene.takeCommand(scene.commander());
    scene.did(scene.commander(), PhaseChanged{Phase::Closed, scene.incident().phase.setBy},
              TestOrganisation::because());
}

void TestRetroRules::whatIsTakenBackIsNoFinding() {
    Scene scene;
    FindingAdded facts;
    facts.findingKind = FindingKind::Lucky;
    const EventId finding = scene.did(scene.responder(), facts, saying(cause));
    QVERIFY(scene.incident().retro.findings.contains(finding));
    scene.did(scene.responder(), EntryWithdrawn{finding});
    QVERIFY(!scene.incident().retro.findings.contains(finding));
}

void TestRetroRules::findingsActionsAndSignersAreLimited() {
    Scene scene;
    const Member& writer = scene.responder();
    const QByteArray tooMany = refusal::outOfRange;
    FindingAdded finding;
    finding.findingKind = FindingKind::Lucky;
    finding.evidence.assign(std::size_t(limits::findingEvidence) + 1, scene.incident().declaredBy);
    QCOMPARE(scene.code(writer, finding, saying(cause)), tooMany);
    finding.evidence.pop_back();
    for (int i = 0; i < limits::findings; ++i) {
        scene.did(writer, finding, saying(cause));
    }
    QCOMPARE(scene.code(writer, finding, saying(cause)), tooMany);

    for (int i = 0; i < limits::actions; ++i) {
        scene.did(writer, ActionAdded{}, saying(cause));
    }
    QCOMPARE(scene.code(writer, ActionAdded{}, saying(cause)), tooMany);

    std::vector<PersonId> signers;
    for (int i = 0; i <= limits::retroSigners; ++i) {
        signers.push_back(scene.org.join(QByteArray::number(i), Permission::Viewer).person);
    }
    QCOMPARE(scene.code(writer, issue(1, signers), saying(cause)), tooMany);
    signers.pop_back();
    QCOMPARE(scene.code(writer, issue(1, signers), saying(cause)), QByteArray());
}

void TestRetroRules::stepsSectionsAndDocumentsAreLimited() {
    Scene scene;
    const Member& writer = scene.responder();
    const QByteArray tooMany = refusal::outOfRange;
    std::vector<EventId> apart;
    SectionWritten large = version(cause, {});
    large.size = quint64(limits::sectionBytes);
    for (int i = 0; i < limits::sectionVersions; ++i) {
        apart.push_back(scene.did(writer, large, saying(cause)));
    }
    QCOMPARE(scene.code(writer, version(cause, {}), saying(cause)), tooMany);
    QCOMPARE(scene.code(writer, version(cause, {apart[0]}), saying(cause)), QByteArray());

    for (int i = 1; i < limits::retroSteps; ++i) {
        scene.did(writer, version(QString::number(i), {}), saying(cause));
        scene.did(writer, StepAssigned{QString::number(i), {}, {}, {}});
    }
    scene.did(writer, StepAssigned{cause, {}, {}, {}});
    const QString more = QStringLiteral("one more");
    QCOMPARE(scene.code(writer, version(more, {}), saying(cause)), tooMany);
    QCOMPARE(scene.code(writer, StepAssigned{more, {}, {}, {}}), tooMany);

    for (int i = 0; i < limits::remarks; ++i) {
        scene.did(writer, SectionRemarked{cause, {}}, saying(cause));
    }
    QCOMPARE(scene.code(writer, SectionRemarked{cause, {}}, saying(cause)), tooMany);

    for (int i = 0; i < limits::issuedRetros; ++i) {
        scene.did(writer, issue(quint64(i) + 1, {}), saying(cause));
    }
    QCOMPARE(scene.code(writer, issue(quint64(limits::issuedRetros) + 1, {}), saying(cause)), tooMany);

    for (int i = 0; i < limits::safetyChecks / 2; ++i) { // of two aspects each
        scene.did(writer, checkedSafe({QString::number(i)}));
    }
    SafetyStated single = checkedSafe({more});
    single.aspects.pop_back();
    QCOMPARE(scene.code(writer, single), tooMany);
    QCOMPARE(scene.code(writer, checkedSafe({QStringLiteral("1")})), QByteArray()); // looked at again
}

QTEST_GUILESS_MAIN(TestRetroRules)
#include "test_retro_rules.moc"
