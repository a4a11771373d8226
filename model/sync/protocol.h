// The numbers and words that both ends share; PROTOCOL.md says what they mean.
#pragma once

#include <QtGlobal>

namespace bongsu {

// The versions of the protocol that one end speaks, both included.
struct Versions {
    quint64 min = 1;
    quint64 max = 1;

    friend bool operator==(const Versions&, const Versions&) = default;
};

// What a session may be used for.
enum class SessionKind : quint64 { Member = 0, Joining = 1, Revoked = 2 };

namespace closecode {
inline constexpr int done = 1000;
inline constexpr int relayStops = 1001;
inline constexpr int tooMuch = 1009;
inline constexpr int protocol = 4400;
inline constexpr int loginRefused = 4401;
inline constexpr int revoked = 4403;
inline constexpr int tooSlow = 4408;
inline constexpr int replaced = 4409;
inline constexpr int relayFailed = 4500;
} // namespace closecode

} // namespace bongsu
