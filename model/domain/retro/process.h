// How an organisation looks back at an incident: the steps with their times, what authors write, and the
// headings of an order, as it wrote them down (retrospective.yaml, docs/retrospectives.md) or as they ship
// with the program. Data, which no rule reads.
#pragma once

#include "domain/notice/duties.h"

namespace bongsu {

namespace documenttype {
inline constexpr QStringView retrospective = u"retrospective"; // key: "retrospective"
} // namespace documenttype

// In which arrangement something belongs to it.
enum class RetroWhen { Always = 1, Whole, Subcommittees, Last = Subcommittees };
template <>
struct Words<RetroWhen> {
    static constexpr std::array all{"always", "whole", "subcommittees"};
};

struct RetroStepPlan {
    QString key; // what the record calls it (keytext.h)
    LocalText name;
    std::optional<DutyLength> within{}; // of the end of the outage; absent: the document has no such step
    std::optional<std::set<Grade>> grades{}; // absent: all
    RetroWhen when = RetroWhen::Always;
    bool confirmed = false;        // by a second person, before it is finished
    std::optional<QString> seat{}; // of a manual: who usually does it
    friend bool operator==(const RetroStepPlan&, const RetroStepPlan&) = default;
};

// What authors write.
struct RetroSectionPlan {
    QString key;
    LocalText name;
    LocalText hint{};                     // what to write
    OpenTo openTo = OpenTo::Organisation; // unless its author says otherwise
    RetroWhen when = RetroWhen::Always;
    friend bool operator==(const RetroSectionPlan&, const RetroSectionPlan&) = default;
};

// A point of an authority's order, under which actions are reported.
struct RetroHeading {
    QString key;
    LocalText name;
    friend bool operator==(const RetroHeading&, const RetroHeading&) = default;
};

struct RetroProcess {
    // Each in the order written; keys are given once in each.
    std::vector<RetroStepPlan> steps{};
    std::vector<RetroSectionPlan> sections{};
    std::vector<RetroHeading> headings{};

    // Null: there is none.
    const RetroStepPlan* step(const QString& key) const;
    const RetroSectionPlan* section(const QString& key) const;
    const RetroHeading* heading(const QString& key) const;
    friend bool operator==(const RetroProcess&, const RetroProcess&) = default;
};

// By the grade and the arrangement that the incident has now.
bool appliesTo(const RetroStepPlan& plan, const Incident& incident);
bool appliesTo(const RetroSectionPlan& plan, const Incident& incident);

enum class StepState {
    Waiting = 1, // the outage is not over, so nobody is to do it yet
    Open,
    Overdue,
    Done,      // waits for a second person
    Finished,  // done, and no second person is asked for
    Confirmed, // by a second person
    Dropped,
    Last = Dropped
};
template <>
struct Words<StepState> {
    static constexpr std::array all{"waiting", "open", "overdue", "done", "finished", "confirmed", "dropped"};
};
// Nothing is to be done about it any more.
bool isSettled(StepState state);

struct StepLine {
    RetroStepPlan plan;  // of a step that the document does not have: its key, for a name too
    bool applies = true; // else the record alone has it
    StepState state = StepState::Waiting;
    std::optional<PersonId> owner{};
    std::optional<DutyEnd> due{};
    std::optional<Moment> at{};       // recorded: when it was done, confirmed or dropped; absent: it is open
    std::optional<PersonId> doneBy{}; // or dropped it
    std::optional<PersonId> confirmedBy{};
    std::optional<EventId> setBy{}; // what last set it; absent: nothing has
    friend bool operator==(const StepLine&, const StepLine&) = default;
};
bool isOverdue(const StepLine& line);

// The steps that apply, in the order of the document; behind them what the record has besides: steps that do
// not apply (any more), and those that the document does not have. A time that somebody set goes before the
// document's, which counts from the end of the outage, as the law counts, and only for steps that apply.
// `utcOffset`: of the law's wall clock.
std::vector<StepLine> stepLines(const RetroProcess& process, const Incident& incident,
                                const std::vector<QDate>& holidays, Moment now,
                                std::chrono::minutes utcOffset);

struct SectionLine {
    RetroSectionPlan plan; // of one that the document does not have: its key, for its organisation or, where
                           // a version is for authors alone, for those
    bool applies = true;   // else the record alone has it
    int versions = 0;      // that stand; more than one: written apart
    friend bool operator==(const SectionLine&, const SectionLine&) = default;
};
// In the same order. The record has a section when somebody wrote it or an open remark is about it.
std::vector<SectionLine> sectionLines(const RetroProcess& process, const Incident& incident);

} // namespace bongsu
