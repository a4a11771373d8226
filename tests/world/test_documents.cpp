// Catalogues, manuals and rosters in the simulated world: published once, here on every desktop, with the
// relay gone and the program restarted too.
#include "world/actors.h"

#include "documents/starter.h"
#include "domain/manual/difference.h"
#include "journal/documents.h"

#include <QTest>

namespace bongsu {

namespace {

const QString siteLoss = QStringLiteral("site-loss");

Published manual(const QByteArray& bytes) {
    return {documenttype::manual.toString(), siteLoss, bytes, QStringLiteral("Loss of a data centre")};
}

struct Scene {
    Scene() : world(5, {.desktops = 3}) {}
    SimulatedDesktop& admin() { return *world.desktops()[0]; }
    SimulatedDesktop& commander() { return *world.desktops()[1]; }
    SimulatedDesktop& responder() { return *world.desktops()[2]; }

    std::unique_ptr<Documents> documentsOf(SimulatedDesktop& desktop) {
        return std::make_unique<Documents>(desktop.journal(), desktop.attachments());
    }
    static QByteArray held(const Documents& documents) {
        const QByteArray* bytes = documents.bytes(documenttype::manual, siteLoss);
        return bytes ? *bytes : QByteArray();
    }
    bool settle() {
        return world.runUntil([&] {
            return std::all_of(world.desktops().begin(), world.desktops().end(), [&](const auto& desktop) {
                return desktop->journal().pendingCount() == 0 &&
                       desktop->journal().organisation() == world.relay().sequencer().ledger().organisation();
            });
        });
    }

    World world;
};

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsPublishedIsHereOnEveryDesktop();
    void theNewestHoldsAndOlderOnesStay();
    void ofTwoWhoPublishAtOnceOneHearsNo();
    void whatIsTooLargeIsRefused();
    void erasedItIsLost();
    void whatCanBeReadIsRead();
    void whatCannotBeReadIsKeptAndSaid();
    void anIncidentKeepsItsVersion();
    void rostersGiveTheShiftsAroundNow();
    void theProcessIsTheOnePublishedLast();
};

void TestDocuments::whatIsPublishedIsHereOnEveryDesktop() {
    Scene scene;
    const QByteArray bytes(120'000, 'm'); // three chunks
    auto reading = scene.documentsOf(scene.responder());
    QCOMPARE(reading->standing(documenttype::manual, siteLoss), Documents::Standing::None);
    const auto published = scene.commander().journal().publish(manual(bytes));
    QVERIFY(published && !published->warning);
    const auto own = scene.documentsOf(scene.commander());
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*own) == bytes; })); // before it has a number, too
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*reading) == bytes; }));
    // With nobody to ask, after a restart.
    reading.reset();
    scene.world.relay().crash();
    scene.responder().crash();
    scene.responder().start();
    QVERIFY(scene.world.runUntil([&] { return scene.responder().isOpen(); }));
    reading = scene.documentsOf(scene.responder());
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*reading) == bytes; }));
    QCOMPARE(reading->keysOf(documenttype::manual), std::vector{siteLoss});
}

void TestDocuments::theNewestHoldsAndOlderOnesStay() {
    Scene scene;
    auto reading = scene.documentsOf(scene.responder());
    const auto first = scene.commander().journal().publish(manual("one"));
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*reading) == "one"; }));
    scene.responder().disconnect();
    QVERIFY(scene.admin().journal().publish(manual("two")));
    QVERIFY(scene.world.runUntil([&] { return scene.admin().journal().pendingCount() == 0; }));
    QCOMPARE(Scene::held(*reading), QByteArray("one"));
    scene.responder().connectToRelay();
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*reading) == "two"; }));
    std::optional<Result<QByteArray>> old;
    reading->read(first->event, [&](Result<QByteArray> bytes) { old = std::move(bytes); });
    QVERIFY(scene.world.runUntil([&] { return old.has_value(); }));
    QCOMPARE(**old, QByteArray("one"));
    reading->read(EventId::zeros(), [&](Result<QByteArray> bytes) { old = std::move(bytes); });
    QCOMPARE(codeOf(old->error()), QByteArray(refusal::notFound));
}

void TestDocuments::ofTwoWhoPublishAtOnceOneHearsNo() {
    Scene scene;
    scene.commander().disconnect();
    QVERIFY(scene.commander().journal().publish(manual("offline")));
    QVERIFY(scene.admin().journal().publish(manual("online")));
    QVERIFY(scene.world.runUntil([&] { return scene.admin().journal().pendingCount() == 0; }));
    scene.commander().connectToRelay();
    QVERIFY(scene.settle());
    QCOMPARE(scene.commander().journal().refusedCount(), 1); // with it, and with its words
    const auto reading = scene.documentsOf(scene.commander());
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*reading) == "online"; }));
}

