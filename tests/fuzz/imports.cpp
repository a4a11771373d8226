// Records kept elsewhere, as JSON Lines.
#include "fuzzing.h"

#include "domain/base/cbor.h"
#include "domain/base/limits.h"
#include "report/importlines.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView given = Input(data, size).rest();
    const auto imported = importLines(given);
    if (!imported) {
        requireCode(imported.error());
        return 0;
    }
    require(given.size() <= limits::importFileBytes, "no file is over its limit");
    require(qsizetype(imported->lines.size() + imported->faults.size()) <= given.count('\n') + 1,
            "a line is an event or a fault");
    for (const ImportFault& fault : imported->faults) {
        require(fault.line >= 1 && !fault.why.code.isEmpty(), "a fault has a line and a code");
    }
    for (const ImportedLine& line : imported->lines) {
        const KindInfo kind = kindOf(line.facts);
        const QByteArray facts = encodeFacts(line.facts);
        const QByteArray text = encodeBody(line.text);
        require(facts.size() + text.size() <= limits::partsBytes, "no parts are over their limit");
        require(isCanonicalMap(facts) &&
                    !std::holds_alternative<MalformedFacts>(decodeFacts(kind.name, kind.version, facts)),
                "facts that are imported are facts");
        require(decodeBody<Text>(text) == line.text, "a text that is imported is a text");
    }
    return 0;
}
