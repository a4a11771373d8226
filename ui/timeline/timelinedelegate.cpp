#include "ui/timeline/timelinedelegate.h"

#include "ui/timeline/timelinemodel.h"

#include <QPainter>

namespace bongsu {

namespace {

RowHeadings headingsOf(const QModelIndex& index) {
    const bool begun = index.data(TimelineModel::DayBegunRole).toBool();
    return {begun ? std::optional(index.data(TimelineModel::DayRole).toDate()) : std::nullopt,
            index.data(TimelineModel::UnreadRole).toBool()};
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
    const quint64 key = index.data(TimelineModel::LayoutRole).toULongLong();
    const auto known = m_layouts.find(key);
    if (known != m_layouts.end()) {
        return *known->second;
    }
    if (m_layouts.size() >= mostLayouts) {
        m_layouts.clear();
    }
    auto made = std::make_unique<RowLayout>(index.data(TimelineModel::WordsRole).value<RowWords>(),
                                            headingsOf(index), m_width);
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
