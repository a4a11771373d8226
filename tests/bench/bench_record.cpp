// An incident's record of 100,000 entries in the real store and the real timeline: opening, a page further,
// an arriving entry, a jump, searching; each against its floor in the same run (reading the same rows from
// SQLite without anything else, memmem over the same bytes). Prints JSON lines. Run by hand:
//   QT_QPA_PLATFORM=offscreen bench_record [FOLDER] [ENTRIES]
#include "domain/incident/recordsearch.h"
#include "domain/retro/material.h"
#include "journal/hindsight.h"
#include "journal/journal.h"
#include "report/recordform.h"
#include "report/recordwalk.h"
#include "storage/replay.h"
#include "storage/sqliteundertest.h"
#include "support/testorganisation.h"
#include "ui/outgoing/outgoing.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QFile>
#include <QScrollBar>

#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstring>

namespace bongsu {

namespace {

using Stopwatch = std::chrono::steady_clock;

double secondsSince(Stopwatch::time_point start) {
    return std::chrono::duration<double>(Stopwatch::now() - start).count();
}

// The least of some runs: what other programs take of the machine is not ours.
template <class Work>
double best(int runs, const Work& work) {
    double least = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto start = Stopwatch::now();
        work();
        least = std::min(least, secondsSince(start));
    }
    return least;
}

void say(const char* what, double seconds, double floor) {
    std::printf("{\"what\":\"%s\",\"ms\":%.3f,\"floor_ms\":%.3f,\"times_floor\":%.2f}\n", what,
                seconds * 1000, floor * 1000, seconds / floor);
    std::fflush(stdout);
}

double residentMebibytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QList<QByteArray> pages = isOpen ? file.readAll().split(' ') : QList<QByteArray>();
    return pages.value(1).toDouble() * 4096 / (1 << 20);
}

class NoTimers : public Timers {
  public:
    Id after(Millis, std::function<void()>) override { return 1; }
    void cancel(Id) override {}
};

class StandingClock : public bongsu::Clock {
  public:
    explicit StandingClock(Moment at) : m_at(at) {}
    Moment now() const override { return m_at; }

  private:
    Moment m_at;
};

// Lines of some seventy Korean syllables: words that many lines hold, and some that few do.
class Lines {
  public:
    Text next() {
        static const QStringList words =
            QStringLiteral(
                "판교 데이터센터 전원 복구 지하 배터리 냉각 메신저 문자 사진 결제 택시 지도 메일 로그인 인증 "
                "트래픽 전환 "
                "서울 부산 운영 점검 확인 요청 보고 통제 출입 소방 현장 승인 대기 투입 네트워크 스위치 DB "
                "이중화 "
                "Redis failover 지연 오류 응답 재시작 배포 중지 안내 고객 문의 공지 발송 예정 완료")
                .split(QLatin1Char(' '));
        QStringList line;
        for (int i = 0; i < 24; ++i) {
            m_state = m_state * 6364136223846793005u + 1442695040888963407u;
            line += words[qsizetype((m_state >> 33) % quint64(words.size()))];
        }
        if (m_count++ % 5000 == 77) {
            line += QStringLiteral("변압기");
        }
        return Text{.text = line.join(QLatin1Char(' '))};
    }

  private:
    quint64 m_state = 42;
    int m_count = 0;
};

struct Written {
    TestOrganisation org{"bench"};
    Member author = org.admin();
    LogId log = LogId::zeros();
    Lines lines;
};

StoredEntry storedOf(const KeptEntry& kept) {
    const auto entry = decodeEntry(kept.bytes);
    const auto event = decodeEvent(entry->event);
    return {entry->seq, event->id, entryHash(kept.bytes), kept};
}

Facts factsOf(int i) {
    if (i % 50 == 0) {
        return DecisionMade{};
    }
    return NoteAdded{};
}

bool writeAll(Written& written, SqliteUnderTest& under, int entries) {
    written.log = written.org.declare(written.author);
    for (int i = 0; i < entries; ++i) {
        written.org.now += std::chrono::seconds(1);
        const auto taken = written.org.force(
            written.org.compose(written.author, written.log, factsOf(i), written.lines.next()));
        if (!taken) {
            return false;
        }
    }
    std::map<LogId, LogAppend> appends;
    const auto flush = [&](LogAppend& append) {
        const std::optional<StoredTip> tip{
            StoredTip{append.log, append.entries.back().seq, append.entries.back().hash}};
        Change change;
        change.appends.push_back(append);
        change.settings[setting::organisation] = written.org.organisation().id->toBytes();
        append = {append.log, tip, {}};
        return commit(under, std::move(change)) == Committed::Durable;
    };
    for (const KeptEntry& kept : written.org.kept()) {
        const LogId log = decodeEntry(kept.bytes)->log;
        LogAppend& append = appends.try_emplace(log, LogAppend{log, std::nullopt, {}}).first->second;
        append.entries.push_back(storedOf(kept));
        if (append.entries.size() == 512 && !flush(append)) {
            return false;
        }
    }
    for (auto& [log, append] : appends) {
        if (!append.entries.empty() && !flush(append)) {
            return false;
        }
    }
    return true;
}

// SQLite alone, over the same file.
class Bare {
  public:
    explicit Bare(const QString& file) { sqlite3_open(file.toUtf8().constData(), &m_database); }
    ~Bare() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(Bare)

