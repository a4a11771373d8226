// The one window: joining first, then the list of incidents, then one of them.
#pragma once

#include "ui/shell/ticker.h"
#include "ui/shell/windowparts.h"

#include <QMainWindow>

class QStackedWidget;

namespace bongsu {

class Actions;
class Bar;
class ClosingSheet;
class EpochActs;
class FirstPage;
class Foot;
class IncidentPage;
class IncidentsPage;
class HostSheet;
class InviteSheet;
class Palette;
class PeopleActs;
class ReadinessSheet;
class RegisterSheet;
class RosterSheet;
class Sheet;

class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    explicit MainWindow(const WindowParts& parts, QWidget* parent = nullptr);

    void openIncident(const LogId& log);
    void openList();
    std::optional<LogId> incidentShown() const; // nothing: the list is
    IncidentPage& incidentPage() { return *m_incident; }
    IncidentsPage& incidentsPage() { return *m_incidents; }
    Palette& palette() { return *m_palette; } // of the incident's page
    ClosingSheet& closingSheet() { return *m_closing; }
    HostSheet* hostSheet() { return m_host; }
    InviteSheet* inviteSheet() { return m_invite; }
    ReadinessSheet* readinessSheet() { return m_readiness; }
    EpochActs& epochs() { return *m_epochs; }
    PeopleActs* people() { return m_people; }
    RosterSheet* rosterSheet() { return m_roster; }
    RegisterSheet* registerSheet() { return m_register; }

  Q_SIGNALS:
    // A person wants to read another language: "ko" or "en". Whoever installs translations hears it.
    void languageAsked(const QString& language);
    void windowAsked(); // another one
    void wallAsked();
    void movedOn(); // to another page

  protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    void build();
    void buildSheets(QWidget* all);
    Sheet* openSheet() const; // null: none
    void rebuild();
    void joined();
    bool isLastWindow() const;
    void addCommonKeys(Actions& actions, Foot& foot, Palette& palette);
    void addWindowKeys(Actions& actions);
    std::pair<std::size_t, std::size_t> addLookKeys(Actions& actions);
    void addKeys();
    Palette* makePalette(QWidget* page);
    void nextTheme();
    static QString otherLanguage();
    void name();

    WindowParts m_parts;
    Ticker m_ticker;
    QStackedWidget* m_pages;
    FirstPage* m_first;
    IncidentsPage* m_incidents;
    IncidentPage* m_incident;
    Palette* m_palette;
    Bar* m_drillBar;
    ClosingSheet* m_closing;
    EpochActs* m_epochs;
    HostSheet* m_host = nullptr;           // where this computer can keep an organisation
    InviteSheet* m_invite = nullptr;       // where people are invited from here
    ReadinessSheet* m_readiness = nullptr; // these four where manuals are known
    PeopleActs* m_people = nullptr;
    RosterSheet* m_roster = nullptr;
    RegisterSheet* m_register = nullptr;
    bool m_closesAnyway = false;
};

} // namespace bongsu
