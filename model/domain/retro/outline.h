// How far a retrospective has come, part by part, as its authors look at it; and what each of them may do
// there.
#pragma once

#include "domain/incident/closing.h"
#include "domain/retro/process.h"

#include <QDate>

namespace bongsu {

struct OutlineSection {
    SectionLine line;
    std::vector<SectionVersion> versions{}; // that stand, the oldest first; more than one: written apart
    std::vector<std::pair<EventId, Remark>> remarks{}; // open ones, the oldest first
    OpenTo openTo = OpenTo::Organisation;              // as the newest version has it, else as planned
    friend bool operator==(const OutlineSection&, const OutlineSection&) = default;
};

// What was looked at in one service; nothing: nobody has yet.
struct OutlineSafety {
    QString service;
    std::optional<SafetyStatus> customerData{};
    std::optional<SafetyStatus> security{};
    friend bool operator==(const OutlineSafety&, const OutlineSafety&) = default;
};
std::vector<SafetyAspect> missingOf(const OutlineSafety& safety);

struct RetroOutline {
    std::vector<StepLine> steps{};
    std::optional<std::size_t> next{}; // of the steps: which one is to be done now
    std::vector<OutlineSection> sections{};
    std::vector<std::pair<EventId, Finding>>
        findings{};                      // factors by their area, then what was learnt, by kind
    std::vector<OutlineSafety> safety{}; // what nobody has looked at first
    std::size_t safetyMissing = 0;       // checks, of all services
    std::vector<std::pair<EventId, IssuedRetro>> documents{}; // the newest first
    friend bool operator==(const RetroOutline&, const RetroOutline&) = default;
};
// `steps`: of stepLines(), as they stand.
RetroOutline outlineOf(std::vector<StepLine> steps, const RetroProcess& process, const Incident& incident);

// How many of those who were asked have answered so.
std::size_t answersOf(const IssuedRetro& issued, Approval answer);
bool isAskedToSign(const IssuedRetro& issued, const std::optional<PersonId>& person); // and has not answered

// What the rules let this person do with a step, as far as that depends on the step (check_retro.cpp).
struct StepRights {
    bool assign = false;
    bool finish = false;
    bool confirm = false;
    bool drop = false;
    bool reopen = false;
    friend bool operator==(const StepRights&, const StepRights&) = default;
};
StepRights stepRightsTo(const StepLine& step, const std::optional<PersonId>& person);

// A day to come, as people type it: "2022-10-30", "10/30" (the next one), "+14" (days from today).
std::optional<QDate> parseDueDay(QStringView typed, const QDate& today);

} // namespace bongsu
