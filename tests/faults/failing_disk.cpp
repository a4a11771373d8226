// Row 8: every call that the store of a relay, or of a home, makes of its disk fails once, with every kind of
// fault. Then the power goes, so that only what was synced is left, and both are opened again on a sound
// disk.
#include "faults/faultrow.h"
#include "faults/faultyvfs.h"
#include "faults/pair.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

namespace bongsu {

namespace {

constexpr int eventsARun = 16;
constexpr DiskFault allFaults[] = {DiskFault::Error, DiskFault::Torn, DiskFault::Dead};

struct Figures {
    quint64 tried = 0;
    quint64 lostKept = 0;     // ○ was told, and it is not there
    quint64 lostRecorded = 0; // ● was told, and the relay has it no more, or elsewhere
    quint64 twice = 0;        // entries that nobody made
    quint64 stuck = 0;        // did not open, or did not go on, on a sound disk
    quint64 syncs = 0;        // of the calls that failed
};

class FailingDisk {
  public:
    FailingDisk() {
        Pair pair(m_folder.filePath(QStringLiteral("example")), m_system);
        QDir().mkpath(m_folder.filePath(QStringLiteral("example")));
        pair.found();
    }

    // Tries `at least` so many. True: it came to the end of all calls.
    Figures run(quint64 atLeast, quint64 seed) {
        Figures figures;
        const quint64 calls = callsOfARun("relay.db") + callsOfARun("home.db");
        const quint64 all = calls * std::size(allFaults);
        const quint64 step = std::max<quint64>(1, all / atLeast);
        std::printf("%llu calls in a run without a fault\n", static_cast<unsigned long long>(calls));
        for (quint64 round = seed; figures.tried < atLeast; ++round) {
            for (const char* name : {"relay.db", "home.db"}) {
                for (const DiskFault fault : allFaults) {
                    for (quint64 call = 1 + round % step; once(name, call, fault, figures); call += step) {
                    }
                }
            }
        }
        return figures;
    }

  private:
    QString fresh() {
        faultyvfs::forget();
        const QString work = m_folder.filePath(QStringLiteral("work"));
        QDir(work).removeRecursively();
        Pair::copy(m_folder.filePath(QStringLiteral("example")), work);
        return work;
    }

    quint64 callsOfARun(const char* name) {
        Pair pair(fresh(), m_system);
        faultyvfs::arm(name, 0, DiskFault::Error);
        write(pair);
        pair.close();
        faultyvfs::disarm();
        return faultyvfs::calls();
    }

    // Opens and records until all has its number or something fails.
    static void write(Pair& pair) {
        if (!pair.open()) {
            return;
        }
        for (int i = 0; i < eventsARun && !pair.hasTrouble(); ++i) {
            const bool erases = i == eventsARun / 2;
            const auto made =
                erases ? pair.withdraw(pair.made.front())
                       : pair.note(QStringLiteral("note %1").arg(pair.made.size()).repeated(1 + i % 40));
            if (made && i % 4 == 3) {
                pair.runUntil([&] { return pair.hasTrouble() || pair.isAllRecorded(); });
            }
        }
    }

    // False: the run came to its end without that call.
    bool once(const char* name, quint64 call, DiskFault fault, Figures& figures) {
        Pair pair(fresh(), m_system);
        faultyvfs::arm(name, call, fault);
        write(pair);
        const QByteArray failed = faultyvfs::failed(); // before anything is closed
        faultyvfs::cutPower();
        pair.close();
        faultyvfs::disarm();
        faultyvfs::restore();
        if (failed.isEmpty()) {
            return false;
        }
        ++figures.tried;
        figures.syncs += failed == "sync" ? 1 : 0;
        const Figures before = figures;
        look(pair, figures);
        if (figures.lostKept + figures.lostRecorded + figures.twice + figures.stuck >
            before.lostKept + before.lostRecorded + before.twice + before.stuck) {
            std::printf("%s, call %llu (%s), fault %d\n", name, static_cast<unsigned long long>(call),
                        failed.constData(), int(fault));
        }
        return true;
    }

    static void look(Pair& pair, Figures& figures) {
        pair.forgetTrouble();
        if (const auto opened = pair.open(); !opened) {
            std::printf("does not open: %s\n", std::get<Failure>(opened.error()).detail.constData());
            ++figures.stuck;
            return;
        }
        const Pair::Lost lost = pair.lost();
        figures.lostKept += lost.kept;
        figures.lostRecorded += lost.recorded;
        const quint64 made = pair.made.size();
        const auto goesOn = pair.note(QStringLiteral("after it"));
        const EventId last = pair.made.back();
        if (!goesOn || pair.made.size() == made ||
            !pair.runUntil([&] { return pair.recorded.contains(last); })) {
            ++figures.stuck;
        }
        // The declaration and what was made; what was made and never kept may be missing.
        figures.twice += pair.entries() > 1 + pair.made.size() ? 1 : 0;
        pair.close();
    }

    QTemporaryDir m_folder{QDir(QStringLiteral("/dev/shm")).exists()
                               ? QStringLiteral("/dev/shm/bongsu-XXXXXX")
                               : QDir::tempPath() + QStringLiteral("/bongsu-XXXXXX")};
    System m_system;
};

} // namespace

int failingDisk(int argc, char** argv) {
    const FaultRow row(8, argc, argv);
    faultyvfs::install();
    const Figures f = FailingDisk().run(row.count(), row.seed());
    return row.end(f.tried,
                   {{"lost", f.lostRecorded},
                    {"kept and lost", f.lostKept},
                    {"twice", f.twice},
                    {"stuck", f.stuck},
                    {"of them syncs", f.syncs}},
                   f.lostKept + f.lostRecorded + f.twice + f.stuck == 0);
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    return bongsu::failingDisk(argc, argv);
}
