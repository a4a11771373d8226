#include "sync/wire.h"

#include <algorithm>

namespace bongsu {

namespace {

void faultIf(CborReader& in, bool wrong) {
    if (wrong) {
        in.setFault();
    }
}

void writePart(CborWriter& out, const Part& part) {
    out.bytes(part.salt.view()).bytes(part.bytes);
}

Part readPart(CborReader& in) {
    const auto salt = readFixed<Salt>(in);
    return Part{salt, in.bytes()};
}

void writeText(CborWriter& out, const TextPart& text) {
    out.unsignedInteger(quint64(text.state));
    if (text.state == TextPart::State::Present) {
        writePart(out, *text.part);
    } else {
        out.null();
        writeOptionalFixed(out, text.erasedBy);
    }
}

TextPart readText(CborReader& in) {
    const quint64 state = in.unsignedInteger();
    if (state == quint64(TextPart::State::Present)) {
        return TextPart::present(readPart(in));
    }
    faultIf(in, !in.takeNull());
    if (state == quint64(TextPart::State::Erased)) {
        return TextPart::erased(readFixed<EventId>(in));
    }
    faultIf(in, !in.takeNull() || state > quint64(TextPart::State::Erased));
    return state == quint64(TextPart::State::Withheld) ? TextPart::withheld() : TextPart::none();
}

bool fits(const Part& facts, const TextPart& text) {
    return facts.bytes.size() + (text.part ? text.part->bytes.size() : 0) <= limits::partsBytes;
}

qsizetype stringSize(qsizetype bytes) {
    return bytes + (bytes < 24 ? 1 : bytes < 0x100 ? 2 : 3);
}

qsizetype partSize(const Part& part) {
    return stringSize(part.salt.view().size()) + stringSize(part.bytes.size());
}

qsizetype textSize(const TextPart& text) {
    constexpr qsizetype state = 1;
    constexpr qsizetype null = 1;
    return state + (text.part       ? partSize(*text.part)
                    : text.erasedBy ? null + stringSize(EventId::size)
                                    : 2 * null);
}

constexpr qsizetype integerSize = 9; // at most

} // namespace

namespace wire {

void write(CborWriter& out, const Versions& versions) {
    out.unsignedInteger(versions.min).unsignedInteger(versions.max);
}
template <>
Versions readShape(CborReader& in) {
    const quint64 min = in.unsignedInteger();
    return Versions{min, in.unsignedInteger()};
}

void write(CborWriter& out, const SeenPoint& point) {
    bongsu::write(out, std::optional(point));
}
template <>
SeenPoint readShape(CborReader& in) {
    const auto point = readSeenPoint(in);
    faultIf(in, !point || point->seq == 0);
    return point.value_or(SeenPoint{EpochId::zeros(), 0, EntryHash::zeros()});
}

void write(CborWriter& out, const Statement& statement) {
    out.array(2).bytes(statement.bytes).bytes(statement.signature.view());
}
template <>
Statement readShape(CborReader& in) {
    in.arrayOf(2);
    const QByteArray bytes = in.bytes();
    faultIf(in, bytes.size() > std::max(limits::headBytes, limits::refusalBytes));
    return Statement{bytes, readFixed<Signature>(in)};
}

void write(CborWriter& out, const Position& position) {
    out.array(5).bytes(position.log.view());
    out.bytes(position.at.epoch.view()).unsignedInteger(position.at.seq).bytes(position.at.hash.view());
    write(out, position.head);
}
template <>
Position readShape(CborReader& in) {
    in.arrayOf(5);
    const auto log = readFixed<LogId>(in);
    const auto epoch = readFixed<EpochId>(in);
    const quint64 seq = in.unsignedInteger();
    const auto hash = readFixed<EntryHash>(in);
    faultIf(in, seq == 0);
    return Position{log, SeenPoint{epoch, seq, hash}, read<std::optional<Statement>>(in)};
}

void write(CborWriter& out, const KeptEntry& entry) {
    out.array(6).bytes(entry.bytes);
    writePart(out, entry.facts);
    writeText(out, entry.text);
}
template <>
KeptEntry readShape(CborReader& in) {
    in.arrayOf(6);
    QByteArray bytes = in.bytes();
    Part facts = readPart(in);
    TextPart text = readText(in);
    faultIf(in, bytes.size() > limits::entryBytes || !fits(facts, text));
    return KeptEntry{std::move(bytes), std::move(facts), std::move(text)};
}

void write(CborWriter& out, const OfferedEvent& event) {
    out.array(7).bytes(event.offer.event);
    writePart(out, event.offer.facts);
    writeText(out, event.offer.text);
    write(out, event.carried);
}
template <>
OfferedEvent readShape(CborReader& in) {
    in.arrayOf(7);
    QByteArray event = in.bytes();
    Part facts = readPart(in);
    TextPart text = readText(in);
    faultIf(in, event.size() > limits::eventBytes || !fits(facts, text) ||
                    text.state == TextPart::State::Withheld);
    const auto carried = readCarried(in);
    return OfferedEvent{Offer{std::move(event), std::move(facts), std::move(text)}, carried};
}

void write(CborWriter& out, const SealedRest& rest) {
    out.bytes(rest.bytes);
}
template <>
SealedRest readShape(CborReader& in) {
    const QByteArray bytes = in.bytes();
    faultIf(in, bytes.isEmpty() || bytes.size() > limits::spokenRestBytes);
    return SealedRest{bytes};
}

void write(CborWriter& out, const QByteArray& code) {
    out.text(QString::fromLatin1(code));
}
template <>
QByteArray readShape(CborReader& in) {
    const QString code = in.text();
    faultIf(in, code.isEmpty() || code.size() > limits::kindBytes ||
                    !std::all_of(code.begin(), code.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; }));
    return code.toLatin1();
}

void write(CborWriter& out, const QString& words) {
    out.text(words);
}
template <>
QString readShape(CborReader& in) {
    QString words = in.text();
    faultIf(in, words.toUtf8().size() > limits::wordsBytes);
    return words;
}

void write(CborWriter& out, const ChunkBytes& chunk) {
    out.bytes(chunk.bytes);
}
template <>
ChunkBytes readShape(CborReader& in) {
    QByteArray bytes = in.bytes();
    faultIf(in, bytes.isEmpty() || bytes.size() > limits::blobChunkBytes);
    return ChunkBytes{std::move(bytes)};
}

} // namespace wire

qsizetype wireSize(const KeptEntry& entry) {
    return 1 + stringSize(entry.bytes.size()) + partSize(entry.facts) + textSize(entry.text);
}

qsizetype wireSize(const OfferedEvent& event) {
    constexpr qsizetype carried = 1 + 2 * (2 + 32) + 2 * integerSize;
    return 1 + stringSize(event.offer.event.size()) + partSize(event.offer.facts) +
           textSize(event.offer.text) + (event.carried ? carried : 1);
}

qsizetype wireSize(const Position& position) {
    constexpr qsizetype signature = 2 + Signature::size;
    return 1 + 3 * (2 + 32) + integerSize +
           (position.head ? 1 + stringSize(position.head->bytes.size()) + signature : 1);
}

} // namespace bongsu
