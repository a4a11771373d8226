// Speaks to channels as a relay does, for tests: a line of JSON in asks for one sending, a line out says what
// came of it.
#include "channel/place.h"
#include "channel/sender.h"
#include "channel/transport.h"
#include "domain/event/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace bongsu {

namespace {

class WallClock : public Clock {
  public:
    Moment now() const override { return Moment(Millis(QDateTime::currentMSecsSinceEpoch())); }
};

class SystemChance : public Randomness {
  public:
    QByteArray bytes(int count) override {
        QByteArray bytes(count, Qt::Uninitialized);
        std::generate(bytes.begin(), bytes.end(),
                      [] { return char(QRandomGenerator::system()->bounded(256)); });
        return bytes;
    }
};

QString textAt(const QJsonObject& object, const char* name) {
    return object[QLatin1String(name)].toString();
}

std::map<QString, QString> settingsIn(const QJsonObject& object) {
    std::map<QString, QString> settings;
    for (auto at = object.begin(); at != object.end(); ++at) {
        settings[at.key()] = at->toString();
    }
    return settings;
}

Secrets secretsIn(const QJsonObject& object) {
    std::map<QString, QByteArray> secrets;
    for (auto at = object.begin(); at != object.end(); ++at) {
        secrets[at.key()] = at->toString().toUtf8();
    }
    return Secrets(std::move(secrets));
}

template <class Enum>
Enum valueOf(const QString& word) {
    const auto& all = Words<Enum>::all;
    const auto found =
        std::find_if(all.begin(), all.end(), [&word](const char* one) { return word == QLatin1String(one); });
    if (found == all.end()) {
        qFatal("'%s' is no such word", qPrintable(word));
    }
    return Enum(found - all.begin() + 1);
}

Message messageIn(const QJsonObject& object) {
    Message message{.texts = {}, .key = textAt(object, "key").toLatin1()};
    for (const QJsonValue& value : object[u"texts"].toArray()) {
        const QJsonObject text = value.toObject();
        NoticeText notice;
        notice.language = textAt(text, "language") == u"en" ? Language::English : Language::Korean;
        notice.title = textAt(text, "title");
        notice.body = textAt(text, "body");
        const QJsonObject variables = text[u"variables"].toObject();
        for (auto at = variables.begin(); at != variables.end(); ++at) {
            notice.variables.push_back({at.key(), at->toString()});
        }
        message.texts.push_back(std::move(notice));
    }
    for (const QJsonValue& recipient : object[u"recipients"].toArray()) {
        message.recipients.push_back(recipient.toString());
    }
    for (const QJsonValue& key : object[u"keys"].toArray()) {
        message.keys.push_back(key.toString().toLatin1());
    }
    message.at = momentFromIso(textAt(object, "at")).value_or(Moment());
    message.step = valueOf<NoticeStep>(textAt(object, "step"));
    message.inReplyTo = textAt(object, "inReplyTo");
    message.drill = object[u"drill"].toBool();
    return message;
}

QJsonObject written(const SendingOutcome& outcome) {
    static const char* const words[]{"sent", "delivered", "refused", "later", "unknown"};
    QJsonObject object{{QStringLiteral("sending"), QLatin1String(words[int(outcome.sending) - 1])},
                       {QStringLiteral("code"), QString::fromLatin1(outcome.code)},
                       {QStringLiteral("reference"), outcome.reference},
                       {QStringLiteral("words"), QString::fromUtf8(outcome.words)}};
    if (outcome.retryAfter) {
        object[u"retryAfter"] = qint64(outcome.retryAfter->count());
    }
    if (outcome.retryWithin) {
        object[u"retryWithin"] = qint64(outcome.retryWithin->count());
    }
    return object;
}

class Speaker {
  public:
    explicit Speaker(const QStringList& arguments)
        : m_transport(optionsFrom(arguments)), m_means{m_transport, m_clock, m_chance} {}

    void carryOut(const QByteArray& line) {
        const QJsonObject asked = QJsonDocument::fromJson(line).object();
        const QJsonValue id = asked[u"id"];
        if (asked.contains(u"files")) {
            publish(asked, id);
        } else {
            send(asked, id);
        }
    }

  private:
    // connect, total: milliseconds; authorities: a file.
    static TransportOptions optionsFrom(const QStringList& arguments) {
        TransportOptions options;
        options.connectTime = Millis(arguments.value(1).toInt());
        options.totalTime = Millis(arguments.value(2).toInt());
        options.authorities = arguments.value(3).toUtf8();
        return options;
    }

    void answer(const QJsonValue& id, const std::vector<SendingOutcome>& outcomes) {
        QJsonArray list;
        for (const SendingOutcome& outcome : outcomes) {
            list.push_back(written(outcome));
        }
        const QByteArray line =
            QJsonDocument(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("outcomes"), list}})
                .toJson(QJsonDocument::Compact);
        std::puts(line.constData());
        std::fflush(stdout);
    }

    void send(const QJsonObject& asked, const QJsonValue& id) {
        Channel channel{.key = textAt(asked, "key"), .name = {}};
        channel.kind = valueOf<ChannelKind>(textAt(asked, "kind"));
        channel.via = textAt(asked, "via");
        channel.settings = settingsIn(asked[u"settings"].toObject());
        channel.sandbox = asked[u"sandbox"].toBool();
        if (!asked[u"message"][u"recipients"].toArray().isEmpty()) {
            channel.recipients = QStringLiteral("list");
        }
        auto sender = senderFor(channel, secretsIn(asked[u"secrets"].toObject()), m_means);
        if (!sender) {
            answer(id, {sender.error()});
            return;
        }
        Sender* kept = m_senders.emplace_back(*std::move(sender)).get();
        kept->send(messageIn(asked[u"message"].toObject()),
                   [this, id](const std::vector<SendingOutcome>& outcomes) { answer(id, outcomes); });
    }

    void publish(const QJsonObject& asked, const QJsonValue& id) {
        PublishingPlace settings{textAt(asked, "key"), textAt(asked, "via"),
                                 settingsIn(asked[u"settings"].toObject())};
        auto place = placeFor(settings, secretsIn(asked[u"secrets"].toObject()), m_means);
        if (!place) {
            answer(id, {place.error()});
            return;
        }
        std::vector<PublishedFile> files;
        for (const QJsonValue& value : asked[u"files"].toArray()) {
            files.push_back({value[u"path"].toString(), value[u"text"].toString().toUtf8()});
        }
        Publisher* kept = m_places.emplace_back(*std::move(place)).get();
        kept->publish(std::move(files), [this, id](const SendingOutcome& outcome) { answer(id, {outcome}); });
    }

    WallClock m_clock;
    SystemChance m_chance;
    Transport m_transport;
    SendingMeans m_means;
    std::vector<std::unique_ptr<Sender>> m_senders;
    std::vector<std::unique_ptr<Publisher>> m_places;
};

} // namespace

} // namespace bongsu

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    bongsu::Speaker speaker(QCoreApplication::arguments());
    QByteArray waiting;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&waiting, &speaker] {
        char piece[65536];
        const ssize_t count = ::read(STDIN_FILENO, piece, sizeof piece);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        waiting.append(piece, count);
        for (qsizetype end = waiting.indexOf('\n'); end >= 0; end = waiting.indexOf('\n')) {
            speaker.carryOut(waiting.first(end));
            waiting.remove(0, end + 1);
        }
    });
    return QCoreApplication::exec();
}
