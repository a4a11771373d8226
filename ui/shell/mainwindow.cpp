#include "ui/shell/mainwindow.h"

#include "ui/board/epochacts.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/invite/invitesheet.h"
#include "ui/people/peopleacts.h"
#include "ui/retro/registersheet.h"
#include "ui/roles/readinesssheet.h"
#include "ui/roster/rostersheet.h"
#include "ui/shell/bars.h"
#include "ui/shell/closingsheet.h"
#include "ui/shell/firstpage.h"
#include "ui/shell/foot.h"
#include "ui/shell/hostsheet.h"
#include "ui/shell/kept.h"
#include "ui/shell/palette.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QEvent>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int zoomStep = 10; // percent

} // namespace

MainWindow::MainWindow(const WindowParts& parts, QWidget* parent)
    : QMainWindow(parent), m_parts(parts), m_ticker(parts.clock) {
    setMinimumSize(960, 600); // of any screen, at any zoom: columns fold where there is no room
    resize(1280, 720);
    build();
    // Where the window stands is left at once, and what it shows is made anew when the key is done.
    connect(&parts.theme, &Theme::zoomed, this, &MainWindow::rebuild, Qt::QueuedConnection);
    connect(&parts.connection, &Connection::joined, this, &MainWindow::joined);
    if (parts.connection.isMember()) {
        openList();
    }
}

void MainWindow::build() {
    // Each page is made where it stays: whatever changes its parent is styled anew, with all beneath it.
    auto* all = new QWidget(this);
    m_pages = new QStackedWidget(all);
    m_first = new FirstPage(m_parts.connection, m_parts.hosting, m_parts.theme, m_pages);
    m_incidents = new IncidentsPage(m_parts, m_ticker, m_pages);
    m_incident = new IncidentPage(m_parts, m_ticker, m_pages);
    for (QWidget* page : std::initializer_list<QWidget*>{m_first, m_incidents, m_incident}) {
        m_pages->addWidget(page);
    }
    buildSheets(all);
    setCentralWidget(all); // deletes the one before
    connect(m_incidents, &IncidentsPage::opened, this, &MainWindow::openIncident);
    connect(m_incident, &IncidentPage::left, this, &MainWindow::openList);
    connect(m_incident, &IncidentPage::incidentAsked, this, &MainWindow::openIncident);
    if (m_invite) {
        connect(m_incident, &IncidentPage::inviteAsked, m_invite, &InviteSheet::beginFor);
    }
    addKeys();
    name();
}

// Each page has its own, so that the page's keys hold while it is open.
Palette* MainWindow::makePalette(QWidget* page) {
    auto* palette = new Palette(page, m_parts.journal, m_parts.theme, m_parts.inKorean);
    connect(palette, &Palette::incidentChosen, this, &MainWindow::openIncident);
    connect(palette, &Palette::nameChosen, this, [this](const QString& written) {
        m_incident->composer().field().insert(written);
        m_incident->focusComposer();
    });
    return palette;
}

// What lies over the pages, and what stands above all of them.
void MainWindow::buildSheets(QWidget* all) {
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_drillBar = new Bar(m_parts.theme, Bar::Tone::Alarming, all);
    column->addWidget(m_drillBar);
    column->addWidget(m_pages, 1);
    m_closing = new ClosingSheet(all, m_parts.theme);
    connect(m_closing, &ClosingSheet::closeAsked, this, [this] {
        m_closesAnyway = true;
        close();
    });
    m_epochs = new EpochActs(m_parts, *new ChoiceSheet(all, m_parts.theme), all);
    connect(&m_incidents->bars(), &Bars::epochAsked, m_epochs, &EpochActs::ask);
    connect(&m_incident->bars(), &Bars::epochAsked, m_epochs, &EpochActs::ask);
    if (m_parts.inviting) {
        m_invite = new InviteSheet(all, m_parts.theme, m_parts.journal, *m_parts.inviting, m_parts.clock);
    }
    if (m_parts.documents) {
        m_readiness = new ReadinessSheet(m_parts, all);
        m_people = new PeopleActs(m_parts, *new ChoiceSheet(all, m_parts.theme), all);
        m_roster = new RosterSheet(m_parts, m_ticker, all);
        m_register = new RegisterSheet(m_parts, *new ChoiceSheet(all, m_parts.theme), all);
        connect(m_register, &RegisterSheet::incidentAsked, this, &MainWindow::openIncident);
    }
    if (m_parts.hosting && !m_parts.hosting->isDrill()) {
        m_host = new HostSheet(all, m_parts.theme, *m_parts.hosting);
        if (m_invite) {
            connect(m_host, &HostSheet::inviteAsked, m_invite, &InviteSheet::begin);
        }
    }
}

