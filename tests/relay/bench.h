// A store, a clock and a service in a test's hand: what is to happen happens when the test says so.
#pragma once

#include "relay/delivery.h"
#include "world/memorystore.h"

#include <deque>

namespace bongsu {

class HandClock : public Clock {
  public:
    Moment now() const override { return m_now; }
    Moment m_now{std::chrono::hours(24 * 365 * 52)};
};

// Things that wait to happen: the disk's, the service's, and what timers call when nothing else is left.
class Bench : public Timers {
  public:
    HandClock clock;
    std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();

    MemoryStore::Schedule schedule() {
        return [this](MemoryStore::Task task) { m_tasks.push_back(std::move(task)); };
    }
    void post(std::function<void()> task) { m_tasks.push_back(std::move(task)); }

    Id after(Millis delay, std::function<void()> call) override {
        m_calls.emplace(std::pair{clock.m_now + delay, ++m_last}, std::move(call));
        return m_last;
    }
    void cancel(Id id) override {
        std::erase_if(m_calls, [id](const auto& one) { return one.first.second == id; });
    }

    // False: nothing is left to happen.
    bool step() {
        if (!m_tasks.empty()) {
            const auto task = std::move(m_tasks.front());
            m_tasks.pop_front();
            task();
            return true;
        }
        if (m_calls.empty()) {
            return false;
        }
        const auto first = m_calls.extract(m_calls.begin());
        clock.m_now = std::max(clock.m_now, first.key().first);
        first.mapped()();
        return true;
    }
    void run() {
        while (step()) {
        }
    }
    // The process has ended: nothing that waited happens any more.
    void forget() {
        m_tasks.clear();
        m_calls.clear();
    }

  private:
    std::deque<std::function<void()>> m_tasks;
    std::map<std::pair<Moment, Id>, std::function<void()>> m_calls;
    Id m_last = 0;
};

// A service that remembers what it was handed and answers as it is told to.
struct ScriptedService {
    struct Handed {
        QString recipient;
        QByteArray key;
        Moment at;
        std::optional<Sending> answered{};
    };
    std::vector<Handed> handed;
    std::function<SendingOutcome(const QString& recipient, int before)> says;

    int count(const QString& recipient) const {
        return int(std::count_if(handed.begin(), handed.end(),
                                 [&](const Handed& one) { return one.recipient == recipient; }));
    }
};

class ScriptedSender : public Sender {
  public:
    ScriptedSender(Bench& bench, ScriptedService& service, int batch)
        : m_bench(bench), m_service(service), m_batch(batch) {}
    int batch() const override { return m_batch; }
    void send(Message message, Answered answered) override {
        std::vector<SendingOutcome> outcomes;
        if (message.recipients.empty()) {
            message.recipients.push_back({});
        }
        const std::size_t first = m_service.handed.size();
        for (const QString& recipient : message.recipients) {
            outcomes.push_back(m_service.says(recipient, m_service.count(recipient)));
            m_service.handed.push_back({recipient, message.key, m_bench.clock.now()});
        }
        m_bench.post([this, alive = std::weak_ptr(m_alive), outcomes, first, answered] {
            if (alive.expired()) {
                return;
            }
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                m_service.handed[first + i].answered = outcomes[i].sending;
            }
            answered(outcomes);
        });
    }

  private:
    Bench& m_bench;
    ScriptedService& m_service;
    int m_batch;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

inline SendingOutcome outcome(Sending sending, const char* code = "") {
    SendingOutcome made;
    made.sending = sending;
    made.code = code;
    return made;
}

} // namespace bongsu