void TestDocuments::whatIsTooLargeIsRefused() {
    Scene scene;
    const auto published =
        scene.admin().journal().publish(manual(QByteArray(limits::documentBytes + 1, 'x')));
    QVERIFY(!published);
    QCOMPARE(codeOf(published.error()), QByteArray(refusal::tooLarge));
    QCOMPARE(scene.admin().journal().publish(manual(QByteArray(limits::documentBytes, 'x'))).has_value(),
             true);
}

void TestDocuments::erasedItIsLost() {
    Scene scene;
    const auto published = scene.commander().journal().publish(manual("secret"));
    QVERIFY(scene.settle());
    const LogId log = LogId::of(*scene.admin().journal().organisationId());
    QVERIFY(scene.admin().journal().record(log, Erased{published->event}, {}));
    QVERIFY(scene.settle());
    const auto reading = scene.documentsOf(scene.responder());
    QVERIFY(scene.world.runUntil(
        [&] { return reading->standing(documenttype::manual, siteLoss) == Documents::Standing::Lost; }));
    QVERIFY(Scene::held(*reading).isEmpty());
    QVERIFY(scene.world.relay().disk().contents.blobs.empty());
}

void TestDocuments::whatCanBeReadIsRead() {
    Scene scene;
    const auto reading = scene.documentsOf(scene.responder());
    QVERIFY(reading->catalogue().services.empty());
    // What ships with the program, until something was published.
    const auto starter = reading->manual(siteLoss);
    QVERIFY(starter && !starter->version);
    QVERIFY(!reading->manual(QStringLiteral("nothing of the kind")));
    QVERIFY(!reading->manual(QStringLiteral("../services")));
    const auto published = scene.commander().journal().publish(manual(starterManual(siteLoss)));
    const auto services =
        scene.commander().journal().publish({documenttype::services.toString(), QStringLiteral("services"),
                                             starterCatalogue(), QStringLiteral("s")});
    QVERIFY(published && services);
    QVERIFY(scene.world.runUntil([&] {
        const auto held = reading->manual(siteLoss);
        return held && held->version && !reading->catalogue().services.empty();
    }));
    QCOMPARE(reading->manual(siteLoss)->version, std::optional(published->event));
    QCOMPARE(*reading->manual(siteLoss)->manual, *starter->manual);
}

void TestDocuments::whatCannotBeReadIsKeptAndSaid() {
    Scene scene;
    const auto reading = scene.documentsOf(scene.responder());
    QVERIFY(scene.commander().journal().publish(manual("manual: [")));
    QVERIFY(scene.world.runUntil([&] {
        return reading->standing(documenttype::manual, siteLoss) == Documents::Standing::Unreadable;
    }));
    QCOMPARE(Scene::held(*reading), QByteArray("manual: ["));
    QVERIFY(!reading->manual(siteLoss)); // not the starter: the organisation has one of its own
    QVERIFY(scene.commander().journal().publish(manual(starterManual(siteLoss))));
    QVERIFY(scene.world.runUntil([&] { return reading->manual(siteLoss).has_value(); }));
}

void TestDocuments::anIncidentKeepsItsVersion() {
    Scene scene;
    auto reading = scene.documentsOf(scene.commander());
    Journal& journal = scene.commander().journal();
    const auto first = journal.publish(manual(starterManual(siteLoss)));
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*reading) == starterManual(siteLoss); }));
    IncidentDeclared declared;
    declared.failureType = siteLoss;
    const LogId log = journal.record(std::nullopt, declared, Text{.text = siteLoss})->log;
    QCOMPARE(reading->manualOf(*journal.incident(log))->version, std::optional(first->event));
    const auto attach = [&](const EventId& version) {
        return journal.record(log, ManualAttached{version, journal.incident(log)->manual.setBy}, {})
            .has_value();
    };
    QVERIFY(attach(first->event));
    QByteArray changed = starterManual(siteLoss);
    changed.replace("accept-minutes: 3", "accept-minutes: 4");
    const auto second = journal.publish(manual(changed));
    QVERIFY(scene.world.runUntil([&] { return Scene::held(*reading) == changed; }));
    QCOMPARE(reading->manual(siteLoss)->version, std::optional(second->event));
    // The running incident goes by the one it began with, after a restart and on another desktop too.
    const auto other = scene.documentsOf(scene.responder());
    for (Documents* documents : {reading.get(), other.get()}) {
        QVERIFY(scene.world.runUntil([&] {
            const Incident* incident = scene.responder().journal().incident(log);
            const auto held =
                incident && incident->manual.value ? documents->manualOf(*incident) : std::nullopt;
            return held && held->version == first->event;
        }));
    }
    const auto before = reading->manualOf(*journal.incident(log));
    const auto differences = differencesBetween(*before->manual, *reading->manual(siteLoss)->manual);
    QVERIFY(!differences.empty());
    QVERIFY(std::all_of(differences.begin(), differences.end(),
                        [](const ManualDifference& one) { return one.change == ManualChange::TimeChanged; }));
    // Taken over by a recorded act.
    QVERIFY(attach(second->event));
    QCOMPARE(reading->manualOf(*journal.incident(log))->version, std::optional(second->event));
}

