// The one window: joining first, then the list of incidents, then one of them.
#pragma once

#include "ui/shell/ticker.h"
#include "ui/shell/windowparts.h"

#include <QMainWindow>

class QStackedWidget;

namespace bongsu {

class Actions;
class Foot;
class IncidentPage;
class IncidentsPage;
class JoinPage;
class Palette;

class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    explicit MainWindow(const WindowParts& parts, QWidget* parent = nullptr);

    void openIncident(const LogId& log);
    void openList();
    IncidentPage& incidentPage() { return *m_incident; }
    IncidentsPage& incidentsPage() { return *m_incidents; }
    Palette& palette() { return *m_palette; } // of the incident's page

  Q_SIGNALS:
    // A person wants to read another language: "ko" or "en". Whoever installs translations hears it.
    void languageAsked(const QString& language);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void rebuild();
    void addCommonKeys(Actions& actions, Foot& foot, Palette& palette);
    void addKeys();
    Palette* makePalette(QWidget* page);
    void nextTheme();
    static QString otherLanguage();
    void name();

    WindowParts m_parts;
    Ticker m_ticker;
    QStackedWidget* m_pages;
    JoinPage* m_join;
    IncidentsPage* m_incidents;
    IncidentPage* m_incident;
    Palette* m_palette;
};

} // namespace bongsu
