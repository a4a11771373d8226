// What several kinds of acts change alike.
#pragma once

#include "domain/incident/rules.h"

namespace bongsu {

void takeCommand(Incident& incident, const Act& act, const PersonId& person);

// Whoever is called to the seat takes it or not. `acceptedFor`: who wrote that down, where it was not
// themselves.
void answerSeat(Incident& incident, const Act& act, const QString& seat, SeatAnswer answer,
                const std::optional<PersonId>& acceptedFor);

} // namespace bongsu
