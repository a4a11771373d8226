#include "ui/style/labels.h"

#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>

namespace bongsu {

namespace {

constexpr int fires = 5;
constexpr Length fireWidth{10};
constexpr Length fireHeight{16};
constexpr Length fireStep{13};
constexpr Length capHeight{20};
constexpr Length capPadding{6};
constexpr Length hintHeight{22};

} // namespace

QLabel* makeLabel(QWidget* parent, Ink ink, TextSize size, Weight weight) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    dress(label, ink, size, weight);
    return label;
}

QLabel* makeTag(QWidget* parent) {
    auto* tag = makeLabel(parent, Ink::Text, TextSize::Small);
    tag->setProperty("tag", QStringLiteral("true"));
    return tag;
}

QWidget* makeRule(QWidget* parent) {
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", QStringLiteral("true"));
    rule->setFixedHeight(metric::rule);
    return rule;
}

QWidget* makeUpright(QWidget* parent) {
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", QStringLiteral("true"));
    rule->setFixedWidth(metric::rule);
    return rule;
}

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setWords(const QString& words) {
    m_words = words;
    setAccessibleName(words);
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const {
    const QFontMetrics metrics(font());
    return QSize(metrics.horizontalAdvance(m_words) + 1, metrics.height()).grownBy(contentsMargins());
}

QSize ElidedLabel::minimumSizeHint() const {
    const QFontMetrics metrics(font());
    const QSize least = QSize(metrics.averageCharWidth() * 6, metrics.height()).grownBy(contentsMargins());
    return least.boundedTo({sizeHint().width(), least.height()});
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide() {
    const QString shown = QFontMetrics(font()).elidedText(m_words, Qt::ElideRight, contentsRect().width());
    setToolTip(shown == m_words ? QString() : m_words);
    setText(shown);
}

Fires::Fires(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Fires::setGrade(Grade grade) {
    m_grade = grade;
    update();
}

QSize Fires::sizeHint() const {
    return {fireStep * (fires - 1) + fireWidth, fireHeight};
}

void Fires::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawFires(painter, {0, 0}, m_grade, m_theme.tokens());
}

int drawFires(QPainter& painter, const QPointF& topLeft, Grade grade, const Tokens& tokens) {
    for (int i = 0; i < fires; ++i) {
        const QRectF box(topLeft + QPointF(i * fireStep, 0), QSizeF(fireWidth, fireHeight));
        const bool lit = i < int(grade);
        drawMark(painter, lit ? Mark::Flame : Mark::HollowFlame, box, lit ? tokens.ember : tokens.quiet);
    }
    return fireStep * (fires - 1) + fireWidth;
}

KeyHint::KeyHint(const Theme& theme, const QString& key, QWidget* parent, Form form)
    : QAbstractButton(parent), m_theme(theme), m_key(key), m_form(form) {
    // Its key does it from anywhere; a stop of the Tab key at each hint would only lengthen the way.
    setFocusPolicy(Qt::NoFocus);
    setAccessibleDescription(key); // read out after the name
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

KeyHint::Measures KeyHint::measures() const {
    const bool cap = m_form == Form::Cap;
    const int padding = cap ? 2 * capPadding : 0;
    return {QFontMetrics(Theme::font(TextSize::Small, Weight::Bold)).horizontalAdvance(m_key) + padding,
            cap ? TextSize::Body : TextSize::Small, cap ? metric::gap : metric::gap / 2 + 1};
}

QSize KeyHint::sizeHint() const {
    const Measures m = measures();
    return {m.key + m.gap + QFontMetrics(Theme::font(m.words)).horizontalAdvance(text()) + 1, hintHeight};
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Measures m = measures();
    const bool plain = m_form == Form::Plain;
    const QColor ink = m_theme.ink(plain || underMouse() ? Ink::Text : Ink::Quiet);
    painter.setPen(ink);
    const QRectF key(.5, (height() - capHeight) / 2 + .5, m.key - 1, capHeight - 1);
    if (!plain) {
        painter.drawRoundedRect(key, metric::smallRadius, metric::smallRadius);
    }
    painter.setFont(Theme::font(TextSize::Small, Weight::Bold));
    painter.drawText(key, Qt::AlignCenter, m_key);
    painter.setFont(Theme::font(m.words));
    painter.drawText(rect().adjusted(m.key + m.gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace bongsu
