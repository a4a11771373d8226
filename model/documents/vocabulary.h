// Words of a closed vocabulary in a file: one, or a list of them, and a fault that names them all where
// another stands.
#pragma once

#include "documents/fields.h"
#include "domain/event/words.h"

#include <algorithm>

namespace bongsu {

template <>
struct Words<Language> {
    static constexpr std::array all{"ko", "en"};
};

template <class Enum>
QString wordsOf() {
    QStringList words;
    for (const char* word : Words<Enum>::all) {
        words += QLatin1String(word);
    }
    return words.join(QStringLiteral(", "));
}

template <class Enum>
std::optional<Enum> valueOf(const QString& word, Position at, Faults& faults) {
    if (word.isEmpty()) {
        return std::nullopt; // said already
    }
    const auto words = Words<Enum>::all;
    const auto found = std::find(words.begin(), words.end(), word.toUtf8());
    if (found == words.end()) {
        faults.add(at, FaultCode::NotOneOf, word, wordsOf<Enum>());
        return std::nullopt;
    }
    // Vocabularies count from 1; languages, which nobody signs, from 0.
    const auto first = std::is_same_v<Enum, Language> ? 0 : 1;
    return Enum(found - words.begin() + first);
}

template <class Enum>
std::optional<Enum> valueOf(Fields& fields, QStringView key, Need need, Faults& faults) {
    return valueOf<Enum>(fields.text(key, need), fields.positionOf(key), faults);
}

// Of a list, or of one word alone; each once, in the order written.
template <class Enum>
std::vector<Enum> valuesOf(Fields& fields, QStringView key, Need need, Faults& faults) {
    std::vector<Enum> values;
    const YamlNode* node = fields.value(key, need);
    if (!node) {
        return values;
    }
    Names known;
    const auto add = [&](const YamlNode& one) {
        const QString word = textOf(one, key, faults);
        known.add(word, one.position, faults);
        const auto value = valueOf<Enum>(word, one.position, faults);
        if (value && std::find(values.begin(), values.end(), *value) == values.end()) {
            values.push_back(*value);
        }
    };
    if (node->kind == YamlNode::Kind::Text) {
        add(*node);
    } else {
        for (const YamlNode* item : fields.list(key, int(Words<Enum>::all.size()), need)) {
            add(*item);
        }
    }
    return values;
}

} // namespace bongsu
