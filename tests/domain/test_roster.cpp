// Who is on duty, for how long, and what is missing or doubled.
#include "domain/roster/dutysign.h"
#include "domain/roster/rostergaps.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString infra = QStringLiteral("infra");
const QString storage = QStringLiteral("storage");
const Moment midnight{std::chrono::sys_days(std::chrono::November / 1 / 2026)};

Moment at(std::chrono::minutes sinceMidnight) {
    return midnight + sinceMidnight;
}
Shift shift(const char* person, std::chrono::minutes from, std::chrono::minutes until,
            const QString& department = infra) {
    return {QString::fromLatin1(person), department, at(from), at(until)};
}
QString kim() {
    return QStringLiteral("kim");
}

} // namespace

class TestRoster : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aShiftEndsWhenTheNextBegins();
    void theHandoverComesNearer();
    void shiftsWithoutARestAreOneDuty();
    void aRestEndsADuty();
    void aDutyIsLongFromFourteenHours();
    void aDutyGoesOnInAShortBreak();
    void aBoardSaysWhatIsWorthSaying();
    void whatNobodyCoversIsAHole();
    void onePersonInTwoPlacesIsSaid();
    void theLongestOfManyIsNamed();
    void whatSurprisesIsFound();
    void ofADepartmentWhatConcernsItIsFound();
    void whoeverRunsIsToldByTheirWholeDuty();
};

void TestRoster::aShiftEndsWhenTheNextBegins() {
    const std::vector<Shift> shifts{shift("lee", 8h, 16h), shift("kim", 0h, 8h),
                                    shift("park", 7h, 9h, storage)};
    QCOMPARE(onDuty(shifts, at(8h - 1min)), (std::vector{shifts[1], shifts[2]}));
    QCOMPARE(onDuty(shifts, at(8h)), (std::vector{shifts[0], shifts[2]}));
    QCOMPARE(onDuty(shifts, at(0h)), (std::vector{shifts[1]}));
    QCOMPARE(onDuty(shifts, at(-1min)), (std::vector<Shift>{}));
    QCOMPARE(onDuty(shifts, at(16h)), (std::vector<Shift>{}));
}

void TestRoster::theHandoverComesNearer() {
    const Shift one = shift("kim", 0h, 8h);
    QCOMPARE(untilHandover(one, at(6h + 40min)), Millis(80min));
    QCOMPARE(untilHandover(one, at(8h)), Millis(0));
    QCOMPARE(untilHandover(one, at(9h)), Millis(0));
}

void TestRoster::shiftsWithoutARestAreOneDuty() {
    // Out of order, in two departments, one inside another, and 29 minutes apart.
    const std::vector<Shift> shifts{shift("kim", 8h + 29min, 16h, storage), shift("lee", 2h, 4h),
                                    shift("kim", 0h, 8h), shift("kim", 1h, 2h)};
    QCOMPARE(duties(shifts),
             (std::vector{Duty{kim(), at(0h), at(16h)}, Duty{QStringLiteral("lee"), at(2h), at(4h)}}));
    const auto duty = dutyOf(shifts, kim(), at(10h));
    QVERIFY(duty);
    QCOMPARE(duty->lengthAt(at(10h)), Millis(10h));
    QCOMPARE(duty->lengthAt(at(-1h)), Millis(0));
    QCOMPARE(duty->lengthAt(at(20h)), Millis(16h));
}

void TestRoster::aRestEndsADuty() {
    const std::vector<Shift> shifts{shift("kim", 0h, 8h), shift("kim", 8h + 30min, 16h)};
    QCOMPARE(duties(shifts).size(), std::size_t(2));
    QCOMPARE(dutyOf(shifts, kim(), at(9h))->lengthAt(at(9h)), Millis(30min));
    QVERIFY(!dutyOf(shifts, kim(), at(8h + 10min)));
}

void TestRoster::aDutyIsLongFromFourteenHours() {
    QVERIFY(!isLong(14h - 1ms));
    QVERIFY(isLong(14h));
}

void TestRoster::aDutyGoesOnInAShortBreak() {
    const std::vector<Shift> shifts{shift("kim", 0h, 8h), shift("kim", 8h + 20min, 16h)};
    const auto duty = dutyOf(shifts, kim(), at(8h + 10min));
    QVERIFY(duty);
    QCOMPARE(duty->lengthAt(at(8h + 10min)), Millis(8h + 10min));
    QVERIFY(!dutyOf(shifts, QStringLiteral("lee"), at(4h)));
    QVERIFY(!dutyOf(shifts, kim(), at(16h)));
}

void TestRoster::aBoardSaysWhatIsWorthSaying() {
    const std::vector<Shift> shifts{shift("kim", 0h, 8h), shift("kim", 8h, 20h, storage)};
    QVERIFY(!dutySignOf(shifts, kim(), at(4h)));
    QVERIFY(!dutySignOf(shifts, kim(), at(7h))); // the next shift is theirs, too
    QCOMPARE(dutySignOf(shifts, kim(), at(14h)), std::optional(DutySign{true, Millis(14h), Millis(6h)}));
    QCOMPARE(dutySignOf({shifts[0]}, kim(), at(6h + 40min)),
             std::optional(DutySign{false, Millis(6h + 40min), Millis(80min)}));
    QVERIFY(!dutySignOf({shifts[0]}, kim(), at(8h)));
    QVERIFY(!dutySignOf(shifts, QStringLiteral("lee"), at(14h)));
}

