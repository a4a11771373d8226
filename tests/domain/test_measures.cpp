// How long things took: each figure from hand-made nights whose answer is known beforehand.
#include "domain/incident/measures.h"
#include "support/notices.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString talk = QStringLiteral("메신저");
const QString pay = QStringLiteral("결제");

// An incident whose outage began `before` its declaration, and what is done in it, minute by minute.
struct Night {
    Scene scene;
    Moment began;

    explicit Night(Millis before = 6min, IncidentDeclared declared = {}) {
        scene.org.now += 1h;
        began = scene.org.now - before;
        declared.began = began;
        scene.log = scene.org.declare(scene.responder(), declared);
    }

    Night& at(Millis after) { // counted from when it began
        scene.org.now = began + after;
        return *this;
    }
    EventId by(const Member& who, const Facts& facts, const Text& text = TestOrganisation::words()) {
        return scene.did(who, facts, text);
    }
    EventId says(const Facts& facts) { return by(scene.responder(), facts); }

    ServiceStated state(const QString& service, ServiceState state, const char* function = nullptr) const {
        ServiceStated facts = stated(service, state);
        facts.function = function ? std::optional(QString::fromUtf8(function)) : std::nullopt;
        return facts;
    }
    EventId call(const QString& seat, const Member& who, std::vector<PersonId> successors = {}) {
        const auto known = scene.incident().seats.find(seat);
        return says(SeatsCalled{
            {},
            {SeatCall{seat, who.person, std::move(successors), 60'000,
                      known == scene.incident().seats.end() ? std::nullopt
                                                            : std::optional(known->second.setBy)}}});
    }
    EventId answer(const QString& seat, const Member& who, SeatAnswer answer) {
        return by(who, SeatAnswered{seat, scene.incident().seats.at(seat).setBy, answer}, {});
    }

    std::vector<Measure> measured() const {
        MeasureTaking taking;
        for (const KeptEntry& kept : scene.org.kept()) {
            if (decodeEntry(kept.bytes)->log == scene.log) {
                taking.take(*readRow(scene.org.ledger(), kept));
            }
        }
        return taking.measures(scene.org.now);
    }
    std::vector<Measure> all(MeasureKind kind) const {
        std::vector<Measure> found;
        for (const Measure& measure : measured()) {
            if (measure.kind == kind) {
                found.push_back(measure);
            }
        }
        return found;
    }
    Measure the(MeasureKind kind) const {
        const auto found = all(kind);
        return found.size() == 1 ? found.front()
                                 : Measure{.kind = MeasureKind::Last, .seat = QStringLiteral("?")};
    }
    Measure restored(const QString& service, const char* function = "") const {
        for (const Measure& measure : all(MeasureKind::Restored)) {
            if (measure.service == ServiceKey{service, QString::fromUtf8(function)}) {
                return measure;
            }
        }
        return {.kind = MeasureKind::Last};
    }
};

using K = MeasureKind;

} // namespace

class TestMeasures : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anOutageAsItIsWrittenDown();
    void beginsWithWhatIsKnown();
    void theEarliestBeginningCounts();
    void linesFromElsewhereTellTheirOwnTimes();
    void declaredWhenItWasOver();
    void functionsAndTheirServices();
    void outOnceMore();
    void noticesThatWereSent();
    void whatWasTakenBackOrIsVoid();
    void promisesAndGaps();
    void seatsThatNobodyHad();
    void stillGoingOn();
    void theSameOfAnotherIncident();
};

