#include "ui/timeline/composer.h"

#include "ui/attachments/attacher.h"
#include "ui/attachments/heldstrip.h"
#include "ui/style/placeholder.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/namecompletion.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QEvent>

namespace bongsu {

namespace {

constexpr int mostCharacters = 2000; // 6 KiB of Korean
constexpr auto draftDelay = std::chrono::milliseconds(300);
constexpr QStringView callMark = u"\u260E ";

std::optional<QString> unlessEmpty(const QString& words) {
    return words.isEmpty() ? std::nullopt : std::optional(words);
}

// "DR 전체 전환, 결제 우선": options are short; commas divide them.
std::optional<std::vector<QString>> divided(const QString& options) {
    std::vector<QString> list;
    for (const QString& one : options.split(u',', Qt::SkipEmptyParts)) {
        if (!one.trimmed().isEmpty()) {
            list.push_back(one.trimmed());
        }
    }
    return list.empty() ? std::nullopt : std::optional(list);
}

Facts factsOf(const ComposerLine& line) {
    const Line facts{line.occurredAt, std::nullopt, std::nullopt};
    switch (line.kind) {
    case ComposedKind::Decision:
        return DecisionMade{facts, std::nullopt};
    case ComposedKind::Notice:
        return NoticeRecorded{facts, std::nullopt, std::nullopt, false};
    case ComposedKind::Call:
        return NoteAdded{facts, NoteKind::Call, std::nullopt};
    case ComposedKind::Request:
        return NoteAdded{facts, NoteKind::Request, std::nullopt};
    case ComposedKind::Note:
        break;
    }
    return NoteAdded{facts, NoteKind::Observation, std::nullopt};
}

} // namespace

Composer::Composer(Journal& journal, const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_journal(journal), m_clock(clock) {
    build(theme);
    connectJournal();
    connectFields();
    connectAttachments();
    // Not begun anew by every key: somebody who types without a pause is kept up with, too.
    m_draftWait.setSingleShot(true);
    m_draftWait.setInterval(draftDelay);
    connect(&m_draftWait, &QTimer::timeout, this, &Composer::keepDraft);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &Composer::showTimeLeft);
    name();
}

Composer::~Composer() = default;

void Composer::connectFields() {
    connect(m_field, &ComposerField::entered, this, &Composer::recordLine);
    connect(m_field, &ComposerField::enteredApart, this, &Composer::recordLine);
    connect(m_field, &ComposerField::decided, this, &Composer::recordDecision);
    connect(m_field, &ComposerField::undone, this, &Composer::takeBack);
    connect(m_field, &ComposerField::escaped, this, &Composer::escape);
    connect(m_field, &ComposerField::lookedUp, this, &Composer::lookedUp);
    connect(m_field, &QLineEdit::textChanged, this, &Composer::understand);
    connect(m_field, &ComposerField::pasted, this,
            [this](const QMimeData& data) { attach(givenIn(data, pictureName())); });
    connect(m_basis, &ComposerField::entered, m_options, qOverload<>(&QWidget::setFocus));
    connect(m_options, &ComposerField::entered, this, &Composer::recordDecision);
    for (ComposerField* field : {m_basis, m_options}) {
        connect(field, &ComposerField::decided, this, &Composer::recordDecision);
        connect(field, &ComposerField::escaped, this, &Composer::escape);
    }
    for (ComposerField* field : {m_field, m_basis, m_options}) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            if (m_log && !m_draftWait.isActive()) {
                m_draftWait.start();
            }
        });
    }
    connect(m_enterHint, &KeyHint::clicked, this, &Composer::recordLine);
    connect(m_decideHint, &KeyHint::clicked, this, &Composer::recordDecision);
    connect(m_undoHint, &KeyHint::clicked, this, &Composer::takeBack);
}

