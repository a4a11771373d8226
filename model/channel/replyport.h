// Where gateways of text messages hand over what people answered: HTTP on this machine alone, bounded in time
// and size.
#pragma once

#include "domain/base/result.h"

#include <QString>

#include <functional>
#include <memory>

namespace bongsu {

// A message that came back.
struct Reply {
    QString from; // the sender's number, as the gateway writes it
    QString text;
};

class ReplyPort {
  public:
    // What the gateway may send back to whoever wrote; nothing: it is to hand the message over once more.
    using Answer = std::function<void(const std::optional<QString>& words)>;
    using Heard = std::function<void(const Reply& reply, Answer answer)>;

    // Listens on 127.0.0.1; `port` 0: one that is free. A gateway asks GET /replies?key=…&from=…&text=… in
    // UTF-8: 200 with words for the sender, 503 where nothing was taken yet, 403 for another key, 400 and 404
    // for what is none. `heard` comes on this thread, never from within. What is not answered when this goes
    // is hung up on. Failure relay.none with the reason: the port cannot be listened on.
    static Result<std::unique_ptr<ReplyPort>> listen(quint16 port, const QByteArray& key, Heard heard);
    ~ReplyPort();
    Q_DISABLE_COPY_MOVE(ReplyPort)

    quint16 port() const;

  private:
    class Server;
    explicit ReplyPort(std::unique_ptr<Server> server);
    std::unique_ptr<Server> m_server;
};

} // namespace bongsu
