#include "storage/sqliteundertest.h"

#include "storage/samples.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QTimer>

namespace bongsu {

AesKey sampleKey(char byte) {
    return *AesKey::tryFrom(QByteArray(AesKey::size, byte));
}

SqliteUnderTest::SqliteUnderTest(StoreOptions openOptions)
    : options(openOptions), m_file(m_folder.filePath(QStringLiteral("home/store.db"))),
      m_ownKeys(sampleKey(), m_randomness), m_keys(m_ownKeys) {
    reopen();
}

SqliteUnderTest::SqliteUnderTest(const KeyRing& keys)
    : m_file(m_folder.filePath(QStringLiteral("home/store.db"))), m_ownKeys(sampleKey(), m_randomness),
      m_keys(keys) {
    reopen();
}

SqliteUnderTest::SqliteUnderTest(const QString& file, StoreOptions openOptions)
    : options(openOptions), m_file(file), m_ownKeys(sampleKey(), m_randomness), m_keys(m_ownKeys) {}

Outcome SqliteUnderTest::tryOpen() {
    m_store.reset();
    auto opened = SqliteStore::open(m_file, m_keys, options);
    if (!opened) {
        return errorOf(opened);
    }
    m_store = std::move(*opened);
    return {};
}

void SqliteUnderTest::reopen() {
    const auto opened = tryOpen();
    if (!opened) {
        qFatal("the store does not open: %s", codeOf(opened.error()).constData());
    }
}

// QTest's own waiting looks every 10 ms only; thousands of answers are waited for here.
bool SqliteUnderTest::runUntil(const std::function<bool()>& done) {
    QEventLoop loop;
    QTimer tooLong;
    tooLong.setSingleShot(true);
    tooLong.start(60'000);
    while (!done() && tooLong.isActive()) {
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return done();
}

QByteArray bytesIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void putInto(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Result<quint64> entriesIn(const QString& file) {
    SqliteUnderTest under(file, {.mustExist = true});
    const auto whole = under.tryOpen().and_then([&](auto) { return inspect(under); });
    if (!whole) {
        return errorOf(whole);
    }
    const auto entries = range(under, LogId::zeros());
    if (!entries) {
        return errorOf(entries);
    }
    LogAppend chain{LogId::zeros(), std::nullopt, *entries};
    if (const auto refused = checkShape(changeOf(chain))) {
        return fail(failure::corrupt, refused->code);
    }
    return entries->size();
}

QByteArray SqliteUnderTest::bytesOnDisk() const {
    const QFileInfo info(m_file);
    QByteArray all;
    const auto names = info.dir().entryList({info.fileName() + QLatin1Char('*')}, QDir::Files);
    for (const QString& name : names) {
        QFile file(info.dir().filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            all += file.readAll();
        }
    }
    return all;
}

} // namespace bongsu
