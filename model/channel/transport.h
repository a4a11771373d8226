// Speaks HTTP and SMTP for every channel, on the thread's event loop: bounded in time and size, nothing sent
// twice.
#pragma once

#include "channel/http.h"

#include <functional>
#include <memory>

namespace bongsu {

struct TransportOptions {
    Millis connectTime{10'000};
    Millis totalTime{30'000};
    int answerBytes = 256 * 1024;
    QByteArray authorities{}; // file of certificates in PEM instead of the system's
};

// Verifies certificates, follows nothing, tries nothing twice, writes nothing into a log. Proxies are those
// of the environment (https_proxy), as everything else on that machine has them.
class Transport {
  public:
    // Who asked: is called only while this lives. What is under way goes on, for it may have been handed
    // over.
    using Owner = std::weak_ptr<void>;

    explicit Transport(TransportOptions options = {});
    // Ends what is under way; nobody is called any more.
    ~Transport();
    Q_DISABLE_COPY_MOVE(Transport)

    // Which hold for what goes by another library or program as well.
    const TransportOptions& options() const;

    // Answers later on this thread, never from within.
    void exchange(HttpRequest request, Owner owner, std::function<void(const HttpAnswer&)> answered);
    void mail(MailRequest request, Owner owner, std::function<void(const MailAnswer&)> answered);

  private:
    class Curl;
    std::unique_ptr<Curl> m_curl;
};

} // namespace bongsu
