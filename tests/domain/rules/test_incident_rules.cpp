#include "support/scene.h"

#include "domain/base/limits.h"
#include "domain/log/texts.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString pangyo = QStringLiteral("판교");

} // namespace

class TestIncidentRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void reportsAreNumberedInTurn();
    void alertLevelsKeepTheirTimes();
    void sharedValuesAreChangedAgainstTheLast();
    void aLineIsItsText();
    void takingBackHasAWindow_data();
    void takingBackHasAWindow();
    void onlyOnesOwnLinesAreTakenBack();
    void correctionsNameATextThatIsThere();
    void pinsNameWhatCounts();
    void holdsInTheIncident();
    void servicesAndTheirLimits();
    void restorationsAreRanges();
    void blockersAreOpenedAndClosed();
    void readersAreDeltas();
    void onlyAdminsErase();
    void organisationFactsDoNotBelongHere();
    void whatIsThereCanBeChangedAtTheLimit();
    void attachmentsHaveTheirSizes_data();
    void attachmentsHaveTheirSizes();
    void attachmentsAreLines();
    void whatIsErasedIsForgotten();
    void ownWordsAreThereBeforeTheyHaveANumber();
    void aTaskHasItsOwnWordsAndNoOther();
    void holdsAreLimited();
};

void TestIncidentRules::attachmentsHaveTheirSizes_data() {
    QTest::addColumn<int>("media");
    QTest::addColumn<quint64>("most");
    QTest::newRow("jpeg") << int(Media::Jpeg) << quint64(limits::pictureBytes);
    QTest::newRow("png") << int(Media::Png) << quint64(limits::pictureBytes);
    QTest::newRow("pdf") << int(Media::Pdf) << quint64(limits::blobBytes);
    QTest::newRow("text") << int(Media::Text) << quint64(limits::blobBytes);
}

void TestIncidentRules::attachmentsHaveTheirSizes() {
    QFETCH(int, media);
    QFETCH(quint64, most);
    Scene scene;
    const auto code = [&](quint64 size) {
        return scene.code(scene.responder(), AttachmentAdded{{}, Media(media), BlobId::zeros(), size, {}},
                          scene.org.words());
    };
    QCOMPARE(code(0), QByteArray(refusal::outOfRange));
    QCOMPARE(code(1), QByteArray());
    QCOMPARE(code(most), QByteArray());
    QCOMPARE(code(most + 1), QByteArray(refusal::outOfRange));
}

// Who may write may attach and take it back; what it belongs to is there and counts.
void TestIncidentRules::attachmentsAreLines() {
    Scene scene;
    AttachmentAdded facts{{}, Media::Png, BlobId::zeros(), 10, {}};
    QCOMPARE(scene.code(scene.responder(), facts), QByteArray(refusal::malformed)); // where is its salt?
    QCOMPARE(scene.code(scene.the(Permission::Viewer), facts, scene.org.words()),
             QByteArray(refusal::notPermitted));
    const EventId attached = scene.did(scene.responder(), facts, scene.org.words());
    QCOMPARE(scene.incident().counts.lines, quint64(1));
    facts.target = EventId::zeros();
    QCOMPARE(scene.code(scene.responder(), facts, scene.org.words()), QByteArray(refusal::notFound));
    facts.target = attached;
    QCOMPARE(scene.code(scene.responder(), facts, scene.org.words()), QByteArray());
    QCOMPARE(scene.code(scene.responder(), EntryWithdrawn{attached}), QByteArray());
    QVERIFY(scene.org.ledger().index(scene.log)->find(attached)->erased);
}

