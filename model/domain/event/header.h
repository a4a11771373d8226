// What an event's author signs: who, when, of which log and kind, having seen what,
// and the hashes of both parts.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/moment.h"
#include "domain/base/result.h"

#include <optional>

namespace bongsu {

// The newest entry of a log that an author had verified.
struct SeenPoint {
    EpochId epoch;
    quint64 seq;
    EntryHash hash;

    friend bool operator==(const SeenPoint&, const SeenPoint&) = default;
};

struct Header {
    static constexpr quint64 format = 1;
    static constexpr quint64 criticalFlag = 1;

    std::optional<OrgId> org; // absent (zeros on the wire) in Founded
    std::optional<LogId> log; // absent (zeros on the wire) in a log's first event
    QByteArray kind;          // ASCII, "role.assigned"
    quint64 kindVersion = 1;
    quint64 flags = 0;
    DeviceId device;
    quint64 deviceSeq = 0; // rising per (device, log), holes allowed
    Moment createdAt;      // a claim, shown only
    std::optional<SeenPoint> seen;
    std::optional<SeenPoint> seenOrg;
    std::optional<EventId> audience; // absent = readers of the log
    PartHash factsHash;
    std::optional<PartHash> textHash;
    quint64 factsSize = 0; // bytes, without the salt
    quint64 textSize = 0;

    bool critical() const { return (flags & criticalFlag) != 0; }

    friend bool operator==(const Header&, const Header&) = default;
};

QByteArray encode(const Header& header);

// Refusal malformed or too_large. Checks shape and limits, not what the values mean.
Result<Header> decodeHeader(QByteArrayView bytes);

// Shared by the other fixed arrays of the format.
class CborWriter;
class CborReader;
void write(CborWriter& out, const std::optional<SeenPoint>& seen);
std::optional<SeenPoint> readSeenPoint(CborReader& in);
// What a kind or a refusal's code may be: 1 to 48 of a-z . _
bool isName(QStringView name);

} // namespace bongsu
