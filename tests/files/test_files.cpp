#include "files/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;

namespace {

constexpr auto ownersFile =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser; // Qt says both of one's own

const QString nobodysMemory = QStringLiteral("/proc/self/mem"); // opened, and an error at its first byte

QByteArray codeOfFailure(const auto& result) {
    return result ? QByteArray("done") : QByteArray(codeOf(result.error()));
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsWhatFitsAndOneMore_data();
    void readsWhatFitsAndOneMore();
    void takesNoPartForTheWhole();
    void writesOverWhatIsThere();
    void copiesWholeOrNotAtAll();
    void leavesWhatIsThereWhereAWriteFails();
    void makesFoldersAndFilesOfOnesOwn();
    void overwritesWithZeros();

  private:
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void put(const QString& file, const QByteArray& bytes) const {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }

    const QTemporaryDir m_folder;
};

void TestFiles::readsWhatFitsAndOneMore_data() {
    QTest::addColumn<qint64>("most");
    QTest::addColumn<qint64>("comes");
    constexpr qint64 size = 200'000; // several pieces
    QTest::newRow("more room") << size * 2 << size;
    QTest::newRow("just fits") << size << size;
    QTest::newRow("one too many") << size - 1 << size;
    QTest::newRow("too large") << qint64(70'000) << qint64(70'001);
    QTest::newRow("no room") << qint64(0) << qint64(1);
}

void TestFiles::readsWhatFitsAndOneMore() {
    QFETCH(qint64, most);
    QFETCH(qint64, comes);
    QByteArray bytes(200'000, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        bytes[i] = char(i % 251);
    }
    put(at("large"), bytes);
    const auto read = files::read(at("large"), most);
    QVERIFY(read);
    QCOMPARE(read->size(), comes);
    QVERIFY(*read == bytes.first(comes));
    put(at("empty"), {});
    QCOMPARE(files::read(at("empty"), most).value_or("x"), QByteArray());
}

void TestFiles::takesNoPartForTheWhole() {
    for (const QString& file : {nobodysMemory, at("nowhere"), m_folder.path()}) {
        const auto read = files::read(file, 1000);
        QCOMPARE(codeOfFailure(read), "disk");
        QVERIFY2(std::get<Failure>(read.error()).detail.contains(file.toUtf8()), qPrintable(file));
    }
}

void TestFiles::writesOverWhatIsThere() {
    put(at("kept"), "before, and longer");
    QVERIFY(files::write(at("kept"), "after"));
    QCOMPARE(files::read(at("kept"), 100).value_or("x"), "after");
    QCOMPARE(QFile::permissions(at("kept")), ownersFile);
    QVERIFY(files::writeCache(at("kept"), "cached"));
    QCOMPARE(files::read(at("kept"), 100).value_or("x"), "cached");
    QCOMPARE(QFile::permissions(at("kept")), ownersFile);
    put(at("kept.new"), "left by a program that was killed");
    QVERIFY(files::write(at("kept"), "again"));
    QCOMPARE(files::read(at("kept"), 100).value_or("x"), "again");
    QVERIFY(!QFile::exists(at("kept.new")));
}

void TestFiles::copiesWholeOrNotAtAll() {
    const QByteArray bytes(3 << 20, 'c');
    put(at("from"), bytes);
    QVERIFY(files::copy(at("from"), at("to")));
    QVERIFY(files::read(at("to"), 4 << 20).value_or("x") == bytes);
    QCOMPARE(QFile::permissions(at("to")), ownersFile);
    QCOMPARE(codeOfFailure(files::copy(nobodysMemory, at("to"))), "disk");
    QCOMPARE(codeOfFailure(files::copy(at("nowhere"), at("to"))), "disk");
    QVERIFY(files::read(at("to"), 4 << 20).value_or("x") == bytes);
    QVERIFY(!QFile::exists(at("to.new")));
}

void TestFiles::leavesWhatIsThereWhereAWriteFails() {
    QVERIFY(QDir().mkpath(at("folder/below")));
    QCOMPARE(codeOfFailure(files::write(at("folder"), "bytes")), "disk"); // the name is a folder's
    QVERIFY(QFileInfo(at("folder/below")).isDir());
    QVERIFY(!QFile::exists(at("folder.new")));
    QCOMPARE(codeOfFailure(files::write(at("nowhere/file"), "bytes")), "disk");
    QVERIFY(!QFile::exists(at("nowhere")));
}

void TestFiles::makesFoldersAndFilesOfOnesOwn() {
    QVERIFY(files::makeFolder(at("a/b/c")));
    QVERIFY(files::makeFolder(at("a/b/c")));
    QCOMPARE(QFile::permissions(at("a/b/c")) & QFile::Permissions(0x0077), QFile::Permissions());
    put(at("a/file"), "stays");
    QVERIFY(QFile::setPermissions(at("a/file"), ownersFile | QFile::ReadOther));
    QVERIFY(files::makeFile(at("a/file")));
    QCOMPARE(QFile::permissions(at("a/file")), ownersFile);
    QCOMPARE(files::read(at("a/file"), 100).value_or("x"), "stays");
    QCOMPARE(codeOfFailure(files::makeFolder(at("a/file/below"))), "disk");
}

void TestFiles::overwritesWithZeros() {
    const QByteArray bytes(100'000, 's');
    put(at("secret"), bytes);
    QVERIFY(files::overwrite(at("secret")));
    QVERIFY(files::read(at("secret"), 200'000).value_or("x") == QByteArray(bytes.size(), '\0'));
    QVERIFY(files::overwrite(at("nowhere")));
    QVERIFY(!QFile::exists(at("nowhere")));
    QVERIFY(QFile::link(at("secret"), at("link"))); // whose bytes would be another file's
    QCOMPARE(codeOfFailure(files::overwrite(at("link"))), "disk");
}

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