void TestMeasures::anOutageAsItIsWrittenDown() {
    Night night(6min);
    NoteAdded heard;
    heard.line.occurredAt = night.began; // written at once, of what was then
    const EventId declared = night.scene.incident().declaredBy;
    night.at(7min).says(heard);
    night.at(8min).says(night.state(talk, ServiceState::MajorOutage));
    const EventId command =
        night.at(9min).by(night.scene.commander(), CommandTaken{declared}, TestOrganisation::because());
    night.at(10min).by(night.scene.org.admin(), CommandTaken{command}, TestOrganisation::because());
    night.at(30min).says(night.state(talk, ServiceState::Recovering));
    const EventId better = night.at(40min).says(night.state(talk, ServiceState::Degraded));
    const EventId back = night.at(50min).says(night.state(talk, ServiceState::Operational));
    night.says(checkedSafe({talk}));
    night.at(55min).by(night.scene.commander(), PhaseChanged{Phase::Closed, declared});
    QCOMPARE(night.the(K::Detected).length, 6min); // the declaration: the note was written after it
    QCOMPARE(night.the(K::Declared).length, 6min);
    QCOMPARE(night.the(K::Declared).from->event, declared);
    QCOMPARE(night.the(K::Commanded).length, 9min);
    QCOMPARE(night.the(K::Commanded).until->event, command);
    QCOMPARE(night.the(K::Mitigated).until->event, better);
    QCOMPARE(night.the(K::Mitigated).length, 40min);
    QCOMPARE(night.restored(talk).until->event, back);
    QCOMPARE(night.the(K::AllRestored).length, 50min);
    QCOMPARE(night.the(K::Closed).length, 55min);
    QCOMPARE(night.the(K::FirstNotice).why, Unmeasured::NotYet);
    QVERIFY(!night.the(K::FirstNotice).length);
    QVERIFY(night.all(K::NoticeGap).empty());
    QVERIFY(night.all(K::Unaccepted).empty());
    QCOMPARE(MeasureTaking().measures(night.began), std::vector<Measure>{});
}

void TestMeasures::beginsWithWhatIsKnown() {
    Scene scene; // its declaration does not say when it began
    scene.org.now += 10min;
    ServiceStated out = stated(talk, ServiceState::PartialOutage);
    const auto measured = [&scene] {
        MeasureTaking taking;
        for (const KeptEntry& kept : scene.org.kept()) {
            if (decodeEntry(kept.bytes)->log == scene.log) {
                taking.take(*readRow(scene.org.ledger(), kept));
            }
        }
        return taking.measures(scene.org.now).front();
    };
    QCOMPARE(measured().from->event, scene.incident().declaredBy);
    scene.did(scene.responder(), out); // later than it was declared
    QCOMPARE(measured().from->event, scene.incident().declaredBy);
    out.services = {pay};
    out.line.occurredAt = scene.incident().declaredAt - 3min;
    const EventId earlier = scene.did(scene.responder(), out);
    QCOMPARE(measured().from->event, earlier);
    QCOMPARE(measured().length, 3min);
}

void TestMeasures::theEarliestBeginningCounts() {
    Night night(6min);
    QCOMPARE(night.the(K::Declared).from->at, night.began);
    ServiceStated out = night.state(talk, ServiceState::MajorOutage);
    out.line.occurredAt = night.began + 3min;
    night.at(10min).says(out);
    QCOMPARE(night.the(K::Declared).length, 6min);
    out.services = {pay};
    out.line.occurredAt = night.began - 2min;
    const EventId earlier = night.says(out);
    QCOMPARE(night.the(K::Declared).from->event, earlier);
    QCOMPARE(night.the(K::Declared).length, 8min);
}

void TestMeasures::linesFromElsewhereTellTheirOwnTimes() {
    Night night(2h);
    NoteAdded press;
    press.line = {night.began + 4min, Source::Press};
    const EventId seen = night.at(3h).says(press);
    NoticeRecorded told{{night.began + 20min, Source::Company}, {}, NoticeStage::Investigating, false};
    const EventId first = night.says(told);
    told.line.occurredAt = night.began + 325min;
    told.contact = true;
    const EventId contact = night.says(told);
    const Measure detected = night.the(K::Detected);
    QCOMPARE(detected.length, 4min);
    QCOMPARE(detected.until->event, seen);
    QCOMPARE(detected.until->source, Source::Press);
    QCOMPARE(night.the(K::FirstNotice).until->event, first);
    QCOMPARE(night.the(K::FirstNotice).length, 20min);
    const Measure statutory = night.the(K::StatutoryNotice);
    QCOMPARE(statutory.length, 325min);
    QCOMPARE(statutory.until->event, contact);
    QCOMPARE(statutory.among.size(), std::size_t(1)); // what happened and what is done stood in the first
    QCOMPARE(statutory.among.front().event, first);
}

