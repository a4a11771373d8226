#include "domain/organisation/organisation.h"

#include <algorithm>

namespace bongsu {

std::optional<Permission> Organisation::permission(const PersonId& person, quint64 atSeq) const {
    const auto it = persons.find(person);
    if (it == persons.end()) {
        return std::nullopt;
    }
    std::optional<Permission> held;
    for (const Grant& grant : it->second.grants) {
        if (grant.fromSeq <= atSeq) {
            held = grant.permission;
        }
    }
    return held;
}

std::optional<Author> Organisation::author(const DeviceId& device, quint64 atSeq) const {
    const auto held = [atSeq](const std::optional<quint64>& sinceSeq) {
        return sinceSeq && *sinceSeq <= atSeq;
    };
    if (const auto it = devices.find(device); it != devices.end() && it->second.addedSeq <= atSeq) {
        const Device& d = it->second;
        const bool revoked = held(d.revokedSeq) || held(persons.at(d.person).revokedSeq);
        return Author{Author::Role::Person, d.key, d.person, permission(d.person, atSeq), revoked};
    }
    if (const auto it = relays.find(device); it != relays.end() && it->second.fromSeq <= atSeq) {
        return Author{Author::Role::Relay, it->second.signing, std::nullopt, std::nullopt, false};
    }
    const RootSet* current = nullptr;
    for (const RootSet& set : roots) {
        current = set.fromSeq <= atSeq ? &set : current;
    }
    if (current) {
        for (const PublicKey& key : current->keys) {
            if (deviceIdOf(key) == device) {
                return Author{Author::Role::Root, key, std::nullopt, std::nullopt, false};
            }
        }
    }
    return std::nullopt;
}

bool Organisation::isActive(const PersonId& person, quint64 atSeq) const {
    const auto it = persons.find(person);
    if (it == persons.end() || (it->second.revokedSeq && *it->second.revokedSeq <= atSeq)) {
        return false;
    }
    return std::any_of(devices.begin(), devices.end(), [&](const auto& entry) {
        const Device& d = entry.second;
        return d.person == person && d.addedSeq <= atSeq && !(d.revokedSeq && *d.revokedSeq <= atSeq);
    });
}

const DocumentRecord* Organisation::document(QStringView type, const QString& key) const {
    const auto it = documents.find({type.toString(), key});
    return it == documents.end() ? nullptr : &it->second;
}

const DocumentRecord* Organisation::document(const EventId& version) const {
    const auto it = std::find_if(documents.begin(), documents.end(),
                                 [&](const auto& one) { return one.second.event == version; });
    return it == documents.end() ? nullptr : &it->second;
}

const std::pair<const EventId, Preapproved>* Organisation::firstNotice(const QString& key, Moment at) const {
    const auto it = std::find_if(preapproved.begin(), preapproved.end(), [&](const auto& one) {
        return one.second.key == key && !one.second.endedSeq && at <= one.second.approvals.back().until();
    });
    return it == preapproved.end() ? nullptr : &*it;
}

bool Authority::isFirstNotice(const EventId& version, Moment at) const {
    const auto it = m_organisation.preapproved.find(version);
    if (it == m_organisation.preapproved.end() || (it->second.endedSeq && *it->second.endedSeq <= m_seq)) {
        return false;
    }
    const auto& approvals = it->second.approvals;
    return std::any_of(approvals.begin(), approvals.end(), [&](const Preapproval& approval) {
        return approval.fromSeq <= m_seq && at <= approval.until();
    });
}

const Epoch* Organisation::epoch(const EpochId& epochId) const {
    const auto it =
        std::find_if(epochs.begin(), epochs.end(), [&](const Epoch& e) { return e.id == epochId; });
    return it == epochs.end() ? nullptr : &*it;
}

const Epoch* Organisation::epochAt(quint64 atSeq) const {
    const auto it =
        std::find_if(epochs.rbegin(), epochs.rend(), [atSeq](const Epoch& e) { return e.fromSeq <= atSeq; });
    return it == epochs.rend() ? nullptr : &*it;
}

bool mayWrite(Permission p) {
    return p == Permission::Scribe || mayRespond(p);
}
bool mayRespond(Permission p) {
    return p == Permission::Responder || p == Permission::Communications || mayCommand(p);
}
bool mayDeclareEpoch(Permission p) {
    return p == Permission::Admin;
}
bool mayApprove(Permission p) {
    return p == Permission::Communications || mayCommand(p);
}
bool mayCommand(Permission p) {
    return p == Permission::Commander || p == Permission::Admin;
}

bool isOpen(const InviteRecord& invite, Moment at) {
    return !invite.revoked && invite.usesLeft > 0 && at <= invite.expiresAt;
}

std::size_t openInvites(const Organisation& organisation, Moment at) {
    return std::size_t(std::count_if(organisation.invites.begin(), organisation.invites.end(),
                                     [at](const auto& known) { return isOpen(known.second, at); }));
}

} // namespace bongsu
