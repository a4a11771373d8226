#include "journal/journal.h"

#include "journal/opening.h"
#include "journal/speculation.h"
#include "journal/storewriter.h"

#include <algorithm>

namespace bongsu {

Journal::Journal(const JournalParts& parts) : m_parts(parts) {}
Journal::~Journal() = default;

void Journal::open(Opened done) {
    readStore(
        [this, done](std::shared_ptr<Replayed> replayed) {
            m_writer = std::make_unique<StoreWriter>(m_parts.store, m_parts.timers,
                                                     [this](const std::optional<Failure>& failure) {
                                                         if (failure) {
                                                             Q_EMIT storeFailed(*failure);
                                                         } else {
                                                             Q_EMIT storeRecovered();
                                                         }
                                                     });
            m_org = OrgId::tryFrom(replayed->settings[setting::organisation]);
            std::vector<Own> own = readOwn(replayed->ownEvents);
            fold(std::move(replayed), std::move(own));
            done(std::monostate{});
        },
        [done](const Error& why) { done(tl::unexpected(why)); });
}

// Folds the whole store, the record in memory with it; what is there stays until `folded` is called.
void Journal::readStore(Folded folded, std::function<void(const Error&)> failed) {
    openStore(m_parts.store, m_parts.verifier, m_parts.snapshotAfter,
              [this, alive = std::weak_ptr(m_alive), folded = std::move(folded),
               failed = std::move(failed)](Result<std::shared_ptr<OpenedStore>> opened) {
                  if (alive.expired()) {
                      return;
                  }
                  if (!opened) {
                      failed(opened.error());
                      return;
                  }
                  m_records = std::move((*opened)->records);
                  folded((*opened)->replayed);
              });
}

namespace {
// Of each device in each log in the order of its numbers, which is not that of recording where attachments
// had to wait. What had a number keeps its place.
void sortByDevice(std::vector<Own>& own) {
    std::map<std::pair<LogId, DeviceId>, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (!own[i].kept.carried && !opensEpoch(own[i].facts)) {
            places[{own[i].kept.log, own[i].event.header.device}].push_back(i);
        }
    }
    for (const auto& [of, at] : places) {
        std::vector<Own> sorted;
        for (const std::size_t i : at) {
            sorted.push_back(std::move(own[i]));
        }
        std::stable_sort(sorted.begin(), sorted.end(), [](const Own& a, const Own& b) {
            return a.event.header.deviceSeq < b.event.header.deviceSeq;
        });
        for (std::size_t i = 0; i < at.size(); ++i) {
            own[at[i]] = std::move(sorted[i]);
        }
    }
}
} // namespace

void Journal::fold(std::shared_ptr<Replayed> replayed, std::vector<Own> own) {
    m_confirmed = std::move(replayed);
    m_speculation =
        std::make_unique<Speculation>(*m_confirmed, m_parts.verifier, device(), m_parts.signer.publicKey());
    // What had a number on a branch that ended goes first, in the order it had there.
    std::stable_sort(own.begin(), own.end(), [](const Own& a, const Own& b) {
        const auto& left = a.kept.carried;
        const auto& right = b.kept.carried;
        return left && right ? std::tie(left->recordedAt, left->seq) < std::tie(right->recordedAt, right->seq)
                             : left.has_value() > right.has_value();
    });
    sortByDevice(own);
    for (Own& one : own) {
        const auto named = one.blob();
        const auto blob = named ? m_confirmed->blobs.find(named->blob) : m_confirmed->blobs.end();
        one.blobSent = one.blobSent || (blob != m_confirmed->blobs.end() && blob->second.sent);
        m_speculation->add(std::move(one));
    }
    m_leftBehind.clear();
    m_covered.clear();
    for (const auto& [log, head] : m_confirmed->heads) {
        const auto tip = m_confirmed->ledger.tip(log);
        m_covered.insert_or_assign(log, std::min(m_confirmed->signedUpTo(log), tip ? tip->seq : 0));
    }
}

DeviceId Journal::device() const {
    return deviceIdOf(m_parts.signer.publicKey());
}

std::optional<PersonId> Journal::person() const {
    const auto it = organisation().devices.find(device());
    if (it != organisation().devices.end()) {
        return it->second.person;
    }
    return m_speculation->isEmpty() ? std::nullopt : m_speculation->author().person;
}

std::optional<SeenPoint> Journal::seen(const LogId& log) const {
    const auto tip = m_confirmed->ledger.tip(log);
    return tip ? std::optional(SeenPoint{tip->epoch, tip->seq, tip->hash}) : std::nullopt;
}