void TestIncidentRules::sharedValuesAreChangedAgainstTheLast() {
    Scene scene;
    const Member& who = scene.commander();
    const EventId declared = scene.incident().declaredBy;
    const EventId major = scene.did(who, GradeChanged{Grade::Major, declared});
    QCOMPARE(scene.code(who, GradeChanged{Grade::Total, declared}), QByteArray(refusal::stale));
    QCOMPARE(scene.code(who, GradeChanged{Grade::Total, major}), QByteArray());
    const EventId recovering = scene.did(who, PhaseChanged{Phase::Recovering, declared});
    QCOMPARE(scene.code(who, PhaseChanged{Phase::Closed, declared}), QByteArray(refusal::stale));
    QCOMPARE(scene.code(who, PhaseChanged{Phase::Closed, recovering}, TestOrganisation::because()),
             QByteArray());
    const EventId meeting = scene.did(who, MeetingSet{declared}, scene.org.words());
    QCOMPARE(scene.code(who, MeetingSet{declared}, scene.org.words()), QByteArray(refusal::stale));
    QCOMPARE(scene.code(who, MeetingSet{meeting}, scene.org.words()), QByteArray());
    QCOMPARE(scene.code(who, MeetingSet{meeting}), QByteArray(refusal::malformed));
    QCOMPARE(scene.incident().grade.value, Grade::Total);
    QCOMPARE(scene.incident().phase.value, Phase::Closed);
}

void TestIncidentRules::aLineIsItsText() {
    Scene scene;
    for (const Facts& facts : {Facts(NoteAdded{}), Facts(DecisionMade{}), Facts(BlockerRaised{}),
                               Facts(NoticeRecorded{}), Facts(AuthorityRecorded{})}) {
        QCOMPARE(scene.code(scene.responder(), facts), QByteArray(refusal::malformed));
        QCOMPARE(scene.code(scene.responder(), facts, scene.org.words()), QByteArray());
    }
    QCOMPARE(scene.incident().counts.lines, quint64(5));
    QCOMPARE(scene.incident().counts.decisions, quint64(1));
    QCOMPARE(scene.incident().counts.notices, quint64(1));
    NoteAdded elsewhere;
    elsewhere.site = QStringLiteral(" ");
    QCOMPARE(scene.code(scene.responder(), elsewhere, scene.org.words()), QByteArray(refusal::outOfRange));
    NoticeRecorded nowhere;
    nowhere.channel = QString();
    QCOMPARE(scene.code(scene.responder(), nowhere, scene.org.words()), QByteArray(refusal::outOfRange));
}

void TestIncidentRules::takingBackHasAWindow_data() {
    QTest::addColumn<int>("after");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("at once") << 0 << QByteArray();
    QTest::newRow("60 s") << 60'000 << QByteArray();
    QTest::newRow("120 s") << 120'000 << QByteArray();
    QTest::newRow("120 s and 1 ms") << 120'001 << QByteArray(refusal::tooLate);
}

void TestIncidentRules::takingBackHasAWindow() {
    QFETCH(int, after);
    QFETCH(QByteArray, code);
    Scene scene;
    NoteAdded longAgo;
    longAgo.line.occurredAt = scene.org.now - 3h; // a claim: the window counts from recordedAt
    const EventId note = scene.did(scene.responder(), longAgo, scene.org.words());
    scene.org.now += Millis(after);
    QCOMPARE(scene.code(scene.responder(), EntryWithdrawn{note}), code);
}

void TestIncidentRules::onlyOnesOwnLinesAreTakenBack() {
    Scene scene;
    const Member& who = scene.responder();
    const EventId note = scene.did(who, NoteAdded{}, scene.org.words());
    QCOMPARE(scene.code(scene.org.admin(), EntryWithdrawn{note}), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(who, EntryWithdrawn{EventId::zeros()}), QByteArray(refusal::notFound));
    // From another device of one's own, whatever one may do by then.
    const Member phone = scene.org.joinDevice("phone", who);
    QCOMPARE(scene.code(phone, EntryWithdrawn{note}), QByteArray());
    QCOMPARE(scene.code(who, EntryWithdrawn{note}), QByteArray(refusal::alreadyDone));
    QVERIFY(scene.org.ledger().index(scene.log)->find(note)->erased);
    // What has an opposite is undone by it.
    for (const Facts& facts : {Facts(stated(pangyo, ServiceState::Degraded)), Facts(BlockerRaised{}),
                               Facts(MeetingSet{scene.incident().meetingSetBy})}) {
        const EventId shared = scene.did(who, facts, scene.org.words());
        QCOMPARE(scene.code(who, EntryWithdrawn{shared}), QByteArray(refusal::notFound));
    }
    QCOMPARE(scene.code(who, EntryWithdrawn{scene.incident().declaredBy}), QByteArray(refusal::notFound));
}

