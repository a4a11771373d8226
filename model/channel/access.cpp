#include "channel/access.h"

#include "channel/texts.h"
#include "channel/transport.h"
#include "domain/notice/count.h"

#include <QJsonDocument>
#include <QTimer>
#include <QUrl>

namespace bongsu {

namespace {

constexpr qsizetype wordsBytes = 500;

// Cut where no character is.
QByteArray shortened(QByteArray words) {
    words = words.simplified();
    if (words.size() > wordsBytes) {
        qsizetype end = wordsBytes;
        while (end > 0 && (words[end] & 0xC0) == 0x80) {
            --end;
        }
        words.truncate(end);
    }
    return words;
}

// What was counted when it was written is looked at once more, as one text: services cut some and refuse
// others.
bool fits(ChannelKind kind, const Message& message) {
    if (kind == ChannelKind::Sms || kind == ChannelKind::Webhook) {
        return true; // carriers differ; what is the organisation's own may have all
    }
    const bool bodiesAlone = hasTitle(kind) || kind == ChannelKind::MessengerTemplate;
    return countOf(kind, hasTitle(kind) ? titlesOf(message) : QString(),
                   bodiesAlone ? bodiesOf(message) : postOf(message))
        .fits();
}

bool isKey(const QByteArray& key) {
    return !key.isEmpty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
               c == '-';
    });
}

} // namespace

QString Access::setting(const char* name) const {
    const auto found = channel.settings.find(QString::fromLatin1(name));
    return found == channel.settings.end() ? QString() : found->second;
}

QByteArray Access::endpoint(const char* usual) const {
    const QString written = setting("endpoint");
    QByteArray url = written.isEmpty() ? QByteArray(usual) : QUrl(written).toEncoded();
    while (url.endsWith('/')) {
        url.chop(1);
    }
    return url;
}

bool isSpeakable(const QByteArray& url, bool plain) {
    const QUrl parsed(QString::fromUtf8(url), QUrl::StrictMode);
    const QString host = parsed.host();
    if (!parsed.isValid() || host.isEmpty() || !parsed.userInfo().isEmpty()) {
        return false;
    }
    const bool here = host == u"127.0.0.1" || host == u"::1" || host == u"localhost";
    return parsed.scheme() == u"https" || (parsed.scheme() == u"http" && (plain || here));
}

// The recipients that can be written to go on; the others are refused here, and all are told together.
struct AccessSender::Pieces {
    std::vector<SendingOutcome> outcomes;
    std::vector<std::size_t> places; // of those that went on
};

void AccessSender::send(Message message, Answered answered) {
    const std::size_t asked = message.recipients.size();
    const std::size_t wanted = std::max<std::size_t>(asked, 1);
    const char* hindered = nullptr;
    if (message.drill && !m_access.channel.sandbox) {
        hindered = sendingcode::drill;
    } else if (!isKey(message.key) || message.texts.empty() || asked > std::size_t(batch()) ||
               (batch() > 0 && asked == 0)) {
        hindered = sendingcode::rejected;
    } else if (!fits(m_access.channel.kind, message)) {
        hindered = sendingcode::tooLong;
    }
    if (hindered != nullptr) {
        answerLater(std::vector<SendingOutcome>(wanted, refused(hindered)), std::move(answered));
        return;
    }
    Pieces pieces{std::vector<SendingOutcome>(wanted, refused(sendingcode::recipient)), {}};
    if (asked > 0) {
        std::vector<QString> addresses;
        std::vector<QByteArray> keys;
        for (std::size_t i = 0; i < asked; ++i) {
            if (const auto address = addressOf(message.recipients[i])) {
                addresses.push_back(*address);
                pieces.places.push_back(i);
                if (i < message.keys.size()) {
                    keys.push_back(message.keys[i]);
                }
            }
        }
        message.recipients = std::move(addresses);
        message.keys = std::move(keys);
        if (pieces.places.empty()) {
            answerLater(std::move(pieces.outcomes), std::move(answered));
            return;
        }
    } else {
        pieces.places.push_back(0);
    }
    handOver(message, [this, pieces = std::move(pieces),
                       answered = std::move(answered)](std::vector<SendingOutcome> outcomes) mutable {
        for (std::size_t i = 0; i < pieces.places.size(); ++i) {
            pieces.outcomes[pieces.places[i]] = cleaned(outcomes[outcomes.size() == 1 ? 0 : i]);
        }
        answerLater(std::move(pieces.outcomes), std::move(answered));
    });
}

void AccessSender::answerLater(std::vector<SendingOutcome> outcomes, Answered answered) {
    QTimer::singleShot(0, &m_context, [outcomes = std::move(outcomes), answered = std::move(answered)] {
        answered(outcomes);
    });
}

SendingOutcome AccessSender::cleaned(SendingOutcome outcome) const {
    outcome.words = shortened(m_access.secrets.strippedFrom(std::move(outcome.words)));
    return outcome;
}

void PostedSender::handOver(const Message& message, Answered answered) {
    Asked asked = ask(message);
    if (!asked) {
        answered({asked.error()});
        return;
    }
    const bool idempotent = asked->idempotent;
    access().means.transport.exchange(
        *std::move(asked), alive(),
        [this, idempotent, message, answered = std::move(answered)](const HttpAnswer& answer) {
            answered(outcomesOf(answer, idempotent, message));
        });
}

std::vector<SendingOutcome> PostedSender::outcomesOf(const HttpAnswer& answer, bool idempotent,
                                                     const Message&) const {
    SendingOutcome outcome = judged(answer, idempotent, now());
    if (outcome.sending == Sending::Sent) {
        if (const auto reference = referenceOf(answer)) {
            outcome = sent(*reference);
        } else {
            outcome = unanswered(sendingcode::strange, idempotent, answer.body);
        }
    }
    refine(outcome, answer);
    return {outcome};
}

HttpRequest jsonRequest(QByteArray url, const QJsonObject& body, std::vector<QByteArray> headers) {
    headers.push_back("Content-Type: application/json; charset=utf-8");
    headers.push_back("Accept: application/json");
    HttpRequest request{.url = std::move(url)};
    request.headers = std::move(headers);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

std::optional<QString> TelephoneSender::addressOf(const QString& recipient) const {
    return telephoneDigits(recipient);
}

} // namespace bongsu
