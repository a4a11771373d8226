// core.telegram.org/bots/api#sendmessage: plain text, so that nothing in it has to be escaped.
#include "channel/senders.h"
#include "channel/texts.h"

#include <QJsonObject>

namespace bongsu::senders {

namespace {

class TelegramSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        const QString text = postOf(message);
        QJsonObject body{{QStringLiteral("chat_id"), access().setting("chat-id")},
                         {QStringLiteral("text"), text}};
        if (const qint64 first = message.inReplyTo.toLongLong(); first > 0) {
            body[u"reply_parameters"] = QJsonObject{{QStringLiteral("message_id"), first},
                                                    {QStringLiteral("allow_sending_without_reply"), true}};
        }
        return jsonRequest(access().endpoint("https://api.telegram.org") + "/bot" + secret("bot-token") +
                               "/sendMessage",
                           body);
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QJsonObject body = answer.json();
        const qint64 id = body[u"result"][u"message_id"].toInteger();
        return body[u"ok"].toBool() && id > 0 ? std::optional(QString::number(id)) : std::nullopt;
    }
    void refine(SendingOutcome& outcome, const HttpAnswer& answer) const override {
        const QJsonObject body = answer.json();
        const QJsonValue seconds = body[u"parameters"][u"retry_after"];
        if (answer.status == 429 && seconds.isDouble()) {
            outcome.retryAfter = retryAfterSeconds(seconds.toDouble());
        }
        // 404 is how it says that there is no such bot; 400, that there is no such chat.
        if (outcome.sending == Sending::Refused && answer.status == 404) {
            outcome.code = sendingcode::credentials;
        } else if (answer.status == 400 && body[u"description"].toString().contains(u"chat not found")) {
            outcome.code = sendingcode::gone;
        } else if (answer.status == 403) {
            outcome.code = sendingcode::gone; // put out of the chat
        }
    }
};

} // namespace

std::unique_ptr<Sender> telegram(Access access) {
    return std::make_unique<TelegramSender>(std::move(access));
}

} // namespace bongsu::senders
