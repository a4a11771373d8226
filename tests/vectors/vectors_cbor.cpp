#include "vectors/vectors.h"

#include "domain/base/cbor.h"
#include "domain/base/limits.h"

namespace bongsu::vectors {

namespace {

struct Case {
    const char* name;
    const char* hex;
};

constexpr Case accepted[] = {
    {"0", "00"},
    {"23", "17"},
    {"24", "1818"},
    {"255", "18ff"},
    {"256", "190100"},
    {"65535", "19ffff"},
    {"65536", "1a00010000"},
    {"2^32 - 1", "1affffffff"},
    {"2^32", "1b0000000100000000"},
    {"2^53", "1b0020000000000000"},
    {"false", "f4"},
    {"true", "f5"},
    {"null", "f6"},
    {"no bytes", "40"},
    {"a zero byte", "4100"},
    {"no text", "60"},
    {"ASCII", "6161"},
    {"Hangul", "66ed8c90eab590"},
    {"a zero character", "63610062"},
    {"a byte order mark first", "64efbbbf61"},
    {"a byte order mark inside", "6561efbbbf62"},
    {"a noncharacter", "63efbfbf"},
    {"a character beyond U+FFFF", "64f09f94a5"},
    {"no items", "80"},
    {"three items", "83010203"},
    {"an empty map", "a0"},
    {"a map", "a2000117f6"},
    {"a map in a map", "a100a10040"},
    {"eight arrays deep", "8181818181818180"},
    {"eight deep in a map", "a10081818181818180"},
};

constexpr Case rejected[] = {
    {"nothing", ""},
    {"23 in two bytes", "1817"},
    {"0 in two bytes", "1800"},
    {"255 in three bytes", "1900ff"},
    {"65535 in five bytes", "1a0000ffff"},
    {"2^32 - 1 in nine bytes", "1b00000000ffffffff"},
    {"2^53 + 1", "1b0020000000000001"},
    {"2^64 - 1", "1bffffffffffffffff"},
    {"-1", "20"},
    {"-25", "3818"},
    {"a tag", "c000"},
    {"a long tag", "d9d9f700"},
    {"undefined", "f7"},
    {"simple 0", "e0"},
    {"simple 32", "f820"},
    {"false in two bytes", "f814"},
    {"half a float", "f93c00"},
    {"a float", "fa3f800000"},
    {"a double", "fb3ff0000000000000"},
    {"a break", "ff"},
    {"additional 28", "1c"},
    {"additional 29", "1d"},
    {"additional 30", "1e"},
    {"additional 31 of a number", "1f"},
    {"indefinite bytes", "5f4100ff"},
    {"indefinite text", "7f6161ff"},
    {"an indefinite array", "9f00ff"},
    {"an indefinite map", "bf0000ff"},
    {"a number cut short", "19ff"},
    {"bytes cut short", "420a"},
    {"text cut short", "6261"},
    {"bytes of 2^64 - 1", "5bffffffffffffffff"},
    {"bytes of 2^63", "5b8000000000000000"},
    {"text of 2^32", "7b0000000100000000"},
    {"an array of 2^64 - 1", "9bffffffffffffffff"},
    {"a map of 2^63", "bb8000000000000000"},
    {"an array cut short", "8200"},
    {"a map without its value", "a100"},
    {"a byte behind", "0000"},
    {"the length of bytes not the shortest", "580100"},
    {"the length of an array not the shortest", "980100"},
    {"the length of a map not the shortest", "b8010000"},
    {"a key twice", "a200000000"},
    {"keys falling", "a201000000"},
    {"a text key", "a1616100"},
    {"a bytes key", "a1416100"},
    {"a negative key", "a12000"},
    {"a key not the shortest", "a1180000"},
    {"a key over 2^53", "a11b002000000000000100"},
    {"nine arrays deep", "818181818181818180"},
    {"nine deep in a map", "a1008181818181818180"},
    {"a byte that starts no character", "61ff"},
    {"a character cut short", "62c3"},
    {"a character cut short by text", "62c328"},
    {"a surrogate", "63eda080"},
    {"a pair of surrogates", "66eda0bdedb4a5"},
    {"a zero in two bytes", "62c080"},
    {"a slash in two bytes", "62c0af"},
    {"beyond U+10FFFF", "64f4908080"},
};

// As text in C++: what must be in form C of Unicode 14.0, and what is not.
struct TextCase {
    const char* name;
    const char8_t* text;
};
constexpr TextCase composed[] = {
    {"e with acute", u8"\u00e9"},
    {"a syllable", u8"\ud310"},
    {"a syllable with a final of its own", u8"\uac00\u11c3"}, // U+11C3 is no final of modern syllables
    {"a mark that composes with nothing", u8"q\u0323\u0301"},
    {"marks in order", u8"\u1ea1\u0304"},
    {"a character of Siddham composed", u8"\U000115ba"},
    {"composed after one beyond U+FFFF", u8"\U000115ba\u1f6c"},
    {"composed after Kaithi", u8"\U0001109a\u00e9"},
    {"two parts that are excluded from composition", u8"\u0915\u093c"},
    {"an unassigned character", u8"\u0378"},
    {"a mark alone", u8"\u0301"},
    {"a Tibetan vowel in parts", u8"\u0f71\u0f72"},
};
constexpr TextCase decomposed[] = {
    {"e and acute", u8"e\u0301"},
    {"a syllable in jamo", u8"\u1111\u1161\u11ab"},
    {"a syllable and its final", u8"\ud30c\u11ab"},
    {"marks out of order", u8"q\u0301\u0323"},
    {"angstrom", u8"\u212b"},
    {"excluded from composition", u8"\u0958"},
    {"a character of Siddham in parts", u8"\U000115b8\U000115af"},
    {"decomposed after one beyond U+FFFF", u8"\U000115bae\u0301"},
    {"decomposed after Kaithi", u8"\U0001109a\u03a9\u0313\u0342\u0345"},
    {"parts of Bengali after Siddham", u8"\U000115ba\u09c7\u09d7"},
    {"a Tibetan vowel", u8"\u0f73"},
    {"a mark of two marks", u8"\u0344"},
    {"a compatibility ideograph", u8"\uf9b4"},
};

QByteArray textOf(const char8_t* text) {
    const QByteArray utf8(reinterpret_cast<const char*>(text));
    // Not CborWriter::text, which would put it right.
    CborWriter out;
    out.bytes(utf8);
    QByteArray bytes = out.take();
    bytes[0] = char(bytes[0] + 0x20);
    return bytes;
}

QByteArray numbers(quint64 count) {
    CborWriter out;
    out.array(count);
    return out.take() + QByteArray(qsizetype(count), '\0');
}

QByteArray pairs(quint64 count) {
    CborWriter out;
    out.map(count);
    for (quint64 i = 0; i < count; ++i) {
        out.unsignedInteger(i).null();
    }
    return out.take();
}

} // namespace

QJsonObject cborVectors() {
    Cases cases;
    for (const Case& c : accepted) {
        cases.accept(QString::fromLatin1(c.name), QByteArray::fromHex(c.hex));
    }
    for (const Case& c : rejected) {
        cases.reject(QString::fromLatin1(c.name), QByteArray::fromHex(c.hex));
    }
    for (const TextCase& c : composed) {
        cases.accept(QStringLiteral("form C: ") + QString::fromLatin1(c.name), textOf(c.text));
    }
    for (const TextCase& c : decomposed) {
        cases.reject(QStringLiteral("not form C: ") + QString::fromLatin1(c.name), textOf(c.text));
        cases.reject(QStringLiteral("not form C, deep inside: ") + QString::fromLatin1(c.name),
                     QByteArray("\x81\xa1\x07\x81") + textOf(c.text));
    }
    constexpr quint64 most = limits::cborItems;
    cases.accept(QStringLiteral("1,024 items"), numbers(most));
    cases.reject(QStringLiteral("1,025 items"), numbers(most + 1));
    cases.accept(QStringLiteral("512 pairs"), pairs(most / 2));
    cases.reject(QStringLiteral("513 pairs"), pairs(most / 2 + 1));
    cases.accept(QStringLiteral("1,024 items in two arrays"), QByteArray("\x81") + numbers(most - 1));
    cases.reject(QStringLiteral("1,025 items in two arrays"), QByteArray("\x81") + numbers(most));
    return cases.toJson();
}

} // namespace bongsu::vectors
