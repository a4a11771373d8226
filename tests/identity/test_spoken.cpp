// Eight words: what they give, what they open, and what opens for nobody else.
#include "identity/ed25519.h"
#include "identity/random.h"
#include "identity/spoken.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;

namespace {

template <class FixedType>
FixedType filled(char byte) {
    return *FixedType::tryFrom(QByteArray(FixedType::size, byte));
}

const Address relay{QStringLiteral("192.0.2.7"), 7400};
const Address other{QStringLiteral("relay.example"), 7443};
const TlsPin pin = filled<TlsPin>('p');
const SpokenCode code{{0, 1, 2, 3, 4, 5, 6, 255}};

InviteRest rest() {
    return {filled<OrgId>('o'), {pin, filled<TlsPin>('q')}, {other, relay}};
}

} // namespace

class TestSpoken final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void wordsGiveTheSameSecretsForEver();
    void otherWordsGiveOthers();
    void theRestOpensForWhoKnowsTheWords();
    void theRestOpensForNobodyElse();
    void aKeyInBetweenIsNamed();
    void aRestThatIsTooLongIsRefused();

  private:
    SystemRandomness m_randomness;
    const SpokenSecrets m_secrets = secretsOf(code); // half a second
};

// Computed apart, by Python's hashlib.scrypt and cryptography's HKDF: frozen with the protocol.
void TestSpoken::wordsGiveTheSameSecretsForEver() {
    QCOMPARE(m_secrets.seed.view().toByteArray().toHex(),
             QByteArray("ce224470f28f660935dc7c463b0c475ac43bef72492f55f67954a8ddb86f410b"));
    QCOMPARE(m_secrets.restKey.view().toByteArray().toHex(),
             QByteArray("e89d6eb721dd880ecc15825c2482b017ef2d7bc7e1355b82e4f38454e2a22a72"));
}

void TestSpoken::otherWordsGiveOthers() {
    SpokenCode changed = code;
    std::swap(changed.words[0], changed.words[1]);
    const SpokenSecrets others = secretsOf(changed);
    QVERIFY(!(others.seed == m_secrets.seed));
    QVERIFY(!(others.restKey == m_secrets.restKey));
}

void TestSpoken::theRestOpensForWhoKnowsTheWords() {
    const auto sealed = sealRest(rest(), m_secrets, m_randomness);
    QVERIFY(sealed && sealed->size() <= limits::spokenRestBytes);
    const auto invite = openRest(*sealed, secretsOf(code), relay, pin);
    QVERIFY(invite);
    QVERIFY(invite->org == rest().org && invite->pins == rest().pins && invite->seed == m_secrets.seed);
    QCOMPARE(invite->addresses.size(), std::size_t(2));
    QCOMPARE(toText(invite->addresses[0]), toText(relay)); // what was said aloud first, and once
    QCOMPARE(toText(invite->addresses[1]), toText(other));
}

void TestSpoken::theRestOpensForNobodyElse() {
    QByteArray sealed = *sealRest(rest(), m_secrets, m_randomness);
    SpokenCode changed = code;
    changed.words[7] = 254;
    const auto codeOfFault = [](const Result<Invite>& invite) {
        return invite ? QByteArray() : codeOf(invite.error());
    };
    QCOMPARE(codeOfFault(openRest(sealed, secretsOf(changed), relay, pin)), QByteArray(refusal::malformed));
    // The key alone does not open what was sealed for another invite.
    const SpokenSecrets mixed{Seed::random(m_randomness), m_secrets.restKey};
    QCOMPARE(codeOfFault(openRest(sealed, mixed, relay, pin)), QByteArray(refusal::malformed));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        sealed[i] = char(sealed[i] ^ 1);
        QCOMPARE(codeOfFault(openRest(sealed, m_secrets, relay, pin)), QByteArray(refusal::malformed));
        sealed[i] = char(sealed[i] ^ 1);
    }
    QVERIFY(openRest(sealed, m_secrets, relay, pin));
}

void TestSpoken::aKeyInBetweenIsNamed() {
    const auto sealed = sealRest(rest(), m_secrets, m_randomness);
    const auto invite = openRest(*sealed, m_secrets, relay, filled<TlsPin>('x'));
    QVERIFY(!invite);
    QCOMPARE(codeOf(invite.error()), QByteArray(failure::wrongPin));
    QVERIFY(openRest(*sealed, m_secrets, relay, filled<TlsPin>('q'))); // the relay's next key
}

void TestSpoken::aRestThatIsTooLongIsRefused() {
    InviteRest wide = rest();
    const QString label(60, u'a');
    const QString host = QStringList(4, label).join(u'.');
    wide.addresses.assign(limits::inviteAddresses, Address{host, 7400});
    const auto sealed = sealRest(wide, m_secrets, m_randomness);
    QVERIFY(!sealed);
    QCOMPARE(codeOf(sealed.error()), QByteArray(refusal::tooLarge));
}

QTEST_GUILESS_MAIN(TestSpoken)
#include "test_spoken.moc"
