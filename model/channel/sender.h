// Sends messages by one channel; one kind of it for each kind of channel.
#pragma once

#include "channel/secrets.h"
#include "channel/sending.h"
#include "domain/base/clock.h"
#include "domain/base/randomness.h"
#include "domain/notice/channel.h"

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace bongsu {

class Transport;

// What a sender works with; all must outlive it.
struct SendingMeans {
    Transport& transport;
    const Clock& clock;
    Randomness& randomness;
};

class Sender {
  public:
    // One outcome for each recipient, in their order; of a channel without recipients exactly one.
    using Answered = std::function<void(std::vector<SendingOutcome>)>;

    virtual ~Sender() = default;
    // Answers later, on the thread that asked, once. Where the sender goes before, nobody is called and what
    // was under way may have gone out: whoever asked is to take it as Unknown.
    virtual void send(Message message, Answered answered) = 0;
    // Recipients in one message at the most; 0 where a channel takes none.
    virtual int batch() const = 0;
};

// Refused (unconfigured) with the name of what lacks, or of an address that would take secrets in clear.
tl::expected<std::unique_ptr<Sender>, SendingOutcome> senderFor(const Channel& channel, Secrets secrets,
                                                                const SendingMeans& means);

} // namespace bongsu
