#include "channel/replyport.h"

#include "domain/base/limits.h"
#include "threads/handover.h"

#include <QCoreApplication>
#include <QThread>

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <mutex>

namespace bongsu {

namespace {

constexpr unsigned statusTaken = MHD_HTTP_OK;

// One request that waits for an answer. The library's thread and ours both hold it.
struct Waiting {
    MHD_Connection* connection = nullptr;
    std::mutex mutex{};
    bool isSuspended = false;
    bool isAnswered = false;
    unsigned status = MHD_HTTP_SERVICE_UNAVAILABLE;
    QByteArray words{};
};

MHD_Result queue(MHD_Connection* connection, unsigned status, const QByteArray& words) {
    MHD_Response* response = MHD_create_response_from_buffer(
        std::size_t(words.size()), const_cast<char*>(words.constData()), MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8");
    // Kannel sends seven bits unless it is told otherwise (accept-x-kannel-headers); others pass it over.
    const bool isAscii = std::all_of(words.begin(), words.end(), [](char c) { return (c & 0x80) == 0; });
    MHD_add_response_header(response, "X-Kannel-Coding", isAscii ? "0" : "2");
    const MHD_Result queued = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return queued;
}

// The same time for every wrong key.
bool isKey(const QByteArray& given, const QByteArray& key) {
    unsigned differs = given.size() == key.size() ? 0 : 1;
    for (qsizetype i = 0; i < key.size(); ++i) {
        differs |= unsigned(key[i] ^ (i < given.size() ? given[i] : char(~key[i])));
    }
    return differs == 0;
}

QByteArray argument(MHD_Connection* connection, const char* name) {
    const char* value = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, name);
    return value ? QByteArray(value) : QByteArray();
}

} // namespace

class ReplyPort::Server {
  public:
    Server(QByteArray key, Heard heard) : m_key(std::move(key)), m_heard(std::move(heard)) {}

    ~Server() {
        m_alive.reset(); // nobody is heard any more
        if (m_daemon) {
            answerAll();
            MHD_stop_daemon(m_daemon);
        }
    }

    bool start(quint16 port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
        m_daemon = MHD_start_daemon(flags, port, nullptr, nullptr, &Server::asked, this, MHD_OPTION_SOCK_ADDR,
                                    reinterpret_cast<const sockaddr*>(&address), MHD_OPTION_CONNECTION_LIMIT,
                                    unsigned(limits::replyConnections), MHD_OPTION_CONNECTION_TIMEOUT,
                                    unsigned(limits::replyTime.count()), MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                                    std::size_t(limits::replyBytes), MHD_OPTION_NOTIFY_COMPLETED,
                                    &Server::completed, this, MHD_OPTION_END);
        return m_daemon != nullptr;
    }

    quint16 port() const {
        const MHD_DaemonInfo* info = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT);
        return info ? info->port : 0;
    }

  private:
    // On the library's thread, as completed() is.
    static MHD_Result asked(void* self, MHD_Connection* connection, const char* path, const char* method,
                            const char*, const char*, std::size_t* uploaded, void** kept) {
        return static_cast<Server*>(self)->ask(connection, path, method, uploaded, kept);
    }

    MHD_Result ask(MHD_Connection* connection, const char* path, const char* method, std::size_t* uploaded,
                   void** kept) {
        auto* held = static_cast<std::shared_ptr<Waiting>*>(*kept);
        if (held) { // resumed: there is an answer now
            *uploaded = 0;
            const std::lock_guard lock((*held)->mutex);
            return queue(connection, (*held)->status, (*held)->words);
        }
        if (QByteArrayView(method) != QByteArrayView("GET") ||
            QByteArrayView(path) != QByteArrayView("/replies")) {
            return queue(connection, MHD_HTTP_NOT_FOUND, "nothing is here\n");
        }
        if (!isKey(argument(connection, "key"), m_key)) {
            return queue(connection, MHD_HTTP_FORBIDDEN, "another key\n");
        }
        const Reply reply{QString::fromUtf8(argument(connection, "from")),
                          QString::fromUtf8(argument(connection, "text"))};
        if (reply.from.isEmpty() || reply.text.isEmpty()) {
            return queue(connection, MHD_HTTP_BAD_REQUEST, "from and text are needed\n");
        }
        const auto waiting = std::make_shared<Waiting>();
        waiting->connection = connection;
        waiting->isSuspended = true;
        *kept = new std::shared_ptr<Waiting>(waiting);
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(waiting);
        }
        MHD_suspend_connection(connection);
        hand(reply, waiting);
        return MHD_YES;
    }

    // Over to the thread that listens.
    void hand(const Reply& reply, const std::shared_ptr<Waiting>& waiting) {
        handOver(&m_here, [this, alive = std::weak_ptr(m_alive), reply, waiting] {
            if (alive.expired()) {
                return;
            }
            m_heard(reply, [waiting](const std::optional<QString>& words) {
                answer(*waiting, words ? statusTaken : MHD_HTTP_SERVICE_UNAVAILABLE,
                       words ? words->toUtf8() : QByteArray("not now\n"));
            });
        });
    }

    static void answer(Waiting& waiting, unsigned status, const QByteArray& words) {
        const std::lock_guard lock(waiting.mutex);
        if (waiting.isAnswered) {
            return;
        }
        waiting.isAnswered = true;
        waiting.status = status;
        waiting.words = words;
        if (std::exchange(waiting.isSuspended, false)) {
            MHD_resume_connection(waiting.connection);
        }
    }

    void answerAll() {
        std::vector<std::shared_ptr<Waiting>> waiting;
        {
            const std::lock_guard lock(m_mutex);
            waiting.swap(m_waiting);
        }
        for (const auto& one : waiting) {
            answer(*one, MHD_HTTP_SERVICE_UNAVAILABLE, "not now\n");
        }
    }

    static void completed(void* self, MHD_Connection*, void** kept, MHD_RequestTerminationCode) {
        auto* held = static_cast<std::shared_ptr<Waiting>*>(*kept);
        if (!held) {
            return;
        }
        {
            const std::lock_guard lock((*held)->mutex);
            (*held)->isAnswered = true; // the connection is gone
            (*held)->isSuspended = false;
        }
        auto* server = static_cast<Server*>(self);
        const std::lock_guard lock(server->m_mutex);
        std::erase(server->m_waiting, *held);
        delete held;
        *kept = nullptr;
    }

    QByteArray m_key;
    Heard m_heard;
    QObject m_here; // of the thread that listens
    MHD_Daemon* m_daemon = nullptr;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<Waiting>> m_waiting;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

ReplyPort::ReplyPort(std::unique_ptr<Server> server) : m_server(std::move(server)) {}

ReplyPort::~ReplyPort() = default;

Result<std::unique_ptr<ReplyPort>> ReplyPort::listen(quint16 port, const QByteArray& key, Heard heard) {
    auto server = std::make_unique<Server>(key, std::move(heard));
    if (!server->start(port)) {
        return fail(failure::noRelay, "127.0.0.1:" + QByteArray::number(port));
    }
    return std::unique_ptr<ReplyPort>(new ReplyPort(std::move(server)));
}

quint16 ReplyPort::port() const {
    return m_server->port();
}

} // namespace bongsu
