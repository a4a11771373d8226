// Lists of addresses: how many people are told they hold, and when they may change.
#include "relay/deliveries.h"

namespace bongsu {

void Deliveries::tellRecipients() {
    const Organisation& organisation = m_parts.sequencer.ledger().organisation();
    if (!organisation.id) {
        return; // not founded yet
    }
    std::map<QString, quint64> counts = m_recipients.sizes();
    for (const auto& [key, count] : organisation.recipients) {
        if (key.second == m_parts.sequencer.relay()) {
            counts.try_emplace(key.first, 0);
        }
    }
    for (const auto& [list, count] : counts) {
        const auto told = organisation.recipients.find({list, m_parts.sequencer.relay()});
        if ((told == organisation.recipients.end() ? 0 : told->second) != count) {
            m_parts.pen.record(LogId::of(*organisation.id), RecipientsCounted{list, count}, {},
                               [](const Judgement&) {}); // where that fails, once it may be told again
        }
    }
}

// Messages are known by the place of their address in its list: one that changed would be another list.
bool Deliveries::needsList(const QString& list) const {
    const Channels* channels = m_channels.channels();
    for (const auto& [log, held] : m_parts.sequencer.ledger().incidents()) {
        if (!channels || !held.incident) {
            continue;
        }
        for (const auto& [id, notice] : held.incident->notices) {
            for (const Outgoing& outgoing : notice.outgoings) {
                const Channel* channel = channels->channel(outgoing.channel);
                const auto delivery = notice.deliveries.find(outgoing.channel);
                const bool isOpen = delivery != notice.deliveries.end() &&
                                    (delivery->second.isOpen() || delivery->second.counts.unknown > 0);
                const bool isOwn = channel && channel->recipients == list;
                if (isOwn && notice.standing == NoticeStatus::Standing::Approved &&
                    (isOpen || !notice.isFinished())) {
                    return true;
                }
            }
        }
    }
    return false;
}

} // namespace bongsu
