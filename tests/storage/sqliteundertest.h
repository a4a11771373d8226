// A SQLite store in a folder of its own, with the real sealing under a key that tests know.
#pragma once

#include "identity/random.h"
#include "identity/sealing.h"
#include "storage/asking.h"
#include "storage/sqlitestore.h"

#include <QTemporaryDir>

namespace bongsu {

// 32 times the same byte.
AesKey sampleKey(char byte = 7);

class SqliteUnderTest : public StoreUnderTest {
  public:
    explicit SqliteUnderTest(StoreOptions openOptions = {});
    // Under other keys, which must outlive it.
    explicit SqliteUnderTest(const KeyRing& keys);
    // Over a file that is there already or is to be made.
    SqliteUnderTest(const QString& file, StoreOptions openOptions);

    EventStore& store() override { return *m_store; }
    void reopen() override;
    bool runUntil(const std::function<bool()>& done) override;

    void close() { m_store.reset(); }
    // Opens it, or says why not.
    Outcome tryOpen();
    bool isReadOnly() const { return m_store->isReadOnly(); }
    const QString& file() const { return m_file; }
    // The bytes of all files of the store, as they are now.
    QByteArray bytesOnDisk() const;

    StoreOptions options;

  private:
    QTemporaryDir m_folder;
    QString m_file;
    SystemRandomness m_randomness;
    GcmKeyRing m_ownKeys;
    const KeyRing& m_keys;
    std::unique_ptr<SqliteStore> m_store;
};

// What a file holds; nothing of one that cannot be read.
QByteArray bytesIn(const QString& path);
// Puts these in place of what a file holds.
void putInto(const QString& path, const QByteArray& bytes);

// How many entries the log with the id 0 has, once everything in that store was read and found in order.
Result<quint64> entriesIn(const QString& file);

} // namespace bongsu
