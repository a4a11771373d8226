#include "relay/delivery.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr Millis minute = std::chrono::minutes(1);
constexpr int probes = 3; // as long as a single message is tried
constexpr std::size_t marksAtOnce = 10'000;

// 1 s, 2 s, 4 s … up to a minute, or what the service asked for.
Millis pauseAfter(int tries, const std::optional<Millis>& asked) {
    const Millis doubled = Millis(std::chrono::seconds(1)) * (1 << std::min(tries - 1, 6));
    return std::max(std::min(doubled, minute), asked.value_or(Millis(0)));
}

} // namespace

Delivery::Delivery(DeliveryOrder order, std::unique_ptr<Sender> sender, DeliveryLedger& ledger,
                   const Clock& clock, Timers& timers, Told told, MayGoOn mayGoOn)
    : m_order(std::move(order)), m_sender(std::move(sender)), m_ledger(ledger), m_clock(clock),
      m_told(std::move(told)), m_mayGoOn(std::move(mayGoOn)), m_alarm(timers) {}

Delivery::~Delivery() = default;

void Delivery::start() {
    m_alarm.set(Millis(0), [this] { next(); });
}

void Delivery::stop() {
    m_isStopped = true;
    if (m_alarm.isSet() && !m_isKeeping) { // nothing is under way
        m_alarm.set(Millis(0), [this] { finish(); });
    }
}

void Delivery::next() {
    if (m_isStopped) {
        finish();
        return;
    }
    if (m_mayGoOn && !m_mayGoOn()) {
        m_alarm.set(limits::dueRetry, [this] { next(); });
        return;
    }
    const Moment now = m_clock.now();
    if (isResting() && m_probes >= probes) {
        giveUp();
        return;
    }
    if (isResting() && now < m_restsUntil) {
        m_alarm.set(m_restsUntil - now, [this] { next(); });
        return;
    }
    std::optional<Moment> soonest;
    const auto batch = waitingNow(soonest);
    if (batch.empty()) {
        if (soonest) {
            m_alarm.set(std::clamp(*soonest - now, Millis(1), minute), [this] { next(); });
        } else {
            finish();
        }
        return;
    }
    if (isBeyondLimit(batch.size())) {
        finish(true);
        return;
    }
    if (const auto until = throttledUntil(now)) {
        m_alarm.set(std::max(*until - now, Millis(1)), [this] { next(); });
        return;
    }
    handOver(batch);
}

// The first that wait, in their order; `soonest`: when the next will, where none may be tried now.
std::vector<quint64> Delivery::waitingNow(std::optional<Moment>& soonest) const {
    std::size_t most = m_order.recipients.empty() ? 1 : std::size_t(std::max(1, m_sender->batch()));
    if (isResting()) {
        most = 1; // whether it is there again
    }
    if (m_order.channel.perMinute) {
        most = std::min(most, std::size_t(std::max<quint64>(1, *m_order.channel.perMinute)));
    }
    const Moment now = m_clock.now();
    std::vector<quint64> batch;
    for (std::size_t i = m_from; i < m_order.messages.size() && batch.size() < most; ++i) {
        const quint64 index = m_order.messages[i];
        if (m_ledger.state(m_order.key, index) != MessageState::Waiting) {
            continue;
        }
        const auto trying = m_trying.find(index);
        if (trying != m_trying.end() && trying->second.notBefore > now) {
            soonest = std::min(soonest.value_or(trying->second.notBefore), trying->second.notBefore);
        } else {
            batch.push_back(index);
        }
    }
    return batch;
}

bool Delivery::isBeyondLimit(std::size_t more) const {
    if (m_order.isAllowed) {
        return false;
    }
    if (m_order.channel.perPersonPerHour && m_order.toEachThisHour >= *m_order.channel.perPersonPerHour) {
        return true; // nobody's telephone rings all night
    }
    if (!m_order.channel.perHour) {
        return false;
    }
    const Moment since = m_clock.now() - std::chrono::hours(1);
    return m_order.alreadyThisHour + m_ledger.handedOver(m_order.key, since) + more >
           *m_order.channel.perHour;
}

std::optional<Moment> Delivery::throttledUntil(Moment now) const {
    if (!m_order.channel.perMinute) {
        return std::nullopt;
    }
    quint64 lately = 0;
    std::optional<Moment> oldest;
    for (const auto& [at, count] : m_lately) {
        if (now - at < minute) {
            lately += count;
            oldest = oldest ? oldest : at;
        }
    }
    return lately >= *m_order.channel.perMinute ? std::optional(*oldest + minute) : std::nullopt;
}

void Delivery::handOver(const std::vector<quint64>& batch) {
    std::vector<MessageMark> marks;
    for (const quint64 index : batch) {
        marks.push_back({index, MessageState::UnderWay, {}});
    }
    const Moment now = m_clock.now();
    m_ledger.mark(m_order.key, marks, now,
                  [this, alive = std::weak_ptr(m_alive), batch, now](const Outcome& kept) {
                      if (alive.expired()) {
                          return;
                      }
                      if (!kept) { // what is not on the disk is not handed over
                          m_cause = sendingcode::disk;
                          tell(false);
                          m_alarm.set(Millis(limits::dueRetry), [this] { next(); });
                          return;
                      }
                      m_lately.emplace_back(now, batch.size());
                      while (now - m_lately.front().first >= minute) {
                          m_lately.pop_front();
                      }
                      send(batch);
                  });
}

