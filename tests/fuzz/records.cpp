// What is signed and hashed: header, event, entry with the event in it, head, refusal; and what stands in
// them.
#include "fuzzing.h"

#include "domain/base/limits.h"
#include "domain/log/entry.h"
#include "domain/log/statement.h"
#include "support/keyedhash.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

template <class Decode>
void readOne(QByteArrayView given, qsizetype limit, const Decode& decode) {
    const auto record = decode(given);
    if (!record) {
        requireCode(record.error());
        return;
    }
    require(given.size() <= limit, "no record is over its limit");
    require(encode(*record) == given, "a record has one encoding");
    require(*decode(encode(*record)) == *record, "what is written is read");
}

void readEvent(QByteArrayView given) {
    const auto event = decodeEvent(given);
    if (!event) {
        requireCode(event.error());
        return;
    }
    require(given.size() <= limits::eventBytes, "no event is over its limit");
    CborWriter out;
    out.array(2).bytes(encode(event->header)).bytes(event->signature.view());
    require(out.take() == given, "an event has one encoding");
    require(event->header.factsSize + event->header.textSize <= quint64(limits::partsBytes),
            "no parts are over their limit");
    const PublicKey key = KeyedHashSigner("fuzzing").publicKey();
    require(!hasValidSignature(*event, key, KeyedHashVerifier()) ||
                event->signature == keyedHash(key, domainTag("event") + event->headerBytes),
            "no signature but its own");
    const Part facts{Salt::zeros(), event->headerBytes};
    require(checkParts(event->header, facts, TextPart::none()).has_value(), "no facts but its own");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const int which = in.choice(5);
    const QByteArrayView given = in.rest();
    switch (which) {
    case 0:
        readOne(given, limits::headerBytes, decodeHeader);
        break;
    case 1:
        readEvent(given);
        break;
    case 2:
        readOne(given, limits::entryBytes, decodeEntry);
        if (const auto entry = decodeEntry(given)) {
            readEvent(entry->event);
        }
        break;
    case 3:
        readOne(given, limits::headBytes, decodeHead);
        break;
    default:
        readOne(given, limits::refusalBytes, decodeRefusal);
    }
    return 0;
}
