#include "domain/organisation/rules.h"

#include "domain/base/hash.h"
#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/event/proofs.h"

#include <algorithm>

namespace bongsu {

namespace {

Refusal no(const char* code, QByteArray detail = {}) {
    return Refusal{code, std::move(detail)};
}

bool areRoots(const std::vector<PublicKey>& roots) {
    return roots.size() == 2 && roots[0] != roots[1];
}
bool areRelayKeys(const RelayKeys& relay) {
    return !relay.pins.empty() && relay.pins.size() <= 2;
}

class OrganisationCheck {
  public:
    OrganisationCheck(const Organisation& org, const std::optional<EntryHash>& tip, const Act& act,
                      const Lookup& lookup, const Verifier& verifier)
        : m_org(org), m_tip(tip), m_act(act), m_lookup(lookup), m_verifier(verifier) {}

    Verdict operator()(const UnknownFacts&) const { return {}; }
    Verdict operator()(const MalformedFacts&) const { return no(refusal::malformed); }

    Verdict operator()(const Founded& f) const {
        if (m_org.id) {
            return no(refusal::alreadyDone);
        }
        return areRoots(f.roots) && areRelayKeys(f.relay) ? Verdict() : no(refusal::malformed);
    }

    Verdict operator()(const DeviceAdded& f) const {
        // By itself alone: an invite must not turn a root key or a relay into somebody's device.
        if (m_act.event.header.device != deviceIdOf(f.deviceKey)) {
            return no(refusal::joinUnproven, "device");
        }
        const auto invite = m_org.invites.find(f.inviteKey);
        if (invite == m_org.invites.end() || invite->second.revoked || isGone(invite->second)) {
            return no(refusal::inviteUnknown);
        }
        if (m_org.devices.contains(deviceIdOf(f.deviceKey))) {
            return no(refusal::alreadyDone);
        }
        if (m_org.devices.size() >= std::size_t(limits::devices) ||
            (!invite->second.person && m_org.persons.size() >= std::size_t(limits::persons))) {
            return no(refusal::outOfRange, "people");
        }
        if (m_act.at > invite->second.expiresAt) {
            return no(refusal::inviteExpired);
        }
        if (invite->second.usesLeft == 0) {
            return no(refusal::inviteUsed);
        }
        const bool proven = m_verifier.verify(f.inviteKey, joinMessage(*m_org.id, f.deviceKey), f.proof);
        return proven ? Verdict() : no(refusal::joinUnproven);
    }

    Verdict operator()(const InviteIssued& f) const {
        const Millis valid{f.validForMs};
        if (f.uses < 1 || f.uses > quint64(limits::inviteUses) || valid < limits::inviteValidLeast ||
            valid > limits::inviteValid) {
            return no(refusal::outOfRange);
        }
        if (m_org.invites.contains(f.inviteKey)) {
            return no(refusal::alreadyDone);
        }
        if (openInvites(m_org, m_act.at) >= std::size_t(limits::invites)) {
            return no(refusal::outOfRange, "invite");
        }
        if (f.person && isRevokedOrUnknown(*f.person)) {
            return no(refusal::notFound);
        }
        const Permission joined = f.person ? *m_org.permission(*f.person, m_org.seq) : f.permission;
        if (mayApprove(joined) && f.uses != 1) {
            return no(refusal::inviteTooWide);
        }
        return mayInvite(f) ? Verdict() : no(refusal::inviteTooWide);
    }

    Verdict operator()(const InviteRevoked& f) const {
        const auto invite = m_org.invites.find(f.inviteKey);
        if (invite == m_org.invites.end()) {
            return no(refusal::inviteUnknown);
        }
        if (invite->second.revoked) {
            return no(refusal::alreadyDone);
        }
        const bool own = invite->second.issuer && invite->second.issuer == m_act.person();
        return own || mayCommand(permission()) ? Verdict() : no(refusal::notPermitted);
    }

