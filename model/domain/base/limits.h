// Every limit on what comes from outside, by name. The table in sync/PROTOCOL.md explains each; a tidy test
// keeps the two equal.
#pragma once

#include <QtGlobal>

#include <chrono>

namespace bongsu::limits {

using namespace std::chrono_literals;

// CBOR
inline constexpr int cborDepth = 8;
inline constexpr int cborItems = 1024;
inline constexpr quint64 largestInteger = quint64(1) << 53;
// Events
inline constexpr int kindBytes = 48;
inline constexpr int headerBytes = 640;
inline constexpr int partsBytes = 6144; // facts + text
inline constexpr int keyTextBytes = 64; // a site, a service, a department: NFC text
inline constexpr int listItems = 64;    // in one list of a body
inline constexpr int eventBytes = headerBytes + 96;
inline constexpr int entryBytes = eventBytes + 640;
inline constexpr int headBytes = 400;
inline constexpr int refusalBytes = 400;
// Rules
inline constexpr auto withdrawWindow = 120s; // a person has 60 s; the rest is for the road
inline constexpr int emergencyInviteUses = 5;
inline constexpr auto emergencyInviteValid = 24h;
inline constexpr int inviteUses = 1000;
inline constexpr auto inviteValid = std::chrono::hours(24 * 90);
inline constexpr auto inviteValidLeast = 1min;
// What one folded state may hold, so that it stays under 1 MiB whatever the log holds
inline constexpr int openBlockers = 256;
inline constexpr int serviceStates = 2048;
inline constexpr int holds = 256;
inline constexpr int readers = 1024;
inline constexpr int restorationCounts = 256;
inline constexpr auto clockSkew = 2min; // a relay's clock against its newest entry and its monotonic clock

} // namespace bongsu::limits
