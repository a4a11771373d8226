// Dials a relay in the same process: through a world's lines, or not at all.
#pragma once

#include "sync/connector.h"
#include "sync/world.h"

#include <set>

namespace bongsu::samples {

class LoopDialer final : public Dialer {
  public:
    explicit LoopDialer(World& home) : world(home) {}

    std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) override {
        dialedAt.emplace_back(address, world.time.elapsed());
        auto attempt = std::make_unique<Attempt>(world.time);
        attempt->alarm.set(Millis(2), [this, address, done = std::move(done)] {
            if (const auto wrong = failures.find(address.port); wrong != failures.end()) {
                done(tl::unexpected<Error>(wrong->second));
                return;
            }
            auto [clientEnd, relayEnd] = world.line();
            lines.push_back(clientEnd.get());
            world.relaySides.push_back(std::make_unique<RelaySession>(
                std::move(relayEnd), world.pin, world.relay, world.relay.fanout, world.around, world.relay));
            done(Dialed{std::move(clientEnd), world.seenPin, certificate});
        });
        return attempt;
    }

    struct Attempt final : DialAttempt {
        explicit Attempt(Timers& timers) : alarm(timers) {}
        Alarm alarm;
    };

    World& world;
    std::map<quint16, Error> failures; // by port
    std::optional<CertificateDates> certificate;
    std::vector<std::pair<Address, Millis>> dialedAt;
    std::vector<LoopbackLink*> lines; // the clients' ends; of sessions that ended they may be gone
};

class Watcher final : public ConnectorWatcher {
  public:
    void addressFailed(const Address& address, const Error& why) override {
        failed.emplace_back(address, codeOf(why));
        onFailed();
    }
    void noRelayAnswered() override { ++unanswered; }
    void sessionEnded(const Error& why) override { ends.push_back(codeOf(why)); }
    void certificateShown(const CertificateDates& dates) override { certificates.push_back(dates); }

    std::function<void()> onFailed = [] {};
    std::vector<std::pair<Address, QByteArray>> failed;
    std::vector<QByteArray> ends;
    int unanswered = 0;
    std::vector<CertificateDates> certificates;
};

} // namespace bongsu::samples
