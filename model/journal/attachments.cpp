#include "journal/attachments.h"

#include "domain/base/limits.h"
#include "storage/blobintake.h"

#include <algorithm>
#include <utility>

namespace bongsu {

Result<NamedBlob> namedBlob(const LogId& log, const TimelineRow& row) {
    const auto named = blobNamedBy(row.facts);
    if (!named) {
        return refuse(refusal::notFound, row.event.toHex().toLatin1());
    }
    if (row.textState == TextPart::State::Erased) {
        return refuse(refusal::alreadyDone);
    }
    if (row.textState == TextPart::State::Withheld) {
        return refuse(refusal::notPermitted);
    }
    // An entry that does not count may say any size.
    if (!row.text.blobSalt || named->size == 0 || named->size > quint64(limits::blobBytes)) {
        return refuse(refusal::malformed, "blob");
    }
    return NamedBlob{log, row.event, *named, *row.text.blobSalt};
}

Attachments::Attachments(EventStore& store, const Clock& clock, const DeviceId& device)
    : m_store(store), m_clock(clock), m_device(device) {}
Attachments::~Attachments() = default;

Attachments::Fetch* Attachments::find(const BlobId& blob) {
    const auto found = std::find_if(m_fetches.begin(), m_fetches.end(),
                                    [&](const Fetch& fetch) { return fetch.named.blob.blob == blob; });
    return found == m_fetches.end() ? nullptr : &*found;
}

void Attachments::read(const NamedBlob& blob, Read done) {
    m_store.blob(blob.blob.blob, [this, alive = std::weak_ptr(m_alive), blob,
                                  done = std::move(done)](const Result<std::optional<BlobState>>& state) {
        if (!alive.expired()) {
            looked(blob, state, done);
        }
    });
}

void Attachments::looked(const NamedBlob& blob, const Result<std::optional<BlobState>>& state, Read done) {
    if (!state) {
        done(errorOf(state));
    } else if (*state && (*state)->whole) {
        collect(blob, std::make_shared<QByteArray>(), 0, std::move(done));
    } else if (!m_connected) {
        done(fail(failure::blobAway));
    } else if (Fetch* under = find(blob.blob.blob)) {
        under->readers.push_back(std::move(done));
    } else {
        fetch(blob, std::move(done));
    }
}

// One at a time: others' calls go in between.
void Attachments::collect(const NamedBlob& blob, std::shared_ptr<QByteArray> bytes, quint64 chunk,
                          Read done) {
    if (chunk == chunkCount(blob.blob.size)) {
        done(*bytes);
        return;
    }
    m_store.blobChunk(blob.blob.blob, chunk,
                      [this, alive = std::weak_ptr(m_alive), blob, bytes, chunk,
                       done = std::move(done)](const Result<std::optional<QByteArray>>& piece) {
                          if (alive.expired()) {
                              return;
                          }
                          if (!piece || !*piece) {
                              done(piece ? refuse(refusal::alreadyDone) : errorOf(piece)); // erased meanwhile
                              return;
                          }
                          bytes->append(**piece);
                          collect(blob, bytes, chunk + 1, done);
                      });
}

void Attachments::fetch(const NamedBlob& blob, Read done) {
    const BlobBegun begun{blob.blob.blob, blob.blob.size, blob.salt, m_device, m_clock.now()};
    auto intake = std::make_shared<BlobIntake>(m_store, begun);
    m_fetches.push_back({blob, intake, std::nullopt, {std::move(done)}});
    intake->start(BlobNaming{begun.blob, blob.log, blob.event},
                  [this, id = begun.blob](const Result<quint64>& next) { started(id, next); });
}

void Attachments::started(const BlobId& blob, const Result<quint64>& next) {
    Fetch* fetch = find(blob);
    if (!fetch) {
        return;
    }
    if (!next) {
        end(blob, errorOf(next));
        return;
    }
    fetch->next = *next;
    Q_EMIT wishesChanged();
}

std::optional<Attachments::Wish> Attachments::wish() const {
    for (const Fetch& fetch : m_fetches) {
        if (fetch.next) {
            return Wish{fetch.named.blob.blob, *fetch.next, chunkCount(fetch.named.blob.size)};
        }
    }
    return std::nullopt;
}

void Attachments::chunkArrived(const BlobId& blob, quint64 chunk, const QByteArray& bytes,
                               std::function<void(bool)> handled) {
    Fetch* fetch = find(blob);
    if (!fetch) {
        handled(false);
        return;
    }
    fetch->intake->take(
        chunk, bytes, [this, blob, chunk, handled = std::move(handled)](const Result<bool>& whole) {
            Fetch* under = find(blob);
            if (!under) {
                handled(false);
                return;
            }
            const auto intake = under->intake; // we stand in its call
            if (whole && !*whole) {
                const quint64 size = under->named.blob.size;
                under->next = chunk + 1;
                Q_EMIT progressed(under->named.event,
                                  std::min(size, (chunk + 1) * quint64(limits::blobChunkBytes)), size);
                handled(true);
                return;
            }
            end(blob, whole ? Outcome() : errorOf(whole));
            handled(false);
        });
}

void Attachments::unavailable(const BlobId& blob, const Error& why) {
    end(blob, tl::unexpected<Error>(why));
}

void Attachments::end(const BlobId& blob, const Outcome& outcome) {
    Fetch* fetch = find(blob);
    if (!fetch) {
        return;
    }
    const Fetch ended = *fetch;
    std::erase_if(m_fetches, [&](const Fetch& one) { return one.named.blob.blob == blob; });
    for (const Read& done : ended.readers) {
        if (outcome) {
            collect(ended.named, std::make_shared<QByteArray>(), 0, done);
        } else {
            done(errorOf(outcome));
        }
    }
}

void Attachments::setConnected(bool connected) {
    const bool isNew = connected && !m_connected;
    m_connected = connected;
    if (isNew) {
        Q_EMIT this->connected();
    }
    while (!connected && !m_fetches.empty()) {
        end(BlobId(m_fetches.front().named.blob.blob), fail(failure::blobAway));
    }
}

} // namespace bongsu
