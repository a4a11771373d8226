// One notice on its way out on one channel: tries, limits, stopping, and the process ending at every step of
// it.
#include "relay/bench.h"

#include "domain/base/limits.h"
#include "domain/dice.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

class TestDelivery : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void eachAddressGetsOne();
    void whatIsNotTakenIsTriedAgainAndThenFails();
    void theServiceSaysWhenAgain();
    void silenceIsNeverTriedAgain();
    void aKeyIsGoodForSoLong();
    void noFasterThanTheChannelAllows();
    void beyondTheHourAPersonDecides();
    void nobodyIsWrittenToAllNight();
    void aChannelThatIsNotThereRests();
    void aChannelThatComesBackGoesOn();
    void stoppingTakesEffectWithinOneBatch();
    void itWaitsUntilItMayGoOn();
    void aFullDiskHandsNothingOver();
    void whatWasDecidedIsSentAgainOnce();
    void endingAtEveryStepSendsNothingTwice();
    void aDamagedRowIsUnknown();

  private:
    struct Life {
        std::unique_ptr<MemoryStore> store;
        std::unique_ptr<DeliveryLedger> ledger;
        std::unique_ptr<Delivery> delivery;
        std::vector<Delivery::Progress> told{};

        const Delivery::Progress& last() const { return told.back(); }
    };
    static DeliveryOrder orderFor(int recipients) {
        DeliveryOrder order{{EventId::zeros(), 0}, {}, {}};
        order.channel.key = QStringLiteral("sms");
        order.messages.clear();
        for (int i = 0; i < recipients; ++i) {
            order.recipients.push_back(QString::number(1000 + i));
            order.messages.push_back(quint64(i));
        }
        return order;
    }
    static std::unique_ptr<Life> begin(Bench& bench, ScriptedService& service, const DeliveryOrder& order,
                                       int batch = 10, Delivery::MayGoOn mayGoOn = {}) {
        auto life = std::make_unique<Life>();
        life->store = std::make_unique<MemoryStore>(bench.disk, bench.schedule());
        life->ledger = std::make_unique<DeliveryLedger>(*life->store);
        life->ledger->open(bench.disk->contents.settings);
        life->delivery = std::make_unique<Delivery>(
            order, std::make_unique<ScriptedSender>(bench, service, batch), *life->ledger, bench.clock, bench,
            [life = life.get()](const Delivery::Progress& progress) { life->told.push_back(progress); },
            std::move(mayGoOn));
        life->delivery->start();
        return life;
    }
    static void end(Bench& bench, std::unique_ptr<Life> life) {
        life->delivery.reset();
        life->store->losePower();
        bench.forget();
    }
    static ScriptedService always(Sending sending, const char* code = "") {
        return {{}, [sending, code](const QString&, int) { return outcome(sending, code); }};
    }
};

void TestDelivery::eachAddressGetsOne() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    const auto life = begin(bench, service, orderFor(250), 100);
    bench.run();
    QVERIFY(life->last().done);
    QCOMPARE(life->last().counts, (DeliveryCounts{0, 250, 0, 0, 0}));
    QCOMPARE(service.handed.size(), std::size_t(250));
    QCOMPARE(life->told.size(), std::size_t(3)); // a batch each, the last with the end
}

void TestDelivery::whatIsNotTakenIsTriedAgainAndThenFails() {
    Bench bench;
    ScriptedService service{{}, [](const QString& recipient, int before) {
                                return recipient == u"1001" || before < 2
                                           ? outcome(Sending::Later, sendingcode::busy)
                                           : outcome(Sending::Delivered);
                            }};
    const auto life = begin(bench, service, orderFor(3), 1);
    const Moment begun = bench.clock.now();
    bench.run();
    QCOMPARE(life->last().counts, (DeliveryCounts{0, 2, 2, 1, 0}));
    QCOMPARE(service.count(QStringLiteral("1000")), 3);
    QCOMPARE(service.count(QStringLiteral("1001")), limits::deliveryTries);
    QCOMPARE(life->last().cause, QByteArray(sendingcode::busy));
    QVERIFY(bench.clock.now() - begun > 2min && bench.clock.now() - begun < 5min);
    std::set<QByteArray> keys;
    for (const auto& one : service.handed) {
        keys.insert(one.key);
    }
    QCOMPARE(keys.size(), std::size_t(3)); // the same in every attempt
}

