// How long a notice takes to a hundred thousand addresses by mail and to a thousand webhooks, against a bare
// loop over libcurl that says the same to the same servers and remembers nothing. Prints JSON lines. Run by
// hand:
//   bench_delivery FOLDER [MAILS] [HOOKS]
#include "channel/transport.h"
#include "identity/sealing.h"
#include "relay/delivery.h"
#include "storage/sqlitestore.h"
#include "wiring/system.h"

#include <QCoreApplication>
#include <QDir>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>

namespace bongsu {

namespace {

constexpr int serverThreads = 8;

// Answers as quickly as it can: what is measured is whoever asks.
class Server {
  public:
    using Talk = void (*)(int connection);
    explicit Server(Talk talk) : m_listening(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_listening, reinterpret_cast<sockaddr*>(&address), size);
        ::listen(m_listening, 1024);
        ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        for (int i = 0; i < serverThreads; ++i) {
            m_threads.emplace_back([this, talk] {
                for (int one = ::accept(m_listening, nullptr, nullptr); one >= 0;
                     one = ::accept(m_listening, nullptr, nullptr)) {
                    talk(one);
                    ::close(one);
                }
            });
        }
    }
    ~Server() {
        ::shutdown(m_listening, SHUT_RDWR);
        for (std::thread& thread : m_threads) {
            thread.join();
        }
        ::close(m_listening);
    }
    Q_DISABLE_COPY_MOVE(Server)
    int port() const { return m_port; }

  private:
    int m_listening;
    int m_port = 0;
    std::vector<std::thread> m_threads;
};

std::atomic<quint64> mailsTaken;
std::atomic<quint64> hooksTaken;

void say(int connection, const char* words) {
    [[maybe_unused]] const auto written = ::send(connection, words, std::strlen(words), MSG_NOSIGNAL);
}

// Until `end` stands in what has come; what stands behind it stays. False: the other side hung up.
bool readUntil(int connection, std::string& had, const char* end) {
    char piece[8192];
    while (had.find(end) == std::string::npos) {
        const auto got = ::recv(connection, piece, sizeof piece, 0);
        if (got <= 0) {
            return false;
        }
        had.append(piece, std::size_t(got));
    }
    had.erase(0, had.find(end) + std::strlen(end));
    return true;
}

void talkMail(int connection) {
    std::string had;
    say(connection, "220 bench\r\n");
    for (;;) {
        const std::size_t at = had.find("\r\n");
        std::string line = had.substr(0, at);
        if (at == std::string::npos) {
            char piece[8192];
            const auto got = ::recv(connection, piece, sizeof piece, 0);
            if (got <= 0) {
                return;
            }
            had.append(piece, std::size_t(got));
            continue;
        }
        had.erase(0, at + 2);
        if (line.rfind("DATA", 0) == 0) {
            say(connection, "354 go on\r\n");
            if (!readUntil(connection, had, "\r\n.\r\n")) {
                return;
            }
            ++mailsTaken;
            say(connection, "250 2.0.0 queued\r\n");
        } else if (line.rfind("QUIT", 0) == 0) {
            say(connection, "221 bye\r\n");
            return;
        } else {
            say(connection, "250 bench\r\n");
        }
    }
}

void talkHook(int connection) {
    std::string had;
    if (!readUntil(connection, had, "\r\n\r\n")) {
        return;
    }
    ++hooksTaken;
    say(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: "
                    "close\r\n\r\n{}");
}

double seconds(std::chrono::steady_clock::duration span) {
    return std::chrono::duration<double>(span).count();
}

quint64 residentKiB() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmRSS:", 0) == 0) {
            return std::stoull(line.substr(6));
        }
    }
    return 0;
}

NoticeText text() {
    return {.channel = QStringLiteral("mail"),
            .title = QStringLiteral("일부 서비스가 원활하지 않습니다"),
            .body = QStringLiteral(
                "[장애 안내] 15:30경부터 메신저, 택시 이용이 원활하지 않습니다. 원인을 확인하며 긴급 "
                "조치하고 있습니다. 16:10까지 다시 알리겠습니다. 문의 1577-0000")};
}

