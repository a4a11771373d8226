// One command as asked: its words, what may be asked of the network, and where the answer goes.
#pragma once

#include "cli/arguments.h"
#include "cli/output.h"
#include "domain/base/address.h"
#include "domain/base/moment.h"

#include <QByteArrayList>

#include <functional>
#include <memory>

namespace bongsu {

using Exit = std::function<void(int exitCode)>;

struct Request {
    QString command;
    Arguments arguments;
    QByteArrayList input; // the lines of stdin, where a word is "-"
    bool offline = false; // never contact a relay
    Millis wait{5000};    // for "recorded"
    std::optional<Address> relay;
    std::shared_ptr<Output> output;
    Exit done;

    void fail(const Error& error, const QString& id = {}) const { done(reportError(*output, error, id)); }
    QString value(const char* option) const {
        return arguments.value(QString::fromLatin1(option)).value_or(QString());
    }
};
using Asked = std::shared_ptr<const Request>;

// The words before a command's own: --home, --offline, --wait, --relay, --lang, --unlock.
struct Globals {
    QString home;
    QString unlock;
    QString language;
    bool offline = false;
    Millis wait{5000};
    std::optional<Address> relay;
    QStringList rest; // the command and its words
};

// Global options are taken wherever they stand before "--". Nothing, with what is wrong in `fault`.
std::optional<Globals> takeGlobals(const QStringList& words, QString& fault);

// The words with the files in them named from the root: who carries them out may stand in another folder.
QStringList withFilesFromRoot(QStringList words, const Globals& globals);

} // namespace bongsu
