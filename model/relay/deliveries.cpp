#include "relay/deliveries.h"

#include "documents/noticesfile.h"
#include "domain/base/limits.h"
#include "domain/notice/firstnotice.h"
#include "relay/wholeblob.h"
#include "storage/eventstore.h"

#include <algorithm>

namespace bongsu {

namespace {

// Why nothing goes out, where no service was asked.
namespace cause {
constexpr const char* channels = "channels";     // none were published, or they cannot be read here
constexpr const char* channel = "channel";       // not one of them
constexpr const char* texts = "texts";           // they are not here, or no texts
constexpr const char* notAsApproved = "form";    // not of the form that was approved in peacetime
constexpr const char* recipients = "recipients"; // no list of addresses of that name at this relay
constexpr const char* sandbox = "sandbox";       // a channel that reaches nobody, in an incident that is none
constexpr const char* stopped = "stopped";
} // namespace cause

bool isPage(ChannelKind kind) {
    return kind == ChannelKind::StatusPage || kind == ChannelKind::Banner;
}

} // namespace

Deliveries::Deliveries(const DeliveryParts& parts)
    : m_parts(parts), m_channels(parts.sequencer, parts.store, parts.opener), m_ledger(parts.store),
      m_recipients(parts.store), m_shelf(parts.sequencer, parts.store),
      m_pager({parts.sequencer, parts.pen, parts.store, parts.clock, parts.timers, parts.means.randomness,
               m_channels, m_ledger, [this](const Channel& channel) { return senderOf(channel); }}),
      m_alarm(parts.timers) {
    // Not within the sequencer's own call: what is told becomes an entry, too.
    const auto lookSoon = [this] {
        if (m_isOpen) {
            m_alarm.set(Millis(0), [this] { look(); });
        }
    };
    connect(&parts.sequencer, &Sequencer::entriesRecorded, this, lookSoon);
    connect(&parts.sequencer, &Sequencer::resumedNumbering, this, [this, lookSoon] {
        lookSoon();
        m_tellsRecipients = true; // what was given back may say what they were before a backup
    });
}

Deliveries::~Deliveries() = default;

void Deliveries::open(std::function<void(const Outcome&)> done) {
    m_parts.store.settings([this, alive = std::weak_ptr(m_alive), done = std::move(done)](
                               const Result<std::map<QByteArray, QByteArray>>& settings) {
        if (alive.expired()) {
            return;
        }
        if (!settings) {
            done(errorOf(settings));
            return;
        }
        m_ledger.open(*settings);
        m_recipients.open(*settings);
        m_isOpen = true;
        m_alarm.set(Millis(0), [this] { look(); });
        tellRecipients();
        m_pager.open(*settings, done);
    });
}

const NoticeStatus* Deliveries::notice(const Job& job) const {
    const Incident* incident = m_parts.sequencer.ledger().incident(job.log);
    const auto found = incident ? incident->notices.find(job.notice) : decltype(incident->notices.end())();
    return incident && found != incident->notices.end() ? &found->second : nullptr;
}

Deliveries::Running* Deliveries::running(const Job& job) {
    const auto found = m_running.find(job);
    return found == m_running.end() ? nullptr : &found->second;
}

DeliveryKey Deliveries::keyOf(const Job& job) const {
    const NoticeStatus& status = *notice(job);
    return {job.notice, quint64(status.outgoing(job.channel) - status.outgoings.data())};
}

std::vector<Deliveries::Job> Deliveries::underWay() const {
    std::vector<Job> jobs;
    const DeviceId own = m_parts.sequencer.relay();
    for (const auto& [log, held] : m_parts.sequencer.ledger().incidents()) {
        if (!held.incident) {
            continue;
        }
        for (const auto& [id, notice] : held.incident->notices) {
            for (const auto& [channel, delivery] : notice.deliveries) {
                if (delivery.isUnderWay && delivery.relay == own) {
                    jobs.push_back({log, id, channel, delivery.begun});
                }
            }
        }
    }
    return jobs;
}

// An earlier notice of the incident is still on its way to people on the same channel: nobody hears the
// second before the first.
bool Deliveries::isOutrun(const Job& job) const {
    const Incident& incident = *m_parts.sequencer.ledger().incident(job.log);
    const quint64 own = incident.notices.at(job.notice).ordinal;
    return std::any_of(m_running.begin(), m_running.end(), [&](const auto& one) {
        const auto& [other, running] = one;
        return other.log == job.log && other.channel == job.channel && other.notice != job.notice &&
               incident.notices.at(other.notice).ordinal < own &&
               !(running.delivery && running.delivery->order().triesForever);
    });
}

void Deliveries::look() {
    if (std::exchange(m_tellsRecipients, false)) {
        tellRecipients();
    }
    std::erase_if(m_running, [](const auto& one) { return one.second.isOver; });
    const std::vector<Job> jobs = underWay();
    for (auto& [job, running] : m_running) { // what people stopped or gave up
        const NoticeStatus* status = notice(job);
        const bool goesOn = std::find(jobs.begin(), jobs.end(), job) != jobs.end() &&
                            status->standing == NoticeStatus::Standing::Approved;
        if (!goesOn && running.delivery) {
            running.delivery->stop();
        }
    }
    if (m_parts.sequencer.isBeingGivenBack()) {
        m_alarm.set(givenBackPause, [this] { look(); });
    }
    for (const Job& job : jobs) {
        if (isBehind() || m_running.contains(job) || isOutrun(job)) {
            continue;
        }
        m_running.try_emplace(job);
        prepare(job);
    }
}

void Deliveries::refuse(const Job& job, const QByteArray& why) {
    take(job, {{0, 0, 0, 1, 0}, true, false, why, {}, {}});
}

// Channels first, then the texts, then their form: each may have to be read from the disk.
void Deliveries::prepare(const Job& job) {
    m_channels.refresh([this, job](bool isHere) {
        if (!isHere) {
            refuse(job, cause::channels);
            return;
        }
        m_shelf.read(job.log, job.notice, [this, job](const auto& texts) {
            if (!texts) {
                refuse(job, cause::texts);
            } else {
                checkForm(job, **texts);
            }
        });
    });
}

// What one person released alone is sent only if it is the form that two people approved, slot by slot.
void Deliveries::checkForm(const Job& job, const NoticeTexts& texts) {
    const NoticeStatus& status = *notice(job);
    if (!status.preapproved) {
        prepareWith(job, texts);
        return;
    }
    const auto& preapproved = m_parts.sequencer.ledger().organisation().preapproved;
    const auto form = preapproved.find(*status.preapproved);
    if (form == preapproved.end()) {
        refuse(job, cause::notAsApproved);
        return;
    }
    const bool isDrill = m_parts.sequencer.ledger().incident(job.log)->drill;
    readWholeBlob(
        m_parts.store, form->second.blob,
        [this, alive = std::weak_ptr(m_alive), job, texts, isDrill](const Result<QByteArray>& bytes) {
            if (alive.expired()) {
                return;
            }
            const auto read = bytes ? readFirstNotice(*bytes) : tl::unexpected(std::vector<DocumentFault>());
            if (read && fits(*read, texts, isDrill)) {
                prepareWith(job, texts);
            } else {
                refuse(job, cause::notAsApproved);
            }
        });
}

// What nobody knows of waits again where a person decided so, and on the status page, which takes the same
// twice.
void Deliveries::prepareWith(const Job& job, const NoticeTexts& texts) {
    const NoticeStatus& status = *notice(job);
    const auto delivery = status.deliveries.find(job.channel);
    const bool isAgain =
        delivery != status.deliveries.end() && delivery->second.goesOnBy == DeliveryChoice::Again;
    const Channel* channel = m_channels.channels()->channel(job.channel);
    const auto order = channel ? orderOf(job, texts, *channel) : bongsu::refuse(refusal::notFound);
    if (!order || (!isAgain && !order->triesForever)) {
        start(job, texts);
        return;
    }
    const auto then = [this, alive = std::weak_ptr(m_alive), job, texts](const Outcome& kept) {
        if (alive.expired()) {
            return;
        }
        if (kept) {
            start(job, texts);
        } else { // looked at again by and by
            m_running.erase(job);
            m_alarm.set(Millis(limits::dueRetry), [this] { look(); });
        }
    };
    if (order->triesForever) {
        m_ledger.waitAgain(keyOf(job), order->messages, then);
    } else {
        m_ledger.tryAgain(keyOf(job), order->messages, job.begun, then);
    }
}

std::vector<quint64> Deliveries::messagesOf(const Job& job, quint64 total) const {
    const NoticeStatus& status = *notice(job);
    const Outgoing& outgoing = *status.outgoing(job.channel);
    const Outgoing* first = outgoing.standsInFor ? status.outgoing(*outgoing.standsInFor) : nullptr;
    const Channels& channels = *m_channels.channels();
    const Channel* own = channels.channel(job.channel);
    const Channel* before = first ? channels.channel(first->channel) : nullptr;
    // To the same addresses only what the first could not carry; else to everybody.
    const bool onlyFailed =
        own && before && !own->recipients.isEmpty() && own->recipients == before->recipients;
    std::vector<quint64> messages;
    for (quint64 i = 0; i < total; ++i) {
        const bool failed =
            onlyFailed &&
            m_ledger.state({job.notice, quint64(first - status.outgoings.data())}, i) == MessageState::Failed;
        if (!onlyFailed || failed) {
            messages.push_back(i);
        }
    }
    return messages;
}

quint64 Deliveries::alreadyThisHour(const Job& job) const {
    const Incident& incident = *m_parts.sequencer.ledger().incident(job.log);
    const Moment since = m_parts.clock.now() - std::chrono::hours(1);
    quint64 count = 0;
    for (const auto& [id, notice] : incident.notices) {
        const Outgoing* outgoing = id == job.notice ? nullptr : notice.outgoing(job.channel);
        if (outgoing) {
            count += m_ledger.handedOver({id, quint64(outgoing - notice.outgoings.data())}, since);
        }
    }
    return count;
}

// Notices that went to this list, by whatever channel: who is in it got one of each.
quint64 Deliveries::toEachThisHour(const Job& job, const QString& list) const {
    const Incident& incident = *m_parts.sequencer.ledger().incident(job.log);
    const Moment since = m_parts.clock.now() - std::chrono::hours(1);
    quint64 count = 0;
    for (const auto& known : incident.notices) {
        const EventId& id = known.first;
        const NoticeStatus& notice = known.second;
        const bool went =
            std::any_of(notice.outgoings.begin(), notice.outgoings.end(), [&](const Outgoing& one) {
                const Channel* channel = m_channels.channels()->channel(one.channel);
                const DeliveryKey key{id, quint64(&one - notice.outgoings.data())};
                return channel && channel->recipients == list && m_ledger.handedOver(key, since) > 0;
            });
        count += id != job.notice && went ? 1 : 0;
    }
    return count;
}

// The post that a correction answers, where the service called it something.
QString Deliveries::repliesTo(const Job& job) const {
    const Incident& incident = *m_parts.sequencer.ledger().incident(job.log);
    const auto& corrects = incident.notices.at(job.notice).corrects;
    const auto target = corrects ? incident.notices.find(*corrects) : incident.notices.end();
    const Outgoing* outgoing =
        target == incident.notices.end() ? nullptr : target->second.outgoing(job.channel);
    return outgoing ? m_ledger.reference({*corrects, quint64(outgoing - target->second.outgoings.data())}, 0)
                    : QString();
}

Result<DeliveryOrder> Deliveries::orderOf(const Job& job, const NoticeTexts& texts,
                                          const Channel& channel) const {
    const Incident& incident = *m_parts.sequencer.ledger().incident(job.log);
    const NoticeStatus& status = *notice(job);
    const auto delivery = status.deliveries.find(job.channel);
    DeliveryOrder order{keyOf(job), channel, {}};
    for (const NoticeText* text : texts.of(job.channel)) {
        order.message.texts.push_back(*text);
    }
    if (order.message.texts.empty()) {
        return bongsu::refuse(refusal::notFound, cause::texts);
    }
    order.message.at = status.settledAt.value_or(status.at);
    order.message.step = status.step;
    order.message.inReplyTo = repliesTo(job);
    order.message.drill = incident.drill;
    order.isAllowed = delivery != status.deliveries.end() && delivery->second.allowed;
    order.alreadyThisHour = alreadyThisHour(job);
    order.triesForever = isPage(channel.kind);
    const auto needs = needsOf(channel.kind, channel.via);
    const bool takesList = needs && (needs->takesRecipients || !channel.recipients.isEmpty());
    if (isPage(channel.kind)) {
        order.recipients = PageSender::recipientsOf(channel, *m_channels.channels());
    } else if (takesList) {
        const auto* list = m_recipients.find(channel.recipients);
        order.recipients = list ? *list : std::vector<QString>();
        order.toEachThisHour = toEachThisHour(job, channel.recipients);
    }
    const bool takesSome = isPage(channel.kind) || takesList;
    if (takesSome && order.recipients.empty()) {
        return bongsu::refuse(refusal::notFound, cause::recipients);
    }
    order.messages = messagesOf(job, takesSome ? order.recipients.size() : 1);
    return order;
}

tl::expected<std::unique_ptr<Sender>, SendingOutcome> Deliveries::senderOf(const Channel& channel) {
    if (isPage(channel.kind)) {
        return std::make_unique<PageSender>(channel,
                                            PageParts{m_parts.sequencer, m_parts.store, m_shelf, m_channels,
                                                      m_parts.means, m_parts.signer, m_turns});
    }
    auto secrets = m_channels.secrets(channel.key);
    return secrets ? senderFor(channel, std::move(*secrets), m_parts.means)
                   : tl::unexpected(std::move(secrets.error()));
}

void Deliveries::start(const Job& job, const NoticeTexts& texts) {
    const Channel* channel = m_channels.channels()->channel(job.channel);
    const bool isDrill = m_parts.sequencer.ledger().incident(job.log)->drill;
    if (notice(job)->standing != NoticeStatus::Standing::Approved) {
        refuse(job, cause::stopped);
        return;
    }
    if (!channel) {
        refuse(job, cause::channel);
        return;
    }
    // A drill reaches nobody outside; and what reaches nobody tells no user anything.
    if (isDrill != channel->sandbox) {
        refuse(job, isDrill ? sendingcode::drill : cause::sandbox);
        return;
    }
    auto order = orderOf(job, texts, *channel);
    if (!order) {
        refuse(job, std::get<Refusal>(order.error()).detail);
        return;
    }
    if (order->messages.empty()) {
        take(job, {{}, true, false, {}, {}, {}});
        return;
    }
    auto sender = senderOf(*channel);
    if (!sender) {
        const quint64 failed = order->messages.size();
        take(job, {{0, 0, 0, failed, 0}, true, false, sender.error().code, sender.error().words, {}});
        return;
    }
    Running& running = m_running.at(job);
    running.delivery = std::make_unique<Delivery>(
        std::move(*order), std::move(*sender), m_ledger, m_parts.clock, m_parts.timers,
        [this, job](const Delivery::Progress& progress) { take(job, progress); },
        [this] { return !isBehind(); });
    running.delivery->start();
}

void Deliveries::take(const Job& job, const Delivery::Progress& progress) {
    Running& one = m_running.at(job);
    one.news = progress;
    const Moment now = m_parts.clock.now();
    if (!progress.done && one.recordedAt && now - *one.recordedAt < limits::deliveryToldEvery) {
        if (!one.alarm) {
            one.alarm = std::make_shared<Alarm>(m_parts.timers);
        }
        one.alarm->set(Millis(limits::deliveryToldEvery) - (now - *one.recordedAt),
                       [this, job] { record(job); });
        return;
    }
    record(job);
}

void Deliveries::record(const Job& job) {
    Running* one = running(job);
    if (!one || one->isRecording || !one->news) {
        return;
    }
    const Delivery::Progress progress = *std::exchange(one->news, std::nullopt);
    one->isRecording = true;
    one->recordedAt = m_parts.clock.now();
    DeliveryTold facts{job.notice, job.channel, job.begun, progress.counts, progress.done, progress.held, {}};
    if (!progress.cause.isEmpty()) {
        facts.cause = QString::fromLatin1(progress.cause);
    }
    Text text;
    if (!progress.words.isEmpty()) {
        text.reason = QString::fromUtf8(progress.words);
    }
    if (!progress.reference.isEmpty()) {
        text.addresses = {progress.reference};
    }
    m_parts.pen.record(
        job.log, facts, text, [this, alive = std::weak_ptr(m_alive), job, progress](const Judgement& judged) {
            Running* running = alive.expired() ? nullptr : this->running(job);
            if (!running) {
                return;
            }
            running->isRecording = false;
            if (judged.kind == Judgement::Kind::Failed) { // not now: with what has come meanwhile
                running->news = running->news ? running->news : std::optional(progress);
                running->alarm = running->alarm ? running->alarm : std::make_shared<Alarm>(m_parts.timers);
                running->alarm->set(Millis(limits::dueRetry), [this, job] { record(job); });
                return;
            }
            if (running->news) {
                record(job);
            } else if (progress.done) {
                m_running.erase(job);
                m_alarm.set(Millis(0), [this] { look(); }); // what waited for it
            }
        });
}

void Deliveries::test(const QString& channel, const QString& recipient, const QString& words,
                      std::function<void(const SendingOutcome&)> done) {
    m_channels.refresh([this, channel, recipient, words, done = std::move(done)](bool isHere) {
        const Channel* found = isHere ? m_channels.channels()->channel(channel) : nullptr;
        SendingOutcome none;
        none.sending = Sending::Refused;
        none.code = cause::channel;
        auto sender = found ? senderOf(*found) : tl::unexpected(none);
        if (!sender) {
            done(sender.error());
            return;
        }
        Message message;
        for (const Language language : found->languages) {
            message.texts.push_back({channel, found->audiences.front(), language, words, words});
        }
        message.key = "test-" + QByteArray::number(m_parts.clock.now().time_since_epoch().count());
        message.at = m_parts.clock.now();
        message.drill = found->sandbox;
        if (!recipient.isEmpty()) {
            message.recipients.push_back(recipient);
        }
        const std::shared_ptr<Sender> kept = std::move(*sender);
        kept->send(std::move(message), [kept, done](const std::vector<SendingOutcome>& outcomes) {
            done(outcomes.empty() ? SendingOutcome{} : outcomes.front());
        });
    });
}

} // namespace bongsu
