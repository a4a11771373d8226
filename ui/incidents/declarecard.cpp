#include "ui/incidents/declarecard.h"

#include "ui/style/scrolled.h"
#include "ui/timeline/composerfield.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QPainter>

namespace bongsu {

namespace {

constexpr Length gradeHeight{34};
constexpr Length gradePadding{10};
constexpr Length firesWidth{62};
constexpr int mostCharacters = 200;

// "5% of users, 1 service or 10 minutes": what makes it at least this grade.
QString measures(Grade grade) {
    for (const GradeCriteria& one : gradeCriteria) {
        if (one.grade != grade) {
            continue;
        }
        QStringList parts;
        if (one.usersPercent > 0) {
            parts += DeclareCard::tr("from %1 % of users").arg(one.usersPercent);
        }
        if (one.services > 0) {
            parts += DeclareCard::tr("from %n service(s)", "", one.services);
        }
        if (one.minutes > 0) {
            parts += DeclareCard::tr("from %n minute(s)", "", one.minutes);
        }
        return parts.join(u" \u00B7 ");
    }
    return {};
}

std::optional<Millis> lastedOf(const DeclaredLine& line) {
    return line.began && line.ended ? std::optional(*line.ended - *line.began) : std::nullopt;
}

// "began 15:19", "13:44 to 13:50, 6 minutes"; empty where no time was typed.
QString timesOf(const DeclaredLine& line, Moment now) {
    if (const auto lasted = lastedOf(line)) {
        return filled(DeclareCard::tr("%1 to %2, %3"),
                      {clockSeenFrom(*line.began, now), clockOf(*line.ended), spanOf(*lasted)});
    }
    return line.began ? filled(DeclareCard::tr("began %1"), {clockSeenFrom(*line.began, now)}) : QString();
}

QString because(const GradeProposal& proposal) {
    switch (proposal.sign) {
    case GradeSign::Lasted:
        return DeclareCard::tr("Proposed because of how long it lasted.");
    case GradeSign::WholeSite:
        return filled(DeclareCard::tr("Proposed because of \"%1\": it may reach a whole site."),
                      {proposal.word});
    case GradeSign::Everything:
    case GradeSign::Several:
    case GradeSign::Part:
        return filled(DeclareCard::tr("Proposed because of \"%1\"."), {proposal.word});
    case GradeSign::Slow:
        return filled(DeclareCard::tr("Proposed because of \"%1\": it still works."), {proposal.word});
    case GradeSign::Suspicion:
        return filled(DeclareCard::tr("Proposed because of \"%1\": nothing is certain yet."),
                      {proposal.word});
    case GradeSign::Nothing:
        break;
    }
    return DeclareCard::tr("Proposed because the title says nothing else. It can be changed later.");
}

} // namespace

GradeButton::GradeButton(const Theme& theme, Grade grade, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_grade(grade) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize GradeButton::sizeHint() const {
    const QFontMetrics metrics(Theme::font(TextSize::Body, Weight::Bold));
    return {2 * gradePadding + firesWidth + metric::gap + metrics.horizontalAdvance(text()), gradeHeight};
}

QSize GradeButton::minimumSizeHint() const {
    return {sizeHint().width() - firesWidth - metric::gap, gradeHeight};
}

void GradeButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = m_theme.tokens();
    const qreal thick = hasFocus() ? metric::focus : metric::rule;
    painter.setPen(QPen(hasFocus() ? t.focus : isChecked() ? t.ember : t.quiet, thick));
    painter.setBrush(isChecked() ? t.emberSoft : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2),
                            metric::radius, metric::radius);
    const bool roomy = width() >= sizeHint().width(); // else the word alone
    if (roomy) {
        drawFires(painter, QPointF(gradePadding, (height() - px(16)) / 2.0), m_grade, t);
    }
    painter.setPen(t.text);
    painter.setFont(Theme::font(TextSize::Body, isChecked() ? Weight::Bold : Weight::Normal));
    const int left = gradePadding + (roomy ? firesWidth + metric::gap : 0);
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignVCenter, text());
}

DeclareCard::DeclareCard(const WindowParts& parts, QWidget* parent)
    : QWidget(parent), m_journal(parts.journal), m_clock(parts.clock), m_documents(parts.documents) {
    build(parts.theme);
    connect(m_field, &ComposerField::entered, this, &DeclareCard::proceed);
    connect(m_field, &ComposerField::enteredApart, this, &DeclareCard::declare);
    connect(m_field, &ComposerField::decided, this, &DeclareCard::proceed);
    connect(m_field, &ComposerField::escaped, this, &DeclareCard::fold);
    connect(m_field, &ComposerField::lookedUp, this, [this] { shift(1); });
    connect(m_field, &ComposerField::lookedDown, this, [this] { shift(-1); });
    connect(m_field, &QLineEdit::textChanged, this, &DeclareCard::typed);
    connect(m_declareHint, &KeyHint::clicked, this, &DeclareCard::proceed);
    connect(m_confirmHint, &KeyHint::clicked, this, &DeclareCard::proceed);
    connect(m_apartHint, &KeyHint::clicked, this, &DeclareCard::declare);
    connect(m_cancelHint, &KeyHint::clicked, this, &DeclareCard::fold);
    connect(&m_journal, &Journal::ownEventChanged, this,
            [this](const LogId& log, const EventId& event, OwnState state) {
                if (m_declaring == event && state != OwnState::BeingKept) {
                    m_declaring.reset();
                    m_field->clear();
                    fold();
                    Q_EMIT declared(log);
                }
            });
    connect(&m_journal, &Journal::storeFailed, this, [this](const Failure& failure) {
        if (m_declaring) {
            m_message->setText(
                filled(tr("Not saved yet, and tried again by itself. %1"), {sentence(failure)}));
            m_message->show();
        }
    });
    name();
}

