// The facts of every kind that there is: the first two bytes say which.
#include "fuzzing.h"

#include "domain/base/cbor.h"
#include "domain/base/hash.h"
#include "domain/event/facts.h"

#include <QtEndian>

#include <map>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

// By the first two bytes of the hash of its name: a new kind leaves the inputs of the others what they are.
using Kinds = std::map<int, KindInfo>;

int numberOf(const KindInfo& kind) {
    return qFromBigEndian<quint16>(sha256({kind.name}).constData());
}

template <std::size_t I = 0>
void addKinds(Kinds& kinds) {
    if constexpr (I < std::variant_size_v<AnyFacts>) {
        if constexpr (requires { std::variant_alternative_t<I, AnyFacts>::kind; }) {
            const KindInfo kind = std::variant_alternative_t<I, AnyFacts>::kind;
            require(kinds.emplace(numberOf(kind), kind).second, "two bytes name every kind");
        }
        addKinds<I + 1>(kinds);
    }
}

// The one whose number is this, or the next.
KindInfo kindAt(int number) {
    static const Kinds all = [] {
        Kinds found;
        addKinds(found);
        return found;
    }();
    const auto found = all.lower_bound(number);
    return found == all.end() ? all.begin()->second : found->second;
}

bool isRead(const Facts& facts) {
    return !std::holds_alternative<MalformedFacts>(facts) && !std::holds_alternative<UnknownFacts>(facts);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const int high = in.choice(256);
    const KindInfo kind = kindAt(high * 256 + in.choice(256));
    const QByteArrayView given = in.rest();
    const Facts facts = decodeFacts(kind.name, kind.version, given);
    require(!std::holds_alternative<UnknownFacts>(facts), "the kinds of the table are known");
    if (!isRead(facts)) {
        return 0;
    }
    const QByteArray written = encodeFacts(facts);
    const auto blob = blobNamedBy(facts);
    require(!blob || namesBlob(kind.name), "only kinds that name blobs name one");
    lineOf(facts);
    require(isCanonicalMap(written), "what is written is canonical");
    const Facts again = decodeFacts(kind.name, kind.version, written);
    require(isRead(again) && encodeFacts(again) == written, "what is written is read");
    // Keys of a later version are passed over and not written again.
    require(written.size() <= given.size(), "nothing is added");
    require(!isCanonicalMap(given) || written.size() < given.size() || written == given,
            "the same facts have one encoding");
    return 0;
}
