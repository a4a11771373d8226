// Rosters as iCalendar: what is wrong and where, and that no file takes long. That what is right gives the
// right shifts is compared with another library in tests/programs/test_rosters.py.
#include "documents/icalendarfile.h"
#include "documents/recurrence.h"
#include "documents/written.h"
#include "domain/base/limits.h"

#include <QElapsedTimer>

#include <random>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

Moment moment(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}
RosterReading reading() {
    return {QStringLiteral("infra"), {moment("2026-11-01T00:00:00Z"), moment("2026-12-01T00:00:00Z")}};
}
auto read(const QByteArray& bytes) {
    return readRoster(bytes, reading());
}

const QByteArray good = "BEGIN:VCALENDAR\r\n"
                        "VERSION:2.0\r\n"
                        "BEGIN:VTIMEZONE\r\n"
                        "TZID:Site\r\n"
                        "BEGIN:STANDARD\r\n"
                        "DTSTART:19700101T000000\r\n"
                        "TZOFFSETFROM:+0900\r\n"
                        "TZOFFSETTO:+0900\r\n"
                        "END:STANDARD\r\n"
                        "END:VTIMEZONE\r\n"
                        "BEGIN:VEVENT\r\n"
                        "UID:one\r\n"
                        "DTSTART;TZID=Site:20261102T090000\r\n"
                        "DTEND;TZID=Site:20261102T180000\r\n"
                        "RRULE:FREQ=DAILY;COUNT=3\r\n"
                        "EXDATE;TZID=Site:20261103T090000\r\n"
                        "SUMMARY:김하\r\n"
                        " 늘\r\n"
                        "CATEGORIES:storage\r\n"
                        "END:VEVENT\r\n"
                        "END:VCALENDAR\r\n";

Shift shiftOf(const char* person, const char* department, const char* from, const char* until) {
    return {QString::fromUtf8(person), QString::fromUtf8(department), moment(from), moment(until)};
}

// One event of these lines, the first in line 3.
QByteArray calendarOf(const QByteArray& lines) {
    return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n";
}
QByteArray repeated(const QByteArray& rule) {
    return calendarOf("DTSTART:20261102T000000Z\nDURATION:PT1S\nSUMMARY:kim\nRRULE:" + rule);
}

QString word(const char* text) {
    return QString::fromUtf8(text);
}

} // namespace

class TestICalendarFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsWhatPeopleWrite();
    void readsLinesHoweverTheyEnd();
    void readsWhatControlsALineAsASpace();
    void readsPlainLinesAsAllOthers();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysWhatIsTooMuch_data();
    void saysWhatIsTooMuch() { saysWhatIsWrong(); }
    void readsWhatIsUnusual_data();
    void readsWhatIsUnusual();
    void sharesOfPeopleAreShifts();
    void everyRuleEnds_data();
    void everyRuleEnds();
    void manyEventsAreCounted();
    void bytesLostAreSaid();
    void bytesChangedAreSaidOrRead();
    void stepsAreShared();
    void whatIsWrittenIsRead();
};

void TestICalendarFile::readsWhatPeopleWrite() {
    const auto shifts = read(good);
    QCOMPARE(told(shifts), QString());
    QCOMPARE(*shifts,
             (std::vector{shiftOf("김하늘", "storage", "2026-11-02T00:00:00Z", "2026-11-02T09:00:00Z"),
                          shiftOf("김하늘", "storage", "2026-11-04T00:00:00Z", "2026-11-04T09:00:00Z")}));
}

// Also folded in the middle of a character, and behind a byte order mark.
void TestICalendarFile::readsLinesHoweverTheyEnd() {
    const QByteArray hangul = "김";
    const QByteArray inTwo =
        changed(good, "SUMMARY:김", "SUMMARY:" + hangul.left(1) + "\r\n\t" + hangul.mid(1));
    for (const QByteArray& file :
         {QByteArray(good).replace("\r\n", "\n"), QByteArray(good).replace("\r\n", "\r"), inTwo,
          "\xef\xbb\xbf" + good, good + "\r\n  \r\n"}) {
        const auto shifts = read(file);
        QCOMPARE(told(shifts), QString());
        QCOMPARE(*shifts, *read(good));
    }
}

