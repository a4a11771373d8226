#include "wiring/journalhost.h"

#include "storage/eventstore.h"

#include <QPointer>

namespace bongsu {

namespace {
// The relay's code for a blob as this side's error.
Error errorOfBlob(const QByteArray& code) {
    const bool isRefusal = code == refusal::notPermitted || code == refusal::blobMismatch;
    return isRefusal ? Error(Refusal{code}) : Error(Failure{code});
}
} // namespace

JournalHost::JournalHost(Journal& journal, Attachments& attachments, EventStore& store, const Signer& device)
    : m_journal(journal), m_attachments(attachments), m_store(store), m_device(device) {
    // A log that somebody wrote on in while it was taken into an epoch ended elsewhere than was said: it is
    // taken there again, now that its end has come.
    connect(&journal, &Journal::incidentChanged, this, [this](const LogId& log) {
        if (m_isCaughtUp && m_journal.ledger().isLeftBehind(log)) {
            m_journal.enterOwnEpoch();
        }
    });
    connect(&journal, &Journal::organisationChanged, this, [this] {
        if (m_isCaughtUp) {
            seeLogsIntoEpoch();
        }
    });
}

// What the relay was told when the session began was compared under another epoch.
void JournalHost::seeLogsIntoEpoch() {
    const Organisation& organisation = m_journal.ledger().organisation();
    if (organisation.id && m_endsAsked != organisation.epochs.back().id) {
        m_endsAsked = organisation.epochs.back().id;
        m_journal.askWhereLogsEnd();
    }
    m_journal.enterOwnEpoch();
}

void JournalHost::connectionLost() {
    m_isCaughtUp = false;
    m_blobsAskedFor.clear();
    m_journal.markUnsent();
    m_attachments.setConnected(false);
}

void JournalHost::joinWith(std::shared_ptr<const Signer> invite) {
    m_invite = std::move(invite);
}

OrgId JournalHost::orgId() const {
    return *m_journal.organisationId();
}

Claimant JournalHost::claimant() const {
    return m_invite ? Claimant(m_invite->publicKey()) : Claimant(deviceIdOf(m_device.publicKey()));
}

Signature JournalHost::signLogin(QByteArrayView message) {
    return m_invite ? m_invite->sign(message) : m_device.sign(message);
}

std::vector<Position> JournalHost::positions() const {
    std::vector<Position> positions;
    const Ledger& ledger = m_journal.ledger();
    const auto heads = m_journal.newestHeads();
    const auto add = [&](const LogId& log) {
        const auto tip = ledger.tip(log);
        if (!tip) {
            return;
        }
        const auto head = heads.find(log);
        positions.push_back({log, SeenPoint{tip->epoch, tip->seq, tip->hash},
                             head == heads.end() ? std::nullopt : std::optional(head->second)});
    };
    if (ledger.organisation().id) {
        add(LogId::of(*ledger.organisation().id));
    }
    for (const auto& [log, incident] : ledger.incidents()) {
        add(log);
    }
    return positions;
}

void JournalHost::sessionOpened(const SessionOpening& opening) {
    m_isCaughtUp = false;
    m_endsAsked.reset();
    m_attachments.setConnected(opening.kind == SessionKind::Member);
    const bool isRevoked = opening.kind == SessionKind::Revoked;
    m_journal.sessionBegan(
        {!isRevoked, opening.orgTip ? std::optional(opening.orgTip->epoch) : std::nullopt});
    if (isRevoked) {
        m_journal.offerWithoutBlobs();
    }
    Q_EMIT opened(opening);
}

void JournalHost::entriesArrived(const LogId& log, EntryPage page, std::function<void()> handled) {
    m_journal.takeEntries(log, page.items, page.head, std::move(handled));
}

void JournalHost::headsArrived(std::vector<Statement> heads) {
    for (const Statement& head : heads) {
        m_journal.takeHead(head);
    }
}

void JournalHost::caughtUp() {
    m_isCaughtUp = true;
    seeLogsIntoEpoch();
    Q_EMIT allCaughtUp();
}

// Each is verified by its own signature; the one that contradicts what is held here is found by the journal.
void JournalHost::conflictShown(const Statement& one, const Statement& other) {
    m_journal.takeHead(one);
    m_journal.takeHead(other);
}

void JournalHost::readEntries(const LogId& log, quint64 fromSeq, PageSize size,
                              Done<Result<EntryPage>> done) {
    const auto tip = m_journal.ledger().tip(log);
    const quint64 newest = tip ? tip->seq : 0;
    // With what a full disk keeps waiting: the relay asks for it once.
    m_journal.entries(log, fromSeq, size.count,
                      [newest, fromSeq, covering = m_journal.coveringHead(log),
                       done = std::move(done)](Result<std::vector<KeptEntry>> read) {
                          if (!read) {
                              done(tl::unexpected(read.error()));
                              return;
                          }
                          const bool more = fromSeq + read->size() <= newest;
                          done(EntryPage{std::move(*read), more ? std::nullopt : covering, more});
                      });
}

std::vector<PendingOffer> JournalHost::nextOffers(quint64 after, int most) {
    std::vector<PendingOffer> offers;
    for (PendingEvent& pending : m_journal.nextOffers(after, most)) {
        // A joining session may offer its one event only; the rest follows with the device's key.
        if (m_invite && !isJoin(pending.offer)) {
            break;
        }
        offers.push_back({pending.order, pending.event, {std::move(pending.offer), pending.carried}});
    }
    return offers;
}

void JournalHost::offerSent(const EventId& event) {
    m_journal.markSent(event);
}
void JournalHost::offerTaken(const EventId& event, const Place&) {
    m_journal.markTaken(event);
    Q_EMIT taken(event);
}
void JournalHost::offerRefused(const Statement& refusal) {
    m_journal.takeRefusal(refusal);
}
void JournalHost::offerFailed(const EventId& event, const QByteArray& code) {
    if (code == failure::blobMissing) {
        m_journal.markBlobMissing(event); // it is brought again
        return;
    }
    Q_EMIT failedOffer(event, code);
}

void JournalHost::numberingTold(const std::optional<QByteArray>& stopped) {
    Q_EMIT numberingChanged(stopped ? std::optional(Failure{*stopped}) : std::nullopt);
}

void JournalHost::blobAskedFor(const BlobId& blob) {
    m_store.blob(blob, [host = QPointer(this)](const Result<std::optional<BlobState>>& state) {
        if (host) {
            host->blobLookedUp(state);
        }
    });
}

// Only what an event names: nobody but its author knows of another one's id.
void JournalHost::blobLookedUp(const Result<std::optional<BlobState>>& state) {
    if (!state || !*state || !(*state)->whole || !(*state)->event) {
        return;
    }
    const BlobBegun& begun = (*state)->begun;
    m_blobsAskedFor.insert_or_assign(begun.blob, BlobOffer{begun.blob, begun.size, begun.salt});
    Q_EMIT blobFound();
}

std::optional<BlobOffer> JournalHost::blobToBring() {
    if (const auto blob = m_journal.blobToBring()) {
        return BlobOffer{blob->blob, blob->size, blob->salt};
    }
    return m_blobsAskedFor.empty() ? std::nullopt : std::optional(m_blobsAskedFor.begin()->second);
}

void JournalHost::readBlobChunk(const BlobId& blob, quint64 chunk, Done<Result<QByteArray>> done) {
    m_store.blobChunk(blob, chunk, [done = std::move(done)](Result<std::optional<QByteArray>> bytes) {
        done(!bytes   ? Result<QByteArray>(tl::unexpected(bytes.error()))
             : *bytes ? Result<QByteArray>(std::move(**bytes))
                      : fail(failure::blobMissing));
    });
}

void JournalHost::blobTaken(const BlobId& blob) {
    m_blobsAskedFor.erase(blob);
    m_journal.markBlobTaken(blob);
}
void JournalHost::blobRefused(const BlobId& blob, const QByteArray& code) {
    if (code == refusal::blobMismatch) {
        m_blobsAskedFor.erase(blob);
    }
    Q_EMIT failedBlob(code);
}

std::optional<BlobWish> JournalHost::blobToFetch() {
    const auto wish = m_attachments.wish();
    return wish ? std::optional(BlobWish{wish->blob, wish->next, wish->chunks}) : std::nullopt;
}

void JournalHost::blobChunkArrived(const BlobId& blob, quint64 chunk, QByteArray bytes,
                                   std::function<void(bool)> handled) {
    m_attachments.chunkArrived(blob, chunk, bytes, std::move(handled));
}

void JournalHost::blobUnavailable(const BlobId& blob, const QByteArray& code) {
    m_attachments.unavailable(blob, errorOfBlob(code));
}

bool JournalHost::isJoin(const Offer& offer) {
    const auto event = decodeEvent(offer.event);
    return event && event->header.kind == DeviceAdded::kind.name;
}

} // namespace bongsu
