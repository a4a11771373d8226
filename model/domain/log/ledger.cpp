#include "domain/log/ledger.h"

#include "domain/event/readfacts.h"

#include <algorithm>

namespace bongsu {

namespace {

tl::unexpected<Error> refuseWith(Refusal refusal) {
    return tl::unexpected<Error>(std::move(refusal));
}

const EventId* erasedBy(const Facts& facts) {
    if (const auto* erased = std::get_if<Erased>(&facts)) {
        return &erased->event;
    }
    if (const auto* withdrawn = std::get_if<EntryWithdrawn>(&facts)) {
        return &withdrawn->target;
    }
    if (const auto* sealed = std::get_if<SecretSealed>(&facts)) {
        return sealed->against ? &*sealed->against : nullptr; // the one that it replaces
    }
    return nullptr;
}

// Of a version that this program can judge: another one is an unknown kind, and begins nothing.
bool isDeclaration(const Event& event) {
    return event.header.kind == EpochDeclared::kind.name &&
           event.header.kindVersion == EpochDeclared::kind.version;
}

} // namespace

std::optional<EntryHash> LogIndex::hashAt(quint64 seq) const {
    return seq >= 1 && seq <= hashes.size() ? std::optional(hashes[seq - 1]) : std::nullopt;
}

std::optional<Referenced> LogIndex::find(const EventId& event) const {
    const Referenced* place = byEvent.find(event);
    return place ? std::optional(*place) : std::nullopt;
}

Lookup LogIndex::lookup() const {
    return [this](const EventId& event) { return find(event); };
}

bool Ledger::isOrganisation(const LogId& log) const {
    return m_organisation.id && LogId::of(*m_organisation.id) == log;
}

const LogIndex* Ledger::index(const LogId& log) const {
    if (isOrganisation(log)) {
        return &m_organisationIndex;
    }
    const auto it = m_incidents.find(log);
    return it == m_incidents.end() ? nullptr : &it->second.index;
}

const Incident* Ledger::incident(const LogId& log) const {
    const auto it = m_incidents.find(log);
    return it == m_incidents.end() || !it->second.incident ? nullptr : &*it->second.incident;
}

std::optional<Tip> Ledger::tip(const LogId& log) const {
    const LogIndex* found = index(log);
    return found ? found->tip : std::nullopt;
}

// Founded and DeviceAdded bring their own key: the device id is its hash, so nobody can bring another's.
std::optional<Author> Ledger::authorOf(const Event& event, const Facts& facts, quint64 orgSeq) const {
    if (const auto* founded = std::get_if<Founded>(&facts); founded && !m_organisation.id) {
        for (const PublicKey& root : founded->roots) {
            if (deviceIdOf(root) == event.header.device) {
                return Author{Author::Role::Root, root, std::nullopt, std::nullopt, false};
            }
        }
        return std::nullopt;
    }
    if (const auto known = m_organisation.author(event.header.device, orgSeq)) {
        return known;
    }
    if (const auto* added = std::get_if<DeviceAdded>(&facts)) {
        if (deviceIdOf(added->deviceKey) == event.header.device) {
            return Author{Author::Role::Person, added->deviceKey, PersonId::of(event.header.device),
                          std::nullopt, false};
        }
    }
    return std::nullopt;
}

Verdict Ledger::judge(const LogId& log, quint64 orgSeq, const Act& act) const {
    if (!m_organisation.id || isOrganisation(log)) {
        const auto tipHash =
            m_organisationIndex.tip ? std::optional(m_organisationIndex.tip->hash) : std::nullopt;
        return checkOrganisation(m_organisation, tipHash, act, m_organisationIndex.lookup(), *m_verifier);
    }
    const auto it = m_incidents.find(log);
    if (it == m_incidents.end()) {
        return checkDeclaration(act);
    }
    if (!it->second.incident) {
        return Refusal{refusal::unknownLog}; // its declaration was void
    }
    if (auto verdict = checkIncident(*it->second.incident, Authority(m_organisation, orgSeq), act,
                                     it->second.index.lookup())) {
        return verdict;
    }
    const bool rebases = std::holds_alternative<LogRebased>(act.facts);
    const Epoch* newest = rebases ? m_organisation.epochAt(orgSeq) : nullptr;
    return newest && it->second.index.tip->epoch == newest->id ? Refusal{refusal::alreadyDone} : Verdict();
}

Result<Admitted> Ledger::admit(const Offer& offer, const DeviceId& relay, Moment at) const {
    auto event = decodeEvent(offer.event);
    if (!event) {
        return tl::unexpected(event.error());
    }
    if (event->header.org != m_organisation.id) { // the foundation names none
        return refuse(refusal::wrongOrganisation);
    }
    const LogId log = logOf(*event);
    if (const LogIndex* known = index(log); known && known->find(event->id)) {
        return refuse(refusal::alreadyPresent);
    }
    if (event->header.log && !index(log)) {
        return refuse(refusal::unknownLog);
    }
    if (auto parts = checkParts(event->header, offer.facts, offer.text)) {
        return refuseWith(*parts);
    }
    if (event->header.textHash && offer.text.state != TextPart::State::Present) {
        return refuse(refusal::partMissing, "text");
    }
    if (!isCanonicalMap(offer.facts.bytes) || (offer.text.part && !isCanonicalMap(offer.text.part->bytes))) {
        return refuse(refusal::malformed, "parts");
    }
    Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, offer.facts.bytes);
    if (std::holds_alternative<UnknownFacts>(facts) && event->header.critical()) {
        return refuse(refusal::kindUnknown, event->header.kind);
    }
    const auto author = authorOf(*event, facts, m_organisation.seq);
    if (!author) {
        return refuse(refusal::unknownDevice);
    }
    if (!hasValidSignature(*event, author->key, *m_verifier)) {
        return refuse(refusal::badSignature);
    }
    // What it speaks of may stand among what a log is given back once it is in the newest epoch. Before that
    // no is said to a device that has no say any more, and to what would take the log there.
    auto epoch = checkEpochOfNext(*event, facts, relay, at);
    const bool isFinal = !epoch || author->revoked || opensEpoch(facts);
    if (auto verdict = judge(log, m_organisation.seq, Act{*event, facts, *author, at}); verdict && isFinal) {
        return refuseWith(*verdict);
    }
    if (epoch) {
        return refuseWith(*epoch);
    }
    return Admitted{std::move(*event), std::move(facts), *author};
}

