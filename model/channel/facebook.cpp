// developers.facebook.com/docs/pages-api/posts: the token goes in the body, where no address and no log holds
// it.
#include "channel/senders.h"
#include "channel/texts.h"

#include <QJsonObject>
#include <QUrl>

namespace bongsu::senders {

namespace {

constexpr int firstOfRates = 80'000; // of business use cases: 80000 … 80014
constexpr int lastOfRates = 80'014;

class FacebookSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        const QByteArray page = access().setting("page-id").toUtf8().toPercentEncoding();
        HttpRequest request{.url =
                                access().endpoint("https://graph.facebook.com/v21.0") + '/' + page + "/feed"};
        request.headers = {"Content-Type: application/x-www-form-urlencoded", "Accept: application/json"};
        request.body = "message=" + postOf(message).toUtf8().toPercentEncoding() +
                       "&access_token=" + secret("page-token").toPercentEncoding();
        return request;
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QString id = answer.json()[u"id"].toString();
        return id.isEmpty() ? std::nullopt : std::optional(id);
    }
    // Its statuses say little: what counts is the code within.
    void refine(SendingOutcome& outcome, const HttpAnswer& answer) const override {
        const QJsonObject error = answer.json()[u"error"].toObject();
        if (error.isEmpty() || answer.exchange != Exchange::Complete || answer.taken()) {
            return;
        }
        const int code = error[u"code"].toInt();
        if (code == 4 || code == 17 || code == 32 || code == 613 ||
            (code >= firstOfRates && code <= lastOfRates)) {
            outcome = later(sendingcode::busy, answer.body);
            outcome.retryAfter = retryAfterOf(answer, now());
        } else if (code == 1 || code == 2 || error[u"is_transient"].toBool()) {
            outcome = later(sendingcode::unavailable, answer.body);
        } else if (code == 190 || code == 10 || (code >= 200 && code < 300)) {
            outcome = refused(sendingcode::credentials, answer.body);
        } else if (code == 506) {
            outcome = refused(sendingcode::duplicate, answer.body);
        }
    }
};

} // namespace

std::unique_ptr<Sender> facebook(Access access) {
    return std::make_unique<FacebookSender>(std::move(access));
}

} // namespace bongsu::senders
