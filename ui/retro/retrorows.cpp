#include "ui/retro/retrorows.h"

#include "ui/services/servicerows.h"
#include "wording/actionwords.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/retrowords.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString counted(std::size_t of, std::size_t all) {
    return QStringLiteral("%1/%2").arg(of).arg(all);
}

PanelLine heading(const QString& name, const QString& end) {
    return {.name = name, .end = end, .heading = true};
}

// Where something new begins: an empty mark in the ink of what can be done.
PanelLine beginning(const QString& name) {
    return {.mark = Mark::HollowPlay, .markInk = Ink::Info, .name = name};
}

Mark markOf(StepState state) {
    switch (state) {
    case StepState::Waiting:
    case StepState::Open:
        return Mark::Circle;
    case StepState::Overdue:
        return Mark::Exclamation;
    case StepState::Done:
        return Mark::HalfDisc;
    case StepState::Finished:
    case StepState::Confirmed:
        return Mark::Disc;
    case StepState::Dropped:
        return Mark::Cross;
    }
    return Mark::Circle;
}

Ink inkOf(StepState state) {
    switch (state) {
    case StepState::Overdue:
        return Ink::Ember;
    case StepState::Done:
        return Ink::Partial;
    case StepState::Finished:
    case StepState::Confirmed:
        return Ink::Good;
    default:
        return Ink::Quiet;
    }
}

PanelLine stepLine(const RetroView& view, const StepLine& step, bool isNext) {
    PanelLine line{.mark = markOf(step.state), .markInk = inkOf(step.state)};
    line.name = stepName(view, step.plan.key);
    const bool isOver = isSettled(step.state);
    line.nameInk = isOver ? Ink::Quiet : Ink::Text;
    line.more = step.owner ? personOnBoard(view.board, *step.owner) : QString();
    if (isNext && !isOverdue(step)) {
        line.state = step.state == StepState::Done ? translate("RetroPage", "to confirm")
                                                   : translate("RetroPage", "next");
        line.stateInk = Ink::Info;
    }
    if (isOverdue(step)) {
        line.state = translate("RetroPage", "overdue");
        line.stateInk = Ink::Ember;
    }
    if (!isOver && step.due) {
        line.end = dayWords(lastDayOf(*step.due), view.board.now);
        line.endInk = isOverdue(step) ? Ink::Ember : Ink::Quiet;
    }
    line.spoken = dotted({line.name, line.more, nameOf(step.state), line.state, line.end});
    return line;
}

PanelLine sectionLine(const RetroView& view, const OutlineSection& section) {
    PanelLine line;
    line.name = sectionName(view, section.line.plan.key);
    const std::size_t versions = section.versions.size();
    line.mark = versions == 0 ? Mark::HollowSquare : versions == 1 ? Mark::Square : Mark::HalfSquare;
    line.markInk = versions > 1 ? Ink::Partial : Ink::Quiet;
    if (versions > 0 && section.versions.back().author) {
        line.more = personOnBoard(view.board, *section.versions.back().author);
    }
    if (view.drafts.contains(section.line.plan.key)) {
        line.state = translate("RetroPage", "draft");
        line.stateInk = Ink::Ember;
    } else if (versions > 1) {
        line.state = translate("RetroPage", "two texts");
        line.stateInk = Ink::Partial;
    }
    QStringList end;
    if (!section.remarks.empty()) {
        end += filled(translate("RetroPage", "remarks %1"), {QString::number(section.remarks.size())});
    }
    if (section.openTo != OpenTo::Organisation) {
        end += nameOf(section.openTo);
    }
    line.end = dotted(end);
    line.spoken = dotted({line.name, versions == 0 ? translate("RetroPage", "not written yet") : line.more,
                          line.state, line.end});
    return line;
}

Ink inkOf(const std::optional<SafetyStatus>& status) {
    return !status ? Ink::Ember : status->finding == SafetyFinding::Clean ? Ink::Good : Ink::Bad;
}

// Nobody is pressed while the outage goes on.
PanelLine safetyLine(const OutlineSafety& safety, bool presses) {
    PanelLine line{.name = safety.service};
    const auto missing = missingOf(safety);
    const bool isAffected = inkOf(safety.customerData) == Ink::Bad || inkOf(safety.security) == Ink::Bad;
    line.mark = !missing.empty() ? Mark::Circle : isAffected ? Mark::Exclamation : Mark::Disc;
    line.markInk = isAffected ? Ink::Bad : missing.empty() ? Ink::Good : presses ? Ink::Ember : Ink::Quiet;
    if (isAffected) {
        line.state = nameOf(SafetyFinding::Affected);
        line.stateInk = Ink::Bad;
    }
    if (!missing.empty()) {
        line.end = filled(translate("RetroPage", "%1 of 2 not looked at"), {QString::number(missing.size())});
        line.endInk = presses ? Ink::Ember : Ink::Quiet;
    } else if (!isAffected) {
        line.end = nameOf(SafetyFinding::Clean);
    }
    return line;
}

