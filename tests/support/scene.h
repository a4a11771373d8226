// One incident in an organisation where somebody holds each permission.
#pragma once

#include "support/testorganisation.h"

namespace bongsu {

// The incident is declared by whoever holds `declarer`.
struct Scene {
    TestOrganisation org;
    std::map<Permission, Member> people;
    LogId log;

    explicit Scene(Permission declarer = Permission::Responder) : log(LogId::zeros()) {
        for (int p = 1; p <= int(Permission::Last); ++p) {
            const auto permission = Permission(p);
            people.emplace(permission, permission == Permission::Admin
                                           ? org.admin()
                                           : org.join(wordOf(permission), permission));
        }
        log = org.declare(people.at(declarer));
    }

    const Member& the(Permission permission) const { return people.at(permission); }
    const Member& commander() const { return the(Permission::Commander); }
    const Member& responder() const { return the(Permission::Responder); }
    const Incident& incident() const { return org.incident(log); }
    QByteArray code(const Member& who, const Facts& facts, const Text& text = {}) {
        return codeOf(org.act(who, log, facts, text));
    }
    EventId did(const Member& who, const Facts& facts, const Text& text = {}) {
        return org.did(who, log, facts, text);
    }
    void takeCommand(const Member& who) {
        did(who, CommandTaken{incident().command.setBy}, TestOrganisation::because());
    }
};

inline ServiceStated stated(const QString& service, ServiceState state) {
    ServiceStated facts;
    facts.services = {service};
    facts.state = state;
    return facts;
}

// Both checks without which an incident with services is not closed.
inline SafetyStated checkedSafe(std::vector<QString> services) {
    SafetyStated facts;
    facts.services = std::move(services);
    facts.aspects = {SafetyAspect::CustomerData, SafetyAspect::Security};
    return facts;
}

} // namespace bongsu
