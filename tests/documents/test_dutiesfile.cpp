// duties.yaml: what is switched on, how long, until when; and every fault with its line.
#include "documents/dutiesfile.h"
#include "documents/starter.h"
#include "documents/written.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QByteArray good = R"(duties: 1
holidays: [2027-01-01]
list:
  - duty: user-notice
    on: yes
    name: {ko: 이용자 고지, en: Notice to users}
    law: {ko: 제33조, en: Article 33}
    starts: outage
    stops: users
  - duty: data-centre
    on: yes
    name: 보고
    starts: outage
    after-minutes: 30
    within: {hours: 2}
    stops: person
  - duty: order
    on: yes
    name: 제출
    starts: person
    within: {months: 3}
    stops: person
  - duty: none of ours
    on: no
    name: 없음
    starts: restored
    within: {days: 30}
    stops: compensation
)";

} // namespace

class TestDutiesFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsOnIsRead();
    void eachFaultIsSaid_data();
    void eachFaultIsSaid();
    void bothPagesShowTheSameExample();
    void theStarterHoldsWhatTheLawWants();
};

void TestDutiesFile::whatIsOnIsRead() {
    const auto duties = readDuties(good);
    QVERIFY(duties);
    QCOMPARE(duties->holidays, std::vector{QDate(2027, 1, 1)});
    QCOMPARE(duties->duties.size(), std::size_t(3));
    const DutyClock& users = duties->duties[0];
    QCOMPARE(users.key, QStringLiteral("user-notice"));
    QCOMPARE(users.name.en, QStringLiteral("Notice to users"));
    QVERIFY(users.start == DutyStart::Outage && users.stop == DutyStop::Users && !users.within);
    QCOMPARE(duties->duties[1].after, Millis(30min));
    QCOMPARE(duties->duties[1].within, std::optional(DutyLength{DutyLength::Unit::Minutes, 120}));
    QCOMPARE(duties->duties[2].within, std::optional(DutyLength{DutyLength::Unit::Months, 3}));
    QVERIFY(duties->duty(QStringLiteral("order")) && !duties->duty(QStringLiteral("none of ours")));
}

void TestDutiesFile::eachFaultIsSaid_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* from, const char* to, int line, FaultCode code) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line << int(code);
    };
    row("a newer version", "duties: 1", "duties: 2", 1, FaultCode::UnknownVersion);
    row("no day", "2027-01-01", "2027-02-30", 2, FaultCode::NotADate);
    row("no such start", "starts: outage\n    stops", "starts: fire\n    stops", 8, FaultCode::NotOneOf);
    row("no such stop", "stops: users", "stops: itself", 9, FaultCode::NotOneOf);
    row("twice", "duty: order", "duty: user-notice", 17, FaultCode::Doubled);
    row("no name", "    name: 보고\n", "", 10, FaultCode::MissingKey);
    row("an empty length", "{hours: 2}", "{}", 15, FaultCode::MissingKey);
    row("two lengths", "{hours: 2}", "{hours: 2, days: 1}", 15, FaultCode::NotOneOf);
    row("no length", "{hours: 2}", "{weeks: 2}", 15, FaultCode::UnknownKey);
    row("longer than a year", "{hours: 2}", "{hours: 9999}", 15, FaultCode::OutOfRange);
    row("no minutes", "after-minutes: 30", "after-minutes: soon", 14, FaultCode::NotANumber);
    row("neither yes nor no", "on: no\n", "on: maybe\n", 24, FaultCode::NotYesOrNo);
    row("a key that is none", "stops: compensation", "stop: compensation", 28, FaultCode::UnknownKey);
}

void TestDutiesFile::eachFaultIsSaid() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, line);
    QFETCH(int, code);
    QByteArray bytes = good;
    QVERIFY(bytes.contains(from));
    bytes.replace(bytes.indexOf(from), from.size(), to);
    const auto duties = readDuties(bytes);
    QVERIFY(!duties);
    const auto said =
        std::find_if(duties.error().begin(), duties.error().end(), [&](const DocumentFault& fault) {
            return fault.line == line && int(fault.code) == code;
        });
    QVERIFY2(said != duties.error().end(),
             qPrintable(QStringLiteral("line %1, code %2")
                            .arg(duties.error().front().line)
                            .arg(QLatin1String(wordOf(duties.error().front().code)))));
}

void TestDutiesFile::bothPagesShowTheSameExample() {
    const auto english = readDuties(exampleIn(QStringLiteral("duties.md"), 1));
    const auto korean = readDuties(exampleIn(QStringLiteral("duties.ko.md"), 1));
    QVERIFY(english && korean);
    QVERIFY(*english == *korean);
    QCOMPARE(english->duties.size(), std::size_t(3));
}

void TestDutiesFile::theStarterHoldsWhatTheLawWants() {
    const auto duties = readDuties(starterDuties());
    QVERIFY(duties);
    const DutyClock* users = duties->duty(QStringLiteral("user-notice"));
    QVERIFY(users && users->stop == DutyStop::Users && !users->within);
    const DutyClock* compensation = duties->duty(QStringLiteral("compensation"));
    QVERIFY(compensation && compensation->start == DutyStart::Restored);
    QCOMPARE(compensation->within, std::optional(DutyLength{DutyLength::Unit::Days, 30}));
    for (const char* byHand : {"breach-report", "privacy-report", "order-plan", "order-result"}) {
        const DutyClock* duty = duties->duty(QString::fromLatin1(byHand));
        QVERIFY2(duty && duty->start == DutyStart::Person && duty->within,
                 byHand); // off until somebody begins it
    }
    for (const char* off : {"data-centre-report", "financial-report"}) {
        QVERIFY2(!duties->duty(QString::fromLatin1(off)), off);
    }
}

QTEST_GUILESS_MAIN(TestDutiesFile)
#include "test_dutiesfile.moc"
