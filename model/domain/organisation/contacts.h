// How somebody is reached outside Bongsu: their telephone and e-mail, as people type them. Personal data, so
// they stand in the text part alone, which is erased with them.
#pragma once

#include "domain/base/result.h"
#include "domain/event/text.h"

#include <QString>

namespace bongsu {

inline constexpr int contactBytes = 254; // in UTF-8, of each: the longest e-mail address there is

// What is kept of a telephone number: with a country, an extension and what people write between digits.
// Refusal value.out_of_range: fewer than three digits, several lines, or too long.
Result<QString> phoneIn(const QString& typed);
// Refusal value.out_of_range: not one name, an @ and a place that could be one.
Result<QString> emailIn(const QString& typed);

inline constexpr std::size_t mostContacts = 8; // of one person

// One way to reach somebody: an e-mail address if there is an @ in it, else a telephone number.
Result<QString> contactIn(const QString& typed);
inline bool isEmail(const QString& contact) {
    return contact.contains(u'@');
}

// A person's, the first tried first. Texts from before there was a list have a number and an address.
std::vector<QString> contactsOf(const Text& person);
// Puts these in their place: the list alone holds them.
void setContacts(Text& person, const std::vector<QString>& contacts);
// The same list with `contact` as its first of this sort; empty: with none of it.
std::vector<QString> withPhone(std::vector<QString> contacts, const QString& phone);
std::vector<QString> withEmail(std::vector<QString> contacts, const QString& email);

// The first telephone number, the first address; empty: there is none.
QString phoneOf(const Text& person);
QString emailOf(const Text& person);

// What a contact goes through: the domain of an address, in small letters; "" for a telephone.
QString pathOf(const QString& contact);

} // namespace bongsu
