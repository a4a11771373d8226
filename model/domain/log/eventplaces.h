// Where the events of one log stand in it, and what later events may ask of them.
#pragma once

#include "domain/base/fixed.h"
#include "domain/log/act.h"

#include <tuple>
#include <unordered_map>
#include <vector>

namespace bongsu {

// Many small tables, by the event's first bits: a hash table that doubles walks through all that it holds,
// and one of 85,229 events held a frame up for 12 ms.
class EventPlaces {
  public:
    // Null where the event is not in this log; valid until the next set().
    const Referenced* find(const EventId& event) const;
    void set(const EventId& event, Referenced place);
    void markErased(const EventId& event); // not in this log: nothing happens

    // visit(event, place), in no order.
    template <class Visit>
    void forEach(Visit visit) const {
        for (const Table& table : m_tables) {
            for (const auto& [event, place] : table) {
                visit(event, place);
            }
        }
    }

  private:
    using Table = std::unordered_map<EventId, Referenced, EventId::Hash>;

  public:
    // All that it holds, to be kept and brought back as it was (snapshot.h).
    using Parts = std::tuple<std::vector<Table>>;
    auto parts() const { return std::tie(m_tables); }
    void takeParts(Parts parts) { std::tie(m_tables) = std::move(parts); }

  private:
    static constexpr std::size_t tables = 64;
    static std::size_t tableOf(const EventId& event);

    std::vector<Table> m_tables; // none, or so many
};

} // namespace bongsu
