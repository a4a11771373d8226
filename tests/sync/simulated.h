// Time that passes when a test says so, and chance from a seed.
#pragma once

#include "sync/surroundings.h"

#include <map>
#include <random>

namespace bongsu::samples {

class SimulatedTime final : public Clock, public MonotonicClock, public Timers {
  public:
    Moment now() const override { return Moment(Millis(1'665'814'740'000)) + m_elapsed; }
    Millis elapsed() const override { return m_elapsed; }

    Id after(Millis delay, std::function<void()> call) override {
        m_calls.emplace(std::pair(m_elapsed + delay, ++m_lastId), std::move(call));
        m_due.emplace(m_lastId, m_elapsed + delay);
        return m_lastId;
    }
    void cancel(Id id) override {
        const auto due = m_due.find(id);
        if (due != m_due.end()) {
            m_calls.erase({due->second, id});
            m_due.erase(due);
        }
    }

    // Carries out what is due until then, in order of time and of asking.
    void pass(Millis time) {
        const Millis until = m_elapsed + time;
        while (!m_calls.empty() && m_calls.begin()->first.first <= until) {
            carryOutNext();
        }
        m_elapsed = until;
    }
    // Until `done`, at most so long. Returns whether it came.
    template <class Done>
    bool passUntil(Done done, Millis most = std::chrono::minutes(10)) {
        const Millis until = m_elapsed + most;
        while (!done()) {
            if (m_calls.empty() || m_calls.begin()->first.first > until) {
                m_elapsed = until;
                return done();
            }
            carryOutNext();
        }
        return true;
    }

  private:
    void carryOutNext() {
        const auto next = m_calls.extract(m_calls.begin());
        m_elapsed = next.key().first;
        m_due.erase(next.key().second);
        next.mapped()();
    }

    Millis m_elapsed{0};
    Id m_lastId = 0;
    std::map<std::pair<Millis, Id>, std::function<void()>> m_calls;
    std::map<Id, Millis> m_due;
};

class SeededRandomness final : public Randomness {
  public:
    explicit SeededRandomness(quint32 seed = 1) : m_random(seed) {}

    QByteArray bytes(int count) override {
        QByteArray bytes;
        while (bytes.size() < count) {
            bytes.append(char(m_random()));
        }
        return bytes;
    }
    // 0 .. most - 1
    quint32 below(quint32 most) { return quint32(m_random()) % most; }

  private:
    std::mt19937 m_random;
};

} // namespace bongsu::samples
