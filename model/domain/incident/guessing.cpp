#include "domain/incident/guessing.h"

#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/base/nfc.h"
#include "domain/base/typedword.h"
#include "domain/incident/declaring.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

constexpr QStringView bareCentre(u"\uC13C\uD130"); // centre
// What may stand before it and is no place: customer, call, counselling.
constexpr std::array noPlaces{QStringView(u"\uACE0\uAC1D"), QStringView(u"\uCF5C"),
                              QStringView(u"\uC0C1\uB2F4"), QStringView(u"the"),
                              QStringView(u"our"),          QStringView(u"one")};
// The longer before those it begins with.
constexpr std::array centreWords{
    QStringView(u"\uB370\uC774\uD130\uC13C\uD130"),  // data centre, one word
    QStringView(u"\uB370\uC774\uD130 \uC13C\uD130"), // the same in two
    QStringView(u"\uC804\uC0B0\uC13C\uD130"),        // computing centre
    bareCentre,
    QStringView(u"data cent"),
    QStringView(u"datacent"),
    QStringView(u"IDC"),
};

bool isNamed(const QString& word, const QString& title) {
    return !word.isEmpty() && placeOfWord(title, word) >= 0;
}

void addNamed(std::set<QString>& named, const std::vector<QString>& keys, const QString& title) {
    for (const QString& key : keys) {
        if (isNamed(key, title)) {
            named.insert(key);
        }
    }
}

// Of the catalogue: by key, by name in either language, by what else people call it.
template <class Listed>
void addListed(std::set<QString>& named, const std::vector<Listed>& listed, const QString& title) {
    for (const Listed& one : listed) {
        const auto& aliases = one.aliases;
        if (isNamed(one.key, title) || isNamed(one.name.ko, title) || isNamed(one.name.en, title) ||
            std::any_of(aliases.begin(), aliases.end(),
                        [&](const QString& alias) { return isNamed(alias, title); })) {
            named.insert(one.key);
        }
    }
}

// What takes everything at a place, not one thing in it.
bool takesWholeSite(const std::optional<FailureType>& type) {
    return type == FailureType::SiteLoss || type == FailureType::PowerCooling ||
           type == FailureType::Disaster || type == FailureType::Violence;
}

bool isPlace(const QString& word) {
    const bool latin = !word.isEmpty() && word[0].unicode() < 128;
    return isKeyText(word) && (!latin || word.size() >= 3) &&
           std::none_of(noPlaces.begin(), noPlaces.end(),
                        [&](QStringView no) { return word.compare(no, Qt::CaseInsensitive) == 0; });
}

// "Pangyo" of "Fire at Pangyo data centre": the one word before it, joined or apart. Nothing: "".
QString wordBeforeCentre(const QString& title) {
    for (const QStringView centre : centreWords) {
        const qsizetype at = title.indexOf(centre, 0, Qt::CaseInsensitive);
        // A bare "centre" joined to a word is any centre: a call centre, a service centre.
        if (at > 0 && (centre != bareCentre || title[at - 1] == u' ')) {
            const QString before = title.first(at).trimmed();
            const QString word = before.sliced(before.lastIndexOf(u' ') + 1);
            return isPlace(word) ? word : QString();
        }
    }
    return {};
}

} // namespace

const Incident* openCauseAt(const std::vector<QString>& sites, const std::vector<const Incident*>& others) {
    const Incident* newest = nullptr;
    for (const Incident* other : others) {
        const bool here = std::any_of(other->sites.begin(), other->sites.end(), [&](const QString& site) {
            return std::find(sites.begin(), sites.end(), site) != sites.end();
        });
        const bool open = !isOpen(*other) && other->phase.value != Phase::Closed && !other->drill;
        if (here && open && (!newest || other->declaredAt > newest->declaredAt)) {
            newest = other;
        }
    }
    return newest;
}

Guess guessOf(QStringView title, const Catalogue& catalogue, const std::vector<const Incident*>& others) {
    const QString normal = toNfc(title);
    std::set<QString> sites;
    std::set<QString> services;
    addListed(sites, catalogue.sites, normal);
    addListed(services, catalogue.services, normal);
    for (const Incident* other : others) {
        addNamed(sites, other->sites, normal);
        addNamed(services, other->services, normal);
    }
    if (const QString before = wordBeforeCentre(normal); sites.empty() && !before.isEmpty()) {
        sites.insert(before);
    }
    Guess guess{.failureType = failureTypeNamedIn(title), .sites = {sites.begin(), sites.end()}};
    if (takesWholeSite(guess.failureType)) {
        for (const QString& site : sites) {
            for (const CatalogueService* service : catalogue.servicesAt(site)) {
                guess.wholeSite = true;
                services.insert(service->key);
            }
        }
    }
    guess.services.assign(services.begin(), services.end());
    guess.services.resize(std::min(guess.services.size(), std::size_t(limits::listItems)));
    if (const Incident* cause = openCauseAt(guess.sites, others)) {
        guess.openCause = cause->id;
    }
    return guess;
}

} // namespace bongsu
