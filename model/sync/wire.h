// How the values in frames are written and read: one overload a shape, each read as strictly as it is
// written.
#pragma once

#include "sync/frames.h"

#include "domain/base/cbor_fixed.h"
#include "domain/base/limits.h"

namespace bongsu::wire {

template <class T>
struct IsFixed : std::false_type {};
template <class Tag, int N>
struct IsFixed<Fixed<Tag, N>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

// How many items of the array around it a value takes.
template <class T>
constexpr quint64 itemsOf() {
    return std::is_same_v<T, Versions> ? 2 : 1;
}

template <class T>
constexpr int listLimit();
template <>
constexpr int listLimit<KeptEntry>() {
    return limits::pageEntries;
}
template <>
constexpr int listLimit<OfferedEvent>() {
    return limits::offersPerFrame;
}
template <>
constexpr int listLimit<Position>() {
    return limits::logsPerHave;
}
template <>
constexpr int listLimit<Statement>() {
    return limits::headsPerFrame;
}

// Values with a shape of their own; defined in wire.cpp.
void write(CborWriter& out, const Versions& versions);
void write(CborWriter& out, const SeenPoint& point);
void write(CborWriter& out, const Statement& statement);
void write(CborWriter& out, const Position& position);
void write(CborWriter& out, const KeptEntry& entry);
void write(CborWriter& out, const OfferedEvent& event);
void write(CborWriter& out, const SealedRest& rest);
void write(CborWriter& out, const QByteArray& code); // as ASCII text
void write(CborWriter& out, const QString& words);
void write(CborWriter& out, const ChunkBytes& chunk);

template <class T>
T readShape(CborReader& in);
template <>
Versions readShape(CborReader& in);
template <>
SeenPoint readShape(CborReader& in);
template <>
Statement readShape(CborReader& in);
template <>
Position readShape(CborReader& in);
template <>
KeptEntry readShape(CborReader& in);
template <>
OfferedEvent readShape(CborReader& in);
template <>
SealedRest readShape(CborReader& in);
template <>
QByteArray readShape(CborReader& in);
template <>
QString readShape(CborReader& in);
template <>
ChunkBytes readShape(CborReader& in);

template <class T>
void write(CborWriter& out, const T& value) {
    if constexpr (IsFixed<T>::value) {
        out.bytes(value.view());
    } else if constexpr (IsOptional<T>::value) {
        value ? write(out, *value) : void(out.null());
    } else if constexpr (IsVector<T>::value) {
        Q_ASSERT(value.size() <= std::size_t(listLimit<typename T::value_type>()));
        out.array(value.size());
        for (const auto& item : value) {
            write(out, item);
        }
    } else if constexpr (std::is_same_v<T, bool>) {
        out.boolean(value);
    } else if constexpr (std::is_same_v<T, Moment>) {
        writeMoment(out, value);
    } else {
        static_assert(std::is_same_v<T, quint64> || std::is_enum_v<T>);
        out.unsignedInteger(quint64(value));
    }
}

template <class T>
T readList(CborReader& in) {
    using Item = typename T::value_type;
    const quint64 count = in.array();
    if (count > quint64(listLimit<Item>())) {
        in.setFault();
    }
    T list;
    for (quint64 i = 0; i < count && in.ok(); ++i) {
        list.push_back(readShape<Item>(in));
    }
    return list;
}

template <class T>
T read(CborReader& in) {
    if constexpr (IsFixed<T>::value) {
        return readFixed<T>(in);
    } else if constexpr (IsOptional<T>::value) {
        return in.takeNull() ? std::nullopt : T(read<typename T::value_type>(in));
    } else if constexpr (IsVector<T>::value) {
        return readList<T>(in);
    } else if constexpr (std::is_same_v<T, bool>) {
        return in.boolean();
    } else if constexpr (std::is_same_v<T, Moment>) {
        return readMoment(in);
    } else if constexpr (std::is_same_v<T, quint64> || std::is_enum_v<T>) {
        return T(in.unsignedInteger());
    } else {
        return readShape<T>(in);
    }
}

} // namespace bongsu::wire
