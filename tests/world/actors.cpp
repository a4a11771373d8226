#include "world/actors.h"

#include "domain/event/proofs.h"
#include "relay/behind.h"

#include <algorithm>
#include <array>

namespace bongsu {

// --- relay
// -------------------------------------------------------------------------------------------------------

SimulatedRelay::SimulatedRelay(World& world, const WorldOptions& options, std::shared_ptr<MemoryDisk> disk)
    : m_world(world), m_options(options), m_signer(world.keys.key("relay")), m_clock(world.time, Millis(0)),
      m_disk(std::move(disk)) {
    m_disk->opensToHalves = options.halvingDisks;
    start();
}
SimulatedRelay::~SimulatedRelay() {
    crash();
}

void SimulatedRelay::start() {
    m_life = std::make_shared<int>(0);
    const auto onDisk = m_world.schedule.on(m_world.schedule.line(false));
    m_store = std::make_unique<MemoryStore>(m_disk, onDisk);
    EventStore* store = m_store.get();
    if (m_options.hastyRelay) {
        m_hasty = std::make_unique<HastyStore>(*m_store, m_world.schedule.on(m_world.schedule.line(false)));
        store = m_hasty.get();
    }
    m_sequencer = std::make_unique<Sequencer>(
        SequencerParts{*store, m_clock, m_world.time, m_world.verifier, *m_signer});
    m_blobs = std::make_unique<BlobStock>(*store, m_clock);
    if (!m_options.idleRelay) {
        m_pen = std::make_unique<RelayPen>(*m_sequencer, m_clock, m_world.schedule.random(), *m_signer);
        m_due = std::make_unique<DueRunner>(*m_sequencer, *m_pen, m_clock, m_world.time,
                                            DueRunner::Notices::Begun);
    }
    m_fanout = std::make_unique<Fanout>();
    m_desk = m_options.silentRelay
                 ? std::make_unique<SilentDesk>(*m_sequencer, *m_blobs, *store, m_world.verifier, *m_fanout)
                 : std::make_unique<RelayDesk>(*m_sequencer, *m_blobs, *store, m_world.verifier, *m_fanout);
    QObject::connect(m_sequencer.get(), &Sequencer::stoppedNumbering, m_sequencer.get(),
                     [this](const Failure& why) {
                         (why == behind() ? m_world.tally.foundBehind : m_world.tally.clockStops) += 1;
                     });
    QObject::connect(m_sequencer.get(), &Sequencer::entriesRecorded, m_sequencer.get(),
                     [this](const LogId& log, const std::vector<KeptEntry>& entries, const Statement& head) {
                         for (const KeptEntry& kept : entries) {
                             m_world.witness.saw(log, kept);
                         }
                         m_world.witness.saw(head);
                     });
    m_sequencer->open([this, life = std::weak_ptr(m_life)](const Result<std::monostate>& opened) {
        if (!life.expired()) {
            m_blobs->open([this, life, sound = opened.has_value()](const Result<std::monostate>& held) {
                if (!life.expired()) {
                    m_up = sound && held && (m_sequencer->ledger().organisation().id || !m_world.isFounded);
                    if (m_up) { // one whose store does not open tells nobody anything
                        m_desk->keepTellingHeads(m_world.time);
                        if (m_due) {
                            m_due->look();
                        }
                    }
                }
            });
        }
    });
}

void SimulatedRelay::crash() {
    m_up = false;
    m_life.reset();
    if (m_store) {
        m_world.countLost(m_store->losePower(m_world.chance()));
    }
    m_sessions.clear();
    m_past.clear();
    m_desk.reset();
    m_fanout.reset();
    m_due.reset();
    m_blobs.reset();
    m_sequencer.reset();
    m_hasty.reset();
    m_store.reset();
}

void SimulatedRelay::loseDisk() {
    crash();
    m_disk->contents = MemoryContents();
}

void SimulatedRelay::comeBackWith(const MemoryContents& contents) {
    crash();
    m_disk->endLying();
    m_disk->contents = contents;
    start();
}

bool SimulatedRelay::hasDue() const {
    const Ledger& ledger = m_sequencer->ledger();
    const Authority authority(ledger.organisation(), ledger.organisation().seq);
    return std::any_of(ledger.incidents().begin(), ledger.incidents().end(), [&](const auto& one) {
        const bool mayNumber = one.second.incident.has_value();
        const Due due = mayNumber ? dueOf(*one.second.incident, authority, m_clock.now()) : Due();
        return !due.passed.empty() || !due.begun.empty();
    });
}

void SimulatedRelay::accept(std::unique_ptr<Link> link) {
    RelaySessionOwner& owner = *this;
    m_sessions.push_back(std::make_unique<RelaySession>(
        std::move(link), pin(), *m_desk, *m_fanout,
        Surroundings{m_world.time, m_world.time, m_world.time, m_world.schedule.random()}, owner));
}

void SimulatedRelay::sessionEnded(RelaySession& session) {
    for (auto it = m_sessions.begin(); it != m_sessions.end(); ++it) {
        if (it->get() == &session) {
            m_past.push_back(std::move(*it)); // it may stand in a call of its own
            m_sessions.erase(it);
            m_world.time.after(Millis(0), [this, life = std::weak_ptr(m_life)] {
                if (!life.expired()) {
                    m_past.clear();
                }
            });
            return;
        }
    }
}

// --- desktop
// -----------------------------------------------------------------------------------------------------

namespace {
constexpr Millis day = std::chrono::hours(24);
// Every other desktop's clock is wrong: by an hour, by a day, either way.
constexpr std::array skews{Millis(0), Millis(std::chrono::hours(1)), Millis(0), -day, day};
} // namespace

SimulatedDesktop::SimulatedDesktop(World& world, int number)
    : m_world(world), m_name(QStringLiteral("desktop %1").arg(number)),
      m_signer(world.keys.key(m_name.toUtf8())),
      m_clock(world.time, skews[std::size_t(number) % skews.size()]),
      m_snapshotAfter(number % 2 == 0 && qEnvironmentVariableIsSet("BONGSU_SNAPSHOTS") ? 1 : 1'000'000) {
    m_disk->opensToHalves = world.options().halvingDisks;
    start();
}
SimulatedDesktop::~SimulatedDesktop() {
    crash();
}

void SimulatedDesktop::start() {
    m_life = std::make_shared<int>(0);
    m_store = std::make_unique<MemoryStore>(m_disk, m_world.schedule.on(m_world.schedule.line(false)));
    m_journal =
        std::make_unique<Journal>(JournalParts{*m_store, m_clock, m_world.time, m_world.schedule.random(),
                                               m_world.verifier, *m_signer, m_snapshotAfter});
    m_attachments = std::make_unique<Attachments>(*m_store, m_clock, deviceIdOf(m_signer->publicKey()));
    m_host = std::make_unique<WatchedHost>(*m_journal, *m_attachments, *m_store, *m_signer, m_world.witness);
    m_journal->open([this, life = std::weak_ptr(m_life)](const Result<std::monostate>& opened) {
        if (life.expired() || !opened) {
            return;
        }
        listen();
        m_open = true;
        if (m_invite && !hasJoined()) {
            m_host->joinWith(m_invite);
        }
    });
}

namespace {
quint64 deviceSeqOf(const std::vector<OwnEvent>& own, const EventId& event) {
    for (const OwnEvent& one : own) {
        if (one.event == event) {
            return decodeEvent(one.offer.event)->header.deviceSeq;
        }
    }
    return 0;
}
bool opensEpoch(const std::vector<OwnEvent>& own, const EventId& event) {
    return std::any_of(own.begin(), own.end(), [&](const OwnEvent& one) {
        const QByteArray kind = decodeEvent(one.offer.event)->header.kind;
        return one.event == event && (kind == EpochDeclared::kind.name || kind == LogRebased::kind.name);
    });
}
} // namespace

void SimulatedDesktop::listen() {
    QObject::connect(m_journal.get(), &Journal::ownEventChanged, m_journal.get(),
                     [this](const LogId& log, const EventId& event, OwnState state) {
                         if (state == OwnState::BeingKept) {
                             made[log].push_back(event);
                             deviceSeqs.insert_or_assign(event,
                                                         deviceSeqOf(m_journal->ownEvents(log), event));
                             if (opensEpoch(m_journal->ownEvents(log), event)) {
                                 openers.insert(event);
                             }
                         }
                         if (state == OwnState::Kept) {
                             kept.insert(event);
                         }
                         if (state == OwnState::Recorded) {
                             const LogIndex* index = m_journal->ledger().index(log);
                             const quint64 seq = index->find(event)->seq;
                             recorded.insert_or_assign(event, std::pair(seq, *index->hashAt(seq)));
                             m_journal->whenKept([this, event] { recordedAndKept.insert(event); });
                         }
                     });
    QObject::connect(m_journal.get(), &Journal::entriesFolded, m_journal.get(),
                     [this](const LogId& log, quint64, quint64) { m_world.compareFolded(*this, log); });
    const auto tellSession = [this] {
        if (ClientSession* session = m_connector ? m_connector->session() : nullptr) {
            session->offersChanged();
        }
    };
    QObject::connect(m_journal.get(), &Journal::offersChanged, m_journal.get(), tellSession);
    QObject::connect(m_attachments.get(), &Attachments::wishesChanged, m_journal.get(), tellSession);
    QObject::connect(m_host.get(), &JournalHost::blobFound, m_journal.get(), tellSession);
    QObject::connect(m_journal.get(), &Journal::entriesMissing, m_journal.get(),
                     [this](const LogId& log, quint64 fromSeq) {
                         if (ClientSession* session = m_connector ? m_connector->session() : nullptr) {
                             session->request(log, fromSeq);
                         }
                     });
    QObject::connect(m_journal.get(), &Journal::forkFound, m_journal.get(),
                     [this](const ForkEvidence& fork) { forks.push_back(fork); });
    QObject::connect(m_journal.get(), &Journal::rewound, m_journal.get(), [this] {
        ++m_world.tally.rewound;
        if (m_connector) { // as the programs do: positions are others now
            m_connector->restart();
        }
    });
    QObject::connect(m_journal.get(), &Journal::logStopped, m_journal.get(),
                     [this](const LogId& log, quint64 seq, const Refusal& why) {
                         stoppedLogs.insert(log);
                         stops.append(QStringLiteral("%1 %2").arg(seq).arg(QString::fromLatin1(why.code)));
                     });
    QObject::connect(m_host.get(), &JournalHost::taken, m_journal.get(), [this] {
        promised.insert(m_host->promised.begin(), m_host->promised.end());
        if (m_host->isJoining()) {
            m_host->joined();
            m_connector->restart();
        }
    });
}

void SimulatedDesktop::crash() {
    m_open = false;
    m_connector.reset();
    m_life.reset();
    if (m_store) {
        losePower();
    }
    m_host.reset();
    m_attachments.reset();
    m_journal.reset();
    m_store.reset();
}

void SimulatedDesktop::losePower() {
    const bool lied = m_disk->isLying();
    const auto isThere = [this](const EventId& event) {
        const MemoryContents& contents = m_disk->contents;
        return std::any_of(contents.own.begin(), contents.own.end(),
                           [&](const OwnEvent& own) { return own.event == event; }) ||
               std::any_of(contents.logs.begin(), contents.logs.end(),
                           [&](const auto& log) { return log.second.seqs.contains(event); });
    };
    std::set<EventId> before;
    if (lied) {
        std::copy_if(kept.begin(), kept.end(), std::inserter(before, before.end()), isThere);
    }
    m_world.countLost(m_store->losePower(m_world.chance()));
    for (const EventId& event : before) {
        if (!isThere(event)) {
            lost.insert(event);
        }
    }
    for (const OwnEvent& own : m_disk->contents.own) {
        if (lied) {
            discarded.erase(own.event);
            forgotten.insert(own.event);
        }
    }
}

bool SimulatedDesktop::hasCried(const LogId& log) const {
    return stoppedLogs.contains(log) ||
           std::any_of(forks.begin(), forks.end(), [&](const ForkEvidence& fork) { return fork.log == log; });
}

bool SimulatedDesktop::hasJoined() const {
    return m_journal->ledger().organisation().devices.contains(m_journal->device());
}

void SimulatedDesktop::joinWith(const OrgId& org, const std::shared_ptr<const Signer>& invite) {
    m_invite = invite;
    Text text;
    text.name = m_name;
    m_journal->recordJoin(org,
                          DeviceAdded{m_signer->publicKey(), invite->publicKey(),
                                      invite->sign(joinMessage(org, m_signer->publicKey()))},
                          text);
    m_host->joinWith(invite);
}

void SimulatedDesktop::dialTo(SimulatedRelay& relay) {
    m_relay = &relay;
    cutLine();
}

void SimulatedDesktop::connectToRelay() {
    Dialer& dialer = *this;
    ConnectorWatcher& watcher = *this;
    m_connector = std::make_unique<Connector>(
        dialer, *m_host, watcher,
        Surroundings{m_clock, m_world.time, m_world.time, m_world.schedule.random()},
        ClientSession::Settings{}, std::vector{Address{QStringLiteral("relay"), 1}});
    m_connector->start();
}

void SimulatedDesktop::disconnect() {
    m_connector.reset();
    m_host->connectionLost();
}

void SimulatedDesktop::cutLine() {
    if (m_connector) {
        m_connector->restart();
        m_host->connectionLost();
    }
}

namespace {
// Answered by a timer of the world, never from within dial().
class SimulatedAttempt : public DialAttempt {
  public:
    explicit SimulatedAttempt(Timers& timers) : alarm(timers) {}
    Alarm alarm;
};
} // namespace

std::unique_ptr<DialAttempt> SimulatedDesktop::dial(const Address&, Done<Result<Dialed>> done) {
    auto attempt = std::make_unique<SimulatedAttempt>(m_world.time);
    attempt->alarm.set(Millis(5), [this, done = std::move(done)] {
        SimulatedRelay& relay = m_relay ? *m_relay : m_world.relay();
        if (!relay.isUp()) {
            done(fail(failure::linkLost));
            return;
        }
        auto ends = LoopbackLink::pair(m_world.schedule.on(m_world.schedule.line(true)),
                                       m_world.schedule.on(m_world.schedule.line(false)));
        relay.accept(m_world.carry(std::move(ends.second)));
        done(Dialed{m_world.carry(std::move(ends.first)), SimulatedRelay::pin()});
    });
    return attempt;
}

} // namespace bongsu
