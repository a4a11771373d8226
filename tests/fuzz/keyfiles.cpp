// Key files and root key files: as they lie on a disk, and with a body that is anything behind a right check.
#include "fuzzing.h"

#include "domain/base/limits.h"
#include "identity/keyfile.h"
#include "identity/rootfile.h"
#include "identity/secretfile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

constexpr SecretFileKind homeKeys{"BONGSUK1"};
constexpr SecretFileKind rootKey{"BONGSUR1", true};

void readKeys(QByteArrayView given) {
    const auto keys = keysFrom(given);
    if (!keys) {
        requireCode(keys.error());
        return;
    }
    require(given.size() <= limits::secretFileBytes, "no key file is over its limit");
    require(toKeyBytes(*keys) == given, "keys have one encoding");
}

void readRoot(QByteArrayView given) {
    static const QTemporaryDir folder;
    static const QString path = folder.filePath(QStringLiteral("root"));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                file.write(given.data(), given.size()) == given.size(),
            "the file can be written");
    file.close();
    const auto root = loadRootFile(path);
    if (!root) {
        requireCode(root.error());
        return;
    }
    require(given.size() <= limits::secretFileBytes, "no root file is over its limit");
    require(root->key.which == 1 || root->key.which == 2, "there are two root keys");
}

QByteArray whole(const SecretFileKind& kind, QByteArrayView body) {
    constexpr qsizetype framing = 8 + 4 + 32;
    return toSecretBytes(kind, body.first(std::min(body.size(), limits::secretFileBytes - framing)));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const int which = in.choice(4);
    const QByteArrayView given = in.rest();
    switch (which) {
    case 0:
        readKeys(given);
        break;
    case 1:
        readKeys(whole(homeKeys, given));
        break;
    case 2:
        readRoot(given);
        break;
    default:
        readRoot(whole(rootKey, given));
    }
    return 0;
}
