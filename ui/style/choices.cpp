#include "ui/style/choices.h"

#include "ui/style/tokens.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace bongsu {

Choices::Choices(QWidget* parent) : QWidget(parent), m_line(new QHBoxLayout(this)) {
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(metric::gap);
    m_line->addStretch();
}

void Choices::setWords(const QStringList& words) {
    const int before = chosen();
    while (m_buttons.size() > std::size_t(words.size())) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < std::size_t(words.size())) {
        auto* button = new QPushButton(this);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setAutoDefault(false);
        m_line->insertWidget(int(m_buttons.size()), button);
        connect(button, &QPushButton::toggled, this, [this](bool down) {
            if (down) {
                Q_EMIT changed();
            }
        });
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(words[qsizetype(i)]);
    }
    fit();
    choose(before >= 0 && before < words.size() ? before : 0);
}

// The one that is down is written bold, which a button does not reckon with.
void Choices::fit() {
    for (QPushButton* button : m_buttons) {
        button->setMinimumWidth(0);
        button->ensurePolished();
        QFont bold = button->font();
        bold.setBold(true);
        const int wider = QFontMetrics(bold).horizontalAdvance(button->text()) -
                          button->fontMetrics().horizontalAdvance(button->text());
        button->setMinimumWidth(button->sizeHint().width() + std::max(0, wider));
    }
}

void Choices::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        fit();
    }
}

int Choices::chosen() const {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked()) {
            return int(i);
        }
    }
    return -1;
}

void Choices::choose(int index) {
    if (std::size_t(index) < m_buttons.size()) {
        m_buttons[std::size_t(index)]->setChecked(true);
    }
}

QWidget* Choices::first() const {
    const int down = chosen();
    return down < 0 ? nullptr : m_buttons[std::size_t(down)];
}

} // namespace bongsu
