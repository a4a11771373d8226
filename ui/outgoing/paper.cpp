#include "ui/outgoing/paper.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextLayout>

namespace bongsu {

namespace {

// In millimetres.
constexpr double margin = 15;
constexpr double pageWidth = 210 - 2 * margin;
constexpr double leftWidth = 20;
constexpr double rightWidth = 28;
constexpr double numberWidth = 16;
constexpr double between = 3;
constexpr double wordsAt = leftWidth + between;
constexpr double wordsWidth = pageWidth - wordsAt - rightWidth - numberWidth - 2 * between;
constexpr double footHeight = 8;
constexpr double millimetresPerInch = 25.4;
constexpr double pointsPerInch = 72;

// Of the text's size, whatever fonts its letters come from: lines beside each other stand on one level.
constexpr double heightOfLine = 1.55;
constexpr double toBaseline = 1.15;

QFont fontOf(double size, bool bold = false) {
    QFont font = Theme::font(TextSize::Body, bold ? Weight::Bold : Weight::Normal);
    font.setPointSizeF(size);
    return font;
}

} // namespace

struct Paper::Column {
    double left;
    double width;
    Qt::Alignment side = Qt::AlignLeft;
};

struct Paper::Line {
    QString words;
    QFont font;
    double left;
    double height;
    double ascent;
};

Paper::Paper(QPagedPaintDevice& device, PageHead head, int total)
    : m_device(device), m_head(std::move(head)), m_total(total) {
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageOrientation(QPageLayout::Portrait);
    device.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
}

Paper::~Paper() = default;

bool Paper::begin() {
    if (m_total > 0) {
        m_painter = std::make_unique<QPainter>();
        if (!m_painter->begin(&m_device)) {
            return false;
        }
    }
    newPage();
    return true;
}

double Paper::points(double count) const {
    return count * m_device.logicalDpiY() / pointsPerInch;
}

QRectF Paper::column(double from, double width) const {
    const double perMillimetre = m_device.logicalDpiX() / millimetresPerInch;
    return {from * perMillimetre, 0, width * perMillimetre, 0};
}

// Broken between words where they fit, within them where one is wider than its column.
std::vector<Paper::Line> Paper::linesOf(const QString& words, const QFont& font, const Column& column) const {
    std::vector<Line> lines;
    QTextLayout layout(words, font, &m_device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(column.width);
        const double free = column.side == Qt::AlignRight ? column.width - line.naturalTextWidth() : 0;
        lines.push_back({words.mid(line.textStart(), line.textLength()), font,
                         column.left + std::max(0.0, free), points(font.pointSizeF() * heightOfLine),
                         points(font.pointSizeF() * toBaseline)});
    }
    layout.endLayout();
    return lines;
}

void Paper::newPage() {
    if (isPainting() && m_page > 0) {
        m_device.newPage();
    }
    ++m_page;
    m_y = 0;
    const double perMillimetre = m_device.logicalDpiY() / millimetresPerInch;
    m_end = m_device.height() - footHeight * perMillimetre;
    paintHead();
}

void Paper::paintHead() {
    const QRectF whole = column(0, pageWidth);
    const auto put = [&](const QString& words, const QFont& font, double top, int flags) {
        const double height = points(font.pointSizeF() * heightOfLine);
        if (isPainting() && !words.isEmpty()) {
            m_painter->setFont(font);
            const QString fitting =
                QFontMetricsF(font, &m_device).elidedText(words, Qt::ElideRight, whole.width());
            m_painter->drawText(QRectF(0, top, whole.width(), height), flags | Qt::AlignVCenter, fitting);
        }
        return height;
    };
    const QFont strong = fontOf(11, true);
    const QFont small = fontOf(8);
    m_y += put(m_head.stamp.isEmpty() ? m_head.title : m_head.stamp + u' ' + m_head.title, strong, m_y,
               Qt::AlignLeft);
    put(m_head.asOf, small, m_y, Qt::AlignRight);
    m_y += put(m_head.about, small, m_y, Qt::AlignLeft);
    m_y += put(m_head.place, small, m_y, Qt::AlignLeft);
    if (isPainting()) {
        m_painter->setPen(QPen(Qt::black, points(0.75)));
        m_painter->drawLine(QPointF(0, m_y), QPointF(whole.width(), m_y));
        const double foot = m_device.height() - points(small.pointSizeF() * heightOfLine);
        put(QStringLiteral("%1 / %2").arg(m_page).arg(m_total), small, foot, Qt::AlignRight);
        put(m_head.stamp, strong, foot, Qt::AlignHCenter);
    }
    m_y += points(8);
}

// Columns begin beside each other and each goes on down; a page ends between lines, before a block that
// begins with its last one.
void Paper::flow(const std::vector<std::vector<Line>>& columns, double gapBelow) {
    double height = 0;
    for (const std::vector<Line>& lines : columns) {
        double sum = 0;
        for (const Line& line : lines) {
            sum += line.height;
        }
        height = std::max(height, sum);
    }
    const double page = m_end;
    if (m_y + height > page && height < page / 3) {
        newPage(); // short ones stay together
    }
    std::vector<std::size_t> next(columns.size(), 0);
    bool more = true;
    while (more) {
        more = false;
        double lowest = m_y;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            double y = m_y;
            for (; next[i] < columns[i].size() && y + columns[i][next[i]].height <= page; ++next[i]) {
                const Line& line = columns[i][next[i]];
                if (isPainting()) {
                    m_painter->setFont(line.font);
                    m_painter->drawText(QPointF(line.left, y + line.ascent), line.words);
                }
                y += line.height;
            }
            lowest = std::max(lowest, y);
            more = more || next[i] < columns[i].size();
        }
        m_y = lowest;
        if (more) {
            newPage();
        }
    }
    m_y += gapBelow;
}

void Paper::heading(const QString& words) {
    const QRectF whole = column(0, pageWidth);
    const QFont font = fontOf(10.5, true);
    m_y += points(6);
    if (m_y + points(4 * font.pointSizeF() * heightOfLine) > m_end) {
        newPage(); // not alone at the foot of a page
    }
    flow({linesOf(words, font, {0, whole.width()})}, points(1));
    if (isPainting()) {
        m_painter->setPen(QPen(Qt::black, points(0.4)));
        m_painter->drawLine(QPointF(0, m_y), QPointF(whole.width(), m_y));
    }
    m_y += points(3);
}

void Paper::block(const PaperBlock& block) {
    const auto place = [this](double from, double width, Qt::Alignment side = Qt::AlignLeft) {
        const QRectF room = column(from, width);
        return Column{room.left(), room.width(), side};
    };
    QFont font = fontOf(9.5, block.bold);
    const QFont plain = fontOf(9.5);
    font.setStrikeOut(block.struck);
    std::vector<Line> words = linesOf(block.words, font, place(wordsAt, wordsWidth));
    for (const QString& note : block.notes) {
        for (Line& line : linesOf(note, fontOf(8.5), place(wordsAt + between, wordsWidth - between))) {
            words.push_back(std::move(line));
        }
    }
    flow({linesOf(block.left, plain, place(0, leftWidth)), std::move(words),
          linesOf(block.right, plain, place(wordsAt + wordsWidth + between, rightWidth)),
          linesOf(block.rightmost, plain, place(pageWidth - numberWidth, numberWidth, Qt::AlignRight))},
         points(3));
}

void Paper::large(const QString& words) {
    flow({linesOf(words, fontOf(16), {0, column(0, pageWidth).width()})}, points(8));
}

} // namespace bongsu
