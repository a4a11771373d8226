#include "storage/homelock.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace bongsu {

class TestHomeLock : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void oneHolderAtATime();
    void deadHoldersLockIsTaken();
    void childrenDoNotInheritIt();
    void folderThatCannotBeMadeIsAFailure();
};

namespace {
void start(QProcess& process, const QStringList& words, const QByteArray& until) {
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/storeprocess"), words);
    QVERIFY(process.waitForReadyRead(30'000));
    QCOMPARE(process.readAllStandardOutput().trimmed(), until);
}
} // namespace

void TestHomeLock::oneHolderAtATime() {
    QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("new/home"));
    auto first = HomeLock::take(home);
    QVERIFY(first.has_value());
    const auto folderOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const auto others = QFileDevice::Permissions(0x0077);
    QCOMPARE(QFileInfo(home).permissions() & others, QFileDevice::Permissions());
    QVERIFY((QFileInfo(home).permissions() & folderOnly) == folderOnly);
    QCOMPARE(QFileInfo(home + QStringLiteral("/lock")).permissions() & others, QFileDevice::Permissions());

    const auto second = HomeLock::take(home);
    QCOMPARE(second.error(),
             Error(Failure{failure::locked, QByteArray::number(QCoreApplication::applicationPid())}));
    first->reset();
    QVERIFY(HomeLock::take(home).has_value());
}

void TestHomeLock::deadHoldersLockIsTaken() {
    QTemporaryDir folder;
    for (int i = 0; i < 3; ++i) {
        QProcess holder;
        start(holder, {QStringLiteral("hold"), folder.path()}, "held");
        const auto refused = HomeLock::take(folder.path());
        QCOMPARE(refused.error(), Error(Failure{failure::locked, QByteArray::number(holder.processId())}));
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QVERIFY(HomeLock::take(folder.path()).has_value());
    }
}

void TestHomeLock::childrenDoNotInheritIt() {
    QTemporaryDir folder;
    auto lock = HomeLock::take(folder.path());
    QVERIFY(lock.has_value());
    QProcess child;
    start(child, {QStringLiteral("wait")}, "waiting");
    lock->reset();
    QVERIFY(HomeLock::take(folder.path()).has_value());
    child.closeWriteChannel();
    QVERIFY(child.waitForFinished());
}

void TestHomeLock::folderThatCannotBeMadeIsAFailure() {
    QTemporaryDir folder;
    QFile inTheWay(folder.filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto refused = HomeLock::take(inTheWay.fileName() + QStringLiteral("/home"));
    QCOMPARE(codeOf(refused.error()), failure::disk);
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestHomeLock)
#include "test_homelock.moc"
