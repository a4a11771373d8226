// What X counts as one: the ends that a domain of the internet may have, and its emoji. makexpatterns.py
// makes both at build time, from Debian's lists of them.
#pragma once

#include <span>
#include <string_view>

namespace bongsu::x {

extern const char16_t* const topDomains;                 // in small letters, with | between them
extern const std::span<const std::u16string_view> emoji; // sorted by UTF-16 units, each once

} // namespace bongsu::x
