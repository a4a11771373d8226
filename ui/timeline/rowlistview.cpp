#include "ui/timeline/rowlistview.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace bongsu {

RowListView::RowListView(const Theme& theme, RowList* rows, QWidget* parent)
    : QListView(parent), m_delegate(theme) {
    setModel(rows);
    setItemDelegate(&m_delegate);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would lay every row out again
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RowListView::lookAhead);
}

void RowListView::step(int by) {
    const int rows = model()->rowCount();
    if (rows > 0) {
        const int from = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : 0);
        setCurrentIndex(model()->index(std::clamp(from + by, 0, rows - 1), 0));
    }
}

QSize RowListView::sizeHint() const {
    return {px(400), px(360)};
}

void RowListView::resizeEvent(QResizeEvent* event) {
    m_delegate.setWidth(viewport()->width());
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void RowListView::lookAhead() {
    if (model()->rowCount() > 0 &&
        verticalScrollBar()->value() >= verticalScrollBar()->maximum() - height()) {
        Q_EMIT endApproached();
    }
}

void RowListView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        if (!event->isAutoRepeat()) {
            Q_EMIT chosen(currentIndex().row());
        }
    } else {
        QListView::keyPressEvent(event);
    }
}

} // namespace bongsu
