// A small file of secrets that only its owner may read: how it is laid out, written and read.
#pragma once

#include "domain/base/result.h"

#include <QByteArray>
#include <QString>

namespace bongsu {

// Layout: magic, 8 bytes, the last of which is the version | length of the body, 4 bytes, big-endian | body |
// H(T"secret-file" | magic | length | body), which tells a damaged file from another key.
struct SecretFileKind {
    const char* magic; // 8 ASCII characters
    // Whether a file that others may read is used all the same (a memory stick cannot hold permissions).
    bool exposureTolerated = false;
};

struct SecretFileContents {
    QByteArray body; // the caller's to wipe
    bool exposed = false;
};

// Mode 0600, never over a file that is there, whole or not at all: written beside it, synced, linked to its
// name, the folder synced. The folder must exist. Failures: key.unusable (keyfault::present,
// keyfault::exposed), disk, disk.full.
Result<std::monostate> createSecretFile(const QString& path, const SecretFileKind& kind, QByteArrayView body);

// The same in the place of what is there.
Result<std::monostate> replaceSecretFile(const QString& path, const SecretFileKind& kind,
                                         QByteArrayView body);

// Failures: key.unusable with a keyfault, disk.
Result<SecretFileContents> readSecretFile(const QString& path, const SecretFileKind& kind);

// Takes the name away, syncs the folder, then overwrites what had it: killed at any moment, the file is there
// whole or not at all. The overwriting is what can be done: a disk that copies on writing keeps old bytes.
// Failure disk: its name is still there, or may come back after a power cut.
Outcome eraseSecretFile(const QString& path);

// The same layout where there is no file. Both are the caller's to wipe; at most limits::secretFileBytes.
QByteArray toSecretBytes(const SecretFileKind& kind, QByteArrayView body);
// Failure key.unusable: foreign, newer, truncated, damaged.
Result<QByteArray> bodyOfSecret(QByteArrayView bytes, const SecretFileKind& kind);

} // namespace bongsu