// --- a bare loop: the least that must be said, one after the other and a connection each, as the sender has
// it

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    auto& rest = *static_cast<std::string_view*>(from);
    const std::size_t piece = std::min(rest.size(), size * count);
    std::memcpy(to, rest.data(), piece);
    rest.remove_prefix(piece);
    return piece;
}
std::size_t drop(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

double bareMail(int port, quint64 count) {
    const std::string url = "smtp://127.0.0.1:" + std::to_string(port);
    const std::string body = "From: <notice@daon.example.kr>\r\nSubject: outage\r\nContent-Type: text/plain; "
                             "charset=utf-8\r\n\r\n" +
                             text().body.toStdString() + "\r\n";
    const auto start = std::chrono::steady_clock::now();
    for (quint64 i = 0; i < count; ++i) {
        CURL* curl = curl_easy_init();
        curl_slist* to = curl_slist_append(nullptr, "<user@example.kr>");
        std::string_view rest = body;
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, "<notice@daon.example.kr>");
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, &give);
        curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &drop);
        curl_easy_perform(curl);
        curl_slist_free_all(to);
        curl_easy_cleanup(curl);
    }
    return seconds(std::chrono::steady_clock::now() - start);
}

double bareHooks(int port, quint64 count) {
    const std::string url = "http://127.0.0.1:" + std::to_string(port) + "/notices";
    const std::string body = text().body.toStdString();
    const auto start = std::chrono::steady_clock::now();
    for (quint64 i = 0; i < count; ++i) {
        CURL* curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &drop);
        curl_easy_perform(curl);
        curl_easy_cleanup(curl);
    }
    return seconds(std::chrono::steady_clock::now() - start);
}

// --- ours: every batch on the disk before it is handed over, and its outcome after it

struct Bench {
    QCoreApplication& app;
    System system;
    Transport transport;
    SendingMeans means{transport, system.clock, system.randomness};
    std::unique_ptr<GcmKeyRing> ring;
    std::unique_ptr<SqliteStore> store;
    std::unique_ptr<DeliveryLedger> ledger;

    Bench(QCoreApplication& program, const QString& folder)
        : app(program),
          ring(std::make_unique<GcmKeyRing>(AesKey::random(system.randomness), system.randomness)) {
        auto opened = SqliteStore::open(folder + QStringLiteral("/bench.db"), *ring);
        if (!opened) {
            std::fprintf(stderr, "the store cannot be opened\n");
            std::exit(1);
        }
        store = std::move(*opened);
        ledger = std::make_unique<DeliveryLedger>(*store);
        ledger->open({});
    }

    // Waits until the delivery is done; `each` after every batch.
    double deliver(DeliveryOrder order, std::map<QString, QByteArray> secrets,
                   const std::function<void(const DeliveryCounts&, Delivery&)>& each) {
        auto sender = senderFor(order.channel, Secrets(std::move(secrets)), means);
        const auto start = std::chrono::steady_clock::now();
        std::unique_ptr<Delivery> delivery;
        delivery = std::make_unique<Delivery>(std::move(order), std::move(*sender), *ledger, system.clock,
                                              system.timers, [&](const Delivery::Progress& progress) {
                                                  each(progress.counts, *delivery);
                                                  if (progress.done) {
                                                      QMetaObject::invokeMethod(&app, &QCoreApplication::quit,
                                                                                Qt::QueuedConnection);
                                                  }
                                              });
        delivery->start();
        QCoreApplication::exec();
        return seconds(std::chrono::steady_clock::now() - start);
    }
};

DeliveryOrder orderOf(quint64 notice, Channel channel, quint64 messages) {
    DeliveryOrder order{{EventId::zeros(), notice}, std::move(channel), {}};
    order.message.texts = {text()};
    order.messages.clear();
    for (quint64 i = 0; i < messages; ++i) {
        order.messages.push_back(i);
        if (order.channel.kind == ChannelKind::Mail) {
            order.recipients.push_back(QStringLiteral("user%1@example.kr").arg(i));
        }
    }
    return order;
}

