#include "ui/invite/invitesheet.h"

#include "ui/invite/envelope.h"
#include "ui/outgoing/printerdialog.h"
#include "ui/style/choices.h"
#include "ui/style/scrolled.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QKeyEvent>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 760;
constexpr int secondsOfIso = 19; // 2022-10-15T06:19:00
constexpr std::array<quint64, 4> usesOffered{1, 5, 20, 100};

} // namespace

InviteSheet::InviteSheet(QWidget* page, const Theme& theme, Journal& journal, Inviting& inviting,
                         const Clock& clock)
    : Sheet(page, theme, sheetWidth), m_journal(journal), m_inviting(inviting), m_clock(clock) {
    build();
    for (Choices* choice : {m_who, m_permission, m_usesChoice, m_time}) {
        connect(choice, &Choices::changed, this, &InviteSheet::refresh);
    }
    connect(m_make, &QPushButton::clicked, this, &InviteSheet::invite);
    connect(m_envelope, &QPushButton::clicked, this, &InviteSheet::makeEnvelope);
    connect(m_printEnvelope, &QPushButton::clicked, this, [this] {
        askForPrinter(this, [this](const std::shared_ptr<QPrinter>& printer) { printEnvelope(*printer); });
    });
    connect(&journal, &Journal::ownEventChanged, m_given, &GivenInvite::refresh);
    name();
}

void InviteSheet::build() {
    m_form = new QWidget(this);
    lay(m_form, "surface");
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    const auto add = [&](QLabel*& label, Choices*& choice) {
        label = makeLabel(m_form, Ink::Text, TextSize::Small, Weight::Bold);
        choice = new Choices(m_form);
        column->addWidget(label);
        column->addWidget(choice);
        column->addSpacing(metric::grid);
    };
    add(m_whoLabel, m_who);
    add(m_permissionLabel, m_permission);
    m_may = makeLabel(m_form, Ink::Quiet);
    m_may->setWordWrap(true);
    column->addWidget(m_may);
    column->addSpacing(metric::grid);
    add(m_usesLabel, m_usesChoice);
    add(m_timeLabel, m_time);
    m_spokenHint = makeLabel(m_form, Ink::Quiet);
    m_spokenHint->setWordWrap(true);
    column->addWidget(m_spokenHint);
    m_buttons = new QWidget(this);
    m_buttons->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // what gives way is the form
    m_make = new QPushButton(m_buttons);
    m_make->setDefault(true);
    m_envelope = new QPushButton(m_buttons);
    m_printEnvelope = new QPushButton(m_buttons);
    m_printEnvelope->setObjectName(QStringLiteral("printEnvelope"));
    m_envelope->setAutoDefault(false);
    m_printEnvelope->setAutoDefault(false);
    auto* buttons = new QVBoxLayout(m_buttons); // in two lines: large, they have no room in one
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metric::gap);
    auto* envelopes = new QHBoxLayout;
    envelopes->setSpacing(metric::gap);
    envelopes->addWidget(m_envelope);
    envelopes->addWidget(m_printEnvelope);
    envelopes->addStretch();
    buttons->addWidget(m_make, 0, Qt::AlignLeft);
    buttons->addLayout(envelopes);
    m_envelopeMade = makeLabel(m_form);
    m_envelopeMade->setWordWrap(true);
    m_envelopeMade->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_envelopeMade->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_envelopeMade);
    m_trouble = makeLabel(m_form, Ink::Ember);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_given = new GivenInvite(m_inviting, this);
    // Higher than a small screen at a large zoom.
    body().addWidget(new Scrolled(m_form, this));
    body().addWidget(m_buttons);
    body().addWidget(new Scrolled(m_given, this));
}

std::optional<Permission> InviteSheet::own() const {
    const auto person = m_journal.person();
    const Organisation& organisation = m_journal.organisation();
    return person ? organisation.permission(*person, organisation.seq) : std::nullopt;
}

bool InviteSheet::forMyself() const {
    return m_invitable.empty() || m_who->chosen() == 1;
}

Permission InviteSheet::permission() const {
    const auto chosen = std::size_t(m_permission->chosen());
    return forMyself() || chosen >= m_invitable.size() ? own().value_or(Permission::Viewer)
                                                       : m_invitable[chosen];
}

InviteBounds InviteSheet::bounds() const {
    const Permission mine = own().value_or(Permission::Viewer);
    return forMyself() ? deviceInviteBounds(mine) : inviteBounds(mine, permission());
}

InviteTerms InviteSheet::terms() const {
    return {m_uses[std::size_t(m_usesChoice->chosen())], m_times[std::size_t(m_time->chosen())]};
}

void InviteSheet::begin() {
    m_invitable = invitable(own().value_or(Permission::Viewer));
    m_trouble->hide();
    m_envelopeMade->hide();
    m_who->choose(0);
    name();
    choose(Permission::Responder); // who is there and helps
    m_usesChoice->choose(0);
    m_time->choose(0);
    showForm(true);
    refresh();
    open(m_make); // Enter takes what is proposed
}

void InviteSheet::beginFor(Permission proposed) {
    begin();
    choose(proposed);
    refresh();
}

// The least where it may not be given.
void InviteSheet::choose(Permission proposed) {
    const auto found = std::find(m_invitable.begin(), m_invitable.end(), proposed);
    m_permission->choose(found == m_invitable.end() ? 0 : int(found - m_invitable.begin()));
}

void InviteSheet::showForm(bool form) {
    m_form->setVisible(form);
    m_buttons->setVisible(form);
    m_given->setVisible(!form);
}

