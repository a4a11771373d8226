#include "faults/faultyvfs.h"

#include <QFile>
#include <QFileInfo>

#include <map>
#include <mutex>
#include <new>
#include <sqlite3.h>

namespace bongsu::faultyvfs {

namespace {

struct State {
    std::mutex mutex;
    QByteArray name;
    quint64 failing = 0;
    DiskFault fault = DiskFault::Error;
    quint64 calls = 0;
    bool isCut = false;
    QByteArray failed;
    std::map<QByteArray, QByteArray> synced; // by path
};

State& state() {
    static State one;
    return one;
}

// What SQLite opened, in its own words, and the path. SQLite makes room for it.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
    QByteArray path;
};

File& of(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}
sqlite3_file* realOf(sqlite3_file* file) {
    return of(file).real;
}
const sqlite3_io_methods& callsOf(sqlite3_file* file) {
    return *realOf(file)->pMethods;
}

enum class How { Well, Not, Half };

How next(const QByteArray& path, const char* call) {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    if (s.isCut) {
        return How::Not;
    }
    if (s.failing == 0 || !QFileInfo(QFile::decodeName(path)).fileName().toUtf8().startsWith(s.name)) {
        return How::Well;
    }
    ++s.calls;
    const bool fails = s.fault == DiskFault::Dead ? s.calls >= s.failing : s.calls == s.failing;
    if (!fails) {
        return How::Well;
    }
    if (s.failed.isEmpty()) {
        s.failed = call;
    }
    return s.fault == DiskFault::Torn ? How::Half : How::Not;
}

QByteArray bytesOf(const QByteArray& path) {
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QByteArray& path, const QByteArray& bytes) {
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s cannot be put back", path.constData());
    }
}

int close(sqlite3_file* file) {
    const int done = callsOf(file).xClose(realOf(file));
    of(file).path.~QByteArray();
    return done;
}
int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 at) {
    return next(of(file).path, "read") == How::Well ? callsOf(file).xRead(realOf(file), into, amount, at)
                                                    : SQLITE_IOERR_READ;
}
int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 at) {
    const How how = next(of(file).path, "write");
    if (how == How::Not) {
        return SQLITE_IOERR_WRITE;
    }
    const int done = callsOf(file).xWrite(realOf(file), from, how == How::Half ? amount / 2 : amount, at);
    return how == How::Half ? SQLITE_IOERR_WRITE : done;
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return next(of(file).path, "truncate") == How::Well ? callsOf(file).xTruncate(realOf(file), size)
                                                        : SQLITE_IOERR_TRUNCATE;
}
int sync(sqlite3_file* file, int flags) {
    const QByteArray& path = of(file).path;
    const How how = next(path, "sync");
    State& s = state();
    if (how == How::Half) {
        // As a kernel does: the pages that could not be written are given up, and count as clean.
        const std::lock_guard lock(s.mutex);
        put(path, s.synced[path]);
    }
    if (how != How::Well) {
        return SQLITE_IOERR_FSYNC;
    }
    const int done = callsOf(file).xSync(realOf(file), flags);
    const std::lock_guard lock(s.mutex);
    if (!s.isCut) {
        s.synced[path] = bytesOf(path);
    }
    return done;
}
int sizeOf(sqlite3_file* file, sqlite3_int64* size) {
    return next(of(file).path, "size") == How::Well ? callsOf(file).xFileSize(realOf(file), size)
                                                    : SQLITE_IOERR_FSTAT;
}
int lock(sqlite3_file* file, int level) {
    return next(of(file).path, "lock") == How::Well ? callsOf(file).xLock(realOf(file), level)
                                                    : SQLITE_IOERR_LOCK;
}
int unlock(sqlite3_file* file, int level) {
    return callsOf(file).xUnlock(realOf(file), level); // closing a descriptor lets go of it, whatever happens
}
int checkReservedLock(sqlite3_file* file, int* result) {
    return next(of(file).path, "lock") == How::Well ? callsOf(file).xCheckReservedLock(realOf(file), result)
                                                    : SQLITE_IOERR_CHECKRESERVEDLOCK;
}
int control(sqlite3_file* file, int what, void* argument) {
    return callsOf(file).xFileControl(realOf(file), what, argument);
}
int sectorSize(sqlite3_file* file) {
    return callsOf(file).xSectorSize(realOf(file));
}
int characteristics(sqlite3_file* file) {
    return callsOf(file).xDeviceCharacteristics(realOf(file));
}

