// Where an address of the web stands in a text, with http in front or without: what some services count as
// one length, whatever it is long.
#pragma once

#include <QString>

#include <optional>

namespace bongsu {

struct ScannedAddress {
    qsizetype at = 0; // of all of it, http included
    qsizetype length = 0;
    qsizetype domainAt = 0;
    qsizetype domainLength = 0;
    bool hasProtocol = false;
    bool hasPath = false;
    QChar before{}; // the character in front; null at the beginning of the text

    qsizetype end() const { return at + length; }
    qsizetype behindDomain() const { return end() - domainAt - domainLength; } // port, path and query
};

// The first that begins at `from` or behind. Takes the square of the length where nothing divides the text.
std::optional<ScannedAddress> nextAddress(QStringView text, qsizetype from);

// In a domain the first part, from `from`, that is written in Latin letters and ends with a domain of the
// top.
struct LatinDomain {
    qsizetype at;
    qsizetype length;
};
std::optional<LatinDomain> nextLatinDomain(QStringView domain, qsizetype from);

// Of an address that t.co made: all that belongs to it; `code` is what stands behind the domain. Nothing for
// others.
struct ShortAddress {
    qsizetype length;
    qsizetype code;
};
std::optional<ShortAddress> shortAddress(QStringView address);

} // namespace bongsu
