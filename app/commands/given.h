// What was given on the command line, as the record wants it.
#pragma once

#include "commands/request.h"
#include "domain/event/text.h"
#include "domain/incident/incident.h"

namespace bongsu {

// Words as the record has them: NFC, with no white space around them.
QString nfc(const QString& given);
std::vector<QString> nfc(const QStringList& given);

Text textOf(const QString& line);
Text reasonOf(const Request& request); // --reason; empty without it

// Nothing given is nothing. Refusal value.out_of_range: not a time.
Result<std::optional<Moment>> timeIn(const Request& request, const char* option);
// Whole minutes or a fraction ("0.5"), of at most a year. Refusal value.out_of_range.
Result<std::optional<Millis>> minutesIn(const Request& request, const char* option);

// A time, or minutes from now as minutesIn(). Refusal value.out_of_range: neither.
Result<std::optional<Moment>> dueIn(const Request& request, const char* option, Moment now);

// A time, or a day ("2024-06-30"), which lasts until it is over on this computer's wall clock. Nothing given
// is nothing. Refusal value.out_of_range: neither.
Result<std::optional<Moment>> dueDayIn(const Request& request, const char* option);

// One of these by a unique prefix of its id, of at least eight digits (lookup.cpp). Refusals not_found,
// ambiguous.
Result<EventId> eventAmong(const QString& prefix, const std::vector<EventId>& events);
// "EVENT:INDEX"; of an event with one task its prefix will do (lookup.cpp). Refusals not_found, ambiguous.
Result<TaskKey> taskNamed(const Incident& incident, const QString& given);

} // namespace bongsu
