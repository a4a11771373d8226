// retrospective.yaml: steps with their times, what authors write, the headings of an order; and every fault
// with its line.
#include "documents/retrofile.h"
#include "documents/starter.h"
#include "documents/written.h"
#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;

namespace {

const QByteArray good = R"(retrospective: 1
steps:
  - step: facts
    name: {ko: 사실 수집, en: Facts gathered}
    within: {days: 1}
    seat: scribe
  - step: causes
    name: 원인
    within: {hours: 48}
    grades: [major, total]
    when: whole
    confirmed: yes
  - step: cause-committee
    name: 원인조사 소위원회
    within: {months: 3}
    grades: watch
    when: subcommittees
    confirmed: no
sections:
  - section: summary
    name: {ko: 요약, en: Summary}
    hint: {ko: 다섯 문장, en: Five sentences}
    open-to: everybody
  - section: interviews
    name: 면담
    open-to: authors
  - section: causes
    name: 원인
    when: whole
headings:
  - heading: pre-tests
    name: {ko: 사전테스트, en: Tests before}
  - heading: manuals
    name: 매뉴얼
)";

DocumentFault fault(int line, int column, FaultCode code, const char* word = "", const char* other = "") {
    return {line, column, code, QString::fromUtf8(word), QString::fromUtf8(other)};
}

// A file with so many of each.
QByteArray ofMany(int steps, int sections, int headings) {
    QByteArray file = "retrospective: 1\nsteps:\n";
    for (int i = 0; i < steps; ++i) {
        file += "  - {step: s" + QByteArray::number(i) + ", name: n, within: {days: 1}}\n";
    }
    file += "sections:\n";
    for (int i = 0; i < sections; ++i) {
        file += "  - {section: s" + QByteArray::number(i) + ", name: n}\n";
    }
    file += headings > 0 ? "headings:\n" : "";
    for (int i = 0; i < headings; ++i) {
        file += "  - {heading: h" + QByteArray::number(i) + ", name: n}\n";
    }
    return file;
}

} // namespace

class TestRetroFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void allThatIsWrittenIsRead();
    void whatIsLeftOutHasAMeaning();
    void eachFaultIsSaid_data();
    void eachFaultIsSaid();
    void noByteIsMissedSilently();
    void noMoreThanTheRecordTakes();
    void bothPagesShowTheSameExample();
    void theStarterIsWholeInBothLanguages();
    void theStarterHasTheOrdersHeadings();
    void theStarterGoesByGradeAndArrangement();
};

void TestRetroFile::allThatIsWrittenIsRead() {
    const auto process = readRetroProcess(good);
    QVERIFY2(process, qPrintable(told(process)));
    using Unit = DutyLength::Unit;
    QCOMPARE(process->steps.size(), std::size_t(3));
    const RetroStepPlan facts{.key = QStringLiteral("facts"),
                              .name = {QStringLiteral("사실 수집"), QStringLiteral("Facts gathered")},
                              .within = DutyLength{Unit::Days, 1},
                              .seat = QStringLiteral("scribe")};
    QVERIFY(process->steps[0] == facts);
    const RetroStepPlan causes{.key = QStringLiteral("causes"),
                               .name = {QStringLiteral("원인"), QStringLiteral("원인")},
                               .within = DutyLength{Unit::Minutes, 48 * 60},
                               .grades = std::set{Grade::Major, Grade::Total},
                               .when = RetroWhen::Whole,
                               .confirmed = true};
    QVERIFY(process->steps[1] == causes);
    QCOMPARE(process->steps[2].within, std::optional(DutyLength{Unit::Months, 3}));
    QCOMPARE(process->steps[2].grades, std::optional(std::set{Grade::Watch}));
    QVERIFY(process->steps[2].when == RetroWhen::Subcommittees && !process->steps[2].confirmed);
    const RetroSectionPlan summary{.key = QStringLiteral("summary"),
                                   .name = {QStringLiteral("요약"), QStringLiteral("Summary")},
                                   .hint = {QStringLiteral("다섯 문장"), QStringLiteral("Five sentences")},
                                   .openTo = OpenTo::Everybody};
    QVERIFY(process->sections.at(0) == summary);
    QCOMPARE(process->sections.at(1).openTo, OpenTo::Authors);
    QCOMPARE(process->sections.at(2).when, RetroWhen::Whole);
    QCOMPARE(process->headings.size(), std::size_t(2));
    QCOMPARE(process->headings[0].name.en, QStringLiteral("Tests before"));
    // The same key may be a step and a section; each is found among its own.
    QCOMPARE(process->step(QStringLiteral("causes")), &process->steps[1]);
    QCOMPARE(process->section(QStringLiteral("causes")), &process->sections[2]);
    QCOMPARE(process->heading(QStringLiteral("manuals")), &process->headings[1]);
    QVERIFY(!process->step(QStringLiteral("summary")) && !process->section(QStringLiteral("facts")) &&
            !process->heading(QStringLiteral("causes")));
}