void TestMeasures::declaredWhenItWasOver() {
    IncidentDeclared over;
    over.ended = Scene().org.now + 30min;
    Night night(1h, over);
    night.scene.takeCommand(night.scene.commander());
    QCOMPARE(night.the(K::Declared).why, Unmeasured::Afterwards);
    QCOMPARE(night.the(K::Commanded).why, Unmeasured::Afterwards);
    QCOMPARE(night.the(K::Closed).why, Unmeasured::Afterwards);
    QVERIFY(!night.the(K::Declared).length && !night.the(K::Commanded).until);
    QCOMPARE(night.the(K::AllRestored).length, *over.ended - night.began); // as the declaration says
    // By what was stated of services, where anything was.
    ServiceStated out = night.state(talk, ServiceState::MajorOutage);
    out.line = {night.began, Source::Official};
    night.says(out);
    out.state = ServiceState::Operational;
    out.line = {night.began + 6min, Source::Official};
    night.says(out);
    QCOMPARE(night.the(K::AllRestored).length, 6min);
}

void TestMeasures::functionsAndTheirServices() {
    Night night;
    night.at(6min).says(night.state(pay, ServiceState::Operational)); // it never was out
    night.says(night.state(talk, ServiceState::MajorOutage));
    const EventId text = night.at(60min).says(night.state(talk, ServiceState::Operational, "문자"));
    night.at(61min).says(night.state(talk, ServiceState::PartialOutage, "사진"));
    QCOMPARE(night.restored(talk, "문자").length, 60min); // it went out with all of the service
    QCOMPARE(night.the(K::Mitigated).until->event, text);
    QCOMPARE(night.restored(talk, "사진").why, Unmeasured::NotYet);
    QCOMPARE(night.the(K::AllRestored).why, Unmeasured::NotYet);
    QCOMPARE(night.all(K::Restored).size(), std::size_t(3));
    night.at(90min).says(night.state(talk, ServiceState::Unknown)); // says nothing
    night.at(120min).says(night.state(talk, ServiceState::Operational));
    QCOMPARE(night.restored(talk).length, 120min);
    QCOMPARE(night.restored(talk, "사진").length, 120min);
    QCOMPARE(night.restored(talk, "문자").length, 60min);
    QCOMPARE(night.the(K::AllRestored).length, 120min);
}

void TestMeasures::outOnceMore() {
    Night night;
    night.at(6min).says(night.state(talk, ServiceState::MajorOutage));
    night.at(20min).says(night.state(talk, ServiceState::Operational));
    night.at(25min).says(night.state(talk, ServiceState::Operational)); // said again: it was back before
    QCOMPARE(night.restored(talk).length, 20min);
    night.at(30min).says(night.state(talk, ServiceState::Degraded));
    QCOMPARE(night.restored(talk).why, Unmeasured::NotYet);
    const EventId forGood = night.at(45min).says(night.state(talk, ServiceState::Operational));
    QCOMPARE(night.restored(talk).until->event, forGood);
    QCOMPARE(night.the(K::AllRestored).length, 45min);
    QCOMPARE(night.the(K::Mitigated).length, 20min);
}

