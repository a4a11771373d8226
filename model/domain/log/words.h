// Four words that two people compare by phone, to see that they hold the same history.
#pragma once

#include "domain/base/ids.h"

#include <QStringList>

#include <array>

namespace bongsu {

// The first four bytes of H(T"words" | number | entryHash), each the index of a word. The number, agreed
// aloud for this comparison and not before, enters as ASCII decimal text without leading zeros: as people say
// it. Without it a relay could prepare two histories with equal words.
std::array<int, 4> wordIndices(quint64 number, const EntryHash& newest);

enum class WordLanguage { Korean, English };

// The same four indices in either language: the lists are translations of each other, so that desktops in
// different languages can be compared. Each index is 0 to 255.
QStringList words(WordLanguage language, const std::array<int, 4>& indices);

// Word n of each language. Frozen with the format: other words would no longer compare with older programs.
struct SpokenWord {
    const char16_t* korean;
    const char16_t* english;
};
const std::array<SpokenWord, 256>& spokenWords();

} // namespace bongsu