    Verdict operator()(const PersonDescribed& f) const {
        if (!m_org.persons.contains(f.person)) {
            return no(refusal::notFound);
        }
        if (f.department && !isKeyText(*f.department)) {
            return no(refusal::outOfRange, "department");
        }
        if (f.site && !isKeyText(*f.site)) {
            return no(refusal::outOfRange, "site");
        }
        return f.person == *m_act.person() || mayCommand(permission()) ? Verdict()
                                                                       : no(refusal::notPermitted);
    }

    Verdict operator()(const PermissionSet& f) const {
        if (permission() != Permission::Admin) {
            return no(refusal::notPermitted);
        }
        const auto person = m_org.persons.find(f.person);
        if (person == m_org.persons.end() || person->second.revokedSeq) {
            return no(refusal::notFound);
        }
        if (person->second.grants.back().setBy != f.against) {
            return no(refusal::stale);
        }
        const bool last = f.permission != Permission::Admin && !hasAdminWithout(f.person, std::nullopt);
        return last ? Verdict(no(refusal::lastAdmin)) : Verdict();
    }

    Verdict operator()(const DeviceRevoked& f) const {
        const auto device = m_org.devices.find(f.device);
        if (device == m_org.devices.end()) {
            return no(refusal::notFound);
        }
        if (device->second.revokedSeq) {
            return no(refusal::alreadyDone);
        }
        if (device->second.person != *m_act.person() && permission() != Permission::Admin) {
            return no(refusal::notPermitted);
        }
        return hasAdminWithout(std::nullopt, f.device) ? Verdict() : no(refusal::lastAdmin);
    }

    Verdict operator()(const PersonRevoked& f) const {
        const auto person = m_org.persons.find(f.person);
        if (person == m_org.persons.end()) {
            return no(refusal::notFound);
        }
        if (person->second.revokedSeq) {
            return no(refusal::alreadyDone);
        }
        if (permission() != Permission::Admin) {
            return no(refusal::notPermitted);
        }
        return hasAdminWithout(f.person, std::nullopt) ? Verdict() : no(refusal::lastAdmin);
    }

    Verdict operator()(const DepartmentDescribed& f) const {
        if (!isKeyText(f.key) || !isKeyText(f.company)) {
            return no(refusal::outOfRange, "department");
        }
        if (!m_org.departments.contains(f.key) &&
            m_org.departments.size() >= std::size_t(limits::departments)) {
            return no(refusal::outOfRange, "department");
        }
        return commanding();
    }

    Verdict operator()(const RelayDescribed& f) const {
        if (!areRelayKeys(f.relay)) {
            return no(refusal::malformed, "relay");
        }
        if (m_act.author.role == Author::Role::Relay) { // of itself only
            return f.relay.signing == m_act.author.key ? Verdict() : no(refusal::notPermitted);
        }
        return permission() == Permission::Admin ? Verdict() : no(refusal::notPermitted);
    }

    Verdict operator()(const EpochDeclared& f) const {
        if (m_act.author.role != Author::Role::Root && !mayDeclareEpoch(permission())) {
            return no(refusal::notPermitted);
        }
        const Epoch& current = m_org.epochs.back();
        if (f.parent != current.id || f.generation != current.generation + 1) {
            return no(refusal::stale);
        }
        if (f.orgBase.seq != m_org.seq || !m_tip || f.orgBase.hash != *m_tip) {
            return no(refusal::stale);
        }
        const bool known =
            !f.relays.empty() && std::all_of(f.relays.begin(), f.relays.end(),
                                             [&](const auto& id) { return m_org.relays.contains(id); });
        return known ? Verdict() : no(refusal::relayUnknown);
    }

    Verdict operator()(const RootReplaced& f) const {
        if (m_act.author.role != Author::Role::Root) {
            return no(refusal::notPermitted);
        }
        return areRoots(f.roots) ? Verdict() : no(refusal::malformed);
    }

    Verdict operator()(const FeatureRaised& f) const {
        if (permission() != Permission::Admin) {
            return no(refusal::notPermitted);
        }
        return f.level > m_org.featureLevel ? Verdict() : no(refusal::alreadyDone);
    }