// As it is written again: a name with a tab would be nobody's whom the organisation knows.
void TestICalendarFile::readsWhatControlsALineAsASpace() {
    for (const char* control : {"\t", "\\t", "\\r", "\\R", "\\b", "\\f"}) {
        const auto shifts = read(changed(good, "SUMMARY:김", QByteArray("SUMMARY:김") + control));
        QCOMPARE(told(shifts), QString());
        QCOMPARE(shifts->front().person, word("김 하늘"));
    }
    const auto twoLines = read(changed(good, "SUMMARY:김", "SUMMARY:김\\r\\n"));
    QCOMPARE(twoLines->front().person, word("김\n하늘"));
}

// Lines with nothing to parse are not given to the library: a parameter that says nothing makes them go
// there.
void TestICalendarFile::readsPlainLinesAsAllOthers() {
    const QByteArray texts[] = {word("김하늘").toUtf8(),
                                word("김하늘").normalized(QString::NormalizationForm_D).toUtf8(),
                                " kim lee ",
                                "a:b",
                                "kim=1",
                                "\xc2\xa0kim"};
    const std::pair<QByteArray, QByteArray> times[] = {{"", "20261102T000000Z"},
                                                       {"", "20261102T000000"},
                                                       {";TZID=Europe/Berlin", "20261025T023000"},
                                                       {";TZID=Asia/Seoul", "20261115T235959"}};
    for (const QByteArray& text : texts) {
        for (const auto& time : times) {
            const auto file = [&](const QByteArray& more) {
                return calendarOf("DTSTART" + more + time.first + ":" + time.second +
                                  "\nDURATION:P60D\nSUMMARY" + more + ":" + text + "\nDESCRIPTION" + more +
                                  ":" + text);
            };
            const auto plain = read(file({}));
            QVERIFY2(plain && plain->size() == 1, file({}).constData());
            QCOMPARE(*plain, *read(file(";X-NOTHING=1")));
        }
    }
    // What is no time is none either way, and said alike.
    for (const QByteArray wrong :
         {"20261302T000000Z", "20261131T000000", "20261102T240000", "20261102T006000", "2026110 T000000",
          "20261102T0000", "00001102T000000Z", "20261102X000000"}) {
        const auto file = [&](const QByteArray& more) {
            return calendarOf("DTSTART" + more + ":" + wrong + "\nDURATION:PT8H\nSUMMARY:kim");
        };
        const auto plain = read(file({}));
        const auto other = read(file(";X-NOTHING=1"));
        QVERIFY2(!plain && !other, wrong.constData());
        QCOMPARE(plain.error(), other.error());
    }
}

