#include "identity/invite.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"
#include "domain/event/fields.h"

#include <QStringList>

namespace bongsu {

namespace {

constexpr auto scheme = u"bongsu://";
constexpr auto beforePayload = u"/#";
constexpr int checkBytes = 4;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

struct Payload {
    OrgId org = OrgId::zeros();
    std::vector<TlsPin> pins{};
    QByteArray seed{};
    std::optional<DeviceId> relay{};
    static constexpr auto fields() {
        return std::tuple{field(1, &Payload::org), field(2, &Payload::pins), field(3, &Payload::seed),
                          field(4, &Payload::relay)};
    }
};

QByteArray checkOf(QByteArrayView map) {
    return taggedHash("invite", {map}).first(checkBytes);
}

std::optional<QByteArray> mapFromText(QStringView text) {
    const QByteArray ascii = text.toLatin1();
    const auto decoded =
        QByteArray::fromBase64Encoding(ascii, base64 | QByteArray::AbortOnBase64DecodingErrors);
    // Encoding again catches what the decoder lets pass: padding, stray last bits.
    if (!decoded || decoded.decoded.toBase64(base64) != ascii || decoded.decoded.size() < checkBytes) {
        return std::nullopt;
    }
    const QByteArray map = decoded.decoded.chopped(checkBytes);
    return checkOf(map) == decoded.decoded.last(checkBytes) ? std::optional(map) : std::nullopt;
}

std::optional<std::vector<Address>> addressesFromText(QStringView text) {
    std::vector<Address> addresses;
    for (const QStringView one : text.split(u',')) {
        const auto address = addressFromText(one);
        if (!address || addresses.size() == std::size_t(limits::inviteAddresses)) {
            return std::nullopt;
        }
        addresses.push_back(*address);
    }
    return addresses;
}

bool hasSoundPins(const std::vector<TlsPin>& pins) {
    return pins.size() == 1 || pins.size() == 2;
}

QString withoutSpace(QStringView line) {
    QString kept;
    for (const QChar c : line) {
        if (!c.isSpace()) {
            kept += c;
        }
    }
    return kept;
}

} // namespace

Result<QString> encode(const Invite& invite) {
    Q_ASSERT(hasSoundPins(invite.pins) && !invite.addresses.empty() &&
             invite.addresses.size() <= std::size_t(limits::inviteAddresses));
    QStringList addresses;
    for (const Address& address : invite.addresses) {
        addresses += toText(address);
    }
    QByteArray payload =
        encodeBody(Payload{invite.org, invite.pins, invite.seed.view().toByteArray(), invite.relay});
    payload += checkOf(payload);
    const QString line = QString::fromUtf16(scheme) + addresses.join(u',') +
                         QString::fromUtf16(beforePayload) + QString::fromLatin1(payload.toBase64(base64));
    if (line.size() > limits::inviteLineBytes) {
        return refuse(refusal::tooLarge, "invite");
    }
    return line;
}

Result<Invite> decodeInvite(QStringView given) {
    // Twice the limit leaves room for wrapped lines and bounds the work.
    if (given.size() > 2 * limits::inviteLineBytes) {
        return refuse(refusal::tooLarge, "invite");
    }
    const QString line = withoutSpace(given);
    if (line.size() > limits::inviteLineBytes) {
        return refuse(refusal::tooLarge, "invite");
    }
    const QStringView whole(line);
    const qsizetype hash = whole.indexOf(beforePayload);
    if (!whole.startsWith(scheme, Qt::CaseInsensitive) || hash < 0) {
        return refuse(refusal::malformed, invitefault::form);
    }
    const qsizetype from = QStringView(scheme).size();
    if (hash < from) {
        return refuse(refusal::malformed, invitefault::address);
    }
    auto addresses = addressesFromText(whole.sliced(from, hash - from));
    if (!addresses) {
        return refuse(refusal::malformed, invitefault::address);
    }
    const auto map = mapFromText(whole.sliced(hash + QStringView(beforePayload).size()));
    const auto payload = map ? decodeBody<Payload>(*map) : std::nullopt;
    const auto seed = payload ? Seed::tryFrom(payload->seed) : std::nullopt;
    if (!seed || !hasSoundPins(payload->pins)) {
        return refuse(refusal::malformed, invitefault::damaged);
    }
    return Invite{payload->org, payload->pins, std::move(*addresses), *seed, payload->relay};
}

} // namespace bongsu
