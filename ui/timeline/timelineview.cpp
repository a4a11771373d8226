#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace bongsu {

namespace {

constexpr Length lookBackAt{600}; // px above what is seen

} // namespace

TimelineView::TimelineView(const Theme& theme, QWidget* parent)
    : QListView(parent), m_delegate(theme),
      m_correct(makeAction(QKeySequence(Qt::CTRL | Qt::Key_E), &TimelineView::correctionAsked)),
      m_pin(makeAction(QKeySequence(Qt::CTRL | Qt::Key_P), &TimelineView::pinAsked)),
      m_retry(makeAction(QKeySequence(Qt::CTRL | Qt::Key_R), &TimelineView::retryAsked)),
      m_discard(makeAction(QKeySequence(Qt::CTRL | Qt::Key_Delete), &TimelineView::discardAsked)),
      m_copy(new QAction(this)) {
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &TimelineView::copyRow);
    addAction(m_copy);
    setItemDelegate(&m_delegate);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would lay every row out again
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::scrolled);
    nameActions();
}

QAction* TimelineView::makeAction(const QKeySequence& keys, Asked asked) {
    auto* action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, asked] {
        if (const TimelineRow* row = currentRow()) {
            Q_EMIT(this->*asked)(row->event);
        }
    });
    addAction(action);
    return action;
}

void TimelineView::nameActions() {
    setAccessibleName(tr("Record of the incident"));
    m_correct->setText(tr("Correct this line"));
    m_pin->setText(tr("Pin or unpin this line"));
    m_retry->setText(tr("Offer again what was not accepted"));
    m_discard->setText(tr("Discard what was not accepted"));
    m_copy->setText(tr("Copy"));
}

void TimelineView::follow(TimelineModel* model) {
    if (m_model) {
        m_model->disconnect(this);
    }
    m_model = model;
    m_held = QPersistentModelIndex();
    m_atNewest = true;
    setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this,
                [this](const QModelIndex&, int first) {
                    if (first == 0) {
                        holdPlace();
                    }
                });
    }
}

void TimelineView::scrollToNewest() {
    m_atNewest = true;
    scrollToBottom();
}

const TimelineRow* TimelineView::currentRow() const {
    const QModelIndex index = currentIndex();
    return m_model && index.isValid() ? &m_model->row(index.row()) : nullptr;
}

void TimelineView::copyRow() {
    if (currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(currentIndex().data(Qt::AccessibleTextRole).toString());
    }
}

void TimelineView::updateActions() {
    const TimelineRow* row = currentRow();
    const bool refused = row && row->refusal;
    m_correct->setEnabled(row && !refused);
    m_pin->setEnabled(row && row->seq);
    m_retry->setEnabled(refused);
    m_discard->setEnabled(refused);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    updateActions();
    QMenu menu(this);
    menu.addActions({m_correct, m_pin, m_copy});
    menu.addSeparator();
    menu.addActions({m_retry, m_discard});
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
    for (QAction* action : {m_correct, m_pin, m_retry, m_discard}) {
        action->setEnabled(true); // their keys ask again
    }
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    m_delegate.setWidth(viewport()->width());
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void TimelineView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        nameActions();
        if (m_model) {
            m_model->retell();
        }
    }
}

// Words of a row may now take more lines or fewer.
void TimelineView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                               const QList<int>& roles) {
    QListView::dataChanged(topLeft, bottomRight, roles);
    scheduleDelayedItemsLayout();
}

void TimelineView::updateGeometries() {
    const QScopedValueRollback adjusting(m_adjusting, true);
    QListView::updateGeometries();
    if (m_held.isValid()) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(m_held).top() - m_heldAt);
        m_held = QPersistentModelIndex();
    } else if (m_atNewest) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    lookBack();
}

void TimelineView::scrolled(int value) {
    if (!m_adjusting) {
        m_atNewest = value >= verticalScrollBar()->maximum();
        lookBack();
    }
}

void TimelineView::holdPlace() {
    const QModelIndex first = indexAt(QPoint(metric::margin, 0));
    if (!m_atNewest && first.isValid()) {
        m_held = first;
        m_heldAt = visualRect(first).top();
    }
}

void TimelineView::lookBack() {
    if (m_model && m_model->hasOlder() && m_model->rowCount() > 0 &&
        verticalScrollBar()->value() < lookBackAt) {
        m_model->fetchOlder();
    }
}

} // namespace bongsu