PanelLine findingLine(const RetroView& view, const EventId& event, const Finding& finding) {
    PanelLine line;
    const bool isFactor = finding.kind == FindingKind::Factor;
    line.mark = isFactor ? Mark::Diamond : Mark::HollowDiamond;
    line.name = saidIn(view.board.journal, event);
    line.end = isFactor && finding.area ? nameOf(*finding.area) : nameOf(finding.kind);
    return line;
}

PanelLine documentLine(const RetroView& view, const IssuedRetro& issued) {
    PanelLine line{.mark = Mark::Bars};
    line.name = filled(translate("RetroPage", "No. %1", "a document that was issued"),
                       {QString::number(issued.number)}) +
                QStringLiteral("  ") + nameOf(issued.form);
    const std::size_t signedBy = answersOf(issued, Approval::Approved);
    const bool isDeclined = answersOf(issued, Approval::Declined) > 0;
    const bool isMine = isAskedToSign(issued, view.board.journal.person());
    if (isMine) {
        line.state = translate("RetroPage", "to sign");
        line.stateInk = Ink::Ember;
    } else if (isDeclined) {
        line.state = translate("RetroPage", "declined");
        line.stateInk = Ink::Bad;
    }
    if (!issued.asked.empty()) {
        line.end = filled(translate("RetroPage", "%1 signed"), {counted(signedBy, issued.asked.size())});
    }
    line.markInk = isMine ? Ink::Ember : Ink::Quiet;
    line.spoken = dotted({line.name, line.state, line.end});
    return line;
}

// Gathers the lines in their order.
class Listing {
  public:
    explicit Listing(const RetroView& view) : m_view(view) {}

    void addSteps() {
        const auto& steps = m_view.outline.steps;
        const auto over = std::count_if(steps.begin(), steps.end(),
                                        [](const StepLine& step) { return isSettled(step.state); });
        add({}, heading(translate("RetroPage", "Steps"), counted(std::size_t(over), steps.size())));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            add({RetroItem::Kind::Step, steps[i].plan.key},
                stepLine(m_view, steps[i], m_view.outline.next == i));
        }
    }

    void addSections() {
        const auto& sections = m_view.outline.sections;
        const auto written =
            std::count_if(sections.begin(), sections.end(),
                          [](const OutlineSection& section) { return !section.versions.empty(); });
        add({}, heading(translate("RetroPage", "What people write"),
                        counted(std::size_t(written), sections.size())));
        for (const OutlineSection& section : sections) {
            add({RetroItem::Kind::Section, section.line.plan.key}, sectionLine(m_view, section));
        }
    }

    void addSafety() {
        const std::size_t missing = m_view.outline.safetyMissing;
        const bool presses = m_view.board.incident.retro.resolvedAt.has_value();
        add({}, heading(translate("RetroPage", "Customers' data and security"),
                        missing > 0 ? filled(translate("RetroPage", "%1 missing"), {QString::number(missing)})
                                    : QString()));
        if (missing > 0) {
            PanelLine all = beginning(translate("RetroPage", "All that nobody has looked at"));
            all.markInk = presses ? Ink::Ember : Ink::Info;
            add({RetroItem::Kind::Unchecked}, all);
        }
        for (const OutlineSafety& safety : m_view.outline.safety) {
            add({RetroItem::Kind::Safety, safety.service}, safetyLine(safety, presses));
        }
    }

    void addFindings() {
        const auto& findings = m_view.outline.findings;
        add({}, heading(translate("RetroPage", "Findings"),
                        findings.empty() ? QString() : QString::number(findings.size())));
        add({RetroItem::Kind::NewFinding}, beginning(translate("RetroPage", "Add a finding")));
        for (const auto& [event, finding] : findings) {
            add({RetroItem::Kind::Finding, {}, event}, findingLine(m_view, event, finding));
        }
    }

    void addActions() {
        const auto lines = among(registerOf({&m_view.board.incident}, m_view.board.now),
                                 {.incident = m_view.board.incident.id});
        add({}, heading(translate("RetroPage", "Actions against it"),
                        lines.empty() ? QString() : QString::number(lines.size())));
        add({RetroItem::Kind::NewAction}, beginning(translate("RetroPage", "Add an action")));
        for (const RegisterLine& line : lines) {
            add({RetroItem::Kind::Action, {}, line.action}, actionLine(m_view.board, line));
        }
    }

    void addDocuments() {
        add({}, heading(translate("RetroPage", "Documents to sign"), {}));
        add({RetroItem::Kind::NewDocument}, beginning(translate("RetroPage", "Issue a document")));
        for (const auto& [event, issued] : m_view.outline.documents) {
            add({RetroItem::Kind::Document, {}, event}, documentLine(m_view, issued));
        }
    }

    std::vector<RetroRow> rows() { return std::move(m_rows); }

  private:
    void add(const RetroItem& item, PanelLine line) {
        line.key = item.line();
        m_rows.push_back({item, std::move(line)});
    }

    const RetroView& m_view;
    std::vector<RetroRow> m_rows;
};

} // namespace

