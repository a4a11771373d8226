#include "websocket/wireimage.h"

#include <QtEndian>

#include <limits>

namespace bongsu {

namespace {

constexpr char finalBinary = char(0x82);

template <class Size>
void appendSize(QByteArray& frame, qsizetype bytes) {
    Size size = qToBigEndian(Size(bytes));
    frame.append(reinterpret_cast<const char*>(&size), sizeof size);
}

} // namespace

QByteArray WireImage::of(const QByteArray& message) {
    if (message.constData() == m_message.constData() && message.size() == m_message.size()) {
        return m_image;
    }
    m_message = message;
    m_image.clear();
    m_image.reserve(message.size() + 10);
    m_image.append(finalBinary);
    if (message.size() < 126) {
        m_image.append(char(message.size()));
    } else if (message.size() <= std::numeric_limits<quint16>::max()) {
        m_image.append(char(126));
        appendSize<quint16>(m_image, message.size());
    } else {
        m_image.append(char(127));
        appendSize<quint64>(m_image, message.size());
    }
    m_image.append(message);
    return m_image;
}

} // namespace bongsu
