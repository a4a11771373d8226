// A chart of a document as plain values: what stands along its time and what it says, whole, before anybody
// knows how wide it will be. Every form lays out its own picture of it (chartpicture.h), after words were
// taken out: what is cut off for want of room is cut off last, so that no half of a removed word stays.
#pragma once

#include "report/documenttext.h"

#include <optional>

namespace bongsu {

// What a bar is filled with. Each one differs by its pattern, too: colours do not print.
enum class ChartInk {
    Worst,  // solid
    Worse,  // hatched
    Bad,    // an outline
    Course, // pale: the ground that others stand on
    Late    // hatched the other way
};

// Places along the time are between 0, its beginning, and 1, its end.
struct ChartTick {
    double at;
    int rank; // where not all have room, those of lower ranks go first
    DocumentText text;
    friend bool operator==(const ChartTick&, const ChartTick&) = default;
};

struct ChartBar {
    double from;
    double to;
    ChartInk ink;
    bool open = false; // it goes on
    friend bool operator==(const ChartBar&, const ChartBar&) = default;
};

struct ChartMark {
    enum class Kind {
        Notice,  // its words above the line
        Promise, // below
        End      // of the time that the chart is about, first or last: below
    };
    double at;
    Kind kind;
    DocumentText text{};
    friend bool operator==(const ChartMark&, const ChartMark&) = default;
};

struct ChartRow {
    DocumentText name;
    DocumentText note{}; // at its end
    std::vector<ChartBar> bars{};
    std::vector<ChartMark> marks{}; // of each kind by time
    friend bool operator==(const ChartRow&, const ChartRow&) = default;
};

// Of a curve; heights are between 0 and 1.
struct ChartLevel {
    double at;
    DocumentText text;
    bool total = false;
    friend bool operator==(const ChartLevel&, const ChartLevel&) = default;
};
struct ChartPoint {
    double at;
    double low;
    double high; // where the count is a range
    DocumentText text;
    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

// What a pattern or a mark means.
struct ChartKey {
    ChartInk ink;
    std::optional<ChartMark::Kind> mark; // in place of the ink
    DocumentText text;
    friend bool operator==(const ChartKey&, const ChartKey&) = default;
};

// Rows, or a curve.
struct Chart {
    DocumentText title{};
    DocumentText description{}; // for those who do not see it
    std::vector<ChartTick> ticks{};
    std::vector<ChartRow> rows{};
    std::vector<ChartLevel> levels{}; // rising
    std::vector<ChartPoint> points{}; // by time
    std::vector<ChartKey> keys{};
    DocumentText note{}; // below it: what was left out
    friend bool operator==(const Chart&, const Chart&) = default;

    static constexpr std::size_t mostRows = 40;
    static constexpr std::size_t mostPoints = 200;
    static constexpr std::size_t mostNotices = 60;
};

// Everything that can be read in it.
template <class AnyChart, class Look>
void eachChartText(AnyChart& chart, const Look& look) {
    look(chart.title);
    look(chart.description);
    for (auto& tick : chart.ticks) {
        look(tick.text);
    }
    for (auto& row : chart.rows) {
        look(row.name);
        look(row.note);
        for (auto& mark : row.marks) {
            look(mark.text);
        }
    }
    for (auto& level : chart.levels) {
        look(level.text);
    }
    for (auto& point : chart.points) {
        look(point.text);
    }
    for (auto& key : chart.keys) {
        look(key.text);
    }
    look(chart.note);
}

} // namespace bongsu
