#include "ui/timeline/timelineview.h"

#include "wording/times.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int pagesAhead = 2; // of the view, above and below what is seen

} // namespace

TimelineView::TimelineView(const Theme& theme, QWidget* parent)
    : QListView(parent), m_theme(theme), m_delegate(theme),
      m_correct(makeAction(QKeySequence(Qt::CTRL | Qt::Key_E), &TimelineView::correctionAsked)),
      m_pin(makeAction(QKeySequence(Qt::CTRL | Qt::Key_P), &TimelineView::pinAsked)),
      m_retry(makeAction(QKeySequence(Qt::CTRL | Qt::Key_R), &TimelineView::retryAsked)),
      m_discard(makeAction(QKeySequence(Qt::CTRL | Qt::Key_Delete), &TimelineView::discardAsked)),
      m_copy(new QAction(this)), m_look(makeAction(QKeySequence(Qt::Key_Return), &TimelineView::lookAsked)) {
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &TimelineView::copyRows);
    addAction(m_copy);
    m_look->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(this, &QAbstractItemView::doubleClicked, m_look, &QAction::trigger);
    setItemDelegate(&m_delegate);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would lay every row out again
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    viewport()->setAttribute(
        Qt::WA_OpaquePaintEvent); // or all that lies beneath is filled for each frame first
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // the rest of the page says how high
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
    m_look->setText(tr("Look at what is attached"));
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
        const auto hold = [this](const QModelIndex&, int first) {
            if (first == 0) {
                holdPlace();
            }
        };
        connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, hold);
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, hold);
        connect(model, &TimelineModel::lineShown, this, &TimelineView::showLine);
    }
}

void TimelineView::scrollToNewest() {
    setAtNewest(true);
    if (m_model) {
        m_model->showNewest();
    }
    scrollToBottom();
}

// In the upper half, with what led to it in view.
void TimelineView::showLine(int row) {
    const QModelIndex index = m_model->index(row);
    setAtNewest(false);
    doItemsLayout(); // what was just read has a place now
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

void TimelineView::setAtNewest(bool at) {
    m_atNewest = at;
    if (m_model) {
        m_model->setFollowed(at);
    }
}

const TimelineRow* TimelineView::lookedAt() const {
    const QModelIndex index = currentIndex().isValid() ? currentIndex() : indexAt(QPoint(metric::margin, 0));
    return m_model && index.isValid() ? &m_model->row(index.row()) : nullptr;
}

// The whole record is beyond these keys, not only the rows that are read.
void TimelineView::keyPressEvent(QKeyEvent* event) {
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (m_model && plain && event->key() == Qt::Key_Home && m_model->hasOlder()) {
        m_model->show(1);
    } else if (m_model && plain && event->key() == Qt::Key_End && m_model->hasNewer()) {
        scrollToNewest();
        setCurrentIndex(m_model->index(m_model->rowCount() - 1));
    } else {
        QListView::keyPressEvent(event);
    }
}

const TimelineRow* TimelineView::currentRow() const {
    const QModelIndex index = currentIndex();
    return m_model && index.isValid() ? &m_model->row(index.row()) : nullptr;
}

void TimelineView::copyRows() {
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    if (rows.isEmpty() && currentIndex().isValid()) {
        rows = {currentIndex()};
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    QDate day;
    for (const QModelIndex& row : rows) {
        const QDate itsDay = row.data(TimelineModel::DayRole).toDate();
        if (rows.size() > 1 && itsDay != day) {
            lines += dayHeading(itsDay);
            day = itsDay;
        }
        lines += plainText(row.data(TimelineModel::WordsRole).value<RowWords>());
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    }
}

void TimelineView::updateActions() {
    const TimelineRow* row = currentRow();
    const bool refused = row && row->refusal;
    m_correct->setEnabled(row && !refused);
    m_pin->setEnabled(row && row->seq);
    m_retry->setEnabled(refused);
    m_discard->setEnabled(refused);
    m_look->setEnabled(row && std::holds_alternative<AttachmentAdded>(row->facts));
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    updateActions();
    QMenu menu(this);
    menu.addActions({m_look, m_correct, m_pin, m_copy});
    menu.addSeparator();
    menu.addActions({m_retry, m_discard});
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
    for (QAction* action : {m_correct, m_pin, m_retry, m_discard, m_look}) {
        action->setEnabled(true); // their keys ask again
    }
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    m_delegate.setWidth(viewport()->width());
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

// Where the focus is must be seen: on the newest line at first, never on one that is out of sight.
void TimelineView::focusInEvent(QFocusEvent* event) {
    if (m_model && !currentIndex().isValid() && m_model->rowCount() > 0) {
        setCurrentIndex(m_model->index(m_model->rowCount() - 1));
    }
    QListView::focusInEvent(event);
    if (currentIndex().isValid() && event->reason() != Qt::MouseFocusReason) {
        scrollTo(currentIndex());
    }
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

// Laid out now and not a turn later: what arrives is painted as soon as the window has its turn.
void TimelineView::rowsInserted(const QModelIndex& parent, int start, int end) {
    QListView::rowsInserted(parent, start, end);
    if (m_atNewest && isVisible()) {
        executeDelayedItemsLayout();
    }
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
    lookAround();
}

void TimelineView::paintEvent(QPaintEvent* event) {
    QPainter(viewport()).fillRect(event->rect(), m_theme.tokens().surface);
    QListView::paintEvent(event);
}

void TimelineView::scrolled(int value) {
    if (!m_adjusting) {
        setAtNewest(value >= verticalScrollBar()->maximum());
        lookAround();
    }
}

void TimelineView::holdPlace() {
    const QModelIndex first = indexAt(QPoint(metric::margin, 0));
    if (!m_atNewest && first.isValid()) {
        m_held = first;
        m_heldAt = visualRect(first).top();
    }
}

void TimelineView::lookAround() {
    if (!m_model || m_model->rowCount() == 0) {
        return;
    }
    const QScrollBar& bar = *verticalScrollBar();
    const int ahead = pagesAhead * bar.pageStep();
    if (m_model->hasOlder() && bar.value() < ahead) {
        m_model->fetchOlder();
    }
    if (m_model->hasNewer() && bar.value() > bar.maximum() - ahead) {
        m_model->fetchNewer();
    }
}

} // namespace bongsu
