#include "sync/offerwindow.h"

#include "domain/base/limits.h"

namespace bongsu {

std::optional<frame::Offers> OfferWindow::next() {
    const auto room = limits::offersInFlight - int(m_inFlight.size());
    if (m_resting || room < limits::offersPerFrame) {
        return std::nullopt;
    }
    const std::vector<PendingOffer> pending = m_host.nextOffers(m_offeredTo, limits::offersPerFrame);
    if (pending.empty()) {
        return std::nullopt;
    }
    frame::Offers offers{m_run, ++m_part, {}};
    for (const PendingOffer& offer : pending) {
        offers.events.push_back(offer.event);
    }
    offers.events.erase(offers.events.begin() + qsizetype(fittingCount(offers.events)), offers.events.end());
    for (std::size_t i = 0; i < offers.events.size(); ++i) {
        m_inFlight.insert(pending[i].id);
        m_offeredTo = pending[i].order;
        m_host.offerSent(pending[i].id);
    }
    return offers;
}

bool OfferWindow::failed(quint64 run) {
    return run == m_run && !std::exchange(m_resting, true);
}

void OfferWindow::beginAgain() {
    ++m_run;
    m_part = 0;
    m_resting = false;
    m_offeredTo = 0;
    m_inFlight.clear();
}

} // namespace bongsu
