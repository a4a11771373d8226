#include "domain/base/cbor.h"

#include "domain/base/limits.h"
#include "domain/base/nfc.h"

#include <QStringDecoder>
#include <QtEndian>

namespace bongsu {

namespace {
enum Major { Unsigned = 0, ByteString = 2, TextString = 3, ArrayType = 4, MapType = 5, Simple = 7 };
constexpr quint64 simpleFalse = 20;
constexpr quint64 simpleTrue = 21;
constexpr quint64 simpleNull = 22;
} // namespace

void CborWriter::head(int majorType, quint64 value) {
    const char top = char(majorType << 5);
    if (value < 24) {
        m_out += char(top | char(value));
        return;
    }
    const int width = value <= 0xff ? 1 : value <= 0xffff ? 2 : value <= 0xffffffff ? 4 : 8;
    const int info = width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27;
    m_out += char(top | char(info));
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
        m_out += char((value >> shift) & 0xff);
    }
}

CborWriter& CborWriter::array(quint64 items) {
    head(ArrayType, items);
    return *this;
}
CborWriter& CborWriter::map(quint64 pairs) {
    head(MapType, pairs);
    return *this;
}
CborWriter& CborWriter::unsignedInteger(quint64 value) {
    Q_ASSERT(value <= limits::largestInteger);
    head(Unsigned, value);
    return *this;
}
CborWriter& CborWriter::bytes(QByteArrayView value) {
    head(ByteString, quint64(value.size()));
    m_out.append(value);
    return *this;
}
CborWriter& CborWriter::text(QStringView value) {
    const QByteArray utf8 = toNfc(value).toUtf8();
    head(TextString, quint64(utf8.size()));
    m_out += utf8;
    return *this;
}
CborWriter& CborWriter::boolean(bool value) {
    head(Simple, value ? simpleTrue : simpleFalse);
    return *this;
}
CborWriter& CborWriter::null() {
    head(Simple, simpleNull);
    return *this;
}

CborReader::Kind CborReader::peek() const {
    if (!m_ok || m_at >= m_data.size()) {
        return Kind::Fault;
    }
    const auto first = quint8(m_data[m_at]);
    switch (first >> 5) {
    case Unsigned:
        return Kind::UnsignedInteger;
    case ByteString:
        return Kind::Bytes;
    case TextString:
        return Kind::Text;
    case ArrayType:
        return Kind::Array;
    case MapType:
        return Kind::Map;
    case Simple:
        return (first & 31) == simpleNull                                  ? Kind::Null
               : (first & 31) == simpleTrue || (first & 31) == simpleFalse ? Kind::Boolean
                                                                           : Kind::Fault;
    default:
        return Kind::Fault;
    }
}

std::optional<CborReader::Head> CborReader::head() {
    const QByteArrayView one = take(1);
    if (!m_ok) {
        return std::nullopt;
    }
    const auto first = quint8(one[0]);
    const int info = first & 31;
    quint64 value = quint64(info);
    if (info >= 24) {
        const int width = info == 24 ? 1 : info == 25 ? 2 : info == 26 ? 4 : info == 27 ? 8 : 0;
        const QByteArrayView rest = take(quint64(width));
        if (!m_ok || width == 0) {
            m_ok = false;
            return std::nullopt;
        }
        value = 0;
        for (const char c : rest) {
            value = (value << 8) | quint8(c);
        }
        // Shortest form only: a value that fits a smaller width must use it.
        const quint64 smallest = width == 1   ? 24
                                 : width == 2 ? 0x100
                                 : width == 4 ? 0x10000
                                              : quint64(1) << 32;
        if (value < smallest) {
            m_ok = false;
            return std::nullopt;
        }
    }
    return Head{first >> 5, value};
}

QByteArrayView CborReader::take(quint64 count) {
    if (!m_ok || count > quint64(m_data.size() - m_at)) {
        m_ok = false;
        return {};
    }
    const QByteArrayView piece = m_data.sliced(m_at, qsizetype(count));
    m_at += qsizetype(count);
    return piece;
}

void CborReader::countItems(quint64 more) {
    // Checked before adding: `more` comes from outside and could wrap around.
    if (more > quint64(limits::cborItems) || (m_items += more) > quint64(limits::cborItems)) {
        m_ok = false;
    }
}

quint64 CborReader::length(int majorType) {
    const auto h = head();
    if (!h || h->majorType != majorType) {
        m_ok = false;
        return 0;
    }
    return h->value;
}

quint64 CborReader::array() {
    const quint64 items = length(ArrayType);
    countItems(items);
    return m_ok ? items : 0;
}
quint64 CborReader::map() {
    const quint64 pairs = length(MapType);
    countItems(pairs);
    countItems(pairs);
    return m_ok ? pairs : 0;
}
void CborReader::arrayOf(quint64 items) {
    if (array() != items) {
        m_ok = false;
    }
}
quint64 CborReader::unsignedInteger() {
    const quint64 value = length(Unsigned);
    if (value > limits::largestInteger) {
        m_ok = false;
    }
    return m_ok ? value : 0;
}
QByteArrayView CborReader::bytesView() {
    return take(length(ByteString));
}
QByteArray CborReader::bytes() {
    return bytesView().toByteArray();
}

QString CborReader::text() {
    const QByteArrayView utf8 = take(length(TextString));
    if (!m_ok) {
        return {};
    }
    // A byte order mark is a character like any other: people paste them.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString value = decoder(utf8);
    // Re-encoding catches what a lenient decoder accepts (overlong forms).
    if (decoder.hasError() || value.toUtf8() != utf8 || !isNfc(value)) {
        m_ok = false;
        return {};
    }
    return value;
}

bool CborReader::boolean() {
    const quint64 value = length(Simple);
    if (value != simpleFalse && value != simpleTrue) {
        m_ok = false;
    }
    return m_ok && value == simpleTrue;
}

bool CborReader::takeNull() {
    if (peek() != Kind::Null) {
        return false;
    }
    return length(Simple) == simpleNull;
}

void CborReader::skip(int depth) {
    const Kind kind = peek();
    if ((kind == Kind::Array || kind == Kind::Map) && depth >= limits::cborDepth) {
        m_ok = false;
        return;
    }
    switch (kind) {
    case Kind::UnsignedInteger:
        unsignedInteger();
        break;
    case Kind::Bytes:
        bytesView();
        break;
    case Kind::Text:
        text();
        break;
    case Kind::Boolean:
        boolean();
        break;
    case Kind::Null:
        takeNull();
        break;
    case Kind::Array:
        for (quint64 left = array(); left > 0 && m_ok; --left) {
            skip(depth + 1);
        }
        break;
    case Kind::Map: {
        std::optional<quint64> previous;
        for (quint64 left = map(); left > 0 && m_ok; --left) {
            const quint64 key = unsignedInteger();
            if (previous && key <= *previous) {
                m_ok = false;
            }
            previous = key;
            skip(depth + 1);
        }
        break;
    }
    case Kind::Fault:
        m_ok = false;
        break;
    }
}

bool isCanonicalMap(QByteArrayView data) {
    CborReader reader(data);
    if (reader.peek() != CborReader::Kind::Map) {
        return false;
    }
    reader.skip();
    return reader.finished();
}

} // namespace bongsu
