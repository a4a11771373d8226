#include "world/simulation.h"

#include "wiring/founding.h"
#include "world/actors.h"

namespace bongsu {

namespace {
constexpr Millis dayValid = std::chrono::hours(24);

// Each step draws from numbers of its own, so that leaving one out changes nothing of what another chooses.
quint32 seedOf(quint32 seed, int step) {
    quint64 mixed = (quint64(seed) << 32 | quint32(step)) * 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 31)) * 0xBF58476D1CE4E5B9ULL;
    return quint32(mixed >> 32);
}
} // namespace

World::World(quint32 seed, const WorldOptions& options)
    : schedule(seed, tally), keys(options.ed25519), verifier(keys.verifier()), m_seed(seed),
      m_onlySteps(options.onlySteps) {
    schedule.faults = false;
    m_relay = std::make_unique<SimulatedRelay>(*this, options);
    found(options);
}
World::~World() {
    m_desktops.clear();
    m_relay.reset();
}

bool World::runUntil(const std::function<bool()>& done) {
    for (int steps = 0; steps < 400'000; ++steps) {
        if (done()) {
            return true;
        }
        if (!schedule.runOne()) {
            time.pass(Millis(50));
        }
    }
    return done();
}

void World::found(const WorldOptions& options) {
    const auto rootOne = keys.key("root one");
    const auto rootTwo = keys.key("root two");
    runUntil([this] { return m_relay->isUp(); });
    Text organisation;
    organisation.text = QStringLiteral("organisation");
    const auto offered = [&](const Facts& facts, const std::optional<OrgId>& org, quint64 deviceSeq,
                             const Signer& signer) {
        const auto log = org ? std::optional(LogId::of(*org)) : std::nullopt;
        const auto made = compose(facts, organisation,
                                  Circumstances{org, log, deviceSeq, time.now(), std::nullopt, std::nullopt},
                                  signer, schedule.random());
        bool answered = false;
        m_relay->sequencer().offer(made->offer, std::nullopt, [&](const Judgement&) { answered = true; });
        runUntil([&] { return answered; });
        return made->event.id;
    };
    const EventId founded = offered(Founded{{rootOne->publicKey(), rootTwo->publicKey()}, m_relay->keys(), 1},
                                    std::nullopt, 1, *rootOne);
    const OrgId org = OrgId::of(founded);
    const auto invite = keys.key("admin's invite");
    offered(InviteIssued{invite->publicKey(), Permission::Admin, std::nullopt, quint64(dayValid.count()), 1},
            org, 2, *rootOne);
    for (int number = 0; number < options.desktops; ++number) {
        m_desktops.push_back(std::make_unique<SimulatedDesktop>(*this, number));
        SimulatedDesktop& desktop = *m_desktops.back();
        runUntil([&] { return desktop.isOpen(); });
        if (number == 0) {
            desktop.joinWith(org, invite);
            desktop.connectToRelay();
            runUntil([&] { return desktop.hasJoined(); });
        } else {
            join(desktop, number == 1 ? Permission::Commander : Permission::Responder);
        }
    }
}

void World::join(SimulatedDesktop& desktop, Permission permission) {
    Journal& admin = m_desktops.front()->journal();
    const auto invite = keys.key(desktop.name().toUtf8() + " invite");
    const OrgId org = *admin.organisationId();
    admin.record(LogId::of(org),
                 InviteIssued{invite->publicKey(), permission, std::nullopt, quint64(dayValid.count()), 1},
                 {});
    runUntil(
        [&] { return m_relay->sequencer().ledger().organisation().invites.contains(invite->publicKey()); });
    desktop.joinWith(org, invite);
    desktop.connectToRelay();
    runUntil([&] { return desktop.hasJoined(); });
}

Findings World::live(int steps) {
    schedule.faults = true;
    for (int i = 0; i < steps; ++i) {
        m_steps = i + 1;
        if (!m_onlySteps || m_onlySteps->contains(m_steps)) {
            schedule.reseed(seedOf(m_seed, m_steps));
            step();
        }
    }
    schedule.reseed(seedOf(m_seed, 0));
    return settleAndCheck();
}

Findings World::settleAndCheck() {
    schedule.faults = false;
    settle();
    return check();
}

void World::note(const SimulatedDesktop* desktop, const char* what) {
    constexpr std::size_t remembered = 40;
    m_lastSteps.push_back({desktop, what, m_steps});
    if (m_lastSteps.size() > remembered) {
        m_lastSteps.pop_front();
    }
}

