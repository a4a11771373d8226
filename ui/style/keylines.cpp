#include "ui/style/keylines.h"

#include <QResizeEvent>

namespace bongsu {

KeyLines::KeyLines(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KeyLines::add(KeyHint* hint) {
    hint->setParent(this);
    m_hints.push_back(hint);
}

void KeyLines::layAnew() {
    lay(width(), true);
    updateGeometry();
}

QSize KeyLines::sizeHint() const {
    int all = 0;
    for (const KeyHint* hint : m_hints) {
        if (hint->isHidden()) {
            continue;
        }
        all += hint->sizeHint().width() + metric::margin;
    }
    return {all, lay(width(), false)};
}

int KeyLines::lay(int width, bool moves) const {
    int left = 0;
    int top = 0;
    int bottom = 0;
    for (KeyHint* hint : m_hints) {
        if (hint->isHidden()) { // leaves no gap
            continue;
        }
        const QSize size = hint->sizeHint();
        if (left > 0 && left + size.width() > width) {
            left = 0;
            top = bottom + px(4);
        }
        if (moves) {
            hint->setGeometry(left, top, std::min(size.width(), width), size.height());
        }
        left += size.width() + metric::margin;
        bottom = std::max(bottom, top + size.height());
    }
    return bottom;
}

void KeyLines::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    lay(width(), true);
    if (event->size().width() != event->oldSize().width()) {
        updateGeometry();
    }
}

} // namespace bongsu
