#include "ui/timeline/rowlayout.h"

#include "wording/times.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextCharFormat>
#include <QTextOption>

#include <cmath>

namespace bongsu {

namespace {

constexpr Length timeWidth{48};
constexpr Length markWidth{18};
constexpr Length personWidth{72};
constexpr Length stateWidth{18};
constexpr Length numberWidth{52};
constexpr Length padding{6};
constexpr Length headingHeight{34};
constexpr Length tagPadding{6};
constexpr Length tagHeight{18};
constexpr Length pictureWidth{192};
constexpr Length pictureHeight{128};

// Latin letters sit on the same line whatever stands beside them: text is placed by its baseline.
qreal baseline(TextSize size) {
    const QFontMetricsF metrics(Theme::font(size));
    return std::round((lineHeight(size) - metrics.height()) / 2 + metrics.ascent());
}

// Bold and underlined: told without colour.
QList<QTextLayout::FormatRange> formatsOf(const Marked& marked) {
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setFontUnderline(true);
    QList<QTextLayout::FormatRange> formats;
    for (const auto& [from, length] : marked) {
        formats.push_back({int(from), int(length), format});
    }
    return formats;
}

} // namespace

RowColumns::RowColumns(int width)
    : left(metric::margin), mark(left + timeWidth + metric::gap), text(mark + markWidth + metric::gap),
      textWidth(0), person(0), state(0), number(0), right(width - metric::margin) {
    number = right - numberWidth;
    state = number - metric::gap - stateWidth;
    person = state - metric::gap - personWidth;
    textWidth = std::max(80, person - metric::gap - text);
}

RowLayout::RowLayout(RowWords words, const RowHeadings& headings, int width)
    : m_words(std::move(words)), m_columns(width) {
    if (headings.day) {
        m_headings.push_back({dayHeading(*headings.day), Ink::Quiet});
    }
    if (headings.unread) {
        m_headings.push_back({QCoreApplication::translate("Timeline", "Read up to here"), Ink::Ember});
    }
    m_top = int(m_headings.size()) * headingHeight;
    QFont lineFont = Theme::font(TextSize::Body, m_words.bold ? Weight::Bold : Weight::Normal);
    lineFont.setStrikeOut(m_words.struck);
    qreal bottom =
        add(m_words.line, lineFont, m_words.lineInk, m_top + padding, TextSize::Body, m_words.marked);
    addTail();
    for (const RowNote& note : m_words.notes) {
        bottom =
            add(note.words, Theme::font(TextSize::Small), note.ink, bottom, TextSize::Small, note.marked);
    }
    if (!m_words.tags.empty()) {
        const bool ownLine = m_words.notes.empty();
        placeTags(ownLine ? bottom : bottom - lineHeight(TextSize::Small));
        bottom = std::max(bottom, m_tags.back().first.bottom() + 1);
    }
    if (!m_words.picture.isNull()) {
        bottom = placePicture(bottom + metric::grid);
    }
    m_height = int(std::ceil(bottom)) + padding;
}

qreal RowLayout::placePicture(qreal top) {
    const QSize size = m_words.picture.size().scaled(pictureWidth, pictureHeight, Qt::KeepAspectRatio);
    m_picture = QRectF(m_columns.text, top, size.width(), size.height());
    return m_picture.bottom() + metric::grid;
}

// Lays words out below `top`; returns where they end.
qreal RowLayout::add(const QString& words, const QFont& font, Ink ink, qreal top, TextSize size,
                     const Marked& marked) {
    auto layout = std::make_unique<QTextLayout>(words, font);
    if (!marked.empty()) {
        layout->setFormats(formatsOf(marked));
    }
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    const int step = lineHeight(size);
    const qreal base = baseline(size);
    int lines = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(m_columns.textWidth);
        line.setPosition({0, lines++ * step + base - line.ascent()});
    }
    layout->endLayout();
    m_pieces.push_back({std::move(layout), QPointF(m_columns.text, top), ink});
    return top + std::max(1, lines) * step;
}

// Whose word it is, small and quiet behind the last line, where there is room for it.
void RowLayout::addTail() {
    if (m_words.tail.isEmpty()) {
        return;
    }
    const Piece& line = m_pieces.front();
    const QTextLine last = line.layout->lineAt(line.layout->lineCount() - 1);
    const QFont font = Theme::font(TextSize::Small);
    const qreal used = last.naturalTextWidth() + metric::gap;
    const bool fits = used + QFontMetricsF(font).horizontalAdvance(m_words.tail) <= m_columns.textWidth;
    if (!fits) {
        m_words.notes.push_back({m_words.tail, Ink::Quiet, {}});
        return;
    }
    auto layout = std::make_unique<QTextLayout>(m_words.tail, font);
    layout->beginLayout();
    QTextLine tail = layout->createLine();
    tail.setLineWidth(m_columns.textWidth);
    tail.setPosition({0, last.y() + last.ascent() - tail.ascent()});
    layout->endLayout();
    m_pieces.push_back({std::move(layout), line.at + QPointF(used, 0), Ink::Quiet});
}

