// What is done with what is chosen on the page of looking back: which keys are offered, and what each does.
#include "ui/retro/actionacts.h"
#include "ui/retro/documentacts.h"
#include "ui/retro/evidencecolumn.h"
#include "ui/retro/retroacts.h"
#include "ui/retro/retrosheet.h"
#include "ui/retro/sectioneditor.h"
#include "ui/style/keylines.h"
#include "ui/style/scrolled.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/rowlistview.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace bongsu {

using Kind = RetroItem::Kind;

void RetroSheet::buildKeys() {
    m_enter = addKey("Enter", Qt::Key_Return, Where::List, &RetroSheet::act);
    m_keys.push_back({m_enter, Qt::Key_E, Where::List});
    m_record = addKey("Ctrl Enter", Qt::CTRL | Qt::Key_Return, Where::Anywhere, &RetroSheet::recordText);
    m_take = addKey("M", Qt::Key_M, Where::List, &RetroSheet::takeIt);
    m_give = addKey("P", Qt::Key_P, Where::List, &RetroSheet::giveIt);
    m_remark = addKey("R", Qt::Key_R, Where::List, &RetroSheet::remarkIt);
    m_answer = addKey("A", Qt::Key_A, Where::List, &RetroSheet::answerIt);
    m_affected = addKey("N", Qt::Key_N, Where::List, &RetroSheet::affectedIt);
    m_save = addKey("S", Qt::Key_S, Where::List, &RetroSheet::saveIt);
    m_drop = addKey("X", Qt::Key_X, Where::List, &RetroSheet::dropIt);
    m_reopen = addKey("Z", Qt::Key_Z, Where::List, &RetroSheet::reopenIt);
    m_toEvidence = addKey("F6", Qt::Key_F6, Where::Anywhere, &RetroSheet::toEvidence);
    m_readOn = addKey("PgDn", Qt::Key_PageDown, Where::List, &RetroSheet::readOn);
    m_back = addKey("Esc", Qt::Key_Escape, Where::Anywhere, &RetroSheet::back);
    for (QWidget* part : m_columns->findChildren<QWidget*>()) {
        part->installEventFilter(this);
    }
}

KeyHint* RetroSheet::addKey(const char* cap, QKeyCombination keys, Where where, void (RetroSheet::*act)()) {
    auto* hint = new KeyHint(m_parts.theme, QString::fromLatin1(cap), m_keyLines);
    m_keyLines->add(hint);
    connect(hint, &KeyHint::clicked, this, act);
    m_keys.push_back({hint, keys, where});
    return hint;
}

// --- what is chosen

const StepLine* RetroSheet::step() const {
    return m_outline && m_chosen.kind == Kind::Step ? stepOf(*m_outline, m_chosen.key) : nullptr;
}

const OutlineSection* RetroSheet::section() const {
    return m_outline && m_chosen.kind == Kind::Section ? sectionOf(*m_outline, m_chosen.key) : nullptr;
}

std::optional<RegisterLine> RetroSheet::action() const {
    if (m_chosen.kind == Kind::Action && incident()) {
        for (const RegisterLine& line : registerOf({incident()}, m_parts.clock.now())) {
            if (line.action == m_chosen.event) {
                return line;
            }
        }
    }
    return std::nullopt;
}

const IssuedRetro* RetroSheet::document() const {
    if (m_chosen.kind != Kind::Document || !incident()) {
        return nullptr;
    }
    const auto found = incident()->retro.issued.find(*m_chosen.event);
    return found == incident()->retro.issued.end() ? nullptr : &found->second;
}

// --- what is offered

void RetroSheet::offer(KeyHint* hint, bool offered, const QString& words) {
    hint->setVisible(offered && !m_writing);
    if (offered) {
        hint->setText(words);
    }
}

static QString enterWords(const RetroItem& item, const StepRights& step, const ActionRights& action,
                          const OutlineSection* section, bool isDraft, bool signs) {
    switch (item.kind) {
    case Kind::Heading:
        return {};
    case Kind::Step:
        return step.confirm  ? RetroSheet::tr("Confirm it")
               : step.finish ? RetroSheet::tr("It is done")
                             : QString();
    case Kind::Section:
        return isDraft                                   ? RetroSheet::tr("Go on writing")
               : section && section->versions.size() > 1 ? RetroSheet::tr("Make one of them")
                                                         : RetroSheet::tr("Write");
    case Kind::Unchecked:
        return RetroSheet::tr("I looked at all of them");
    case Kind::Safety:
        return RetroSheet::tr("I looked, nothing found");
    case Kind::NewFinding:
        return RetroSheet::tr("Add a finding");
    case Kind::Finding:
        return RetroSheet::tr("Add an action against it");
    case Kind::NewAction:
        return RetroSheet::tr("Add an action");
    case Kind::Action:
        return action.confirm  ? RetroSheet::tr("Confirm it")
               : action.finish ? RetroSheet::tr("It is done")
                               : QString();
    case Kind::NewDocument:
        return RetroSheet::tr("Issue a document");
    case Kind::Document:
        return signs ? RetroSheet::tr("Sign it") : RetroSheet::tr("Save it as a file");
    }
    return {};
}

