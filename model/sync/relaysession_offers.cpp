// What a client offers: handed on in its order, each event answered in that order.
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
    if (run != m_run || !m_order) {
        m_order = std::make_shared<OfferRun>();
    }
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
    const auto waiting = std::make_shared<WaitingOffers>();
    waiting->run = offers.run;
    for (const Event& event : events) {
        waiting->ids.push_back(event.id);
    }
    m_waitingOffers += events.size();
    m_offers.push_back(waiting);
    if (offers.run <= m_failedRun) {
        judged(waiting, std::vector<OfferOutcome>(events.size(), Failure{m_failedWith}));
        return;
    }
    // Frames do not wait for each other: they share a commit. An order broken by a failure stays unbroken all
    // the same, see OfferRun.
    m_host.offer({m_kind, *m_claimant, m_order}, offers.events,
                 m_lifeline.whileAlive([this, waiting](std::vector<OfferOutcome> outcomes) {
                     judged(waiting, std::move(outcomes));
                 }));
}

void RelaySession::judged(const std::shared_ptr<WaitingOffers>& offers, std::vector<OfferOutcome> outcomes) {
    offers->outcomes = std::move(outcomes);
    while (!m_offers.empty() && m_offers.front()->outcomes) {
        const auto next = std::move(m_offers.front());
        m_offers.pop_front();
        answer(*next, *next->outcomes);
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
