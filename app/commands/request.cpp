#include "commands/request.h"

#include "wiring/node.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace bongsu {

namespace {

constexpr int longestWaitSeconds = 86'400;

bool takeValue(Globals& globals, const QString& option, const QString& value, QString& fault) {
    if (option == QStringLiteral("--home")) {
        globals.home = value;
    } else if (option == QStringLiteral("--unlock")) {
        globals.unlock = value;
    } else if (option == QStringLiteral("--lang")) {
        globals.language = value;
    } else if (option == QStringLiteral("--wait")) {
        bool ok = false;
        const int seconds = value.toInt(&ok);
        globals.wait = std::chrono::seconds(seconds);
        if (!ok || seconds < 0 || seconds > longestWaitSeconds) {
            fault = QCoreApplication::translate("arguments", "%1 takes whole seconds").arg(option);
        }
    } else {
        globals.relay = addressFromText(value);
        if (!globals.relay) {
            fault = QCoreApplication::translate("arguments", "%1 takes HOST:PORT").arg(option);
        }
    }
    return fault.isEmpty();
}

// The words that name files where they stand by themselves.
QStringList filesIn(const QStringList& words) {
    static const QStringList records{QStringLiteral("import"), QStringLiteral("attach")};
    static const QStringList documents{QStringLiteral("services"), QStringLiteral("manual"),
                                       QStringLiteral("roster"), QStringLiteral("committee"),
                                       QStringLiteral("retro")};
    static const QStringList reading{QStringLiteral("check"), QStringLiteral("publish"),
                                     QStringLiteral("import")};
    if (records.contains(words.value(0))) {
        return {words.value(2)};
    }
    if (words.value(0) == u"retro" && (words.value(1) == u"edit" || words.value(1) == u"issue")) {
        const QString file = words.value(words.value(1) == u"edit" ? 4 : 3);
        return file == u"-" ? QStringList() : QStringList(file);
    }
    if (words.value(0) == u"notice" && reading.contains(words.value(1))) { // behind the kind of file
        return words.mid(3);
    }
    return documents.contains(words.value(0)) && reading.contains(words.value(1)) ? words.mid(2)
                                                                                  : QStringList();
}

} // namespace

std::optional<Globals> takeGlobals(const QStringList& words, QString& fault) {
    static const QStringList withValue{QStringLiteral("--home"), QStringLiteral("--unlock"),
                                       QStringLiteral("--lang"), QStringLiteral("--wait"),
                                       QStringLiteral("--relay")};
    Globals globals;
    globals.home = HomeFolder::usualPath();
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == QStringLiteral("--")) {
            globals.rest += words.mid(i);
            break;
        }
        if (words[i] == QStringLiteral("--offline")) {
            globals.offline = true;
        } else if (!withValue.contains(words[i])) {
            globals.rest.append(words[i]);
        } else if (i + 1 >= words.size()) {
            fault = QCoreApplication::translate("arguments", "%1 needs a value").arg(words[i]);
            return std::nullopt;
        } else if (!takeValue(globals, words[i], words[i + 1], fault)) {
            return std::nullopt;
        } else {
            ++i;
        }
    }
    return globals;
}

QStringList withFilesFromRoot(QStringList words, const Globals& globals) {
    static const QStringList options{QStringLiteral("-o"), QStringLiteral("--root"),
                                     QStringLiteral("--services"), QStringLiteral("--report"),
                                     QStringLiteral("--template")};
    const auto fromRoot = [](const QString& path) { return QFileInfo(path).absoluteFilePath(); };
    const QStringList files = filesIn(globals.rest);
    for (qsizetype i = 0; i < words.size() && words[i] != QStringLiteral("--"); ++i) {
        const QString option = words[i].section(QLatin1Char('='), 0, 0);
        if (options.contains(words[i]) && i + 1 < words.size()) {
            ++i;
            words[i] = fromRoot(words[i]);
        } else if (options.contains(option)) {
            words[i] = option + QLatin1Char('=') + fromRoot(words[i].mid(option.size() + 1));
        } else if (words[i] == QStringLiteral("--reason")) {
            ++i; // what follows is said, not read
        } else if (files.contains(words[i])) {
            words[i] = fromRoot(words[i]);
        }
    }
    return words;
}

} // namespace bongsu
