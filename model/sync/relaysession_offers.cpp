// What a client offers: in its order, one frame at a time, each event answered.
#include "sync/relaysession.h"

#include "domain/base/limits.h"
#include "domain/event/organisation_facts.h"

#include <algorithm>

namespace bongsu {

bool RelaySession::mayOffer(const std::vector<Event>& events) {
    if (m_kind != SessionKind::Joining) {
        return m_waitingOffers + events.size() <= std::size_t(limits::offersInFlight);
    }
    return events.size() == 1 && !std::exchange(m_joinOffered, true) &&
           events.front().header.kind == DeviceAdded::kind.name;
}

// False for a part that came before. A missing one fails the run from here on: what follows must not overtake
// it.
bool RelaySession::isNextPart(quint64 run, quint64 part) {
    if (run < m_run || (run == m_run && part <= m_part)) {
        return false;
    }
    const bool follows = run == m_run ? part == m_part + 1 : part == 1;
    m_run = run;
    m_part = part;
    if (!follows && m_failedRun < run) {
        m_failedRun = run;
        m_failedWith = failure::offerGap;
    }
    return true;
}

void RelaySession::take(const frame::Offers& offers) {
    std::vector<Event> events;
    for (const OfferedEvent& offered : offers.events) {
        auto event = decodeEvent(offered.offer.event);
        if (!event) {
            fault("event");
            return;
        }
        events.push_back(std::move(*event));
    }
    if (m_stage != Stage::Open || !mayOffer(events)) {
        fault("offer");
        return;
    }
    if (!isNextPart(offers.run, offers.part)) {
        return;
    }
    WaitingOffers waiting{offers.run, offers.events, {}};
    for (const Event& event : events) {
        waiting.ids.push_back(event.id);
    }
    m_waitingOffers += events.size();
    m_offers.push_back(std::move(waiting));
    offerNext();
}

// One frame at a time, so that an order broken by a failure stays unbroken.
void RelaySession::offerNext() {
    while (!m_offering && !m_offers.empty() && m_stage == Stage::Open) {
        WaitingOffers offers = std::move(m_offers.front());
        m_offers.pop_front();
        if (offers.run <= m_failedRun) {
            answer(offers, std::vector<OfferOutcome>(offers.ids.size(), Failure{m_failedWith}));
            continue;
        }
        m_offering = true;
        std::vector<OfferedEvent> events = std::exchange(offers.events, {});
        m_host.offer({m_kind, *m_claimant}, std::move(events),
                     m_lifeline.whileAlive([this, offers](const std::vector<OfferOutcome>& outcomes) {
                         m_offering = false;
                         answer(offers, outcomes);
                         offerNext();
                     }));
    }
}

void RelaySession::answer(const WaitingOffers& offers, const std::vector<OfferOutcome>& outcomes) {
    Q_ASSERT(outcomes.size() == offers.ids.size());
    m_waitingOffers -= offers.ids.size();
    for (std::size_t i = 0; i < outcomes.size() && m_stage == Stage::Open; ++i) {
        if (const auto* place = std::get_if<Place>(&outcomes[i])) {
            send(frame::Taken{offers.ids[i], place->log, place->epoch, place->seq});
        } else if (const auto* refusal = std::get_if<Statement>(&outcomes[i])) {
            send(frame::Refused{*refusal});
        } else {
            m_failedRun = std::max(m_failedRun, offers.run);
            m_failedWith = std::get<Failure>(outcomes[i]).code;
            send(frame::Failed{offers.run, offers.ids[i], m_failedWith});
        }
    }
}

} // namespace bongsu
