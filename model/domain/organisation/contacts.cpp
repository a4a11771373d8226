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

Result<QString> contactIn(const QString& typed) {
    return isEmail(typed) ? emailIn(typed) : phoneIn(typed);
}

std::vector<QString> contactsOf(const Text& person) {
    if (person.contacts) {
        return *person.contacts;
    }
    std::vector<QString> contacts;
    for (const auto& one : {person.phone, person.email}) {
        if (one && !one->isEmpty()) {
            contacts.push_back(*one);
        }
    }
    return contacts;
}

void setContacts(Text& person, const std::vector<QString>& contacts) {
    person.phone.reset();
    person.email.reset();
    person.contacts = contacts.empty() ? std::nullopt : std::optional(contacts);
}

namespace {

// In the place of the first of its sort, else at `otherwise`.
std::vector<QString> withFirst(std::vector<QString> contacts, const QString& contact, bool email) {
    const auto isSuch = [&](const QString& one) { return isEmail(one) == email; };
    if (contact.isEmpty()) {
        std::erase_if(contacts, isSuch);
        return contacts;
    }
    const auto first = std::find_if(contacts.begin(), contacts.end(), isSuch);
    if (first != contacts.end()) {
        *first = contact;
    } else {
        contacts.insert(email ? contacts.end() : contacts.begin(), contact);
    }
    return contacts;
}

} // namespace

std::vector<QString> withPhone(std::vector<QString> contacts, const QString& phone) {
    return withFirst(std::move(contacts), phone, false);
}

std::vector<QString> withEmail(std::vector<QString> contacts, const QString& email) {
    return withFirst(std::move(contacts), email, true);
}

static QString firstOf(const Text& person, bool email) {
    const auto contacts = contactsOf(person);
    const auto first = std::find_if(contacts.begin(), contacts.end(),
                                    [&](const QString& one) { return isEmail(one) == email; });
    return first == contacts.end() ? QString() : *first;
}

QString phoneOf(const Text& person) {
    return firstOf(person, false);
}

QString emailOf(const Text& person) {
    return firstOf(person, true);
}

QString pathOf(const QString& contact) {
    return isEmail(contact) ? contact.mid(contact.lastIndexOf(u'@') + 1).toLower() : QString();
}

} // namespace bongsu
