// Row 21: many desktops come back at once after a week without a relay, each with fifty drafts of every part
// of the product: real journals and sessions over real TLS against bongsu-relay, their disks in memory.
#include "faults/drafts.h"
#include "faults/faultrow.h"
#include "support/rememberingverifier.h"
#include "world/memorystore.h"

#include "domain/event/proofs.h"
#include "identity/invite.h"
#include "identity/random.h"
#include "sync/connector.h"
#include "websocket/qttime.h"
#include "websocket/websocketdialer.h"
#include "wiring/journalhost.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>

namespace bongsu {

namespace {

constexpr quint64 draftsEach = 50;
constexpr int incidents = 3;
constexpr Millis week = std::chrono::hours(24 * 7);
constexpr qint64 within = 60'000;      // ms, where as many come back as in a release
constexpr quint64 judgedFrom = 10'000; // drafts

// bongsu-relay in a folder of its own.
class Relay {
  public:
    Relay() {
        QTcpServer free;
        must(free.listen(QHostAddress::LocalHost), "a port");
        const QString at = QStringLiteral("127.0.0.1:%1").arg(free.serverPort());
        free.close();
        invite = run({QStringLiteral("init"), folder(), QStringLiteral("--org"), QStringLiteral("Daon"),
                      QStringLiteral("--listen"), at})
                     .value(QStringLiteral("invite"))
                     .toString();
        m_process.setProcessEnvironment(environment());
        m_process.start(program(), {QStringLiteral("run"), folder()});
        must(m_process.waitForReadyRead(60'000) && m_process.readLine().contains("listening"), "a relay");
    }
    ~Relay() {
        m_process.terminate();
        m_process.waitForFinished(60'000);
    }
    qint64 entries() {
        return run({QStringLiteral("status"), folder()}).value(QStringLiteral("entries")).toInteger();
    }

    QString invite;

  private:
    static QString program() { return qEnvironmentVariable("BONGSU_RELAY"); }
    QString folder() const { return m_folder.filePath(QStringLiteral("relay")); }
    QProcessEnvironment environment() const {
        auto all = QProcessEnvironment::systemEnvironment();
        all.insert(QStringLiteral("HOME"), m_folder.path());
        all.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        return all;
    }
    QJsonObject run(const QStringList& words) const {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program(), words);
        const bool done = process.waitForFinished(60'000) && process.exitCode() == 0;
        must(done, process.readAllStandardError().constData());
        return QJsonDocument::fromJson(process.readAllStandardOutput().trimmed().split('\n').back()).object();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

// Somebody's own idea of the time.
class OffClock final : public Clock {
  public:
    Moment now() const override { return m_real.now() + skew; }
    Millis skew{0};

  private:
    SystemClock m_real;
};

// What all share in this process. Each signature is checked once: each of them would have a processor of its
// own.
struct Common {
    SteadyClock monotonic;
    QtTimers timers;
    SystemRandomness randomness;
    RememberingVerifier verifier;
    QObject turns;
};

class Desk : private ConnectorWatcher {
  public:
    Desk(Common& common, const Invite& invite)
        : m_shared(common), m_key(Ed25519Key::generate(common.randomness)),
          m_store(std::make_shared<MemoryDisk>(),
                  [&common](std::function<void()> task) {
                      QMetaObject::invokeMethod(&common.turns, std::move(task), Qt::QueuedConnection);
                  }),
          journal({m_store, clock, common.timers, common.randomness, common.verifier, m_key}),
          m_attachments(m_store, clock, deviceIdOf(m_key.publicKey())),
          m_host(journal, m_attachments, m_store, m_key), m_dialer(invite.pins, around()),
          m_connector(m_dialer, m_host, *this, around(), {}, invite.addresses) {
        journal.open([this, invite](const Outcome& opened) {
            must(opened.has_value(), "a journal");
            begin(invite);
        });
    }

    void comeBack() { m_connector.start(); }
    void goAway() {
        m_connector.stop();
        m_host.connectionLost();
    }
    bool isMember() const {
        return m_isOpen && journal.ledger().organisation().devices.contains(journal.device());
    }

    OffClock clock;

  private:
    Common& m_shared;
    Ed25519Key m_key;
    MemoryStore m_store;

  public:
    Journal journal;

  private:
    Surroundings around() const { return {clock, m_shared.monotonic, m_shared.timers, m_shared.randomness}; }
    void begin(const Invite& invite) {
        m_isOpen = true;
        const auto tell = [this] {
            if (auto* session = m_connector.session()) {
                session->offersChanged();
            }
        };
        QObject::connect(&journal, &Journal::offersChanged, &journal, tell);
        QObject::connect(&m_attachments, &Attachments::wishesChanged, &journal, tell);
        QObject::connect(&journal, &Journal::entriesMissing, &journal,
                         [this](const LogId& log, quint64 from) {
                             if (auto* session = m_connector.session()) {
                                 session->request(log, from);
                             }
                         });
        QObject::connect(&m_host, &JournalHost::taken, &journal, [this] {
            if (m_host.isJoining()) {
                m_host.joined();
                m_connector.restart();
            }
        });
        auto key = std::make_shared<Ed25519Key>(invite.seed);
        Text text;
        text.name = QStringLiteral("desk");
        (void)journal.recordJoin(invite.org,
                                 DeviceAdded{m_key.publicKey(), key->publicKey(),
                                             key->sign(joinMessage(invite.org, m_key.publicKey()))},
                                 text);
        m_host.joinWith(std::move(key));
        m_connector.start();
    }
    void addressFailed(const Address&, const Error&) override { m_host.connectionLost(); }
    void noRelayAnswered() override {}
    void sessionEnded(const Error&) override { m_host.connectionLost(); }
    void certificateShown(const CertificateDates&) override {}

    Attachments m_attachments;
    JournalHost m_host;
    WebSocketDialer m_dialer;
    Connector m_connector;
    bool m_isOpen = false;
};

// The relay may say that it has taken an event before its entry comes.
bool waitsForNothing(const Desk& desk) {
    const auto own = desk.journal.ownEvents();
    return std::all_of(own.begin(), own.end(), [](const OwnEvent& one) { return one.refusal.has_value(); });
}

using Desks = std::vector<std::unique_ptr<Desk>>;

template <class Holds>
bool everybody(const Desks& desks, Holds holds) {
    return std::all_of(desks.begin(), desks.end(), [&](const auto& desk) { return holds(*desk); });
}

// The first is an admin; then commanders, people of communications and responders, all online and knowing
// all.
Desks gather(Common& common, Relay& relay, quint64 count) {
    Desks desks;
    const Invite first = *decodeInvite(relay.invite);
    desks.push_back(std::make_unique<Desk>(common, first));
    must(until([&] { return desks.front()->isMember(); }), "an admin");
    Journal& admin = desks.front()->journal;
    std::vector<Invite> invites; // whoever may approve is let in by an invite of their own
    for (quint64 i = 1; i < count; ++i) {
        const Seed seed = Seed::random(common.randomness);
        const auto permission = i % 3 == 1   ? Permission::Commander
                                : i % 3 == 2 ? Permission::Communications
                                             : Permission::Responder;
        (void)admin.record(LogId::of(first.org),
                           InviteIssued{Ed25519Key(seed).publicKey(),
                                        permission,
                                        {},
                                        quint64(Millis(std::chrono::hours(1)).count()),
                                        1},
                           {});
        invites.push_back({first.org, first.pins, first.addresses, seed});
    }
    must(until([&] { return admin.pendingCount() == 0; }) && admin.refusedCount() == 0, "invites");
    for (const Invite& invite : invites) {
        desks.push_back(std::make_unique<Desk>(common, invite));
    }
    must(until([&] { return everybody(desks, [](const Desk& desk) { return desk.isMember(); }); }),
         "members");
    Text title;
    title.text = QStringLiteral("fire");
    for (int i = 0; i < incidents; ++i) {
        must(desks[1]->journal.record(std::nullopt, IncidentDeclared{Grade::Total}, title).has_value(),
             "an incident");
    }
    const auto knows = [&](const Desk& desk) {
        return waitsForNothing(desk) && desk.journal.ledger().incidents().size() == incidents &&
               desk.journal.ledger().organisation() == admin.ledger().organisation();
    };
    must(until([&] { return everybody(desks, knows); }), "one state");
    return desks;
}

// Fifty drafts each, spread over the week that is over now.
std::vector<std::vector<EventId>> writeForAWeek(Desks& desks, samples::SeededRandomness& random) {
    std::vector<std::vector<EventId>> made(desks.size());
    for (std::size_t i = 0; i < desks.size(); ++i) {
        Desk& desk = *desks[i];
        while (made[i].size() < draftsEach) {
            desk.clock.skew = -week + week * int(made[i].size()) / int(draftsEach);
            const auto logs = desk.journal.incidents();
            if (const auto event = draft(desk.journal, logs[random.below(quint32(logs.size()))], random)) {
                made[i].push_back(*event);
            }
        }
        desk.clock.skew = Millis(0);
    }
    bool kept = false;
    std::size_t left = desks.size();
    for (const auto& desk : desks) {
        desk->journal.whenKept([&] { kept = --left == 0; });
    }
    must(until([&] { return kept; }), "drafts on the disk");
    return made;
}

quint64 entriesOf(const Desk& desk) {
    const Ledger& ledger = desk.journal.ledger();
    quint64 all = ledger.organisationIndex().tip->seq;
    for (const auto& [log, incident] : ledger.incidents()) {
        all += incident.index.tip->seq;
    }
    return all;
}

bool holdsTheSame(const Desk& one, const Desk& other) {
    const Ledger& a = one.journal.ledger();
    const Ledger& b = other.journal.ledger();
    return a.organisationIndex().tip == b.organisationIndex().tip &&
           a.incidents().size() == b.incidents().size() &&
           std::all_of(a.incidents().begin(), a.incidents().end(),
                       [&](const auto& held) { return b.tip(held.first) == held.second.index.tip; });
}

struct Fates {
    quint64 recorded = 0;
    quint64 refused = 0; // and its author sees it
    quint64 lost = 0;
};
// Of what each desk wrote, as the first one has the record.
Fates fatesOf(const Desks& desks, const std::vector<std::vector<EventId>>& made) {
    Fates fates;
    const Ledger& record = desks.front()->journal.ledger();
    for (std::size_t i = 0; i < desks.size(); ++i) {
        std::set<EventId> refused;
        for (const OwnEvent& own : desks[i]->journal.ownEvents()) {
            if (own.refusal) {
                refused.insert(own.event);
            }
        }
        for (const EventId& event : made[i]) {
            const bool isThere =
                std::any_of(record.incidents().begin(), record.incidents().end(),
                            [&](const auto& one) { return one.second.index.find(event).has_value(); });
            (isThere ? fates.recorded : refused.contains(event) ? fates.refused : fates.lost) += 1;
        }
    }
    return fates;
}

} // namespace

} // namespace bongsu

int main(int argc, char** argv) {
    using namespace bongsu;
    const QCoreApplication app(argc, argv);
    const FaultRow row(21, argc, argv);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    QTimer heartbeat; // so that waiting ends in time
    heartbeat.start(50);
    Common common;
    Relay relay;
    samples::SeededRandomness random{quint32(row.seed())};
    Desks desks = gather(common, relay, std::max<quint64>(2, (row.count() + draftsEach - 1) / draftsEach));
    for (const auto& desk : desks) {
        desk->goAway();
    }
    const quint64 before = entriesOf(*desks.front());
    const auto made = writeForAWeek(desks, random);

    QElapsedTimer clock;
    clock.start();
    for (const auto& desk : desks) {
        desk->comeBack();
    }
    const bool answered = until([&] { return everybody(desks, waitsForNothing); });
    const qint64 recordedAfter = clock.elapsed();
    const bool isEqual = until([&] {
        return everybody(desks, [&](const Desk& desk) { return holdsTheSame(*desks.front(), desk); });
    });
    const qint64 pushedAfter = clock.elapsed();

    const Fates fates = fatesOf(desks, made);
    const bool isWhole = isEqual && quint64(relay.entries()) == entriesOf(*desks.front()) &&
                         entriesOf(*desks.front()) >= before + fates.recorded;
    const bool inTime = row.count() < judgedFrom || pushedAfter <= within;
    return row.end(draftsEach * desks.size(),
                   {{"lost", fates.lost},
                    {"recorded", fates.recorded},
                    {"refused visibly", fates.refused},
                    {"desktops", desks.size()},
                    {"equal", isWhole ? 1 : 0},
                    {"ms until recorded", quint64(recordedAfter)},
                    {"ms until pushed", quint64(pushedAfter)}},
                   answered && isWhole && fates.lost == 0 && inTime);
}
