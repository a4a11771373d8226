#include "files/files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bongsu::files {

namespace {
constexpr mode_t ownersFile = 0600;
constexpr mode_t ownersFolder = 0700;

class Descriptor {
  public:
    Descriptor(const QString& path, int flags, mode_t mode = 0)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode)) {}
    ~Descriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    bool isOpen() const { return m_fd >= 0; }
    int fd() const { return m_fd; }

  private:
    int m_fd;
};

// The failure that errno stands for.
tl::unexpected<Error> failedBy(const QString& path) {
    const int error = errno;
    return fail(error == ENOSPC || error == EDQUOT ? failure::full : failure::disk,
                QFile::encodeName(path) + ": " + std::strerror(error));
}

// Of what Qt could not read or write.
tl::unexpected<Error> failedBy(const QFile& file) {
    return fail(file.error() == QFile::ResourceError ? failure::full : failure::disk,
                QFile::encodeName(file.fileName()) + ": " + file.errorString().toUtf8());
}

QString folderOf(const QString& file) {
    return QFileInfo(file).absolutePath();
}

Outcome syncThrough(const QString& path, int flags) {
    const Descriptor descriptor(path, O_RDONLY | flags);
    if (!descriptor.isOpen() || ::fsync(descriptor.fd()) != 0) {
        return failedBy(path);
    }
    return {};
}
} // namespace

Result<QByteArray> read(const QString& file, qint64 most) {
    constexpr qint64 pieceBytes = 64 * 1024; // Qt would make room for all that is asked for
    QFile in(file);
    QByteArray bytes;
    bool isWhole = in.open(QIODevice::ReadOnly);
    while (isWhole && bytes.size() <= most) {
        const QByteArray piece = in.read(std::min(pieceBytes, most + 1 - bytes.size()));
        isWhole = in.error() == QFile::NoError; // nothing read is an end, or a disk that fails
        if (piece.isEmpty()) {
            break;
        }
        bytes += piece;
    }
    return isWhole ? Result<QByteArray>(std::move(bytes)) : failedBy(in);
}

bool writeAll(QFileDevice& file, QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const qint64 taken = file.write(bytes.data(), bytes.size());
        if (taken <= 0) {
            return false;
        }
        bytes = bytes.sliced(taken);
    }
    return true;
}

bool writeOut(QFileDevice& file) {
    while (file.bytesToWrite() > 0) {
        if (!file.flush()) {
            return false;
        }
    }
    return true;
}

Outcome makeFolder(const QString& folder) {
    if (QFileInfo(folder).isDir()) {
        return {};
    }
    const QString above = folderOf(folder);
    if (auto made = makeFolder(above); !made) {
        return made;
    }
    if (::mkdir(QFile::encodeName(folder).constData(), ownersFolder) != 0 && errno != EEXIST) {
        return failedBy(folder);
    }
    return syncThrough(above, O_DIRECTORY);
}

Outcome makeFile(const QString& file) {
    const Descriptor made(file, O_RDWR | O_CREAT | O_EXCL, ownersFile);
    if (made.isOpen()) {
        return syncThrough(folderOf(file), O_DIRECTORY);
    }
    if (errno != EEXIST || ::chmod(QFile::encodeName(file).constData(), ownersFile) != 0) {
        return failedBy(file);
    }
    return {};
}

Outcome sync(const QString& file) {
    const auto synced = syncThrough(file, 0);
    return synced ? syncThrough(folderOf(file), O_DIRECTORY) : synced;
}

Outcome overwrite(const QString& file) {
    const Descriptor descriptor(file, O_WRONLY | O_NOFOLLOW);
    if (!descriptor.isOpen()) {
        return errno == ENOENT ? Outcome() : failedBy(file);
    }
    struct stat status {};
    if (::fstat(descriptor.fd(), &status) != 0) {
        return failedBy(file);
    }
    constexpr off_t pieceBytes = 65536;
    static constexpr std::array<char, pieceBytes> zeros{};
    for (off_t at = 0; at < status.st_size;) {
        const ssize_t done = ::pwrite(descriptor.fd(), zeros.data(),
                                      std::size_t(std::min(pieceBytes, status.st_size - at)), at);
        if (done < 0 && errno != EINTR) {
            return failedBy(file);
        }
        at += std::max<ssize_t>(done, 0);
    }
    return status.st_size == 0 || ::fdatasync(descriptor.fd()) == 0 ? Outcome() : failedBy(file);
}

namespace {
// Fills a file beside this one, and gives it the name.
template <class Fill>
Outcome replace(const QString& file, Fill fill) {
    const QString beside = file + QStringLiteral(".new");
    QFile::remove(beside); // left by a program that was killed
    auto done = makeFile(beside);
    done = done ? fill(beside) : done;
    done = done ? rename(beside, file) : done;
    if (!done) {
        QFile::remove(beside);
    }
    return done;
}

Outcome fill(const QString& file, const QByteArray& bytes) {
    QFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && writeAll(out, bytes) && writeOut(out);
    return written ? Outcome() : Outcome(failedBy(out));
}
} // namespace

Outcome write(const QString& file, const QByteArray& bytes) {
    return replace(file, [&bytes](const QString& beside) {
        return fill(beside, bytes).and_then([&](auto) { return sync(beside); });
    });
}

Outcome writeCache(const QString& file, const QByteArray& bytes) {
    return replace(file, [&bytes](const QString& beside) { return fill(beside, bytes); });
}

Outcome copy(const QString& from, const QString& file) {
    return replace(file, [&from](const QString& beside) -> Outcome {
        QFile in(from);
        QFile out(beside);
        if (!in.open(QIODevice::ReadOnly)) {
            return failedBy(in);
        }
        bool written = out.open(QIODevice::WriteOnly);
        QByteArray piece;
        while (written && !(piece = in.read(1 << 20)).isEmpty()) {
            written = writeAll(out, piece);
        }
        if (in.error() != QFile::NoError) { // nothing read is an end, or a disk that fails
            return failedBy(in);
        }
        return written && writeOut(out) ? sync(beside) : Outcome(failedBy(out));
    });
}

Outcome rename(const QString& file, const QString& to) {
    if (std::rename(QFile::encodeName(file).constData(), QFile::encodeName(to).constData()) != 0) {
        return failedBy(to);
    }
    return syncThrough(folderOf(to), O_DIRECTORY);
}

} // namespace bongsu::files
