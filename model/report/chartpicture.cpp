#include "report/chartpicture.h"

#include "report/chartshapes.h"

#include <algorithm>
#include <cmath>

namespace bongsu {

namespace {

using Side = ChartLabel::Side;
using Mark = ChartMark::Kind;

constexpr double toMiddle = 5;  // from the middle of a letter's height to the line that it stands on
constexpr double textLine = 20; // of words above or below
constexpr double barHeight = 14;
constexpr double rowGap = 10;
constexpr double closeGap = 5; // where rows are many
constexpr std::size_t manyRows = 16;
constexpr double between = 12; // words beside each other
constexpr double least = 2;    // of a bar, so that a minute is seen
constexpr double arrow = 8;    // the head of a bar that goes on
constexpr double dotRadius = 3.5;
constexpr std::size_t manyPoints = 50;
constexpr std::size_t mostSpoken = 12;
constexpr double swatchWidth = 24;
constexpr double nameShare = 0.3; // of the width; names that need more stand above their bars
constexpr double narrowest = 500; // below it names always do
constexpr double wideCurve = 200; // its height
constexpr double narrowCurve = 160;

struct Span {
    double from;
    double to;
};

Span spanOf(const ChartLabel& label) {
    const double width = chartWidthOf(label.words);
    const double from = label.side == Side::Left    ? label.x
                        : label.side == Side::Right ? label.x - width
                                                    : label.x - width / 2;
    return {from, from + width};
}

bool areApart(const ChartLabel& a, const ChartLabel& b) {
    const Span one = spanOf(a);
    const Span other = spanOf(b);
    return std::abs(a.y - b.y) >= chartTextSize || one.to + between / 2 <= other.from ||
           other.to + between / 2 <= one.from;
}

std::pair<ChartLook, std::optional<ChartLook>> looksOf(ChartInk ink) {
    switch (ink) {
    case ChartInk::Worst:
        return {ChartLook::Worst, {}};
    case ChartInk::Worse:
        return {ChartLook::Worse, ChartLook::WorseHatch};
    case ChartInk::Bad:
        return {ChartLook::Bad, {}};
    case ChartInk::Course:
        return {ChartLook::Course, {}};
    case ChartInk::Late:
        break;
    }
    return {ChartLook::Late, ChartLook::LateHatch};
}

class Picturing {
  public:
    Picturing(const Chart& chart, double width) : m_chart(chart) { m_picture.width = width; }

    ChartPicture picture() {
        if (m_chart.rows.empty()) {
            layCurve();
        } else {
            layRows();
        }
        layKeys();
        m_picture.height = std::ceil(m_y);
        return std::move(m_picture);
    }

  private:
    double at(double place) const {
        return m_picture.plotFrom + place * (m_picture.plotTo - m_picture.plotFrom);
    }
    void draw(ChartLook look, std::vector<std::vector<ChartSpot>> lines, bool closed) {
        m_picture.paths.push_back({look, closed, std::move(lines)});
    }
    void say(const QString& words, double x, double y, Side side = Side::Left) {
        m_picture.labels.push_back({words, x, y, side});
    }
    double widestOf(const DocumentText ChartRow::*text) const {
        double widest = 0;
        for (const ChartRow& row : m_chart.rows) {
            widest = std::max(widest, chartWidthOf((row.*text).words));
        }
        return widest;
    }

    void layRows() {
        const double width = m_picture.width;
        const double names = widestOf(&ChartRow::name);
        const double notes = widestOf(&ChartRow::note);
        m_stacked = width < narrowest || names > width * nameShare || notes > width * nameShare;
        m_picture.plotFrom = m_stacked || names == 0 ? 1 : names + between;
        m_picture.plotTo = width - (m_stacked || notes == 0 ? 1 : notes + between);
        const std::size_t grid = m_picture.paths.size();
        const double gap = m_chart.rows.size() > manyRows ? closeGap : rowGap;
        for (const ChartRow& row : m_chart.rows) {
            layRow(row);
            m_y += gap;
        }
        m_y -= gap - closeGap;
        layTicks(grid, 0);
    }

