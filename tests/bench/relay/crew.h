// Who takes part in a bench of the relay: keys that everybody can work out, and what a client must know of
// it.
#pragma once

#include "domain/base/ids.h"
#include "identity/ed25519.h"

namespace bongsu::bench {

// Number 0 is the admin, who writes; 1 and up only listen.
Ed25519Key memberKey(int number);

// What bench_relay leaves in its folder for those who call it, as JSON.
struct Scene {
    OrgId org;
    DeviceId relay;
    PublicKey relayKey;
    TlsPin pin; // that sessions are bound to, on a plain line too
    LogId incident;
    int members;
    quint16 port;
};

// Ends the program where the file cannot be written or read.
void keepScene(const QString& folder, const Scene& scene);
Scene sceneIn(const QString& folder);

} // namespace bongsu::bench
