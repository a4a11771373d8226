// The invite line: there and back, by hand, and mangled in ten thousand ways.
#include "identity/invite.h"
#include "identity/random.h"

#include <QTest>

#include <random>
#include <set>

using namespace bongsu;

namespace {

// As base64url: what a reader of the page gets, and no other.
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

bool sameButAddresses(const Invite& a, const Invite& b) {
    return a.org == b.org && a.pins == b.pins && a.seed == b.seed && a.relay == b.relay;
}

QByteArray detailOf(const Error& error) {
    return std::visit([](const auto& e) { return e.detail; }, error);
}

// One or a few of: a character changed, inserted, left out, two swapped, a piece doubled, the end cut off.
QString mutated(QString line, std::mt19937& random) {
    static const QString alphabet = QStringLiteral("abcXYZ019-_+/=#:,.[]% \n\u200b가");
    const auto below = [&random](qsizetype n) { return qsizetype(random() % std::uint32_t(n)); };
    for (qsizetype left = 1 + below(3); left > 0 && line.size() > 2; --left) {
        const qsizetype at = below(line.size() - 1);
        const QChar c = alphabet[below(alphabet.size())];
        switch (below(6)) {
        case 0:
            line[at] = c;
            break;
        case 1:
            line.insert(at, c);
            break;
        case 2:
            line.remove(at, 1);
            break;
        case 3:
            std::swap(line[at], line[at + 1]);
            break;
        case 4:
            line.insert(at, line.mid(at, below(20)));
            break;
        default:
            line.truncate(at + 1);
        }
    }
    return line;
}

} // namespace

class TestInvite : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void goesThereAndBack_data();
    void goesThereAndBack();
    void isOneFixedLine();
    void acceptsWhatMailDoesToIt();
    void takesOtherAddressesFromHand();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void noticesEveryChangedByteOfThePayload();
    void noticesEveryCut();
    void neverBecomesAnotherInvite();
    void hasLimits();

  private:
    Invite invite(int pins, int addresses, bool relay);

    SystemRandomness m_randomness;
};

Invite TestInvite::invite(int pins, int addresses, bool relay) {
    Invite made{m_randomness.fixed<OrgId>(), {}, {}, Seed::random(m_randomness)};
    for (int i = 0; i < pins; ++i) {
        made.pins.push_back(m_randomness.fixed<TlsPin>());
    }
    for (int i = 0; i < addresses; ++i) {
        made.addresses.push_back({QStringLiteral("relay%1.example").arg(i), quint16(7443 + i)});
    }
    if (relay) {
        made.relay = m_randomness.fixed<DeviceId>();
    }
    return made;
}

void TestInvite::goesThereAndBack_data() {
    QTest::addColumn<int>("pins");
    QTest::addColumn<int>("addresses");
    QTest::addColumn<bool>("relay");
    for (const int pins : {1, 2}) {
        for (const int addresses : {1, 2, 8}) {
            for (const bool relay : {false, true}) {
                QTest::addRow("%d pins, %d addresses, relay %d", pins, addresses, relay)
                    << pins << addresses << relay;
            }
        }
    }
}

void TestInvite::goesThereAndBack() {
    QFETCH(int, pins);
    QFETCH(int, addresses);
    QFETCH(bool, relay);
    const Invite made = invite(pins, addresses, relay);
    const auto line = encode(made);
    QVERIFY(line);
    const auto back = decodeInvite(*line);
    QVERIFY(back);
    QVERIFY(*back == made);
    QCOMPARE(*encode(*back), *line);
}

// What is printed today must be readable for ever.
void TestInvite::isOneFixedLine() {
    const Invite made{*OrgId::tryFrom(QByteArray(32, '\x01')),
                      {*TlsPin::tryFrom(QByteArray(32, '\x02'))},
                      {{QStringLiteral("10.0.0.7"), 7443}, {QStringLiteral("2001:db8::7"), 443}},
                      *Seed::tryFrom(QByteArray(32, '\x03'))};
    const QString line =
        QStringLiteral("bongsu://10.0.0.7:7443,[2001:db8::7]:443/"
                       "#owFYIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAoFYIAICAgICAgICA"
                       "gICAgICAgICAgICAgICAgICAgICAgICA1ggAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwOamkmT");
    QCOMPARE(*encode(made), line);
    QVERIFY(*decodeInvite(line) == made);
}

void TestInvite::acceptsWhatMailDoesToIt() {
    const Invite made = invite(2, 2, true);
    const QString line = *encode(made);
    QString wrapped = line;
    for (qsizetype at = 72; at < wrapped.size(); at += 74) {
        wrapped.insert(at, QStringLiteral("\r\n"));
    }
    QVERIFY(*decodeInvite(wrapped) == made);
    QVERIFY(*decodeInvite(QStringLiteral("  \t") + line + QStringLiteral(" \n")) == made);
    QVERIFY(*decodeInvite(QStringLiteral("B") + line.sliced(1)) == made);
}

void TestInvite::takesOtherAddressesFromHand() {
    const Invite made = invite(1, 1, false);
    const QString line = *encode(made);
    const auto back =
        decodeInvite(QStringLiteral("bongsu://Other.Example:1,[::1]:2") + line.sliced(line.indexOf(u"/#")));
    QVERIFY(back && sameButAddresses(*back, made));
    QCOMPARE(back->addresses.size(), std::size_t(2));
    QCOMPARE(back->addresses[0].host, QStringLiteral("other.example"));
}

