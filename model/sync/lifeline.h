// Lets an answer that comes late find out that whoever asked is gone.
#pragma once

#include <memory>
#include <utility>

namespace bongsu {

// A member of the one who asks; for one thread.
class Lifeline {
  public:
    Lifeline() = default;
    Lifeline(const Lifeline&) = delete;
    Lifeline& operator=(const Lifeline&) = delete;

    // `call`, or nothing once this lifeline has ended.
    template <class Call>
    auto whileAlive(Call call) const {
        return [alive = std::weak_ptr(m_alive), call = std::move(call)](auto&&... arguments) {
            if (!alive.expired()) {
                call(std::forward<decltype(arguments)>(arguments)...);
            }
        };
    }

  private:
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace bongsu
