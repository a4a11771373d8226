// Tasks that happen whenever somebody says so, in the order in which they were given.
#pragma once

#include <deque>
#include <functional>
#include <utility>

namespace bongsu::samples {

class InOrder {
  public:
    // Keeps `task`, and gives what makes the first of those kept happen: this one or an earlier.
    std::function<void()> keep(std::function<void()> task) {
        m_tasks.push_back(std::move(task));
        return [this] {
            const auto next = std::move(m_tasks.front());
            m_tasks.pop_front();
            next();
        };
    }

  private:
    std::deque<std::function<void()>> m_tasks;
};

} // namespace bongsu::samples
