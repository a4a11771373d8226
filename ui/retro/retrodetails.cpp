#include "ui/retro/retrorows.h"

#include "domain/retro/sectionwords.h"
#include "ui/roles/rolewords.h"
#include "ui/services/servicerows.h"
#include "wording/actionwords.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/retrowords.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

// What is told of one line of the list.
class Telling {
  public:
    explicit Telling(const BoardContext& board) : m_board(board) {}

    void say(const QString& name, std::vector<DetailLine> lines) {
        std::erase_if(lines, [](const DetailLine& line) { return line.words.isEmpty(); });
        if (!lines.empty()) {
            m_details.push_back({name, std::move(lines)});
        }
    }
    void say(const QString& name, const QString& words, Ink ink = Ink::Text) { say(name, {{words, ink}}); }
    // What to do next, where nothing else would say it.
    void ask(const QString& words, Ink ink = Ink::Quiet) { say(translate("RetroPage", "Note"), words, ink); }
    QString who(const std::optional<PersonId>& person) const {
        return person ? personOnBoard(m_board, *person) : QString();
    }
    QString by(const std::optional<PersonId>& person, const std::optional<Moment>& at) const {
        return dotted({who(person), at ? timeOnBoard(m_board, *at) : QString()});
    }
    Details told(const QString& title) { return {title, std::move(m_details)}; }
    const BoardContext& board() const { return m_board; }

  private:
    const BoardContext& m_board;
    std::vector<Detail> m_details;
};

// A section's words as they stand, a line for each paragraph.
void addParagraphs(std::vector<DetailLine>& lines, const QString& words) {
    for (const SectionPart& part : sectionParts(words)) {
        lines.push_back({part.isItem ? QStringLiteral(u"\u2013 ") + part.words : part.words});
    }
}

void tellVersion(const RetroView& view, Telling& telling, const SectionVersion& version) {
    std::vector<DetailLine> lines;
    const auto read = view.words.find(version.event);
    if (read == view.words.end()) {
        lines.push_back({translate("RetroPage", "Its words are being read."), Ink::Quiet});
    } else if (!read->second) {
        lines.push_back({sentence(read->second.error()), Ink::Ember});
    } else {
        addParagraphs(lines, *read->second);
    }
    lines.push_back({dotted({timeOnBoard(view.board, version.at),
                             placeWords(view.board.journal, view.board.incident.id, version.event),
                             nameOf(version.openTo)}),
                     Ink::Quiet});
    const QString author = telling.who(version.author);
    telling.say(author.isEmpty() ? translate("RetroPage", "Text") : author, std::move(lines));
}

Details sectionDetails(const RetroView& view, const OutlineSection& section) {
    Telling telling(view.board);
    const QString key = section.line.plan.key;
    if (!section.line.applies) {
        telling.ask(translate("RetroPage",
                              "The document that is in force has no such part. What was written stays."));
    }
    if (view.drafts.contains(key)) {
        telling.ask(
            translate("RetroPage", "You began to write, and it is kept on this device: Enter goes on."),
            Ink::Ember);
    }
    if (section.versions.size() > 1) {
        telling.ask(translate("RetroPage",
                              "These texts were written apart, and both stand: nobody's was overwritten. "
                              "Enter takes them together into one that takes their place."),
                    Ink::Partial);
    }
    for (const SectionVersion& version : section.versions) {
        tellVersion(view, telling, version);
    }
    telling.say(translate("RetroPage", "To write"), section.line.plan.hint.in(languageInstalled()),
                Ink::Quiet);
    if (section.versions.empty()) {
        telling.say(translate("RetroPage", "Open to"), nameOf(section.openTo));
        if (!view.drafts.contains(key)) {
            telling.ask(translate("RetroPage", "Nobody has written it yet. Enter begins."));
        }
    }
    for (const auto& [event, remark] : section.remarks) {
        telling.say(translate("RetroPage", "Remark"), {{saidIn(view.board.journal, event)},
                                                       {telling.by(remark.author, remark.at), Ink::Quiet}});
    }
    return telling.told(sectionName(view, key));
}

Details stepDetails(const RetroView& view, const StepLine& step) {
    Telling telling(view.board);
    telling.say(
        translate("RetroPage", "State"),
        {{nameOf(step.state), isOverdue(step) ? Ink::Ember : Ink::Text, isOverdue(step)},
         {step.at ? telling.by(step.confirmedBy ? step.confirmedBy : step.doneBy, step.at) : QString(),
          Ink::Quiet}});
    const QString owner = telling.who(step.owner);
    telling.say(translate("RetroPage", "Who"),
                owner.isEmpty() ? translate("RetroPage", "nobody yet") : owner);
    telling.say(translate("RetroPage", "Usually"),
                step.plan.seat ? seatName(view.board, *step.plan.seat) : QString(), Ink::Quiet);
    if (step.due) {
        telling.say(
            translate("RetroPage", "Until"),
            {{dayHeading(lastDayOf(*step.due))},
             {step.due->aim.isValid() && step.due->aim < lastDayOf(*step.due)
                  ? filled(translate("RetroPage", "plan for %1: the days after it are none to work on"),
                           {shortDay(step.due->aim)})
                  : QString(),
              Ink::Quiet}});
    } else {
        telling.say(translate("RetroPage", "Until"),
                    step.plan.within ? translate("RetroPage", "counted from the end of the outage")
                                     : translate("RetroPage", "no time"),
                    Ink::Quiet);
    }
    if (step.plan.confirmed) {
        telling.ask(translate("RetroPage", "A second person confirms that it is done."));
    }
    if (step.state == StepState::Done && step.doneBy == view.board.journal.person()) {
        telling.ask(translate("RetroPage", "You said that it is done: somebody else confirms it."));
    }
    return telling.told(stepName(view, step.plan.key));
}

