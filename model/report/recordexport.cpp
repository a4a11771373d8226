#include "report/recordexport.h"

#include <QSaveFile>

namespace bongsu {

namespace {

// What the steps of an export share while they last.
struct Writing {
    explicit Writing(const QString& path) : file(path) {}
    ExportFile file;
    std::unique_ptr<RecordForm> form;
    RecordRange range;
    quint64 lines = 0;
};

} // namespace

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
        m_file->write(bytes.data(), bytes.size());
    }
}

// A flush writes one block of what is buffered, not all of them.
bool ExportFile::writeOut() {
    while (m_file->bytesToWrite() > 0) {
        if (!m_file->flush()) {
            return false;
        }
    }
    return true;
}

Result<std::monostate> ExportFile::commit() {
    // QSaveFile's commit alone does not notice that its last blocks did not fit onto the disk.
    if (m_file->error() == QFileDevice::NoError && writeOut() && m_file->commit()) {
        return std::monostate{};
    }
    if (m_file->error() == QFileDevice::WriteError) {
        writeOut(); // what was written in part does not say why; the next try does
    }
    const Failure why = failure();
    m_file->cancelWriting();
    return tl::unexpected(Error(why));
}

std::shared_ptr<RecordWalk> exportRecord(RecordExportParts parts) {
    const auto writing = std::make_shared<Writing>(parts.path);
    writing->form = std::move(parts.form);
    writing->range = parts.range;
    if (const auto opened = writing->file.open(); !opened) {
        parts.done(tl::unexpected(opened.error()));
        return nullptr;
    }
    writing->file.write(writing->form->head());
    const auto finish = [writing, path = parts.path,
                         done = parts.done](const Result<std::monostate>& walked) {
        writing->file.write(writing->form->end());
        const auto written = walked ? writing->file.commit() : walked;
        done(written ? Result<ExportWritten>(ExportWritten{path, writing->lines})
                     : tl::unexpected(written.error()));
    };
    const auto tell = [writing](const TimelineRow& row) {
        if (writing->range.holds(row)) {
            writing->file.write(writing->form->line(row));
            ++writing->lines;
        }
    };
    const RecordWalk::Take learn = [writing](const TimelineRow& row) { writing->form->learn(row); };
    return RecordWalk::begin({std::move(parts.pages),
                              writing->form->looksAhead() ? learn : RecordWalk::Take(), tell,
                              std::move(parts.progress), finish});
}

} // namespace bongsu
