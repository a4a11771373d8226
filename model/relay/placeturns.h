// One publication at a time to each place: two would take each other's files away.
#pragma once

#include <QString>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace bongsu {

class PlaceTurns {
  public:
    // Ends with the last copy of it; whoever waits is next.
    using Turn = std::shared_ptr<void>;

    // At once where nobody is at that place, else when those before are done; not at all once this is gone.
    void take(const QString& place, std::function<void(Turn)> then) {
        Waiting& waiting = (*m_places)[place];
        waiting.queue.push_back(std::move(then));
        if (!waiting.isBusy) {
            next(m_places, place);
        }
    }

  private:
    struct Waiting {
        bool isBusy = false;
        std::deque<std::function<void(Turn)>> queue{};
    };
    using Places = std::map<QString, Waiting>;

    static void next(const std::weak_ptr<Places>& places, const QString& place) {
        const auto held = places.lock();
        if (!held) {
            return;
        }
        Waiting& waiting = (*held)[place];
        waiting.isBusy = !waiting.queue.empty();
        if (!waiting.isBusy) {
            return;
        }
        const auto then = std::move(waiting.queue.front());
        waiting.queue.pop_front();
        then(Turn(nullptr, [places, place](void*) { next(places, place); }));
    }

    std::shared_ptr<Places> m_places = std::make_shared<Places>();
};

} // namespace bongsu
