#include "cli/output.h"

#include "wording/sentence.h"

#include <QJsonDocument>

#include <cstdio>

namespace bongsu {

namespace {
void put(std::FILE* to, const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), to);
    std::fputc('\n', to);
    std::fflush(to);
}

int exitCodeOf(const Error& error) {
    if (std::holds_alternative<Refusal>(error)) {
        return exitcode::refused;
    }
    const QByteArray code = codeOf(error);
    if (code == failure::noRelay || code == failure::wrongPin || code == failure::blobAway) {
        return exitcode::noRelay;
    }
    return code == failure::locked || code == failure::busy ? exitcode::busy : exitcode::failed;
}
} // namespace

void ConsoleOutput::line(const QJsonObject& object) {
    put(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void ConsoleOutput::words(const QString& text) {
    put(stderr, text.toUtf8());
}

int reportError(Output& output, const Error& error, const QString& id) {
    output.words(sentence(error));
    QJsonObject inner{{QStringLiteral("code"), QString::fromLatin1(codeOf(error))}};
    if (!id.isEmpty()) {
        inner.insert(QStringLiteral("id"), id);
    }
    output.line({{QStringLiteral("error"), inner}});
    return exitCodeOf(error);
}

} // namespace bongsu
