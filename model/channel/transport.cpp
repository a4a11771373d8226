#include "channel/transport.h"

#include "channel/background.h"
#include "channel/sending.h"

#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTimer>

#include <curl/curl.h>

#include <algorithm>
#include <csignal>
#include <cstring>

namespace bongsu {

namespace {

constexpr const char* program = "Bongsu";

// Of what is shared, whoever has it last forgets it.
void forget(QByteArray& bytes) {
    if (bytes.isDetached()) {
        explicit_bzero(bytes.data(), std::size_t(bytes.size()));
    }
}

// One transfer: what curl reads and writes by pointer stands here and does not move.
struct Transfer {
    explicit Transfer(Transport::Owner asked) : owner(std::move(asked)), easy(curl_easy_init()) {}
    ~Transfer() {
        curl_easy_cleanup(easy);
        curl_slist_free_all(lines);
        for (QByteArray& header : request.headers) {
            forget(header);
        }
        for (QByteArray* bytes :
             {&request.url, &request.body, &request.user, &request.password, &mail.user, &mail.password}) {
            forget(*bytes);
        }
    }
    Q_DISABLE_COPY_MOVE(Transfer)

    Transport::Owner owner;
    CURL* easy;
    curl_slist* lines = nullptr; // headers of HTTP, the recipient of SMTP
    HttpRequest request;
    HttpAnswer answer;
    MailRequest mail;
    QByteArray mailWords;
    qsizetype mailGiven = 0;
    qsizetype limit = 0;
    bool overLimit = false;
    bool headersEnded = false;
    char error[CURL_ERROR_SIZE] = {};
    std::function<void(const HttpAnswer&)> answered;
};

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* to) {
    auto* transfer = static_cast<Transfer*>(to);
    const auto bytes = qsizetype(size * count);
    if (transfer->answer.body.size() + bytes > transfer->limit) {
        transfer->overLimit = true;
        return 0;
    }
    transfer->answer.body.append(data, bytes);
    return std::size_t(bytes);
}

std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* to) {
    auto* transfer = static_cast<Transfer*>(to);
    const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
    if (!transfer->mail.url.isEmpty()) {
        if (!line.startsWith("221")) { // farewells say nothing
            transfer->mailWords = line;
        }
        return size * count;
    }
    if (line.startsWith("HTTP/")) {
        transfer->answer.headers.clear(); // those of an interim answer
        transfer->headersEnded = false;
    }
    transfer->headersEnded = transfer->headersEnded || line.isEmpty();
    const qsizetype colon = line.indexOf(':');
    if (colon > 0 && transfer->answer.headers.size() < 100) {
        transfer->answer.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    }
    return size * count;
}

std::size_t giveMail(char* buffer, std::size_t size, std::size_t count, void* from) {
    auto* transfer = static_cast<Transfer*>(from);
    const QByteArray& message = transfer->mail.message;
    const auto bytes = std::min(qsizetype(size * count), message.size() - transfer->mailGiven);
    std::memcpy(buffer, message.constData() + transfer->mailGiven, std::size_t(bytes));
    transfer->mailGiven += bytes;
    return std::size_t(bytes);
}

const char* codeOf(CURLcode result) {
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return sendingcode::dns;
    case CURLE_COULDNT_CONNECT:
        return sendingcode::connect;
    case CURLE_OPERATION_TIMEDOUT:
        return sendingcode::timeout;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_USE_SSL_FAILED:
        return sendingcode::tls;
    case CURLE_PARTIAL_FILE:
    case CURLE_WRITE_ERROR: // longer than we take
        return sendingcode::incomplete;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return sendingcode::endpoint;
    default:
        return sendingcode::reset;
    }
}

QByteArray wordsOf(const Transfer& transfer, CURLcode result) {
    return transfer.error[0] != '\0' ? QByteArray(transfer.error) : QByteArray(curl_easy_strerror(result));
}

template <class Value>
Value infoOf(CURL* easy, CURLINFO which) {
    Value value = 0;
    curl_easy_getinfo(easy, which, &value);
    return value;
}

void settle(Transfer& transfer, const TransportOptions& options) {
    CURL* easy = transfer.easy;
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.error);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, long(options.connectTime.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, long(options.totalTime.count()));
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
    if (!options.authorities.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, options.authorities.constData());
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    }
}

