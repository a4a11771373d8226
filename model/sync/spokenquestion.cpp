#include "sync/spokenquestion.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

Error saidNo(const frame::Goodbye& goodbye) {
    static constexpr const char* refusals[] = {refusal::inviteUnknown, refusal::inviteExpired,
                                               refusal::inviteUsed};
    const bool final = std::any_of(std::begin(refusals), std::end(refusals),
                                   [&](const char* code) { return goodbye.code == code; });
    const QByteArray detail = goodbye.detail.toUtf8();
    return final ? Error(Refusal{goodbye.code, detail}) : Error(Failure{goodbye.code, detail});
}

} // namespace

SpokenQuestion::SpokenQuestion(Dialer& dialer, const Surroundings& around,
                               Done<Result<SpokenAnswer>> answered)
    : m_dialer(dialer), m_answered(std::move(answered)), m_due(around.timers), m_told(around.timers) {}

SpokenQuestion::~SpokenQuestion() {
    if (m_link) {
        m_link->setReceiver(nullptr);
    }
}

void SpokenQuestion::start(const Address& relay, const PublicKey& invite, Versions versions) {
    m_attempt = m_dialer.dial(
        relay, [this, invite, versions](Result<Dialed> dialed) { ask(std::move(dialed), invite, versions); });
}

void SpokenQuestion::ask(Result<Dialed> dialed, const PublicKey& invite, Versions versions) {
    if (!dialed) {
        finish(errorOf(dialed));
        return;
    }
    m_link = std::move(dialed->link);
    m_seen = dialed->pin;
    m_link->setReceiver(this);
    m_due.set(limits::authenticateTime, [this] { finish(fail(failure::tooSlow, "invite")); });
    m_link->send(encode(frame::SpokenAsk{versions, invite}));
}

void SpokenQuestion::messageArrived(const QByteArray& message) {
    const auto frame = decodeFrame(message);
    if (const auto* rest = frame ? std::get_if<frame::SpokenRest>(&*frame) : nullptr) {
        m_link->close(closecode::done, {});
        finish(SpokenAnswer{rest->rest.bytes, *m_seen});
    } else if (const auto* goodbye = frame ? std::get_if<frame::Goodbye>(&*frame) : nullptr) {
        finish(tl::unexpected(saidNo(*goodbye)));
    } else {
        finish(fail(failure::protocol, "invite"));
    }
}

// A relay that does not know the question closes the line.
void SpokenQuestion::linkClosed(int code, const QString& reason) {
    finish(code == closecode::protocol ? fail(failure::protocol, reason.toUtf8())
                                       : fail(failure::linkLost, QByteArray::number(code)));
}

// In a turn of its own: neither the line nor the attempt ends from within itself.
void SpokenQuestion::finish(Result<SpokenAnswer> answer) {
    if (m_answer) {
        return;
    }
    m_answer = std::move(answer);
    m_due.stop();
    m_told.set(Millis(0), [this] {
        const auto answered = std::exchange(m_answered, nullptr);
        answered(*m_answer); // may end this
    });
}

} // namespace bongsu
