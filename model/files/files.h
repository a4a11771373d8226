// Files, read to their end or not at all; and files and folders that are their owner's alone (0600, 0700) and
// are really on the disk when a call returns. Failures: disk, disk.full, with the file's name and why.
#pragma once

#include "domain/base/result.h"

class QFileDevice;

namespace bongsu::files {

// The file's bytes; of one with more than `most` so many and one more, for whoever decodes them says that it
// is too large. Takes no more room than the file has bytes.
Result<QByteArray> read(const QString& file, qint64 most);

// All of the bytes are written or buffered; false: the file says why. One write takes as many as fit onto the
// disk, and that is no error before the next one.
bool writeAll(QFileDevice& file, QByteArrayView bytes);
// Everything that was written is with the system; false: the file says why. A flush writes one block of what
// is buffered, not all of them, and what closing writes tells nobody that it failed.
bool writeOut(QFileDevice& file);

// The folder, and those above it, are made where they are missing; one that is there stays as it is.
Outcome makeFolder(const QString& folder);
// An empty file is made where it is missing; one that is there keeps its bytes and loses others' permissions.
Outcome makeFile(const QString& file);
// The bytes of the file and its name in the folder are on the disk.
Outcome sync(const QString& file);
// Zeros stand where its bytes were, on the disk too: what only loses its name stays in blocks that belong to
// nobody. A disk that copies on writing keeps the former ones all the same. No file is as good as an empty
// one.
Outcome overwrite(const QString& file);
// A file with these bytes, durably. Whoever reads it meanwhile, or after a cut of power, finds what was there
// before or this.
Outcome write(const QString& file, const QByteArray& bytes);
// The same, not durably: after a cut of power anything may be there.
Outcome writeCache(const QString& file, const QByteArray& bytes);
// The same with what `from` holds.
Outcome copy(const QString& from, const QString& file);
// Gives `file` the name `to`, durably; what had that name is gone.
Outcome rename(const QString& file, const QString& to);

} // namespace bongsu::files
