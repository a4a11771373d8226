// What a relay that lies can do: give two histories to two halves of the house, go on from an old state and
// say nothing, show entries that it has not numbered, and sign heads that contradict each other. It holds its
// own key and, with an insider's help, theirs; nobody else's.
#include "world/actors.h"

#include "domain/event/compose.h"

namespace bongsu {

// Under such a relay nobody promises I1: its word is worth nothing, and what it withholds nobody misses. But
// every desktop holds a sound history by itself (I2 to I9), its own drafts (I11), and cries as soon as two
// things that contradict each other reach it (I13).
bool World::lie(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    if (!m_relay->isUp()) {
        return true;
    }
    switch (random.below(7)) {
    case 0:
        if (!m_twin) {
            note(nullptr, "begins a second history");
            ++tally.secondHistories;
            const auto disk = std::make_shared<MemoryDisk>();
            disk->contents = m_relay->disk().contents;
            m_twin = std::make_unique<SimulatedRelay>(*this, m_options, disk);
        }
        return true;
    case 1:
    case 2:
        if (m_twin && desktop.isOpen()) {
            const bool back = desktop.dials(*m_twin);
            note(&desktop, back ? "is shown the first history" : "is shown the second history");
            desktop.dialTo(back ? *m_relay : *m_twin);
        }
        return true;
    case 3:
        if (m_backup && random.below(3) == 0) {
            note(nullptr, "goes on from an old state and says nothing");
            ++tally.backupsRestored;
            m_relay->comeBackWith(*m_backup);
        } else {
            m_backup = m_relay->disk().contents;
        }
        return true;
    default:
        forge(desktop);
        return true;
    }
}

namespace {
// The same event with other words than its author's would be another event: what is forged is the place.
Entry placed(const Ledger& ledger, const Event& event, const DeviceId& relay, Moment at) {
    return ledger.nextEntry(event, relay, at, std::nullopt);
}
} // namespace

// Shown to whoever is connected; the relay's own disk has nothing of it.
void World::forge(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    const Ledger& ledger = m_relay->sequencer().ledger();
    if (ledger.incidents().empty()) {
        return;
    }
    const auto& [log, held] =
        *std::next(ledger.incidents().begin(), random.below(quint32(ledger.incidents().size())));
    const Incident* incident = ledger.incident(log);
    const auto entries = m_relay->disk().contents.logs.find(log);
    if (!incident || entries == m_relay->disk().contents.logs.end() || entries->second.entries.empty() ||
        entries->second.entries.back().hash != held.index.tip->hash) {
        return;
    }
    const KeptEntry& last = entries->second.entries.back().entry;
    const Event lastEvent = *decodeEvent(decodeEntry(last.bytes)->event);
    const auto compose = [&, log = log](const Facts& facts) {
        const auto newest = incident->deviceSeqs.find(desktop.journal().device());
        const quint64 seq = newest == incident->deviceSeqs.end() ? 1 : newest->second + 1;
        return *bongsu::compose(
            facts, {},
            Circumstances{ledger.organisation().id, log, seq, time.now(), std::nullopt, std::nullopt},
            desktop.signer(), random);
    };
    const DeviceId relay = m_relay->sequencer().relay();
    ++tally.forged;
    switch (random.below(5)) {
    case 0: { // in somebody's name, by its own key
        note(nullptr, "invents an event");
        Composed made = compose(CommandTaken{incident->command.setBy});
        made.event = signEvent(made.event.header, m_relay->signer());
        made.offer.event = made.event.bytes;
        showForged(placed(ledger, made.event, relay, time.now()), made.offer, true);
        return;
    }
    case 1: { // an insider's, which the rules forbid or not
        note(nullptr, "lets an insider in");
        const Composed made = compose(GradeChanged{Grade::Total, incident->grade.setBy});
        showForged(placed(ledger, made.event, relay, time.now()), made.offer, false);
        return;
    }
    case 2:
        note(nullptr, "numbers an event again");
        showForged(placed(ledger, lastEvent, relay, time.now()), {lastEvent.bytes, last.facts, last.text},
                   true);
        return;
    case 3: {
        note(nullptr, "turns the time back, or the organisation");
        const Composed made = compose(GradeChanged{Grade::Total, incident->grade.setBy});
        Entry entry = placed(ledger, made.event, relay, time.now());
        if (random.below(2) == 0) {
            entry.recordedAt = held.index.tip->recordedAt - Millis(1);
        } else {
            entry.orgHash = EntryHash::zeros();
        }
        showForged(entry, made.offer, true);
        return;
    }
    default:
        note(nullptr, "signs another head");
        Tip tip = *held.index.tip;
        tip.hash = random.fixed<EntryHash>();
        Q_EMIT m_relay->sequencer().entriesRecorded(log, {last}, forgedHead(log, tip));
        return;
    }
}

void World::showForged(const Entry& entry, const Offer& offer, bool isUnsound) {
    const KeptEntry kept{encode(entry), offer.facts, offer.text};
    const EntryHash hash = entryHash(kept.bytes);
    if (isUnsound) {
        m_unsound.insert(hash);
    }
    const Tip tip{entry.epoch, entry.seq, hash, entry.recordedAt, entry.orgSeq};
    Q_EMIT m_relay->sequencer().entriesRecorded(entry.log, {kept}, forgedHead(entry.log, tip));
}

Statement World::forgedHead(const LogId& log, const Tip& tip) const {
    const Ledger& ledger = m_relay->sequencer().ledger();
    const Tip& org = *ledger.organisationIndex().tip;
    return signHead(Head{*ledger.organisation().id, log, tip.epoch, tip.seq, tip.hash, tip.recordedAt,
                         org.seq, org.hash, time.now()},
                    m_relay->signer());
}

// What no desktop may hold, whoever signed the head over it.
void World::checkUnsound(const SimulatedDesktop& desktop, Findings& findings) const {
    for (const auto& [log, held] : desktop.disk().contents.logs) {
        for (const StoredEntry& stored : held.entries) {
            if (m_unsound.contains(stored.hash)) {
                findings.append(desktop.name() + QStringLiteral(": I4 took what was forged"));
            }
        }
    }
}

} // namespace bongsu
