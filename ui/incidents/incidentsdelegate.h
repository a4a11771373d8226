// Draws an incident in the list: fires, grade, title, phase; below, how long it lasts and who commands it.
#pragma once

#include "ui/incidents/incidentwords.h"
#include "ui/style/labels.h"

#include <QStyledItemDelegate>

namespace bongsu {

class IncidentsDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit IncidentsDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    int drawTag(QPainter& painter, int left, int middle, const QString& words, Ink ink) const;
    void paintFirstLine(QPainter& painter, const QRect& box, const IncidentWords& words) const;
    void paintSecondLine(QPainter& painter, const QRect& box, const IncidentWords& words) const;

    const Theme& m_theme;
};

} // namespace bongsu
