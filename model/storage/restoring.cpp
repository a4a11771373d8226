#include "storage/restoring.h"

#include "files/files.h"
#include "storage/storefile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

// What a store that was not closed has beside it: to be read with it, and with no other one.
constexpr std::array besides{QLatin1String("-wal"), QLatin1String("-shm")};

void removeAll(const QString& file) {
    QFile::remove(file);
    for (const QLatin1String end : besides) {
        QFile::remove(file + end);
    }
}

Outcome mark(const QString& file, const KeyRing& keys, const std::map<QByteArray, QByteArray>& settings) {
    const auto store = StoreFile::open(file, keys, {.mustExist = true});
    if (!store) {
        return errorOf(store);
    }
    if ((*store)->isNewer()) {
        return fail(failure::newerStore);
    }
    const auto logs = (*store)->reader().tips();
    if (!logs || logs->empty() || settings.empty()) {
        return logs ? Outcome() : errorOf(logs);
    }
    Change change;
    change.settings = settings;
    const auto kept = (*store)->commit({change}).front();
    if (kept && *kept != Committed::Durable) {
        return fail(failure::disk, "not kept");
    }
    return kept ? Outcome() : errorOf(kept);
}

// Closed, and nothing is beside it. What was kept stands in the log beside the store until the store takes it
// in as it closes, which has no way to say that the disk was full: under its new name the store had lost it.
Outcome markAlone(const QString& file, const KeyRing& keys,
                  const std::map<QByteArray, QByteArray>& settings) {
    const auto marked = mark(file, keys, settings);
    const bool isAlone = std::none_of(besides.begin(), besides.end(),
                                      [&](QLatin1String end) { return QFileInfo::exists(file + end); });
    return !marked || isAlone ? marked : Outcome(fail(failure::full, "the mark is not in the store"));
}

// False: none was there.
Result<bool> putAside(const QString& file, const QString& aside) {
    bool isThere = false;
    for (const QLatin1String end : {QLatin1String(), besides[0], besides[1]}) {
        if (!QFileInfo::exists(file + end)) {
            continue;
        }
        if (const auto renamed = files::rename(file + end, aside + end); !renamed) {
            return errorOf(renamed);
        }
        isThere = true;
    }
    return isThere;
}

} // namespace

Result<bool> restoreStore(const Restoring& from, const KeyRing& keys) {
    const QString fresh = from.file + QStringLiteral(".restoring");
    removeAll(fresh); // of an attempt that was cut off
    const auto made =
        files::copy(from.backup, fresh).and_then([&](auto) { return markAlone(fresh, keys, from.settings); });
    if (!made) {
        removeAll(fresh);
        return errorOf(made);
    }
    const auto was = putAside(from.file, from.aside);
    if (!was) {
        removeAll(fresh);
        return was;
    }
    const auto isThere = files::rename(fresh, from.file);
    return isThere ? was : errorOf(isThere);
}

} // namespace bongsu
