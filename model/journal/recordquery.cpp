#include "journal/recordquery.h"

#include "domain/base/hangul.h"

namespace bongsu {

std::set<PersonId> peopleCalled(const Journal& journal, const QString& name) {
    std::set<PersonId> people;
    const NameQuery query(name);
    for (const auto& [person, record] : journal.organisation().persons) {
        if (query.rank(journal.texts().personName(journal.organisation(), person))) {
            people.insert(person);
        }
    }
    return people;
}

std::optional<RecordQuery> queryFor(const Journal& journal, const AskedSearch& asked, bool isBeingTyped) {
    if (asked.isUnknownKind) {
        return std::nullopt;
    }
    RecordQuery query{.isBeingTyped = isBeingTyped};
    for (const QString& word : asked.words) {
        query.words.push_back({word, peopleCalled(journal, word)});
    }
    query.filter.kinds = asked.kinds;
    query.filter.service = asked.service.value_or(QString());
    if (!asked.persons.isEmpty()) {
        query.filter.persons.emplace();
        for (const QString& name : asked.persons) {
            query.filter.persons->merge(peopleCalled(journal, name));
        }
    }
    return query;
}

} // namespace bongsu
