#include "ui/timeline/timelinedelegate.h"

#include "ui/timeline/timelinemodel.h"

#include <QPainter>

namespace bongsu {

namespace {

// A day begins with the first row and wherever it is another than in the row before.
std::optional<QDate> dayBegun(const QModelIndex& index) {
    const QDate day = index.data(TimelineModel::DayRole).toDate();
    const QModelIndex before = index.siblingAtRow(index.row() - 1);
    const bool same = before.isValid() && before.data(TimelineModel::DayRole).toDate() == day;
    return same ? std::nullopt : std::optional(day);
}

} // namespace

TimelineDelegate::TimelineDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

void TimelineDelegate::setWidth(int width) {
    if (width != m_width) {
        m_width = width;
        m_layouts.clear();
    }
}

const RowLayout& TimelineDelegate::layoutOf(const QModelIndex& index) const {
    const RowHeadings headings{dayBegun(index), index.data(TimelineModel::UnreadRole).toBool()};
    const quint64 key = index.data(TimelineModel::StampRole).toULongLong() * 4 + (headings.day ? 1 : 0) +
                        (headings.unread ? 2 : 0);
    const auto known = m_layouts.find(key);
    if (known != m_layouts.end()) {
        return *known->second;
    }
    if (m_layouts.size() >= mostLayouts) {
        m_layouts.clear();
    }
    auto made = std::make_unique<RowLayout>(index.data(TimelineModel::WordsRole).value<RowWords>(), headings,
                                            m_width);
    return *m_layouts.emplace(key, std::move(made)).first->second;
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const RowLayout::Look look{m_theme.tokens(), option.state.testFlag(QStyle::State_Selected),
                               option.state.testFlag(QStyle::State_HasFocus),
                               option.state.testFlag(QStyle::State_MouseOver)};
    layoutOf(index).paint(*painter, option.rect, look);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {m_width, layoutOf(index).height()};
}

} // namespace bongsu
