// Naver Cloud SENS: SMS and LMS (sms/v2), AlimTalk (alimtalk/v2).
// api.ncloud-docs.com/docs/ai-application-service-sens
#include "channel/senders.h"
#include "channel/smstext.h"
#include "channel/texts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace bongsu::senders {

namespace {

constexpr const char* usualEndpoint = "https://sens.apigw.ntruss.com";
constexpr int recipientsAtOnce = 100;

class SensSender : public TelephoneSender {
  public:
    using TelephoneSender::TelephoneSender;
    int batch() const override { return recipientsAtOnce; }

  protected:
    // Signed for five minutes, over method, path and time; not over the body, so TLS alone keeps that.
    HttpRequest signedRequest(const QByteArray& path, const QJsonObject& body) const {
        const QByteArray timestamp = QByteArray::number(qint64(now().time_since_epoch().count()));
        const QByteArray& accessKey = secret("access-key");
        const QByteArray signature =
            QMessageAuthenticationCode::hash("POST " + path + '\n' + timestamp + '\n' + accessKey,
                                             secret("secret-key"), QCryptographicHash::Sha256)
                .toBase64();
        return jsonRequest(access().endpoint(usualEndpoint) + path, body,
                           {"x-ncp-apigw-timestamp: " + timestamp, "x-ncp-iam-access-key: " + accessKey,
                            "x-ncp-apigw-signature-v2: " + signature});
    }
    QByteArray servicePath(const char* api) const {
        return QByteArray(api) + access().setting("service-id").toUtf8().toPercentEncoding(":") + "/messages";
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QJsonObject body = answer.json();
        const QString id = body[u"requestId"].toString();
        return id.isEmpty() ? std::nullopt : std::optional(id);
    }
};

class SensSms : public SensSender {
  public:
    using SensSender::SensSender;

  protected:
    Asked ask(const Message& message) const override {
        const auto text = smsTextOf(message);
        if (!text) {
            return tl::unexpected(text.error());
        }
        QJsonArray messages;
        for (const QString& to : message.recipients) {
            messages.push_back(QJsonObject{{QStringLiteral("to"), to}});
        }
        QJsonObject body{
            {QStringLiteral("type"), text->isLong ? QStringLiteral("LMS") : QStringLiteral("SMS")},
            {QStringLiteral("contentType"), QStringLiteral("COMM")},
            {QStringLiteral("countryCode"), QStringLiteral("82")},
            {QStringLiteral("from"), telephoneDigits(access().setting("from")).value_or(QString())},
            {QStringLiteral("content"), text->body},
            {QStringLiteral("messages"), messages}};
        if (text->isLong && !text->subject.isEmpty()) {
            body[u"subject"] = text->subject;
        }
        return signedRequest(servicePath("/sms/v2/services/"), body);
    }
};

class SensAlimtalk : public SensSender {
  public:
    using SensSender::SensSender;

  protected:
    Asked ask(const Message& message) const override {
        // The text as it was approved, its variables filled in: what does not match the template is not
        // delivered.
        const QString content = bodiesOf(message);
        QJsonArray messages;
        for (const QString& to : message.recipients) {
            messages.push_back(QJsonObject{{QStringLiteral("to"), to}, {QStringLiteral("content"), content}});
        }
        return signedRequest(servicePath("/alimtalk/v2/services/"),
                             {{QStringLiteral("plusFriendId"), access().setting("plus-friend-id")},
                              {QStringLiteral("templateCode"), access().setting("template-code")},
                              {QStringLiteral("messages"), messages}});
    }
    std::vector<SendingOutcome> outcomesOf(const HttpAnswer& answer, bool idempotent,
                                           const Message& message) const override {
        std::vector<SendingOutcome> all = PostedSender::outcomesOf(answer, idempotent, message);
        if (all.front().sending != Sending::Sent) {
            return all;
        }
        std::vector<SendingOutcome> outcomes(message.recipients.size(), all.front());
        for (const QJsonValue& value : answer.json()[u"messages"].toArray()) {
            const QString status = value[u"requestStatusCode"].toString();
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                if (value[u"to"].toString() != message.recipients[i]) {
                    continue;
                }
                outcomes[i].reference = value[u"messageId"].toString();
                if (!status.isEmpty() && status != u"A000") {
                    outcomes[i] = refused(sendingcode::rejected,
                                          (status + u' ' + value[u"requestStatusDesc"].toString()).toUtf8());
                }
            }
        }
        return outcomes;
    }
};

} // namespace

std::unique_ptr<Sender> sensSms(Access access) {
    return std::make_unique<SensSms>(std::move(access));
}
std::unique_ptr<Sender> sensAlimtalk(Access access) {
    return std::make_unique<SensAlimtalk>(std::move(access));
}

} // namespace bongsu::senders
