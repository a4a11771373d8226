#include "ui/notices/noticecards.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace bongsu {

namespace {

constexpr Length leastCard{250};
constexpr Length padding{12};
constexpr Length barHeight{4};
constexpr Length leastHeight{104};
constexpr std::size_t mostInRow = 3;
constexpr qreal dashed = 3;

} // namespace

NoticeCardButton::NoticeCardButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NoticeCardButton::show(const NoticeCard& card) {
    if (m_card == card && !accessibleName().isEmpty()) {
        return;
    }
    m_card = card;
    setAccessibleName(spokenWords(card));
    updateGeometry();
    update();
}

int NoticeCardButton::heightForWidth(int width) const {
    return draw(nullptr, width, 0);
}

QSize NoticeCardButton::sizeHint() const {
    return {leastCard, heightForWidth(std::max<int>(width(), leastCard))};
}

// One measure for both, so that what is drawn is what there is room for.
int NoticeCardButton::draw(QPainter* painter, int width, int height) const {
    const Tokens& tokens = m_theme.tokens();
    const int inner = width - 2 * padding;
    int y = padding;
    const auto say = [&](const QString& words, TextSize size, Weight weight, Ink ink, const QRect& box,
                         int flags) {
        const QFont font = Theme::font(size, weight);
        const QRect needed = QFontMetrics(font).boundingRect(box, flags, words);
        if (painter) {
            painter->setFont(font);
            painter->setPen(colourOf(tokens, ink));
            painter->drawText(box, flags, words);
        }
        return needed.height();
    };
    const int lines = int(Qt::TextWordWrap) | int(Qt::AlignLeft) | int(Qt::AlignTop);
    const auto paragraph = [&](const QString& words, TextSize size, Weight weight, Ink ink) {
        if (!words.isEmpty()) {
            y += say(words, size, weight, ink, {padding, y, inner, QWIDGETSIZE_MAX}, lines) + px(3);
        }
    };
    // The state may be long: then it stands below the name.
    const QFontMetrics bold(Theme::font(TextSize::Small, Weight::Bold));
    const int nameWidth = bold.horizontalAdvance(m_card.name);
    const int noteWidth = bold.horizontalAdvance(m_card.note);
    const bool beside = nameWidth + noteWidth + metric::gap <= inner;
    const int line = lineHeight(TextSize::Small);
    const int single = int(Qt::AlignVCenter) | int(Qt::TextSingleLine);
    say(bold.elidedText(m_card.name, Qt::ElideRight, inner), TextSize::Small, Weight::Bold,
        m_card.out ? Ink::Quiet : Ink::Text, {padding, y, inner, line}, single | int(Qt::AlignLeft));
    if (!beside) {
        y += line;
    }
    if (!m_card.note.isEmpty()) {
        say(bold.elidedText(m_card.note, Qt::ElideRight, inner), TextSize::Small, Weight::Bold,
            m_card.noteInk, {padding, y, inner, line}, single | int(beside ? Qt::AlignRight : Qt::AlignLeft));
    }
    y += line + px(2);
    if (m_card.share) {
        if (painter) {
            const QRectF bar(padding, y, inner, barHeight);
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.rule);
            painter->drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
            painter->setBrush(colourOf(tokens, m_card.shareInk));
            QRectF part = bar;
            part.setWidth(bar.width() * *m_card.share);
            painter->drawRoundedRect(part, barHeight / 2.0, barHeight / 2.0);
        }
        y += barHeight + px(6);
    }
    paragraph(m_card.title, TextSize::Small, Weight::Bold, Ink::Text);
    paragraph(m_card.body, TextSize::Small, Weight::Normal, m_card.out ? Ink::Quiet : Ink::Text);
    if (!m_card.foot.isEmpty()) {
        const QFont small = Theme::font(TextSize::Small, Weight::Normal);
        const int foot = QFontMetrics(small)
                             .boundingRect(QRect(0, 0, inner, QWIDGETSIZE_MAX), lines, m_card.foot)
                             .height();
        y = std::max(y + px(2), height - foot - padding);
        paragraph(m_card.foot, TextSize::Small, Weight::Normal, m_card.footInk);
    }
    return std::max<int>(leastHeight, y + padding - px(3));
}

void NoticeCardButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = m_theme.tokens();
    const bool active = hasFocus();
    QPen pen(active ? tokens.focus : tokens.rule, active ? metric::focus : metric::rule);
    if (m_card.out && !active) {
        pen.setDashPattern({dashed, dashed});
    }
    painter.setPen(pen);
    painter.setBrush(underMouse() ? tokens.select : tokens.sunken);
    const qreal half = pen.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), metric::radius,
                            metric::radius);
    draw(&painter, width(), height());
}

void NoticeCardButton::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier)) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void NoticeCardButton::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

NoticeCards::NoticeCards(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NoticeCards::show(const std::vector<NoticeCard>& cards) {
    while (m_buttons.size() > cards.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < cards.size()) {
        auto* button = new NoticeCardButton(m_theme, this);
        connect(button, &QAbstractButton::clicked, this,
                [this, button] { Q_EMIT chosen(button->card().channel); });
        m_buttons.push_back(button);
    }
    const auto focused = std::find_if(m_buttons.begin(), m_buttons.end(),
                                      [](const NoticeCardButton* one) { return one->hasFocus(); });
    const QString stays = focused == m_buttons.end() ? QString() : (*focused)->card().channel;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        m_buttons[i]->show(cards[i]);
        m_buttons[i]->setVisible(true);
        if (!stays.isEmpty() && cards[i].channel == stays) {
            m_buttons[i]->setFocus();
        }
    }
    place(width(), true);
    updateGeometry();
}

std::vector<NoticeCard> NoticeCards::cards() const {
    std::vector<NoticeCard> cards;
    for (const NoticeCardButton* button : m_buttons) {
        cards.push_back(button->card());
    }
    return cards;
}

NoticeCardButton* NoticeCards::card(const QString& channel) const {
    const auto at = std::find_if(m_buttons.begin(), m_buttons.end(),
                                 [&](const NoticeCardButton* one) { return one->card().channel == channel; });
    return at == m_buttons.end() ? nullptr : *at;
}

QSize NoticeCards::sizeHint() const {
    return {leastCard, place(std::max<int>(width(), leastCard), false)};
}

void NoticeCards::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place(width(), true);
    if (event->size().width() != event->oldSize().width()) {
        updateGeometry();
    }
}

int NoticeCards::place(int width, bool moves) const {
    const int gap = metric::gap;
    const std::size_t inRow =
        std::clamp<std::size_t>(std::size_t(std::max(1, (width + gap) / (leastCard + gap))), 1, mostInRow);
    const int each = (width - int(inRow - 1) * gap) / int(inRow);
    int y = 0;
    for (std::size_t first = 0; first < m_buttons.size(); first += inRow) {
        const std::size_t end = std::min(first + inRow, m_buttons.size());
        int height = 0;
        for (std::size_t i = first; i < end; ++i) {
            height = std::max(height, m_buttons[i]->heightForWidth(each));
        }
        for (std::size_t i = first; moves && i < end; ++i) {
            m_buttons[i]->setGeometry(int(i - first) * (each + gap), y, each, height);
        }
        y += height + gap;
    }
    return std::max(0, y - gap);
}

} // namespace bongsu
