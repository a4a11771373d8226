#include "storage/cells.h"

#include "domain/base/cbor_fixed.h"

#include <QtEndian>

#include <algorithm>

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
// Where it lies: a page of a log has thousands of them.
template <class FixedType>
QByteArray rest(QByteArray cell) {
    cell.remove(0, FixedType::size);
    return cell;
}

QByteArray boundTo(Cell cell, QByteArrayView id, QByteArrayView more) {
    QByteArray out(1 + id.size() + more.size(), Qt::Uninitialized);
    out[0] = char(cell);
    std::copy(more.begin(), more.end(), std::copy(id.begin(), id.end(), out.begin() + 1));
    return out;
}
} // namespace

QByteArray bound(Cell cell, QByteArrayView id) {
    return boundTo(cell, id, {});
}

QByteArray boundEntry(const EventId& event, quint64 seq) {
    return boundTo(Cell::Entry, event.view(), bytesOf(seq));
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

std::optional<EntryCell> entryFromCell(QByteArray cell) {
    const auto hash = first<EntryHash>(cell);
    return hash ? std::optional(EntryCell{*hash, rest<EntryHash>(std::move(cell))}) : std::nullopt;
}

std::optional<Part> partFromCell(QByteArray cell) {
    const auto salt = first<Salt>(cell);
    return salt ? std::optional(Part{*salt, rest<Salt>(std::move(cell))}) : std::nullopt;
}

std::optional<TextPart> textFromCell(QByteArray cell) {
    if (cell.isEmpty()) {
        return std::nullopt;
    }
    const auto state = TextPart::State(cell.at(0));
    cell.remove(0, 1);
    switch (state) {
    case TextPart::State::None:
        return cell.isEmpty() ? std::optional(TextPart::none()) : std::nullopt;
    case TextPart::State::Withheld:
        return cell.isEmpty() ? std::optional(TextPart::withheld()) : std::nullopt;
    case TextPart::State::Present: {
        auto part = partFromCell(std::move(cell));
        return part ? std::optional(TextPart::present(std::move(*part))) : std::nullopt;
    }
    case TextPart::State::Erased: {
        const auto by = EventId::tryFrom(cell);
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

std::optional<Statement> statementFromCell(QByteArray cell) {
    const auto signature = first<Signature>(cell);
    return signature ? std::optional(Statement{rest<Signature>(std::move(cell)), *signature}) : std::nullopt;
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
