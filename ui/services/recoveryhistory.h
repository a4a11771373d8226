// Every recovery time that was given of something before the one that holds: the state keeps the newest
// alone, and each names the one before it.
#pragma once

#include "domain/incident/servicedetail.h"
#include "journal/journal.h"

namespace bongsu {

class RecoveryHistory : public QObject {
    Q_OBJECT

  public:
    RecoveryHistory(Journal& journal, QObject* parent);

    // Reads what came before this one; nothing: none was given. The same again: nothing happens.
    void follow(const LogId& log, const std::optional<EventId>& newest);
    // The newest first, as far as they are read.
    const std::vector<RecoveryTold>& before() const { return m_before; }

  Q_SIGNALS:
    void moved(); // one more was read

  private:
    void read(const EventId& event);

    Journal& m_journal;
    std::optional<LogId> m_log;
    std::optional<EventId> m_newest;
    std::vector<RecoveryTold> m_before;
};

} // namespace bongsu
