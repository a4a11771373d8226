// Tells many descriptors of one thread that they can be read or written, at a cost that does not grow with
// those that cannot.
#pragma once

#include <QtGlobal>

#include <memory>
#include <unordered_map>

class QSocketNotifier;

namespace bongsu {

// Qt's event loop asks every descriptor it knows in every turn: with a thousand lines that is a tenth of a
// millisecond each time anything happens. Here they wait in the kernel (epoll), and the loop asks one.
class Readiness final {
  public:
    class Waiting {
      public:
        virtual void readable() = 0; // also when the peer has ended; may end any Waiting
        virtual void writable() = 0;

      protected:
        ~Waiting() = default;
    };

    Readiness();
    ~Readiness();
    Q_DISABLE_COPY_MOVE(Readiness)

    // Nothing is told until wait() asks. Returns what the others are called with.
    quint64 add(int descriptor, Waiting& waiting);
    // Told again and again until it is taken. False: the kernel has no room for more.
    [[nodiscard]] bool wait(quint64 number, bool forReading, bool forWriting);
    // Before the descriptor is closed.
    void remove(quint64 number);

  private:
    struct Place {
        int descriptor;
        Waiting* waiting;
        quint32 asked = 0;
    };

    void tell();

    int m_kernel;
    quint64 m_last = 0; // never given twice: what was ready before it ended is told to nobody else
    std::unordered_map<quint64, Place> m_places;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace bongsu
