// Judges accepted entries anew by a model of its own that is much simpler than the program's: who was revoked
// where in the organisation's order, which event and which person command, what last set each seat and who is
// called to it, who proposed and who let out each notice, how far each device's numbers went.
#pragma once

#include "world/tally.h"

#include "domain/log/ledger.h"

#include <set>

namespace bongsu {

// What is wrong in the end; empty: every invariant held.
using Findings = QStringList;

class Judge {
  public:
    Judge(Tally& tally, Findings& findings) : m_tally(tally), m_findings(findings) {}

    // Every entry of one history, each log in its order, the organisation's first.
    void see(const Accepted& accepted);

  private:
    struct Seat {
        EventId setBy;
        std::optional<PersonId> called;
    };
    struct Notice {
        std::optional<PersonId> by;
        std::set<QString> channels;
        bool isLetOut = false; // by a second person, by whoever commands, or by its form in peacetime
        bool isStopped = false;
    };
    using Key = std::pair<LogId, QString>;

    void seeCommand(const Accepted& accepted);
    void seeSeats(const Accepted& accepted);
    void seeFirstNotices(const Accepted& accepted);
    void seeNotices(const Accepted& accepted);
    void seeApprovals(const Accepted& accepted);
    Seat& seatOf(const LogId& log, const QString& key, const EventId& against);

    Tally& m_tally;
    Findings& m_findings;
    std::map<std::pair<LogId, DeviceId>, quint64> m_newest;
    std::map<DeviceId, quint64> m_revokedAt;
    std::map<LogId, EventId> m_commandSetBy;
    std::map<LogId, PersonId> m_commander;
    std::map<Key, Seat> m_seats;
    std::map<EventId, std::optional<PersonId>> m_firstNotices; // who published each
    std::set<EventId> m_firstNoticesApproved;                  // by somebody else
    std::map<EventId, Notice> m_notices;
};

} // namespace bongsu
