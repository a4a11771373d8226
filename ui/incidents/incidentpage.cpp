#include "ui/incidents/incidentpage.h"

#include "ui/attachments/attachmenttools.h"
#include "ui/board/acts.h"
#include "ui/board/columns.h"
#include "ui/board/needsbar.h"
#include "ui/committee/committeeacts.h"
#include "ui/hindsight/hindsightbar.h"
#include "ui/incidents/topline.h"
#include "ui/notices/noticesheet.h"
#include "ui/outgoing/exportsheet.h"
#include "ui/outgoing/sitrepsheet.h"
#include "ui/retro/retrosheet.h"
#include "ui/roles/roletools.h"
#include "ui/services/serviceacts.h"
#include "ui/services/servicessheet.h"
#include "ui/shell/foot.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/filterbar.h"
#include "ui/timeline/recordtools.h"
#include "ui/timeline/timelineview.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QScrollBar>
#include <QShortcut>

#include <array>

namespace bongsu {

namespace {

constexpr int columnSheetWidth = 480;

Viewer viewerOf(const BoardContext& board, const LogId& log) {
    const Journal& journal = board.journal;
    Viewer viewer{journal.person(), std::nullopt};
    if (viewer.person) {
        viewer.permission = journal.organisation().permission(*viewer.person, journal.organisation().seq);
        viewer.toConfirm =
            toConfirm(board.incident, journal.organisation(), board.catalogue, *viewer.person).size();
    }
    viewer.refused = quint64(journal.refusedCount(log));
    return viewer;
}

} // namespace

IncidentPage::IncidentPage(const WindowParts& parts, const Ticker& ticker, QWidget* parent)
    : QWidget(parent), m_parts(parts) {
    build();
    connectParts();
    connect(&ticker, &Ticker::minuteBegun, this, &IncidentPage::refresh);
    // A thousand lines that arrive at once change the columns once.
    m_boardDue.setSingleShot(true);
    m_boardDue.setInterval(0);
    connect(&m_boardDue, &QTimer::timeout, this, &IncidentPage::refreshBoard);
    name();
}

IncidentPage::~IncidentPage() = default;

void IncidentPage::build() {
    lay(this, "surface");
    m_actions = new Actions(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopLine(m_parts.journal, m_parts.connection, m_parts.theme, this);
    m_bars = new Bars(m_parts.journal, m_parts.connection, m_parts.hosting, m_parts.theme, this);
    m_beyond = new Bar(m_parts.theme, Bar::Tone::Alarming, this);
    m_needs = new NeedsBar(m_parts.theme, this);
    m_hindsightBar = new HindsightBar(m_parts.theme, this);
    m_foldedWords = new ElidedLabel(this);
    dress(m_foldedWords, Ink::Text, TextSize::Body, Weight::Bold);
    m_foldedWords->setContentsMargins(metric::margin, px(8), metric::margin, 0);
    m_composer = new Composer(m_parts.journal, m_parts.clock, m_parts.theme, this);
    m_questions = new ChoiceSheet(this, m_parts.theme);
    m_acts = new Acts(m_parts, *m_questions, this);
    m_serviceActs = new ServiceActs(m_parts, *m_questions, this);
    m_committee = new CommitteeActs(m_parts, *m_questions, this);
    m_servicesSheet = new ServicesSheet(m_parts, this);
    m_notices = new NoticeSheet(m_parts, *m_questions, this);
    connectServices();
    m_roles = new RoleTools(m_parts, *m_questions, this);
    column->addWidget(m_top);
    column->addWidget(m_bars);
    column->addWidget(m_beyond);
    column->addWidget(&m_roles->bar());
    column->addWidget(m_needs);
    column->addWidget(m_hindsightBar);
    column->addWidget(m_foldedWords);
    column->addWidget(makeMiddle(), 1);
    column->addWidget(makeRule(this));
    column->addWidget(m_composer);
    m_peopleSheet = new Sheet(this, m_parts.theme, columnSheetWidth);
    addActions();
    column->addWidget(m_foot);
    fold();
}

void IncidentPage::addActions() {
    m_foot = new Foot(m_parts.theme, *m_actions, this);
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Incidents"),
                                     .keys = Qt::Key_Escape,
                                     .run = [this] { m_hindsight ? backToNow() : left(); },
                                     .whilePaused = true}));
    addColumnKeys();
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Notices"),
                                     .keys = Qt::Key_F2,
                                     .run = [this] { showNotices(); }}));
    connect(m_notices, &NoticeSheet::done, m_composer, &Composer::tell);
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Show three times"),
                                     .keys = Qt::CTRL | Qt::Key_T,
                                     .run = [this] { toggleTimes(); },
                                     .whilePaused = true}));
    m_acts->addTo(*m_actions);
    m_serviceActs->addTo(*m_actions);
    m_committee->addTo(*m_actions);
    m_roles->addTo(*m_actions);
    addNeedKeys();
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Copy the brief"),
                                     .keys = Qt::CTRL | Qt::Key_B,
                                     .run = [this] { copyBrief(); }}));
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Record a call"),
                    .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                    .run = [this] { m_composer->markCall(); }});
    m_attachments = new AttachmentTools(m_parts, *this, *m_view, *m_composer, *m_actions);
    m_sitrep = new SitrepSheet(m_parts, this);
    connect(m_sitrep, &SitrepSheet::done, m_composer, &Composer::tell);
    m_export = new ExportSheet(m_parts, this);
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Write the record into a file"),
                    .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                    .run = [this] { m_export->openFor(*m_log); }});
    m_export->setInviting(m_parts.inviting);
    connect(m_export, &ExportSheet::inviteAsked, this, &IncidentPage::inviteAsked);
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Hand over for inspection"),
                    .keys = Qt::CTRL | Qt::ALT | Qt::Key_E,
                    .run = [this] { m_export->openForInspection(*m_log); }});
    addPrintActions();
    addPastActions();
    addRetroActions();
    connect(m_actions, &Actions::hindered, this,
            [this](const QString& why) { m_hindsight ? m_hindsightBar->say(why) : m_composer->tell(why); });
    connect(m_acts, &Acts::done, m_composer, &Composer::tell);
    connect(m_serviceActs, &ServiceActs::done, m_composer, &Composer::tell);
    connect(m_committee, &CommitteeActs::done, m_composer, &Composer::tell);
    connect(m_roles, &RoleTools::done, m_composer, &Composer::tell);
}