    void layRow(const ChartRow& row) {
        const bool hasHead = !row.name.words.isEmpty() || !row.note.words.isEmpty();
        if (m_stacked && hasHead) {
            layHead(row, m_y + chartTextSize, m_picture.width - chartWidthOf(row.note.words) - between);
            m_y += textLine;
        }
        if (hasWords(row, {Mark::Notice})) {
            layMarkWords(row, {Mark::Notice}, m_y + chartTextSize);
            m_y += textLine;
        }
        const double top = m_y;
        if (!m_stacked && hasHead) {
            layHead(row, top + barHeight / 2 + toMiddle, m_picture.plotFrom);
        }
        for (const ChartBar& bar : row.bars) {
            layBar(bar.ink, at(bar.from), std::max(least, at(bar.to) - at(bar.from)), top, bar.open);
        }
        for (const ChartMark& mark : row.marks) {
            layMark(mark.kind, at(mark.at), top);
        }
        m_y += barHeight;
        if (hasWords(row, {Mark::Promise, Mark::End})) {
            layMarkWords(row, {Mark::End, Mark::Promise}, m_y + textLine - toMiddle);
            m_y += textLine;
        }
    }

    void layHead(const ChartRow& row, double y, double room) {
        say(cut(row.name.words, room), 0, y);
        if (!row.note.words.isEmpty()) {
            say(cut(row.note.words, m_picture.width), m_picture.width, y, Side::Right);
        }
    }

    void layBar(ChartInk ink, double left, double width, double top, bool open) {
        const auto [look, hatching] = looksOf(ink);
        const double straight = open && width > arrow ? width - arrow : width;
        auto outline = box(left, top, straight, barHeight);
        if (straight < width) {
            outline.insert(outline.begin() + 2, {left + width, top + barHeight / 2});
        }
        draw(look, {std::move(outline)}, true);
        if (hatching) {
            draw(*hatching, hatch(left, top, straight, barHeight, ink == ChartInk::Worse), false);
        }
    }

    void layMark(Mark kind, double x, double top) {
        constexpr double beyond = 3;
        const double middle = top + barHeight / 2;
        switch (kind) {
        case Mark::Notice:
            draw(ChartLook::Notice, {box(x - 1.5, top - beyond, 3, barHeight + 2 * beyond)}, true);
            break;
        case Mark::Promise:
            draw(ChartLook::Promise, {{{x, middle - 7}, {x + 7, middle}, {x, middle + 7}, {x - 7, middle}}},
                 true);
            break;
        case Mark::End:
            draw(ChartLook::End, {{{x, top - beyond}, {x, top + barHeight + beyond}}}, false);
            break;
        }
    }

    static bool hasWords(const ChartRow& row, std::initializer_list<Mark> kinds) {
        return std::any_of(row.marks.begin(), row.marks.end(), [&kinds](const ChartMark& mark) {
            return !mark.text.words.isEmpty() &&
                   std::find(kinds.begin(), kinds.end(), mark.kind) != kinds.end();
        });
    }

    // The first kind has the first choice of places; words too close to each other become one list.
    void layMarkWords(const ChartRow& row, std::initializer_list<Mark> kinds, double y) {
        const std::size_t first = m_picture.labels.size();
        for (const Mark kind : kinds) {
            struct Several {
                std::vector<const ChartMark*> marks;
                ChartLabel label;
            };
            std::vector<Several> all;
            for (const ChartMark& mark : row.marks) {
                if (mark.kind != kind || mark.text.words.isEmpty()) {
                    continue;
                }
                all.push_back({{&mark}, wordsAt({&mark}, y)});
                while (all.size() > 1 && !areApart(all[all.size() - 2].label, all.back().label)) {
                    Several last = std::move(all.back());
                    all.pop_back();
                    auto& marks = all.back().marks;
                    marks.insert(marks.end(), last.marks.begin(), last.marks.end());
                    all.back().label = wordsAt(marks, y);
                }
            }
            for (const Several& one : all) {
                if (std::all_of(m_picture.labels.begin() + qsizetype(first), m_picture.labels.end(),
                                [&one](const ChartLabel& other) { return areApart(one.label, other); })) {
                    m_picture.labels.push_back(one.label);
                }
            }
        }
    }

