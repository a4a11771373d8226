#include "identity/verifyahead.h"

#include "threads/handover.h"

#include <algorithm>
#include <utility>

namespace bongsu {

namespace {
constexpr std::size_t forgetAbove = 4096; // answers that nobody came for
}

VerifyAhead::VerifyAhead(const Verifier& inner, int threads) : m_inner(inner) {
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this] { work(); });
    }
}

VerifyAhead::~VerifyAhead() {
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

void VerifyAhead::check(std::vector<SignedMessage> messages, std::function<void()> done) {
    auto batch = std::make_shared<Batch>();
    batch->valid.resize(messages.size());
    batch->missing = messages.size();
    batch->messages = std::move(messages);
    batch->done = std::move(done);
    {
        const std::lock_guard lock(m_mutex);
        m_batches.push_back(std::move(batch));
        callForDelivery(); // of one with nothing to check
    }
    m_changed.notify_all();
}

// One message at a time: threads share a batch, so that a small one is done soon.
void VerifyAhead::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto open = std::find_if(m_batches.begin(), m_batches.end(), [](const BatchPtr& batch) {
            return batch->next < batch->messages.size();
        });
        if (m_isEnding) {
            return;
        }
        if (!m_letGo.empty()) {
            auto held = std::exchange(m_letGo, {});
            lock.unlock();
            held.clear();
            lock.lock();
            continue;
        }
        if (open == m_batches.end()) {
            m_changed.wait(lock);
            continue;
        }
        const BatchPtr batch = *open;
        const std::size_t number = batch->next++;
        lock.unlock();
        const SignedMessage& one = batch->messages[number];
        const bool valid = m_inner.verify(one.key, one.message, one.signature);
        lock.lock();
        batch->valid[number] = char(valid);
        --batch->missing;
        callForDelivery();
    }
}

void VerifyAhead::letGo(std::shared_ptr<void> held) {
    {
        const std::lock_guard lock(m_mutex);
        m_letGo.push_back(std::move(held));
    }
    m_changed.notify_one();
}

// One batch in each turn of the event loop.
void VerifyAhead::callForDelivery() {
    if (!m_isCalled && !m_batches.empty() && m_batches.front()->missing == 0) {
        m_isCalled = true;
        handOver(this, [this] { deliver(); });
    }
}

void VerifyAhead::deliver() {
    BatchPtr batch;
    {
        const std::lock_guard lock(m_mutex);
        batch = std::move(m_batches.front());
        m_batches.pop_front();
    }
    if (m_answers.size() > forgetAbove) {
        m_answers.clear();
    }
    for (std::size_t i = 0; i < batch->messages.size(); ++i) {
        SignedMessage& one = batch->messages[i];
        const Signature signature = one.signature;
        m_answers.insert_or_assign(signature, Answer{std::move(one), batch->valid[i] != 0});
    }
    batch->done();
    const std::lock_guard lock(m_mutex); // only now: what that call left to the event loop goes first
    m_isCalled = false;
    callForDelivery();
}

bool VerifyAhead::verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const {
    const auto known = m_answers.find(signature);
    if (known != m_answers.end() && known->second.of.key == key && known->second.of.message == message) {
        const bool valid = known->second.valid;
        m_answers.erase(known);
        return valid;
    }
    return m_inner.verify(key, message, signature);
}

} // namespace bongsu
