// A member of the bench's organisation at a line: logs in as people's desktops do, and makes what they write.
#pragma once

#include "relay/crew.h"
#include "relay/line.h"

#include "identity/random.h"
#include "sync/frame.h"

namespace bongsu::bench {

// The frames of a login up to "I hold this much": `held` nothing asks for all.
QByteArray hello(const Scene& scene);
QByteArray login(const Scene& scene, const Ed25519Key& key, const frame::Challenge& challenge);
QByteArray have(const std::vector<Position>& held);

// Logs in and waits until it is caught up with the logs beyond `held`; their heads are what came last. Ends
// the program where the relay does not let it in.
std::vector<Position> enter(Line& line, const Scene& scene, int member, std::vector<Position> held = {});

// What member 0 writes: notes with a text that is given.
class Author {
  public:
    explicit Author(const Scene& scene);
    OfferedEvent note(const QString& text);

  private:
    const Scene m_scene;
    const Ed25519Key m_key;
    SystemRandomness m_randomness;
    quint64 m_deviceSeq;
};

} // namespace bongsu::bench
