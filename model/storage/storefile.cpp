#include "storage/storefile.h"

#include "files/files.h"
#include "storage/changewriter.h"
#include "storage/schema.h"
#include "storage/statements.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace bongsu {

namespace {
constexpr QByteArrayView keyCheckText("bongsu store");

constexpr qint64 smallestDatabase = 512;
constexpr qint64 blobsSince = 2; // the schema's version

// How much SQLite says of a damaged file; one line is enough for a person.
Result<bool> firstComplaint(const Row& row) {
    const QByteArray words = row.word(0);
    return words == "ok" ? Result<bool>(true) : fail(failure::corrupt, words);
}

// Stops at the first that fails.
Outcome runAll(Connection& connection, std::initializer_list<const char*> statements) {
    for (const char* statement : statements) {
        if (auto ran = connection.run(statement); !ran) {
            return ran;
        }
    }
    return {};
}
} // namespace

StoreFile::StoreFile(QString file, std::unique_ptr<Connection> connection, const KeyRing& keys)
    : m_file(std::move(file)), m_connection(std::move(connection)), m_logs(*m_connection, keys),
      m_blobs(*m_connection, m_logs), m_reader(*m_connection, m_logs),
      m_snapshot(*m_connection, keys, m_file) {}

Result<std::unique_ptr<StoreFile>> StoreFile::open(const QString& file, const KeyRing& keys,
                                                   const StoreOptions& options) {
    if (options.mustExist && QFileInfo(file).size() == 0) {
        return fail(failure::corrupt, QFile::encodeName(file) + " is missing or empty");
    }
    if (const qint64 size = QFileInfo(file).size(); size > 0 && size < smallestDatabase) {
        return fail(failure::corrupt, "not a store of this program"); // SQLite would take it for an empty one
    }
    const auto made = files::makeFolder(QFileInfo(file).absolutePath()).and_then([&](auto) {
        return files::makeFile(file);
    });
    if (!made) {
        return errorOf(made);
    }
    auto connection = Connection::open(file);
    if (!connection) {
        return errorOf(connection);
    }
    std::unique_ptr<StoreFile> store(new StoreFile(file, std::move(*connection), keys));
    if (const auto ready = store->prepare(options); !ready) {
        // Nobody but another process's store keeps this one waiting.
        return codeOf(ready.error()) == failure::busy ? fail(failure::locked) : errorOf(ready);
    }
    return store;
}

Outcome StoreFile::prepare(const StoreOptions& options) {
    namespace s = statements;
    const auto locked = runAll(*m_connection, {s::lockExclusively, s::checkCellSizes, s::distrustSchema,
                                               s::sortInMemory, s::keepReferences, s::deleteSecurely});
    const auto version = locked ? this->version(options.mustExist) : errorOf(locked);
    if (!version) {
        return errorOf(version);
    }
    m_isNewer = *version > qint64(schema::scripts().size());
    if (m_isNewer) {
        return m_connection->run(s::readOnly);
    }
    if (*version > 0) {
        for (const char* table : s::checkTables) {
            if (auto whole = check(table); !whole) {
                return whole;
            }
        }
    }
    if (*version >= blobsSince) {
        if (auto whole = check(s::checkBlobTable); !whole) {
            return whole;
        }
    }
    return begin(options)
        .and_then([&](auto) { return schema::migrate(*m_connection, *version, schema::scripts()); })
        .and_then([&](auto) { return checkKey(); });
}

// 0 for a new store.
Result<qint64> StoreFile::version(bool mustExist) {
    namespace s = statements;
    const auto application = m_connection->integerOf(s::applicationId);
    const auto version = m_connection->integerOf(s::userVersion);
    const auto tables = m_connection->integerOf(s::countTables);
    if (!application || !version || !tables) {
        return !application ? application : !version ? version : tables;
    }
    const bool isNew = *application == 0 && *version == 0 && *tables == 0;
    const bool isOurs = *application == schema::applicationId && *version > 0;
    if (isOurs || (isNew && !mustExist)) {
        return version;
    }
    return fail(failure::corrupt, "not a store of this program");
}

// From here on the file may be written to.
Outcome StoreFile::begin(const StoreOptions& options) {
    namespace s = statements;
    if (options.mostPages) {
        const auto limited = m_connection->runOnce(s::limitPages + QByteArray::number(*options.mostPages));
        if (!limited) {
            return limited;
        }
    }
    if (auto set = runAll(*m_connection, {s::writeAhead, s::syncFully}); !set) {
        return set;
    }
    // What a crash left in the write-ahead log may be what was to be erased.
    scrub();
    m_isWritten = true;
    return {};
}

Outcome StoreFile::checkKey() {
    const auto sealed = m_connection->bytesOf(statements::selectKeyCheck, {});
    const auto logs = m_connection->integerOf(statements::countLogs);
    if (!sealed || !logs) {
        return sealed ? errorOf(logs) : errorOf(sealed);
    }
    const QByteArray place = bound(Cell::KeyCheck, {});
    const Sealer& key = m_logs.keys().store();
    if (!*sealed && *logs == 0) {
        return m_connection->run(statements::insertKeyCheck, {key.seal(keyCheckText, place)});
    }
    if (!*sealed || key.open(**sealed, place) != keyCheckText.toByteArray()) {
        return fail(failure::keyUnusable, "store");
    }
    return {};
}

