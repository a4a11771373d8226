// Short texts with a form of their own: relays' addresses, contacts, times.
#include "fuzzing.h"

#include "domain/base/address.h"
#include "domain/base/moment.h"
#include "domain/organisation/contacts.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

void readAddress(const QString& text) {
    if (const auto address = addressFromText(text)) {
        require(address->port != 0, "no address has the port 0");
        require(addressFromText(toText(*address)) == address, "an address has one form");
    }
    if (const auto host = hostFromText(text)) {
        require(hostFromText(*host) == host, "a host has one form");
    }
}

void readContact(const QString& text) {
    const auto contact = contactIn(text);
    if (!contact) {
        requireCode(contact.error());
        return;
    }
    require(contact->toUtf8().size() <= contactBytes, "no contact is over its limit");
    require(contactIn(*contact) == *contact, "a contact has one form");
    pathOf(*contact);
}

void readTime(const QString& text) {
    if (const auto at = momentFromIso(text)) {
        require(momentFromIso(toIso(*at)) == at, "a time that is written is read");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = Input(data, size).text();
    readAddress(text);
    readContact(text);
    readTime(text);
    return 0;
}
