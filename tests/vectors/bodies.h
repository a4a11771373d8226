// Examples of any body, made from its own list of fields: filled, as JSON, and in every way a little wrong.
#pragma once

#include "domain/event/fields.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace bongsu::vectors {

// Counts up, so that every value of an example differs from the others and is the same in every run.
class Filler {
  public:
    enum class Style { Full, Minimal };
    explicit Filler(Style style) : m_style(style) {}

    template <class T>
    void fill(T& value) {
        if constexpr (fields::IsOptional<T>::value) {
            if (m_style == Style::Full) {
                fill(value.emplace(made<typename T::value_type>()));
            }
        } else if constexpr (fields::IsVector<T>::value) {
            for (int i = 0; i < (m_style == Style::Full ? 2 : 0); ++i) {
                value.push_back(made<typename T::value_type>());
                fill(value.back());
            }
        } else if constexpr (fields::IsFixed<T>::value) {
            value = *T::tryFrom(QByteArray(T::size, char(++m_count)));
        } else if constexpr (std::is_same_v<T, QString>) {
            value = QString::fromUtf8(u8"판교 ") + QString::number(++m_count);
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            value = QByteArray(3, char(++m_count));
        } else if constexpr (std::is_same_v<T, bool>) {
            value = m_style == Style::Full;
        } else if constexpr (std::is_same_v<T, Moment>) {
            value = Moment(Millis(1'665'814'740'000 + ++m_count));
        } else if constexpr (fields::HasFields<T>) {
            std::apply([&](const auto&... f) { (fill(value.*f.member), ...); }, T::fields());
        } else if constexpr (std::is_enum_v<T>) {
            value = m_style == Style::Full ? T::Last : T(1);
        } else {
            value = m_style == Style::Full ? limits::largestInteger - quint64(++m_count) : 0;
        }
    }

  private:
    template <class T>
    static T made() {
        if constexpr (fields::IsFixed<T>::value) {
            return T::zeros();
        } else {
            return T{};
        }
    }

    Style m_style;
    int m_count = 0;
};

// As a reader without the names would show it: keys as digits, byte strings as hex.
template <class T>
QJsonValue toJson(const T& value) {
    if constexpr (fields::IsOptional<T>::value) {
        return toJson(*value);
    } else if constexpr (fields::IsVector<T>::value) {
        QJsonArray list;
        for (const auto& item : value) {
            list.append(toJson(item));
        }
        return list;
    } else if constexpr (fields::IsFixed<T>::value) {
        return value.toHex();
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return QString::fromLatin1(value.toHex());
    } else if constexpr (std::is_same_v<T, Moment>) {
        return qint64(value.time_since_epoch().count());
    } else if constexpr (fields::HasFields<T>) {
        QJsonObject map;
        const auto add = [&]<class F>(const F& f, const auto& member) {
            if constexpr (fields::IsOptional<std::remove_cvref_t<decltype(member)>>::value) {
                if (!member) {
                    return;
                }
            }
            map.insert(QString::number(f.key), toJson(member));
        };
        std::apply([&](const auto&... f) { (add(f, value.*f.member), ...); }, T::fields());
        return map;
    } else if constexpr (std::is_enum_v<T>) {
        return qint64(value);
    } else if constexpr (std::is_same_v<T, quint64>) {
        return qint64(value);
    } else {
        return value;
    }
}

// One field of a body, apart from it.
struct EncodedField {
    quint64 key;
    bool required;
    QByteArray value;
    QList<QByteArray> wrong; // values that must not stand there
};

template <class T>
QByteArray encoded(const T& value) {
    CborWriter out;
    fields::writeValue(out, value);
    return out.take();
}

template <class T>
QList<QByteArray> wrongValues(const T& value) {
    if constexpr (fields::IsOptional<T>::value) {
        return QList<QByteArray>{QByteArray("\xf6")} + wrongValues(*value);
    } else if constexpr (std::is_same_v<T, bool>) {
        return {QByteArray(1, 0), QByteArray("\xf6")};
    } else if constexpr (std::is_enum_v<T>) {
        return {encoded(quint64(0)), encoded(quint64(T::Last) + 1), QByteArray("\xf4")};
    } else if constexpr (fields::IsFixed<T>::value) {
        const QByteArray raw = value.toBytes();
        return {encoded(raw.chopped(1)), encoded(QByteArray(raw + '\0')), QByteArray("\xf4")};
    } else if constexpr (fields::IsVector<T>::value) {
        T many;
        for (int i = 0; i <= limits::listItems; ++i) {
            many.push_back(value.front());
        }
        return {encoded(many), QByteArray("\xf4")};
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return {QByteArray("\x63") + "abc", QByteArray("\xf4")};
    } else if constexpr (std::is_same_v<T, QString>) {
        return {QByteArray("\x43") + "abc", QByteArray("\x62\xc3\x28"), QByteArray("\x63") + "e\xcc\x81"};
    } else {
        return {QByteArray("\x20"), QByteArray("\xf4"),
                QByteArray("\x1b\x00\x20\x00\x00\x00\x00\x00\x01", 9)};
    }
}

template <fields::HasFields Body>
QList<EncodedField> encodedFields(const Body& body) {
    QList<EncodedField> found;
    const auto add = [&]<class F>(const F& f, const auto& member) {
        using T = std::remove_cvref_t<decltype(member)>;
        if constexpr (fields::IsOptional<T>::value) {
            if (!member) {
                return; // of an example that is not to hold it
            }
        }
        found.append({f.key, !fields::IsOptional<T>::value, encoded(member), wrongValues(member)});
    };
    std::apply([&](const auto&... f) { (add(f, body.*f.member), ...); }, Body::fields());
    return found;
}

QByteArray mapOf(const QList<EncodedField>& fields);

// Calls back with a name and the bytes of maps that are almost `fields`, and must all be refused.
void almost(const QList<EncodedField>& fields,
            const std::function<void(const QString&, const QByteArray&)>& add);
// The same with maps that hold more than this program knows, and must all be taken.
void beyond(const QList<EncodedField>& fields,
            const std::function<void(const QString&, const QByteArray&)>& add);

} // namespace bongsu::vectors
