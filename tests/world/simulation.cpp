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
      m_options(options) {
    schedule.faults = false;
    m_options.silentRelay = m_options.silentRelay || m_options.ordeal == Ordeal::RelayLies;
    m_relay = std::make_unique<SimulatedRelay>(*this, m_options);
    found();
}
World::~World() {
    m_desktops.clear();
    m_twin.reset();
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

void World::found() {
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
    for (int number = 0; number < m_options.present.value_or(m_options.desktops); ++number) {
        m_desktops.push_back(std::make_unique<SimulatedDesktop>(*this, number));
        SimulatedDesktop& desktop = *m_desktops.back();
        runUntil([&] { return desktop.isOpen(); });
        if (number == 0) {
            desktop.joinWith(org, invite);
            desktop.connectToRelay();
            runUntil([&] { return desktop.hasJoined(); });
        } else {
            // Two who may declare epochs, so that one may do so without knowing of the other's.
            const bool twoAdmins = m_options.ordeal == Ordeal::RelayLoses;
            join(desktop, number > 1  ? Permission::Responder
                          : twoAdmins ? Permission::Admin
                                      : Permission::Commander);
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
    schedule.faults = !m_options.lossless;
    isFounded = true;
    for (int i = 0; i < steps; ++i) {
        m_steps = i + 1;
        if (!m_options.onlySteps || m_options.onlySteps->contains(m_steps)) {
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
    if (!m_lastSteps.empty() && m_lastSteps.back() == Step{desktop, what, m_steps}) {
        return;
    }
    m_lastSteps.push_back({desktop, what, m_steps});
    if (m_lastSteps.size() > remembered) {
        m_lastSteps.pop_front();
    }
}

QString World::transcript() const {
    QString lines = QStringLiteral("to have it again: BONGSU_SEEDS=%1:1 BONGSU_ORDEAL=%2")
                        .arg(m_seed)
                        .arg(int(m_options.ordeal));
    if (m_options.onlySteps) {
        QStringList steps;
        for (const int step : *m_options.onlySteps) {
            steps.append(QString::number(step));
        }
        lines += QStringLiteral(" BONGSU_STEPS=") + steps.join(QLatin1Char(','));
    }
    if (m_options.present) {
        lines += QStringLiteral(" BONGSU_DESKTOPS=%1").arg(*m_options.present);
    }
    lines += m_options.lossless ? QStringLiteral(" BONGSU_LOSSLESS=1") : QString();
    lines += QStringLiteral("\nthe last steps:\n");
    for (const Step& step : m_lastSteps) {
        lines +=
            QStringLiteral("  %1 %2 %3\n")
                .arg(step.number)
                .arg(step.desktop ? step.desktop->name() : QStringLiteral("relay"), QLatin1String(step.what));
    }
    return lines;
}

// Nobody where it is one that was left out.
SimulatedDesktop* World::anyDesktop() {
    const quint32 number = schedule.random().below(quint32(m_options.desktops));
    return number < m_desktops.size() ? m_desktops[number].get() : nullptr;
}

void World::step() {
    auto& random = schedule.random();
    SimulatedDesktop* desktop = anyDesktop();
    if (!desktop || breakSomething(*desktop)) {
        return;
    }
    if (desktop->isOpen() && random.below(3) == 0) {
        act(*desktop);
    }
    for (quint32 i = 0; i < 10; ++i) {
        if (!schedule.runOne()) {
            time.pass(Millis(20));
        }
    }
}

} // namespace bongsu
