#include "ui/timeline/timelinedelegate.h"

#include "ui/timeline/timelinemodel.h"

#include <QPainter>

#include <utility>

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
        m_recent.clear();
        m_older.clear();
    }
}

const RowLayout& TimelineDelegate::layoutOf(const QModelIndex& index) const {
    const quint64 key = index.data(TimelineModel::LayoutRole).toULongLong();
    if (const auto known = m_recent.find(key); known != m_recent.end()) {
        return *known->second;
    }
    if (auto older = m_older.extract(key)) {
        return *keep(std::move(older))->second;
    }
    Layouts made;
    made.emplace(key, std::make_unique<RowLayout>(index.data(TimelineModel::WordsRole).value<RowWords>(),
                                                  headingsOf(index), m_width));
    ++m_made;
    return *keep(made.extract(made.begin()))->second;
}

TimelineDelegate::Layouts::iterator TimelineDelegate::keep(Layouts::node_type layout) const {
    if (m_recent.size() >= mostRecent) {
        m_older = std::exchange(m_recent, {});
    }
    return m_recent.insert(std::move(layout)).position;
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
