#include "domain/base/hangul.h"

#include "domain/base/nfc.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

constexpr char16_t firstSyllable = 0xac00;
constexpr int syllables = 11172;
constexpr int vowels = 21;
constexpr int finals = 28; // "none" among them

// Initials and finals in the order of the syllables' code points, as compatibility jamo.
constexpr std::array<char16_t, 19> initialJamo{0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
                                               0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149,
                                               0x314a, 0x314b, 0x314c, 0x314d, 0x314e};
constexpr std::array<char16_t, finals> finalJamo{0,      0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136,
                                                 0x3137, 0x3139, 0x313a, 0x313b, 0x313c, 0x313d, 0x313e,
                                                 0x313f, 0x3140, 0x3141, 0x3142, 0x3144, 0x3145, 0x3146,
                                                 0x3147, 0x3148, 0x314a, 0x314b, 0x314c, 0x314d, 0x314e};

struct Cluster {
    char16_t whole;
    char16_t first;
    char16_t second;
};
constexpr std::array<Cluster, 11> clusters{{{0x3133, 0x3131, 0x3145},
                                            {0x3135, 0x3134, 0x3148},
                                            {0x3136, 0x3134, 0x314e},
                                            {0x313a, 0x3139, 0x3131},
                                            {0x313b, 0x3139, 0x3141},
                                            {0x313c, 0x3139, 0x3142},
                                            {0x313d, 0x3139, 0x3145},
                                            {0x313e, 0x3139, 0x314c},
                                            {0x313f, 0x3139, 0x314d},
                                            {0x3140, 0x3139, 0x314e},
                                            {0x3144, 0x3142, 0x3145}}};

const Cluster* clusterOf(char16_t jamo) {
    const auto found =
        std::find_if(clusters.begin(), clusters.end(), [=](const auto& c) { return c.whole == jamo; });
    return found == clusters.end() ? nullptr : &*found;
}

bool isSyllable(char16_t c) {
    return c >= firstSyllable && c < firstSyllable + syllables;
}

struct Syllable {
    int initial;
    int vowel;
    int final;
};

Syllable partsOf(char16_t c) {
    const int at = c - firstSyllable;
    return {at / (vowels * finals), at / finals % vowels, at % finals};
}

char16_t initialOf(char16_t syllable) {
    return initialJamo[std::size_t(partsOf(syllable).initial)];
}

char16_t withFinal(char16_t syllable, char16_t jamo) {
    const auto at = std::find(finalJamo.begin(), finalJamo.end(), jamo) - finalJamo.begin();
    return char16_t(syllable - partsOf(syllable).final + int(at));
}

// A vowel that a keyboard goes on to: o to wa, wae, oe; u to wo, we, wi; eu to ui (indices of vowels).
bool growsInto(int vowel, int other) {
    switch (vowel) {
    case 8:
    case 13:
        return other > vowel && other <= vowel + 3;
    case 18:
        return other == 19;
    default:
        return false;
    }
}

// Whether a keyboard passes by `typed` on its way to `syllable`.
bool begins(char16_t typed, char16_t syllable) {
    const Syllable a = partsOf(typed);
    const Syllable b = partsOf(syllable);
    if (a.initial != b.initial) {
        return false;
    }
    if (a.vowel != b.vowel) {
        return a.final == 0 && growsInto(a.vowel, b.vowel);
    }
    const Cluster* cluster = clusterOf(finalJamo[std::size_t(b.final)]);
    return a.final == 0 || (cluster && cluster->first == finalJamo[std::size_t(a.final)]);
}

char16_t singleJamo(char16_t c) {
    if (c >= 0x1100 && c <= 0x1112) {
        return initialJamo[std::size_t(c - 0x1100)];
    }
    if (c >= 0x1161 && c <= 0x1175) {
        return char16_t(0x314f + (c - 0x1161));
    }
    if (c >= 0x11a8 && c <= 0x11c2) {
        return finalJamo[std::size_t(c - 0x11a7)];
    }
    if (c >= 0xffa1 && c <= 0xffbe) {
        return char16_t(0x3131 + (c - 0xffa1));
    }
    if (c >= 0xffc2 && c <= 0xffdc) { // in four rows of six
        return char16_t(0x314f + (c - 0xffc2) / 8 * 6 + (c - 0xffc2) % 8);
    }
    return c >= 0xff01 && c <= 0xff5e ? char16_t(c - 0xfee0) : c;
}

bool isKorean(QChar c) {
    return isSyllable(c.unicode()) || (c.unicode() >= 0x3131 && c.unicode() <= 0x318e);
}

bool beginsWord(QStringView name, qsizetype at) {
    return at == 0 || !name[at - 1].isLetterOrNumber() || isKorean(name[at - 1]) != isKorean(name[at]) ||
           name[at - 1].isDigit() != name[at].isDigit();
}

enum Place { Whole, Beginning, WordsBeginning, Inside };