// Without shared memory: our stores are their process's alone.
const sqlite3_io_methods fileCalls{1,
                                   close,
                                   read,
                                   write,
                                   truncate,
                                   sync,
                                   sizeOf,
                                   lock,
                                   unlock,
                                   checkReservedLock,
                                   control,
                                   sectorSize,
                                   characteristics,
                                   nullptr,
                                   nullptr,
                                   nullptr,
                                   nullptr,
                                   nullptr,
                                   nullptr};

sqlite3_vfs* realVfs() {
    static sqlite3_vfs* const real = sqlite3_vfs_find("unix");
    return real;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* opened, int flags, int* outFlags) {
    const QByteArray path(name ? name : "");
    opened->pMethods = nullptr;
    if (name && next(path, "open") != How::Well) {
        return SQLITE_CANTOPEN;
    }
    const bool isNew = name && !QFile::exists(QFile::decodeName(path));
    auto* file = new (opened) File{{&fileCalls}, reinterpret_cast<sqlite3_file*>(&of(opened) + 1), path};
    const int done = realVfs()->xOpen(realVfs(), name, file->real, flags, outFlags);
    if (done != SQLITE_OK) {
        file->path.~QByteArray();
        opened->pMethods = nullptr;
    } else if (name) {
        State& s = state();
        const std::lock_guard lock(s.mutex);
        s.synced.try_emplace(path, isNew ? QByteArray() : bytesOf(path));
    }
    return done;
}
int remove(sqlite3_vfs*, const char* name, int syncFolder) {
    if (next(name, "delete") != How::Well) {
        return SQLITE_IOERR_DELETE;
    }
    State& s = state();
    const std::lock_guard lock(s.mutex);
    s.synced.erase(name);
    return realVfs()->xDelete(realVfs(), name, syncFolder);
}
int access(sqlite3_vfs*, const char* name, int flags, int* result) {
    return next(name, "access") == How::Well ? realVfs()->xAccess(realVfs(), name, flags, result)
                                             : SQLITE_IOERR_ACCESS;
}
int fullPath(sqlite3_vfs*, const char* name, int room, char* path) {
    return next(name, "path") == How::Well ? realVfs()->xFullPathname(realVfs(), name, room, path)
                                           : SQLITE_CANTOPEN;
}

} // namespace

void install() {
    static sqlite3_vfs vfs = *realVfs(); // what is not named here is the system's
    vfs.szOsFile = int(sizeof(File)) + realVfs()->szOsFile;
    vfs.zName = "faulty";
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = access;
    vfs.xFullPathname = fullPath;
    sqlite3_vfs_register(&vfs, 1);
}

void arm(const QByteArray& name, quint64 call, DiskFault fault) {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    s.name = name;
    s.failing = call == 0 ? ~quint64(0) : call;
    s.fault = fault;
    s.calls = 0;
    s.failed.clear();
}

void disarm() {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    s.failing = 0;
}

quint64 calls() {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    return s.calls;
}

QByteArray failed() {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    return s.failed;
}

void cutPower() {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    s.isCut = true;
}

void restore() {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    s.isCut = false;
    for (const auto& [path, bytes] : s.synced) {
        put(path, bytes);
    }
}

void forget() {
    State& s = state();
    const std::lock_guard lock(s.mutex);
    s.synced.clear();
}

} // namespace bongsu::faultyvfs
