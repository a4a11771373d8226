// The thread a store's file lives on: takes calls in order, and lets waiting commits share one transaction.
#pragma once

#include "storage/storefile.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace bongsu {

class StoreWorker {
  public:
    using Answered = std::function<void(Result<Committed>)>; // called on the worker's thread
    using Work = std::function<void(StoreFile&)>;

    StoreWorker() = default;
    // Carries out what was given, then ends the thread.
    ~StoreWorker();
    Q_DISABLE_COPY_MOVE(StoreWorker)

    // Blocks until the file is open. Whether it was written by a newer program.
    Result<bool> start(const QString& file, const KeyRing& keys, const StoreOptions& options);

    void commit(Change change, Answered answered);
    void work(Work work);

  private:
    struct Call {
        std::optional<Change> change;
        Answered answered;
        Work work;
    };

    void run(StoreFile& file);
    // Waits for calls; nothing more to come: empty. Tries to scrub meanwhile where that is owed.
    std::deque<Call> takeCalls(StoreFile& file);
    static void carryOut(StoreFile& file, std::deque<Call> calls);
    static void carryOutCommits(StoreFile& file, std::deque<Call>& calls);
    void give(Call call);

    // Not a QThread: its wait() returns while libraries may still be tidying up on it; a join is the end.
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Call> m_calls;
    bool m_isEnding = false;
};

} // namespace bongsu
