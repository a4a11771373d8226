#include "ui/board/needsbar.h"

#include <QBoxLayout>
#include <QPainter>

namespace bongsu {

namespace {

constexpr Length capWidth{20};
constexpr Length capHeight{20};
constexpr Length word{6}; // between two parts of a need

} // namespace

NeedButton::NeedButton(const Theme& theme, int digit, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_digit(digit) {
    setAccessibleName(QString::number(digit));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NeedButton::setWords(const NeedWords& words) {
    m_words = words;
    QStringList parts{words.before, words.emphasis, words.after};
    parts.removeAll(QString());
    setText(parts.join(u' '));
    setAccessibleName(QString::number(m_digit) + QStringLiteral(", ") + text());
    setToolTip(text());
    updateGeometry();
    update();
}

QSize NeedButton::sizeHint() const {
    const QFontMetrics normal(Theme::font(TextSize::Body));
    const QFontMetrics bold(Theme::font(TextSize::Body, Weight::Bold));
    return {capWidth + metric::gap + normal.horizontalAdvance(m_words.before) +
                bold.horizontalAdvance(m_words.emphasis) + normal.horizontalAdvance(m_words.after) +
                2 * word + px(6),
            px(26)};
}

QSize NeedButton::minimumSizeHint() const {
    const QFontMetrics bold(Theme::font(TextSize::Body, Weight::Bold));
    return {capWidth + metric::gap + bold.averageCharWidth() * 8, px(26)};
}

void NeedButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = m_theme.tokens();
    if (hasFocus() || underMouse()) {
        const qreal half = metric::focus / 2.0;
        painter.setPen(hasFocus() ? QPen(t.focus, metric::focus) : QPen(t.ember, metric::rule));
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), metric::smallRadius,
                                metric::smallRadius);
    }
    const QRectF cap(3.5, (height() - capHeight) / 2 + .5, capWidth - 1, capHeight - 1);
    painter.setPen(QPen(t.ember, metric::rule));
    painter.drawRoundedRect(cap, metric::smallRadius, metric::smallRadius);
    painter.setFont(Theme::font(TextSize::Small, Weight::Bold));
    painter.drawText(cap, Qt::AlignCenter, QString::number(m_digit));
    int left = 3 + capWidth + metric::gap;
    painter.setPen(t.text);
    for (const auto& [words, weight] :
         {std::pair{m_words.before, Weight::Normal}, std::pair{m_words.emphasis, Weight::Bold},
          std::pair{m_words.after, Weight::Normal}}) {
        if (words.isEmpty() || left >= width()) {
            continue;
        }
        const QFont font = Theme::font(TextSize::Body, weight);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(words, Qt::ElideRight, width() - left);
        painter.setFont(font);
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, shown);
        left += metrics.horizontalAdvance(shown) + word;
    }
}

NeedsBar::NeedsBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_heading(makeLabel(this, Ink::Ember, TextSize::Body, Weight::Bold)),
      m_nothing(makeLabel(this, Ink::Quiet)), m_line(new QHBoxLayout(this)) {
    m_line->setContentsMargins(metric::margin, px(6), metric::margin, px(7));
    m_line->setSpacing(px(20));
    m_line->addWidget(m_heading);
    m_line->addWidget(m_nothing);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new NeedButton(theme, int(i) + 1, this);
        m_line->addWidget(m_buttons[i]);
        connect(m_buttons[i], &QAbstractButton::clicked, this, [this, i] { ask(int(i) + 1); });
    }
    m_line->addStretch();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NeedsBar::show(std::vector<Need> needs, const BoardContext& board) {
    m_needs = std::move(needs);
    const bool any = !m_needs.empty();
    m_heading->setText(tr("Needed now"));
    m_heading->setVisible(any);
    m_nothing->setText(tr("Nothing is needed now"));
    m_nothing->setVisible(!any);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool shown = i < m_needs.size();
        if (shown) {
            m_buttons[i]->setWords(needWords(m_needs[i], board));
        }
        m_buttons[i]->setVisible(shown);
    }
    update();
}

void NeedsBar::ask(int digit) {
    const auto at = std::size_t(digit) - 1;
    if (at < m_needs.size()) {
        const Need need = m_needs[at]; // doing it may change the list
        Q_EMIT asked(need);
    }
}

void NeedsBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    const bool any = !m_needs.empty();
    painter.fillRect(rect(), any ? t.emberSoft : t.surface);
    if (any) {
        painter.fillRect(0, 0, metric::grid, height(), t.ember);
    }
    painter.fillRect(0, height() - metric::rule, width(), metric::rule, t.rule);
}

} // namespace bongsu
