#include "ui/house.h"

#include "domain/base/hash.h"
#include "domain/event/proofs.h"

#include <QCryptographicHash>

namespace bongsu {

HandTimers::Id HandTimers::after(Millis, std::function<void()> call) {
    m_calls.insert_or_assign(m_next, std::move(call));
    return m_next++;
}

void HandTimers::ring() {
    for (auto& [id, call] : std::exchange(m_calls, {})) {
        call();
    }
}

QByteArray CountedRandomness::bytes(int count) {
    QByteArray bytes;
    while (bytes.size() < count) {
        bytes += QCryptographicHash::hash(m_name + QByteArray::number(m_count++), QCryptographicHash::Sha256);
    }
    return bytes.first(count);
}

House::House(const char* now)
    : clock(now), m_root(Ed25519Key::generate(m_randomness)), m_otherRoot(Ed25519Key::generate(m_randomness)),
      m_relayKey(Ed25519Key::generate(m_randomness)), m_relayStore(makeStore(m_relayDisk)) {
    m_relay =
        std::make_unique<Sequencer>(SequencerParts{*m_relayStore, clock, clock, verifier(), m_relayKey});
    m_relay->open([](const Result<std::monostate>& opened) { Q_ASSERT(opened); });
    run();
    QObject::connect(m_relay.get(), &Sequencer::entriesRecorded, &m_wire,
                     [this](const LogId& log, const std::vector<KeptEntry>& entries, const Statement& head) {
                         for (const auto& desk : m_desks) {
                             if (desk->connected) {
                                 desk->journal->takeEntries(log, entries, head, {});
                             }
                         }
                     });
    found();
    m_pen = std::make_unique<RelayPen>(*m_relay, clock, m_randomness, m_relayKey);
    m_due = std::make_unique<DueRunner>(*m_relay, *m_pen, clock, m_dueTimers);
    m_due->look();
}

House::~House() = default;

RememberingVerifier& House::verifier() {
    static RememberingVerifier remembers;
    return remembers;
}

std::unique_ptr<MemoryStore> House::makeStore(const std::shared_ptr<MemoryDisk>& disk) {
    return std::make_unique<MemoryStore>(
        disk, [this](MemoryStore::Task task) { m_tasks.push_back(std::move(task)); });
}

void House::run() {
    while (!m_tasks.empty()) {
        const MemoryStore::Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        task();
    }
}

void House::offerAsRoot(const Facts& facts, const Text& text) {
    const Circumstances around{m_org,        m_org ? std::optional(LogId::of(*m_org)) : std::nullopt,
                               ++m_rootSeq,  clock.now(),
                               std::nullopt, std::nullopt};
    const auto composed = compose(facts, text, around, m_root, m_randomness);
    Q_ASSERT(composed);
    m_relay->offer(composed->offer, std::nullopt,
                   [](const Judgement& outcome) { Q_ASSERT(outcome.kind == Judgement::Kind::Recorded); });
    run();
    if (!m_org) {
        m_org = OrgId::of(composed->event.id);
    }
}

void House::found() {
    Founded founded;
    founded.roots = {m_root.publicKey(), m_otherRoot.publicKey()};
    founded.relay = {
        m_relayKey.publicKey(), {m_randomness.fixed<TlsPin>()}, m_randomness.fixed<SealingKey>()};
    offerAsRoot(founded, Text{.name = QStringLiteral("한빛 재해복구위원회")});
}

House::Desk& House::addDesk(const QString& name, Permission permission) {
    const Ed25519Key invite = Ed25519Key::generate(m_randomness);
    const InviteIssued issued{invite.publicKey(), permission, std::nullopt, 3'600'000, 1};
    if (m_desks.empty()) {
        Q_ASSERT(permission == Permission::Admin); // root invites nobody else
        offerAsRoot(issued, {});
    } else {
        const auto recorded = m_desks.front()->journal->record(LogId::of(*m_org), issued, {});
        Q_ASSERT(recorded && !recorded->warning);
        sync();
    }
    auto disk = std::make_shared<MemoryDisk>();
    m_desks.push_back(std::unique_ptr<Desk>(new Desk{Ed25519Key::generate(m_randomness),
                                                     disk,
                                                     makeStore(disk),
                                                     nullptr,
                                                     nullptr,
                                                     nullptr,
                                                     nullptr,
                                                     nullptr,
                                                     {},
                                                     true}));
    Desk& desk = *m_desks.back();
    openJournal(desk);
    const PublicKey key = desk.key.publicKey();
    const DeviceAdded added{key, invite.publicKey(), invite.sign(joinMessage(*m_org, key))};
    const auto joined = desk.journal->recordJoin(*m_org, added, Text{.name = name});
    Q_ASSERT(joined);
    connect(desk);
    sync();
    return desk;
}

void House::openJournal(Desk& desk) {
    desk.journal = std::make_unique<Journal>(
        JournalParts{*desk.store, clock, timers, m_randomness, verifier(), desk.key});
    desk.journal->open([](const Result<std::monostate>& opened) { Q_ASSERT(opened); });
    run();
    desk.attachments = std::make_unique<Attachments>(*desk.store, clock, desk.journal->device());
    desk.documents = std::make_unique<Documents>(*desk.journal, *desk.attachments);
    desk.notices =
        std::make_unique<NoticeDesk>(*desk.journal, *desk.attachments, *desk.documents, clock, m_randomness);
    desk.retro = std::make_unique<RetroDesk>(*desk.journal, *desk.attachments, *desk.documents);
    run();
}

WindowParts House::partsOf(Desk& desk, Theme& theme) {
    WindowParts parts{*desk.journal, desk.connection, clock, theme};
    parts.attachments = desk.attachments.get();
    parts.documents = desk.documents.get();
    parts.notices = desk.notices.get();
    parts.retro = desk.retro.get();
    return parts;
}

void House::restart(Desk& desk) {
    desk.store->losePower();
    desk.retro.reset();
    desk.notices.reset();
    desk.documents.reset();
    desk.attachments.reset();
    desk.journal.reset();
    desk.store = makeStore(desk.disk);
    desk.connected = false;
    openJournal(desk);
}

void House::connect(Desk& desk) {
    desk.connected = true;
    desk.connection.set({LinkState::Up, QStringLiteral("relay.example:7443"), std::nullopt});
    catchUp(desk, LogId::of(*m_org));
    for (const auto& [log, incident] : m_relay->ledger().incidents()) {
        catchUp(desk, log);
    }
}

void House::catchUp(Desk& desk, const LogId& log) {
    const auto tip = desk.journal->ledger().tip(log);
    m_relayStore->range(log, tip ? tip->seq + 1 : 1, 10'000, 1 << 28,
                        [this, &desk, log](const Result<std::vector<StoredEntry>>& stored) {
                            std::vector<KeptEntry> entries;
                            for (const StoredEntry& one : *stored) {
                                entries.push_back(one.entry);
                            }
                            desk.journal->takeEntries(log, entries, m_relay->head(log), {});
                        });
    run();
}

void House::disconnect(Desk& desk) {
    desk.connected = false;
    desk.journal->markUnsent();
    desk.connection.set({LinkState::Down, QStringLiteral("relay.example:7443"), Failure{failure::noRelay}});
}

void House::numberUnknown(const LogId& log) {
    constexpr quint64 aboveAll = 1'000'000; // of the author's device
    const Ed25519Key& author = m_desks.back()->key;
    const Circumstances around{m_org, log, aboveAll, clock.now(), std::nullopt, std::nullopt};
    const auto known = compose(NoteAdded{}, Text{.text = QString(u'\u2026')}, around, author, m_randomness);
    Q_ASSERT(known);
    Header header = known->event.header;
    header.kind = "tea.brewed";
    header.flags = Header::criticalFlag;
    const Event event = signEvent(header, author);
    const Entry entry = m_relay->ledger().nextEntry(event, m_relay->relay(), clock.now(), std::nullopt);
    const KeptEntry kept{encode(entry), known->offer.facts, known->offer.text};
    for (const auto& desk : m_desks) {
        if (desk->connected) {
            desk->journal->takeEntries(log, {kept}, std::nullopt, {});
        }
    }
    run();
}

void House::relayRecords(const LogId& log, const Facts& facts) {
    m_pen->record(log, facts, {},
                  [](const Judgement& judged) { Q_ASSERT(judged.kind == Judgement::Kind::Recorded); });
    sync();
}

void House::bringBlobs(Desk& desk) {
    desk.attachments->setConnected(true);
    run();
    while (const auto wish = desk.attachments->wish()) {
        bool found = false;
        for (const auto& other : m_desks) {
            other->store->blobChunk(wish->blob, wish->next, [&](const auto& chunk) {
                if (!found && chunk && *chunk) {
                    found = true;
                    desk.attachments->chunkArrived(wish->blob, wish->next, **chunk, [](bool) {});
                }
            });
            run();
        }
        Q_ASSERT(found);
    }
}

std::vector<PendingEvent> House::unsent(const Desk& desk) {
    std::vector<PendingEvent> waiting = desk.journal->nextOffers(0, 64);
    std::erase_if(waiting, [&](const PendingEvent& pending) {
        return desk.journal->stateOf(pending.event) != OwnState::Kept;
    });
    return waiting;
}

void House::sendOffers(Desk& desk) {
    for (const PendingEvent& pending : unsent(desk)) {
        desk.journal->markSent(pending.event);
        m_relay->offer(pending.offer, std::nullopt, [&desk](const Judgement& outcome) {
            if (outcome.kind == Judgement::Kind::Refused) {
                desk.journal->takeRefusal(*outcome.refusal);
            }
        });
    }
    run();
}

void House::sync() {
    run();
    bool waiting = true;
    while (waiting) {
        waiting = false;
        for (const auto& desk : m_desks) {
            if (desk->connected && !unsent(*desk).empty()) {
                waiting = true;
                sendOffers(*desk);
            }
        }
    }
    m_dueTimers.ring();
    run();
}

} // namespace bongsu