// Who has just started an organisation here is told where it is reached, and what to do with its root keys.
void MainWindow::joined() {
    openList();
    if (m_host && m_parts.hosting->status().state != HostState::None) {
        m_host->show();
    }
}

// What was asked, and whatever is typed for an answer, belongs to what asks it.
Sheet* MainWindow::openSheet() const {
    const QList<Sheet*> sheets = centralWidget()->findChildren<Sheet*>();
    const auto open =
        std::find_if(sheets.begin(), sheets.end(), [](Sheet* sheet) { return !sheet->isHidden(); });
    return open == sheets.end() ? nullptr : *open;
}

// Layouts take their lengths when they are made: another zoom makes them anew, once no sheet is open; the
// letters of an open one are larger at once.
void MainWindow::rebuild() {
    if (Sheet* sheet = openSheet()) {
        connect(sheet, &Sheet::closed, this, &MainWindow::rebuild,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
        return;
    }
    const bool inIncident = m_pages->currentWidget() == m_incident;
    const bool inList = m_pages->currentWidget() == m_incidents;
    const std::optional<LogId> log = m_incident->log();
    m_incident->composer().keepDraft();
    const Kept kept(*centralWidget());
    const auto line = m_incident->lineChosen();
    build();
    if (log) {
        m_incident->open(*log);
    }
    if (inIncident && log) {
        openIncident(*log);
    } else if (inList) {
        openList();
    }
    kept.giveBack(*centralWidget());
    if (line) {
        m_incident->chooseLine(*line); // read again from the disk
    }
}

void MainWindow::openIncident(const LogId& log) {
    m_incident->open(log);
    m_pages->setCurrentWidget(m_incident);
    m_incident->focusComposer();
    name();
    Q_EMIT movedOn();
}

std::optional<LogId> MainWindow::incidentShown() const {
    return m_pages->currentWidget() == m_incident ? m_incident->log() : std::nullopt;
}

void MainWindow::openList() {
    m_pages->setCurrentWidget(m_incidents);
    m_incidents->focusField();
    name();
    Q_EMIT movedOn();
}

void MainWindow::addKeys() {
    addCommonKeys(m_incidents->actions(), m_incidents->foot(), *makePalette(m_incidents));
    m_palette = makePalette(m_incident);
    Actions& actions = m_incident->actions();
    Foot& foot = m_incident->foot();
    foot.showLeft(actions.add({.name = QT_TRANSLATE_NOOP("Action", "Declare an incident"),
                               .keys = Qt::CTRL | Qt::Key_N,
                               .run = [this] { openList(); }}));
    addCommonKeys(actions, foot, *m_palette);
    addLookKeys(m_first->actions());
}

void MainWindow::addCommonKeys(Actions& actions, Foot& foot, Palette& palette) {
    foot.showRight(
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "Everything by name"),
                     .keys = Qt::CTRL | Qt::Key_K,
                     .run = [this, &actions, &palette] { palette.openFor(actions, incidentShown()); }}));
    addWindowKeys(actions);
    if (m_invite) {
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "Invite somebody"),
                     .keys = Qt::CTRL | Qt::Key_I,
                     .run = [this] { m_invite->begin(); }});
    }
    if (m_readiness) {
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "Are the manuals ready?"),
                     .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                     .run = [this] { m_readiness->show(); }});
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "Who is on duty"),
                     .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                     .run = [this] { m_roster->show(); }});
    }
    if (m_register) {
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "Actions after incidents"),
                     .keys = Qt::CTRL | Qt::Key_J,
                     .run = [this] { m_register->show(); }});
    }
    if (m_people) {
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "People and how they are reached"),
                     .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                     .run = [this] { m_people->choosePerson(); }});
    }
    const auto call = [this] { return m_incidents->bars().epochCall(); };
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Declare a new epoch"),
                 .run = [this, call] { m_epochs->ask(call()); },
                 .hindrance = [this, call] { return m_epochs->hindrance(call()); }});
    if (m_host) {
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "The organisation on this computer"),
                     .run = [this] { m_host->show(); },
                     .hindrance =
                         [this] {
                             return m_parts.hosting->status().state == HostState::None
                                        ? tr("This computer keeps no organisation.")
                                        : QString();
                         }});
    }
    const auto [theme, language] = addLookKeys(actions);
    foot.showRight(theme);
    foot.showRight(language);
}

