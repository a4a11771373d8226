#include "domain/log/headwords.h"

#include "domain/base/hash.h"

#include <QtEndian>

#include <array>

namespace bongsu {

namespace {

constexpr int syllables = 8;
constexpr int syllablesPerWord = 2;

// Unicode composes a Hangul syllable from the places of its consonant and its vowel in the alphabet.
constexpr int hangulBase = 0xac00;
constexpr int hangulVowels = 21;
constexpr int hangulFinals = 28;

struct Sound {
    const char* latin;
    int hangul;
};
constexpr std::array<Sound, 8> consonants{
    {{"g", 0}, {"n", 2}, {"d", 3}, {"r", 5}, {"m", 6}, {"s", 9}, {"ch", 14}, {"h", 18}}};
constexpr std::array<Sound, 4> vowels{{{"a", 0}, {"e", 5}, {"i", 20}, {"o", 8}}};

QString syllable(quint64 fiveBits, WordScript script) {
    const Sound& consonant = consonants[fiveBits >> 2];
    const Sound& vowel = vowels[fiveBits & 3];
    if (script == WordScript::Hangul) {
        return QChar(hangulBase + (consonant.hangul * hangulVowels + vowel.hangul) * hangulFinals);
    }
    return QLatin1String(consonant.latin) + QLatin1String(vowel.latin);
}

} // namespace

QString headWords(quint64 number, const EntryHash& head, WordScript script) {
    QByteArray numberBytes(sizeof number, '\0');
    qToBigEndian(number, numberBytes.data());
    const QByteArray hash = taggedHash("words", {numberBytes, head.view()});
    const quint64 bits = qFromBigEndian<quint64>(hash.constData());
    QString words;
    for (int i = 0; i < syllables; ++i) {
        if (i != 0 && i % syllablesPerWord == 0) {
            words += u' ';
        }
        words += syllable((bits >> (64 - 5 * (i + 1))) & 31, script);
    }
    return words;
}

} // namespace bongsu