void Composer::build(const Theme& theme) {
    lay(this, "surface");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::margin, px(10), metric::margin, px(10));
    column->setSpacing(px(6));
    m_message = makeLabel(this, Ink::Ember, TextSize::Small);
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    m_strip = new HeldStrip(this);
    column->addWidget(m_strip);

    auto* line = new QHBoxLayout;
    line->setSpacing(metric::gap);
    m_mode = makeTag(this);
    m_mode->hide();
    line->addWidget(m_mode);
    m_field = new ComposerField(this);
    letter(m_field, TextSize::Strong);
    m_field->setMaxLength(mostCharacters);
    m_names = new NameCompletion(m_journal, *m_field, this);
    line->addWidget(m_field, 1);
    line->addSpacing(metric::gap);
    m_enterHint = new KeyHint(theme, QStringLiteral("Enter"), this);
    m_decideHint = new KeyHint(theme, QStringLiteral("Ctrl Enter"), this);
    m_undoHint = new KeyHint(theme, QStringLiteral("Ctrl Z"), this);
    for (KeyHint* hint : {m_enterHint, m_decideHint, m_undoHint}) {
        line->addWidget(hint);
    }
    column->addLayout(line);

    m_decision = new QWidget(this);
    auto* second = new QHBoxLayout(m_decision);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(metric::gap);
    m_basis = new ComposerField(m_decision);
    m_options = new ComposerField(m_decision);
    for (ComposerField* field : {m_basis, m_options}) {
        field->setMaxLength(mostCharacters / 2);
        second->addWidget(field, 1);
    }
    m_decision->hide();
    column->addWidget(m_decision);
}

void Composer::connectJournal() {
    connect(&m_journal, &Journal::ownEventChanged, this,
            [this](const LogId&, const EventId& event, OwnState state) {
                if (m_sending && m_sending->events.back() == event && state != OwnState::BeingKept) {
                    kept();
                }
            });
    connect(&m_journal, &Journal::storeFailed, this, [this](const Failure& failure) {
        if (m_sending) {
            m_notSaved = true;
            say(filled(tr("Not saved yet, and tried again by itself. Your words stay here. %1"),
                       {sentence(failure)}));
        }
    });
}

void Composer::name() {
    showPlaceholders(
        m_field, {tr("What is happening, in one line. Begin with a time like 1519 to record it at that time"),
                  tr("What is happening, in one line"), tr("One line")});
    m_field->setAccessibleName(tr("New line of the record"));
    m_basis->setPlaceholderText(tr("Basis of the decision"));
    m_basis->setAccessibleName(tr("Basis of the decision"));
    showPlaceholders(m_options, {tr("Options considered and not taken, divided by commas"),
                                 tr("Options considered and not taken"), tr("Options")});
    m_options->setAccessibleName(tr("Options considered and not taken"));
    m_enterHint->setText(tr("Record"));
    m_decideHint->setText(tr("Decision"));
    showTimeLeft();
    understand();
}

void Composer::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

void Composer::hideEvent(QHideEvent* event) {
    keepDraft();
    QWidget::hideEvent(event);
}

void Composer::setIncident(const LogId& log) {
    if (m_log == log) {
        return;
    }
    keepDraft();
    m_draftWait.stop();
    m_sending.reset(); // the journal has it, and tries again by itself
    m_last.reset();
    m_log.reset(); // nothing is kept while the other draft comes in
    const Draft draft = draftFromBytes(m_journal.setting(draftKey(log)));
    showDraft(draft);
    m_log = log;
    m_names->setIncident(log);
    showHeld();
    const bool isBack = !draft.isEmpty() || !m_journal.heldAttachments(log).empty();
    say(m_shown.insert(log).second && isBack ? tr("What you were typing is here again.") : QString(),
        Ink::Quiet);
    showTimeLeft();
}

// What is on its way to the disk is the record's; what was typed behind it is the draft's.
Draft Composer::draft() const {
    const QString typed = m_field->text();
    if (m_sending) {
        const bool behind = typed.startsWith(m_sending->typed);
        const QString rest = behind ? typed.sliced(m_sending->typed.size()) : typed;
        return Draft{rest.isEmpty() && m_correcting ? m_before : rest};
    }
    Draft draft{typed};
    if (m_correcting) {
        draft.correcting = m_correcting;
        draft.place = m_correctedPlace;
        draft.before = m_before;
    }
    draft.decision = !m_decision->isHidden();
    draft.basis = m_basis->text();
    draft.options = m_options->text();
    return draft;
}