Outcome StoreFile::check(const char* statement) {
    return m_connection->each(statement, {}, firstComplaint);
}

Outcome StoreFile::inspect() {
    return check(statements::checkAll);
}

std::vector<StoreFile::Answer> StoreFile::commit(const std::vector<Change>& changes) {
    if (m_isNewer) {
        return std::vector<Answer>(changes.size(), fail(failure::newerStore));
    }
    auto together = commitTogether(changes);
    if (!together && changes.size() > 1) {
        // One of them is too much for the disk: the others need not suffer for it.
        std::vector<Answer> answers;
        for (const Change& change : changes) {
            answers.push_back(commit({change}).front());
        }
        return answers;
    }
    if (!together) {
        return {errorOf(together)};
    }
    const bool hasDropped = m_blobs.takeDropped();
    const bool takesAway = std::any_of(changes.begin(), changes.end(), ChangeWriter::takesAway);
    if (hasDropped || takesAway || m_owesScrub) {
        scrub();
    }
    if (takesAway && !m_snapshot.hasKey()) {
        m_snapshot.removeFile();
    }
    return *together;
}

Result<std::vector<StoreFile::Answer>> StoreFile::commitTogether(const std::vector<Change>& changes) {
    if (auto begun = m_connection->run(statements::begin); !begun) {
        return errorOf(begun);
    }
    std::vector<Answer> answers;
    for (const Change& change : changes) {
        auto answer = carryOutApart(change);
        if (!answer) {
            rollBack();
            return errorOf(answer);
        }
        answers.push_back(std::move(*answer));
    }
    // Should the commit fail at its sync, the bytes may lie in the write-ahead log, but this connection does
    // not count them, and the next commit writes over them: to this process nothing was changed.
    if (auto done = m_connection->run(statements::commit); !done) {
        rollBack();
        return errorOf(done);
    }
    return answers;
}

Result<StoreFile::Answer> StoreFile::carryOutApart(const Change& change) {
    if (auto begun = m_connection->run(statements::savepoint); !begun) {
        return errorOf(begun);
    }
    Answer answer = ChangeWriter(*m_connection, m_logs, m_blobs, m_snapshot).carryOut(change);
    if (answer != Committed::Durable) {
        m_logs.forget();
        if (auto undone = m_connection->run(statements::rollbackToSavepoint); !undone) {
            return answer ? errorOf(undone) : errorOf(answer);
        }
    }
    if (auto released = m_connection->run(statements::releaseSavepoint); !released) {
        return errorOf(released);
    }
    return answer;
}

void StoreFile::rollBack() {
    m_logs.forget();
    // SQLite may have rolled back by itself already, which makes this an error without meaning.
    (void)m_connection->run(statements::rollback);
}

// Whether all that lies in the write-ahead log lies in the store, synced, too.
Result<bool> StoreFile::isCheckpointed(const char* statement) {
    bool isWhole = false;
    const auto done = m_connection->each(statement, {}, [&](const Row& row) {
        isWhole = row.integer(0) == 0 && row.integer(1) == row.integer(2);
        return false;
    });
    return done ? Result<bool>(isWhole) : errorOf(done);
}

// Cutting the log off alone gives its blocks back as they are. Overwriting is safe once the store has all of
// it: SQLite keeps its index of the log in memory, reads nothing there any more, and a log of zeros is an
// empty one after a crash.
void StoreFile::scrub() {
    const auto isCarriedOver = isCheckpointed(statements::carryOverWriteAheadLog);
    const bool isOverwritten =
        isCarriedOver && *isCarriedOver && files::overwrite(m_file + QStringLiteral("-wal"));
    m_owesScrub = !isOverwritten || !isCheckpointed(statements::emptyWriteAheadLog).value_or(false);
}

// SQLite takes the log away with the last connection, and what was erased later would still lie where it was.
StoreFile::~StoreFile() {
    if (m_isWritten) {
        scrub();
    }
}

Outcome StoreFile::keepSnapshot(const QByteArray& snapshot) {
    return m_isNewer ? fail(failure::newerStore) : m_snapshot.keep(snapshot);
}

Outcome StoreFile::backup(const QString& file) {
    if (QFileInfo::exists(file)) {
        return fail(failure::disk, QFile::encodeName(file) + " is there already");
    }
    const QString unfinished = file + QStringLiteral(".unfinished");
    const auto removeUnfinished = [&] {
        QFile::remove(unfinished);
        QFile::remove(unfinished + QStringLiteral("-journal"));
    };
    removeUnfinished();
    // VACUUM INTO takes an empty file, so that nobody else can read it at any moment.
    auto done = files::makeFile(unfinished)
                    .and_then([&](auto) { return m_connection->run(statements::copyInto, {unfinished}); })
                    .and_then([&](auto) { return files::sync(unfinished); })
                    .and_then([&](auto) { return files::rename(unfinished, file); });
    if (!done) {
        removeUnfinished();
    }
    return done;
}

} // namespace bongsu
