// Runs a fuzzer's kept inputs without libFuzzer, in every build: what was found once stays found.
//   fuzz_NAME PACK [FOLDER]    a pack holds inputs one behind the other, each behind its length in four
//   bytes,
//                              big-endian (tests/fuzz/run writes it); a folder holds an input a file
#include "fuzzing.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <cstdio>

namespace {

int tried = 0;

void give(const QByteArray& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.constData()),
                           std::size_t(input.size()));
    ++tried;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s cannot be read\n", qPrintable(path));
        std::exit(2);
    }
    return file.readAll();
}

void giveAllOf(const QString& pack) {
    constexpr qsizetype lengthBytes = 4;
    const QByteArray all = contentOf(pack);
    for (qsizetype at = 0; at < all.size();) {
        const auto length = qsizetype(qFromBigEndian<quint32>(all.sliced(at, lengthBytes).constData()));
        give(all.sliced(at + lengthBytes, length));
        at += lengthBytes + length;
    }
}

} // namespace

int main(int argc, char** argv) {
    giveAllOf(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    const QDir found(QString::fromLocal8Bit(argc > 2 ? argv[2] : "/nowhere"));
    for (const QString& name : found.entryList(QDir::Files)) {
        give(contentOf(found.filePath(name)));
    }
    std::printf("%d inputs\n", tried);
    return tried > 0 ? 0 : 1;
}
