// Which manual an incident goes by, as far as this device knows.
#pragma once

#include "ui/shell/windowparts.h"

namespace bongsu {

class IncidentManual {
  public:
    explicit IncidentManual(const WindowParts& parts);

    using Held = Documents::HeldManual;
    // What the record says, or what somebody chose here where it says nothing. Nothing: neither, or what it
    // names is not on this device.
    std::optional<Held> of(const Incident& incident) const;
    // The same, or else the one for what the title speaks of: good enough to read and to name seats by, not
    // to call people by.
    std::optional<Held> toRead(const Incident& incident) const;
    // For a type of failure; nothing: none that can be read here.
    std::optional<Held> forType(const QString& failureType) const;

    // The shifts that run now, of all rosters.
    std::vector<Shift> onDuty(Moment now) const;

    // The type of failure of the manual that it goes by, else the one that the record names, that was chosen
    // here, or that the title speaks of; empty: none.
    QString typeOf(const Incident& incident) const;
    // What was published after the version it goes by.
    std::optional<Documents::NewerManual> newerThanOf(const Incident& incident) const;
    // Remembered on this device alone, where no version can be named in the record: nothing was published for
    // this type, and this person may not publish what ships with the program.
    void choose(const LogId& log, const QString& failureType);

  private:
    QString chosen(const LogId& log) const;

    Journal& m_journal;
    Documents* m_documents;
};

} // namespace bongsu
