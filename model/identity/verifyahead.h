// Checks signatures on threads of its own, ahead of the one that numbers, which then finds the answers there.
#pragma once

#include "domain/event/event.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace bongsu {

// What a signature is to be checked against: the arguments of Verifier::verify().
struct SignedMessage {
    PublicKey key;
    QByteArray message;
    Signature signature;

    friend bool operator==(const SignedMessage&, const SignedMessage&) = default;
};

class VerifyAhead final : public QObject, public Verifier {
  public:
    // `inner` must be safe from any thread and outlives this.
    VerifyAhead(const Verifier& inner, int threads);
    ~VerifyAhead() override;

    // Calls `done` by the event loop of this object's thread when the answers are there, each in a turn of
    // its own: whatever else waits there goes between. Calls keep their order. Answers that nobody asks for
    // are forgotten when they become many.
    void check(std::vector<SignedMessage> messages, std::function<void()> done);

    // Ends by one of the threads what nobody else holds any more: a ledger of 100,000 entries takes a while.
    void letGo(std::shared_ptr<void> held);

    // The answer that is there, taken out; what was not checked ahead is checked now. On this object's
    // thread.
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override;

  private:
    struct Batch {
        std::vector<SignedMessage> messages;
        std::vector<char> valid; // one for each, written by whoever checks it
        std::size_t next = 0;    // to be checked
        std::size_t missing = 0; // not answered yet
        std::function<void()> done;
    };
    using BatchPtr = std::shared_ptr<Batch>;

    void work();
    void callForDelivery(); // with the lock held
    void deliver();

    const Verifier& m_inner;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex; // over what follows
    std::condition_variable m_changed;
    std::deque<BatchPtr> m_batches; // in the order of check(); those in front may be whole already
    std::vector<std::shared_ptr<void>> m_letGo;
    bool m_isCalled = false; // a delivery is on its way to the event loop
    bool m_isEnding = false;
    // On this object's thread alone. By signature: equal ones of several messages replace each other.
    struct Answer {
        SignedMessage of;
        bool valid;
    };
    mutable std::unordered_map<Signature, Answer, Signature::Hash> m_answers;
};

} // namespace bongsu
