// NHN Cloud SMS v3.0: 200 says nothing, `header` does. docs.nhncloud.com/ko/Notification/SMS/ko/api-guide
#include "channel/senders.h"
#include "channel/smstext.h"
#include "channel/texts.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bongsu::senders {

namespace {

constexpr const char* usualEndpoint = "https://api-sms.cloud.toast.com";
constexpr int recipientsAtOnce = 100; // 1,000 are allowed
constexpr int systemError = -9999;

class NhnSms : public TelephoneSender {
  public:
    using TelephoneSender::TelephoneSender;
    int batch() const override { return recipientsAtOnce; }

  protected:
    Asked ask(const Message& message) const override {
        const auto text = smsTextOf(message);
        if (!text) {
            return tl::unexpected(text.error());
        }
        QJsonArray recipients;
        for (const QString& to : message.recipients) {
            recipients.push_back(QJsonObject{{QStringLiteral("recipientNo"), to},
                                             {QStringLiteral("countryCode"), QStringLiteral("82")}});
        }
        QJsonObject body{
            {QStringLiteral("body"), text->body},
            {QStringLiteral("sendNo"), telephoneDigits(access().setting("from")).value_or(QString())},
            {QStringLiteral("recipientList"), recipients}};
        if (text->isLong) {
            // Of a long one the title is required; what has none begins with its first line.
            body[u"title"] =
                !text->subject.isEmpty() ? text->subject : text->body.section(u'\n', 0, 0).left(20);
        }
        const QByteArray key = access().setting("app-key").toUtf8().toPercentEncoding();
        return jsonRequest(access().endpoint(usualEndpoint) + "/sms/v3.0/appKeys/" + key +
                               (text->isLong ? "/sender/mms" : "/sender/sms"),
                           body, {"X-Secret-Key: " + secret("secret-key")});
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QJsonObject body = answer.json();
        if (!body[u"header"][u"isSuccessful"].isBool()) {
            return std::nullopt;
        }
        return body[u"body"][u"data"][u"requestId"].toString();
    }
    std::vector<SendingOutcome> outcomesOf(const HttpAnswer& answer, bool idempotent,
                                           const Message& message) const override {
        const SendingOutcome all = PostedSender::outcomesOf(answer, idempotent, message).front();
        std::vector<SendingOutcome> outcomes(message.recipients.size(), all);
        if (all.sending != Sending::Sent) {
            return outcomes;
        }
        const QJsonObject body = answer.json();
        if (!body[u"header"][u"isSuccessful"].toBool()) {
            return std::vector(outcomes.size(), refusalOf(body[u"header"].toObject()));
        }
        const QJsonArray results = body[u"body"][u"data"][u"sendResultList"].toArray();
        for (const QJsonValue& result : results) {
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                if (result[u"recipientNo"].toString() == message.recipients[i] &&
                    result[u"resultCode"].toInt() != 0) {
                    outcomes[i] = refusalOf(result.toObject());
                }
            }
        }
        return outcomes;
    }

  private:
    static SendingOutcome refusalOf(const QJsonObject& said) {
        const int code = said[u"resultCode"].toInt();
        const QByteArray words = QByteArray::number(code) + ' ' + said[u"resultMessage"].toString().toUtf8();
        return code == systemError ? later(sendingcode::unavailable, words)
                                   : refused(sendingcode::rejected, words);
    }
};

} // namespace

std::unique_ptr<Sender> nhnSms(Access access) {
    return std::make_unique<NhnSms>(std::move(access));
}

} // namespace bongsu::senders
