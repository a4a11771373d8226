// One relay and its desktops on lines whose behaviour a test chooses, in simulated time.
#pragma once

#include "domain/event/proofs.h"
#include "sync/fakedesktop.h"
#include "sync/fakerelay.h"
#include "sync/loopbacklink.h"
#include "sync/simulated.h"

#include <list>

namespace bongsu::samples {

inline const OrgId sampleOrg = numbered<OrgId>(3);
inline const LogId sampleOrgLog = LogId::of(sampleOrg);

// An end without a session: records frames, sends what a test gives it.
class RawPeer final : public LinkReceiver {
  public:
    explicit RawPeer(std::unique_ptr<LoopbackLink> line) : link(std::move(line)) { link->setReceiver(this); }

    void messageArrived(const QByteArray& message) override {
        messages.push_back(message);
        const auto frame = decodeFrame(message);
        Q_ASSERT(frame);
        frames.push_back(*frame);
    }
    void linkDrained() override {}
    void linkClosed(int code, const QString&) override { closedWith = code; }

    void send(const Frame& frame) { link->send(encode(frame)); }
    // The newest frame of a kind.
    template <class T>
    const T* last() const {
        for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
            if (const auto* found = std::get_if<T>(&*frame)) {
                return found;
            }
        }
        return nullptr;
    }
    template <class T>
    int count() const {
        return int(std::count_if(frames.begin(), frames.end(),
                                 [](const Frame& frame) { return std::holds_alternative<T>(frame); }));
    }

    std::unique_ptr<LoopbackLink> link;
    std::vector<QByteArray> messages;
    std::vector<Frame> frames;
    std::optional<int> closedWith;
};

// A desktop's connection, both ends.
struct Connection {
    LoopbackLink* clientLink = nullptr;
    LoopbackLink* relayLink = nullptr;
    std::unique_ptr<RelaySession> relaySide;
    std::unique_ptr<ClientSession> client;
    std::optional<SessionEnd> end;
};

class World {
  public:
    // A line with a delay of 5 ms.
    World() {
        network = [this](std::function<void()> deliver) { time.after(Millis(5), std::move(deliver)); };
    }

    Connection& connect(FakeDesktop& desktop, ClientSession::Settings settings = {},
                        Versions relayVersions = {}) {
        auto [clientEnd, relayEnd] = line();
        Connection& connection = connections.emplace_back();
        connection.clientLink = clientEnd.get();
        connection.relayLink = relayEnd.get();
        connection.relaySide = std::make_unique<RelaySession>(std::move(relayEnd), pin, relay, relay.fanout,
                                                              around, relay, relayVersions);
        connection.client = std::make_unique<ClientSession>(
            std::move(clientEnd), seenPin, desktop, around, std::move(settings),
            [&connection](const SessionEnd& end) { connection.end = end; });
        desktop.session = [client = connection.client.get()] { return client; };
        connection.client->start();
        return connection;
    }
    // A known device, connected.
    Connection& connectMember(FakeDesktop& desktop) {
        relay.allow(desktop.key);
        return connect(desktop);
    }
    // The relay's end alone, and a peer that sends what the test says.
    RawPeer& connectRaw() {
        auto [clientEnd, relayEnd] = line();
        relaySides.push_back(
            std::make_unique<RelaySession>(std::move(relayEnd), pin, relay, relay.fanout, around, relay));
        return peers.emplace_back(std::move(clientEnd));
    }
    // Logged in as `device` up to welcome.
    RawPeer& connectRawMember(const HashSigner& device) {
        relay.allow(device);
        RawPeer& peer = connectRaw();
        peer.send(frame::Hello{{}, relay.org, QString()});
        time.pass(Millis(20));
        proveRaw(peer, device);
        time.pass(Millis(20));
        return peer;
    }
    void proveRaw(RawPeer& peer, const Signer& device) {
        const auto nonce = numbered<Nonce>(7);
        const QByteArray message =
            loginMessage(relay.org, relay.relayId(), pin, peer.last<frame::Challenge>()->nonce, nonce);
        peer.send(frame::Login{deviceIdOf(device.publicKey()), nonce, device.sign(message), std::nullopt});
    }
    // The client's end alone.
    RawPeer& connectToRawRelay(FakeDesktop& desktop, Connection& connection) {
        auto [clientEnd, relayEnd] = line();
        connection.client = std::make_unique<ClientSession>(
            std::move(clientEnd), pin, desktop, around, ClientSession::Settings{},
            [&connection](const SessionEnd& end) { connection.end = end; });
        desktop.session = [client = connection.client.get()] { return client; };
        connection.client->start();
        return peers.emplace_back(std::move(relayEnd));
    }

    LoopbackLink::Ends line() {
        const LoopbackLink::Scheduler shared = [this](std::function<void()> deliver) {
            network(std::move(deliver));
        };
        return LoopbackLink::pair(
            lineOfNext ? *std::exchange(lineOfNext, std::nullopt) : shared,
            [this](std::function<void()> call) { time.after(Millis(0), std::move(call)); });
    }

    void pass(Millis delay) { time.pass(delay); }

    SimulatedTime time;
    SeededRandomness randomness;
    Surroundings around{time, time, time, randomness};
    TlsPin pin = numbered<TlsPin>(11);     // that the relay shows
    TlsPin seenPin = numbered<TlsPin>(11); // that the client saw
    FakeRelay relay{sampleOrg};
    LoopbackLink::Scheduler network;
    std::optional<LoopbackLink::Scheduler> lineOfNext; // a line of its own for the next connection
    std::list<Connection> connections;
    std::vector<std::unique_ptr<RelaySession>> relaySides;
    std::list<RawPeer> peers;
};

} // namespace bongsu::samples
