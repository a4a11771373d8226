#include "report/charttimes.h"
#include "report/retrocharts.h"
#include "wording/measurewords.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

using Mark = ChartMark::Kind;
using namespace std::chrono_literals;

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

class NoticeClock {
  public:
    NoticeClock(const RetroGathered& gathered, RetroCourse course) : m(gathered), m_course(course) {
        for (const NoticeGiven& notice : m.notices) {
            m_course.include(notice.point.at);
        }
        m_notices = m.notices;
        if (m_notices.size() > Chart::mostNotices) {
            m_notices.erase(m_notices.begin() + Chart::mostNotices - 1, m_notices.end() - 1);
        }
    }

    DocumentBlock block() const {
        Chart chart;
        chart.title.words = translate("Retro", "When users were told");
        const std::vector<Window> windows = this->windows();
        chart.ticks = windows.size() > 1 ? hoursOfADay() : ticksBetween(m_course.from, m_course.to);
        for (const Window& window : windows) {
            chart.rows.push_back(row(window));
        }
        addKeys(chart);
        describe(chart);
        return chartBlock(std::move(chart));
    }

  private:
    struct Window { // on the wall clock
        qint64 begin;
        qint64 end;
        QString name;
        bool last = true;
        double at(qint64 wall) const {
            return std::clamp(double(wall - begin) / double(end - begin), 0.0, 1.0);
        }
        bool holds(qint64 wall) const { return wall >= begin && (wall < end || (last && wall == end)); }
    };

    // Days below each other: minutes between notices are seen, and so are whole days without any.
    std::vector<Window> windows() const {
        constexpr qint64 mostDays = 14;
        const qint64 from = onWall(m_course.from);
        const qint64 to = onWall(m_course.to);
        const qint64 first = from / dayOnWall;
        const qint64 last = (to - 1) / dayOnWall;
        if (to - from <= dayOnWall) {
            return {{from, to, shortDay(dayOf(m_course.from))}};
        }
        if (last - first >= mostDays) {
            return {{from, to, {}}};
        }
        std::vector<Window> days;
        for (qint64 day = first; day <= last; ++day) {
            days.push_back({day * dayOnWall, (day + 1) * dayOnWall,
                            shortDay(dayOf(fromWall(day * dayOnWall + dayOnWall / 2))), day == last});
        }
        return days;
    }
    static std::vector<ChartTick> hoursOfADay() {
        constexpr int step = 3;
        std::vector<ChartTick> ticks;
        for (int hour = 0; hour <= 24; hour += step) {
            ticks.push_back({hour / 24.0,
                             rankOf(hour / step),
                             {QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'))}});
        }
        return ticks;
    }

    bool areTimesAlone() const { return m_course.to - m_course.from <= 24h || windows().size() > 1; }
    QString when(Moment at) const { return areTimesAlone() ? clockOf(at) : whenIn(m, at); }

    ChartRow row(const Window& window) const {
        ChartRow row{.name = {window.name}};
        const auto bar = [&](Moment from, Moment to, ChartInk ink, bool open) {
            const qint64 begin = std::max(onWall(from), window.begin);
            const qint64 end = std::min(onWall(to), window.end);
            if (begin < end) {
                row.bars.push_back({window.at(begin), window.at(end), ink, open && onWall(to) <= window.end});
            }
        };
        const auto mark = [&](Moment at, Mark kind, const QString& words) {
            if (window.holds(onWall(at))) {
                row.marks.push_back({window.at(onWall(at)), kind, {words}});
            }
        };
        const auto over = overAt();
        bar(m_course.from, over.value_or(m_course.to), ChartInk::Course, !over);
        for (const Measure& late : missed()) {
            bar(late.from->at, late.until ? late.until->at : m_course.to, ChartInk::Late,
                !late.until && !over);
        }
        mark(m_course.from, Mark::End, filled(translate("Retro", "began %1"), {when(m_course.from)}));
        if (over) {
            mark(*over, Mark::End, filled(translate("Retro", "all back %1"), {when(*over)}));
        }
        for (const NoticeGiven& notice : m_notices) {
            if (notice.promises && *notice.promises <= m_course.to) {
                mark(*notice.promises, Mark::Promise, when(*notice.promises));
            }
        }
        for (const NoticeGiven& notice : m_notices) {
            mark(notice.point.at, Mark::Notice, when(notice.point.at));
        }
        return row;
    }

    const Measure* the(MeasureKind kind) const {
        const auto found = std::find_if(m.measures.begin(), m.measures.end(),
                                        [kind](const Measure& measure) { return measure.kind == kind; });
        return found == m.measures.end() ? nullptr : &*found;
    }
    std::optional<Moment> overAt() const {
        const Measure* all = the(MeasureKind::AllRestored);
        return all && all->until ? std::optional(all->until->at) : std::nullopt;
    }
    std::vector<Measure> missed() const {
        std::vector<Measure> late;
        std::copy_if(m.measures.begin(), m.measures.end(), std::back_inserter(late),
                     [](const Measure& measure) {
                         return measure.kind == MeasureKind::PromiseMissed && measure.from;
                     });
        return late;
    }

    void addKeys(Chart& chart) const {
        const auto any = [&chart](const auto& is) {
            return std::any_of(chart.rows.begin(), chart.rows.end(), is);
        };
        chart.keys.push_back(
            {ChartInk::Course, Mark::Notice, {translate("Retro", "notice", "key of a chart")}});
        if (any([](const ChartRow& row) {
                return std::any_of(row.marks.begin(), row.marks.end(),
                                   [](const ChartMark& mark) { return mark.kind == Mark::Promise; });
            })) {
            chart.keys.push_back(
                {ChartInk::Course, Mark::Promise, {translate("Retro", "promised for then")}});
        }
        if (any([](const ChartRow& row) {
                return std::any_of(row.bars.begin(), row.bars.end(),
                                   [](const ChartBar& bar) { return bar.ink == ChartInk::Late; });
            })) {
            chart.keys.push_back({ChartInk::Late, {}, {translate("Retro", "later than promised")}});
        }
        chart.keys.push_back({ChartInk::Course, {}, {translate("Retro", "not all was back")}});
    }

    void describe(Chart& chart) const {
        const Moment first = m.notices.front().point.at;
        chart.description.words =
            filled(translate("Retro", "Notices: %1, from %2 to %3; the first one %4 after it began."),
                   {numberOf(m.notices.size()), whenIn(m, first), whenIn(m, m.notices.back().point.at),
                    lasting(first - m_course.from)});
        QStringList notes;
        if (const Measure* gap = the(MeasureKind::NoticeGap); gap && gap->from) {
            notes +=
                filled(QStringLiteral("%1: %2 (%3)"),
                       {nameOf(MeasureKind::NoticeGap), valueOf(*gap),
                        spanIn(m, gap->from->at, gap->until ? std::optional(gap->until->at) : std::nullopt)});
        }
        notes += leftOutOf(m.notices.size() - m_notices.size());
        notes.removeAll(QString());
        chart.note.words = notes.join(QStringLiteral(" \u00B7 "));
    }

    const RetroGathered& m;
    RetroCourse m_course;
    std::vector<NoticeGiven> m_notices;
};

} // namespace

std::optional<DocumentBlock> noticeChart(const RetroGathered& gathered) {
    const auto course = courseOf(gathered);
    return course && !gathered.notices.empty() ? std::optional(NoticeClock(gathered, *course).block())
                                               : std::nullopt;
}

} // namespace bongsu