void TestDelivery::theServiceSaysWhenAgain() {
    Bench bench;
    ScriptedService service{{}, [](const QString&, int before) {
                                SendingOutcome said = outcome(before == 0 ? Sending::Later : Sending::Sent);
                                said.retryAfter = Millis(90s);
                                return said;
                            }};
    const auto life = begin(bench, service, orderFor(1));
    bench.run();
    QVERIFY(service.handed[1].at - service.handed[0].at >= 90s);
    QCOMPARE(life->last().counts.sent, quint64(1));
}

void TestDelivery::silenceIsNeverTriedAgain() {
    Bench bench;
    ScriptedService service = always(Sending::Unknown, sendingcode::timeout);
    const auto life = begin(bench, service, orderFor(5), 2);
    bench.run();
    QCOMPARE(life->last().counts, (DeliveryCounts{0, 0, 0, 0, 5}));
    QVERIFY(life->last().done);
    QCOMPARE(service.handed.size(), std::size_t(5));
}

void TestDelivery::aKeyIsGoodForSoLong() {
    Bench bench;
    ScriptedService service{{}, [](const QString&, int) {
                                SendingOutcome said = outcome(Sending::Later, sendingcode::timeout);
                                said.retryWithin = Millis(10s);
                                return said;
                            }};
    const auto life = begin(bench, service, orderFor(1));
    bench.run();
    QCOMPARE(life->last().counts.unknown, quint64(1));
    QVERIFY(service.handed.back().at - service.handed.front().at <= 10s);
    QVERIFY(service.handed.size() > 1);
}

void TestDelivery::noFasterThanTheChannelAllows() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    DeliveryOrder order = orderFor(300);
    order.channel.perMinute = 60;
    const auto life = begin(bench, service, order, 20);
    bench.run();
    QCOMPARE(life->last().counts.sent, quint64(300));
    for (std::size_t i = 0; i + 60 < service.handed.size(); ++i) { // any 61 span a minute
        QVERIFY(service.handed[i + 60].at - service.handed[i].at >= 1min);
    }
    QVERIFY(service.handed.back().at - service.handed.front().at < 6min);
}

void TestDelivery::beyondTheHourAPersonDecides() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    DeliveryOrder order = orderFor(100);
    order.channel.perHour = 50;
    order.alreadyThisHour = 20;
    auto life = begin(bench, service, order);
    bench.run();
    QVERIFY(life->last().done && life->last().held);
    QCOMPARE(life->last().counts, (DeliveryCounts{70, 30, 0, 0, 0}));
    end(bench, std::move(life));
    order.isAllowed = true;
    life = begin(bench, service, order);
    bench.run();
    QVERIFY(!life->last().held);
    QCOMPARE(life->last().counts.sent, quint64(100));
    QCOMPARE(service.handed.size(), std::size_t(100));
}

void TestDelivery::nobodyIsWrittenToAllNight() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    DeliveryOrder order = orderFor(3);
    order.channel.perPersonPerHour = 2;
    order.toEachThisHour = 1;
    const auto second = begin(bench, service, order);
    bench.run();
    QCOMPARE(second->last().counts.sent, quint64(3));
    order.key.outgoing = 1;
    order.toEachThisHour = 2;
    const auto third = begin(bench, service, order);
    bench.run();
    QVERIFY(third->last().held && third->last().done);
    QCOMPARE(third->last().counts, (DeliveryCounts{3, 0, 0, 0, 0}));
    order.isAllowed = true; // a person said so
    const auto allowed = begin(bench, service, order);
    bench.run();
    QCOMPARE(allowed->last().counts.sent, quint64(3));
}

