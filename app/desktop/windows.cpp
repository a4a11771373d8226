#include "desktop/windows.h"

#include "translations/translations.h"
#include "ui/incidents/incidentpage.h"

#include <QApplication>

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
    first().restoreGeometry(m_kept.geometry);
}

Windows::~Windows() = default;

WindowState Windows::remembered(const Journal& journal) {
    return decodeWindowState(journal.setting(windowSetting));
}

std::unique_ptr<MainWindow> Windows::makeWindow() {
    auto window = std::make_unique<MainWindow>(m_parts);
    connect(window.get(), &MainWindow::languageAsked, this, &Windows::speak);
    connect(window.get(), &MainWindow::windowAsked, this, [this] { openAnother(); });
    connect(window.get(), &MainWindow::wallAsked, this, &Windows::showWall);
    connect(window.get(), &MainWindow::movedOn, &m_due, qOverload<>(&QTimer::start));
    return window;
}

void Windows::start(const std::optional<LogId>& asked) {
    const auto log = asked ? asked : m_kept.incident;
    if (log && m_parts.journal.incident(*log)) {
        first().openIncident(*log);
    }
    first().show();
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

void Windows::keep() {
    const WindowState now{m_parts.theme.name(), zoom(), m_language.toLatin1(), first().incidentShown(),
                          first().saveGeometry()};
    if (now != m_kept) {
        m_kept = now;
        m_parts.journal.setSetting(windowSetting, encode(now));
    }
}

} // namespace bongsu
