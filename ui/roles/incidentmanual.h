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

    // The type of failure that the record names, that was chosen here, or that the title speaks of; empty:
    // none.
    QString typeOf(const Incident& incident) const;
    // Remembered on this device: the record of an incident keeps the type it was declared with.
    void choose(const LogId& log, const QString& failureType);

  private:
    QString chosen(const LogId& log) const;

    Journal& m_journal;
    Documents* m_documents;
};

} // namespace bongsu
