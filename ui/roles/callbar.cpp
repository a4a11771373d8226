#include "ui/roles/callbar.h"

#include "ui/roles/rolewords.h"
#include "ui/style/labels.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace bongsu {

CallBar::CallBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_words(new ElidedLabel(this)), m_take(new QPushButton(this)),
      m_decline(new QPushButton(this)) {
    dress(m_words, Ink::Text, TextSize::Body, Weight::Bold);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(metric::margin, px(6), metric::margin, px(7));
    line->setSpacing(metric::gap);
    line->addWidget(m_words, 1);
    line->addWidget(m_take);
    line->addWidget(m_decline);
    connect(m_take, &QPushButton::clicked, this, &CallBar::taken);
    connect(m_decline, &QPushButton::clicked, this, &CallBar::declineAsked);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void CallBar::show(const BoardContext& board) {
    const auto person = board.journal.person();
    const auto calls = person ? callsFor(board.incident, *person, board.now) : std::vector<SeatLine>();
    if (!calls.empty()) {
        m_words->setWords(callWords(board, calls.front()));
        m_take->setText(tr("I take it (F8)"));
        m_decline->setText(tr("I cannot (Shift F8)"));
    }
    setVisible(!calls.empty());
}

QString CallBar::words() const {
    return isHidden() ? QString() : m_words->accessibleName();
}

void CallBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    painter.fillRect(rect(), t.select);
    painter.fillRect(0, 0, metric::grid, height(), t.ember);
    painter.fillRect(0, height() - metric::rule, width(), metric::rule, t.rule);
}

} // namespace bongsu
