#include "commands/seatlines.h"

#include <QJsonArray>

#include <algorithm>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

const char* wordOf(ProposalReason reason) {
    switch (reason) {
    case ProposalReason::Named:
        return "named";
    case ProposalReason::Successor:
        return "successor";
    case ProposalReason::OnDuty:
        return "on_duty";
    case ProposalReason::OfDepartment:
        return "department";
    case ProposalReason::OfSeat:
        return "seat";
    case ProposalReason::Permission:
        break;
    }
    return "permission";
}

} // namespace

QJsonObject seatLine(const Incident& incident, const SeatLine& line, const SeatNaming& naming) {
    const SeatStatus& seat = line.status;
    const auto& called = seat.called;
    const auto person = seat.holder ? seat.holder : called ? std::optional(called->person) : std::nullopt;
    QJsonArray successors;
    QJsonArray names;
    for (const PersonId& next : called ? called->successors : std::vector<PersonId>()) {
        successors.append(next.toHex());
        names.append(naming.person(next));
    }
    QJsonObject object{{word("seat"), line.seat},
                       {word("name"), naming.seat(line.seat)},
                       {word("state"), word(wordOf(stateOf(seat)))},
                       {word("person"), person ? QJsonValue(person->toHex()) : QJsonValue()},
                       {word("personName"), person ? naming.person(*person) : QString()},
                       {word("by"), seat.acceptedFor ? QJsonValue(seat.acceptedFor->toHex()) : QJsonValue()},
                       {word("byName"), seat.acceptedFor ? naming.person(*seat.acceptedFor) : QString()},
                       {word("byMessage"), seat.byMessage},
                       {word("since"), toIso(seat.since)},
                       {word("reportsTo"), seat.reportsTo},
                       {word("acceptBy"), called ? QJsonValue(toIso(called->acceptBy())) : QJsonValue()},
                       {word("overdue"), line.overdue},
                       {word("successors"), successors},
                       {word("successorNames"), names}};
    if (line.seat == commanderSeat) {
        object.insert(word("acting"), incident.command.acting);
    }
    if (seat.holder && called) { // the holder keeps it until then
        object.insert(word("called"), called->person.toHex());
        object.insert(word("calledName"), naming.person(called->person));
        object.insert(word("declined"), called->declined);
    }
    return object;
}

std::vector<QJsonObject> callLines(const std::vector<SeatProposal>& proposals,
                                   const std::vector<SeatsCalled>& calls, const Incident& incident,
                                   const SeatNaming& naming) {
    std::vector<QJsonObject> lines;
    for (const SeatsCalled& event : calls) {
        for (const SeatCall& call : event.calls) {
            const auto proposal =
                std::find_if(proposals.begin(), proposals.end(),
                             [&](const SeatProposal& one) { return one.seat == call.seat; });
            QJsonArray successors;
            for (const PersonId& next : call.successors) {
                successors.append(naming.person(next));
            }
            const ProposedPerson& first = proposal->line.front();
            lines.push_back(
                {{word("call"), QJsonObject{{word("seat"), call.seat},
                                            {word("name"), naming.seat(call.seat)},
                                            {word("person"), call.person.toHex()},
                                            {word("personName"), naming.person(call.person)},
                                            {word("reason"), word(wordOf(first.reason))},
                                            {word("through"), first.through},
                                            {word("onDutyUntil"),
                                             first.until ? QJsonValue(toIso(*first.until)) : QJsonValue()},
                                            {word("twice"), proposal->twice},
                                            {word("acceptMinutes"), double(call.acceptWithinMs) / 60'000},
                                            {word("successors"), successors}}}});
        }
    }
    for (const SeatProposal& proposal : proposals) {
        if (proposal.line.empty() && isVacant(proposal.seat, incident)) {
            lines.push_back({{word("nobody"), QJsonObject{{word("seat"), proposal.seat},
                                                          {word("name"), naming.seat(proposal.seat)}}}});
        }
    }
    return lines;
}

} // namespace bongsu
