// CloudEvents 1.0 in one JSON document, signed as Standard Webhooks 1 (standardwebhooks.com) has it.
#include "channel/senders.h"
#include "channel/transport.h"

#include "domain/event/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace bongsu::senders {

namespace {

QJsonArray textsOf(const Message& message) {
    QJsonArray texts;
    for (const NoticeText& text : message.texts) {
        texts.push_back(
            QJsonObject{{QStringLiteral("language"),
                         text.language == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en")},
                        {QStringLiteral("title"), text.title},
                        {QStringLiteral("body"), text.body}});
    }
    return texts;
}

constexpr int targetsAtOnce = 50;

// To one address, or to each of a list side by side: one that hangs keeps nobody waiting but its own batch.
class CloudEventSender : public PostedSender {
  public:
    using PostedSender::PostedSender;
    int batch() const override { return access().channel.recipients.isEmpty() ? 0 : targetsAtOnce; }

  protected:
    std::optional<QString> addressOf(const QString& recipient) const override {
        return isSpeakable(recipient.toUtf8()) ? std::optional(recipient) : std::nullopt;
    }
    void handOver(const Message& message, Answered answered) override {
        if (message.recipients.empty()) {
            PostedSender::handOver(message, std::move(answered));
            return;
        }
        struct Waiting {
            std::vector<SendingOutcome> outcomes;
            std::size_t left;
            Answered answered;
        };
        const std::size_t count = message.recipients.size();
        const auto waiting = std::make_shared<Waiting>(
            Waiting{std::vector<SendingOutcome>(count), count, std::move(answered)});
        for (std::size_t i = 0; i < count; ++i) {
            const QByteArray key = i < message.keys.size() ? message.keys[i] : message.key;
            HttpRequest request = eventFor(message, key, message.recipients[i].toUtf8());
            access().means.transport.exchange(
                std::move(request), alive(), [this, waiting, message, i](const HttpAnswer& answer) {
                    waiting->outcomes[i] = outcomesOf(answer, true, message).front();
                    if (--waiting->left == 0) {
                        waiting->answered(std::move(waiting->outcomes));
                    }
                });
        }
    }
    Asked ask(const Message& message) const override {
        return eventFor(message, message.key, access().endpoint());
    }
    // Where the receiver names what it made of it, corrections name that.
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        return answer.json()[u"id"].toString();
    }

  private:
    HttpRequest eventFor(const Message& message, const QByteArray& id, const QByteArray& url) const {
        QJsonObject data{{QStringLiteral("channel"), access().channel.key},
                         {QStringLiteral("step"), QString::fromLatin1(wordOf(message.step))},
                         {QStringLiteral("drill"), message.drill},
                         {QStringLiteral("texts"), textsOf(message)}};
        if (!message.inReplyTo.isEmpty()) {
            data[u"inReplyTo"] = message.inReplyTo;
        }
        const QString key = QString::fromLatin1(id);
        const QJsonObject event{{QStringLiteral("specversion"), QStringLiteral("1.0")},
                                {QStringLiteral("id"), key},
                                {QStringLiteral("source"), QStringLiteral("urn:bongsu:notice")},
                                {QStringLiteral("type"), QStringLiteral("bongsu.notice.released")},
                                {QStringLiteral("time"), toIso(message.at)},
                                {QStringLiteral("datacontenttype"), QStringLiteral("application/json")},
                                {QStringLiteral("data"), data}};
        HttpRequest request{.url = url};
        request.body = QJsonDocument(event).toJson(QJsonDocument::Compact);
        const auto seconds = std::chrono::floor<std::chrono::seconds>(now()).time_since_epoch().count();
        const QByteArray timestamp = QByteArray::number(qint64(seconds));
        request.headers = {"Content-Type: application/cloudevents+json; charset=UTF-8",
                           "Idempotency-Key: " + id, "webhook-id: " + id, "webhook-timestamp: " + timestamp,
                           "webhook-signature: v1," + signatureOf(id, timestamp, request.body)};
        // Its receiver is the organisation's own and is told to take each key once.
        request.idempotent = true;
        return request;
    }

    QByteArray signatureOf(const QByteArray& id, const QByteArray& timestamp, const QByteArray& body) const {
        const QByteArray& written = secret("signing-key");
        QByteArray key =
            written.startsWith("whsec_") ? QByteArray::fromBase64(written.mid(6)) : QByteArray(written);
        const QByteArray code = QMessageAuthenticationCode::hash(id + '.' + timestamp + '.' + body, key,
                                                                 QCryptographicHash::Sha256);
        return code.toBase64();
    }
};

} // namespace

std::unique_ptr<Sender> cloudEvents(Access access) {
    return std::make_unique<CloudEventSender>(std::move(access));
}

} // namespace bongsu::senders
