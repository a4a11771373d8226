#include "sync/fanout.h"

#include "sync/frame.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

LiveBatch::LiveBatch(const LogId& log, quint64 from, std::vector<KeptEntry> items, Statement head)
    : m_log(log), m_from(from), m_items(std::move(items)), m_head(std::move(head)) {
    Q_ASSERT(!m_items.empty());
}

const std::vector<QByteArray>& LiveBatch::frames(bool withText) const {
    auto& frames = withText ? m_withText : m_withoutText;
    if (frames.empty()) {
        frames = encoded(withText);
    }
    return frames;
}

std::vector<QByteArray> LiveBatch::encoded(bool withText) const {
    std::vector<QByteArray> frames;
    for (std::span<const KeptEntry> left(m_items); !left.empty();) {
        const std::size_t count = fittingCount(left);
        frame::Entries page{
            frame::Entries::live, m_log, {left.begin(), left.begin() + qsizetype(count)}, {}, true};
        left = left.subspan(count);
        for (KeptEntry& item : page.items) {
            if (!withText && item.text.state == TextPart::State::Present) {
                item.text = TextPart::withheld();
            }
        }
        if (left.empty()) {
            page.head = m_head;
            page.more = false;
        }
        frames.push_back(encode(page));
    }
    return frames;
}

std::vector<DeviceId> Fanout::devices() const {
    std::vector<DeviceId> connected;
    for (const auto& [device, subscriber] : m_subscribers) {
        connected.push_back(device);
    }
    return connected;
}

void Fanout::join(const DeviceId& device, Subscriber& subscriber) {
    const auto [place, isNew] = m_subscribers.try_emplace(device, &subscriber);
    if (!isNew && place->second != &subscriber) {
        std::exchange(place->second, &subscriber)->end(closecode::replaced, failure::replaced, {});
    }
}

void Fanout::leave(const DeviceId& device, const Subscriber& subscriber) {
    const auto place = m_subscribers.find(device);
    if (place != m_subscribers.end() && place->second == &subscriber) {
        m_subscribers.erase(place);
    }
}

std::vector<Subscriber*> Fanout::everybody() const {
    std::vector<Subscriber*> all;
    all.reserve(m_subscribers.size());
    for (const auto& [device, subscriber] : m_subscribers) {
        all.push_back(subscriber);
    }
    return all;
}

void Fanout::publish(const LogId& log, quint64 from, std::vector<KeptEntry> items, const Statement& head) {
    const LiveBatch batch(log, from, std::move(items), head);
    for (Subscriber* subscriber : everybody()) {
        subscriber->deliver(batch);
    }
}

void Fanout::publishHeads(std::span<const Statement> heads) {
    while (!heads.empty()) {
        const std::size_t count = std::min(heads.size(), std::size_t(limits::headsPerFrame));
        const QByteArray bytes = encode(frame::Heads{{heads.begin(), heads.begin() + qsizetype(count)}});
        for (Subscriber* subscriber : everybody()) {
            subscriber->deliverHeads(bytes);
        }
        heads = heads.subspan(count);
    }
}

void Fanout::publishConflict(const Statement& one, const Statement& other) {
    tellAll(encode(frame::Conflict{one, other}));
}

void Fanout::publishNumbering(const std::optional<Failure>& stopped) {
    tellAll(encode(frame::Numbering{stopped ? std::optional(stopped->code) : std::nullopt}));
}

void Fanout::tellAll(const QByteArray& frame) {
    for (Subscriber* subscriber : everybody()) {
        subscriber->tell(frame);
    }
}

void Fanout::endDevice(const DeviceId& device, int closeCode, const QByteArray& code) {
    const auto place = m_subscribers.find(device);
    if (place != m_subscribers.end()) {
        place->second->end(closeCode, code, {});
    }
}

void Fanout::endAll(int closeCode, const QByteArray& code) {
    for (Subscriber* subscriber : everybody()) {
        subscriber->end(closeCode, code, {});
    }
}

} // namespace bongsu
