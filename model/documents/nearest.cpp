#include "documents/nearest.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr qsizetype mostSlips = 2;

// Optimal string alignment, three rows of the table at a time.
qsizetype slipsBetween(QStringView a, QStringView b) {
    std::vector<qsizetype> before(std::size_t(b.size() + 1));
    std::vector<qsizetype> above(before.size());
    std::vector<qsizetype> row(before.size());
    for (std::size_t j = 0; j < above.size(); ++j) {
        above[j] = qsizetype(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            const qsizetype wrong = a[i - 1] == b[j - 1] ? 0 : 1;
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + wrong});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[at] = std::min(row[at], before[at - 2] + 1);
            }
        }
        before.swap(above);
        above.swap(row);
    }
    return above.back();
}

} // namespace

QString nearestOf(const QString& word, const std::vector<QString>& known) {
    const QString folded = word.toCaseFolded();
    QString nearest;
    qsizetype least = mostSlips + 1;
    for (const QString& one : known) {
        const qsizetype longer = std::max(one.size(), word.size());
        const qsizetype allowed = std::min(mostSlips, std::max<qsizetype>(longer / 3, longer > 1 ? 1 : 0));
        if (longer - std::min(one.size(), word.size()) > allowed) {
            continue;
        }
        const qsizetype slips = slipsBetween(folded, one.toCaseFolded());
        if (slips <= allowed && slips < least) {
            least = slips;
            nearest = one;
        }
    }
    return nearest;
}

} // namespace bongsu