void settleHttp(Transfer& transfer) {
    CURL* easy = transfer.easy;
    const HttpRequest& request = transfer.request;
    curl_easy_setopt(easy, CURLOPT_URL, request.url.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, program);
    // Of HTTP/2 curl sends a refused stream again by itself.
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    // On a connection that was used before and died curl sends a request again, whatever it asks for; and
    // even a MOVE is answered otherwise the second time.
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    if (!request.signing) { // curl would sign the header that it is told to leave out
        transfer.lines = curl_slist_append(transfer.lines, "Expect:");
    }
    for (const QByteArray& header : request.headers) {
        transfer.lines = curl_slist_append(transfer.lines, header.constData());
    }
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.lines);
    if (request.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.constData());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
    }
    if (request.signing) {
        const QByteArray provider =
            "aws:amz:" + request.signing->region + ':' + request.signing->service; // copied by curl
        curl_easy_setopt(easy, CURLOPT_AWS_SIGV4, provider.constData());
    }
    if (!request.user.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_USERNAME, request.user.constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, request.password.constData());
        if (!request.signing) {
            curl_easy_setopt(easy, CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
        }
    }
}

void settleMail(Transfer& transfer, const TransportOptions& options) {
    CURL* easy = transfer.easy;
    const MailRequest& mail = transfer.mail;
    curl_easy_setopt(easy, CURLOPT_URL, mail.url.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_USE_SSL, long(mail.encrypted ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (!mail.user.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_USERNAME, mail.user.constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, mail.password.constData());
    }
    transfer.lines = curl_slist_append(transfer.lines, mail.to.constData());
    // How long a farewell is waited for; the whole has its limit anyway.
    const auto farewell = std::chrono::ceil<std::chrono::seconds>(options.totalTime);
    curl_easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, long(farewell.count()));
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, mail.from.constData());
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, transfer.lines);
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(mail.message.size()));
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, giveMail);
    curl_easy_setopt(easy, CURLOPT_READDATA, &transfer);
}

HttpAnswer httpAnswer(Transfer& transfer, CURLcode result) {
    HttpAnswer answer = std::move(transfer.answer);
    answer.status = int(infoOf<long>(transfer.easy, CURLINFO_RESPONSE_CODE));
    // Headers cut off in their middle are a whole answer to curl.
    if (result == CURLE_OK && transfer.headersEnded) {
        answer.exchange = Exchange::Complete;
        const auto seconds = infoOf<curl_off_t>(transfer.easy, CURLINFO_RETRY_AFTER);
        if (seconds > 0) {
            answer.retryAfter = Millis(std::chrono::seconds(seconds));
        }
        return answer;
    }
    // Once a byte of it has left, nobody here knows how much of it the other side has.
    const bool sent = infoOf<long>(transfer.easy, CURLINFO_REQUEST_SIZE) > 0;
    answer.exchange = sent ? Exchange::Unanswered : Exchange::NotSent;
    answer.code = result == CURLE_OK ? sendingcode::incomplete : codeOf(result);
    if (!sent && (answer.code == sendingcode::timeout || answer.code == sendingcode::reset)) {
        answer.code = sendingcode::connect;
    }
    answer.words = transfer.overLimit ? QByteArray("longer than is taken") : wordsOf(transfer, result);
    return answer;
}

MailAnswer mailAnswer(const Transfer& transfer, CURLcode result) {
    MailAnswer answer;
    answer.taken = result == CURLE_OK;
    // The end that lets a server take it goes out with the last piece.
    answer.handedOver = transfer.mailGiven == transfer.mail.message.size();
    answer.reply = int(infoOf<long>(transfer.easy, CURLINFO_RESPONSE_CODE));
    const QByteArray serversWords =
        transfer.mailWords.startsWith(QByteArray::number(answer.reply)) ? transfer.mailWords : QByteArray();
    answer.words = answer.taken || !serversWords.isEmpty() ? serversWords : wordsOf(transfer, result);
    if (!answer.taken) {
        answer.code = result == CURLE_LOGIN_DENIED ? sendingcode::credentials : codeOf(result);
    }
    return answer;
}

} // namespace

