// Writes the test vectors: generate DIR writes every *.json, generate --long ENTRIES FILE a sealed export of
// that many entries, whose organisation's id it prints. The files are checked in; a changed one is a changed
// format.
#include "vectors/story.h"
#include "vectors/vectors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace bongsu;
using namespace bongsu::vectors;

namespace {

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    if (!written) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
    }
    return written;
}

int writeVectors(const QDir& folder) {
    for (const VectorFile& vector : allVectors()) {
        if (!write(folder.filePath(vector.name), QJsonDocument(vector.content).toJson())) {
            return 1;
        }
    }
    return 0;
}

int writeLong(std::size_t entries, const QString& path) {
    Story story("long");
    const LogId log = tellLongIncident(story, entries);
    if (!write(path, exported(story, log, true))) {
        return 1;
    }
    std::printf("%s\n", qPrintable(story.org().toHex()));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--long")) {
        return writeLong(arguments[2].toUInt(), arguments[3]);
    }
    if (arguments.size() == 2) {
        return writeVectors(QDir(arguments[1]));
    }
    std::fprintf(stderr, "generate DIR | generate --long ENTRIES FILE\n");
    return 2;
}
