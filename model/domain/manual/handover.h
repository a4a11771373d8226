// What whoever takes over a seat must know: how the incident stands, who does what, and what is theirs to do.
#pragma once

#include "domain/incident/sitrep.h"
#include "domain/manual/seating.h"

namespace bongsu {

struct Handover {
    QString seat;
    Sitrep situation;
    PeriodStatus period;           // what is meant to be reached stands in the text of what opened it
    std::vector<BoardSeat> seats;  // of the manual and of the incident, the commander's first
    std::vector<TaskLine> own;     // open ones of this seat, what is due first first
    std::vector<TaskLine> others;  // of the others, the same
    std::vector<EventId> motions;  // put to the committee and open
    std::vector<EventId> requests; // for people, things, room or money, not settled
};

// `phaseSetAt`: when the present phase was recorded. `manual`: what the incident goes by; may be null, and
// outlives the handover.
Handover handoverOf(const Incident& incident, const Organisation& organisation, const Manual* manual,
                    const QString& seat, Moment phaseSetAt, Moment now);

} // namespace bongsu
