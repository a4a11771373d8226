#include "report/markdowntext.h"

#include "wording/line.h"

namespace bongsu {

QString inMarkdown(const QString& words) {
    static const QString marks = QStringLiteral("\\`*_{}[]<>()#+!|~&$@");
    QString out;
    out.reserve(words.size());
    for (const QChar c : oneLine(words)) {
        if (marks.contains(c)) {
            out += u'\\';
        }
        out += c;
    }
    // A bare address would still become a link.
    return out.replace(QStringLiteral("://"), QStringLiteral("\\://"));
}

} // namespace bongsu
