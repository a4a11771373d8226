// The relay's listening socket, and whoever has connected and not yet said a whole first word.
#pragma once

#include "domain/base/result.h"
#include "sync/surroundings.h"
#include "websocket/readiness.h"
#include "websocket/strangers.h"

#include <QHostAddress>

#include <functional>
#include <memory>

class QSocketNotifier;
class QTcpServer;

namespace bongsu {

// A silent caller costs a descriptor and a line in a table: TLS begins when its whole first flight is there.
// Those who have spoken are let on a few in each turn of the event loop, so that the turns stay short for
// everybody who is further on.
class Doorstep {
  public:
    struct Caller {
        int descriptor; // the receiver's from then on
        PeerNetwork network;
        Millis since; // by the monotonic clock
    };
    struct Owner {
        std::function<void(const Caller&)> hasSpoken;
        // Descriptors have run out and nobody stands here: whether somebody else's was given up.
        std::function<bool()> makesRoom;
    };
    // Any: a first byte is enough, for lines without TLS.
    enum class FirstWord { Tls, Any };

    Doorstep(const Surroundings& around, Owner owner);
    ~Doorstep();

    // Returns the port. Failure relay.listen.
    Result<quint16> listen(const QHostAddress& host, quint16 port, FirstWord firstWord);
    bool isListening() const { return m_listening != nullptr; }
    // Takes nobody any more and drops who is here.
    void close();
    std::size_t size() const { return m_callers.size(); }

  private:
    using Number = Strangers::Number;
    struct Standing;
    enum class Said { Nothing, Part, Whole, Wrong };

    void takeArrivals();
    bool takeOne();
    void lookAt(Number number);
    Said whatIsSaid(int descriptor) const;
    void letSomeOn();
    void letOn(Number number);
    void drop(Number number);
    void makeRoomAmong(const Strangers& strangers);
    bool dropOne();
    void dropLate();

    const Surroundings m_around;
    const Owner m_owner;
    std::unique_ptr<QTcpServer> m_listening;
    std::unique_ptr<QSocketNotifier> m_arrived;
    std::unique_ptr<QSocketNotifier> m_goOn;
    int m_listener = -1;
    int m_always = -1; // an eventfd that can be read at any time: wakes us while somebody waits to be let on
    int m_mostDescriptors = 0;
    FirstWord m_firstWord = FirstWord::Tls;
    Number m_lastNumber = 0;
    Readiness m_readiness; // of the silent
    std::map<Number, std::unique_ptr<Standing>> m_callers;
    Strangers m_silent;
    Strangers m_spoken;
    Alarm m_late;
    Alarm m_acceptAgain;
};

} // namespace bongsu