void tellAspect(Telling& telling, SafetyAspect aspect, const std::optional<SafetyStatus>& status) {
    if (!status) {
        telling.say(nameOf(aspect),
                    {{translate("RetroPage", "nobody has looked at it yet"), Ink::Ember, true}});
        return;
    }
    const bool isClean = status->finding == SafetyFinding::Clean;
    telling.say(nameOf(aspect), {{nameOf(status->finding), isClean ? Ink::Good : Ink::Bad, true},
                                 {saidIn(telling.board().journal, status->setBy)},
                                 {telling.by(status->checkedBy, status->at), Ink::Quiet}});
}

Details safetyDetails(const RetroView& view, const OutlineSafety& safety) {
    Telling telling(view.board);
    tellAspect(telling, SafetyAspect::CustomerData, safety.customerData);
    tellAspect(telling, SafetyAspect::Security, safety.security);
    if (!missingOf(safety).empty()) {
        telling.ask(translate("RetroPage", "An incident is closed only when somebody has looked at both."));
    }
    return telling.told(safety.service);
}

Details uncheckedDetails(const RetroView& view) {
    Telling telling(view.board);
    for (const OutlineSafety& safety : view.outline.safety) {
        QStringList aspects;
        for (const SafetyAspect aspect : missingOf(safety)) {
            aspects += nameOf(aspect);
        }
        telling.say(safety.service, dotted(aspects), Ink::Ember);
    }
    telling.ask(translate("RetroPage",
                          "Nobody has looked at these yet, and the incident is not closed before. Enter says "
                          "that you did, for all of them."));
    return telling.told(translate("RetroPage", "All that nobody has looked at"));
}

Details findingDetails(const RetroView& view, const EventId& event, const Finding& finding) {
    Telling telling(view.board);
    telling.say(translate("RetroPage", "Kind"),
                dotted({nameOf(finding.kind), finding.area ? nameOf(*finding.area) : QString()}));
    telling.say(translate("RetroPage", "Pattern"), finding.pattern);
    QStringList places;
    for (const EventId& one : finding.evidence) {
        const QString place = placeWords(view.board.journal, view.board.incident.id, one);
        places += place.isEmpty() ? translate("RetroPage", "not numbered yet") : place;
    }
    telling.say(translate("RetroPage", "Evidence"),
                places.isEmpty() ? translate("RetroPage", "none") : places.join(u", "),
                places.isEmpty() ? Ink::Ember : Ink::Text);
    telling.say(translate("RetroPage", "Added"), telling.by(finding.author, finding.at), Ink::Quiet);
    telling.ask(translate("RetroPage", "Enter adds an action against it."));
    return telling.told(saidIn(view.board.journal, event));
}

Details documentDetails(const RetroView& view, const IssuedRetro& issued) {
    Telling telling(view.board);
    telling.say(translate("RetroPage", "Document"),
                dotted({nameOf(issued.form), issued.format.toUpper(), fileSizeOf(issued.size)}));
    telling.say(translate("RetroPage", "Issued"), telling.by(issued.issuedBy, issued.at));
    std::vector<DetailLine> answers;
    for (const PersonId& person : issued.asked) {
        const auto answer = issued.answers.find(person);
        const bool isHere = answer != issued.answers.end();
        const bool isYes = isHere && answer->second == Approval::Approved;
        answers.push_back({dotted({telling.who(person), !isHere ? translate("RetroPage", "has not answered")
                                                        : isYes ? translate("RetroPage", "signed")
                                                                : translate("RetroPage", "declined")}),
                           isYes    ? Ink::Good
                           : isHere ? Ink::Bad
                                    : Ink::Quiet});
    }
    telling.say(translate("RetroPage", "Asked to sign"), std::move(answers));
    telling.ask(translate("RetroPage",
                          "Its bytes are kept as they were issued: whoever has a copy can check it with "
                          "bongsuctl verify --report."));
    return telling.told(filled(translate("RetroPage", "Document No. %1"), {QString::number(issued.number)}));
}

Details beginning(const RetroView& view, const QString& title, const QString& words) {
    Telling telling(view.board);
    telling.say({}, words, Ink::Quiet);
    return telling.told(title);
}

} // namespace

