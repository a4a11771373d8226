// Hands changes to the store one after another and keeps them until they are durable.
#pragma once

#include "domain/base/clock.h"
#include "storage/eventstore.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bongsu {

// One commit is on its way at a time; what comes meanwhile is merged into the next, so that a slow disk makes
// larger commits and not a longer queue. A failed commit is tried again: nothing is dropped while the program
// runs.
class StoreWriter {
  public:
    using Then = std::function<void()>;
    // Called with a failure when a commit failed, with nothing when one succeeded after that.
    using Trouble = std::function<void(std::optional<Failure>)>;

    StoreWriter(EventStore& store, Timers& timers, Trouble trouble);

    void write(Change change, Then durable = {});
    // What is written while one stands is one change, as far as changes can be merged.
    class Together {
      public:
        explicit Together(StoreWriter& writer) : m_writer(writer) { ++m_writer.m_held; }
        ~Together();
        Together(const Together&) = delete;
        Together& operator=(const Together&) = delete;

      private:
        StoreWriter& m_writer;
    };
    // Entries of a log from `fromSeq` up that are not known to be durable yet, in order.
    std::vector<StoredEntry> entriesWaiting(const LogId& log, quint64 fromSeq) const;
    bool isIdle() const { return !m_inFlight && m_waiting.empty(); }

  private:
    struct Batch {
        Change change;
        std::vector<Then> durable;
    };
    void commitIfFree();
    void commitNext();
    void finished(const Result<Committed>& outcome);

    static constexpr Millis retryDelay{2000};

    EventStore& m_store;
    Alarm m_retry;
    Trouble m_trouble;
    std::vector<Batch> m_waiting; // the first is in flight if m_inFlight
    bool m_inFlight = false;
    bool m_troubled = false;
    int m_held = 0; // by Together
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
