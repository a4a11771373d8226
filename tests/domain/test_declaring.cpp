// Advice to somebody who declares an incident.
#include "domain/incident/declaring.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

Incident incident() {
    const EventId id = EventId::zeros();
    return Incident{LogId::zeros(),
                    id,
                    std::nullopt,
                    Moment(1000s),
                    {Grade::Total, id},
                    {Phase::Responding, id},
                    Command{PersonId::zeros(), id, Moment(1000s), true},
                    {std::nullopt, id},
                    id};
}

} // namespace

class TestDeclaring : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void proposesAGrade_data();
    void proposesAGrade();
    void proposesByHowLongItLasted();
    void findsTheSameIncident_data();
    void findsTheSameIncident();
    void knowsSitesAndServicesByName();
    void leavesClosedIncidentsAlone();
    void countsFromWhenItBegan();
};

void TestDeclaring::proposesAGrade_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("grade");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* title, Grade grade, const char* word) {
        QTest::newRow(title) << QString::fromUtf8(title) << int(grade) << QString::fromUtf8(word);
    };
    row("판교 데이터센터 화재, 메신저 안 됨", Grade::Total, "화재");
    row("Fire at Pangyo", Grade::Total, "Fire");
    row("전체 로그인 불가", Grade::Total, "전체");
    row("결제와 택시 동시 중단", Grade::Major, "동시");
    row("일부 이용자 로그인 불가", Grade::Partial, "일부");
    row("사진 전송 지연", Grade::Minor, "지연");
    row("slow logins", Grade::Minor, "slow");
    row("침입 의심", Grade::Watch, "의심");
    row("메신저 안 됨", Grade::Partial, "");
    row("misfired alarm", Grade::Partial, "");
}

void TestDeclaring::proposesAGrade() {
    QFETCH(QString, title);
    QFETCH(int, grade);
    QFETCH(QString, word);
    const GradeProposal proposal = proposeGrade(title);
    QCOMPARE(int(proposal.grade), grade);
    QCOMPARE(proposal.word, word);
    QCOMPARE(proposal.sign == GradeSign::Nothing, word.isEmpty());
}

void TestDeclaring::proposesByHowLongItLasted() {
    const auto gradeAfter = [](std::chrono::minutes lasted) {
        const GradeProposal proposal = proposeGrade(u"접속 불가", lasted);
        return proposal.sign == GradeSign::Lasted ? proposal.grade : Grade::Watch;
    };
    QCOMPARE(gradeAfter(0min), Grade::Minor);
    QCOMPARE(gradeAfter(6min), Grade::Minor);
    QCOMPARE(gradeAfter(10min), Grade::Partial);
    QCOMPARE(gradeAfter(30min), Grade::Major);
    QCOMPARE(gradeAfter(120min), Grade::Total);
    QCOMPARE(proposeGrade(u"판교 화재", 6min).sign, GradeSign::WholeSite); // words say more
}

void TestDeclaring::findsTheSameIncident_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char* title, const char* other, bool same) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(other) << same;
    };
    row("판교 화재", "판교 데이터센터 정전", true);
    row("판교에서 불", "판교 데이터센터 정전", true);
    row("결제 장애", "로그인 장애", false);
    row("결제 장애가 발생", "로그인 장애 발생", false);
    row("Payment outage", "payment API errors", true);
    row("The login is down", "The search is down", false);
    row("", "판교 화재", false);
}

void TestDeclaring::findsTheSameIncident() {
    QFETCH(QString, title);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(mayBeTheSame(title, incident(), other), same);
    QCOMPARE(mayBeTheSame(other, incident(), title), same);
}

void TestDeclaring::knowsSitesAndServicesByName() {
    Incident other = incident();
    other.sites = {QStringLiteral("판교")};
    other.services = {QStringLiteral("결제")};
    QVERIFY(mayBeTheSame(u"판교에서 연기", other, u"화재"));
    QVERIFY(mayBeTheSame(u"결제 안 됨", other, u"화재"));
    QVERIFY(!mayBeTheSame(u"안양 연기", other, u"화재"));
}

void TestDeclaring::leavesClosedIncidentsAlone() {
    Incident other = incident();
    other.phase.value = Phase::Resolved;
    QVERIFY(!mayBeTheSame(u"판교 화재", other, u"판교 화재"));
    other.phase.value = Phase::Monitoring;
    QVERIFY(mayBeTheSame(u"판교 화재", other, u"판교 화재"));
}

void TestDeclaring::countsFromWhenItBegan() {
    Incident one = incident();
    QCOMPARE(courseOf(one, Moment(1000s), Moment(5000s)).from, Moment(1000s));
    QCOMPARE(courseOf(one, Moment(1000s), Moment(5000s)).until, Moment(5000s));
    one.began = Moment(400s);
    QVERIFY(courseOf(one, Moment(1000s), Moment(5000s)).running);
    QCOMPARE(courseOf(one, Moment(1000s), Moment(5000s)).from, Moment(400s));
    one.phase.value = Phase::Resolved;
    QVERIFY(!courseOf(one, Moment(3000s), Moment(5000s)).running);
    QCOMPARE(courseOf(one, Moment(3000s), Moment(5000s)).until, Moment(3000s));
    one.ended = Moment(900s);
    QCOMPARE(courseOf(one, Moment(3000s), Moment(5000s)).until, Moment(900s));
    // A wrong clock never shows a negative time.
    one.ended.reset();
    one.phase.value = Phase::Responding;
    QCOMPARE(courseOf(one, Moment(1000s), Moment(100s)).until, Moment(400s));
}

QTEST_APPLESS_MAIN(TestDeclaring)
#include "test_declaring.moc"
