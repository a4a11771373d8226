#include "documents/cataloguefile.h"
#include "documents/committeefile.h"
#include "documents/manualfile.h"
#include "documents/written.h"
#include "domain/base/limits.h"
#include "domain/catalogue/catalogue.h"
#include "domain/manual/failuretype.h"

using namespace bongsu;

namespace {

const QByteArray good = R"(manual: site-loss
name: {ko: 센터 상실, en: Loss of a site}
criteria: 모두 멈춤
reviewed: 2026-11-01
seats:
  - seat: commander
    name: {ko: 총괄, en: Commander}
    department: committee
    holders:
      - 김하늘
      - seat: recovery
      - department: infra
    accept-minutes: 3
    duties: [정한다]
  - seat: recovery
    name: 복구반장
    department: infra
    reports-to: commander
    holders: [정우진, 이수민]
    accept-minutes: 5
    duties:
      - {ko: 되살린다, en: Recovers}
    decides: [순서]
    escalates:
      - {when: 막힘, after-minutes: 30, to: commander}
    tasks:
      - task: call-everyone
        name: 비상소집
        due-minutes: 0
  - seat: liaison
    name: 관계기관
    department: committee
    accept-minutes: 1440
    duties: [알린다]
)";

QString word(const char* text) {
    return QString::fromUtf8(text);
}
LocalText both(const char* text) {
    return {word(text), word(text)};
}

Catalogue catalogueWith(std::vector<QString> departments) {
    Catalogue catalogue;
    for (const QString& department : departments) {
        catalogue.departments.push_back({department, {department, department}, {}, {}});
    }
    return catalogue;
}

} // namespace

class TestManualFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aGoodFileIsRead();
    void bothPagesShowTheSameExample();
    void committeesAreReadAsThePagesShow();
    void newOrganisationsStartFromGoodFiles_data();
    void newOrganisationsStartFromGoodFiles();
    void departmentsAreTheCatalogues();
    void eachFaultHasItsPlace_data();
    void eachFaultHasItsPlace();
    void aListHasAnEnd();
    void anyByteMayBeLost();
};

void TestManualFile::aGoodFileIsRead() {
    const auto manual = readManual(good, nullptr);
    QVERIFY2(manual, qPrintable(told(manual)));
    Manual expected;
    expected.failureType = word("site-loss");
    expected.name = {word("센터 상실"), word("Loss of a site")};
    expected.criteria = both("모두 멈춤");
    expected.reviewed = word("2026-11-01");
    ManualSeat commander{word("commander"), {word("총괄"), word("Commander")}, word("committee"), {}};
    commander.holders = {NamedPerson{word("김하늘")}, OfSeat{word("recovery")}, OfDepartment{word("infra")}};
    commander.acceptWithin = std::chrono::minutes(3);
    commander.duties = {both("정한다")};
    ManualSeat recovery{word("recovery"), both("복구반장"), word("infra"), word("commander")};
    recovery.holders = {NamedPerson{word("정우진")}, NamedPerson{word("이수민")}};
    recovery.acceptWithin = std::chrono::minutes(5);
    recovery.duties = {{word("되살린다"), word("Recovers")}};
    recovery.decides = {both("순서")};
    recovery.escalations = {{both("막힘"), std::chrono::minutes(30), word("commander")}};
    recovery.tasks = {{word("call-everyone"), both("비상소집"), std::chrono::minutes(0)}};
    ManualSeat liaison{word("liaison"), both("관계기관"), word("committee"), {}};
    liaison.acceptWithin = std::chrono::hours(24);
    liaison.duties = {both("알린다")};
    expected.seats = {commander, recovery, liaison};
    QVERIFY(*manual == expected);
    QCOMPARE(readManual(changed(good, "2026-11-01", "2028-02-29"), nullptr)->reviewed, word("2028-02-29"));
    QCOMPARE(readManual(changed(good, "seats:", "review-every-days: 90\nseats:"), nullptr)->reviewEveryDays,
             quint64(90));
}

void TestManualFile::bothPagesShowTheSameExample() {
    const auto catalogue = readCatalogue(exampleIn(QStringLiteral("manuals.md"), 1));
    const auto english = readManual(exampleIn(QStringLiteral("manuals.md"), 3), &*catalogue);
    const auto korean = readManual(exampleIn(QStringLiteral("manuals.ko.md"), 3), &*catalogue);
    QVERIFY2(english, qPrintable(told(english)));
    QVERIFY2(korean, qPrintable(told(korean)));
    QVERIFY(*english == *korean);
    QCOMPARE(english->seats.size(), std::size_t(2));
}

