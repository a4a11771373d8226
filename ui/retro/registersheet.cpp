#include "ui/retro/registersheet.h"

#include "files/exportfile.h"
#include "journal/actionfile.h"
#include "report/actionregister.h"
#include "ui/retro/actionacts.h"
#include "ui/services/detailsview.h"
#include "ui/style/keylines.h"
#include "ui/style/scrolled.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1320; // at 100 %
constexpr Length leastRim{24};   // of the page, around the sheet
constexpr Length leastHeight{150};
constexpr Length mostHeight{820};

} // namespace

RegisterSheet::RegisterSheet(const WindowParts& parts, ChoiceSheet& questions, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_questions(questions),
      m_acts(new ActionActs(parts, questions, this)) {
    build();
    name();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (!m_filling && now.isValid()) {
                    m_chosen = m_rows[std::size_t(now.row())].line.key;
                    tell();
                }
            });
    connect(m_list, &QListView::activated, this, &RegisterSheet::act);
    connect(m_acts, &PageActs::done, this, [this](const QString& words) { say(words); });
    connect(&parts.journal, &Journal::incidentChanged, this, &RegisterSheet::refresh, Qt::QueuedConnection);
    connect(&parts.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void RegisterSheet::build() {
    m_counts = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_counts->setWordWrap(true);
    body().addWidget(m_counts);
    m_empty = makeLabel(this, Ink::Quiet);
    m_empty->setWordWrap(true);
    body().addWidget(m_empty);
    m_first = new QPushButton(this);
    m_first->setAutoDefault(true); // Enter does it, too
    body().addWidget(m_first, 0, Qt::AlignLeft);
    connect(m_first, &QPushButton::clicked, this, &RegisterSheet::add);
    m_both = new QWidget(this);
    auto* both = new QVBoxLayout(m_both);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(metric::gap);
    m_list = new QListView(m_both);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RegisterDelegate(m_parts.theme, m_rows, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    m_details = new DetailsView(m_parts.theme, m_both);
    m_told = new Scrolled(m_details, m_both);
    m_told->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    both->addWidget(m_list, 3);
    both->addWidget(makeRule(m_both));
    both->addWidget(m_told, 2);
    m_both->setFixedHeight(leastHeight);
    body().addWidget(m_both);
    m_said = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_said->setWordWrap(true);
    m_said->hide();
    body().addWidget(m_said);
    m_keyLines = new KeyLines(this);
    body().addWidget(m_keyLines);
    m_enter = addKey("Enter", Qt::Key_Return, &RegisterSheet::act);
    m_change = addKey("P", Qt::Key_P, &RegisterSheet::change);
    m_drop = addKey("X", Qt::Key_X, &RegisterSheet::drop);
    m_reopen = addKey("Z", Qt::Key_Z, &RegisterSheet::reopen);
    m_go = addKey("G", Qt::Key_G, &RegisterSheet::goThere);
    m_add = addKey("N", Qt::Key_N, &RegisterSheet::add);
    m_table = addKey("V", Qt::Key_V, &RegisterSheet::saveTable);
    m_calendar = addKey("I", Qt::Key_I, &RegisterSheet::saveCalendar);
    m_readOn = addKey("PgDn", Qt::Key_PageDown, &RegisterSheet::readOn);
    m_back = addKey("Esc", Qt::Key_Escape, &RegisterSheet::close);
}

KeyHint* RegisterSheet::addKey(const char* cap, Qt::Key key, void (RegisterSheet::*act)()) {
    auto* hint = new KeyHint(m_parts.theme, QString::fromLatin1(cap), m_keyLines);
    m_keyLines->add(hint);
    connect(hint, &KeyHint::clicked, this, act);
    m_keys.push_back({hint, key});
    return hint;
}

void RegisterSheet::name() {
    setTitle(tr("Actions after incidents"));
    m_list->setAccessibleName(tr("Actions after incidents, and what was found more than once"));
    m_empty->setText(tr("Nothing is to be done after any incident. In a retrospective (F10) actions are "
                        "added against what was found."));
    m_first->setText(tr("Add the first action"));
    m_add->setText(tr("New action"));
    m_change->setText(tr("Who does it, and when"));
    m_drop->setText(tr("Drop it"));
    m_reopen->setText(tr("Take it up again"));
    m_go->setText(tr("Go to its incident"));
    m_table->setText(tr("Save as a table (CSV)"));
    m_calendar->setText(tr("Save for calendars"));
    m_readOn->setText(tr("Read on"));
    m_back->setText(tr("Back"));
}

void RegisterSheet::show() {
    m_said->hide();
    open(m_first);
    refresh();
    (m_rows.empty() ? static_cast<QWidget*>(m_first) : m_list)->setFocus();
}

// Lines move as they are done; the one that is chosen stays chosen.
void RegisterSheet::refresh() {
    if (!isOpen()) {
        return;
    }
    const int stood = std::max(1, m_list->currentIndex().row());
    m_rows = registerRows(m_parts.journal, m_parts.documents->retroProcess(), m_parts.clock.now());
    std::vector<PanelLine> lines;
    int row = -1;
    int overdue = 0;
    int open = 0;
    for (const RegisterRow& one : m_rows) {
        row = !one.line.heading && one.line.key == m_chosen ? int(lines.size()) : row;
        lines.push_back(one.line);
        const bool counts = one.action && !one.action->drill && !one.action->status.outcome;
        open += counts ? 1 : 0;
        overdue += counts && one.action->state == ActionState::Overdue ? 1 : 0;
    }
    m_filling = true;
    m_model.show(std::move(lines));
    const int last = int(m_rows.size()) - 1;
    row = row < 0 ? std::min(stood, last) : row;
    while (row >= 0 && row < last && m_rows[std::size_t(row)].line.heading) {
        ++row;
    }
    if (row >= 0) {
        m_list->setCurrentIndex(m_model.index(row));
        m_chosen = m_rows[std::size_t(row)].line.key;
    }
    m_filling = false;
    const bool hadFirst = m_first->hasFocus() && !m_rows.empty();
    m_empty->setVisible(m_rows.empty());
    m_first->setVisible(m_rows.empty());
    m_counts->setVisible(!m_rows.empty());
    m_counts->setText(filled(overdue > 0 ? tr("Open: %1. Overdue: %2.") : tr("Open: %1. None is overdue."),
                             {QString::number(open), QString::number(overdue)}));
    dress(m_counts, overdue > 0 ? Ink::Ember : Ink::Quiet, TextSize::Small);
    tell();
    fit();
    if (hadFirst) {
        m_list->setFocus();
    }
}

const RegisterRow* RegisterSheet::chosen() const {
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [this](const RegisterRow& row) {
        return !row.line.heading && row.line.key == m_chosen;
    });
    return at == m_rows.end() ? nullptr : &*at;
}

void RegisterSheet::tell() {
    const RegisterRow* row = chosen();
    const ActionRights rights =
        row && row->action ? actionRightsTo(row->action->status, m_parts.journal.person()) : ActionRights();
    m_enter->setVisible(rights.finish || rights.confirm);
    m_enter->setText(rights.confirm ? tr("Confirm it") : tr("It is done"));
    m_change->setVisible(rights.change);
    m_drop->setVisible(rights.drop);
    m_reopen->setVisible(rights.reopen);
    m_go->setVisible(row != nullptr);
    m_table->setVisible(!m_rows.empty());
    m_calendar->setVisible(!m_rows.empty());
    m_readOn->setVisible(row != nullptr);
    m_keyLines->layAnew();
    const QString title = m_details->title();
    m_details->show(
        row ? registerDetails(m_parts.journal, m_parts.documents->retroProcess(), *row, m_parts.clock.now())
            : Details());
    if (m_details->title() != title) {
        m_told->verticalScrollBar()->setValue(0);
    }
}

QString RegisterSheet::shownWords() const {
    return m_details->words();
}

void RegisterSheet::say(const QString& words, Ink ink) {
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
    dress(m_said, ink, TextSize::Small);
    fit();
}

QString RegisterSheet::said() const {
    return m_said->isHidden() ? QString() : m_said->text();
}

// --- what is done

void RegisterSheet::act() {
    const RegisterRow* row = chosen();
    const ActionRights rights =
        row && row->action ? actionRightsTo(row->action->status, m_parts.journal.person()) : ActionRights();
    if (rights.finish || rights.confirm) {
        m_acts->settle(*row->action, rights.confirm ? WorkOutcome::Confirmed : WorkOutcome::Done);
    }
}

void RegisterSheet::add() {
    m_acts->addSomewhere();
}

void RegisterSheet::change() {
    if (const RegisterRow* row = chosen(); row && row->action) {
        m_acts->change(*row->action);
    }
}

void RegisterSheet::drop() {
    if (const RegisterRow* row = chosen(); row && row->action) {
        m_acts->settle(*row->action, WorkOutcome::Dropped);
    }
}

void RegisterSheet::reopen() {
    if (const RegisterRow* row = chosen(); row && row->action) {
        m_acts->settle(*row->action, WorkOutcome::Reopened);
    }
}

void RegisterSheet::goThere() {
    if (const RegisterRow* row = chosen()) {
        const LogId log = row->action ? row->action->log : row->repeat->findings.front().log;
        close();
        Q_EMIT incidentAsked(log);
    }
}

void RegisterSheet::readOn() {
    m_told->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
}

// --- files: those of drills are in none, for reports are made of them

static std::vector<ToldAction> toldActions(const Journal& journal, Moment now) {
    std::vector<const Incident*> incidents;
    for (const LogId& log : journal.incidents()) {
        incidents.push_back(journal.incident(log));
    }
    std::vector<ToldAction> actions;
    for (const RegisterLine& line : among(registerOf(incidents, now), {})) {
        actions.push_back(
            toldAction(line, *journal.incident(line.log), journal.texts(), journal.organisation()));
    }
    return actions;
}

void RegisterSheet::saveTable() {
    askPath(QStringLiteral(".csv"),
            [this] { return registerCsv(toldActions(m_parts.journal, m_parts.clock.now())); });
}

void RegisterSheet::saveCalendar() {
    askPath(QStringLiteral(".ics"), [this] {
        std::vector<ActionFileLine> lines;
        for (const ToldAction& action : toldActions(m_parts.journal, m_parts.clock.now())) {
            lines.push_back({action.line, summaryOf(action), descriptionOf(action), categoriesOf(action)});
        }
        return actionCalendar(tr("Actions after incidents"), lines, m_parts.clock.now());
    });
}

void RegisterSheet::askPath(const QString& ending, const std::function<QByteArray()>& make) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_questions.ask(
        {.title = tr("Save the register"),
         .words = tr("Without those of drills. A file of that name is replaced."),
         .line = tr("File"),
         .lineText = QDir(folder).filePath(tr("actions after incidents", "a file's name") + ending),
         .lineNeeded = true,
         .does = tr("Save"),
         .answer = [this, make](const std::vector<int>&, const QString& path) {
             if (!exportTo(path, make())) {
                 return tr("It could not be written there. Choose another place.");
             }
             say(filled(tr("Saved: %1"), {path}));
             return QString();
         }});
}