Circumstances Journal::circumstances(const std::optional<LogId>& log, const Signer& signer,
                                     const Facts& facts) const {
    const DeviceId device = deviceIdOf(signer.publicKey());
    return {m_org,
            log,
            log ? m_speculation->nextDeviceSeq(*log, device, facts) : 1,
            m_parts.clock.now(),
            log ? seen(*log) : std::nullopt,
            seen(LogId::of(*m_org))};
}

Result<Recorded> Journal::record(const std::optional<LogId>& log, const Facts& facts, const Text& text) {
    if (!m_org) {
        return refuse(refusal::unknownLog, "organisation");
    }
    if (const auto* withdrawn = std::get_if<EntryWithdrawn>(&facts)) {
        // What nobody else can have seen is simply deleted. A lost connection brings back what was sent, and
        // the relay may have numbered it all the same: that takes a withdrawal everybody hears of.
        const Own* own = m_speculation->find(withdrawn->target);
        const bool unseen = own && !own->kept.carried && !own->offered &&
                            (own->state == OwnState::Kept || own->state == OwnState::BeingKept);
        if (unseen) {
            const LogId where = own->kept.log;
            m_speculation->remove(withdrawn->target);
            m_confirmed->texts.forget(withdrawn->target);
            Change change;
            change.settled.push_back(withdrawn->target);
            m_writer->write(std::move(change));
            releaseWaiting({where});
            Q_EMIT textErased(where, withdrawn->target);
            Q_EMIT incidentChanged(where);
            return Recorded{withdrawn->target, where, std::nullopt};
        }
    }
    return recordIn(circumstances(log, m_parts.signer, facts), facts, text, m_parts.signer, {});
}

Result<Recorded> Journal::recordAs(const Signer& signer, const Facts& facts, const Text& text) {
    if (!m_org) {
        return refuse(refusal::unknownLog, "organisation");
    }
    if (!organisation().author(deviceIdOf(signer.publicKey()), organisation().seq)) {
        return refuse(refusal::unknownDevice, deviceIdOf(signer.publicKey()).toBytes().toHex());
    }
    return recordIn(circumstances(LogId::of(*m_org), signer, facts), facts, text, signer, {});
}

Result<Recorded> Journal::recordIn(const Circumstances& around, const Facts& facts, const Text& text,
                                   const Signer& signer, Change change) {
    auto composed = compose(facts, text, around, signer, m_parts.randomness);
    if (!composed) {
        return tl::unexpected(composed.error());
    }
    const LogId log = logOf(composed->event);
    const Verdict verdict = m_speculation->judge(log, composed->event, facts, around.createdAt);
    if (verdict && !couldBePermitted(*verdict)) {
        return tl::unexpected<Error>(*verdict);
    }
    return keep(*composed, facts, text, verdict, std::move(change));
}

Result<Recorded> Journal::keep(const Composed& composed, const Facts& facts, const Text& text,
                               Verdict warning, Change change) {
    const EventId id = composed.event.id;
    const LogId log = logOf(composed.event);
    OwnEvent kept{id, log, composed.offer, std::nullopt, std::nullopt};
    change.recorded.push_back(kept);
    if (const auto named = blobNamedBy(facts)) {
        change.blobs.named.push_back({named->blob, log, id});
    }
    if (m_org) {
        change.settings.insert_or_assign(setting::organisation, m_org->toBytes());
    }
    m_speculation->add(Own{std::move(kept), composed.event, facts, text, OwnState::BeingKept});
    Q_EMIT ownEventChanged(log, id, OwnState::BeingKept);
    if (m_confirmed->ledger.isOrganisation(log)) {
        Q_EMIT organisationChanged();
    } else {
        Q_EMIT incidentChanged(log);
    }
    m_writer->write(std::move(change), [this, log, id] {
        Own* own = m_speculation->find(id);
        if (own && own->state == OwnState::BeingKept) {
            own->state = OwnState::Kept;
            Q_EMIT ownEventChanged(log, id, OwnState::Kept);
            Q_EMIT offersChanged();
        }
    });
    return Recorded{id, log, std::move(warning)};
}

Result<Recorded> Journal::recordJoin(const OrgId& org, const DeviceAdded& joined, const Text& text) {
    if (m_org && *m_org != org) {
        return refuse(refusal::wrongOrganisation);
    }
    const LogId log = LogId::of(org);
    for (const Own* own : m_speculation->inOrder()) {
        const auto* before = std::get_if<DeviceAdded>(&own->facts);
        if (before && before->inviteKey == joined.inviteKey && own->state != OwnState::Refused) {
            return Recorded{own->event.id, log, std::nullopt}; // the answer to it was lost
        }
    }
    m_org = org;
    auto composed =
        compose(joined, text, circumstances(log, m_parts.signer, joined), m_parts.signer, m_parts.randomness);
    if (!composed) {
        return tl::unexpected(composed.error());
    }
    return keep(*composed, joined, text, std::nullopt, {});
}

