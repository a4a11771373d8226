// An incident's record of 100,000 entries in the real store and the real timeline: a page further,
// an arriving entry, a jump, searching, what was known; each against its floor in the same run (reading the
// same rows from SQLite without anything else, memmem over the same bytes). Prints JSON lines. Run by hand:
//   QT_QPA_PLATFORM=offscreen bench_record [FOLDER] [ENTRIES]
#include "bench/barerows.h"
#include "bench/recordworld.h"
#include "domain/incident/recordsearch.h"
#include "domain/retro/material.h"
#include "journal/hindsight.h"
#include "journal/journal.h"
#include "report/recordform.h"
#include "report/recordwalk.h"
#include "storage/sqliteundertest.h"
#include "ui/outgoing/outgoing.h"
#include "ui/timeline/timelineview.h"

#include <QScrollBar>

#include <cstring>

namespace bongsu {

namespace {

// A timeline that says when it has painted.
class PaintedView : public TimelineView {
  public:
    using TimelineView::TimelineView;
    int paints = 0;
    int rowsPainted = 0; // in the model when it last painted

  protected:
    void paintEvent(QPaintEvent* event) override {
        TimelineView::paintEvent(event);
        ++paints;
        rowsPainted = model() ? model()->rowCount() : 0;
    }
};

volatile int counted = 0; // or a compiler leaves out a floor whose count nobody reads

void countByMemmem(QByteArrayView words, const QByteArray& word) {
    int count = 0;
    const char* at = words.data();
    const char* const end = at + words.size();
    while ((at = static_cast<const char*>(
                memmem(at, std::size_t(end - at), word.constData(), std::size_t(word.size()))))) {
        ++count;
        at += word.size();
    }
    counted = count;
}

void benchSearch(const RecordIndex& record) {
    constexpr int runs = 7;
    std::printf("{\"searched_bytes\":%lld,\"index_bytes\":%lld}\n", qlonglong(record.allWords().size()),
                qlonglong(record.bytes()));
    const auto search = [&](const char* what, const char* typed, const char* floorWord) {
        const QByteArray folded(floorWord);
        const double floor = best(runs, [&] { countByMemmem(record.allWords(), folded); });
        RecordQuery query;
        for (const QString& word : QString::fromUtf8(typed).split(QLatin1Char(' '))) {
            query.words.push_back({word});
        }
        const RecordSearch ready(query);
        std::size_t found = 0;
        const double all =
            best(runs, [&] { found = ready.find(record, ~0ull, 1 << 30, qsizetype(1) << 40).seqs.size(); });
        const double first = best(runs, [&] { ready.find(record, ~0ull, 50, 4 << 20); });
        std::printf(
            "{\"what\":\"search, %s\",\"found\":%zu,\"all_ms\":%.3f,\"memmem_ms\":%.3f,\"times_memmem\":%.2f,"
            "\"first_screen_ms\":%.3f}\n",
            what, found, all * 1000, floor * 1000, all / floor, first * 1000);
        std::fflush(stdout);
    };
    search("two syllables, in few lines", "변압기", "변압기");
    search("two syllables, in every third line", "판교", "판교");
    search("not there", "수소차", "수소차");
    search("two words", "변압기 판교", "변압기");
    search("initials, in few lines", "ㅂㅇㄱ", "변압기");
    search("initials, not there", "ㅎㅋㅌㅍ", "수소차");
    search("half initials", "변ㅇ", "변압기");
    search("English", "FAILOVER", "failover");
    const double memory = best(runs, [&] { countByMemmem(record.allWords(), "수소차"); });
    say("filter: decisions", best(runs, [&] { filtered(record, {.kinds = {LineKind::Decision}}); }), memory);
    say("away summary of all of it", best(runs, [&] { awaySince(record, 1, std::nullopt); }), memory);
    say("line of a time", best(runs, [&] { record.lineAt(record.told(record.size() / 2)); }), memory);
}

void benchArrivals(Journal& journal, RecordWorld& world, const LogId& log, PaintedView& view,
                   double rawPage) {
    constexpr int arrivals = 50;
    double arriving = 0;
    double slowest = 0;
    int turns = 0;
    for (int i = 0; i < arrivals; ++i) {
        const KeptEntry kept = world.line(log);
        turnUntil([&] { return QApplication::processEvents(), true; });
        view.paints = 0;
        const auto from = Stopwatch::now();
        journal.takeEntries(log, {kept}, std::nullopt, {});
        int turn = 0;
        while (view.paints == 0) {
            QApplication::processEvents();
            ++turn;
        }
        const double took = secondsSince(from);
        arriving += took;
        slowest = std::max(slowest, took);
        turns = std::max(turns, turn);
    }
    std::printf("{\"what\":\"an entry arrives until it is painted\",\"turns_of_the_event_loop\":%d}\n",
                turns);
    say("an entry arrives until it is painted, the mean", arriving / arrivals, rawPage);
    say("an entry arrives until it is painted, the worst", slowest, rawPage);
}

void benchView(Journal& journal, RecordWorld& world, const LogId& log, double rawPage) {
    const Theme theme(ThemeName::Light);
    PaintedView view(theme);
    view.resize(1000, 700);
    view.show();
    QApplication::processEvents();
    const auto start = Stopwatch::now();
    TimelineModel model(journal, log);
    view.follow(&model);
    demand(turnUntil([&] { return view.rowsPainted >= TimelineModel::pageRows; }));
    say("timeline: made to its newest page painted", secondsSince(start), rawPage);

    double worst = 0;
    const auto scrolling = Stopwatch::now();
    constexpr int pages = 60;
    for (int i = 0; i < pages; ++i) {
        const auto from = Stopwatch::now();
        view.paints = 0;
        view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        view.viewport()->update();
        demand(turnUntil([&] { return view.paints > 0; }));
        worst = std::max(worst, secondsSince(from));
    }
    say("a page further up, of 60 the mean", secondsSince(scrolling) / pages, rawPage);
    say("a page further up, the worst", worst, rawPage);

    const auto jumping = Stopwatch::now();
    bool shown = false;
    QObject::connect(&model, &TimelineModel::lineShown, &view, [&] {
        shown = true;
        view.paints = 0; // from here on it shows the goal
    });
    model.show(world.ledger().tip(log)->seq / 3);
    demand(turnUntil([&] { return shown && view.paints > 0; }));
    say("jump to a third of the record", secondsSince(jumping), rawPage);

    view.scrollToNewest();
    demand(turnUntil([&] { return model.rowCount() >= TimelineModel::pageRows && !model.hasNewer(); }));
    for (int i = 0; i < 20; ++i) {
        QApplication::processEvents();
    }
    benchArrivals(journal, world, log, view, rawPage);
}

// As it was known: the first question reads and folds the record once, which is the floor of the others.
void benchHindsight(Journal& journal, const LogId& log) {
    Hindsight hindsight(journal);
    const auto ask = [&](quint64 seq) {
        bool isAnswered = false;
        const auto from = Stopwatch::now();
        hindsight.ask(log, seq, [&](const Result<AsOf>& found) {
            demand(found.has_value() && found->past.seq == seq);
            isAnswered = true;
        });
        demand(turnUntil([&] { return isAnswered; }));
        return secondsSince(from);
    };
    const quint64 last = journal.recordOf(log).size();
    const double whole = ask(last);
    say("as known: the record read and folded once", whole, whole);
    constexpr int places = 200;
    double all = 0;
    double worst = 0;
    for (int i = 0; i < places; ++i) {
        const double took = ask(1 + (quint64(i) * 7919 * last / places) % last);
        all += took;
        worst = std::max(worst, took);
    }
    say("as known at any place after that, the mean of 200", all / places, whole);
    say("as known at any place after that, the worst", worst, whole);

    const auto draft = retroOf(journal, log, Moment(Millis(0)), {});
    bool isRead = false;
    const auto from = Stopwatch::now();
    RecordWalk::begin({pagesOf(journal, log),
                       {},
                       [&](const TimelineRow& row) { draft->line(row); },
                       {},
                       [&](const Result<std::monostate>& read) { isRead = read.has_value(); }});
    demand(turnUntil([&] { return isRead; }));
    demand(draft->end().contains("entry-1"));
    say("a retrospective's draft of all of it", secondsSince(from), whole);
}

} // namespace

int benchRecord(const QString& folder, int entries) {
    const QTemporaryDir dir(folder + QStringLiteral("/bench-XXXXXX"));
    const QString file = dir.filePath(QStringLiteral("store.db"));
    RecordWorld world;
    {
        SqliteUnderTest under(file, {});
        if (!under.tryOpen() || !world.write(under, 1, entries)) {
            return 1;
        }
    }
    const LogId log = world.incidents().front();
    double rawAll = 0;
    double rawPage = 0;
    {
        const BareRows bare(file);
        const qint64 number = bare.logs().front();
        rawAll = best(5, [&] { bare.read(number, 1, entries); });
        rawPage = best(5, [&] { bare.read(number, quint64(entries) / 2, TimelineModel::pageRows); });
    }
    std::printf("{\"entries\":%d,\"raw_read_all_ms\":%.1f,\"raw_page_of_%d_ms\":%.3f}\n", entries,
                rawAll * 1000, TimelineModel::pageRows, rawPage * 1000);
    const auto start = Stopwatch::now();
    SqliteUnderTest under(file, {});
    if (!under.tryOpen()) {
        return 1;
    }
    const StandingClock clock(world.now());
    NoTimers timers;
    SeededRandomness randomness("bench");
    Journal journal({under.store(), clock, timers, randomness, world.verifier(), world.device()});
    std::optional<bool> opened;
    journal.open([&](const Result<std::monostate>& result) { opened = result.has_value(); });
    if (!turnUntil([&] { return opened.has_value(); }) || !*opened) {
        return 1;
    }
    say("store opened, read, chained, folded and indexed", secondsSince(start), rawAll);
    benchView(journal, world, log, rawPage);
    benchSearch(journal.recordOf(log));
    benchHindsight(journal, log);
    return 0;
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    return bongsu::benchRecord(words.value(1, QStringLiteral(".")),
                               words.value(2, QStringLiteral("100000")).toInt());
}
