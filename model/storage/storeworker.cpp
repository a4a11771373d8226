#include "storage/storeworker.h"

#include "domain/base/limits.h"

#include <future>

namespace bongsu {

using namespace std::chrono_literals;

namespace {
constexpr auto scrubAgainAfter = 1s;
}

StoreWorker::~StoreWorker() {
    if (!m_thread.joinable()) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

Result<bool> StoreWorker::start(const QString& file, const KeyRing& keys, const StoreOptions& options) {
    std::promise<Result<bool>> opened;
    auto isOpened = opened.get_future();
    m_thread = std::thread([this, opened = std::move(opened), &keys, file, options]() mutable {
        const auto store = StoreFile::open(file, keys, options);
        if (!store) {
            opened.set_value(errorOf(store));
            return;
        }
        opened.set_value((*store)->isNewer());
        run(**store);
    });
    return isOpened.get();
}

void StoreWorker::commit(Change change, Answered answered) {
    give({std::move(change), std::move(answered), {}});
}

void StoreWorker::work(Work work) {
    give({{}, {}, std::move(work)});
}

void StoreWorker::give(Call call) {
    {
        const std::lock_guard lock(m_mutex);
        m_calls.push_back(std::move(call));
    }
    m_changed.notify_one();
}

void StoreWorker::run(StoreFile& file) {
    for (auto calls = takeCalls(file); !calls.empty(); calls = takeCalls(file)) {
        carryOut(file, std::move(calls));
    }
}

std::deque<StoreWorker::Call> StoreWorker::takeCalls(StoreFile& file) {
    std::unique_lock lock(m_mutex);
    const auto isAwaited = [this] { return !m_calls.empty() || m_isEnding; };
    while (file.owesScrub() && !m_changed.wait_for(lock, scrubAgainAfter, isAwaited)) {
        lock.unlock();
        file.scrub();
        lock.lock();
    }
    m_changed.wait(lock, isAwaited);
    return std::exchange(m_calls, {});
}

void StoreWorker::carryOut(StoreFile& file, std::deque<Call> calls) {
    while (!calls.empty()) {
        if (calls.front().change) {
            carryOutCommits(file, calls);
        } else {
            calls.front().work(file);
            calls.pop_front();
        }
    }
}

void StoreWorker::carryOutCommits(StoreFile& file, std::deque<Call>& calls) {
    std::vector<Change> changes;
    std::vector<Answered> answered;
    while (!calls.empty() && calls.front().change && changes.size() < limits::commitsPerSync) {
        changes.push_back(std::move(*calls.front().change));
        answered.push_back(std::move(calls.front().answered));
        calls.pop_front();
    }
    auto answers = file.commit(changes);
    for (size_t i = 0; i < answers.size(); ++i) {
        answered[i](std::move(answers[i]));
    }
}

} // namespace bongsu