Channel mailBy(int port) {
    Channel mail;
    mail.key = QStringLiteral("mail");
    mail.kind = ChannelKind::Mail;
    mail.languages = {Language::Korean};
    mail.settings = {{QStringLiteral("server"), QStringLiteral("127.0.0.1")},
                     {QStringLiteral("port"), QString::number(port)},
                     {QStringLiteral("security"), QStringLiteral("none")},
                     {QStringLiteral("from"), QStringLiteral("notice@daon.example.kr")}};
    return mail;
}

void measureMail(Bench& bench, quint64 count) {
    const Server server(&talkMail);
    const quint64 bareCount = std::max<quint64>(1, count / 20);
    const double bare = bareMail(server.port(), bareCount) / double(bareCount);
    mailsTaken = 0;
    const Channel mail = mailBy(server.port());
    quint64 early = 0; // when a tenth had gone
    const double took =
        bench.deliver(orderOf(0, mail, count), {}, [&](const DeliveryCounts& counts, Delivery&) {
            if (early == 0 && counts.sent >= count / 10) {
                early = residentKiB();
            }
        });
    std::printf(
        "{\"what\":\"mail\",\"messages\":%llu,\"taken\":%llu,\"seconds\":%.2f,\"per_message_us\":%.0f,"
        "\"bare_us\":%.0f,\"times_bare\":%.2f,\"kib_at_a_tenth\":%llu,\"kib_at_the_end\":%llu}\n",
        count, mailsTaken.load(), took, took / double(count) * 1e6, bare * 1e6, took / double(count) / bare,
        early, residentKiB());
    // Stopped in its midst: what goes out after that.
    mailsTaken = 0;
    quint64 atStop = 0;
    bench.deliver(orderOf(1, mail, count), {}, [&](const DeliveryCounts& counts, Delivery& delivery) {
        if (atStop == 0 && counts.sent >= 1000) {
            atStop = mailsTaken;
            delivery.stop();
        }
    });
    std::printf("{\"what\":\"stop\",\"taken_after\":%lld}\n", qint64(mailsTaken.load() - atStop));
}

void measureHooks(Bench& bench, quint64 count) {
    const Server server(&talkHook);
    const double bare = bareHooks(server.port(), count) / double(count);
    hooksTaken = 0;
    Channel hook;
    hook.key = QStringLiteral("push");
    hook.kind = ChannelKind::Webhook;
    hook.languages = {Language::Korean};
    hook.recipients = QStringLiteral("partners");
    DeliveryOrder order = orderOf(10, hook, count);
    for (quint64 i = 0; i < count; ++i) { // a target each
        order.recipients.push_back(QStringLiteral("http://127.0.0.1:%1/target%2").arg(server.port()).arg(i));
    }
    const double took = bench.deliver(std::move(order), {{QStringLiteral("signing-key"), "a key"}},
                                      [](const DeliveryCounts&, Delivery&) {});
    std::printf(
        "{\"what\":\"webhooks\",\"messages\":%llu,\"taken\":%llu,\"seconds\":%.2f,\"per_message_us\":%.0f,"
        "\"bare_us\":%.0f,\"times_bare\":%.2f}\n",
        count, hooksTaken.load(), took, took / double(count) * 1e6, bare * 1e6, took / double(count) / bare);
}

} // namespace

} // namespace bongsu

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2 || !QDir().mkpath(words[1])) {
        std::fprintf(stderr, "usage: bench_delivery FOLDER [MAILS] [HOOKS]\n");
        return 2;
    }
    bongsu::Bench bench(app, words[1]);
    bongsu::measureMail(bench, words.size() > 2 ? words[2].toULongLong() : 100'000);
    bongsu::measureHooks(bench, words.size() > 3 ? words[3].toULongLong() : 1000);
    return 0;
}
