// One message by XMPP (RFC 6120, 6121): libstrophe has a loop of its own, so it runs on a thread of its own.
#include "channel/background.h"
#include "channel/senders.h"
#include "channel/texts.h"
#include "channel/transport.h"

#include <QDeadlineTimer>

#include <strophe.h>

namespace bongsu::senders {

namespace {

constexpr unsigned long loopMilliseconds = 50;
constexpr const char* pingId = "bongsu-ping";

struct Letter {
    QByteArray jid;
    QByteArray password;
    QByteArray to;
    QByteArray nick;   // of a room: as whom to be in it; empty: `to` is a person
    QByteArray server; // empty: as the name service has it
    quint16 port = 0;
    QByteArray authorities; // empty: the system's
    QByteArray id;
    QByteArray body;
    Millis totalTime{};
};

// What has come of it so far.
struct Delivery {
    const Letter& letter;
    xmpp_ctx_t* context = nullptr;
    bool reached = false; // somebody listens there
    bool handedOver = false;
    bool secured = false; // it was encrypted at some time
    bool ended = false;
    int error = 0;
    std::optional<SendingOutcome> outcome{};
};

// Its server answers what it got in order: with the answer to the ping it has taken the message before it.
int pingAnswered(xmpp_conn_t* connection, xmpp_stanza_t*, void* userdata) {
    auto* delivery = static_cast<Delivery*>(userdata);
    if (!delivery->outcome) {
        delivery->outcome = sent(QString::fromLatin1(delivery->letter.id));
    }
    xmpp_disconnect(connection);
    return 0;
}

int messageArrived(xmpp_conn_t* connection, xmpp_stanza_t* stanza, void* userdata) {
    auto* delivery = static_cast<Delivery*>(userdata);
    const char* type = xmpp_stanza_get_type(stanza);
    const char* id = xmpp_stanza_get_id(stanza);
    // A room gives back what it has given to everybody in it.
    if (delivery->letter.id == id && type != nullptr && qstrcmp(type, "groupchat") == 0) {
        delivery->outcome = sent(QString::fromLatin1(delivery->letter.id));
        xmpp_disconnect(connection);
        return 0;
    }
    if (type == nullptr || qstrcmp(type, "error") != 0 || delivery->letter.id != id) {
        return 1;
    }
    xmpp_stanza_t* error = xmpp_stanza_get_child_by_name(stanza, "error");
    const char* kind = error != nullptr ? xmpp_stanza_get_type(error) : nullptr;
    xmpp_stanza_t* condition = error != nullptr ? xmpp_stanza_get_children(error) : nullptr;
    const QByteArray words = condition != nullptr ? xmpp_stanza_get_name(condition) : "";
    delivery->outcome = qstrcmp(kind, "wait") == 0 ? later(sendingcode::unavailable, words)
                                                   : refused(sendingcode::gone, words);
    xmpp_disconnect(connection);
    return 0;
}

void sendMessage(xmpp_conn_t* connection, Delivery& delivery, const char* type) {
    const Letter& letter = delivery.letter;
    xmpp_handler_add(connection, messageArrived, nullptr, "message", nullptr, &delivery);
    xmpp_stanza_t* message =
        xmpp_message_new(delivery.context, type, letter.to.constData(), letter.id.constData());
    xmpp_message_set_body(message, letter.body.constData());
    xmpp_stanza_t* origin = xmpp_stanza_new(delivery.context); // XEP-0359
    xmpp_stanza_set_name(origin, "origin-id");
    xmpp_stanza_set_ns(origin, "urn:xmpp:sid:0");
    xmpp_stanza_set_id(origin, letter.id.constData());
    xmpp_stanza_add_child(message, origin);
    xmpp_stanza_release(origin);
    delivery.handedOver = true;
    xmpp_send(connection, message);
    xmpp_stanza_release(message);
}

void sendOne(xmpp_conn_t* connection, Delivery& delivery) {
    xmpp_id_handler_add(connection, pingAnswered, pingId, &delivery);
    sendMessage(connection, delivery, "chat");
    xmpp_stanza_t* question = xmpp_iq_new(delivery.context, "get", pingId); // XEP-0199
    xmpp_stanza_t* ping = xmpp_stanza_new(delivery.context);
    xmpp_stanza_set_name(ping, "ping");
    xmpp_stanza_set_ns(ping, "urn:xmpp:ping");
    xmpp_stanza_add_child(question, ping);
    xmpp_stanza_release(ping);
    xmpp_send(connection, question);
    xmpp_stanza_release(question);
}

// In the room, or why not (XEP-0045): only who is in it may speak there.
int presenceArrived(xmpp_conn_t* connection, xmpp_stanza_t* stanza, void* userdata) {
    auto* delivery = static_cast<Delivery*>(userdata);
    const QByteArray from = xmpp_stanza_get_from(stanza);
    if (from != delivery->letter.to + '/' + delivery->letter.nick) {
        return 1; // others who are there
    }
    if (qstrcmp(xmpp_stanza_get_type(stanza), "error") != 0) {
        sendMessage(connection, *delivery, "groupchat");
        return 0;
    }
    xmpp_stanza_t* error = xmpp_stanza_get_child_by_name(stanza, "error");
    xmpp_stanza_t* condition = error != nullptr ? xmpp_stanza_get_children(error) : nullptr;
    delivery->outcome =
        refused(sendingcode::gone, condition != nullptr ? xmpp_stanza_get_name(condition) : "");
    xmpp_disconnect(connection);
    return 0;
}

void enterRoom(xmpp_conn_t* connection, Delivery& delivery) {
    xmpp_handler_add(connection, presenceArrived, nullptr, "presence", nullptr, &delivery);
    xmpp_stanza_t* presence = xmpp_presence_new(delivery.context);
    xmpp_stanza_set_to(presence, (delivery.letter.to + '/' + delivery.letter.nick).constData());
    xmpp_stanza_t* muc = xmpp_stanza_new(delivery.context);
    xmpp_stanza_set_name(muc, "x");
    xmpp_stanza_set_ns(muc, "http://jabber.org/protocol/muc");
    xmpp_stanza_t* history = xmpp_stanza_new(delivery.context);
    xmpp_stanza_set_name(history, "history");
    xmpp_stanza_set_attribute(history, "maxstanzas", "0"); // what was said before is not ours to read
    xmpp_stanza_add_child(muc, history);
    xmpp_stanza_release(history);
    xmpp_stanza_add_child(presence, muc);
    xmpp_stanza_release(muc);
    xmpp_send(connection, presence);
    xmpp_stanza_release(presence);
}

void lineChanged(xmpp_conn_t* connection, xmpp_conn_event_t event, int error,
                 xmpp_stream_error_t* streamError, void* userdata) {
    auto* delivery = static_cast<Delivery*>(userdata);
    if (event == XMPP_CONN_CONNECT) {
        delivery->letter.nick.isEmpty() ? sendOne(connection, *delivery) : enterRoom(connection, *delivery);
        return;
    }
    delivery->error = streamError != nullptr ? -1 : error;
    delivery->ended = true;
}

// The library says only here whether it got as far as a connection. Nothing of it is kept: passwords are in
// it.
void heard(void* userdata, xmpp_log_level_t, const char*, const char* words) {
    auto* delivery = static_cast<Delivery*>(userdata);
    delivery->reached = delivery->reached || qstrcmp(words, "connection successful") == 0;
}

SendingOutcome ending(const Delivery& delivery) {
    if (delivery.outcome) {
        return *delivery.outcome;
    }
    if (delivery.handedOver) {
        return unknown(delivery.ended ? sendingcode::reset : sendingcode::timeout);
    }
    if (delivery.ended && delivery.secured && delivery.error == 0) {
        return refused(sendingcode::credentials); // encrypted, and then shown out without a word
    }
    return later(delivery.reached && delivery.ended && !delivery.secured ? sendingcode::tls
                                                                         : sendingcode::connect);
}

SendingOutcome delivered(const Letter& letter) {
    static const bool ready = (xmpp_initialize(), true);
    Q_UNUSED(ready);
    Delivery delivery{.letter = letter};
    const xmpp_log_t log{heard, &delivery};
    delivery.context = xmpp_ctx_new(nullptr, &log);
    xmpp_conn_t* connection = xmpp_conn_new(delivery.context);
    xmpp_conn_set_flags(connection, XMPP_CONN_FLAG_MANDATORY_TLS);
    xmpp_conn_set_jid(connection, letter.jid.constData());
    xmpp_conn_set_pass(connection, letter.password.constData());
    if (!letter.authorities.isEmpty()) {
        xmpp_conn_set_cafile(connection, letter.authorities.constData());
    }
    const char* server = letter.server.isEmpty() ? nullptr : letter.server.constData();
    if (xmpp_connect_client(connection, server, letter.port, lineChanged, &delivery) == XMPP_EOK) {
        const QDeadlineTimer deadline(letter.totalTime);
        while (!delivery.ended && !deadline.hasExpired()) {
            xmpp_run_once(delivery.context, loopMilliseconds);
            delivery.secured = delivery.secured || xmpp_conn_is_secured(connection) != 0;
        }
    } else {
        delivery.outcome = later(sendingcode::connect);
    }
    const SendingOutcome outcome = ending(delivery);
    xmpp_conn_release(connection);
    xmpp_ctx_free(delivery.context);
    return outcome;
}

class XmppSender : public AccessSender {
  public:
    using AccessSender::AccessSender;

  protected:
    void handOver(const Message& message, Answered answered) override {
        const TransportOptions& options = access().means.transport.options();
        Letter letter{access().setting("jid").toUtf8(),
                      secret("password"),
                      access().setting("to").toUtf8(),
                      access().setting("nick").toUtf8(),
                      access().setting("server").toUtf8(),
                      quint16(access().setting("port").toUInt()),
                      options.authorities,
                      message.key,
                      postOf(message).toUtf8(),
                      options.totalTime};
        inBackground(
            context(), [letter = std::move(letter)] { return delivered(letter); },
            [answered = std::move(answered)](SendingOutcome outcome) { answered({std::move(outcome)}); });
    }
};

} // namespace

std::unique_ptr<Sender> xmpp(Access access) {
    return std::make_unique<XmppSender>(std::move(access));
}

} // namespace bongsu::senders
