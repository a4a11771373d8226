// Values of plain structs and containers as bytes, in this machine's byte order: for what a program keeps for
// itself alone. What others read is CBOR.
#pragma once

#include "domain/base/valuebytes.h"

#include <QtEndian>

#include <algorithm>

namespace bongsu {

// Equal values give equal bytes, whatever order a hash table has them in.
class ValueWriter {
  public:
    template <class T>
    void write(const T& value) {
        using namespace valuebytes;
        if constexpr (isPlain<T>) {
            append(&value, sizeof value);
        } else if constexpr (std::is_same_v<T, QString>) {
            writeCount(value.size());
            append(value.constData(), std::size_t(value.size()) * sizeof(QChar));
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            writeCount(value.size());
            append(value.constData(), std::size_t(value.size()));
        } else if constexpr (isOne<T, std::optional>) {
            write(value.has_value());
            if (value) {
                write(*value);
            }
        } else if constexpr (isOne<T, std::vector>) {
            writeCount(qsizetype(value.size()));
            if constexpr (isPlain<typename T::value_type>) {
                append(value.data(), value.size() * sizeof(typename T::value_type));
            } else {
                writeAll(value);
            }
        } else if constexpr (isOne<T, std::map> || isOne<T, std::set>) {
            writeCount(qsizetype(value.size()));
            writeAll(value);
        } else if constexpr (isOne<T, std::unordered_map>) {
            writeCount(qsizetype(value.size()));
            writeSorted(value);
        } else if constexpr (isOne<T, std::pair>) {
            write(value.first);
            write(value.second);
        } else if constexpr (HasParts<T>) {
            writeEach(value.parts());
        } else {
            static_assert(std::is_aggregate_v<T>, "neither plain nor a container, and without parts()");
            writeEach(memberwise::membersOf(value));
        }
    }

    QByteArray take() { return std::move(m_out); }

  private:
    template <class Tuple>
    void writeEach(const Tuple& values) {
        std::apply([this](const auto&... each) { (this->write(each), ...); }, values);
    }
    template <class List>
    void writeAll(const List& list) {
        for (const auto& item : list) {
            write(item);
        }
    }
    // By their first bytes, which stand beside the pointers; ids are hashes and hardly ever share them.
    template <class Table>
    void writeSorted(const Table& table) {
        using Item = const typename Table::value_type*;
        std::vector<std::pair<quint64, Item>> sorted;
        sorted.reserve(table.size());
        for (const auto& item : table) {
            sorted.emplace_back(qFromBigEndian<quint64>(item.first.view().data()), &item);
        }
        std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.second->first < b.second->first;
        });
        for (const auto& [prefix, item] : sorted) {
            write(*item);
        }
    }
    void writeCount(qsizetype count) { write(quint32(count)); }
    void append(const void* from, std::size_t bytes) {
        m_out.append(static_cast<const char*>(from), qsizetype(bytes));
    }

    QByteArray m_out;
};

} // namespace bongsu
