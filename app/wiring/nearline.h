// Lines to a relay in this very process, without a socket: for an organisation that nobody else may reach.
#pragma once

#include "sync/dialer.h"
#include "sync/relaysession.h"
#include "wiring/relaynode.h"

#include <list>

namespace bongsu {

// The relay's end: holds the sessions until they have ended.
class NearDoor final : public RelaySessionOwner {
  public:
    explicit NearDoor(RelayNode& relay) : m_relay(relay) {}

    // A line through the door: the caller's end.
    std::unique_ptr<Link> enter();
    TlsPin pin() const { return m_relay.relayKeys().pins.front(); }
    // In a turn of its own, in the order of the calls, unless the door has ended.
    void later(std::function<void()> call);

  private:
    bool sessionProven(RelaySession&) override { return true; }
    void sessionEnded(RelaySession& session) override;

    RelayNode& m_relay;
    QObject m_turns; // outlives the sessions: their lines end through it
    std::list<std::unique_ptr<RelaySession>> m_sessions;
};

// The desktop's end. The address makes no difference; the door must outlive what is dialled.
class NearDialer final : public Dialer {
  public:
    NearDialer(NearDoor& door, Timers& timers) : m_door(door), m_timers(timers) {}

    std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) override;

  private:
    NearDoor& m_door;
    Timers& m_timers;
};

} // namespace bongsu
