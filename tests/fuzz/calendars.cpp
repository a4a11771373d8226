// Rosters as calendars write them.
#include "fuzzing.h"

#include "documents/icalendarfile.h"
#include "domain/base/limits.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView given = Input(data, size).rest();
    // Rules that begin a shift every minute give ten thousand in a quarter, which take long to write and read
    // again: one input in sixteen is read for so long (what was found is one of them), the others for a week.
    static const Moment from = *momentFromIso(u"2026-01-01T00:00:00Z");
    const bool isForLong = given.size() % 16 == 5;
    const RosterReading reading{QStringLiteral("duty"), {from, from + std::chrono::days(isForLong ? 90 : 7)}};
    const auto shifts = readRoster(given, reading);
    if (!shifts) {
        require(!shifts.error().empty() && shifts.error().size() <= std::size_t(limits::documentFaults) + 1,
                "what is not read has faults, and not too many");
        return 0;
    }
    require(given.size() <= limits::documentBytes, "no roster is over its limit");
    require(shifts->size() <= std::size_t(limits::rosterShifts), "no shifts are over their limit");
    require(inOrder(*shifts) == *shifts, "shifts come in order");
    for (const Shift& shift : *shifts) {
        require(shift.from < shift.until, "a shift goes forwards");
        require(shift.from < reading.within.until && shift.until > reading.within.from,
                "a shift runs in the time asked for");
    }
    const QByteArray written = writeRoster(QStringLiteral("duty"), *shifts, reading.within.from);
    const auto again = readRoster(written, reading);
    if (written.size() > limits::documentBytes) { // its repetitions stand there one by one
        require(!again && again.error().front().code == FaultCode::TooLarge, "what is too large is said so");
        return 0;
    }
    require(again == *shifts, "a roster that is written is read");
    return 0;
}
