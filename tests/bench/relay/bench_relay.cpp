// The real relay with an organisation of MEMBERS in it, for the benches: over TLS as people use it, or over
// plain TCP, where it stands beside programs that have no TLS and lets in whoever says so.
//   bench_relay FOLDER tls|plain [PORT] [MEMBERS]
// Prints one line when it listens; FOLDER then holds scene.json for its clients. A folder that holds an
// organisation is opened again.
#include "relay/crew.h"
#include "relay/opendoor.h"

#include "domain/event/compose.h"
#include "domain/event/proofs.h"
#include "websocket/relayserver.h"
#include "wiring/founding.h"
#include "wiring/relaynode.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sys/resource.h>

#include <csignal>
#include <cstdio>

namespace bongsu::bench {

namespace {

constexpr auto inviteValid = std::chrono::hours(24);

void raiseOpenFiles() {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

// The first days of an organisation: founded, everybody joined, an incident declared.
class Beginning {
  public:
    explicit Beginning(RelayNode& node) : m_node(node), m_system(node.system()) {}

    LogId begin(int members) {
        const Ed25519Key root = memberKey(-1);
        const Ed25519Key other = memberKey(-2);
        const Ed25519Key admin = memberKey(0);
        const auto founded =
            found({QStringLiteral("bench"), {}, root, other, m_node.signingKey(), m_node.relayKeys()},
                  m_system.clock.now(), m_system.randomness);
        for (const Offer& offer : founded->offers) {
            offerNow(offer);
        }
        m_org = founded->org;
        const Ed25519Key adminInvite = memberKey(-3);
        record(InviteIssued{adminInvite.publicKey(), Permission::Admin, std::nullopt, valid(), 1}, root);
        join(admin, adminInvite);
        const Ed25519Key invite = memberKey(-4);
        record(InviteIssued{invite.publicKey(), Permission::Responder, std::nullopt, valid(),
                            quint64(std::max(1, std::min(members, limits())))},
               admin);
        for (int number = 1; number <= members; ++number) {
            join(memberKey(number), invite);
        }
        Text title;
        title.text = QStringLiteral("bench");
        const auto made =
            compose(IncidentDeclared{Grade::Watch}, title, around(), admin, m_system.randomness);
        offerNow(made->offer);
        return LogId::of(made->event.id);
    }

    void untilAnswered() {
        while (m_open > 0) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

  private:
    static int limits() { return 1000; }
    static quint64 valid() { return quint64(Millis(inviteValid).count()); }

    Circumstances around() {
        return {m_org, std::nullopt, ++m_deviceSeq, m_system.clock.now(), std::nullopt, std::nullopt};
    }

    void join(const Ed25519Key& device, const Ed25519Key& invite) {
        record(DeviceAdded{device.publicKey(), invite.publicKey(),
                           invite.sign(joinMessage(*m_org, device.publicKey()))},
               device);
    }

    void record(const Facts& facts, const Signer& author) {
        Circumstances here = around();
        here.log = LogId::of(*m_org);
        offerNow(compose(facts, {}, here, author, m_system.randomness)->offer);
    }

    void offerNow(const Offer& offer) {
        ++m_open;
        m_node.sequencer().offer(offer, std::nullopt, [this](const Judgement& judgement) {
            if (judgement.kind != Judgement::Kind::Recorded) {
                qFatal("not recorded: %s", judgement.refusal
                                               ? decodeRefusal(judgement.refusal->bytes)->code.constData()
                                               : judgement.failure->code.constData());
            }
            --m_open;
        });
    }

    RelayNode& m_node;
    System& m_system;
    std::optional<OrgId> m_org;
    quint64 m_deviceSeq = 16; // behind what founding took
    int m_open = 0;
};

std::unique_ptr<RelayNode> openedNode(const QString& folder, System& system) {
    const RelayFolder place = RelayFolder::at(folder, folder + QStringLiteral("/key"));
    if (!QFileInfo::exists(place.keyFile) && !RelayNode::create(place, system)) {
        qFatal("no relay could be made in %s", qPrintable(folder));
    }
    auto node = RelayNode::open(place, system);
    if (!node) {
        qFatal("the relay in %s cannot be opened", qPrintable(folder));
    }
    std::optional<bool> started;
    (*node)->start([&started](const Outcome& outcome) { started = outcome.has_value(); });
    while (!started) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    if (!*started) {
        qFatal("the relay in %s does not start", qPrintable(folder));
    }
    return std::move(*node);
}

int run(const QString& folder, bool tls, quint16 port, int members) {
    System system;
    const auto node = openedNode(folder, system);
    const auto& incidents = node->sequencer().ledger().incidents();
    LogId incident = LogId::zeros();
    if (!node->sequencer().ledger().organisation().id) {
        Beginning beginning(*node);
        incident = beginning.begin(members);
        beginning.untilAnswered();
    } else {
        incident = incidents.begin()->first;
    }
    OpenDoor open(node->host(), deviceIdOf(memberKey(0).publicKey()));
    std::unique_ptr<RelayServer> plain;
    const TlsPin pin = node->relayKeys().pins.front();
    if (tls) {
        port = node->listen({QStringLiteral("127.0.0.1"), port}).value();
    } else {
        plain =
            std::make_unique<RelayServer>(open, node->fanout(), system.surroundings(), TlsKeys{{}, {}, pin});
        port = plain->listenInTheClear({QStringLiteral("127.0.0.1"), port}).value();
    }
    keepScene(folder, {*node->sequencer().ledger().organisation().id, node->sequencer().relay(),
                       node->signingKey().publicKey(), pin, incident, members, port});
    std::printf("{\"listening\":%d}\n", int(port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

} // namespace bongsu::bench

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3) {
        std::fprintf(stderr, "bench_relay FOLDER tls|plain [PORT] [MEMBERS]\n");
        return 2;
    }
    std::signal(SIGTERM, [](int) { std::_Exit(0); }); // durable at any time
    bongsu::bench::raiseOpenFiles();
    return bongsu::bench::run(words[1], words[2] == QStringLiteral("tls"), quint16(words.value(3).toUInt()),
                              words.value(4, QStringLiteral("0")).toInt());
}
