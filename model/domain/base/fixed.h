// Byte strings of a fixed length whose type says what they identify, so that no two kinds can be mixed up.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <optional>

namespace bongsu {

// `Tag` only tells types apart. There is no default value: an id exists or is absent (std::optional).
template <class Tag, int N = 32>
class Fixed {
  public:
    static constexpr int size = N;

    Fixed() = delete;

    // Exactly N bytes, else nothing.
    static std::optional<Fixed> tryFrom(QByteArrayView raw) {
        if (raw.size() != N) {
            return std::nullopt;
        }
        Fixed value{Unset{}};
        std::memcpy(value.m_raw.data(), raw.data(), N);
        return value;
    }
    // Exactly 2N lower- or upper-case hex digits, else nothing.
    static std::optional<Fixed> tryFromHex(QStringView hex) {
        const auto isHexDigit = [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        };
        if (hex.size() != 2 * N || !std::all_of(hex.begin(), hex.end(), isHexDigit)) {
            return std::nullopt;
        }
        return tryFrom(QByteArray::fromHex(hex.toLatin1()));
    }
    // For values that were another type of the same length, where the format says they are equal.
    template <class Other>
    static Fixed of(const Fixed<Other, N>& other) {
        return *tryFrom(other.view());
    }
    static Fixed zeros() {
        Fixed value{Unset{}};
        value.m_raw.fill(0);
        return value;
    }

    QByteArrayView view() const { return {m_raw.data(), N}; }
    QByteArray toBytes() const { return view().toByteArray(); }
    QString toHex() const { return QString::fromLatin1(toBytes().toHex()); }

    friend auto operator<=>(const Fixed&, const Fixed&) = default;
    friend bool operator==(const Fixed&, const Fixed&) = default;

    struct Hash {
        // Ids are hashes already: their first bytes are as good as any mix of them.
        std::size_t operator()(const Fixed& id) const {
            std::size_t h = 0;
            std::memcpy(&h, id.m_raw.data(), sizeof h);
            return h;
        }
    };

  private:
    struct Unset {};
    explicit Fixed(Unset) {}

    // Unsigned: "the smaller id" must be the same one on a machine whose char is unsigned.
    std::array<unsigned char, N> m_raw;
};

} // namespace bongsu
