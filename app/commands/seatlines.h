// Seats and calls as the lines that commands say.
#pragma once

#include "domain/incident/seats.h"
#include "domain/manual/proposal.h"
#include "wording/manualnames.h"

#include <QJsonObject>

#include <functional>

namespace bongsu {

// A seat that people were called to, as a command names it.
struct NamedSeat {
    LogId log;
    QString key;
    EventId setBy;
};

struct SeatNaming {
    const Manual* manual; // may be null
    std::function<QString(const PersonId&)> person;

    QString seat(const QString& key) const { return nameOfSeat(key, manual); }
};

// `person` is who holds the seat, else who is called to it; both are named where both are there.
QJsonObject seatLine(const Incident& incident, const SeatLine& line, const SeatNaming& naming);

// Each call with its reason, then the vacant seats that nobody is proposed for.
std::vector<QJsonObject> callLines(const std::vector<SeatProposal>& proposals,
                                   const std::vector<SeatsCalled>& calls, const Incident& incident,
                                   const SeatNaming& naming);

} // namespace bongsu
