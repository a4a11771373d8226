#include "ui/shell/foot.h"

#include <QBoxLayout>
#include <QEvent>
#include <QShortcut>

namespace bongsu {

Foot::Foot(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_left(new QHBoxLayout), m_right(new QHBoxLayout) {
    lay(this, "sunken");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(this));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(metric::margin, 4, metric::margin, 4);
    for (QHBoxLayout* side : {m_left, m_right}) {
        side->setSpacing(metric::margin);
        line->addLayout(side);
        if (side == m_left) {
            line->addStretch();
        }
    }
    column->addLayout(line);
}

void Foot::addLeft(const QKeySequence& keys, Words words, std::function<void()> action) {
    add(m_left, keys, std::move(words), std::move(action));
}

void Foot::addRight(const QKeySequence& keys, Words words, std::function<void()> action) {
    add(m_right, keys, std::move(words), std::move(action));
}

void Foot::add(QHBoxLayout* line, const QKeySequence& keys, Words words, std::function<void()> action) {
    const QString cap = keys.toString(QKeySequence::NativeText).replace(u'+', u' ');
    auto* hint = new KeyHint(m_theme, cap, this, KeyHint::Form::Plain);
    hint->setText(words());
    connect(hint, &KeyHint::clicked, this, action);
    auto* shortcut = new QShortcut(keys, parentWidget());
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(action));
    line->addWidget(hint);
    m_hints.emplace_back(hint, std::move(words));
}

void Foot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (const auto& [hint, words] : m_hints) {
            hint->setText(words());
            hint->updateGeometry();
        }
    }
}

} // namespace bongsu
