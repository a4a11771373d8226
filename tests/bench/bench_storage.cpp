// How long 100,000 entries of about 800 bytes take to be written, 64 a commit, and read, against SQLite
// itself with the same table, indexes and settings but without seals, thread and checks. Prints JSON lines.
// Run by hand:
//   bench_storage [FOLDER] [ENTRIES]
#include "storage/samples.h"
#include "storage/sqliteundertest.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <ctime>

namespace bongsu {

namespace {
constexpr size_t perCommit = 64;

// Wall time, which other programs and the disk have a part in, and the processor time of this one.
struct Spent {
    double seconds;
    double cpuSeconds;
};

class Stopwatch {
  public:
    Spent spent() const {
        const auto now = std::chrono::steady_clock::now();
        return {std::chrono::duration<double>(now - m_start).count(),
                double(std::clock() - m_cpuStart) / CLOCKS_PER_SEC};
    }

  private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::clock_t m_cpuStart = std::clock();
};

void say(const char* what, Spent spent, std::optional<Spent> bare = {}) {
    std::printf("{\"what\":\"%s\",\"seconds\":%.3f,\"cpu_seconds\":%.3f", what, spent.seconds,
                spent.cpuSeconds);
    if (bare) {
        std::printf(",\"times_bare\":%.2f,\"cpu_times_bare\":%.2f", spent.seconds / bare->seconds,
                    spent.cpuSeconds / bare->cpuSeconds);
    }
    std::printf("}\n");
    std::fflush(stdout);
}

std::vector<LogAppend> makeAppends(size_t entries) {
    Samples samples(1);
    const LogId log = samples.fixed<LogId>();
    std::vector<LogAppend> appends;
    std::optional<StoredTip> tip;
    qsizetype bytes = 0;
    for (size_t made = 0; made < entries; made += perCommit) {
        LogAppend append{log, tip, {}};
        for (size_t i = 0; i < std::min(perCommit, entries - made); ++i) {
            append.entries.push_back(samples.entry(samples.own(log, 130), tipAfter(append)));
            bytes += sizeOf(append.entries.back());
        }
        tip = tipAfter(append);
        appends.push_back(std::move(append));
    }
    std::printf("{\"entries\":%zu,\"bytes_each\":%lld}\n", entries, qlonglong(bytes) / qlonglong(entries));
    return appends;
}

class Bare {
  public:
    explicit Bare(const QString& file) {
        sqlite3_open(file.toUtf8().constData(), &m_database);
        run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "PRAGMA secure_delete=ON;"
            "CREATE TABLE entry (id INTEGER PRIMARY KEY, log INTEGER NOT NULL, seq INTEGER NOT NULL,"
            " event BLOB NOT NULL, sealed BLOB NOT NULL, facts BLOB NOT NULL, text BLOB NOT NULL,"
            " UNIQUE (log, seq), UNIQUE (log, event)) STRICT");
        sqlite3_prepare_v2(m_database,
                           "INSERT INTO entry (log, seq, event, sealed, facts, text)"
                           " VALUES (1, ?, ?, ?, ?, ?)",
                           -1, &m_insert, nullptr);
    }
    ~Bare() {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY_MOVE(Bare)

    void write(const LogAppend& append) {
        run("BEGIN IMMEDIATE");
        for (const StoredEntry& entry : append.entries) {
            sqlite3_bind_int64(m_insert, 1, qint64(entry.seq));
            bind(2, entry.event.view());
            bind(3, entry.entry.bytes);
            bind(4, entry.entry.facts.bytes);
            bind(5, entry.entry.text.part->bytes);
            sqlite3_step(m_insert);
            sqlite3_reset(m_insert);
        }
        run("COMMIT");
    }
    qint64 readAll() {
        sqlite3_stmt* select = nullptr;
        sqlite3_prepare_v2(m_database,
                           "SELECT seq, event, sealed, facts, text FROM entry WHERE log = 1 ORDER BY seq", -1,
                           &select, nullptr);
        qint64 bytes = 0;
        while (sqlite3_step(select) == SQLITE_ROW) {
            for (int column = 1; column < 5; ++column) {
                bytes += QByteArray(static_cast<const char*>(sqlite3_column_blob(select, column)),
                                    sqlite3_column_bytes(select, column))
                             .size();
            }
        }
        sqlite3_finalize(select);
        return bytes;
    }

  private:
    void run(const char* statement) { sqlite3_exec(m_database, statement, nullptr, nullptr, nullptr); }
    void bind(int at, QByteArrayView bytes) {
        sqlite3_bind_blob(m_insert, at, bytes.data(), int(bytes.size()), SQLITE_STATIC);
    }

    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

size_t readPages(StoreUnderTest& under, const LogId& log) {
    size_t count = 0;
    for (quint64 next = 1;; next = count + 1) {
        const auto page = range(under, log, next, 512, 1 << 20);
        if (!page || page->empty()) {
            return count;
        }
        count += page->size();
    }
}
} // namespace

int benchStorage(const QString& folder, size_t entries) {
    const QTemporaryDir dir(folder + QStringLiteral("/bench-XXXXXX"));
    const std::vector<LogAppend> appends = makeAppends(entries);
    Bare bare(dir.filePath(QStringLiteral("bare.db")));
    const Stopwatch bareWriting;
    for (const LogAppend& append : appends) {
        bare.write(append);
    }
    const Spent bareWrite = bareWriting.spent();
    say("bare write", bareWrite);
    const Stopwatch bareReading;
    bare.readAll();
    const Spent bareRead = bareReading.spent();
    say("bare read", bareRead);

    SqliteUnderTest under(dir.filePath(QStringLiteral("store.db")), {});
    if (!under.tryOpen()) {
        return 1;
    }
    const Stopwatch writing;
    for (const LogAppend& append : appends) {
        if (commit(under, changeOf(append)) != Committed::Durable) {
            return 1;
        }
    }
    say("store write, one commit of 64 at a time", writing.spent(), bareWrite);
    const Stopwatch reading;
    if (readPages(under, appends.front().log) != entries) {
        return 1;
    }
    say("store read, pages of 512", reading.spent(), bareRead);
    const Stopwatch inspecting;
    const bool isWhole = inspect(under).has_value();
    say("inspect", inspecting.spent());
    const Stopwatch copying;
    const bool isCopied = backup(under, dir.filePath(QStringLiteral("copy.db"))).has_value();
    say("backup", copying.spent());
    const Stopwatch opening;
    under.reopen();
    say("close and open", opening.spent());

    SqliteUnderTest single(dir.filePath(QStringLiteral("single.db")), {});
    if (!single.tryOpen()) {
        return 1;
    }
    const Stopwatch grouping;
    size_t waiting = 0;
    for (const LogAppend& append : appends) {
        std::optional<StoredTip> tip = append.after;
        for (const StoredEntry& entry : append.entries) {
            const LogAppend one{append.log, tip, {entry}};
            tip = tipAfter(one);
            ++waiting;
            single.store().commit(changeOf(one), [&](auto) { --waiting; });
        }
        single.runUntil([&] { return waiting == 0; });
    }
    say("store write, 64 waiting commits of one", grouping.spent(), bareWrite);
    return isWhole && isCopied ? 0 : 1;
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    return bongsu::benchStorage(words.value(1, QStringLiteral(".")),
                                words.value(2, QStringLiteral("100000")).toUInt());
}
