#include "files/exportfile.h"

#include "files/files.h"

#include <QSaveFile>

namespace bongsu {

ExportFile::ExportFile(const QString& path) : m_file(std::make_unique<QSaveFile>(path)) {}
ExportFile::~ExportFile() = default; // QSaveFile takes away what was not committed

Failure ExportFile::failure() const {
    const bool full = m_file->error() == QFileDevice::ResourceError;
    return {full ? failure::full : failure::disk, m_file->errorString().toUtf8()};
}

Result<std::monostate> ExportFile::open() {
    if (!m_file->open(QIODevice::WriteOnly) ||
        !m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return tl::unexpected(Error(failure()));
    }
    return std::monostate{};
}

QIODevice& ExportFile::device() {
    return *m_file;
}

void ExportFile::write(QByteArrayView bytes) {
    if (m_file->error() == QFileDevice::NoError) {
        files::writeAll(*m_file, bytes);
    }
}

Result<std::monostate> ExportFile::commit() {
    // QSaveFile's commit alone does not notice that its last blocks did not fit onto the disk.
    if (m_file->error() == QFileDevice::NoError && files::writeOut(*m_file) && m_file->commit()) {
        return std::monostate{};
    }
    if (m_file->error() == QFileDevice::WriteError) {
        files::writeOut(*m_file); // what was written in part does not say why; the next try does
    }
    const Failure why = failure();
    m_file->cancelWriting();
    return tl::unexpected(Error(why));
}

Outcome exportTo(const QString& path, QByteArrayView bytes) {
    ExportFile file(path);
    auto written = file.open();
    if (written) {
        file.write(bytes);
        written = file.commit();
    }
    return written;
}

} // namespace bongsu
