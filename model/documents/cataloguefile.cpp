#include "documents/cataloguefile.h"

#include "documents/fields.h"
#include "domain/base/limits.h"

namespace bongsu {

namespace {

class CatalogueReader {
  public:
    explicit CatalogueReader(Faults& faults) : m_faults(faults) {}

    // What is referred to is read first, wherever it stands in the file.
    Catalogue read(const YamlNode& root) {
        Fields file(root, QStringLiteral("catalogue"),
                    {u"catalogue", u"sites", u"departments", u"groups", u"services"}, m_faults);
        const QString version = file.text(u"catalogue", Need::Required);
        const QString known = QString::number(catalogueVersion);
        if (!version.isEmpty() && version != known) {
            file.say(u"catalogue", FaultCode::UnknownVersion, version, known);
        }
        for (const YamlNode* item : file.list(u"sites", limits::documentValues)) {
            m_catalogue.sites.push_back(site(*item));
        }
        for (const YamlNode* item : file.list(u"departments", limits::departments)) {
            m_catalogue.departments.push_back(department(*item));
        }
        for (const YamlNode* item : file.list(u"groups", limits::documentValues)) {
            m_catalogue.groups.push_back(group(*item));
        }
        for (const YamlNode* item : file.list(u"services", limits::documentValues)) {
            m_catalogue.services.push_back(service(*item));
        }
        for (const auto& [from, needs] : m_needs) {
            for (const Reference& need : needs) {
                m_services.expect(need.name, need.position, FaultCode::UnknownService, m_faults);
            }
        }
        sayCircles(m_needs, FaultCode::NeedsCircle, m_faults);
        return std::move(m_catalogue);
    }

  private:
    QString ownName(Fields& fields, QStringView key, Names& names) {
        const QString name = fields.name(key, Need::Required);
        names.add(name, fields.positionOf(key), m_faults);
        return name;
    }

    std::vector<QString> aliases(Fields& fields) {
        return namesIn(fields.names(u"aliases", limits::listItems));
    }

    CatalogueSite site(const YamlNode& node) {
        Fields fields(node, QStringLiteral("sites"), {u"site", u"name", u"aliases", u"spare-percent"},
                      m_faults);
        CatalogueSite site;
        site.key = ownName(fields, u"site", m_sites);
        site.name = fields.localText(u"name", Need::Required);
        site.aliases = aliases(fields);
        site.sparePercent = fields.number(u"spare-percent", {0, 1000}, Need::Optional).value_or(0);
        return site;
    }

    CatalogueDepartment department(const YamlNode& node) {
        Fields fields(node, QStringLiteral("departments"), {u"department", u"name", u"company", u"phone"},
                      m_faults);
        CatalogueDepartment department;
        department.key = ownName(fields, u"department", m_departments);
        department.name = fields.localText(u"name", Need::Required);
        department.company = fields.text(u"company", Need::Optional);
        department.phone = fields.text(u"phone", Need::Optional);
        return department;
    }

    CatalogueGroup group(const YamlNode& node) {
        Fields fields(node, QStringLiteral("groups"), {u"group", u"name"}, m_faults);
        CatalogueGroup group;
        group.key = ownName(fields, u"group", m_groups);
        group.name = fields.localText(u"name", Need::Required);
        return group;
    }

    CatalogueService service(const YamlNode& node) {
        Fields fields(node, QStringLiteral("services"),
                      {u"service", u"name", u"public", u"group", u"department", u"grade", u"rto-minutes",
                       u"operations-tool", u"sites", u"needs", u"aliases", u"functions", u"mail-domains"},
                      m_faults);
        CatalogueService service;
        service.key = ownName(fields, u"service", m_services);
        service.name = fields.localText(u"name", Need::Required);
        service.publicName = publicName(fields);
        service.group = fields.name(u"group", Need::Optional);
        m_groups.expect(service.group, fields.positionOf(u"group"), FaultCode::UnknownGroup, m_faults);
        service.department = fields.name(u"department", Need::Required);
        m_departments.expect(service.department, fields.positionOf(u"department"),
                             FaultCode::UnknownDepartment, m_faults);
        service.grade = fields.number(u"grade", {1, 4}, Need::Optional);
        service.rto = fields.minutes(u"rto-minutes", minutesOfAYear, Need::Optional);
        service.isOperationsTool = fields.yesOrNo(u"operations-tool");
        const std::vector<Reference> sites = fields.names(u"sites", limits::listItems);
        for (const Reference& site : sites) {
            m_sites.expect(site.name, site.position, FaultCode::UnknownSite, m_faults);
        }
        service.sites = namesIn(sites);
        m_needs.emplace_back(service.key, fields.names(u"needs", limits::listItems));
        service.needs = namesIn(m_needs.back().second);
        service.aliases = aliases(fields);
        for (const QString& domain : namesIn(fields.names(u"mail-domains", limits::listItems))) {
            service.mailDomains.push_back(domain.toLower());
        }
        Names functions;
        for (const YamlNode* item : fields.list(u"functions", limits::listItems)) {
            service.functions.push_back(function(*item, functions));
        }
        return service;
    }

    // `no` is no name, and what says yes gives none.
    std::optional<LocalText> publicName(Fields& fields) {
        const YamlNode* node = fields.value(u"public", Need::Optional);
        if (!node) {
            return std::nullopt;
        }
        const QString word = node->isQuoted ? QString() : node->text.toLower();
        if (word == u"no" || word == u"false") {
            return std::nullopt;
        }
        if (word == u"yes" || word == u"true") {
            fields.say(u"public", FaultCode::LanguagesExpected, QStringLiteral("public"));
            return std::nullopt;
        }
        return localTextOf(*node, u"public", m_faults);
    }

    CatalogueFunction function(const YamlNode& node, Names& names) {
        Fields fields(node, QStringLiteral("functions"), {u"function", u"name", u"rto-minutes"}, m_faults);
        CatalogueFunction function;
        function.key = ownName(fields, u"function", names);
        function.name = fields.localText(u"name", Need::Required);
        function.rto = fields.minutes(u"rto-minutes", minutesOfAYear, Need::Optional);
        return function;
    }

    Faults& m_faults;
    Catalogue m_catalogue;
    Names m_sites;
    Names m_departments;
    Names m_groups;
    Names m_services;
    ReferenceGraph m_needs;
};

} // namespace

tl::expected<Catalogue, std::vector<DocumentFault>> readCatalogue(QByteArrayView bytes) {
    Faults faults;
    Catalogue catalogue;
    if (const auto root = readYaml(bytes, faults)) {
        catalogue = CatalogueReader(faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return catalogue;
}

} // namespace bongsu
