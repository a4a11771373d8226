#include "domain/event/compose.h"

#include "domain/base/limits.h"

namespace bongsu {

Result<Composed> compose(const Facts& facts, const Text& text, const Circumstances& around,
                         const Signer& signer, Randomness& randomness) {
    const KindInfo kind = kindOf(facts);
    const Part factsPart{randomness.fixed<Salt>(), encodeFacts(facts)};
    std::optional<Part> textPart;
    if (text != Text{}) {
        textPart = Part{randomness.fixed<Salt>(), encodeBody(text)};
    }
    const qsizetype textSize = textPart ? textPart->bytes.size() : 0;
    if (factsPart.bytes.size() + textSize > limits::partsBytes) {
        return refuse(refusal::tooLarge, "text");
    }
    const Header header{around.org,
                        around.log,
                        kind.name,
                        kind.version,
                        kind.critical ? Header::criticalFlag : 0,
                        deviceIdOf(signer.publicKey()),
                        around.deviceSeq,
                        around.createdAt,
                        around.seen,
                        around.seenOrg,
                        std::nullopt,
                        hashOf(PartKind::Facts, factsPart),
                        textPart ? std::optional(hashOf(PartKind::Text, *textPart)) : std::nullopt,
                        quint64(factsPart.bytes.size()),
                        quint64(textSize)};
    Event event = signEvent(header, signer);
    Offer offer{event.bytes, factsPart, textPart ? TextPart::present(*textPart) : TextPart::none()};
    return Composed{std::move(event), std::move(offer)};
}

} // namespace bongsu
