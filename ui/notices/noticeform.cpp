#include "ui/notices/noticeform.h"

#include "domain/incident/composerline.h"
#include "ui/timeline/composerfield.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QGridLayout>

namespace bongsu {

namespace {

constexpr int mostWords = 300;
constexpr int mostTime = 40;

std::optional<Moment> timeIn(const ComposerField& field, Moment now) {
    return parseComingTime(field.text().trimmed(), now, utcOffset(now));
}
bool isBad(const ComposerField& field, Moment now) {
    return !field.text().trimmed().isEmpty() && !timeIn(field, now);
}

} // namespace

NoticeForm::NoticeForm(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metric::gap);
    m_grid->setVerticalSpacing(px(6));
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 3);
    m_heading = makeLabel(this, Ink::Quiet, TextSize::Small, Weight::Bold);
    m_grid->addWidget(m_heading, 0, 0, 1, 3);
    m_given = makeLabel(this, Ink::Text, TextSize::Body, Weight::Bold);
    m_given->setWordWrap(true);
    m_grid->addWidget(m_given, 1, 0, 1, 3);
    m_wrong = addWritten();
    m_feels = addWritten();
    m_cause = addWritten();
    m_doing = addWritten();
    m_who = addWritten();
    m_criteria = addWritten();
    m_procedure = addWritten();
    m_next = addTimed();
    m_recovery = addTimed();
    name();
}

ComposerField* NoticeForm::addField(int column, int columns) {
    auto* field = new ComposerField(this);
    field->setMaxLength(mostWords);
    m_grid->addWidget(field, m_grid->rowCount() - (column == 1 ? 0 : 1), column, 1, columns);
    connect(field, &ComposerField::textEdited, this, &NoticeForm::changed);
    connect(field, &ComposerField::escaped, this, &NoticeForm::escaped);
    return field;
}

NoticeForm::Written NoticeForm::addWritten() {
    Written written{};
    written.ko = addField(1, 1);
    written.en = addField(2, 1);
    written.name = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_grid->addWidget(written.name, m_grid->rowCount() - 1, 0);
    written.name->setBuddy(written.ko);
    return written;
}

NoticeForm::Timed NoticeForm::addTimed() {
    Timed timed{};
    timed.field = addField(1, 2);
    timed.field->setMaxLength(mostTime);
    timed.name = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_grid->addWidget(timed.name, m_grid->rowCount() - 1, 0);
    timed.name->setBuddy(timed.field);
    return timed;
}

void NoticeForm::name() {
    m_heading->setText(tr("Facts, written once"));
    const auto call = [](const Written& written, const QString& words) {
        written.name->setText(words);
        written.ko->setAccessibleName(filled(tr("%1, in Korean"), {words}));
        written.en->setAccessibleName(filled(tr("%1, in English"), {words}));
        written.ko->setPlaceholderText(tr("Korean"));
        written.en->setPlaceholderText(tr("English"));
    };
    call(m_wrong, tr("What was wrong"));
    call(m_feels, tr("What users notice"));
    call(m_cause, tr("Cause, once known"));
    call(m_doing, tr("What is being done"));
    call(m_who, tr("Who is compensated"));
    call(m_criteria, tr("By what criteria"));
    call(m_procedure, tr("How to ask for it"));
    const auto callTimed = [](const Timed& timed, const QString& words, const QString& hint) {
        timed.name->setText(words);
        timed.field->setAccessibleName(words);
        timed.field->setPlaceholderText(hint);
    };
    callTimed(m_next, tr("Next notice"), tr("A promise: 1610 or +40"));
    callTimed(m_recovery, tr("Back expected"), tr("Empty until somebody stands behind it"));
}

void NoticeForm::put(const Written& written, const LocalText& text, bool shown, bool english) {
    written.ko->setText(text.ko);
    written.en->setText(text.en);
    for (QWidget* part : std::initializer_list<QWidget*>{written.name, written.ko}) {
        part->setVisible(shown);
    }
    written.en->setVisible(shown && english);
    m_grid->removeWidget(written.ko);
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(written.name), &row, &column, &rows, &columns);
    m_grid->addWidget(written.ko, row, 1, 1, english ? 1 : 2);
}

void NoticeForm::show(const NoticeFacts& facts, bool slotsOnly, bool english, Moment now) {
    m_facts = facts;
    QStringList services;
    for (const LocalText& service : facts.services) {
        services += service.in(languageInstalled());
    }
    const QString list = services.join(QStringLiteral(", "));
    m_given->setText(facts.since ? filled(tr("%1, since %2"), {list, clockSeenFrom(*facts.since, now)})
                                 : list);
    m_given->setVisible(!list.isEmpty());
    put(m_wrong, facts.corrects, facts.step == NoticeStep::Correction, english);
    const bool pays = facts.step == NoticeStep::Compensation;
    put(m_feels, facts.feels, !slotsOnly && !pays, english);
    put(m_cause, facts.cause, !slotsOnly && !pays, english);
    put(m_doing, facts.doing, !slotsOnly && !pays, english);
    put(m_who, facts.compensation.who, pays, english);
    put(m_criteria, facts.compensation.criteria, pays, english);
    put(m_procedure, facts.compensation.procedure, pays, english);
    m_next.field->setText(facts.next ? clockOf(*facts.next) : QString());
    m_recovery.field->setText(facts.recovery ? clockOf(*facts.recovery) : QString());
    m_recovery.name->setVisible(!slotsOnly && !pays);
    m_recovery.field->setVisible(!slotsOnly && !pays);
}

LocalText NoticeForm::textOf(const Written& written) {
    return {written.ko->text().trimmed().normalized(QString::NormalizationForm_C),
            written.en->text().trimmed().normalized(QString::NormalizationForm_C)};
}

std::optional<NoticeFacts> NoticeForm::facts(Moment now) const {
    if (!trouble(now).isEmpty()) {
        return std::nullopt;
    }
    NoticeFacts facts = m_facts;
    facts.corrects = textOf(m_wrong);
    facts.feels = textOf(m_feels);
    takeCause(facts, textOf(m_cause));
    facts.doing = textOf(m_doing);
    facts.compensation = {textOf(m_who), textOf(m_criteria), textOf(m_procedure)};
    facts.next = timeIn(*m_next.field, now);
    facts.recovery = timeIn(*m_recovery.field, now);
    return facts;
}

QString NoticeForm::trouble(Moment now) const {
    for (const Timed& timed : {m_next, m_recovery}) {
        if (isBad(*timed.field, now)) {
            return filled(tr("%1: a time (1730, tomorrow 0900) or minutes from now (+90)."),
                          {timed.name->text()});
        }
    }
    return {};
}

} // namespace bongsu
