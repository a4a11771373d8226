#include "channel/senders.h"
#include "channel/texts.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bongsu::senders {

namespace {

QByteArray trimmedBody(const HttpAnswer& answer) {
    return answer.body.trimmed();
}

// https://api.slack.com/messaging/webhooks
class SlackSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        // These three are Slack's control characters: escaped, nothing in a text calls a whole channel.
        QString text = postOf(message);
        text.replace(u'&', QStringLiteral("&amp;"));
        text.replace(u'<', QStringLiteral("&lt;")).replace(u'>', QStringLiteral("&gt;"));
        return jsonRequest(secret("webhook"), {{QStringLiteral("text"), text}});
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        return trimmedBody(answer) == "ok" ? std::optional(QString()) : std::nullopt;
    }
};

// https://developers.mattermost.com/integrate/webhooks/incoming/
class MattermostSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        const QString text = postOf(message);
        return jsonRequest(secret("webhook"), {{QStringLiteral("text"), text}});
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        return trimmedBody(answer) == "ok" ? std::optional(QString()) : std::nullopt;
    }
};

// https://discord.com/developers/docs/resources/webhook#execute-webhook
class DiscordSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        const QString text = postOf(message);
        QByteArray url = secret("webhook");
        url += url.contains('?') ? "&wait=true" : "?wait=true"; // or it answers before it has the message
        return jsonRequest(url, {{QStringLiteral("content"), text},
                                 {QStringLiteral("allowed_mentions"),
                                  QJsonObject{{QStringLiteral("parse"), QJsonArray()}}}});
    }
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QString id = answer.json()[u"id"].toString();
        return id.isEmpty() ? std::nullopt : std::optional(id);
    }
    void refine(SendingOutcome& outcome, const HttpAnswer& answer) const override {
        const QJsonValue seconds = answer.json()[u"retry_after"];
        if (answer.status == 429 && seconds.isDouble()) {
            outcome.retryAfter = retryAfterSeconds(seconds.toDouble());
        }
    }
};

// A flow made from "when a Teams webhook request is received": it takes a card, and 202 is all that it ever
// says.
class TeamsSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    Asked ask(const Message& message) const override {
        QJsonArray blocks;
        for (const NoticeText& text : message.texts) {
            const bool first = blocks.isEmpty();
            if (!text.title.isEmpty()) {
                blocks.push_back(block(text.title, true, !first));
            }
            for (const QString& line : text.body.split(u'\n', Qt::SkipEmptyParts)) {
                blocks.push_back(block(
                    line, false, !first && line == text.body.section(u'\n', 0, 0) && text.title.isEmpty()));
            }
        }
        const QJsonObject card{
            {QStringLiteral("$schema"), QStringLiteral("http://adaptivecards.io/schemas/adaptive-card.json")},
            {QStringLiteral("type"), QStringLiteral("AdaptiveCard")},
            {QStringLiteral("version"), QStringLiteral("1.4")},
            {QStringLiteral("body"), blocks}};
        const QJsonObject attachment{
            {QStringLiteral("contentType"), QStringLiteral("application/vnd.microsoft.card.adaptive")},
            {QStringLiteral("contentUrl"), QJsonValue::Null},
            {QStringLiteral("content"), card}};
        HttpRequest request =
            jsonRequest(secret("webhook"), {{QStringLiteral("type"), QStringLiteral("message")},
                                            {QStringLiteral("attachments"), QJsonArray{attachment}}});
        if (request.body.size() > 28 * 1024) {
            return tl::unexpected(refused(sendingcode::tooLong));
        }
        return request;
    }
    std::optional<QString> referenceOf(const HttpAnswer&) const override { return QString(); }

  private:
    // A block for each line: within one, Teams takes single line ends away.
    static QJsonObject block(const QString& line, bool bold, bool apart) {
        QJsonObject block{{QStringLiteral("type"), QStringLiteral("TextBlock")},
                          {QStringLiteral("text"), line},
                          {QStringLiteral("wrap"), true}};
        if (bold) {
            block[u"weight"] = QStringLiteral("Bolder");
        }
        if (apart) {
            block[u"separator"] = true;
        }
        return block;
    }
};

} // namespace

std::unique_ptr<Sender> slack(Access access) {
    return std::make_unique<SlackSender>(std::move(access));
}
std::unique_ptr<Sender> mattermost(Access access) {
    return std::make_unique<MattermostSender>(std::move(access));
}
std::unique_ptr<Sender> discord(Access access) {
    return std::make_unique<DiscordSender>(std::move(access));
}
std::unique_ptr<Sender> teams(Access access) {
    return std::make_unique<TeamsSender>(std::move(access));
}

} // namespace bongsu::senders