void DeclareCard::build(const Theme& theme) {
    lay(this, "surface");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::margin, px(14), metric::margin, px(14));
    column->setSpacing(px(10));
    auto* line = new QHBoxLayout;
    line->setSpacing(metric::margin);
    m_field = new ComposerField(this);
    letter(m_field, TextSize::Title);
    m_field->setMaxLength(mostCharacters);
    line->addWidget(m_field, 1);
    m_declareHint = new KeyHint(theme, QStringLiteral("Enter"), this);
    line->addWidget(m_declareHint);
    column->addLayout(line);

    m_card = new QWidget(this);
    auto* card = new QVBoxLayout(m_card);
    card->setContentsMargins(0, px(4), 0, 0);
    card->setSpacing(px(8));
    m_sameWords = makeLabel(m_card, Ink::Ember, TextSize::Body, Weight::Bold);
    m_sameWords->setWordWrap(true);
    card->addWidget(m_sameWords);
    m_causeWords = makeLabel(m_card, Ink::Ember, TextSize::Body, Weight::Bold);
    m_causeWords->setWordWrap(true);
    card->addWidget(m_causeWords);
    m_overWords = makeLabel(m_card, Ink::Info, TextSize::Body, Weight::Bold);
    m_overWords->setWordWrap(true);
    card->addWidget(m_overWords);
    card->addWidget(makeGrades(theme));
    m_criteria = makeLabel(m_card);
    m_criteria->setWordWrap(true);
    m_because = makeLabel(m_card, Ink::Quiet, TextSize::Small);
    m_because->setWordWrap(true);
    card->addWidget(m_criteria);
    card->addWidget(m_because);
    m_guessed = makeLabel(m_card, Ink::Quiet, TextSize::Small);
    m_guessed->setWordWrap(true);
    card->addWidget(m_guessed);
    m_drill = new QCheckBox(m_card);
    card->addWidget(m_drill);
    auto* keys = new QHBoxLayout;
    keys->setSpacing(metric::margin);
    m_confirmHint = new KeyHint(theme, QStringLiteral("Enter"), m_card);
    m_apartHint = new KeyHint(theme, QStringLiteral("Shift Enter"), m_card);
    m_cancelHint = new KeyHint(theme, QStringLiteral("Esc"), m_card);
    for (KeyHint* hint : {m_confirmHint, m_apartHint, m_cancelHint}) {
        keys->addWidget(hint);
    }
    keys->addStretch();
    card->addLayout(keys);
    m_card->hide();
    column->addWidget(new Scrolled(m_card, this));
    m_message = makeLabel(this, Ink::Ember);
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
}

QWidget* DeclareCard::makeGrades(const Theme& theme) {
    auto* group = new QWidget(m_card);
    auto* line = new QHBoxLayout(group);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metric::gap);
    for (std::size_t i = 0; i < m_grades.size(); ++i) {
        const auto grade = Grade(i + 1);
        auto* button = new GradeButton(theme, grade, group);
        connect(button, &QAbstractButton::clicked, this, [this, grade] { chosen(grade); });
        line->addWidget(button);
        m_grades[i] = button;
    }
    line->addStretch();
    return group;
}

void DeclareCard::name() {
    m_field->setPlaceholderText(tr("What is it?"));
    m_field->setAccessibleName(tr("What is it? A line declares an incident"));
    m_declareHint->setText(tr("Declare an incident"));
    m_drill->setText(tr("This is a drill: every screen says DRILL / EXERCISE"));
    m_cancelHint->setText(tr("Back"));
    m_apartHint->setText(tr("Declare apart"));
    for (std::size_t i = 0; i < m_grades.size(); ++i) {
        m_grades[i]->setText(nameOf(Grade(i + 1)));
        m_grades[i]->setAccessibleDescription(criteriaOf(Grade(i + 1)));
    }
    refresh();
}

void DeclareCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

DeclaredLine DeclareCard::understood() const {
    const Moment now = m_clock.now();
    return parseDeclaredLine(m_field->text(), now, utcOffset(now));
}