QString RetroItem::line() const {
    return QStringLiteral("%1:%2%3").arg(int(kind)).arg(key, event ? event->toHex() : QString());
}

std::vector<RetroRow> retroRows(const RetroView& view) {
    Listing listing(view);
    listing.addSteps();
    listing.addSections();
    listing.addSafety();
    listing.addFindings();
    listing.addActions();
    listing.addDocuments();
    return listing.rows();
}

QString stepName(const RetroView& view, const QString& key) {
    const StepLine* step = stepOf(view.outline, key);
    return step ? step->plan.name.in(languageInstalled()) : key;
}

QString sectionName(const RetroView& view, const QString& key) {
    const OutlineSection* section = sectionOf(view.outline, key);
    return section ? section->line.plan.name.in(languageInstalled()) : key;
}

QString headingName(const RetroProcess& process, const QString& key) {
    const RetroHeading* heading = process.heading(key);
    return heading ? heading->name.in(languageInstalled()) : key;
}

const StepLine* stepOf(const RetroOutline& outline, const QString& key) {
    const auto found = std::find_if(outline.steps.begin(), outline.steps.end(),
                                    [&key](const StepLine& step) { return step.plan.key == key; });
    return found == outline.steps.end() ? nullptr : &*found;
}

const OutlineSection* sectionOf(const RetroOutline& outline, const QString& key) {
    const auto found =
        std::find_if(outline.sections.begin(), outline.sections.end(),
                     [&key](const OutlineSection& section) { return section.line.plan.key == key; });
    return found == outline.sections.end() ? nullptr : &*found;
}

// The law's last moment of a day is the first of the next one here.
QDate lastDayOf(const DutyEnd& end) {
    return end.lastDay.isValid() ? end.lastDay : dayOf(end.at);
}

QString dayWords(const QDate& day, Moment now) {
    const QString words = QStringLiteral("%1/%2").arg(day.month()).arg(day.day());
    return day.year() == dayOf(now).year() ? words : QString::number(day.year()) + u'/' + words;
}

QString saidIn(const Journal& journal, const EventId& event) {
    const Text* text = journal.texts().find(event);
    return text ? text->text.value_or(text->reason.value_or(QString())) : QString();
}

QString placeWords(const Journal& journal, const LogId& log, const EventId& event) {
    const LogIndex* index = journal.ledger().index(log);
    const auto found = index ? index->find(event) : std::nullopt;
    return found ? QStringLiteral("#%1").arg(found->seq) : QString();
}

PanelLine actionLine(const BoardContext& board, const RegisterLine& line) {
    PanelLine shown;
    const bool isLate = line.state == ActionState::Overdue;
    switch (line.state) {
    case ActionState::Open:
    case ActionState::DueSoon:
        shown.mark = Mark::Circle;
        break;
    case ActionState::Overdue:
        shown.mark = Mark::Exclamation;
        shown.markInk = Ink::Ember;
        break;
    case ActionState::Done:
        shown.mark = Mark::HalfDisc;
        shown.markInk = Ink::Partial;
        break;
    case ActionState::Confirmed:
        shown.mark = Mark::Disc;
        shown.markInk = Ink::Good;
        break;
    case ActionState::Dropped:
        shown.mark = Mark::Cross;
        break;
    }
    const bool isOver = line.state == ActionState::Confirmed || line.state == ActionState::Dropped;
    shown.nameInk = isOver ? Ink::Quiet : Ink::Text;
    shown.name = saidIn(board.journal, line.status.wordsBy);
    if (shown.name.isEmpty()) {
        shown.name = translate("Timeline", "[text erased]");
    }
    shown.more = line.status.plan.owner ? personOnBoard(board, *line.status.plan.owner) : QString();
    if (isLate || line.state == ActionState::DueSoon) {
        shown.state = nameOf(line.state);
        shown.stateInk = isLate ? Ink::Ember : Ink::Partial;
    }
    if (!isOver && line.status.plan.due) {
        shown.end = dayWords(dayOf(*line.status.plan.due), board.now);
        shown.endInk = isLate ? Ink::Ember : Ink::Quiet;
    }
    shown.spoken = dotted({shown.name, shown.more, nameOf(line.state), shown.end});
    return shown;
}

} // namespace bongsu
