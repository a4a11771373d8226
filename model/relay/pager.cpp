#include "relay/pager.h"

#include "channel/texts.h"
#include "documents/manualfile.h"
#include "domain/base/limits.h"
#include "domain/incident/declaring.h"
#include "domain/organisation/contacts.h"
#include "relay/behind.h"
#include "relay/wholeblob.h"
#include "storage/eventstore.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace bongsu {

namespace {

const QByteArray keySetting("pager/key");
constexpr qsizetype keyBytes = 32; // each of the two

// Why nobody is reached, where no service was asked.
namespace cause {
constexpr const char* channel = "channel"; // not one of those published
constexpr const char* over = "over";       // answered, or passed on, before it could go out
} // namespace cause

// Those that this incident's people are paged over: a drill's reach nobody outside.
std::vector<QString> channelsFor(const Channels& channels, const Incident& incident) {
    std::vector<QString> keys;
    for (const QString& key : channels.pages) {
        const Channel* channel = channels.channel(key);
        if (channel && channel->sandbox == incident.drill) {
            keys.push_back(key);
        }
    }
    return keys;
}

PageState stateOf(const DeliveryCounts& counts) {
    if (counts.sent > 0) {
        return counts.delivered > 0 ? PageState::Delivered : PageState::Sent;
    }
    return counts.unknown > 0 ? PageState::Unknown : PageState::Failed;
}

} // namespace

Pager::Pager(PagerParts parts) : m_parts(std::move(parts)), m_alarm(m_parts.timers) {
    // Not within the sequencer's own call: what is begun becomes an entry, too.
    connect(&m_parts.sequencer, &Sequencer::entriesRecorded, this, [this] { wake(Millis(0)); });
    connect(&m_parts.sequencer, &Sequencer::resumedNumbering, this, [this] { wake(Millis(0)); });
}

Pager::~Pager() = default;

void Pager::open(const std::map<QByteArray, QByteArray>& settings, std::function<void(const Outcome&)> done) {
    const auto opened = [this, done = std::move(done)](const QByteArray& key) {
        m_key = key;
        m_isOpen = true;
        wake(Millis(0));
        done({});
    };
    const auto held = settings.find(keySetting);
    if (held != settings.end() && held->second.size() == 2 * keyBytes) {
        opened(held->second);
        return;
    }
    const QByteArray key = m_parts.randomness.bytes(int(2 * keyBytes));
    Change change;
    change.settings.insert_or_assign(keySetting, key);
    m_parts.store.commit(std::move(change), [alive = std::weak_ptr(m_alive), key, opened,
                                             done](const Result<Committed>& committed) {
        if (alive.expired()) {
            return;
        }
        if (committed && *committed == Committed::Durable) {
            opened(key);
        } else {
            done(committed ? Outcome(fail(failure::busy)) : Outcome(errorOf(committed)));
        }
    });
}

QByteArray Pager::replyKey() const {
    return m_key.sliced(keyBytes).toHex();
}

void Pager::wake(Millis after) {
    if (m_isOpen) {
        m_alarm.set(after, [this] { look(); });
    }
}

void Pager::look() {
    if (m_parts.sequencer.stopped()) {
        return; // resumedNumbering() comes
    }
    if (m_parts.sequencer.isBeingGivenBack()) {
        wake(givenBackPause);
        return;
    }
    m_parts.channels.refresh([this](bool isHere) {
        if (isHere) {
            lookNow();
        }
    });
}

void Pager::lookNow() {
    const Moment now = m_parts.clock.now();
    std::optional<Moment> next;
    for (const auto& [log, held] : m_parts.sequencer.ledger().incidents()) {
        if (held.incident && isOpen(*held.incident) &&
            !(held.incident->seats.empty() && held.incident->meetings.empty())) {
            // As the entry will be dated: never before its predecessor.
            lookAt(*held.incident, std::max(now, held.index.tip->recordedAt), next);
        }
    }
    if (next) {
        wake(std::clamp(*next - now, Millis(1), Millis(limits::dueLookInterval)));
    }
}

