#include "domain/retro/sectionwords.h"

#include "domain/base/limits.h"
#include "domain/base/nfc.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace bongsu {

namespace {

// Controls, and what turns the direction of letters around: what people sign is what they see.
bool isSeen(QChar c) {
    const char16_t code = c.unicode();
    const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return c == u'\n' || (c.category() != QChar::Other_Control && !turns && code != 0xFEFF);
}

QString tidied(QString words) {
    words.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    words.replace(u'\r', u'\n');
    words.replace(u'\t', u' ');
    words.removeIf([](QChar c) { return !isSeen(c); });
    QStringList lines = words.split(u'\n');
    for (QString& line : lines) {
        while (!line.isEmpty() && line.back().isSpace()) {
            line.chop(1);
        }
    }
    while (!lines.isEmpty() && lines.front().isEmpty()) {
        lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.back().isEmpty()) {
        lines.removeLast();
    }
    return toNfc(lines.join(u'\n'));
}

std::optional<QString> decoded(QByteArrayView bytes) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString words = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(words));
}

constexpr char16_t itemMarks[] = {u'-', u'*', u'\u2022', u'\u00B7', u'\u25CB'};

} // namespace

Result<QByteArray> sectionBytes(const QString& words) {
    if (words.size() > limits::sectionBytes) { // no character takes less than a byte
        return refuse(refusal::tooLarge, QByteArray::number(limits::sectionBytes));
    }
    const QByteArray bytes = tidied(words).toUtf8();
    if (bytes.isEmpty()) {
        return refuse(refusal::malformed, "text");
    }
    return bytes.size() > limits::sectionBytes
               ? refuse(refusal::tooLarge, QByteArray::number(limits::sectionBytes))
               : Result<QByteArray>(bytes);
}

Result<QString> sectionWords(QByteArrayView bytes) {
    if (bytes.size() > limits::sectionBytes) {
        return refuse(refusal::tooLarge, QByteArray::number(limits::sectionBytes));
    }
    auto words = decoded(bytes);
    // The decoder passes over a byte order mark.
    if (!words || words->isEmpty() || tidied(*words) != *words || words->toUtf8() != bytes) {
        return refuse(refusal::malformed, "section");
    }
    return std::move(*words);
}

Result<QString> sectionWordsOfFile(QByteArrayView bytes) {
    if (bytes.size() > limits::sectionBytes) {
        return refuse(refusal::tooLarge, QByteArray::number(limits::sectionBytes));
    }
    const auto words = decoded(bytes);
    const QString tidy = words ? tidied(*words) : QString();
    return tidy.isEmpty() ? refuse(refusal::malformed, "text") : Result<QString>(tidy);
}

std::vector<SectionPart> sectionParts(const QString& words) {
    std::vector<SectionPart> parts;
    for (const QString& line : words.split(u'\n')) {
        const QString inner = line.trimmed();
        const bool isItem =
            inner.size() > 2 && inner[1] == u' ' &&
            std::find(std::begin(itemMarks), std::end(itemMarks), inner[0]) != std::end(itemMarks);
        if (!inner.isEmpty()) {
            parts.push_back({isItem, isItem ? inner.mid(2).trimmed() : inner});
        }
    }
    return parts;
}

} // namespace bongsu
