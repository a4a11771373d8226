#include "ui/shell/mainwindow.h"

#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/foot.h"
#include "ui/shell/joinpage.h"
#include "ui/shell/kept.h"
#include "ui/shell/palette.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include <QEvent>
#include <QLocale>
#include <QStackedWidget>

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
    connect(&parts.connection, &Connection::joined, this, &MainWindow::openList);
    if (parts.connection.isMember()) {
        openList();
    }
}

void MainWindow::build() {
    m_pages = new QStackedWidget(this);
    m_join = new JoinPage(m_parts.connection);
    m_incidents = new IncidentsPage(m_parts, m_ticker);
    m_incident = new IncidentPage(m_parts, m_ticker);
    for (QWidget* page : std::initializer_list<QWidget*>{m_join, m_incidents, m_incident}) {
        m_pages->addWidget(page);
    }
    setCentralWidget(m_pages); // deletes the one before
    connect(m_incidents, &IncidentsPage::opened, this, &MainWindow::openIncident);
    connect(m_incident, &IncidentPage::left, this, &MainWindow::openList);
    connect(m_incident, &IncidentPage::incidentAsked, this, &MainWindow::openIncident);
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

// Layouts take their lengths when they are made: another zoom makes them anew.
void MainWindow::rebuild() {
    const bool inIncident = m_pages->currentWidget() == m_incident;
    const bool inList = m_pages->currentWidget() == m_incidents;
    const std::optional<LogId> log = m_incident->log();
    m_incident->composer().keepDraft();
    const Kept kept(*centralWidget());
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
}

void MainWindow::openIncident(const LogId& log) {
    m_incident->open(log);
    m_pages->setCurrentWidget(m_incident);
    m_incident->focusComposer();
    name();
}

void MainWindow::openList() {
    m_pages->setCurrentWidget(m_incidents);
    m_incidents->focusField();
    name();
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
}

void MainWindow::addCommonKeys(Actions& actions, Foot& foot, Palette& palette) {
    foot.showRight(actions.add({.name = QT_TRANSLATE_NOOP("Action", "Everything by name"),
                                .keys = Qt::CTRL | Qt::Key_K,
                                .run = [this, &actions, &palette] {
                                    const bool inIncident = m_pages->currentWidget() == m_incident;
                                    palette.openFor(actions, inIncident ? m_incident->log() : std::nullopt);
                                }}));
    foot.showRight(actions.add({.name = QT_TRANSLATE_NOOP("Action", "Light, dark, high contrast"),
                                .keys = Qt::CTRL | Qt::Key_D,
                                .run = [this] { nextTheme(); }}));
    // Named in itself: whoever needs it can read it.
    const auto otherName = [] {
        return otherLanguage() == u"ko" ? QLocale(QLocale::Korean).nativeLanguageName()
                                        : QStringLiteral("English");
    };
    foot.showRight(actions.add({.name = QT_TRANSLATE_NOOP("Action", "Korean or English"),
                                .keys = Qt::CTRL | Qt::Key_L,
                                .run = [this] { Q_EMIT languageAsked(otherLanguage()); },
                                .label = otherName}));
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
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