// Of every roster that can be read, as of its newest version, whatever time has passed meanwhile.
void TestDocuments::rostersGiveTheShiftsAroundNow() {
    Scene scene;
    const auto publish = [&](const char* key, const QByteArray& person) {
        const QByteArray file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200101T000000Z\nDURATION:PT8H\n"
                                "RRULE:FREQ=DAILY\nSUMMARY:" +
                                person + "\nEND:VEVENT\nEND:VCALENDAR\n";
        return scene.admin().journal().publish(
            {documenttype::roster.toString(), QString::fromLatin1(key), file, {}});
    };
    const auto reading = scene.documentsOf(scene.responder());
    const Moment now{std::chrono::sys_days(std::chrono::November / 2 / 2026) + std::chrono::hours(4)};
    const auto runningAt = [&](Moment at) {
        QStringList people;
        for (const Shift& shift : onDuty(reading->shifts(at), at)) {
            people += shift.department + u'/' + shift.person;
        }
        return people.join(u' ');
    };
    QCOMPARE(runningAt(now), QString());
    QVERIFY(publish("infra", "kim") && publish("storage", "lee") && publish("broken", "x\nDTSTART:then"));
    QVERIFY(scene.world.runUntil([&] {
        return reading->standing(documenttype::roster, QStringLiteral("broken")) ==
               Documents::Standing::Unreadable;
    }));
    QVERIFY(scene.world.runUntil([&] { return runningAt(now) == QStringLiteral("infra/kim storage/lee"); }));
    QVERIFY(publish("infra", "park"));
    QVERIFY(scene.world.runUntil([&] { return runningAt(now) == QStringLiteral("infra/park storage/lee"); }));
    for (const int days : {0, 1, 5, 400, 2}) {
        const Moment then = now + std::chrono::hours(24 * days);
        const std::vector<Shift>& shifts = reading->shifts(then);
        QVERIFY(shifts.front().from <= then - rosterBefore && shifts.back().until >= then + rosterAfter);
        QVERIFY(shifts.size() < 100);
        QCOMPARE(runningAt(then), QStringLiteral("infra/park storage/lee"));
        QCOMPARE(runningAt(then + std::chrono::hours(8)), QString());
    }
}

// Until one was published that can be read, it is what ships with the program.
void TestDocuments::theProcessIsTheOnePublishedLast() {
    Scene scene;
    const auto reading = scene.documentsOf(scene.responder());
    const auto publish = [&](const QByteArray& file) {
        const QString type = documenttype::retrospective.toString();
        return scene.commander().journal().publish({type, type, file, {}}).has_value();
    };
    const auto stands = [&](Documents::Standing standing) {
        return scene.world.runUntil([&] {
            return reading->standing(documenttype::retrospective, QStringLiteral("retrospective")) ==
                   standing;
        });
    };
    const RetroProcess shipped = reading->retroProcess();
    QVERIFY(shipped.step(QStringLiteral("facts")) && shipped.headings.size() == 6);
    QVERIFY(publish("retrospective: 1\nsteps: soon\n"));
    QVERIFY(stands(Documents::Standing::Unreadable));
    QVERIFY(reading->retroProcess() == shipped);
    QVERIFY(publish("retrospective: 1\nsteps:\n  - {step: ours, name: Ours, within: {days: 2}}\n"
                    "sections:\n  - {section: all, name: All}\n"));
    QVERIFY(stands(Documents::Standing::Here));
    QVERIFY(reading->retroProcess().step(QStringLiteral("ours")));
    QVERIFY(!reading->retroProcess().step(QStringLiteral("facts")) &&
            reading->retroProcess().headings.empty());
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestDocuments)
#include "test_documents.moc"
