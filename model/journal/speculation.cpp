#include "journal/speculation.h"

#include <algorithm>

namespace bongsu {

namespace {

// What a stored own event says; nothing if its bytes are damaged (the store authenticates them, so this is a
// bug's or a newer program's doing, and the event stays where it is).
std::optional<Own> read(const OwnEvent& kept) {
    auto event = decodeEvent(kept.offer.event);
    if (!event) {
        return std::nullopt;
    }
    Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, kept.offer.facts.bytes);
    Text text;
    if (kept.offer.text.part) {
        text = decodeBody<Text>(kept.offer.text.part->bytes).value_or(Text{});
    }
    const OwnState state = kept.refusal ? OwnState::Refused : OwnState::Kept;
    return Own{kept, std::move(*event), std::move(facts), std::move(text), state, false, true};
}

} // namespace

std::vector<Own> readOwn(const std::vector<OwnEvent>& kept) {
    std::vector<Own> list;
    for (const OwnEvent& one : kept) {
        if (auto own = read(one)) {
            list.push_back(std::move(*own));
        }
    }
    return list;
}

Speculation::Speculation(Replayed& confirmed, const Verifier& verifier, const DeviceId& device,
                         const PublicKey& key)
    : m_confirmed(confirmed), m_verifier(verifier), m_device(device), m_key(key) {}

void Speculation::add(Own own) {
    own.waits = mustWait(own);
    if (own.waits) {
        own.offered = false; // it would not wait else
        place(std::move(own));
        return;
    }
    const LogId log = own.kept.log;
    const bool ofOrganisation = m_confirmed.ledger.isOrganisation(log);
    // What has been derived is moved on by one event instead of being made anew: a thousand notes written
    // offline cost a thousand steps, not a million.
    if (own.state != OwnState::Refused) {
        if (opensEpoch(own.facts)) {
            invalidate(log); // it goes before what waits already
        } else if (ofOrganisation && m_organisation) {
            applyOwn(*m_organisation, own);
        } else if (const auto cached = m_incidents.find(log); cached != m_incidents.end()) {
            applyOwn(cached->second, own);
        }
        m_confirmed.texts.takeOwn(own.event.id, own.facts, own.text);
    }
    place(std::move(own));
}

void Speculation::place(Own own) {
    const quint64 order = std::holds_alternative<EpochDeclared>(own.facts) ? m_nextDeclaration++
                          : opensEpoch(own.facts)                          ? m_nextOpening++
                          : own.waits                                      ? m_nextWaiting++
                                                                           : m_next++;
    m_order.insert_or_assign(own.event.id, order);
    m_own.insert_or_assign(order, std::move(own));
}

void Speculation::remove(const EventId& event) {
    const auto order = m_order.find(event);
    if (order == m_order.end()) {
        return;
    }
    invalidate(m_own.at(order->second).kept.log);
    m_own.erase(order->second);
    m_order.erase(order);
}

const Own* Speculation::find(const EventId& event) const {
    const auto order = m_order.find(event);
    return order == m_order.end() ? nullptr : &m_own.at(order->second);
}
Own* Speculation::find(const EventId& event) {
    const auto order = m_order.find(event);
    return order == m_order.end() ? nullptr : &m_own.at(order->second);
}

std::vector<const Own*> Speculation::inOrder() const {
    std::vector<const Own*> list;
    list.reserve(m_own.size());
    for (const auto& [order, own] : m_own) {
        list.push_back(&own);
    }
    return list;
}

void Speculation::invalidate(const LogId& log) {
    if (m_confirmed.ledger.isOrganisation(log)) {
        invalidateAll(); // authority may have changed in every incident
    } else {
        m_incidents.erase(log);
    }
}

void Speculation::invalidateAll() {
    m_organisation.reset();
    m_incidents.clear();
}

Author Speculation::author() const {
    if (const auto known = organisation().author(m_device, organisation().seq)) {
        return *known;
    }
    return Author{Author::Role::Person, m_key, PersonId::of(m_device), std::nullopt, false};
}

std::optional<Author> Speculation::authorOf(const Own& own) const {
    const DeviceId& device = own.event.header.device;
    return device == m_device ? author() : organisation().author(device, organisation().seq);
}

