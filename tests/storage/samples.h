// Well-formed events, entries and changes made from a seed: what a store is fed in tests.
#pragma once

#include "storage/eventstore.h"

#include <random>

namespace bongsu {

class Samples {
  public:
    explicit Samples(quint64 seed) : m_random(seed) {}

    int below(int limit); // 0 .. limit - 1
    QByteArray bytes(int count);
    template <class FixedType>
    FixedType fixed() {
        return *FixedType::tryFrom(bytes(FixedType::size));
    }
    Statement statement();
    Carried carried();

    // An own event of that log with a text of `textBytes`; none for 0.
    OwnEvent own(const LogId& log, int textBytes = 40);
    // The entry that puts it behind `after`.
    StoredEntry entry(const OwnEvent& own, const std::optional<StoredTip>& after);
    // New events behind `after`, their texts present, absent or withheld as chance has it.
    LogAppend append(const LogId& log, const std::optional<StoredTip>& after, int count);

  private:
    std::mt19937_64 m_random;
    quint64 m_deviceSeq = 0;
};

// An entry as it is kept: with what it says itself of its place and its event.
StoredEntry storedOf(const KeptEntry& kept);
// Where a log ends once that is appended.
std::optional<StoredTip> tipAfter(const LogAppend& append);
Change changeOf(LogAppend append);
TextPart::State textStateOf(const StoredEntry& entry);

} // namespace bongsu
