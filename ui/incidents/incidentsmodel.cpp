#include "ui/incidents/incidentsmodel.h"

#include "domain/incident/declaring.h"

#include <algorithm>

namespace bongsu {

IncidentsModel::IncidentsModel(Journal& journal, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_journal(journal), m_clock(clock), m_logs(sorted()) {
    connect(&journal, &Journal::incidentChanged, this, [this](const LogId& log) {
        refresh();
        if (const auto row = find(log)) {
            Q_EMIT dataChanged(index(*row), index(*row));
        }
    });
    connect(&journal, &Journal::organisationChanged, this, [this] {
        refresh();
        retell();
    });
}

std::vector<LogId> IncidentsModel::sorted() const {
    std::vector<LogId> logs = m_journal.incidents();
    std::reverse(logs.begin(), logs.end());
    std::stable_partition(logs.begin(), logs.end(),
                          [this](const LogId& log) { return isOpen(*m_journal.incident(log)); });
    return logs;
}

void IncidentsModel::refresh() {
    std::vector<LogId> logs = sorted();
    if (logs == m_logs) {
        return;
    }
    beginResetModel(); // a handful of rows
    m_logs = std::move(logs);
    endResetModel();
}

void IncidentsModel::retell() {
    if (!m_logs.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int IncidentsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_logs.size());
}

std::optional<int> IncidentsModel::find(const LogId& log) const {
    const auto at = std::find(m_logs.begin(), m_logs.end(), log);
    return at == m_logs.end() ? std::nullopt : std::optional(int(at - m_logs.begin()));
}

QVariant IncidentsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Incident* incident = m_journal.incident(log(index.row()));
    if (!incident) {
        return {};
    }
    const auto words = [&] { return wordsFor(m_journal, *incident, m_clock.now()); };
    switch (role) {
    case Qt::DisplayRole:
        return words().title;
    case Qt::AccessibleTextRole: {
        const IncidentWords w = words();
        return QStringList{w.gradeWord, w.title, w.phase, w.sinceBefore + w.elapsed + w.sinceAfter,
                           w.commander}
            .join(QLatin1String(", "));
    }
    case WordsRole:
        return QVariant::fromValue(words());
    default:
        return {};
    }
}

} // namespace bongsu
