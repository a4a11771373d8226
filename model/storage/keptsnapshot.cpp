#include "storage/keptsnapshot.h"

#include "files/files.h"
#include "storage/statements.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace bongsu {

namespace {
// A cache leaves the record room: a disk with less than this behind it has none for one.
constexpr qint64 roomLeft = 256LL << 20;
constexpr qsizetype largest = 1 << 30; // three million entries; sealed as one piece
constexpr qsizetype sealing = 64;      // at most what sealing adds
} // namespace

Result<std::optional<QByteArray>> KeptSnapshot::read() {
    const QByteArray name = setting.toByteArray();
    const auto sealed = m_connection.bytesOf(statements::selectSetting, {name});
    if (!sealed) {
        return errorOf(sealed);
    }
    const auto key = *sealed ? m_keys.store().open(**sealed, bound(Cell::Setting, name)) : std::nullopt;
    QFile file(m_file);
    if (!key || !file.open(QIODevice::ReadOnly) || file.size() > largest + sealing) {
        return std::nullopt;
    }
    // Read, not mapped: a bad sector must be a snapshot that does not open, not the end of the program.
    return m_keys.sealer(*key)->open(file.readAll(), bound(Cell::Snapshot, {}));
}

bool KeptSnapshot::hasKey() {
    const auto sealed = m_connection.bytesOf(statements::selectSetting, {setting.toByteArray()});
    return sealed && *sealed;
}

Outcome KeptSnapshot::keep(const QByteArray& snapshot) {
    const QByteArray key = m_keys.newKey();
    if (const auto written = write(snapshot, key); !written) {
        removeFile();
        (void)forget(); // without its file the key opens nothing
        return written;
    }
    const QByteArray name = setting.toByteArray();
    return m_connection.run(statements::replaceSetting,
                            {name, m_keys.store().seal(key, bound(Cell::Setting, name))});
}

Outcome KeptSnapshot::write(const QByteArray& snapshot, const QByteArray& key) {
    if (snapshot.size() > largest) {
        return fail(failure::full, "snapshot");
    }
    const QByteArray sealed = m_keys.sealer(key)->seal(snapshot, bound(Cell::Snapshot, {}));
    if (QStorageInfo(QFileInfo(m_file).absolutePath()).bytesAvailable() < sealed.size() + roomLeft) {
        return fail(failure::full, "snapshot");
    }
    return files::writeCache(m_file, sealed);
}

Outcome KeptSnapshot::forget() {
    return m_connection.run(statements::deleteSetting, {setting.toByteArray()});
}

void KeptSnapshot::removeFile() {
    QFile::remove(m_file);
}

} // namespace bongsu
