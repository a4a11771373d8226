#include "domain/notice/facts.h"

#include "domain/base/nfc.h"

#include <QStringList>

#include <algorithm>

namespace bongsu {

namespace {

bool isHangul(QChar c) {
    return c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3;
}

// Read, not shown. Longer ones first.
const QStringList& particles() {
    static const QStringList all{
        QStringLiteral("\uC73C\uB85C"), // euro
        QStringLiteral("\uC5D0\uC11C"), // eseo
        QStringLiteral("\uAE4C\uC9C0"), // kkaji
        QStringLiteral("\uBD80\uD130"), // buteo
        QStringLiteral("\uC740"),       // eun, neun, i, ga, eul, reul, ro, e, ui, wa, gwa, do, man
        QStringLiteral("\uB294"),       QStringLiteral("\uC774"), QStringLiteral("\uAC00"),
        QStringLiteral("\uC744"),       QStringLiteral("\uB97C"), QStringLiteral("\uB85C"),
        QStringLiteral("\uC5D0"),       QStringLiteral("\uC758"), QStringLiteral("\uC640"),
        QStringLiteral("\uACFC"),       QStringLiteral("\uB3C4"), QStringLiteral("\uB9CC"),
    };
    return all;
}

// A word of two letters is told apart only in Hangul; a number from two digits on.
bool isTelling(const QString& word) {
    const bool isNumber = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    return word.size() >= (isNumber || isHangul(word.front()) ? 2 : 4);
}

QString withoutParticle(const QString& word) {
    for (const QString& particle : particles()) {
        if (word.size() >= particle.size() + 2 && word.endsWith(particle) && isHangul(word.front())) {
            return word.chopped(particle.size());
        }
    }
    return word;
}

QStringList wordsOf(const QString& text) {
    QStringList words;
    QString word;
    const QString normal = toNfc(text) + u' ';
    for (qsizetype i = 0; i < normal.size(); ++i) {
        const QChar c = normal[i];
        if (c == u',' && i > 0 && normal[i - 1].isDigit() && normal[i + 1].isDigit()) {
            continue; // 3,200 is one number
        }
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words += word;
            word.clear();
        }
    }
    return words;
}

// The number that a word begins with: 3200 of what counts 3200 pieces.
QString numberOf(const QString& word) {
    const auto end = std::find_if(word.begin(), word.end(), [](QChar c) { return !c.isDigit(); });
    return word.left(end - word.begin());
}

// Whether some word of them begins with it: words in Hangul carry their particles with them.
bool begins(const QStringList& words, const QString& word) {
    return std::any_of(words.begin(), words.end(), [&word](const QString& one) {
        return isHangul(word.back()) ? one.startsWith(word) : one == word;
    });
}

QStringList publicWords(const NoticeFacts& facts) {
    QStringList words;
    const auto add = [&words](const LocalText& text) { words += wordsOf(text.ko) + wordsOf(text.en); };
    for (const LocalText& service : facts.services) {
        add(service);
    }
    add(facts.sender);
    if (facts.certainty == Certainty::Confirmed) {
        add(facts.cause);
    }
    add(facts.contact);
    return words + wordsOf(facts.link);
}

} // namespace

void takeCause(NoticeFacts& facts, const LocalText& cause) {
    facts.cause = cause;
    if (!cause.isEmpty() && facts.certainty == Certainty::Investigating) {
        facts.certainty = Certainty::Suspected;
    }
}

std::vector<QString> internalWordsIn(const QString& text, const NoticeFacts& facts, const QString& ordinary) {
    const QStringList inText = wordsOf(text);
    const QStringList harmless = publicWords(facts) + wordsOf(ordinary);
    QStringList candidates;
    for (const LocalText& fact : facts.internal) {
        candidates += wordsOf(fact.ko) + wordsOf(fact.en);
    }
    candidates += wordsOf(facts.commander) + wordsOf(facts.meeting);
    std::vector<QString> found;
    const auto look = [&](const QString& word) {
        const bool isNew = std::find(found.begin(), found.end(), word) == found.end();
        if (!word.isEmpty() && isTelling(word) && isNew && begins(inText, word) && !begins(harmless, word)) {
            found.push_back(word);
        }
    };
    for (const QString& candidate : candidates) {
        look(withoutParticle(candidate));
        look(numberOf(candidate));
    }
    return found;
}

} // namespace bongsu
