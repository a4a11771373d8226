// The facts of a committee (위원회): who was called together, who came, what was put to them and how they
// voted.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/words.h"

namespace bongsu {

// A member, who need not have a device here. The name stands in the text's options, at the same place.
struct CommitteeSeat {
    std::optional<PersonId> person{};
    friend bool operator==(const CommitteeSeat&, const CommitteeSeat&) = default;
    static constexpr auto fields() { return std::tuple{field(1, &CommitteeSeat::person)}; }
};

// 소집. Where and why stand in the text.
struct CommitteeCalled {
    static constexpr KindInfo kind{"committee.called", 1, false, LogType::Incident};
    Line line{};
    quint64 number = 0; // of this incident's meetings, from 1
    std::vector<CommitteeSeat> members{};
    quint64 quorum = 0; // members who must vote
    static constexpr auto fields() {
        return std::tuple{field(1, &CommitteeCalled::line), field(2, &CommitteeCalled::number),
                          field(3, &CommitteeCalled::members), field(4, &CommitteeCalled::quorum)};
    }
};

// 응소: of a member, by themself or by whoever heard it. A deputy's name stands in the text.
struct CommitteeAttended {
    static constexpr KindInfo kind{"committee.attended", 1, false, LogType::Incident};
    Line line{};
    EventId meeting = EventId::zeros(); // the committee.called
    quint64 member = 0;                 // its place there, from 0
    Attendance attendance = Attendance::Coming;
    bool byDeputy = false;
    static constexpr auto fields() {
        return std::tuple{field(1, &CommitteeAttended::line), field(2, &CommitteeAttended::meeting),
                          field(3, &CommitteeAttended::member), field(4, &CommitteeAttended::attendance),
                          field(5, &CommitteeAttended::byDeputy)};
    }
};

// 안건. What is asked and by which criteria stand in the text.
struct MotionOpened {
    static constexpr KindInfo kind{"motion.opened", 1, false, LogType::Incident};
    Line line{};
    EventId meeting = EventId::zeros();
    MotionKind motionKind = MotionKind::General;
    std::optional<Moment> due{}; // to be decided by
    static constexpr auto fields() {
        return std::tuple{field(1, &MotionOpened::line), field(2, &MotionOpened::meeting),
                          field(3, &MotionOpened::motionKind), field(4, &MotionOpened::due)};
    }
};

// Of a member, by themself or by whoever heard it; the last one counts.
struct MotionVoted {
    static constexpr KindInfo kind{"motion.voted", 1, false, LogType::Incident};
    Line line{};
    EventId motion = EventId::zeros(); // the motion.opened
    quint64 member = 0;
    Vote vote = Vote::For;
    static constexpr auto fields() {
        return std::tuple{field(1, &MotionVoted::line), field(2, &MotionVoted::motion),
                          field(3, &MotionVoted::member), field(4, &MotionVoted::vote)};
    }
};

// 의결.
struct MotionClosed {
    static constexpr KindInfo kind{"motion.closed", 1, false, LogType::Incident};
    Line line{};
    EventId motion = EventId::zeros();
    MotionOutcome outcome = MotionOutcome::Carried;
    static constexpr auto fields() {
        return std::tuple{field(1, &MotionClosed::line), field(2, &MotionClosed::motion),
                          field(3, &MotionClosed::outcome)};
    }
};

} // namespace bongsu