void Composer::keepDraft() {
    if (!m_log) {
        return;
    }
    const QByteArray bytes = toBytes(draft());
    if (const QByteArray key = draftKey(*m_log); bytes != m_journal.setting(key)) {
        m_journal.setSetting(key, bytes);
    }
}

void Composer::showDraft(const Draft& draft) {
    m_correcting = draft.correcting;
    m_correctedPlace = draft.place;
    m_before = draft.before;
    m_mode->setVisible(m_correcting.has_value());
    m_mode->setText(draft.place.isEmpty() ? tr("Correcting") : filled(tr("Correcting %1"), {draft.place}));
    openDecision(draft.decision);
    m_basis->setText(draft.basis);
    m_options->setText(draft.options);
    m_field->setText(draft.line);
}

QString Composer::message() const {
    return m_message->isHidden() ? QString() : m_message->text();
}

void Composer::say(const QString& words, Ink ink) {
    dress(m_message, ink, TextSize::Small);
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
}

void Composer::understand() {
    const Moment now = m_clock.now();
    const ComposerLine line = parseComposerLine(m_field->text(), now, utcOffset(now));
    QStringList understood;
    if (line.occurredAt) {
        understood += clockSeenFrom(*line.occurredAt, now);
    }
    switch (line.kind) {
    case ComposedKind::Decision:
        understood += tr("Decision");
        break;
    case ComposedKind::Notice:
        understood += tr("Notice");
        break;
    case ComposedKind::Call:
        understood += tr("Call");
        break;
    case ComposedKind::Request:
        understood += tr("Request");
        break;
    case ComposedKind::Note:
        break;
    }
    m_field->showUnderstood(understood.join(u" \u00B7 "));
}

void Composer::begin(const QString& words) {
    if (!m_field->text().startsWith(words)) {
        m_field->setText(words + m_field->text());
    }
    m_field->setFocus();
    m_field->setCursorPosition(int(words.size()));
}

void Composer::recordLine() {
    const bool isHolding = m_log && !m_journal.heldAttachments(*m_log).empty();
    if (const auto digit = digitAlone(m_field->text());
        digit && !m_correcting && m_decision->isHidden() && !isHolding) {
        m_field->clear();
        Q_EMIT digitEntered(*digit);
        return;
    }
    const Moment now = m_clock.now();
    const ComposerLine line = parseComposerLine(m_field->text(), now, utcOffset(now));
    if (m_correcting) {
        const QString words = m_field->text().trimmed();
        if (!words.isEmpty()) {
            recordTyped(EntryCorrected{*m_correcting}, Text{.text = words});
        }
        return;
    }
    if (!m_decision->isHidden()) {
        m_basis->setFocus();
        return;
    }
    if (waitsForFiles(&Composer::recordLine)) {
        return;
    }
    if (isHolding && line.kind == ComposedKind::Note) {
        recordHeld({line.text, line.occurredAt}); // the words are what is said of the picture
    } else if (!line.text.isEmpty()) {
        recordTyped(factsOf(line), Text{.text = line.text});
    }
}

void Composer::recordDecision() {
    const Moment now = m_clock.now();
    ComposerLine line = parseComposerLine(m_field->text(), now, utcOffset(now));
    if (line.text.isEmpty() || m_correcting) {
        return;
    }
    if (m_decision->isHidden()) {
        openDecision(true);
        m_basis->setFocus();
        return;
    }
    if (waitsForFiles(&Composer::recordDecision)) {
        return;
    }
    line.kind = ComposedKind::Decision;
    recordTyped(factsOf(line), Text{.text = line.text,
                                    .basis = unlessEmpty(m_basis->text().trimmed()),
                                    .options = divided(m_options->text())});
}

void Composer::openDecision(bool open) {
    m_decision->setVisible(open);
    m_enterHint->setVisible(!open);
    if (!open) {
        m_basis->clear();
        m_options->clear();
    }
}

