// What would go wrong if a manual were needed today, beyond who is in line: where everybody works, how they
// are reached, when nobody is on duty, who has not read it.
#include "domain/manual/readiness.h"

#include "domain/organisation/contacts.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString chief = commanderSeat.toString();
const QString pangyo = QString::fromUtf8("판교");
const QString type = QStringLiteral("site-loss");

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}
const Moment now = at("2026-02-01T12:00:00Z");

LocalText words(const char* english) {
    return {QString::fromUtf8("가") + QString::fromLatin1(english), QString::fromLatin1(english)};
}

KnownPerson person(int number, const char* name, const QString& site, std::vector<QString> contacts) {
    return {*PersonId::tryFrom(QByteArray(32, char(number))),
            QString::fromLatin1(name),
            QStringLiteral("infra"),
            Permission::Commander,
            site,
            std::move(contacts)};
}

Manual manual(std::vector<Candidate> holders) {
    ManualSeat seat;
    seat.key = chief;
    seat.holders = std::move(holders);
    Manual made;
    made.failureType = type;
    made.reviewed = QStringLiteral("2026-01-31");
    made.seats = {seat};
    return made;
}
Manual ofKimAndLee() {
    return manual({NamedPerson{QStringLiteral("Kim")}, NamedPerson{QStringLiteral("Lee")}});
}

const QString phone = QStringLiteral("010-0000-0000");
const QString mail = QStringLiteral("kim@corp.example");

std::vector<ReadinessGap> gaps(const Manual& one, std::vector<KnownPerson> people,
                               const Catalogue* catalogue = nullptr, std::set<QString> down = {}) {
    return gapsOf(one, {.published = true,
                        .now = now,
                        .people = std::move(people),
                        .catalogue = catalogue,
                        .downServices = std::move(down)});
}

Catalogue catalogue() {
    CatalogueService service;
    service.key = QStringLiteral("mail");
    service.name = words("Mail");
    service.mailDomains = {QStringLiteral("corp.example")};
    Catalogue made;
    made.sites = {{pangyo, words("Pangyo"), {}, 0}};
    made.departments = {{QStringLiteral("infra"), words("Infrastructure"), {}, {}}};
    made.services = {service};
    return made;
}

} // namespace

class TestReadiness : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void twoAtOneSiteAreLostTogether();
    void somebodyMustBeReachable();
    void oneWayIsNotEnough();
    void whatFailsCarriesNobodysMail();
    void aRosterHasNoHoles();
    void whoIsInLineHasReadIt();
    void oneIsRemindedOfOnesOwn();
    void contactsStandInTheirOrder();
};

void TestReadiness::twoAtOneSiteAreLostTogether() {
    const Catalogue known = catalogue();
    const auto here = [&](const QString& site) {
        return gaps(ofKimAndLee(), {person(1, "Kim", pangyo, {phone, mail}), person(2, "Lee", site, {phone})},
                    &known);
    };
    QCOMPARE(here(pangyo), (std::vector{ReadinessGap{Gap::OneSite, type, chief, pangyo, words("Pangyo")}}));
    QVERIFY(here(QString::fromUtf8("안양")).empty());
    QVERIFY(here({}).empty()); // nobody has said where Lee works
}

void TestReadiness::somebodyMustBeReachable() {
    QCOMPARE(gaps(ofKimAndLee(), {person(1, "Kim", {}, {}), person(2, "Lee", {}, {})}),
             (std::vector{ReadinessGap{Gap::Unreachable, type, chief}}));
}

void TestReadiness::oneWayIsNotEnough() {
    const auto reached = [&](std::vector<QString> kim, std::vector<QString> lee) {
        return gaps(ofKimAndLee(),
                    {person(1, "Kim", {}, std::move(kim)), person(2, "Lee", {}, std::move(lee))});
    };
    QCOMPARE(reached({phone}, {QStringLiteral("010-1111-1111")}),
             (std::vector{ReadinessGap{Gap::OnePath, type, chief}}));
    QCOMPARE(reached({mail}, {QStringLiteral("lee@CORP.example")}),
             (std::vector{ReadinessGap{Gap::OnePath, type, chief, QStringLiteral("corp.example")}}));
    QVERIFY(reached({phone}, {mail}).empty());
    QVERIFY(reached({mail}, {QStringLiteral("lee@home.example")}).empty());
}

void TestReadiness::whatFailsCarriesNobodysMail() {
    const Catalogue known = catalogue();
    const std::vector<KnownPerson> people{person(1, "Kim", {}, {mail}), person(2, "Lee", {}, {mail})};
    const QString service = QStringLiteral("mail");
    QCOMPARE(gaps(ofKimAndLee(), people, &known),
             (std::vector{ReadinessGap{Gap::OwnPath, type, chief, service, words("Mail")}}));
    QCOMPARE(gaps(ofKimAndLee(), people, &known, {service}),
             (std::vector{ReadinessGap{Gap::PathDown, type, chief, service, words("Mail")}}));
    QVERIFY(gaps(ofKimAndLee(), {person(1, "Kim", {}, {mail, phone}), person(2, "Lee", {}, {mail})}, &known,
                 {service})
                .empty());
}

