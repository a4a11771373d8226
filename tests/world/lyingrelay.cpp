#include "world/lyingrelay.h"

#include <algorithm>

namespace bongsu {

namespace {

Text said(const QString& what = QStringLiteral("said")) {
    Text text;
    text.text = what;
    return text;
}

} // namespace

LyingRelay::LyingRelay(quint32 seed, bool isSilent)
    : options{.desktops = 3, .silentRelay = isSilent}, world(seed, options) {
    (void)commander().journal().record(std::nullopt, IncidentDeclared{Grade::Watch}, said());
    log = commander().journal().incidents().front();
    settle();
}

bool LyingRelay::everybody(const std::function<bool(SimulatedDesktop&)>& holds) const {
    return std::all_of(world.desktops().begin(), world.desktops().end(),
                       [&](const auto& desktop) { return holds(*desktop); });
}

bool LyingRelay::somebodyCriesFork() const {
    return !everybody([](SimulatedDesktop& desktop) { return desktop.forks.empty(); });
}

bool LyingRelay::settle() {
    return world.runUntil([&] {
        return everybody([&](SimulatedDesktop& desktop) {
            return desktop.journal().pendingCount() == 0 &&
                   desktop.journal().ledger().tip(log) == relay().tip(log);
        });
    });
}

void LyingRelay::write(SimulatedDesktop& author) {
    (void)author.journal().record(log, NoteAdded{}, said(author.name()));
}

bool LyingRelay::note(SimulatedDesktop& author) {
    write(author);
    return world.runUntil([&] { return author.journal().pendingCount() == 0; });
}

Composed LyingRelay::compose(SimulatedDesktop& author, const Facts& facts) {
    const OrgId org = *author.journal().organisationId();
    constexpr quint64 deviceSeq = 100;
    return *bongsu::compose(facts, said(),
                            Circumstances{org, log, deviceSeq, world.time.now(), std::nullopt, std::nullopt},
                            author.signer(), world.schedule.random());
}

bool LyingRelay::restart(const std::function<void(MemoryContents&)>& change) {
    world.relay().crash();
    change(world.relay().disk().contents);
    world.relay().start();
    return world.runUntil([&] { return world.relay().isUp(); });
}

bool LyingRelay::number(const Composed& made) {
    const Entry entry =
        relay().nextEntry(made.event, world.relay().sequencer().relay(), world.time.now(), std::nullopt);
    const KeptEntry kept{encode(entry), made.offer.facts, made.offer.text};
    return restart([&](MemoryContents& contents) {
        contents.logs[log].entries.push_back({entry.seq, made.event.id, entryHash(kept.bytes), kept});
        contents.logs[log].seqs.emplace(made.event.id, entry.seq);
    });
}

bool LyingRelay::lead() {
    m_twinsDisk->contents = world.relay().disk().contents;
    m_twin = std::make_unique<SimulatedRelay>(world, options, m_twinsDisk);
    const bool isUp = world.runUntil([&] { return m_twin->isUp(); });
    responder().dialTo(*m_twin);
    return isUp;
}

bool LyingRelay::diverge() {
    const quint64 next = tipSeq(commander()) + 1;
    return note(commander()) && note(responder()) &&
           world.runUntil([&] { return tipSeq(admin()) == next && tipSeq(responder()) == next; });
}

bool LyingRelay::goOnFrom(const MemoryContents& backup) {
    return restart([&](MemoryContents& contents) { contents = backup; });
}

} // namespace bongsu
