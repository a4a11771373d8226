// Writes the files of a sample page into a folder, for readers that are not ours: write_page SAMPLE FOLDER.
#include "identity/ed25519.h"
#include "statuspage/bundle.h"
#include "statuspage/pagesamples.h"

#include <QDir>
#include <QFile>

using namespace bongsu;

namespace {

std::optional<PublicPage> sample(const QByteArray& name) {
    static const std::map<QByteArray, PublicPage (*)()> samples{
        {"pangyo", samples::pangyo}, {"pangyo-over", samples::pangyoOver},
        {"quiet", samples::quiet},   {"nothing", samples::nothing},
        {"large", samples::large},   {"hostile", samples::hostile}};
    const auto found = samples.find(name);
    return found == samples.end() ? std::nullopt : std::optional(found->second());
}

} // namespace

int main(int argc, char** argv) {
    const std::optional<PublicPage> page = argc == 3 ? sample(argv[1]) : std::nullopt;
    if (!page) {
        qCritical("write_page pangyo|pangyo-over|quiet|nothing|large|hostile FOLDER");
        return 2;
    }
    const Ed25519Key key(*Seed::tryFrom(QByteArray(32, '\x07')));
    const Bundle bundle = bundleOf(*page, key);
    const QDir folder(QFile::decodeName(argv[2]));
    for (const QString& path : publishingOrder(bundle)) {
        const QString full = folder.filePath(path);
        QFile file(full);
        if (!QDir().mkpath(QFileInfo(full).path()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
            file.write(bundle.at(path)) != bundle.at(path).size()) {
            qCritical("%s cannot be written", qPrintable(full));
            return 1;
        }
        std::puts(qUtf8Printable(path));
    }
    return 0;
}