void Pager::lookAt(const Incident& incident, Moment now, std::optional<Moment>& next) {
    const Ledger& ledger = m_parts.sequencer.ledger();
    const Authority authority(ledger.organisation(), ledger.organisation().seq);
    const PagesDue due =
        pagesDue(incident, authority, channelsFor(*m_parts.channels.channels(), incident), now);
    for (const PageBegun& begun : due.begun) {
        begin(incident.id, begun);
    }
    if (due.next) {
        next = std::min(next.value_or(*due.next), *due.next);
    }
    for (const auto& [job, delivery] : m_running) { // who has answered is not tried again
        const auto page = job.log == incident.id ? findPage(incident, job.begun, job.page) : std::nullopt;
        if (job.log == incident.id && delivery && (!page || !pagedPerson(incident, page->item))) {
            delivery->stop();
        }
    }
    std::vector<Job> jobs;
    for (const auto& [target, status] : incident.pages) {
        for (const auto& [channel, over] : status.channels) {
            const Job job{incident.id, over.begun, over.page};
            if (over.relay == m_parts.sequencer.relay() && !over.state && !m_running.contains(job)) {
                jobs.push_back(job);
            }
        }
    }
    if (!jobs.empty() && hasManual(incident)) {
        for (const Job& job : jobs) {
            start(job, incident);
        }
    }
}

void Pager::begin(const LogId& log, const PageBegun& begun) {
    const std::pair key(log, begun.channel);
    if (!m_beginning.insert(key).second) {
        return;
    }
    m_parts.pen.record(log, begun, {}, [this, alive = std::weak_ptr(m_alive), key](const Judgement& judged) {
        if (alive.expired()) {
            return;
        }
        m_beginning.erase(key);
        if (judged.kind == Judgement::Kind::Failed) {
            wake(Millis(limits::dueRetry));
        }
    });
}

// What the seats are called stands in the manual: read once, and paged without where it cannot be had.
bool Pager::hasManual(const Incident& incident) {
    const auto version = incident.manual.value;
    if (!version || m_manuals.contains(*version)) {
        return true;
    }
    const DocumentRecord* document = m_parts.sequencer.ledger().organisation().document(*version);
    if (!document) {
        m_manuals[*version] = nullptr;
        return true;
    }
    if (m_reading.insert(*version).second) {
        readWholeBlob(m_parts.store, document->blob,
                      [this, alive = std::weak_ptr(m_alive), id = *version](const Result<QByteArray>& bytes) {
                          if (alive.expired()) {
                              return;
                          }
                          auto manual = bytes ? readManual(*bytes, nullptr)
                                              : tl::unexpected(std::vector<DocumentFault>());
                          m_manuals[id] =
                              manual ? std::make_shared<const Manual>(std::move(*manual)) : nullptr;
                          m_reading.erase(id);
                          wake(Millis(0));
                      });
    }
    return false;
}

PageFacts Pager::factsOf(const Incident& incident, const FoundPage& page, const Channel& channel) const {
    const Texts& texts = m_parts.sequencer.texts();
    const Organisation& organisation = m_parts.sequencer.ledger().organisation();
    PageFacts facts{.title = texts.title(incident), .isDrill = incident.drill};
    if (const auto person = pagedPerson(incident, page.item)) {
        facts.person = texts.personName(organisation, *person);
    }
    if (page.item.seat) {
        const auto manual = incident.manual.value ? m_manuals.find(*incident.manual.value) : m_manuals.end();
        const ManualSeat* seat =
            manual != m_manuals.end() && manual->second ? manual->second->seat(*page.item.seat) : nullptr;
        facts.called = seat ? seat->name.in(channel.languages.front()) : *page.item.seat;
        facts.acceptBy = incident.seats.at(*page.item.seat).called->acceptBy();
    }
    if (channel.kind == ChannelKind::Sms) {
        facts.code = codeOf(targetOf(page.item), page.item.call);
    }
    return facts;
}

