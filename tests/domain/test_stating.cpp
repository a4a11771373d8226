// A whole site, a group or some services, stated in one act.
#include "domain/incident/stating.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;

namespace {

const QString pangyo = QStringLiteral("판교");

CatalogueService service(const char* key, const QString& group, std::vector<QString> sites) {
    CatalogueService made;
    made.key = QString::fromLatin1(key);
    made.group = group;
    made.sites = std::move(sites);
    return made;
}

Catalogue catalogue() {
    Catalogue made;
    made.services = {service("pay", QStringLiteral("money"), {QStringLiteral("안양"), pangyo}),
                     service("mail", QStringLiteral("text"), {QStringLiteral("안양")}),
                     service("chat", QStringLiteral("text"), {pangyo}), service("map", {}, {})};
    return made;
}

std::vector<QString> keys(std::initializer_list<const char*> words) {
    std::vector<QString> list;
    for (const char* word : words) {
        list.push_back(QString::fromLatin1(word));
    }
    return list;
}

QByteArray refused(const ServiceChoice& choice) {
    const auto chosen = chosenServices(catalogue(), choice);
    return chosen ? QByteArray() : codeOf(chosen.error());
}

} // namespace

class TestStating : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsChosenComesOnceInTheCataloguesOrder();
    void whatNobodyKnowsIsRefused();
    void oneActStatesThemAll();
    void moreThanOneEventHolds();
};

void TestStating::whatIsChosenComesOnceInTheCataloguesOrder() {
    QCOMPARE(*chosenServices(catalogue(), {.sites = {pangyo}}), keys({"pay", "chat"}));
    QCOMPARE(*chosenServices(catalogue(), {.groups = keys({"text"})}), keys({"mail", "chat"}));
    QCOMPARE(*chosenServices(
                 catalogue(),
                 {.sites = {pangyo}, .groups = keys({"text", "money"}), .services = keys({"map", "chat"})}),
             keys({"pay", "mail", "chat", "map"}));
}

void TestStating::whatNobodyKnowsIsRefused() {
    QCOMPARE(refused({.sites = keys({"mars"})}), QByteArray(refusal::notFound));
    QCOMPARE(refused({.groups = keys({"games"})}), QByteArray(refusal::notFound));
    QCOMPARE(refused({.groups = {QString()}}), QByteArray(refusal::notFound)); // not those without a group
    QCOMPARE(refused({.services = keys({"chat", "chta"})}), QByteArray(refusal::notFound));
    QCOMPARE(refused({}), QByteArray(refusal::outOfRange));
}

void TestStating::oneActStatesThemAll() {
    const ServiceChoice site{.sites = {pangyo}};
    const auto events = statementsOf(keys({"pay", "chat"}), ServiceState::MajorOutage, site);
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events.front().services, keys({"pay", "chat"}));
    QCOMPARE(events.front().state, ServiceState::MajorOutage);
    QCOMPARE(events.front().site, std::optional(pangyo));
    const ServiceChoice mixed{.sites = {pangyo}, .services = keys({"map"})};
    QCOMPARE(statementsOf(keys({"map"}), ServiceState::Degraded, mixed).front().site, std::nullopt);
}

void TestStating::moreThanOneEventHolds() {
    const std::vector<QString> many(std::size_t(limits::listItems) + 1, QStringLiteral("one"));
    const auto events = statementsOf(many, ServiceState::Unknown, {});
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events[0].services.size(), std::size_t(limits::listItems));
    QCOMPARE(events[1].services.size(), std::size_t(1));
    QCOMPARE(events[1].state, ServiceState::Unknown);
}

QTEST_APPLESS_MAIN(TestStating)
#include "test_stating.moc"
