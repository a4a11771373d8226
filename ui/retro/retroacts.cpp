#include "ui/retro/retroacts.h"

#include "ui/retro/choosing.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

namespace bongsu {

namespace {

constexpr std::array aspects{SafetyAspect::CustomerData, SafetyAspect::Security};

} // namespace

RetroActs::RetroActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page)
    : PageActs(parts, sheet, page) {}

// --- steps

QString RetroActs::recordStep(const StepLine& step, const std::optional<PersonId>& owner,
                              const std::optional<Moment>& due, const QString& said) {
    return record(StepAssigned{step.plan.key, owner, due, step.setBy}, {}, said);
}

// A time that somebody set stays; the document's goes on counting by itself.
static std::optional<Moment> dueSet(const Incident& incident, const StepLine& step) {
    const auto held = incident.retro.steps.find(step.plan.key);
    return held == incident.retro.steps.end() ? std::nullopt : held->second.due;
}

void RetroActs::takeStep(const StepLine& step, const QString& name) {
    const QString why =
        recordStep(step, journal().person(), dueSet(*incident(), step), filled(tr("Yours now: %1"), {name}));
    if (!why.isEmpty()) {
        Q_EMIT done(why);
    }
}

void RetroActs::assignStep(const StepLine& step, const QString& name) {
    const PeopleOffered people = peopleOffered(journal(), step.owner, true);
    const auto due = dueSet(*incident(), step);
    Question question{.title = filled(tr("Who does it: %1?"), {name}),
                      .words = tr("They see it here. A day that is written goes before the document's."),
                      .options = people.options,
                      .line = tr("Until when (11/30, +14); empty: as the document has it"),
                      .lineText = dueLine(due),
                      .does = tr("Give it to them")};
    question.answer = [this, step, name, persons = people.persons](const std::vector<int>& chosen,
                                                                   const QString& line) {
        const DueTyped typed = dueTyped(line, parts().clock.now());
        return typed.isWrong ? dueTrouble()
                             : recordStep(step, persons[std::size_t(chosen.front())], typed.due,
                                          filled(tr("Given: %1"), {name}));
    };
    sheet().ask(std::move(question));
}

void RetroActs::settleStep(const StepLine& step, const QString& name, WorkOutcome outcome) {
    const bool needsReason = outcome == WorkOutcome::Dropped || outcome == WorkOutcome::Reopened;
    const QString words = outcome == WorkOutcome::Done && step.plan.confirmed
                              ? tr("A second person confirms it afterwards.")
                          : outcome == WorkOutcome::Confirmed ? tr("You have seen that it is done.")
                                                              : QString();
    Question question{.title = filled(QStringLiteral("%1: %2"), {nameOf(outcome), name}),
                      .words = words,
                      .line = needsReason ? tr("Why") : tr("What there is to say of it, if anything"),
                      .lineNeeded = needsReason,
                      .does = tr("Record")};
    question.answer = [this, step, name, outcome](const std::vector<int>&, const QString& line) {
        return record(StepSettled{step.plan.key, outcome, step.setBy}, Text{.text = given(line)},
                      filled(QStringLiteral("%1: %2"), {nameOf(outcome), name}));
    };
    sheet().ask(std::move(question));
}

// --- remarks

void RetroActs::remark(const OutlineSection& section, const QString& name) {
    const auto& versions = section.versions;
    const auto version = versions.size() == 1 ? std::optional(versions.front().event) : std::nullopt;
    sheet().ask({.title = filled(tr("A remark on %1"), {name}),
                 .words = tr("It stands beside the text until somebody answers it."),
                 .line = tr("What you say of it"),
                 .lineNeeded = true,
                 .does = tr("Record"),
                 .answer = [this, key = section.line.plan.key, version](const std::vector<int>&,
                                                                        const QString& line) {
                     return record(SectionRemarked{key, version}, Text{.text = line}, tr("Remark recorded."));
                 }});
}