void TestICalendarFile::saysWhatIsWrong_data() {
    faultColumns();
    using Code = FaultCode;
    const auto with = [](const QByteArray& from, const QByteArray& to) { return changed(good, from, to); };
    faultRow("nothing", "", {{1, 1, Code::NotACalendar}});
    faultRow("no calendar", "<html>", {{1, 1, Code::NotACalendar}});
    faultRow("another component", "BEGIN:VCARD\nEND:VCARD\n", {{1, 1, Code::NotACalendar}});
    faultRow("cut off", good.left(good.indexOf("CATEGORIES")),
             {{11, 1, Code::ComponentUnclosed, word("VEVENT")}});
    faultRow("another end", with("END:VEVENT", "END:VTODO"),
             {{20, 1, Code::ComponentUnclosed, word("VTODO")}});
    faultRow("no UTF-8", with("늘", "\xff"), {{17, 1, Code::NotUtf8}});
    faultRow("control character", with("UID:one", QByteArray("UID:o\0e", 7)),
             {{12, 1, Code::ControlCharacter, word("U+0000")}});
    faultRow("too large", QByteArray(limits::documentBytes + 1, 'x'),
             {{1, 1, Code::TooLarge, QString::number(limits::documentBytes)}});
    faultRow("no start", with("DTSTART;TZID=Site:20261102T090000\r\n", ""),
             {{11, 1, Code::MissingKey, word("DTSTART")}});
    faultRow("no end", with("DTEND;TZID=Site:20261102T180000\r\n", ""),
             {{11, 1, Code::MissingKey, word("DTEND")}});
    faultRow("nobody", with("SUMMARY:김하\r\n 늘\r\n", ""), {{11, 1, Code::MissingKey, word("SUMMARY")}});
    faultRow("two ends", with("RRULE", "DURATION:PT1H\r\nRRULE"), {{15, 1, Code::TwoEnds}});
    faultRow("two starts", with("RRULE", "DTSTART:20261102T090000\r\nRRULE"),
             {{15, 1, Code::DoubledKey, word("DTSTART"), word("13")}});
    faultRow("ends when it begins", with("20261102T180000", "20261102T090000"), {{14, 1, Code::NotForwards}});
    faultRow("ends before", with("20261102T180000", "20261101T090000"), {{14, 1, Code::NotForwards}});
    faultRow("a negative length", calendarOf("DTSTART:20261102T090000Z\nSUMMARY:kim\nDURATION:-PT1H"),
             {{5, 1, Code::PropertyUnreadable, word("DURATION"), word("-PT1H")}});
    faultRow("no such day", with("20261102T180000", "20260230T180000"),
             {{14, 1, Code::PropertyUnreadable, word("DTEND"), word("20260230T180000")}});
    faultRow("no such hour", with("20261102T180000", "20261102T250000"),
             {{14, 1, Code::PropertyUnreadable, word("DTEND"), word("20261102T250000")}});
    faultRow("of another kind", with("RRULE:FREQ=DAILY;COUNT=3", "RRULE;VALUE=TEXT:FREQ=DAILY"),
             {{15, 1, Code::RuleUnreadable, word("FREQ=DAILY")}});
    faultRow("a day and a time", with("DTEND;TZID=Site:20261102T180000", "DTEND;VALUE=DATE:20261103"),
             {{14, 1, Code::PropertyUnreadable, word("DTEND"), word("VALUE")}});
    faultRow("unknown zone", with("DTSTART;TZID=Site", "DTSTART;TZID=Asia/Soul"),
             {{13, 1, Code::UnknownZone, word("Asia/Soul")}});
    faultRow("a zone from elsewhere", with("DTSTART;TZID=Site", "DTSTART;TZID=../../../etc/passwd"),
             {{13, 1, Code::UnknownZone, word("../../../etc/passwd")}});
    faultRow("a zone without changes", with("TZOFFSETTO:+0900\r\n", ""),
             {{5, 1, Code::MissingKey, word("TZOFFSETTO")}});
    faultRow("unknown weekday", with("FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=XX"),
             {{15, 1, Code::RuleUnreadable, word("FREQ=WEEKLY;BYDAY=XX")}});
    faultRow("parts that do not fit", with("FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYMONTHDAY=1"),
             {{15, 1, Code::RuleUnreadable, word("FREQ=WEEKLY;BYMONTHDAY=1")}});
    faultRow("another calendar", with("FREQ=DAILY;COUNT=3", "RSCALE=CHINESE;FREQ=YEARLY"),
             {{15, 1, Code::RuleUnreadable, word("RSCALE=CHINESE;FREQ=YEARLY")}});
    faultRow("all that follow",
             with("RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261102T000000Z"),
             {{15, 1, Code::RangeOverride}});
    faultRow("a long department", with("storage", QByteArray(65, 'x')),
             {{19, 1, Code::NotAKey, QString(60, u'x') + QChar(0x2026), word("64")}});
    faultRow("a long name", with("김하", QByteArray(5000, 'x')), {{17, 1, Code::TooLong, word("4096")}});
}

void TestICalendarFile::saysWhatIsTooMuch_data() {
    faultColumns();
    using Code = FaultCode;
    const auto with = [](const QByteArray& from, const QByteArray& to) { return changed(good, from, to); };
    const auto steps = QString::number(limits::rosterSteps);
    const auto shifts = QString::number(limits::rosterShifts);
    QByteArray twice = calendarOf("UID:a\nDTSTART:20261102T000000Z\nDURATION:PT1H\nSUMMARY:kim");
    twice.replace("END:VCALENDAR", twice.mid(16, twice.indexOf("END:VCALENDAR") - 16) + "END:VCALENDAR");
    faultRow("the same twice", twice, {{8, 1, Code::Doubled, word("a"), word("2")}});
    QByteArray dates;
    for (int i = 0; i < 600; ++i) {
        dates += (i == 0 ? "" : ",") + QByteArray("20261102T0000") + QByteArray::number(i % 50 + 10);
    }
    faultRow("more than libical reads", with("EXDATE;TZID=Site:20261103T090000", "EXDATE;TZID=Site:" + dates),
             {{16, 1, Code::TooMany, word("499")}});
    faultRow("every second", repeated("FREQ=SECONDLY"), {{6, 1, Code::TooManyShifts, shifts}});
    faultRow("every second, counted", repeated("FREQ=SECONDLY;COUNT=1000000"),
             {{6, 1, Code::TooManyShifts, shifts}});
    faultRow("never, by the second", repeated("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"),
             {{6, 1, Code::RuleTooLong, steps}});
}

