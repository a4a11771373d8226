// A head as four words, to compare over the phone which history two people hold.
#pragma once

#include "domain/base/ids.h"

namespace bongsu {

// The same syllables in both, so that a Korean and an English desktop can be compared.
enum class WordScript { Latin, Hangul };

// `number` is agreed aloud when the two talk and not before: whoever knew it could prepare two histories with
// equal words. Four words of two syllables, 40 bits, with a space between.
QString headWords(quint64 number, const EntryHash& head, WordScript script);

} // namespace bongsu
