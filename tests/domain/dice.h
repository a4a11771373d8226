// Random values of every type that the format has, all from one seed.
#pragma once

#include "domain/base/limits.h"
#include "domain/base/nfc.h"
#include "domain/event/fields.h"

#include <QStringList>

#include <array>
#include <random>

namespace bongsu {

class Dice {
  public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    quint64 below(quint64 n) { return m_random() % n; }
    bool coin() { return below(2) == 0; }
    template <class List>
    auto oneOf(const List& list) {
        return list[typename List::size_type(below(quint64(list.size())))];
    }

    QByteArray bytes(quint64 count) {
        QByteArray out;
        for (quint64 i = 0; i < count; ++i) {
            out += char(below(256));
        }
        return out;
    }

    // Often at the edges of the encoding's widths.
    quint64 number() {
        static constexpr std::array<quint64, 14> edges{
            0,          1,  23, 24, 255, 256, 65535, 65536, 0xffffffff, 0x100000000, (1ULL << 53) - 1,
            1ULL << 53, 10, 100};
        return coin() ? oneOf(edges) : below((1ULL << 53) + 1);
    }

    QString text() {
        static const QStringList pieces{QStringLiteral("판교"),
                                        QStringLiteral("화재"),
                                        QStringLiteral("a"),
                                        QStringLiteral(" "),
                                        QStringLiteral("é"),
                                        QStringLiteral("e\u0301"),
                                        QStringLiteral("\u1112\u1161\u11ab"),
                                        QString::fromUtf8("🔥"),
                                        QStringLiteral("\n"),
                                        QStringLiteral("\ufeff"),
                                        QString(QChar(0)),
                                        QString::fromUtf8("𝅗𝅥"),
                                        QStringLiteral("ﬀ"),
                                        QStringLiteral("12"),
                                        QStringLiteral("\u0301")};
        QString text;
        for (quint64 left = below(7); left > 0; --left) {
            text += oneOf(pieces);
        }
        return toNfc(text);
    }

    // A value of T: a body's every field, and optional ones half of the time.
    template <class T>
    T value() {
        using namespace fields;
        if constexpr (IsOptional<T>::value) {
            return coin() ? T(value<typename T::value_type>()) : T();
        } else if constexpr (IsVector<T>::value) {
            T list;
            for (quint64 left = below(16) == 0 ? quint64(limits::listItems) : below(4); left > 0; --left) {
                list.push_back(value<typename T::value_type>());
            }
            return list;
        } else if constexpr (IsFixed<T>::value) {
            return *T::tryFrom(bytes(T::size));
        } else if constexpr (std::is_same_v<T, QString>) {
            return text();
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            return bytes(below(40));
        } else if constexpr (std::is_same_v<T, bool>) {
            return coin();
        } else if constexpr (std::is_same_v<T, Moment>) {
            return Moment(Millis(qint64(number())));
        } else if constexpr (HasFields<T>) {
            T body{};
            std::apply(
                [&](const auto&... f) {
                    ((body.*f.member = value<std::remove_cvref_t<decltype(body.*f.member)>>()), ...);
                },
                T::fields());
            return body;
        } else if constexpr (std::is_enum_v<T>) {
            return T(1 + below(quint64(T::Last)));
        } else {
            static_assert(std::is_same_v<T, quint64>);
            return number();
        }
    }

    // One to three bytes changed, put in, left out, or a piece doubled or cut off.
    QByteArray mutated(QByteArray data) {
        for (quint64 left = 1 + below(3); left > 0 && !data.isEmpty(); --left) {
            const auto at = qsizetype(below(quint64(data.size())));
            switch (below(5)) {
            case 0:
                data[at] = char(below(256));
                break;
            case 1:
                data.insert(at, char(below(256)));
                break;
            case 2:
                data.remove(at, 1 + qsizetype(below(3)));
                break;
            case 3:
                data.insert(at, data.mid(at, qsizetype(below(12))));
                break;
            default:
                data[at] = char(data[at] ^ (1 << below(8)));
            }
        }
        return data;
    }

  private:
    std::mt19937_64 m_random;
};

// Whether two values are the same, field by field: most bodies have no == of their own.
template <class T>
bool isSame(const T& a, const T& b) {
    if constexpr (fields::IsOptional<T>::value) {
        return a.has_value() == b.has_value() && (!a || isSame(*a, *b));
    } else if constexpr (fields::IsVector<T>::value) {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                                  [](const auto& x, const auto& y) { return isSame(x, y); });
    } else if constexpr (fields::HasFields<T>) {
        return std::apply([&](const auto&... f) { return (isSame(a.*f.member, b.*f.member) && ...); },
                          T::fields());
    } else {
        return a == b;
    }
}

// Calls `look(altered)` for each byte of `data` changed: each bit of it, and a few together.
template <class Look>
void eachAlteredByte(const QByteArray& data, const Look& look) {
    for (qsizetype at = 0; at < data.size(); ++at) {
        QByteArray altered = data;
        for (const int flip : {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff, 0x7f, 0x03, 0x18}) {
            altered[at] = char(data[at] ^ flip);
            look(altered);
        }
    }
}

} // namespace bongsu
