// Publishes the public status page to its places: everything that was told on it, made anew each time, so
// that a place that was gone is whole again by the next.
#pragma once

#include "channel/place.h"
#include "domain/catalogue/catalogue.h"
#include "relay/channelbook.h"
#include "relay/noticeshelf.h"
#include "relay/placeturns.h"

namespace bongsu {

// All outlive it.
struct PageParts {
    const Sequencer& sequencer;
    EventStore& store;
    NoticeShelf& shelf;
    ChannelBook& channels;
    const SendingMeans& means;
    const Signer& signer;
    PlaceTurns& turns;
};

// A sender whose recipients are the keys of the channel's places, one at a time. `channel` is a status page,
// or a banner: that is one of the page's files.
class PageSender : public Sender {
  public:
    PageSender(Channel channel, const PageParts& parts) : m_channel(std::move(channel)), m_parts(parts) {}

    void send(Message message, Answered answered) override;
    int batch() const override { return 1; }

    // The places in their order: what its messages go to.
    static std::vector<QString> recipientsOf(const Channel& channel, const Channels& channels);

  private:
    void publish(const PublishingPlace& place, const PlaceTurns::Turn& turn, const Answered& answered);

    Channel m_channel;
    PageParts m_parts;
    std::unique_ptr<Publisher> m_place; // what is being published to
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
