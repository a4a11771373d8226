#include "ui/retro/evidencedelegate.h"

#include "ui/style/labels.h"
#include "ui/style/rowground.h"
#include "ui/timeline/rowwords.h"
#include "ui/timeline/timelinemodel.h"

#include <QAbstractItemView>
#include <QDate>
#include <QPainter>
#include <QTextLayout>

namespace bongsu {

namespace {

constexpr Length edge{8};
constexpr Length above{5};
constexpr Length markColumn{20};
constexpr int mostLines = 2; // of its words

QFont fontOf(const RowWords& words) {
    return Theme::font(TextSize::Body, words.decision ? Weight::Bold : Weight::Normal);
}

// As many lines as there are, the last one ending with an ellipsis where there is more.
QStringList broken(const QString& words, const QFont& font, int width) {
    QTextLayout layout(words, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == mostLines) {
            lines += QFontMetrics(font).elidedText(words.sliced(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines += words.sliced(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

} // namespace

EvidenceDelegate::EvidenceDelegate(const Theme& theme, std::function<bool(int row)> isMarked, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_isMarked(std::move(isMarked)) {}

QSize EvidenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() - 2 * edge : px(240);
    const auto words = index.data(TimelineModel::WordsRole).value<RowWords>();
    const int lines = std::max(1, int(broken(words.line, fontOf(words), width).size()));
    return {px(120), 2 * above + lineHeight(TextSize::Small) + lines * lineHeight(TextSize::Body)};
}

void EvidenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const auto words = index.data(TimelineModel::WordsRole).value<RowWords>();
    const QDate day = index.data(TimelineModel::DayRole).toDate();
    const Tokens& t = m_theme.tokens();
    painter->save();
    paintRowGround(*painter, option, t);
    const QRect box = option.rect.adjusted(edge, above, -edge, -above);
    const int small = lineHeight(TextSize::Small);
    drawMark(*painter, words.mark,
             QRectF(box.left(), box.top() + (small - metric::mark) / 2.0 + .5, metric::mark, metric::mark),
             m_theme.ink(words.markInk));
    const QFont quiet = Theme::font(TextSize::Small);
    const QRect first(box.left() + markColumn, box.top(), box.width() - markColumn, small);
    const bool isMarked = m_isMarked(index.row());
    painter->setFont(isMarked ? Theme::font(TextSize::Small, Weight::Bold) : quiet);
    painter->setPen(m_theme.ink(isMarked ? Ink::Ember : Ink::Quiet));
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignRight, words.number);
    if (isMarked) {
        const int left = first.right() - painter->fontMetrics().horizontalAdvance(words.number) - markColumn;
        drawMark(*painter, Mark::Pin,
                 QRectF(left, box.top() + (small - metric::mark) / 2.0 + .5, metric::mark, metric::mark),
                 m_theme.ink(Ink::Ember));
    }
    const QString head =
        QStringLiteral(u"%1/%2 %3 \u00B7 %4").arg(day.month()).arg(day.day()).arg(words.time, words.person);
    painter->setFont(quiet);
    painter->setPen(m_theme.ink(Ink::Quiet));
    painter->drawText(first.adjusted(0, 0, -px(60), 0), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(quiet).elidedText(head, Qt::ElideRight, first.width() - px(60)));
    const QFont font = fontOf(words);
    painter->setFont(font);
    painter->setPen(m_theme.ink(words.lineInk));
    QRect line(box.left(), box.top() + small, box.width(), lineHeight(TextSize::Body));
    for (const QString& one : broken(words.line, font, box.width())) {
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, one);
        line.translate(0, line.height());
    }
    painter->restore();
}

} // namespace bongsu
