// One way to ask the program about bytes, whatever they claim to be.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace bongsu::vectors {

// The bytes as the program would write what it read; nothing if it refuses them. `what`: cbor, header, event,
// entry (with its event), head, refusal, text, or the facts of a kind by its name.
std::optional<QByteArray> readAgain(const QString& what, const QByteArray& bytes);

} // namespace bongsu::vectors
