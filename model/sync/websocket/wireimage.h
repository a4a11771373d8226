// What goes over the line for a message, made once for all lines that it is sent on.
#pragma once

#include <QByteArray>

namespace bongsu {

class WireImage {
  public:
    // One unmasked binary WebSocket frame (RFC 6455, 5.2), as a server sends it. The bytes are shared.
    QByteArray of(const QByteArray& message);

  private:
    QByteArray m_message; // the last; held, so that its bytes stay its own
    QByteArray m_image;
};

} // namespace bongsu
