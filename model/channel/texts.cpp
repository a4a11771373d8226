#include "channel/texts.h"

#include <QRegularExpression>
#include <QStringList>

namespace bongsu {

QString postOf(const Message& message) {
    QStringList blocks;
    for (const NoticeText& text : message.texts) {
        blocks.push_back(text.title.isEmpty() ? text.body : text.title + u'\n' + text.body);
    }
    return blocks.join(QStringLiteral("\n\n"));
}

QString bodiesOf(const Message& message) {
    QStringList blocks;
    for (const NoticeText& text : message.texts) {
        blocks.push_back(text.body);
    }
    return blocks.join(QStringLiteral("\n\n"));
}

QString titlesOf(const Message& message) {
    QStringList titles;
    for (const NoticeText& text : message.texts) {
        if (!text.title.isEmpty() && !titles.contains(text.title)) {
            titles.push_back(text.title);
        }
    }
    return titles.join(QStringLiteral(" / "));
}

std::optional<QString> telephoneDigits(const QString& written) {
    QString digits;
    for (const QChar c : written) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (c != u'-' && c != u' ' && !(c == u'+' && digits.isEmpty())) {
            return std::nullopt;
        }
    }
    if (written.startsWith(u'+')) {
        if (!digits.startsWith(u"82")) {
            return std::nullopt; // the carriers here take Korean numbers
        }
        digits = u'0' + digits.mid(2);
    }
    return digits.size() >= 8 && digits.size() <= 12 ? std::optional(digits) : std::nullopt;
}

std::vector<LinkSpan> linksIn(const QString& text) {
    static const QRegularExpression link(QStringLiteral(R"(https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+)"));
    std::vector<LinkSpan> links;
    auto found = link.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        QString address = match.captured();
        while (!address.isEmpty() && QStringView(u".,;:!?)]'").contains(address.back())) {
            address.chop(1); // the sentence's, not the address's
        }
        const qsizetype begin = QStringView(text).first(match.capturedStart()).toUtf8().size();
        links.push_back({begin, begin + address.toUtf8().size(), address});
    }
    return links;
}

} // namespace bongsu
