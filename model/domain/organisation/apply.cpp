#include "domain/organisation/rules.h"

#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

class OrganisationApply {
  public:
    OrganisationApply(Organisation& org, const Act& act) : m_org(org), m_act(act) {}

    void operator()(const UnknownFacts&) const {
        m_org.beyondThisVersion = m_org.beyondThisVersion || m_act.event.header.critical();
    }

    void operator()(const Founded& f) const {
        m_org.id = OrgId::of(m_act.event.id);
        m_org.featureLevel = f.featureLevel;
        m_org.roots.push_back({m_org.seq, f.roots});
        describeRelay(f.relay);
        m_org.epochs.push_back({EpochId::of(m_act.event.id),
                                std::nullopt,
                                0,
                                {deviceIdOf(f.relay.signing)},
                                {},
                                LogPoint{},
                                m_org.seq,
                                std::nullopt});
    }

    void operator()(const DeviceAdded& f) const {
        InviteRecord& invite = m_org.invites.at(f.inviteKey);
        --invite.usesLeft;
        const DeviceId device = deviceIdOf(f.deviceKey);
        const PersonId person = invite.person.value_or(PersonId::of(device));
        m_org.devices.insert_or_assign(device,
                                       Device{f.deviceKey, person, m_org.seq, std::nullopt, m_act.event.id});
        if (!invite.person) {
            m_org.persons.insert_or_assign(person, Person{{{m_org.seq, invite.permission, m_act.event.id}},
                                                          std::nullopt,
                                                          std::nullopt,
                                                          m_act.event.id});
        }
    }

    void operator()(const InviteIssued& f) const {
        const bool commanding = m_act.author.role == Author::Role::Root ||
                                mayCommand(m_act.author.permission.value_or(Permission::Viewer));
        const bool own = f.person && f.person == m_act.person();
        if (m_org.invites.size() >= std::size_t(limits::invites)) { // what nobody can join by makes room
            std::erase_if(m_org.invites,
                          [this](const auto& known) { return !isOpen(known.second, m_act.at); });
        }
        m_org.invites.insert_or_assign(
            f.inviteKey, InviteRecord{f.permission, f.person, m_act.person(), m_act.event.header.device,
                                      m_act.at + Millis{f.validForMs}, f.uses, !commanding && !own, false});
    }

    void operator()(const InviteRevoked& f) const { m_org.invites.at(f.inviteKey).revoked = true; }
    void operator()(const PersonDescribed& f) const {
        Person& person = m_org.persons.at(f.person);
        person.department = f.department;
        person.site = f.site;
        person.describedBy = m_act.event.id;
    }
    void operator()(const PermissionSet& f) const {
        m_org.persons.at(f.person).grants.push_back({m_org.seq, f.permission, m_act.event.id});
    }
    void operator()(const DeviceRevoked& f) const { m_org.devices.at(f.device).revokedSeq = m_org.seq; }
    void operator()(const PersonRevoked& f) const { m_org.persons.at(f.person).revokedSeq = m_org.seq; }
    void operator()(const DepartmentDescribed& f) const {
        m_org.departments.insert_or_assign(f.key, Department{f.company, m_act.event.id});
    }
    void operator()(const RelayDescribed& f) const { describeRelay(f.relay); }
    void operator()(const EpochDeclared& f) const {
        m_org.epochs.push_back({EpochId::of(m_act.event.id), f.parent, f.generation, f.relays, f.ends,
                                f.orgBase, m_org.seq, m_act.person()});
    }
    void operator()(const RootReplaced& f) const { m_org.roots.push_back({m_org.seq, f.roots}); }
    void operator()(const FeatureRaised& f) const { m_org.featureLevel = f.level; }
    void operator()(const DocumentPublished& f) const {
        m_org.documents.insert_or_assign(
            DocumentKey{f.type, f.key},
            DocumentRecord{m_act.event.id, f.blob, f.size, m_act.person(), m_act.at});
    }
    void operator()(const DocumentRead& f) const {
        for (auto& [key, document] : m_org.documents) {
            if (document.event == f.document) {
                document.readBy.insert(*m_act.person());
            }
        }
    }
    void operator()(const FirstNoticeApproved& f) const {
        const auto at = std::find_if(m_org.documents.begin(), m_org.documents.end(),
                                     [&](const auto& one) { return one.second.event == f.document; });
        const QString& key = at->first.second;
        for (auto& [version, one] : m_org.preapproved) {
            if (one.key == key && version != f.document && !one.endedSeq) {
                one.endedSeq = m_org.seq;
            }
        }
        const auto one =
            m_org.preapproved
                .try_emplace(
                    f.document,
                    Preapproved{key, at->second.blob, at->second.size, at->second.by, {}, std::nullopt})
                .first;
        one->second.approvals.push_back({*m_act.person(), m_org.seq, m_act.at});
    }
    void operator()(const FirstNoticeEnded& f) const {
        m_org.preapproved.at(f.document).endedSeq = m_org.seq;
    }
    void operator()(const SecretSealed& f) const {
        m_org.secrets.insert_or_assign(SecretKey{f.channel, f.relay},
                                       SecretRecord{m_act.event.id, m_act.at, m_act.hasText()});
    }
    void operator()(const RecipientsCounted& f) const {
        const RecipientsKey key{f.list, m_act.event.header.device};
        if (f.count > 0) {
            m_org.recipients.insert_or_assign(key, f.count);
        } else {
            m_org.recipients.erase(key);
        }
    }
    void operator()(const WorkHeld& f) const {
        m_org.holds.insert_or_assign(f.site, Hold{m_act.event.id, m_act.person(), f.incident, m_act.at});
    }
    void operator()(const WorkReleased& f) const { m_org.holds.erase(f.site); }

    // Erasures change texts, which are beside the state; incident facts never pass the check here.
    template <class Other>
    void operator()(const Other&) const {}

  private:
    void describeRelay(const RelayKeys& relay) const {
        const DeviceId id = deviceIdOf(relay.signing);
        const auto known = m_org.relays.find(id);
        const quint64 fromSeq = known == m_org.relays.end() ? m_org.seq : known->second.fromSeq;
        m_org.relays.insert_or_assign(
            id, RelayRecord{relay.signing, relay.pins, relay.sealing, m_act.event.id, fromSeq});
    }

    Organisation& m_org;
    const Act& m_act;
};

} // namespace

void applyOrganisation(Organisation& organisation, quint64 seq, const Act& act) {
    organisation.seq = seq;
    countDeviceSeq(organisation.deviceSeqs, act.event, act.facts);
    std::visit(OrganisationApply(organisation, act), act.facts);
}

} // namespace bongsu
