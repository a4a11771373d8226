#include "domain/event/readfacts.h"

#include "domain/base/cbor.h"

namespace bongsu {

Facts readFacts(const Event& event, const Part& facts) {
    return isCanonicalMap(facts.bytes) ? decodeFacts(event.header.kind, event.header.kindVersion, facts.bytes)
                                       : Facts(MalformedFacts{});
}

} // namespace bongsu
