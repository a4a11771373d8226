#include "domain/base/address.h"

#include <QList>

#include <arpa/inet.h> // inet_pton and inet_ntop only: text to bytes and back

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

constexpr int longestName = 253;
constexpr int longestLabel = 63;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool isLabel(QStringView label) {
    // The underscore is not of DNS, but company networks use it.
    const auto allowed = [](QChar c) {
        return isDigit(c) || (c >= u'a' && c <= u'z') || c == u'-' || c == u'_';
    };
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') &&
           !label.endsWith(u'-') && std::all_of(label.begin(), label.end(), allowed);
}

bool isHostName(QStringView host) {
    const auto labels = host.split(u'.');
    // A last label of digits only would be read as an address somewhere else.
    return host.size() <= longestName && std::all_of(labels.begin(), labels.end(), isLabel) &&
           !std::all_of(labels.back().begin(), labels.back().end(), isDigit);
}

std::optional<QString> shortestIpv6(QStringView text) {
    std::array<unsigned char, 16> raw;
    std::array<char, INET6_ADDRSTRLEN> shortest;
    if (text.size() >= INET6_ADDRSTRLEN ||
        inet_pton(AF_INET6, text.toLatin1().constData(), raw.data()) != 1 ||
        inet_ntop(AF_INET6, raw.data(), shortest.data(), shortest.size()) == nullptr) {
        return std::nullopt;
    }
    return QString::fromLatin1(shortest.data());
}

bool isIpv4(QStringView text) {
    in_addr raw;
    return text.size() < INET_ADDRSTRLEN && inet_pton(AF_INET, text.toLatin1().constData(), &raw) == 1;
}

std::optional<quint16> portFromText(QStringView text) {
    if (text.isEmpty() || text.size() > 5 || text.startsWith(u'0') ||
        !std::all_of(text.begin(), text.end(), isDigit)) {
        return std::nullopt;
    }
    const uint port = text.toUInt();
    return port <= 65535 ? std::optional(quint16(port)) : std::nullopt;
}

} // namespace

std::optional<QString> hostFromText(QStringView text) {
    const auto isPrintable = [](QChar c) { return c > u' ' && c <= u'~'; };
    if (text.isEmpty() || text.size() > longestName || !std::all_of(text.begin(), text.end(), isPrintable)) {
        return std::nullopt;
    }
    if (text.startsWith(u'[') && text.endsWith(u']')) {
        return shortestIpv6(text.sliced(1, text.size() - 2));
    }
    if (text.contains(u':')) {
        return shortestIpv6(text);
    }
    const QString host = text.toString().toLower();
    return isIpv4(host) || isHostName(host) ? std::optional(host) : std::nullopt;
}

std::optional<Address> addressFromText(QStringView text) {
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0) {
        return std::nullopt;
    }
    const QStringView hostText = text.first(colon);
    if (hostText.contains(u':') && !hostText.startsWith(u'[')) {
        return std::nullopt; // the last part of a bare IPv6 address is not a port
    }
    const auto host = hostFromText(hostText);
    const auto port = portFromText(text.sliced(colon + 1));
    return host && port ? std::optional(Address{*host, *port}) : std::nullopt;
}

QString toText(const Address& address) {
    const bool ipv6 = address.host.contains(u':');
    return (ipv6 ? u'[' + address.host + u']' : address.host) + u':' + QString::number(address.port);
}

} // namespace bongsu
