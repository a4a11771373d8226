#include "wiring/verifiedreplay.h"

#include "identity/verifyahead.h"

#include <QThread>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int pagesAhead = 32; // enough to keep the threads busy while the window is painted

// Asked for a signature, it only notes what that is to be checked against.
class Noting final : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        messages.push_back({key, message.toByteArray(), signature});
        return true;
    }
    mutable std::vector<SignedMessage> messages;
};

} // namespace

int threadsBesideTheLoop() {
    return std::max(1, QThread::idealThreadCount() - 1);
}

void replayVerified(EventStore& store, VerifyAhead& ahead, Organisation authors, ReplayOptions options,
                    EventStore::Done<std::shared_ptr<Replayed>> done) {
    options.trust = Trust::Verify;
    options.pageEntries = verifiedInATurn;
    options.pagesAhead = pagesAhead;
    options.prepare = [&ahead, authors = std::move(authors)](const std::vector<StoredEntry>& page,
                                                             std::function<void()> ready) {
        Noting noting;
        for (const StoredEntry& stored : page) {
            const auto entry = decodeEntry(stored.entry.bytes);
            const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
            const auto author = event ? authors.author(event->header.device, authors.seq) : std::nullopt;
            if (author) {
                hasValidSignature(*event, author->key, noting);
            }
        }
        ahead.check(std::move(noting.messages), std::move(ready));
    };
    replay(store, ahead, std::move(options),
           [&ahead, done = std::move(done)](Result<std::shared_ptr<Replayed>> replayed) {
               std::shared_ptr<Replayed> held = replayed ? *replayed : nullptr;
               done(std::move(replayed));
               ahead.letGo(std::move(held));
           });
}

} // namespace bongsu
