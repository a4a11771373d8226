#include "world/schedule.h"

#include <utility>

namespace bongsu {

Schedule::~Schedule() {
    for (bool dropped = true; dropped;) { // dropping one may put another into a line
        dropped = false;
        for (const std::weak_ptr<Line>& weak : m_lines) {
            if (const auto line = weak.lock()) {
                const auto tasks = std::exchange(line->tasks, {});
                dropped = dropped || !tasks.empty();
            }
        }
    }
}

std::shared_ptr<Schedule::Line> Schedule::line(bool lossy) {
    auto made = std::make_shared<Line>();
    made->lossy = lossy;
    m_lines.push_back(made);
    return made;
}

std::function<void(Schedule::Task)> Schedule::on(const std::shared_ptr<Line>& line) {
    return [line](Task task) { line->tasks.push_back(std::move(task)); };
}

bool Schedule::runOne() {
    m_waiting.clear();
    std::erase_if(m_lines, [&](const std::weak_ptr<Line>& weak) {
        auto line = weak.lock();
        const bool gone = !line;
        if (line && !line->tasks.empty()) {
            m_waiting.push_back(std::move(line));
        }
        return gone;
    });
    if (m_waiting.empty()) {
        return false;
    }
    const std::shared_ptr<Line> line = m_waiting[m_random.below(quint32(m_waiting.size()))];
    const Task task = std::move(line->tasks.front());
    line->tasks.pop_front();
    const quint32 fate = faults && line->lossy ? m_random.below(400) : 1000;
    if (fate == 0 || (losesAll && line->lossy)) {
        ++m_tally.messagesLost;
        return true;
    }
    if (fate == 1) {
        ++m_tally.messagesRepeated;
        line->tasks.push_front(task);
    }
    task();
    return true;
}

} // namespace bongsu
