// Keeps a desktop connected: every address in turn, again after every end, with patience.
#pragma once

#include "sync/clientsession.h"
#include "sync/dialer.h"

#include <deque>

namespace bongsu {

class ConnectorWatcher {
  public:
    virtual ~ConnectorWatcher() = default;

    // Not reached, or reached and not let in.
    virtual void addressFailed(const Address& address, const Error& why) = 0;
    // Every address failed once since the last session or the last time this was said.
    virtual void noRelayAnswered() = 0;
    // A session that had been open.
    virtual void sessionEnded(const Error& why) = 0;
    // Of the relay that has just been reached; its key was right, whatever they are.
    virtual void certificateShown(const CertificateDates& dates) = 0;
};

class Connector {
  public:
    // At most limits::addresses are used.
    Connector(Dialer& dialer, ClientHost& host, ConnectorWatcher& watcher, const Surroundings& around,
              ClientSession::Settings settings, std::vector<Address> addresses);

    void start();
    // Says goodbye and stays away.
    void stop();
    // Ends what is and begins at once, with the claimant and the addresses of now.
    void restart();
    // Counts from the next round on.
    void setAddresses(std::vector<Address> addresses);

    // Nothing unless one is open.
    ClientSession* session();

  private:
    void beginRound();
    void dialNext();
    void failed(const Address& address, const Error& why);
    void dialed(const Address& address, Result<Dialed> result);
    void ended(const Address& address, const SessionEnd& end);
    void waitForNextRound();
    void dropSession();

    Dialer& m_dialer;
    ClientHost& m_host;
    ConnectorWatcher& m_watcher;
    const Surroundings m_around;
    ClientSession::Settings m_settings;
    std::vector<Address> m_addresses;

    std::deque<Address> m_round; // still to be tried
    std::optional<Address> m_lastGood;
    std::unique_ptr<DialAttempt> m_attempt;
    std::unique_ptr<ClientSession> m_session;
    quint64 m_turn = 0; // another one after every stop()
    Millis m_sessionSince{0};
    quint64 m_sessions = 0; // so far: tells an end of an earlier one
    // Sessions that have ended or were given up, until a turn in which nobody is inside them.
    std::vector<std::unique_ptr<ClientSession>> m_past;
    Backoff m_backoff;
    Alarm m_nextRound;
    Alarm m_sweep;
};

} // namespace bongsu