void TestIncidentRules::correctionsNameATextThatIsThere() {
    Scene scene;
    const Member& who = scene.responder();
    const EventId note = scene.did(who, NoteAdded{}, scene.org.words());
    QCOMPARE(scene.code(who, EntryCorrected{note}), QByteArray(refusal::malformed)); // says nothing
    QCOMPARE(scene.code(scene.the(Permission::Scribe), EntryCorrected{note}, scene.org.words()),
             QByteArray());
    QCOMPARE(scene.code(who, EntryCorrected{EventId::zeros()}, scene.org.words()),
             QByteArray(refusal::notFound));
    const EventId wordless = scene.did(who, RestorationCounted{});
    QCOMPARE(scene.code(who, EntryCorrected{wordless}, scene.org.words()), QByteArray(refusal::notFound));
    scene.did(scene.org.admin(), Erased{note});
    QCOMPARE(scene.code(who, EntryCorrected{note}, scene.org.words()), QByteArray(refusal::alreadyDone));
    const auto voided = scene.org.force(
        scene.org.compose(scene.the(Permission::Viewer), scene.log, NoteAdded{}, scene.org.words()));
    QVERIFY(voided->verdict);
    QCOMPARE(scene.code(who, EntryCorrected{voided->event.id}, scene.org.words()),
             QByteArray(refusal::notFound));
}

void TestIncidentRules::pinsNameWhatCounts() {
    Scene scene;
    QCOMPARE(scene.code(scene.responder(), EntryPinned{EventId::zeros()}), QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.responder(), EntryPinned{scene.incident().declaredBy}), QByteArray());
    QCOMPARE(scene.code(scene.responder(), EntryPinned{scene.incident().declaredBy, false}), QByteArray());
}

void TestIncidentRules::holdsInTheIncident() {
    Scene scene(Permission::Viewer); // an acting commander
    const Member& viewer = scene.the(Permission::Viewer);
    const EventId hold = scene.did(viewer, WorkHeld{pangyo, {}}, scene.org.because());
    QCOMPARE(scene.incident().holds.at(pangyo).event, hold);
    QCOMPARE(scene.incident().holds.at(pangyo).incident, std::optional(scene.log));
    QCOMPARE(scene.code(viewer, WorkHeld{pangyo, {}}), QByteArray(refusal::alreadyDone));
    QCOMPARE(scene.code(viewer, WorkHeld{QString(), {}}), QByteArray(refusal::outOfRange));
    QCOMPARE(scene.code(viewer, WorkReleased{pangyo, EventId::zeros()}), QByteArray(refusal::stale));
    QCOMPARE(scene.code(scene.responder(), WorkReleased{pangyo, hold}), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.commander(), WorkReleased{pangyo, hold}), QByteArray());
    QCOMPARE(scene.code(viewer, WorkReleased{pangyo, hold}), QByteArray(refusal::notFound));
}

void TestIncidentRules::servicesAndTheirLimits() {
    Scene scene;
    const Member& who = scene.responder();
    ServiceStated facts = stated(QStringLiteral("메신저"), ServiceState::MajorOutage);
    facts.line.occurredAt = scene.org.now - 10min;
    facts.function = QStringLiteral("문자");
    scene.did(who, facts);
    const ServiceStatus& status =
        scene.incident().serviceStates.at({QStringLiteral("메신저"), QStringLiteral("문자")});
    QCOMPARE(status.state, ServiceState::MajorOutage);
    QCOMPARE(status.since, scene.org.now - 10min);
    ServiceStated none = facts;
    none.services.clear();
    QCOMPARE(scene.code(who, none), QByteArray(refusal::outOfRange));
    ServiceStated nameless = facts;
    nameless.services = {QString()};
    QCOMPARE(scene.code(who, nameless), QByteArray(refusal::outOfRange));
    ServiceStated odd = facts;
    odd.restored = Restored{CountUnit::Servers, {2, 1}, {}, {}};
    QCOMPARE(scene.code(who, odd), QByteArray(refusal::outOfRange));
    // One more than fits.
    ServiceStated many;
    for (int i = 1; i < limits::serviceStates; ++i) {
        many.services.push_back(QString::number(i));
        if (many.services.size() == std::size_t(limits::listItems) || i + 1 == limits::serviceStates) {
            scene.did(who, many);
            many.services.clear();
        }
    }
    QCOMPARE(scene.incident().serviceStates.size(), std::size_t(limits::serviceStates));
    QCOMPARE(scene.code(who, stated(QStringLiteral("one more"), ServiceState::Degraded)),
             QByteArray(refusal::outOfRange));
}

