// A body is a struct that lists its fields once; from that list it is written, read and compared.
#pragma once

#include "domain/base/cbor_fixed.h"
#include "domain/base/limits.h"

#include <tuple>
#include <type_traits>
#include <vector>

namespace bongsu {

// Key `key` of a CBOR map <-> the member. std::optional members may be absent; all others must be there.
template <class Body, class T>
struct Field {
    quint64 key;
    T Body::*member;
};

template <class Body, class T>
constexpr Field<Body, T> field(quint64 key, T Body::*member) {
    return {key, member};
}

namespace fields {

template <class T>
concept HasFields = requires {
    T::fields();
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsFixed : std::false_type {};
template <class Tag, int N>
struct IsFixed<Fixed<Tag, N>> : std::true_type {};

template <HasFields Body>
void writeBody(CborWriter& out, const Body& body);
// `depth`: how many arrays and maps stand around the body.
template <HasFields Body>
Body readBody(CborReader& in, int depth);

template <class T>
void writeValue(CborWriter& out, const T& value) {
    if constexpr (IsOptional<T>::value) {
        writeValue(out, *value);
    } else if constexpr (IsVector<T>::value) {
        out.array(value.size());
        for (const auto& item : value) {
            writeValue(out, item);
        }
    } else if constexpr (IsFixed<T>::value) {
        out.bytes(value.view());
    } else if constexpr (std::is_same_v<T, QString>) {
        out.text(value);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        out.bytes(value);
    } else if constexpr (std::is_same_v<T, bool>) {
        out.boolean(value);
    } else if constexpr (std::is_same_v<T, Moment>) {
        writeMoment(out, value);
    } else if constexpr (HasFields<T>) {
        writeBody(out, value);
    } else if constexpr (std::is_enum_v<T>) {
        out.unsignedInteger(quint64(value));
    } else {
        static_assert(std::is_same_v<T, quint64>);
        out.unsignedInteger(value);
    }
}

template <class T>
T readValue(CborReader& in, int depth) {
    if constexpr (IsOptional<T>::value) {
        return readValue<typename T::value_type>(in, depth);
    } else if constexpr (IsVector<T>::value) {
        const quint64 count = in.array();
        if (count > quint64(limits::listItems)) {
            in.setFault();
        }
        T list;
        for (quint64 i = 0; i < count && in.ok(); ++i) {
            list.push_back(readValue<typename T::value_type>(in, depth + 1));
        }
        return list;
    } else if constexpr (IsFixed<T>::value) {
        return readFixed<T>(in);
    } else if constexpr (std::is_same_v<T, QString>) {
        return in.text();
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return in.bytes();
    } else if constexpr (std::is_same_v<T, bool>) {
        return in.boolean();
    } else if constexpr (std::is_same_v<T, Moment>) {
        return readMoment(in);
    } else if constexpr (HasFields<T>) {
        return readBody<T>(in, depth);
    } else if constexpr (std::is_enum_v<T>) {
        // Every vocabulary counts from 1 to Last; a value beyond it is not of this version of the kind.
        const quint64 raw = in.unsignedInteger();
        if (raw < 1 || raw > quint64(T::Last)) {
            in.setFault();
        }
        return in.ok() ? T(raw) : T{};
    } else {
        static_assert(std::is_same_v<T, quint64>);
        return in.unsignedInteger();
    }
}

template <HasFields Body>
void writeBody(CborWriter& out, const Body& body) {
    const auto present = [&body](const auto& f) {
        using T = std::remove_cvref_t<decltype(body.*f.member)>;
        if constexpr (IsOptional<T>::value) {
            return (body.*f.member).has_value();
        } else {
            return true;
        }
    };
    std::apply(
        [&](const auto&... f) {
            out.map((quint64(0) + ... + quint64(present(f) ? 1 : 0)));
            const auto writeField = [&](const auto& one) {
                if (present(one)) {
                    out.unsignedInteger(one.key);
                    writeValue(out, body.*one.member);
                }
            };
            (writeField(f), ...);
        },
        Body::fields());
}

// Keys this version does not know are passed over: a later version may add optional ones.
template <HasFields Body>
Body readBody(CborReader& in, int depth) {
    Body body;
    quint64 required = 0;
    quint64 seenRequired = 0;
    std::apply(
        [&](const auto&... f) {
            required = (quint64(0) + ... +
                        quint64(IsOptional<std::remove_cvref_t<decltype(body.*f.member)>>::value ? 0 : 1));
            std::optional<quint64> previous;
            for (quint64 left = in.map(); left > 0 && in.ok(); --left) {
                const quint64 key = in.unsignedInteger();
                if (previous && key <= *previous) {
                    in.setFault();
                }
                previous = key;
                const auto readField = [&](const auto& one) {
                    using T = std::remove_cvref_t<decltype(body.*one.member)>;
                    if (one.key != key) {
                        return false;
                    }
                    body.*one.member = readValue<T>(in, depth + 1);
                    seenRequired += IsOptional<T>::value ? 0 : 1;
                    return true;
                };
                if (!(readField(f) || ...)) {
                    in.skip(depth + 1);
                }
            }
        },
        Body::fields());
    if (seenRequired != required) {
        in.setFault();
    }
    return body;
}

} // namespace fields

template <fields::HasFields Body>
QByteArray encodeBody(const Body& body) {
    CborWriter out;
    fields::writeBody(out, body);
    return out.take();
}

template <fields::HasFields Body>
std::optional<Body> decodeBody(QByteArrayView bytes) {
    CborReader in(bytes);
    Body body = fields::readBody<Body>(in, 0);
    return in.finished() ? std::optional(std::move(body)) : std::nullopt;
}

} // namespace bongsu