void RowLayout::placeTags(qreal top) {
    const QFontMetricsF metrics(Theme::font(TextSize::Small));
    qreal left = m_columns.text;
    if (!m_words.notes.empty()) {
        const QTextLayout& note = *m_pieces.back().layout;
        left += note.lineAt(note.lineCount() - 1).naturalTextWidth() + metric::gap;
    }
    for (const QString& tag : m_words.tags) {
        const qreal width = std::ceil(metrics.horizontalAdvance(tag)) + 2 * tagPadding;
        if (left + width > m_columns.text + m_columns.textWidth && left > m_columns.text) {
            left = m_columns.text;
            top += lineHeight(TextSize::Small) + 2;
        }
        m_tags.push_back({QRectF(left, top, width, tagHeight), tag});
        left += width + metric::gap;
    }
}

void RowLayout::paint(QPainter& painter, const QRect& box, const Look& look) const {
    painter.save();
    QRect line(box.left() + metric::margin, box.top(), box.width() - 2 * metric::margin, headingHeight);
    for (const Heading& heading : m_headings) {
        const bool alarming = heading.ink == Ink::Ember;
        paintHeading(painter, line, heading, alarming ? look.tokens.ember : look.tokens.rule);
        painter.setPen(colourOf(look.tokens, heading.ink));
        painter.drawText(line, Qt::AlignCenter, heading.words);
        line.translate(0, headingHeight);
    }
    paintGround(painter, box.adjusted(0, m_top, 0, 0), look);
    paintColumns(painter, box, look);
    paintText(painter, box, look);
    painter.restore();
}

// The rule on both sides of its words.
void RowLayout::paintHeading(QPainter& painter, const QRect& line, const Heading& heading,
                             const QColor& rule) const {
    const QFont font = Theme::font(TextSize::Small);
    const int words = int(QFontMetricsF(font).horizontalAdvance(heading.words)) + px(24);
    const int middle = line.center().y();
    const int from = line.center().x() - words / 2;
    painter.setFont(font);
    painter.setPen(rule);
    painter.drawLine(line.left(), middle, from, middle);
    painter.drawLine(from + words, middle, line.right(), middle);
}

void RowLayout::paintGround(QPainter& painter, const QRect& box, const Look& look) const {
    if (m_words.decision) {
        painter.fillRect(box, look.tokens.sunken);
        painter.fillRect(QRect(box.topLeft(), QSize(metric::accent, box.height())), look.tokens.info);
    }
    if (look.selected || look.hovered) {
        painter.fillRect(m_words.decision ? box.adjusted(metric::accent, 0, 0, 0) : box, look.tokens.select);
    }
    if (look.focused) {
        painter.setPen(QPen(look.tokens.focus, metric::focus));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
}

void RowLayout::paintColumns(QPainter& painter, const QRect& box, const Look& look) const {
    const QPointF origin = box.topLeft() + QPointF(0, m_top + padding);
    const qreal base = baseline(TextSize::Body);
    // Marks stand in the middle of capital letters, not of the line.
    const qreal middle = base - QFontMetricsF(Theme::font(TextSize::Body)).capHeight() / 2;
    painter.setPen(look.tokens.text);
    painter.setFont(Theme::font(TextSize::Body, Weight::Bold));
    painter.drawText(origin + QPointF(m_columns.left, base), m_words.time);
    drawMark(
        painter, m_words.mark,
        {origin + QPointF(m_columns.mark, middle - metric::mark / 2.0), QSizeF(metric::mark, metric::mark)},
        colourOf(look.tokens, m_words.markInk));
    const QFont small = Theme::font(TextSize::Small);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(look.tokens.quiet);
    painter.drawText(origin + QPointF(m_columns.person, base),
                     metrics.elidedText(m_words.person, Qt::ElideRight, personWidth));
    painter.drawText(origin + QPointF(m_columns.right - metrics.horizontalAdvance(m_words.number), base),
                     m_words.number);
    drawState(
        painter, m_words.state,
        {origin + QPointF(m_columns.state + (stateWidth - metric::state) / 2.0, middle - metric::state / 2.0),
         QSizeF(metric::state, metric::state)},
        colourOf(look.tokens, m_words.stateInk));
}

void RowLayout::paintText(QPainter& painter, const QRect& box, const Look& look) const {
    for (const Piece& piece : m_pieces) {
        painter.setPen(colourOf(look.tokens, piece.ink));
        piece.layout->draw(&painter, box.topLeft() + piece.at);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_picture.isEmpty()) {
        const QRectF place = m_picture.translated(box.topLeft());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, m_words.picture);
        painter.setPen(look.tokens.rule);
        painter.drawRect(place.adjusted(-.5, -.5, .5, .5));
    }
    painter.setFont(Theme::font(TextSize::Small));
    for (const auto& [place, words] : m_tags) {
        const QRectF tag = place.translated(box.topLeft()).adjusted(.5, .5, -.5, -.5);
        painter.setPen(look.tokens.rule);
        painter.drawRoundedRect(tag, metric::smallRadius, metric::smallRadius);
        painter.setPen(look.tokens.text);
        painter.drawText(tag, Qt::AlignCenter, words);
    }
}

} // namespace bongsu