void DeclareCard::typed() {
    const DeclaredLine line = understood();
    m_field->showUnderstood(timesOf(line, m_clock.now()));
    m_proposal = proposeGrade(line.text, lastedOf(line));
    if (!m_chosen) {
        m_grade = m_proposal.grade;
    }
    m_same.reset();
    std::vector<const Incident*> all;
    for (const LogId& log : m_journal.incidents()) {
        const Incident* incident = m_journal.incident(log);
        all.push_back(incident);
        if (mayBeTheSame(line.text, *incident, m_journal.texts().title(*incident))) {
            m_same = log;
        }
    }
    m_guess = guessOf(line.text, m_documents ? m_documents->catalogue() : Catalogue(), all);
    if (line.text.isEmpty()) {
        fold();
    }
    refresh();
}

void DeclareCard::refresh() {
    const DeclaredLine line = understood();
    m_overWords->setVisible(line.ended.has_value());
    if (line.ended) {
        m_overWords->setText(filled(tr("Already over: %1. It will stand in the record as back to normal."),
                                    {timesOf(line, m_clock.now())}));
    }
    const Incident* cause = m_guess.openCause ? m_journal.incident(*m_guess.openCause) : nullptr;
    m_causeWords->setVisible(cause != nullptr);
    if (cause) {
        m_causeWords->setText(
            filled(tr("The cause of %1 (%2) is still open: the same site."),
                   {m_journal.texts().title(*cause), clockSeenFrom(cause->declaredAt, m_clock.now())}));
    }
    QStringList guessed(m_guess.sites.begin(), m_guess.sites.end());
    if (m_guess.failureType) {
        guessed.prepend(nameOfFailureType(keyOf(*m_guess.failureType).toString()));
    }
    if (m_guess.wholeSite) {
        guessed += tr("all %n service(s) there", "", int(m_guess.services.size()));
    } else {
        guessed += QStringList(m_guess.services.begin(), m_guess.services.end());
    }
    m_guessed->setVisible(!guessed.isEmpty());
    m_guessed->setText(filled(tr("Read from the title: %1"), {guessed.join(u" \u00B7 ")}));
    m_grades[std::size_t(m_grade) - 1]->setChecked(true);
    QStringList criteria{criteriaOf(m_grade), measures(m_grade)};
    criteria.removeAll(QString());
    m_criteria->setText(criteria.join(u" \u00B7 "));
    m_because->setText(m_chosen ? tr("Chosen by you.") : because(m_proposal));
    m_declareHint->setVisible(!isUnfolded());
    const Incident* same = m_same ? m_journal.incident(*m_same) : nullptr;
    m_sameWords->setVisible(same != nullptr);
    m_apartHint->setVisible(same != nullptr);
    if (same) {
        m_sameWords->setText(
            filled(tr("Declared already at %1: %2"),
                   {clockSeenFrom(same->declaredAt, m_clock.now()), m_journal.texts().title(*same)}));
    }
    const QString declare = line.ended ? tr("Record: %1 incident, already over") : tr("Declare: %1 incident");
    m_confirmHint->setText(same ? tr("Go to that one") : filled(declare, {nameOf(m_grade)}));
    m_confirmHint->updateGeometry();
}

void DeclareCard::unfold() {
    m_card->show();
    refresh();
}

void DeclareCard::fold() {
    m_card->hide();
    m_chosen = false;
    m_drill->setChecked(false);
    m_message->hide();
    m_grade = m_proposal.grade;
    refresh();
}

void DeclareCard::chosen(Grade grade) {
    m_grade = grade;
    m_chosen = true;
    refresh();
}

void DeclareCard::shift(int by) {
    if (isUnfolded()) {
        chosen(Grade(std::clamp(int(m_grade) + by, int(Grade::Watch), int(Grade::Total))));
    } else if (by < 0) {
        Q_EMIT lookedDown();
    }
}

// Enter: first it shows what it would do, then it does it.
void DeclareCard::proceed() {
    if (m_field->text().trimmed().isEmpty()) {
        return;
    }
    if (!isUnfolded()) {
        unfold();
    } else if (m_same) {
        const LogId same = *m_same;
        m_field->clear();
        Q_EMIT joinAsked(same);
    } else {
        declare();
    }
}

void DeclareCard::declare() {
    const DeclaredLine line = understood();
    if (!isUnfolded() || m_declaring || line.text.isEmpty()) {
        return;
    }
    IncidentDeclared facts;
    facts.grade = m_grade;
    facts.drill = m_drill->isChecked();
    facts.began = line.began;
    facts.ended = line.ended;
    facts.sites = m_guess.sites;
    facts.services = m_guess.services;
    if (m_guess.failureType) {
        facts.failureType = keyOf(*m_guess.failureType).toString();
    }
    const auto recorded = m_journal.record(std::nullopt, facts, Text{.text = line.text});
    if (!recorded) {
        m_message->setText(sentence(recorded.error()));
        m_message->show();
        return;
    }
    m_declaring = recorded->event;
    if (m_journal.stateOf(recorded->event) != OwnState::BeingKept) {
        m_declaring.reset();
        m_field->clear();
        Q_EMIT declared(recorded->log);
    }
}

} // namespace bongsu