void Composer::recordTyped(const Facts& facts, const Text& text) {
    if (!m_log || m_sending) {
        return; // the same line is on its way to the disk
    }
    const auto recorded = m_journal.record(m_log, facts, text);
    if (onItsWay(recorded) && !m_correcting) {
        recordHeld({{}, {}, recorded->event}); // what was given with a line of another kind belongs to it
    }
    endOnItsWay();
}

bool Composer::onItsWay(const Result<Recorded>& recorded) {
    if (!recorded) {
        say(sentence(recorded.error()));
        return false;
    }
    say(recorded->warning
            ? filled(tr("Saved on this device. It may not be accepted: %1"), {sentence(*recorded->warning)})
            : QString());
    if (!m_sending) {
        m_sending = Sending{{}, m_field->text(), m_clock.now()};
    }
    m_sending->events.push_back(recorded->event);
    return true;
}

// The draft goes when the line is on the disk, not before.
void Composer::endOnItsWay() {
    if (!m_sending) {
        return;
    }
    keepDraft();
    if (m_journal.stateOf(m_sending->events.back()) != OwnState::BeingKept) {
        kept();
    }
}

void Composer::recordAct(const Facts& facts) {
    const auto recorded = m_journal.record(m_log, facts, Text{});
    say(recorded ? QString() : sentence(recorded.error()));
}

void Composer::kept() {
    m_last = std::exchange(m_sending, std::nullopt);
    if (std::exchange(m_notSaved, false)) {
        say({});
    }
    m_field->take(m_last->typed);
    endCorrection();
    if (!m_decision->isHidden()) {
        openDecision(false);
        m_field->setFocus();
    }
    keepDraft();
    m_second.start();
    showTimeLeft();
}

// In steps of ten seconds: it is read at a glance, and nothing moves in the corner of an eye.
void Composer::showTimeLeft() {
    constexpr int step = 10;
    const bool still = m_last && mayStillWithdraw(m_last->at, m_clock.now());
    if (!still) {
        m_second.stop();
        m_undoHint->setText(tr("Take back"));
    } else {
        const auto passed = std::chrono::floor<std::chrono::seconds>(m_clock.now() - m_last->at).count();
        const int left = int((withdrawTime.count() - passed + step - 1) / step) * step;
        m_undoHint->setText(filled(tr("Take back (%1 s)"), {QString::number(left)}));
    }
    m_undoHint->setAccessibleName(tr("Take back"));
    m_undoHint->updateGeometry();
}

void Composer::markCall() {
    const QString text = m_field->text();
    const bool marked = text.startsWith(callMark);
    m_field->setText(marked ? text.sliced(callMark.size()) : callMark.toString() + text);
    m_field->setFocus();
}

void Composer::takeBack() {
    if (!m_log || !m_last) {
        say(tr("There is no line of yours to take back."), Ink::Quiet);
        return;
    }
    if (!mayStillWithdraw(m_last->at, m_clock.now())) {
        say(tr("A line can be taken back for 60 seconds. Correct it instead: select it and press Ctrl+E."),
            Ink::Quiet);
        return;
    }
    for (const EventId& event : m_last->events) {
        if (const auto recorded = m_journal.record(m_log, EntryWithdrawn{event}, Text{}); !recorded) {
            say(sentence(recorded.error()));
            return;
        }
    }
    say(tr("Taken back. Your words are in the line again."), Ink::Quiet);
    if (m_field->text().isEmpty()) {
        m_field->setText(m_last->typed);
    }
    m_last.reset();
    showTimeLeft();
}

void Composer::correct(const TimelineRow& row) {
    const QString before = m_correcting ? m_before : m_field->text();
    Draft draft{row.text.text.value_or(QString())};
    draft.correcting = row.event;
    draft.place = row.seq ? u'#' + QString::number(*row.seq) : QString();
    draft.before = before;
    showDraft(draft);
    m_field->setFocus();
    m_field->selectAll();
}

void Composer::endCorrection() {
    if (m_correcting) {
        showDraft(Draft{m_before});
    }
}

void Composer::escape() {
    if (m_correcting) {
        endCorrection();
    } else if (!m_decision->isHidden()) {
        openDecision(false);
        m_field->setFocus();
    } else {
        Q_EMIT left();
    }
    say({});
}

} // namespace bongsu
