// The bytes of a ValueWriter as values again.
#pragma once

#include "domain/base/valuebytes.h"

namespace bongsu {

// The first fault sticks; what is read after it is empty. Bytes that another program wrote give any value, or
// a fault, and nothing worse.
class ValueReader {
  public:
    explicit ValueReader(QByteArrayView bytes) : m_left(bytes) {}

    bool finished() const { return m_isSound && m_left.isEmpty(); }
    bool ok() const { return m_isSound; }

    template <class T>
    T read() {
        using namespace valuebytes;
        if constexpr (isFixed<T>) {
            return *T::tryFrom(take(T::size).size() == T::size ? m_taken : T::zeros().view());
        } else if constexpr (std::is_same_v<T, bool>) {
            return read<char>() != 0;
        } else if constexpr (isPlain<T>) {
            T value{};
            if (const QByteArrayView raw = take(sizeof value); !raw.isEmpty()) {
                std::memcpy(&value, raw.data(), sizeof value);
            }
            return value;
        } else if constexpr (std::is_same_v<T, QString>) {
            const auto size = qsizetype(read<quint32>());
            const QByteArrayView raw = take(size * qsizetype(sizeof(QChar)));
            QString text(raw.size() / qsizetype(sizeof(QChar)), Qt::Uninitialized);
            if (!raw.isEmpty()) { // or it may be no pointer at all
                std::memcpy(text.data(), raw.data(), std::size_t(raw.size()));
            }
            return text;
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            return take(read<quint32>()).toByteArray();
        } else if constexpr (isOne<T, std::optional>) {
            return read<bool>() ? T(read<typename T::value_type>()) : T();
        } else if constexpr (isOne<T, std::pair>) {
            return readBraced<T>(
                std::type_identity<std::tuple<typename T::first_type&, typename T::second_type&>>());
        } else if constexpr (HasParts<T>) {
            T value;
            readParts(value);
            return value;
        } else if constexpr (std::is_aggregate_v<T>) {
            return readBraced<T>(std::type_identity<decltype(memberwise::membersOf(std::declval<T&>()))>());
        } else {
            return readContainer<T>();
        }
    }

    // Of a class with parts, into one that is empty.
    template <class T>
    void readParts(T& value) {
        value.takeParts(readTuple(std::type_identity<typename T::Parts>()));
    }

  private:
    template <class T, class... Members>
    T readBraced(std::type_identity<std::tuple<Members&...>>) {
        return T{read<std::remove_const_t<Members>>()...}; // in braces: from left to right
    }

    template <class... Values>
    std::tuple<Values...> readTuple(std::type_identity<std::tuple<Values...>>) {
        return std::tuple<Values...>{read<Values>()...};
    }

    template <class T>
    T readContainer() {
        using namespace valuebytes;
        T value;
        const quint32 count = read<quint32>();
        if constexpr (isOne<T, std::vector> && isFixed<typename T::value_type>) {
            using Item = typename T::value_type;
            const QByteArrayView raw = take(qsizetype(count) * Item::size);
            value.assign(std::size_t(raw.size()) / Item::size, Item::zeros());
            std::copy(raw.begin(), raw.end(), reinterpret_cast<char*>(value.data()));
            return value;
        } else if constexpr (isOne<T, std::vector> || isOne<T, std::unordered_map>) {
            value.reserve(std::min<std::size_t>(count, std::size_t(m_left.size())));
        }
        for (quint32 i = 0; i < count && m_isSound; ++i) {
            if constexpr (isOne<T, std::vector>) {
                value.push_back(read<typename T::value_type>());
            } else if constexpr (isOne<T, std::set>) {
                value.insert(value.end(), read<typename T::value_type>());
            } else {
                auto key = read<typename T::key_type>();
                value.emplace_hint(value.end(), std::move(key), read<typename T::mapped_type>());
            }
        }
        return value;
    }

    // Empty where there are not so many.
    QByteArrayView take(qsizetype bytes) {
        m_isSound = m_isSound && bytes <= m_left.size();
        m_taken = m_left.first(m_isSound ? bytes : 0);
        m_left = m_isSound ? m_left.sliced(bytes) : QByteArrayView();
        return m_taken;
    }

    QByteArrayView m_left;
    QByteArrayView m_taken;
    bool m_isSound = true;
};

} // namespace bongsu
