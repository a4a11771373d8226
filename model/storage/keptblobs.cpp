#include "storage/keptblobs.h"

#include "storage/statements.h"

#include <algorithm>

namespace bongsu {

namespace {
tl::unexpected<Error> corruptBlob(QByteArrayView blob) {
    return fail(failure::corrupt, "blob " + blob.toByteArray().toHex());
}

QByteArray boundState(const BlobState& state) {
    return boundBlob(state.begun.blob, state.log.value_or(LogId::zeros()),
                     state.event.value_or(EventId::zeros()));
}

// NULL where it is absent.
template <class Id>
QVariant columnOf(const std::optional<Id>& id) {
    return id ? QVariant(id->toBytes()) : QVariant(QMetaType(QMetaType::QByteArray));
}
} // namespace

// Columns: number, blob, log, event, sealed, chunks held.
Result<KeptBlobs::Held> KeptBlobs::read(const Row& row) {
    const auto blob = BlobId::tryFrom(row.bytes(1));
    const auto event = EventId::tryFrom(row.bytes(3));
    if (!blob || (!event && !row.bytes(3).isEmpty())) {
        return corruptBlob(row.bytes(1));
    }
    std::optional<LogId> log;
    if (event) {
        const auto named = m_logs.at(row.integer(2));
        if (!named) {
            return errorOf(named);
        }
        log = (*named)->log;
    }
    const auto plain = sealer().open(
        row.bytes(4), boundBlob(*blob, log.value_or(LogId::zeros()), event.value_or(EventId::zeros())));
    const auto cell = plain ? blobFromCell(*plain) : std::nullopt;
    if (!cell || quint64(row.integer(5)) != cell->chunks) {
        return corruptBlob(blob->view());
    }
    return Held{row.integer(0), BlobState{{*blob, cell->size, cell->salt, cell->owner, cell->since},
                                          cell->chunks,
                                          cell->whole,
                                          cell->sent,
                                          log,
                                          event}};
}

Result<std::vector<BlobState>> KeptBlobs::all() {
    std::vector<BlobState> all;
    const auto done = m_connection.each(statements::selectBlobs, {}, [&](const Row& row) -> Result<bool> {
        auto held = read(row);
        if (!held) {
            return errorOf(held);
        }
        all.push_back(std::move(held->state));
        return true;
    });
    if (!done) {
        return errorOf(done);
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.begun.blob < b.begun.blob; });
    return all;
}

Result<std::optional<KeptBlobs::Held>> KeptBlobs::held(const BlobId& blob) {
    std::optional<Held> found;
    const auto done =
        m_connection.each(statements::selectBlob, {blob.toBytes()}, [&](const Row& row) -> Result<bool> {
            auto held = read(row);
            if (!held) {
                return errorOf(held);
            }
            found = std::move(*held);
            return false;
        });
    if (!done) {
        return errorOf(done);
    }
    return found;
}

Result<std::optional<BlobState>> KeptBlobs::find(const BlobId& blob) {
    const auto found = held(blob);
    if (!found) {
        return errorOf(found);
    }
    return *found ? std::optional((*found)->state) : std::nullopt;
}

Result<std::optional<QByteArray>> KeptBlobs::chunk(const BlobId& blob, quint64 chunk) {
    const auto sealed = m_connection.bytesOf(statements::selectBlobChunk, {blob.toBytes(), qint64(chunk)});
    if (!sealed) {
        return errorOf(sealed);
    }
    if (!*sealed) {
        return missing(blob, chunk);
    }
    auto plain = sealer().open(**sealed, boundChunk(blob, chunk));
    if (!plain) {
        return corruptBlob(blob.view());
    }
    return std::optional(std::move(*plain));
}

// One that the blob's own cell counts as held was lost behind the store's back.
Result<std::optional<QByteArray>> KeptBlobs::missing(const BlobId& blob, quint64 chunk) {
    const auto state = find(blob);
    if (!state) {
        return errorOf(state);
    }
    if (*state && chunk < (*state)->chunks) {
        return corruptBlob(blob.view());
    }
    return std::optional<QByteArray>();
}

