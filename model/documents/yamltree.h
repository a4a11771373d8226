// YAML as this house reads it, as a tree: maps with keys of text, lists and texts, each with its place in the
// file. No anchors, no tags, no second document; what a text means (a number, a date, yes) is not decided
// here.
#pragma once

#include "documents/faults.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace bongsu {

struct YamlEntry;

struct YamlNode {
    enum class Kind {
        Nothing, // empty, ~ or null
        Text,
        List,
        Map,
        Faulty // its fault has been said
    };
    Kind kind = Kind::Nothing;
    Position position{};
    QString text{};        // NFC
    bool isQuoted = false; // or a block: a text that means nothing but itself
    std::vector<YamlNode> items{};
    std::vector<YamlEntry> entries; // in the order written, each key once
};

struct YamlEntry {
    QString key; // NFC
    Position position;
    YamlNode value;
};

// The tree of a file's bytes, UTF-8 with or without a byte order mark, lines ending as on any system. A file
// that holds nothing is an empty map. What is wrong is added to `faults`; nothing is returned where no tree
// can be made of it. Never throws.
std::optional<YamlNode> readYaml(QByteArrayView bytes, Faults& faults);

} // namespace bongsu