    qint64 read(quint64 fromSeq, int count) {
        sqlite3_stmt* select = nullptr;
        sqlite3_prepare_v2(
            m_database,
            "SELECT seq, event, sealed, facts, text FROM entry WHERE log = (SELECT log FROM entry"
            " GROUP BY log ORDER BY count(*) DESC LIMIT 1) AND seq >= ? ORDER BY seq LIMIT ?",
            -1, &select, nullptr);
        // The log's number is looked up once; what is timed is the page.
        sqlite3_bind_int64(select, 1, qint64(fromSeq));
        sqlite3_bind_int(select, 2, count);
        qint64 bytes = 0;
        sqlite3_step(select);
        m_start = Stopwatch::now();
        do {
            for (int column = 1; column < 5; ++column) {
                bytes += QByteArray(static_cast<const char*>(sqlite3_column_blob(select, column)),
                                    sqlite3_column_bytes(select, column))
                             .size();
            }
        } while (sqlite3_step(select) == SQLITE_ROW);
        m_seconds = secondsSince(m_start);
        sqlite3_finalize(select);
        return bytes;
    }
    double seconds() const { return m_seconds; }

  private:
    sqlite3* m_database = nullptr;
    Stopwatch::time_point m_start;
    double m_seconds = 0;
};

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

template <class Done>
bool turnUntil(const Done& done) {
    const auto start = Stopwatch::now();
    while (!done()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        if (secondsSince(start) > 60) {
            return false;
        }
    }
    return true;
}

// A measurement that waited in vain is none.
void demand(bool happened) {
    if (!happened) {
        std::fprintf(stderr, "what was waited for did not come within a minute\n");
        std::abort();
    }
}

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

void benchArrivals(Journal& journal, Written& written, PaintedView& view, double rawPage) {
    constexpr int arrivals = 50;
    double arriving = 0;
    double slowest = 0;
    int turns = 0;
    for (int i = 0; i < arrivals; ++i) {
        written.org.now += std::chrono::seconds(1);
        const Composed made =
            written.org.compose(written.author, written.log, NoteAdded{}, written.lines.next());
        const KeptEntry kept = written.org.entryOf(made);
        if (!written.org.take(kept)) {
            std::abort();
        }
        turnUntil([&] { return QApplication::processEvents(), true; });
        view.paints = 0;
        const auto from = Stopwatch::now();
        journal.takeEntries(written.log, {kept}, std::nullopt, {});
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

void benchView(Journal& journal, Written& written, const Stopwatch::time_point& opened, double rawAll,
               double rawPage) {
    const Theme theme(ThemeName::Light);
    PaintedView view(theme);
    view.resize(1000, 700);
    view.show();
    QApplication::processEvents();
    const auto start = Stopwatch::now();
    TimelineModel model(journal, written.log);
    view.follow(&model);
    demand(turnUntil([&] { return view.rowsPainted >= TimelineModel::pageRows; }));
    say("timeline: made to its newest page painted", secondsSince(start), rawPage);
    say("all: store opened to the newest page painted", secondsSince(opened), rawAll);

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
    model.show(written.org.ledger().tip(written.log)->seq / 3);
    demand(turnUntil([&] { return shown && view.paints > 0; }));
    say("jump to a third of the record", secondsSince(jumping), rawPage);

    view.scrollToNewest();
    demand(turnUntil([&] { return model.rowCount() >= TimelineModel::pageRows && !model.hasNewer(); }));
    for (int i = 0; i < 20; ++i) {
        QApplication::processEvents();
    }
    benchArrivals(journal, written, view, rawPage);
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
    Written written;
    {
        SqliteUnderTest under(file, {});
        if (!under.tryOpen() || !writeAll(written, under, entries)) {
            return 1;
        }
    }
    double rawAll = 1e9;
    double rawPage = 1e9;
    {
        Bare bare(file);
        for (int i = 0; i < 5; ++i) {
            bare.read(1, entries + 1);
            rawAll = std::min(rawAll, bare.seconds());
            bare.read(quint64(entries) / 2, TimelineModel::pageRows);
            rawPage = std::min(rawPage, bare.seconds());
        }
    }
    std::printf("{\"entries\":%d,\"raw_read_all_ms\":%.1f,\"raw_page_of_%d_ms\":%.3f}\n", entries,
                rawAll * 1000, TimelineModel::pageRows, rawPage * 1000);
    const double before = residentMebibytes();
    const auto start = Stopwatch::now();
    SqliteUnderTest under(file, {});
    if (!under.tryOpen()) {
        return 1;
    }
    const StandingClock clock(written.org.now);
    NoTimers timers;
    SeededRandomness randomness("bench");
    const KeyedHashVerifier verifier;
    Journal journal({under.store(), clock, timers, randomness, verifier, written.author.signer});
    std::optional<bool> opened;
    journal.open([&](const Result<std::monostate>& result) { opened = result.has_value(); });
    if (!turnUntil([&] { return opened.has_value(); }) || !*opened) {
        return 1;
    }
    say("store opened, read, chained, folded and indexed", secondsSince(start), rawAll);
    std::printf("{\"what\":\"memory of it\",\"mebibytes\":%.1f}\n", residentMebibytes() - before);
    benchView(journal, written, start, rawAll, rawPage);
    benchSearch(journal.recordOf(written.log));
    benchHindsight(journal, written.log);
    return 0;
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    return bongsu::benchRecord(words.value(1, QStringLiteral(".")),
                               words.value(2, QStringLiteral("100000")).toInt());
}
