// The seats of an incident and of its manual as one list, and who could be called to one of them.
#pragma once

#include "domain/incident/seats.h"
#include "domain/manual/proposal.h"

namespace bongsu {

// A seat as the board lists it. Of one that nobody was called to yet only the manual knows: its status has
// neither holder nor call.
struct BoardSeat {
    SeatLine line;
    const ManualSeat* inManual = nullptr; // of the manual given; null: the manual does not know it
    bool acting = false; // the commander's: whoever declared commands, and nobody has accepted yet

    bool isEmpty() const { return !line.status.holder && !line.status.called; }
    friend bool operator==(const BoardSeat&, const BoardSeat&) = default;
};
// The manual's in its order, then those that only the incident knows; the commander's is always among them.
// `manual` may be null.
std::vector<BoardSeat> boardSeats(const Manual* manual, const Incident& incident, Moment now);
std::vector<SeatLine> linesOf(const std::vector<BoardSeat>& seats);

// Where somebody looks first: at the seat they hold, else at one they are called to, else at the first.
std::size_t firstSeatFor(const std::vector<BoardSeat>& seats, const std::optional<PersonId>& viewer);

// What can be done about a seat.
enum class SeatAct {
    Answer,      // the viewer is called to it
    WriteAnswer, // another is, and said on the phone that they take it
    Call,        // nobody has it
    CallOther,   // somebody else than whoever is called
    HandOver,    // to the next; the holder stays until they accept
    Vacate
};
// What the rules let this viewer do, what is most likely first. `mayCommand`: they have command powers here.
std::vector<SeatAct> actsFor(const BoardSeat& seat, const std::optional<PersonId>& viewer, bool mayCommand);

// Somebody who could be called to a seat.
struct SeatCandidate {
    KnownPerson person;
    std::optional<ProposedPerson> proposed{}; // absent: nothing speaks for them but that they are there
    std::vector<QString> seats{};             // what they hold or are called to
    bool declined = false;                    // this seat, and nobody has been called since
    friend bool operator==(const SeatCandidate&, const SeatCandidate&) = default;
};
// Those whom the manual proposes first, in its order; then who has no seat; who said no last. Not whoever
// holds the seat or is being waited for. `running` as in proposeSeats().
std::vector<SeatCandidate> candidatesFor(const QString& seat, const Manual* manual,
                                         const std::vector<KnownPerson>& people,
                                         const std::vector<Shift>& running, const Incident& incident);

// Calls one person to a seat. `behind`: who is called after them; the person themselves, the holder and too
// many are left out. `version` as in callsOf().
SeatsCalled callTo(const QString& seat, const PersonId& person, const std::vector<PersonId>& behind,
                   const Manual* manual, const Incident& incident, const std::optional<EventId>& version);

} // namespace bongsu