void RetroSheet::tellKeys() {
    const auto person = m_parts.journal.person();
    const StepRights onStep = step() ? stepRightsTo(*step(), person) : StepRights();
    const ActionRights onAction = action() ? actionRightsTo(action()->status, person) : ActionRights();
    const OutlineSection* chosen = section();
    const IssuedRetro* issued = document();
    const bool signs = issued && isAskedToSign(*issued, person);
    const QString enter =
        enterWords(m_chosen, onStep, onAction, chosen, m_drafts.contains(m_chosen.key), signs);
    offer(m_enter, !enter.isEmpty(), enter);
    offer(m_take, onStep.assign && (!step()->owner || step()->owner != person), tr("I do it"));
    offer(m_give, onStep.assign || onAction.change,
          onAction.change ? tr("Who does it, and when") : tr("Somebody does it"));
    offer(m_remark, chosen != nullptr, tr("Say something of it"));
    offer(m_answer, chosen && !chosen->remarks.empty(), tr("Answer a remark"));
    offer(m_affected, m_chosen.kind == Kind::Safety, tr("Affected"));
    offer(m_save, signs, tr("Save it as a file"));
    offer(m_drop, onStep.drop || onAction.drop || m_chosen.kind == Kind::Finding || signs,
          signs                            ? tr("Decline it")
          : m_chosen.kind == Kind::Finding ? tr("It does not hold")
                                           : tr("Drop it"));
    offer(m_reopen, onStep.reopen || onAction.reopen, tr("Take it up again"));
    m_record->setVisible(isWriting());
    m_record->setText(tr("Record the text"));
    m_toEvidence->setText(tr("Lines of the record"));
    m_readOn->setVisible(!isWriting());
    m_readOn->setText(tr("Read on"));
    m_back->setText(isWriting() ? tr("Leave it as a draft") : tr("Back"));
    m_keyLines->layAnew();
}

// --- what is done

void RetroSheet::act() {
    const auto shown = view();
    if (m_writing || !shown) {
        return;
    }
    const auto person = m_parts.journal.person();
    if (const StepLine* chosen = step()) {
        const StepRights rights = stepRightsTo(*chosen, person);
        if (rights.confirm || rights.finish) {
            m_acts->settleStep(*chosen, stepName(*shown, m_chosen.key),
                               rights.confirm ? WorkOutcome::Confirmed : WorkOutcome::Done);
        }
    } else if (section()) {
        beginWriting();
    } else if (const auto line = action()) {
        const ActionRights rights = actionRightsTo(line->status, person);
        if (rights.confirm || rights.finish) {
            m_actionActs->settle(*line, rights.confirm ? WorkOutcome::Confirmed : WorkOutcome::Done);
        }
    } else if (const IssuedRetro* issued = document()) {
        isAskedToSign(*issued, person) ? m_documentActs->sign(*m_chosen.event)
                                       : m_documentActs->save(*m_chosen.event);
    } else if (m_chosen.kind == Kind::Unchecked) {
        m_acts->stateAllSafety(m_outline->safety);
    } else if (m_chosen.kind == Kind::NewFinding) {
        m_acts->addFinding(m_evidence->marked());
    } else if (m_chosen.kind == Kind::NewAction || m_chosen.kind == Kind::Finding) {
        m_actionActs->add(*m_log, m_chosen.event);
    } else if (m_chosen.kind == Kind::NewDocument) {
        m_documentActs->issue();
    } else {
        for (const OutlineSafety& safety : m_outline->safety) {
            if (m_chosen.kind == Kind::Safety && safety.service == m_chosen.key) {
                m_acts->stateSafety(safety, SafetyFinding::Clean);
                break;
            }
        }
    }
}

void RetroSheet::takeIt() {
    if (step()) {
        m_acts->takeStep(*step(), stepName(*view(), m_chosen.key));
    }
}

void RetroSheet::giveIt() {
    if (step()) {
        m_acts->assignStep(*step(), stepName(*view(), m_chosen.key));
    } else if (const auto line = action()) {
        m_actionActs->change(*line);
    }
}

void RetroSheet::remarkIt() {
    if (section()) {
        m_acts->remark(*section(), sectionName(*view(), m_chosen.key));
    }
}

void RetroSheet::answerIt() {
    if (section()) {
        m_acts->answerRemark(*section());
    }
}

void RetroSheet::affectedIt() {
    for (const OutlineSafety& safety : m_outline->safety) {
        if (safety.service == m_chosen.key) {
            m_acts->stateSafety(safety, SafetyFinding::Affected);
            return;
        }
    }
}

void RetroSheet::dropIt() {
    if (step()) {
        m_acts->settleStep(*step(), stepName(*view(), m_chosen.key), WorkOutcome::Dropped);
    } else if (const auto line = action()) {
        m_actionActs->settle(*line, WorkOutcome::Dropped);
    } else if (m_chosen.kind == Kind::Finding) {
        m_acts->dropFinding(*m_chosen.event);
    } else if (document()) {
        m_documentActs->decline(*m_chosen.event);
    }
}

void RetroSheet::reopenIt() {
    if (step()) {
        m_acts->settleStep(*step(), stepName(*view(), m_chosen.key), WorkOutcome::Reopened);
    } else if (const auto line = action()) {
        m_actionActs->settle(*line, WorkOutcome::Reopened);
    }
}

void RetroSheet::saveIt() {
    if (document()) {
        m_documentActs->save(*m_chosen.event);
    }
}

void RetroSheet::toEvidence() {
    if (m_evidence->isVisible() && m_evidence->isAncestorOf(window()->focusWidget())) {
        back();
        return;
    }
    m_seeks = true;
    fit();
    m_evidence->field().setFocus();
    fit(); // what had the focus may be hidden now
}

void RetroSheet::readOn() {
    m_told->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
}

// From evidence to what is being written, from there to the list, from there to the page.
void RetroSheet::back() {
    const bool isInEvidence = m_evidence->isAncestorOf(window()->focusWidget());
    if (isInEvidence || m_seeks) {
        seek(false);
        (isWriting() ? static_cast<QWidget*>(&m_editor->text()) : m_list)->setFocus();
    } else if (isWriting()) {
        endWriting();
        refresh();
    } else {
        close();
    }
}

} // namespace bongsu
