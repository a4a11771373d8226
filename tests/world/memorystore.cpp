#include "world/memorystore.h"

namespace bongsu {

namespace {
Result<Committed> commitTo(MemoryDisk& disk, const Change& change) {
    if (disk.isFull) {
        return fail(failure::full);
    }
    const auto unknown = std::exchange(disk.nextIsUnknown, std::nullopt);
    if (unknown == false) {
        return Committed::Unknown;
    }
    const auto done = disk.contents.carryOut(change);
    return unknown && done == Committed::Durable ? Committed::Unknown : done;
}

std::vector<StoredEntry> rangeOf(const MemoryContents& contents, const LogId& log, quint64 fromSeq, int count,
                                 qsizetype bytes) {
    std::vector<StoredEntry> page;
    const auto held = contents.logs.find(log);
    if (held == contents.logs.end()) {
        return page;
    }
    const auto& entries = held->second.entries;
    for (quint64 i = std::max<quint64>(fromSeq, 1) - 1; i < entries.size() && int(page.size()) < count; ++i) {
        bytes -= sizeOf(entries[i]);
        if (bytes < 0 && !page.empty()) {
            break;
        }
        page.push_back(entries[i]);
    }
    return page;
}
} // namespace

MemoryStore::MemoryStore(std::shared_ptr<MemoryDisk> disk, Schedule schedule)
    : m_queue(std::make_shared<Queue>()) {
    m_queue->disk = std::move(disk);
    m_queue->schedule = std::move(schedule);
}

MemoryStore::~MemoryStore() {
    for (const Call& call : m_queue->calls) {
        call(*m_queue->disk);
    }
    losePower(); // a task that is running may hold the queue
}

void MemoryStore::losePower() {
    m_queue->calls.clear();
    m_queue->answers.clear();
}

template <class T>
void MemoryStore::ask(Done<T> done, std::function<Result<T>(MemoryDisk&)> work) {
    m_queue->calls.push_back([done = std::move(done), work = std::move(work)](MemoryDisk& disk) -> Task {
        Result<T> result = disk.isFailing ? fail(failure::disk) : work(disk);
        return [done, result = std::move(result)] { done(result); };
    });
    m_queue->schedule([queue = std::weak_ptr(m_queue)] { carryOutOldest(queue); });
}

void MemoryStore::carryOutOldest(const std::weak_ptr<Queue>& weak) {
    const auto queue = weak.lock();
    if (!queue || queue->calls.empty()) {
        return;
    }
    const Call call = std::move(queue->calls.front());
    queue->calls.pop_front();
    queue->answers.push_back(call(*queue->disk));
    queue->schedule([weak] { answerOldest(weak); });
}

void MemoryStore::answerOldest(const std::weak_ptr<Queue>& weak) {
    const auto queue = weak.lock();
    if (!queue || queue->answers.empty()) {
        return;
    }
    const Task answer = std::move(queue->answers.front());
    queue->answers.pop_front();
    answer();
}

void MemoryStore::commit(Change change, Done<Committed> done) {
    ask<Committed>(std::move(done),
                   [change = std::move(change)](MemoryDisk& disk) { return commitTo(disk, change); });
}

void MemoryStore::tips(Done<std::vector<StoredTip>> done) {
    ask<std::vector<StoredTip>>(std::move(done), [](MemoryDisk& disk) {
        std::vector<StoredTip> tips;
        for (const auto& [log, held] : disk.contents.logs) {
            if (const auto tip = disk.contents.tip(log)) {
                tips.push_back(*tip);
            }
        }
        return tips;
    });
}

void MemoryStore::range(LogId log, quint64 fromSeq, int count, qsizetype bytes,
                        Done<std::vector<StoredEntry>> done) {
    ask<std::vector<StoredEntry>>(std::move(done), [=](MemoryDisk& disk) {
        return rangeOf(disk.contents, log, fromSeq, count, bytes);
    });
}

void MemoryStore::ownEvents(Done<std::vector<OwnEvent>> done) {
    ask<std::vector<OwnEvent>>(std::move(done), [](MemoryDisk& disk) { return disk.contents.own; });
}

void MemoryStore::heads(Done<std::map<LogId, Statement>> done) {
    ask<std::map<LogId, Statement>>(std::move(done), [](MemoryDisk& disk) { return disk.contents.heads; });
}

void MemoryStore::settings(Done<std::map<QByteArray, QByteArray>> done) {
    ask<std::map<QByteArray, QByteArray>>(std::move(done),
                                          [](MemoryDisk& disk) { return disk.contents.settings; });
}

void MemoryStore::blobs(Done<std::vector<BlobState>> done) {
    ask<std::vector<BlobState>>(std::move(done), [](MemoryDisk& disk) {
        std::vector<BlobState> all;
        for (const auto& [id, kept] : disk.contents.blobs) {
            all.push_back(kept.state);
        }
        return all;
    });
}

void MemoryStore::blob(BlobId blob, Done<std::optional<BlobState>> done) {
    ask<std::optional<BlobState>>(std::move(done), [blob](MemoryDisk& disk) {
        const auto kept = disk.contents.blobs.find(blob);
        return kept == disk.contents.blobs.end() ? std::nullopt : std::optional(kept->second.state);
    });
}

void MemoryStore::blobChunk(BlobId blob, quint64 chunk, Done<std::optional<QByteArray>> done) {
    ask<std::optional<QByteArray>>(std::move(done), [blob, chunk](MemoryDisk& disk) {
        const auto kept = disk.contents.blobs.find(blob);
        return kept == disk.contents.blobs.end() || chunk >= kept->second.chunks.size()
                   ? std::nullopt
                   : std::optional(kept->second.chunks[std::size_t(chunk)]);
    });
}

void MemoryStore::inspect(Done<std::monostate> done) {
    ask<std::monostate>(std::move(done), [](MemoryDisk&) { return std::monostate{}; });
}

void MemoryStore::backup(QString file, Done<std::monostate> done) {
    ask<std::monostate>(std::move(done), [file](MemoryDisk& disk) -> Result<std::monostate> {
        if (!disk.backups.try_emplace(file, disk.contents).second) {
            return fail(failure::disk, "exists");
        }
        return std::monostate{};
    });
}

} // namespace bongsu