Entry Ledger::nextEntry(const Event& event, const DeviceId& relay, Moment at,
                        const std::optional<Carried>& carried) const {
    const LogId log = logOf(event);
    const bool ofOrganisation = !m_organisation.id || isOrganisation(log);
    const std::optional<Tip> before = tip(log);
    const quint64 seq = before ? before->seq + 1 : 1;
    const EntryHash prev = before ? before->hash : genesisHash(log);
    const bool newEpoch = !m_organisation.id || isDeclaration(event);
    const EpochId epoch = newEpoch ? EpochId::of(event.id) : m_organisation.epochs.back().id;
    const Moment recordedAt = before ? std::max(before->recordedAt, at) : at;
    return Entry{log,
                 epoch,
                 seq,
                 prev,
                 ofOrganisation ? seq - 1 : m_organisationIndex.tip->seq,
                 ofOrganisation ? prev : m_organisationIndex.tip->hash,
                 recordedAt,
                 relay,
                 carried,
                 event.bytes};
}

Result<Ledger::Opened> Ledger::open(const KeptEntry& kept) const {
    auto entry = decodeEntry(kept.bytes);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    auto event = decodeEvent(entry->event);
    if (!event) {
        return tl::unexpected(event.error());
    }
    if (logOf(*event) != entry->log) {
        return refuse(refusal::wrongLog);
    }
    if (event->header.org != m_organisation.id) { // the foundation names none
        return refuse(refusal::wrongOrganisation);
    }
    if (auto parts = checkParts(event->header, kept.facts, kept.text)) {
        return refuseWith(*parts);
    }
    return Opened{std::move(*entry), std::move(*event), entryHash(kept.bytes)};
}

