// Row 7: while 200 events are recorded, the disk of the relay, or of the home, gets full: after one page,
// after two, and so on to the end of the run. It is a tmpfs whose size changes. Then there is room again, and
// everything goes on by itself.
#include "faults/faultrow.h"
#include "faults/pair.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

namespace bongsu {

namespace {

constexpr int eventsARun = 200;
constexpr int eventsAtOnce = 8;
constexpr quint64 pageBytes = 4096;
constexpr quint64 roomy = 64 << 20;

struct Figures {
    quint64 tried = 0;
    quint64 lost = 0;   // told ○ or ●, and not there
    quint64 other = 0;  // the program called it something else than a full disk
    quint64 stuck = 0;  // did not go on when there was room
    quint64 twice = 0;  // more or fewer entries than were made
    quint64 inTime = 0; // runs that came to their end before the disk was full
};

class SizedDisk {
  public:
    explicit SizedDisk(const QString& at) : m_at(QFile::encodeName(at)) {
        m_isMounted = ::mount("tmpfs", m_at.constData(), "tmpfs", 0, "mode=700") == 0 && size(roomy);
    }
    ~SizedDisk() { ::umount2(m_at.constData(), MNT_DETACH); }
    Q_DISABLE_COPY_MOVE(SizedDisk)
    bool isMounted() const { return m_isMounted; }
    bool size(quint64 bytes) const {
        const QByteArray words = "mode=700,size=" + QByteArray::number(bytes);
        return ::mount("tmpfs", m_at.constData(), "tmpfs", MS_REMOUNT, words.constData()) == 0;
    }
    bool leave(quint64 pages) const {
        struct statvfs now {};
        return ::statvfs(m_at.constData(), &now) == 0 &&
               size((now.f_blocks - now.f_bfree) * quint64(now.f_bsize) + pages * pageBytes);
    }

  private:
    QByteArray m_at;
    bool m_isMounted;
};

class FullDisk {
  public:
    FullDisk() {
        QDir().mkpath(example());
        Pair(example(), m_system).found();
    }

    Figures run(quint64 atLeast, quint64 seed) {
        Figures figures;
        // So many pages a run takes, about; the last rounds find out exactly.
        const quint64 step = std::max<quint64>(1, 2 * pagesOfARun / atLeast);
        for (quint64 round = seed; figures.tried < atLeast; ++round) {
            for (const QString& part : {QStringLiteral("relay"), QStringLiteral("home")}) {
                for (quint64 pages = round % step; once(part, pages, figures); pages += step) {
                }
            }
        }
        return figures;
    }

  private:
    static constexpr quint64 pagesOfARun = 400;

    QString example() const { return m_folder.filePath(QStringLiteral("example")); }

    // False: the run came to its end before so many pages were full.
    bool once(const QString& part, quint64 pages, Figures& figures) {
        const QString work = m_folder.filePath(QStringLiteral("work"));
        QDir(work).removeRecursively();
        QDir().mkpath(work + QLatin1Char('/') + part);
        const SizedDisk disk(work + QLatin1Char('/') + part);
        Pair::copy(example(), work);
        Pair pair(work, m_system);
        if (!pair.open() || !disk.leave(pages)) {
            qFatal("the run cannot begin");
        }
        for (int i = 0; i < eventsARun; ++i) {
            const bool isKept = pair.note(QStringLiteral("note %1 ").arg(i).repeated(1 + i % 20)).has_value();
            figures.other += isKept ? 0 : 1;
            if (i % eventsAtOnce == eventsAtOnce - 1 && !pair.hasTrouble()) {
                pair.runUntil([&] { return pair.hasTrouble() || pair.isAllRecorded(); });
            }
        }
        if (!pair.runUntil([&] { return pair.hasTrouble() || pair.isAllRecorded(); })) {
            ++figures.stuck;
        }
        const bool wasFull = pair.hasTrouble();
        goOn(pair, disk, figures);
        look(pair, figures);
        if (!wasFull) {
            ++figures.inTime;
            return false;
        }
        ++figures.tried;
        return true;
    }

    static void goOn(Pair& pair, const SizedDisk& disk, Figures& figures) {
        for (const QByteArray& code : pair.troubles()) {
            if (code != failure::full) {
                std::printf("called %s\n", code.constData());
                ++figures.other;
            }
        }
        disk.size(roomy);
        pair.redial();
        if (!pair.runUntil([&] { return pair.isAllRecorded(); })) {
            std::printf("%llu of %llu recorded\n", static_cast<unsigned long long>(pair.recorded.size()),
                        static_cast<unsigned long long>(pair.made.size()));
            ++figures.stuck;
        }
    }

    static void look(Pair& pair, Figures& figures) {
        pair.close();
        if (!pair.open()) {
            ++figures.stuck;
            return;
        }
        const Pair::Lost lost = pair.lost();
        figures.lost += lost.kept + lost.recorded;
        figures.twice += pair.entries() == 1 + pair.made.size() ? 0 : 1;
        pair.close();
    }

    QTemporaryDir m_folder;
    System m_system;
};

} // namespace

int fullDisk(int argc, char** argv) {
    const FaultRow row(7, argc, argv);
    // What is mounted here nobody else sees, and it is gone with this process.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        return row.notHere(QByteArray("no file system can be mounted: ") + std::strerror(errno));
    }
    const Figures f = FullDisk().run(row.count(), row.seed());
    return row.end(f.tried,
                   {{"lost", f.lost},
                    {"called otherwise", f.other},
                    {"stuck", f.stuck},
                    {"twice", f.twice},
                    {"in time", f.inTime}},
                   f.lost + f.other + f.stuck + f.twice == 0);
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    return bongsu::fullDisk(argc, argv);
}
