// A4 pages in black on white: what is printed flows down them, with a head, a foot and the drill's stamp on
// each.
#pragma once

#include <QFont>
#include <QRectF>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QPagedPaintDevice;
class QPainter;

namespace bongsu {

// What stands at the top of every page.
struct PageHead {
    QString stamp; // "[훈련]"; empty where it is none
    QString title;
    QString about; // grade and phase
    QString asOf;
    QString place; // of the record: number, epoch and words
    QString fresh; // at the foot: whose version it is, what was known, and when it was printed
};

enum class PaperSide { Upright, Sideways };

// Of a table. Widths are shares of the page's.
struct PaperColumn {
    QString heading;
    double share;
    Qt::Alignment side = Qt::AlignLeft;
};
struct PaperRow {
    QStringList cells; // one for each column
    bool bold = false;
};

// A place on paper in millimetres, as below, and which side of what stands there.
struct PaperSpot {
    double left;
    double baseline;
    Qt::Alignment side = Qt::AlignLeft;
};

// A block: columns of text beside each other, notes below the wide one.
struct PaperBlock {
    QString left;  // a time, a state
    QString words; // the wide column
    QStringList notes{};
    QString right{};     // a name
    QString rightmost{}; // a number
    bool bold = false;
    bool struck = false;
};

class Paper {
  public:
    // Sets the device to A4 upright. With `total` pages known it paints; without, it only lays out.
    Paper(QPagedPaintDevice& device, PageHead head, int total, PaperSide side = PaperSide::Upright);
    ~Paper();

    bool begin(); // false: the device takes nothing
    void heading(const QString& words);
    void block(const PaperBlock& block);
    void large(const QString& words); // a paragraph in large letters
    void title(const QString& words); // centred, in larger letters
    void paragraph(const QString& words, double size = 9.5, bool bold = false); // of `size` points
    void item(const QString& mark, const QString& words, double indent = 0);    // millimetres
    // The headings stand on each page that it reaches; `grid`: with lines between columns, to write in.
    void table(const std::vector<PaperColumn>& columns, const std::vector<PaperRow>& rows, bool grid = false,
               double size = 9);

    // --- for what is drawn: millimetres, from the left margin and from where the next block begins
    double width() const;
    void need(double height); // begins a page where less is left of this one
    void skip(double height);
    double heightOfBox(const QStringList& lines, double boxWidth) const;
    void box(double left, double top, double boxWidth, double height, const QStringList& lines);
    void line(double fromX, double fromY, double toX, double toY);
    void words(const QString& words, const PaperSpot& spot, double size); // on one line
    // Paints by itself, from the same corner; it is given how long a millimetre is.
    void draw(const std::function<void(QPainter& painter, double millimetre)>& paint);

    // Of pages, all of them after the last block.
    int pages() const { return m_page; }

  private:
    struct Line; // a line of text in its column
    struct Column;
    bool isPainting() const { return m_painter != nullptr; }
    double points(double count) const; // in the device's units
    std::vector<Line> linesOf(const QString& words, const QFont& font, const Column& column) const;
    void flow(const std::vector<std::vector<Line>>& columns, double gapBelow);
    void newPage();
    void paintHead();
    void paintFoot();
    double paintLines(const std::vector<Line>& lines, double top);
    void rule(double y, double weight);
    void tableRow(const std::vector<Column>& columns, const PaperRow& row, bool grid, double size);
    void uprights(const std::vector<Column>& columns, double top, double bottom);
    QRectF column(double fromMillimetres, double widthMillimetres) const;

    QPagedPaintDevice& m_device;
    PageHead m_head;
    int m_total;
    std::unique_ptr<QPainter> m_painter;
    std::function<void()> m_atTop; // of a page: the headings of a table that goes on
    int m_page = 0;
    double m_y = 0;   // where the next block begins
    double m_end = 0; // the foot begins
};

} // namespace bongsu
