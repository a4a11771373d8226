#include "ui/shell/sheet.h"

#include <QAccessibleWidget>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace bongsu {

namespace {

constexpr Length fromTop{72};
constexpr Length leastRim{24}; // of the page, around the panel
constexpr int veilOpacity = 150;

// Screen readers hear a dialog open, though it is no window.
QAccessibleInterface* spoken(const QString& className, QObject* object) {
    return className == QLatin1String(Sheet::staticMetaObject.className())
               ? new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::Dialog)
               : nullptr;
}

} // namespace

Sheet::Sheet(QWidget* page, const Theme& theme, int width)
    : QWidget(page), m_theme(theme), m_width(width), m_panel(new QWidget(this)) {
    static const bool isKnown = [] {
        QAccessible::installFactory(spoken);
        return true;
    }();
    Q_UNUSED(isKnown)
    lay(m_panel, "surface");
    m_panel->setObjectName(QStringLiteral("sheet"));
    auto* column = new QVBoxLayout(m_panel);
    column->setContentsMargins(metric::margin, px(16), metric::margin, px(16));
    column->setSpacing(metric::gap);
    m_title = makeLabel(m_panel, Ink::Text, TextSize::Strong, Weight::Bold);
    column->addWidget(m_title);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(metric::gap);
    column->addLayout(m_body, 1);
    setFocusPolicy(Qt::StrongFocus);
    page->installEventFilter(this);
    m_panel->installEventFilter(this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::zoomed, this, &Sheet::measureAgain,
            Qt::QueuedConnection); // once letters are larger
    hide();
}

void Sheet::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Sheet::open(QWidget* first) {
    if (!isOpen()) {
        m_before = window()->focusWidget();
    }
    showOver();
    (first ? first : this)->setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
}

void Sheet::showOver() {
    place();
    raise();
    show();
    place(); // a layout knows its height once it is shown
}

void Sheet::takeFocus(QWidget* first) {
    if (!holdsFocus()) {
        m_before = window()->focusWidget();
    }
    first->setFocus(Qt::PopupFocusReason);
}

bool Sheet::holdsFocus() const {
    const QWidget* focused = window()->focusWidget();
    return focused == this || isAncestorOf(focused);
}

void Sheet::close() {
    if (!isOpen()) {
        return;
    }
    const bool elsewhere = window()->focusWidget() && !holdsFocus();
    hide();
    if (m_before && !elsewhere) {
        m_before->setFocus(Qt::PopupFocusReason);
    }
    Q_EMIT closed();
}

void Sheet::place() {
    resize(parentWidget()->size());
    const int width = std::min(px(m_width), this->width() - 2 * leastRim);
    const int room = height() - 2 * leastRim;
    const int wanted = m_panel->layout()->hasHeightForWidth() ? m_panel->layout()->totalHeightForWidth(width)
                                                              : m_panel->sizeHint().height();
    const int height = std::min(wanted, room);
    const int top = std::min<int>(fromTop, (this->height() - height) / 2);
    m_panel->setGeometry((this->width() - width) / 2, std::max<int>(top, leastRim), width, height);
}

// Keys of the page that are typed alone (Esc, F1, digits) are not the page's now; those with Ctrl still are.
bool Sheet::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        !static_cast<QKeyEvent*>(event)->modifiers().testFlag(Qt::ControlModifier)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event) {
    const bool pageMoved = watched == parentWidget() && event->type() == QEvent::Resize;
    const bool bodyMoved = watched == m_panel && event->type() == QEvent::LayoutRequest;
    if (!isHidden() && (pageMoved || bodyMoved)) { // also while the page itself is not shown yet
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void Sheet::measureAgain() {
    if (!isHidden()) {
        fit();
        place();
    }
}

void Sheet::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void Sheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor veil = m_theme.tokens().sunken;
    veil.setAlpha(veilOpacity);
    painter.fillRect(rect(), veil);
    painter.fillRect(m_panel->geometry().adjusted(-metric::rule, -metric::rule, metric::rule, metric::rule),
                     m_theme.tokens().quiet);
}

void Sheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
        event->accept();
        return;
    }
    event->accept(); // nothing below hears keys while the sheet is open
}

void Sheet::mousePressEvent(QMouseEvent* event) {
    if (!m_panel->geometry().contains(event->pos())) {
        close();
    }
}

// Tab stays among the sheet's own controls.
bool Sheet::focusNextPrevChild(bool next) {
    QWidget* from = focusWidget() ? focusWidget() : this;
    QWidget* at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        const bool takes = at->focusPolicy() & Qt::TabFocus;
        if (takes && at->isVisibleTo(this) && at->isEnabled() && m_panel->isAncestorOf(at)) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != from);
    return true;
}

} // namespace bongsu
