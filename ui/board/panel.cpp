#include "ui/board/panel.h"

#include "ui/style/rowground.h"

#include <QBoxLayout>
#include <QPainter>

namespace bongsu {

namespace {

constexpr Length rowHeight{30};
constexpr Length markColumn{26};
constexpr Length leastName{90};
constexpr Length between{12};

QString spokenOf(const PanelLine& line) {
    if (!line.spoken.isEmpty()) {
        return line.spoken;
    }
    QStringList parts{line.name, line.more, line.state, line.end};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

void PanelModel::show(std::vector<PanelLine> lines) {
    const int before = int(m_lines.size());
    const int now = int(lines.size());
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        m_lines.resize(lines.size());
        endRemoveRows();
    } else if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_lines.insert(m_lines.end(), lines.begin() + before, lines.end());
        endInsertRows();
    }
    for (int row = 0; row < std::min(before, now); ++row) {
        if (m_lines[std::size_t(row)] != lines[std::size_t(row)]) {
            m_lines[std::size_t(row)] = std::move(lines[std::size_t(row)]);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int PanelModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant PanelModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PanelLine& shown = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spokenOf(shown);
    case LineRole:
        return QVariant::fromValue(shown);
    default:
        return {};
    }
}

Qt::ItemFlags PanelModel::flags(const QModelIndex& index) const {
    const bool isHeading = index.isValid() && line(index.row()).heading;
    return isHeading ? Qt::ItemNeverHasChildren : QAbstractListModel::flags(index);
}

PanelDelegate::PanelDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize PanelDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(120), rowHeight};
}

void PanelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const auto line = index.data(PanelModel::LineRole).value<PanelLine>();
    const Tokens& t = m_theme.tokens();
    painter->save();
    paintRowGround(*painter, option, t);
    const int indent = line.under ? markColumn : 0;
    const QRect box = option.rect.adjusted(metric::margin + indent, 0, -metric::margin, 0);
    if (line.heading) {
        paintHeading(*painter, box, line);
        painter->restore();
        return;
    }
    drawMark(*painter, line.mark,
             QRectF(box.left(), box.center().y() - metric::mark / 2.0 + .5, metric::mark, metric::mark),
             m_theme.ink(line.markInk));
    const QFont normal = Theme::font(TextSize::Body);
    const QFont bold = Theme::font(TextSize::Body, Weight::Bold);
    const QFontMetrics metrics(normal);
    const auto draw = [&](const QString& words, const QFont& font, Ink ink, int left, int width,
                          Qt::Alignment side) {
        painter->setFont(font);
        painter->setPen(m_theme.ink(ink));
        painter->drawText(QRect(left, box.top(), width, box.height()), Qt::AlignVCenter | side,
                          QFontMetrics(font).elidedText(words, Qt::ElideRight, width));
    };
    const int left = box.left() + markColumn;
    int right = box.right() + 1;
    const QFont nameFont = line.even ? bold : normal;
    const int moreWidth = line.more.isEmpty() ? 0 : metrics.horizontalAdvance(line.more) + metric::gap + 1;
    // What gives way first is the end, then what is more; the name and the state stay.
    const int stateWidth =
        line.state.isEmpty() ? 0 : QFontMetrics(bold).horizontalAdvance(line.state) + between + 1;
    const int least = line.even ? leastName + std::min<int>(moreWidth, leastName) : int(leastName);
    const int endRoom = std::max(0, right - left - stateWidth - least);
    const int endWidth =
        line.end.isEmpty() ? 0 : std::min(endRoom, metrics.horizontalAdvance(line.end) + between + 1);
    draw(line.end, normal, line.endInk, right - endWidth + between, std::max(0, endWidth - between),
         Qt::AlignRight);
    right -= endWidth;
    draw(line.state, bold, line.stateInk, right - stateWidth + between, std::max(0, stateWidth - between),
         Qt::AlignRight);
    right -= stateWidth;
    const int nameNeeds = QFontMetrics(nameFont).horizontalAdvance(line.name) + 1;
    const int nameRoom = line.even ? std::max<int>(leastName, right - left - moreWidth) : right - left;
    const int nameWidth = std::min({nameNeeds, nameRoom, right - left});
    draw(line.name, nameFont, line.nameInk, left, nameWidth, Qt::AlignLeft);
    const int moreLeft = left + nameWidth + metric::gap;
    if (moreLeft < right) {
        draw(line.more, normal, line.even ? Ink::Text : Ink::Quiet, moreLeft, right - moreLeft,
             Qt::AlignLeft);
    }
    painter->restore();
}

void PanelDelegate::paintHeading(QPainter& painter, const QRect& box, const PanelLine& line) const {
    const QRect low = box.adjusted(0, 0, 0, -px(4)); // nearer to what it is of
    painter.setFont(Theme::font(TextSize::Small, Weight::Bold));
    painter.setPen(m_theme.ink(Ink::Quiet));
    painter.drawText(low, Qt::AlignBottom | Qt::AlignLeft, line.name);
    painter.drawText(low, Qt::AlignBottom | Qt::AlignRight, line.end);
}

PanelSection::PanelSection(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_heading(makeLabel(this, Ink::Quiet, TextSize::Small, Weight::Bold)),
      m_counts(new PanelCounts(theme, this)), m_list(new QListView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(12), 0, 0);
    column->setSpacing(px(4));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(metric::margin, 0, metric::margin, 0);
    line->addWidget(m_heading);
    line->addStretch();
    line->addWidget(m_counts);
    column->addLayout(line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->addWidget(m_list);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PanelDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    lay(m_list, "ground");
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void PanelSection::setHeading(const QString& heading, std::vector<PanelCount> counts) {
    m_heading->setText(heading);
    m_list->setAccessibleName(heading);
    m_counts->show(std::move(counts));
}

void PanelSection::show(std::vector<PanelLine> lines) {
    m_model.show(std::move(lines));
    m_list->setFixedHeight(m_model.rowCount() * rowHeight);
    m_list->setVisible(m_model.rowCount() > 0);
}

void PanelSection::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_list->doItemsLayout();
}

PanelCounts::PanelCounts(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PanelCounts::show(std::vector<PanelCount> counts) {
    m_counts = std::move(counts);
    QStringList words;
    for (const PanelCount& count : m_counts) {
        words += count.words;
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize PanelCounts::sizeHint() const {
    const QFontMetrics metrics(Theme::font(TextSize::Small, Weight::Bold));
    int width = 0;
    for (const PanelCount& count : m_counts) {
        width += metrics.horizontalAdvance(count.words) + (count.mark ? metric::mark + px(5) : 0) + between;
    }
    return {width + 1, lineHeight(TextSize::Small)};
}

void PanelCounts::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont font = Theme::font(TextSize::Small, Weight::Bold);
    painter.setFont(font);
    int left = 0;
    for (const PanelCount& count : m_counts) {
        left += between;
        if (count.mark) {
            const QRectF box(left, (height() - metric::mark) / 2.0 + .5, metric::mark, metric::mark);
            drawMark(painter, *count.mark, box, m_theme.ink(count.ink));
            left += metric::mark + px(5);
        }
        painter.setPen(m_theme.ink(count.ink));
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, count.words);
        left += QFontMetrics(font).horizontalAdvance(count.words);
    }
}

} // namespace bongsu
