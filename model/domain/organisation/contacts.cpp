#include "domain/organisation/contacts.h"

#include <algorithm>

namespace bongsu {

namespace {

bool isOneLine(const QString& words) {
    return words.toUtf8().size() <= contactBytes &&
           std::all_of(words.begin(), words.end(), [](QChar c) { return c.isPrint(); });
}

} // namespace

Result<QString> phoneIn(const QString& typed) {
    const QString phone = typed.simplified();
    constexpr int fewestDigits = 3; // 119
    const auto digits = std::count_if(phone.begin(), phone.end(), [](QChar c) { return c.isDigit(); });
    return digits >= fewestDigits && isOneLine(phone) ? Result<QString>(phone)
                                                      : refuse(refusal::outOfRange, "phone");
}

Result<QString> emailIn(const QString& typed) {
    const QString email = typed.trimmed();
    const auto at = email.indexOf(u'@');
    const bool isOne = at > 0 && at == email.lastIndexOf(u'@') && at + 1 < email.size() &&
                       std::none_of(email.begin(), email.end(), [](QChar c) { return c.isSpace(); });
    return isOne && isOneLine(email) ? Result<QString>(email) : refuse(refusal::outOfRange, "email");
}

} // namespace bongsu
