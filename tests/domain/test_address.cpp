// "host:port" as people write it.
#include "domain/base/address.h"

#include <QTest>

using namespace bongsu;

class TestAddress : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void hasOneForm_data();
    void hasOneForm();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void TestAddress::hasOneForm_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("form");
    const auto row = [](const QString& given, const QString& form) {
        QTest::newRow(qPrintable(given)) << given << form;
    };
    row(QStringLiteral("relay.example:7443"), QStringLiteral("relay.example:7443"));
    row(QStringLiteral("Relay.Example:7443"), QStringLiteral("relay.example:7443"));
    row(QStringLiteral("dr_relay-2:1"), QStringLiteral("dr_relay-2:1"));
    row(QStringLiteral("xn--2j1b.example:65535"), QStringLiteral("xn--2j1b.example:65535"));
    row(QStringLiteral("10.0.0.7:443"), QStringLiteral("10.0.0.7:443"));
    row(QStringLiteral("[::1]:443"), QStringLiteral("[::1]:443"));
    row(QStringLiteral("[2001:DB8:0:0:0:0:0:7]:443"), QStringLiteral("[2001:db8::7]:443"));
    row(QString(63, u'a') + QStringLiteral(":1"), QString(63, u'a') + QStringLiteral(":1"));
}

void TestAddress::hasOneForm() {
    QFETCH(QString, given);
    QFETCH(QString, form);
    const auto address = addressFromText(given);
    QVERIFY(address);
    QCOMPARE(toText(*address), form);
    QVERIFY(*addressFromText(form) == *address);
    QVERIFY(hostFromText(address->host) == address->host);
}

void TestAddress::refusesWhatIsNone_data() {
    QTest::addColumn<QString>("given");
    const QStringList none{QString(),
                           QStringLiteral(":"),
                           QStringLiteral(":443"),
                           QStringLiteral("relay"),
                           QStringLiteral("relay:"),
                           QStringLiteral("relay:0"),
                           QStringLiteral("relay:00443"),
                           QStringLiteral("relay:+443"),
                           QStringLiteral("relay: 443"),
                           QStringLiteral("relay:65536"),
                           QStringLiteral("relay:4294967739"),
                           QStringLiteral("relay:４４３"),
                           QStringLiteral("relay:443 "),
                           QStringLiteral(" relay:443"),
                           QStringLiteral("re lay:443"),
                           QStringLiteral("-relay:443"),
                           QStringLiteral("relay-:443"),
                           QStringLiteral("relay..example:443"),
                           QStringLiteral(".relay:443"),
                           QStringLiteral("relay.:443"),
                           QStringLiteral("봉수:443"),
                           QStringLiteral("relay/:443"),
                           QStringLiteral("me@relay:443"),
                           QStringLiteral("relay,b:443"),
                           QStringLiteral("1.2.3:443"),
                           QStringLiteral("1.2.3.256:443"),
                           QStringLiteral("relay.1:443"),
                           QStringLiteral("::1:443"),
                           QStringLiteral("[::1:443"),
                           QStringLiteral("::1]:443"),
                           QStringLiteral("[::1%eth0]:443"),
                           QStringLiteral("[1.2.3.4]:443"),
                           QStringLiteral("[relay]:443"),
                           QStringLiteral("[]:443"),
                           QStringLiteral("[[::1]]:443"),
                           QStringLiteral("relay\0:443"),
                           QString(64, u'a') + QStringLiteral(":1"),
                           QString(63, u'a') + QString(QStringLiteral(".") + QString(63, u'b')).repeated(4) +
                               QStringLiteral(":1")};
    for (const QString& one : none) {
        QTest::newRow(qPrintable(one)) << one;
    }
    QTest::newRow("a zero in it") << QString(QStringLiteral("re") + QChar(0) + QStringLiteral("lay:443"));
}

void TestAddress::refusesWhatIsNone() {
    QFETCH(QString, given);
    QVERIFY(!addressFromText(given));
}

QTEST_APPLESS_MAIN(TestAddress)
#include "test_address.moc"
