#include "ui/roles/handoversheet.h"

#include "domain/manual/seating.h"
#include "report/handoversource.h"
#include "ui/outgoing/outgoing.h"

#include <QPlainTextEdit>

namespace bongsu {

HandoverSheet::HandoverSheet(const WindowParts& parts, const IncidentManual& manual, QWidget* page)
    : PageSheet(parts, page), m_manual(manual) {
    name();
}

void HandoverSheet::name() {
    setTitle(tr("Handover"));
    text().setAccessibleName(tr("What whoever takes over must know"));
    PageSheet::name();
    if (isOpen()) {
        read();
    }
}

void HandoverSheet::show(const LogId& log, const QString& seat) {
    m_seat = seat;
    if (m_seat.isEmpty()) {
        const Incident& incident = *parts().journal.incident(log);
        const auto held = m_manual.toRead(incident);
        const auto seats = boardSeats(held ? held->manual.get() : nullptr, incident, parts().clock.now());
        m_seat = seats[firstSeatFor(seats, parts().journal.person())].line.seat;
    }
    openFor(log, &text());
}

// What it tells stands in the state, but for what was decided.
void HandoverSheet::read() {
    readLines(linesForHandover(parts().journal.recordOf(*log())));
}

void HandoverSheet::take(const std::vector<TimelineRow>& rows) {
    const RecordSource source = sourceOf(parts().journal, *log());
    const auto held = m_manual.toRead(source.incident);
    text().setPlainText(
        handoverPageOf(source, rows, held ? held->manual.get() : nullptr, m_seat, parts().clock.now()));
}

QString HandoverSheet::copiedWords() const {
    return tr("The brief of the handover is on the clipboard.");
}

} // namespace bongsu
