// developer.statuspage.io: an incident, then updates of it. Each carries our key in its metadata, and before
// anything is sent it is looked for, so that sending again is harmless.
#include "channel/senders.h"
#include "channel/texts.h"
#include "channel/transport.h"

#include "domain/event/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bongsu::senders {

namespace {

// Its words are ours but for three steps: a correction leaves the status as it is.
QString statusOf(NoticeStep step) {
    switch (step) {
    case NoticeStep::Correction:
        return {};
    case NoticeStep::Afterwards:
    case NoticeStep::Compensation:
        return QStringLiteral("resolved");
    default:
        return QString::fromLatin1(wordOf(step));
    }
}

bool hasKey(const QJsonObject& incident, const QByteArray& key) {
    const QJsonArray keys = incident[u"metadata"][u"bongsu"][u"keys"].toArray();
    return keys.contains(QString::fromLatin1(key));
}

class StatuspageSender : public AccessSender {
  public:
    using AccessSender::AccessSender;

  protected:
    void handOver(const Message& message, Answered answered) override {
        const QByteArray incident =
            message.inReplyTo.isEmpty() ? QByteArray() : '/' + message.inReplyTo.toUtf8().toPercentEncoding();
        HttpRequest request{.method = "GET", .url = incidents() + incident};
        request.headers = {authorization()};
        request.idempotent = true;
        request.answerBytes = 8 * 1024 * 1024; // a hundred incidents with all their updates
        access().means.transport.exchange(
            std::move(request), alive(),
            [this, message, answered = std::move(answered)](const HttpAnswer& answer) {
                if (!answer.taken()) {
                    answered({failed(answer)});
                } else if (message.inReplyTo.isEmpty()) {
                    create(message, answer, answered);
                } else {
                    update(message, answer.json(), answered);
                }
            });
    }

  private:
    QByteArray incidents() const {
        return access().endpoint("https://api.statuspage.io") + "/v1/pages/" +
               access().setting("page-id").toUtf8().toPercentEncoding() + "/incidents";
    }
    QByteArray authorization() const { return "Authorization: OAuth " + secret("api-key"); }

    SendingOutcome failed(const HttpAnswer& answer) const {
        return answer.taken() ? later(sendingcode::strange, answer.body) : judged(answer, true, now());
    }

    void create(const Message& message, const HttpAnswer& listed, const Answered& answered) {
        const QJsonDocument document = QJsonDocument::fromJson(listed.body);
        if (!document.isArray()) {
            answered({later(sendingcode::strange, listed.body)}); // nothing has been sent
            return;
        }
        const QJsonArray known = document.array();
        for (const QJsonValue& incident : known) {
            if (hasKey(incident.toObject(), message.key)) {
                answered({sent(incident[u"id"].toString())});
                return;
            }
        }
        const QString status = statusOf(message.step);
        QJsonObject incident = told(message, {});
        incident[u"name"] = titlesOf(message);
        incident[u"status"] = status.isEmpty() ? QStringLiteral("investigating") : status;
        tell("POST", incidents(), incident, answered);
    }

    void update(const Message& message, const QJsonObject& known, const Answered& answered) {
        if (hasKey(known, message.key)) {
            answered({sent(message.inReplyTo)});
            return;
        }
        QJsonObject incident = told(message, known[u"metadata"][u"bongsu"][u"keys"].toArray());
        if (const QString status = statusOf(message.step); !status.isEmpty()) {
            incident[u"status"] = status;
        }
        tell("PATCH", incidents() + '/' + message.inReplyTo.toUtf8().toPercentEncoding(), incident, answered);
    }

    static QJsonObject told(const Message& message, QJsonArray keys) {
        keys.push_back(QString::fromLatin1(message.key));
        return {{QStringLiteral("body"), bodiesOf(message)},
                {QStringLiteral("deliver_notifications"), true},
                {QStringLiteral("metadata"),
                 QJsonObject{{QStringLiteral("bongsu"), QJsonObject{{QStringLiteral("keys"), keys}}}}}};
    }

    void tell(const char* method, const QByteArray& url, const QJsonObject& incident,
              const Answered& answered) {
        HttpRequest request = jsonRequest(url, {{QStringLiteral("incident"), incident}}, {authorization()});
        request.method = method;
        // Not for the library: once on the wire it may not go out again before it has been looked for.
        access().means.transport.exchange(
            std::move(request), alive(), [this, answered](const HttpAnswer& answer) {
                const QString id = answer.json()[u"id"].toString();
                answered({answer.taken() && !id.isEmpty() ? sent(id) : failed(answer)});
            });
    }
};

} // namespace

std::unique_ptr<Sender> statuspage(Access access) {
    return std::make_unique<StatuspageSender>(std::move(access));
}

} // namespace bongsu::senders
