#include "report/xmltext.h"

namespace bongsu {

QString inXml(const QString& words) {
    QString kept;
    kept.reserve(words.size());
    for (const QChar c : words) {
        if (c.unicode() >= 0x20 && c.unicode() != 0xfffe && c.unicode() != 0xffff) {
            kept += c;
        }
    }
    return kept;
}

} // namespace bongsu
