#include "identity/secretfile.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"
#include "identity/secret.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bongsu {

namespace {

constexpr qsizetype magicSize = 8;
constexpr qsizetype lengthSize = 4;
constexpr qsizetype checkSize = 32;
constexpr qsizetype frameSize = magicSize + lengthSize + checkSize;
constexpr mode_t othersMode = S_IRWXG | S_IRWXO;

class File {
  public:
    File(const QByteArray& path, int flags)
        : m_descriptor(::open(path.constData(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    bool sync() const { return ::fsync(m_descriptor) == 0; }
    bool describe(struct stat& status) const { return ::fstat(m_descriptor, &status) == 0; }
    bool write(QByteArrayView bytes) const {
        while (!bytes.isEmpty()) {
            const ssize_t done = ::write(m_descriptor, bytes.data(), std::size_t(bytes.size()));
            if (done < 0 && errno != EINTR) {
                return false;
            }
            bytes = bytes.sliced(done < 0 ? 0 : done);
        }
        return true;
    }
    // Into all of `into` unless the file ends before; how much, or -1.
    qsizetype read(QByteArray& into) const {
        qsizetype at = 0;
        while (at < into.size()) {
            const ssize_t done = ::read(m_descriptor, into.data() + at, std::size_t(into.size() - at));
            if (done < 0 && errno != EINTR) {
                return -1;
            }
            if (done == 0) {
                break;
            }
            at += done < 0 ? 0 : done;
        }
        return at;
    }

  private:
    int m_descriptor;
};

tl::unexpected<Error> diskFailure() {
    const int error = errno;
    return fail(error == ENOSPC || error == EDQUOT ? failure::full : failure::disk, std::strerror(error));
}

tl::unexpected<Error> unusable(const char* why) {
    return fail(failure::keyUnusable, why);
}

QByteArray checkOf(QByteArrayView beforeIt) {
    return taggedHash("secret-file", {beforeIt});
}

// Empty if `bytes` are a whole file of this kind, else a keyfault.
const char* faultIn(QByteArrayView bytes, const SecretFileKind& kind) {
    const QByteArrayView magic(kind.magic, magicSize);
    if (bytes.size() < magicSize) {
        return magic.startsWith(bytes) ? keyfault::truncated : keyfault::foreign;
    }
    if (bytes.first(magicSize) != magic) {
        return bytes.first(magicSize - 1) == magic.first(magicSize - 1) ? keyfault::newer : keyfault::foreign;
    }
    if (bytes.size() < frameSize) {
        return keyfault::truncated;
    }
    const auto length = qFromBigEndian<quint32>(bytes.data() + magicSize);
    if (qsizetype(length) != bytes.size() - frameSize) {
        return keyfault::truncated;
    }
    return checkOf(bytes.chopped(checkSize)) == bytes.last(checkSize) ? nullptr : keyfault::damaged;
}

bool syncFolderOf(const QString& path) {
    const File folder(QFile::encodeName(QFileInfo(path).absolutePath()), O_RDONLY | O_DIRECTORY);
    return folder.isOpen() && folder.sync();
}

// A new file beside `path`, written and synced. The mode is what open() was given: a narrower umask only
// narrows it.
Result<QByteArray> writeBeside(const QString& path, const SecretFileKind& kind, QByteArrayView body) {
    Q_ASSERT(body.size() + frameSize <= limits::secretFileBytes);
    const QByteArray name = QFile::encodeName(path) + ".new-" + QByteArray::number(qint64(::getpid()));
    ::unlink(name.constData()); // left by a program of the same number that was killed
    const File file(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (!file.isOpen()) {
        return diskFailure();
    }
    QByteArray bytes = toSecretBytes(kind, body);
    const bool kept = file.write(bytes) && file.sync();
    const int error = errno;
    wipe(bytes);
    struct stat status {};
    const bool closedToOthers = kept && file.describe(status) && (status.st_mode & othersMode) == 0;
    if (kept && (closedToOthers || kind.exposureTolerated)) {
        return name;
    }
    ::unlink(name.constData());
    errno = error;
    return kept ? unusable(keyfault::exposed) : diskFailure();
}

// Gives `from` the name `to` unless that is taken: link() cannot replace, rename() can.
bool renameToNew(const QByteArray& from, const QByteArray& to) {
    if (::link(from.constData(), to.constData()) == 0) {
        ::unlink(from.constData());
        return true;
    }
    const bool cannotLink = errno == EPERM || errno == ENOTSUP || errno == ENOSYS;
    if (!cannotLink) {
        return false;
    }
    // FAT has no links. Two programs making the same key file at the same moment on a memory stick: not
    // guarded.
    if (::access(to.constData(), F_OK) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.constData(), to.constData()) == 0;
}

template <class Publish>
Result<std::monostate> writeSecretFile(const QString& path, const SecretFileKind& kind, QByteArrayView body,
                                       const Publish& publish) {
    const auto beside = writeBeside(path, kind, body);
    if (!beside) {
        return tl::unexpected(beside.error());
    }
    if (!publish(*beside, QFile::encodeName(path))) {
        const int error = errno;
        ::unlink(beside->constData());
        errno = error;
        return error == EEXIST ? unusable(keyfault::present) : diskFailure();
    }
    return syncFolderOf(path) ? Result<std::monostate>(std::monostate{}) : diskFailure();
}

} // namespace

Result<std::monostate> createSecretFile(const QString& path, const SecretFileKind& kind,
                                        QByteArrayView body) {
    return writeSecretFile(path, kind, body, renameToNew);
}

Result<std::monostate> replaceSecretFile(const QString& path, const SecretFileKind& kind,
                                         QByteArrayView body) {
    return writeSecretFile(path, kind, body, [](const QByteArray& from, const QByteArray& to) {
        return ::rename(from.constData(), to.constData()) == 0;
    });
}

Result<SecretFileContents> readSecretFile(const QString& path, const SecretFileKind& kind) {
    const File file(QFile::encodeName(path), O_RDONLY | O_NONBLOCK); // not to wait for ever at a pipe
    if (!file.isOpen()) {
        return unusable(errno == ENOENT || errno == ENOTDIR ? keyfault::missing : keyfault::unreadable);
    }
    struct stat status {};
    if (!file.describe(status) || !S_ISREG(status.st_mode)) {
        return unusable(keyfault::unreadable);
    }
    const bool exposed = (status.st_mode & othersMode) != 0;
    if (exposed && !kind.exposureTolerated) {
        return unusable(keyfault::exposed);
    }
    QByteArray bytes(limits::secretFileBytes + 1, '\0');
    const qsizetype size = file.read(bytes);
    const QByteArrayView whole = QByteArrayView(bytes).first(std::max<qsizetype>(size, 0));
    const Result<QByteArray> body =
        size < 0 ? Result<QByteArray>(unusable(keyfault::unreadable)) : bodyOfSecret(whole, kind);
    wipe(bytes);
    return body ? Result<SecretFileContents>(SecretFileContents{*body, exposed}) : errorOf(body);
}

Outcome eraseSecretFile(const QString& path) {
    const QByteArray name = QFile::encodeName(path);
    const File file(name, O_WRONLY | O_NOFOLLOW);
    struct stat status {};
    if (!file.isOpen() || !file.describe(status) || ::unlink(name.constData()) != 0 || !syncFolderOf(path)) {
        return diskFailure();
    }
    const auto size = std::min<qsizetype>(qsizetype(status.st_size), limits::secretFileBytes);
    static_cast<void>(file.write(QByteArray(size, '\0')) && file.sync());
    return std::monostate{};
}

QByteArray toSecretBytes(const SecretFileKind& kind, QByteArrayView body) {
    QByteArray bytes;
    bytes.reserve(frameSize + body.size()); // no copy of the secrets is left behind by growing
    bytes.append(kind.magic, magicSize);
    bytes.resize(magicSize + lengthSize);
    qToBigEndian(quint32(body.size()), bytes.data() + magicSize);
    bytes.append(body);
    bytes.append(checkOf(bytes));
    return bytes;
}

Result<QByteArray> bodyOfSecret(QByteArrayView bytes, const SecretFileKind& kind) {
    const char* fault = bytes.size() > limits::secretFileBytes ? keyfault::foreign : faultIn(bytes, kind);
    return fault != nullptr ? Result<QByteArray>(unusable(fault))
                            : bytes.sliced(magicSize + lengthSize).chopped(checkSize).toByteArray();
}

} // namespace bongsu
