#include "wording/template.h"

#include <array>

namespace bongsu {

namespace {

enum class Final { None, Rieul, Other, Unknown };

// What the last sound of a word is: a syllable's place in Unicode says it, digits are read aloud in Korean.
Final finalOf(QStringView word) {
    constexpr char16_t firstSyllable = 0xAC00;
    constexpr char16_t lastSyllable = 0xD7A3;
    constexpr int finals = 28;
    constexpr int rieul = 8;
    if (word.isEmpty()) {
        return Final::Unknown;
    }
    const char16_t last = word.back().unicode();
    if (last >= firstSyllable && last <= lastSyllable) {
        const int index = (last - firstSyllable) % finals;
        return index == 0 ? Final::None : index == rieul ? Final::Rieul : Final::Other;
    }
    switch (last) {
    case u'1':
    case u'7':
    case u'8':
        return Final::Rieul;
    case u'0':
    case u'3':
    case u'6':
        return Final::Other;
    case u'2':
    case u'4':
    case u'5':
    case u'9':
        return Final::None;
    default:
        return Final::Unknown;
    }
}

struct Particle {
    QStringView both;
    QStringView afterFinal;
    QStringView afterVowel;
    bool rieulCountsAsVowel;
};

constexpr std::array particles{
    Particle{u"\uC774(\uAC00)", u"\uC774", u"\uAC00", false},            // i(ga)
    Particle{u"\uC744(\uB97C)", u"\uC744", u"\uB97C", false},            // eul(reul)
    Particle{u"\uC740(\uB294)", u"\uC740", u"\uB294", false},            // eun(neun)
    Particle{u"\uACFC(\uC640)", u"\uACFC", u"\uC640", false},            // gwa(wa)
    Particle{u"\uC73C\uB85C(\uB85C)", u"\uC73C\uB85C", u"\uB85C", true}, // euro(ro)
};

QStringView chosen(const Particle& particle, Final final) {
    if (final == Final::Unknown) {
        return particle.both;
    }
    const bool vowel = final == Final::None || (final == Final::Rieul && particle.rieulCountsAsVowel);
    return vowel ? particle.afterVowel : particle.afterFinal;
}

} // namespace

QString capitalised(QString words) {
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

QString filled(const QString& pattern, const QStringList& words) {
    QString out;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const QStringView rest = QStringView(pattern).sliced(at);
        const int place = rest.size() > 1 && rest[0] == u'%' ? rest[1].digitValue() : -1;
        if (place < 1 || place > words.size()) {
            out += rest[0];
            ++at;
            continue;
        }
        const QString& word = words[place - 1];
        out += word;
        at += 2;
        for (const Particle& particle : particles) {
            if (QStringView(pattern).sliced(at).startsWith(particle.both)) {
                out += chosen(particle, finalOf(word));
                at += particle.both.size();
                break;
            }
        }
    }
    return out;
}

} // namespace bongsu
