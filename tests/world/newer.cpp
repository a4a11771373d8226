// A newer release among older ones: kinds that nobody here knows. They are kept as they came, numbered,
// passed on and judged by nothing, so that whoever knows them finds them whole.
#include "world/actors.h"

namespace bongsu {

// With one of the desktops' keys, as if its person had a newer program for a moment.
void World::writeAsNewer(const SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    const Incident* incident = desktop.journal().incident(log);
    if (!m_relay->isUp() || !incident) {
        return;
    }
    note(&desktop, "writes what only a newer release knows");
    const Part facts{random.fixed<Salt>(), QByteArray("\xa1\x01\x18\x2a", 4)}; // {1: 42}
    const DeviceId device = desktop.journal().device();
    const auto newest = incident->deviceSeqs.find(device);
    const quint64 deviceSeq = (newest == incident->deviceSeqs.end() ? 0 : newest->second) + 1;
    const Header header{desktop.journal().organisationId(),
                        log,
                        "later.noted",
                        1,
                        0,
                        device,
                        deviceSeq,
                        time.now(),
                        std::nullopt,
                        std::nullopt,
                        std::nullopt,
                        hashOf(PartKind::Facts, facts),
                        std::nullopt,
                        quint64(facts.bytes.size()),
                        0};
    const Event event = signEvent(header, desktop.signer());
    m_relay->sequencer().offer({event.bytes, facts, TextPart::none()}, std::nullopt,
                               [this, event, facts](const Judgement& judged) {
                                   if (judged.kind == Judgement::Kind::Recorded) {
                                       ++tally.unknownKinds;
                                       m_ofNewer.insert_or_assign(event.id, facts.bytes);
                                   }
                               });
}

// Wherever it is, it is as it came; and where it was kept once it has its place, or was refused.
void World::checkNewer(Findings& findings) const {
    std::set<EventId> kept;
    const auto look = [&](const MemoryContents& contents) {
        for (const auto& [log, held] : contents.logs) {
            for (const StoredEntry& stored : held.entries) {
                const auto known = m_ofNewer.find(stored.event);
                if (known == m_ofNewer.end()) {
                    continue;
                }
                kept.insert(stored.event);
                if (known->second != stored.entry.facts.bytes) {
                    findings.append(QStringLiteral("what only a newer release knows was changed"));
                }
            }
        }
    };
    for (const auto& desktop : m_desktops) {
        if (!isLeftAlone(*desktop)) {
            look(desktop->disk().contents);
        }
    }
    for (const auto& [event, facts] : m_ofNewer) {
        // A relay that loses may lose what nobody had seen; one that lies need not pass anything on.
        const bool mustBeThere = m_options.ordeal == Ordeal::RelayLoses
                                     ? kept.contains(event)
                                     : m_options.ordeal != Ordeal::RelayLies;
        if (mustBeThere && !witness.isAnySplit() && !placeOf(event) && !isRefusedSomewhere(event)) {
            findings.append(QStringLiteral("what only a newer release knows is gone"));
        }
    }
}

} // namespace bongsu
