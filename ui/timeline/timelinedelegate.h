// Draws the rows of a timeline from layouts it makes once and keeps.
#pragma once

#include "ui/timeline/rowlayout.h"

#include <QStyledItemDelegate>

#include <unordered_map>

namespace bongsu {

class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit TimelineDelegate(const Theme& theme, QObject* parent = nullptr);

    // Rows are as wide as this, from the left edge of the view.
    void setWidth(int width);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    const RowLayout& layoutOf(const QModelIndex& index) const;

    static constexpr std::size_t mostLayouts = 4000;
    const Theme& m_theme;
    int m_width = 0;
    mutable std::unordered_map<quint64, std::unique_ptr<RowLayout>> m_layouts; // by stamp and headings
};

} // namespace bongsu
