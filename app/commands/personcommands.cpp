#include "commands/personcommands.h"

#include "commands/given.h"
#include "commands/nodecommands.h"

#include "domain/organisation/contacts.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// What the catalogue does not know is kept all the same: it may come later. No manual calls by it until then.
void tellUnknown(Node& node, const QString& department, Output& output) {
    const Catalogue& catalogue = node.documents().catalogue();
    if (!department.isEmpty() && !catalogue.departments.empty() && !catalogue.department(department)) {
        output.words(
            NodeCommands::tr("The catalogue of services has no department called \"%1\". It is recorded "
                             "as given; correct it, or add it to the catalogue, or no manual finds "
                             "this person by it.")
                .arg(department));
    }
}

void tellUnknownSite(Node& node, const std::optional<QString>& site, Output& output) {
    const Catalogue& catalogue = node.documents().catalogue();
    if (site && !catalogue.sites.empty() && !catalogue.site(*site)) {
        output.words(
            NodeCommands::tr("The catalogue of services has no site called \"%1\". It is recorded as "
                             "given; correct it, or add it to the catalogue.")
                .arg(*site));
    }
}

using Contacts = std::vector<QString>;

// All of them in their order, where they are given so.
Result<Contacts> listGiven(const Request& request, const Contacts& before) {
    if (!request.arguments.has(word("contact"))) {
        return before;
    }
    Contacts list;
    for (const QString& given : request.arguments.values(word("contact"))) {
        if (given.trimmed().isEmpty()) {
            continue; // an empty one alone clears them
        }
        auto contact = contactIn(nfc(given));
        if (!contact) {
            return errorOf(contact);
        }
        list.push_back(*contact);
    }
    return list.size() <= mostContacts ? Result<Contacts>(list) : refuse(refusal::outOfRange, "contacts");
}

// The first of one sort: as it is where it is not given, without any of it where it is empty.
template <class Read, class With>
Outcome take(const Request& request, const char* option, const Read& read, const With& with,
             Contacts& contacts) {
    const auto given = request.arguments.value(word(option));
    if (!given) {
        return std::monostate{};
    }
    const auto value = given->trimmed().isEmpty() ? Result<QString>(QString()) : read(nfc(*given));
    if (!value) {
        return errorOf(value);
    }
    contacts = with(std::move(contacts), *value);
    return std::monostate{};
}

void tellWhatIsOne(Output& output, const QByteArray& detail) {
    if (detail == "phone") {
        output.words(NodeCommands::tr("A telephone number has at least three digits, on one line of at most "
                                      "254 bytes. Nothing was recorded. Give it as it is dialled: "
                                      "--phone \"010-0000-0000\"."));
    } else if (detail == "email") {
        output.words(NodeCommands::tr("An e-mail address is a name, an @ and a place, without spaces, of at "
                                      "most 254 bytes. Nothing was recorded. Give it as "
                                      "--email name@example.com."));
    } else {
        output.words(NodeCommands::tr("More than %1 ways to reach one person were given. Nothing was "
                                      "recorded. Give those that are tried first.")
                         .arg(mostContacts));
    }
}

Outcome takeContacts(const Request& request, Text& text) {
    auto contacts = listGiven(request, contactsOf(text));
    Outcome taken = std::monostate{};
    if (contacts) {
        taken = take(request, "phone", &phoneIn, &withPhone, *contacts);
    }
    if (contacts && taken) {
        taken = take(request, "email", &emailIn, &withEmail, *contacts);
    }
    if (!contacts || !taken) {
        const Error error = contacts ? taken.error() : contacts.error();
        if (const auto* refused = std::get_if<Refusal>(&error)) {
            tellWhatIsOne(*request.output, refused->detail);
        }
        return contacts ? taken : Outcome(errorOf(contacts));
    }
    setContacts(text, *contacts);
    return std::monostate{};
}

// A key that is given, absent where it is emptied; `before` where it is not given.
std::optional<QString> keyGiven(const Request& request, const char* option,
                                const std::optional<QString>& before) {
    const auto given = request.arguments.value(word(option));
    if (!given) {
        return before;
    }
    return given->isEmpty() ? std::nullopt : std::optional(nfc(*given));
}

// `department`: nothing: as it is.
void describe(NodeCommands& home, const Asked& asked, const std::optional<QString>& department) {
    const auto person = home.personNamed(asked->arguments.at(0));
    if (!person) {
        asked->fail(person.error());
        return;
    }
    Journal& journal = home.node().journal();
    const Organisation& organisation = journal.organisation();
    Text text = journal.texts().aboutPerson(organisation, *person);
    if (const auto taken = takeContacts(*asked, text); !taken) {
        asked->fail(taken.error());
        return;
    }
    const Person& before = organisation.persons.at(*person);
    const QString key = department.value_or(before.department.value_or(QString()));
    tellUnknown(home.node(), department.value_or(QString()), *asked->output);
    const PersonDescribed facts{*person, key.isEmpty() ? std::nullopt : std::optional(key),
                                keyGiven(*asked, "site", before.site)};
    tellUnknownSite(home.node(), facts.site, *asked->output);
    home.tellRecorded(asked, home.recordOne(LogId::of(*journal.organisationId()), facts, text));
}

} // namespace

void describePerson(NodeCommands& home, const Asked& asked) {
    const Arguments& words = asked->arguments;
    const auto isGiven = [&](const char* option) { return words.has(word(option)); };
    constexpr std::array all{"department", "site", "phone", "email", "contact"};
    if (std::none_of(all.begin(), all.end(), isGiven)) {
        asked->output->words(
            NodeCommands::tr("Nothing was given to set, so nothing was recorded. Give --department, --site, "
                             "--phone, --email or --contact; an empty one takes away what stands there."));
        asked->fail(Refusal{refusal::outOfRange, "person"});
        return;
    }
    home.afterDocuments(asked, [&home, asked] {
        const auto given = asked->arguments.value(word("department"));
        describe(home, asked, given ? std::optional(nfc(*given)) : std::nullopt);
    });
}

void setDepartment(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] { describe(home, asked, nfc(asked->arguments.at(1))); });
}

} // namespace bongsu