void RegisterSheet::fit() {
    m_list->setVisible(!m_rows.empty());
    m_both->setVisible(!m_rows.empty());
    const int width = std::min(px(sheetWidth), parentWidget()->width() - 2 * leastRim);
    const int had = m_rows.empty() ? 0 : m_both->minimumHeight();
    const int rest = body().parentWidget()->layout()->totalHeightForWidth(width) - had;
    const int room = parentWidget()->height() - 2 * leastRim - rest;
    m_both->setFixedHeight(std::clamp<int>(room, leastHeight, mostHeight));
}

void RegisterSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

bool RegisterSheet::press(const QKeyEvent& pressed, bool does) {
    const int key = pressed.key() == Qt::Key_Enter ? int(Qt::Key_Return) : pressed.key();
    const bool isAlone = (pressed.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const auto at = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key& one) {
        return isAlone && one.key == key && !one.hint->isHidden();
    });
    if (at != m_keys.end() && does && !pressed.isAutoRepeat()) {
        at->hint->click();
    }
    return at != m_keys.end();
}

// Where there is nothing to list, its keys hold all the same.
void RegisterSheet::keyPressEvent(QKeyEvent* event) {
    if (press(*event, true)) {
        event->accept();
    } else {
        Sheet::keyPressEvent(event);
    }
}

bool RegisterSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
        press(*static_cast<QKeyEvent*>(event), event->type() == QEvent::KeyPress)) {
        event->accept();
        return true;
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