// A thousand addresses and nobody there: not eight thousand messages over hours, and what stands in goes out.
void TestDelivery::aChannelThatIsNotThereRests() {
    Bench bench;
    ScriptedService service = always(Sending::Later, sendingcode::connect);
    const Moment begun = bench.clock.now();
    const auto life = begin(bench, service, orderFor(1000), 10);
    bench.run();
    QVERIFY(life->last().done);
    QCOMPARE(life->last().counts, (DeliveryCounts{0, 0, 0, 1000, 0}));
    QCOMPARE(life->last().cause, QByteArray(sendingcode::connect));
    QVERIFY2(service.handed.size() <= 20, qPrintable(QString::number(service.handed.size())));
    QVERIFY(bench.clock.now() - begun >= 2min && bench.clock.now() - begun < 5min);
}

void TestDelivery::aChannelThatComesBackGoesOn() {
    Bench bench;
    const Moment back = bench.clock.now() + 90s;
    ScriptedService service{{}, [&](const QString&, int) {
                                return bench.clock.now() < back
                                           ? outcome(Sending::Later, sendingcode::unavailable)
                                           : outcome(Sending::Sent);
                            }};
    const auto life = begin(bench, service, orderFor(1000), 10);
    bench.run();
    QCOMPARE(life->last().counts.sent, quint64(1000));
    QVERIFY2(service.handed.size() <= 1020, qPrintable(QString::number(service.handed.size())));
    for (int i = 0; i < 1000; ++i) { // each of them once
        const auto got = std::count_if(service.handed.begin(), service.handed.end(), [&](const auto& one) {
            return one.recipient == QString::number(1000 + i) && one.answered == Sending::Sent;
        });
        QCOMPARE(got, 1);
    }
}

void TestDelivery::stoppingTakesEffectWithinOneBatch() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    const auto life = begin(bench, service, orderFor(1000), 100);
    while (service.handed.size() < 300) {
        QVERIFY(bench.step());
    }
    life->delivery->stop();
    bench.run();
    QCOMPARE(service.handed.size(), std::size_t(300));
    QCOMPARE(life->last().counts, (DeliveryCounts{700, 300, 0, 0, 0}));
    QVERIFY(life->last().done);
}

// Such as a relay that was shown that it is behind: it may have sent all of this before.
void TestDelivery::itWaitsUntilItMayGoOn() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    bool mayGoOn = true;
    const auto life = begin(bench, service, orderFor(1000), 100, [&mayGoOn] { return mayGoOn; });
    while (service.handed.size() < 300) {
        QVERIFY(bench.step());
    }
    mayGoOn = false;
    const Moment since = bench.clock.now();
    while (bench.clock.now() < since + std::chrono::hours(1)) {
        QVERIFY(bench.step());
    }
    QCOMPARE(service.handed.size(), std::size_t(300));
    QCOMPARE(life->last().counts, (DeliveryCounts{700, 300, 0, 0, 0})); // what was under way is told of
    QVERIFY(!life->last().done);
    mayGoOn = true;
    bench.run();
    QCOMPARE(service.handed.size(), std::size_t(1000));
    QCOMPARE(life->last().counts, (DeliveryCounts{0, 1000, 0, 0, 0}));
    mayGoOn = false; // stopped by people meanwhile, it ends all the same
    auto five = orderFor(5);
    five.key.outgoing = 1;
    const auto other = begin(bench, service, five, 5, [&mayGoOn] { return mayGoOn; });
    other->delivery->stop();
    bench.run();
    QVERIFY(other->last().done);
}

void TestDelivery::aFullDiskHandsNothingOver() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    bench.disk->isFull = true;
    const auto life = begin(bench, service, orderFor(5), 5);
    for (int i = 0; i < 50; ++i) {
        bench.step();
    }
    QVERIFY(service.handed.empty());
    QVERIFY(!life->last().done);
    bench.disk->isFull = false;
    while (service.handed.empty()) {
        QVERIFY(bench.step());
    }
    bench.disk->isFull = true; // the outcome cannot be kept now
    for (int i = 0; i < 50; ++i) {
        bench.step();
    }
    QVERIFY(!life->last().done);
    bench.disk->isFull = false;
    bench.run();
    QCOMPARE(service.handed.size(), std::size_t(5));
    QCOMPARE(life->last().counts.sent, quint64(5));
}