void TestICalendarFile::saysWhatIsWrong() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    const auto shifts = read(file);
    QVERIFY(!shifts);
    QCOMPARE(told(shifts), expected);
}

void TestICalendarFile::readsWhatIsUnusual_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected"); // from, until
    const auto row = [](const char* name, const QByteArray& lines, const char* expected) {
        QTest::newRow(name) << calendarOf("SUMMARY:kim\n" + lines) << QString::fromLatin1(expected);
    };
    row("a zone as Windows calls it",
        "DTSTART;TZID=Korea Standard Time:20261102T090000\nDTEND;TZID=Korea Standard Time:20261102T180000",
        "2026-11-02T00:00:00.000Z 2026-11-02T09:00:00.000Z");
    row("a quoted zone", "DTSTART;TZID=\"Europe/Berlin\":20261102T090000\nDURATION:PT9H",
        "2026-11-02T08:00:00.000Z 2026-11-02T17:00:00.000Z");
    row("until a day, that day counts",
        "DTSTART:20261102T230000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261102",
        "2026-11-02T14:00:00.000Z 2026-11-02T15:00:00.000Z");
    row("a day taken out of times",
        "DTSTART:20261102T230000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20261103",
        "2026-11-02T14:00:00.000Z 2026-11-02T15:00:00.000Z");
    row("from before the time asked for", "DTSTART:20261031T230000Z\nDURATION:PT2H",
        "2026-10-31T23:00:00.000Z 2026-11-01T01:00:00.000Z");
    row("long before", "DTSTART:20201101T000000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3",
        "2026-11-03T00:00:00.000Z 2026-11-03T01:00:00.000Z");
    row("it ends when the time asked for begins", "DTSTART:20261031T230000Z\nDURATION:PT1H", "");
    row("it begins when the time asked for ends", "DTSTART:20261201T000000Z\nDURATION:PT1H", "");
    row("cancelled, whatever it lacks", "STATUS:CANCELLED", "");
    row("an alarm's own lines",
        "DTSTART:20261102T000000Z\nDURATION:PT1H\nBEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT9M\nEND:VALARM",
        "2026-11-02T00:00:00.000Z 2026-11-02T01:00:00.000Z");
    row("what stands in an RDATE twice counts once",
        "DTSTART:20261102T000000Z\nDURATION:PT1H\nRDATE:20261102T000000Z",
        "2026-11-02T00:00:00.000Z 2026-11-02T01:00:00.000Z");
    row("a rule by the year that is years apart",
        "DTSTART:20261102T000000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;INTERVAL=32767",
        "2026-11-02T00:00:00.000Z 2026-11-02T01:00:00.000Z");
}

void TestICalendarFile::readsWhatIsUnusual() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    const auto shifts = read(file);
    QCOMPARE(told(shifts), QString());
    QStringList found;
    for (const Shift& one : *shifts) {
        found += toIso(one.from) + u' ' + toIso(one.until);
    }
    QCOMPARE(found.join(u' '), expected);
}

void TestICalendarFile::sharesOfPeopleAreShifts() {
    const QByteArray file =
        calendarOf("DTSTART:20261102T000000Z\nDTEND:20261102T010000Z\nSUMMARY:야간 대기\n"
                   "ATTENDEE;CN=\"김, 하늘\":mailto:a@example.org\nATTENDEE;CN=이수민:mailto:b@example.org\n"
                   "ATTENDEE;CN=정우진;PARTSTAT=DECLINED:mailto:c@example.org\n"
                   "ATTENDEE;CN=회의실;CUTYPE=ROOM:mailto:d@example.org");
    const auto shifts = read(file);
    QCOMPARE(told(shifts), QString());
    QCOMPARE(shifts->size(), std::size_t(2));
    QCOMPARE((*shifts)[0].person, word("김, 하늘"));
    QCOMPARE((*shifts)[1].person, word("이수민"));
    QCOMPARE((*shifts)[1].note, word("야간 대기"));
    QCOMPARE((*shifts)[1].department, word("infra"));
}

