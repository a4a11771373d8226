// The channels as they were published, and what a relay needs to speak to them.
#pragma once

#include "channel/sender.h"
#include "relay/sequencer.h"

namespace bongsu {

class EventStore;

class ChannelBook {
  public:
    // What is sealed to this relay for a channel, by name; nothing where there is nothing, or it does not
    // open.
    using Opener =
        std::function<std::optional<ChannelSecrets>(const QByteArray& sealed, const QString& channel)>;

    // All outlive it.
    ChannelBook(const Sequencer& sequencer, EventStore& store, Opener opener);

    // Reads the version that holds, where it is not read yet; `done` comes with true where there are
    // channels: of a version that cannot be had or read, the one before stays.
    void refresh(std::function<void(bool isHere)> done);
    // Null before refresh() brought some; never again after that.
    const Channels* channels() const { return m_channels.get(); }
    // What is sealed to this relay for a channel or a place of one; empty where nothing is. Refused
    // (elsewhere), with the destination that they were given for, where the channel published now has
    // another: who may publish channels may not have the secrets sent to a server of their own.
    tl::expected<Secrets, SendingOutcome> secrets(const QString& channel) const;

  private:
    std::optional<EventId> published() const;

    const Sequencer& m_sequencer;
    EventStore& m_store;
    Opener m_opener;
    std::optional<EventId> m_version;
    std::shared_ptr<Channels> m_channels;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
