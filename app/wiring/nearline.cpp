#include "wiring/nearline.h"

#include "sync/loopbacklink.h"

namespace bongsu {

namespace {

// Answers in a turn of its own, unless it is given up before.
class NearAttempt final : public DialAttempt {
  public:
    NearAttempt(NearDoor& door, Timers& timers, Done<Result<Dialed>> done) : m_alarm(timers) {
        m_alarm.set(Millis(0), [&door, done = std::move(done)] {
            done(Dialed{door.enter(), door.pin()}); // may end this attempt
        });
    }

  private:
    Alarm m_alarm;
};

} // namespace

void NearDoor::later(std::function<void()> call) {
    QMetaObject::invokeMethod(&m_turns, std::move(call), Qt::QueuedConnection);
}

std::unique_ptr<Link> NearDoor::enter() {
    const auto nextTurn = [this](std::function<void()> call) { later(std::move(call)); };
    auto [desktops, relays] = LoopbackLink::pair(nextTurn, nextTurn);
    m_sessions.push_back(m_relay.serve(std::move(relays), *this));
    return std::move(desktops);
}

// A session says that it ends from within itself.
void NearDoor::sessionEnded(RelaySession& session) {
    later([this, ended = &session] {
        std::erase_if(m_sessions, [ended](const auto& one) { return one.get() == ended; });
    });
}

std::unique_ptr<DialAttempt> NearDialer::dial(const Address&, Done<Result<Dialed>> done) {
    return std::make_unique<NearAttempt>(m_door, m_timers, std::move(done));
}

} // namespace bongsu
