// docs.joinmastodon.org/methods/statuses/#create: an Idempotency-Key is known for an hour.
#include "channel/senders.h"
#include "channel/texts.h"

#include <QJsonObject>

namespace bongsu::senders {

namespace {

using namespace std::chrono_literals;

class MastodonSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        const QString visibility = access().setting("visibility");
        QJsonObject status{
            {QStringLiteral("status"), postOf(message)},
            {QStringLiteral("visibility"), visibility.isEmpty() ? QStringLiteral("public") : visibility},
            {QStringLiteral("language"), message.texts.front().language == Language::Korean
                                             ? QStringLiteral("ko")
                                             : QStringLiteral("en")}};
        if (!message.inReplyTo.isEmpty()) {
            status[u"in_reply_to_id"] = message.inReplyTo;
        }
        HttpRequest request =
            jsonRequest(access().endpoint() + "/api/v1/statuses", status,
                        {"Authorization: Bearer " + secret("token"), "Idempotency-Key: " + message.key});
        request.idempotent = true;
        return request;
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QString id = answer.json()[u"id"].toString();
        return id.isEmpty() ? std::nullopt : std::optional(id);
    }
    void refine(SendingOutcome& outcome, const HttpAnswer& answer) const override {
        const bool maybeThere = answer.exchange == Exchange::Unanswered ||
                                outcome.code == sendingcode::gateway || outcome.code == sendingcode::strange;
        if (outcome.sending == Sending::Later && maybeThere) {
            outcome.retryWithin = 1h;
        }
    }
};

} // namespace

std::unique_ptr<Sender> mastodon(Access access) {
    return std::make_unique<MastodonSender>(std::move(access));
}

} // namespace bongsu::senders
