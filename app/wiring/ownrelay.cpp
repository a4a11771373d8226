#include "wiring/ownrelay.h"

#include "files/files.h"

#include <QFileInfo>

namespace bongsu {

namespace {

constexpr Millis againAfter{10'000}; // until it is tried again to listen
const QString everywhere = QStringLiteral("0.0.0.0");
const QString here = QStringLiteral("127.0.0.1");

} // namespace

OwnRelay::OwnRelay(const HomeFolder& home, System& system, QStringList hosts)
    : m_home(home), m_folder(folderOf(home)), m_system(system), m_hosts(std::move(hosts)),
      m_again(system.timers) {}

OwnRelay::~OwnRelay() = default;

RelayFolder OwnRelay::folderOf(const HomeFolder& home) {
    const bool usualKey = home.keyFile == keyFileOf(home.path, {});
    const QString path = home.path + QStringLiteral("/relay");
    return RelayFolder{path, usualKey ? keyFileOf(path, {}) : home.keyFile + QStringLiteral(".relay")};
}

Outcome OwnRelay::create() {
    auto ready = makeFolder(m_folder.path);
    m_folder = folderOf(m_home); // its key file is named after the folder, which exists only now
    if (ready && !QFileInfo::exists(m_folder.keyFile)) {
        ready = RelayNode::create(m_folder, m_system);
    }
    return ready;
}

void OwnRelay::open(std::function<void(const Outcome&)> done) {
    auto relay = RelayNode::open(m_folder, m_system);
    if (!relay) {
        done(errorOf(relay));
        return;
    }
    m_relay = std::move(*relay);
    m_relay->start([this, done = std::move(done)](const Outcome& started) {
        if (!started) {
            dropSoon();
        }
        done(started);
    });
}

// In a turn of its own: it says that it failed from within itself.
void OwnRelay::dropSoon() {
    m_port = 0;
    const std::shared_ptr<RelayNode> dropped = std::move(m_relay);
    QMetaObject::invokeMethod(
        this, [dropped] {}, Qt::QueuedConnection);
}

void OwnRelay::start(std::function<void()> done) {
    if (!QFileInfo::exists(m_folder.store())) {
        done();
        return;
    }
    set(State::Starting);
    open([this, done = std::move(done)](const Outcome& opened) {
        if (opened && !m_relay->sequencer().ledger().organisation().id) {
            dropSoon(); // an attempt that ended before anything was founded
            set(State::None);
        } else if (opened) {
            resume();
        } else {
            set(State::Silent, opened.error());
        }
        done();
    });
}

void OwnRelay::resume() {
    if (const auto listening = listen(); !listening) {
        set(State::Silent, listening.error());
        m_again.set(againAfter, [this] { resume(); });
        return;
    }
    listens();
    describeAt(*m_relay, reachedAt(m_port), [this](const Outcome& described) {
        if (!described) {
            set(State::Listening, described.error());
        }
    });
}

// From here on it tells what keeps it from numbering.
void OwnRelay::listens() {
    Sequencer& sequencer = m_relay->sequencer();
    connect(&sequencer, &Sequencer::stoppedNumbering, this,
            [this](const Failure& why) { set(State::Listening, why); });
    connect(&sequencer, &Sequencer::resumedNumbering, this, [this] { set(State::Listening); });
    const auto& stopped = sequencer.stopped();
    set(State::Listening, stopped ? std::optional<Error>(*stopped) : std::nullopt);
}

void OwnRelay::acceptClock() {
    if (m_relay) {
        m_relay->sequencer().acceptClock();
    }
}

void OwnRelay::found(const QString& name, std::function<void(const Result<QString>&)> done) {
    const auto failed = [this, done](const Error& why) {
        m_again.stop();
        dropSoon();
        set(State::None, why);
        done(tl::unexpected(why));
    };
    m_again.stop();
    m_relay.reset();
    m_port = 0;
    set(State::Starting);
    if (const auto made = create(); !made) {
        failed(made.error());
        return;
    }
    open([this, name, done, failed](const Outcome& opened) {
        const auto listening = opened ? listen() : opened;
        if (!listening) {
            failed(listening.error());
            return;
        }
        foundAt(*m_relay, name, reachedAt(m_port), [this, done, failed](const Outcome& founded) {
            const auto root =
                founded ? loadRootFile(m_folder.root(1)) : Result<LoadedRootKey>(errorOf(founded));
            if (!root) {
                failed(root.error());
                return;
            }
            inviteAt(*m_relay, Ed25519Key(root->key.seed), {*near()},
                     [this, done, failed](const Result<QString>& line) {
                         if (!line) {
                             failed(line.error());
                             return;
                         }
                         listens();
                         done(line);
                     });
        });
    });
}

// Others know the port it had: another one would be found by nobody. Only where there was none yet it may be
// any.
Outcome OwnRelay::listen() {
    const auto port = rememberedPort();
    if (!port) {
        return errorOf(port);
    }
    if (*port) {
        return listenAt(**port);
    }
    auto listening = listenAt(usualPort);
    listening = listening ? listening : listenAt(0);
    return listening ? remember(m_port) : listening;
}

Outcome OwnRelay::listenAt(quint16 port) {
    const auto listening = m_relay->listen({everywhere, port});
    if (!listening) {
        return errorOf(listening);
    }
    m_port = *listening;
    return std::monostate{};
}

Result<std::optional<quint16>> OwnRelay::rememberedPort() const {
    return RelayFolder::keptIn(m_folder.listenFile()).map([](const std::optional<QByteArray>& kept) {
        const auto address = kept ? addressFromText(QString::fromUtf8(*kept)) : std::nullopt;
        return address ? std::optional(address->port) : std::nullopt;
    });
}

Outcome OwnRelay::remember(quint16 port) const {
    return files::write(m_folder.listenFile(), toText(Address{everywhere, port}).toUtf8());
}

std::vector<Address> OwnRelay::reachedAt(quint16 port) const {
    std::vector<Address> addresses;
    for (const QString& text : m_hosts) {
        if (const auto host = hostFromText(text)) {
            addresses.push_back({*host, port});
        }
    }
    return addresses.empty() ? std::vector<Address>{{here, port}} : addresses;
}

void OwnRelay::set(State state, std::optional<Error> trouble) {
    m_state = state;
    m_trouble = std::move(trouble);
    Q_EMIT changed();
}

QString OwnRelay::listening() const {
    return m_state == State::Listening ? toText(Address{everywhere, m_port}) : QString();
}

std::vector<Address> OwnRelay::advertised() const {
    return m_state == State::Listening ? reachedAt(m_port) : std::vector<Address>();
}

std::optional<Address> OwnRelay::near() const {
    const auto port = m_port != 0 ? std::optional(m_port) : rememberedPort().value_or(std::nullopt);
    return port ? std::optional(Address{here, *port}) : std::nullopt;
}

QString OwnRelay::rootFolder() const {
    return m_folder.holdsRoot() ? m_folder.rootFolder() : QString();
}

QStringList OwnRelay::connectedBesides(const DeviceId& device) const {
    QStringList names;
    if (m_relay && m_state == State::Listening) {
        const Organisation& organisation = m_relay->sequencer().ledger().organisation();
        for (const DeviceId& connected : m_relay->connectedDevices()) {
            const auto known = organisation.devices.find(connected);
            if (connected != device && known != organisation.devices.end()) {
                names += m_relay->sequencer().texts().personName(organisation, known->second.person);
            }
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace bongsu
