#include "ui/shell/palettesearch.h"

#include "domain/base/hangul.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace bongsu {

namespace {

constexpr qsizetype mostRecent = 12;

// Lower is likelier; nothing: it does not fit.
std::optional<int> rankOf(const PaletteEntry& entry, const NameQuery& query) {
    auto rank = query.rank(entry.name);
    for (const QString& other : entry.others) {
        const auto another = query.rank(other);
        rank = rank && another ? std::min(rank, another) : rank ? rank : another;
    }
    return rank;
}

} // namespace

std::vector<std::size_t> paletteMatches(const std::vector<PaletteEntry>& entries, const QString& typed,
                                        const QStringList& recent, std::size_t most) {
    struct Found {
        int rank;
        qsizetype recency;
        std::size_t place;
    };
    std::vector<Found> found;
    const NameQuery query(QStringView(typed).trimmed());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (const auto rank = rankOf(entries[i], query)) {
            const qsizetype at = recent.indexOf(entries[i].id);
            found.push_back({*rank, at < 0 ? mostRecent : at, i});
        }
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tie(a.rank, a.recency, a.place) < std::tie(b.rank, b.recency, b.place);
    });
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        places.push_back(found[i].place);
    }
    return places;
}

QStringList withRecent(QStringList recent, const QString& id) {
    recent.removeAll(id);
    recent.prepend(id);
    return recent.mid(0, mostRecent);
}

} // namespace bongsu