void TestIncidentRules::restorationsAreRanges() {
    Scene scene;
    const auto code = [&](const Restored& restored) {
        return scene.code(scene.responder(), RestorationCounted{{}, pangyo, restored});
    };
    QCOMPARE(code({CountUnit::Servers, {12000, 12000}, 32000, CountRange{2000, 3000}}), QByteArray());
    QCOMPARE(code({CountUnit::Servers, {2, 1}, {}, {}}), QByteArray(refusal::outOfRange));
    QCOMPARE(code({CountUnit::Servers, {1, 2}, 1, {}}), QByteArray(refusal::outOfRange));
    QCOMPARE(code({CountUnit::Servers, {1, 1}, {}, CountRange{2, 1}}), QByteArray(refusal::outOfRange));
    QCOMPARE(scene.incident().restorations.at(pangyo).restored.done, (CountRange{12000, 12000}));
}

void TestIncidentRules::blockersAreOpenedAndClosed() {
    Scene scene;
    const EventId blocker = scene.did(scene.responder(), BlockerRaised{{}, pangyo}, scene.org.words());
    QCOMPARE(scene.incident().blockers.at(blocker).site, std::optional(pangyo));
    QCOMPARE(scene.code(scene.responder(), BlockerCleared{{}, EventId::zeros()}),
             QByteArray(refusal::notFound));
    QCOMPARE(scene.code(scene.responder(), BlockerCleared{{}, blocker}), QByteArray());
    QCOMPARE(scene.code(scene.responder(), BlockerCleared{{}, blocker}), QByteArray(refusal::notFound));
    for (int i = 0; i < limits::openBlockers; ++i) {
        scene.did(scene.responder(), BlockerRaised{}, scene.org.words());
    }
    QCOMPARE(scene.code(scene.responder(), BlockerRaised{}, scene.org.words()),
             QByteArray(refusal::outOfRange));
}

void TestIncidentRules::readersAreDeltas() {
    Scene scene;
    const auto reads = [&](Permission p) { return mayRead(scene.incident(), scene.the(p).person, p); };
    for (int p = 1; p <= int(Permission::Last); ++p) {
        QVERIFY(reads(Permission(p))); // until readers are set
    }
    QCOMPARE(scene.code(scene.commander(), ReadersSet{}), QByteArray(refusal::outOfRange));
    scene.did(scene.commander(),
              ReadersSet{{scene.the(Permission::Viewer).person, scene.the(Permission::Scribe).person}, {}});
    scene.did(scene.commander(), ReadersSet{{}, {scene.the(Permission::Scribe).person}});
    QVERIFY(reads(Permission::Viewer));          // listed
    QVERIFY(!reads(Permission::Scribe));         // no longer
    QVERIFY(reads(Permission::Responder));       // in command: declared it
    QVERIFY(!reads(Permission::Communications)); // never listed
    QVERIFY(reads(Permission::Commander));
    QVERIFY(reads(Permission::Auditor));
    QVERIFY(reads(Permission::Admin));
}

