#include "storage/blobs.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

quint64 chunkCount(quint64 size) {
    constexpr auto most = quint64(limits::blobChunkBytes);
    return (size + most - 1) / most;
}

qsizetype chunkSize(quint64 size, quint64 chunk) {
    constexpr auto most = quint64(limits::blobChunkBytes);
    const quint64 before = chunk * most;
    return before >= size ? 0 : qsizetype(std::min(most, size - before));
}

bool makesWayFor(const BlobState& held, const BlobBegun& begun) {
    return !held.event && !held.whole && held.begun.owner != begun.owner;
}

void keepWhole(BlobChanges& changes, const BlobBegun& begun, QByteArrayView bytes) {
    changes.begun.push_back(begun);
    for (quint64 chunk = 0; chunk < chunkCount(begun.size); ++chunk) {
        const QByteArrayView piece =
            bytes.sliced(qsizetype(chunk) * limits::blobChunkBytes, chunkSize(begun.size, chunk));
        changes.chunks.push_back({begun.blob, chunk, piece.toByteArray()});
    }
    changes.whole.push_back(begun.blob);
}

} // namespace bongsu
