#include "files/exportfile.h"
#include "files/files.h"
#include "support/withroomfor.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace bongsu;

class TestExportFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void isThereWholeOrNotAtAll_data();
    void isThereWholeOrNotAtAll();
    void isItsOwnersAlone();
    void saysWhereItCannotBe();

  private:
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    const QTemporaryDir m_folder;
};

void TestExportFile::isThereWholeOrNotAtAll_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("piece");
    // Qt buffers 16 KiB, and writes what is longer past its buffer.
    QTest::newRow("one byte") << 1 << 1;
    QTest::newRow("buffered") << 6000 << 6000;
    QTest::newRow("in pieces") << 60'000 << 1000;
    QTest::newRow("past the buffer") << 400'000 << 400'000;
    QTest::newRow("mixed") << 100'001 << 20'000;
}

void TestExportFile::isThereWholeOrNotAtAll() {
    QFETCH(int, size);
    QFETCH(int, piece);
    const QByteArray bytes(size, 'e');
    const auto written = [&] {
        ExportFile file(at("export"));
        auto done = file.open();
        for (int from = 0; done && from < size; from += piece) {
            file.write(QByteArrayView(bytes).sliced(from, std::min(piece, size - from)));
        }
        return done ? file.commit() : done;
    };
    QVERIFY(files::write(at("export"), "old"));
    for (const int room : {0, size / 2, size - 1}) {
        const auto refused = withRoomFor(rlim_t(room), written);
        QVERIFY2(!refused, qPrintable(QString::number(room)));
        QCOMPARE(files::read(at("export"), 1 << 20).value_or("x"), "old");
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList(QStringLiteral("export")));
    }
    QVERIFY(withRoomFor(rlim_t(size), written));
    QVERIFY(files::read(at("export"), 1 << 20).value_or("x") == bytes);
}

void TestExportFile::isItsOwnersAlone() {
    const mode_t before = ::umask(0);
    const auto written = exportTo(at("own"), "bytes");
    ::umask(before);
    QVERIFY(written);
    const auto others = QFile::Permissions(0x0077);
    QCOMPARE(QFile::permissions(at("own")) & others, QFile::Permissions());
}

void TestExportFile::saysWhereItCannotBe() {
    QVERIFY(QDir().mkpath(at("folder")));
    for (const QString& path : {at("folder"), at("nowhere/export")}) {
        const auto written = exportTo(path, "bytes");
        QVERIFY2(!written, qPrintable(path));
        QCOMPARE(QByteArray(codeOf(written.error())), "disk");
    }
}

QTEST_GUILESS_MAIN(TestExportFile)
#include "test_exportfile.moc"