Verdict Ledger::checkPlace(const Opened& opened) const {
    const Entry& entry = opened.entry;
    const LogIndex* known = index(entry.log);
    const std::optional<Tip> before = known ? known->tip : std::nullopt;
    if (entry.seq != (before ? before->seq + 1 : 1)) {
        return Refusal{refusal::badSeq};
    }
    if (entry.prev != (before ? before->hash : genesisHash(entry.log))) {
        return Refusal{refusal::badChain};
    }
    if (before && entry.recordedAt < before->recordedAt) {
        return Refusal{refusal::badTime};
    }
    if (entry.seq == 1 && opened.event.header.log) {
        return Refusal{refusal::wrongLog};
    }
    if (known && known->find(opened.event.id)) {
        return Refusal{refusal::alreadyPresent};
    }
    return std::nullopt;
}

Verdict Ledger::checkOrganisationHead(const Opened& opened) const {
    const Entry& entry = opened.entry;
    if (!m_organisation.id || isOrganisation(entry.log)) {
        const bool own = entry.orgSeq == entry.seq - 1 && entry.orgHash == entry.prev;
        return own ? Verdict() : Refusal{refusal::organisationFork};
    }
    const auto hash = m_organisationIndex.hashAt(entry.orgSeq);
    if (!hash && entry.orgSeq > 0) {
        return Refusal{refusal::organisationBehind};
    }
    // Authority never goes back, or a relay could let a revoked device write by its past.
    const std::optional<Tip> before = tip(entry.log);
    const bool forward = !before || entry.orgSeq >= before->orgSeq;
    return hash == entry.orgHash && forward ? Verdict() : Refusal{refusal::organisationFork};
}

Result<Accepted> Ledger::accept(const KeptEntry& kept, Trust trust) {
    auto opened = open(kept);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    for (const Verdict& verdict :
         {checkOrganisationHead(*opened), checkPlace(*opened), checkEpoch(opened->entry, opened->event)}) {
        if (verdict) {
            return refuseWith(*verdict);
        }
    }
    Entry& entry = opened->entry;
    Event& event = opened->event;
    Facts facts = readFacts(event, kept.facts);
    const auto author = authorOf(event, facts, entry.orgSeq);
    if (!author) {
        return refuse(refusal::unknownDevice);
    }
    if (trust == Trust::Verify && !hasValidSignature(event, author->key, *m_verifier)) {
        return refuse(refusal::badSignature);
    }
    const Act act{event, facts, *author, entry.recordedAt};
    Verdict verdict = judge(entry.log, entry.orgSeq, act);
    if (!verdict && std::holds_alternative<EpochDeclared>(facts) && !declaresEpoch(entry, event)) {
        return refuse(refusal::badEpoch); // it would begin an epoch and carry another
    }
    // An epoch or a foundation that the rules refuse cannot be a void entry: it would be its own authority.
    if (beginsEpoch(entry, event)) {
        if (auto beginning = verdict ? verdict : checkBeginning(entry, facts)) {
            return refuseWith(*beginning);
        }
    }
    Accepted accepted{entry.log, entry,   opened->hash, event,        std::move(facts),
                      *author,   verdict, false,        std::nullopt, forksSeenBy(event)};
    if (!verdict) {
        if (const EventId* target = erasedBy(accepted.facts)) {
            accepted.erases = *target;
        }
        fold(entry.log, entry.seq, Act{accepted.event, accepted.facts, accepted.author, entry.recordedAt});
        // By the state after it: declaring, and taking a vacant command, are what the emergency allows.
        const Incident* after = incident(entry.log);
        accepted.emergency = after && isEmergencyAct(*after, *author);
    }
    remember(accepted);
    return accepted;
}