QString World::transcript() const {
    QString lines = QStringLiteral("to have it again: BONGSU_SEEDS=%1:1\nthe last steps:\n").arg(m_seed);
    for (const Step& step : m_lastSteps) {
        lines +=
            QStringLiteral("  %1 %2 %3\n")
                .arg(step.number)
                .arg(step.desktop ? step.desktop->name() : QStringLiteral("relay"), QLatin1String(step.what));
    }
    return lines;
}

void World::step() {
    auto& random = schedule.random();
    SimulatedDesktop& desktop = *m_desktops[random.below(quint32(m_desktops.size()))];
    if (breakSomething(desktop)) {
        return;
    }
    if (desktop.isOpen() && random.below(3) == 0) {
        act(desktop);
    }
    for (quint32 i = 0; i < 10; ++i) {
        if (!schedule.runOne()) {
            time.pass(Millis(20));
        }
    }
}

// True if this step was a fault, or the end of one.
bool World::breakSomething(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    switch (random.below(60)) {
    case 0:
        note(&desktop, "restarts");
        ++tally.desktopRestarts;
        desktop.crash();
        desktop.start();
        return true;
    case 1:
        note(&desktop, "has its line cut");
        ++tally.linesCut;
        desktop.cutLine();
        return true;
    case 2:
        if (desktop.isOpen()) {
            note(&desktop, "goes offline");
            desktop.disconnect();
        }
        return true;
    case 3:
    case 4:
        if (desktop.isOpen() && !desktop.isConnected()) {
            note(&desktop, "goes online");
            desktop.connectToRelay();
        }
        return true;
    case 5:
        note(&desktop, desktop.disk().isFull ? "has room on its disk" : "has a full disk");
        tally.fullDisks += desktop.disk().isFull ? 0 : 1;
        desktop.disk().isFull = !desktop.disk().isFull;
        return true;
    case 6:
    case 7:
        time.pass(Millis(random.below(40'000)));
        return true;
    case 8:
    case 9:
        return troubleRelay();
    default:
        return false;
    }
}

bool World::troubleRelay() {
    auto& random = schedule.random();
    const Millis hour = std::chrono::hours(1);
    switch (random.below(6)) {
    case 0:
    case 1:
        note(nullptr, "restarts");
        ++tally.relayRestarts;
        m_relay->crash();
        m_relay->start();
        return true;
    case 2:
        note(nullptr, m_relay->disk().isFull ? "has room on its disk" : "has a full disk");
        tally.fullDisks += m_relay->disk().isFull ? 0 : 1;
        m_relay->disk().isFull = !m_relay->disk().isFull;
        return true;
    case 3:
        note(nullptr, "does not hear what became of its next commit");
        ++tally.unknownCommits;
        m_relay->disk().nextIsUnknown = random.below(2) == 0;
        return true;
    case 4:
        if (random.below(3) == 0) {
            note(nullptr, "has its clock set");
            m_relay->clock().setSkew(hour * (int(random.below(3)) - 1));
        }
        return true;
    default:
        if (m_relay->isUp()) {
            note(nullptr, "has its clock accepted by a person");
            m_relay->sequencer().acceptClock();
        }
        return true;
    }
}

void World::settle() {
    m_relay->disk().isFull = false;
    m_relay->disk().nextIsUnknown.reset();
    runUntil([this] { return m_relay->isUp(); });
    m_relay->sequencer().acceptClock();
    for (const auto& desktop : m_desktops) {
        desktop->disk().isFull = false;
        runUntil([&] { return desktop->isOpen(); });
        if (!desktop->isConnected()) {
            desktop->connectToRelay();
        }
    }
    runUntil([this] { return isSettled() && !m_relay->hasDue(); });
}

bool World::isSettled() const {
    if (!m_relay->isUp()) {
        return false;
    }
    const Ledger& relay = m_relay->sequencer().ledger();
    for (const auto& desktop : m_desktops) {
        const Journal& journal = desktop->journal();
        if (journal.pendingCount() != 0) {
            return false;
        }
        const Organisation& organisation = relay.organisation();
        const auto author = organisation.author(journal.device(), organisation.seq);
        if (author && author->revoked) {
            continue; // hears nothing more
        }
        if (journal.ledger().organisationIndex().tip != relay.organisationIndex().tip) {
            return false;
        }
        for (const auto& [log, incident] : relay.incidents()) {
            if (journal.ledger().tip(log) != incident.index.tip) {
                return false;
            }
        }
    }
    return true;
}

} // namespace bongsu
