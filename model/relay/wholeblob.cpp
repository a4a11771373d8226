#include "relay/wholeblob.h"

#include "domain/incident/attachment.h"

namespace bongsu {

namespace {

void collect(EventStore& store, const BlobBegun& begun, quint64 chunk,
             const std::shared_ptr<QByteArray>& bytes, EventStore::Done<QByteArray> done) {
    if (quint64(bytes->size()) >= begun.size) {
        const bool isIt = blobIdOf(begun.salt, *bytes) == begun.blob;
        done(isIt ? Result<QByteArray>(*bytes)
                  : refuse(refusal::blobMismatch, begun.blob.toHex().toLatin1()));
        return;
    }
    store.blobChunk(begun.blob, chunk,
                    [&store, begun, chunk, bytes, done](const Result<std::optional<QByteArray>>& piece) {
                        if (!piece || !*piece || (*piece)->isEmpty()) {
                            done(piece ? fail(failure::blobMissing) : errorOf(piece));
                            return;
                        }
                        bytes->append(**piece);
                        collect(store, begun, chunk + 1, bytes, done);
                    });
}

} // namespace

void readWholeBlob(EventStore& store, const BlobId& blob, EventStore::Done<QByteArray> done) {
    store.blob(blob, [&store, done = std::move(done)](const Result<std::optional<BlobState>>& state) {
        if (!state || !*state || !(*state)->whole) {
            done(state ? fail(failure::blobMissing) : errorOf(state));
            return;
        }
        collect(store, (*state)->begun, 0, std::make_shared<QByteArray>(), done);
    });
}

} // namespace bongsu
