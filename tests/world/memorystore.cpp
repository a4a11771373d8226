#include "world/memorystore.h"

namespace bongsu {

namespace {
// What a store without recovery would find of a commit during which the power went.
Change halfOf(const Change& change) {
    Change half;
    half.appends = change.appends;
    for (LogAppend& append : half.appends) {
        append.entries.erase(append.entries.begin() + std::ptrdiff_t((append.entries.size() + 1) / 2),
                             append.entries.end());
    }
    return half;
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

void MemoryDisk::beginLying() {
    if (!m_lie) {
        m_lie = Lie{contents, {}};
    }
}

Result<Committed> MemoryDisk::carryOut(const Change& change) {
    const auto done = contents.carryOut(change);
    if (done == Committed::Durable && (!change.erasures.empty() || !change.rewinds.empty())) {
        snapshot.reset();
    }
    return done;
}

Result<Committed> MemoryDisk::commit(const Change& change) {
    if (isFull) {
        return fail(failure::full);
    }
    const auto unknown = std::exchange(nextIsUnknown, std::nullopt);
    if (unknown == false) {
        return Committed::Unknown;
    }
    const auto done = carryOut(change);
    if (m_lie && done == Committed::Durable) {
        m_lie->said.push_back(change);
    }
    return unknown && done == Committed::Durable ? Committed::Unknown : done;
}

MemoryDisk::Lost MemoryDisk::losePower(const std::vector<Change>& written, const Chance& chance) {
    Lost lost;
    std::size_t whole = chance(quint32(written.size()) + 1);
    if (m_lie) {
        const std::size_t kept = chance(quint32(m_lie->said.size()) + 1);
        lost.saidDurable = m_lie->said.size() - kept;
        whole = lost.saidDurable == 0 ? whole : 0; // what came later is not there, where that is not
        contents = std::move(m_lie->held);
        for (std::size_t i = 0; i < kept; ++i) {
            (void)carryOut(m_lie->said[i]);
        }
        m_lie.reset();
    }
    for (std::size_t i = 0; i < whole && !isFull; ++i) {
        (void)carryOut(written[i]);
    }
    lost.half = whole < written.size();
    if (lost.half && opensToHalves) {
        (void)carryOut(halfOf(written[whole]));
    }
    return lost;
}

MemoryStore::MemoryStore(std::shared_ptr<MemoryDisk> disk, Schedule schedule)
    : m_queue(std::make_shared<Queue>()) {
    m_queue->disk = std::move(disk);
    m_queue->schedule = std::move(schedule);
}

MemoryStore::~MemoryStore() {
    for (const Call& call : m_queue->calls) {
        call.carryOut(*m_queue->disk);
    }
    losePower(); // a task that is running may hold the queue
}

MemoryDisk::Lost MemoryStore::losePower(const MemoryDisk::Chance& chance) {
    std::vector<Change> written;
    for (const Call& call : m_queue->calls) {
        if (call.commit) {
            written.push_back(*call.commit);
        }
    }
    m_queue->calls.clear();
    m_queue->answers.clear();
    return chance ? m_queue->disk->losePower(written, chance) : MemoryDisk::Lost();
}

template <class T>
void MemoryStore::ask(Done<T> done, std::function<Result<T>(MemoryDisk&)> work,
                      std::shared_ptr<const Change> commit) {
    auto carryOut = [done = std::move(done), work = std::move(work)](MemoryDisk& disk) -> Task {
        Result<T> result = disk.isFailing ? fail(failure::disk) : work(disk);
        return [done, result = std::move(result)] { done(result); };
    };
    m_queue->calls.push_back({std::move(carryOut), std::move(commit)});
    m_queue->schedule([queue = std::weak_ptr(m_queue)] { carryOutOldest(queue); });
}

void MemoryStore::carryOutOldest(const std::weak_ptr<Queue>& weak) {
    const auto queue = weak.lock();
    if (!queue || queue->calls.empty()) {
        return;
    }
    const Call call = std::move(queue->calls.front());
    queue->calls.pop_front();
    queue->answers.push_back(call.carryOut(*queue->disk));
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
    const auto shared = std::make_shared<const Change>(std::move(change));
    ask<Committed>(
        std::move(done), [shared](MemoryDisk& disk) { return disk.commit(*shared); }, shared);
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

void MemoryStore::snapshot(Done<std::optional<QByteArray>> done) {
    ask<std::optional<QByteArray>>(std::move(done), [](MemoryDisk& disk) { return disk.snapshot; });
}

void MemoryStore::keepSnapshot(QByteArray snapshot, Done<std::monostate> done) {
    ask<std::monostate>(std::move(done),
                        [snapshot = std::move(snapshot)](MemoryDisk& disk) -> Result<std::monostate> {
                            disk.snapshot.reset();
                            if (disk.isFull) {
                                return fail(failure::full);
                            }
                            disk.snapshot = snapshot;
                            return std::monostate{};
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