struct Found {
    qsizetype end;
    bool isLiteral;
};

// The word at this place of the name, passing over spaces within it.
std::optional<Found> matchAt(QStringView word, QStringView name, qsizetype at, bool isBeingTyped) {
    bool isLiteral = true;
    for (qsizetype i = 0; i < word.size(); ++i, ++at) {
        while (i > 0 && at < name.size() && name[at].isSpace()) {
            ++at;
        }
        if (at >= name.size()) {
            return std::nullopt;
        }
        const char16_t wanted = word[i].unicode();
        const char16_t there = name[at].unicode();
        if (wanted == there) {
            continue;
        }
        const bool isLast = isBeingTyped && i + 1 == word.size();
        const bool half = isLast && isSyllable(wanted) && isSyllable(there) && begins(wanted, there);
        if (!half && !(isSyllable(there) && initialOf(there) == wanted)) {
            return std::nullopt;
        }
        isLiteral = isLiteral && half;
    }
    return Found{at, isLiteral};
}

std::optional<int> rankOf(const QStringList& readings, QStringView name, bool isBeingTyped) {
    std::optional<int> best;
    for (const QString& reading : readings) {
        for (qsizetype at = 0; at < name.size(); ++at) {
            const auto found = matchAt(reading, name, at, isBeingTyped);
            const bool isWord = found && beginsWord(name, at);
            if (!found || !(isWord || isKorean(reading.front()))) {
                continue;
            }
            const Place place =
                at > 0 ? (isWord ? WordsBeginning : Inside) : (found->end == name.size() ? Whole : Beginning);
            const int rank = int(place) * 2 + (found->isLiteral ? 0 : 1);
            best = best ? std::min(*best, rank) : rank;
        }
    }
    return best;
}

} // namespace

QString folded(QStringView text) {
    QString out = toNfc(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](QChar c) { return QChar(singleJamo(c.unicode())); });
    out = out.toCaseFolded();
    return toNfc(out);
}

QString initialsOfFolded(QStringView foldedText) {
    QString out = foldedText.toString();
    std::transform(out.begin(), out.end(), out.begin(),
                   [](QChar c) { return isSyllable(c.unicode()) ? QChar(initialOf(c.unicode())) : c; });
    return out;
}

QString initials(QStringView text) {
    return initialsOfFolded(folded(text));
}

QString withoutClusters(QStringView foldedQuery) {
    QString out;
    for (const QChar c : foldedQuery) {
        if (const Cluster* cluster = clusterOf(c.unicode())) {
            out += QChar(cluster->first);
            out += QChar(cluster->second);
        } else {
            out += c;
        }
    }
    return out;
}

bool isInitial(QChar c) {
    return std::find(initialJamo.begin(), initialJamo.end(), c.unicode()) != initialJamo.end();
}

QStringList readingsOf(const QString& word, bool isBeingTyped) {
    QStringList readings{word};
    const char16_t last = word.back().unicode();
    if (!isBeingTyped || !isSyllable(last) || partsOf(last).final == 0) {
        return readings;
    }
    const char16_t final = finalJamo[std::size_t(partsOf(last).final)];
    const QString before = word.chopped(1);
    if (const Cluster* cluster = clusterOf(final)) {
        readings += before + QChar(withFinal(last, cluster->first)) + QChar(cluster->second);
    } else {
        readings += before + QChar(withFinal(last, 0)) + QChar(final);
    }
    return readings;
}

StandsFor standsFor(QChar c, bool isLastTyped) {
    const auto initial = std::find(initialJamo.begin(), initialJamo.end(), c.unicode());
    if (initial != initialJamo.end()) {
        const int from = firstSyllable + int(initial - initialJamo.begin()) * vowels * finals;
        return {char16_t(from), char16_t(from + vowels * finals - 1)};
    }
    if (isLastTyped && isSyllable(c.unicode()) && partsOf(c.unicode()).final == 0) {
        return {c.unicode(), char16_t(c.unicode() + finals - 1)};
    }
    return {};
}

NameQuery::NameQuery(QStringView typed) {
    const QString wanted = withoutClusters(folded(typed));
    const QStringList words = wanted.simplified().split(u' ', Qt::SkipEmptyParts);
    const bool endsOpen = !wanted.isEmpty() && !wanted.back().isSpace();
    for (const QString& word : words) {
        const bool isBeingTyped = endsOpen && &word == &words.back();
        m_words.push_back({readingsOf(word, isBeingTyped), isBeingTyped});
    }
}

std::optional<int> NameQuery::rank(QStringView name) const {
    const QString there = folded(name);
    int worst = 0;
    for (const Word& word : m_words) {
        const auto rank = rankOf(word.readings, there, word.isBeingTyped);
        if (!rank) {
            return std::nullopt;
        }
        worst = std::max(worst, *rank);
    }
    return worst;
}

} // namespace bongsu