void TestManualFile::committeesAreReadAsThePagesShow() {
    const auto english = readCommittee(exampleIn(QStringLiteral("manuals.md"), 2));
    const auto korean = readCommittee(exampleIn(QStringLiteral("manuals.ko.md"), 2));
    QVERIFY2(english, qPrintable(told(english)));
    QVERIFY2(korean, qPrintable(told(korean)));
    QVERIFY(*english == *korean);
    QCOMPARE(english->members.front().name, word("김하늘"));
    QCOMPARE(english->members.front().deputies, std::vector{word("이수민")});
    QCOMPARE(english->disaster.size(), std::size_t(1));
    QCOMPARE(english->criteriaFor(MotionKind::Disaster, Language::Korean),
             english->disaster.front().in(Language::Korean));
    QVERIFY(english->criteriaFor(MotionKind::General, Language::Korean).isEmpty());
    const auto starter = readCommittee(contentOf(QStringLiteral("model/documents/starter/committee.yaml")));
    QCOMPARE(told(starter), QString());
    QCOMPARE(starter->quorum, quint64(3));
    // As many members as there may be, each once, and a quorum that they can reach.
    QByteArray file = "committee: 1\nname: c\nquorum: 1\nmembers:\n";
    for (int i = 0; i < limits::committeeMembers; ++i) {
        file += "  - {name: m" + QByteArray::number(i) + "}\n";
    }
    QVERIFY(readCommittee(file));
    QVERIFY(!readCommittee(file + "  - {name: one more}\n"));
    QVERIFY(!readCommittee(changed(file, "m1}", "m0}")));
    QVERIFY(!readCommittee(changed(file, "quorum: 1", "quorum: 33")));
    QVERIFY(!readCommittee("committee: 1\nname: c\nquorum: 1\nmembers: []\n"));
}

void TestManualFile::newOrganisationsStartFromGoodFiles_data() {
    QTest::addColumn<QString>("type");
    for (const QStringView key : failureTypeKeys) {
        QTest::newRow(qPrintable(key.toString())) << key.toString();
    }
}

void TestManualFile::newOrganisationsStartFromGoodFiles() {
    QFETCH(QString, type);
    const auto catalogue = readCatalogue(contentOf(QStringLiteral("model/documents/starter/services.yaml")));
    QCOMPARE(told(catalogue), QString());
    const auto manual = readManual(
        contentOf(QStringLiteral("model/documents/starter/manual-%1.yaml").arg(type)), &*catalogue);
    QCOMPARE(told(manual), QString());
    QCOMPARE(manual->failureType, type);
    // Both languages are written, not one for both.
    for (const ManualSeat& seat : manual->seats) {
        QVERIFY2(seat.name.ko != seat.name.en, qPrintable(seat.key));
    }
}

void TestManualFile::departmentsAreTheCatalogues() {
    const Catalogue all = catalogueWith({word("committee"), word("infra")});
    QVERIFY(readManual(good, &all));
    const Catalogue one = catalogueWith({word("committe")});
    const auto result = readManual(good, &one);
    QVERIFY(!result);
    const auto unknown = [](int line, int column, const char* name, const char* near) {
        return DocumentFault{line, column, FaultCode::UnknownDepartment, word(name), word(near)};
    };
    QCOMPARE(told(result.error()),
             told({unknown(8, 17, "committee", "committe"), unknown(12, 21, "infra", ""),
                   unknown(17, 17, "infra", ""), unknown(32, 17, "committee", "committe")}));
    const Catalogue none;
    QCOMPARE(readManual(good, &none).error().size(), std::size_t(4));
}

