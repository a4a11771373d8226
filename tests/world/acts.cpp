// What people at the desktops do: sensible or not, in time or too late, permitted or not.
#include "world/actors.h"

#include "domain/base/limits.h"

namespace bongsu {

namespace {
Text words(const QString& line) {
    Text text;
    text.text = line;
    return text;
}
} // namespace

void World::act(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const auto incidents = journal.incidents();
    if (incidents.empty() || random.below(25) == 0) {
        note(&desktop, "declares");
        IncidentDeclared facts;
        facts.grade = Grade(1 + random.below(5));
        journal.record(std::nullopt, facts, words(desktop.name()));
        return;
    }
    if (random.below(40) == 0 && &desktop == m_desktops.front().get() && m_desktops.size() > 2) {
        const DeviceId last = m_desktops.back()->journal().device();
        if (m_desktops.back()->isOpen()) {
            note(m_desktops.back().get(), "is revoked");
            journal.record(LogId::of(*journal.organisationId()), DeviceRevoked{last}, {});
        }
        return;
    }
    actOn(desktop, incidents[random.below(quint32(incidents.size()))]);
}

void World::actOn(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    switch (random.below(10)) {
    case 0:
        note(&desktop, "takes command");
        journal.record(log, CommandTaken{incident.command.setBy}, words(QStringLiteral("my turn")));
        return;
    case 1:
        note(&desktop, "changes the grade");
        journal.record(log, GradeChanged{Grade(1 + random.below(5)), incident.grade.setBy}, {});
        return;
    case 2: {
        note(&desktop, "joins incidents");
        const auto others = journal.incidents();
        journal.record(
            log, IncidentJoined{others[random.below(quint32(others.size()))], incident.joinedInto.setBy}, {});
        return;
    }
    case 3: {
        note(&desktop, "withdraws its newest");
        const auto own = journal.ownEvents(log);
        if (!own.empty()) {
            const auto withdrawn = journal.record(log, EntryWithdrawn{own.back().event}, {});
            if (withdrawn && withdrawn->event == own.back().event) {
                desktop.withdrawing.insert(withdrawn->event);
                journal.whenKept([&desktop, event = withdrawn->event] { desktop.discarded.insert(event); });
                ++tally.withdrawn;
            }
        }
        return;
    }
    case 4: {
        note(&desktop, "states a service");
        ServiceStated facts;
        facts.services = {QStringLiteral("messenger")};
        facts.state = ServiceState(1 + random.below(6));
        journal.record(log, facts, {});
        return;
    }
    case 5: {
        note(&desktop, "attaches");
        const int bytes = 1 + int(random.below(3)) * limits::blobChunkBytes + int(random.below(100));
        tally.attached += journal.attach(log, {QByteArray(bytes, 'a'), QStringLiteral("log.txt")}) ? 1 : 0;
        return;
    }
    default:
        note(&desktop, "notes");
        journal.record(log, NoteAdded{}, words(desktop.name()));
        return;
    }
}

} // namespace bongsu