void TestRetroFile::whatIsLeftOutHasAMeaning() {
    const auto process = readRetroProcess(ofMany(1, 1, 0));
    QVERIFY2(process, qPrintable(told(process)));
    const RetroStepPlan& step = process->steps.front();
    QVERIFY(!step.grades && step.when == RetroWhen::Always && !step.confirmed && !step.seat);
    const RetroSectionPlan& section = process->sections.front();
    QVERIFY(section.openTo == OpenTo::Organisation && section.when == RetroWhen::Always &&
            section.hint.isEmpty());
    QVERIFY(process->headings.empty());
}

void TestRetroFile::eachFaultIsSaid_data() {
    faultColumns();
    const auto row = [](const char* name, const char* from, const char* to, const DocumentFault& said) {
        faultRow(name, changed(good, from, to), {said});
    };
    using Code = FaultCode;
    row("a newer version", "retrospective: 1", "retrospective: 2",
        fault(1, 16, Code::UnknownVersion, "2", "1"));
    row("no version", "retrospective: 1\n", "", fault(1, 1, Code::MissingKey, "retrospective"));
    row("no list of steps", "steps:\n", "step:\n", fault(2, 1, Code::UnknownKey, "step", "steps"));
    row("no headings any more", "headings:\n", "heading:\n",
        fault(30, 1, Code::UnknownKey, "heading", "headings"));
    // Steps
    row("no key", "  - step: facts\n    name", "  - name", fault(3, 5, Code::MissingKey, "step"));
    row("no key of the record's", "step: facts", "step: \"fa\\tcts\"",
        fault(3, 11, Code::NotAKey, "fa cts", "64"));
    row("twice", "step: cause-committee", "step: facts", fault(13, 11, Code::Doubled, "facts", "3"));
    row("no name", "    name: 원인조사 소위원회\n", "", fault(13, 5, Code::MissingKey, "name"));
    row("no time", "    within: {hours: 48}\n", "", fault(7, 5, Code::MissingKey, "within"));
    row("an empty time", "{hours: 48}", "{}", fault(9, 13, Code::MissingKey, "months"));
    row("two times", "{hours: 48}", "{days: 1, months: 1}",
        fault(9, 13, Code::NotOneOf, "days, months", "minutes, hours, days, months"));
    row("too long", "{months: 3}", "{months: 37}",
        fault(15, 22, Code::OutOfRange, "37",
              "1\xe2\x80\x93"
              "36"));
    row("no number", "{days: 1}", "{days: soon}",
        fault(5, 20, Code::NotANumber, "soon",
              "1\xe2\x80\x93"
              "366"));
    row("no such grade", "grades: [major, total]", "grades: [major, huge]",
        fault(10, 21, Code::NotOneOf, "huge", "watch, minor, partial, major, total"));
    row("a grade twice", "grades: [major, total]", "grades: [major, major]",
        fault(10, 21, Code::Doubled, "major", "10"));
    row("a step of no grade", "grades: [major, total]", "grades: []",
        fault(10, 13, Code::EmptyValue, "grades"));
    row("no such arrangement", "when: subcommittees", "when: committees",
        fault(17, 11, Code::NotOneOf, "committees", "always, whole, subcommittees"));
    row("neither yes nor no", "confirmed: no", "confirmed: maybe", fault(18, 16, Code::NotYesOrNo, "maybe"));
    row("no seat", "seat: scribe", "seat: [scribe]", fault(6, 11, Code::TextExpected, "seat"));
    row("a key that is none", "    seat: scribe", "    chair: scribe",
        fault(6, 5, Code::UnknownKey, "chair"));
    // Sections
    row("a section twice", "section: interviews", "section: summary",
        fault(24, 14, Code::Doubled, "summary", "20"));
    row("a section without a key", "  - section: interviews\n    name", "  - name",
        fault(24, 5, Code::MissingKey, "section"));
    row("a section without a name", "    name: 면담\n", "", fault(24, 5, Code::MissingKey, "name"));
    row("for nobody", "open-to: authors", "open-to: nobody",
        fault(26, 14, Code::NotOneOf, "nobody", "authors, organisation, everybody"));
    row("no hint", "hint: {ko: 다섯 문장, en: Five sentences}", "hint: [다섯]",
        fault(22, 11, Code::LanguagesExpected, "hint"));
    row("a step's key in a section", "    open-to: authors\n", "    confirmed: yes\n",
        fault(26, 5, Code::UnknownKey, "confirmed"));
    // Headings
    row("a heading twice", "heading: manuals", "heading: pre-tests",
        fault(33, 14, Code::Doubled, "pre-tests", "31"));
    row("a heading without a name", "    name: 매뉴얼\n", "", fault(33, 5, Code::MissingKey, "name"));
    row("a heading without a key", "  - heading: manuals\n    name", "  - name",
        fault(33, 5, Code::MissingKey, "heading"));
}

void TestRetroFile::eachFaultIsSaid() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    const auto process = readRetroProcess(file);
    QVERIFY(!process);
    QCOMPARE(told(process), expected);
}

