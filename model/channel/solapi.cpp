// Solapi: text messages and AlimTalk by one call. developers.solapi.com/references/messages/sendManyDetail
#include "channel/senders.h"
#include "channel/smstext.h"
#include "channel/texts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace bongsu::senders {

namespace {

constexpr const char* usualEndpoint = "https://api.solapi.com";
constexpr int recipientsAtOnce = 100;
constexpr int saltBytes = 16;

class SolapiSender : public TelephoneSender {
  public:
    using TelephoneSender::TelephoneSender;
    int batch() const override { return recipientsAtOnce; }

  protected:
    Asked ask(const Message& message) const override {
        const auto one = messageTo(message);
        if (!one) {
            return tl::unexpected(one.error());
        }
        QJsonArray messages;
        for (const QString& to : message.recipients) {
            QJsonObject each = *one;
            each[u"to"] = to;
            messages.push_back(each);
        }
        return jsonRequest(access().endpoint(usualEndpoint) + "/messages/v4/send-many/detail",
                           {{QStringLiteral("messages"), messages}}, {"Authorization: " + authorization()});
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QJsonObject group = answer.json()[u"groupInfo"].toObject();
        const QString id = group[u"groupId"].toString(group[u"_id"].toString());
        return id.isEmpty() ? std::nullopt : std::optional(id);
    }
    // 200 may hold those that it did not take.
    std::vector<SendingOutcome> outcomesOf(const HttpAnswer& answer, bool idempotent,
                                           const Message& message) const override {
        std::vector<SendingOutcome> outcomes(message.recipients.size(),
                                             PostedSender::outcomesOf(answer, idempotent, message).front());
        const bool answered = answer.exchange == Exchange::Complete && answer.status < 500;
        const QJsonArray failed = answered ? answer.json()[u"failedMessageList"].toArray() : QJsonArray();
        for (const QJsonValue& value : failed) {
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                if (value[u"to"].toString() == message.recipients[i]) {
                    outcomes[i] = refused(sendingcode::rejected, (value[u"statusCode"].toString() + u' ' +
                                                                  value[u"statusMessage"].toString())
                                                                     .toUtf8());
                }
            }
        }
        return outcomes;
    }
    // All of a message but whom it is to.
    virtual tl::expected<QJsonObject, SendingOutcome> messageTo(const Message& message) const = 0;

  private:
    QByteArray authorization() const {
        const QByteArray date = toIso(now()).toLatin1();
        const QByteArray salt = access().means.randomness.bytes(saltBytes).toHex();
        const QByteArray signature =
            QMessageAuthenticationCode::hash(date + salt, secret("api-secret"), QCryptographicHash::Sha256)
                .toHex();
        return "HMAC-SHA256 apiKey=" + secret("api-key") + ", date=" + date + ", salt=" + salt +
               ", signature=" + signature;
    }
};

class SolapiSms : public SolapiSender {
  public:
    using SolapiSender::SolapiSender;

  protected:
    tl::expected<QJsonObject, SendingOutcome> messageTo(const Message& message) const override {
        const auto text = smsTextOf(message);
        if (!text) {
            return tl::unexpected(text.error());
        }
        QJsonObject one{
            {QStringLiteral("from"), telephoneDigits(access().setting("from")).value_or(QString())},
            {QStringLiteral("type"), text->isLong ? QStringLiteral("LMS") : QStringLiteral("SMS")},
            {QStringLiteral("text"), text->body}};
        if (text->isLong && !text->subject.isEmpty()) {
            one[u"subject"] = text->subject;
        }
        return one;
    }
};

class SolapiAlimtalk : public SolapiSender {
  public:
    using SolapiSender::SolapiSender;

  protected:
    tl::expected<QJsonObject, SendingOutcome> messageTo(const Message& message) const override {
        QJsonObject variables;
        for (const NoticeText& text : message.texts) {
            for (const Variable& variable : text.variables) {
                const bool isWhole = variable.name.startsWith(u"#{");
                variables[isWhole ? variable.name : QStringLiteral("#{%1}").arg(variable.name)] =
                    variable.value;
            }
        }
        // Whether a text message is to follow is decided by the notice, not by the messenger's carrier.
        const QJsonObject options{{QStringLiteral("pfId"), access().setting("pf-id")},
                                  {QStringLiteral("templateId"), access().setting("template-id")},
                                  {QStringLiteral("variables"), variables},
                                  {QStringLiteral("disableSms"), true}};
        return QJsonObject{{QStringLiteral("type"), QStringLiteral("ATA")},
                           {QStringLiteral("kakaoOptions"), options}};
    }
};

} // namespace

std::unique_ptr<Sender> solapiSms(Access access) {
    return std::make_unique<SolapiSms>(std::move(access));
}
std::unique_ptr<Sender> solapiAlimtalk(Access access) {
    return std::make_unique<SolapiAlimtalk>(std::move(access));
}

} // namespace bongsu::senders
