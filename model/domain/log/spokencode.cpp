#include "domain/log/spokencode.h"

#include "domain/base/limits.h"
#include "domain/base/nfc.h"

#include <algorithm>
#include <map>

namespace bongsu {

namespace {

const std::map<QString, quint8>& indices() {
    static const std::map<QString, quint8> known = [] {
        std::map<QString, quint8> all;
        for (std::size_t i = 0; i < spokenWords().size(); ++i) {
            all.emplace(QString::fromUtf16(spokenWords()[i].korean), quint8(i));
            all.emplace(QString::fromUtf16(spokenWords()[i].english), quint8(i));
        }
        return all;
    }();
    return known;
}

bool isSyllable(QChar c) {
    return c >= QChar(0xac00) && c <= QChar(0xd7a3);
}

bool isBetween(QChar c) {
    return c.isSpace() || c == u',' || c == u'.' || c == u'-';
}

// All words of the list have two syllables in Korean: what was written together is taken apart.
constexpr qsizetype koreanLength = 2;

QStringList takenApart(const QString& word) {
    const bool korean = std::all_of(word.begin(), word.end(), isSyllable);
    if (!korean || word.size() <= koreanLength || word.size() % koreanLength != 0) {
        return {word};
    }
    QStringList parts;
    for (qsizetype at = 0; at < word.size(); at += koreanLength) {
        parts += word.sliced(at, koreanLength);
    }
    return parts;
}

QStringList wordsIn(QStringView text) {
    QStringList words;
    QString word;
    const QString spaced = text.toString() + u' ';
    for (const QChar c : spaced) {
        if (!isBetween(c)) {
            word += c;
        } else if (!word.isEmpty()) {
            words += takenApart(std::exchange(word, QString()));
        }
    }
    return words;
}

} // namespace

SpokenCode SpokenCode::random(Randomness& randomness) {
    const QByteArray raw = randomness.bytes(count);
    SpokenCode code;
    std::transform(raw.begin(), raw.end(), code.words.begin(), [](char c) { return quint8(c); });
    return code;
}

QStringList spoken(WordLanguage language, const SpokenCode& code) {
    QStringList said;
    for (const quint8 index : code.words) {
        const SpokenWord& word = spokenWords()[index];
        said += QString::fromUtf16(language == WordLanguage::Korean ? word.korean : word.english);
    }
    return said;
}

QString toText(WordLanguage language, const SpokenInvite& invite) {
    return toText(invite.address) + u' ' + spoken(language, invite.code).join(u' ');
}

bool looksSpoken(QStringView text) {
    return !text.trimmed().startsWith(u"bongsu:", Qt::CaseInsensitive);
}

Result<SpokenInvite> parseSpokenInvite(QStringView given) {
    if (given.size() > limits::inviteLineBytes) {
        return refuse(refusal::tooLarge, "invite");
    }
    const QString text = toNfc(given.trimmed()).toLower();
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    const QStringView whole(text);
    const qsizetype first = end - text.begin();
    const auto address = addressFromText(whole.first(first));
    if (!address) {
        return refuse(refusal::malformed, spokenfault::address);
    }
    const QStringList words = wordsIn(whole.sliced(first));
    SpokenInvite invite{*address, {}};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto known = indices().find(words[i]);
        if (known == indices().end()) {
            return refuse(refusal::wordUnknown, words[i].toUtf8());
        }
        if (i < SpokenCode::count) {
            invite.code.words[std::size_t(i)] = known->second;
        }
    }
    return words.size() == SpokenCode::count ? Result<SpokenInvite>(invite)
                                             : refuse(refusal::malformed, spokenfault::count);
}

} // namespace bongsu
