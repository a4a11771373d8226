// Reads a record kept elsewhere: JSON Lines, each with its own time and source.
#pragma once

#include "domain/base/result.h"
#include "domain/event/facts.h"
#include "domain/event/text.h"

namespace bongsu {

// One line as an event to be recorded. Its origin is the SHA-256 of the line's bytes (without the line's
// end), which also stands in the facts: by it a second import knows what is there already.
struct ImportedLine {
    Facts facts;
    Text text;
    OriginHash origin;
};

// A line that was not taken: `why` is malformed with the field or the parser's words, or too_large.
struct ImportFault {
    int line; // from 1
    Refusal why;
    friend bool operator==(const ImportFault&, const ImportFault&) = default;
};

struct Imported {
    std::vector<ImportedLine> lines;
    std::vector<ImportFault> faults;
};

// A line is an object with "occurredAt" (ISO 8601 with an offset), "kind" (observation, service, notice,
// blocker, authority, restoration), "text", and what the kind needs: "source", "site", "services",
// "function", "state", "channel", "stage", "contact", "party", "unit", "restored", "total", "inProgress".
// Counts ("unit", "restored", "total", "inProgress") may stand on a service's line too. Keys and lists have
// the limits of an entry's. Where there is room for it, the line itself is kept as the text's `original`.
// Empty lines are passed over; a faulty one does not keep the others out. Refusal too_large: the file as a
// whole.
Result<Imported> importLines(QByteArrayView file);

} // namespace bongsu