Details actionDetails(const BoardContext& board, const RetroProcess& process, const RegisterLine& line) {
    Telling telling(board);
    const ActionStatus& status = line.status;
    const bool isLate = line.state == ActionState::Overdue;
    telling.say(translate("RetroPage", "State"),
                {{nameOf(line.state), isLate ? Ink::Ember : Ink::Text, isLate},
                 {status.outcome ? timeOnBoard(board, status.since) : QString(), Ink::Quiet}});
    const QString owner = telling.who(status.plan.owner);
    telling.say(translate("RetroPage", "Who"), owner.isEmpty() ? translate("RetroPage", "nobody yet") : owner,
                owner.isEmpty() ? Ink::Ember : Ink::Text);
    telling.say(translate("RetroPage", "Until"),
                status.plan.due ? dayHeading(dayOf(*status.plan.due)) : translate("RetroPage", "no time"));
    telling.say(translate("RetroPage", "Kind"),
                dotted({nameOf(status.plan.kind), nameOf(status.plan.term),
                        status.plan.area ? nameOf(*status.plan.area) : QString()}));
    telling.say(translate("RetroPage", "Wanted by"),
                {{originOf(status)},
                 {status.plan.heading ? headingName(process, *status.plan.heading) : QString(), Ink::Quiet}});
    if (status.plan.budget) {
        telling.say(translate("RetroPage", "Budget"),
                    filled(translate("RetroPage", "%1 won"), {numberOf(*status.plan.budget)}));
    }
    telling.say(translate("RetroPage", "Against"),
                status.finding ? saidIn(board.journal, *status.finding) : QString());
    if (status.doneIn) {
        telling.say(status.outcome == WorkOutcome::Dropped ? translate("RetroPage", "Why not")
                                                           : translate("RetroPage", "Evidence"),
                    {{saidIn(board.journal, *status.doneIn)}, {telling.who(status.doneBy), Ink::Quiet}});
    }
    telling.say(translate("RetroPage", "Confirmed by"), telling.who(status.confirmedBy));
    if (status.outcome == WorkOutcome::Done && !actionRightsTo(status, board.journal.person()).confirm) {
        telling.ask(translate("RetroPage",
                              "Neither its owner nor who said that it is done confirms it: a second person "
                              "does."));
    }
    telling.say(translate("RetroPage", "Incident"),
                {{board.journal.texts().title(board.incident)},
                 {line.drill ? translate("RetroPage", "a drill") : QString(), Ink::Ember}});
    const QString words = saidIn(board.journal, status.wordsBy);
    return telling.told(words.isEmpty() ? translate("Timeline", "[text erased]") : words);
}

Details retroDetails(const RetroView& view, const RetroItem& item) {
    const RetroStatus& retro = view.board.incident.retro;
    switch (item.kind) {
    case RetroItem::Kind::Heading:
        break;
    case RetroItem::Kind::Step:
        if (const StepLine* step = stepOf(view.outline, item.key)) {
            return stepDetails(view, *step);
        }
        break;
    case RetroItem::Kind::Section:
        if (const OutlineSection* section = sectionOf(view.outline, item.key)) {
            return sectionDetails(view, *section);
        }
        break;
    case RetroItem::Kind::Unchecked:
        return uncheckedDetails(view);
    case RetroItem::Kind::Safety:
        for (const OutlineSafety& safety : view.outline.safety) {
            if (safety.service == item.key) {
                return safetyDetails(view, safety);
            }
        }
        break;
    case RetroItem::Kind::NewFinding:
        return beginning(view, translate("RetroPage", "Add a finding"),
                         translate("RetroPage",
                                   "What made it happen or made it worse, and what a team learns from: "
                                   "what went well, what went wrong, where it was only lucky, what "
                                   "surprised people. Mark the lines it rests on at the right with Space, "
                                   "then Enter here."));
    case RetroItem::Kind::Finding:
        if (const auto found = retro.findings.find(*item.event); found != retro.findings.end()) {
            return findingDetails(view, found->first, found->second);
        }
        break;
    case RetroItem::Kind::NewAction:
        return beginning(view, translate("RetroPage", "Add an action"),
                         translate("RetroPage",
                                   "What is to be done so that it does not happen again, who does it, and "
                                   "until when. Enter begins; Ctrl J shows those of all incidents."));
    case RetroItem::Kind::Action:
        for (const RegisterLine& line : registerOf({&view.board.incident}, view.board.now)) {
            if (line.action == item.event) {
                return actionDetails(view.board, view.process, line);
            }
        }
        break;
    case RetroItem::Kind::NewDocument:
        return beginning(view, translate("RetroPage", "Issue a document"),
                         translate("RetroPage",
                                   "A document made of the record and of what people wrote, as it stands "
                                   "now. Its bytes are kept, and those you ask sign exactly them."));
    case RetroItem::Kind::Document:
        if (const auto found = retro.issued.find(*item.event); found != retro.issued.end()) {
            return documentDetails(view, found->second);
        }
        break;
    }
    return {};
}

} // namespace bongsu
