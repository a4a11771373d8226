// Stores whose process or disk fails while they write: what was acknowledged is there, what is there is
// whole.
#include "storage/samples.h"
#include "storage/sqliteundertest.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <cerrno>

namespace bongsu {

class TestCrashes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void killedWriterLosesNothingAcknowledged();
    void failedCallIsNeverAcknowledged_data();
    void failedCallIsNeverAcknowledged();
};

namespace {
QString processFile() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/storeprocess");
}

// The highest seq of a line "acked SEQ …".
quint64 highestAcked(const QByteArray& output) {
    quint64 highest = 0;
    for (const QByteArray& line : output.split('\n')) {
        if (line.startsWith("acked ")) {
            highest = std::max(highest, line.split(' ').at(1).toULongLong());
        }
    }
    return highest;
}
} // namespace

void TestCrashes::killedWriterLosesNothingAcknowledged() {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("store.db"));
    Samples samples(20);
    quint64 acknowledged = 0;
    quint64 beyond = 0;
    for (int run = 0; run < 20; ++run) {
        QProcess writer;
        writer.start(processFile(),
                     {QStringLiteral("write"), file, QString::number(run), QStringLiteral("1000000")});
        const quint64 atLeast = acknowledged + quint64(5 + samples.below(300));
        QByteArray said;
        while (highestAcked(said) < atLeast) {
            QVERIFY(writer.waitForReadyRead(30'000));
            said += writer.readAllStandardOutput();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        said += writer.readAllStandardOutput();
        QVERIFY(!said.contains("failed"));
        acknowledged = highestAcked(said);
        const auto held = entriesIn(file);
        QVERIFY2(held, held ? "" : codeOf(held.error()).constData());
        QVERIFY2(*held >= acknowledged, qPrintable(QStringLiteral("%1 < %2").arg(*held).arg(acknowledged)));
        beyond += *held - acknowledged;
        acknowledged = *held; // the next run goes on behind them
    }
    qInfo("20 kills, %llu entries, 0 acknowledged lost, %llu there without having been acknowledged",
          acknowledged, beyond);
}

void TestCrashes::failedCallIsNeverAcknowledged_data() {
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("step");
    QTest::newRow("an error of the disk") << EIO << 1;
    QTest::newRow("no room") << ENOSPC << 3;
}

void TestCrashes::failedCallIsNeverAcknowledged() {
    QFETCH(int, error);
    QFETCH(int, step);
    constexpr quint64 count = 120;
    constexpr int enough = 20; // failed commits, of as many calls in a row
    int failures = 0;
    int refusedToOpen = 0;
    // How many commits share a call depends on how fast the disk is: it goes on until enough of them failed.
    for (int call = 1; call <= 80 || failures * step <= enough; call += step) {
        QVERIFY2(call <= 240, "the calls come to an end before commits failed");
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.db"));
        QProcess writer;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FAIL_CALL"), QString::number(call));
        environment.insert(QStringLiteral("FAIL_ERROR"), QString::number(error));
        writer.setProcessEnvironment(environment);
        writer.start(processFile(),
                     {QStringLiteral("write"), file, QString::number(call), QString::number(count)});
        QVERIFY(writer.waitForFinished(60'000));
        QCOMPARE(writer.exitStatus(), QProcess::NormalExit);
        const QByteArray said = writer.readAllStandardOutput();
        if (writer.exitCode() == 1) {
            // While it was being made. The next attempt finds nothing in its way.
            QVERIFY(said.startsWith("not opened disk"));
            SqliteUnderTest under(file, {});
            QVERIFY(under.tryOpen());
            ++refusedToOpen;
            continue;
        }
        QCOMPARE(writer.exitCode(), 0);
        failures += int(said.count("failed"));
        const auto held = entriesIn(file);
        QVERIFY2(held, held ? "" : codeOf(held.error()).constData());
        QCOMPARE(quint64(said.count("acked")), *held);
        QVERIFY(*held >= count - 10);
    }
    qInfo("%d commits failed, %d openings", failures, refusedToOpen);
    QVERIFY(refusedToOpen > 0);
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestCrashes)
#include "test_crashes.moc"
