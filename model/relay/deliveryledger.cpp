#include "relay/deliveryledger.h"

#include "domain/base/limits.h"
#include "domain/event/fields.h"
#include "storage/eventstore.h"

#include <algorithm>
#include <memory>

namespace bongsu {

namespace {

constexpr quint64 rowMessages = 100; // of one row: as many as are handed over at once at the most
constexpr const char* prefix = "sent/";
constexpr const char* againPrefix = "sent-again/";

QByteArray nameOf(const EventId& event) {
    return event.toBytes().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

struct ReferenceBody {
    quint64 index = 0;
    QString reference{};
    static constexpr auto fields() {
        return std::tuple{field(1, &ReferenceBody::index), field(2, &ReferenceBody::reference)};
    }
};

struct RowBody {
    QByteArray states{}; // one byte a message
    Moment handedOver{};
    quint64 handedOverCount = 0;
    static constexpr auto fields() {
        return std::tuple{field(1, &RowBody::states), field(2, &RowBody::handedOver),
                          field(3, &RowBody::handedOverCount)};
    }
};

// A row's references by themselves: a list holds at most limits::listItems.
struct ReferencesBody {
    std::vector<ReferenceBody> references{};
    static constexpr auto fields() { return std::tuple{field(1, &ReferencesBody::references)}; }
};

quint64 rowIn(quint64 index) {
    return index / rowMessages;
}

} // namespace

QByteArray DeliveryLedger::settingOf(const RowKey& key) {
    return prefix + nameOf(key.first.notice) + '/' + QByteArray::number(key.first.outgoing) + '/' +
           QByteArray::number(key.second);
}

std::optional<DeliveryLedger::RowKey> DeliveryLedger::keyOf(const QByteArray& setting) {
    const QList<QByteArray> parts = setting.split('/');
    if (!setting.startsWith(prefix) || parts.size() != 4) {
        return std::nullopt;
    }
    const auto notice = EventId::tryFrom(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding));
    bool isOutgoing = false;
    bool isRow = false;
    const quint64 outgoing = parts[2].toULongLong(&isOutgoing);
    const quint64 row = parts[3].toULongLong(&isRow);
    return notice && isOutgoing && isRow ? std::optional(RowKey{{*notice, outgoing}, row}) : std::nullopt;
}

// The row, and behind it what the services called the messages.
QByteArray DeliveryLedger::bytesOf(const Row& row) {
    RowBody body{{}, row.handedOver, row.handedOverCount};
    for (const MessageState state : row.states) {
        body.states.append(char(state));
    }
    ReferencesBody references;
    for (const auto& [index, reference] : row.references) {
        if (references.references.size() < std::size_t(limits::listItems)) {
            references.references.push_back({index, reference});
        }
    }
    CborWriter out;
    out.array(2).bytes(encodeBody(body)).bytes(encodeBody(references));
    return out.take();
}

DeliveryLedger::Row DeliveryLedger::rowOf(const QByteArray& bytes) {
    Row row;
    CborReader in(bytes);
    in.arrayOf(2);
    const auto body = decodeBody<RowBody>(in.bytes());
    const auto references = decodeBody<ReferencesBody>(in.bytes());
    row.isReadable = in.finished() && body && references &&
                     std::all_of(body->states.begin(), body->states.end(), [](char state) {
                         return state >= 0 && state <= char(MessageState::Unknown);
                     });
    if (!row.isReadable) {
        return row;
    }
    for (const char state : body->states) {
        row.states.push_back(MessageState(state));
    }
    for (const ReferenceBody& one : references->references) {
        row.references.insert_or_assign(one.index, one.reference);
    }
    row.handedOver = body->handedOver;
    row.handedOverCount = body->handedOverCount;
    return row;
}

void DeliveryLedger::open(const std::map<QByteArray, QByteArray>& settings) {
    for (const auto& [name, value] : settings) {
        if (name.startsWith(againPrefix)) {
            const QByteArray id =
                QByteArray::fromBase64(name.mid(qstrlen(againPrefix)), QByteArray::Base64UrlEncoding);
            if (const auto begun = EventId::tryFrom(id)) {
                m_triedAgain.insert(*begun);
            }
        }
        const auto key = keyOf(name);
        if (!key) {
            continue;
        }
        Row row = rowOf(value);
        std::replace(row.states.begin(), row.states.end(), MessageState::UnderWay, MessageState::Unknown);
        m_rows.insert_or_assign(*key, std::move(row));
    }
}

MessageState DeliveryLedger::state(const DeliveryKey& delivery, quint64 index) const {
    const auto row = m_rows.find({delivery, rowIn(index)});
    if (row == m_rows.end()) {
        return MessageState::Waiting;
    }
    if (!row->second.isReadable) {
        return MessageState::Unknown;
    }
    const quint64 within = index % rowMessages;
    return within < row->second.states.size() ? row->second.states[within] : MessageState::Waiting;
}

QString DeliveryLedger::reference(const DeliveryKey& delivery, quint64 index) const {
    const auto row = m_rows.find({delivery, rowIn(index)});
    if (row == m_rows.end()) {
        return {};
    }
    const auto reference = row->second.references.find(index % rowMessages);
    return reference == row->second.references.end() ? QString() : reference->second;
}

void addTo(DeliveryCounts& counts, MessageState state) {
    switch (state) {
    case MessageState::Waiting:
    case MessageState::UnderWay:
        ++counts.waiting;
        break;
    case MessageState::Delivered:
        ++counts.delivered;
        [[fallthrough]];
    case MessageState::Sent:
        ++counts.sent;
        break;
    case MessageState::Failed:
        ++counts.failed;
        break;
    case MessageState::Unknown:
        ++counts.unknown;
        break;
    }
}

DeliveryCounts DeliveryLedger::counts(const DeliveryKey& delivery,
                                      const std::vector<quint64>& messages) const {
    DeliveryCounts counts;
    for (const quint64 index : messages) {
        addTo(counts, state(delivery, index));
    }
    return counts;
}

quint64 DeliveryLedger::handedOver(const DeliveryKey& delivery, Moment since) const {
    quint64 count = 0;
    for (auto row = m_rows.lower_bound({delivery, 0}); row != m_rows.end() && row->first.first == delivery;
         ++row) {
        count += row->second.handedOver >= since ? row->second.handedOverCount : 0;
    }
    return count;
}

DeliveryLedger::Rows DeliveryLedger::changed(const DeliveryKey& delivery,
                                             const std::vector<MessageMark>& marks, Moment at) const {
    Rows rows;
    for (const MessageMark& mark : marks) {
        const RowKey key{delivery, rowIn(mark.index)};
        const auto held = m_rows.find(key);
        Row& row = rows.try_emplace(key, held == m_rows.end() ? Row() : held->second).first->second;
        const quint64 within = mark.index % rowMessages;
        if (!row.isReadable) {
            row.states.assign(rowMessages, MessageState::Unknown);
            row.isReadable = true;
        }
        if (row.states.size() <= within) {
            row.states.resize(within + 1, MessageState::Waiting);
        }
        if (mark.state == MessageState::UnderWay) {
            // Together with those of the hour before: rather too many than too few.
            row.handedOverCount = at - row.handedOver <= std::chrono::hours(1) ? row.handedOverCount + 1 : 1;
            row.handedOver = at;
        }
        row.states[within] = mark.state;
        if (!mark.reference.isEmpty()) {
            row.references.insert_or_assign(within, mark.reference);
        }
    }
    return rows;
}

void DeliveryLedger::keep(Rows rows, std::map<QByteArray, QByteArray> settings,
                          std::function<void(const Outcome&)> done) {
    Change change;
    change.settings = std::move(settings);
    for (const auto& [key, row] : rows) {
        change.settings.insert_or_assign(settingOf(key), bytesOf(row));
    }
    m_store.commit(std::move(change), [this, rows = std::move(rows),
                                       done = std::move(done)](const Result<Committed>& committed) {
        const bool isDurable = committed && *committed == Committed::Durable;
        if (isDurable) {
            for (const auto& [key, row] : rows) {
                m_rows.insert_or_assign(key, row);
            }
        }
        done(isDurable ? Outcome() : !committed ? Outcome(errorOf(committed)) : Outcome(fail(failure::busy)));
    });
}

void DeliveryLedger::mark(const DeliveryKey& delivery, const std::vector<MessageMark>& marks, Moment at,
                          std::function<void(const Outcome&)> done) {
    keep(changed(delivery, marks, at), {}, std::move(done));
}

std::vector<MessageMark> DeliveryLedger::waitingAgain(const DeliveryKey& delivery,
                                                      const std::vector<quint64>& messages) const {
    std::vector<MessageMark> marks;
    for (const quint64 index : messages) {
        if (state(delivery, index) == MessageState::Unknown) {
            marks.push_back({index, MessageState::Waiting, {}});
        }
    }
    return marks;
}

void DeliveryLedger::waitAgain(const DeliveryKey& delivery, const std::vector<quint64>& messages,
                               std::function<void(const Outcome&)> done) {
    const auto marks = waitingAgain(delivery, messages);
    if (marks.empty()) {
        done({});
    } else {
        keep(changed(delivery, marks, {}), {}, std::move(done));
    }
}

void DeliveryLedger::tryAgain(const DeliveryKey& delivery, const std::vector<quint64>& messages,
                              const EventId& begun, std::function<void(const Outcome&)> done) {
    if (m_triedAgain.contains(begun)) {
        done({});
        return;
    }
    keep(changed(delivery, waitingAgain(delivery, messages), {}),
         {{againPrefix + nameOf(begun), QByteArray("1")}},
         [this, begun, done = std::move(done)](const Outcome& kept) {
             if (kept) {
                 m_triedAgain.insert(begun);
             }
             done(kept);
         });
}

} // namespace bongsu