void RetroActs::answerRemark(const OutlineSection& section) {
    std::vector<EventId> remarks;
    Question question{.title = tr("Answer a remark"),
                      .words = tr("An answered remark is open no more; both stay in the record.")};
    for (const auto& [event, remark] : section.remarks) {
        const Text* text = journal().texts().find(event);
        remarks.push_back(event);
        question.options.push_back({text ? text->text.value_or(QString()) : QString(),
                                    remark.author ? personName(*remark.author) : QString()});
    }
    question.line = tr("The answer, or what was taken up");
    question.lineNeeded = true;
    question.does = tr("Record");
    question.answer = [this, remarks](const std::vector<int>& chosen, const QString& line) {
        return record(RemarkSettled{remarks[std::size_t(chosen.front())]}, Text{.text = line},
                      tr("Answered."));
    };
    sheet().ask(std::move(question));
}

// --- findings

void RetroActs::addFinding(const std::vector<EventId>& evidence) {
    Question question{.title = tr("Add a finding"),
                      .words =
                          evidence.empty()
                              ? tr("No line of the record is marked as its evidence. Esc goes back: Space "
                                   "marks one at the right.")
                              : filled(tr("It rests on %1 marked lines of the record."),
                                       {QString::number(evidence.size())})};
    for (int i = 1; i <= int(FindingKind::Last); ++i) {
        question.options.push_back({nameOf(FindingKind(i))});
    }
    question.line = tr("What was found");
    question.lineNeeded = true;
    question.does = tr("Next: what it belongs to");
    question.answer = [this, evidence](const std::vector<int>& chosen, const QString& line) {
        const auto findingKind = FindingKind(chosen.front() + 1);
        askNext([this, findingKind, line, evidence] { askFinding(findingKind, line, evidence); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void RetroActs::askFinding(FindingKind findingKind, const QString& words,
                           const std::vector<EventId>& evidence) {
    FindingAdded facts;
    facts.findingKind = findingKind;
    facts.evidence = evidence;
    if (findingKind != FindingKind::Factor) {
        askPattern(facts, words);
        return;
    }
    Question question{.title = tr("Where does it lie?"), .words = words};
    for (int i = 1; i <= int(ReviewArea::Last); ++i) {
        question.options.push_back({nameOf(ReviewArea(i))});
    }
    question.does = tr("Next: its pattern");
    question.answer = [this, facts, words](const std::vector<int>& chosen, const QString&) {
        FindingAdded placed = facts;
        placed.area = ReviewArea(chosen.front() + 1);
        askNext([this, placed, words] { askPattern(placed, words); });
        return QString();
    };
    sheet().ask(std::move(question));
}

// Patterns that others were called by are offered: only the same words are found again.
void RetroActs::askPattern(const FindingAdded& facts, const QString& words) {
    std::set<QString> known;
    for (const LogId& log : journal().incidents()) {
        for (const auto& [event, finding] : journal().incident(log)->retro.findings) {
            known.insert(finding.pattern);
        }
    }
    known.erase(QString());
    const std::vector<QString> patterns(known.begin(), known.end());
    Question question{.title = tr("Is it of a kind that comes again?"),
                      .words = tr("A name that other incidents use, too, shows what repeats."),
                      .options = {{tr("of no such kind"), {}, true}}};
    for (const QString& pattern : patterns) {
        question.options.push_back({pattern});
    }
    question.line = tr("Another name, such as: untested change");
    question.does = tr("Record the finding");
    question.answer = [this, facts, words, patterns](const std::vector<int>& chosen, const QString& line) {
        FindingAdded named = facts;
        const auto row = std::size_t(chosen.front());
        if (!line.isEmpty()) {
            named.pattern = line.normalized(QString::NormalizationForm_C);
        } else if (row > 0) {
            named.pattern = patterns[row - 1];
        }
        QString why = record(named, Text{.text = words}, filled(tr("Found: %1"), {words}));
        if (why.isEmpty()) {
            Q_EMIT findingAdded();
        }
        return why;
    };
    sheet().ask(std::move(question));
}

void RetroActs::dropFinding(const EventId& finding) {
    sheet().ask({.title = tr("It does not hold"),
                 .line = tr("Why"),
                 .lineNeeded = true,
                 .does = tr("Drop the finding"),
                 .answer = [this, finding](const std::vector<int>&, const QString& line) {
                     return record(FindingDropped{finding}, Text{.text = line}, tr("Dropped."));
                 }});
}

// --- customers' data and security

void RetroActs::stateSafety(const OutlineSafety& safety, SafetyFinding finding) {
    const bool isClean = finding == SafetyFinding::Clean;
    const auto missing = missingOf(safety);
    Question question{.title = filled(QStringLiteral("%1: %2"), {safety.service, nameOf(finding)}),
                      .words = isClean ? tr("You looked at it, and nothing was found.")
                                       : tr("Whom it hit and how far: others act on this."),
                      .many = true};
    for (const SafetyAspect aspect : aspects) {
        const bool isMissing = std::find(missing.begin(), missing.end(), aspect) != missing.end();
        question.options.push_back({nameOf(aspect), isMissing ? tr("nobody has looked yet") : QString(),
                                    isClean && (isMissing || missing.empty())});
    }
    question.line = isClean ? tr("What you looked at, if there is more to say") : tr("What was found");
    question.lineNeeded = !isClean;
    question.does = tr("Record");
    question.answer = [this, service = safety.service, finding](const std::vector<int>& chosen,
                                                                const QString& line) {
        SafetyStated facts;
        facts.services = {service};
        facts.finding = finding;
        for (const int row : chosen) {
            facts.aspects.push_back(aspects[std::size_t(row)]);
        }
        return record(facts, Text{.text = given(line)},
                      filled(QStringLiteral("%1: %2"), {service, nameOf(finding)}));
    };
    sheet().ask(std::move(question));
}

void RetroActs::stateAllSafety(const std::vector<OutlineSafety>& all) {
    std::vector<OutlineSafety> unchecked;
    Question question{.title = tr("Looked at, and nothing found"),
                      .words = tr("What you did not look at yourself, take out with Space."),
                      .many = true};
    for (const OutlineSafety& safety : all) {
        QStringList missing;
        for (const SafetyAspect aspect : missingOf(safety)) {
            missing += nameOf(aspect);
        }
        if (!missing.isEmpty()) {
            unchecked.push_back(safety);
            question.options.push_back({safety.service, missing.join(QStringLiteral(", ")), true});
        }
    }
    question.line = tr("What you looked at, if there is more to say");
    question.does = tr("Record");
    question.answer = [this, unchecked](const std::vector<int>& chosen, const QString& line) {
        // What somebody else stated is not stated anew: one event for each set of what is missing.
        std::map<std::vector<SafetyAspect>, std::vector<QString>> services;
        for (const int row : chosen) {
            const OutlineSafety& safety = unchecked[std::size_t(row)];
            services[missingOf(safety)].push_back(safety.service);
        }
        QString why;
        for (const auto& [missing, names] : services) {
            SafetyStated facts;
            facts.services = names;
            facts.aspects = missing;
            why = why.isEmpty()
                      ? record(facts, Text{.text = given(line)},
                               filled(tr("Looked at: %1 services"), {QString::number(names.size())}))
                      : why;
        }
        return why;
    };
    sheet().ask(std::move(question));
}

void RetroActs::arrangeFor(const LogId& log) {
    setIncident(log);
    const RetroStatus& retro = incident()->retro;
    Question question{.title = tr("Who looks back"),
                      .words = tr("It decides which steps there are and what is written."),
                      .options = {{tr("in one piece"), {}, !retro.subcommittees},
                                  {tr("by three sub-committees"), {}, retro.subcommittees}},
                      .does = tr("Record")};
    question.answer = [this](const std::vector<int>& chosen, const QString&) {
        const bool subcommittees = chosen.front() == 1;
        return record(RetroArranged{subcommittees, incident()->retro.arrangedBy}, {}, tr("Recorded."));
    };
    sheet().ask(std::move(question));
}

} // namespace bongsu
