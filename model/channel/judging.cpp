#include "channel/judging.h"

#include <algorithm>
#include <cmath>

namespace bongsu {

namespace {

using namespace std::chrono_literals;

// Larger numbers are seconds since 1970, smaller ones seconds from now: services do either under the same
// name.
constexpr double earliestEpoch = 1e9;

std::optional<Millis> untilReset(const QByteArray& value, Moment now) {
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (isNumber && std::isfinite(seconds) && seconds >= 0) {
        const double nowSeconds = double(now.time_since_epoch().count()) / 1000;
        return retryAfterSeconds(seconds < earliestEpoch ? seconds : seconds - nowSeconds);
    }
    if (const auto at = momentFromIso(QString::fromLatin1(value))) {
        return retryAfterSeconds(double((*at - now).count()) / 1000);
    }
    return std::nullopt;
}

SendingOutcome outcomeOf(Sending sending, const char* code, QByteArray words) {
    SendingOutcome outcome{.sending = sending, .code = code};
    outcome.words = std::move(words);
    return outcome;
}

bool isBusy(int status) {
    return status == 408 || status == 420 || status == 429;
}

const char* refusalOf(int status) {
    switch (status) {
    case 401:
    case 403:
    case 407:
        return sendingcode::credentials;
    case 404:
    case 410:
        return sendingcode::gone;
    case 413:
        return sendingcode::tooLong;
    default:
        return status >= 300 && status < 400 ? sendingcode::redirected : sendingcode::rejected;
    }
}

} // namespace

Millis retryAfterSeconds(double seconds) {
    const double milliseconds = std::ceil(std::clamp(seconds, 1.0, 86'400.0) * 1000);
    return Millis(qint64(milliseconds));
}

std::optional<Millis> retryAfterOf(const HttpAnswer& answer, Moment now) {
    if (answer.retryAfter) {
        return retryAfterSeconds(double(answer.retryAfter->count()) / 1000);
    }
    for (const char* name : {"retry-after", "x-rate-limit-reset", "ratelimit-reset", "x-ratelimit-reset"}) {
        if (const auto until = untilReset(answer.header(name), now);
            until && !answer.header(name).isEmpty()) {
            return until;
        }
    }
    return std::nullopt;
}

SendingOutcome refused(const char* code, QByteArray words) {
    return outcomeOf(Sending::Refused, code, std::move(words));
}

SendingOutcome later(const char* code, QByteArray words) {
    return outcomeOf(Sending::Later, code, std::move(words));
}

SendingOutcome unknown(const char* code, QByteArray words) {
    return outcomeOf(Sending::Unknown, code, std::move(words));
}

SendingOutcome sent(QString reference) {
    SendingOutcome outcome{.sending = Sending::Sent};
    outcome.reference = std::move(reference);
    return outcome;
}

SendingOutcome unanswered(const char* code, bool idempotent, QByteArray words) {
    return idempotent ? later(code, std::move(words)) : unknown(code, std::move(words));
}

SendingOutcome judged(const HttpAnswer& answer, bool idempotent, Moment now) {
    if (answer.code == sendingcode::endpoint) {
        return refused(sendingcode::endpoint, answer.words);
    }
    if (answer.exchange == Exchange::NotSent) {
        return later(answer.code.constData(), answer.words);
    }
    if (answer.exchange == Exchange::Unanswered) {
        return unanswered(answer.code.constData(), idempotent, answer.words);
    }
    if (answer.taken()) {
        SendingOutcome outcome = sent({});
        outcome.words = answer.body;
        return outcome;
    }
    if (answer.status == 502 || answer.status == 504) {
        // A gateway says of itself that it does not know what the service behind it has done.
        SendingOutcome outcome = unanswered(sendingcode::gateway, idempotent, answer.body);
        outcome.retryAfter = idempotent ? retryAfterOf(answer, now) : std::nullopt;
        return outcome;
    }
    if (isBusy(answer.status) || answer.status >= 500) {
        SendingOutcome outcome =
            later(isBusy(answer.status) ? sendingcode::busy : sendingcode::unavailable, answer.body);
        outcome.retryAfter = retryAfterOf(answer, now);
        return outcome;
    }
    if (answer.status < 200) {
        return unanswered(sendingcode::strange, idempotent, answer.body);
    }
    return refused(refusalOf(answer.status), answer.body);
}

} // namespace bongsu