void TestManualFile::eachFaultHasItsPlace_data() {
    faultColumns();
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, int line, int column,
                        FaultCode code, const char* one = "", const char* other = "") {
        faultRow(name, changed(good, from, to), {{line, column, code, word(one), word(other)}});
    };
    row("no type", "manual: site-loss\n", "", 1, 1, FaultCode::MissingKey, "manual");
    row("a key mistyped", "criteria:", "criterion:", 3, 1, FaultCode::UnknownKey, "criterion", "criteria");
    row("no day", "reviewed: 2026-11-01", "reviewed: soon", 4, 11, FaultCode::NotADate, "soon");
    row("a day that is not", "2026-11-01", "2026-02-30", 4, 11, FaultCode::NotADate, "2026-02-30");
    row("a leap day of another year", "2026-11-01", "2026-02-29", 4, 11, FaultCode::NotADate, "2026-02-29");
    row("a day written otherwise", "2026-11-01", "2026-1-1", 4, 11, FaultCode::NotADate, "2026-1-1");
    row("reviewed never", "reviewed: 2026-11-01", "reviewed: 2026-11-01\nreview-every-days: 0", 5, 20,
        FaultCode::OutOfRange, "0", "1–3650");
    const QByteArray leaderless = QByteArray(good)
                                      .replace("- seat: commander", "- seat: leader")
                                      .replace("to: commander", "to: leader");
    faultRow("no commander", leaderless, {{6, 3, FaultCode::CommanderMissing, word("commander"), {}}});
    const QByteArray mutual = changed(good, "reports-to: commander", "reports-to: liaison");
    faultRow("to each other",
             changed(mutual, "accept-minutes: 1440", "accept-minutes: 1440\n    reports-to: recovery"),
             {{34, 17, FaultCode::ReportsCircle, word("recovery → liaison → recovery"), {}}});
    row("no seats", good.mid(good.indexOf("seats:")), "", 1, 1, FaultCode::MissingKey, "seats");
    row("an empty list of seats", good.mid(good.indexOf("seats:")), "seats: []\n", 5, 8,
        FaultCode::EmptyValue, "seats");
    row("a seat twice", "  - seat: liaison", "  - seat: recovery", 30, 11, FaultCode::Doubled, "recovery",
        "15");
    row("duties mistyped", "duties: [정한다]", "dutys: [정한다]", 14, 5, FaultCode::UnknownKey, "dutys",
        "duties");
    row("no duties", "    duties: [정한다]\n", "", 6, 5, FaultCode::MissingKey, "duties");
    row("an empty list of duties", "duties: [정한다]", "duties: []", 14, 13, FaultCode::EmptyValue, "duties");
    row("an empty duty", "duties: [정한다]", "duties:\n      -\n      - 정한다", 15, 7, FaultCode::EmptyValue,
        "duties");
    row("no time to accept", "    accept-minutes: 3\n", "", 6, 5, FaultCode::MissingKey, "accept-minutes");
    row("too short a time", "accept-minutes: 3\n", "accept-minutes: 0\n", 13, 21, FaultCode::OutOfRange, "0",
        "1–1440");
    row("too long a time", "accept-minutes: 3\n", "accept-minutes: 1441\n", 13, 21, FaultCode::OutOfRange,
        "1441", "1–1440");
    row("a seat to report to", "reports-to: commander", "reports-to: comander", 18, 17,
        FaultCode::UnknownSeat, "comander", "commander");
    row("a seat to call", "      - seat: recovery", "      - seat: recover", 11, 15, FaultCode::UnknownSeat,
        "recover", "recovery");
    row("a seat above", "to: commander}", "to: boss}", 25, 43, FaultCode::UnknownSeat, "boss");
    row("the commander reports", "department: committee\n    holders:",
        "department: committee\n    reports-to: recovery\n    holders:", 9, 17, FaultCode::CommanderReports,
        "recovery");
    row("to itself", "reports-to: commander", "reports-to: recovery", 18, 17, FaultCode::ReportsCircle,
        "recovery → recovery");
    row("whoever whoever would be", "holders: [정우진, 이수민]", "holders: [{seat: commander}]", 19, 22,
        FaultCode::HoldersCircle, "commander → recovery → commander");
    row("a person twice", "[정우진, 이수민]", "[정우진, 정우진]", 19, 20, FaultCode::Doubled, "정우진", "19");
    row("neither person nor seat", "[정우진, 이수민]", "[정우진, [이수민]]", 19, 20,
        FaultCode::HolderExpected);
    row("nobody", "[정우진, 이수민]", "[정우진, ~]", 19, 20, FaultCode::HolderExpected);
    row("seat and department", "- department: infra\n", "- {department: infra, seat: liaison}\n", 12, 9,
        FaultCode::HolderExpected);
    row("a team", "- department: infra\n", "- team: infra\n", 12, 9, FaultCode::UnknownKey, "team");
    row("a task twice", "due-minutes: 0\n", "due-minutes: 0\n      - {task: call-everyone, name: x}\n", 30,
        16, FaultCode::Doubled, "call-everyone", "27");
    row("a task due before", "due-minutes: 0", "due-minutes: -1", 29, 22, FaultCode::OutOfRange, "-1",
        "0–525600");
    row("when is missing", "when: 막힘, ", "", 25, 9, FaultCode::MissingKey, "when");
}

void TestManualFile::eachFaultHasItsPlace() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    const auto result = readManual(file, nullptr);
    QCOMPARE(told(result), expected);
}

void TestManualFile::aListHasAnEnd() {
    const auto holding = [](int holders) {
        QByteArray names;
        for (int i = 0; i < holders; ++i) {
            names += "p" + QByteArray::number(i) + ",";
        }
        return changed(good, "[정우진, 이수민]", '[' + names + ']');
    };
    QVERIFY(readManual(holding(1 + limits::successors), nullptr));
    const auto result = readManual(holding(2 + limits::successors), nullptr);
    QCOMPARE(told(result), told({{19, 42, FaultCode::TooMany, QStringLiteral("9")}}));
}

void TestManualFile::anyByteMayBeLost() {
    const Catalogue catalogue = catalogueWith({word("committee"), word("infra")});
    losesAnyByte(good, [&](const QByteArray& file) { return readManual(file, &catalogue); });
}

QTEST_GUILESS_MAIN(TestManualFile)
#include "test_manualfile.moc"