void InviteSheet::name() {
    setTitle(tr("Invite somebody"));
    m_whoLabel->setText(tr("Who joins"));
    m_permissionLabel->setText(tr("What they may do"));
    m_usesLabel->setText(tr("How many may join by it"));
    m_timeLabel->setText(tr("How long it holds"));
    m_make->setText(tr("Make the invite (Enter)"));
    m_envelope->setText(tr("Sealed envelope as a PDF"));
    m_printEnvelope->setText(tr("Print a sealed envelope"));
    for (QPushButton* button : {m_envelope, m_printEnvelope}) {
        button->setToolTip(tr("One responder, within 90 days: to be printed, sealed and locked away"));
        button->setVisible(mayMakeEnvelope(own().value_or(Permission::Viewer)));
    }
    QStringList who{tr("Somebody new"), tr("Another device of mine")};
    if (m_invitable.empty()) {
        who.removeFirst();
    }
    m_who->setWords(who);
    QStringList permissions;
    for (const Permission one : m_invitable) {
        permissions += nameOf(one);
    }
    m_permission->setWords(permissions);
    m_who->setAccessibleName(m_whoLabel->text());
    m_permission->setAccessibleName(m_permissionLabel->text());
    m_usesChoice->setAccessibleName(m_usesLabel->text());
    m_time->setAccessibleName(m_timeLabel->text());
    refresh();
    m_given->refresh();
}

// What the rules allow is all that can be chosen.
void InviteSheet::refresh() {
    const InviteBounds most = bounds();
    m_uses.clear();
    QStringList uses;
    for (const quint64 offered : usesOffered) {
        if (offered <= most.mostUses) {
            m_uses.push_back(offered);
            uses += numberOf(offered);
        }
    }
    m_times.clear();
    QStringList times;
    for (const Millis offered : inviteTimes()) {
        if (offered <= most.longest) {
            m_times.push_back(offered);
            times += spanOf(offered);
        }
    }
    {
        const QSignalBlocker usesSilent(m_usesChoice);
        const QSignalBlocker timeSilent(m_time);
        m_usesChoice->setWords(uses);
        m_time->setWords(times);
    }
    m_permissionLabel->setVisible(!forMyself());
    m_permission->setVisible(!forMyself());
    m_may->setText(forMyself() ? tr("It joins as you, with your name and what you may do.")
                               : mayDo(permission()));
    m_spokenHint->setText(
        maySpeak(terms()) ? tr("It can be photographed, sent, or read out as eight words.")
                          : tr("It can be photographed or sent. Only an invite for one, within the hour, can "
                               "be read out."));
}

void InviteSheet::invite() {
    const auto given = m_inviting.invite({permission(), forMyself(), terms()});
    if (!given) {
        m_trouble->setText(sentence(given.error()));
        m_trouble->show();
        return;
    }
    const Moment now = m_clock.now();
    const QString until = clockSeenFrom(now + terms().valid, now);
    const QString whom =
        forMyself()
            ? tr("Another device of yours")
            : filled(tr("%1 as %2"), {tr("%n person(s)", "", int(terms().uses)), nameOf(permission())});
    m_given->show(*given, filled(tr("%1, until %2"), {whom, until}));
    showForm(false);
    open(m_given->first());
}

Result<QString> InviteSheet::envelopeLine() {
    const auto given = m_inviting.invite({envelopePermission, false, envelopeTerms()});
    return given ? Result<QString>(given->line) : errorOf(given);
}

// A file to be printed, sealed and deleted: it is as good as the invite itself.
void InviteSheet::makeEnvelope() {
    const auto line = envelopeLine();
    const Moment now = m_clock.now();
    const QString folder =
        m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : m_folder;
    const QString file = folder + QStringLiteral("/bongsu-") + toIso(now).left(secondsOfIso).remove(u':') +
                         QStringLiteral(".pdf");
    Outcome made = line ? Outcome(std::monostate{}) : errorOf(line);
    if (made) {
        QDir().mkpath(folder);
        made = writeEnvelope(file, envelopeOf(m_journal, *line, now));
    }
    sayOfEnvelope(made,
                  filled(tr("Written: %1. Print it, seal it, lock it away, and delete the file: whoever "
                            "reads it may join."),
                         {file}));
}

// The invite is made once a printer was chosen: who thought better of it leaves none behind.
void InviteSheet::printEnvelope(QPrinter& printer) {
    printer.setFullPage(true);
    const auto line = envelopeLine();
    const Outcome made = line ? bongsu::printEnvelope(printer, envelopeOf(m_journal, *line, m_clock.now()))
                              : Outcome(errorOf(line));
    sayOfEnvelope(made, tr("Given to the printer. Fetch it at once, seal it, lock it away: whoever reads it "
                           "may join."));
}

void InviteSheet::sayOfEnvelope(const Outcome& made, const QString& words) {
    m_trouble->setText(made ? QString() : sentence(made.error()));
    m_trouble->setVisible(!made);
    m_envelopeMade->setText(words);
    m_envelopeMade->setVisible(made.has_value());
}

QString InviteSheet::envelopeWords() const {
    return m_envelopeMade->isHidden() ? m_trouble->text() : m_envelopeMade->text();
}

// Enter in the form makes it, wherever the focus is.
void InviteSheet::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_form->isVisible() && !event->isAutoRepeat()) {
        invite();
        event->accept();
        return;
    }
    Sheet::keyPressEvent(event);
}

void InviteSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
