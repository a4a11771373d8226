#include "relay/channelbook.h"

#include "channel/judging.h"
#include "documents/channelsfile.h"
#include "relay/wholeblob.h"

namespace bongsu {

ChannelBook::ChannelBook(const Sequencer& sequencer, EventStore& store, Opener opener)
    : m_sequencer(sequencer), m_store(store), m_opener(std::move(opener)) {}

std::optional<EventId> ChannelBook::published() const {
    const DocumentRecord* document = m_sequencer.ledger().organisation().document(
        documenttype::channels, documenttype::channels.toString());
    return document ? std::optional(document->event) : std::nullopt;
}

void ChannelBook::refresh(std::function<void(bool isHere)> done) {
    const auto version = published();
    if (!version || m_version == version) {
        done(m_channels != nullptr);
        return;
    }
    const BlobId blob = m_sequencer.ledger().organisation().document(*version)->blob;
    readWholeBlob(m_store, blob,
                  [this, alive = std::weak_ptr(m_alive), version,
                   done = std::move(done)](const Result<QByteArray>& bytes) {
                      if (alive.expired()) {
                          return;
                      }
                      auto read = bytes ? readChannels(*bytes) : tl::unexpected(std::vector<DocumentFault>());
                      if (bytes) { // else it comes with another look
                          m_version = version;
                      }
                      if (read) {
                          m_channels = std::make_shared<Channels>(std::move(*read));
                      }
                      done(m_channels != nullptr);
                  });
}

tl::expected<Secrets, SendingOutcome> ChannelBook::secrets(const QString& channel) const {
    const auto& held = m_sequencer.ledger().organisation().secrets;
    const auto record = held.find({channel, m_sequencer.relay()});
    if (record == held.end() || !record->second.isThere) {
        return {};
    }
    const Text* text = m_sequencer.texts().find(record->second.event);
    auto opened = text && text->sealedSecret ? m_opener(*text->sealedSecret, channel) : std::nullopt;
    if (!opened) {
        return {};
    }
    Secrets secrets(std::move(opened->values));
    const auto wanted = m_channels ? secretsWanted(*m_channels, channel) : std::nullopt;
    if (!wanted || wanted->destination != opened->destination) {
        return tl::unexpected(refused(sendingcode::elsewhere, opened->destination.toUtf8()));
    }
    return secrets;
}

} // namespace bongsu