Result<DeliveryOrder> Pager::orderOf(const Job& job, const Incident& incident, const FoundPage& page) const {
    const Channel* channel = m_parts.channels.channels()->channel(page.channel);
    const auto person = pagedPerson(incident, page.item);
    if (!person) {
        return refuse(refusal::alreadyDone, cause::over);
    }
    if (!channel || channel->sandbox != incident.drill) {
        return refuse(refusal::notFound, cause::channel);
    }
    const Text about =
        m_parts.sequencer.texts().aboutPerson(m_parts.sequencer.ledger().organisation(), *person);
    const QString address = channel->kind == ChannelKind::Mail ? emailOf(about) : phoneOf(about);
    if (address.isEmpty()) {
        return refuse(refusal::notFound, sendingcode::recipient);
    }
    DeliveryOrder order{{job.begun, 0}, *channel, {}};
    for (const Language language : channel->languages) {
        order.message.texts.push_back(pageText(*channel, language, factsOf(incident, page, *channel)));
    }
    order.message.at = page.over->at;
    order.message.drill = incident.drill;
    order.recipients.resize(std::size_t(job.page) + 1);
    order.recipients.back() = address;
    order.messages = {job.page};
    order.isAllowed = true; // the channel's hourly limit is for notices: nobody is left uncalled for it
    return order;
}

void Pager::start(const Job& job, const Incident& incident) {
    const auto page = findPage(incident, job.begun, job.page);
    auto order = page ? orderOf(job, incident, *page) : refuse(refusal::notFound, cause::over);
    if (!order) {
        m_running.try_emplace(job);
        finish(job, PageState::Failed, std::get<Refusal>(order.error()).detail);
        return;
    }
    auto sender = m_parts.senderFor(order->channel);
    if (!sender) {
        m_running.try_emplace(job);
        finish(job, PageState::Failed, sender.error().code);
        return;
    }
    auto delivery = std::make_unique<Delivery>(
        std::move(*order), std::move(*sender), m_parts.ledger, m_parts.clock, m_parts.timers,
        [this, job](const Delivery::Progress& progress) { take(job, progress); });
    delivery->start();
    m_running.insert_or_assign(job, std::move(delivery));
}

void Pager::take(const Job& job, const Delivery::Progress& progress) {
    if (progress.done) {
        finish(job, stateOf(progress.counts), progress.cause);
    }
}

void Pager::finish(const Job& job, PageState state, const QByteArray& cause) {
    PageResult result{.page = job.page, .state = state};
    if (!cause.isEmpty()) {
        result.cause = QString::fromLatin1(cause);
    }
    std::vector<PageResult>& news = m_news[{job.log, job.begun}];
    news.push_back(std::move(result));
    if (news.size() == 1) { // what comes at once is told at once, in one entry
        m_parts.timers.after(Millis(0), [this, alive = std::weak_ptr(m_alive), job] {
            if (!alive.expired()) {
                record(job.log, job.begun);
            }
        });
    }
}

void Pager::record(const LogId& log, const EventId& begun) {
    const std::pair key(log, begun);
    const auto news = m_news.find(key);
    if (news == m_news.end() || m_recording.contains(key)) {
        return;
    }
    const Incident* incident = m_parts.sequencer.ledger().incident(log);
    std::vector<PageResult> results = std::move(news->second);
    m_news.erase(news);
    // Of a call that went on to somebody else nothing is told: nobody waits for it.
    std::erase_if(results,
                  [&](const PageResult& one) { return !incident || !findPage(*incident, begun, one.page); });
    if (results.empty()) {
        return;
    }
    m_recording.insert(key);
    m_parts.pen.record(log, PageTold{begun, results}, {},
                       [this, alive = std::weak_ptr(m_alive), key, results](const Judgement& judged) {
                           if (alive.expired()) {
                               return;
                           }
                           m_recording.erase(key);
                           if (judged.kind == Judgement::Kind::Failed) { // not now
                               auto& waiting = m_news[key];
                               waiting.insert(waiting.begin(), results.begin(), results.end());
                               m_parts.timers.after(Millis(limits::dueRetry),
                                                    [this, alive = std::weak_ptr(m_alive), key] {
                                                        if (!alive.expired()) {
                                                            record(key.first, key.second);
                                                        }
                                                    });
                               return;
                           }
                           // Refused, one of them is no longer waited for: the others are told of once more.
                           for (const PageResult& one : results) {
                               m_running.erase({key.first, key.second, one.page});
                           }
                           record(key.first, key.second);
                           wake(Millis(0));
                       });
}

