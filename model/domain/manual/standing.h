// The standing committee (재난대응위원회) as an organisation wrote it down in peacetime: who decides what
// nobody may decide alone, and by which criteria. No rule reads it; an incident's own call names its members.
#pragma once

#include "domain/base/localtext.h"
#include "domain/event/committee_facts.h"
#include "domain/manual/proposal.h"

namespace bongsu {

namespace documenttype {
inline constexpr QStringView committee = u"committee"; // key: "committee"
} // namespace documenttype

struct StandingMember {
    QString name; // as the organisation knows them
    LocalText office{};
    std::vector<QString> deputies{}; // by name, in their order
    friend bool operator==(const StandingMember&, const StandingMember&) = default;
};

struct StandingCommittee {
    LocalText name;
    quint64 quorum = 1;
    QString place{}; // where it meets when nothing of the company works
    std::vector<StandingMember> members{};
    std::vector<LocalText> disaster{}; // when a disaster is declared (재해선언)
    std::vector<LocalText> failover{}; // when operations move to another site (DR 전환)

    QString criteriaFor(MotionKind kind, Language language) const; // all of them; empty: none
    friend bool operator==(const StandingCommittee&, const StandingCommittee&) = default;
};

// A call of everybody, with their names as the text's options hold them: "김하늘 (대표이사)".
struct CommitteeCall {
    CommitteeCalled facts;
    std::vector<QString> names;
};
// Whoever `people` knows by that name, and nobody else by it, is named by id.
CommitteeCall callOf(const StandingCommittee& committee, const Incident& incident,
                     const std::vector<KnownPerson>& people, Language language);
// The same of names that somebody wrote, each once; more than half of them is the quorum where none is given.
CommitteeCall callOf(const std::vector<QString>& names, const std::optional<quint64>& quorum,
                     const Incident& incident, const std::vector<KnownPerson>& people);

// The newest meeting; null: nobody was called together.
const std::pair<const EventId, Meeting>* newestMeeting(const Incident& incident);
// This person's place in it; nothing: they are no member.
std::optional<quint64> placeIn(const Meeting& meeting, const std::optional<PersonId>& person);
// Open motions of any meeting, what is due first first, then as they were put.
std::vector<std::pair<EventId, Motion>> openMotions(const Incident& incident);
// Requests that nobody has answered, and granted ones that are not there; what is needed first first.
std::vector<std::pair<EventId, ResourceStatus>> openRequests(const Incident& incident);

} // namespace bongsu
