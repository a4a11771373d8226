#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/incident/checking.h"

namespace bongsu {

namespace {

// A member answers for themself, whatever they may do otherwise; who heard it writes it down.
Verdict asMember(const Checking& asked, const EventId& meeting, quint64 member) {
    const auto at = asked.incident.meetings.find(meeting);
    if (at == asked.incident.meetings.end() || member >= at->second.members.size()) {
        return no(refusal::notFound, "member");
    }
    const auto& person = at->second.members[member].person;
    return person && person == asked.act.person() ? Verdict() : asked.writing();
}

} // namespace

Verdict checkFacts(const Checking& asked, const CommitteeCalled& f) {
    const auto& meetings = asked.incident.meetings;
    if (f.number != meetings.size() + 1) {
        return no(refusal::stale);
    }
    std::set<PersonId> persons;
    for (const CommitteeSeat& member : f.members) {
        if (member.person && !persons.insert(*member.person).second) {
            return no(refusal::outOfRange, "members");
        }
    }
    if (f.members.empty() || f.members.size() > std::size_t(limits::committeeMembers) || f.quorum == 0 ||
        f.quorum > f.members.size() || meetings.size() >= std::size_t(limits::meetings)) {
        return no(refusal::outOfRange, "members");
    }
    return asked.act.hasText() ? asked.commanding() : no(refusal::malformed, "text");
}

Verdict checkFacts(const Checking& asked, const CommitteeAttended& f) {
    return asMember(asked, f.meeting, f.member);
}

Verdict checkFacts(const Checking& asked, const MotionOpened& f) {
    if (!asked.incident.meetings.contains(f.meeting)) {
        return no(refusal::notFound, "meeting");
    }
    if (asked.incident.motions.size() >= std::size_t(limits::motions)) {
        return no(refusal::outOfRange, "motions");
    }
    return asked.written();
}

Verdict checkFacts(const Checking& asked, const MotionVoted& f) {
    const auto motion = asked.incident.motions.find(f.motion);
    if (motion == asked.incident.motions.end()) {
        return no(refusal::notFound, "motion");
    }
    if (motion->second.outcome) {
        return no(refusal::alreadyDone);
    }
    return asMember(asked, motion->second.meeting, f.member);
}

// The votes stand in the record: an outcome that they do not bear out is no outcome.
Verdict checkFacts(const Checking& asked, const MotionClosed& f) {
    const auto motion = asked.incident.motions.find(f.motion);
    if (motion == asked.incident.motions.end()) {
        return no(refusal::notFound, "motion");
    }
    if (motion->second.outcome) {
        return no(refusal::alreadyDone);
    }
    if (f.outcome != MotionOutcome::Dropped) {
        const Meeting& meeting = asked.incident.meetings.at(motion->second.meeting);
        const auto votes = outcomeOf(countVotes(motion->second, meeting), meeting.quorum);
        if (!votes) {
            return no(refusal::noQuorum);
        }
        if (f.outcome == MotionOutcome::Carried && votes != MotionOutcome::Carried) {
            return no(refusal::outOfRange, "outcome");
        }
    } else if (!asked.act.hasText()) {
        return no(refusal::reasonMissing);
    }
    return asked.responding();
}

Verdict checkFacts(const Checking& asked, const ResourceRequested& f) {
    if (f.amount == 0 || !isKeyText(f.seat)) {
        return no(refusal::outOfRange, "resource");
    }
    if (asked.incident.resources.size() >= std::size_t(limits::resourceRequests)) {
        return no(refusal::outOfRange, "resources");
    }
    return asked.written();
}

Verdict checkFacts(const Checking& asked, const ResourceSettled& f) {
    const auto resource = asked.incident.resources.find(f.request);
    if (resource == asked.incident.resources.end()) {
        return no(refusal::notFound);
    }
    if (resource->second.setBy != f.against) {
        return no(refusal::stale);
    }
    if (!resource->second.isOpen()) {
        return no(refusal::alreadyDone);
    }
    if (f.amount && *f.amount == 0) {
        return no(refusal::outOfRange, "amount");
    }
    switch (f.outcome) {
    case ResourceOutcome::Declined:
        return asked.act.hasText() ? asked.commanding() : no(refusal::reasonMissing);
    case ResourceOutcome::Granted:
        return resource->second.outcome ? no(refusal::alreadyDone) : asked.commanding();
    case ResourceOutcome::Provided:
    case ResourceOutcome::Dropped:
        break;
    }
    return asked.writing();
}

Verdict checkFacts(const Checking& asked, const PeriodOpened& f) {
    if (f.number != asked.incident.period.number + 1) {
        return no(refusal::stale);
    }
    return asked.act.hasText() ? asked.commanding() : no(refusal::malformed, "text");
}

} // namespace bongsu
