#include "ui/incidents/incidentsdelegate.h"

#include "ui/incidents/incidentsmodel.h"
#include "wording/template.h"

#include <QFontMetrics>
#include <QPainter>

namespace bongsu {

namespace {

constexpr Length rowHeight{60};
constexpr Length firstLine{20}; // its middle
constexpr Length secondLine{42};
constexpr Length firesWidth{76};
constexpr Length tagPadding{6};
constexpr Length tagHeight{20};

} // namespace

IncidentsDelegate::IncidentsDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize IncidentsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {320, rowHeight};
}

int IncidentsDelegate::drawTag(QPainter& painter, int left, int middle, const QString& words, Ink ink) const {
    const QFont font = Theme::font(TextSize::Small);
    const int width = QFontMetrics(font).horizontalAdvance(words) + 2 * tagPadding;
    const QRectF tag(left + .5, middle - tagHeight / 2 + .5, width - 1, tagHeight - 1);
    painter.setPen(ink == Ink::Text ? m_theme.tokens().rule : m_theme.ink(ink));
    painter.drawRoundedRect(tag, metric::smallRadius, metric::smallRadius);
    painter.setPen(m_theme.ink(ink));
    painter.setFont(font);
    painter.drawText(tag, Qt::AlignCenter, words);
    return left + width + metric::gap;
}

void IncidentsDelegate::paintFirstLine(QPainter& painter, const QRect& box,
                                       const IncidentWords& words) const {
    drawFires(painter, box.topLeft() + QPointF(0, firstLine - px(8)), words.grade, m_theme.tokens());
    int left = box.left() + firesWidth;
    const int middle = box.top() + firstLine;
    if (words.drill) {
        left = drawTag(painter, left, middle, tr("DRILL / EXERCISE"), Ink::Ember);
    }
    const QFont font = Theme::font(TextSize::Strong, Weight::Bold);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme.ink(words.open ? Ink::Text : Ink::Quiet));
    const int phaseWidth = QFontMetrics(Theme::font(TextSize::Small)).horizontalAdvance(words.phase) + px(40);
    const QString title = metrics.elidedText(words.gradeWord + QStringLiteral("  ") + words.title,
                                             Qt::ElideRight, box.right() - left - phaseWidth);
    painter.drawText(QRect(left, middle - px(14), box.right() - left, px(28)), Qt::AlignVCenter, title);
    drawTag(painter, left + metrics.horizontalAdvance(title) + px(12), middle, words.phase, Ink::Text);
}

void IncidentsDelegate::paintSecondLine(QPainter& painter, const QRect& box,
                                        const IncidentWords& words) const {
    QStringList parts{words.sinceBefore + words.elapsed + words.sinceAfter,
                      words.acting ? filled(tr("acting commander %1"), {words.commander})
                                   : filled(tr("commander %1"), {words.commander}),
                      words.counts};
    if (!words.joinedInto.isEmpty()) {
        parts += filled(tr("joined into %1"), {words.joinedInto});
    }
    const QFont font = Theme::font(TextSize::Body);
    painter.setFont(font);
    painter.setPen(m_theme.ink(Ink::Quiet));
    const QRect line(box.left() + firesWidth, box.top() + secondLine - px(11), box.width() - firesWidth,
                     px(22));
    painter.drawText(line, Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(parts.join(u" \u00B7 "), Qt::ElideRight, line.width()));
}

void IncidentsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const auto words = index.data(IncidentsModel::WordsRole).value<IncidentWords>();
    const Tokens& t = m_theme.tokens();
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, t.select);
    }
    painter->setPen(t.rule);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(t.focus, metric::focus));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect.adjusted(metric::margin, 0, -metric::margin, 0);
    paintFirstLine(*painter, box, words);
    paintSecondLine(*painter, box, words);
    painter->restore();
}

} // namespace bongsu
