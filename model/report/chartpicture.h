// A chart laid out: lines and words at their places, in units of which a line of text needs some twenty. Pure
// numbers, so that a page, paper and an office file draw the same.
#pragma once

#include "report/chart.h"

namespace bongsu {

// How a path is drawn. What each one is called in HTML is its class (document.css).
enum class ChartLook {
    Grid,
    Axis,
    Course,
    Worst,
    Worse,
    WorseHatch,
    Bad,
    Late,
    LateHatch,
    Total,
    Curve,
    Range,
    Dot,
    Notice,
    Promise,
    End,
    Last = End
};
QLatin1String chartClassOf(ChartLook look);

// Black on white, for paper and office files: shares of black from 0 to 100, nothing where it has none.
struct ChartPaperLook {
    int fill;
    int stroke;
    double width;
    bool dashed = false;
};
ChartPaperLook onPaper(ChartLook look);
inline constexpr int noInk = -1;

struct ChartSpot {
    double x;
    double y;
    friend bool operator==(const ChartSpot&, const ChartSpot&) = default;
};

struct ChartPath {
    ChartLook look;
    bool closed;
    std::vector<std::vector<ChartSpot>> lines;
};

struct ChartLabel {
    enum class Side { Left, Middle, Right }; // of its words stands at x
    QString words;                           // as many as there is room for
    double x;
    double y; // of the line that letters stand on
    Side side = Side::Left;
};

struct ChartPicture {
    double width = 0;
    double height = 0;
    double plotFrom = 0; // where the time begins and ends
    double plotTo = 0;
    std::vector<ChartPath> paths{}; // the later ones over the earlier
    std::vector<ChartLabel> labels{};
};

inline constexpr double chartTextSize = 14;
inline constexpr double wideChart = 800;   // on a page or on paper
inline constexpr double narrowChart = 340; // on a phone

ChartPicture pictureOf(const Chart& chart, double width);

// How wide words are at most, in any face that is likely.
double chartWidthOf(QStringView words);

} // namespace bongsu
