// Makes tests/data/store-NNN.db and .sha256 of this program's newest version. Run by hand, once per version,
// before it is released; never again for a version that was.
#include "storage/chances.h"
#include "storage/golden.h"
#include "storage/schema.h"
#include "storage/sqliteundertest.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace bongsu {

int makeGoldenStore() {
    const int version = int(schema::scripts().size());
    SqliteUnderTest under;
    MemoryContents held;
    Chances chances(1);
    for (int i = 0; i < 60; ++i) {
        const Change change = chances.change(held);
        if (commit(under, change) != held.carryOut(change)) {
            return 1;
        }
    }
    QFile digest(goldenDigest(version));
    if (!backup(under, goldenStore(version)) || !digest.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        std::fputs("they are there already, or BONGSU_SOURCE_DIR is not set\n", stderr);
        return 1;
    }
    digest.write(digestOf(everythingOf(held)) + '\n');
    return 0;
}

} // namespace bongsu

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    return bongsu::makeGoldenStore();
}