void TestIncidentRules::onlyAdminsErase() {
    Scene scene;
    const EventId note = scene.did(scene.responder(), NoteAdded{}, scene.org.words());
    const EventId wordless = scene.did(scene.responder(), RestorationCounted{});
    QCOMPARE(scene.code(scene.commander(), Erased{note}), QByteArray(refusal::notPermitted));
    QCOMPARE(scene.code(scene.org.admin(), Erased{wordless}), QByteArray(refusal::notFound));
    const auto erased = scene.org.force(scene.org.compose(scene.org.admin(), scene.log, Erased{note}));
    QCOMPARE(erased->erases, std::optional(note));
    QCOMPARE(scene.code(scene.org.admin(), Erased{note}), QByteArray(refusal::alreadyDone));
    // A void entry's text can be erased as well: what somebody wrote of others may have to go.
    const auto voided = scene.org.force(
        scene.org.compose(scene.the(Permission::Viewer), scene.log, NoteAdded{}, scene.org.words()));
    QCOMPARE(scene.code(scene.org.admin(), Erased{voided->event.id}), QByteArray());
}

void TestIncidentRules::organisationFactsDoNotBelongHere() {
    Scene scene;
    for (const Facts& facts :
         {Facts(scene.org.invite("x", Permission::Viewer)), Facts(FeatureRaised{2}),
          Facts(DeviceRevoked{scene.responder().device}), Facts(EpochDeclared{}), Facts(Founded{})}) {
        QCOMPARE(scene.code(scene.org.admin(), facts, scene.org.words()), QByteArray(refusal::wrongLog));
    }
    QCOMPARE(scene.code(scene.org.admin(), IncidentDeclared{}, scene.org.words()),
             QByteArray(refusal::alreadyDone));
}

void TestIncidentRules::whatIsThereCanBeChangedAtTheLimit() {
    Scene scene;
    const Member& who = scene.responder();
    ServiceStated services;
    for (int i = 0; i < limits::serviceStates; ++i) {
        services.services.push_back(QString::number(i));
        if (services.services.size() == std::size_t(limits::listItems)) {
            scene.did(who, services);
            services.services.clear();
        }
    }
    QCOMPARE(scene.code(who, stated(QStringLiteral("7"), ServiceState::Operational)), QByteArray());
    ServiceStated partlyNew = stated(QStringLiteral("7"), ServiceState::Operational);
    partlyNew.services.push_back(QStringLiteral("new"));
    QCOMPARE(scene.code(who, partlyNew), QByteArray(refusal::outOfRange));
    for (int i = 0; i < limits::restorationCounts; ++i) {
        scene.did(who, RestorationCounted{{}, QString::number(i), {}});
    }
    QCOMPARE(scene.code(who, RestorationCounted{{}, QStringLiteral("7"), {}}), QByteArray());
    QCOMPARE(scene.code(who, RestorationCounted{}), QByteArray(refusal::outOfRange));
    std::vector<PersonId> readers;
    for (int i = 0; i < limits::readers; ++i) {
        readers.push_back(Member(QByteArray::number(i)).person);
        if (readers.size() == std::size_t(limits::listItems)) {
            scene.did(scene.commander(), ReadersSet{readers, {}});
            readers.clear();
        }
    }
    const PersonId listed = Member("7").person;
    QCOMPARE(scene.code(scene.commander(), ReadersSet{{listed}, {}}), QByteArray());
    QCOMPARE(scene.code(scene.commander(), ReadersSet{{who.person}, {}}), QByteArray(refusal::outOfRange));
    QCOMPARE(scene.code(scene.commander(), ReadersSet{{}, {listed}}), QByteArray());
}

void TestIncidentRules::reportsAreNumberedInTurn() {
    Scene scene;
    const Member& scribe = scene.the(Permission::Scribe);
    const EventId first = scene.incident().declaredBy;
    const auto code = [&](quint64 number, const EventId& upTo, const Text& text) {
        return scene.code(scribe, ReportIssued{{}, number, upTo}, text);
    };
    QCOMPARE(code(2, first, scene.org.words()), QByteArray(refusal::stale));
    QCOMPARE(code(1, EventId::zeros(), scene.org.words()), QByteArray(refusal::notFound));
    QCOMPARE(code(1, first, {}), QByteArray(refusal::malformed));
    QCOMPARE(scene.code(scene.the(Permission::Viewer), ReportIssued{{}, 1, first}, scene.org.words()),
             QByteArray(refusal::notPermitted));
    QCOMPARE(code(1, first, scene.org.words()), QByteArray());
    QCOMPARE(scene.incident().report.number, quint64(1));
    QCOMPARE(scene.incident().report.upTo, first);
    QCOMPARE(code(1, first, scene.org.words()), QByteArray(refusal::stale)); // of two at once the later
    QCOMPARE(code(2, scene.incident().report.event, scene.org.words()), QByteArray());
}

