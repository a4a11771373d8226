// A process that tests end: `write FILE SEED COUNT` appends entries to one log and says which are durable,
// `count FILE` reads such a store and says how many there are, `hold FOLDER` holds a home, `wait` only waits.
// With FAIL_CALL=n and FAIL_ERROR set, the n-th call that writes or syncs fails, once; the writer reads where
// the log ends and goes on.
#include "storage/failingcalls.h"
#include "storage/homelock.h"
#include "storage/samples.h"
#include "storage/sqliteundertest.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>

namespace bongsu {

namespace {
void say(const QByteArray& line) {
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

// Of the clock that Python calls monotonic_ns, so that an answer can be told to be before or after a cut of
// power.
QByteArray now() {
    const auto sinceBoot = std::chrono::steady_clock::now().time_since_epoch();
    return QByteArray::number(std::chrono::nanoseconds(sinceBoot).count());
}

constexpr size_t inFlight = 8;

class Writer {
  public:
    Writer(const QString& file, quint64 seed, quint64 count)
        : m_samples(seed), m_count(count), m_under(file, {}) {}

    int run() {
        if (const auto opened = m_under.tryOpen(); !opened) {
            say("not opened " + codeOf(opened.error()));
            return 1;
        }
        readTip();
        while (m_given < m_count) {
            giveSome();
            if (!m_under.runUntil([this] { return m_waiting == 0; })) {
                return 2;
            }
            if (m_hasFailed) {
                readTip();
            }
        }
        return 0;
    }

  private:
    void readTip() {
        auto ends = tips(m_under);
        while (!ends) {
            ends = tips(m_under); // the one failing call was this
        }
        m_tip = ends->empty() ? std::nullopt : std::optional(ends->front());
        m_hasFailed = false;
    }
    void giveSome() {
        for (; m_waiting < inFlight && m_given < m_count; ++m_given) {
            LogAppend append = m_samples.append(m_log, m_tip, 1);
            m_tip = tipAfter(append);
            ++m_waiting;
            m_under.store().commit(changeOf(append), [this, seq = m_tip->seq](Result<Committed> result) {
                --m_waiting;
                const bool isDurable = result == Committed::Durable;
                m_hasFailed = m_hasFailed || !isDurable;
                say((isDurable ? "acked " : "failed ") + QByteArray::number(seq) + ' ' +
                    (result ? now() : codeOf(result.error())));
            });
        }
    }

    LogId m_log = LogId::zeros();
    Samples m_samples;
    quint64 m_count;
    quint64 m_given = 0;
    SqliteUnderTest m_under;
    std::optional<StoredTip> m_tip;
    size_t m_waiting = 0;
    bool m_hasFailed = false;
};

int count(const QString& file) {
    const auto entries = entriesIn(file);
    say(entries ? QByteArray::number(*entries)
                : codeOf(entries.error()) + ' ' + std::get<Failure>(entries.error()).detail);
    return entries ? 0 : 1;
}

int hold(const QString& folder) {
    const auto lock = HomeLock::take(folder);
    if (!lock) {
        say(codeOf(lock.error()));
        return 1;
    }
    say("held");
    return std::getchar() == EOF ? 0 : 2;
}
} // namespace

int runStoreProcess(const QStringList& words) {
    const QString what = words.value(1);
    if (what == QStringLiteral("write")) {
        failCallFromEnvironment();
        return Writer(words.value(2), words.value(3).toULongLong(), words.value(4).toULongLong()).run();
    }
    if (what == QStringLiteral("count")) {
        return count(words.value(2));
    }
    if (what == QStringLiteral("hold")) {
        return hold(words.value(2));
    }
    say("waiting");
    return std::getchar() == EOF ? 0 : 2;
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    return bongsu::runStoreProcess(QCoreApplication::arguments());
}
