// The frames of PROTOCOL.md that carry blobs, as values.
#pragma once

#include "domain/base/ids.h"

#include <QByteArray>

#include <tuple>

namespace bongsu {

// A piece of a blob, as bytes.
struct ChunkBytes {
    QByteArray bytes;
};

namespace frame {

struct BlobHave {
    static constexpr quint64 type = 32;
    BlobId blob;
    quint64 size;
    Salt salt;
    static constexpr auto fields() { return std::tuple{&BlobHave::blob, &BlobHave::size, &BlobHave::salt}; }
};
struct BlobWant {
    static constexpr quint64 type = 33;
    BlobId blob;
    quint64 chunk; // the first
    quint64 count;
    static constexpr auto fields() { return std::tuple{&BlobWant::blob, &BlobWant::chunk, &BlobWant::count}; }
};
struct BlobChunk {
    static constexpr quint64 type = 34;
    BlobId blob;
    quint64 chunk;
    ChunkBytes bytes;
    static constexpr auto fields() {
        return std::tuple{&BlobChunk::blob, &BlobChunk::chunk, &BlobChunk::bytes};
    }
};
struct BlobTaken {
    static constexpr quint64 type = 35;
    BlobId blob;
    static constexpr auto fields() { return std::tuple{&BlobTaken::blob}; }
};
struct BlobRefused {
    static constexpr quint64 type = 36;
    BlobId blob;
    QByteArray code;
    static constexpr auto fields() { return std::tuple{&BlobRefused::blob, &BlobRefused::code}; }
};

} // namespace frame

} // namespace bongsu
