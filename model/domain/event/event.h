// A signed event as bytes and as what they say, and its two parts.
#pragma once

#include "domain/event/header.h"

#include <vector>

namespace bongsu {

// Checks Ed25519 signatures; identity/ has the real one, the simulator a keyed hash.
class Verifier {
  public:
    virtual ~Verifier() = default;
    virtual bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const = 0;
};

// Signs with one device's (or relay's, invite's, root's) key.
class Signer {
  public:
    virtual ~Signer() = default;
    virtual PublicKey publicKey() const = 0;
    virtual Signature sign(QByteArrayView message) const = 0;
};

// One part of an event: its bytes and the salt under which the header's hash was made.
struct Part {
    Salt salt;
    QByteArray bytes; // a CBOR map

    friend bool operator==(const Part&, const Part&) = default;
};

enum class PartKind { Facts, Text };

PartHash hashOf(PartKind kind, const Part& part);

// The text of an event: there, or why not.
struct TextPart {
    enum class State { None, Present, Withheld, Erased };
    State state = State::None;
    std::optional<Part> part;        // when Present
    std::optional<EventId> erasedBy; // when Erased

    static TextPart none() { return {}; }
    static TextPart present(Part part) { return {State::Present, std::move(part), std::nullopt}; }
    static TextPart withheld() { return {State::Withheld, std::nullopt, std::nullopt}; }
    static TextPart erased(const EventId& by) { return {State::Erased, std::nullopt, by}; }

    friend bool operator==(const TextPart&, const TextPart&) = default;
};

// An event as it came: `bytes` is kept, sent and hashed; the rest is what it says.
struct Event {
    QByteArray bytes; // CBOR [header bstr, signature bstr64]
    QByteArray headerBytes;
    Header header;
    Signature signature;
    EventId id; // H(T"event-id" | header)
};

// An event on its way to a log, with its parts.
struct Offer {
    QByteArray event;
    Part facts;
    TextPart text;

    friend bool operator==(const Offer&, const Offer&) = default;
};

DeviceId deviceIdOf(const PublicKey& key);

// Refusal malformed or too_large.
Result<Event> decodeEvent(QByteArrayView bytes);

// Signs `header` as it stands; the parts' hashes and sizes must be in it already.
Event signEvent(const Header& header, const Signer& signer);

bool hasValidSignature(const Event& event, const PublicKey& key, const Verifier& verifier);

// Whether the parts present are those the header names (hash and size). Facts must be there,
// text may be away.
Verdict checkParts(const Header& header, const Part& facts, const TextPart& text);

// The log an event belongs to, and the organisation: a first event's id is both.
LogId logOf(const Event& event);
OrgId orgOf(const Event& event);

} // namespace bongsu
