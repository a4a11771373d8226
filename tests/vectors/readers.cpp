#include "vectors/readers.h"

#include "domain/base/cbor.h"
#include "domain/event/facts.h"
#include "domain/event/text.h"
#include "domain/log/entry.h"
#include "domain/log/statement.h"

#include <map>

namespace bongsu::vectors {

namespace {

using Read = std::optional<QByteArray>;

template <class Decoded>
Read again(const Decoded& decoded) {
    return decoded ? Read(encode(*decoded)) : std::nullopt;
}

Read readValue(const QByteArray& bytes) {
    CborReader in(bytes);
    in.skip();
    return in.finished() ? Read(bytes) : std::nullopt;
}
Read readHeader(const QByteArray& bytes) {
    return again(decodeHeader(bytes));
}
Read readEvent(const QByteArray& bytes) {
    const auto event = decodeEvent(bytes);
    if (!event) {
        return std::nullopt;
    }
    CborWriter out;
    out.array(2).bytes(encode(event->header)).bytes(event->signature.view());
    return out.take();
}
Read readEntry(const QByteArray& bytes) {
    const auto entry = decodeEntry(bytes);
    return entry && readEvent(entry->event) ? again(entry) : std::nullopt;
}
Read readHead(const QByteArray& bytes) {
    return again(decodeHead(bytes));
}
Read readRefusal(const QByteArray& bytes) {
    return again(decodeRefusal(bytes));
}
Read readText(const QByteArray& bytes) {
    const auto text = decodeBody<Text>(bytes);
    return text ? Read(encodeBody(*text)) : std::nullopt;
}
Read readFacts(const QString& kind, const QByteArray& bytes) {
    const Facts facts = decodeFacts(kind.toLatin1(), 1, bytes);
    const bool isRead = !std::holds_alternative<MalformedFacts>(facts) &&
                        !std::holds_alternative<UnknownFacts>(facts) && isCanonicalMap(bytes);
    return isRead ? Read(encodeFacts(facts)) : std::nullopt;
}

} // namespace

std::optional<QByteArray> readAgain(const QString& what, const QByteArray& bytes) {
    static const std::map<QString, Read (*)(const QByteArray&)> readers{
        {QStringLiteral("cbor"), readValue},  {QStringLiteral("header"), readHeader},
        {QStringLiteral("event"), readEvent}, {QStringLiteral("entry"), readEntry},
        {QStringLiteral("head"), readHead},   {QStringLiteral("refusal"), readRefusal},
        {QStringLiteral("text"), readText}};
    const auto reader = readers.find(what);
    return reader == readers.end() ? readFacts(what, bytes) : reader->second(bytes);
}

} // namespace bongsu::vectors
