// What a rule may read: the act itself, and the entries it names. Text is not among it.
#pragma once

#include "domain/event/facts.h"
#include "domain/organisation/organisation.h"

#include <functional>

namespace bongsu {

// What admission looks up of an entry that a new event names.
struct Referenced {
    quint64 seq;
    QByteArray kind;
    std::optional<PersonId> person; // absent: root or a relay
    Moment recordedAt;
    bool hasText;
    bool erased = false; // its text is gone: erased or withdrawn
    bool isVoid = false; // the reason: LogIndex::voids
};

// Nothing for an event that is not in this log.
using Lookup = std::function<std::optional<Referenced>(const EventId&)>;

struct Act {
    const Event& event;
    const Facts& facts;
    const Author& author;
    Moment at; // recordedAt, or the best guess of it at the author's desktop

    const std::optional<PersonId>& person() const { return author.person; }
    bool hasText() const { return event.header.textHash.has_value(); }
};

// A "no" that a grant this device has not heard of yet could turn into "yes": kept with a warning when
// offline. Any other refusal is impossible, whoever is asked.
bool couldBePermitted(const Refusal& refusal);

// Whether the event takes its log into an epoch. Everything else that its device has pending waits for it, so
// it stands outside the device's order: its deviceSeq is neither compared nor counted.
bool opensEpoch(const Facts& facts);

// The number of the act's event is used up, whether it counts or is void.
void countDeviceSeq(std::map<DeviceId, quint64>& deviceSeqs, const Event& event, const Facts& facts);

// The rules every log has: its kinds, the author not revoked, a device's own order kept.
Verdict checkCommon(LogType log, const std::map<DeviceId, quint64>& deviceSeqs, const Act& act);

} // namespace bongsu
