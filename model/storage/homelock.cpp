#include "storage/homelock.h"

#include "files/files.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace bongsu {

namespace {
QByteArray holderOf(int fd) {
    char words[32];
    const auto count = ::pread(fd, words, sizeof words, 0);
    return count > 0 ? QByteArray(words, count).trimmed() : QByteArray();
}

bool writeHolder(int fd) {
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    return ::ftruncate(fd, 0) == 0 && ::pwrite(fd, pid.constData(), size_t(pid.size()), 0) == pid.size();
}
} // namespace

Result<std::unique_ptr<HomeLock>> HomeLock::take(const QString& folder) {
    if (const auto made = files::makeFolder(folder); !made) {
        return errorOf(made);
    }
    const QByteArray file = QFile::encodeName(folder + QStringLiteral("/lock"));
    const int fd = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fail(failure::disk, file + ": " + std::strerror(errno));
    }
    std::unique_ptr<HomeLock> lock(new HomeLock(fd));
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return errno == EWOULDBLOCK ? fail(failure::locked, holderOf(fd))
                                    : fail(failure::disk, file + ": " + std::strerror(errno));
    }
    // The lock holds without the number in it: a full disk must not keep anybody out of their home.
    (void)writeHolder(fd);
    return lock;
}

HomeLock::~HomeLock() {
    // The file stays: removing it would let two processes lock two files of one name.
    ::close(m_fd);
}

} // namespace bongsu
