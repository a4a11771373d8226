// What X counts as one: the ends that a domain of the internet may have, and its emoji. Patterns of regular
// expressions, as they stand in X's own counter.
#pragma once

namespace bongsu::x {

extern const char16_t* const topDomains; // alternatives; case does not matter
extern const char16_t* const emoji;

} // namespace bongsu::x