void Ledger::fold(const LogId& log, quint64 seq, const Act& act) {
    if (!m_organisation.id || isOrganisation(log)) {
        applyOrganisation(m_organisation, seq, act);
        return;
    }
    IncidentLog& incidentLog = m_incidents[log];
    if (incidentLog.incident) {
        applyIncident(*incidentLog.incident, act);
    } else {
        incidentLog.incident = declaredIncident(act);
    }
}

void Ledger::remember(const Accepted& accepted) {
    const bool ofOrganisation = isOrganisation(accepted.log);
    LogIndex& logIndex = ofOrganisation ? m_organisationIndex : m_incidents[accepted.log].index;
    if (ofOrganisation) {
        m_organisation.seq = accepted.entry.seq; // void entries count too
    }
    logIndex.tip = Tip{accepted.entry.epoch, accepted.entry.seq, accepted.hash, accepted.entry.recordedAt,
                       accepted.entry.orgSeq};
    logIndex.hashes.push_back(accepted.hash);
    if (logIndex.epochs.empty() || logIndex.epochs.back().first != accepted.entry.epoch) {
        logIndex.epochs.push_back({accepted.entry.epoch, accepted.entry.seq});
    }
    logIndex.byEvent.set(accepted.event.id,
                         Referenced{accepted.entry.seq, accepted.event.header.kind, accepted.author.person,
                                    accepted.entry.recordedAt, accepted.event.header.textHash.has_value(),
                                    false, accepted.verdict.has_value()});
    if (accepted.verdict) {
        countVoid(accepted);
        logIndex.voids.insert_or_assign(accepted.entry.seq, *accepted.verdict);
    }
    if (accepted.emergency) {
        logIndex.emergencies.insert(accepted.entry.seq);
    }
    if (accepted.erases) {
        logIndex.byEvent.markErased(*accepted.erases);
    }
}

// A void entry changes nothing but this: its author's number is used up.
void Ledger::countVoid(const Accepted& accepted) {
    std::map<DeviceId, quint64>* seqs = isOrganisation(accepted.log) ? &m_organisation.deviceSeqs : nullptr;
    if (auto it = m_incidents.find(accepted.log); it != m_incidents.end() && it->second.incident) {
        seqs = &it->second.incident->deviceSeqs;
    }
    if (seqs) {
        countDeviceSeq(*seqs, accepted.event, accepted.facts);
    }
}

std::vector<ForkEvidence> Ledger::forksSeenBy(const Event& event) const {
    std::vector<ForkEvidence> forks;
    const auto compare = [&](const LogId& log, const std::optional<SeenPoint>& seen) {
        const LogIndex* known = index(log);
        if (!seen || !known || !known->tip || known->tip->epoch != seen->epoch) {
            return; // what was seen in another epoch may have lost its place without anybody lying
        }
        const auto ours = known->hashAt(seen->seq);
        if (ours && *ours != seen->hash) {
            forks.push_back({log, seen->seq, *ours, seen->hash});
        }
    };
    compare(logOf(event), event.header.seen);
    if (m_organisation.id) {
        compare(LogId::of(*m_organisation.id), event.header.seenOrg);
    }
    return forks;
}

Verdict Ledger::voidReason(const LogId& log, quint64 seq) const {
    const LogIndex* known = index(log);
    if (!known) {
        return std::nullopt;
    }
    const auto it = known->voids.find(seq);
    return it == known->voids.end() ? Verdict() : Verdict(it->second);
}

std::optional<ForkEvidence> Ledger::contradiction(const Head& head) const {
    const LogIndex* known = index(head.log);
    if (!known || !known->tip || known->tip->epoch != head.epoch) {
        return std::nullopt;
    }
    const auto ours = known->hashAt(head.seq);
    if (ours && *ours != head.hash) {
        return ForkEvidence{head.log, head.seq, *ours, head.hash};
    }
    return std::nullopt;
}

} // namespace bongsu
