// All incidents this device knows: open ones first, the newest first among them.
#pragma once

#include "ui/incidents/incidentwords.h"

#include <QAbstractListModel>

namespace bongsu {

class IncidentsModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { WordsRole = Qt::UserRole }; // IncidentWords

    IncidentsModel(Journal& journal, const Clock& clock, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    LogId log(int row) const { return m_logs[std::size_t(row)]; }
    std::optional<int> find(const LogId& log) const;
    // Time has passed, or the language is another.
    void retell();

  private:
    std::vector<LogId> sorted() const;
    void refresh();

    Journal& m_journal;
    const Clock& m_clock;
    std::vector<LogId> m_logs;
};

} // namespace bongsu