void TestInvite::refusesWhatIsNone_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("detail");
    const QString good = *encode(invite(1, 1, false));
    const QString payload = good.sliced(good.indexOf(u"/#"));
    const auto row = [](const char* name, const QString& line, const char* detail) {
        QTest::newRow(name) << line << QByteArray(detail);
    };
    row("nothing", QString(), invitefault::form);
    row("another scheme", QStringLiteral("https") + good.sliced(6), invitefault::form);
    row("no payload", QStringLiteral("bongsu://a.example:1/"), invitefault::form);
    row("no payload after #", QStringLiteral("bongsu://a.example:1/#"), invitefault::damaged);
    row("# before the scheme ends", QStringLiteral("bongsu:///#"), invitefault::address);
    row("no address", QStringLiteral("bongsu://") + payload, invitefault::address);
    row("no port", QStringLiteral("bongsu://a.example") + payload, invitefault::address);
    row("port 0", QStringLiteral("bongsu://a.example:0") + payload, invitefault::address);
    row("port 65536", QStringLiteral("bongsu://a.example:65536") + payload, invitefault::address);
    row("an empty address", QStringLiteral("bongsu://a.example:1,") + payload, invitefault::address);
    row("a user", QStringLiteral("bongsu://me@a.example:1") + payload, invitefault::address);
    row("a path", QStringLiteral("bongsu://a.example:1/x") + payload, invitefault::address);
    row("nine addresses",
        QStringLiteral("bongsu://") + QStringList(9, QStringLiteral("a:1")).join(u',') + payload,
        invitefault::address);
    row("padding", good + QStringLiteral("="), invitefault::damaged);
    row("not base64url", good + QStringLiteral("+"), invitefault::damaged);
    row("not ASCII", good + QStringLiteral("é"), invitefault::damaged);
}

void TestInvite::refusesWhatIsNone() {
    QFETCH(QString, line);
    QFETCH(QByteArray, detail);
    const auto back = decodeInvite(line);
    QVERIFY(!back);
    QCOMPARE(codeOf(back.error()), QByteArray(refusal::malformed));
    QCOMPARE(detailOf(back.error()), detail);
}

void TestInvite::noticesEveryChangedByteOfThePayload() {
    const QString line = *encode(invite(1, 1, true));
    const qsizetype start = line.indexOf(u"/#") + 2;
    const QByteArray raw = QByteArray::fromBase64(line.sliced(start).toLatin1(), base64);
    for (qsizetype at = 0; at < raw.size(); ++at) {
        for (int flip = 1; flip < 256; ++flip) {
            QByteArray altered = raw;
            altered[at] = char(altered[at] ^ flip);
            QVERIFY(!decodeInvite(line.first(start) + QString::fromLatin1(altered.toBase64(base64))));
        }
    }
    // Every other character of base64url in the place of each.
    for (qsizetype at = start; at < line.size(); ++at) {
        for (char c = '0'; c <= 'z'; ++c) {
            QString altered = line;
            altered[at] = QLatin1Char(c);
            QVERIFY(altered == line || !decodeInvite(altered));
        }
    }
}

void TestInvite::noticesEveryCut() {
    const QString line = *encode(invite(2, 2, true));
    for (qsizetype size = 0; size < line.size(); ++size) {
        QVERIFY2(!decodeInvite(line.first(size)), QByteArray::number(size));
    }
}

void TestInvite::neverBecomesAnotherInvite() {
    const Invite made = invite(2, 2, true);
    const QString line = *encode(made);
    const std::set<QByteArray> details{invitefault::form, invitefault::address, invitefault::damaged,
                                       "invite"};
    std::mt19937 random(20221015);
    int read = 0;
    for (int i = 0; i < 10000; ++i) {
        const QString altered = mutated(line, random);
        const auto back = decodeInvite(altered);
        if (back) {
            QVERIFY2(sameButAddresses(*back, made), altered.toUtf8());
            QVERIFY(*decodeInvite(*encode(*back)) == *back);
            ++read;
        } else {
            QVERIFY2(details.contains(detailOf(back.error())), altered.toUtf8());
        }
    }
    QVERIFY(read > 100 && read < 9000); // spaces and addresses pass, most does not
}

void TestInvite::hasLimits() {
    Invite made = invite(2, 8, true);
    for (Address& address : made.addresses) {
        address.host = QString(60, u'a') + u'.' + QString(60, u'b') + u'.' + QString(60, u'c');
    }
    const auto line = encode(made);
    QVERIFY(!line);
    QCOMPARE(codeOf(line.error()), QByteArray(refusal::tooLarge));
    const auto back = decodeInvite(*encode(invite(1, 1, false)) + QString(1024, u'A'));
    QCOMPARE(codeOf(back.error()), QByteArray(refusal::tooLarge));
    QCOMPARE(codeOf(decodeInvite(QString(1 << 20, u' ')).error()), QByteArray(refusal::tooLarge));
}

QTEST_APPLESS_MAIN(TestInvite)
#include "test_invite.moc"