// A digit alone where nothing is being written; with Alt anywhere; and as a line of its own in the composer.
void IncidentPage::addNeedKeys() {
    constexpr std::array names{QT_TRANSLATE_NOOP("Action", "The first of what is needed now"),
                               QT_TRANSLATE_NOOP("Action", "The second of what is needed now"),
                               QT_TRANSLATE_NOOP("Action", "The third of what is needed now")};
    static_assert(names.size() == mostNeeds);
    for (int digit = 1; digit <= int(names.size()); ++digit) {
        const auto key = Qt::Key(Qt::Key_0 + digit);
        m_actions->add({.name = names[std::size_t(digit - 1)], .keys = Qt::ALT | key, .run = [this, digit] {
                            m_needs->ask(digit);
                        }});
        auto* alone = new QShortcut(key, this);
        alone->setContext(Qt::WidgetWithChildrenShortcut);
        connect(alone, &QShortcut::activated, this, [this, digit] { m_needs->ask(digit); });
    }
    connect(m_composer, &Composer::digitEntered, m_needs, &NeedsBar::ask);
    connect(m_needs, &NeedsBar::asked, this, &IncidentPage::meet);
}

void IncidentPage::meet(const Need& need) {
    if (isHinderedByPast()) {
        return;
    }
    switch (need.kind) {
    case NeedKind::LookAtRefused:
        m_tools->filterBar().showAll();
        m_model->showNewest(); // own lines stand there
        m_view->setFocus();
        if (const auto row = m_model->firstRefused()) {
            m_view->setCurrentIndex(m_model->index(*row));
        }
        break;
    case NeedKind::TakeCommand:
        m_acts->takeCommand();
        break;
    case NeedKind::AnswerCall:
        m_roles->seats().answerFor(need.seat);
        break;
    case NeedKind::CallPeople:
        m_roles->seats().callEveryone();
        break;
    case NeedKind::FillSeat:
        m_roles->seats().assign(need.seat);
        break;
    case NeedKind::DoTasks:
        m_roles->tasks().show();
        break;
    case NeedKind::ConfirmServices:
        m_serviceActs->confirm();
        break;
    case NeedKind::AttendCommittee:
        m_committee->attend();
        break;
    case NeedKind::VoteMotion:
        m_committee->vote();
        break;
    case NeedKind::AnswerRequests:
        m_committee->answerRequests();
        break;
    case NeedKind::OpenPeriod:
        m_committee->openPeriod();
        break;
    case NeedKind::RenewRecovery:
        m_serviceActs->expect(ServiceKey{need.service, {}});
        break;
    case NeedKind::JoinOther:
        m_acts->join(need.other);
        break;
    case NeedKind::SetMeeting:
        m_acts->setMeeting();
        break;
    case NeedKind::GiveNotice:
    case NeedKind::UpdateNotice:
        showNotices();
        break;
    case NeedKind::ApproveNotice:
    case NeedKind::DecideDelivery:
        showNotices(need.notice);
        break;
    case NeedKind::HoldWork:
        m_acts->holdAt(need.site);
        break;
    case NeedKind::StateServices:
        m_serviceActs->stateServices();
        break;
    }
}

