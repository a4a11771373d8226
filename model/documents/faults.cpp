#include "documents/faults.h"

#include "documents/nearest.h"
#include "domain/base/limits.h"

#include <algorithm>
#include <tuple>

namespace bongsu {

namespace {

constexpr qsizetype longestWord = 60;
constexpr qsizetype longestCircle = 400;
// A suggestion compares a word with all that are known: not for every fault of a file that is wrong
// throughout.
constexpr std::size_t suggestions = 4 * limits::documentFaults;

QString shown(const QString& word, FaultCode code) {
    const bool isCircle = code == FaultCode::NeedsCircle || code == FaultCode::ReportsCircle ||
                          code == FaultCode::HoldersCircle;
    const qsizetype most = isCircle ? longestCircle : longestWord;
    const QString line = word.left(4 * most).simplified();
    if (line.size() <= most && word.size() <= 4 * most) {
        return line;
    }
    qsizetype cut = std::min(most, line.size());
    cut -= line[cut - 1].isHighSurrogate() ? 1 : 0;
    return line.left(cut) + QChar(0x2026);
}

auto orderOf(const DocumentFault& fault) {
    return std::tie(fault.line, fault.column, fault.code, fault.word, fault.other);
}

} // namespace

void Faults::add(Position at, FaultCode code, const QString& word, const QString& other) {
    m_faults.push_back({at.line, at.column, code, shown(word, code), other});
}

QString Faults::addUnknown(Position at, FaultCode code, const QString& word,
                           const std::function<std::vector<QString>()>& known) {
    const QString meant = m_faults.size() < suggestions ? nearestOf(word, known()) : QString();
    add(at, code, word, meant);
    return meant;
}

std::vector<DocumentFault> Faults::said() const {
    std::vector<DocumentFault> faults = m_faults;
    std::sort(faults.begin(), faults.end(),
              [](const auto& left, const auto& right) { return orderOf(left) < orderOf(right); });
    faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
    if (faults.size() > std::size_t(limits::documentFaults)) {
        const DocumentFault& next = faults[limits::documentFaults];
        const QString left = QString::number(faults.size() - limits::documentFaults);
        const DocumentFault more{next.line, next.column, FaultCode::More, left};
        faults.resize(limits::documentFaults);
        faults.push_back(more);
    }
    return faults;
}

void Names::add(const QString& name, Position at, Faults& faults) {
    if (name.isEmpty()) {
        return;
    }
    const auto [first, isNew] = m_names.emplace(name, at);
    if (!isNew) {
        faults.add(at, FaultCode::Doubled, name, QString::number(first->second.line));
    }
}

void Names::expect(const QString& name, Position at, FaultCode unless, Faults& faults) const {
    if (name.isEmpty() || m_names.contains(name)) {
        return;
    }
    faults.addUnknown(at, unless, name, [this] {
        std::vector<QString> known;
        for (const auto& [one, place] : m_names) {
            known.push_back(one);
        }
        return known;
    });
}

} // namespace bongsu