// More than one screen, and the wall of the room.
void MainWindow::addWindowKeys(Actions& actions) {
    if (m_parts.hosting && m_parts.hosting->isDrill()) {
        return; // it has one window, and is left by closing it
    }
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Another window"),
                 .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_N,
                 .run = [this] { Q_EMIT windowAsked(); }});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Wall display"),
                 .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_W,
                 .run = [this] { Q_EMIT wallAsked(); }});
}

// How it looks and speaks; on every page.
std::pair<std::size_t, std::size_t> MainWindow::addLookKeys(Actions& actions) {
    const std::size_t theme = actions.add({.name = QT_TRANSLATE_NOOP("Action", "Light, dark, high contrast"),
                                           .keys = Qt::CTRL | Qt::Key_D,
                                           .run = [this] { nextTheme(); }});
    // Named in itself: whoever needs it can read it.
    const auto otherName = [] {
        return otherLanguage() == u"ko" ? QLocale(QLocale::Korean).nativeLanguageName()
                                        : QStringLiteral("English");
    };
    const std::size_t language = actions.add({.name = QT_TRANSLATE_NOOP("Action", "Korean or English"),
                                              .keys = Qt::CTRL | Qt::Key_L,
                                              .run = [this] { Q_EMIT languageAsked(otherLanguage()); },
                                              .label = otherName});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Larger"),
                 .keys = Qt::CTRL | Qt::Key_Equal,
                 .run = [this] { m_parts.theme.setZoom(zoom() + zoomStep); },
                 .alsoKeys = Qt::CTRL | Qt::Key_Plus});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Smaller"),
                 .keys = Qt::CTRL | Qt::Key_Minus,
                 .run = [this] { m_parts.theme.setZoom(zoom() - zoomStep); }});
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Usual size"),
                 .keys = Qt::CTRL | Qt::Key_0,
                 .run = [this] { m_parts.theme.setZoom(leastZoom); }});
    if (m_parts.hosting && m_parts.hosting->isDrill()) {
        actions.add({.name = QT_TRANSLATE_NOOP("Action", "Leave the drill"),
                     .keys = Qt::CTRL | Qt::Key_W,
                     .run = [this] { close(); }});
    }
    return {theme, language};
}

void MainWindow::nextTheme() {
    m_parts.theme.choose(ThemeName((int(m_parts.theme.name()) + 1) % 3));
}

QString MainWindow::otherLanguage() {
    return tr("ko", "the other language: ko where English is spoken, en where Korean is");
}

void MainWindow::name() {
    const QString page = m_pages->currentWidget() == m_incident ? m_incident->title() : QString();
    setWindowTitle(page.isEmpty() ? tr("Bongsu") : page + QStringLiteral(u" \u2013 ") + tr("Bongsu"));
    const bool drill = m_parts.hosting && m_parts.hosting->isDrill();
    m_drillBar->setWords(
        drill ? tr("DRILL / EXERCISE") : QString(),
        tr("Try everything: nothing leaves this computer. Ctrl W leaves, and all of it is gone."));
}

bool MainWindow::isLastWindow() const {
    const QWidgetList all = QApplication::topLevelWidgets();
    return std::none_of(all.begin(), all.end(), [this](const QWidget* other) {
        return other != this && other->isVisible() && qobject_cast<const MainWindow*>(other);
    });
}

// Others may be connected through this computer: then it asks, in the window. The end of the whole session is
// not for us to keep up.
void MainWindow::closeEvent(QCloseEvent* event) {
    Hosting* hosting = m_parts.hosting;
    if (hosting && hosting->isDrill()) {
        event->ignore();
        hosting->leaveDrill();
        return;
    }
    const bool asks = hosting && !m_closesAnyway && isLastWindow() && !qGuiApp->isSavingSession();
    const QStringList connected = asks ? hosting->connected() : QStringList();
    if (connected.isEmpty()) {
        event->accept();
        return;
    }
    event->ignore();
    m_closing->ask(connected);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
