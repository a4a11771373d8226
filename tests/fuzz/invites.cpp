// Invites: the line, the eight words, and what those leave to be asked for.
#include "fuzzing.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"
#include "domain/log/spokencode.h"
#include "identity/ed25519.h"
#include "identity/invite.h"
#include "identity/sealing.h"
#include "identity/spoken.h"
#include "support/keyedhash.h"

#include <algorithm>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

void readLine(const QString& line) {
    const auto invite = decodeInvite(line);
    if (!invite) {
        requireCode(invite.error());
        return;
    }
    const auto kept = std::count_if(line.begin(), line.end(), [](QChar c) { return !c.isSpace(); });
    require(kept <= limits::inviteLineBytes, "no invite is over its limit");
    const auto written = encode(*invite);
    require(!written || decodeInvite(*written) == *invite, "an invite that is written is read");
}

// The line around a payload, its check as it ought to be: most mangled lines end there.
void readPayload(Input in) {
    const QString addresses = QString::fromLatin1(in.take(in.choice(64)));
    const QByteArray map = in.rest().toByteArray();
    const QByteArray payload = map + taggedHash("invite", {map}).first(4);
    readLine(QStringLiteral("bongsu://") + addresses + QStringLiteral("/#") +
             QString::fromLatin1(
                 payload.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
}

void readSpoken(const QString& text) {
    looksSpoken(text);
    const auto invite = parseSpokenInvite(text);
    if (!invite) {
        requireCode(invite.error());
        return;
    }
    for (const auto language : {WordLanguage::Korean, WordLanguage::English}) {
        require(parseSpokenInvite(toText(language, *invite)) == *invite, "words that are said are heard");
    }
}

void readRest(QByteArrayView plain) {
    static const SpokenSecrets secrets{*Seed::tryFrom(QByteArray(32, 's')),
                                       *AesKey::tryFrom(QByteArray(32, 'k'))};
    static const QByteArray bound = domainTag("spoken-rest") + Ed25519Key(secrets.seed).publicKey().toBytes();
    static const Address asked{QStringLiteral("192.0.2.1"), 7400};
    SeededRandomness randomness("fuzzing");
    const QByteArray sealed = GcmSealer(secrets.restKey, randomness).seal(plain, bound);
    // A copy of the pin that stands in the seeds.
    const auto invite = openRest(sealed, secrets, asked, *TlsPin::tryFrom(QByteArray(32, 'p')));
    if (!invite) {
        requireCode(invite.error());
        return;
    }
    require(invite->addresses.front() == asked &&
                invite->addresses.size() <= std::size_t(limits::inviteAddresses),
            "who was asked comes first, and no more than may be");
    require(!openRest(QByteArray(sealed).replace(0, 1, "?"), secrets, asked, invite->pins.front()),
            "what was altered does not open");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    // What is sealed takes a hundred times as long as the rest: fewer bytes choose it.
    const int which = in.choice(16);
    if (which == 15) {
        readRest(in.rest());
    } else if (which % 3 == 0) {
        readLine(in.text());
    } else if (which % 3 == 1) {
        readPayload(in);
    } else {
        readSpoken(in.text());
    }
    return 0;
}
