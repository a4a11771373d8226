#include "channel/background.h"
#include "channel/fileplace.h"
#include "files/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bongsu::places {

namespace {

constexpr mode_t everybodyReads = 0644;

SendingOutcome failedBy(const QString& path) {
    const int error = errno;
    return later(sendingcode::disk, QFile::encodeName(path) + ": " + std::strerror(error));
}

bool writeAll(int fd, const QByteArray& bytes) {
    qsizetype at = 0;
    while (at < bytes.size()) {
        const ssize_t done = ::write(fd, bytes.constData() + at, std::size_t(bytes.size() - at));
        if (done < 0 && errno != EINTR) {
            return false;
        }
        at += std::max<ssize_t>(done, 0);
    }
    return true;
}

bool syncFolder(const QString& folder) {
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0) {
        ::close(fd);
    }
    return synced;
}

// Whoever reads meanwhile has the old file or the new one, whole; after a power cut as well.
SendingOutcome written(const QString& folder, const PublishedFile& file) {
    // The place itself is not made: where a disk is not mounted, nobody would read what is written below it.
    if (!QFileInfo(folder).isDir()) {
        errno = ENOENT;
        return failedBy(folder);
    }
    const QString target = folder + u'/' + file.path;
    const QString above = QFileInfo(target).path();
    const QString temporary =
        above + QStringLiteral("/.") + QFileInfo(target).fileName() + QStringLiteral(".part");
    if (!QDir().mkpath(above)) {
        return failedBy(above);
    }
    const QByteArray name = QFile::encodeName(temporary);
    const int fd =
        ::open(name.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, everybodyReads);
    if (fd < 0) {
        return failedBy(temporary);
    }
    const bool whole = writeAll(fd, file.bytes) && ::fchmod(fd, everybodyReads) == 0 && ::fsync(fd) == 0;
    const int error = errno;
    const bool closed = ::close(fd) == 0;
    if (!whole || !closed || ::rename(name.constData(), QFile::encodeName(target).constData()) != 0 ||
        !syncFolder(above)) {
        errno = whole ? errno : error;
        const SendingOutcome failed = failedBy(target);
        ::unlink(name.constData());
        return failed;
    }
    return sent({});
}

class DirectoryPlace : public FilePlace {
  public:
    using FilePlace::FilePlace;

  protected:
    void write(const PublishedFile& file, Written done) override {
        // A folder of another machine may not answer for minutes.
        inBackground(
            context(), [folder = access().setting("path"), file] { return written(folder, file); },
            [done = std::move(done)](SendingOutcome outcome) { done(std::move(outcome)); });
    }
    void read(const QString& path, int size, Read done) override {
        using Bytes = tl::expected<QByteArray, SendingOutcome>;
        const auto bytesOf = [file = access().setting("path") + u'/' + path, size] {
            return files::read(file, size).map_error([](const Error&) { return later(sendingcode::disk); });
        };
        inBackground(context(), bytesOf, [done = std::move(done)](const Bytes& bytes) { done(bytes); });
    }
};

} // namespace

std::unique_ptr<Publisher> directory(Access access) {
    return std::make_unique<DirectoryPlace>(std::move(access));
}

} // namespace bongsu::places
