// atproto.com, docs.bsky.app: a session, then putRecord under a key made of the message's, which is the same
// twice.
#include "channel/senders.h"
#include "channel/texts.h"
#include "channel/transport.h"
#include "domain/base/hash.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtEndian>

namespace bongsu::senders {

namespace {

constexpr const char* collection = "app.bsky.feed.post";

// A TID: 53 bits of microseconds, 10 of a clock, in 13 letters that sort like the number. Time and key are
// the message's own, so that a second attempt has the same.
QString tidOf(const Message& message) {
    const QByteArray hash = sha256({message.key});
    const quint32 chance = qFromBigEndian<quint32>(hash.constData());
    const quint64 microseconds = quint64(message.at.time_since_epoch().count()) * 1000 + chance % 1000;
    const quint64 number = ((microseconds & ((quint64(1) << 53) - 1)) << 10) | ((chance >> 10) & 0x3ff);
    static constexpr char letters[] = "234567abcdefghijklmnopqrstuvwxyz";
    QString tid(13, u'2');
    for (int i = 0; i < 13; ++i) {
        tid[12 - i] = QLatin1Char(letters[(number >> (5 * i)) & 31]);
    }
    return tid;
}

QJsonArray facetsOf(const QString& text) {
    QJsonArray facets;
    for (const LinkSpan& span : linksIn(text)) {
        const QJsonObject index{{QStringLiteral("byteStart"), qint64(span.begin)},
                                {QStringLiteral("byteEnd"), qint64(span.end)}};
        const QJsonObject link{{QStringLiteral("$type"), QStringLiteral("app.bsky.richtext.facet#link")},
                               {QStringLiteral("uri"), span.link}};
        facets.push_back(
            QJsonObject{{QStringLiteral("index"), index}, {QStringLiteral("features"), QJsonArray{link}}});
    }
    return facets;
}

// A reference is "at://did/collection/rkey cid": an answer names both.
QJsonObject strongReference(const QString& reference) {
    return {{QStringLiteral("uri"), reference.section(u' ', 0, 0)},
            {QStringLiteral("cid"), reference.section(u' ', 1, 1)}};
}

QJsonObject recordOf(const Message& message) {
    const QString text = postOf(message);
    QJsonArray languages;
    for (const NoticeText& one : message.texts) {
        languages.push_back(one.language == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en"));
    }
    QJsonObject record{{QStringLiteral("$type"), QLatin1String(collection)},
                       {QStringLiteral("text"), text},
                       {QStringLiteral("createdAt"), toIso(message.at)},
                       {QStringLiteral("langs"), languages}};
    if (const QJsonArray facets = facetsOf(text); !facets.isEmpty()) {
        record[u"facets"] = facets;
    }
    if (message.inReplyTo.contains(u' ')) {
        const QJsonObject first = strongReference(message.inReplyTo);
        record[u"reply"] = QJsonObject{{QStringLiteral("root"), first}, {QStringLiteral("parent"), first}};
    }
    return record;
}

class BlueskySender : public AccessSender {
  public:
    using AccessSender::AccessSender;

  protected:
    void handOver(const Message& message, Answered answered) override {
        HttpRequest request =
            jsonRequest(call("com.atproto.server.createSession"),
                        {{QStringLiteral("identifier"), access().setting("handle")},
                         {QStringLiteral("password"), QString::fromUtf8(secret("app-password"))}});
        request.idempotent = true; // nothing is told by it
        access().means.transport.exchange(
            std::move(request), alive(),
            [this, message, answered = std::move(answered)](const HttpAnswer& answer) {
                const QJsonObject session = answer.json();
                const QString token = session[u"accessJwt"].toString();
                if (answer.taken() && !token.isEmpty()) {
                    put(message, token.toLatin1(), session[u"did"].toString(), answered);
                } else {
                    answered({failed(answer)});
                }
            });
    }

  private:
    QByteArray call(const char* method) const {
        return access().endpoint("https://bsky.social") + "/xrpc/" + method;
    }

    SendingOutcome failed(const HttpAnswer& answer) const {
        return answer.taken() ? later(sendingcode::strange, answer.body) : judged(answer, true, now());
    }

    void put(const Message& message, const QByteArray& token, const QString& did, const Answered& answered) {
        HttpRequest request = jsonRequest(call("com.atproto.repo.putRecord"),
                                          {{QStringLiteral("repo"), did},
                                           {QStringLiteral("collection"), QLatin1String(collection)},
                                           {QStringLiteral("rkey"), tidOf(message)},
                                           {QStringLiteral("record"), recordOf(message)}},
                                          {"Authorization: Bearer " + token});
        request.idempotent = true;
        access().means.transport.exchange(
            std::move(request), alive(), [this, answered, token](const HttpAnswer& answer) {
                const QJsonObject body = answer.json();
                const QString uri = body[u"uri"].toString();
                SendingOutcome outcome = answer.taken() && !uri.isEmpty()
                                             ? sent(uri + u' ' + body[u"cid"].toString())
                                             : failed(answer);
                outcome.words.replace(token, "***"); // a secret that it gave us itself
                answered({outcome});
            });
    }
};

} // namespace

std::unique_ptr<Sender> bluesky(Access access) {
    return std::make_unique<BlueskySender>(std::move(access));
}

} // namespace bongsu::senders
