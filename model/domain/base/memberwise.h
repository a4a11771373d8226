// All members of a plain struct without a list that could forget one: their number is asked of the compiler,
// which refuses to bind fewer or more.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace bongsu::memberwise {

namespace detail {
struct Anything {
    template <class T>
    operator T&() const&;
    template <class T>
    operator T&&() const&&;
};

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
    return requires {
        T{(void(I), Anything{})...};
    };
}
} // namespace detail

inline constexpr std::size_t most = 48;

// As many as can be given to it in braces.
template <class T, std::size_t guess = most>
constexpr std::size_t countOf() {
    if constexpr (detail::takes<T>(std::make_index_sequence<guess>{})) {
        return guess;
    } else {
        static_assert(guess > 1, "no plain struct");
        return countOf<T, guess - 1>();
    }
}

// A tuple of references to them, in the order of their declaration.
template <class T>
constexpr auto membersOf(T& value) {
    constexpr std::size_t count = countOf<std::remove_const_t<T>>();
#define BONGSU_BIND(number, ...)                                                                             \
    if constexpr (count == number) {                                                                         \
        auto& [__VA_ARGS__] = value;                                                                         \
        return std::tie(__VA_ARGS__);                                                                        \
    } else
    BONGSU_BIND(1, a)
    BONGSU_BIND(2, a, b)
    BONGSU_BIND(3, a, b, c)
    BONGSU_BIND(4, a, b, c, d)
    BONGSU_BIND(5, a, b, c, d, e)
    BONGSU_BIND(6, a, b, c, d, e, f)
    BONGSU_BIND(7, a, b, c, d, e, f, g)
    BONGSU_BIND(8, a, b, c, d, e, f, g, h)
    BONGSU_BIND(9, a, b, c, d, e, f, g, h, i)
    BONGSU_BIND(10, a, b, c, d, e, f, g, h, i, j)
    BONGSU_BIND(11, a, b, c, d, e, f, g, h, i, j, k)
    BONGSU_BIND(12, a, b, c, d, e, f, g, h, i, j, k, l)
    BONGSU_BIND(13, a, b, c, d, e, f, g, h, i, j, k, l, m)
    BONGSU_BIND(14, a, b, c, d, e, f, g, h, i, j, k, l, m, o)
    BONGSU_BIND(15, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p)
    BONGSU_BIND(16, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q)
    BONGSU_BIND(17, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r)
    BONGSU_BIND(18, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s)
    BONGSU_BIND(19, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t)
    BONGSU_BIND(20, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u)
    BONGSU_BIND(21, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u, v)
    BONGSU_BIND(22, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u, v, w)
    BONGSU_BIND(23, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u, v, w, x)
    BONGSU_BIND(24, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u, v, w, x, y)
    BONGSU_BIND(45, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t, u, v, w, x, y, z, a2, b2, c2, d2,
                e2, f2, g2, h2, i2, j2, k2, l2, m2, n2, o2, p2, q2, r2, s2, t2) {
        static_assert(count == 0, "no line above binds so many members: add one");
    }
#undef BONGSU_BIND
}

} // namespace bongsu::memberwise
