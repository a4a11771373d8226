// What the services behind channels answer: over HTTP on this machine, whatever they say.
#include "fuzzing.h"

#include "channel/sender.h"
#include "channel/transport.h"
#include "support/keyedhash.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>

#include <deque>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

constexpr const char* secretWord = "s3cretWord";

struct Way {
    ChannelKind kind;
    const char* via = "";
};
constexpr std::array overHttp{
    Way{ChannelKind::Sms, "sens"},
    Way{ChannelKind::Sms, "solapi"},
    Way{ChannelKind::Sms, "nhn"},
    Way{ChannelKind::Sms, "kannel"},
    Way{ChannelKind::MessengerTemplate, "sens"},
    Way{ChannelKind::MessengerTemplate, "solapi"},
    Way{ChannelKind::X},
    Way{ChannelKind::Facebook},
    Way{ChannelKind::Bluesky},
    Way{ChannelKind::Mastodon},
    Way{ChannelKind::Telegram},
    Way{ChannelKind::Slack},
    Way{ChannelKind::Mattermost},
    Way{ChannelKind::Discord},
    Way{ChannelKind::Teams},
    Way{ChannelKind::Statuspage},
    Way{ChannelKind::Webhook},
};

// Gives its answers, one to a connection, then an empty one to each that comes after.
class Service {
  public:
    Service() {
        require(m_server.listen(QHostAddress::LocalHost), "a port is free");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                                 [this, socket] { hear(*socket); });
            }
        });
    }
    void expect(std::deque<QByteArray> answers) { m_answers = std::move(answers); }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

  private:
    void hear(QTcpSocket& socket) {
        const QByteArray heard = socket.peek(socket.bytesAvailable());
        const qsizetype head = heard.indexOf("\r\n\r\n");
        const qsizetype at = heard.toLower().indexOf("content-length:");
        const qsizetype body =
            at < 0 ? 0 : heard.mid(at + 15, heard.indexOf('\r', at) - at - 15).trimmed().toInt();
        if (head < 0 || heard.size() < head + 4 + body) {
            return;
        }
        socket.readAll();
        if (!m_answers.empty()) {
            socket.write(m_answers.front());
            m_answers.pop_front();
        }
        socket.disconnectFromHost();
    }

    QTcpServer m_server;
    std::deque<QByteArray> m_answers;
};

class FixedClock final : public Clock {
    Moment now() const override { return Moment(Millis(1'665'814'740'000)); }
};

// All of one process: Qt wants an application before sockets, and curl one thread.
struct World {
    int argc = 1;
    char name[5] = "fuzz";
    std::array<char*, 2> argv{name, nullptr};
    QCoreApplication application{argc, argv.data()};
    Service service;
    Transport transport{{.connectTime = Millis(2000), .totalTime = Millis(5000), .answerBytes = 16 * 1024}};
    FixedClock clock;
    SeededRandomness randomness{"fuzzing"};
    SendingMeans means{transport, clock, randomness};
};

Channel channelOf(const Way& way, const QString& url) {
    Channel channel{.key = QStringLiteral("one"), .name = {}};
    channel.kind = way.kind;
    channel.via = QString::fromLatin1(way.via);
    const auto needs = needsOf(way.kind, channel.via);
    for (const auto& names : {needs->settings, needs->optionalSettings}) {
        for (const QString& name : names) {
            channel.settings[name] = name == u"endpoint" ? url : QStringLiteral("0212345678");
        }
    }
    channel.settings.erase(QStringLiteral("visibility"));
    channel.recipients = needs->takesRecipients ? QStringLiteral("list") : QString();
    return channel;
}

Secrets secretsOf(const Way& way, const QString& url) {
    std::map<QString, QByteArray> secrets;
    const auto needs = needsOf(way.kind, QString::fromLatin1(way.via));
    for (const QString& name : needs->secrets) {
        secrets[name] = name == u"webhook" ? url.toUtf8() + "/hook/" + secretWord : QByteArray(secretWord);
    }
    return Secrets(std::move(secrets));
}

// An answer as bytes, or a body behind a status.
QByteArray answerFrom(Input& in) {
    static constexpr std::array statuses{0, 200, 200, 201, 202, 301, 400, 401, 404, 429, 500, 502};
    static constexpr std::array headers{"", "Retry-After: 5\r\n", "Retry-After: \r\n",
                                        "X-Rate-Limit-Reset: 1e300\r\n"};
    const int status = statuses[std::size_t(in.choice(int(statuses.size())))];
    const char* header = headers[std::size_t(in.choice(int(headers.size())))];
    const QByteArrayView body = in.piece();
    QByteArray answer;
    if (status != 0) {
        answer = "HTTP/1.1 " + QByteArray::number(status) +
                 " x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + header + "\r\n";
    }
    return answer.append(body);
}

Message messageTo(const Channel& channel) {
    Message message{.texts = {NoticeText{
                        .channel = channel.key, .title = QStringLiteral("t"), .body = QStringLiteral("b")}},
                    .key = "key-1"};
    if (!channel.recipients.isEmpty()) {
        message.recipients = {QStringLiteral("01012345678"), QStringLiteral("01087654321")};
        message.keys = {"key-2", "key-3"};
    }
    return message;
}

void judge(const std::vector<SendingOutcome>& outcomes, std::size_t wanted) {
    require(outcomes.size() == wanted, "there is an outcome for each recipient");
    for (const SendingOutcome& outcome : outcomes) {
        const bool isTaken = outcome.sending == Sending::Sent || outcome.sending == Sending::Delivered;
        require(isTaken || !outcome.code.isEmpty(), "what was not taken has a code");
        require(outcome.words.size() <= 500, "no words are over their limit");
        require(!outcome.words.contains(secretWord), "no words hold a secret");
        require(!outcome.retryAfter ||
                    (*outcome.retryAfter >= Millis(1000) && *outcome.retryAfter <= Millis(86'400'000)),
                "nobody waits longer than a day");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static World& world = *new World; // ends with the process: what is under way has nobody left
    Input in(data, size);
    const Way way = overHttp[std::size_t(in.choice(int(overHttp.size())))];
    const bool isCorrection = in.choice(2) == 1;
    std::deque<QByteArray> answers;
    while (!in.isEmpty() && answers.size() < 4) {
        answers.push_back(answerFrom(in));
    }
    world.service.expect(std::move(answers));
    const Channel channel = channelOf(way, world.service.url());
    auto sender = senderFor(channel, secretsOf(way, world.service.url()), world.means);
    require(sender.has_value(), "the channel is configured");
    Message message = messageTo(channel);
    message.inReplyTo = isCorrection ? QStringLiteral("1 2") : QString();
    if ((*sender)->batch() == 1) {
        message.recipients.resize(1);
        message.keys.resize(1);
    }
    const std::size_t wanted = std::max<std::size_t>(message.recipients.size(), 1);
    QEventLoop loop;
    int times = 0;
    (*sender)->send(std::move(message), [&](const std::vector<SendingOutcome>& outcomes) {
        judge(outcomes, wanted);
        ++times;
        loop.quit();
    });
    loop.exec();
    require(times == 1, "whoever asked is answered once");
    return 0;
}
