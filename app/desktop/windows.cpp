#include "desktop/windows.h"

#include "translations/translations.h"
#include "ui/incidents/incidentpage.h"

#include <QEvent>

#include <algorithm>

namespace bongsu {

namespace {

constexpr std::chrono::milliseconds settles{400};

} // namespace

Windows::Windows(const WindowParts& parts, const QString& language, bool keepLook, QObject* parent)
    : QObject(parent), m_parts(parts), m_language(language), m_tray(parts),
      m_kept(remembered(parts.journal)) {
    if (!keepLook) {
        m_parts.theme.choose(m_kept.theme.value_or(m_parts.theme.name()));
        m_parts.theme.setZoom(m_kept.zoom.value_or(leastZoom));
    }
    m_due.setSingleShot(true);
    m_due.setInterval(settles);
    connect(&m_due, &QTimer::timeout, this, &Windows::keep);
    connect(&parts.theme, &Theme::changed, &m_due, qOverload<>(&QTimer::start));
    connect(&parts.theme, &Theme::zoomed, &m_due, qOverload<>(&QTimer::start));
    connect(&m_tray, &Tray::opened, this, &Windows::raise);
    m_windows.push_back(makeWindow());
}

// A window that goes tells the timer so.
Windows::~Windows() {
    m_windows.clear();
    m_wall.reset();
}

WindowState Windows::remembered(const Journal& journal) {
    return decodeWindowState(journal.setting(windowSetting));
}

std::unique_ptr<MainWindow> Windows::makeWindow() {
    auto window = std::make_unique<MainWindow>(m_parts);
    connect(window.get(), &MainWindow::languageAsked, this, &Windows::speak);
    connect(window.get(), &MainWindow::windowAsked, this, [this] { openAnother(); });
    connect(window.get(), &MainWindow::wallAsked, this, &Windows::showWall);
    connect(window.get(), &MainWindow::movedOn, &m_due, qOverload<>(&QTimer::start));
    window->installEventFilter(this);
    return window;
}

bool Windows::eventFilter(QObject* window, QEvent* event) {
    static constexpr QEvent::Type worthIt[] = {QEvent::Move, QEvent::Resize, QEvent::WindowStateChange,
                                               QEvent::Show, QEvent::Hide};
    if (std::find(std::begin(worthIt), std::end(worthIt), event->type()) != std::end(worthIt)) {
        m_due.start();
    }
    return QObject::eventFilter(window, event);
}

void Windows::start(const std::optional<LogId>& asked) {
    std::vector<LeftWindow> left = m_kept.windows;
    left.resize(std::max<std::size_t>(left.size(), 1));
    left.front().incident = asked ? asked : left.front().incident;
    for (std::size_t i = 1; i < left.size(); ++i) {
        m_windows.push_back(makeWindow());
    }
    for (std::size_t i = left.size(); i-- > 0;) { // the first one comes to lie above the others
        open(*m_windows[i], left[i]);
    }
    if (m_kept.wall) {
        showWall();
    }
}

void Windows::open(MainWindow& window, const LeftWindow& left) {
    window.restoreGeometry(left.geometry);
    if (left.incident && m_parts.journal.incident(*left.incident)) {
        window.openIncident(*left.incident);
    }
    window.show();
}

MainWindow& Windows::openAnother() {
    // A window that was closed is one there is room for.
    std::erase_if(m_windows,
                  [this](const auto& window) { return window != m_windows.front() && !window->isVisible(); });
    m_windows.push_back(makeWindow());
    MainWindow& window = *m_windows.back();
    window.resize(first().size());
    if (const auto log = first().incidentPage().log()) {
        window.openIncident(*log);
    }
    window.show();
    return window;
}

void Windows::showWall() {
    if (!m_wall) {
        m_wall = std::make_unique<WallWindow>(m_parts);
        m_wall->restoreGeometry(m_kept.wall.value_or(QByteArray()));
        m_wall->installEventFilter(this);
    }
    m_wall->show();
    m_wall->raise();
    m_wall->activateWindow();
}

void Windows::raise(const std::optional<LogId>& log) {
    MainWindow* window = &first();
    for (const auto& one : m_windows) {
        window = one->isVisible() && !window->isVisible() ? one.get() : window;
    }
    if (log && m_parts.journal.incident(*log)) {
        window->openIncident(*log);
    }
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

void Windows::speak(const QString& language) {
    m_language = installTranslations(language);
    m_due.start();
}

WindowState Windows::state() const {
    WindowState now{m_parts.theme.name(), zoom(), m_language.toLatin1()};
    for (const auto& window : m_windows) {
        if (window->isVisible()) {
            now.windows.push_back({window->incidentShown(), window->saveGeometry()});
        }
    }
    if (m_wall && m_wall->isVisible()) {
        now.wall = m_wall->saveGeometry();
    }
    return now;
}

// With none shown the program is ending, or in a drill: the windows that were last are those to come back.
void Windows::keep() {
    WindowState now = state();
    if (now.windows.empty()) {
        now.windows = m_kept.windows;
        now.wall = m_kept.wall;
    }
    if (now != m_kept) {
        m_kept = now;
        m_parts.journal.setSetting(windowSetting, encode(now));
    }
}

} // namespace bongsu
