#include "domain/incident/committee.h"

namespace bongsu {

VoteCounts countVotes(const Motion& motion, const Meeting& meeting) {
    VoteCounts counts;
    for (const auto& [member, voted] : motion.votes) {
        switch (voted.vote) {
        case Vote::For:
            ++counts.inFavour;
            break;
        case Vote::Against:
            ++counts.against;
            break;
        case Vote::Abstained:
            ++counts.abstained;
            break;
        }
    }
    counts.missing = meeting.members.size() - motion.votes.size();
    return counts;
}

std::optional<MotionOutcome> outcomeOf(const VoteCounts& votes, quint64 quorum) {
    if (votes.inFavour + votes.against + votes.abstained < quorum) {
        return std::nullopt;
    }
    return votes.inFavour > votes.against ? MotionOutcome::Carried : MotionOutcome::Rejected;
}

AttendanceCounts countAttendance(const Meeting& meeting) {
    AttendanceCounts counts;
    for (const Attending& member : meeting.members) {
        ++(!member.attendance                         ? counts.silent
           : member.attendance == Attendance::Present ? counts.present
           : member.attendance == Attendance::Coming  ? counts.coming
                                                      : counts.absent);
    }
    return counts;
}

} // namespace bongsu
