#include "ui/shell/mainwindow.h"

#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/foot.h"
#include "ui/shell/joinpage.h"

#include <QEvent>
#include <QLocale>
#include <QStackedWidget>

namespace bongsu {

MainWindow::MainWindow(const WindowParts& parts, QWidget* parent)
    : QMainWindow(parent), m_parts(parts), m_ticker(parts.clock), m_pages(new QStackedWidget(this)),
      m_join(new JoinPage(parts.connection)), m_incidents(new IncidentsPage(parts, m_ticker)),
      m_incident(new IncidentPage(parts, m_ticker)) {
    setMinimumSize(960, 600);
    resize(1280, 720);
    m_pages->addWidget(m_join);
    m_pages->addWidget(m_incidents);
    m_pages->addWidget(m_incident);
    setCentralWidget(m_pages);
    connect(m_incidents, &IncidentsPage::opened, this, &MainWindow::openIncident);
    connect(m_incident, &IncidentPage::left, this, &MainWindow::openList);
    connect(&parts.connection, &Connection::joined, this, &MainWindow::openList);
    addKeys();
    name();
    if (parts.connection.isMember()) {
        openList();
    }
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
    addCommonKeys(m_incidents->foot());
    Foot& foot = m_incident->foot();
    foot.addLeft(
        QKeySequence(Qt::CTRL | Qt::Key_N), [] { return tr("Declare an incident"); }, [this] { openList(); });
    addCommonKeys(foot);
}

void MainWindow::addCommonKeys(Foot& foot) {
    foot.addRight(
        QKeySequence(Qt::CTRL | Qt::Key_D), [] { return tr("Light, dark, high contrast"); },
        [this] { nextTheme(); });
    foot.addRight(
        QKeySequence(Qt::CTRL | Qt::Key_L),
        // Named in itself: whoever needs it can read it.
        [] {
            return otherLanguage() == u"ko" ? QLocale(QLocale::Korean).nativeLanguageName()
                                            : QStringLiteral("English");
        },
        [this] { Q_EMIT languageAsked(otherLanguage()); });
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
