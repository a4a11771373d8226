#include "ui/people/peopleacts.h"

#include "domain/organisation/contacts.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr QStringView between = u" \u00B7 ";
constexpr QStringView comma = u", ";

QString joined(const std::vector<QString>& parts, QStringView by) {
    return QStringList(parts.begin(), parts.end()).join(by);
}

} // namespace

PeopleActs::PeopleActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page)
    : PageActs(parts, sheet, page) {
    connect(&sheet, &Sheet::closed, this, [this] { m_said.clear(); });
}

void PeopleActs::choosePerson() {
    const auto own = journal().person();
    std::vector<KnownPerson> people = knownPeople(journal());
    std::sort(people.begin(), people.end(), [&](const KnownPerson& a, const KnownPerson& b) {
        return std::tuple(a.person != own, a.name, a.person) < std::tuple(b.person != own, b.name, b.person);
    });
    std::vector<Question::Option> options;
    for (const KnownPerson& one : people) {
        options.push_back({oneLine(one.name), detailOf(one.person), options.empty()});
    }
    const QString hint = tr("Who is called is called in this way. It is on this device, with no relay too.");
    sheet().ask({.title = tr("People and how they are reached"),
                 .words = m_said.isEmpty() ? hint : m_said,
                 .options = options,
                 .does = tr("Change"),
                 .answer = [this, people](const std::vector<int>& chosen, const QString&) {
                     if (chosen.empty()) {
                         return tr("Choose somebody.");
                     }
                     askNext(
                         [this, person = people[std::size_t(chosen.front())].person] { chooseWhat(person); });
                     return QString();
                 }});
}

void PeopleActs::chooseWhat(const PersonId& person) {
    sheet().ask(
        {.title = personName(person),
         .words = detailOf(person),
         .options = {{tr("How they are reached"), tr("telephone numbers, e-mail addresses"), true},
                     {tr("Their department"), tr("manuals call people by it")},
                     {tr("Where they work"), tr("whoever stands behind them should be elsewhere")}},
         .does = tr("Change"),
         .answer = [this, person](const std::vector<int>& chosen, const QString&) {
             askNext([this, person, what = chosen.empty() ? 0 : chosen.front()] {
                 what == 0 ? askContacts(person) : what == 1 ? askDepartment(person) : askSite(person);
             });
             return QString();
         }});
}

void PeopleActs::askContacts(const PersonId& person) {
    sheet().ask(
        {.title = filled(tr("How is %1 reached?"), {personName(person)}),
         .words =
             tr("The way that is tried first comes first. Whoever belongs to the organisation reads it."),
         .line = tr("Telephone numbers and e-mail addresses, with commas between"),
         .lineText = joined(contactsOf(textOf(person)), comma),
         .does = tr("Write it down"),
         .answer = [this, person](const std::vector<int>&, const QString& line) {
             std::vector<QString> contacts;
             for (const QString& one : namesIn(line)) {
                 if (one.isEmpty()) {
                     continue;
                 }
                 const auto contact = contactIn(one);
                 if (!contact) {
                     return filled(tr("\"%1\" is neither a telephone number nor an e-mail address. Nothing "
                                      "was recorded."),
                                   {one});
                 }
                 contacts.push_back(*contact);
             }
             if (contacts.size() > mostContacts) {
                 return filled(tr("No more than %1. Leave out those that are tried last."),
                               {QString::number(mostContacts)});
             }
             Text text = textOf(person);
             setContacts(text, contacts);
             return describe(factsOf(person), text);
         }});
}

void PeopleActs::askKey(const QString& title, const QString& written, const Keys& keys,
                        const std::optional<QString>& now,
                        std::function<QString(const std::optional<QString>&)> take) {
    if (keys.empty()) {
        sheet().ask({.title = title,
                     .words = tr("No catalogue of services was published here that knows any."),
                     .line = written,
                     .lineText = now.value_or(QString()),
                     .does = tr("Write it down"),
                     .answer = [take](const std::vector<int>&, const QString& line) {
                         return take(given(line.normalized(QString::NormalizationForm_C)));
                     }});
        return;
    }
    std::vector<Question::Option> options{{tr("none"), {}, !now}};
    for (const auto& [key, name] : keys) {
        options.push_back({name.in(languageInstalled()), key, now == key});
    }
    sheet().ask({.title = title,
                 .options = options,
                 .does = tr("Write it down"),
                 .answer = [take, keys](const std::vector<int>& chosen, const QString&) {
                     const int at = chosen.empty() ? 0 : chosen.front();
                     return take(at == 0 ? std::nullopt : std::optional(keys[std::size_t(at) - 1].first));
                 }});
}

void PeopleActs::askDepartment(const PersonId& person) {
    Keys keys;
    for (const CatalogueDepartment& one : parts().documents->catalogue().departments) {
        keys.emplace_back(one.key, one.name);
    }
    const PersonDescribed facts = factsOf(person);
    askKey(filled(tr("Of which department is %1?"), {personName(person)}), tr("The department's key"), keys,
           facts.department, [this, person, facts](const std::optional<QString>& key) {
               return describe({person, key, facts.site}, textOf(person));
           });
}

void PeopleActs::askSite(const PersonId& person) {
    Keys keys;
    for (const CatalogueSite& one : parts().documents->catalogue().sites) {
        keys.emplace_back(one.key, one.name);
    }
    const PersonDescribed facts = factsOf(person);
    askKey(filled(tr("Where does %1 work?"), {personName(person)}), tr("The site"), keys, facts.site,
           [this, person, facts](const std::optional<QString>& key) {
               return describe({person, facts.department, key}, textOf(person));
           });
}

// What became of it stands above the list, which comes again: one rarely describes just one person.
QString PeopleActs::describe(const PersonDescribed& facts, const Text& text) {
    const auto recorded = journal().record(LogId::of(*journal().organisationId()), facts, text);
    if (!recorded) {
        return sentence(recorded.error());
    }
    const QString said =
        saidOf(recorded->warning, filled(tr("Recorded: %1."), {text.name.value_or(QString())}));
    askNext([this, said] {
        m_said = said;
        choosePerson();
    });
    return {};
}

PersonDescribed PeopleActs::factsOf(const PersonId& person) const {
    const Person& known = journal().organisation().persons.at(person);
    return {person, known.department, known.site};
}

Text PeopleActs::textOf(const PersonId& person) const {
    return journal().texts().aboutPerson(journal().organisation(), person);
}

QString PeopleActs::detailOf(const PersonId& person) const {
    const Catalogue& catalogue = parts().documents->catalogue();
    const PersonDescribed facts = factsOf(person);
    const auto contacts = contactsOf(textOf(person));
    QStringList words;
    if (facts.department) {
        const CatalogueDepartment* department = catalogue.department(*facts.department);
        words += department ? department->name.in(languageInstalled()) : *facts.department;
    }
    if (facts.site) {
        const CatalogueSite* site = catalogue.site(*facts.site);
        words += site ? site->name.in(languageInstalled()) : *facts.site;
    }
    words += contacts.empty() ? tr("cannot be reached outside Bongsu") : joined(contacts, comma);
    return oneLine(words.join(between));
}

} // namespace bongsu
