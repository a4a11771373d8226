#include "commands/documentfiles.h"

#include "domain/base/limits.h"
#include "files/exportfile.h"
#include "files/files.h"
#include "wording/documentfault.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

} // namespace

Result<QByteArray> documentIn(const QString& path) {
    return files::read(path, limits::documentBytes);
}

void tellFaults(Output& output, const QString& path, const std::vector<DocumentFault>& faults) {
    for (const DocumentFault& fault : faults) {
        const QString text = sentence(fault);
        output.words(path + QStringLiteral(": ") + text);
        output.line({{word("fault"), QJsonObject{{word("file"), path},
                                                 {word("line"), fault.line},
                                                 {word("column"), fault.column},
                                                 {word("code"), word(wordOf(fault.code))},
                                                 {word("text"), text}}}});
    }
}

void refuseFile(const Asked& asked, const QString& path, const std::vector<DocumentFault>& faults) {
    tellFaults(*asked->output, path, faults);
    asked->output->words(NodeCommands::tr("The file was not taken: nothing was published or changed. "
                                          "Correct what is named here, and give it again."));
    asked->done(exitcode::refused);
}

void giveDocument(const Asked& asked, const QByteArray& bytes, QJsonObject line) {
    const QString path = asked->value("o");
    if (path.isEmpty()) {
        line.insert(word("text"), QString::fromUtf8(bytes));
    } else {
        const auto written = exportTo(path, bytes);
        if (!written) {
            asked->fail(written.error());
            return;
        }
        line.insert(word("file"), path);
    }
    line.insert(word("bytes"), qint64(bytes.size()));
    asked->output->line(line);
    asked->done(exitcode::done);
}

} // namespace bongsu
