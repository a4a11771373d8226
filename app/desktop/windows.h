// The windows over one home: as many as somebody wants, a wall, the tray; how they were left is given back.
#pragma once

#include "ui/shell/alerts.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/wallwindow.h"
#include "ui/shell/windowstate.h"

#include <QTimer>

namespace bongsu {

class Windows : public QObject {
    Q_OBJECT

  public:
    // `language`: the one installed. What was remembered of theme and zoom is chosen here unless `keepLook`.
    Windows(const WindowParts& parts, const QString& language, bool keepLook, QObject* parent = nullptr);
    ~Windows() override;

    // How the window was left in this home; all empty in a new one.
    static WindowState remembered(const Journal& journal);

    MainWindow& first() { return *m_windows.front(); }
    const std::vector<std::unique_ptr<MainWindow>>& all() const { return m_windows; }
    WallWindow* wall() { return m_wall.get(); }
    // As they were left; the first one with this incident, where one is named.
    void start(const std::optional<LogId>& asked);
    MainWindow& openAnother();
    void showWall();
    // Brings a window to the front, as when the program is started once more: with this incident in it.
    void raise(const std::optional<LogId>& log);

  protected:
    // Where they stand, and whether they are there, is worth remembering.
    bool eventFilter(QObject* window, QEvent* event) override;

  private:
    std::unique_ptr<MainWindow> makeWindow();
    void open(MainWindow& window, const LeftWindow& left);
    WindowState state() const;
    void keep();
    void speak(const QString& language);

    WindowParts m_parts;
    QString m_language;
    std::vector<std::unique_ptr<MainWindow>> m_windows; // the first one stays as long as this
    std::unique_ptr<WallWindow> m_wall;
    Tray m_tray;
    QTimer m_due; // dragging a window is one change
    WindowState m_kept;
};

} // namespace bongsu
