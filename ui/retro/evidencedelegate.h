// Draws a line of the record where there is little room: when, who and which in one small line, its words in
// two below, and whether it is marked as evidence.
#pragma once

#include "ui/style/theme.h"

#include "domain/base/ids.h"

#include <QStyledItemDelegate>

#include <functional>

namespace bongsu {

class EvidenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    EvidenceDelegate(const Theme& theme, std::function<bool(int row)> isMarked, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    const Theme& m_theme;
    std::function<bool(int row)> m_isMarked;
};

} // namespace bongsu