void TestReadiness::aRosterHasNoHoles() {
    const Catalogue known = catalogue();
    const QString infra = QStringLiteral("infra");
    const Manual one = manual({OfDepartment{infra}});
    const std::vector<KnownPerson> people{person(1, "Kim", {}, {phone, mail}), person(2, "Lee", {}, {phone})};
    const auto with = [&](std::vector<Shift> shifts) {
        return gapsOf(one, {.published = true,
                            .now = now,
                            .people = people,
                            .shifts = std::move(shifts),
                            .catalogue = &known});
    };
    QVERIFY(with({}).empty()); // no roster is no hole in one
    const Shift first{QStringLiteral("Kim"), infra, now - 1h, now + 8h};
    const Shift second{QStringLiteral("Lee"), infra, now + 8h, now + 16h};
    const Shift later{QStringLiteral("Lee"), infra, now + 20h, now + 28h};
    QVERIFY(with({first, second}).empty());
    QCOMPARE(with({first, second, later}),
             (std::vector{ReadinessGap{
                 Gap::RosterHole, type, chief, infra, words("Infrastructure"), {now + 16h, now + 20h}}}));
    const Shift others{QStringLiteral("Kim"), QStringLiteral("network"), now + 16h, now + 20h};
    QCOMPARE(with({first, second, others, later}).size(), std::size_t(1)); // on duty for somebody else
}

void TestReadiness::whoIsInLineHasReadIt() {
    const std::vector<KnownPerson> people{person(1, "Kim", {}, {phone, mail}), person(2, "Lee", {}, {phone}),
                                          person(3, "Choi", {}, {phone})}; // in no line
    const auto read = [&](std::optional<std::set<PersonId>> by) {
        return gapsOf(ofKimAndLee(), {.published = true, .now = now, .people = people, .readBy = by});
    };
    QVERIFY(read(std::nullopt).empty()); // a file that is not published yet
    QCOMPARE(read(std::set<PersonId>{}),
             (std::vector<ReadinessGap>{{Gap::NotRead, type, {}, QStringLiteral("Kim")},
                                        {Gap::NotRead, type, {}, QStringLiteral("Lee")}}));
    QCOMPARE(read(std::set{people[0].person}),
             (std::vector{ReadinessGap{Gap::NotRead, type, {}, QStringLiteral("Lee")}}));
}

void TestReadiness::oneIsRemindedOfOnesOwn() {
    const QString kim = QStringLiteral("Kim");
    const std::vector<ReadinessGap> gaps{{Gap::NotReviewed, type},
                                         {Gap::NotRead, type, {}, kim},
                                         {Gap::NotRead, type, {}, QStringLiteral("Lee")},
                                         {Gap::UnknownName, type, chief, kim}};
    QCOMPARE(remindersOf(gaps, kim, true), (ManualReminders{1, 1}));
    QCOMPARE(remindersOf(gaps, kim, false),
             (ManualReminders{0, 1})); // whoever may not publish reviews nothing
    QCOMPARE(remindersOf(gaps, QStringLiteral("Choi"), false), ManualReminders{});
}

void TestReadiness::contactsStandInTheirOrder() {
    Text text{.phone = phone, .email = mail};
    QCOMPARE(contactsOf(text), (std::vector{phone, mail})); // of before there was a list
    const QString night = QStringLiteral("02-000-0000");
    setContacts(text, {mail, night, phone});
    QCOMPARE(contactsOf(text), (std::vector{mail, night, phone}));
    QCOMPARE(phoneOf(text), night);
    QCOMPARE(emailOf(text), mail);
    QVERIFY(!text.phone && !text.email); // in one place
    const QString other = QStringLiteral("119");
    QCOMPARE(withPhone(contactsOf(text), other), (std::vector{mail, other, phone}));
    QCOMPARE(withPhone(contactsOf(text), {}), (std::vector{mail}));
    QCOMPARE(withEmail({phone}, mail), (std::vector{phone, mail}));
    QCOMPARE(withPhone({mail}, phone), (std::vector{phone, mail}));
    setContacts(text, {});
    QCOMPARE(text, Text{});
    QCOMPARE(*contactIn(QStringLiteral(" kim@corp.example ")), mail);
    QVERIFY(!contactIn(QStringLiteral("12")));
    QVERIFY(!contactIn(QStringLiteral("kim@")));
}

QTEST_APPLESS_MAIN(TestReadiness)
#include "test_readiness.moc"
