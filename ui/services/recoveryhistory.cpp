#include "ui/services/recoveryhistory.h"

#include <QPointer>

namespace bongsu {

RecoveryHistory::RecoveryHistory(Journal& journal, QObject* parent) : QObject(parent), m_journal(journal) {}

void RecoveryHistory::follow(const LogId& log, const std::optional<EventId>& newest) {
    if (m_log == log && m_newest == newest) {
        return;
    }
    m_log = log;
    m_newest = newest;
    m_before.clear();
    if (newest) {
        read(*newest);
    }
}

// Each names the one before. What cannot be read ends it: how often it changed is known without.
void RecoveryHistory::read(const EventId& event) {
    const QPointer<RecoveryHistory> alive(this); // the store may answer after this
    m_journal.row(*m_log, event, [alive, event, newest = m_newest](const Result<TimelineRow>& row) {
        if (!alive || alive->m_newest != newest || !row) {
            return;
        }
        const auto told = recoveryTold(*row);
        if (told && event != newest) {
            alive->m_before.push_back(*told);
            Q_EMIT alive->moved();
        }
        if (told && told->before) {
            alive->read(*told->before);
        }
    });
}

} // namespace bongsu
