#include "vectors/actors.h"
#include "vectors/vectors.h"

#include "domain/base/hash.h"
#include "domain/event/event.h"
#include "domain/event/proofs.h"
#include "domain/log/entry.h"

namespace bongsu::vectors {

namespace {

QJsonObject signedCase(const char* name, const Ed25519Key& key, const QByteArray& message) {
    return {{"name", QString::fromLatin1(name)},
            {"seed", hexOf(key.seed().view())},
            {"key", key.publicKey().toHex()},
            {"message", hexOf(message)},
            {"signature", key.sign(message).toHex()}};
}

QJsonObject refusedCase(const char* name, const QByteArray& key, const QByteArray& message,
                        const QByteArray& signature) {
    return {{"name", QString::fromLatin1(name)},
            {"key", hexOf(key)},
            {"message", hexOf(message)},
            {"signature", hexOf(signature)}};
}

// Adds the group's order to S: the same equation holds, and the signature has another form.
QByteArray withLargerS(QByteArray signature) {
    const QByteArray order =
        QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    int carry = 0;
    for (int i = 0; i < 32; ++i) {
        const int sum = int(quint8(signature[32 + i])) + int(quint8(order[i])) + carry;
        signature[32 + i] = char(sum & 0xff);
        carry = sum >> 8;
    }
    return signature;
}

// The points whose order divides 8, as RFC 8032 encodes them, and the ways to write them that it does not
// allow.
constexpr const char* weakKeys[] = {
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
};

} // namespace

QJsonObject idVectors() {
    const auto entry = bytesOf("bytes");
    const auto salt = fixedOf<Salt>("salt");
    const auto key = keyOf("first").publicKey();
    const QByteArray part("\xa1\x01\x05");
    QJsonArray tags;
    for (const char* purpose : {"device", "facts", "text", "event", "event-id", "entry", "genesis", "head",
                                "refusal", "login", "join", "blob", "words"}) {
        tags.append(
            QJsonObject{{"purpose", QString::fromLatin1(purpose)}, {"tag", hexOf(domainTag(purpose))}});
    }
    return {{"tags", tags},
            {"device", QJsonObject{{"key", key.toHex()}, {"id", deviceIdOf(key).toHex()}}},
            {"parts", QJsonObject{{"salt", salt.toHex()},
                                  {"bytes", hexOf(part)},
                                  {"facts", hashOf(PartKind::Facts, Part{salt, part}).toHex()},
                                  {"text", hashOf(PartKind::Text, Part{salt, part}).toHex()}}},
            {"event", QJsonObject{{"header", hexOf(entry)}, {"id", hexOf(taggedHash("event-id", {entry}))}}},
            {"entry", QJsonObject{{"bytes", hexOf(entry)}, {"hash", entryHash(entry).toHex()}}},
            {"genesis", QJsonObject{{"log", fixedOf<LogId>("log").toHex()},
                                    {"hash", genesisHash(fixedOf<LogId>("log")).toHex()}}},
            {"blob", QJsonObject{{"salt", salt.toHex()},
                                 {"bytes", hexOf(part)},
                                 {"id", hexOf(taggedHash("blob", {salt.view(), part}))}}}};
}

QJsonObject signatureVectors() {
    const Ed25519Key device = keyOf("first");
    const Ed25519Key invite = keyOf("invite");
    const auto org = fixedOf<OrgId>("org");
    const QByteArray join = joinMessage(org, device.publicKey());
    const QByteArray login = loginMessage(org, deviceOf("relay"), fixedOf<TlsPin>("SPKI"),
                                          fixedOf<Nonce>("server"), fixedOf<Nonce>("client"));
    QJsonObject joinCase = signedCase("join", invite, join);
    joinCase.insert(QStringLiteral("says"),
                    QJsonObject{{"org", org.toHex()}, {"deviceKey", device.publicKey().toHex()}});
    QJsonObject loginCase = signedCase("login", device, login);
    loginCase.insert(QStringLiteral("says"), QJsonObject{{"org", org.toHex()},
                                                         {"relay", deviceOf("relay").toHex()},
                                                         {"spkiHash", fixedOf<TlsPin>("SPKI").toHex()},
                                                         {"serverNonce", fixedOf<Nonce>("server").toHex()},
                                                         {"clientNonce", fixedOf<Nonce>("client").toHex()}});
    const QJsonArray accept{joinCase, loginCase, signedCase("nothing", device, {}),
                            signedCase("long", device, QByteArray(5000, 'x'))};
    const QByteArray signature = device.sign(login).toBytes();
    QJsonArray reject{
        refusedCase("by another key", invite.publicKey().toBytes(), login, signature),
        refusedCase("of another message", device.publicKey().toBytes(), join, signature),
        refusedCase("with a larger S", device.publicKey().toBytes(), login, withLargerS(signature)),
        refusedCase("of zeros", device.publicKey().toBytes(), login, QByteArray(64, '\0'))};
    // R = the neutral point and S = 0 fit every message under a key of small order, as far as the equation
    // goes.
    const QByteArray everything = QByteArray::fromHex(weakKeys[0]) + QByteArray(32, '\0');
    for (const char* weak : weakKeys) {
        reject.append(refusedCase("by a weak key", QByteArray::fromHex(weak), login, everything));
        reject.append(refusedCase("with a weak R", device.publicKey().toBytes(), login,
                                  QByteArray::fromHex(weak) + signature.sliced(32)));
    }
    return {{"accept", accept}, {"reject", reject}};
}

} // namespace bongsu::vectors
