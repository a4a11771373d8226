// How a store is opened.
#pragma once

#include <QtGlobal>

#include <optional>

namespace bongsu {

struct StoreOptions {
    // A store that is missing or empty is a failure (corrupt) and not a new one: for homes that were set up.
    bool mustExist = false;
    // For tests: a disk that is full at so many pages of 4 KiB.
    std::optional<qint64> mostPages{};
};

} // namespace bongsu