    Verdict operator()(const DocumentPublished& f) const {
        if (!isKeyText(f.type) || !isKeyText(f.key)) {
            return no(refusal::outOfRange, "document");
        }
        if (f.size == 0 || f.size > quint64(limits::documentBytes)) {
            return no(refusal::outOfRange, "size");
        }
        if (!m_act.hasText()) { // the blob's salt stands there
            return no(refusal::malformed, "text");
        }
        const DocumentRecord* held = m_org.document(f.type, f.key);
        if (!held && m_org.documents.size() >= std::size_t(limits::documents)) {
            return no(refusal::outOfRange, "documents");
        }
        const auto before = held ? std::optional(held->event) : std::nullopt;
        return f.against == before ? commanding() : no(refusal::stale);
    }

    // A version that no longer holds is not found: what it said holds no longer either.
    Verdict operator()(const DocumentRead& f) const {
        const DocumentRecord* document = m_org.document(f.document);
        if (!document) {
            return no(refusal::notFound);
        }
        return document->readBy.contains(*m_act.person()) ? no(refusal::alreadyDone) : Verdict();
    }

    // By somebody else than who wrote it, of the version that holds: nobody approves what was replaced.
    Verdict operator()(const FirstNoticeApproved& f) const {
        const auto at = std::find_if(m_org.documents.begin(), m_org.documents.end(), [&](const auto& one) {
            return one.second.event == f.document && one.first.first == documenttype::firstNotice;
        });
        if (at == m_org.documents.end()) {
            return no(refusal::notFound, "document");
        }
        // Approved again, it holds for another six months; what was ended stays so.
        const auto known = m_org.preapproved.find(f.document);
        const bool isKnown = known != m_org.preapproved.end();
        if (isKnown && known->second.endedSeq) {
            return no(refusal::alreadyDone);
        }
        const std::size_t before = isKnown ? known->second.approvals.size() : m_org.preapproved.size();
        if (before >= std::size_t(isKnown ? limits::listItems : limits::firstNotices)) {
            return no(refusal::outOfRange, "firstnotice");
        }
        if (!mayApprove(permission())) {
            return no(refusal::notPermitted);
        }
        return at->second.by == m_act.person() ? no(refusal::secondPerson) : Verdict();
    }

    Verdict operator()(const FirstNoticeEnded& f) const {
        const auto known = m_org.preapproved.find(f.document);
        if (known == m_org.preapproved.end()) {
            return no(refusal::notFound, "document");
        }
        if (known->second.endedSeq) {
            return no(refusal::alreadyDone);
        }
        return mayApprove(permission()) ? Verdict() : no(refusal::notPermitted);
    }

    // Without text it takes the secret away.
    Verdict operator()(const SecretSealed& f) const {
        if (!isKeyText(f.channel)) {
            return no(refusal::outOfRange, "channel");
        }
        if (!m_org.relays.contains(f.relay)) {
            return no(refusal::relayUnknown);
        }
        const auto held = m_org.secrets.find({f.channel, f.relay});
        if (held == m_org.secrets.end() && m_org.secrets.size() >= std::size_t(limits::secrets)) {
            return no(refusal::outOfRange, "secrets");
        }
        const auto before = held == m_org.secrets.end() ? std::nullopt : std::optional(held->second.event);
        if (f.against != before) {
            return no(refusal::stale);
        }
        if (!m_act.hasText() && (held == m_org.secrets.end() || !held->second.isThere)) {
            return no(refusal::notFound, "secret");
        }
        const bool allowed = m_act.author.role == Author::Role::Relay || permission() == Permission::Admin;
        return allowed ? Verdict() : no(refusal::notPermitted);
    }

    Verdict operator()(const RecipientsCounted& f) const {
        const bool isKnown = m_org.recipients.contains({f.list, m_act.event.header.device});
        if (!isKeyText(f.list) || f.count > quint64(limits::recipients) ||
            (!isKnown && m_org.recipients.size() >= std::size_t(limits::recipientLists))) {
            return no(refusal::outOfRange, "recipients");
        }
        return m_act.author.role == Author::Role::Relay ? Verdict() : no(refusal::notPermitted);
    }