Lookup Speculation::lookup(const LogId& log) const {
    return [this, log](const EventId& event) -> std::optional<Referenced> {
        if (const LogIndex* index = m_confirmed.ledger.index(log)) {
            if (auto found = index->find(event)) {
                return found;
            }
        }
        const Own* own = find(event);
        if (!own || own->kept.log != log || own->state == OwnState::Refused) {
            return std::nullopt;
        }
        const auto author = authorOf(*own);
        return Referenced{0,
                          own->event.header.kind,
                          author ? author->person : std::nullopt,
                          own->event.header.createdAt,
                          own->event.header.textHash.has_value(),
                          false,
                          false};
    };
}

void Speculation::applyOwn(Organisation& organisation, const Own& own) const {
    const auto author = organisation.author(own.event.header.device, organisation.seq);
    if (!author) {
        return;
    }
    const Act act{own.event, own.facts, *author, own.event.header.createdAt};
    const auto& tip = m_confirmed.ledger.organisationIndex().tip;
    const auto tipHash = tip ? std::optional(tip->hash) : std::nullopt;
    if (!checkOrganisation(organisation, tipHash, act, lookup(own.kept.log), m_verifier)) {
        applyOrganisation(organisation, organisation.seq + 1, act);
    }
}

void Speculation::applyOwn(std::optional<Incident>& incident, const Own& own) const {
    const auto author = authorOf(own);
    if (!author) {
        return;
    }
    const Act act{own.event, own.facts, *author, own.event.header.createdAt};
    if (!incident) {
        if (!checkDeclaration(act)) {
            incident = declaredIncident(act);
        }
        return;
    }
    const Authority authority(organisation(), organisation().seq);
    if (!checkIncident(*incident, authority, act, lookup(own.kept.log))) {
        applyIncident(*incident, act);
    }
}

const Organisation& Speculation::organisation() const {
    if (!m_organisation) {
        m_organisation = m_confirmed.ledger.organisation();
        for (const auto& [order, own] : m_own) {
            if (own.state != OwnState::Refused && !own.waits &&
                m_confirmed.ledger.isOrganisation(own.kept.log)) {
                applyOwn(*m_organisation, own);
            }
        }
    }
    return *m_organisation;
}

// What opens an epoch is offered before everything that waits, and goes on from what is confirmed.
Organisation Speculation::beforeWaiting() const {
    Organisation organisation = m_confirmed.ledger.organisation();
    for (const auto& [order, own] : m_own) {
        if (own.state != OwnState::Refused && opensEpoch(own.facts) &&
            m_confirmed.ledger.isOrganisation(own.kept.log)) {
            applyOwn(organisation, own);
        }
    }
    return organisation;
}

std::optional<Incident> Speculation::speculate(const LogId& log) const {
    const Incident* confirmed = m_confirmed.ledger.incident(log);
    std::optional<Incident> incident = confirmed ? std::optional(*confirmed) : std::nullopt;
    for (const auto& [order, own] : m_own) {
        if (own.state != OwnState::Refused && !own.waits && own.kept.log == log) {
            applyOwn(incident, own);
        }
    }
    return incident;
}

const Incident* Speculation::incident(const LogId& log) const {
    if (m_confirmed.ledger.isOrganisation(log)) {
        return nullptr;
    }
    auto cached = m_incidents.find(log);
    if (cached == m_incidents.end()) {
        cached = m_incidents.insert_or_assign(log, speculate(log)).first;
    }
    return cached->second ? &*cached->second : nullptr;
}

Verdict Speculation::judge(const LogId& log, const Event& event, const Facts& facts, Moment at) const {
    const auto signedBy = organisation().author(event.header.device, organisation().seq);
    const Author self = signedBy ? *signedBy : author();
    const Act act{event, facts, self, at};
    if (m_confirmed.ledger.isOrganisation(log)) {
        const auto& tip = m_confirmed.ledger.organisationIndex().tip;
        const auto tipHash = tip ? std::optional(tip->hash) : std::nullopt;
        return checkOrganisation(opensEpoch(facts) ? beforeWaiting() : organisation(), tipHash, act,
                                 lookup(log), m_verifier);
    }
    if (const Incident* known = incident(log)) {
        return checkIncident(*known, Authority(organisation(), organisation().seq), act, lookup(log));
    }
    return event.header.log ? Verdict(Refusal{refusal::unknownLog}) : checkDeclaration(act);
}

} // namespace bongsu
