// A small world for tests of one thing each: three people, one incident that everybody holds.
#pragma once

#include "world/actors.h"

#include "domain/event/compose.h"

#include <algorithm>

namespace bongsu {

inline Text said(const QString& what = QStringLiteral("said")) {
    Text text;
    text.text = what;
    return text;
}

// A world with one incident, which the commander at desktop 1 declared and everybody holds.
struct IncidentScene {
    explicit IncidentScene(bool silentRelay = false)
        : options{.desktops = 3, .silentRelay = silentRelay}, world(1, options) {
        (void)commander().journal().record(std::nullopt, IncidentDeclared{Grade::Watch}, said());
        log = commander().journal().incidents().front();
        settle();
    }
    SimulatedDesktop& admin() { return *world.desktops()[0]; }
    SimulatedDesktop& commander() { return *world.desktops()[1]; }
    SimulatedDesktop& responder() { return *world.desktops()[2]; }
    const Ledger& relay() { return world.relay().sequencer().ledger(); }

    bool everybody(const std::function<bool(SimulatedDesktop&)>& holds) {
        return std::all_of(world.desktops().begin(), world.desktops().end(),
                           [&](const auto& desktop) { return holds(*desktop); });
    }
    bool everybodyHoldsTheOrganisation() {
        const LogId org = LogId::of(*relay().organisation().id);
        return everybody([&](SimulatedDesktop& desktop) {
            return desktop.journal().ledger().tip(org) == relay().tip(org);
        });
    }
    // False: it does not start.
    bool relayComesBackWith(const MemoryContents& backup) {
        world.relay().comeBackWith(backup);
        return world.runUntil([&] { return world.relay().isUp(); });
    }
    // It came from a backup and does not know yet what it lost.
    bool relayComesBackAloneWith(const MemoryContents& backup) {
        for (const auto& desktop : world.desktops()) {
            desktop->disconnect();
        }
        return relayComesBackWith(backup);
    }
    void everybodyConnects() {
        for (const auto& desktop : world.desktops()) {
            desktop->connectToRelay();
        }
    }
    bool settle() {
        return world.runUntil([&] {
            return everybody([&](SimulatedDesktop& desktop) {
                return desktop.journal().pendingCount() == 0 &&
                       desktop.journal().ledger().tip(log) == relay().tip(log);
            });
        });
    }
    bool somebodyCriesFork() {
        return !everybody([](SimulatedDesktop& desktop) { return desktop.forks.empty(); });
    }
    // In the incident, or a declaration of another.
    EventId record(SimulatedDesktop& author, const Facts& facts) {
        const bool declares = std::holds_alternative<IncidentDeclared>(facts);
        return author.journal()
            .record(declares ? std::nullopt : std::optional(log), facts, said(author.name()))
            ->event;
    }
    // A note, until its author's own relay has recorded it.
    bool note(SimulatedDesktop& author) {
        (void)record(author, NoteAdded{});
        return world.runUntil([&] { return author.journal().pendingCount() == 0; });
    }
    quint64 tipSeq(SimulatedDesktop& desktop) const { return desktop.journal().ledger().tip(log)->seq; }

    Composed compose(SimulatedDesktop& author, const Facts& facts, quint64 deviceSeq = 100) {
        const OrgId org = *author.journal().organisationId();
        return *bongsu::compose(
            facts, said(), Circumstances{org, log, deviceSeq, world.time.now(), std::nullopt, std::nullopt},
            author.signer(), world.schedule.random());
    }
    Composed composeOfOrganisation(SimulatedDesktop& author, const Facts& facts, quint64 deviceSeq = 100) {
        const OrgId org = *author.journal().organisationId();
        return *bongsu::compose(
            facts, said(),
            Circumstances{org, LogId::of(org), deviceSeq, world.time.now(), std::nullopt, std::nullopt},
            author.signer(), world.schedule.random());
    }
    // Past every desktop, until it is recorded; false if it is not.
    bool offerAtRelay(const Composed& made) {
        std::optional<Judgement> answer;
        world.relay().sequencer().offer(made.offer, std::nullopt,
                                        [&](const Judgement& judged) { answer = judged; });
        return world.runUntil([&] { return answer.has_value(); }) &&
               answer->kind == Judgement::Kind::Recorded;
    }
    // Something of no consequence in the organisation's log.
    bool describeAtRelay(SimulatedDesktop& author, quint64 deviceSeq = 101) {
        const PersonDescribed described{*author.journal().person(), {}, QStringLiteral("later")};
        return offerAtRelay(composeOfOrganisation(author, described, deviceSeq));
    }
    // As the relay's disk holds them.
    std::vector<KeptEntry> numberedBehind(const LogId& of, quint64 seq) {
        std::vector<KeptEntry> entries;
        for (const StoredEntry& stored : world.relay().disk().contents.logs.at(of).entries) {
            if (stored.seq > seq) {
                entries.push_back(stored.entry);
            }
        }
        return entries;
    }
    // The relay's word for one more than it holds, which nobody has.
    Statement signedBehind(const LogId& of) {
        Head lost = *decodeHead(world.relay().sequencer().head(of)->bytes);
        ++lost.seq;
        lost.hash = EntryHash::zeros();
        return signHead(lost, world.relay().signer());
    }
    Composed composeEpoch() {
        const Epoch& current = relay().organisation().epochs.back();
        const Tip tip = *relay().organisationIndex().tip;
        return composeOfOrganisation(
            admin(),
            EpochDeclared{
                current.id, current.generation + 1, current.relays, LogPoint{tip.seq, tip.hash}, {}});
    }
    // By the admin; who is to take the incidents' logs there hears of it only when it is connected.
    bool declareEpochAtRelay() { return offerAtRelay(composeEpoch()); }
    // By the admin's desktop, as people do who are told that it came too early; `epochs` there are then.
    bool declareUntilRecorded(std::size_t epochs) {
        const auto isDeclared = [&] { return relay().organisation().epochs.size() == epochs; };
        for (int times = 0; times < 10 && !isDeclared(); ++times) {
            world.declareEpoch(admin());
            if (!world.runUntil([&] { return isDeclared() || admin().journal().refusedCount() > times; })) {
                return false;
            }
        }
        return isDeclared();
    }

    WorldOptions options;
    World world;
    LogId log = LogId::zeros();
};

} // namespace bongsu