class Transport::Curl {
  public:
    explicit Curl(TransportOptions options) : m_options(std::move(options)) {
        static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
        std::signal(SIGPIPE, SIG_IGN); // as Qt's own sockets do; OpenSSL writes without MSG_NOSIGNAL
        m_multi = ready == CURLE_OK ? curl_multi_init() : nullptr;
        if (m_multi == nullptr) {
            qFatal("libcurl cannot begin.");
        }
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Curl::socketChanged);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Curl::timerChanged);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    }
    ~Curl() {
        curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, nullptr);
        for (const auto& transfer : m_transfers) {
            curl_multi_remove_handle(m_multi, transfer->easy);
        }
        m_transfers.clear();
        curl_multi_cleanup(m_multi);
    }
    Q_DISABLE_COPY_MOVE(Curl)

    const TransportOptions& options() const { return m_options; }
    void exchange(HttpRequest request, Owner owner, std::function<void(const HttpAnswer&)> answered) {
        auto transfer = std::make_unique<Transfer>(std::move(owner));
        transfer->limit = request.answerBytes.value_or(m_options.answerBytes);
        transfer->request = std::move(request);
        transfer->answered = std::move(answered);
        settle(*transfer, m_options);
        settleHttp(*transfer);
        begin(std::move(transfer));
    }
    // On a thread and a connection of its own: curl says farewell to a mail server by waiting for it, even
    // where that fell silent; and 7.88 would give such a connection, with the late answer to one message in
    // it, to the next.
    void mail(MailRequest request, Owner owner, std::function<void(const MailAnswer&)> answered) {
        inBackground(
            &m_timer,
            [request = std::move(request), options = m_options] {
                Transfer transfer{{}};
                transfer.mail = request;
                settle(transfer, options);
                settleMail(transfer, options);
                return mailAnswer(transfer, curl_easy_perform(transfer.easy));
            },
            [owner = std::move(owner), answered = std::move(answered)](const MailAnswer& answer) {
                if (owner.lock() != nullptr) {
                    answered(answer);
                }
            });
    }

  private:
    void begin(std::unique_ptr<Transfer> transfer) {
        CURL* easy = transfer->easy;
        m_transfers.push_back(std::move(transfer));
        curl_multi_add_handle(m_multi, easy); // which sets a timer: nothing happens from within
    }

    static int timerChanged(CURLM*, long milliseconds, void* self) {
        auto& timer = static_cast<Curl*>(self)->m_timer;
        if (milliseconds < 0) {
            timer.stop();
        } else {
            timer.start(int(milliseconds));
        }
        return 0;
    }

    static int socketChanged(CURL*, curl_socket_t socket, int what, void* self, void*) {
        static_cast<Curl*>(self)->watch(socket, what);
        return 0;
    }

    void watch(curl_socket_t socket, int what) {
        listen(m_reading, socket, QSocketNotifier::Read,
               (what & CURL_POLL_IN) != 0 && what != CURL_POLL_REMOVE);
        listen(m_writing, socket, QSocketNotifier::Write,
               (what & CURL_POLL_OUT) != 0 && what != CURL_POLL_REMOVE);
    }

    using Notifiers = std::map<curl_socket_t, QSocketNotifier*>;
    void listen(Notifiers& notifiers, curl_socket_t socket, QSocketNotifier::Type type, bool wanted) {
        const auto found = notifiers.find(socket);
        if (wanted == (found != notifiers.end())) {
            return;
        }
        if (!wanted) {
            // It may be the one whose signal we are in.
            found->second->setEnabled(false);
            found->second->deleteLater();
            notifiers.erase(found);
            return;
        }
        auto* notifier = new QSocketNotifier(socket, type, &m_timer);
        notifiers[socket] = notifier;
        QObject::connect(notifier, &QSocketNotifier::activated, &m_timer, [this, socket, type] {
            act(socket, type == QSocketNotifier::Read ? CURL_CSELECT_IN : CURL_CSELECT_OUT);
        });
    }

    void act(curl_socket_t socket, int events) {
        int running = 0;
        curl_multi_socket_action(m_multi, socket, events, &running);
        std::vector<std::pair<std::unique_ptr<Transfer>, CURLcode>> done;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg == CURLMSG_DONE) {
                const CURLcode result = message->data.result;
                done.emplace_back(released(message->easy_handle), result);
            }
        }
        for (const auto& [transfer, result] : done) {
            if (transfer->owner.lock() != nullptr) {
                transfer->answered(httpAnswer(*transfer, result));
            }
        }
    }

    std::unique_ptr<Transfer> released(CURL* easy) {
        curl_multi_remove_handle(m_multi, easy);
        const auto found = std::find_if(m_transfers.begin(), m_transfers.end(),
                                        [easy](const auto& transfer) { return transfer->easy == easy; });
        auto transfer = std::move(*found);
        m_transfers.erase(found);
        return transfer;
    }

    TransportOptions m_options;
    CURLM* m_multi = nullptr;
    QTimer m_timer;
    Notifiers m_reading;
    Notifiers m_writing;
    std::vector<std::unique_ptr<Transfer>> m_transfers;
};

Transport::Transport(TransportOptions options) : m_curl(std::make_unique<Curl>(std::move(options))) {}

Transport::~Transport() = default;

const TransportOptions& Transport::options() const {
    return m_curl->options();
}

void Transport::exchange(HttpRequest request, Owner owner, std::function<void(const HttpAnswer&)> answered) {
    m_curl->exchange(std::move(request), std::move(owner), std::move(answered));
}

void Transport::mail(MailRequest request, Owner owner, std::function<void(const MailAnswer&)> answered) {
    m_curl->mail(std::move(request), std::move(owner), std::move(answered));
}

QJsonObject HttpAnswer::json() const {
    return QJsonDocument::fromJson(body).object();
}

} // namespace bongsu
