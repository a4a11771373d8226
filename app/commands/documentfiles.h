// Files that people write, read for a command and given out by one.
#pragma once

#include "commands/nodecommands.h"
#include "domain/base/documentfault.h"

#include <QJsonObject>

namespace bongsu {

// At most one byte more than may be: whoever reads it says so.
Result<QByteArray> documentIn(const QString& path);

void tellFaults(Output& output, const QString& path, const std::vector<DocumentFault>& faults);
// The same, and the command is at its end: nothing was taken.
void refuseFile(const Asked& asked, const QString& path, const std::vector<DocumentFault>& faults);

// Into the file that -o names; without one as the line's "text".
void giveDocument(const Asked& asked, const QByteArray& bytes, QJsonObject line);

// What stands in a file, with its bytes; or nothing, and then the command is at its end.
template <class Read>
auto understood(const Asked& asked, const QString& path, const Read& read)
    -> std::optional<std::pair<typename decltype(read(QByteArray()))::value_type, QByteArray>> {
    const auto bytes = documentIn(path);
    if (!bytes) {
        asked->fail(bytes.error());
        return std::nullopt;
    }
    auto value = read(*bytes);
    if (!value) {
        refuseFile(asked, path, value.error());
        return std::nullopt;
    }
    return std::pair{std::move(*value), *bytes};
}

} // namespace bongsu
