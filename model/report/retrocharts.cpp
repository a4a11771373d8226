#include "report/retrocharts.h"

#include "report/charttimes.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace bongsu {

namespace {

using namespace std::chrono_literals;

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString serviceName(const ServiceKey& key) {
    return key.function.isEmpty() ? key.service : key.service + QStringLiteral(" \u00B7 ") + key.function;
}

// Which time the chart is about: its ticks are round, its ends are not.
QString noteOf(const RetroGathered& gathered, const RetroCourse& course, std::size_t left) {
    QStringList parts{spanIn(gathered, course.from, course.over ? std::optional(course.to) : std::nullopt),
                      leftOutOf(left)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00B7 "));
}

ChartInk inkOf(ServiceState worst) {
    return worst == ServiceState::MajorOutage     ? ChartInk::Worst
           : worst == ServiceState::PartialOutage ? ChartInk::Worse
                                                  : ChartInk::Bad;
}

// --- what was restored

struct Series {
    CountUnit unit;
    QString of; // a site, a service
    std::vector<const TimelineRow*> rows{};
};

QString servicesOf(const ServiceStated& stated) {
    const QStringList services(stated.services.begin(), stated.services.end());
    return serviceName({services.join(u'\u00B7'), stated.function.value_or(QString())});
}

std::vector<Series> seriesOf(const RetroGathered& gathered) {
    constexpr std::size_t most = 3;
    std::vector<Series> all;
    for (const TimelineRow& row : gathered.counts) {
        const auto* counted = std::get_if<RestorationCounted>(&row.facts);
        const auto* stated = std::get_if<ServiceStated>(&row.facts);
        const QString of = counted ? counted->site.value_or(QString()) : servicesOf(*stated);
        const CountUnit unit = restoredIn(row.facts)->unit;
        auto known = std::find_if(all.begin(), all.end(),
                                  [&](const Series& one) { return one.unit == unit && one.of == of; });
        known = known != all.end() ? known : all.insert(all.end(), {unit, of});
        known->rows.push_back(&row);
    }
    std::erase_if(all, [](const Series& one) { return one.rows.size() < 2; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Series& a, const Series& b) { return a.rows.size() > b.rows.size(); });
    all.resize(std::min(most, all.size()), Series{CountUnit::Servers, {}});
    for (Series& one : all) {
        std::stable_sort(one.rows.begin(), one.rows.end(), [](const TimelineRow* a, const TimelineRow* b) {
            return a->times.told() < b->times.told();
        });
    }
    return all;
}

// The first and the last, and as many between them.
template <class T>
std::vector<T> atMost(std::vector<T> all, std::size_t most) {
    if (all.size() <= most) {
        return all;
    }
    std::vector<T> kept;
    for (std::size_t i = 0; i < most; ++i) {
        kept.push_back(all[i * (all.size() - 1) / (most - 1)]);
    }
    return kept;
}

// 1, 2 or 5 with zeros behind it, so that there are at most five of it.
quint64 stepFor(quint64 most) {
    quint64 power = 1;
    for (;; power *= 10) {
        for (const quint64 digit : {1, 2, 5}) {
            if (most / (digit * power) <= 5) {
                return digit * power;
            }
        }
    }
}

class Curve {
  public:
    Curve(const Series& series, RetroCourse course) : m_series(series), m_course(course) {
        m_rows = atMost(series.rows, Chart::mostPoints);
        for (const TimelineRow* row : m_rows) {
            const Restored& restored = *restoredIn(row->facts);
            m_course.include(row->times.told());
            m_total = restored.total ? restored.total : m_total;
            m_top = std::max({m_top, restored.done.to, restored.total.value_or(0)});
        }
        m_top = series.unit == CountUnit::Percent ? std::max<quint64>(m_top, 100) : m_top;
    }

    DocumentBlock block(const RetroGathered& gathered) const {
        Chart chart;
        chart.title.words = m_series.of.isEmpty()
                                ? translate("Retro", "Restored over time")
                                : filled(translate("Retro", "Restored over time: %1"), {m_series.of});
        chart.ticks = ticksBetween(m_course.from, m_course.to);
        addLevels(chart);
        for (const TimelineRow* row : m_rows) {
            const Restored& restored = *restoredIn(row->facts);
            chart.points.push_back({m_course.at(row->times.told()),
                                    heightOf(restored.done.from),
                                    heightOf(restored.done.to),
                                    {said(restored.done.from, restored.done.to)}});
        }
        const auto told = [&](const TimelineRow* row) { return whenIn(gathered, row->times.told()); };
        chart.description.words =
            filled(translate("Retro", "Counts: %1; %2 at %3, %4 at %5."),
                   {numberOf(m_rows.size()), chart.points.front().text.words, told(m_rows.front()),
                    chart.points.back().text.words, told(m_rows.back())});
        if (m_total) {
            chart.description.words +=
                u' ' + filled(translate("Retro", "In all: %1."), {said(*m_total, *m_total)});
        }
        chart.note.words = noteOf(gathered, m_course, m_series.rows.size() - m_rows.size());
        return chartBlock(std::move(chart));
    }

  private:
    QString said(quint64 from, quint64 to) const { return quantityOf(m_series.unit, from, to); }
    double heightOf(quint64 count) const { return double(count) / double(std::max<quint64>(1, m_top)); }

    void addLevels(Chart& chart) const {
        constexpr double close = 0.08; // to the total, which says more
        const quint64 step = stepFor(std::max<quint64>(1, m_top));
        for (quint64 level = 0; level <= m_top; level += step) {
            if (!m_total || std::abs(heightOf(level) - heightOf(*m_total)) > close) {
                chart.levels.push_back({heightOf(level), {numberOf(level)}});
            }
        }
        if (m_total) {
            chart.levels.push_back({heightOf(*m_total),
                                    {filled(translate("Retro", "all: %1"), {said(*m_total, *m_total)})},
                                    true});
        }
    }

    const Series& m_series;
    RetroCourse m_course;
    std::vector<const TimelineRow*> m_rows;
    std::optional<quint64> m_total{};
    quint64 m_top = 0;
};

} // namespace

std::optional<RetroCourse> courseOf(const RetroGathered& gathered) {
    const auto all =
        std::find_if(gathered.measures.begin(), gathered.measures.end(),
                     [](const Measure& measure) { return measure.kind == MeasureKind::AllRestored; });
    if (all == gathered.measures.end() || !all->from) {
        return std::nullopt;
    }
    RetroCourse course{all->from->at, all->from->at, all->until.has_value()};
    if (all->until) {
        course.include(all->until->at);
    } else {
        for (const ServiceOutage& outage : gathered.outages) {
            course.include(outage.back ? outage.back->at : outage.out.at);
        }
        for (const NoticeGiven& notice : gathered.notices) {
            course.include(notice.point.at);
        }
        const Moment soon = course.to + std::max<Millis>(1h, (course.to - course.from) / 4);
        course.include(std::min(std::max(gathered.context.now, course.to), soon));
    }
    course.include(course.from + 1min);
    return course;
}

QString spanIn(const RetroGathered& gathered, Moment from, std::optional<Moment> until) {
    return until ? filled(QStringLiteral("%1 ~ %2"), {whenIn(gathered, from), whenIn(gathered, *until)})
                 : filled(translate("Retro", "from %1"), {whenIn(gathered, from)});
}

QString leftOutOf(std::size_t count) {
    return count > 0 ? filled(translate("Retro", "Not drawn: %1 more."), {numberOf(count)}) : QString();
}

const Restored* restoredIn(const Facts& facts) {
    if (const auto* counted = std::get_if<RestorationCounted>(&facts)) {
        return &counted->restored;
    }
    const auto* stated = std::get_if<ServiceStated>(&facts);
    return stated && stated->restored ? &*stated->restored : nullptr;
}

std::optional<DocumentBlock> outageChart(const RetroGathered& gathered) {
    const auto course = courseOf(gathered);
    if (!course || gathered.outages.empty()) {
        return std::nullopt;
    }
    const auto endOf = [&course](const ServiceOutage& outage) {
        return outage.back ? outage.back->at : course->to;
    };
    std::vector<ServiceOutage> outages = gathered.outages;
    std::stable_sort(outages.begin(), outages.end(), [&](const ServiceOutage& a, const ServiceOutage& b) {
        return std::tuple(inkOf(a.worst), a.out.at - endOf(a)) <
               std::tuple(inkOf(b.worst), b.out.at - endOf(b));
    });
    Chart chart;
    chart.title.words = translate("Retro", "What was out, and for how long");
    chart.ticks = ticksBetween(course->from, course->to);
    for (const ServiceOutage& outage : outages) {
        if (chart.rows.size() == Chart::mostRows) {
            break;
        }
        const ChartInk ink = inkOf(outage.worst);
        chart.rows.push_back(
            {.name = {serviceName(outage.service)},
             .note = {outage.back ? lasting(outage.back->at - outage.out.at)
                                  : translate("Retro", "not back")},
             .bars = {{course->at(outage.out.at), course->at(endOf(outage)), ink, !outage.back}}});
        if (std::none_of(chart.keys.begin(), chart.keys.end(),
                         [ink](const ChartKey& key) { return key.ink == ink; })) {
            chart.keys.push_back({ink, {}, {nameOf(outage.worst)}});
        }
    }
    chart.note.words = noteOf(gathered, *course, outages.size() - chart.rows.size());
    chart.description.words =
        filled(translate("Retro", "A bar for each of %1, from %2. The worst and longest is %3: %4."),
               {numberOf(outages.size()), whenIn(gathered, course->from), chart.rows.front().name.words,
                chart.rows.front().note.words});
    return chartBlock(std::move(chart));
}

std::vector<DocumentBlock> restorationCharts(const RetroGathered& gathered) {
    std::vector<DocumentBlock> blocks;
    if (const auto course = courseOf(gathered)) {
        for (const Series& series : seriesOf(gathered)) {
            blocks.push_back(Curve(series, *course).block(gathered));
        }
    }
    return blocks;
}

} // namespace bongsu
