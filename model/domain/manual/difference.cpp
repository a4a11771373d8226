#include "domain/manual/difference.h"

#include <algorithm>

namespace bongsu {

namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

const ManualTask* taskOf(const ManualSeat& seat, const QString& key) {
    const auto at = std::find_if(seat.tasks.begin(), seat.tasks.end(),
                                 [&](const ManualTask& task) { return task.key == key; });
    return at == seat.tasks.end() ? nullptr : &*at;
}

// Gathers what differs in one seat.
class SeatComparison {
  public:
    SeatComparison(const ManualSeat& before, const ManualSeat& after, std::vector<ManualDifference>& found)
        : m_before(before), m_after(after), m_found(found) {}

    void compare() {
        if (m_before.holders != m_after.holders) {
            add(ManualChange::HoldersChanged);
        }
        if (m_before.acceptWithin != m_after.acceptWithin) {
            add(ManualChange::TimeChanged);
        }
        if (m_before.reportsTo != m_after.reportsTo) {
            add(ManualChange::ReportsChanged);
        }
        lists(m_before.duties, m_after.duties, ManualChange::DutyAdded, ManualChange::DutyRemoved);
        lists(m_before.decides, m_after.decides, ManualChange::DecisionAdded, ManualChange::DecisionRemoved);
        if (m_before.escalations != m_after.escalations) {
            add(ManualChange::EscalationsChanged);
        }
        tasks();
    }

  private:
    void add(ManualChange change, const LocalText& what = {}) {
        m_found.push_back({change, m_after.key, m_after.name, what});
    }
    void lists(const std::vector<LocalText>& before, const std::vector<LocalText>& after, ManualChange added,
               ManualChange removed) {
        for (const LocalText& one : after) {
            if (!holds(before, one)) {
                add(added, one);
            }
        }
        for (const LocalText& one : before) {
            if (!holds(after, one)) {
                add(removed, one);
            }
        }
    }
    void tasks() {
        for (const ManualTask& task : m_after.tasks) {
            const ManualTask* known = taskOf(m_before, task.key);
            if (!known) {
                add(ManualChange::TaskAdded, task.name);
            } else if (*known != task) {
                add(ManualChange::TaskChanged, task.name);
            }
        }
        for (const ManualTask& task : m_before.tasks) {
            if (!taskOf(m_after, task.key)) {
                add(ManualChange::TaskRemoved, task.name);
            }
        }
    }

    const ManualSeat& m_before;
    const ManualSeat& m_after;
    std::vector<ManualDifference>& m_found;
};

} // namespace

std::vector<ManualDifference> differencesBetween(const Manual& before, const Manual& after) {
    std::vector<ManualDifference> found;
    if (before.criteria != after.criteria) {
        found.push_back({ManualChange::CriteriaChanged, {}, {}, after.criteria});
    }
    for (const ManualSeat& seat : after.seats) {
        if (const ManualSeat* known = before.seat(seat.key)) {
            SeatComparison(*known, seat, found).compare();
        } else {
            found.push_back({ManualChange::SeatAdded, seat.key, seat.name});
        }
    }
    for (const ManualSeat& seat : before.seats) {
        if (!after.seat(seat.key)) {
            found.push_back({ManualChange::SeatRemoved, seat.key, seat.name});
        }
    }
    return found;
}

} // namespace bongsu
