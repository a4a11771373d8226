#include "ui/incidents/topline.h"

#include "wording/template.h"

#include <QBoxLayout>

namespace bongsu {

namespace {

constexpr Length wide{28};

// Parts of one phrase stand closer than phrases do.
QHBoxLayout* phrase(std::initializer_list<QLabel*> words, int spacing) {
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing);
    for (QLabel* word : words) {
        line->addWidget(word, 0, Qt::AlignBaseline);
    }
    return line;
}

void setShown(QLabel* label, const QString& words) {
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

TopLine::TopLine(Journal& journal, Connection& connection, const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    lay(this, "surface");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(10), 0, 0);
    column->setSpacing(px(4));
    column->addLayout(makeFirst(theme));
    column->addLayout(makeSecond(journal, connection));
    m_third = new QHBoxLayout;
    m_third->setContentsMargins(metric::margin, 0, metric::margin, 0);
    m_third->setSpacing(wide);
    column->addLayout(m_third);
    m_fourth = new QHBoxLayout;
    m_fourth->setContentsMargins(metric::margin, 0, metric::margin, 0);
    m_fourth->addStretch();
    column->addLayout(m_fourth);
    column->addSpacing(px(4));
    column->addWidget(makeRule(this));
}

QLayout* TopLine::makeFirst(const Theme& theme) {
    m_drill = makeTag(this);
    m_drill->setProperty("tag", QStringLiteral("ember"));
    m_fires = new Fires(theme, this);
    m_grade = makeLabel(this, Ink::Text, TextSize::Title, Weight::Bold);
    m_title = new ElidedLabel(this);
    dress(m_title, Ink::Text, TextSize::Title, Weight::Bold);
    m_phase = makeTag(this);
    m_sinceBefore = makeLabel(this);
    m_elapsed = makeLabel(this, Ink::Text, TextSize::Clock, Weight::Bold);
    m_sinceAfter = makeLabel(this);
    m_meetingName = makeLabel(this);
    m_meeting = makeLabel(this, Ink::Text, TextSize::Body, Weight::Bold);
    m_clockPhrase = new QWidget(this);
    m_clockPhrase->setLayout(phrase({m_sinceBefore, m_elapsed, m_sinceAfter}, 0));
    m_meetingPhrase = new QWidget(this);
    m_meetingPhrase->setLayout(phrase({m_meetingName, m_meeting}, px(5)));
    for (const QWidget* whole : {m_clockPhrase, m_meetingPhrase}) {
        whole->layout()->setContentsMargins(0, 0, 0, 0);
    }
    auto* line = m_first = new QHBoxLayout;
    line->setContentsMargins(metric::margin, 0, metric::margin, 0);
    line->setSpacing(px(10));
    line->addWidget(m_drill);
    line->addWidget(m_fires);
    line->addWidget(m_grade);
    line->addWidget(m_title);
    line->addSpacing(px(8));
    line->addWidget(m_phase);
    line->addSpacing(px(8));
    line->addWidget(m_clockPhrase);
    line->addStretch();
    line->addWidget(m_meetingPhrase);
    return line;
}

QLayout* TopLine::makeSecond(Journal& journal, Connection& connection) {
    m_commanderName = makeLabel(this);
    m_commander = makeLabel(this, Ink::Text, TextSize::Body, Weight::Bold);
    m_command = makeLabel(this, Ink::Quiet);
    m_acting = makeTag(this);
    m_acting->setProperty("tag", QStringLiteral("ember"));
    m_alertName = makeLabel(this);
    m_alert = makeLabel(this, Ink::Text, TextSize::Body, Weight::Bold);
    m_alertPhrase = new QWidget(this);
    m_alertPhrase->setLayout(phrase({m_alertName, m_alert}, px(5)));
    m_alertPhrase->layout()->setContentsMargins(0, 0, 0, 0);
    m_nextNotice = makeLabel(this);
    m_duty = makeLabel(this);
    m_clocksPhrase = new QWidget(this);
    m_clocksPhrase->setLayout(phrase({m_nextNotice, m_duty}, wide));
    m_clocksPhrase->layout()->setContentsMargins(0, 0, 0, 0);
    m_counts = new ElidedLabel(this);
    dress(m_counts, Ink::Quiet);
    m_joined = makeLabel(this, Ink::Ember);
    auto* line = m_second = new QHBoxLayout;
    line->setContentsMargins(metric::margin, 0, metric::margin, 0);
    line->setSpacing(wide);
    line->addLayout(phrase({m_commanderName, m_commander, m_command, m_acting}, px(5)));
    line->addWidget(m_clocksPhrase);
    line->addWidget(m_alertPhrase);
    line->addWidget(m_counts);
    line->addWidget(m_joined);
    line->addStretch();
    line->addWidget(new LinkLabel(journal, connection, this));
    return line;
}

QSize TopLine::minimumSizeHint() const {
    return {0, QWidget::minimumSizeHint().height()};
}

void TopLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

// The clock and the meeting's number end the first line, what users have to be told and the counts stand in
// the second; all go down before a title is cut.
void TopLine::place() {
    const bool down = m_third->indexOf(m_meetingPhrase) >= 0;
    const auto width = [](const QHBoxLayout* line, std::initializer_list<QWidget*> away) {
        int all = line->sizeHint().width();
        for (const QWidget* part : away) {
            all += part->isHidden() ? 0 : part->sizeHint().width() + line->spacing();
        }
        return all;
    };
    const std::initializer_list<QWidget*> none;
    const int first =
        width(m_first, down ? std::initializer_list<QWidget*>{m_clockPhrase, m_meetingPhrase} : none);
    const int second =
        width(m_second, down ? std::initializer_list<QWidget*>{m_clocksPhrase, m_counts} : none);
    const bool narrow = std::max(first, second) > this->width();
    if (narrow && !down) {
        m_third->addWidget(m_clockPhrase);
        m_third->addWidget(m_clocksPhrase);
        m_third->addWidget(m_counts);
        m_third->addStretch();
        m_third->addWidget(m_meetingPhrase);
    } else if (!narrow && down) {
        m_second->insertWidget(1, m_clocksPhrase);
        m_second->insertWidget(3, m_counts);
        m_first->insertWidget(m_first->count() - 1, m_clockPhrase);
        m_first->addWidget(m_meetingPhrase);
        delete m_third->takeAt(0); // the stretch
    }
    placeClocks(narrow);
}

// Where the third line has no room for all of it, how many lines there are goes first, then a duty that is
// met; what still presses has a fourth line.
void TopLine::placeClocks(bool narrow) {
    const auto fits = [this](std::initializer_list<QWidget*> parts) {
        int all = 2 * metric::margin - m_third->spacing();
        for (const QWidget* part : parts) {
            all += part->sizeHint().width() + m_third->spacing();
        }
        return all <= width();
    };
    const bool hasDuty = !m_duty->text().isEmpty();
    const bool hasNext = !m_nextNotice->text().isEmpty();
    m_duty->setVisible(hasDuty); // as wide as it would be
    const bool hasAll = !narrow || fits({m_clockPhrase, m_clocksPhrase, m_counts, m_meetingPhrase});
    const bool hasClocks = hasAll || fits({m_clockPhrase, m_clocksPhrase, m_meetingPhrase});
    const bool showsDuty = hasDuty && (hasClocks || m_dutyIsPressing);
    m_duty->setVisible(showsDuty);
    m_clocksPhrase->setVisible(showsDuty || hasNext);
    m_counts->setVisible(hasAll);
    const bool apart = m_fourth->indexOf(m_clocksPhrase) >= 0;
    const bool wanted = narrow && !hasClocks && m_dutyIsPressing;
    if (wanted && !apart) {
        m_fourth->insertWidget(0, m_clocksPhrase);
    } else if (!wanted && apart && narrow) {
        m_third->insertWidget(1, m_clocksPhrase);
    }
}

void TopLine::tell(const IncidentWords& words) {
    setShown(m_drill, words.drill ? tr("DRILL / EXERCISE") : QString());
    m_fires->setGrade(words.grade);
    m_fires->setAccessibleName(words.gradeWord);
    m_grade->setText(words.gradeWord);
    m_title->setWords(words.title);
    m_phase->setText(words.phase);
    m_sinceBefore->setText(words.sinceBefore);
    m_elapsed->setText(words.elapsed);
    m_sinceAfter->setText(words.sinceAfter);
    setShown(m_meetingName, words.meeting.isEmpty() ? QString() : tr("Meeting"));
    setShown(m_meeting, words.meeting);
    m_commanderName->setText(tr("Commander"));
    m_commander->setText(words.commander);
    setShown(m_command, words.command);
    setShown(m_acting, words.acting ? tr("acting") : QString());
    m_alertName->setText(words.alertName);
    m_alert->setText(words.alert);
    dress(m_alert, words.alertIsHigh ? Ink::Ember : Ink::Text, TextSize::Body, Weight::Bold);
    m_alertPhrase->setVisible(!words.alert.isEmpty());
    setShown(m_nextNotice, words.nextNotice);
    dress(m_nextNotice, words.nextIsNear ? Ink::Ember : Ink::Text, TextSize::Body,
          words.nextIsNear ? Weight::Bold : Weight::Normal);
    setShown(m_duty, words.duty);
    dress(m_duty, words.dutyIsPressing ? Ink::Ember : Ink::Good, TextSize::Body,
          words.dutyIsPressing ? Weight::Bold : Weight::Normal);
    m_dutyIsPressing = words.dutyIsPressing;
    m_counts->setWords(words.counts);
    setShown(m_joined,
             words.joinedInto.isEmpty() ? QString() : filled(tr("Joined into %1"), {words.joinedInto}));
    place();
}

} // namespace bongsu
