#include "sync/frame.h"

#include "sync/wire.h"

#include "domain/base/limits.h"

namespace bongsu {

namespace {

constexpr quint64 skippableFlag = 1;

template <class Class, class Member>
Member memberOf(Member Class::*);

// How many items of the frame's array the fields take.
template <class T>
constexpr quint64 fieldCount() {
    return std::apply(
        [](auto... field) { return (quint64(0) + ... + wire::itemsOf<decltype(memberOf(field))>()); },
        T::fields());
}

// An end that does not know it goes on without it.
template <class T>
constexpr quint64 flagsOf() {
    return requires {
        requires T::isSkippable;
    }
    ? skippableFlag : 0;
}

template <class T>
QByteArray encodeKnown(const T& value) {
    CborWriter out;
    out.array(2 + fieldCount<T>()).unsignedInteger(T::type).unsignedInteger(flagsOf<T>());
    std::apply([&](auto... field) { (wire::write(out, value.*field), ...); }, T::fields());
    return out.take();
}

template <class T>
Frame readKnown(CborReader& in) {
    // Braces read the fields in order.
    return std::apply([&](auto... field) { return T{wire::read<decltype(memberOf(field))>(in)...}; },
                      T::fields());
}

// What the shapes alone do not say.
bool isSound(const frame::Hello& hello) {
    return hello.versions.min <= hello.versions.max;
}
bool isSound(const frame::SpokenAsk& ask) {
    return ask.versions.min <= ask.versions.max;
}
bool isSound(const frame::Welcome& welcome) {
    return welcome.kind <= SessionKind::Revoked;
}
bool isSound(const frame::Offers& offers) {
    return offers.run > 0 && offers.part > 0 && !offers.events.empty();
}
bool isSound(const frame::Entries& entries) {
    return !entries.items.empty() || !entries.more;
}
bool isSound(const frame::BlobHave& have) {
    return have.size > 0 && have.size <= quint64(limits::blobBytes);
}
bool isSound(const frame::BlobWant& want) {
    return want.count > 0 && want.count <= quint64(limits::blobChunksInFlight);
}
bool isSound(const auto&) {
    return true;
}

template <class T>
concept HasType = requires {
    T::type;
};

template <std::size_t I = 0>
std::optional<Frame> readAs(quint64 type, quint64 fields, CborReader& in) {
    if constexpr (I < std::variant_size_v<Frame>) {
        using T = std::variant_alternative_t<I, Frame>;
        if constexpr (!std::is_same_v<T, frame::Unknown>) {
            if (T::type == type) {
                if (fields != fieldCount<T>()) {
                    in.setFault();
                }
                return readKnown<T>(in);
            }
        }
        return readAs<I + 1>(type, fields, in);
    } else {
        return std::nullopt;
    }
}

} // namespace

QByteArray encode(const Frame& frame) {
    const QByteArray bytes = std::visit(
        []<class T>(const T& value) -> QByteArray {
            if constexpr (std::is_same_v<T, frame::Unknown>) {
                Q_ASSERT_X(false, "encode", "a frame without a shape");
                return {};
            } else {
                return encodeKnown(value);
            }
        },
        frame);
    Q_ASSERT(bytes.size() <= limits::frameBytes);
    return bytes;
}

Result<Frame> decodeFrame(QByteArrayView message) {
    CborReader in(message);
    const quint64 items = in.array();
    const quint64 type = in.unsignedInteger();
    const quint64 flags = in.unsignedInteger();
    if (!in.ok() || items < 2 || message.size() > limits::frameBytes) {
        return refuse(refusal::malformed, "frame");
    }
    auto known = readAs(type, items - 2, in);
    if (!known) {
        // Later versions may put anything behind the flags: it is not looked at.
        return (flags & skippableFlag) != 0
                   ? Result<Frame>(frame::Unknown{type})
                   : Result<Frame>(refuse(refusal::malformed, "frame " + QByteArray::number(type)));
    }
    if (!in.finished() || !std::visit([](const auto& value) { return isSound(value); }, *known)) {
        return refuse(refusal::malformed, "frame " + QByteArray::number(type));
    }
    return std::move(*known);
}

} // namespace bongsu
