// What an organisation keeps ready for telling people: first notices approved in peacetime, and relays'
// access to channels.
#pragma once

#include "domain/base/ids.h"
#include "domain/base/limits.h"
#include "domain/base/moment.h"

#include <optional>
#include <vector>

namespace bongsu {

// A version of a first notice that a second person approved in peacetime.
struct Preapproval {
    PersonId by;
    quint64 fromSeq;
    Moment at; // recorded
    friend bool operator==(const Preapproval&, const Preapproval&) = default;

    Moment until() const { return at + limits::firstNoticeValid; }
};
struct Preapproved {
    QString key; // of the document
    BlobId blob;
    quint64 size; // bytes
    std::optional<PersonId> writtenBy;
    std::vector<Preapproval> approvals; // rising; never empty
    std::optional<quint64> endedSeq{};  // a newer version was approved, or somebody ended it
    friend bool operator==(const Preapproved&, const Preapproved&) = default;
};

// What a relay needs to speak to a channel, sealed to it.
using SecretKey = std::pair<QString, DeviceId>; // channel, relay
struct SecretRecord {
    EventId event; // whose text has the sealed bytes
    Moment at;     // recorded
    bool isThere;  // false: taken away
    friend bool operator==(const SecretRecord&, const SecretRecord&) = default;
};

// How many addresses a relay said that it has in a list.
using RecipientsKey = std::pair<QString, DeviceId>; // list, relay

} // namespace bongsu
