// A desktop's offers under way: which wait for a verdict, and from where to go on.
#pragma once

#include "sync/clienthost.h"

#include <set>

namespace bongsu {

class OfferWindow {
  public:
    explicit OfferWindow(ClientHost& host) : m_host(host) {}

    // The next events that are to go, as many as one frame holds; nothing while the window is full or rests.
    std::optional<frame::Offers> next();
    // Whether a verdict is due.
    bool isWaiting() const { return !m_resting && !m_inFlight.empty(); }

    // A final verdict on `event`.
    void settled(const EventId& event) { m_inFlight.erase(event); }
    // An event of `run` was not judged. True if that ended the run: nothing goes until beginAgain().
    bool failed(quint64 run);
    void beginAgain();

  private:
    ClientHost& m_host;
    quint64 m_run = 1;
    quint64 m_part = 0;
    bool m_resting = false;
    quint64 m_offeredTo = 0; // PendingOffer::order
    std::set<EventId> m_inFlight;
};

} // namespace bongsu
