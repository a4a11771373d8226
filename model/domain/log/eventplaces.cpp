#include "domain/log/eventplaces.h"

namespace bongsu {

std::size_t EventPlaces::tableOf(const EventId& event) {
    return quint8(event.view().front()) % tables;
}

const Referenced* EventPlaces::find(const EventId& event) const {
    if (m_tables.size() != tables) {
        return nullptr;
    }
    const Table& table = m_tables[tableOf(event)];
    const auto found = table.find(event);
    return found == table.end() ? nullptr : &found->second;
}

void EventPlaces::set(const EventId& event, Referenced place) {
    m_tables.resize(tables); // at the first event: a log without any has no tables
    m_tables[tableOf(event)].insert_or_assign(event, std::move(place));
}

void EventPlaces::markErased(const EventId& event) {
    if (find(event)) {
        m_tables[tableOf(event)].at(event).erased = true;
    }
}

} // namespace bongsu
