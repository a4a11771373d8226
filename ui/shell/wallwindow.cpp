#include "ui/shell/wallwindow.h"

#include "domain/incident/declaring.h"
#include "ui/incidents/incidentpage.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace bongsu {

namespace {

// A board is laid out for this width, with all its columns, and then drawn as wide as the wall.
constexpr Length boardWidth{1400};

} // namespace

WallWindow::WallWindow(const WindowParts& parts, QWidget* parent)
    : QWidget(parent, Qt::Window), m_parts(parts), m_ticker(parts.clock) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(640, 400);
    resize(1600, 900);
    m_turn.setInterval(wallTurn);
    connect(&m_turn, &QTimer::timeout, this, &WallWindow::showNext);
    m_turn.start();
    m_due.setSingleShot(true);
    m_due.setInterval(0);
    connect(&m_due, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    const auto changed = [this] { m_due.start(); };
    connect(&parts.journal, &Journal::entriesFolded, this, changed);
    connect(&parts.journal, &Journal::organisationChanged, this, changed);
    connect(&parts.journal, &Journal::incidentChanged, this, [this, changed] {
        if (m_nothing || !shown()) {
            showNext(); // the first one of the day
        }
        changed();
    });
    connect(&parts.connection, &Connection::changed, this, changed);
    connect(&m_ticker, &Ticker::minuteBegun, this, changed);
    connect(&parts.theme, &Theme::changed, this, changed);
    connect(&parts.theme, &Theme::zoomed, this, &WallWindow::makePage);
    makePage();
    showNext();
    name();
}

WallWindow::~WallWindow() = default;

void WallWindow::makePage() {
    const auto log = shown();
    m_page = std::make_unique<IncidentPage>(m_parts, m_ticker);
    m_page->setReadOnly();
    connect(m_page.get(), &IncidentPage::changedInside, &m_due, qOverload<>(&QTimer::start));
    if (log) {
        m_page->open(*log);
    }
    place();
}

std::optional<LogId> WallWindow::shown() const {
    return m_page && !m_nothing ? m_page->log() : std::nullopt;
}

std::vector<LogId> WallWindow::openIncidents() const {
    std::vector<LogId> logs = m_parts.journal.incidents();
    std::erase_if(logs, [this](const LogId& log) { return !isOpen(*m_parts.journal.incident(log)); });
    return logs;
}

void WallWindow::showNext() {
    const std::vector<LogId> logs = openIncidents();
    const auto before = shown();
    m_nothing = logs.empty();
    if (!m_nothing) {
        const auto now = before ? std::find(logs.begin(), logs.end(), *before) : logs.end();
        const bool goesRound = now == logs.end() || now + 1 == logs.end();
        m_page->open(goesRound ? logs.front() : *(now + 1));
    }
    m_due.start();
}

double WallWindow::scale() const {
    return double(width()) / boardWidth;
}

void WallWindow::place() {
    m_page->resize(boardWidth, std::max(1, int(height() / scale())));
    m_due.start();
}

void WallWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void WallWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = m_parts.theme.tokens();
    painter.fillRect(rect(), t.ground);
    painter.scale(scale(), scale());
    if (m_nothing) {
        painter.setPen(t.quiet);
        painter.setFont(Theme::font(TextSize::Clock));
        painter.drawText(QRectF(0, 0, boardWidth, height() / scale()), Qt::AlignCenter,
                         tr("No incident is open"));
        return;
    }
    m_page->render(&painter, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
}

void WallWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_F11) {
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Space) {
        m_turn.start();
        showNext();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void WallWindow::name() {
    setWindowTitle(tr("Bongsu: wall display"));
    setAccessibleName(tr("Wall display: Space shows the next incident, F11 fills the screen, Esc closes it"));
}

void WallWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        makePage();
    }
}

} // namespace bongsu
