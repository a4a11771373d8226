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

// One contact as given: absent where it is not, cleared where it is empty.
using Read = Result<QString> (*)(const QString&);
Outcome take(const Request& request, const char* option, Read read, std::optional<QString>& contact) {
    const auto given = request.arguments.value(word(option));
    if (!given) {
        return std::monostate{};
    }
    const auto value = given->trimmed().isEmpty() ? Result<QString>(QString()) : read(nfc(*given));
    if (!value) {
        return errorOf(value);
    }
    contact = value->isEmpty() ? std::nullopt : std::optional(*value);
    return std::monostate{};
}

Outcome takeContacts(const Request& request, Text& text) {
    if (const auto phone = take(request, "phone", &phoneIn, text.phone); !phone) {
        request.output->words(
            NodeCommands::tr("A telephone number has at least three digits, on one line of at most "
                             "254 bytes. Nothing was recorded. Give it as it is dialled: "
                             "--phone \"010-0000-0000\"."));
        return phone;
    }
    const auto email = take(request, "email", &emailIn, text.email);
    if (!email) {
        request.output->words(
            NodeCommands::tr("An e-mail address is a name, an @ and a place, without spaces, of at "
                             "most 254 bytes. Nothing was recorded. Give it as "
                             "--email name@example.com."));
    }
    return email;
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
    const QString key = department.value_or(organisation.persons.at(*person).department.value_or(QString()));
    tellUnknown(home.node(), department.value_or(QString()), *asked->output);
    const PersonDescribed facts{*person, key.isEmpty() ? std::nullopt : std::optional(key)};
    home.tellRecorded(asked, home.recordOne(LogId::of(*journal.organisationId()), facts, text));
}

} // namespace

void describePerson(NodeCommands& home, const Asked& asked) {
    const Arguments& words = asked->arguments;
    if (!words.has(word("department")) && !words.has(word("phone")) && !words.has(word("email"))) {
        asked->output->words(
            NodeCommands::tr("Nothing was given to set, so nothing was recorded. Give --department, "
                             "--phone or --email; an empty one takes away what stands there."));
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
