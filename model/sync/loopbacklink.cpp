#include "sync/loopbacklink.h"

namespace bongsu {

struct LoopbackLink::End : std::enable_shared_from_this<End> {
    End(Scheduler n, Scheduler s) : network(std::move(n)), soon(std::move(s)) {}

    Scheduler network;
    Scheduler soon;
    std::weak_ptr<End> peer;
    LinkReceiver* receiver = nullptr;
    qsizetype queued = 0;
    bool open = true; // nothing is sent or received any more once false

    void arrive(const QByteArray& message) {
        if (open && receiver) {
            receiver->messageArrived(message);
        }
    }
    void drained(qsizetype bytes) {
        queued -= bytes;
        if (open && receiver) {
            receiver->linkDrained();
        }
    }
    // Tells the receiver, from a turn of its own.
    void endSoon(int code, const QString& reason) {
        if (!std::exchange(open, false)) {
            return;
        }
        soon([self = shared_from_this(), code, reason] {
            if (LinkReceiver* told = std::exchange(self->receiver, nullptr)) {
                told->linkClosed(code, reason);
            }
        });
    }
};

namespace {

// One message under way. Carried out, or dropped with the last copy of its delivery, it leaves the sender's
// queue.
struct Passage {
    Passage(std::shared_ptr<LoopbackLink::End> f, QByteArray m) : from(std::move(f)), message(std::move(m)) {
        from->queued += message.size();
    }
    ~Passage() {
        if (!gone) {
            from->queued -= message.size(); // dropped: nobody is told
        }
    }
    Passage(const Passage&) = delete;
    Passage& operator=(const Passage&) = delete;

    void arrive() {
        if (const auto to = from->peer.lock()) {
            to->arrive(message);
        }
        if (!std::exchange(gone, true)) {
            from->drained(message.size());
        }
    }

    std::shared_ptr<LoopbackLink::End> from;
    QByteArray message;
    bool gone = false;
};

} // namespace

LoopbackLink::Ends LoopbackLink::pair(const Scheduler& network, const Scheduler& soon) {
    const auto one = std::make_shared<End>(network, soon ? soon : network);
    const auto other = std::make_shared<End>(network, soon ? soon : network);
    one->peer = other;
    other->peer = one;
    return {std::unique_ptr<LoopbackLink>(new LoopbackLink(one)),
            std::unique_ptr<LoopbackLink>(new LoopbackLink(other))};
}

LoopbackLink::~LoopbackLink() {
    m_end->receiver = nullptr;
    if (m_end->open) {
        cut();
    }
}

void LoopbackLink::send(const QByteArray& frame) {
    if (m_end->open) {
        m_end->network([passage = std::make_shared<Passage>(m_end, frame)] { passage->arrive(); });
    }
}

qsizetype LoopbackLink::queuedBytes() const {
    return m_end->queued;
}

void LoopbackLink::setReceiver(LinkReceiver* receiver) {
    m_end->receiver = receiver;
}

void LoopbackLink::close(int code, const QString& reason) {
    if (!m_end->open) {
        return;
    }
    // Behind what was sent before, as a close frame would be.
    m_end->network([peer = m_end->peer, code, reason] {
        if (const auto other = peer.lock()) {
            other->endSoon(code, reason);
        }
    });
    m_end->endSoon(code, reason);
}

void LoopbackLink::cut() {
    static constexpr int abnormal = 1006;
    if (const auto peer = m_end->peer.lock()) {
        peer->endSoon(abnormal, QString());
    }
    m_end->endSoon(abnormal, QString());
}

} // namespace bongsu
