// A line of an incident's record as views show it: what it says, who says so, its times, and how it stands.
#pragma once

#include "domain/event/text.h"
#include "domain/log/ledger.h"

namespace bongsu {

struct RowTimes {
    Moment created;                 // the device's claim
    std::optional<Moment> occurred; // the person's; nothing: as it was written
    std::optional<Moment> recorded; // the relay's; nothing: it has no number yet

    Moment told() const { return occurred.value_or(created); } // where people look for it
};

struct TimelineRow {
    EventId event;
    std::optional<quint64> seq; // nothing: this device's own, not recorded yet
    QByteArray kind;
    Facts facts;
    TextPart::State textState = TextPart::State::None;
    Text text{}; // empty unless Present
    DeviceId device;
    std::optional<PersonId> person{}; // absent: root, a relay, or nobody known
    RowTimes times;
    std::optional<Refusal> voidReason{}; // an entry that does not count
    std::optional<Refusal> refusal{};    // an own event the relay does not take
    bool emergency = false;              // by a commander without the organisation's permission to command
};

// An entry of the ledger's as read back from the store. Refusal malformed.
Result<TimelineRow> readRow(const Ledger& ledger, const KeptEntry& kept);

// An own event that has no number. `person`: whose device this is. Refusal malformed.
Result<TimelineRow> readOwnRow(const Offer& offer, const std::optional<Statement>& refusal,
                               const std::optional<PersonId>& person);

// How much later than it happened (or, where that was sooner, was written down) a line got its place: more
// than five minutes, else nothing. Negative where it claims a time that had not come. Nothing for lines that
// tell of long ago on purpose: imported ones, and those that name a source.
std::optional<Millis> apart(const TimelineRow& row);

// The line this one is about: what it corrects, withdraws, pins, clears, releases or erases.
std::optional<EventId> targetOf(const Facts& facts);

// Lines that people read for themselves; the rest keeps the record in order and is drawn quieter.
bool isTold(const Facts& facts);

// Own lines may be taken back by a person for 60 s; the rule allows more for the road (limits).
inline constexpr auto withdrawTime = std::chrono::seconds(60);
bool mayStillWithdraw(Moment written, Moment now);

} // namespace bongsu
