#include "channel/mime.h"
#include "channel/senders.h"
#include "channel/transport.h"

namespace bongsu::senders {

namespace {

constexpr int recipientsAtOnce = 50;

SendingOutcome judgedMail(const MailAnswer& answer) {
    if (answer.taken) {
        return sent({});
    }
    if (answer.code == sendingcode::tls) {
        return later(sendingcode::tls, answer.words);
    }
    if (answer.reply >= 400 && answer.reply < 500) {
        return later(sendingcode::unavailable, answer.words);
    }
    if (answer.code == sendingcode::credentials) {
        return refused(sendingcode::credentials, answer.words);
    }
    if (answer.reply >= 500) {
        const bool noMailbox = answer.reply == 550 || answer.reply == 551 || answer.reply == 553;
        return refused(noMailbox ? sendingcode::gone : sendingcode::rejected, answer.words);
    }
    // Before the end of the message has gone out, no server may take it.
    return answer.handedOver ? unknown(answer.code.constData(), answer.words)
                             : later(answer.code.constData(), answer.words);
}

bool isOfServer(const SendingOutcome& outcome) {
    return outcome.code == sendingcode::dns || outcome.code == sendingcode::connect ||
           outcome.code == sendingcode::tls || outcome.code == sendingcode::credentials;
}

class MailSender : public AccessSender {
  public:
    MailSender(Access access, Mailbox from) : AccessSender(std::move(access)), m_from(std::move(from)) {}
    int batch() const override { return recipientsAtOnce; }

  protected:
    std::optional<QString> addressOf(const QString& recipient) const override {
        const auto mailbox = mailboxFrom(recipient);
        return mailbox ? std::optional(QString::fromLatin1(mailbox->address)) : std::nullopt;
    }
    // One message for each, one after another: nobody reads who else was told.
    void handOver(const Message& message, Answered answered) override {
        sendNext(std::make_shared<Run>(Run{message, std::move(answered), {}}));
    }

  private:
    struct Run {
        Message message;
        Answered answered;
        std::vector<SendingOutcome> outcomes;
    };

    void sendNext(const std::shared_ptr<Run>& run) {
        if (run->outcomes.size() == run->message.recipients.size()) {
            run->answered(std::move(run->outcomes));
            return;
        }
        const QByteArray to = run->message.recipients[run->outcomes.size()].toLatin1();
        MailRequest request{.url = serverUrl(), .from = m_from.address, .to = to, .message = {}};
        request.encrypted = access().setting("security") != u"none";
        request.user = access().setting("user").toUtf8();
        request.password = secret("password");
        request.message = mailOf(run->message, m_from, to, access().setting("unsubscribe"));
        access().means.transport.mail(std::move(request), alive(), [this, run](const MailAnswer& answer) {
            SendingOutcome outcome = judgedMail(answer);
            if (outcome.sending == Sending::Sent) {
                outcome.reference = QString::fromLatin1(messageIdOf(run->message, m_from));
            }
            // What is true of the server is true for everybody; and a wrong password tried often locks the
            // account.
            const bool forAll = isOfServer(outcome);
            run->outcomes.resize(forAll ? run->message.recipients.size() : run->outcomes.size() + 1, outcome);
            sendNext(run);
        });
    }

    QByteArray serverUrl() const {
        const bool fromTheStart = access().setting("security") == u"tls";
        const QString port = access().setting("port");
        return (fromTheStart ? "smtps://" : "smtp://") + access().setting("server").toLatin1() + ':' +
               (!port.isEmpty() ? port.toLatin1() : QByteArray(fromTheStart ? "465" : "587"));
    }

    Mailbox m_from;
};

} // namespace

std::unique_ptr<Sender> mail(Access access) {
    auto from = mailboxFrom(access.setting("from"));
    return from ? std::make_unique<MailSender>(std::move(access), *std::move(from)) : nullptr;
}

} // namespace bongsu::senders
