// Joined incidents as teams of the one they are handled in.
#include "domain/incident/seats.h"
#include "domain/incident/teams.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

template <class Id>
Id id(char c) {
    return *Id::tryFrom(QByteArray(32, c));
}

Incident incident(char name, Millis declared, std::optional<char> into = {}) {
    const auto event = id<EventId>(name);
    Incident made{LogId::of(event),
                  event,
                  id<PersonId>(name),
                  Moment(declared),
                  {Grade::Total, event},
                  {Phase::Responding, event},
                  Command{id<PersonId>(name), event, Moment(declared), true},
                  {std::nullopt, event},
                  event};
    if (into) {
        made.joinedInto.value = LogId::of(id<EventId>(*into));
    }
    return made;
}

std::map<LogId, const Incident*> all(const std::vector<Incident>& incidents) {
    std::map<LogId, const Incident*> known;
    for (const Incident& one : incidents) {
        known.insert_or_assign(one.id, &one);
    }
    return known;
}

} // namespace

class TestTeams : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoeverCommandsAJoinedIncidentLeadsATeam();
    void anIncidentThatIsOverIsNoTeam();
    void teamsCountIntoTheSpan();
};

void TestTeams::whoeverCommandsAJoinedIncidentLeadsATeam() {
    std::vector<Incident> incidents{incident('p', 1ms), incident('b', 3ms, 'p'), incident('a', 2ms, 'b'),
                                    incident('z', 4ms)};
    const LogId primary = incidents[0].id;
    QCOMPARE(teamsOf(all(incidents), primary),
             (std::vector<Team>{{incidents[2].id, id<PersonId>('a'), true, Moment(2ms)},
                                {incidents[1].id, id<PersonId>('b'), true, Moment(3ms)}}));
    QVERIFY(teamsOf(all(incidents), incidents[3].id).empty());
    QVERIFY(teamsOf(all(incidents), incidents[1].id).empty()); // it is a team itself
    // Whoever takes its command leads the team from then on.
    incidents[1].command = Command{id<PersonId>('k'), id<EventId>('c'), Moment(9ms), false};
    QCOMPARE(teamsOf(all(incidents), primary).back(),
             (Team{incidents[1].id, id<PersonId>('k'), false, Moment(9ms)}));
}

void TestTeams::anIncidentThatIsOverIsNoTeam() {
    std::vector<Incident> incidents{incident('p', 1ms), incident('b', 3ms, 'p')};
    QCOMPARE(teamsOf(all(incidents), incidents[0].id).size(), std::size_t(1));
    incidents[1].phase.value = Phase::Resolved;
    QVERIFY(teamsOf(all(incidents), incidents[0].id).empty());
}

void TestTeams::teamsCountIntoTheSpan() {
    const Incident one = incident('p', 1ms);
    QVERIFY(tooWide(one, std::size_t(widestSpan)).empty());
    QCOMPARE(tooWide(one, std::size_t(widestSpan) + 1),
             (std::vector<std::pair<QString, int>>{{commanderSeat.toString(), widestSpan + 1}}));
}

QTEST_APPLESS_MAIN(TestTeams)
#include "test_teams.moc"
