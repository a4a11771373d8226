// Asks a relay what the words of an invite cannot carry: a line of its own, one question, before any login.
#pragma once

#include "sync/dialer.h"
#include "sync/frame.h"
#include "sync/surroundings.h"

namespace bongsu {

// `sealed` is whatever came: only who knows the words can open it (identity/spoken.h), and must then hold
// `seen`, the TLS key of the line, against the pins in it.
struct SpokenAnswer {
    QByteArray sealed;
    TlsPin seen;
};

class SpokenQuestion final : private LinkReceiver {
  public:
    // `dialer`: one that goes on whichever key is shown; outlives this. `answered` is called once, never from
    // within start(), and may destroy this. Refusals invite.unknown, invite.expired, invite.used; failures
    // busy, link.lost, link.slow, protocol (also: a relay too old to be asked).
    SpokenQuestion(Dialer& dialer, const Surroundings& around, Done<Result<SpokenAnswer>> answered);
    ~SpokenQuestion() override;

    void start(const Address& relay, const PublicKey& invite, Versions versions = {});

  private:
    void messageArrived(const QByteArray& message) override;
    void linkDrained() override {}
    void linkClosed(int code, const QString& reason) override;
    void ask(Result<Dialed> dialed, const PublicKey& invite, Versions versions);
    void finish(Result<SpokenAnswer> answer);

    Dialer& m_dialer;
    Done<Result<SpokenAnswer>> m_answered;
    std::unique_ptr<DialAttempt> m_attempt;
    std::unique_ptr<Link> m_link;
    std::optional<TlsPin> m_seen;
    std::optional<Result<SpokenAnswer>> m_answer; // come, and told in the next turn
    Alarm m_due;
    Alarm m_told;
};

} // namespace bongsu
