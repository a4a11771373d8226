// What the fuzzers have in common: an input taken apart, and laws that hold whatever the bytes are.
#pragma once

#include "domain/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// libFuzzer's entry, and that of the plain driver (kept.cpp).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace bongsu::fuzzing {

// A law that does not hold ends the process: whoever runs it keeps the input.
inline void require(bool holds, const char* law) {
    if (!holds) {
        std::fprintf(stderr, "the law is broken: %s\n", law);
        std::abort();
    }
}

inline void requireCode(const Error& error) {
    require(!codeOf(error).isEmpty(), "what is refused has a code");
}

// An input from its front to its end.
class Input {
  public:
    Input(const std::uint8_t* data, std::size_t size)
        : m_left(reinterpret_cast<const char*>(data), qsizetype(size)) {}

    // A number below `many`, of one byte; 0 where there is none left.
    int choice(int many) {
        const QByteArrayView one = take(1);
        return one.isEmpty() ? 0 : int(quint8(one.front())) % many;
    }
    // Fewer where there are not so many left.
    QByteArrayView take(qsizetype count) {
        const QByteArrayView piece = m_left.first(std::min(count, m_left.size()));
        m_left = m_left.sliced(piece.size());
        return piece;
    }
    // So many as the two bytes in front say.
    QByteArrayView piece() {
        qsizetype count = choice(256) * 256;
        count += choice(256);
        return take(count);
    }
    QByteArrayView rest() { return take(m_left.size()); }
    QString text() { return QString::fromUtf8(rest()); }
    bool isEmpty() const { return m_left.isEmpty(); }

  private:
    QByteArrayView m_left;
};

} // namespace bongsu::fuzzing
