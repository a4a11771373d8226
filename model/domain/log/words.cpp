#include "domain/log/words.h"

#include "domain/base/hash.h"

#include <algorithm>

namespace bongsu {

std::array<int, 4> wordIndices(quint64 number, const EntryHash& newest) {
    const QByteArray hash = taggedHash("words", {QByteArray::number(number), newest.view()});
    std::array<int, 4> indices;
    std::transform(hash.begin(), hash.begin() + indices.size(), indices.begin(),
                   [](char c) { return quint8(c); });
    return indices;
}

QStringList words(WordLanguage language, const std::array<int, 4>& indices) {
    QStringList spoken;
    for (const int index : indices) {
        const SpokenWord& word = spokenWords().at(std::size_t(index));
        spoken += QString::fromUtf16(language == WordLanguage::Korean ? word.korean : word.english);
    }
    return spoken;
}

} // namespace bongsu
