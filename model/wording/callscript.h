// What whoever answers users' calls says, from the facts of a notice and nothing else.
#pragma once

#include "domain/notice/facts.h"

namespace bongsu {

// In the language installed: questions as callers ask them, an answer each; what is not known is said to be
// so, and what nobody stands behind is not promised. Internal facts stand nowhere in it.
QString callScript(const NoticeFacts& facts, Moment now);

} // namespace bongsu