// The same in every attempt: what the service knows it by.
QByteArray Delivery::keyOf(quint64 index) const {
    return taggedHash("message",
                      {m_order.key.notice.view(), m_order.channel.key.toUtf8(), QByteArray::number(index)})
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void Delivery::send(const std::vector<quint64>& batch) {
    Message message = m_order.message;
    message.key = keyOf(batch.front());
    for (const quint64 index : batch) {
        if (!m_order.recipients.empty()) {
            message.recipients.push_back(m_order.recipients[index]);
            message.keys.push_back(keyOf(index));
        }
    }
    m_sender->send(std::move(message), [this, alive = std::weak_ptr(m_alive),
                                        batch](const std::vector<SendingOutcome>& outcomes) {
        if (!alive.expired()) {
            take(batch, outcomes);
        }
    });
}

MessageMark Delivery::markOf(quint64 index, const SendingOutcome& outcome) {
    // A correction answers the first; of a hundred thousand others nobody asks.
    const QString reference = index == m_order.messages.front() ? outcome.reference : QString();
    switch (outcome.sending) {
    case Sending::Sent:
        return {index, MessageState::Sent, reference};
    case Sending::Delivered:
        return {index, MessageState::Delivered, reference};
    case Sending::Refused:
        return {index, MessageState::Failed, {}};
    case Sending::Unknown:
        return {index, MessageState::Unknown, {}};
    case Sending::Later:
        break;
    }
    const Moment now = m_clock.now();
    Trying& trying = m_trying[index];
    ++trying.tries;
    trying.notBefore = now + pauseAfter(trying.tries, outcome.retryAfter);
    if (outcome.retryWithin && !trying.until) {
        trying.until = now + *outcome.retryWithin;
    }
    if (trying.until && trying.notBefore > *trying.until) {
        return {index, MessageState::Unknown, {}};
    }
    const bool givesUp = !m_order.triesForever && trying.tries >= limits::deliveryTries;
    return {index, givesUp ? MessageState::Failed : MessageState::Waiting, {}};
}

// A channel that turned away several in a row is not there: it would turn away a hundred thousand the same
// way, and whoever stands in for it would wait for each of them. Not where there are only a few: those have
// their tries.
bool Delivery::isResting() const {
    return m_turnedAway >= limits::breakerTries && !m_order.triesForever &&
           m_order.messages.size() > std::size_t(limits::breakerTries);
}

void Delivery::watch(const std::vector<SendingOutcome>& outcomes) {
    const bool wasResting = isResting();
    const bool none = std::all_of(outcomes.begin(), outcomes.end(),
                                  [](const SendingOutcome& one) { return one.sending == Sending::Later; });
    m_turnedAway = none && !outcomes.empty() ? m_turnedAway + int(outcomes.size()) : 0;
    m_probes = !isResting() ? 0 : wasResting ? m_probes + 1 : m_probes;
    if (isResting()) {
        m_restsUntil = m_clock.now() + limits::breakerRests;
    }
}

// It was tried for as long as a single message is: what still waits has failed, and what stands in goes out.
void Delivery::giveUp() {
    std::vector<MessageMark> marks;
    for (std::size_t i = m_from; i < m_order.messages.size() && marks.size() < marksAtOnce; ++i) {
        if (m_ledger.state(m_order.key, m_order.messages[i]) == MessageState::Waiting) {
            marks.push_back({m_order.messages[i], MessageState::Failed, {}});
        }
    }
    if (marks.empty()) {
        finish();
    } else {
        keep(marks);
    }
}

void Delivery::take(const std::vector<quint64>& batch, const std::vector<SendingOutcome>& outcomes) {
    watch(outcomes);
    std::vector<MessageMark> marks;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        // A sender that answers for fewer than it was given knows nothing of the others.
        const SendingOutcome outcome = i < outcomes.size() ? outcomes[i] : SendingOutcome{};
        marks.push_back(markOf(batch[i], outcome));
        if (!outcome.code.isEmpty()) {
            m_cause = outcome.code;
            m_words = outcome.words;
        }
    }
    keep(marks);
}

void Delivery::keep(const std::vector<MessageMark>& marks) {
    m_ledger.mark(m_order.key, marks, m_clock.now(),
                  [this, alive = std::weak_ptr(m_alive), marks](const Outcome& kept) {
                      if (alive.expired()) {
                          return;
                      }
                      m_isKeeping = !kept;
                      if (!kept) { // until the disk takes it: it is known here, and nobody is asked again
                          m_alarm.set(Millis(limits::dueRetry), [this, marks] { keep(marks); });
                          return;
                      }
                      count(marks);
                      while (m_from < m_order.messages.size() &&
                             m_ledger.state(m_order.key, m_order.messages[m_from]) != MessageState::Waiting) {
                          ++m_from;
                      }
                      if (m_from == m_order.messages.size()) {
                          finish();
                          return;
                      }
                      tell(false);
                      m_alarm.set(Millis(0), [this] { next(); });
                  });
}

// What waited until now stands otherwise: the ledger is asked for all of them once, and not after every
// batch.
void Delivery::count(const std::vector<MessageMark>& marks) {
    for (const MessageMark& mark : marks) {
        if (m_counts && mark.state != MessageState::Waiting) {
            --m_counts->waiting;
            addTo(*m_counts, mark.state);
        }
    }
}

void Delivery::finish(bool held) {
    m_isDone = true;
    tell(held);
}

void Delivery::tell(bool held) {
    if (!m_counts) {
        m_counts = m_ledger.counts(m_order.key, m_order.messages);
    }
    const DeliveryCounts& counts = *m_counts;
    const bool isWell = counts.failed == 0 && counts.unknown == 0 && counts.waiting == 0;
    m_told({counts, m_isDone, held, isWell ? QByteArray() : m_cause, isWell ? QByteArray() : m_words,
            m_ledger.reference(m_order.key, m_order.messages.front())});
}

} // namespace bongsu
