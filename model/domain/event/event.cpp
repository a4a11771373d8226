#include "domain/event/event.h"

#include "domain/base/cbor_fixed.h"
#include "domain/base/hash.h"
#include "domain/base/limits.h"

namespace bongsu {

PartHash hashOf(PartKind kind, const Part& part) {
    return taggedHashAs<PartHash>(kind == PartKind::Facts ? "facts" : "text", {part.salt.view(), part.bytes});
}

DeviceId deviceIdOf(const PublicKey& key) {
    return taggedHashAs<DeviceId>("device", {key.view()});
}

Result<Event> decodeEvent(QByteArrayView bytes) {
    if (bytes.size() > limits::eventBytes) {
        return refuse(refusal::tooLarge, "event");
    }
    CborReader in(bytes);
    in.arrayOf(2);
    const QByteArray headerBytes = in.bytes();
    const auto signature = readFixed<Signature>(in);
    if (!in.finished()) {
        return refuse(refusal::malformed, "event");
    }
    auto header = decodeHeader(headerBytes);
    if (!header) {
        return tl::unexpected(header.error());
    }
    const auto id = taggedHashAs<EventId>("event-id", {headerBytes});
    return Event{bytes.toByteArray(), headerBytes, std::move(*header), signature, id};
}

Event signEvent(const Header& header, const Signer& signer) {
    const QByteArray headerBytes = encode(header);
    const Signature signature = signer.sign(domainTag("event") + headerBytes);
    CborWriter out;
    out.array(2).bytes(headerBytes).bytes(signature.view());
    return Event{out.take(), headerBytes, header, signature,
                 taggedHashAs<EventId>("event-id", {headerBytes})};
}

bool hasValidSignature(const Event& event, const PublicKey& key, const Verifier& verifier) {
    return verifier.verify(key, domainTag("event") + event.headerBytes, event.signature);
}

Verdict checkParts(const Header& header, const Part& facts, const TextPart& text) {
    if (quint64(facts.bytes.size()) != header.factsSize ||
        hashOf(PartKind::Facts, facts) != header.factsHash) {
        return Refusal{refusal::partMismatch, "facts"};
    }
    if (header.textHash.has_value() == (text.state == TextPart::State::None)) {
        return Refusal{refusal::partMismatch, "text"};
    }
    if (text.state == TextPart::State::Present && (quint64(text.part->bytes.size()) != header.textSize ||
                                                   hashOf(PartKind::Text, *text.part) != *header.textHash)) {
        return Refusal{refusal::partMismatch, "text"};
    }
    return std::nullopt;
}

LogId logOf(const Event& event) {
    return event.header.log ? *event.header.log : LogId::of(event.id);
}
OrgId orgOf(const Event& event) {
    return event.header.org ? *event.header.org : OrgId::of(event.id);
}

} // namespace bongsu
