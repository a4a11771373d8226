// The smallest part of a document: words, and the entries of the record that they were taken from.
#pragma once

#include <QString>

#include <vector>

namespace bongsu {

// Plain text on one line, and the entries that it was taken from, by their numbers.
struct DocumentText {
    QString words;
    std::vector<quint64> entries{};
    friend bool operator==(const DocumentText&, const DocumentText&) = default;
};

} // namespace bongsu
