#include "world/shrink.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace bongsu {

namespace {

using Steps = std::vector<int>;

class Shrinking {
  public:
    Shrinking(quint32 seed, const WorldOptions& options, int steps, int mostRuns)
        : m_seed(seed), m_options(options), m_count(steps), m_left(mostRuns) {}

    Shrunk carryOut() {
        const Findings first = live(m_options);
        m_wanted = first.isEmpty() ? QString() : kindOf(first.front());
        m_best = {m_options, first, m_transcript, 0};
        if (first.isEmpty()) {
            return m_best;
        }
        Steps all(std::size_t(m_count), 0);
        std::iota(all.begin(), all.end(), 1);
        if (m_options.onlySteps) {
            all.assign(m_options.onlySteps->begin(), m_options.onlySteps->end());
        }
        takeLineFaultsAway();
        takeDesktopsAway();
        all = reduce(all);
        takeLineFaultsAway();
        takeDesktopsAway();
        reduce(all);
        m_best.runs = m_runs;
        return m_best;
    }

  private:
    Findings live(const WorldOptions& options) {
        ++m_runs;
        --m_left;
        World world(m_seed, options);
        const Findings findings = world.live(m_count);
        m_transcript = world.transcript();
        return findings;
    }

    // Kept if the same thing still breaks.
    bool fails(const WorldOptions& options) {
        if (m_left <= 0) {
            return false;
        }
        const Findings findings = live(options);
        const bool same = std::any_of(findings.begin(), findings.end(),
                                      [this](const QString& finding) { return kindOf(finding) == m_wanted; });
        if (same) {
            m_best = {options, findings, m_transcript, 0};
        }
        return same;
    }

    bool failsWith(const Steps& steps) {
        WorldOptions options = m_best.options;
        options.onlySteps = std::set<int>(steps.begin(), steps.end());
        return fails(options);
    }

    void takeLineFaultsAway() {
        WorldOptions options = m_best.options;
        options.lossless = true;
        if (!m_best.options.lossless) {
            fails(options);
        }
    }

    void takeDesktopsAway() {
        for (WorldOptions options = m_best.options;;) {
            options.present = options.present.value_or(options.desktops) - 1;
            if (*options.present < 1 || !fails(options)) {
                return;
            }
        }
    }

    // Delta debugging (Zeller, Hildebrandt 2002): without ever smaller pieces, until no single step can go.
    Steps reduce(Steps steps) {
        for (std::size_t pieces = 2; steps.size() > 1 && m_left > 0;) {
            const std::size_t size = (steps.size() + pieces - 1) / pieces;
            bool smaller = false;
            for (std::size_t from = 0; from < steps.size() && !smaller; from += size) {
                Steps rest = steps;
                rest.erase(rest.begin() + std::ptrdiff_t(from),
                           rest.begin() + std::ptrdiff_t(std::min(from + size, steps.size())));
                if (failsWith(rest)) {
                    steps = std::move(rest);
                    pieces = std::max<std::size_t>(pieces - 1, 2);
                    smaller = true;
                }
            }
            if (!smaller && size == 1) {
                break;
            }
            pieces = smaller ? pieces : std::min(pieces * 2, steps.size());
        }
        return steps;
    }

    quint32 m_seed;
    WorldOptions m_options;
    int m_count;
    int m_left;
    int m_runs = 0;
    QString m_wanted;
    QString m_transcript;
    Shrunk m_best{};
};

} // namespace

QString kindOf(const QString& finding) {
    static const QRegularExpression whose(QStringLiteral("^(desktop \\d+|relay): "));
    QString about = finding;
    about.remove(whose);
    const QStringList words = about.split(QLatin1Char(' '));
    return words.front().startsWith(QLatin1Char('I')) ? words.front()
                                                      : words.mid(0, 2).join(QLatin1Char(' '));
}

Shrunk shrink(quint32 seed, const WorldOptions& options, int steps, int mostRuns) {
    return Shrinking(seed, options, steps, mostRuns).carryOut();
}

WorldOptions asAsked(WorldOptions options) {
    const QString steps = qEnvironmentVariable("BONGSU_STEPS");
    if (!steps.isEmpty()) {
        options.onlySteps.emplace();
        for (const QString& step : steps.split(QLatin1Char(','))) {
            options.onlySteps->insert(step.toInt());
        }
    }
    if (const int desktops = qEnvironmentVariableIntValue("BONGSU_DESKTOPS")) {
        options.present = desktops;
    }
    if (qEnvironmentVariableIsSet("BONGSU_ORDEAL")) {
        options.ordeal = Ordeal(qEnvironmentVariableIntValue("BONGSU_ORDEAL"));
    }
    options.lossless = qEnvironmentVariableIntValue("BONGSU_LOSSLESS") != 0;
    return options;
}

} // namespace bongsu
