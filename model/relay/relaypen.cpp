#include "relay/relaypen.h"

#include <algorithm>

namespace bongsu {

Circumstances RelayPen::circumstances(const LogId& log) const {
    const Ledger& ledger = m_sequencer.ledger();
    // What is on the disk, not what is on its way there: an entry that a crash takes away must not have been
    // seen by one that stays.
    const auto seen = [this](const LogId& of) -> std::optional<SeenPoint> {
        const auto statement = m_sequencer.head(of);
        const Result<Head> head = statement ? decodeHead(statement->bytes) : refuse(refusal::notFound);
        return head ? std::optional(SeenPoint{head->epoch, head->seq, head->hash}) : std::nullopt;
    };
    const OrgId org = *ledger.organisation().id;
    const Incident* incident = ledger.incident(log);
    const auto& numbers = incident ? incident->deviceSeqs : ledger.organisation().deviceSeqs;
    const auto used = numbers.find(m_sequencer.relay());
    const auto offered = m_numbers.find(log);
    const quint64 newest =
        std::max(used == numbers.end() ? 0 : used->second, offered == m_numbers.end() ? 0 : offered->second);
    return {org, log, newest + 1, m_clock.now(), seen(log), seen(LogId::of(org))};
}

void RelayPen::record(const LogId& log, const Facts& facts, const Text& text, Sequencer::Answer answer) {
    const Circumstances around = circumstances(log);
    const auto composed = compose(facts, text, around, m_signer, m_randomness);
    if (!composed) {
        answer({Judgement::Kind::Failed, EventId::zeros(), {}, {}, Failure{failure::protocol, "too large"}});
        return;
    }
    m_numbers.insert_or_assign(log, around.deviceSeq);
    m_sequencer.offer(composed->offer, std::nullopt, std::move(answer));
}

} // namespace bongsu
