#include "storage/cells.h"

#include "domain/base/cbor_fixed.h"

#include <QtEndian>

namespace bongsu {

namespace {
QByteArray bytesOf(quint64 number) {
    QByteArray out(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, out.data());
    return out;
}

void write(CborWriter& out, const std::optional<Statement>& statement) {
    if (!statement) {
        out.null();
        return;
    }
    out.array(2).bytes(statement->bytes).bytes(statement->signature.view());
}

std::optional<Statement> readStatement(CborReader& in) {
    if (in.takeNull()) {
        return std::nullopt;
    }
    in.arrayOf(2);
    QByteArray bytes = in.bytes();
    return Statement{std::move(bytes), readFixed<Signature>(in)};
}

// A Fixed value in front of the rest.
template <class FixedType>
std::optional<FixedType> first(QByteArrayView cell) {
    return cell.size() < FixedType::size ? std::nullopt : FixedType::tryFrom(cell.first(FixedType::size));
}
template <class FixedType>
QByteArray rest(QByteArrayView cell) {
    return cell.sliced(FixedType::size).toByteArray();
}
} // namespace

QByteArray bound(Cell cell, QByteArrayView id) {
    QByteArray out(1, char(cell));
    return out.append(id);
}

QByteArray boundEntry(const EventId& event, quint64 seq) {
    return bound(Cell::Entry, event.view()) + bytesOf(seq);
}

QByteArray boundBlob(const BlobId& blob, const LogId& log, const EventId& event) {
    return bound(Cell::Blob, blob.view()) + log.toBytes() + event.toBytes();
}

QByteArray boundChunk(const BlobId& blob, quint64 chunk) {
    return bound(Cell::Chunk, blob.view()) + bytesOf(chunk);
}

QByteArray toCell(const EntryCell& entry) {
    return entry.hash.toBytes() + entry.bytes;
}
QByteArray toCell(const Part& part) {
    return part.salt.toBytes() + part.bytes;
}
QByteArray toCell(const TipCell& tip) {
    return bytesOf(tip.seq) + tip.hash.toBytes();
}
QByteArray toCell(const Statement& statement) {
    return statement.signature.toBytes() + statement.bytes;
}

QByteArray toCell(const TextPart& text) {
    const QByteArray state(1, char(text.state));
    switch (text.state) {
    case TextPart::State::Present:
        return state + toCell(*text.part);
    case TextPart::State::Erased:
        return state + text.erasedBy->toBytes();
    case TextPart::State::None:
    case TextPart::State::Withheld:
        break;
    }
    return state;
}

QByteArray toCell(const OwnCell& own) {
    CborWriter out;
    out.array(3).bytes(own.event);
    write(out, own.refusal);
    write(out, own.carried);
    return out.take();
}

QByteArray toCell(const BlobState& state) {
    CborWriter out;
    out.array(7).unsignedInteger(state.begun.size).bytes(state.begun.salt.view());
    out.bytes(state.begun.owner.view());
    writeMoment(out, state.begun.since);
    out.unsignedInteger(state.chunks).boolean(state.whole).boolean(state.sent);
    return out.take();
}

std::optional<EntryCell> entryFromCell(QByteArrayView cell) {
    const auto hash = first<EntryHash>(cell);
    return hash ? std::optional(EntryCell{*hash, rest<EntryHash>(cell)}) : std::nullopt;
}

std::optional<Part> partFromCell(QByteArrayView cell) {
    const auto salt = first<Salt>(cell);
    return salt ? std::optional(Part{*salt, rest<Salt>(cell)}) : std::nullopt;
}

std::optional<TextPart> textFromCell(QByteArrayView cell) {
    if (cell.isEmpty()) {
        return std::nullopt;
    }
    const QByteArrayView more = cell.sliced(1);
    switch (TextPart::State(cell[0])) {
    case TextPart::State::None:
        return more.isEmpty() ? std::optional(TextPart::none()) : std::nullopt;
    case TextPart::State::Withheld:
        return more.isEmpty() ? std::optional(TextPart::withheld()) : std::nullopt;
    case TextPart::State::Present: {
        auto part = partFromCell(more);
        return part ? std::optional(TextPart::present(std::move(*part))) : std::nullopt;
    }
    case TextPart::State::Erased: {
        const auto by = EventId::tryFrom(more);
        return by ? std::optional(TextPart::erased(*by)) : std::nullopt;
    }
    }
    return std::nullopt;
}

std::optional<OwnCell> ownFromCell(QByteArrayView cell) {
    CborReader in(cell);
    in.arrayOf(3);
    OwnCell own{in.bytes(), {}, {}};
    own.refusal = readStatement(in);
    own.carried = readCarried(in);
    return in.finished() ? std::optional(std::move(own)) : std::nullopt;
}

std::optional<TipCell> tipFromCell(QByteArrayView cell) {
    if (cell.size() != qsizetype(sizeof(quint64)) + EntryHash::size) {
        return std::nullopt;
    }
    return TipCell{qFromBigEndian<quint64>(cell.data()), *EntryHash::tryFrom(cell.last(EntryHash::size))};
}

std::optional<Statement> statementFromCell(QByteArrayView cell) {
    const auto signature = first<Signature>(cell);
    return signature ? std::optional(Statement{rest<Signature>(cell), *signature}) : std::nullopt;
}

std::optional<BlobCell> blobFromCell(QByteArrayView cell) {
    CborReader in(cell);
    in.arrayOf(7);
    const quint64 size = in.unsignedInteger();
    const auto salt = readFixed<Salt>(in);
    const auto owner = readFixed<DeviceId>(in);
    const Moment since = readMoment(in);
    const quint64 chunks = in.unsignedInteger();
    const bool whole = in.boolean();
    const bool sent = in.boolean();
    return in.finished() ? std::optional(BlobCell{size, salt, owner, since, chunks, whole, sent})
                         : std::nullopt;
}

} // namespace bongsu
