// Ten thousand orders in which claims, calls, answers, handovers, joinings and revocations reach the record,
// some written long before: at every place of it there is one commander, made by the entry that says so.
#include "domain/incident/due.h"
#include "support/scene.h"

#include "domain/dice.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString recovery = QStringLiteral("recovery");
const QString chief = commanderSeat.toString();

// What the record says of command, followed by a rule of its own: who was made commander by which entry.
struct Followed {
    PersonId commander;
    EventId madeBy;
    std::optional<PersonId> called; // to the commander's seat
};

class Night {
  public:
    // `evening`: an incident that a responder declared, and another one.
    Night(quint32 seed, const Scene& evening, const LogId& second)
        : m_dice(seed), m_scene(evening), m_second(second) {
        const Command& command = m_scene.incident().command;
        m_followed = {command.person, command.setBy, std::nullopt};
        for (const auto& [permission, member] : m_scene.people) {
            m_members.push_back(&member);
        }
    }

    // Nothing wrong, or what.
    QString live(int acts) {
        for (int i = 0; i < acts; ++i) {
            if (!m_late.empty() && m_dice.below(3) == 0) {
                const std::size_t which = m_dice.below(int(m_late.size()));
                const Written written = m_late[which];
                m_late.erase(m_late.begin() + qsizetype(which));
                offer(written);
            } else {
                write();
            }
            m_scene.org.now += std::chrono::seconds(m_dice.below(60));
            if (const QString wrong = judge(); !wrong.isEmpty()) {
                return wrong;
            }
        }
        return {};
    }

    int recorded = 0;
    int refused = 0;
    int commands = 0;

  private:
    struct Written {
        const Member* author;
        Facts facts;
        Composed made;
    };

    const Member& anybody() { return *m_members[std::size_t(m_dice.below(int(m_members.size())))]; }

    Facts something() {
        const Incident& incident = m_scene.incident();
        const QString key = m_dice.below(2) == 0 ? chief : recovery;
        const auto seat = incident.seats.find(key);
        const auto against = seat == incident.seats.end() ? std::nullopt : std::optional(seat->second.setBy);
        switch (m_dice.below(8)) {
        case 0:
        case 1:
            return CommandTaken{incident.command.setBy};
        case 2:
        case 3: {
            std::vector<PersonId> successors;
            const PersonId first = anybody().person;
            if (const PersonId second = anybody().person; second != first) {
                successors.push_back(second);
            }
            return SeatsCalled{std::nullopt, {{key, first, successors, 60'000, against, std::nullopt}}};
        }
        case 4:
            return SeatAnswered{key, against.value_or(EventId::zeros()),
                                m_dice.below(4) == 0 ? SeatAnswer::Declined : SeatAnswer::Accepted,
                                seat != incident.seats.end() && seat->second.called && m_dice.below(2) == 0
                                    ? std::optional(seat->second.called->person)
                                    : std::nullopt};
        case 5:
            return SeatVacated{key, against.value_or(EventId::zeros())};
        case 6:
            return IncidentJoined{m_second, incident.joinedInto.setBy};
        default:
            return GradeChanged{Grade(1 + m_dice.below(5)), incident.grade.setBy};
        }
    }

    void write() {
        if (m_dice.below(40) == 0 && m_members.size() > 3) { // a device is lost
            const Member* gone = m_members[std::size_t(m_dice.below(int(m_members.size())))];
            if (codeOf(
                    m_scene.org.act(m_scene.org.admin(), m_scene.org.orgLog(), DeviceRevoked{gone->device}))
                    .isEmpty()) {
                std::erase(m_members, gone);
            }
            return;
        }
        const Organisation& organisation = m_scene.org.organisation();
        const Due due = dueOf(m_scene.incident(), Authority(organisation, organisation.seq), m_scene.org.now);
        if (!due.passed.empty() && m_dice.below(2) == 0) {
            const Written written{&m_scene.org.relay(), due.passed.front(),
                                  m_scene.org.compose(m_scene.org.relay(), m_scene.log, due.passed.front())};
            const int before = refused;
            offer(written);
            m_dueRefused = m_dueRefused || refused != before; // what is due may be done
            return;
        }
        const Member& author = anybody();
        Facts facts = something();
        Written written{&author, facts,
                        m_scene.org.compose(author, m_scene.log, facts, m_scene.org.because())};
        if (m_dice.below(3) == 0) {
            m_late.push_back(std::move(written)); // offline: it comes when it comes
        } else {
            offer(written);
        }
    }

    void offer(const Written& written) {
        if (m_scene.org.offer(written.made)) {
            ++refused;
            return;
        }
        ++recorded;
        follow(written);
    }

    void follow(const Written& written) {
        const EventId event = written.made.event.id;
        if (std::holds_alternative<CommandTaken>(written.facts)) {
            m_followed = {written.author->person, event, std::nullopt};
            ++commands;
        } else if (const auto* called = std::get_if<SeatsCalled>(&written.facts)) {
            for (const SeatCall& call : called->calls) {
                if (call.seat == chief) {
                    m_followed.called = call.person;
                }
            }
        } else if (const auto* passed = std::get_if<SeatPassed>(&written.facts)) {
            if (passed->seat == chief) {
                m_followed.called = passed->to;
            }
        } else if (const auto* answered = std::get_if<SeatAnswered>(&written.facts)) {
            if (answered->seat == chief && answered->answer == SeatAnswer::Accepted) {
                m_followed = {m_followed.called.value(), event, std::nullopt};
                ++commands;
            }
        }
    }

    QString judge() const {
        const Incident& incident = m_scene.incident();
        const auto& known = m_scene.org.organisation().persons;
        if (m_dueRefused) {
            return QStringLiteral("what was due was refused");
        }
        if (incident.command.person != m_followed.commander || incident.command.setBy != m_followed.madeBy) {
            return QStringLiteral("another commander than the record made");
        }
        if (!known.contains(incident.command.person)) {
            return QStringLiteral("no commander");
        }
        const auto seat = incident.seats.find(chief);
        if (seat != incident.seats.end() && seat->second.holder &&
            seat->second.holder != incident.command.person) {
            return QStringLiteral("the commander's seat is held by somebody else");
        }
        return {};
    }

    Dice m_dice;
    Scene m_scene;
    LogId m_second;
    Followed m_followed{PersonId::zeros(), EventId::zeros(), {}};
    std::vector<const Member*> m_members;
    std::vector<Written> m_late;
    bool m_dueRefused = false;
};

} // namespace

class TestSeatInterleavings : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void oneCommanderAtEveryPlace();
};

void TestSeatInterleavings::oneCommanderAtEveryPlace() {
    constexpr quint32 nights = 10'000;
    constexpr int acts = 24;
    int recorded = 0;
    int refused = 0;
    int commands = 0;
    Scene evening(Permission::Responder);
    const LogId second = evening.org.declare(evening.commander());
    for (quint32 seed = 1; seed <= nights; ++seed) {
        Night night(seed, evening, second);
        const QString wrong = night.live(acts);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("night %1: %2").arg(seed).arg(wrong)));
        recorded += night.recorded;
        refused += night.refused;
        commands += night.commands;
    }
    qInfo("%u nights: %d recorded, %d refused, %d times somebody took command", nights, recorded, refused,
          commands);
    QVERIFY(recorded > int(nights) && refused > int(nights) && commands > int(nights) / 2);
}

QTEST_APPLESS_MAIN(TestSeatInterleavings)
#include "test_seat_interleavings.moc"
