// What lies beneath a row of a list: the ground of one that is chosen or pointed at, and the frame of the
// focus.
#pragma once

#include "ui/style/tokens.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace bongsu {

inline void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const Tokens& t) {
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, t.select);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(t.focus, metric::focus));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace bongsu