// Where no channel is known, what was told elsewhere can still be written down.
void IncidentPage::showNotices(const std::optional<EventId>& notice) {
    if (const auto shown = m_notices->show(*m_log, notice); !shown) {
        m_composer->begin(tr("notice: "));
        m_composer->tell(
            filled(tr("Nothing can be sent from here: %1 What was told elsewhere is written down here."),
                   {sentence(shown.error())}));
    }
}

QWidget* IncidentPage::makeHead() {
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(metric::margin, px(10), metric::margin, px(4));
    column->setSpacing(px(4));
    auto* line = new QHBoxLayout;
    line->setSpacing(metric::margin);
    column->addLayout(line);
    m_heading = makeLabel(head, Ink::Quiet, TextSize::Small, Weight::Bold);
    m_trouble = makeLabel(head, Ink::Ember, TextSize::Small);
    m_empty = makeLabel(head, Ink::Quiet, TextSize::Small);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    line->addWidget(m_heading);
    line->addWidget(m_trouble);
    line->addStretch();
    line->addWidget(&m_tools->filterBar());
    return head;
}

void IncidentPage::connectParts() {
    connect(&m_parts.journal, &Journal::incidentChanged, this, [this](const LogId& log) {
        if (log == m_log) {
            refresh();
        } else {
            refreshPeople(); // it may be a team of this one
        }
    });
    connect(&m_parts.journal, &Journal::organisationChanged, this, &IncidentPage::refresh);
    connect(m_people, &PeopleColumn::seatChosen, this, &IncidentPage::showRoles);
    connect(m_people, &PeopleColumn::tasksChosen, this, [this] {
        if (!isHinderedByPast()) {
            m_peopleSheet->close();
            m_roles->tasks().show();
        }
    });
    connect(m_roles, &RoleTools::secondBegun, this, &IncidentPage::refreshPeople);
    connect(m_roles, &RoleTools::changed, this, &IncidentPage::refresh);
    connect(m_composer, &Composer::left, this, &IncidentPage::left);
    connect(m_composer, &Composer::lookedUp, this, [this] {
        m_view->setFocus(); // may choose the first row by itself: the line above the composer is the newest
        if (m_model) {
            m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1));
        }
    });
    connect(m_view, &TimelineView::correctionAsked, this, &IncidentPage::correct);
    connect(m_tools, &RecordTools::incidentAsked, this, &IncidentPage::incidentAsked);
    connect(m_tools, &RecordTools::filtered, this, &IncidentPage::refreshHead);
    connect(m_view, &TimelineView::pinAsked, this, &IncidentPage::pin);
    connect(m_view, &TimelineView::retryAsked, this, &IncidentPage::retry);
    connect(m_view, &TimelineView::discardAsked, this, &IncidentPage::discard);
}

