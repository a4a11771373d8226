#include "channel/mime.h"

#include "channel/texts.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace bongsu {

namespace {

// RFC 2047: an encoded word has at most 75 characters, its line 76, header's name and all.
constexpr qsizetype encodedWordText = 39; // bytes of UTF-8: 64 characters
constexpr qsizetype base64Line = 76;

bool isPlain(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; }) &&
           !text.contains(QStringLiteral("=?"));
}

// In as many encoded words as it takes, none of which parts a character; each on a line of its own.
QByteArray encodedWords(const QString& text) {
    QByteArray words;
    QByteArray piece;
    const auto put = [&words, &piece] {
        words += (words.isEmpty() ? "" : "\r\n ") + QByteArray("=?UTF-8?B?") + piece.toBase64() + "?=";
        piece.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (piece.size() + bytes.size() > encodedWordText) {
            put();
        }
        piece += bytes;
    }
    if (!piece.isEmpty()) {
        put();
    }
    return words;
}

QByteArray headerText(const QString& text) {
    const QString line = text.simplified();
    return isPlain(line) && line.size() < 65 ? line.toLatin1() : encodedWords(line);
}

QByteArray withName(const Mailbox& mailbox) {
    if (mailbox.name.isEmpty()) {
        return mailbox.address;
    }
    const QByteArray name =
        isPlain(mailbox.name) ? '"' + mailbox.name.toLatin1().replace('\\', "\\\\").replace('"', "\\\"") + '"'
                              : encodedWords(mailbox.name);
    return name + "\r\n <" + mailbox.address + '>';
}

QByteArray dateOf(Moment at) {
    const auto utc = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), QTimeZone::utc());
    return QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

QByteArray part(const char* type, const QString& text) {
    QString lines = text;
    lines.replace(QStringLiteral("\n"), QStringLiteral("\r\n"));
    const QByteArray encoded = (lines + QStringLiteral("\r\n")).toUtf8().toBase64();
    QByteArray made =
        QByteArray("Content-Type: ") + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    for (qsizetype at = 0; at < encoded.size(); at += base64Line) {
        made += encoded.mid(at, base64Line) + "\r\n";
    }
    return made;
}

QString withLinks(const QString& line) {
    const QByteArray bytes = line.toUtf8();
    QString html;
    qsizetype at = 0;
    const auto upTo = [&](qsizetype end) {
        html += QString::fromUtf8(bytes.mid(at, end - at)).toHtmlEscaped();
        at = end;
    };
    for (const LinkSpan& span : linksIn(line)) {
        upTo(span.begin);
        html += QStringLiteral("<a href=\"%1\">%1</a>").arg(span.link.toHtmlEscaped());
        at = span.end;
    }
    upTo(bytes.size());
    return html;
}

QString htmlOf(const Message& message) {
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"></head><body>\n");
    html = html.arg(message.texts.front().language == Language::Korean ? QStringLiteral("ko")
                                                                       : QStringLiteral("en"));
    for (const NoticeText& text : message.texts) {
        html += text.language == Language::Korean ? QStringLiteral("<div lang=\"ko\">\n")
                                                  : QStringLiteral("<div lang=\"en\">\n");
        if (!text.title.isEmpty()) {
            html += QStringLiteral("<h1 style=\"font-size:1.2em\">") + text.title.toHtmlEscaped() +
                    QStringLiteral("</h1>\n");
        }
        for (const QString& line : text.body.split(u'\n')) {
            html += QStringLiteral("<p>") + withLinks(line) + QStringLiteral("</p>\n");
        }
        html += QStringLiteral("</div>\n");
    }
    return html + QStringLiteral("</body></html>");
}

QByteArray languagesOf(const Message& message) {
    QByteArray languages;
    for (const NoticeText& text : message.texts) {
        languages += (languages.isEmpty() ? "" : ", ");
        languages += text.language == Language::Korean ? "ko" : "en";
    }
    return languages;
}

bool isAddress(const QString& address) {
    const bool isOrdinary = std::all_of(address.begin(), address.end(), [](QChar c) {
        return c > u' ' && c < u'\x7f' && c != u'<' && c != u'>' && c != u',' && c != u'"' && c != u';';
    });
    const qsizetype at = address.indexOf(u'@');
    return isOrdinary && at > 0 && at == address.lastIndexOf(u'@') && at < address.size() - 1 &&
           address.size() <= 254;
}

} // namespace

std::optional<Mailbox> mailboxFrom(const QString& written) {
    QString address = written.trimmed();
    QString name;
    const qsizetype open = address.lastIndexOf(u'<');
    if (open >= 0 && address.endsWith(u'>')) {
        name = address.first(open).simplified();
        address = address.sliced(open + 1).chopped(1);
        if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"')) {
            name = name.sliced(1).chopped(1);
        }
    }
    return isAddress(address) ? std::optional(Mailbox{name, address.toLatin1()}) : std::nullopt;
}

QByteArray messageIdOf(const Message& message, const Mailbox& from) {
    return '<' + message.key + from.address.mid(from.address.indexOf('@')) + '>';
}

QByteArray mailOf(const Message& message, const Mailbox& from, const QByteArray& to,
                  const QString& unsubscribe) {
    const QByteArray boundary = "=_bongsu_" + message.key; // "=_" never stands in base64
    const QString plain = message.texts.size() == 1 ? bodiesOf(message) : postOf(message);
    QByteArray mail = "From: " + withName(from) + "\r\nTo: " + to +
                      "\r\nSubject: " + headerText(titlesOf(message)) + "\r\nDate: " + dateOf(message.at) +
                      "\r\nMessage-ID: " + messageIdOf(message, from) + "\r\n";
    if (!message.inReplyTo.isEmpty()) {
        const QByteArray first = message.inReplyTo.simplified().toLatin1();
        mail += "In-Reply-To: " + first + "\r\nReferences: " + first + "\r\n";
    }
    if (!unsubscribe.isEmpty()) {
        mail += "List-Unsubscribe: <" + unsubscribe.simplified().toLatin1() +
                ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
    }
    mail += "Auto-Submitted: auto-generated\r\nContent-Language: " + languagesOf(message) +
            "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"" + boundary +
            "\"\r\n\r\n";
    mail += "--" + boundary + "\r\n" + part("text/plain", plain);
    mail += "--" + boundary + "\r\n" + part("text/html", htmlOf(message));
    return mail + "--" + boundary + "--\r\n";
}

} // namespace bongsu
