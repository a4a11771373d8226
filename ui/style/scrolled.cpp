#include "ui/style/scrolled.h"

#include "ui/style/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>

namespace bongsu {

namespace {

constexpr Length leastHeight{44}; // a line and its neighbours' edges, so that it is seen that there is more

} // namespace

Scrolled::Scrolled(QWidget* inner, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setWidgetResizable(true);
    const bool hidden = inner->isHidden();
    setWidget(inner);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    inner->installEventFilter(this);
    inner->setVisible(!hidden);
    setVisible(!hidden);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && widget()->isAncestorOf(now)) {
            ensureWidgetVisible(now, 0, metric::gap);
        }
    });
}

QSize Scrolled::sizeHint() const {
    return widget()->sizeHint();
}

QSize Scrolled::minimumSizeHint() const {
    return {0, std::min<int>(leastHeight, sizeHint().height())};
}

int Scrolled::heightForWidth(int width) const {
    const QLayout* layout = widget()->layout();
    return layout && layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : sizeHint().height();
}

bool Scrolled::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget()) {
        switch (event->type()) {
        case QEvent::ShowToParent:
        case QEvent::HideToParent:
            setVisible(!widget()->isHidden());
            break;
        case QEvent::LayoutRequest:
            updateGeometry();
            break;
        default:
            break;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace bongsu
