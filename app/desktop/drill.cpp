#include "desktop/drill.h"

#include "report/importlines.h"
#include "wiring/foundingrelay.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

// Outside any namespace, as Qt asks.
static void nameRecords() {
    Q_INIT_RESOURCE(drillrecords);
}

namespace bongsu {

namespace {

// Leads nowhere: the way to the relay is within this process.
const Address nowhere{QStringLiteral("drill.invalid"), 1};

} // namespace

Drill::~Drill() {
    m_node.reset();
    m_door.reset();
    m_relay.reset();
    clear();
}

void Drill::clear() {
    QDir(m_folder).removeRecursively();
}

void Drill::finish(const Outcome& outcome) {
    if (const auto done = std::exchange(m_done, nullptr)) {
        done(outcome);
    }
}

Outcome Drill::makeRelay() {
    clear(); // of a program that was killed
    const RelayFolder folder{m_folder + QStringLiteral("/relay"), m_folder + QStringLiteral("/relay.key")};
    auto made = makeFolder(folder.path);
    made = made ? RelayNode::create(folder, m_system) : made;
    if (!made) {
        return made;
    }
    auto relay = RelayNode::open(folder, m_system);
    if (!relay) {
        return errorOf(relay);
    }
    m_relay = std::move(*relay);
    auto node = Node::open(
        HomeFolder{m_folder + QStringLiteral("/home"), m_folder + QStringLiteral("/home.key")}, m_system);
    if (!node) {
        return errorOf(node);
    }
    m_node = std::move(*node);
    return std::monostate{};
}

void Drill::begin(std::function<void(const Outcome&)> done) {
    m_done = std::move(done);
    if (const auto made = makeRelay(); !made) {
        finish(made);
        return;
    }
    m_relay->start([this](const Outcome& started) {
        if (!started) {
            finish(started);
            return;
        }
        foundAt(*m_relay, tr("Drill"), {nowhere}, [this](const Outcome& founded) {
            const auto root =
                founded ? loadRootFile(m_relay->folder().root(1)) : Result<LoadedRootKey>(errorOf(founded));
            if (!root) {
                finish(errorOf(root));
                return;
            }
            inviteAt(*m_relay, Ed25519Key(root->key.seed), {nowhere}, [this](const Result<QString>& invite) {
                invite ? join(*invite) : finish(errorOf(invite));
            });
        });
    });
}

void Drill::join(const QString& line) {
    m_node->start([this, line](const Outcome& started) {
        const auto invite = started ? decodeInvite(line) : Result<Invite>(errorOf(started));
        const auto joined =
            invite ? m_node->join(*invite, tr("You"), QSysInfo::machineHostName()) : errorOf(invite);
        if (!joined) {
            finish(errorOf(joined));
            return;
        }
        m_door = std::make_unique<NearDoor>(*m_relay);
        m_node->dialThrough([this] { return std::make_unique<NearDialer>(*m_door, m_system.timers); });
        connect(m_node.get(), &Node::caughtUp, this, &Drill::tell, Qt::SingleShotConnection);
        m_node->connectToRelay(std::nullopt);
    });
}

// As anybody would who writes it down afterwards: by the same import.
void Drill::tell() {
    nameRecords();
    QFile file(QStringLiteral(":/bongsu/drill/pangyo-2022.jsonl"));
    const auto lines = file.open(QIODevice::ReadOnly) ? importLines(file.readAll())
                                                      : Result<Imported>(fail(failure::disk, "drill"));
    if (!lines || lines->lines.empty()) {
        finish(lines ? fail(failure::disk, "drill") : errorOf(lines));
        return;
    }
    IncidentDeclared facts;
    facts.grade = Grade::Total;
    facts.drill = true;
    if (const Line* first = lineOf(lines->lines.front().facts)) {
        facts.began = first->occurredAt;
    }
    Journal& journal = m_node->journal();
    const auto declared =
        journal.record(std::nullopt, facts, Text{.text = tr("Fire in the Pangyo data centre, no messenger")});
    if (!declared) {
        finish(errorOf(declared));
        return;
    }
    m_incident = declared->log;
    for (const ImportedLine& line : lines->lines) {
        if (const auto told = journal.record(declared->log, line.facts, line.text); !told) {
            finish(errorOf(told));
            return;
        }
    }
    m_node->whenKept([this](const std::optional<Failure>& failure) {
        finish(failure ? Outcome(tl::unexpected<Error>(*failure)) : std::monostate{});
    });
}

} // namespace bongsu
