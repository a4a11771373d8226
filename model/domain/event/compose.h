// Making an event: from facts and text to signed bytes with salted parts.
#pragma once

#include "domain/base/randomness.h"
#include "domain/event/event.h"
#include "domain/event/facts.h"
#include "domain/event/text.h"

namespace bongsu {

// Where and when an event is made. `log` and `org` absent: it begins that log, that organisation.
struct Circumstances {
    std::optional<OrgId> org;
    std::optional<LogId> log;
    quint64 deviceSeq;
    Moment createdAt;
    std::optional<SeenPoint> seen;
    std::optional<SeenPoint> seenOrg;
};

struct Composed {
    Event event;
    Offer offer;
};

// Refusal too_large if facts and text together exceed limits::partsBytes; nothing else goes wrong. An empty
// text makes an event without a text part.
Result<Composed> compose(const Facts& facts, const Text& text, const Circumstances& around,
                         const Signer& signer, Randomness& randomness);

} // namespace bongsu
