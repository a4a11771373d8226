// Ids by a unique prefix of at least eight digits, and the one way a command records an event.
#include "commands/given.h"
#include "commands/nodecommands.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr int shortestPrefix = 8;

// The one id of `all` that begins so. Refusals not_found and ambiguous.
template <class Id, class List>
Result<Id> withPrefix(const QString& prefix, const List& all) {
    std::optional<Id> found;
    if (prefix.size() < shortestPrefix) {
        return refuse(refusal::notFound, prefix.toUtf8());
    }
    const QString lower = prefix.toLower();
    for (const Id& id : all) {
        if (!id.toHex().startsWith(lower)) {
            continue;
        }
        if (found && *found != id) {
            return refuse(refusal::ambiguous, prefix.toUtf8());
        }
        found = id;
    }
    return found ? Result<Id>(*found) : refuse(refusal::notFound, prefix.toUtf8());
}

template <class Map>
auto keysOf(const Map& map) {
    std::vector<typename Map::key_type> keys;
    for (const auto& [key, value] : map) {
        keys.push_back(key);
    }
    return keys;
}

} // namespace

Result<LogId> NodeCommands::incidentNamed(const QString& prefix) const {
    return withPrefix<LogId>(prefix, m_journal.incidents());
}

Result<PersonId> NodeCommands::personNamed(const QString& given) const {
    const Organisation& organisation = m_journal.organisation();
    const auto byId = withPrefix<PersonId>(given, keysOf(organisation.persons));
    if (byId || codeOf(byId.error()) == refusal::ambiguous) {
        return byId;
    }
    const QString name = nfc(given);
    std::vector<PersonId> all;
    std::vector<PersonId> here;
    for (const auto& [id, person] : organisation.persons) {
        if (m_journal.texts().personName(organisation, id) == name) {
            all.push_back(id);
            if (organisation.isActive(id, organisation.seq)) {
                here.push_back(id);
            }
        }
    }
    const std::vector<PersonId>& found = here.empty() ? all : here;
    if (found.size() == 1) {
        return found.front();
    }
    QStringList candidates;
    for (const PersonId& id : found) {
        candidates.append(name + u' ' + id.toHex().left(shortestPrefix));
    }
    return found.empty() ? refuse(refusal::notFound, given.toUtf8())
                         : refuse(refusal::ambiguous, candidates.join(QStringLiteral(", ")).toUtf8());
}

Result<std::vector<PersonId>> NodeCommands::personsNamed(const QStringList& given) const {
    std::vector<PersonId> persons;
    for (const QString& one : given) {
        const auto person = personNamed(one);
        if (!person) {
            return errorOf(person);
        }
        persons.push_back(*person);
    }
    return persons;
}

Result<EventId> eventAmong(const QString& prefix, const std::vector<EventId>& events) {
    return withPrefix<EventId>(prefix, events);
}

Result<TaskKey> taskNamed(const Incident& incident, const QString& given) {
    const QString index = given.section(u':', 1);
    std::vector<EventId> events;
    for (const auto& [key, task] : incident.tasks) {
        events.push_back(key.tasks);
    }
    const auto event = eventAmong(given.section(u':', 0, 0), events);
    if (!event) {
        return errorOf(event);
    }
    if (index.isEmpty()) {
        return std::count(events.begin(), events.end(), *event) == 1
                   ? Result<TaskKey>(TaskKey{*event, 0})
                   : refuse(refusal::ambiguous, given.toUtf8());
    }
    bool isNumber = false;
    const TaskKey key{*event, index.toULongLong(&isNumber)};
    return isNumber && incident.tasks.contains(key) ? Result<TaskKey>(key)
                                                    : refuse(refusal::notFound, given.toUtf8());
}

Result<DeviceId> NodeCommands::deviceNamed(const QString& prefix) const {
    return withPrefix<DeviceId>(prefix, keysOf(m_journal.organisation().devices));
}

Result<std::pair<LogId, EventId>> NodeCommands::eventNamed(const QString& prefix) const {
    std::map<EventId, LogId> all;
    const auto addLog = [&](const LogId& log, const LogIndex& index) {
        index.byEvent.forEach(
            [&](const EventId& event, const Referenced&) { all.insert_or_assign(event, log); });
    };
    const Ledger& ledger = m_journal.ledger();
    if (ledger.organisation().id) {
        addLog(LogId::of(*ledger.organisation().id), ledger.organisationIndex());
    }
    for (const auto& [log, incident] : ledger.incidents()) {
        addLog(log, incident.index);
    }
    for (const OwnEvent& own : m_journal.ownEvents()) {
        all.insert_or_assign(own.event, own.log);
    }
    const auto event = withPrefix<EventId>(prefix, keysOf(all));
    if (!event) {
        return tl::unexpected(event.error());
    }
    return std::pair{all.at(*event), *event};
}

Result<Recording> NodeCommands::recordOne(const LogId& log, const Facts& facts, const Text& text) {
    auto recorded = m_journal.record(log, facts, text);
    if (!recorded) {
        return tl::unexpected(recorded.error());
    }
    return Recording{{std::move(*recorded)}, {}};
}

} // namespace bongsu
