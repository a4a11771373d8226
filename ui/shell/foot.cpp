#include "ui/shell/foot.h"

#include <QBoxLayout>
#include <QEvent>

namespace bongsu {

Foot::Foot(const Theme& theme, Actions& actions, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_actions(actions), m_left(new QHBoxLayout), m_right(new QHBoxLayout) {
    lay(this, "sunken");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(this));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(metric::margin, px(4), metric::margin, px(4));
    for (QHBoxLayout* side : {m_left, m_right}) {
        side->setSpacing(metric::margin);
        line->addLayout(side);
        if (side == m_left) {
            line->addStretch();
        }
    }
    column->addLayout(line);
}

void Foot::showLeft(std::size_t action) {
    show(m_left, action);
}

void Foot::showRight(std::size_t action) {
    show(m_right, action);
}

void Foot::show(QHBoxLayout* line, std::size_t action) {
    const Action& shown = m_actions.all()[action];
    auto* hint = new KeyHint(m_theme, keysOf(shown), this, KeyHint::Form::Plain);
    hint->setText(labelOf(shown));
    connect(hint, &KeyHint::clicked, this, [this, action] { m_actions.run(action); });
    line->addWidget(hint);
    m_hints.emplace_back(hint, action);
    fit();
}

QSize Foot::minimumSizeHint() const {
    return {0, QWidget::minimumSizeHint().height()};
}

void Foot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void Foot::fit() {
    int room = width() - 2 * metric::margin;
    for (QHBoxLayout* side : {m_left, m_right}) {
        for (int i = 0; i < side->count(); ++i) {
            QWidget* hint = side->itemAt(i)->widget();
            room -= hint->sizeHint().width() + metric::margin;
            hint->setVisible(room >= 0);
        }
    }
}

void Foot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (const auto& [hint, action] : m_hints) {
            hint->setText(labelOf(m_actions.all()[action]));
            hint->updateGeometry();
        }
        fit();
    }
}

} // namespace bongsu
