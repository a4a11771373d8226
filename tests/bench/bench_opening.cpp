// A desktop with 100,000 entries, from the first byte read to a window in which a line can be written:
// opening, frames, scrolling, searching, memory; each against its floor in the same run. Prints JSON lines.
// Run by hand:
//   QT_QPA_PLATFORM=offscreen bench_opening FOLDER [INCIDENTS] [ENTRIES]
// FOLDER keeps the store, so that another run measures what an opening leaves behind.
#include "bench/barerows.h"
#include "bench/framewatch.h"
#include "bench/recordworld.h"
#include "domain/incident/recordsearch.h"
#include "identity/verifyahead.h"
#include "storage/sqliteundertest.h"
#include "ui/house.h"
#include "ui/incidents/incidentpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/timeline/timelinemodel.h"
#include "ui/timeline/timelineview.h"
#include "wiring/verifiedreplay.h"

#include <QDir>
#include <QProcess>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cstring>

namespace bongsu {

namespace {

// Everything that a desktop stands on, but for the relay.
struct Desk {
    Desk(const QString& file, const RecordWorld& world, Moment now) : clock(now), under(file, {}) {
        demand(under.tryOpen().has_value());
        journal = std::make_unique<Journal>(
            JournalParts{under.store(), clock, timers, randomness, world.verifier(), world.device()});
        std::optional<bool> opened;
        journal->open([&](const Result<std::monostate>& result) { opened = result.has_value(); });
        demand(turnUntil([&] { return opened.has_value(); }) && *opened);
        attachments = std::make_unique<Attachments>(under.store(), clock, journal->device());
        documents = std::make_unique<Documents>(*journal, *attachments);
        notices = std::make_unique<NoticeDesk>(*journal, *attachments, *documents, clock, randomness);
        retro = std::make_unique<RetroDesk>(*journal, *attachments, *documents);
    }

    WindowParts parts() {
        WindowParts parts{*journal, connection, clock, theme};
        parts.attachments = attachments.get();
        parts.documents = documents.get();
        parts.notices = notices.get();
        parts.retro = retro.get();
        return parts;
    }

    StandingClock clock;
    NoTimers timers;
    SeededRandomness randomness{"bench"};
    SqliteUnderTest under;
    Theme theme{ThemeName::Light};
    HandConnection connection;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<Attachments> attachments;
    std::unique_ptr<Documents> documents;
    std::unique_ptr<NoticeDesk> notices;
    std::unique_ptr<RetroDesk> retro;
};

// Counts how often a timeline was painted.
class Paints : public QObject {
  public:
    explicit Paints(TimelineView& view) { view.viewport()->installEventFilter(this); }
    int count = 0;

  protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

// The newest page stands in the model, and the view has painted since.
double shownAfter(MainWindow& window, const LogId& log) {
    const auto start = Stopwatch::now();
    window.openIncident(log);
    IncidentPage& page = window.incidentPage();
    Paints paints(page.timeline());
    demand(turnUntil([&] { return page.model()->rowCount() >= TimelineModel::pageRows; }));
    paints.count = 0;
    page.timeline().viewport()->update();
    demand(turnUntil([&] { return paints.count > 0; }));
    return secondsSince(start);
}

constexpr auto frame = std::chrono::milliseconds(16); // of a screen that shows sixty a second
constexpr double frameSeconds = std::chrono::duration<double>(frame).count();

struct Scrolled {
    std::vector<double> pages; // seconds each took until it was painted
};

void scroll(MainWindow& window, int pages, Scrolled& scrolled) {
    TimelineView& view = window.incidentPage().timeline();
    Paints paints(view);
    for (int i = 0; i < pages; ++i) {
        const auto from = Stopwatch::now();
        paints.count = 0;
        view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        view.viewport()->update();
        demand(turnUntil([&] { return paints.count > 0; }));
        scrolled.pages.push_back(secondsSince(from));
    }
}

void tell(const char* what, Scrolled scrolled) {
    std::vector<double>& pages = scrolled.pages;
    const auto late =
        std::count_if(pages.begin(), pages.end(), [](double took) { return took > frameSeconds; });
    std::sort(pages.begin(), pages.end());
    const auto at = [&](double share) { return pages[std::size_t(double(pages.size() - 1) * share)] * 1000; };
    std::printf(
        "{\"what\":\"%s\",\"pages\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"p999_ms\":%.2f,\"worst_ms\":%.2f,"
        "\"later_than_a_frame\":%d}\n",
        what, int(pages.size()), at(0.5), at(0.99), at(0.999), at(1), int(late));
    std::fflush(stdout);
}

void benchScrolling(MainWindow& window, const std::vector<LogId>& incidents) {
    Scrolled scrolled;
    if (incidents.size() == 1) {
        scroll(window, 2000, scrolled);
        tell("scrolled up", scrolled);
        return;
    }
    double worst = 0;
    double all = 0;
    for (const LogId& log : incidents) {
        const double took = shownAfter(window, log);
        worst = std::max(worst, took);
        all += took;
        scroll(window, 20, scrolled);
    }
    tell("scrolled up in each incident", scrolled);
    std::printf("{\"what\":\"another incident opened, its newest page "
                "painted\",\"mean_ms\":%.1f,\"worst_ms\":%.1f}\n",
                all / double(incidents.size()) * 1000, worst * 1000);
}

volatile qsizetype counted = 0; // or a compiler leaves out a floor whose count nobody reads

void benchSearch(const Journal& journal, const std::vector<LogId>& incidents) {
    for (const char* word : {"변압기", "판교", "수소차"}) {
        const QByteArray sought(word);
        const double floor = best(7, [&] {
            for (const LogId& log : incidents) {
                const QByteArrayView words = journal.recordOf(log).allWords();
                const char* at = words.data();
                const char* const end = at + words.size();
                while ((at = static_cast<const char*>(memmem(at, std::size_t(end - at), sought.constData(),
                                                             std::size_t(sought.size()))))) {
                    counted = counted + 1;
                    at += sought.size();
                }
            }
        });
        RecordQuery query;
        query.words.push_back({QString::fromUtf8(word)});
        const RecordSearch search(query);
        const double took = best(7, [&] {
            for (const LogId& log : incidents) {
                search.find(journal.recordOf(log), ~0ull, 1 << 30, qsizetype(1) << 40);
            }
        });
        say("search of all incidents, against memmem", took, floor);
    }
}

// By Ed25519 alone, on one thread: what every verification costs at least.
double verificationsASecond(const Verifier& verifier, const Signer& signer) {
    const QByteArray message(450, 'x');
    const Signature signature = signer.sign(message);
    constexpr int count = 5000;
    const double took = best(3, [&] {
        for (int i = 0; i < count; ++i) {
            demand(verifier.verify(signer.publicKey(), message, signature));
        }
    });
    return count / took;
}

void benchVerifying(Desk& desk, const RecordWorld& world, MainWindow& window) {
    const double bare = verificationsASecond(world.verifier(), world.device());
    VerifyAhead ahead(world.verifier(), threadsBesideTheLoop());
    qint64 entries = 0;
    std::optional<bool> isSound;
    const auto start = Stopwatch::now();
    FrameWatch frames;
    replayVerified(desk.under.store(), ahead, desk.journal->organisation(),
                   {.seen = [&](const Ledger&, const Accepted&, const StoredEntry&) { ++entries; }},
                   [&](const Result<std::shared_ptr<Replayed>>& read) { isSound = read.has_value(); });
    // The window goes on: it is painted all the while, as often as a screen shows it.
    QTimer screen;
    screen.setTimerType(Qt::PreciseTimer);
    QObject::connect(&screen, &QTimer::timeout, &window,
                     [&] { window.incidentPage().timeline().viewport()->update(); });
    screen.start(frame);
    while (!isSound) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    demand(*isSound);
    const double rate = double(entries) / secondsSince(start);
    std::printf(
        "{\"what\":\"every signature verified beside the event loop\",\"entries\":%lld,\"a_second\":%.0f,"
        "\"ed25519_a_second\":%.0f,\"times_one_core\":%.2f,\"worst_frame_ms\":%.1f}\n",
        qlonglong(entries), rate, bare, rate / bare, frames.worst() * 1000);
    std::fflush(stdout);
}

void tellMemory(const char* what, double mebibytes, int entries) {
    std::printf("{\"what\":\"%s\",\"mebibytes\":%.1f,\"bytes_an_entry\":%.0f}\n", what, mebibytes,
                mebibytes * (1 << 20) / entries);
    std::fflush(stdout);
}

int benchOpening(const QString& file, int entries) {
    const double floor = best(5, [&] { BareRows(file).readNewest(TimelineModel::pageRows); });
    const double all = best(5, [&] { BareRows(file).readAll(); });
    std::printf("{\"entries\":%d,\"raw_first_pages_ms\":%.3f,\"raw_all_ms\":%.1f}\n", entries, floor * 1000,
                all * 1000);
    const RecordWorld world; // for its people's keys
    const double before = residentMebibytes();
    const auto start = Stopwatch::now();
    Desk desk(file, world, world.now() + std::chrono::seconds(entries));
    const double folded = secondsSince(start);
    tellMemory("memory of the journal", residentMebibytes() - before, entries);
    MainWindow window(desk.parts());
    window.resize(1280, 800);
    window.show();
    const double stands = secondsSince(start);
    const std::vector<LogId> incidents = desk.journal->incidents();
    shownAfter(window, incidents.back());
    const auto recorded =
        desk.journal->record(incidents.back(), NoteAdded{}, Text{.text = QStringLiteral("first line")});
    demand(recorded && !recorded->warning);
    const double usable = secondsSince(start);
    say("opened to the journal ready, against the first pages raw", folded, floor);
    say("opened to the window made", stands, floor);
    say("opened to usable, against the first pages raw", usable, floor);
    say("opened to usable, against all rows raw", usable, all);
    benchSearch(*desk.journal, incidents);
    benchScrolling(window, incidents);
    benchVerifying(desk, world, window);
    tellMemory("memory of all, window and scrolling included", residentMebibytes() - before, entries);
    return 0;
}

bool writeStore(const QString& file, int incidents, int entries) {
    RecordWorld world;
    SqliteUnderTest under(file, {});
    return under.tryOpen() && world.write(under, incidents, entries);
}

} // namespace

int benchOpening(const QStringList& arguments) {
    const int incidents = arguments.value(2, QStringLiteral("1")).toInt();
    const int entries = arguments.value(3, QStringLiteral("100000")).toInt();
    const QString file = QDir(arguments.value(1, QStringLiteral(".")))
                             .filePath(QStringLiteral("record-%1-%2.db").arg(incidents).arg(entries));
    if (arguments.contains(QStringLiteral("--write"))) {
        return writeStore(file, incidents, entries) ? 0 : 1;
    }
    // By another process: what it holds to write is no memory of a desktop.
    if (!QFile::exists(file) && QProcess::execute(arguments.front(), QStringList(arguments.mid(1))
                                                                         << QStringLiteral("--write")) != 0) {
        return 1;
    }
    return benchOpening(file, entries);
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QApplication app(argc, argv);
    return bongsu::benchOpening(QCoreApplication::arguments());
}
