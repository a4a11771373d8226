#include "ui/board/halves.h"

#include "ui/style/scrolled.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace bongsu {

namespace {

constexpr Length leastBeside{760}; // of the page: below, what is told stands under the list

} // namespace

Halves::Halves(PanelModel& model, const Theme& theme, QWidget* told, std::pair<int, int> shares,
               QWidget* sheet)
    : QBoxLayout(QBoxLayout::LeftToRight), m_model(model), m_list(new QListView(sheet)),
      m_told(new Scrolled(told, sheet)) {
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PanelDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    setSpacing(metric::margin);
    addWidget(m_list, shares.first);
    addWidget(m_told, shares.second);
}

void Halves::readOn() {
    m_told->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
}

void Halves::readFromTop() {
    m_told->verticalScrollBar()->setValue(0);
}

void Halves::fit(int room, int pageWidth, int usual) {
    const bool beside = pageWidth >= leastBeside;
    setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int roomOfBoth = std::max<int>(room, leastHalf);
    const int all = m_model.rowCount() * std::max(m_list->sizeHintForRow(0), 1);
    const int each = beside ? std::min(roomOfBoth, std::max(all, usual))
                            : std::max<int>(leastHalf / 2, (roomOfBoth - metric::margin) / 2);
    m_list->setFixedHeight(each);
    m_told->setFixedHeight(each);
}

bool Halves::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            m_told->verticalScrollBar()->triggerAction(key == Qt::Key_PageDown
                                                           ? QAbstractSlider::SliderPageStepAdd
                                                           : QAbstractSlider::SliderPageStepSub);
            return true;
        }
    }
    return QBoxLayout::eventFilter(watched, event);
}

} // namespace bongsu
