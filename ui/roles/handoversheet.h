// The brief of a handover (인수인계 브리핑): how things stand and what is to be done, for whoever takes over
// a seat, as of now.
#pragma once

#include "ui/outgoing/pagesheet.h"
#include "ui/roles/incidentmanual.h"

namespace bongsu {

class HandoverSheet : public PageSheet {
    Q_OBJECT

  public:
    HandoverSheet(const WindowParts& parts, const IncidentManual& manual, QWidget* page);

    // Of this seat; empty: of the one where the viewer looks first.
    void show(const LogId& log, const QString& seat);
    QString shownSeat() const { return m_seat; }

  protected:
    void read() override;
    void take(const std::vector<TimelineRow>& rows) override;
    void name() override;
    QString copiedWords() const override;

  private:
    const IncidentManual& m_manual;
    QString m_seat;
};

} // namespace bongsu
