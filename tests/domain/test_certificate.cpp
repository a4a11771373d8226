// When people hear of a relay's certificate, to the millisecond.
#include "domain/base/certificate.h"

#include <QTest>

using namespace bongsu;

namespace {

constexpr Moment from{Millis(1'700'000'000'000)};
constexpr Moment until = from + std::chrono::days(3653);
constexpr Millis tick{1};

QByteArray at(Moment now) {
    return codeOf(warningOf({from, until}, now));
}

} // namespace

class TestCertificate final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void bothEndsBelongToIt() {
        QCOMPARE(at(from - tick), QByteArray("notYet"));
        QCOMPARE(at(from), QByteArray());
        QCOMPARE(at(until), QByteArray("endsSoon"));
        QCOMPARE(at(until + tick), QByteArray("expired"));
    }

    void peopleHearOfItsEndAheadOfIt() {
        QCOMPARE(at(until - std::chrono::days(30)), QByteArray());
        QCOMPARE(at(until - std::chrono::days(30) + tick), QByteArray("endsSoon"));
    }

    void saysWhen() {
        QCOMPARE(warningOf({from, until}, from - tick)->at, from);
        QCOMPARE(warningOf({from, until}, until)->at, until);
        QCOMPARE(warningOf({from, until}, until + tick)->at, until);
    }

    // What somebody made on purpose says one thing, too.
    void datesThatAreNoneAreExpiredOrAhead() {
        QCOMPARE(codeOf(warningOf({until, from}, from + tick)), "expired");
        QCOMPARE(codeOf(warningOf({until, from}, from)), "notYet");
    }

    void theFarthestMomentsAreInRange() {
        const CertificateDates all{Moment(Millis(0)), Moment(Millis(253'402'300'799'000))}; // year 9999
        QCOMPARE(codeOf(warningOf(all, from)), "");
    }
};

QTEST_APPLESS_MAIN(TestCertificate)
#include "test_certificate.moc"
