#include "documents/cataloguefile.h"
#include "documents/written.h"
#include "domain/base/limits.h"

using namespace bongsu;

namespace {

const QByteArray good = R"(catalogue: 1
sites:
  - site: 판교
    name: {ko: 판교 데이터센터, en: Pangyo}
    spare-percent: 40
departments:
  - {department: infra, name: Infrastructure}
groups:
  - {group: messaging, name: 메시징}
services:
  - service: 인증
    name: Sign-in
    department: infra
  - service: 메신저
    name: 메신저
    public: Messenger
    group: messaging
    department: infra
    grade: 1
    rto-minutes: 20
    operations-tool: yes
    sites: [판교]
    needs: [인증]
    functions:
      - function: 문자
        name: 글
        rto-minutes: 30
)";

QString word(const char* text) {
    return QString::fromUtf8(text);
}

} // namespace

class TestCatalogueFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aGoodFileIsRead();
    void bothPagesShowTheSameExample();
    void whatIsOptionalMayBeAbsent();
    void anybodyKnowsAPublicServiceByItsName();
    void eachFaultHasItsPlace_data();
    void eachFaultHasItsPlace();
    void allFaultsAreSaidInOrder();
    void aFileThatIsWrongThroughoutIsReadAtOnce();
    void anyByteMayBeLost();
};

void TestCatalogueFile::aGoodFileIsRead() {
    const auto catalogue = readCatalogue(good);
    QVERIFY2(catalogue, qPrintable(told(catalogue)));
    Catalogue expected;
    expected.sites = {{word("판교"), {word("판교 데이터센터"), word("Pangyo")}, {}, 40}};
    expected.departments = {{word("infra"), {word("Infrastructure"), word("Infrastructure")}, {}, {}}};
    expected.groups = {{word("messaging"), {word("메시징"), word("메시징")}}};
    CatalogueService signIn;
    signIn.key = word("인증");
    signIn.name = {word("Sign-in"), word("Sign-in")};
    signIn.department = word("infra");
    CatalogueService messenger;
    messenger.key = word("메신저");
    messenger.name = {word("메신저"), word("메신저")};
    messenger.publicName = LocalText{word("Messenger"), word("Messenger")};
    messenger.group = word("messaging");
    messenger.department = word("infra");
    messenger.grade = 1;
    messenger.rto = std::chrono::minutes(20);
    messenger.isOperationsTool = true;
    messenger.sites = {word("판교")};
    messenger.needs = {word("인증")};
    messenger.functions = {{word("문자"), {word("글"), word("글")}, std::chrono::minutes(30)}};
    expected.services = {signIn, messenger};
    QVERIFY(*catalogue == expected);
    QVERIFY(*readCatalogue("\xef\xbb\xbf" + QByteArray(good).replace("\n", "\r\n")) == expected);
}

void TestCatalogueFile::bothPagesShowTheSameExample() {
    const auto english = readCatalogue(exampleIn(QStringLiteral("manuals.md"), 1));
    const auto korean = readCatalogue(exampleIn(QStringLiteral("manuals.ko.md"), 1));
    QVERIFY2(english, qPrintable(told(english)));
    QVERIFY2(korean, qPrintable(told(korean)));
    QVERIFY(*english == *korean);
    QCOMPARE(english->services.size(), std::size_t(2));
}

void TestCatalogueFile::whatIsOptionalMayBeAbsent() {
    QVERIFY(*readCatalogue("catalogue: 1\n") == Catalogue());
    const auto empty = readCatalogue("catalogue: 1\nservices: []\n");
    QVERIFY(empty && empty->services.empty());
}

void TestCatalogueFile::anybodyKnowsAPublicServiceByItsName() {
    const auto named = [](const QByteArray& written) {
        return readCatalogue(changed(good, "public: Messenger", "public: " + written))
            ->services[1]
            .publicName;
    };
    QVERIFY(!named("no"));
    QVERIFY(!named("False"));
    QCOMPARE(named("'no'")->en, word("no"));
    QCOMPARE(named("{en: Talk}")->in(Language::Korean), word("Talk"));
}