void TestRoster::whatNobodyCoversIsAHole() {
    const std::vector<Shift> shifts{shift("kim", 10h, 12h), shift("lee", 2h, 6h), shift("park", 3h, 4h),
                                    shift("kim", 6h, 8h), shift("lee", 30h, 31h)};
    QCOMPARE(holes(shifts, {at(0h), at(24h)}),
             (std::vector<Span>{{at(0h), at(2h)}, {at(8h), at(10h)}, {at(12h), at(24h)}}));
    QCOMPARE(holes(shifts, {at(2h), at(8h)}), (std::vector<Span>{}));
    QCOMPARE(holes(shifts, {at(9h), at(11h)}), (std::vector<Span>{{at(9h), at(10h)}}));
    QCOMPARE(holes({}, {at(0h), at(1h)}), (std::vector<Span>{{at(0h), at(1h)}}));
    QCOMPARE(holes({}, {at(1h), at(1h)}), (std::vector<Span>{}));
}

void TestRoster::onePersonInTwoPlacesIsSaid() {
    const Shift first = shift("kim", 0h, 8h);
    const Shift second = shift("kim", 6h, 10h, storage);
    QCOMPARE(overlaps({second, first}), (std::vector{Overlap{first, second, {at(6h), at(8h)}}}));
    QCOMPARE(overlaps({first, shift("kim", 8h, 10h, storage)}), (std::vector<Overlap>{})); // they touch
    QCOMPARE(overlaps({first, shift("lee", 6h, 10h, storage)}), (std::vector<Overlap>{}));
    QCOMPARE(overlaps({first, shift("kim", 6h, 10h)}), (std::vector<Overlap>{})); // one place
}

void TestRoster::theLongestOfManyIsNamed() {
    const QString third = QStringLiteral("network");
    const std::vector<Shift> shifts{shift("kim", 0h, 20h), shift("kim", 1h, 3h, storage),
                                    shift("kim", 2h, 4h, third), shift("kim", 21h, 22h, storage)};
    QCOMPARE(overlaps(shifts), (std::vector{Overlap{shifts[0], shifts[1], {at(1h), at(3h)}},
                                            Overlap{shifts[0], shifts[2], {at(2h), at(4h)}}}));
    // Of the same department as the longest: what else runs counts.
    const std::vector<Shift> twice{shift("kim", 0h, 20h), shift("kim", 1h, 6h, storage),
                                   shift("kim", 5h, 7h)};
    QCOMPARE(overlaps(twice).back(), (Overlap{twice[1], twice[2], {at(5h), at(6h)}}));
}

void TestRoster::whatSurprisesIsFound() {
    const std::vector<Shift> shifts{shift("kim", 0h, 8h), shift("lee", 6h, 9h, storage),
                                    shift("lee", 8h, 24h), shift("park", 30h, 32h)};
    const KnownPerson known{PersonId::zeros(), kim(), infra, Permission::Responder};
    const RosterGaps gaps = gapsOf(shifts, {known}, at(1h));
    QCOMPARE(gaps.unknown, (std::vector<QString>{QStringLiteral("lee"), QStringLiteral("park")}));
    QCOMPARE(gaps.holes,
             (std::vector<DepartmentHole>{{infra, {at(24h), at(30h)}}, {storage, {at(1h), at(6h)}}}));
    QCOMPARE(gaps.overlaps, (std::vector<Overlap>{{shifts[1], shifts[2], {at(8h), at(9h)}}}));
    QCOMPARE(gaps.tooLong, (std::vector<Duty>{{QStringLiteral("lee"), at(6h), at(24h)}}));
    QVERIFY(!gaps.isEmpty());
    QVERIFY(gapsOf(shifts, {}, at(1h)).unknown.empty()); // where nobody is known, everybody would be missing
    QVERIFY(gapsOf({shifts[0]}, {known}, at(1h)).isEmpty());
    QVERIFY(gapsOf({}, {known}, at(1h)).isEmpty());
}

// Somebody works long in two departments: both hear of it, a third does not; and what is over is over.
void TestRoster::ofADepartmentWhatConcernsItIsFound() {
    const QString other = QStringLiteral("other");
    const std::vector<Shift> shifts{shift("kim", 0h, 8h), shift("kim", 7h, 15h, storage),
                                    shift("lee", 0h, 15h, other)};
    for (const QString& department : {infra, storage}) {
        const RosterGaps gaps = gapsOfDepartment(department, shifts, {}, at(1h));
        QCOMPARE(gaps.overlaps, (std::vector<Overlap>{{shifts[0], shifts[1], {at(7h), at(8h)}}}));
        QCOMPARE(gaps.tooLong, (std::vector<Duty>{{kim(), at(0h), at(15h)}}));
    }
    const RosterGaps theirs = gapsOfDepartment(other, shifts, {}, at(1h));
    QVERIFY(theirs.overlaps.empty());
    QCOMPARE(theirs.tooLong, (std::vector<Duty>{{QStringLiteral("lee"), at(0h), at(15h)}}));
    QVERIFY(gapsOfDepartment(infra, shifts, {}, at(15h)).isEmpty());
}

void TestRoster::whoeverRunsIsToldByTheirWholeDuty() {
    const std::vector<Shift> shifts{shift("kim", 8h, 16h), shift("lee", 16h, 24h), shift("park", 16h, 20h)};
    std::vector<Shift> all = shifts;
    all.push_back(shift("kim", 0h, 8h, storage));
    const auto running = runningDuties(shifts, all, at(14h + 40min));
    QCOMPARE(running,
             (std::vector<RunningDuty>{{shifts[0], at(0h), Millis(14h + 40min), Millis(80min), true}}));
    QVERIFY(!runningDuties(shifts, shifts, at(14h)).front().isLong);
    QCOMPARE(nextShifts(shifts, at(8h)), (std::vector{shifts[1], shifts[2]}));
    QVERIFY(nextShifts(shifts, at(16h)).empty());
}

QTEST_GUILESS_MAIN(TestRoster)
#include "test_roster.moc"
