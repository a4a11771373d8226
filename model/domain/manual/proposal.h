// Who is proposed for which seat, each with its reason: from a manual, the people there are and who is on
// duty.
#pragma once

#include "domain/incident/incident.h"
#include "domain/manual/manual.h"
#include "domain/roster/roster.h"

namespace bongsu {

// Somebody who could be called, as the organisation knows them.
struct KnownPerson {
    PersonId person;
    QString name;
    QString department; // a key; may be empty
    Permission permission;
    QString site{};                  // where they work, a key; may be empty
    std::vector<QString> contacts{}; // the first tried first
    friend bool operator==(const KnownPerson&, const KnownPerson&) = default;
};

// Why somebody is proposed.
enum class ProposalReason {
    Named,        // the manual names them first
    Successor,    // it names them as a successor (대행자)
    OnDuty,       // of a department that it names, and their shift is running
    OfDepartment, // of a department that it names
    OfSeat,       // who would take another seat that it names
    Permission    // it names nobody whom the organisation knows: their permission allows it
};

struct ProposedPerson {
    PersonId person;
    ProposalReason reason;
    QString through{};             // the department, the seat
    std::optional<Moment> until{}; // whoever is on duty: the end of their shift
    friend bool operator==(const ProposedPerson&, const ProposedPerson&) = default;
};

struct SeatProposal {
    QString seat;
    std::vector<ProposedPerson> line{}; // the first is called, those behind are successors; empty: nobody
    bool twice = false;                 // the first is proposed for another seat already
    friend bool operator==(const SeatProposal&, const SeatProposal&) = default;
};

// One for each seat of the manual, in its order. Nobody is first for two seats while somebody else is in
// line. `people`: those whose devices count, in any order; equal names stand in the order of their ids.
// `running`: the shifts of now (onDuty()). Of a department that the manual names, they come first; also
// whoever is on duty for it and of another, or of none.
std::vector<SeatProposal> proposeSeats(const Manual& manual, std::vector<KnownPerson> people,
                                       const std::vector<Shift>& running);

// What calls them: everybody who is proposed for a seat that nobody holds or is called to, as few events as
// the limits allow. `version`: the manual's document, absent for one that was not published. Whoever holds
// command for good keeps it.
std::vector<SeatsCalled> callsOf(const Manual& manual, const std::vector<SeatProposal>& proposals,
                                 const Incident& incident, const std::optional<EventId>& version);

// Nobody holds the seat or is called to it, so that a manual's call may go to it.
bool isVacant(const QString& seat, const Incident& incident);

// How long somebody has to accept where neither a manual nor a person says so.
inline constexpr Millis usualAcceptWithin = std::chrono::minutes(5);

// The call of one seat, beside what last set it. `line`: the first is called, those behind are successors;
// never empty. `manual`: the seat as the incident's manual has it, or null; it says what is not given.
SeatCall callTo(const Incident& incident, const QString& seat, const std::vector<PersonId>& line,
                const std::optional<Millis>& within, const ManualSeat* manual);

// What the manual has people do, but for what the incident knows already, as few events as the limits allow:
// the tasks, and their names in this language.
struct TasksToAdd {
    TasksAdded facts;
    std::vector<QString> names;
};
std::vector<TasksToAdd> tasksOf(const Manual& manual, const Incident& incident, Moment now,
                                Language language);

} // namespace bongsu
