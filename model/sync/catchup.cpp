#include "sync/catchup.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

void CatchUp::lacks(const LogId& log, quint64 from) {
    passedOver(log, from, 0);
}

void CatchUp::passedOver(const LogId& log, quint64 from, quint64 to) {
    const auto known = m_lacking.find(log);
    if (known != m_lacking.end()) {
        Lack& lack = known->second;
        lack.atLeastTo = std::max(lack.atLeastTo, to);
        // An earlier place wins: after a rewind, or when a client asks for a log again.
        if (from <= lack.next) {
            lack.next = from;
            lack.version = ++m_lastVersion;
        }
        return;
    }
    const quint64 turn = log == m_organisation ? 0 : ++m_lastTurn;
    m_lacking.emplace(log, Lack{turn, from, to, ++m_lastVersion});
    m_turns.emplace(turn, log);
}

bool CatchUp::standsBefore(const LogId& log) const {
    return m_lacking.contains(log) || (m_organisation && m_lacking.contains(*m_organisation));
}

std::optional<CatchUp::Want> CatchUp::next() const {
    if (m_turns.empty()) {
        return std::nullopt;
    }
    const LogId& log = m_turns.begin()->second;
    const Lack& lack = m_lacking.at(log);
    return Want{log, lack.next, lack.version};
}

bool CatchUp::isCurrent(const Want& want) const {
    const auto known = m_lacking.find(want.log);
    return known != m_lacking.end() && known->second.version == want.version;
}

void CatchUp::sent(const Want& want, quint64 count, bool more) {
    Lack& lack = m_lacking.at(want.log);
    lack.next = want.from + count;
    if (!more && (count == 0 || lack.next > lack.atLeastTo)) {
        forget(want.log);
    }
}

void CatchUp::forget(const LogId& log) {
    const auto known = m_lacking.find(log);
    if (known != m_lacking.end()) {
        m_turns.erase(known->second.turn);
        m_lacking.erase(known);
    }
}

bool PageWindow::hasRoom() const {
    return m_underWay.size() < std::size_t(limits::pagesUnacknowledged) &&
           m_bytes < limits::bytesUnacknowledged;
}

quint64 PageWindow::add(qsizetype bytes) {
    m_bytes += bytes;
    m_underWay.push_back({++m_last, bytes});
    return m_last;
}

bool PageWindow::acknowledge(quint64 page) {
    while (!m_underWay.empty() && m_underWay.front().number <= page) {
        m_bytes -= m_underWay.front().bytes;
        m_underWay.pop_front();
    }
    return page <= m_last;
}

} // namespace bongsu
