// Ids by a unique prefix of at least eight digits, and the one way a command records an event.
#include "commands/nodecommands.h"

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

Result<PersonId> NodeCommands::personNamed(const QString& prefix) const {
    return withPrefix<PersonId>(prefix, keysOf(m_journal.organisation().persons));
}

Result<DeviceId> NodeCommands::deviceNamed(const QString& prefix) const {
    return withPrefix<DeviceId>(prefix, keysOf(m_journal.organisation().devices));
}

Result<std::pair<LogId, EventId>> NodeCommands::eventNamed(const QString& prefix) const {
    std::map<EventId, LogId> all;
    const auto addLog = [&](const LogId& log, const LogIndex& index) {
        for (const auto& [event, referenced] : index.byEvent) {
            all.insert_or_assign(event, log);
        }
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
