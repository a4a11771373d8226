#include "domain/base/keytext.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

bool isSpace(QChar c) {
    const char16_t u = c.unicode();
    return (u >= 0x09 && u <= 0x0d) || u == 0x20 || u == 0x85 || u == 0xa0 || u == 0x1680 ||
           (u >= 0x2000 && u <= 0x200a) || u == 0x2028 || u == 0x2029 || u == 0x202f || u == 0x205f ||
           u == 0x3000;
}

} // namespace

bool isKeyText(const QString& key) {
    return !key.isEmpty() && key.toUtf8().size() <= limits::keyTextBytes && !isSpace(key.front()) &&
           !isSpace(key.back());
}

bool isKeyText(const std::optional<QString>& key) {
    return !key || isKeyText(*key);
}

bool areKeyTexts(const std::vector<QString>& keys) {
    return std::all_of(keys.begin(), keys.end(), [](const QString& key) { return isKeyText(key); });
}

} // namespace bongsu