void TestCatalogueFile::eachFaultHasItsPlace_data() {
    faultColumns();
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, int line, int column,
                        FaultCode code, const char* one = "", const char* other = "") {
        faultRow(name, changed(good, from, to), {{line, column, code, word(one), word(other)}});
    };
    row("a list as file", good, "- a\n", 1, 1, FaultCode::MapExpected, "catalogue");
    row("an empty file", good, "", 1, 1, FaultCode::MissingKey, "catalogue");
    row("no version", "catalogue: 1\n", "", 1, 1, FaultCode::MissingKey, "catalogue");
    row("another version", "catalogue: 1", "catalogue: 2", 1, 12, FaultCode::UnknownVersion, "2", "1");
    row("a key mistyped", "    grade:", "    gradee:", 19, 5, FaultCode::UnknownKey, "gradee", "grade");
    row("two letters exchanged", "    rto-minutes: 20", "    rto-mintues: 20", 20, 5, FaultCode::UnknownKey,
        "rto-mintues", "rto-minutes");
    row("a key of nothing", "    grade:", "    owner:", 19, 5, FaultCode::UnknownKey, "owner");
    row("a key of another place", "name: Sign-in\n", "name: Sign-in\n    phone: 1\n", 13, 5,
        FaultCode::UnknownKey, "phone");
    row("a language there is not", "en: Pangyo", "jp: Pangyo", 4, 26, FaultCode::UnknownKey, "jp");
    row("no name", "    name: Sign-in\n", "", 11, 5, FaultCode::MissingKey, "name");
    row("no department", "name: Sign-in\n    department: infra", "name: Sign-in", 11, 5,
        FaultCode::MissingKey, "department");
    row("an empty name", "name: Sign-in", "name:", 12, 5, FaultCode::EmptyValue, "name");
    row("a name of spaces", "name: Sign-in", "name: '  '", 12, 11, FaultCode::EmptyValue, "name");
    row("an empty list", "sites: [판교]", "sites:", 22, 5, FaultCode::EmptyValue, "sites");
    row("an empty item", "needs: [인증]", "needs: [인증, '']", 23, 17, FaultCode::EmptyValue, "needs");
    row("a list for a text", "grade: 1", "grade: [1]", 19, 12, FaultCode::TextExpected, "grade");
    row("a list for a name", "name: Sign-in", "name: [Sign-in]", 12, 11, FaultCode::LanguagesExpected,
        "name");
    row("no language", "name: Sign-in", "name: {}", 12, 11, FaultCode::LanguagesExpected, "name");
    row("yes for a public name", "public: Messenger", "public: yes", 16, 13, FaultCode::LanguagesExpected,
        "public");
    row("a text for a list", "sites: [판교]", "sites: 판교", 22, 12, FaultCode::ListExpected, "sites");
    row("a text for a map", "  - {group: messaging, name: 메시징}",
        "  - {group: messaging, name: 메시징}\n  - 결제", 10, 5, FaultCode::MapExpected, "groups");
    row("no number", "grade: 1", "grade: one", 19, 12, FaultCode::NotANumber, "one", "1–4");
    row("a part of a number", "grade: 1", "grade: 1.5", 19, 12, FaultCode::NotANumber, "1.5", "1–4");
    row("a sign alone", "grade: 1", "grade: -", 19, 12, FaultCode::Unreadable);
    row("too large a number", "grade: 1", "grade: 5", 19, 12, FaultCode::OutOfRange, "5", "1–4");
    row("a negative number", "spare-percent: 40", "spare-percent: -1", 5, 20, FaultCode::OutOfRange, "-1",
        "0–1000");
    row("beyond all numbers", "rto-minutes: 20", "rto-minutes: 99999999999999999999", 20, 18,
        FaultCode::OutOfRange, "99999999999999999999", "1–525600");
    row("no time at all", "rto-minutes: 20", "rto-minutes: 0", 20, 18, FaultCode::OutOfRange, "0",
        "1–525600");
    row("neither yes nor no", "operations-tool: yes", "operations-tool: maybe", 21, 22, FaultCode::NotYesOrNo,
        "maybe");
    row("a name of two lines", "service: 메신저", "service: \"메\\n신저\"", 14, 14, FaultCode::NotAKey,
        "메 신저", "64");
    row("a name with a space behind it", "service: 메신저", "service: '메신저 '", 14, 14, FaultCode::NotAKey,
        "메신저", "64");
    row("a name of 65 bytes", "function: 문자", "function: " + QByteArray(65, 'x'), 25, 19,
        FaultCode::NotAKey, QByteArray(60, 'x') + "…", "64");
    row("a site there is not", "sites: [판교]", "sites: [판고]", 22, 13, FaultCode::UnknownSite, "판고",
        "판교");
    row("a department there is not", "    department: infra\n    grade", "    department: inrfa\n    grade",
        18, 17, FaultCode::UnknownDepartment, "inrfa", "infra");
    row("a group there is not", "group: messaging\n", "group: pay\n", 17, 12, FaultCode::UnknownGroup, "pay");
    row("a service there is not", "needs: [인증]", "needs:\n      - 인중", 24, 9, FaultCode::UnknownService,
        "인중", "인증");
    row("a service twice", "functions:", "aliases: [톡, 톡]\n    functions:", 24, 18, FaultCode::Doubled,
        "톡", "24");
    row("a need twice", "needs: [인증]", "needs: [인증, 인증]", 23, 17, FaultCode::Doubled, "인증", "23");
    row("it needs itself", "needs: [인증]", "needs: [인증, 메신저]", 23, 17, FaultCode::NeedsCircle,
        "메신저 → 메신저");
    row("two need each other", "name: Sign-in", "name: Sign-in\n    needs: [메신저]", 24, 13,
        FaultCode::NeedsCircle, "인증 → 메신저 → 인증");
}

