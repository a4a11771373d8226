// Advice to somebody who declares: a grade with its criteria, and whether it has been declared already.
#pragma once

#include "domain/incident/incident.h"

#include <array>

namespace bongsu {

// What a grade means at the least. Any one of them suffices; zero: does not count for this grade.
struct GradeCriteria {
    Grade grade;
    int usersPercent; // of all users, affected
    int services;     // down
    int minutes;      // lasted, or likely to
};
inline constexpr std::array gradeCriteria{
    GradeCriteria{Grade::Watch, 0, 0, 0},     GradeCriteria{Grade::Minor, 1, 0, 5},
    GradeCriteria{Grade::Partial, 5, 1, 10},  GradeCriteria{Grade::Major, 30, 3, 30},
    GradeCriteria{Grade::Total, 60, 10, 120},
};

// What in the title speaks for the proposal.
enum class GradeSign { WholeSite, Everything, Several, Part, Slow, Suspicion, Lasted, Nothing };

struct GradeProposal {
    Grade grade;
    GradeSign sign;
    QString word; // as it stands in the title; empty for GradeSign::Lasted and Nothing
};

// From the words of a title, in either language. Where they say nothing: by how long an outage that is over
// lasted, at least minor; partial where that is not known. A person decides.
GradeProposal proposeGrade(QStringView title, const std::optional<Millis>& lasted = {});

bool isOpen(const Incident& incident); // neither resolved nor closed

// Whether what is about to be declared may be this open incident: they share a site, a service, or a word of
// their titles that says more than "outage".
bool mayBeTheSame(QStringView title, const Incident& other, QStringView otherTitle);

// From when to when the clock of an incident counts. `phaseSetAt`: when its present phase was recorded.
struct Course {
    Moment from;
    Moment until;
    bool running;
};
Course courseOf(const Incident& incident, Moment phaseSetAt, Moment now);

} // namespace bongsu
