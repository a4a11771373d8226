// What mutants are made of: each has a number, and is what the program does when BONGSU_MUTANT says that
// number. Every switch that is passed is remembered, so that a test that passes none of a mutant's need not
// run for it.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <optional>

extern int mutantChosen;
extern unsigned char mutantReached[];

namespace mutants {

inline bool on(int n) {
    mutantReached[n] = 1;
    return mutantChosen == n;
}

inline bool flip(int n, bool value) {
    return on(n) != value;
}
inline bool never(int n, bool value) {
    return value && !on(n);
}

template <class Right>
bool both(int n, bool left, const Right& right) {
    return on(n) ? left || right() : left && right();
}
template <class Right>
bool either(int n, bool left, const Right& right) {
    return on(n) ? left && right() : left || right();
}

template <class A, class B>
bool less(int n, const A& a, const B& b) {
    return on(n) ? a <= b : a < b;
}
template <class A, class B>
bool lessOrSame(int n, const A& a, const B& b) {
    return on(n) ? a < b : a <= b;
}
template <class A, class B>
bool above(int n, const A& a, const B& b) {
    return on(n) ? a >= b : a > b;
}
template <class A, class B>
bool aboveOrSame(int n, const A& a, const B& b) {
    return on(n) ? a > b : a >= b;
}
template <class A, class B>
bool same(int n, const A& a, const B& b) {
    return on(n) ? a != b : a == b;
}
template <class A, class B>
bool differs(int n, const A& a, const B& b) {
    return on(n) ? a == b : a != b;
}

// Of a number or a duration.
template <class T>
T more(int n, T value) {
    return on(n) ? T(value + T(1)) : value;
}
template <class T>
T fewer(int n, T value) {
    return on(n) ? T(value - T(1)) : value;
}

template <class T>
T greatest(int n, const T& a, const T& b) {
    return on(n) ? std::min(a, b) : std::max(a, b);
}
template <class T>
T least(int n, const T& a, const T& b) {
    return on(n) ? std::max(a, b) : std::min(a, b);
}

template <class Each, class Is>
bool anyOf(int n, Each first, Each last, const Is& is) {
    return on(n) ? std::all_of(first, last, is) : std::any_of(first, last, is);
}
template <class Each, class Is>
bool allOf(int n, Each first, Each last, const Is& is) {
    return on(n) ? std::any_of(first, last, is) : std::all_of(first, last, is);
}
template <class Each, class Is>
bool noneOf(int n, Each first, Each last, const Is& is) {
    return on(n) ? !std::all_of(first, last, is) : std::none_of(first, last, is);
}

template <class Refusal>
std::optional<Refusal> accepted(int n, Refusal refusal) {
    return on(n) ? std::nullopt : std::optional(std::move(refusal));
}
template <class Verdict>
Verdict refused(int n, Verdict verdict) {
    return on(n) ? Verdict(typename Verdict::value_type{QByteArray("mutant"), {}}) : verdict;
}

// A piece of what is hashed or signed.
inline QByteArrayView without(int n, QByteArrayView piece) {
    return on(n) ? QByteArrayView() : piece;
}
inline QByteArray withoutTag(int n, const QByteArray& piece) {
    return on(n) ? QByteArray() : piece;
}

} // namespace mutants
