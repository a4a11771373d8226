// "host:port" as it stands in invites, in a relay's description and on the command line.
#pragma once

#include <QString>

#include <optional>

namespace bongsu {

// A host name in lower case, an IPv4 address, or an IPv6 address in its shortest form without brackets.
struct Address {
    QString host;
    quint16 port; // never 0

    friend bool operator==(const Address&, const Address&) = default;
};

// A host as an Address holds it, or nothing. IPv6 with or without brackets, without a zone.
std::optional<QString> hostFromText(QStringView text);

// "relay.example:7443", "192.0.2.1:7443", "[2001:db8::1]:7443"; the port is decimal, 1 to 65535, without a
// sign or a leading zero. Names are ASCII (an international name in its xn-- form), labels of 1 to 63, 253 in
// all.
std::optional<Address> addressFromText(QStringView text);

// The one form of an address: addressFromText() gives it back.
QString toText(const Address& address);

} // namespace bongsu
