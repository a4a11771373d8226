// Everything about seats and tasks on one incident's page: the bar of who is called, the sheets, the acts.
#pragma once

#include "ui/roles/callbar.h"
#include "ui/roles/handoversheet.h"
#include "ui/roles/rolessheet.h"
#include "ui/roles/seatacts.h"
#include "ui/roles/taskacts.h"

#include <QTimer>

namespace bongsu {

class RoleTools : public QObject {
    Q_OBJECT

  public:
    // Belongs to `page`, over which its sheets lie; asks in `sheet`.
    RoleTools(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page);

    void addTo(Actions& actions);
    void setIncident(const LogId& log);
    void setReadOnly() { m_readOnly = true; } // nobody answers on a wall
    // What its seats are called by; null: no manual is known here. Until the next call.
    const Manual* manualOf(const Incident& incident);
    void show(const BoardContext& board);
    void showRoles(const QString& seat); // empty: where the viewer looks first

    CallBar& bar() { return *m_bar; }
    SeatActs& seats() { return *m_seats; }
    TaskActs& tasks() { return *m_tasks; }
    RolesSheet& roles() { return *m_roles; }
    HandoverSheet& handover() { return *m_handover; }
    const QTimer& seconds() const { return m_seconds; }

  Q_SIGNALS:
    void done(const QString& words);
    void secondBegun(); // while somebody is called: their clocks are seconds
    void changed();     // another manual is known

  private:
    SeatActs* m_seats;
    TaskActs* m_tasks;
    RolesSheet* m_roles;
    HandoverSheet* m_handover;
    CallBar* m_bar;
    QTimer m_seconds;
    std::optional<LogId> m_log;
    std::shared_ptr<const Manual> m_manual;
    bool m_readOnly = false;
};

} // namespace bongsu
