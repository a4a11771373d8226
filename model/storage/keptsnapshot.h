// What a store's owner folded, in a file beside the store, sealed by a key of its own that lies in the store:
// with the key goes the snapshot, in the commit that takes it, whatever a disk still holds of the file.
#pragma once

#include "storage/keptlogs.h"

namespace bongsu {

class KeptSnapshot {
  public:
    KeptSnapshot(Connection& connection, const KeyRing& keys, const QString& storeFile)
        : m_connection(connection), m_keys(keys), m_file(storeFile + QStringLiteral(".snapshot")) {}

    // The key of the setting that has the snapshot's key: the store's own, not its owner's.
    static constexpr QByteArrayView setting{"store.snapshot"};

    // Nothing: there is none, or it does not open.
    Result<std::optional<QByteArray>> read();
    // Whatever the error: there is none then.
    Outcome keep(const QByteArray& snapshot);
    // Inside a transaction that the caller holds.
    Outcome forget();
    bool hasKey();
    // Once it has none: gives the space back.
    void removeFile();

  private:
    Outcome write(const QByteArray& snapshot, const QByteArray& key);

    Connection& m_connection;
    const KeyRing& m_keys;
    QString m_file;
};

} // namespace bongsu