void IncidentPage::open(const LogId& log) {
    if (m_log == log) {
        return;
    }
    backToNow();
    m_log = log;
    const bool times = m_model && m_model->showsThreeTimes();
    m_view->follow(nullptr);
    m_tools->follow(nullptr);
    m_attachments->follow(nullptr);
    m_model = std::make_unique<TimelineModel>(m_parts.journal, log);
    m_model->showThreeTimes(times);
    m_trouble->hide();
    connect(m_model.get(), &TimelineModel::readFailed, this, [this](const Error& why) {
        m_trouble->setText(sentence(why));
        m_trouble->show();
    });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_model.get(), changed, this, &IncidentPage::refreshHead);
    }
    m_view->follow(m_model.get());
    m_tools->follow(m_model.get());
    m_attachments->follow(m_model.get());
    m_composer->setIncident(log);
    m_acts->setIncident(log);
    m_serviceActs->setIncident(log);
    m_committee->setIncident(log);
    m_roles->setIncident(log);
    m_servicesSheet->close();
    m_notices->close();
    if (m_retro) {
        m_retro->close();
    }
    m_peopleSheet->close();
    m_questions->close();
    refresh();
    refreshBoard(); // at once: an empty column would be news
}

void IncidentPage::setReadOnly() {
    m_readOnly = true;
    setAcceptDrops(false);
    m_composer->hide();
    m_foot->hide();
    m_roles->setReadOnly();
    connect(m_view->verticalScrollBar(), &QAbstractSlider::rangeChanged, this, &IncidentPage::changedInside);
    connect(&m_boardDue, &QTimer::timeout, this, &IncidentPage::changedInside);
}

std::optional<quint64> IncidentPage::lineChosen() const {
    const QModelIndex index = m_view->currentIndex();
    return m_model && index.isValid() && m_view->hasFocus() ? m_model->row(index.row()).seq : std::nullopt;
}

void IncidentPage::chooseLine(quint64 seq) {
    m_tools->goTo(seq);
}

void IncidentPage::focusComposer() {
    m_composer->field().setFocus();
}

QString IncidentPage::title() const {
    const Incident* incident = m_log ? m_parts.journal.incident(*m_log) : nullptr;
    return incident ? m_parts.journal.texts().title(*incident) : QString();
}

void IncidentPage::name() {
    m_heading->setText(tr("Record"));
    refresh();
}

void IncidentPage::refresh() {
    if (const Incident* incident = shown()) {
        m_top->tell(wordsFor(m_parts.journal, *incident, shownAt(), m_parts.documents));
        const QString beyond = beyondThisVersion(m_parts.journal.organisation(), *incident);
        m_beyond->setWords(beyond.isEmpty() ? QString() : tr("Not all of this record is verified here."),
                           beyond);
        m_boardDue.start();
    }
    refreshHead();
}

BoardContext IncidentPage::boardOf(const Incident& incident) const {
    const Moment at = shownAt();
    return {m_parts.journal,
            incident,
            at,
            m_roles->manualOf(incident),
            m_parts.documents ? &m_parts.documents->catalogue() : nullptr,
            m_parts.documents ? &m_parts.documents->shifts(at) : nullptr};
}

void IncidentPage::refreshBoard() {
    const Journal& journal = m_parts.journal;
    const Incident* incident = shown();
    if (!incident) {
        return;
    }
    const BoardContext board = boardOf(*incident);
    m_services->show(board);
    m_people->show(board);
    m_foldedWords->setWords(foldedWords(board));
    if (m_past) {
        return; // nobody does anything there
    }
    m_servicesSheet->refresh();
    m_notices->refresh();
    if (m_retro) {
        m_retro->refresh();
    }
    m_roles->show(board);
    std::vector<const Incident*> all;
    for (const LogId& log : journal.incidents()) {
        all.push_back(journal.incident(log));
    }
    m_needs->show(needsOf(*incident, journal.organisation(), viewerOf(board, *m_log), all, board.now), board);
}

void IncidentPage::refreshPeople() {
    const Incident* incident = isVisible() ? shown() : nullptr;
    if (incident && !m_past) {
        const BoardContext board = boardOf(*incident);
        m_people->show(board);
        m_roles->show(board);
    }
}

void IncidentPage::refreshHead() {
    const bool isFiltered = m_model && !m_model->filter().isEmpty();
    m_empty->setText(isFiltered ? tr("No line of the record is like this. Ctrl 1 shows all.")
                                : tr("Nothing is recorded yet. Type one line below and press Enter."));
    m_empty->setVisible(!m_readOnly && m_model && m_model->rowCount() <= (isFiltered ? 0 : 1) &&
                        m_trouble->isHidden());
}

void IncidentPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

} // namespace bongsu
