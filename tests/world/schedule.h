// Which of the things that could happen next does: a seed chooses, so that every run can be had again.
#pragma once

#include "sync/simulated.h"
#include "world/tally.h"

#include <deque>
#include <functional>
#include <memory>

namespace bongsu {

// What happens next is chosen by the seed among all that could.
class Schedule {
  public:
    using Task = std::function<void()>;
    // A queue of its own keeps its order; queues are chosen from at random.
    struct Line {
        std::deque<Task> tasks;
        bool lossy = false; // may drop and repeat, which real lines do only by breaking
    };

    Schedule(quint32 seed, Tally& tally) : m_random(seed), m_tally(tally) {}
    ~Schedule(); // what waits is dropped: a message in a line may hold the line's own end
    Schedule(const Schedule&) = delete;
    Schedule& operator=(const Schedule&) = delete;

    std::shared_ptr<Line> line(bool lossy);
    std::function<void(Task)> on(const std::shared_ptr<Line>& line);
    bool runOne(); // false: nothing waits
    samples::SeededRandomness& random() { return m_random; }
    // What is chosen from here on depends on this number alone.
    void reseed(quint32 seed) { m_random = samples::SeededRandomness(seed); }

    bool faults = true;
    bool losesAll = false; // every message on a lossy line, for a while

  private:
    std::vector<std::weak_ptr<Line>> m_lines;
    std::vector<std::shared_ptr<Line>> m_waiting; // of this turn; kept for its memory
    samples::SeededRandomness m_random;
    Tally& m_tally;
};

} // namespace bongsu
