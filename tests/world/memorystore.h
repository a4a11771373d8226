// An EventStore in memory for the simulator: the same answers as SQLite's, each when the seeded schedule
// says.
#pragma once

#include "world/memorycontents.h"

#include <deque>
#include <memory>

namespace bongsu {

// What survives the process and the power, and what its owner is told to suffer.
struct MemoryDisk {
    // 0 .. most - 1
    using Chance = std::function<quint32(quint32 most)>;
    // Commits that a power cut took away though they were said to be durable, and whether one was half
    // written.
    struct Lost {
        std::size_t saidDurable = 0;
        bool half = false;
    };

    // From now on commits are said to be synced and are not, until it says otherwise or the power goes.
    void beginLying();
    void endLying() { m_lie.reset(); } // everything has reached the platter
    bool isLying() const { return m_lie.has_value(); }
    // Of what was written and not synced any prefix is there, always to the end of a whole commit.
    Lost losePower(const std::vector<Change>& written, const Chance& chance);
    // As a store does: the answer to a commit.
    Result<Committed> commit(const Change& change);

    MemoryContents contents;
    std::map<QString, MemoryContents> backups; // file -> a copy; restoring is a new disk with such contents

    std::optional<QByteArray> snapshot; // outlives a cut of power that takes what it was made of

    bool isFull = false;    // commits fail with disk.full
    bool isFailing = false; // every call fails with disk
    // The next commit is answered Unknown: true, and carried out; false, and not.
    std::optional<bool> nextIsUnknown;
    bool opensToHalves = false; // broken on purpose: half of a commit may be there after a power cut

  private:
    struct Lie {
        MemoryContents held;      // by the platter
        std::vector<Change> said; // durable since
    };
    Result<Committed> carryOut(const Change& change);
    std::optional<Lie> m_lie;
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
    // store. With a chance: some of it had been written.
    MemoryDisk::Lost losePower(const MemoryDisk::Chance& chance = {});

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
    void snapshot(Done<std::optional<QByteArray>> done) override;
    void keepSnapshot(QByteArray snapshot, Done<std::monostate> done) override;
    void inspect(Done<std::monostate> done) override;
    void backup(QString file, Done<std::monostate> done) override;

  private:
    // Does its work on the disk and gives back the answering.
    struct Call {
        std::function<Task(MemoryDisk&)> carryOut;
        std::shared_ptr<const Change> commit; // nothing: it reads
    };
    struct Queue {
        std::shared_ptr<MemoryDisk> disk;
        Schedule schedule;
        std::deque<Call> calls;
        std::deque<Task> answers;
    };

    template <class T>
    void ask(Done<T> done, std::function<Result<T>(MemoryDisk&)> work,
             std::shared_ptr<const Change> commit = {});
    static void carryOutOldest(const std::weak_ptr<Queue>& queue);
    static void answerOldest(const std::weak_ptr<Queue>& queue);

    std::shared_ptr<Queue> m_queue; // tasks hold it weakly: they outlive the store in the schedule
};

} // namespace bongsu