void TestMeasures::noticesThatWereSent() {
    Night night;
    const auto send = [&night](const EventId& notice, const QString& channel, const DeliveryCounts& counts) {
        const EventId begun =
            night.scene.did(night.scene.org.relay(), DeliveryBegun{notice, channel, std::nullopt});
        return night.scene.did(night.scene.org.relay(), DeliveryTold{notice, channel, begun, counts, true});
    };
    const QString staff = QStringLiteral("staff");
    const QString page = QStringLiteral("page");
    const QString sms = QStringLiteral("sms");
    night.at(10min);
    const EventId notice = approved(
        night.scene, {on(staff, Audience::Staff), on(page, Audience::Users, {Disclosure::Event}), on(sms)});
    night.at(11min);
    send(notice, staff, {.sent = 5}); // no user was told
    QCOMPARE(night.the(K::FirstNotice).why, Unmeasured::NotYet);
    const EventId first = (night.at(12min), send(notice, page, {.sent = 1}));
    QCOMPARE(night.the(K::FirstNotice).length, 12min);
    QCOMPARE(night.the(K::FirstNotice).until->event, first);
    QCOMPARE(night.the(K::StatutoryNotice).why, Unmeasured::NotYet); // it names what happened, and no more
    const EventId whole = (night.at(15min), send(notice, sms, {.sent = 90, .failed = 10}));
    QCOMPARE(night.the(K::StatutoryNotice).length, 15min);
    QCOMPARE(night.the(K::StatutoryNotice).until->event, whole);
    QCOMPARE(night.the(K::FirstNotice).until->event, first);
}

void TestMeasures::whatWasTakenBackOrIsVoid() {
    Night night;
    NoticeRecorded told;
    told.stage = NoticeStage::Investigating;
    told.contact = true;
    const EventId mistake = night.at(8min).says(told);
    QCOMPARE(night.the(K::FirstNotice).length, 8min);
    night.says(EntryWithdrawn{mistake});
    QCOMPARE(night.the(K::FirstNotice).why, Unmeasured::NotYet);
    QCOMPARE(night.the(K::StatutoryNotice).why, Unmeasured::NotYet);
    night.at(9min).says(night.state(talk, ServiceState::MajorOutage));
    QVERIFY(night.scene.org.force(night.scene.org.compose(
        night.scene.the(Permission::Viewer), night.scene.log, night.state(talk, ServiceState::Operational))));
    QCOMPARE(night.the(K::AllRestored).why, Unmeasured::NotYet); // a viewer may not say so
}

void TestMeasures::promisesAndGaps() {
    Night night;
    night.at(6min).says(night.state(talk, ServiceState::MajorOutage));
    const auto tell = [&night](Millis at, std::optional<Millis> next) {
        night.at(at);
        NoticeProposed facts = proposed(night.scene.incident(), {on(QStringLiteral("page"))},
                                        QByteArray::number(qint64(at.count())));
        facts.nextUpdate = next ? std::optional(night.began + *next) : std::nullopt;
        const EventId notice = night.by(night.scene.the(Permission::Communications), facts);
        night.by(night.scene.commander(), NoticeAnswered{notice}, {});
        const EventId begun = night.scene.did(night.scene.org.relay(),
                                              DeliveryBegun{notice, QStringLiteral("page"), std::nullopt});
        return night.scene.did(night.scene.org.relay(),
                               DeliveryTold{notice, QStringLiteral("page"), begun, {.sent = 1}, true});
    };
    tell(10min, 40min);
    const EventId second = tell(35min, 65min); // in time
    const EventId third = tell(80min, 90min);  // a quarter of an hour late
    auto missed = night.all(K::PromiseMissed);
    QCOMPARE(missed.size(), std::size_t(1));
    QCOMPARE(missed.front().from->event, second);
    QCOMPARE(missed.front().from->at, night.began + 65min);
    QCOMPARE(missed.front().until->event, third);
    QCOMPARE(missed.front().length, 15min);
    QCOMPARE(night.the(K::NoticeGap).length, 45min);
    QCOMPARE(night.the(K::NoticeGap).from->event, second);
    night.at(140min); // still out, and nobody says anything
    QCOMPARE(night.the(K::NoticeGap).length, 60min);
    QCOMPARE(night.the(K::NoticeGap).why, Unmeasured::NotYet);
    missed = night.all(K::PromiseMissed);
    QCOMPARE(missed.size(), std::size_t(2));
    QCOMPARE(missed.back().length, 50min);
    QCOMPARE(missed.back().why, Unmeasured::NotYet);
    night.says(night.state(talk, ServiceState::Operational));
    tell(2000min, std::nullopt); // who is compensated: nobody waited for it in the dark
    QCOMPARE(night.the(K::NoticeGap).length, 60min);
    QVERIFY(!night.the(K::NoticeGap).why);
}