Verdict Journal::discard(const EventId& refused) {
    const Own* own = m_speculation->find(refused);
    if (!own || own->state != OwnState::Refused) {
        return Refusal{refusal::notFound, refused.toBytes().toHex()};
    }
    const LogId log = own->kept.log;
    m_speculation->remove(refused);
    Change change;
    change.settled.push_back(refused);
    m_writer->write(std::move(change));
    Q_EMIT incidentChanged(log);
    return std::nullopt;
}

Result<Recorded> Journal::retry(const EventId& refused) {
    const Own* own = m_speculation->find(refused);
    if (!own || own->state != OwnState::Refused) {
        return refuse(refusal::notFound, refused.toBytes().toHex());
    }
    if (own->event.header.device != device()) {
        return refuse(refusal::notPermitted); // held for somebody else, whose words they are
    }
    // A new event: the old one's around in the device's order may be taken by what was recorded since.
    const Facts facts = own->facts;
    const Text text = own->text;
    const std::optional<LogId> log = own->event.header.log;
    auto recorded = record(log, facts, text);
    if (recorded) {
        discard(refused);
    }
    return recorded;
}

QByteArray Journal::setting(const QByteArray& key) const {
    const auto it = m_confirmed->settings.find(key);
    return it == m_confirmed->settings.end() ? QByteArray() : it->second;
}

void Journal::setSetting(const QByteArray& key, const QByteArray& value) {
    m_confirmed->settings.insert_or_assign(key, value);
    Change change;
    change.settings.insert_or_assign(key, value);
    m_writer->write(std::move(change));
}

void Journal::whenKept(std::function<void()> done) {
    if (m_writer->isIdle()) {
        done();
    } else {
        m_writer->write(Change{}, std::move(done));
    }
}

const Ledger& Journal::ledger() const {
    return m_confirmed->ledger;
}
const RecordIndex& Journal::recordOf(const LogId& log) const {
    return m_records.of(log);
}
const Texts& Journal::texts() const {
    return m_confirmed->texts;
}
const Organisation& Journal::organisation() const {
    return m_speculation->organisation();
}
const Incident* Journal::incident(const LogId& log) const {
    return m_speculation->incident(log);
}

std::vector<LogId> Journal::incidents() const {
    std::set<LogId> logs;
    for (const auto& [log, incident] : m_confirmed->ledger.incidents()) {
        logs.insert(log);
    }
    for (const Own* own : m_speculation->inOrder()) {
        if (!m_confirmed->ledger.isOrganisation(own->kept.log) && own->state != OwnState::Refused) {
            logs.insert(own->kept.log);
        }
    }
    std::vector<LogId> list;
    for (const LogId& log : logs) {
        if (incident(log)) {
            list.push_back(log);
        }
    }
    std::stable_sort(list.begin(), list.end(), [this](const LogId& a, const LogId& b) {
        return incident(a)->declaredAt < incident(b)->declaredAt;
    });
    return list;
}

std::vector<OwnEvent> Journal::ownEvents(const LogId& log) const {
    std::vector<OwnEvent> list;
    for (const Own* own : m_speculation->inOrder()) {
        if (own->kept.log == log) {
            list.push_back(own->kept);
        }
    }
    return list;
}

std::vector<OwnEvent> Journal::ownEvents() const {
    std::vector<OwnEvent> list;
    for (const Own* own : m_speculation->inOrder()) {
        list.push_back(own->kept);
    }
    return list;
}

OwnState Journal::stateOf(const EventId& event) const {
    const Own* own = m_speculation->find(event);
    return own ? own->state : OwnState::Recorded;
}

bool Journal::isCovered(const LogId& log, quint64 seq) const {
    const auto covered = m_covered.find(log);
    return covered != m_covered.end() && seq <= covered->second;
}

int Journal::pendingCount(const std::optional<LogId>& log) const {
    const auto own = m_speculation->inOrder();
    return int(std::count_if(own.begin(), own.end(), [&](const Own* o) {
        return o->state != OwnState::Refused && !o->taken && (!log || o->kept.log == *log);
    }));
}

int Journal::refusedCount(const std::optional<LogId>& log) const {
    const auto own = m_speculation->inOrder();
    return int(std::count_if(own.begin(), own.end(), [&](const Own* o) {
        return o->state == OwnState::Refused && (!log || o->kept.log == *log);
    }));
}

} // namespace bongsu
