#include "domain/log/snapshot.h"

#include "domain/base/valuereader.h"
#include "domain/base/valuewriter.h"

namespace bongsu {

namespace {

template <class... Members>
constexpr std::size_t sizeOf(std::type_identity<std::tuple<Members...>>) {
    return (sizeof(Members) + ...);
}
template <class Class>
constexpr std::size_t partsOf = sizeOf(std::type_identity<typename Class::Parts>());

// A member that parts() forgets changes a size.
static_assert(sizeof(Ledger) == sizeof(const Verifier*) + partsOf<Ledger>);
static_assert(sizeof(Texts) == partsOf<Texts>);
static_assert(sizeof(RecordIndex) == partsOf<RecordIndex>);
static_assert(sizeof(Records) == partsOf<Records> + sizeof(RecordIndex)); // an empty one

} // namespace

QByteArray encodeSnapshot(const QByteArray& version, const Ledger& ledger, const Texts& texts,
                          const Records& records) {
    ValueWriter out;
    out.write(version);
    out.write(ledger);
    out.write(texts);
    out.write(records);
    return out.take();
}

bool decodeSnapshot(QByteArrayView bytes, const QByteArray& version, Ledger& ledger, Texts& texts,
                    Records& records) {
    ValueReader in(bytes);
    if (in.read<QByteArray>() != version) {
        return false;
    }
    in.readParts(ledger);
    in.readParts(texts);
    in.readParts(records);
    return in.finished();
}

} // namespace bongsu