void TestRetroFile::noByteIsMissedSilently() {
    losesAnyByte(good, [](const QByteArray& file) { return readRetroProcess(file); });
}

// A document with more of them could not be followed to its end.
void TestRetroFile::noMoreThanTheRecordTakes() {
    constexpr int most = limits::retroSteps;
    QVERIFY(readRetroProcess(ofMany(most, most, 64)));
    const auto saidOf = [](int steps, int sections, int headings) {
        return told(readRetroProcess(ofMany(steps, sections, headings)));
    };
    const auto tooMany = [](int line) { return told({fault(line, 5, FaultCode::TooMany, "64")}); };
    QCOMPARE(saidOf(most + 1, 1, 0), tooMany(2 + most + 1));
    QCOMPARE(saidOf(1, most + 1, 0), tooMany(4 + most + 1));
    QCOMPARE(saidOf(1, 1, 65), tooMany(6 + 65));
    QCOMPARE(
        told(readRetroProcess("retrospective: 1\nsteps: []\nsections: []\n")),
        told({fault(2, 8, FaultCode::EmptyValue, "steps"), fault(3, 11, FaultCode::EmptyValue, "sections")}));
    // A text has the limit of every document by hand.
    const QByteArray longName(limits::documentTextBytes + 1, 'n');
    QVERIFY(!readRetroProcess(changed(good, "매뉴얼", longName)));
    QVERIFY(readRetroProcess(changed(good, "매뉴얼", longName.left(limits::documentTextBytes))));
}

void TestRetroFile::bothPagesShowTheSameExample() {
    const auto english = readRetroProcess(exampleIn(QStringLiteral("retrospectives.md"), 1));
    const auto korean = readRetroProcess(exampleIn(QStringLiteral("retrospectives.ko.md"), 1));
    QVERIFY2(english, qPrintable(told(english)));
    QVERIFY2(korean, qPrintable(told(korean)));
    QVERIFY(*english == *korean);
    QVERIFY(english->steps.size() > 1 && !english->sections.empty() && !english->headings.empty());
}

void TestRetroFile::theStarterIsWholeInBothLanguages() {
    const auto process = readRetroProcess(starterRetrospective());
    QVERIFY2(process, qPrintable(told(process)));
    const auto isWhole = [](const LocalText& text) {
        return !text.ko.isEmpty() && !text.en.isEmpty() && text.ko != text.en;
    };
    for (const RetroStepPlan& step : process->steps) {
        QVERIFY2(isWhole(step.name) && step.within, qPrintable(step.key));
    }
    for (const RetroSectionPlan& section : process->sections) {
        QVERIFY2(isWhole(section.name) && isWhole(section.hint), qPrintable(section.key));
    }
    for (const RetroHeading& heading : process->headings) {
        QVERIFY2(isWhole(heading.name), qPrintable(heading.key));
    }
    QCOMPARE(process->section(QStringLiteral("interviews"))->openTo, OpenTo::Authors);
}

void TestRetroFile::theStarterHasTheOrdersHeadings() {
    const auto process = readRetroProcess(starterRetrospective());
    QVERIFY(process);
    QStringList written;
    for (const RetroHeading& heading : process->headings) {
        written += heading.key + QStringLiteral(": ") + heading.name.ko;
    }
    QCOMPARE(written,
             (QStringList{QStringLiteral("pre-tests: 주요 작업 전 사전테스트 체계 강화"),
                          QStringLiteral("work-control: 작업관리 통제 강화"),
                          QStringLiteral("manuals: 통신재난 관련 매뉴얼 및 지침 보완"),
                          QStringLiteral("detection: 모니터링 시스템 고도화를 통한 장애 탐지 강화"),
                          QStringLiteral("retrospective: 장애 원인분석과 사후관리 체계화 (장애 회고 프로세스 "
                                         "표준화)"),
                          QStringLiteral("user-notice: 장애 사실 이용자 고지 개선 (SNS 등 다양한 채널)")}));
}

void TestRetroFile::theStarterGoesByGradeAndArrangement() {
    const auto process = readRetroProcess(starterRetrospective());
    QVERIFY(process);
    const auto keysOf = [&](Grade grade, RetroWhen arrangement) {
        QStringList keys;
        for (const RetroStepPlan& step : process->steps) {
            const bool fits = step.when == RetroWhen::Always || step.when == arrangement;
            if (fits && (!step.grades || step.grades->contains(grade))) {
                keys += step.key;
            }
        }
        return keys.join(u' ');
    };
    QCOMPARE(keysOf(Grade::Minor, RetroWhen::Whole), QStringLiteral("facts causes actions followed-up"));
    QCOMPARE(keysOf(Grade::Partial, RetroWhen::Whole),
             QStringLiteral("facts timeline interviews causes actions review signed followed-up"));
    QCOMPARE(keysOf(Grade::Total, RetroWhen::Subcommittees),
             QStringLiteral("facts timeline interviews cause-committee recovery-committee "
                            "compensation-committee actions review signed published followed-up"));
}

QTEST_GUILESS_MAIN(TestRetroFile)
#include "test_retrofile.moc"