void TestMeasures::seatsThatNobodyHad() {
    Night night;
    const QString recovery = QStringLiteral("recovery");
    const QString liaison = QStringLiteral("liaison");
    const Member& first = night.scene.the(Permission::Scribe);
    const Member& second = night.scene.the(Permission::Communications);
    night.at(10min);
    night.call(recovery, first, {second.person});
    night.call(liaison, first);
    night.at(11min).answer(liaison, first, SeatAnswer::Accepted);
    night.at(12min).by(night.scene.org.relay(),
                       SeatPassed{recovery, night.scene.incident().seats.at(recovery).setBy,
                                  PassCause::Unanswered, second.person},
                       {});
    auto open = night.all(K::Unaccepted);
    QCOMPARE(open.size(), std::size_t(2));
    QCOMPARE(open[0].seat, liaison);
    QCOMPARE(open[0].length, 1min);
    QVERIFY(!open[0].why);
    QCOMPARE(open[1].length, 2min);
    QCOMPARE(open[1].why, Unmeasured::NotYet);
    const EventId accepted = night.at(14min).answer(recovery, second, SeatAnswer::Accepted);
    night.at(20min).by(night.scene.commander(),
                       SeatVacated{recovery, night.scene.incident().seats.at(recovery).setBy});
    night.at(30min).call(recovery, first);
    night.at(33min).answer(recovery, first, SeatAnswer::Accepted);
    night.at(50min).call(recovery, second); // a handover: somebody has it meanwhile
    night.at(59min).answer(recovery, second, SeatAnswer::Accepted);
    open = night.all(K::Unaccepted);
    QCOMPARE(open[1].seat, recovery);
    QCOMPARE(open[1].length, 4min + 3min);
    QVERIFY(!open[1].why);
    const Measure deepest = night.the(K::Succession);
    QCOMPARE(deepest.seat, recovery);
    QCOMPARE(deepest.count, quint64(1));
    QVERIFY(deepest.until->event != accepted); // the last time that it was taken
}

void TestMeasures::stillGoingOn() {
    Night night;
    night.at(7min).call(QStringLiteral("recovery"), night.scene.the(Permission::Scribe));
    night.at(27min);
    QCOMPARE(night.the(K::Unaccepted).length, 20min);
    const EventId resolved =
        night.by(night.scene.commander(), PhaseChanged{Phase::Resolved, night.scene.incident().phase.setBy});
    night.at(400min); // nobody is missed any more
    QCOMPARE(night.the(K::Unaccepted).length, 20min);
    QCOMPARE(night.the(K::AllRestored).until->event, resolved); // nothing was stated of services
    night.by(night.scene.commander(), PhaseChanged{Phase::Responding, resolved});
    QCOMPARE(night.the(K::AllRestored).why, Unmeasured::NotYet);
    QCOMPARE(night.the(K::Closed).why, Unmeasured::NotYet);
}

void TestMeasures::theSameOfAnotherIncident() {
    const std::vector<Measure> others{{.kind = K::Restored, .service = {pay, {}}, .length = 5min},
                                      {.kind = K::Restored, .service = {talk, {}}, .length = 7min},
                                      {.kind = K::Unaccepted, .seat = pay, .length = 1min}};
    QCOMPARE(counterpartOf({.kind = K::Restored, .service = {talk, {}}}, others)->length,
             std::optional<Millis>(7min));
    QVERIFY(!counterpartOf({.kind = K::Restored, .service = {talk, pay}}, others));
    QVERIFY(!counterpartOf({.kind = K::Unaccepted, .seat = talk}, others));
    QVERIFY(!counterpartOf({.kind = K::Declared}, others));
}

QTEST_APPLESS_MAIN(TestMeasures)
#include "test_measures.moc"
