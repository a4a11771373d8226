#include "cli/handover.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

namespace bongsu {

namespace {

// sockaddr_un holds 108 bytes with the end.
constexpr qsizetype longestSocketName = 100;
constexpr int connectMs = 1000;

QByteArray asLine(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

class SocketOutput : public Output {
  public:
    explicit SocketOutput(QLocalSocket* socket) : m_socket(socket) {}
    void line(const QJsonObject& object) override { send({{QStringLiteral("out"), object}}); }
    void words(const QString& sentence) override { send({{QStringLiteral("err"), sentence}}); }
    void send(const QJsonObject& object) {
        if (m_socket) {
            m_socket->write(asLine(object));
        }
    }

  private:
    QPointer<QLocalSocket> m_socket;
};

QStringList stringsOf(const QJsonValue& list) {
    QStringList strings;
    for (const QJsonValue& value : list.toArray()) {
        strings.append(value.toString());
    }
    return strings;
}

} // namespace

QString handoverPath(const QString& folder) {
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString inside = canonical + QStringLiteral("/socket");
    if (inside.toUtf8().size() <= longestSocketName) {
        return inside;
    }
    const QByteArray name = taggedHash("socket", {canonical.toUtf8()}).toHex().left(24);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/bongsu-") +
           QString::fromLatin1(name);
}

HandoverServer::HandoverServer(QString path, Run run) : m_path(std::move(path)), m_run(std::move(run)) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            serve(socket);
        }
    });
}

Result<std::monostate> HandoverServer::listen() {
    QLocalServer::removeServer(m_path); // the lock is ours: whoever listened there is dead
    if (!m_server.listen(m_path)) {
        return fail(failure::disk, m_server.errorString().toUtf8());
    }
    return std::monostate{};
}

void HandoverServer::serve(QLocalSocket* socket) {
    socket->setReadBufferSize(limits::handoverBytes);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { request(socket); });
}

void HandoverServer::request(QLocalSocket* socket) {
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= limits::handoverBytes) {
            socket->abort();
        }
        return;
    }
    // No longer than what is buffered: with a limit of its own Qt would make room for all of that.
    const QJsonObject asked = QJsonDocument::fromJson(socket->readLine()).object();
    const auto output = std::make_shared<SocketOutput>(socket);
    QByteArrayList input;
    for (const QString& line : stringsOf(asked.value(QStringLiteral("input")))) {
        input.append(line.toUtf8());
    }
    m_run(stringsOf(asked.value(QStringLiteral("args"))), input, output, [output](int exitCode) {
        output->send({{QStringLiteral("exit"), exitCode}});
    });
}

Result<int> handOver(const QString& path, const QStringList& args, const QByteArrayList& input,
                     Output& output) {
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(connectMs)) {
        return fail(failure::busy, path.toUtf8());
    }
    QJsonArray lines;
    for (const QByteArray& line : input) {
        lines.append(QString::fromUtf8(line));
    }
    const QByteArray asked = asLine(
        {{QStringLiteral("args"), QJsonArray::fromStringList(args)}, {QStringLiteral("input"), lines}});
    if (asked.size() > limits::handoverBytes) {
        return refuse(refusal::tooLarge, "input");
    }
    socket.write(asked);
    // No time limit: the holder may wait for a relay on our behalf, and a dead one closes the socket.
    while (socket.canReadLine() || socket.waitForReadyRead(-1)) {
        while (socket.canReadLine()) {
            const QJsonObject answer = QJsonDocument::fromJson(socket.readLine()).object();
            if (answer.contains(QStringLiteral("exit"))) {
                return answer.value(QStringLiteral("exit")).toInt();
            }
            if (answer.contains(QStringLiteral("err"))) {
                output.words(answer.value(QStringLiteral("err")).toString());
            } else {
                output.line(answer.value(QStringLiteral("out")).toObject());
            }
        }
    }
    return fail(failure::busy, "the holder went away");
}

} // namespace bongsu