// The same whatever the channel, so that an answer to any of them is one to the call.
QString Pager::codeOf(const PageTarget& target, const EventId& call) const {
    QMessageAuthenticationCode mac(QCryptographicHash::Sha256, m_key.first(keyBytes));
    mac.addData(call.view().toByteArray());
    mac.addData(target.seat.toUtf8() + '/' + QByteArray::number(target.member));
    const QByteArray hash = mac.result();
    quint32 number = 0;
    for (int i = 0; i < 4; ++i) {
        number = number << 8 | quint8(hash[i]);
    }
    return QStringLiteral("%1").arg(number % 10'000, pageCodeDigits, 10, QLatin1Char('0'));
}

bool Pager::hasNumber(const PersonId& person, const QString& number) const {
    const Ledger& ledger = m_parts.sequencer.ledger();
    const auto contacts = contactsOf(m_parts.sequencer.texts().aboutPerson(ledger.organisation(), person));
    return std::any_of(contacts.begin(), contacts.end(), [&number](const QString& contact) {
        return !isEmail(contact) && telephoneDigits(contact) == number;
    });
}

// Whose call that code stood for, while it stands, and where it came from one of their own numbers.
std::optional<Pager::Found> Pager::answered(const QString& number, const QString& code) const {
    for (const auto& [log, held] : m_parts.sequencer.ledger().incidents()) {
        if (!held.incident) {
            continue;
        }
        for (const auto& [target, status] : held.incident->pages) {
            if (codeOf(target, status.call) != code) {
                continue;
            }
            for (const auto& [channel, over] : status.channels) {
                const auto page = findPage(*held.incident, over.begun, over.page);
                const auto person = page ? pagedPerson(*held.incident, page->item) : std::nullopt;
                if (over.relay == m_parts.sequencer.relay() && person && hasNumber(*person, number)) {
                    return Found{{log, over.begun, over.page}, *page, *person};
                }
            }
        }
    }
    return std::nullopt;
}

// Wrong codes are counted of telephones that are somebody's: anybody else's are not remembered.
bool Pager::mayTry(const QString& number) {
    const auto& persons = m_parts.sequencer.ledger().organisation().persons;
    const bool isKnown = std::any_of(persons.begin(), persons.end(),
                                     [&](const auto& one) { return hasNumber(one.first, number); });
    return isKnown && ++m_wrong[number] <= limits::pageWrongCodes;
}

void Pager::hear(const QString& from, const QString& text,
                 std::function<void(const std::optional<QString>&)> done) {
    const auto number = telephoneDigits(from);
    const auto reply = pageReplyIn(text);
    const auto found = number && reply && mayTry(*number) ? answered(*number, reply->code) : std::nullopt;
    if (!found) {
        done(pageAnswerText(PageHeard::Unread, Language::Korean));
        return;
    }
    m_wrong.erase(*number);
    const Channels* channels = m_parts.channels.channels();
    const Channel* channel = channels ? channels->channel(found->page.channel) : nullptr;
    answer(*found, reply->answer, channel ? channel->languages.front() : Language::Korean, done);
}

void Pager::answer(const Found& found, SeatAnswer answer, Language language,
                   const std::function<void(const std::optional<QString>&)>& done) {
    const PageHeard heard = answer == SeatAnswer::Accepted ? PageHeard::Accepted : PageHeard::Declined;
    const PageAnswered facts{found.job.begun, found.job.page, answer, found.person, found.page.item.seat};
    m_parts.pen.record(found.job.log, facts, {}, [done, heard, language](const Judgement& judged) {
        switch (judged.kind) {
        case Judgement::Kind::Recorded:
            done(pageAnswerText(heard, language));
            break;
        case Judgement::Kind::Refused: // somebody was quicker
            done(pageAnswerText(PageHeard::Over, language));
            break;
        case Judgement::Kind::Failed:
            done(std::nullopt);
            break;
        }
    });
}

} // namespace bongsu