    Verdict operator()(const WorkHeld& f) const {
        if (!isKeyText(f.site) || m_org.holds.size() >= std::size_t(limits::holds)) {
            return no(refusal::outOfRange, "site");
        }
        if (m_org.holds.contains(f.site)) {
            return no(refusal::alreadyDone);
        }
        return commanding();
    }

    Verdict operator()(const WorkReleased& f) const {
        const auto hold = m_org.holds.find(f.site);
        if (hold == m_org.holds.end()) {
            return no(refusal::notFound);
        }
        return hold->second.event == f.against ? commanding() : no(refusal::stale);
    }

    Verdict operator()(const Erased& f) const {
        const auto target = m_lookup(f.event);
        if (!target || !target->hasText) {
            return no(refusal::notFound);
        }
        if (target->erased) {
            return no(refusal::alreadyDone);
        }
        return permission() == Permission::Admin ? Verdict() : no(refusal::notPermitted);
    }

    template <class IncidentFacts>
    Verdict operator()(const IncidentFacts&) const {
        return no(refusal::wrongLog);
    }

  private:
    // Root acts have no permission; checkCommon let through only what root may do at all.
    Permission permission() const { return m_act.author.permission.value_or(Permission::Viewer); }
    Verdict commanding() const { return mayCommand(permission()) ? Verdict() : no(refusal::notPermitted); }

    bool isRevokedOrUnknown(const PersonId& person) const {
        const auto it = m_org.persons.find(person);
        return it == m_org.persons.end() || it->second.revokedSeq;
    }

    // An invite outlives neither the person it is for, nor the person, the device or the root key that issued
    // it: it may lie in a thief's hands.
    bool isGone(const InviteRecord& invite) const {
        if (invite.person && isRevokedOrUnknown(*invite.person)) {
            return true;
        }
        const auto issuer = m_org.author(invite.issuingDevice, m_org.seq);
        return !issuer || issuer->revoked;
    }

    bool mayInvite(const InviteIssued& f) const {
        if (m_act.author.role == Author::Role::Root) {
            return f.permission == Permission::Admin && f.uses == 1 && !f.person;
        }
        if (permission() == Permission::Admin || (f.person && f.person == m_act.person())) {
            return true;
        }
        if (f.person) {
            return false;
        }
        const bool upToResponder = f.permission <= Permission::Responder;
        if (permission() == Permission::Commander) {
            return upToResponder || f.permission == Permission::Communications;
        }
        // In an emergency that is who is there.
        return mayRespond(permission()) && upToResponder && f.uses <= quint64(limits::emergencyInviteUses) &&
               Millis{f.validForMs} <= limits::emergencyInviteValid;
    }

    bool hasAdminWithout(const std::optional<PersonId>& person, const std::optional<DeviceId>& device) const {
        return std::any_of(m_org.devices.begin(), m_org.devices.end(), [&](const auto& entry) {
            const auto& [id, d] = entry;
            return id != device && d.person != person && !d.revokedSeq &&
                   !m_org.persons.at(d.person).revokedSeq &&
                   m_org.permission(d.person, m_org.seq) == Permission::Admin;
        });
    }

    const Organisation& m_org;
    const std::optional<EntryHash>& m_tip;
    const Act& m_act;
    const Lookup& m_lookup;
    const Verifier& m_verifier;
};

} // namespace

Verdict checkOrganisation(const Organisation& organisation, const std::optional<EntryHash>& tip,
                          const Act& act, const Lookup& lookup, const Verifier& verifier) {
    if (auto common = checkCommon(LogType::Organisation, organisation.deviceSeqs, act)) {
        return common;
    }
    if (organisation.id.has_value() == std::holds_alternative<Founded>(act.facts)) {
        return no(organisation.id ? refusal::alreadyDone : refusal::unknownLog);
    }
    return std::visit(OrganisationCheck(organisation, tip, act, lookup, verifier), act.facts);
}

} // namespace bongsu
