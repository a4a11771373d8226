// Kannel's smsbox, an SMS gateway of the organisation's own: sendsms by POST, so that no address holds the
// password.
#include "channel/senders.h"
#include "channel/texts.h"

namespace bongsu::senders {

namespace {

constexpr qsizetype longestUnits = 670; // ten parts of 67 UTF-16 units

class KannelSms : public TelephoneSender {
  public:
    using TelephoneSender::TelephoneSender;
    int batch() const override { return 1; } // it answers once for all of a call

  protected:
    Asked ask(const Message& message) const override {
        const QString text = bodiesOf(message);
        if (text.size() > longestUnits) {
            return tl::unexpected(refused(sendingcode::tooLong));
        }
        const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c < u'\x80'; });
        HttpRequest request{.url = access().endpoint() + "/cgi-bin/sendsms"};
        request.headers = {"Content-Type: text/plain; charset=UTF-8",
                           "X-Kannel-Username: " + access().setting("user").toUtf8(),
                           "X-Kannel-Password: " + secret("password"),
                           "X-Kannel-From: " + access().setting("from").toUtf8(),
                           "X-Kannel-To: " + message.recipients.front().toLatin1(),
                           isAscii ? "X-Kannel-Coding: 0" : "X-Kannel-Coding: 2"};
        request.body = text.toUtf8();
        return request;
    }
    // "0: Accepted for delivery", or "3: Queued for later delivery": 202 either way.
    std::optional<QString> referenceOf(const HttpAnswer& answer) const override {
        const QByteArray body = answer.body.trimmed();
        return body.startsWith("0:") || body.startsWith("3:") ? std::optional(QString()) : std::nullopt;
    }
};

} // namespace

std::unique_ptr<Sender> kannelSms(Access access) {
    return std::make_unique<KannelSms>(std::move(access));
}

} // namespace bongsu::senders
