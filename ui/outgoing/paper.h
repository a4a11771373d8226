// A4 pages in black on white: what is printed flows down them, with a head, a foot and the drill's stamp on
// each.
#pragma once

#include <QFont>
#include <QRectF>
#include <QStringList>

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
    Paper(QPagedPaintDevice& device, PageHead head, int total);
    ~Paper();

    bool begin(); // false: the device takes nothing
    void heading(const QString& words);
    void block(const PaperBlock& block);
    void large(const QString& words); // a paragraph in large letters
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
    QRectF column(double fromMillimetres, double widthMillimetres) const;

    QPagedPaintDevice& m_device;
    PageHead m_head;
    int m_total;
    std::unique_ptr<QPainter> m_painter;
    int m_page = 0;
    double m_y = 0;   // where the next block begins
    double m_end = 0; // the foot begins
};

} // namespace bongsu