void TestCatalogueFile::eachFaultHasItsPlace() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    const auto result = readCatalogue(file);
    QCOMPARE(told(result), expected);
}

void TestCatalogueFile::allFaultsAreSaidInOrder() {
    QByteArray file = changed(good, "needs: [인증]", "needs: [인중]");
    file = changed(file, "grade: 1", "grade: 9");
    file = changed(file, "  - site: 판교", "  - site: &x 판교");
    file = changed(file, "name: Sign-in", "name: Sign-in\n    name: Login");
    const auto result = readCatalogue(file);
    QCOMPARE(told(result), told({{3, 11, FaultCode::Alias},
                                 {13, 5, FaultCode::DoubledKey, word("name"), word("12")},
                                 {20, 12, FaultCode::OutOfRange, word("9"), word("1–4")},
                                 {24, 13, FaultCode::UnknownService, word("인중"), word("인증")}}));
}

// As large as a file may be, and every name in it unknown, twice there, or part of a circle.
void TestCatalogueFile::aFileThatIsWrongThroughoutIsReadAtOnce() {
    QByteArray file = "catalogue: 1\nservices:\n";
    constexpr int services = 4000;
    for (int i = 0; i < services; ++i) {
        const QByteArray next = QByteArray::number((i + 1) % services);
        file += "- {service: s" + QByteArray::number(i) + ", name: a, department: d" + next + ", needs: [s" +
                next + ", s0, u]}\n";
    }
    const auto result = readCatalogue(file);
    QVERIFY(!result);
    QCOMPARE(result.error().size(), std::size_t(limits::documentFaults) + 1);
    QCOMPARE(result.error().back().code, FaultCode::More);
    QVERIFY(result.error().back().word.toInt() > 2 * services - limits::documentFaults);
}

void TestCatalogueFile::anyByteMayBeLost() {
    losesAnyByte(good, [](const QByteArray& file) { return readCatalogue(file); });
}

QTEST_GUILESS_MAIN(TestCatalogueFile)
#include "test_cataloguefile.moc"
