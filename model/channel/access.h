// How one channel is reached, and what every sender does the same: refuse drills outside a sandbox and what
// is no address, and post one request where that is all.
#pragma once

#include "channel/http.h"
#include "channel/judging.h"
#include "channel/sender.h"

#include <QObject>

namespace bongsu {

struct Access {
    Channel channel;
    Secrets secrets;
    SendingMeans means;

    QString setting(const char* name) const; // empty where it is not set
    // The setting `endpoint`, or what the service has; no slash at its end.
    QByteArray endpoint(const char* usual = "") const;
};

// https, or http where it does not leave this machine. `plain`: http anywhere (a gateway of the own network).
bool isSpeakable(const QByteArray& url, bool plain = false);

class AccessSender : public Sender {
  public:
    explicit AccessSender(Access access) : m_access(std::move(access)) {}
    void send(Message message, Answered answered) final;
    int batch() const override { return 0; }

  protected:
    // `message` has recipients as addressOf() gave them. Answers with as many outcomes, or with one for all.
    virtual void handOver(const Message& message, Answered answered) = 0;
    // The recipient as the service writes it; nothing: no address of this kind.
    virtual std::optional<QString> addressOf(const QString& recipient) const { return recipient; }

    const Access& access() const { return m_access; }
    const QByteArray& secret(const char* name) const { return m_access.secrets.of(name); }
    Moment now() const { return m_access.means.clock.now(); }
    // Called while this sender lives; so are the transport's answers given to alive().
    std::weak_ptr<void> alive() const { return m_alive; }
    QObject* context() { return &m_context; }

  private:
    struct Pieces;
    void answerLater(std::vector<SendingOutcome> outcomes, Answered answered);
    SendingOutcome cleaned(SendingOutcome outcome) const;

    Access m_access;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    QObject m_context;
};

// One request for one message.
class PostedSender : public AccessSender {
  public:
    using AccessSender::AccessSender;

  protected:
    using Asked = tl::expected<HttpRequest, SendingOutcome>;

    void handOver(const Message& message, Answered answered) override;
    virtual Asked ask(const Message& message) const = 0;
    // The reference of what was taken; nothing: a 2xx that is no answer of this service.
    virtual std::optional<QString> referenceOf(const HttpAnswer& answer) const = 0;
    // What this service says beyond its status.
    virtual void refine(SendingOutcome&, const HttpAnswer&) const {}
    // Where a service answers for each recipient. As many as recipients, or one for all.
    virtual std::vector<SendingOutcome> outcomesOf(const HttpAnswer& answer, bool idempotent,
                                                   const Message& message) const;
};

// To telephones: an address is a number.
class TelephoneSender : public PostedSender {
  public:
    using PostedSender::PostedSender;

  protected:
    std::optional<QString> addressOf(const QString& recipient) const final;
};

// A request with that JSON in it.
HttpRequest jsonRequest(QByteArray url, const QJsonObject& body, std::vector<QByteArray> headers = {});

} // namespace bongsu