void TestDelivery::whatWasDecidedIsSentAgainOnce() {
    Bench bench;
    ScriptedService service = always(Sending::Unknown);
    const DeliveryOrder order = orderFor(3);
    auto life = begin(bench, service, order, 3);
    bench.run();
    const EventId decided = *EventId::tryFrom(QByteArray(32, 'd'));
    for (int starts = 0; starts < 3; ++starts) { // the relay starts anew; the decision is carried out once
        end(bench, std::move(life));
        bool isKept = false;
        life = std::make_unique<Life>();
        life->store = std::make_unique<MemoryStore>(bench.disk, bench.schedule());
        life->ledger = std::make_unique<DeliveryLedger>(*life->store);
        life->ledger->open(bench.disk->contents.settings);
        life->ledger->tryAgain(order.key, order.messages, decided,
                               [&](const Outcome& kept) { isKept = bool(kept); });
        bench.run();
        QVERIFY(isKept);
        end(bench, std::move(life));
        life = begin(bench, service, order, 3);
        bench.run();
        QCOMPARE(service.handed.size(), std::size_t(6));
    }
}

// Wherever the process ends, nobody gets a message that they may have got before.
void TestDelivery::endingAtEveryStepSendsNothingTwice() {
    int endings = 0;
    int handedOver = 0;
    int unknown = 0;
    int twice = 0;
    for (quint32 seed = 1; seed <= 2000; ++seed) {
        Dice dice(seed);
        Bench bench;
        ScriptedService service{{}, [&dice](const QString&, int) {
                                    switch (dice.below(8)) {
                                    case 0:
                                        return outcome(Sending::Later, sendingcode::unavailable);
                                    case 1:
                                        return outcome(Sending::Refused, sendingcode::rejected);
                                    case 2:
                                        return outcome(Sending::Unknown, sendingcode::reset);
                                    default:
                                        return outcome(Sending::Sent);
                                    }
                                }};
        const DeliveryOrder order = orderFor(1 + dice.below(25));
        const int batch = 1 + dice.below(5);
        auto life = begin(bench, service, order, batch);
        int lives = 1;
        while (true) {
            const bool goesOn = bench.step();
            if (!life->told.empty() && life->last().done) {
                break;
            }
            QVERIFY(goesOn);
            if (dice.below(20) == 0 && lives < 40) {
                end(bench, std::move(life));
                life = begin(bench, service, order, batch);
                ++lives;
                ++endings;
            }
        }
        std::map<QString, std::optional<Sending>> before;
        for (const auto& one : service.handed) {
            const auto known = before.find(one.recipient);
            if (known != before.end() && known->second != Sending::Later) {
                ++twice;
            }
            before.insert_or_assign(one.recipient, one.answered);
        }
        const DeliveryCounts counts = life->last().counts;
        QCOMPARE(counts.total(), quint64(order.messages.size())); // nothing is lost silently
        QCOMPARE(counts.waiting, quint64(0));
        // Who was handed nothing is told as unknown: it ended between the disk and the service.
        QVERIFY(order.recipients.size() - before.size() <= counts.unknown);
        int unanswered = 0;
        for (const auto& one : service.handed) {
            unanswered += !one.answered || one.answered == Sending::Unknown ? 1 : 0;
        }
        // What was under way when it ended, or answered and not on the disk yet: a batch an ending at the
        // most.
        QVERIFY(int(counts.unknown) <= unanswered + lives * batch);
        handedOver += int(service.handed.size());
        unknown += int(counts.unknown);
    }
    qInfo("ended %d times, %d messages handed over, %d unknown, %d sent twice", endings, handedOver, unknown,
          twice);
    QCOMPARE(twice, 0);
    QVERIFY(endings > 2000);
}

void TestDelivery::aDamagedRowIsUnknown() {
    Bench bench;
    ScriptedService service = always(Sending::Sent);
    const DeliveryOrder order = orderFor(5);
    auto life = begin(bench, service, order, 5);
    bench.run();
    end(bench, std::move(life));
    for (auto& [key, value] : bench.disk->contents.settings) {
        value = "nonsense";
    }
    life = begin(bench, service, order, 5);
    bench.run();
    QCOMPARE(service.handed.size(), std::size_t(5));
    QCOMPARE(life->last().counts.unknown, quint64(5));
}

QTEST_APPLESS_MAIN(TestDelivery)
#include "test_delivery.moc"
