#include "domain/base/sha256.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace bongsu {

QByteArray sha256Portably(QByteArrayView first, std::initializer_list<QByteArrayView> pieces) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(first);
    for (const QByteArrayView piece : pieces) {
        hash.addData(piece);
    }
    return hash.result();
}

#if defined(__x86_64__)

namespace {

constexpr std::size_t blockBytes = 64;

alignas(16) constexpr std::array<quint32, 64> roundConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

bool hasInstructions() {
    unsigned int a = 0;
    unsigned int b = 0;
    unsigned int c = 0;
    unsigned int d = 0;
    const bool hasShuffles =
        __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0;
    return hasShuffles && __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

// The eight words as the instructions hold them: a b e f in one register, c d g h in the other.
struct State {
    __m128i abef;
    __m128i cdgh;
};

__attribute__((target("sha,sse4.1"))) void compress(State& state, const char* blocks, std::size_t count) {
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    for (; count > 0; --count, blocks += blockBytes) {
        const State before = state;
        __m128i words[4]; // the last sixteen of the schedule
#pragma GCC unroll 16
        for (std::size_t four = 0; four < 16; ++four) {
            __m128i& newest = words[four % 4];
            if (four < 4) {
                newest = _mm_shuffle_epi8(
                    _mm_loadu_si128(reinterpret_cast<const __m128i*>(blocks + four * sizeof(__m128i))),
                    bigEndian);
            } else {
                const __m128i& last = words[(four + 3) % 4];
                const __m128i sevenBack = _mm_alignr_epi8(last, words[(four + 2) % 4], 4);
                newest = _mm_sha256msg2_epu32(
                    _mm_add_epi32(_mm_sha256msg1_epu32(newest, words[(four + 1) % 4]), sevenBack), last);
            }
            const __m128i* constants = reinterpret_cast<const __m128i*>(roundConstants.data()) + four;
            const __m128i added = _mm_add_epi32(newest, _mm_load_si128(constants));
            state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, added);
            state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh, _mm_shuffle_epi32(added, 0x0e));
        }
        state.abef = _mm_add_epi32(state.abef, before.abef);
        state.cdgh = _mm_add_epi32(state.cdgh, before.cdgh);
    }
}

class Hashing {
  public:
    void add(QByteArrayView bytes) {
        m_total += quint64(bytes.size());
        if (m_held > 0) {
            const qsizetype more = std::min<qsizetype>(bytes.size(), qsizetype(blockBytes - m_held));
            std::copy_n(bytes.data(), more, m_block.data() + m_held);
            m_held += std::size_t(more);
            bytes = bytes.sliced(more);
            if (m_held < blockBytes) {
                return;
            }
            compress(m_state, m_block.data(), 1);
        }
        const std::size_t whole = std::size_t(bytes.size()) / blockBytes;
        compress(m_state, bytes.data(), whole);
        bytes = bytes.sliced(qsizetype(whole * blockBytes));
        std::copy_n(bytes.data(), bytes.size(), m_block.data());
        m_held = std::size_t(bytes.size());
    }

    QByteArray result() {
        const quint64 bits = m_total * 8;
        constexpr std::array<char, blockBytes> padding{char(0x80)};
        const std::size_t upToLength = (m_held < 56 ? 56 : 120) - m_held;
        add(QByteArrayView(padding.data(), qsizetype(upToLength)));
        std::array<char, sizeof bits> length;
        qToBigEndian(bits, length.data());
        add(QByteArrayView(length.data(), qsizetype(length.size())));
        // From the lowest lane up: f e b a and h g d c.
        std::array<quint32, 4> abef;
        std::array<quint32, 4> cdgh;
        std::memcpy(abef.data(), &m_state.abef, sizeof abef);
        std::memcpy(cdgh.data(), &m_state.cdgh, sizeof cdgh);
        QByteArray digest(32, Qt::Uninitialized);
        qToBigEndian<quint32>(
            std::array{abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]}.data(), 8,
            digest.data());
        return digest;
    }

  private:
    State m_state{_mm_set_epi32(0x6a09e667, int(0xbb67ae85), 0x510e527f, int(0x9b05688c)),
                  _mm_set_epi32(0x3c6ef372, int(0xa54ff53a), 0x1f83d9ab, 0x5be0cd19)};
    std::array<char, blockBytes> m_block{};
    std::size_t m_held = 0;
    quint64 m_total = 0;
};

} // namespace

QByteArray sha256Of(QByteArrayView first, std::initializer_list<QByteArrayView> pieces) {
    static const bool isQuick = hasInstructions();
    if (!isQuick) {
        return sha256Portably(first, pieces);
    }
    Hashing hashing;
    hashing.add(first);
    for (const QByteArrayView piece : pieces) {
        hashing.add(piece);
    }
    return hashing.result();
}

#else

QByteArray sha256Of(QByteArrayView first, std::initializer_list<QByteArrayView> pieces) {
    return sha256Portably(first, pieces);
}

#endif

} // namespace bongsu
