// Hands a call to the event loop of another thread.
#pragma once

#include <QObject>

#include <memory>
#include <utility>

#if defined(__SANITIZE_THREAD__)
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);
#endif

namespace bongsu {

// Qt keeps what is handed over in order, but its libraries are not instrumented and the thread sanitizer sees
// none of it. It is told here, so that it need not be silenced about everything that an event loop calls.
// What a thread did before happensBefore(token) was done when another's happensAfter(token) is.
inline void happensBefore([[maybe_unused]] void* token) {
#if defined(__SANITIZE_THREAD__)
    __tsan_release(token);
#endif
}
inline void happensAfter([[maybe_unused]] void* token) {
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(token);
#endif
}

#if defined(__SANITIZE_THREAD__)
#define BONGSU_BEFORE_ORDER __attribute__((no_sanitize("thread"), noinline))
#else
#define BONGSU_BEFORE_ORDER
#endif

// Carried out, the call ends on the thread that carried it out: Qt lets go of it on whichever comes last.
template <class Call>
class HandedCall {
  public:
    explicit HandedCall(Call call) : m_call(new Call(std::move(call))) {}
    // Where Qt keeps it, which is allocated by then.
    HandedCall(HandedCall&& other) noexcept : m_call(std::exchange(other.m_call, nullptr)) {
        happensBefore(m_call);
    }
    HandedCall(const HandedCall&) = delete;
    HandedCall& operator=(const HandedCall&) = delete;
    // The pointer is read before the sanitizer knows of the order: these look away for that.
    BONGSU_BEFORE_ORDER ~HandedCall() {
        if (m_call != nullptr) {
            happensAfter(m_call);
            end(m_call);
        }
    }
    BONGSU_BEFORE_ORDER void operator()() {
        Call* const call = m_call;
        m_call = nullptr;
        happensAfter(call);
        run(call);
    }

  private:
    static void end(Call* call) { delete call; }
    static void run(Call* call) {
        const std::unique_ptr<Call> ends(call);
        (*call)();
    }

    Call* m_call;
};

// From any thread: `call` runs on the thread of `context`, in a turn of its own, unless `context` goes
// before. It must not go while this function runs.
template <class Call>
void handOver(QObject* context, Call call) {
    QMetaObject::invokeMethod(context, HandedCall<Call>(std::move(call)), Qt::QueuedConnection);
}

} // namespace bongsu
