#include "rootcommand.h"

#include "identity/rootfile.h"
#include "identity/secretfile.h"
#include "wiring/relaynode.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace bongsu {

namespace {

// Read back before it is told: this may soon be the only copy.
int exportRoot(const QString& from, const QString& to, Output& output) {
    const auto root = loadRootFile(from);
    if (!root) {
        return reportError(output, root.error());
    }
    if (auto kept = createRootFile(to, root->key); !kept) {
        return reportError(output, kept.error());
    }
    const auto copy = loadRootFile(to);
    if (!copy || copy->key != root->key) {
        return reportError(output, copy ? Error(Failure{failure::disk, to.toUtf8()}) : copy.error());
    }
    output.line({{QStringLiteral("root"), to}, {QStringLiteral("which"), root->key.which}});
    return exitcode::done;
}

int forgetRoots(const RelayFolder& folder, Output& output) {
    int forgotten = 0;
    for (const int which : {1, 2}) {
        const QString file = folder.root(which);
        if (!QFileInfo::exists(file)) {
            continue;
        }
        if (auto erased = eraseSecretFile(file); !erased) {
            return reportError(output, erased.error());
        }
        ++forgotten;
    }
    output.line({{QStringLiteral("forgotten"), forgotten}});
    return exitcode::done;
}

} // namespace

int rootCommand(const Arguments& arguments, const Usage& usage, Output& output) {
    const QString what = arguments.at(0);
    const RelayFolder folder = RelayFolder::at(arguments.at(1), {});
    const auto given = arguments.value(QStringLiteral("which"));
    const int which = given.value_or(QStringLiteral("1")).toInt();
    if (what == QStringLiteral("export") && arguments.count() == 3 && (which == 1 || which == 2)) {
        return exportRoot(folder.root(which), arguments.at(2), output);
    }
    if (what == QStringLiteral("forget") && arguments.count() == 2 && !given) {
        return forgetRoots(folder, output);
    }
    output.words(QCoreApplication::translate("relay", "Usage: %1").arg(usage.line));
    return exitcode::usage;
}

} // namespace bongsu
