// How long a text is, as each service counts: what X weighs, what people see as one sign, what a message to a
// telephone takes.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace bongsu {

// As X weighs it (twitter-text 3): after NFC, 1 for U+0000–10FF, 2000–200D, 2010–201F and 2032–2037, 2 for
// all others, 2 for a whole emoji, 23 for an address, with http in front or not, even next to Hangul. Never
// less than X counts, where their counter is of that version.
qsizetype xWeight(const QString& text);

// Signs as people see them (extended grapheme clusters of UAX 29). Some families of emoji count as several.
qsizetype graphemes(const QString& text);
// The same, where each address that begins with http counts 23 whatever its length, as Mastodon does.
qsizetype graphemesWithShortAddresses(const QString& text);

qsizetype utf8Bytes(const QString& text);

// Bytes of a message to a telephone.
struct EucKrCount {
    qsizetype bytes = 0; // of what can be sent
    QString foreign{};   // the first character that EUC-KR does not have; empty where it has all of them
    friend bool operator==(const EucKrCount&, const EucKrCount&) = default;
};
// KS X 1001 alone: what windows-949 adds to it (U+B620 and others) is foreign, whoever would accept it.
EucKrCount eucKrBytes(const QString& text);

// Whether it is drawn as a picture: what people mean by an emoji, and telephones without one refuse.
bool isEmoji(const QString& character);

// Where an address stands in a text, as X finds it.
struct AddressInText {
    qsizetype at = 0;
    qsizetype length = 0;
    bool hasProtocol = false;
    friend bool operator==(const AddressInText&, const AddressInText&) = default;
};
// Nothing where the text is too long or too entangled to be looked through.
std::optional<std::vector<AddressInText>> addressesIn(const QString& text);

} // namespace bongsu
