// The small, strict part of CBOR that the format allows: one value has exactly one encoding.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace bongsu {

// Writes canonical CBOR. The caller gives maps in ascending key order and the right counts.
class CborWriter {
  public:
    CborWriter& array(quint64 items);
    CborWriter& map(quint64 pairs);
    CborWriter& unsignedInteger(quint64 value);
    CborWriter& bytes(QByteArrayView value);
    CborWriter& text(QStringView value); // normalised to NFC here
    CborWriter& boolean(bool value);
    CborWriter& null();

    QByteArray take() { return std::move(m_out); }

  private:
    void head(int majorType, quint64 value);

    QByteArray m_out;
};

// Reads canonical CBOR. The first fault sticks: later reads give zero values, so that a decoder can read a
// whole structure and ask ok() once. Anything outside the profile (indefinite lengths, long integers, tags,
// floats, negatives, text not in NFC, depth or count over the limit) is a fault.
class CborReader {
  public:
    explicit CborReader(QByteArrayView data) : m_data(data) {}

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_ok && m_at == m_data.size(); }
    // ok, and nothing left over: what a decoder of a whole value returns.
    bool finished() const { return atEnd(); }
    void setFault() { m_ok = false; }

    enum class Kind { UnsignedInteger, Bytes, Text, Array, Map, Boolean, Null, Fault };
    Kind peek() const;

    quint64 array();             // the number of items that follow
    quint64 map();               // the number of pairs that follow
    void arrayOf(quint64 items); // a fault unless exactly so many
    quint64 unsignedInteger();
    QByteArray bytes();
    QByteArrayView bytesView(); // into the data given
    QString text();
    bool boolean();
    bool takeNull(); // true and past it if the next value is null

    // Past one value of any shape, checking all of it: maps must have ascending unsigned keys.
    // `depth` is how many arrays and maps stand around it.
    void skip(int depth = 0);

  private:
    struct Head {
        int majorType;
        quint64 value;
    };
    std::optional<Head> head();
    quint64 length(int majorType);
    QByteArrayView take(quint64 count);
    void countItems(quint64 more);

    QByteArrayView m_data;
    qsizetype m_at = 0;
    quint64 m_items = 0;
    bool m_ok = true;
};

// Whether `data` is one whole map of the profile with ascending unsigned keys at every level.
bool isCanonicalMap(QByteArrayView data);

} // namespace bongsu