void TestIncidentRules::alertLevelsKeepTheirTimes() {
    Scene scene;
    const Member& scribe = scene.the(Permission::Scribe);
    Line line;
    line.occurredAt = scene.org.now - std::chrono::hours(1);
    scene.did(scribe, AlertLevelSet{line, AlertLevel::Caution});
    scene.did(scribe, AlertLevelSet{{}, AlertLevel::Serious});
    QCOMPARE(scene.incident().alertLevel, std::optional(AlertLevel::Serious));
    QCOMPARE(scene.incident().alertLevels,
             (std::map<AlertLevel, Moment>{{AlertLevel::Caution, *line.occurredAt},
                                           {AlertLevel::Serious, scene.org.now}}));
    QCOMPARE(scene.code(scene.the(Permission::Viewer), AlertLevelSet{}), QByteArray(refusal::notPermitted));
}

// What stands on screen comes from here, not from the disk.
void TestIncidentRules::whatIsErasedIsForgotten() {
    Scene scene;
    Texts texts;
    Text name;
    name.name = QStringLiteral("Kim");
    const Member& person = scene.commander();
    const Composed named =
        scene.org.compose(person, scene.org.orgLog(), PersonDescribed{person.person, {}}, name);
    const auto described = scene.org.force(named);
    QVERIFY(described && !described->verdict);
    texts.take(*described, named.offer.text);
    QCOMPARE(texts.personName(scene.org.organisation(), person.person), *name.name);
    const auto erased =
        scene.org.force(scene.org.compose(scene.org.admin(), scene.org.orgLog(), Erased{named.event.id}));
    QVERIFY(erased && !erased->verdict);
    texts.take(*erased, TextPart::none());
    QVERIFY(!texts.find(named.event.id));
    QVERIFY(texts.personName(scene.org.organisation(), person.person) != *name.name);
}

void TestIncidentRules::ownWordsAreThereBeforeTheyHaveANumber() {
    Texts texts;
    const Text words = TestOrganisation::words();
    const EventId told = EventId::zeros();
    texts.takeOwn(told, NoteAdded{}, words); // no state points to a note
    QVERIFY(!texts.find(told));
    texts.takeOwn(told, BlockerRaised{}, words);
    QVERIFY(texts.find(told));
    QCOMPARE(texts.find(told)->text, words.text);
}

void TestIncidentRules::aTaskHasItsOwnWordsAndNoOther() {
    Scene scene;
    Texts texts;
    Text words;
    words.options = {QStringLiteral("one"), QStringLiteral("two")};
    texts.takeOwn(EventId::zeros(), TasksAdded{}, words);
    QCOMPARE(texts.task(EventId::zeros(), 0), QStringLiteral("one"));
    QCOMPARE(texts.task(EventId::zeros(), 1), QStringLiteral("two"));
    QCOMPARE(texts.task(EventId::zeros(), 2), QString()); // facts may name more than the text holds
    // A motion's members are those of its meeting.
    const EventId motion = scene.incident().declaredBy;
    MotionOpened opened;
    opened.meeting = EventId::zeros();
    texts.takeOwn(motion, opened, TestOrganisation::words());
    QCOMPARE(texts.member(motion, 0), QStringLiteral("one"));
}

void TestIncidentRules::holdsAreLimited() {
    Scene scene;
    for (int i = 0; i < limits::holds; ++i) {
        scene.did(scene.commander(), WorkHeld{QString::number(i), {}});
    }
    QCOMPARE(scene.code(scene.commander(), WorkHeld{QStringLiteral("one more"), {}}),
             QByteArray(refusal::outOfRange));
}

QTEST_APPLESS_MAIN(TestIncidentRules)
#include "test_incident_rules.moc"
