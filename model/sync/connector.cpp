#include "sync/connector.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

Connector::Connector(Dialer& dialer, ClientHost& host, ConnectorWatcher& watcher, const Surroundings& around,
                     ClientSession::Settings settings, std::vector<Address> addresses)
    : m_dialer(dialer), m_host(host), m_watcher(watcher), m_around(around), m_settings(std::move(settings)),
      m_backoff(around.randomness), m_nextRound(around.timers), m_sweep(around.timers) {
    setAddresses(std::move(addresses));
}

void Connector::setAddresses(std::vector<Address> addresses) {
    if (addresses.size() > std::size_t(limits::addresses)) {
        addresses.erase(addresses.begin() + limits::addresses, addresses.end());
    }
    m_addresses = std::move(addresses);
}

void Connector::start() {
    if (!m_attempt && !m_session && !m_nextRound.isSet()) {
        beginRound();
    }
}

void Connector::stop() {
    ++m_turn;
    m_nextRound.stop();
    m_attempt.reset();
    m_round.clear();
    dropSession();
}

void Connector::restart() {
    stop();
    m_nextRound.set(Millis(0), [this] { beginRound(); });
}

ClientSession* Connector::session() {
    return m_session && m_session->isOpen() ? m_session.get() : nullptr;
}

void Connector::beginRound() {
    m_round.assign(m_addresses.begin(), m_addresses.end());
    const auto good = m_lastGood ? std::find(m_round.begin(), m_round.end(), *m_lastGood) : m_round.end();
    if (good != m_round.end()) {
        m_round.erase(good);
        m_round.push_front(*m_lastGood);
    }
    dialNext();
}

void Connector::dialNext() {
    if (m_round.empty()) {
        waitForNextRound();
        m_watcher.noRelayAnswered();
        return;
    }
    const Address address = m_round.front();
    m_round.pop_front();
    m_attempt = m_dialer.dial(address,
                              [this, address](Result<Dialed> result) { dialed(address, std::move(result)); });
}

void Connector::failed(const Address& address, const Error& why) {
    const quint64 turn = m_turn;
    m_watcher.addressFailed(address, why);
    if (turn == m_turn) { // nobody stopped us in there
        dialNext();
    }
}

void Connector::dialed(const Address& address, Result<Dialed> result) {
    const auto over = std::move(m_attempt); // we stand in its call
    if (!result) {
        failed(address, result.error());
        return;
    }
    m_session =
        std::make_unique<ClientSession>(std::move(result->link), result->pin, m_host, m_around, m_settings,
                                        [this, address, number = ++m_sessions](const SessionEnd& end) {
                                            if (number == m_sessions && m_session) {
                                                ended(address, end);
                                            }
                                        });
    m_sessionSince = m_around.monotonic.elapsed();
    m_session->start();
    if (result->certificate) {
        m_watcher.certificateShown(*result->certificate);
    }
}

void Connector::ended(const Address& address, const SessionEnd& end) {
    dropSession();
    if (!end.wasOpen) {
        failed(address, end.why);
        return;
    }
    m_lastGood = address;
    if (m_around.monotonic.elapsed() - m_sessionSince >= limits::steadyAfter) {
        m_backoff.reset();
    }
    waitForNextRound();
    m_watcher.sessionEnded(end.why);
}

void Connector::waitForNextRound() {
    m_nextRound.set(m_backoff.next(), [this] { beginRound(); });
}

// Closes it and keeps it for a moment: whoever calls may stand in a call of it.
void Connector::dropSession() {
    if (!m_session) {
        return;
    }
    m_session->close();
    m_past.push_back(std::move(m_session));
    m_sweep.set(limits::closeTime, [this] { m_past.clear(); });
}

} // namespace bongsu
