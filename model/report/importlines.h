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

// A line is an object with "occurredAt" (ISO 8601 with an offset), "kind" (observation, service, notice,
// blocker, authority, restoration), "text", and what the kind needs: "source", "site", "services",
// "function", "state", "channel", "stage", "contact", "party", "unit", "restored", "total", "inProgress".
// Empty lines are passed over. All or nothing. Refusals too_large, and malformed with "line N: what".
Result<std::vector<ImportedLine>> importLines(QByteArrayView file);

} // namespace bongsu
