// docs.x.com, POST /2/tweets with OAuth 1.0a (RFC 5849): the JSON body is not part of what is signed.
#include "channel/senders.h"
#include "channel/texts.h"

#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace bongsu::senders {

namespace {

constexpr int nonceBytes = 16;

class XSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        QJsonObject body{{QStringLiteral("text"), postOf(message)}};
        if (!message.inReplyTo.isEmpty()) {
            body[u"reply"] = QJsonObject{{QStringLiteral("in_reply_to_tweet_id"), message.inReplyTo}};
        }
        const QByteArray url = access().endpoint("https://api.x.com") + "/2/tweets";
        return jsonRequest(url, body, {"Authorization: " + authorization("POST", url)});
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QJsonObject body = answer.json();
        const QString id = body[u"data"][u"id"].toString();
        return id.isEmpty() ? std::nullopt : std::optional(id);
    }
    void refine(SendingOutcome& outcome, const HttpAnswer& answer) const override {
        // The same text again: an earlier attempt of which nobody knew is there.
        if (answer.status == 403 && answer.body.toLower().contains("duplicate")) {
            outcome.code = sendingcode::duplicate;
        }
    }

  private:
    QByteArray authorization(const QByteArray& method, const QByteArray& url) const {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(now()).time_since_epoch().count();
        std::map<QByteArray, QByteArray> parameters{
            {"oauth_consumer_key", secret("consumer-key")},
            {"oauth_nonce", access().means.randomness.bytes(nonceBytes).toHex()},
            {"oauth_signature_method", "HMAC-SHA1"},
            {"oauth_timestamp", QByteArray::number(qint64(seconds))},
            {"oauth_token", secret("token")},
            {"oauth_version", "1.0"}};
        QByteArray pairs;
        for (const auto& [name, value] : parameters) {
            pairs += (pairs.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
        }
        const QByteArray base = method + '&' + url.toPercentEncoding() + '&' + pairs.toPercentEncoding();
        const QByteArray key =
            secret("consumer-secret").toPercentEncoding() + '&' + secret("token-secret").toPercentEncoding();
        parameters["oauth_signature"] =
            QMessageAuthenticationCode::hash(base, key, QCryptographicHash::Sha1).toBase64();
        QByteArray header = "OAuth ";
        for (const auto& [name, value] : parameters) {
            header += (header.endsWith(' ') ? "" : ", ") + name + "=\"" + value.toPercentEncoding() + '"';
        }
        return header;
    }
};

} // namespace

std::unique_ptr<Sender> x(Access access) {
    return std::make_unique<XSender>(std::move(access));
}

} // namespace bongsu::senders