    ChartLabel wordsAt(const std::vector<const ChartMark*>& marks, double y) const {
        const auto words = [&marks](std::size_t i) { return marks[i]->text.words; };
        const QString comma = QStringLiteral(", ");
        QString said = words(0);
        if (marks.size() > 3) {
            said += comma + QStringLiteral("\u2026") + comma + words(marks.size() - 1);
        } else {
            for (std::size_t i = 1; i < marks.size(); ++i) {
                said += comma + words(i);
            }
        }
        const double middle = (at(marks.front()->at) + at(marks.back()->at)) / 2;
        return inside({cut(said, m_picture.plotTo - m_picture.plotFrom), middle, y, Side::Middle},
                      m_picture.plotFrom, m_picture.plotTo);
    }

    // Moved as far as it must be.
    static ChartLabel inside(ChartLabel label, double from, double to) {
        const Span span = spanOf(label);
        label.x += std::max(0.0, from - span.from) - std::max(0.0, span.to - to);
        return label;
    }

    // Below what was laid out so far, with lines up to `top`, which go below everything else.
    void layTicks(std::size_t grid, double top) {
        const std::vector<std::pair<double, ChartLabel>> chosen = ticksWithRoom(m_y + textLine);
        ChartPath lines{ChartLook::Grid, false, {}};
        for (const auto& [x, label] : chosen) {
            // Not through the first letter of names that stand above their bars.
            lines.lines.push_back({{x, m_stacked && x < chartTextSize ? m_y : top}, {x, m_y + 5}});
            m_picture.labels.push_back(label);
        }
        m_picture.paths.insert(m_picture.paths.begin() + qsizetype(grid), std::move(lines));
        draw(ChartLook::Axis, {{{m_picture.plotFrom, m_y}, {m_picture.plotTo, m_y}}}, false);
        m_y += textLine + 7;
    }

    std::vector<std::pair<double, ChartLabel>> ticksWithRoom(double y) const {
        std::vector<std::pair<double, ChartLabel>> chosen;
        for (int rank = 0; rank <= 12; ++rank) {
            chosen.clear();
            bool isRoom = true;
            for (const ChartTick& tick : m_chart.ticks) {
                if (tick.rank < rank) {
                    continue;
                }
                const double x = at(tick.at);
                const ChartLabel label = inside({tick.text.words, x, y, Side::Middle}, 0, m_picture.width);
                isRoom = isRoom && (chosen.empty() || areApart(chosen.back().second, label));
                chosen.emplace_back(x, label);
            }
            if (isRoom) {
                break;
            }
        }
        return chosen;
    }

    void layCurve() {
        const double width = m_picture.width;
        const double height = width < narrowest ? narrowCurve : wideCurve;
        double widest = 0;
        for (const ChartLevel& level : m_chart.levels) {
            widest = std::max(widest, level.total ? 0 : chartWidthOf(level.text.words));
        }
        m_picture.plotFrom = std::min(widest, width / 3) + between;
        m_picture.plotTo = width - dotRadius - 1;
        const double top = textLine + toMiddle;
        m_y = top + height;
        const auto up = [top, height](double place) { return top + (1 - place) * height; };
        for (const ChartLevel& level : m_chart.levels) {
            layLevel(level, up(level.at));
        }
        layPoints(up);
        layTicks(0, top);
    }

