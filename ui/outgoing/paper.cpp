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
constexpr double footHeight = 12;
constexpr double numberRoom = 24; // of the foot: the number of the page
constexpr double cellPadding = 1.6;
constexpr double boxPadding = 1.5;
constexpr double millimetresPerInch = 25.4;
constexpr double pointsPerInch = 72;

// Of the text's size, whatever fonts its letters come from: lines beside each other stand on one level.
constexpr double heightOfLine = 1.55;
constexpr double toBaseline = 1.15;

// Without the ligatures and digits of other widths that shaping chooses beside Latin letters: a PDF names no
// characters for those, and whoever copies or searches its text would miss every number.
QFont fontOf(double size, bool bold = false) {
    QFont font = Theme::font(TextSize::Body, bold ? Weight::Bold : Weight::Normal);
    font.setPointSizeF(size);
    font.setStyleStrategy(QFont::PreferNoShaping);
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

Paper::Paper(QPagedPaintDevice& device, PageHead head, int total, PaperSide side)
    : m_device(device), m_head(std::move(head)), m_total(total) {
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageOrientation(side == PaperSide::Upright ? QPageLayout::Portrait : QPageLayout::Landscape);
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
    if (m_atTop) {
        m_atTop();
    }
}

double Paper::paintLines(const std::vector<Line>& lines, double top) {
    for (const Line& line : lines) {
        if (isPainting()) {
            m_painter->setFont(line.font);
            m_painter->drawText(QPointF(line.left, top + line.ascent), line.words);
        }
        top += line.height;
    }
    return top;
}

void Paper::rule(double y, double weight) {
    if (isPainting()) {
        m_painter->setPen(QPen(Qt::black, points(weight)));
        m_painter->drawLine(QPointF(0, y), QPointF(m_device.width(), y));
    }
}

void Paper::paintHead() {
    const double whole = m_device.width();
    const QFont small = fontOf(8);
    const QString title = m_head.stamp.isEmpty() ? m_head.title : m_head.stamp + u' ' + m_head.title;
    m_y = paintLines(linesOf(title, fontOf(13, true), {0, whole}), m_y);
    const auto asOf = linesOf(m_head.asOf, small, {whole / 2, whole / 2, Qt::AlignRight});
    const double below = paintLines(asOf, m_y);
    m_y = std::max(below, paintLines(linesOf(m_head.about, small, {0, whole / 2}), m_y));
    if (!m_head.place.isEmpty()) {
        m_y = paintLines(linesOf(m_head.place, small, {0, whole}), m_y);
    }
    m_y += points(2);
    rule(m_y, 1);
    m_y += points(8);
    paintFoot();
}

void Paper::paintFoot() {
    const double whole = m_device.width();
    const double room = column(0, numberRoom).width();
    const double top = m_end + points(6);
    rule(top, 0.3);
    paintLines(linesOf(m_head.fresh, fontOf(7.5), {0, whole - room}), top + points(3));
    const QString number = QStringLiteral("%1 / %2").arg(m_page).arg(m_total);
    paintLines(linesOf(m_head.stamp.isEmpty() ? number : m_head.stamp + u' ' + number,
                       fontOf(8, !m_head.stamp.isEmpty()), {whole - room, room, Qt::AlignRight}),
               top + points(3));
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
    const double whole = m_device.width();
    const QFont font = fontOf(10.5, true);
    m_y += points(6);
    if (m_y + points(4 * font.pointSizeF() * heightOfLine) > m_end) {
        newPage(); // not alone at the foot of a page
    }
    flow({linesOf(words, font, {0, whole})}, points(1));
    rule(m_y, 0.4);
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
    flow({linesOf(words, fontOf(16), {0, double(m_device.width())})}, points(8));
}

void Paper::title(const QString& words) {
    std::vector<Line> lines = linesOf(words, fontOf(18, true), {0, double(m_device.width())});
    for (Line& line : lines) {
        const double its = QFontMetricsF(line.font, &m_device).horizontalAdvance(line.words);
        line.left = std::max(0.0, (m_device.width() - its) / 2);
    }
    flow({std::move(lines)}, points(4));
}

void Paper::paragraph(const QString& words, double size, bool bold) {
    flow({linesOf(words, fontOf(size, bold), {0, double(m_device.width())})}, points(3));
}

void Paper::item(const QString& mark, const QString& words, double indent) {
    const double left = column(0, indent).width();
    const double hang = column(0, 5).width();
    const QFont font = fontOf(9.5);
    flow({linesOf(mark, font, {left, hang}),
          linesOf(words, font, {left + hang, m_device.width() - left - hang})},
         points(2));
}

// Lines from the top of a row to its end, wherever a page ended between them.
void Paper::uprights(const std::vector<Column>& columns, double top, double bottom) {
    if (!isPainting()) {
        return;
    }
    const double padding = column(0, cellPadding).width();
    m_painter->setPen(QPen(Qt::black, points(0.3)));
    for (const Column& one : columns) {
        const double x = one.left - padding;
        m_painter->drawLine(QPointF(x, top), QPointF(x, bottom));
    }
    m_painter->drawLine(QPointF(m_device.width(), top), QPointF(m_device.width(), bottom));
}

void Paper::tableRow(const std::vector<Column>& columns, const PaperRow& row, bool grid, double size) {
    std::vector<std::vector<Line>> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        cells.push_back(linesOf(row.cells.value(int(i)), fontOf(size, row.bold), columns[i]));
    }
    const double pad = points(2.5);
    double height = 0;
    for (const auto& lines : cells) {
        height = std::max(height, double(lines.size()) * points(size * heightOfLine));
    }
    if (m_y + height + 2 * pad > m_end && height < m_end / 3) {
        newPage();
    }
    const int page = m_page;
    const double top = m_y;
    m_y += pad;
    flow(cells, pad);
    if (grid) {
        uprights(columns, page == m_page ? top : 0, m_y); // one so long that a page ends in it is rare
    }
    rule(m_y, 0.3);
}

