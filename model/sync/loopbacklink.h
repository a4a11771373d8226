// Two ends in one process. Whoever gives the scheduler decides when, how often and whether a message arrives.
#pragma once

#include "sync/link.h"

#include <functional>
#include <memory>
#include <utility>

namespace bongsu {

class LoopbackLink final : public Link {
  public:
    // Takes what is to be done later. `network` takes each delivery: carrying it out later delays a message,
    // dropping it loses it, twice repeats it (a real line does the first only, until it is cut). `soon` is
    // this process's own next turn and loses nothing.
    using Scheduler = std::function<void(std::function<void()>)>;
    using Ends = std::pair<std::unique_ptr<LoopbackLink>, std::unique_ptr<LoopbackLink>>;

    static Ends pair(const Scheduler& network, const Scheduler& soon = {});
    ~LoopbackLink() override;

    void send(const QByteArray& frame) override;
    qsizetype queuedBytes() const override;
    void setReceiver(LinkReceiver* receiver) override;
    void close(int code, const QString& reason) override;
    void cut() override;

    struct End; // one end's state, which outlives the link while deliveries are under way

  private:
    explicit LoopbackLink(std::shared_ptr<End> end) : m_end(std::move(end)) {}

    std::shared_ptr<End> m_end;
};

} // namespace bongsu
