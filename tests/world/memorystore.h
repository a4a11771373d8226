// An EventStore in memory for the simulator: the same answers as SQLite's, each when the seeded schedule
// says.
#pragma once

#include "world/memorycontents.h"

#include <deque>
#include <memory>

namespace bongsu {

// What survives the process and the power, and what its owner is told to suffer.
struct MemoryDisk {
    MemoryContents contents;
    std::map<QString, MemoryContents> backups; // file -> a copy; restoring is a new disk with such contents

    bool isFull = false;    // commits fail with disk.full
    bool isFailing = false; // every call fails with disk
    // The next commit is answered Unknown: true, and carried out; false, and not.
    std::optional<bool> nextIsUnknown;
};

class MemoryStore : public EventStore {
  public:
    using Task = std::function<void()>;
    // Takes a task to be run later, whenever and in whatever order; never runs it at once.
    using Schedule = std::function<void(Task)>;

    // Each call becomes two tasks: carrying out, then answering. Whichever task is run first, calls are
    // carried out and answered in their order.
    MemoryStore(std::shared_ptr<MemoryDisk> disk, Schedule schedule);
    // As SQLite's: carries out the commits given, answers nothing more.
    ~MemoryStore() override;

    // What was not carried out yet is lost, and nothing is answered any more; the disk goes to the next
    // store.
    void losePower();

    void commit(Change change, Done<Committed> done) override;
    void tips(Done<std::vector<StoredTip>> done) override;
    void range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
               Done<std::vector<StoredEntry>> done) override;
    void ownEvents(Done<std::vector<OwnEvent>> done) override;
    void heads(Done<std::map<LogId, Statement>> done) override;
    void settings(Done<std::map<QByteArray, QByteArray>> done) override;
    void blobs(Done<std::vector<BlobState>> done) override;
    void blob(BlobId blob, Done<std::optional<BlobState>> done) override;
    void blobChunk(BlobId blob, quint64 chunk, Done<std::optional<QByteArray>> done) override;
    void inspect(Done<std::monostate> done) override;
    void backup(QString file, Done<std::monostate> done) override;

  private:
    // Does its work on the disk and gives back the answering.
    using Call = std::function<Task(MemoryDisk&)>;
    struct Queue {
        std::shared_ptr<MemoryDisk> disk;
        Schedule schedule;
        std::deque<Call> calls;
        std::deque<Task> answers;
    };

    template <class T>
    void ask(Done<T> done, std::function<Result<T>(MemoryDisk&)> work);
    static void carryOutOldest(const std::weak_ptr<Queue>& queue);
    static void answerOldest(const std::weak_ptr<Queue>& queue);

    std::shared_ptr<Queue> m_queue; // tasks hold it weakly: they outlive the store in the schedule
};

} // namespace bongsu
