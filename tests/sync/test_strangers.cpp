// Who has to go when too many have proven nothing.
#include "websocket/strangers.h"

#include <QHostAddress>
#include <QTest>

using namespace bongsu;

namespace {

PeerNetwork at(const char* address) {
    return networkOf(QHostAddress(QString::fromLatin1(address)));
}

} // namespace

class TestStrangers final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nobodyGoesWhereNobodyIs() {
        Strangers strangers;
        QVERIFY(!strangers.whoGoes());
        strangers.add(1, at("192.0.2.1"));
        QVERIFY(strangers.remove(1));
        QVERIFY(!strangers.remove(1));
        QVERIFY(!strangers.whoGoes());
    }

    void theOldestOfTheNetworkWithTheMostGoes() {
        Strangers strangers;
        strangers.add(1, at("192.0.2.1"));
        strangers.add(2, at("192.0.2.2"));
        strangers.add(3, at("192.0.2.2"));
        QCOMPARE(*strangers.whoGoes(), 2U);
        strangers.remove(2);
        QCOMPARE(*strangers.whoGoes(), 1U); // one each: the oldest of all
        strangers.remove(1);
        QCOMPARE(*strangers.whoGoes(), 3U);
    }

    void whoComesWithThousandsPushesOutTheirOwn() {
        Strangers strangers;
        strangers.add(1, at("192.0.2.1"));
        for (Strangers::Number number = 2; number <= 3'000; ++number) {
            strangers.add(number, at("198.51.100.7"));
        }
        for (Strangers::Number number = 2; number <= 2'999; ++number) {
            QCOMPARE(*strangers.whoGoes(), number);
            strangers.remove(number);
        }
        QCOMPARE(strangers.size(), std::size_t(2));
        QCOMPARE(*strangers.whoGoes(), 1U);
    }

    // Where not all can be served in time, a crowd keeps out its own.
    void theNewestOfTheSmallestNetworkIsFirst() {
        Strangers strangers;
        QVERIFY(!strangers.whoIsFirst());
        strangers.add(1, at("192.0.2.1"));
        strangers.add(2, at("192.0.2.2"));
        strangers.add(3, at("192.0.2.2"));
        QCOMPARE(*strangers.whoIsFirst(), 1U);
        strangers.remove(1);
        QCOMPARE(*strangers.whoIsFirst(), 3U);
    }

    void whatOneCallerHasManyOfIsOneNetwork() {
        QCOMPARE(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff::9"));
        QVERIFY(at("2001:db8:1:2::1") != at("2001:db8:1:3::1"));
        QVERIFY(at("192.0.2.1") != at("192.0.2.2"));
        QCOMPARE(at("192.0.2.1"), at("::ffff:192.0.2.1"));
    }
};

QTEST_APPLESS_MAIN(TestStrangers)
#include "test_strangers.moc"
