// What gateways of text messages hand over: whole requests as bytes, and answers of people in the fields of a
// right one.
#include "fuzzing.h"

#include "channel/replyport.h"
#include "domain/base/limits.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTcpSocket>

#include <sys/socket.h>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

constexpr const char* key = "k3y";

struct World {
    World()
        : port(*ReplyPort::listen(0, key, [this](const Reply& reply, const ReplyPort::Answer& answer) {
              require(!reply.from.isEmpty() && !reply.text.isEmpty(), "an answer has a number and words");
              require(reply.from.size() + reply.text.size() <= limits::replyBytes,
                      "no answer is over its limit");
              ++heard;
              answer(reply.text.size() % 2 == 0 ? std::optional(reply.text) : std::nullopt);
          })) {}

    int argc = 1;
    char name[5] = "fuzz";
    std::array<char*, 2> argv{name, nullptr};
    QCoreApplication application{argc, argv.data()};
    int heard = 0;
    std::unique_ptr<ReplyPort> port;
};

QByteArray asked(Input& in) {
    QByteArray from = in.take(in.choice(32)).toByteArray();
    return "GET /replies?key=" + QByteArray(key) + "&from=" + from.replace('\r', "").replace('\n', "") +
           "&text=" + in.rest().toByteArray().replace('\r', "").replace('\n', "") +
           " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static World& world = *new World;
    Input in(data, size);
    const bool isRaw = in.choice(2) == 0;
    const QByteArray request = isRaw ? in.rest().toByteArray() : asked(in);
    const int before = world.heard;
    QTcpSocket socket;
    QEventLoop loop;
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::connected, &loop, [&] {
        socket.write(request);
        socket.flush();
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR); // or it would wait for what lacks
    });
    QObject::connect(&socket, &QTcpSocket::readyRead, &loop, [&] { answer += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::stateChanged, &loop, [&](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) {
            loop.quit();
        }
    });
    socket.connectToHost(QStringLiteral("127.0.0.1"), world.port->port());
    loop.exec();
    require(world.heard == before || request.contains(key), "nobody is heard without the key");
    require(answer.isEmpty() || answer.startsWith("HTTP/1."), "an answer is one of HTTP");
    return 0;
}
