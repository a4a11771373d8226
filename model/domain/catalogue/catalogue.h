// The organisation's services and what they stand on, as somebody wrote it down in peacetime: sites,
// departments, services with their functions, and what needs what (선행 서비스). No rule reads it.
#pragma once

#include "domain/base/localtext.h"
#include "domain/base/moment.h"

#include <optional>
#include <vector>

namespace bongsu {

// `key`, here and below: what the record calls it (keytext.h).
struct CatalogueSite {
    QString key;
    LocalText name;
    std::vector<QString> aliases; // what people also call it
    quint64 sparePercent = 0;     // how much of the whole load it could take over
    friend bool operator==(const CatalogueSite&, const CatalogueSite&) = default;
};

struct CatalogueDepartment {
    QString key;
    LocalText name;
    QString company; // of the group (계열사); empty: the organisation itself
    QString phone;   // where somebody answers at any hour; may be empty
    friend bool operator==(const CatalogueDepartment&, const CatalogueDepartment&) = default;
};

struct CatalogueGroup {
    QString key;
    LocalText name;
    friend bool operator==(const CatalogueGroup&, const CatalogueGroup&) = default;
};

// A part of a service that users notice by itself: 문자, 사진·동영상, PC 로그인.
struct CatalogueFunction {
    QString key;
    LocalText name;
    std::optional<Millis> rto{}; // its own; absent: the service's
    friend bool operator==(const CatalogueFunction&, const CatalogueFunction&) = default;
};

struct CatalogueService {
    QString key;
    LocalText name;
    std::optional<LocalText> publicName{}; // absent: users do not know it
    QString group;                         // may be empty
    QString department;                    // who owns it
    std::optional<quint64> grade{};        // 1, the most important, to 4
    std::optional<Millis> rto{};           // how long it may be away at the most
    bool isOperationsTool = false;         // needed to bring others back: recovered before all of them
    std::vector<QString> sites{};
    std::vector<QString> needs{}; // services that must be up before it
    std::vector<CatalogueFunction> functions{};
    std::vector<QString> aliases{};
    std::vector<QString> mailDomains{}; // e-mail to these goes through it; in small letters
    friend bool operator==(const CatalogueService&, const CatalogueService&) = default;
};

struct Catalogue {
    std::vector<CatalogueSite> sites;
    std::vector<CatalogueDepartment> departments;
    std::vector<CatalogueGroup> groups;
    std::vector<CatalogueService> services; // in the order written

    const CatalogueSite* site(const QString& key) const;
    const CatalogueDepartment* department(const QString& key) const;
    const CatalogueService* service(const QString& key) const;
    std::vector<const CatalogueService*> servicesAt(const QString& site) const;  // in the order written
    std::vector<const CatalogueService*> servicesIn(const QString& group) const; // the same
    const CatalogueService* carrying(const QString& mailDomain) const;           // null: none of these does
    std::vector<const CatalogueService*> dependentsOf(const QString& service) const; // that name it directly
    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

} // namespace bongsu