void Paper::table(const std::vector<PaperColumn>& columns, const std::vector<PaperRow>& rows, bool grid,
                  double size) {
    double shares = 0;
    for (const PaperColumn& one : columns) {
        shares += one.share;
    }
    const double padding = column(0, cellPadding).width();
    std::vector<Column> places;
    PaperRow headings{{}, true};
    double left = 0;
    for (const PaperColumn& one : columns) {
        const double room = m_device.width() * one.share / shares;
        places.push_back({left + padding, room - 2 * padding, one.side});
        headings.cells += one.heading;
        left += room;
    }
    const auto begin = [this, places, headings, grid, size] {
        rule(m_y, 0.9);
        tableRow(places, headings, grid, size);
        rule(m_y, 0.6);
    };
    need(24); // the headings do not stand alone
    m_y += points(2);
    begin();
    m_atTop = [this, begin] {
        const auto atTop = std::exchange(m_atTop, {});
        begin();
        m_atTop = atTop;
    };
    for (const PaperRow& row : rows) {
        tableRow(places, row, grid, size);
    }
    m_atTop = {};
    m_y += points(6);
}

double Paper::width() const {
    return m_device.width() * millimetresPerInch / m_device.logicalDpiX();
}

void Paper::need(double height) {
    if (m_y + column(0, height).width() > m_end) {
        newPage();
    }
}

void Paper::skip(double height) {
    m_y += column(0, height).width();
}

double Paper::heightOfBox(const QStringList& lines, double boxWidth) const {
    const Column inside{0, column(0, boxWidth - 2 * boxPadding).width()};
    double height = 0;
    for (int i = 0; i < lines.size(); ++i) {
        for (const Line& line : linesOf(lines[i], fontOf(i == 0 ? 9 : 8.5, i == 0), inside)) {
            height += line.height;
        }
    }
    return height / column(0, 1).width() + 2 * boxPadding;
}

void Paper::box(double left, double top, double boxWidth, double height, const QStringList& lines) {
    const double mm = column(0, 1).width();
    if (isPainting()) {
        m_painter->setPen(QPen(Qt::black, points(0.8)));
        m_painter->drawRect(QRectF(left * mm, m_y + top * mm, boxWidth * mm, height * mm));
    }
    const Column inside{(left + boxPadding) * mm, (boxWidth - 2 * boxPadding) * mm};
    double y = m_y + (top + boxPadding) * mm;
    for (int i = 0; i < lines.size(); ++i) {
        y = paintLines(linesOf(lines[i], fontOf(i == 0 ? 9 : 8.5, i == 0), inside), y);
    }
}

void Paper::line(double fromX, double fromY, double toX, double toY) {
    if (isPainting()) {
        const double mm = column(0, 1).width();
        m_painter->setPen(QPen(Qt::black, points(0.6)));
        m_painter->drawLine(QPointF(fromX * mm, m_y + fromY * mm), QPointF(toX * mm, m_y + toY * mm));
    }
}

void Paper::words(const QString& words, const PaperSpot& spot, double size) {
    if (isPainting()) {
        const double mm = column(0, 1).width();
        const QFont font = fontOf(size);
        const double width = QFontMetricsF(font, &m_device).horizontalAdvance(words);
        const double before = spot.side == Qt::AlignRight     ? width
                              : spot.side == Qt::AlignHCenter ? width / 2
                                                              : 0;
        m_painter->setPen(Qt::black);
        m_painter->setFont(font);
        m_painter->drawText(QPointF(spot.left * mm - before, m_y + spot.baseline * mm), words);
    }
}

void Paper::draw(const std::function<void(QPainter& painter, double millimetre)>& paint) {
    if (isPainting()) {
        m_painter->save();
        m_painter->translate(0, m_y);
        paint(*m_painter, column(0, 1).width());
        m_painter->restore();
    }
}

} // namespace bongsu