Outcome KeptBlobs::begin(const BlobBegun& begun) {
    const auto found = held(begun.blob);
    if (!found) {
        return errorOf(found);
    }
    if (*found && makesWayFor((*found)->state, begun)) {
        if (auto dropped = drop(begun.blob); !dropped) {
            return dropped;
        }
    }
    const BlobState state{begun};
    const auto inserted = m_connection.insert(
        statements::insertBlob, {begun.blob.toBytes(), sealer().seal(toCell(state), boundState(state))});
    return inserted ? Outcome() : errorOf(inserted);
}

Outcome KeptBlobs::keep(const Held& held) {
    QVariant log = QVariant(QMetaType(QMetaType::LongLong));
    if (held.state.log) {
        const auto kept = m_logs.findOrAdd(*held.state.log);
        if (!kept) {
            return errorOf(kept);
        }
        log = (*kept)->number;
    }
    return m_connection.run(statements::updateBlob,
                            {log, columnOf(held.state.event),
                             sealer().seal(toCell(held.state), boundState(held.state)), held.number});
}

Outcome KeptBlobs::add(const BlobChunk& chunk) {
    auto found = held(chunk.blob);
    if (!found) {
        return errorOf(found);
    }
    const bool isNext = *found && !(*found)->state.whole && (*found)->state.chunks == chunk.chunk &&
                        chunk.bytes.size() == chunkSize((*found)->state.begun.size, chunk.chunk) &&
                        !chunk.bytes.isEmpty();
    if (!isNext) {
        return {};
    }
    ++(*found)->state.chunks;
    return m_connection
        .run(statements::insertBlobChunk, {(*found)->number, qint64(chunk.chunk),
                                           sealer().seal(chunk.bytes, boundChunk(chunk.blob, chunk.chunk))})
        .and_then([&](auto) { return keep(**found); });
}

Outcome KeptBlobs::name(const BlobNaming& naming) {
    auto found = held(naming.blob);
    if (!found || !*found) {
        return found ? Outcome() : errorOf(found);
    }
    (*found)->state.log = naming.log;
    (*found)->state.event = naming.event;
    return keep(**found);
}

Outcome KeptBlobs::setWhole(const BlobId& blob) {
    auto found = held(blob);
    if (!found || !*found) {
        return found ? Outcome() : errorOf(found);
    }
    (*found)->state.whole = (*found)->state.chunks == chunkCount((*found)->state.begun.size);
    return keep(**found);
}

Outcome KeptBlobs::setSent(const BlobId& blob) {
    auto found = held(blob);
    if (!found || !*found) {
        return found ? Outcome() : errorOf(found);
    }
    (*found)->state.sent = true;
    return keep(**found);
}

Outcome KeptBlobs::drop(const BlobId& blob) {
    return dropRows(statements::selectBlobNumber, {blob.toBytes()});
}

Outcome KeptBlobs::dropNamedBy(const EventId& event) {
    return dropRows(statements::selectBlobsOfEvent, {event.toBytes()});
}

Outcome KeptBlobs::dropOrphansOf(const KeptLog& log) {
    return dropRows(statements::selectOrphanedBlobs, {log.number});
}

Outcome KeptBlobs::dropRows(const char* select, const QVariantList& values) {
    std::vector<qint64> numbers;
    auto done = m_connection.each(select, values, [&](const Row& row) {
        numbers.push_back(row.integer(0));
        return true;
    });
    for (const qint64 number : numbers) {
        m_hasDropped = true;
        done = done.and_then([&](auto) { return m_connection.run(statements::deleteBlobChunks, {number}); })
                   .and_then([&](auto) { return m_connection.run(statements::deleteBlob, {number}); });
    }
    return done;
}

} // namespace bongsu