void TestICalendarFile::everyRuleEnds_data() {
    QTest::addColumn<QByteArray>("rule");
    for (const char* rule :
         {"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
          "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;COUNT=2000000000",
          "FREQ=HOURLY;COUNT=1000000", "FREQ=YEARLY;INTERVAL=32767", "FREQ=MONTHLY;INTERVAL=32767",
          "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=3", "FREQ=WEEKLY;BYDAY=SU;BYSETPOS=3",
          "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;INTERVAL=7"}) {
        QTest::newRow(rule) << QByteArray(rule);
    }
    QByteArray clocks = "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1;BYHOUR=0";
    QByteArray sixty = "0";
    for (int i = 1; i < 60; ++i) {
        sixty += ',' + QByteArray::number(i);
        clocks += i < 24 ? ',' + QByteArray::number(i) : QByteArray();
    }
    QTest::newRow("every second of a year, the last") << clocks + ";BYMINUTE=" + sixty + ";BYSECOND=" + sixty;
    QTest::newRow("every second, by the hour")
        << "FREQ=HOURLY;BYSETPOS=1;BYMINUTE=" + sixty + ";BYSECOND=" + sixty + ";COUNT=100000";
}

// Two hundred times as long as it takes here would still pass.
void TestICalendarFile::everyRuleEnds() {
    QFETCH(QByteArray, rule);
    for (const char* start : {"20261102T000000Z", "16000101T000000Z"}) {
        QElapsedTimer time;
        time.start();
        QByteArray file = repeated(rule);
        file.replace("20261102T000000Z", start);
        const auto shifts = read(file);
        QVERIFY2(time.elapsed() < 20'000, qPrintable(QString::number(time.elapsed())));
        if (!shifts) {
            const FaultCode code = shifts.error().front().code;
            QVERIFY2(code == FaultCode::RuleTooLong || code == FaultCode::TooManyShifts,
                     qPrintable(told(shifts)));
        }
    }
}

void TestICalendarFile::manyEventsAreCounted() {
    QByteArray file = "BEGIN:VCALENDAR\n";
    const QByteArray one = "BEGIN:VEVENT\nDTSTART:20261102\nSUMMARY:a\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    QElapsedTimer time;
    time.start();
    const QByteArray plain = "BEGIN:VEVENT\nDTSTART:20261102\nSUMMARY:a\nEND:VEVENT\n";
    const auto most = read(file + plain.repeated(limits::rosterEvents) + "END:VCALENDAR\n");
    QCOMPARE(told(most), QString());
    QCOMPARE(most->size(), std::size_t(limits::rosterShifts));
    const auto tooMany = read(file + plain.repeated(limits::rosterEvents + 1) + "END:VCALENDAR\n");
    QCOMPARE(told(tooMany), told({{2 + 4 * limits::rosterEvents, 1, FaultCode::TooMany, word("10000")}}));
    // From the second on it runs through 29 days and into the next.
    const auto shifts = read(file + one.repeated(400) + "END:VCALENDAR\n");
    QVERIFY(!shifts);
    QCOMPARE(shifts.error().front().code, FaultCode::TooManyShifts);
    QVERIFY2(time.elapsed() < 60'000, qPrintable(QString::number(time.elapsed())));
}

void TestICalendarFile::bytesLostAreSaid() {
    int faulty = 0;
    for (qsizetype i = 0; i < good.size(); ++i) {
        const auto shifts = read(QByteArray(good).remove(i, 1));
        faulty += shifts ? 0 : 1;
        for (const DocumentFault& fault : shifts ? std::vector<DocumentFault>() : shifts.error()) {
            QVERIFY2(fault.line >= 1 && fault.line <= 22 && fault.code <= FaultCode::Last,
                     qPrintable(told({fault})));
        }
    }
    QVERIFY2(faulty > 100, qPrintable(QString::number(faulty)));
}

// Files of the corpus with bytes changed, lines doubled, moved, and pieces of one in another: whatever comes
// of it, it ends, and says a line of the file.
void TestICalendarFile::bytesChangedAreSaidOrRead() {
    std::vector<QByteArray> corpus{good};
    for (const char* name : {"seoul-duty", "summer-time", "exceptions", "month-ends", "own-zone"}) {
        corpus.push_back(contentOf(QStringLiteral("tests/data/icalendar/") + QString::fromLatin1(name) +
                                   QStringLiteral(".ics")));
    }
    std::mt19937 dice(5545);
    const auto below = [&](qsizetype most) {
        return qsizetype(dice() % quint32(std::max<qsizetype>(most, 1)));
    };
    const QByteArray signs = ":;=,\"\\\r\n \t0123456789-+TZPDHMSWABCXYZ";
    int isRead = 0;
    int isRefused = 0;
    for (int round = 0; round < 1500; ++round) {
        QByteArray file = corpus[std::size_t(below(qsizetype(corpus.size())))];
        for (qsizetype changes = below(2); changes >= 0; --changes) {
            const qsizetype at = below(file.size());
            switch (below(5)) {
            case 0:
                file[at] = signs[below(signs.size())];
                break;
            case 1:
                file.remove(at, 1 + below(40));
                break;
            case 2:
                file.insert(at, file.mid(below(file.size()), below(200)));
                break;
            case 3:
                file[at] = char(dice());
                break;
            default: {
                const QByteArray& other = corpus[std::size_t(below(qsizetype(corpus.size())))];
                file.insert(file.indexOf('\n', at) + 1,
                            other.mid(other.indexOf('\n', below(other.size())) + 1, below(300)));
            }
            }
            if (file.isEmpty()) {
                file = good;
            }
        }
        const auto shifts = read(file);
        (shifts ? isRead : isRefused) += 1;
        if (!shifts) {
            QVERIFY(!shifts.error().empty());
            for (const DocumentFault& fault : shifts.error()) {
                QVERIFY(fault.line >= 1 && fault.line <= file.count('\n') + file.count('\r') + 1);
            }
        } else {
            for (const Shift& one : *shifts) {
                QVERIFY(one.from < one.until && !one.person.isEmpty() && !one.department.isEmpty());
            }
        }
    }
    QVERIFY2(isRead > 80 && isRefused > 500, qPrintable(QStringLiteral("%1 %2").arg(isRead).arg(isRefused)));
}

void TestICalendarFile::stepsAreShared() {
    RecurrenceRule rule;
    rule.frequency = RecurrenceRule::Frequency::Daily;
    const WallTime start = std::chrono::local_days(std::chrono::November / 1 / 2026);
    std::vector<WallTime> given;
    const auto take = [&](WallTime time) {
        given.push_back(time);
        return true;
    };
    StepsLeft steps = 2 * 10; // a day and its clock each
    QVERIFY(recur(rule, start, start, start + std::chrono::days(10), steps, take) == RecurrenceEnd::Done);
    QCOMPARE(given.size(), std::size_t(10));
    QCOMPARE(steps, StepsLeft(0));
    QVERIFY(recur(rule, start, start, start + std::chrono::days(10), steps, take) == RecurrenceEnd::TooMuch);
    QCOMPARE(given.size(), std::size_t(10));
}

void TestICalendarFile::whatIsWrittenIsRead() {
    std::vector<Shift> shifts{
        shiftOf("김하늘", "infra", "2026-11-02T00:00:00Z", "2026-11-02T08:00:00Z"),
        shiftOf("김하늘", "infra", "2026-11-02T00:00:00Z", "2026-11-02T09:00:00Z"),
        shiftOf("a;b,c\\d", "스토리지, 밤", "2026-11-03T00:00:00Z", "2026-11-05T08:00:01Z")};
    shifts[2].note = word("첫 줄\n둘째 줄; 쉼표, 역슬래시\\ ").trimmed() +
                     word("가나다라마바사아자차카타파하").repeated(5);
    const Moment stamped = moment("2026-11-01T00:00:00Z");
    const QByteArray file = writeRoster(word("당번"), shifts, stamped);
    const auto back = read(file);
    QCOMPARE(told(back), QString());
    QCOMPARE(*back, shifts);
    QCOMPARE(writeRoster(word("당번"), shifts, stamped), file);
    for (const QByteArray& line : file.split('\n')) {
        QVERIFY2(line.size() <= 76 && (line.isEmpty() || line.endsWith('\r')), line.constData());
    }
    QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\n") && file.contains("PRODID:") &&
            file.contains("VERSION:2.0"));
    // A later end is the same shift.
    shifts.pop_back();
    const auto uids = [&](const QByteArray& bytes) {
        QList<QByteArray> found;
        for (const QByteArray& line : QByteArray(bytes).replace("\r\n ", "").split('\n')) {
            found += line.startsWith("UID:") ? QList{line} : QList<QByteArray>();
        }
        return found;
    };
    const auto before = uids(writeRoster(word("당번"), shifts, stamped));
    shifts[0].until += 1h;
    shifts[0].note = word("늦게");
    QCOMPARE(uids(writeRoster(word("다른 이름"), shifts, stamped + 1h)), before);
    QVERIFY(before.size() == 2 && before[0] != before[1]);
}

QTEST_GUILESS_MAIN(TestICalendarFile)
#include "test_icalendarfile.moc"
