// What kinds of values ValueWriter and ValueReader tell apart.
#pragma once

#include "domain/base/fixed.h"
#include "domain/base/memberwise.h"

#include <chrono>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace bongsu {

namespace valuebytes {

template <class T, template <class...> class Template>
struct IsOne : std::false_type {};
template <template <class...> class Template, class... Args>
struct IsOne<Template<Args...>, Template> : std::true_type {};
template <class T, template <class...> class Template>
inline constexpr bool isOne = IsOne<T, Template>::value;

template <class T>
inline constexpr bool isFixed = false;
template <class Tag, int N>
inline constexpr bool isFixed<Fixed<Tag, N>> = true;

template <class T>
inline constexpr bool isTime = false;
template <class Rep, class Period>
inline constexpr bool isTime<std::chrono::duration<Rep, Period>> = true;
template <class Clock, class Duration>
inline constexpr bool isTime<std::chrono::time_point<Clock, Duration>> = true;

// Copied as they lie in memory: no padding, no pointer.
template <class T>
inline constexpr bool isPlain = std::is_arithmetic_v<T> || std::is_enum_v<T> || isTime<T> || isFixed<T>;

// A class that gives all that it holds as a tuple, and takes it back.
template <class T>
concept HasParts = requires(const T& value) {
    typename T::Parts;
    value.parts();
};

} // namespace valuebytes

} // namespace bongsu
