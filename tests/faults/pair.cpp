#include "faults/pair.h"

#include "domain/base/limits.h"
#include "identity/invite.h"
#include "identity/rootfile.h"
#include "wiring/foundingrelay.h"

#include <QTest>

#include <filesystem>

namespace bongsu {

namespace {
constexpr int patienceMs = 60'000;
// Nobody dials it: the door is in this process.
const Address somewhere{QStringLiteral("127.0.0.1"), 7443};

// Waits for what comes by a callback.
template <class T>
struct Awaited {
    std::optional<Result<T>> result;
    std::function<void(const Result<T>&)> take() {
        return [this](const Result<T>& came) { result = came; };
    }
};
} // namespace

Pair::Pair(const QString& folder, System& system)
    : m_relayFolder{folder + QStringLiteral("/relay"), folder + QStringLiteral("/relay.key")},
      m_homeFolder{folder + QStringLiteral("/home"), folder + QStringLiteral("/home.key")}, m_system(system) {
}

Pair::~Pair() {
    close();
}

bool Pair::runUntil(const std::function<bool()>& isSo) {
    return QTest::qWaitFor(isSo, patienceMs);
}

void Pair::found() {
    const auto demand = [](bool isSo, const char* what) {
        if (!isSo) {
            qFatal("the example cannot be made: %s", what);
        }
    };
    demand(makeFolder(m_relayFolder.path) && makeFolder(m_homeFolder.path), "folders");
    demand(RelayNode::create(m_relayFolder, m_system).has_value(), "keys");
    demand(openRelay().has_value(), "relay");
    Awaited<std::monostate> founded;
    foundAt(*m_relay, QStringLiteral("Daon"), {somewhere}, founded.take());
    demand(runUntil([&] { return founded.result.has_value(); }) && *founded.result, "founding");
    const auto root = loadRootFile(m_relayFolder.root(1));
    Awaited<QString> line;
    inviteAt(*m_relay, Ed25519Key(root->key.seed), {somewhere}, line.take());
    demand(runUntil([&] { return line.result.has_value(); }) && *line.result, "invite");
    demand(openHome().has_value(), "home");
    const auto invite = decodeInvite(**line.result);
    demand(m_home->join(*invite, QStringLiteral("Kim"), QStringLiteral("desk")).has_value(), "joining");
    redial();
    demand(runUntil([&] { return m_home->isCaughtUp() && m_home->journal().person(); }), "joined");
    const auto declared =
        m_home->journal().record(std::nullopt, IncidentDeclared{}, Text{.text = QStringLiteral("fire")});
    demand(declared &&
               runUntil([&] { return m_home->journal().stateOf(declared->event) == OwnState::Recorded; }),
           "incident");
    close();
}

void Pair::copy(const QString& from, const QString& to) {
    std::filesystem::copy(from.toStdU16String(), to.toStdU16String(),
                          std::filesystem::copy_options::recursive);
}

Outcome Pair::open() {
    const auto closed = [this](const Outcome& outcome) {
        if (!outcome) {
            close();
        }
        return outcome;
    };
    if (auto opened = openRelay(); !opened) {
        return closed(opened);
    }
    if (auto opened = openHome(); !opened) {
        return closed(opened);
    }
    m_incident = m_home->journal().incidents().front();
    m_home->connectToRelay(std::nullopt);
    return {};
}

Outcome Pair::openRelay() {
    auto relay = RelayNode::open(m_relayFolder, m_system);
    if (!relay) {
        return errorOf(relay);
    }
    m_relay = std::move(*relay);
    Awaited<std::monostate> started;
    m_relay->start(started.take());
    if (!runUntil([&] { return started.result.has_value(); })) {
        return fail(failure::stopped, "the relay does not start");
    }
    m_door = std::make_unique<NearDoor>(*m_relay);
    QObject::connect(&m_relay->sequencer(), &Sequencer::stoppedNumbering, m_relay.get(),
                     [this](const Failure& why) { heard(why.code); });
    return *started.result;
}

Outcome Pair::openHome() {
    auto home = Node::open(m_homeFolder, m_system);
    if (!home) {
        return errorOf(home);
    }
    m_home = std::move(*home);
    m_home->dialThrough([this] { return std::make_unique<NearDialer>(*m_door, m_system.timers); });
    Awaited<std::monostate> started;
    m_home->start(started.take());
    if (!runUntil([&] { return started.result.has_value(); })) {
        return fail(failure::stopped, "the home does not start");
    }
    if (*started.result) {
        listen();
    }
    return *started.result;
}

void Pair::listen() {
    Journal& journal = m_home->journal();
    QObject::connect(&journal, &Journal::ownEventChanged, m_home.get(),
                     [this](const LogId& log, const EventId& event, OwnState state) {
                         if (log == m_incident) {
                             tell(event, state);
                         }
                     });
    QObject::connect(&journal, &Journal::storeFailed, m_home.get(),
                     [this](const Failure& why) { heard(why.code); });
    QObject::connect(m_home.get(), &Node::linkChanged, m_home.get(), [this] {
        if (m_home->offerTrouble()) {
            heard(m_home->offerTrouble()->code);
        } else if (m_home->linkError() && m_home->link() != NodeLink::Up) {
            const auto* failure = std::get_if<Failure>(&*m_home->linkError());
            heard(failure ? failure->code : QByteArray("refused"));
        }
    });
}

void Pair::heard(const QByteArray& code) {
    m_trouble = true;
    m_troubles.insert(code);
}

void Pair::tell(const EventId& event, OwnState state) {
    if (state != OwnState::BeingKept) {
        kept.insert(event);
    }
    if (state == OwnState::Recorded) {
        const LogIndex& index = *m_home->journal().ledger().index(*m_incident);
        const quint64 seq = index.find(event)->seq;
        recorded.insert_or_assign(event, Place{seq, *index.hashAt(seq)});
    }
}

void Pair::close() {
    m_home.reset();
    m_door.reset();
    m_relay.reset();
}

Outcome Pair::took(const Result<Recorded>& recorded) {
    if (!recorded) {
        return errorOf(recorded);
    }
    made.push_back(recorded->event);
    return {};
}

Outcome Pair::note(const QString& text) {
    return took(m_home->journal().record(*m_incident, NoteAdded{}, Text{.text = text}));
}

Outcome Pair::withdraw(const EventId& note) {
    return took(m_home->journal().record(*m_incident, EntryWithdrawn{note}, {}));
}

bool Pair::isAllRecorded() const {
    return std::all_of(made.begin(), made.end(),
                       [this](const EventId& event) { return recorded.contains(event); });
}

void Pair::redial() {
    m_home->connectToRelay(std::nullopt);
}

Pair::Lost Pair::lost() const {
    Lost lost;
    const LogIndex& atRelay = *m_relay->sequencer().ledger().index(*m_incident);
    const Journal& journal = m_home->journal();
    const LogIndex& atHome = *journal.ledger().index(*m_incident);
    std::set<EventId> own;
    for (const OwnEvent& one : journal.ownEvents(*m_incident)) {
        own.insert(one.event);
    }
    for (const EventId& event : kept) {
        lost.kept += own.contains(event) || atHome.find(event) ? 0 : 1;
    }
    for (const auto& [event, place] : recorded) {
        const auto found = atRelay.find(event);
        lost.recorded += found && found->seq == place.seq && atRelay.hashAt(place.seq) == place.hash ? 0 : 1;
    }
    return lost;
}

quint64 Pair::entries() const {
    return m_relay->sequencer().ledger().tip(*m_incident)->seq;
}

} // namespace bongsu
