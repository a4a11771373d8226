// Goes through a record a page at a time, so that nothing waits for a long one: once to learn, once to tell.
#pragma once

#include "report/recordsource.h"

#include <functional>
#include <memory>

namespace bongsu {

using RowRead = std::function<void(Result<std::vector<TimelineRow>>)>;

// Where the lines of a record come from. `page` gives those from a number up, none behind the last one, and
// answers later, on this thread.
struct RecordPages {
    std::function<void(quint64 fromSeq, RowRead done)> page;
    std::vector<TimelineRow> own; // this device's, without a number; they come last
    quint64 lastSeq = 0;          // of the newest entry when it began: those that come meanwhile are left out
};

class RecordWalk : public std::enable_shared_from_this<RecordWalk> {
  public:
    using Take = std::function<void(const TimelineRow&)>;
    struct Parts {
        RecordPages pages;
        Take learn; // of every line before the first is told; may be none
        Take tell;
        std::function<void(int percent)> progress; // rising, to 100; may be none
        std::function<void(const Result<std::monostate>&)> done;
    };
    // `done` is called once, later or at once, unless the walk is cancelled before.
    static std::shared_ptr<RecordWalk> begin(Parts parts);
    // Nobody is called any more.
    void cancel() { m_over = true; }

  private:
    explicit RecordWalk(Parts parts) : m_parts(std::move(parts)), m_learning(bool(m_parts.learn)) {}
    void read(quint64 fromSeq);
    void take(const std::vector<TimelineRow>& rows);
    void endRound();
    void end(const Result<std::monostate>& how);
    void tellProgress(quint64 seq);

    Parts m_parts;
    bool m_learning;
    bool m_over = false;
};

} // namespace bongsu
