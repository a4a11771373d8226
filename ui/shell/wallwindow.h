// The wall display: one board after another, large, for everybody in the room; nothing can be changed on it.
#pragma once

#include "ui/shell/ticker.h"
#include "ui/shell/windowparts.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace bongsu {

class IncidentPage;

class WallWindow : public QWidget {
    Q_OBJECT

  public:
    explicit WallWindow(const WindowParts& parts, QWidget* parent = nullptr);
    ~WallWindow() override;

    // Shows the next open incident; by itself every wallTurn. With none open it says so.
    void showNext();
    std::optional<LogId> shown() const;
    static constexpr std::chrono::seconds wallTurn{20};

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    std::vector<LogId> openIncidents() const;
    void makePage();
    void place();
    void name();
    double scale() const;

    WindowParts m_parts;
    Ticker m_ticker;
    QTimer m_turn;
    QTimer m_due;                         // several changes, one picture
    std::unique_ptr<IncidentPage> m_page; // laid out once, drawn as large as the window is
    bool m_nothing = true;
};

} // namespace bongsu
