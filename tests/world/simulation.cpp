#include "world/simulation.h"

#include "storage/replay.h"
#include "wiring/founding.h"
#include "world/actors.h"

namespace bongsu {

// --- schedule
// ----------------------------------------------------------------------------------------------------

std::shared_ptr<Schedule::Line> Schedule::line(bool lossy) {
    auto made = std::make_shared<Line>();
    made->lossy = lossy;
    m_lines.push_back(made);
    return made;
}

std::function<void(Schedule::Task)> Schedule::on(const std::shared_ptr<Line>& line) {
    return [line](Task task) { line->tasks.push_back(std::move(task)); };
}

bool Schedule::runOne() {
    std::vector<std::shared_ptr<Line>> waiting;
    std::erase_if(m_lines, [&](const std::weak_ptr<Line>& weak) {
        const auto line = weak.lock();
        if (line && !line->tasks.empty()) {
            waiting.push_back(line);
        }
        return !line;
    });
    if (waiting.empty()) {
        return false;
    }
    Line& line = *waiting[m_random.below(quint32(waiting.size()))];
    const Task task = std::move(line.tasks.front());
    line.tasks.pop_front();
    const quint32 fate = faults && line.lossy ? m_random.below(400) : 1000;
    if (fate == 0 || (losesAll && line.lossy)) {
        return true; // lost
    }
    if (fate == 1) {
        line.tasks.push_front(task); // and once more
    }
    task();
    return true;
}

// --- world
// -------------------------------------------------------------------------------------------------------

namespace {
const KeyedHashSigner rootOne("root one");
const KeyedHashSigner rootTwo("root two");
constexpr Millis dayValid = std::chrono::hours(24);

Text words(const QString& line) {
    Text text;
    text.text = line;
    return text;
}
} // namespace

World::World(quint32 seed, const WorldOptions& options) : schedule(seed) {
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
    runUntil([this] { return m_relay->isUp(); });
    const auto offered = [this](const Facts& facts, const std::optional<OrgId>& org, quint64 deviceSeq,
                                const Signer& signer) {
        const auto log = org ? std::optional(LogId::of(*org)) : std::nullopt;
        const auto made = compose(facts, words(QStringLiteral("organisation")),
                                  Circumstances{org, log, deviceSeq, time.now(), std::nullopt, std::nullopt},
                                  signer, schedule.random());
        bool answered = false;
        m_relay->sequencer().offer(made->offer, std::nullopt, [&](const Judgement&) { answered = true; });
        runUntil([&] { return answered; });
        return made->event.id;
    };
    const EventId founded = offered(Founded{{rootOne.publicKey(), rootTwo.publicKey()}, m_relay->keys(), 1},
                                    std::nullopt, 1, rootOne);
    const OrgId org = OrgId::of(founded);
    const KeyedHashSigner invite("admin's invite");
    offered(InviteIssued{invite.publicKey(), Permission::Admin, std::nullopt, quint64(dayValid.count()), 1},
            org, 2, rootOne);
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
    const KeyedHashSigner invite(desktop.name().toUtf8() + " invite");
    const OrgId org = *admin.organisationId();
    admin.record(LogId::of(org),
                 InviteIssued{invite.publicKey(), permission, std::nullopt, quint64(dayValid.count()), 1},
                 {});
    runUntil(
        [&] { return m_relay->sequencer().ledger().organisation().invites.contains(invite.publicKey()); });
    desktop.joinWith(org, invite);
    desktop.connectToRelay();
    runUntil([&] { return desktop.hasJoined(); });
}

Findings World::live(int steps) {
    schedule.faults = true;
    for (int i = 0; i < steps; ++i) {
        step();
    }
    schedule.faults = false;
    settle();
    return check();
}

void World::step() {
    auto& random = schedule.random();
    SimulatedDesktop& desktop = *m_desktops[random.below(quint32(m_desktops.size()))];
    switch (random.below(60)) {
    case 0:
        desktop.crash();
        desktop.start();
        return;
    case 1:
        m_relay->crash();
        m_relay->start();
        return;
    case 2:
        desktop.cutLine();
        return;
    case 3:
        if (desktop.isOpen()) {
            desktop.disconnect();
        }
        return;
    case 4:
    case 5:
        if (desktop.isOpen() && !desktop.isConnected()) {
            desktop.connectToRelay();
        }
        return;
    case 6:
        m_relay->disk().isFull = !m_relay->disk().isFull;
        return;
    case 7:
        desktop.disk().isFull = !desktop.disk().isFull;
        return;
    case 8:
    case 9:
        time.pass(Millis(random.below(40'000)));
        return;
    default:
        break;
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

void World::act(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const auto incidents = journal.incidents();
    if (incidents.empty() || random.below(25) == 0) {
        IncidentDeclared facts;
        facts.grade = Grade(1 + random.below(5));
        journal.record(std::nullopt, facts, words(desktop.name()));
        return;
    }
    if (random.below(60) == 0 && &desktop == m_desktops.front().get() && m_desktops.size() > 2) {
        const DeviceId last = m_desktops.back()->journal().device();
        if (m_desktops.back()->isOpen()) {
            journal.record(LogId::of(*journal.organisationId()), DeviceRevoked{last}, {});
        }
        return;
    }
    actOn(desktop, incidents[random.below(quint32(incidents.size()))]);
}

void World::actOn(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    switch (random.below(10)) {
    case 0:
        journal.record(log, CommandTaken{incident.command.setBy}, words(QStringLiteral("my turn")));
        return;
    case 1:
        journal.record(log, GradeChanged{Grade(1 + random.below(5)), incident.grade.setBy}, {});
        return;
    case 2: {
        const auto others = journal.incidents();
        journal.record(
            log, IncidentJoined{others[random.below(quint32(others.size()))], incident.joinedInto.setBy}, {});
        return;
    }
    case 3: {
        const auto own = journal.ownEvents(log);
        if (!own.empty()) {
            const auto withdrawn = journal.record(log, EntryWithdrawn{own.back().event}, {});
            if (withdrawn && withdrawn->event == own.back().event) {
                desktop.discarded.insert(withdrawn->event);
            }
        }
        return;
    }
    case 4: {
        ServiceStated facts;
        facts.services = {QStringLiteral("messenger")};
        facts.state = ServiceState(1 + random.below(6));
        journal.record(log, facts, {});
        return;
    }
    default:
        journal.record(log, NoteAdded{}, words(desktop.name()));
        return;
    }
}

void World::settle() {
    m_relay->disk().isFull = false;
    runUntil([this] { return m_relay->isUp(); });
    for (const auto& desktop : m_desktops) {
        desktop->disk().isFull = false;
        runUntil([&] { return desktop->isOpen(); });
        if (!desktop->isConnected()) {
            desktop->connectToRelay();
        }
    }
    runUntil([this] { return isSettled(); });
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

// --- invariants
// --------------------------------------------------------------------------------------------------

Findings World::check() {
    Findings findings;
    if (!m_relay->isUp()) {
        return {QStringLiteral("the relay does not come back from its own disk")};
    }
    if (!isSettled()) {
        findings.append(QStringLiteral("it does not settle"));
        for (const auto& desktop : m_desktops) {
            const Journal& journal = desktop->journal();
            findings.append(QStringLiteral("%1: %2 pending, %3 of %4 of the organisation, link %5")
                                .arg(desktop->name())
                                .arg(journal.pendingCount())
                                .arg(journal.ledger().organisation().seq)
                                .arg(m_relay->sequencer().ledger().organisation().seq)
                                .arg(desktop->lastEnd()));
            for (const auto& [log, incident] : m_relay->sequencer().ledger().incidents()) {
                const auto tip = journal.ledger().tip(log);
                if (tip != incident.index.tip) {
                    findings.append(QStringLiteral("%1: %2 of %3 in %4")
                                        .arg(desktop->name())
                                        .arg(tip ? tip->seq : 0)
                                        .arg(incident.index.tip->seq)
                                        .arg(QString::fromLatin1(log.toBytes().toHex().left(8))));
                }
            }
        }
        if (m_relay->sequencer().stopped()) {
            findings.append(QStringLiteral("the relay stopped: ") +
                            QString::fromLatin1(m_relay->sequencer().stopped()->code));
        }
    }
    checkLogs(findings);
    for (const auto& desktop : m_desktops) {
        checkDesktop(*desktop, findings);
    }
    return findings;
}

void World::checkLogs(Findings& findings) {
    const Ledger& ledger = m_relay->sequencer().ledger();
    const auto gapless = [&](const LogIndex& index) {
        if (index.tip->seq != index.hashes.size()) {
            findings.append(QStringLiteral("I2 gaps"));
        }
        if (index.byEvent.size() != index.hashes.size()) {
            findings.append(QStringLiteral("I3 an event twice"));
        }
    };
    gapless(ledger.organisationIndex());
    for (const auto& [log, incident] : ledger.incidents()) {
        gapless(incident.index);
    }
    // I4, I8, I9 from the bytes on the relay's disk, every signature checked again.
    bool answered = false;
    std::map<std::pair<LogId, DeviceId>, quint64> newest;
    replay(
        m_relay->store(), verifier, Trust::Verify,
        [&](const Accepted& accepted, const StoredEntry&) {
            if (accepted.author.revoked && !accepted.verdict) {
                findings.append(QStringLiteral("I8 accepted from a revoked device"));
            }
            quint64& last = newest[{accepted.log, accepted.event.header.device}];
            if (accepted.event.header.deviceSeq <= last) {
                findings.append(QStringLiteral("I9 a device's own order is not kept"));
            }
            last = accepted.event.header.deviceSeq;
        },
        [&](const Result<std::shared_ptr<Replayed>>& replayed) {
            answered = true;
            if (!replayed) {
                findings.append(QStringLiteral("I4 %1").arg(QString::fromLatin1(codeOf(replayed.error()))));
            } else if ((*replayed)->ledger.organisation() != ledger.organisation()) {
                findings.append(QStringLiteral("I5 folding the disk gives another organisation"));
            }
        });
    runUntil([&] { return answered; });
}

void World::checkDesktop(const SimulatedDesktop& desktop, Findings& findings) {
    const auto find = [&](const char* what) {
        findings.append(QStringLiteral("%1: %2").arg(desktop.name(), QString::fromLatin1(what)));
    };
    const Ledger& relay = m_relay->sequencer().ledger();
    const Journal& journal = desktop.journal();
    for (const auto& [event, place] : desktop.recorded) {
        bool there = false;
        const auto look = [&](const LogIndex& index) {
            const auto found = index.find(event);
            there =
                there || (found && found->seq == place.first && index.hashAt(place.first) == place.second);
        };
        look(relay.organisationIndex());
        for (const auto& [log, incident] : relay.incidents()) {
            look(incident.index);
        }
        if (!there) {
            find("I1 an acknowledged entry is gone");
        }
    }
    for (const EventId& event : desktop.kept) {
        const bool refused = journal.stateOf(event) == OwnState::Refused;
        bool present = desktop.discarded.contains(event) || refused;
        const auto look = [&](const LogIndex& index) { present = present || index.find(event).has_value(); };
        look(relay.organisationIndex());
        for (const auto& [log, incident] : relay.incidents()) {
            look(incident.index);
        }
        if (!present) {
            find("I11 something that was kept vanished");
        }
    }
    for (const auto& [log, incident] : relay.incidents()) {
        if (journal.ledger().tip(log) == incident.index.tip && incident.incident &&
            *journal.ledger().incident(log) != *incident.incident) {
            find("I5 equal heads, other states");
        }
    }
    if (!desktop.forks.empty()) {
        find("I13 a fork under an honest relay");
    }
    for (const QString& stop : desktop.stops) {
        findings.append(QStringLiteral("%1: stopped at %2").arg(desktop.name(), stop));
    }
}

} // namespace bongsu
