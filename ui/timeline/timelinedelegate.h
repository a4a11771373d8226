// Draws the rows of a timeline from layouts it makes once and keeps for as long as they are asked for.
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
    int layoutsMade() const { return m_made; } // so far

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    // By TimelineModel::LayoutRole.
    using Layouts = std::unordered_map<quint64, std::unique_ptr<RowLayout>>;
    const RowLayout& layoutOf(const QModelIndex& index) const;
    Layouts::iterator keep(Layouts::node_type layout) const;

    static constexpr std::size_t mostRecent = 1200; // twice as many as a timeline has rows
    const Theme& m_theme;
    int m_width = 0;
    // Those asked for since the last change of generation, and those of the one before: they go with the next
    // change if nobody asks for them. What is shown is never laid out again because of what was.
    mutable Layouts m_recent;
    mutable Layouts m_older;
    mutable int m_made = 0;
};

} // namespace bongsu