    void layLevel(const ChartLevel& level, double y) {
        draw(level.total ? ChartLook::Total : ChartLook::Grid,
             {{{m_picture.plotFrom, y}, {m_picture.plotTo, y}}}, false);
        if (level.total) {
            m_total = y;
            // At the beginning, where little was restored yet; on a phone below the line, which leaves its
            // other side to the last count.
            const bool isBelow = m_picture.width < narrowest;
            say(cut(level.text.words, m_picture.plotTo - m_picture.plotFrom), m_picture.plotFrom,
                isBelow ? y + textLine - toMiddle : y - 6);
        } else {
            say(cut(level.text.words, m_picture.plotFrom - between), m_picture.plotFrom - between,
                y + toMiddle, Side::Right);
        }
    }

    // A count holds until the next one: what was restored between them, nobody counted.
    template <class Up>
    void layPoints(const Up& up) {
        std::vector<ChartSpot> steps;
        std::vector<std::vector<ChartSpot>> ranges;
        std::vector<std::vector<ChartSpot>> dots;
        for (const ChartPoint& point : m_chart.points) {
            const double x = at(point.at);
            if (!steps.empty()) {
                steps.push_back({x, steps.back().y});
            }
            steps.push_back({x, up(point.low)});
            dots.push_back(
                circle(x, up(point.low), m_chart.points.size() > manyPoints ? dotRadius / 2 : dotRadius));
            if (point.high > point.low) {
                ranges.push_back({{x, up(point.low)}, {x, up(point.high)}});
                ranges.push_back({{x - dotRadius, up(point.high)}, {x + dotRadius, up(point.high)}});
            }
        }
        draw(ChartLook::Curve, {std::move(steps)}, false);
        if (!ranges.empty()) {
            draw(ChartLook::Range, std::move(ranges), false);
        }
        draw(ChartLook::Dot, std::move(dots), true);
        layPointWords(up);
    }

    // The last and the first count speak before those between, which are silent where they are many.
    template <class Up>
    void layPointWords(const Up& up) {
        std::vector<const ChartPoint*> order;
        for (const ChartPoint& point : m_chart.points) {
            order.push_back(&point);
        }
        std::rotate(order.begin(), order.end() - 1, order.end());
        if (order.size() > mostSpoken) {
            order = {order[0], order[1]};
        }
        for (const ChartPoint* point : order) {
            const double x = at(point->at);
            const double y = up(point->high);
            for (const ChartLabel& label :
                 {ChartLabel{point->text.words, x - 6, y - 7, Side::Right},
                  ChartLabel{point->text.words, x + 6, up(point->low) + 18, Side::Left}}) {
                const Span span = spanOf(label);
                const bool fits = span.from >= m_picture.plotFrom && span.to <= m_picture.plotTo &&
                                  label.y < m_y && std::abs(label.y - toMiddle - m_total) > chartTextSize / 2;
                if (fits &&
                    std::all_of(m_picture.labels.begin(), m_picture.labels.end(),
                                [&label](const ChartLabel& other) { return areApart(label, other); })) {
                    m_picture.labels.push_back(label);
                    break;
                }
            }
        }
    }

    void layKeys() {
        double x = 0;
        for (const ChartKey& key : m_chart.keys) {
            const QString words = cut(key.text.words, m_picture.width - swatchWidth - between);
            const double width = swatchWidth + between / 2 + chartWidthOf(words);
            if (x == 0 || x + width > m_picture.width) {
                x = 0;
                m_y += textLine + 4;
            }
            const double top = m_y - barHeight;
            if (key.mark) {
                layMark(*key.mark, x + swatchWidth / 2, top);
            } else {
                layBar(key.ink, x + 1, swatchWidth - 2, top, false);
            }
            say(words, x + swatchWidth + between / 2, top + barHeight / 2 + toMiddle);
            x += width + 2 * between;
        }
        m_y += m_chart.keys.empty() ? 0 : 4;
    }

    const Chart& m_chart;
    ChartPicture m_picture;
    double m_y = 0;                  // where the next thing is laid
    double m_total = -chartTextSize; // where the line of a curve's total is
    bool m_stacked = false;
};

} // namespace

ChartPicture pictureOf(const Chart& chart, double width) {
    return Picturing(chart, width).picture();
}

} // namespace bongsu
