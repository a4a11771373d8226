// A line worse than any real one: what is sent over it is lost, doubled, put out of order or cut short.
#pragma once

#include "sync/link.h"
#include "sync/simulated.h"

#include <memory>
#include <optional>

namespace bongsu {

// What became of what was sent over all lines, which it outlives.
struct Wear {
    explicit Wear(quint32 seed) : random(seed) {}

    samples::SeededRandomness random;
    quint64 sent = 0;
    quint64 lost = 0;
    quint64 doubled = 0;
    quint64 reordered = 0;
    quint64 cutShort = 0;

    quint64 faults() const { return lost + doubled + reordered + cutShort; }
};

class WornLink final : public Link {
  public:
    // Worn as long as `isWorn` is true.
    WornLink(std::unique_ptr<Link> line, Wear& wear, const bool& isWorn)
        : m_line(std::move(line)), m_wear(wear), m_isWorn(isWorn) {}
    ~WornLink() override { m_wear.lost += m_late ? 1 : 0; }

    void send(const QByteArray& frame) override {
        ++m_wear.sent;
        const auto late = std::exchange(m_late, std::nullopt);
        sendOne(frame);
        if (late) {
            ++m_wear.reordered;
            m_line->send(*late);
        }
    }
    qsizetype queuedBytes() const override { return m_line->queuedBytes(); }
    void setReceiver(LinkReceiver* receiver) override { m_line->setReceiver(receiver); }
    void close(int code, const QString& reason) override { m_line->close(code, reason); }
    void cut() override { m_line->cut(); }

  private:
    void sendOne(const QByteArray& frame) {
        constexpr quint32 all = 1'000;
        const quint32 fate = m_isWorn ? m_wear.random.below(all) : all;
        if (fate < 50) {
            ++m_wear.lost;
        } else if (fate < 200) {
            ++m_wear.doubled;
            m_line->send(frame);
            m_line->send(frame);
        } else if (fate < 370) {
            m_late = frame; // goes out behind the next
        } else if (fate < 400) {
            ++m_wear.cutShort;
            m_line->send(frame.first(m_wear.random.below(quint32(frame.size()))));
        } else {
            m_line->send(frame);
        }
    }

    std::unique_ptr<Link> m_line;
    Wear& m_wear;
    const bool& m_isWorn;
    std::optional<QByteArray> m_late;
};

} // namespace bongsu
