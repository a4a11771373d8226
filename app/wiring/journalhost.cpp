#include "wiring/journalhost.h"

#include "storage/eventstore.h"

namespace bongsu {

JournalHost::JournalHost(Journal& journal, EventStore& store, const Signer& device)
    : m_journal(journal), m_store(store), m_device(device) {}

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
    m_journal.enterOwnEpoch();
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
    m_store.range(log, fromSeq, size.count, size.bytes,
                  [newest, done = std::move(done)](Result<std::vector<StoredEntry>> read) {
                      if (!read) {
                          done(tl::unexpected(read.error()));
                          return;
                      }
                      EntryPage page;
                      for (StoredEntry& stored : *read) {
                          page.more = stored.seq < newest;
                          page.items.push_back(std::move(stored.entry));
                      }
                      done(std::move(page));
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
    Q_EMIT failedOffer(event, code);
}

bool JournalHost::isJoin(const Offer& offer) {
    const auto event = decodeEvent(offer.event);
    return event && event->header.kind == DeviceAdded::kind.name;
}

} // namespace bongsu
